// The words by which files call the values of the model's enums: one table for each, read in both directions.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/assessment.h"

namespace ibtikar {

template <class Value, std::size_t count>
using Names = std::array<std::pair<std::string_view, Value>, count>;

template <class Value, std::size_t count>
[[nodiscard]] constexpr std::string_view name_in(const Names<Value, count>& names, Value value) {
  for (const auto& [name, known] : names)
    if (known == value) return name;
  return {};
}

template <class Value, std::size_t count>
[[nodiscard]] constexpr std::optional<Value> find_in(const Names<Value, count>& names,
                                                     std::string_view name) {
  for (const auto& [known, value] : names)
    if (known == name) return value;
  return std::nullopt;
}

template <class Value, std::size_t count>
[[nodiscard]] std::vector<std::string> names_in(const Names<Value, count>& names) {
  std::vector<std::string> all;
  for (const auto& [name, value] : names) all.emplace_back(name);
  return all;
}

/// How dimensions become the overall score.
inline constexpr Names<Combine, 3> kCombines = {{{"arithmetic_mean", Combine::arithmetic_mean},
                                                 {"geometric_mean", Combine::geometric_mean},
                                                 {"minimum", Combine::minimum}}};

/// How parts become the value of a question group, a criterion or a dimension.
inline constexpr Names<Joining, 6> kJoinings = {{{"mean", Joining::mean},
                                                 {"minimum", Joining::minimum},
                                                 {"maximum", Joining::maximum},
                                                 {"sum", Joining::sum},
                                                 {"deductions", Joining::deductions},
                                                 {"in_order", Joining::in_order}}};

inline constexpr Names<Better, 2> kBetters = {{{"higher", Better::higher}, {"lower", Better::lower}}};

/// The members of a gate that change scores otherwise than by a cap, in the order in which they take effect.
inline constexpr Names<Adjustment::Kind, 3> kAdjustments = {{{"multiply", Adjustment::Kind::multiply},
                                                             {"add", Adjustment::Kind::add},
                                                             {"floor", Adjustment::Kind::floor}}};

inline constexpr Names<QuestionType, 6> kQuestionTypes = {{{"scale", QuestionType::scale},
                                                           {"yes_no", QuestionType::yes_no},
                                                           {"choice", QuestionType::choice},
                                                           {"choices", QuestionType::choices},
                                                           {"number", QuestionType::number},
                                                           {"text", QuestionType::text}}};

inline constexpr Names<Test, 8> kConditionTests = {{{"is", Test::is},
                                                    {"is_not", Test::is_not},
                                                    {"at_least", Test::at_least},
                                                    {"at_most", Test::at_most},
                                                    {"above", Test::above},
                                                    {"below", Test::below},
                                                    {"one_of", Test::one_of},
                                                    {"includes", Test::includes}}};

inline constexpr Names<QuestionState, 4> kQuestionStates = {
    {{"hidden", QuestionState::hidden},
     {"not_applicable", QuestionState::not_applicable},
     {"answered", QuestionState::answered},
     {"unanswered", QuestionState::unanswered}}};

inline constexpr Names<GateState, 3> kGateStates = {
    {{"applies", GateState::applies}, {"unknown", GateState::unknown}, {"clear", GateState::clear}}};

inline constexpr Names<RequirementResult::State, 3> kRequirementStates = {
    {{"met", RequirementResult::State::met},
     {"unmet", RequirementResult::State::unmet},
     {"unknown", RequirementResult::State::unknown}}};

inline constexpr Names<AdviceKind, 3> kAdviceKinds = {
    {{"raise", AdviceKind::raise}, {"document", AdviceKind::document}, {"supply", AdviceKind::supply}}};

}  // namespace ibtikar
