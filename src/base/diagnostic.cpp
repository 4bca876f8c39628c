// See ibtikar/diagnostic.h.
#include "ibtikar/diagnostic.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/direction.h"
#include "base/safe_text.h"

namespace ibtikar {
namespace {

Diagnostic diagnostic_at(Severity severity, std::string pointer, CodeName code, Message message) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.pointer = std::move(pointer);
  diagnostic.code = std::move(code.text);
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::string in_isolate(std::string_view opener, std::string_view text) {
  return std::string(opener).append(text).append(kPopIsolate);
}

/// What is shown instead of a file if there is none.
constexpr Phrase kStreams[] = {phrase("standard input"), phrase("standard output"),
                               phrase("output kept in memory"), phrase("terminal")};

std::string name_of_file(const std::string& file, std::string_view language) {
  for (const Phrase& stream : kStreams)
    if (file == stream.text) return std::string(translated(stream, language));
  return visible(file);
}

/// "FILE:LINE:COLUMN: " in the form that editors recognize: without isolates if no letter of the
/// name could reorder it.
std::string place_of(const Diagnostic& d, std::string_view language) {
  const bool right_to_left = speaks_right_to_left(language);
  std::string file = name_of_file(d.file, language);
  const bool is_turned = right_to_left && may_turn(file);
  if (is_turned) file = in_isolate(kFirstStrongIsolate, file);
  if (d.position.line > 0) file += fmt::format(":{}:{}", d.position.line, d.position.column);
  if (file.empty()) return file;
  file += ":";
  return (is_turned ? in_isolate(kLeftToRightIsolate, file) : file) + " ";
}

/// The text after the place.
Message sentence_of(const Diagnostic& d) {
  Message sentence = d.message;
  if (d.related_position.line > 0)
    sentence = message("{0} (first at {1})", std::move(sentence),
                       fmt::format("{}:{}", d.related_position.line, d.related_position.column));
  const std::string code = fmt::format("[{}]", visible(d.code));
  sentence = d.severity == Severity::error ? message("error: {0} {1}", std::move(sentence), code)
                                           : message("warning: {0} {1}", std::move(sentence), code);
  if (!d.pointer.empty()) sentence = message("{0} (at {1})", std::move(sentence), visible(d.pointer));
  return sentence;
}

}  // namespace

Diagnostic error_at(std::string pointer, CodeName code, Message message) {
  return diagnostic_at(Severity::error, std::move(pointer), std::move(code), std::move(message));
}

Diagnostic warning_at(std::string pointer, CodeName code, Message message) {
  return diagnostic_at(Severity::warning, std::move(pointer), std::move(code), std::move(message));
}

Diagnostics::Diagnostics(std::initializer_list<Diagnostic> diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) push_back(diagnostic);
}

void Diagnostics::push_back(Diagnostic diagnostic) {
  if (is_full())
    leave_out(diagnostic.severity, diagnostic.code);
  else
    kept_.push_back(std::move(diagnostic));
}

void Diagnostics::append(Diagnostics more) {
  for (Diagnostic& diagnostic : more.kept_) push_back(std::move(diagnostic));
  for (const LeftOut& kind : more.left_out_) leave_out(kind.severity, kind.code, kind.times);
}

void Diagnostics::leave_out(Severity severity, std::string_view code, std::size_t times) {
  if (times == 0) return;
  const auto known = std::ranges::find_if(
      left_out_, [&](const LeftOut& kind) { return kind.severity == severity && kind.code == code; });
  if (known == left_out_.end())
    left_out_.push_back({severity, std::string(code), times});
  else
    known->times += times;
}

void Diagnostics::forget(std::string_view code) {
  std::erase_if(kept_, [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
  std::erase_if(left_out_, [&](const LeftOut& kind) { return kind.code == code; });
}

void Diagnostics::clear() { *this = {}; }

std::size_t Diagnostics::total() const {
  std::size_t total = kept_.size();
  for (const LeftOut& kind : left_out_) total += kind.times;
  return total;
}

bool has_errors(const Diagnostics& diagnostics) {
  const auto is_error = [](const auto& one) { return one.severity == Severity::error; };
  return std::ranges::any_of(diagnostics, is_error) || std::ranges::any_of(diagnostics.left_out(), is_error);
}

std::string format(const Diagnostic& d, std::string_view language) {
  const bool right_to_left = speaks_right_to_left(language);
  const std::string place = place_of(d, language);
  const std::string sentence = (d.is(Code::io) ? d.message : sentence_of(d)).in(language);
  return place + (right_to_left && !place.empty() ? in_isolate(kRightToLeftIsolate, sentence) : sentence);
}

std::string format(const Diagnostics& diagnostics, std::string_view language) {
  std::string out;
  const std::size_t shown = std::min(diagnostics.size(), kMaxDiagnostics);
  for (std::size_t i = 0; i < shown; ++i) out += format(diagnostics[i], language) + "\n";
  const std::size_t more = diagnostics.total() - shown;
  if (more == 0) return out;
  return out + counted("and {0} more", "and {0} more", more).in(language) + "\n";
}

}  // namespace ibtikar
