// See ibtikar/diagnostic.h.
#include "ibtikar/diagnostic.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar {
namespace {

Diagnostic diagnostic_at(Severity severity, std::string pointer, std::string code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.pointer = std::move(pointer);
  diagnostic.code = std::move(code);
  diagnostic.message = visible_message(message);
  return diagnostic;
}

}  // namespace

Diagnostic error_at(std::string pointer, std::string code, std::string message) {
  return diagnostic_at(Severity::error, std::move(pointer), std::move(code), std::move(message));
}

Diagnostic warning_at(std::string pointer, std::string code, std::string message) {
  return diagnostic_at(Severity::warning, std::move(pointer), std::move(code), std::move(message));
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void keep(Diagnostics& diagnostics, Diagnostic diagnostic) {
  if (diagnostics.size() < kMostDiagnosticsKept) diagnostics.push_back(std::move(diagnostic));
}

std::string format(const Diagnostic& d) {
  std::string out;
  if (!d.file.empty()) out += visible(d.file);
  if (d.position.line > 0) out += fmt::format(":{}:{}", d.position.line, d.position.column);
  if (!out.empty()) out += ": ";
  if (d.code == "io") return out + visible_message(d.message);
  out += d.severity == Severity::error ? "error: " : "warning: ";
  out += visible_message(d.message);
  if (d.related_position.line > 0)
    out += fmt::format(" (first at {}:{})", d.related_position.line, d.related_position.column);
  out += fmt::format(" [{}]", visible(d.code));
  if (!d.pointer.empty()) out += fmt::format(" (at {})", visible(d.pointer));
  return out;
}

std::string format(const Diagnostics& diagnostics) {
  std::string out;
  const std::size_t shown = std::min(diagnostics.size(), kMaxDiagnostics);
  for (std::size_t i = 0; i < shown; ++i) out += format(diagnostics[i]) + "\n";
  if (shown < diagnostics.size())
    out += fmt::format("and {}{} more\n", diagnostics.size() < kMostDiagnosticsKept ? "" : "at least ",
                       diagnostics.size() - shown);
  return out;
}

}  // namespace ibtikar
