// A small rubric with a question of every type, for tests of the interview.
//
//   0 goal.exists    yes_no            4 run.hours   number, 0 to 40 hours
//   1 goal.written   scale of 3;       5 run.waste   scale of 3, may not apply
//                    only if exists    6 run.fence   yes_no, may not apply
//   2 people.who     choice of 3       7 run.story   text
//   3 people.tools   choices of 3
//
// English and Arabic; evidence levels claimed, documented, measured; two sections.
#pragma once

#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// The rubric's document.
extern const std::string_view kGardenRubric;

[[nodiscard]] Rubric garden_rubric();
/// The same without evidence levels.
[[nodiscard]] Rubric garden_rubric_without_evidence();
/// The same, its first question with an example and two rules.
[[nodiscard]] Rubric garden_rubric_with_rules();

}  // namespace ibtikar::test
