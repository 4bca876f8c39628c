// The parts of validate(), one question about a draft each. Errors and warnings
// go to `findings`; the pointers are those of the rubric's JSON document.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/rubric.h"
#include "model/findings.h"

namespace ibtikar {

/// The places of a criterion and a question of a draft in the document.
[[nodiscard]] std::string criterion_pointer(std::size_t section, std::size_t criterion);
[[nodiscard]] std::string question_pointer(std::size_t section, std::size_t criterion, std::size_t question);

/// An error where `value` is not from `least` to `greatest`.
void check_range(double value, double least, double greatest, const std::string& pointer, Findings& findings);

/// No more of anything than limits.h allows. False: nothing else may be checked, it could take for
/// ever.
[[nodiscard]] bool validate_limits(const RubricDraft& draft, Findings& findings);

/// Ids well-formed and unique; references to dimensions, sources, scales and evidence levels
/// resolve.
void validate_names(const RubricDraft& draft, Findings& findings);

/// Weights finite and not negative, sums over zero, dimensions contributed to.
void validate_weights(const RubricDraft& draft, Findings& findings);

/// Bands, evidence, completeness, gates' caps: numbers in their ranges and order.
void validate_tables(const RubricDraft& draft, Findings& findings);

/// How parts are combined, scales shown, directions, and what answers need for credit.
void validate_combining(const RubricDraft& draft, Findings& findings);

/// What a question of each type must have: levels, options, points that differ and rise.
void validate_questions(const RubricDraft& draft, Findings& findings);

/// Conditions ask known, earlier questions what these can answer, without a cycle.
void validate_conditions(const RubricDraft& draft, Findings& findings);

/// Translations that a listed language lacks, counted per language.
void validate_texts(const RubricDraft& draft, Findings& findings);

/// What no answers reach: conditions never true, gates that never or always
/// apply, bands out of reach. Requires a rubric without errors.
void validate_reach(const Rubric& rubric, Findings& findings);

/// The scale that a question names; nullptr if it has none or names an unknown one.
[[nodiscard]] const Scale* named_scale(const RubricDraft& draft, const Question& question);

/// Calls `visit` for every question of a draft with its pointer, in order.
void for_each_question(
    const RubricDraft& draft,
    const std::function<void(const Criterion&, const Question&, const std::string&)>& visit);

}  // namespace ibtikar
