// See assessed.h.
#include "support/assessed.h"

#include <stdexcept>

#include <fmt/format.h>

namespace ibtikar::test {

Assessment assessed(const Scorer& scorer, const Proposal& proposal) {
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode(proposal, {}, warnings);
  if (!sheet) throw std::logic_error(format(sheet.error()) + text_of(proposal));
  return scorer.assess(proposal, *sheet, warnings);
}

RandomCase::RandomCase(std::uint64_t seed)
    : source(random_rubric(seed)),
      scorer(source.rubric),
      random(seed),
      proposal(random_proposal(source.rubric, random)) {}

std::string RandomCase::text() const {
  return fmt::format("random_draft({}), answers:\n{}", source.seed, text_of(proposal));
}

std::vector<NamedMeasure> measures_of(const Assessment& assessment) {
  std::vector<NamedMeasure> all{{"overall", assessment.overall.measure}};
  for (const DimensionScore& dimension : assessment.dimensions)
    all.push_back({dimension.id, dimension.measure});
  for (const CriterionScore& criterion : assessment.criteria)
    all.push_back({criterion.id, criterion.measure});
  for (const CriterionScore& criterion : assessment.criteria)
    for (const GroupScore& group : criterion.groups)
      all.push_back({criterion.id + "/" + group.id, group.measure});
  return all;
}

}  // namespace ibtikar::test
