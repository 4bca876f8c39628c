// From outcomes to the Assessment. Every number is rounded here, once, after all sums. Bands and
// thresholds compare the rounded number, so that no report prints 75.00 under a band that begins at
// 75.
#include <algorithm>

#include "base/decimal.h"
#include "ibtikar/scorer.h"
#include "ibtikar/version.h"
#include "score/evaluate.h"
#include "score/explain.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// The band of a score without regard to gates: a verdict may be lower than the band of its score.
std::string band_id(const std::vector<Band>& bands, const Score& score) {
  const Band* band = score ? band_of(bands, *score) : nullptr;
  return band != nullptr ? band->id : std::string();
}

/// Whether an effect other than a cap changes the score that is shown before gates.
bool adjusts(const EffectPlan& effect, double uncapped) {
  return effect.most == 1 && rounded(100 * effect.on(uncapped)) != rounded(100 * uncapped);
}

/// One score with everything a report says about it. `capped_by` lists only caps that took
/// something away: others would look like reasons for a low score.
DimensionScore score_of(const ScorerPlan& plan, const Outcome& outcome, const Outcomes& all,
                        std::size_t dimension, const std::optional<DisplayScale>& scale) {
  DimensionScore score;
  score.measure = measure_of(outcome, scale);
  score.scale = scale;
  score.better = dimension == kOverall ? plan.better : plan.dimension_better[dimension];
  // Bands are the overall's: where the good end is the other one, they would say the contrary.
  if (score.better == plan.better) score.band = band_id(plan.rubric.parts().bands, score.measure.score);
  score.uncapped = shown(outcome.uncapped);
  score.applicable = outcome.applicable;
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    for (const CapPlan& cap : plan.gates[g])
      if (cap.dimension == dimension && all.gates[g] == Truth::yes && score.uncapped &&
          rounded(100 * cap.limit) < *score.uncapped)
        score.capped_by.push_back(plan.rubric.parts().gates[g].id);
  for (std::size_t g = 0; g < plan.effects.size(); ++g)
    if (all.gates[g] == Truth::yes && outcome.uncapped &&
        std::ranges::any_of(plan.effects[g], [&](const EffectPlan& effect) {
          return effect.dimension == dimension && adjusts(effect, *outcome.uncapped);
        }))
      score.adjusted_by.push_back(plan.rubric.parts().gates[g].id);
  return score;
}

std::vector<DimensionScore> dimension_scores(const ScorerPlan& plan, const Outcomes& outcomes) {
  std::vector<DimensionScore> scores;
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    const Dimension& dimension = plan.rubric.dimensions()[d];
    DimensionScore score = score_of(plan, outcomes.dimensions[d], outcomes, d, dimension.scale);
    score.id = dimension.id;
    score.weight = dimension.weight;
    score.title = dimension.title;
    score.asks = dimension.asks;
    score.combination = dimension.combination;
    scores.push_back(std::move(score));
  }
  return scores;
}

/// Groups are for reading only. They have no scale of their own.
std::vector<GroupScore> group_scores(const ScorerPlan& plan, const Outcomes& outcomes,
                                     std::size_t criterion) {
  std::vector<GroupScore> scores;
  const std::vector<QuestionGroup>& groups = plan.criterion_parts[criterion]->groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Outcome& outcome = outcomes.groups[plan.criteria[criterion].first_group + i];
    scores.push_back({groups[i].id, measure_of(outcome, {}), outcome.applicable, groups[i].weight,
                      groups[i].title, groups[i].combination});
  }
  return scores;
}

std::vector<CriterionScore> criterion_scores(const ScorerPlan& plan, const Outcomes& outcomes) {
  std::vector<CriterionScore> scores;
  for (std::size_t c = 0; c < plan.criteria.size(); ++c) {
    const Criterion& criterion = *plan.criterion_parts[c];
    scores.push_back({criterion.id, measure_of(outcomes.criteria[c], criterion.scale),
                      outcomes.criteria[c].applicable, plan.criterion_sections[c], criterion.title,
                      criterion.why, criterion.sources, criterion.contributes, criterion.scale,
                      criterion.combination, group_scores(plan, outcomes, c)});
  }
  return scores;
}

/// The stated answers by question number; nullptr where there is none.
std::vector<const Answer*> answers_by_number(const Rubric& rubric, const Proposal& proposal) {
  std::vector<const Answer*> answers(rubric.question_count(), nullptr);
  for (const auto& [id, answer] : proposal.answers)
    if (const auto number = rubric.find(id)) answers[*number] = &answer;
  return answers;
}

/// Adds what an answered question earned. A hidden one keeps its words, but earned nothing.
void add_answer(const ScorerPlan& plan, std::size_t number, const Cell& cell, QuestionResult& result) {
  const Question& question = plan.rubric.question(number);
  if (cell.state != CellState::answered) return;
  const auto& levels = plan.rubric.parts().evidence.levels;
  // The evidence of an answer that is not scored changes nothing, so reports must not show it as if
  // it did.
  if (!levels.empty() && result.scored) result.evidence = levels[cell.evidence].id;
  result.answer = in_words(plan.rubric, question, cell);
  if (question.type == QuestionType::scale) result.level = cell.index + 1;
  if (!gives_utility(question) || result.state == QuestionState::hidden) return;
  result.utility = rounded(cell.utility);
  result.credited = rounded(credited(plan, number, cell));
  if (result.scored) result.missing = missing_of(plan, number, cell);
}

std::vector<QuestionResult> question_results(const ScorerPlan& plan, const Proposal& proposal,
                                             const AnswerSheet& sheet, const Outcomes& outcomes) {
  const std::vector<const Answer*> answers = answers_by_number(plan.rubric, proposal);
  std::vector<QuestionResult> results;
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const Question& question = plan.rubric.question(q);
    QuestionResult result;
    result.id = plan.rubric.full_id(q);
    result.state = question_state(sheet.cells[q], outcomes.visible[q]);
    result.possibly_hidden = outcomes.visible[q] == Truth::unknown;
    result.scored = plan.questions[q].scored;
    result.criterion = plan.rubric.criterion_of(q).id;
    result.type = question.type;
    result.weight = question.weight;
    result.ask = question.ask;
    result.unit = question.unit;
    result.group = question.group;
    result.level_count = question.levels.size();
    if (const Answer* answer = answers[q]) {
      // With --lenient, a value that does not fit is open in the sheet, and a warning mentions it.
      if (sheet.cells[q].state == CellState::answered) result.value = answer->value;
      // Notes and links stay even without an answer: they often say why there is none.
      result.note = answer->note;
      result.links = answer->links;
    }
    add_answer(plan, q, sheet.cells[q], result);
    results.push_back(std::move(result));
  }
  explain_points(plan, outcomes, results);
  return results;
}

/// A gate is shown as applying if it acts on the score, even if it is not certain: a reader who
/// sees a low score must see the reason.
std::vector<GateResult> gate_results(const ScorerPlan& plan, const Outcomes& outcomes) {
  std::vector<GateResult> results;
  for (std::size_t g = 0; g < plan.gates.size(); ++g) {
    const Gate& gate = plan.rubric.parts().gates[g];
    const GateState state = outcomes.gates[g] == Truth::yes    ? GateState::applies
                            : outcomes.certain[g] == Truth::no ? GateState::clear
                                                               : GateState::unknown;
    const bool is_certain = state != GateState::applies || outcomes.certain[g] == Truth::yes;
    results.push_back({gate.id, state, gate.caps, gate.message, questions_named(gate.when),
                       scores_named(gate.when), gate.verdict, is_certain, gate.adjustments});
  }
  return results;
}

/// The conditions of bands, so that a report can say what a better verdict still needs.
std::vector<RequirementResult> requirement_results(const ScorerPlan& plan, const Outcomes& outcomes) {
  using State = RequirementResult::State;
  std::vector<RequirementResult> results;
  for (std::size_t b = 0; plan.conditions.has_bands() && b < plan.rubric.parts().bands.size(); ++b) {
    const Band& band = plan.rubric.parts().bands[b];
    if (!band.when) continue;
    const State state = outcomes.met[b] == Truth::yes            ? State::met
                        : outcomes.certainly_met[b] == Truth::no ? State::unmet
                                                                 : State::unknown;
    const bool is_certain = state != State::met || outcomes.certainly_met[b] == Truth::yes;
    results.push_back(
        {band.id, state, band.message, questions_named(*band.when), scores_named(*band.when), is_certain});
  }
  return results;
}

/// What a report needs to know about the rubric, so that a saved assessment needs no rubric.
RubricSummary summary_of(const RubricDraft& rubric) {
  RubricSummary summary{
      rubric.id,      rubric.version,          rubric.digest, rubric.title,    rubric.languages,
      rubric.combine, rubric.min_completeness, rubric.bands,  rubric.evidence, {}};
  for (const Section& section : rubric.sections) summary.sections.push_back({section.id, section.title});
  return summary;
}

ProposalSummary summary_of(const Proposal& p) {
  return {p.id, p.title, p.digest, p.organization, p.assessor, p.date, p.language};
}

std::string id_of(const ScorerPlan& plan, const std::optional<std::size_t>& band) {
  return band ? plan.rubric.parts().bands[*band].id : std::string();
}

/// Without a verdict at the point, too little is known. The possible verdicts are still known then.
std::string verdict_of(const ScorerPlan& plan, const VerdictBands& bands) {
  return bands.point ? id_of(plan, bands.point) : std::string(kInsufficient);
}

/// Marks the open questions that a condition names: their answers may decide a gate or a band.
void mark_open(const ScorerPlan& plan, const AnswerSheet& sheet, const Condition& condition,
               std::vector<bool>& marks) {
  for (const std::string& id : questions_named(condition))
    if (const auto q = plan.rubric.find(id); q && sheet.cells[*q].state == CellState::unanswered)
      marks[*q] = true;
}

}  // namespace

Outlook Scorer::outlook(const AnswerSheet& sheet) const {
  const ScorerPlan& plan = *plan_;
  Outcomes outcomes;
  evaluate(plan, sheet, outcomes);
  Outlook out;
  out.overall = measure_of(outcomes.overall, plan.rubric.parts().overall_scale);
  const VerdictBands bands = verdict_bands(plan, outcomes, out.overall);
  out.verdict = verdict_of(plan, bands);
  out.settled = bands.settled();
  if (out.settled) out.settled_band = id_of(plan, bands.lowest);
  for (std::size_t d = 0; d < outcomes.dimensions.size(); ++d)
    out.dimensions.push_back(measure_of(outcomes.dimensions[d], plan.rubric.dimensions()[d].scale));
  out.urgent.assign(plan.questions.size(), false);
  for (std::size_t g = 0; g < plan.gates.size(); ++g) {
    if (outcomes.certain[g] != Truth::unknown) continue;
    mark_open(plan, sheet, plan.rubric.parts().gates[g].when, out.urgent);
  }
  // An open question that may decide a better band is as urgent as one that may decide a cap.
  for (std::size_t b = 0; plan.conditions.has_bands() && b < outcomes.certainly_met.size(); ++b)
    if (outcomes.certainly_met[b] == Truth::unknown)
      mark_open(plan, sheet, *plan.rubric.parts().bands[b].when, out.urgent);
  return out;
}

Assessment Scorer::assess(const Proposal& proposal, const AnswerSheet& sheet,
                          const Diagnostics& warnings) const {
  const ScorerPlan& plan = *plan_;
  Outcomes outcomes;
  evaluate(plan, sheet, outcomes);
  Assessment a;
  a.proposal = summary_of(proposal);
  a.rubric = summary_of(plan.rubric.parts());
  a.engine_version = version();
  a.overall = score_of(plan, outcomes.overall, outcomes, kOverall, plan.rubric.parts().overall_scale);
  a.overall.id = "overall";
  const VerdictBands bands = verdict_bands(plan, outcomes, a.overall.measure);
  a.verdict = verdict_of(plan, bands);
  a.settled = bands.settled();
  a.dimensions = dimension_scores(plan, outcomes);
  a.criteria = criterion_scores(plan, outcomes);
  a.questions = question_results(plan, proposal, sheet, outcomes);
  a.gates = gate_results(plan, outcomes);
  a.requirements = requirement_results(plan, outcomes);
  a.advice = advise(plan, sheet, outcomes);
  for (const Diagnostic& warning : warnings)
    // In English: an assessment is a data format. Reports translate by the code.
    a.warnings.push_back({warning.code, warning.pointer, warning.message.english()});
  a.warnings_left_out = warnings.total() - warnings.size();
  return a;
}

}  // namespace ibtikar
