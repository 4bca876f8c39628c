// See plan.h. The rubric has passed validate(), so every reference resolves and nothing here can
// fail.
#include "score/plan.h"

#include <algorithm>
#include <cmath>

#include "model/answer_check.h"

namespace ibtikar {
namespace {

/// A scan, because it runs once for each reference of a rubric and there are few dimensions.
std::size_t find_dimension(const Rubric& rubric, const std::string& id) {
  for (std::size_t d = 0; d < rubric.dimensions().size(); ++d)
    if (rubric.dimensions()[d].id == id) return d;
  return kOverall;  // validate() lets no other name through
}

/// The index of a band; without an id, the best one there could be, which limits nothing.
std::size_t find_band(const Rubric& rubric, const std::string& id) {
  const std::vector<Band>& bands = rubric.parts().bands;
  for (std::size_t b = 0; b < bands.size(); ++b)
    if (bands[b].id == id) return b;
  return rubric.parts().overall_better == Better::higher ? bands.size() : 0;
}

/// The index of a dimension, or kOverall.
std::size_t find_target(const Rubric& rubric, const std::string& id) {
  return id == "overall" ? kOverall : find_dimension(rubric, id);
}

/// The effects of a gate, in the order in which they take effect: multiply, add, floor, cap. A cap
/// comes last, so that nothing lifts a score above it.
std::vector<EffectPlan> effects_of(const Rubric& rubric, const Gate& gate) {
  std::vector<EffectPlan> effects;
  for (const auto kind : {Adjustment::Kind::multiply, Adjustment::Kind::add, Adjustment::Kind::floor})
    for (const Adjustment& one : gate.adjustments) {
      if (one.kind != kind) continue;
      EffectPlan effect{find_target(rubric, one.target)};
      if (kind == Adjustment::Kind::multiply) effect.factor = one.amount;
      if (kind == Adjustment::Kind::add) effect.plus = one.amount / 100;
      if (kind == Adjustment::Kind::floor) effect.least = one.amount / 100;
      effects.push_back(effect);
    }
  for (const Cap& cap : gate.caps) {
    EffectPlan effect{find_target(rubric, cap.target)};
    effect.most = cap.limit / 100;
    effects.push_back(effect);
  }
  return effects;
}

/// The grid of a scale that rounds. Other scales only change what is shown.
Grid grid_of(const std::optional<DisplayScale>& scale) {
  if (!scale || !scale->rounded) return 0;
  return (scale->max - scale->min) * std::pow(10, scale->decimals);
}

/// Whether the criterion's dimensions are better when lower. They all have one direction:
/// validate() accepts no other criterion.
bool is_better_lower(const Rubric& rubric, const Criterion& criterion) {
  for (const Contribution& one : criterion.contributes)
    if (one.weight > 0 && rubric.dimensions()[find_dimension(rubric, one.dimension)].better == Better::lower)
      return true;
  return false;
}

/// Plans how the groups of a criterion, and its questions without a group, become its score. Its
/// groups are added to `groups`.
void plan_parts(const Criterion& criterion, const std::vector<QuestionPlan>& questions, CriterionPlan& plan,
                std::vector<GroupPlan>& groups) {
  plan.first_group = groups.size();
  for (const QuestionGroup& group : criterion.groups) {
    GroupPlan part;
    double weights = 0;
    for (std::size_t q = plan.first; q < plan.last; ++q) {
      if (!questions[q].scored || criterion.questions[q - plan.first].group != group.id) continue;
      part.questions.push_back(q);
      weights += questions[q].weight;
    }
    part.weight = group.weight;
    part.joint = joint_of(group.combination, weights);
    groups.push_back(std::move(part));
  }
  plan.last_group = groups.size();
  double weights = 0;
  for (std::size_t g = plan.first_group; g < plan.last_group; ++g)
    if (!groups[g].questions.empty()) weights += groups[g].weight;
  for (std::size_t q = plan.first; q < plan.last; ++q) {
    if (!questions[q].scored || !criterion.questions[q - plan.first].group.empty()) continue;
    plan.ungrouped.push_back(q);
    weights += questions[q].weight;
  }
  plan.joint = joint_of(criterion.combination, weights);
  plan.is_plain = criterion.groups.empty() && criterion.combination.how == Joining::mean;
}

}  // namespace

ScorerPlan::ScorerPlan(const Rubric& checked) : rubric(checked), conditions(rubric) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) full_ids.push_back(rubric.full_id(q));
  for (const Dimension& dimension : rubric.dimensions()) dimensions.push_back({dimension.weight});
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      const std::size_t number = criteria.size();
      criteria.push_back({questions.size(), questions.size() + criterion.questions.size()});
      criterion_parts.push_back(&criterion);
      criterion_sections.push_back(section.id);
      // Contributions of 0 are left out, so that no sum needs to look at them.
      for (const Contribution& contribution : criterion.contributes)
        if (contribution.weight > 0)
          dimensions[find_dimension(rubric, contribution.dimension)].criteria.emplace_back(
              number, contribution.weight);
      const bool lower = is_better_lower(rubric, criterion);
      for (const Question& question : criterion.questions)
        questions.push_back({number, question.weight, question.weight > 0 && gives_utility(question),
                             question.not_applicable, lower});
      plan_parts(criterion, questions, criteria.back(), groups);
    }
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    double weights = 0;
    for (const auto& [criterion, k] : dimensions[d].criteria) weights += k;
    dimensions[d].joint = joint_of(rubric.dimensions()[d].combination, weights);
    dimensions[d].grid = grid_of(rubric.dimensions()[d].scale);
    dimension_better.push_back(rubric.dimensions()[d].better);
  }
  overall_grid = grid_of(rubric.parts().overall_scale);
  better = rubric.parts().overall_better;
  for (const Gate& gate : rubric.parts().gates) {
    std::vector<CapPlan> caps;
    for (const Cap& cap : gate.caps) caps.push_back({find_target(rubric, cap.target), cap.limit / 100});
    gates.push_back(std::move(caps));
    effects.push_back(effects_of(rubric, gate));
    gate_bands.push_back(find_band(rubric, gate.verdict));
  }
  const auto& levels = rubric.parts().evidence.levels;
  for (const EvidenceLevel& level : levels) {
    margins.push_back(level.margin);
    ceilings.push_back(level.ceiling);
  }
  // Without a table there is one level that changes nothing, so scoring needs no special case.
  if (levels.empty()) {
    margins.push_back(0);
    ceilings.push_back(1);
  }
  for (std::size_t i = 0; i < levels.size(); ++i) evidence_upward.push_back(i);
  const auto lower = [&](std::size_t a, std::size_t b) { return is_lower_evidence(a, b); };
  // Stable: levels that earn the same keep the order of the rubric.
  std::ranges::stable_sort(evidence_upward, lower);
  if (const auto best = std::max_element(evidence_upward.begin(), evidence_upward.end(), lower);
      best != evidence_upward.end())
    best_evidence = *best;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const Question& question = rubric.question(q);
    // Few questions require anything, so their needs are in a list of their own and the plan of a
    // question stays small.
    if (!question.needs || !gives_utility(question)) continue;
    questions[q].needs = needs.size();
    needs.push_back(needs_of(*question.needs));
  }
}

/// Needs without an evidence level are met by all levels.
NeedsPlan ScorerPlan::needs_of(const CreditNeeds& wanted) const {
  NeedsPlan plan{wanted.note, wanted.link, std::vector<bool>(ceilings.size(), true), 0, wanted.otherwise};
  const auto level = find_evidence(rubric.parts().evidence, wanted.evidence);
  if (wanted.evidence.empty() || !level) return plan;
  plan.evidence = *level;
  for (std::size_t e = 0; e < ceilings.size(); ++e) plan.evidence_will_do[e] = !is_lower_evidence(e, *level);
  return plan;
}

}  // namespace ibtikar
