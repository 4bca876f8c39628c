// See phases.h.
#include "analysis/phases.h"

#include <algorithm>
#include <utility>

#include "model/nearly.h"
#include "score/explain.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// The steps that a move consists of, in the order to take them: the answer, its evidence, words.
PlannedChange change_of(const ScorerPlan& plan, std::size_t q, const Cell& today, const Move& move,
                        double evidence_cost) {
  const Question& question = plan.rubric.question(q);
  PlannedChange change{plan.rubric.full_id(q), move.cost, {}};
  if (move.levels > 0)
    change.steps.push_back({AdviceKind::raise, move.levels,
                            question.effort * static_cast<double>(move.levels), stated(question, today),
                            stated(question, move.cell), in_words(plan.rubric, question, today),
                            in_words(plan.rubric, question, move.cell)});
  if (move.evidence_levels > 0) {
    const std::vector<EvidenceLevel>& levels = plan.rubric.parts().evidence.levels;
    const EvidenceLevel& from = levels[today.evidence];
    const EvidenceLevel& to = levels[move.cell.evidence];
    change.steps.push_back({AdviceKind::document, move.evidence_levels,
                            evidence_cost * static_cast<double>(move.evidence_levels), from.id, to.id,
                            from.title, to.title});
  }
  if (move.words) {
    std::vector<std::string> added;
    if (move.cell.has_note && !today.has_note) added.emplace_back("note");
    if (move.cell.has_link && !today.has_link) added.emplace_back("link");
    change.steps.push_back({AdviceKind::supply, 1, evidence_cost, {}, std::move(added), {}, {}});
  }
  return change;
}

/// How good the scores are: the overall, and where it does not tell, the dimensions a little.
double height_of(const ScorerPlan& plan, const Outcomes& outcomes) {
  const auto signed_point = [](const std::optional<double>& point, Better better) {
    return point.value_or(0) * (better == Better::higher ? 1 : -1);
  };
  double sum = 0;
  for (std::size_t d = 0; d < outcomes.dimensions.size(); ++d)
    sum += signed_point(outcomes.dimensions[d].point, plan.dimension_better[d]);
  constexpr double kLittle = 1e-3;
  return signed_point(outcomes.overall.point, plan.better) + kLittle * sum;
}

/// The order in which to make the changes: next comes what raises the overall score most for its
/// cost. By place in `changed`.
std::vector<std::size_t> ordered(const ScorerPlan& plan, AnswerSheet sheet, const AllMoves& all,
                                 const std::vector<std::size_t>& chosen,
                                 const std::vector<std::size_t>& changed) {
  std::vector<std::size_t> left(changed.size());
  for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
  std::vector<std::size_t> order;
  Outcomes outcomes;
  while (!left.empty()) {
    std::size_t best = 0;
    double greatest = 0;
    evaluate(plan, sheet, outcomes);
    const double before = height_of(plan, outcomes);
    for (std::size_t i = 0; i < left.size(); ++i) {
      const std::size_t q = changed[left[i]];
      const Move& move = all.moves[q][chosen[q]];
      const Cell kept = std::exchange(sheet.cells[q], move.cell);
      evaluate(plan, sheet, outcomes);
      const double gain = (height_of(plan, outcomes) - before) / std::max(move.cost, kNearly);
      if (i == 0 || gain > greatest + kNearly) {
        best = i;
        greatest = gain;
      }
      sheet.cells[q] = kept;
    }
    const std::size_t q = changed[left[best]];
    sheet.cells[q] = all.moves[q][chosen[q]].cell;
    order.push_back(left[best]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return order;
}

}  // namespace

ImprovedScores scores_of(const ScorerPlan& plan, const AnswerSheet& sheet) {
  Outcomes outcomes;
  evaluate(plan, sheet, outcomes);
  ImprovedScores scores;
  scores.overall = measure_of(outcomes.overall, plan.rubric.parts().overall_scale);
  for (std::size_t d = 0; d < outcomes.dimensions.size(); ++d)
    scores.dimensions.push_back(measure_of(outcomes.dimensions[d], plan.rubric.dimensions()[d].scale));
  const VerdictBands bands = verdict_bands(plan, outcomes, scores.overall);
  scores.verdict = bands.point ? plan.rubric.parts().bands[*bands.point].id : std::string(kInsufficient);
  return scores;
}

ImprovePlan describe_plan(const ScorerPlan& plan, const AnswerSheet& today, const AllMoves& all,
                          const std::vector<std::size_t>& chosen, const ImproveOptions& options) {
  ImprovePlan described;
  std::vector<std::size_t> changed;
  for (std::size_t q = 0; q < chosen.size(); ++q) {
    if (chosen[q] == 0) continue;
    const Move& move = all.moves[q][chosen[q]];
    changed.push_back(q);
    described.changes.push_back(change_of(plan, q, today.cells[q], move, options.evidence_cost));
    described.cost += move.cost;
    described.steps += move.steps();
  }
  const std::vector<std::size_t> order = ordered(plan, today, all, chosen, changed);
  const std::size_t phases = std::min(options.phases, changed.size());
  AnswerSheet sheet = today;
  double spent = 0;
  for (std::size_t done = 0, phase = 1; phase <= phases; ++phase) {
    ImprovePhase one;
    const double until = described.cost * static_cast<double>(phase) / static_cast<double>(phases);
    // A change goes where its middle lies; each phase has one at least, and leaves one to each that
    // follows.
    for (; done < order.size() - (phases - phase); ++done) {
      const std::size_t q = changed[order[done]];
      const Move& move = all.moves[q][chosen[q]];
      if (phase < phases && !one.changes.empty() && spent + move.cost / 2 > until + kNearly) break;
      sheet.cells[q] = move.cell;
      one.changes.push_back(order[done]);
      one.cost += move.cost;
      spent += move.cost;
    }
    one.reached = scores_of(plan, sheet);
    described.phases.push_back(std::move(one));
  }
  described.reached = changed.empty() ? scores_of(plan, today) : described.phases.back().reached;
  return described;
}

}  // namespace ibtikar
