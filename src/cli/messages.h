// Messages: standard error, as commands see it.
//
// Everything that reaches standard error comes through here, and everything that could act on a
// terminal is removed: control characters, bidi controls, forged lines, bad UTF-8. So a message may
// quote any text from anywhere, and no caller can forget to make it harmless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"
#include "ibtikar/message.h"
#include "ibtikar/streams.h"

namespace ibtikar::cli {

class Messages {
 public:
  /// `sink` outlives it. A message that standard error does not take is lost: there is nobody to
  /// tell.
  explicit Messages(ByteSink& sink) : sink_(&sink) {}

  /// Sets the language of all further messages (BCP 47); English if there is no translation.
  void speak(std::string language) { language_ = std::move(language); }
  [[nodiscard]] const std::string& language() const { return language_; }

  void report(const Diagnostic& diagnostic);
  void report(const Diagnostics& diagnostics);
  /// One line: "ibtikar: SENTENCE".
  void say(const Message& sentence);
  /// One line: "ibtikar: SENTENCE SENTENCE".
  void say(const std::vector<Message>& sentences);
  /// One line: "ibtikar: warning: SENTENCE".
  void warn(const Message& sentence);
  /// One line of a message alone.
  void note(const Message& sentence);
  /// One line as it is, in no language of ours.
  void line(std::string_view text);
  /// Lines that we laid out ourselves: line ends, colors and isolates are kept.
  void show(std::string_view page);

  /// A line of up to this many columns that the next one replaces, and its end. Nothing else may
  /// come between.
  void progress(const Message& sentence, std::size_t columns);
  void clear_progress();

  /// The same with the lines of pages in visual order, for terminals that do not order
  /// right-to-left text.
  [[nodiscard]] Messages in_visual_order(std::size_t columns) const;
  /// Another width of the window, where lines are in visual order.
  void fit(std::size_t columns) {
    if (visual_columns_ > 0) visual_columns_ = columns;
  }

 private:
  void write(std::string_view bytes);
  void write_line(const std::string& safe);
  [[nodiscard]] std::string led_by_name(const std::string& text) const;

  ByteSink* sink_;
  std::string language_ = "en";
  std::size_t visual_columns_ = 0;  ///< 0: in logical order
};

}  // namespace ibtikar::cli
