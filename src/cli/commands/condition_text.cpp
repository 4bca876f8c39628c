// See condition_text.h.
#include "cli/commands/condition_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/direction.h"
#include "base/safe_text.h"

namespace ibtikar::cli {
namespace {

struct ConditionWords {
  std::array<const char*, 8> tests;  ///< in the order of Test
  const char* all;
  const char* any;
  const char* negated;
  const char* list_or;
  const char* yes;
  const char* no;
};

constexpr ConditionWords kEnglish = {
    {"is", "is not", "is at least", "is at most", "is above", "is below", "is one of", "includes"},
    " and ",
    " or ",
    "not ",
    ", ",
    "yes",
    "no"};
constexpr ConditionWords kArabic = {
    {"هو", "ليس", "لا يقل عن", "لا يزيد على", "أكثر من", "أقل من", "هو أحد", "يشمل"},
    " و",
    " أو ",
    "ليس ",
    "، ",
    "نعم",
    "لا"};

class ConditionText {
 public:
  ConditionText(const Rubric& rubric, const std::string& language)
      : rubric_(rubric),
        language_(language),
        words_(primary_language(language) == "ar" ? kArabic : kEnglish) {}

  /// `within`: a part of something, in which it would be taken apart without brackets.
  [[nodiscard]] std::string say(const Condition& condition, bool within) const {
    switch (condition.kind) {
      case Condition::Kind::atom:
        return say_atom(condition.atom);
      case Condition::Kind::negation:
        return words_.negated + fmt::format("({})", say(condition.parts.front(), false));
      case Condition::Kind::all:
      case Condition::Kind::any:
        break;
    }
    std::string out;
    for (const Condition& part : condition.parts) {
      if (!out.empty()) out += condition.kind == Condition::Kind::all ? words_.all : words_.any;
      out += say(part, true);
    }
    return within && condition.parts.size() > 1 ? "(" + out + ")" : out;
  }

 private:
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
      operands += (operands.empty() ? "" : words_.list_or) + say_operand(operand, question);
    return fmt::format("{} {} {}", left_to_right(asked), words_.tests[static_cast<std::size_t>(atom.test)],
                       operands);
  }

  [[nodiscard]] std::string title_of(const LocalizedText& title) const {
    return isolated(title.in(language_, rubric_.fallback_language()));
  }

  [[nodiscard]] std::string say_operand(const Operand& operand, const Question& question) const {
    if (const bool* truth = std::get_if<bool>(&operand)) return *truth ? words_.yes : words_.no;
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
  const ConditionWords& words_;
};

}  // namespace

std::string condition_text(const Condition& condition, const Rubric& rubric, const std::string& language) {
  return ConditionText(rubric, language).say(condition, false);
}

}  // namespace ibtikar::cli
