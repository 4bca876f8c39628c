// Texts that someone may put into a file to make a report lie, run or break: for every text field of every
// format, see assessment_of_hostile() in assessment_builder.h.
#pragma once

#include <string>
#include <vector>

namespace ibtikar::test {

/// All are valid UTF-8: control sequences, forged lines, bidi controls, HTML, script, Markdown, formulas,
/// templates.
[[nodiscard]] std::vector<std::string> hostile_texts();

}  // namespace ibtikar::test
