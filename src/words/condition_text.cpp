// See condition_text.h.
#include "words/condition_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "base/direction.h"
#include "base/safe_text.h"

namespace ibtikar {
namespace {

constexpr std::array<Phrase, 8> kTests = {  // in the order of Test
    phrase_in("condition", "is"),          phrase_in("condition", "is not"),
    phrase_in("condition", "is at least"), phrase_in("condition", "is at most"),
    phrase_in("condition", "is above"),    phrase_in("condition", "is below"),
    phrase_in("condition", "is one of"),   phrase_in("condition", "includes")};
constexpr Phrase kAll = phrase_in("condition", " and ");
constexpr Phrase kAny = phrase_in("condition", " or ");
constexpr Phrase kNegated = phrase_in("condition", "not ");

class ConditionText {
 public:
  ConditionText(const Rubric& rubric, const std::string& language) : rubric_(rubric), language_(language) {}

  /// `within`: a part of something, in which it would be taken apart without brackets.
  [[nodiscard]] std::string say(const Condition& condition, bool within) const {
    switch (condition.kind) {
      case Condition::Kind::atom:
        return say_atom(condition.atom);
      case Condition::Kind::negation:
        return fmt::format("{}({})", word(kNegated), say(condition.parts.front(), false));
      case Condition::Kind::all:
      case Condition::Kind::any:
        break;
    }
    std::string out;
    for (const Condition& part : condition.parts) {
      if (!out.empty()) out += word(condition.kind == Condition::Kind::all ? kAll : kAny);
      out += say(part, true);
    }
    return within && condition.parts.size() > 1 ? "(" + out + ")" : out;
  }

 private:
  [[nodiscard]] std::string_view word(Phrase phrase) const { return translated(phrase, language_); }

  static std::string left_to_right(const std::string& text) {
    return std::string(kLeftToRightIsolate) + plain(text) + std::string(kPopIsolate);
  }

  [[nodiscard]] std::string say_atom(const Atom& atom) const {
    const std::string& asked = atom.score.empty() ? atom.question : atom.score;
    const Question no_question;
    const auto number = rubric_.find(atom.question);
    const Question& question = number ? rubric_.question(*number) : no_question;
    std::string operands;
    for (const Operand& operand : atom.operands)
      operands.append(operands.empty() ? std::string_view() : word(phrase(", ")))
          .append(say_operand(operand, question));
    return fmt::format("{} {} {}", left_to_right(asked), word(kTests[static_cast<std::size_t>(atom.test)]),
                       operands);
  }

  [[nodiscard]] std::string title_of(const LocalizedText& title) const {
    return isolated(title.in(language_, rubric_.fallback_language()));
  }

  [[nodiscard]] std::string say_operand(const Operand& operand, const Question& question) const {
    if (const bool* truth = std::get_if<bool>(&operand))
      return std::string(word(*truth ? phrase("yes") : phrase("no")));
    if (const std::string* id = std::get_if<std::string>(&operand)) {
      const auto option = std::ranges::find(question.options, *id, &Option::id);
      return option == question.options.end() ? isolated(*id) : title_of(option->title);
    }
    const double number = std::get<double>(operand);
    const auto level = std::ranges::find(question.levels, number, &Level::value);
    return level == question.levels.end() ? shortest(number)
                                          : fmt::format("{} ({})", shortest(number), title_of(level->title));
  }

  const Rubric& rubric_;  // outlive it
  const std::string& language_;
};

}  // namespace

std::string condition_text(const Condition& condition, const Rubric& rubric, const std::string& language) {
  return ConditionText(rubric, language).say(condition, false);
}

}  // namespace ibtikar
