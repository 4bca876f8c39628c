// Messages: standard error, as commands see it.
//
// Nothing reaches standard error but through here, and every way in takes away what could act on a
// terminal: control characters, bidi controls, forged lines, bad UTF-8. So a message may quote any text
// from anywhere; whoever writes it cannot forget to neutralise it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "ibtikar/diagnostic.h"
#include "ibtikar/message.h"
#include "ibtikar/streams.h"

namespace ibtikar::cli {

class Messages {
 public:
  /// `sink` outlives it. A message that standard error does not take is lost: there is nobody to tell.
  explicit Messages(ByteSink& sink) : sink_(&sink) {}

  /// The reader's language from here on (BCP 47); until then it is English.
  void speak(std::string language) { language_ = std::move(language); }
  [[nodiscard]] const std::string& language() const { return language_; }

  void report(const Diagnostic& diagnostic);
  void report(const Diagnostics& diagnostics);
  /// One line: "ibtikar: SENTENCE".
  void say(const Message& sentence);
  /// One line: "ibtikar: warning: SENTENCE".
  void warn(const Message& sentence);
  /// One line: the sentence alone.
  void note(const Message& sentence);
  /// One line as it is.
  void line(std::string_view text);
  /// Lines that we laid out: line ends, colours and isolates are taken for ours.
  void show(std::string_view page);

  /// A line that the next one replaces, and its end. Nothing else may come between.
  void progress(std::string_view text);
  void clear_progress();

  /// The same with the lines of pages in visual order, for terminals that do not order right-to-left text.
  [[nodiscard]] Messages in_visual_order(std::size_t columns) const;
  /// Another width of the window, where lines are in visual order.
  void fit(std::size_t columns) {
    if (visual_columns_ > 0) visual_columns_ = columns;
  }

 private:
  void write(std::string_view bytes);

  ByteSink* sink_;
  std::string language_ = "en";
  std::size_t visual_columns_ = 0;  ///< 0: in logical order
};

}  // namespace ibtikar::cli
