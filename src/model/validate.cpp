// validate(): the only door from a RubricDraft to a Rubric.
#include <algorithm>

#include <fmt/format.h>

#include "model/validate_parts.h"

namespace ibtikar {
namespace {

bool has_questions(const RubricDraft& draft) {
  for (const Section& section : draft.sections)
    for (const Criterion& criterion : section.criteria)
      if (!criterion.questions.empty()) return true;
  return false;
}

/// From here on every scale question has its levels at hand.
void fill_levels(RubricDraft& draft) {
  for (Section& section : draft.sections)
    for (Criterion& criterion : section.criteria)
      for (Question& question : criterion.questions)
        if (const Scale* scale = named_scale(draft, question)) question.levels = scale->levels;
}

}  // namespace

std::string criterion_pointer(std::size_t section, std::size_t criterion) {
  return fmt::format("/sections/{}/criteria/{}", section, criterion);
}

std::string question_pointer(std::size_t section, std::size_t criterion, std::size_t question) {
  return fmt::format("{}/questions/{}", criterion_pointer(section, criterion), question);
}

const Scale* named_scale(const RubricDraft& draft, const Question& question) {
  if (question.type != QuestionType::scale || question.scale.empty()) return nullptr;
  const auto it = std::find_if(draft.scales.begin(), draft.scales.end(),
                               [&](const Scale& scale) { return scale.id == question.scale; });
  return it == draft.scales.end() ? nullptr : &*it;
}

void for_each_question(
    const RubricDraft& draft,
    const std::function<void(const Criterion&, const Question&, const std::string&)>& visit) {
  for (std::size_t s = 0; s < draft.sections.size(); ++s)
    for (std::size_t c = 0; c < draft.sections[s].criteria.size(); ++c) {
      const Criterion& criterion = draft.sections[s].criteria[c];
      for (std::size_t q = 0; q < criterion.questions.size(); ++q)
        visit(criterion, criterion.questions[q], question_pointer(s, c, q));
    }
}

Checked<Rubric> validate(RubricDraft draft, Diagnostics& warnings) {
  Findings findings;
  if (!validate_limits(draft, findings)) return fail(findings.errors());
  if (!has_questions(draft))
    findings.error("/sections", "no-questions", message("a rubric must ask something; expected a question"));
  validate_names(draft, findings);
  validate_weights(draft, findings);
  validate_tables(draft, findings);
  validate_combining(draft, findings);
  validate_questions(draft, findings);
  validate_conditions(draft, findings);
  validate_texts(draft, findings);
  if (!findings.errors().empty()) {
    Diagnostics all = findings.errors();
    all.append(findings.warnings());
    return fail(std::move(all));
  }
  fill_levels(draft);
  Rubric rubric(std::move(draft));
  validate_reach(rubric, findings);
  if (!findings.errors().empty()) return fail(findings.errors());
  warnings.append(findings.warnings());
  return rubric;
}

}  // namespace ibtikar
