// See messages.h.
#include "cli/messages.h"

#include <string>

#include "base/bidi.h"
#include "base/safe_text.h"

namespace ibtikar::cli {

void Messages::write(std::string_view bytes) { static_cast<void>(sink_->write(bytes)); }

void Messages::report(const Diagnostic& diagnostic) { write(format(diagnostic) + "\n"); }

void Messages::report(const Diagnostics& diagnostics) { write(format(diagnostics)); }

void Messages::line(std::string_view text) { write(visible_message(text) + "\n"); }

void Messages::say(std::string_view sentence) { line("ibtikar: " + std::string(sentence)); }

void Messages::warn(std::string_view sentence) { line("ibtikar: warning: " + std::string(sentence)); }

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
