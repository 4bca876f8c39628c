// When a question of a form is asked, in the language of a form tool.
//
// Tools know two truth values, conditions have three (docs/scoring.md, "Conditions"). A question is
// asked unless its conditions are certainly false. Each question with conditions therefore has a
// variable, "shown_NAME", that a tool computes: "no" (certainly not), "yes" (certainly) or
// "maybe". A condition on that question needs it, because a tool cannot tell an answer that is
// missing from one that is hidden.
#pragma once

#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar {

enum class FormDialect {
  xpath,     ///< XLSForm: ODK, Kobo
  surveyjs,  ///< expressions of SurveyJS
};

/// "shown_goal__written"
[[nodiscard]] std::string shown_variable(const Rubric& rubric, std::size_t question);
/// What computes it; empty for a question without conditions.
[[nodiscard]] std::string shown_expression(const Rubric& rubric, std::size_t question, FormDialect dialect);
/// Whether it is asked; empty for a question without conditions.
[[nodiscard]] std::string asked_expression(const Rubric& rubric, std::size_t question, FormDialect dialect);
/// Whether it has an answer other than "does not apply".
[[nodiscard]] std::string answered_expression(const Rubric& rubric, std::size_t question,
                                              FormDialect dialect);
/// The value of a question or a variable.
[[nodiscard]] std::string form_variable(const std::string& name, FormDialect dialect);

}  // namespace ibtikar
