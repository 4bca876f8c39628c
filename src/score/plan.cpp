// See plan.h.
#include "score/plan.h"

#include <algorithm>

namespace ibtikar {
namespace {

std::size_t find_dimension(const Rubric& rubric, const std::string& id) {
  for (std::size_t d = 0; d < rubric.dimensions().size(); ++d)
    if (rubric.dimensions()[d].id == id) return d;
  return kOverall;  // validate() lets no other name through
}

/// All bands when the id is empty.
std::size_t find_band(const Rubric& rubric, const std::string& id) {
  const std::vector<Band>& bands = rubric.parts().bands;
  for (std::size_t b = 0; b < bands.size(); ++b)
    if (bands[b].id == id) return b;
  return bands.size();
}

/// Largest ceiling, then smallest margin, then first.
std::optional<std::size_t> best_level(const std::vector<EvidenceLevel>& levels) {
  if (levels.empty()) return std::nullopt;
  std::size_t best = 0;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    const bool higher = levels[i].ceiling > levels[best].ceiling;
    const bool surer = levels[i].ceiling == levels[best].ceiling && levels[i].margin < levels[best].margin;
    if (higher || surer) best = i;
  }
  return best;
}

}  // namespace

ScorerPlan::ScorerPlan(const Rubric& checked) : rubric(checked), conditions(rubric) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) full_ids.push_back(rubric.full_id(q));
  for (const Dimension& dimension : rubric.dimensions()) dimensions.push_back({dimension.weight, {}});
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      const std::size_t number = criteria.size();
      criteria.push_back({questions.size(), questions.size() + criterion.questions.size()});
      criterion_parts.push_back(&criterion);
      criterion_sections.push_back(section.id);
      for (const Contribution& contribution : criterion.contributes)
        if (contribution.weight > 0)
          dimensions[find_dimension(rubric, contribution.dimension)].criteria.emplace_back(
              number, contribution.weight);
      for (const Question& question : criterion.questions)
        questions.push_back({number, question.weight, question.weight > 0 && gives_utility(question),
                             question.not_applicable});
    }
  for (const Gate& gate : rubric.parts().gates) {
    std::vector<CapPlan> caps;
    for (const Cap& cap : gate.caps)
      caps.push_back(
          {cap.target == "overall" ? kOverall : find_dimension(rubric, cap.target), cap.limit / 100});
    gates.push_back(std::move(caps));
    gate_bands.push_back(find_band(rubric, gate.verdict));
  }
  const auto& levels = rubric.parts().evidence.levels;
  for (const EvidenceLevel& level : levels) {
    margins.push_back(level.margin);
    ceilings.push_back(level.ceiling);
  }
  if (levels.empty()) {
    margins.push_back(0);
    ceilings.push_back(1);
  }
  best_evidence = best_level(levels);
}

}  // namespace ibtikar
