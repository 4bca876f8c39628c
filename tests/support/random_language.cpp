// See random_language.h.
#include "support/random_language.h"

#include <algorithm>

#include <fmt/format.h>

namespace ibtikar::test {
namespace {

/// `weights`: of all parts together.
Combination random_combination(double weights, Random& random) {
  Combination how;
  how.how =
      random.pick<Joining>({Joining::mean, Joining::mean, Joining::minimum, Joining::maximum, Joining::sum,
                            Joining::sum, Joining::deductions, Joining::in_order, Joining::in_order});
  if (how.how == Joining::in_order) how.reached_at = random.pick<double>({1, 1, 0.5, 0.25, 0.6});
  if (how.how != Joining::sum && how.how != Joining::deductions) return how;
  if (random.chance(60)) how.limit = weights * random.pick<double>({0.3, 0.5, 0.75, 1, 1.5});
  const double limit = how.limit.value_or(weights);
  if (random.chance(30))
    how.start = how.how == Joining::sum ? limit * random.pick<double>({-0.25, 0.1, 0.5})
                                        : limit * random.pick<double>({0.5, 0.9, 1});
  return how;
}

std::optional<DisplayScale> random_scale(bool may_round, Random& random) {
  if (random.chance(60)) return std::nullopt;
  DisplayScale scale;
  scale.min = random.pick<double>({0, 0, 0, 1, -5});
  scale.max = scale.min + random.pick<double>({3, 5, 15, 107, 0.5});
  scale.decimals = static_cast<int>(random.below(4));
  scale.rounded = may_round && random.chance(40);
  return scale;
}

void group_questions(Criterion& criterion, Random& random) {
  for (std::size_t g = random.between(1, 2); g > 0; --g) {
    QuestionGroup group;
    group.id = fmt::format("g{}", g);
    group.title = in_any_language(group.id);
    group.weight = static_cast<double>(random.between(1, 4));
    double weights = 0;
    for (Question& question : criterion.questions) {
      if (!question.group.empty() || !random.chance(50)) continue;
      question.group = group.id;
      if (gives_utility(question)) weights += question.weight;
    }
    if (weights > 0) {
      group.combination = random_combination(weights, random);
      criterion.groups.push_back(group);
      continue;
    }
    for (Question& question : criterion.questions)
      if (question.group == group.id) question.group.clear();
  }
}

void vary_criterion(Criterion& criterion, Random& random) {
  if (random.chance(40)) group_questions(criterion, random);
  double weights = 0;
  for (const QuestionGroup& group : criterion.groups) weights += group.weight;
  for (const Question& question : criterion.questions)
    if (question.group.empty() && gives_utility(question)) weights += question.weight;
  if (weights > 0 && random.chance(60)) criterion.combination = random_combination(weights, random);
  criterion.scale = random_scale(false, random);
}

CreditNeeds random_needs(const Evidence& evidence, Random& random) {
  CreditNeeds needs;
  needs.note = random.chance(50);
  needs.link = random.chance(40);
  if (!evidence.levels.empty() && random.chance(50)) needs.evidence = random.pick(evidence.levels).id;
  needs.note = needs.note || (!needs.link && needs.evidence.empty());
  if (random.chance(50)) needs.otherwise = 0.99 * random.fraction();
  return needs;
}

void vary_dimensions(RubricDraft& draft, Random& random) {
  for (Dimension& dimension : draft.dimensions) {
    double weights = 0;
    for (const Section& section : draft.sections)
      for (const Criterion& criterion : section.criteria)
        for (const Contribution& one : criterion.contributes)
          if (one.dimension == dimension.id) weights += one.weight;
    if (random.chance(40)) dimension.combination = random_combination(weights, random);
    dimension.scale = random_scale(true, random);
  }
  draft.overall_scale = random_scale(true, random);
  if (!random.chance(35)) return;
  draft.overall_better = Better::lower;
  for (Dimension& dimension : draft.dimensions)
    if (dimension.weight > 0 || random.chance(50)) dimension.better = Better::lower;
}

void vary_gates(RubricDraft& draft, const std::vector<Askable>& askable, Random& random) {
  std::vector<std::string> targets{"overall"};
  for (const Dimension& dimension : draft.dimensions) targets.push_back(dimension.id);
  for (std::size_t more = random.below(3); more > 0; --more) {
    Gate gate;
    gate.id = fmt::format("x{}", more);
    gate.message = in_any_language("changed");
    gate.when = random.chance(60) || askable.empty() ? random_score_condition(draft, askable, random)
                                                     : random_condition(askable, 1, random);
    draft.gates.push_back(gate);
  }
  for (Gate& gate : draft.gates) {
    if (!gate.caps.empty() && !random.chance(40)) continue;
    const std::string target = random.pick(targets);
    if (random.chance(50))
      gate.adjustments.push_back({Adjustment::Kind::multiply, target, 1.7 * random.unit()});
    if (random.chance(50))
      gate.adjustments.push_back({Adjustment::Kind::add, target, 60 * random.unit() - 30});
    if (gate.adjustments.empty() || random.chance(20))
      gate.adjustments.push_back({Adjustment::Kind::floor, target, 1 + 90 * random.unit()});
    // Of a rubric whose overall is better lower, the best band is the first.
    const std::string& best =
        draft.overall_better == Better::higher ? draft.bands.back().id : draft.bands.front().id;
    if (gate.verdict == best) gate.verdict.clear();
  }
  for (Gate& gate : draft.gates)
    if (draft.overall_better == Better::lower && gate.verdict == draft.bands.front().id) gate.verdict.clear();
  std::erase_if(draft.gates, [](const Gate& gate) {
    return gate.caps.empty() && gate.adjustments.empty() && gate.verdict.empty();
  });
}

void vary_bands(RubricDraft& draft, const std::vector<Askable>& askable, Random& random) {
  for (std::size_t b = 0; b < draft.bands.size(); ++b) {
    const std::size_t worst = draft.overall_better == Better::higher ? 0 : draft.bands.size() - 1;
    if (b == worst || !random.chance(40)) continue;
    draft.bands[b].when = random.chance(70) || askable.empty()
                              ? random_score_condition(draft, askable, random)
                              : random_condition(askable, 1, random);
    draft.bands[b].message = in_any_language("needs more");
  }
}

}  // namespace

LocalizedText in_any_language(std::string text) { return {{{"", std::move(text)}}}; }

Condition random_score_condition(const RubricDraft& draft, const std::vector<Askable>& askable,
                                 Random& random) {
  std::vector<std::string> scores{"overall"};
  for (const Section& section : draft.sections)
    for (const Criterion& criterion : section.criteria) scores.push_back(criterion.id);
  for (const Dimension& dimension : draft.dimensions) scores.push_back(dimension.id);
  Condition atom;
  atom.atom.score = random.pick(scores);
  atom.atom.test = random.pick<Test>({Test::at_least, Test::at_most, Test::above, Test::below});
  atom.atom.operands = {static_cast<double>(random.between(1, 99))};
  if (random.chance(50) || askable.empty()) return atom;
  Condition whole;
  whole.kind =
      random.pick<Condition::Kind>({Condition::Kind::all, Condition::Kind::any, Condition::Kind::negation});
  whole.parts.push_back(atom);
  if (whole.kind != Condition::Kind::negation) whole.parts.push_back(random_condition(askable, 1, random));
  return whole;
}

void enrich(RubricDraft& draft, const std::vector<Askable>& askable, Random& random) {
  for (Section& section : draft.sections)
    for (Criterion& criterion : section.criteria) {
      vary_criterion(criterion, random);
      for (Question& question : criterion.questions)
        if (question.type != QuestionType::text && random.chance(25))
          question.needs = random_needs(draft.evidence, random);
    }
  vary_dimensions(draft, random);
  vary_gates(draft, askable, random);
  vary_bands(draft, askable, random);
}

}  // namespace ibtikar::test
