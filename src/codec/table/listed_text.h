// Texts of drop-down lists, as forms have them (report/view/form.h): "4 · They decide", the code and
// its title. The code alone counts, but only if the title behind it is its own: a list of another
// version of the rubric is refused, not misread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// The answer that a text of a list states; nothing if it is none.
[[nodiscard]] std::optional<AnswerValue> listed_answer(const Question& question, std::string_view cell);

/// The level of evidence that a cell names, by its id or by a text of a list. What is neither stays
/// as it is.
[[nodiscard]] std::string evidence_of_cell(const Evidence& evidence, std::string_view cell);

}  // namespace ibtikar
