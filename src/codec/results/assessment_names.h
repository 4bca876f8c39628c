// The names of the states of questions and gates in an assessment.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "ibtikar/assessment.h"

namespace ibtikar {

inline constexpr std::array<std::pair<std::string_view, QuestionState>, 4> kQuestionStates = {
    {{"hidden", QuestionState::hidden},
     {"not_applicable", QuestionState::not_applicable},
     {"answered", QuestionState::answered},
     {"unanswered", QuestionState::unanswered}}};

inline constexpr std::array<std::pair<std::string_view, GateState>, 3> kGateStates = {
    {{"applies", GateState::applies}, {"unknown", GateState::unknown}, {"clear", GateState::clear}}};

inline constexpr std::array<std::pair<std::string_view, RequirementResult::State>, 3> kRequirementStates = {
    {{"met", RequirementResult::State::met},
     {"unmet", RequirementResult::State::unmet},
     {"unknown", RequirementResult::State::unknown}}};

inline constexpr std::array<std::pair<std::string_view, AdviceKind>, 3> kAdviceKinds = {
    {{"raise", AdviceKind::raise}, {"document", AdviceKind::document}, {"supply", AdviceKind::supply}}};

template <class Table, class Value>
[[nodiscard]] constexpr std::string_view name_in(const Table& table, Value value) {
  for (const auto& [name, known] : table)
    if (known == value) return name;
  return {};
}

[[nodiscard]] inline std::string_view state_name(QuestionState state) {
  return name_in(kQuestionStates, state);
}
[[nodiscard]] inline std::string_view requirement_state_name(RequirementResult::State state) {
  return name_in(kRequirementStates, state);
}
[[nodiscard]] inline std::string_view gate_state_name(GateState state) { return name_in(kGateStates, state); }

}  // namespace ibtikar
