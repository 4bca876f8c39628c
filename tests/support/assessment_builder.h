// Assessments made by hand, for tests of reports: a small bilingual rubric of
// three dimensions and eight criteria, and what may become of a proposal.
//
//   Assessment a = sample_assessment();     // promising, not settled, a gate unknown
//   a.proposal.title = "...";               // then damage one place
#pragma once

#include <string>

#include "ibtikar/assessment.h"

namespace ibtikar::test {

/// A text in English and Arabic.
[[nodiscard]] LocalizedText in_both(std::string english, std::string arabic);

/// "Peer visitors": mostly answered, promising, its verdict open.
[[nodiscard]] Assessment sample_assessment();

/// The same program before the first answer.
[[nodiscard]] Assessment nothing_answered();

/// Every question was said not to apply.
[[nodiscard]] Assessment nothing_applies();

/// Two gates apply to feasibility, one of them to the overall score too; a third changes nothing.
[[nodiscard]] Assessment capped_by_two_gates();

/// Every text from a file tries something: escapes, overrides, forged lines, marks without end, length.
[[nodiscard]] Assessment hostile_assessment();

/// Every text from a file is `text`, one of hostile_texts() perhaps.
[[nodiscard]] Assessment assessment_of_hostile(const std::string& text);

/// One such text: ESC, RLO, CR LF, NEL, 300 combining marks, bytes that are not UTF-8, and `name`.
[[nodiscard]] std::string hostile_text(const std::string& name);

}  // namespace ibtikar::test
