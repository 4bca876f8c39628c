// See messages.h.
#include "cli/messages.h"

#include <string>

#include "base/bidi.h"
#include "base/catalogue.h"
#include "base/direction.h"
#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar::cli {

/// The name of the program begins the line, which so runs from left to right: the sentence keeps
/// its own way.
std::string Messages::led_by_name(const std::string& text) const {
  return "ibtikar: " + (speaks_right_to_left(language_) ? isolated_as(Direction::right_to_left, text) : text);
}

void Messages::write(std::string_view bytes) { static_cast<void>(sink_->write(bytes)); }

void Messages::write_line(const std::string& safe) {
  write((visual_columns_ == 0 ? safe : visual_line(safe)) + "\n");
}

void Messages::report(const Diagnostic& diagnostic) { write_line(format(diagnostic, language_)); }

void Messages::report(const Diagnostics& diagnostics) {
  const std::string lines = format(diagnostics, language_);
  write(visual_columns_ == 0 ? lines : visual_text(lines, visual_columns_));
}

void Messages::say(const Message& sentence) { write_line(led_by_name(sentence.in(language_))); }

void Messages::say(const std::vector<Message>& sentences) {
  std::string all;
  for (const Message& sentence : sentences) all += (all.empty() ? "" : " ") + sentence.in(language_);
  write_line(led_by_name(all));
}

void Messages::warn(const Message& sentence) { say(message("warning: {0}", sentence)); }

void Messages::note(const Message& sentence) { write_line(sentence.in(language_)); }

void Messages::line(std::string_view text) { write_line(visible_message(text)); }

void Messages::show(std::string_view page) {
  const std::string safe = visible_page(page);
  write(visual_columns_ == 0 ? safe : visual_text(safe, visual_columns_));
}

void Messages::progress(const Message& sentence, std::size_t columns) {
  write("\r\x1b[K" + std::string(cut_to_width(sentence.in(language_), columns)));
}

void Messages::clear_progress() { write("\r\x1b[K"); }

Messages Messages::in_visual_order(std::size_t columns) const {
  Messages turned = *this;
  turned.visual_columns_ = columns;
  return turned;
}

}  // namespace ibtikar::cli
