// Diagnostic: one fault in an input, as a value with a place and a sentence.
//
// The code that finds a fault in a document names the place by JSON pointer (RFC 6901). The codec,
// which knows the text, adds file, line and column. format() gives the one form in which every
// diagnostic is shown:
//
//   FILE:LINE:COLUMN: error|warning: what is wrong, what was expected [code] (at /json/pointer)
//
// The words are in the reader's language. File, place, code and pointer are the same in every
// language.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/message.h"

namespace ibtikar {

enum class Severity { error, warning };

/// A place in a text. Lines and columns count from 1; 0 means unknown. A column counts code points;
/// LF, CRLF and CR each end one line.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// The codes that code acts on. All others only name what was found.
enum class Code {
  io,           ///< the outside world: a file, a stream
  closed_pipe,  ///< the reader of an output has left
  interrupted,  ///< a signal asked to stop
  usage,        ///< the command line
  too_large,
  line_too_long,
  not_utf8,
  bad_json,
  wrong_format,  ///< a document of another kind
  wrong_type,
  duplicate_member,
  hidden_answer,
  never_counts,
  wrong_test,
  wrong_operand,
  not_applicable_forbidden,
};

/// "closed-pipe" of Code::closed_pipe
[[nodiscard]] constexpr const char* code_name(Code code) {
  constexpr std::array kNames = {
      "io",           "closed-pipe",   "interrupted",      "usage",
      "too-large",    "line-too-long", "not-utf8",         "bad-json",
      "wrong-format", "wrong-type",    "duplicate-member", "hidden-answer",
      "never-counts", "wrong-test",    "wrong-operand",    "not-applicable-forbidden"};
  return kNames[static_cast<std::size_t>(code)];
}

/// The code of a diagnostic that is being made: one of those, or any other name.
struct CodeName {
  CodeName(Code code) : text(code_name(code)) {}
  CodeName(const char* name) : text(name) {}
  CodeName(std::string name) : text(std::move(name)) {}

  std::string text;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< stable name, e.g. "unknown-member": tests and programs rely on it
  Message message;   ///< what is wrong and what was expected
  std::string file;  ///< as the user named it; empty when there is no file
  Position position;
  std::string pointer;         ///< RFC 6901; empty for the document as a whole and for syntax faults
  bool at_member = false;      ///< the place is the member's name, not its value
  std::size_t occurrence = 0;  ///< of a member given several times, which one (0 is the first)
  std::string related;         ///< pointer of another place that matters, e.g. the first of two equal ids
  Position related_position;

  [[nodiscard]] bool is(Code one) const { return code == code_name(one); }

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] Diagnostic error_at(std::string pointer, CodeName code, Message message);
[[nodiscard]] Diagnostic warning_at(std::string pointer, CodeName code, Message message);

/// Whether any of them is an error.
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// One line, without a line end, safe for a terminal: whatever its parts quote, no control
/// character, line break or change of direction remains. In a language that runs from right to
/// left, isolates keep FILE:LINE:COLUMN and the code in order.
[[nodiscard]] std::string format(const Diagnostic& diagnostic, std::string_view language = "en");

/// At most this many diagnostics are shown for one file; then "and N more".
inline constexpr std::size_t kMaxDiagnostics = 100;

/// At most this many faults of one document are collected: a hostile document could fill memory
/// with them.
inline constexpr std::size_t kMostDiagnosticsKept = 10'000;

/// Adds one, unless there are already kMostDiagnosticsKept.
void keep(Diagnostics& diagnostics, Diagnostic diagnostic);

/// All of them, one per line, each with a line end. More than kMaxDiagnostics end with "and N
/// more".
[[nodiscard]] std::string format(const Diagnostics& diagnostics, std::string_view language = "en");

}  // namespace ibtikar
