// Condition: when a question is shown, or a gate applies.
//
// A tree of atoms on single questions, joined by `all`, `any` and `not`, with
// three truth values (Kleene's strong logic): an atom on a question nobody has
// answered is neither true nor false.
//
//   {"all": [{"question": "profile.stage", "one_of": ["pilot", "running"]},
//            {"not": {"question": "groundwork.funded", "at_least": 20}}]}
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace ibtikar {

/// Kleene's three truth values, in the order that makes `all` a minimum and `any` a maximum.
enum class Truth { no = 0, unknown = 1, yes = 2 };

[[nodiscard]] constexpr Truth operator!(Truth t) {
  return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }

enum class Test { is, is_not, at_least, at_most, above, below, one_of, includes };

/// What an atom compares with: yes/no, a level's value or a number, an option's id.
using Operand = std::variant<bool, double, std::string>;

/// One question, or one score, asked one thing. `one_of` has one operand or more, every other test
/// exactly one.
struct Atom {
  std::string question;  ///< full id, "criterion.question"; empty when it asks a score
  std::string score;     ///< a criterion's id, a dimension's, or "overall"; only in gates
  Test test = Test::is;
  std::vector<Operand> operands;

  friend bool operator==(const Atom&, const Atom&) = default;
};

struct Condition {
  enum class Kind { atom, all, any, negation };

  Kind kind = Kind::atom;
  Atom atom;                     ///< when kind is atom
  std::vector<Condition> parts;  ///< when it is not; exactly one for a negation
  std::string pointer;           ///< where it stands in the rubric's document (RFC 6901), for diagnostics

  /// Compares what is asked, not where it was written.
  friend bool operator==(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.atom == b.atom && a.parts == b.parts;
  }
};

}  // namespace ibtikar
