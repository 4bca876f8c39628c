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
#include <initializer_list>
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

/// The diagnostics of one document or record, in the order in which they were found.
///
/// A hostile document could fill memory with them. So only the first kMost are kept; of all others
/// only the number is, by severity and code. Nobody who adds one has to think of this.
class Diagnostics {
 public:
  static constexpr std::size_t kMost = 10'000;

  /// How many diagnostics of one kind were not kept.
  struct LeftOut {
    Severity severity = Severity::error;
    std::string code;
    std::size_t times = 0;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
  };

  using value_type = Diagnostic;
  using iterator = std::vector<Diagnostic>::iterator;
  using const_iterator = std::vector<Diagnostic>::const_iterator;

  Diagnostics() = default;
  Diagnostics(std::initializer_list<Diagnostic> diagnostics);

  /// Keeps it, or counts it if there are kMost.
  void push_back(Diagnostic diagnostic);
  /// The same for all of them, and those that they left out.
  void append(Diagnostics more);
  /// Counts one without its text: for loops over what a document has too much of.
  void leave_out(Severity severity, std::string_view code, std::size_t times = 1);
  /// Forgets all of a code, those that were left out, too.
  void forget(std::string_view code);
  /// Forgets those that are kept and of which `is_one` holds.
  template <class Predicate>
  void forget_if(Predicate is_one) {
    std::erase_if(kept_, is_one);
  }
  void clear();

  /// Whether the next one would only be counted.
  [[nodiscard]] bool is_full() const { return kept_.size() >= kMost; }
  /// Whether there are none, kept or left out.
  [[nodiscard]] bool empty() const { return kept_.empty() && left_out_.empty(); }
  /// How many are kept: those that can be reached by index.
  [[nodiscard]] std::size_t size() const { return kept_.size(); }
  /// How many there are, with those that were left out.
  [[nodiscard]] std::size_t total() const;
  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }

  [[nodiscard]] iterator begin() { return kept_.begin(); }
  [[nodiscard]] iterator end() { return kept_.end(); }
  [[nodiscard]] const_iterator begin() const { return kept_.begin(); }
  [[nodiscard]] const_iterator end() const { return kept_.end(); }
  [[nodiscard]] Diagnostic& operator[](std::size_t number) { return kept_[number]; }
  [[nodiscard]] const Diagnostic& operator[](std::size_t number) const { return kept_[number]; }
  [[nodiscard]] Diagnostic& front() { return kept_.front(); }
  [[nodiscard]] const Diagnostic& front() const { return kept_.front(); }
  [[nodiscard]] Diagnostic& back() { return kept_.back(); }
  [[nodiscard]] const Diagnostic& back() const { return kept_.back(); }

  friend bool operator==(const Diagnostics&, const Diagnostics&) = default;

 private:
  std::vector<Diagnostic> kept_;
  std::vector<LeftOut> left_out_;  ///< few: one for each kind
};

[[nodiscard]] Diagnostic error_at(std::string pointer, CodeName code, Message message);
[[nodiscard]] Diagnostic warning_at(std::string pointer, CodeName code, Message message);

/// Whether any of them is an error, kept or left out.
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// One line, without a line end, safe for a terminal: whatever its parts quote, no control
/// character, line break or change of direction remains. In a language that runs from right to
/// left, isolates keep FILE:LINE:COLUMN and the code in order.
[[nodiscard]] std::string format(const Diagnostic& diagnostic, std::string_view language = "en");

/// At most this many diagnostics are shown for one file; then "and N more".
inline constexpr std::size_t kMaxDiagnostics = 100;

/// All of them, one per line, each with a line end. More than kMaxDiagnostics end with "and N
/// more".
[[nodiscard]] std::string format(const Diagnostics& diagnostics, std::string_view language = "en");

}  // namespace ibtikar
