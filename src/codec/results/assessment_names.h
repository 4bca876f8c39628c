// The names of the states of questions and gates in an assessment.
#pragma once

#include <string_view>

#include "model/names.h"

namespace ibtikar {

// The enumerators are complete in each table, so a name is never empty.
[[nodiscard]] inline std::string_view state_name(QuestionState state) {
  return name_in(kQuestionStates, state);
}
[[nodiscard]] inline std::string_view requirement_state_name(RequirementResult::State state) {
  return name_in(kRequirementStates, state);
}
[[nodiscard]] inline std::string_view gate_state_name(GateState state) { return name_in(kGateStates, state); }

}  // namespace ibtikar
