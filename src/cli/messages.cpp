// See messages.h.
#include "cli/messages.h"

#include <string>

#include "base/bidi.h"
#include "base/catalogue.h"
#include "base/direction.h"
#include "base/safe_text.h"

namespace ibtikar::cli {

void Messages::write(std::string_view bytes) { static_cast<void>(sink_->write(bytes)); }

void Messages::report(const Diagnostic& diagnostic) { write(format(diagnostic, language_) + "\n"); }

void Messages::report(const Diagnostics& diagnostics) { write(format(diagnostics, language_)); }

void Messages::line(std::string_view text) { write(visible_message(text) + "\n"); }

void Messages::say(const Message& sentence) {
  std::string words = sentence.in(language_);
  if (speaks_right_to_left(language_)) words = isolated_as(Direction::right_to_left, words);
  write("ibtikar: " + words + "\n");
}

void Messages::note(const Message& sentence) { write(sentence.in(language_) + "\n"); }

void Messages::warn(const Message& sentence) { say(message("warning: {0}", sentence)); }

void Messages::show(std::string_view page) {
  const std::string safe = visible_page(page);
  write(visual_columns_ == 0 ? safe : visual_text(safe, visual_columns_));
}

void Messages::progress(std::string_view text) { write("\r\x1b[K" + visible_message(text)); }

void Messages::clear_progress() { write("\r\x1b[K"); }

Messages Messages::in_visual_order(std::size_t columns) const {
  Messages turned = *this;
  turned.visual_columns_ = columns;
  return turned;
}

}  // namespace ibtikar::cli
