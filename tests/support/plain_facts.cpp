// See plain_facts.h. Both kinds of results have members of the same names, so
// one set of templates words them; only the printing of a number is each side's own.
#include "support/plain_facts.h"

#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/decimal.h"
#include "model/display_scale.h"

namespace ibtikar::test {
namespace {

std::string plain_digits(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  return text == "-0.00" ? "0.00" : text;
}

using Digits = std::string (*)(double);

std::string words(const std::optional<double>& value, Digits digits) {
  return value ? digits(*value) : "none";
}

std::string words(const AnswerValue& value) {
  struct Words {
    std::string operator()(std::monostate) const { return "nothing"; }
    std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& list) const { return fmt::format("{}", list); }
  };
  return std::visit(Words{}, value);
}

const char* word(QuestionState state) {
  switch (state) {
    case QuestionState::hidden:
      return "hidden";
    case QuestionState::not_applicable:
      return "not applicable";
    case QuestionState::answered:
      return "answered";
    case QuestionState::unanswered:
      return "unanswered";
  }
  return "?";
}

const char* word(GateState state) {
  switch (state) {
    case GateState::applies:
      return "applies";
    case GateState::unknown:
      return "unknown";
    case GateState::clear:
      return "clear";
  }
  return "?";
}

const char* word(RequirementResult::State state) {
  switch (state) {
    case RequirementResult::State::met:
      return "met";
    case RequirementResult::State::unmet:
      return "unmet";
    case RequirementResult::State::unknown:
      return "unknown";
  }
  return "?";
}

const char* word(AdviceKind kind) {
  switch (kind) {
    case AdviceKind::raise:
      return "raise";
    case AdviceKind::document:
      return "document";
    case AdviceKind::supply:
      return "supply";
  }
  return "?";
}

/// The numbers of a score on its scale.
std::string shown_text(const PlainScore& score) { return score.shown.empty() ? "" : " shown " + score.shown; }

template <class Scored>
std::string shown_text(const Scored& score) {
  if (!score.scale) return "";
  const ScaledScore& shown = *score.measure.shown;
  return fmt::format(" shown {} {} {}", shown.score ? scale_text(*score.scale, *shown.score) : "none",
                     scale_text(*score.scale, shown.low), scale_text(*score.scale, shown.high));
}

/// `Measured` has score, low, high, completeness: a Measure or a PlainScore.
template <class Measured>
std::string numbers(const Measured& measured, bool applicable, Digits digits) {
  return fmt::format("score {} low {} high {} completeness {}{}", words(measured.score, digits),
                     digits(measured.low), digits(measured.high), digits(measured.completeness),
                     applicable ? "" : " not applicable");
}

template <class Part>
std::string caps(const Part& part, Digits digits) {
  return fmt::format(" band {} uncapped {} capped by {}{}", part.band, words(part.uncapped, digits),
                     part.capped_by,
                     part.adjusted_by.empty() ? "" : fmt::format(" adjusted by {}", part.adjusted_by));
}

template <class Amounts>
std::string amounts(const Amounts& some, Digits digits) {
  std::string text;
  for (const auto& [dimension, amount] : some) text += " " + dimension + "=" + words(amount, digits);
  return text;
}

template <class Question>
std::string question_fact(const Question& question, Digits digits) {
  return fmt::format("question {} {}{} utility {} credited {} points{} lost{}{}\n", question.id,
                     word(question.state), question.possibly_hidden ? " possibly hidden" : "",
                     words(question.utility, digits), words(question.credited, digits),
                     amounts(question.points, digits), amounts(question.lost, digits),
                     question.missing.empty() ? "" : fmt::format(" missing {}", question.missing));
}

template <class SomeAdvice>
std::string advice_fact(const SomeAdvice& advice, Digits digits) {
  return fmt::format("advice {} {} to {} overall {} dimensions{}\n", word(advice.kind), advice.question,
                     words(advice.to), words(advice.overall_gain, digits),
                     amounts(advice.dimension_gains, digits));
}

template <class Outcome>
std::string verdict_fact(const Outcome& outcome) {
  return fmt::format("verdict {}{}\n", outcome.verdict, outcome.settled ? " settled" : "");
}

std::vector<std::string> facts_in(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::string facts_of(const PlainResult& result) {
  std::string text = verdict_fact(result);
  const auto scored = [&](const PlainScore& s) {
    text +=
        s.id + " " + numbers(s, s.applicable, plain_digits) + caps(s, plain_digits) + shown_text(s) + "\n";
  };
  scored(result.overall);
  for (const PlainScore& dimension : result.dimensions) scored(dimension);
  for (const PlainScore& criterion : result.criteria)
    text += "criterion " + criterion.id + " " + numbers(criterion, criterion.applicable, plain_digits) +
            shown_text(criterion) + "\n";
  for (const PlainScore& group : result.groups)
    text += "group " + group.id + " " + numbers(group, group.applicable, plain_digits) + "\n";
  for (const PlainQuestion& question : result.questions) text += question_fact(question, plain_digits);
  for (const auto& [id, state] : result.gates) text += fmt::format("gate {} {}\n", id, word(state));
  for (const auto& [band, state] : result.requirements)
    text += fmt::format("requirement of {} {}\n", band, word(state));
  for (const PlainAdvice& advice : result.advice) text += advice_fact(advice, plain_digits);
  return text;
}

std::string facts_of(const Assessment& assessment) {
  std::string text = verdict_fact(assessment);
  const auto scored = [&](const DimensionScore& s) {
    text += s.id + " " + numbers(s.measure, s.applicable, two_decimals) + caps(s, two_decimals) +
            shown_text(s) + "\n";
  };
  scored(assessment.overall);
  for (const DimensionScore& dimension : assessment.dimensions) scored(dimension);
  for (const CriterionScore& criterion : assessment.criteria)
    text += "criterion " + criterion.id + " " +
            numbers(criterion.measure, criterion.applicable, two_decimals) + shown_text(criterion) + "\n";
  for (const CriterionScore& criterion : assessment.criteria)
    for (const GroupScore& group : criterion.groups)
      text += "group " + criterion.id + "/" + group.id + " " +
              numbers(group.measure, group.applicable, two_decimals) + "\n";
  for (const QuestionResult& question : assessment.questions) text += question_fact(question, two_decimals);
  for (const GateResult& gate : assessment.gates)
    text += fmt::format("gate {} {}\n", gate.id, word(gate.state));
  for (const RequirementResult& one : assessment.requirements)
    text += fmt::format("requirement of {} {}\n", one.band, word(one.state));
  for (const Advice& advice : assessment.advice) text += advice_fact(advice, two_decimals);
  return text;
}

std::string differences(const std::string& expected, const std::string& got) {
  std::vector<std::string> left = facts_in(expected);
  std::vector<std::string> right = facts_in(got);
  const std::size_t count = std::max(left.size(), right.size());
  left.resize(count, "(no line)");
  right.resize(count, "(no line)");
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    if (left[i] != right[i]) text += fmt::format("  expected {}\n  got      {}\n", left[i], right[i]);
  return text;
}

}  // namespace ibtikar::test
