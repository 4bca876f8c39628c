// See plain_scorer.h: rounding, names, and what each answer brought and could bring.
#include "support/plain_scorer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "support/plain_weighing.h"

namespace ibtikar::test {
namespace {

std::optional<double> shown_score(const std::optional<double>& value) {
  if (!value) return std::nullopt;
  return shown(100 * *value);
}

std::string band_id(const Rubric& rubric, double score) {
  std::string id;
  for (const Band& band : rubric.parts().bands)
    if (band.from <= score) id = band.id;
  return id;
}

PlainScore named(const std::string& id, const Weighed& weighed) {
  PlainScore score;
  score.id = id;
  score.applicable = weighed.applicable;
  score.score = shown_score(weighed.point);
  score.low = shown(100 * weighed.low);
  score.high = shown(100 * weighed.high);
  score.completeness = shown(weighed.completeness);
  return score;
}

/// A dimension or the overall: with its band and the gates that cap it. A cap is named where two shown
/// numbers differ, so that no report says "capped" beside a score that is the same before and after.
PlainScore named_and_capped(const std::string& id, const Weighed& weighed, const Rubric& rubric,
                            const Weighing& weighing) {
  PlainScore score = named(id, weighed);
  score.uncapped = shown_score(weighing.uncapped.at(id));
  if (!score.score) return score;
  score.band = band_id(rubric, *score.score);
  for (std::size_t g = 0; g < weighing.gates.size(); ++g)
    for (const Cap& cap : rubric.parts().gates[g].caps)
      if (weighing.gates[g] == Truth::yes && cap.target == id && shown(cap.limit) < *score.uncapped)
        score.capped_by.push_back(rubric.parts().gates[g].id);
  return score;
}

// --- Where points came from ---

/// Σw of what entered the criterion's point.
double answered_weight(const Criterion& criterion, const Weighing& weighing) {
  double sum = 0;
  for (const Standing& q : weighing.questions)
    if (q.criterion == &criterion && q.applicable && q.state == QuestionState::answered)
      sum += q.question->weight;
  return sum;
}

/// Σk of what entered the dimension's point.
double defined_weight(const Rubric& rubric, const std::string& dimension, const Weighing& weighing) {
  double sum = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      if (weighing.criteria.at(criterion.id).point) sum += contribution(criterion, dimension);
  return sum;
}

PlainQuestion explain(const Standing& q, const Rubric& rubric, const Weighing& weighing) {
  PlainQuestion result;
  result.id = q.id;
  result.state = q.state;
  result.possibly_hidden = q.visible == Truth::unknown;
  if (!q.u) return result;
  result.utility = shown(*q.u);
  result.credited = shown(q.v);
  if (!q.applicable) return result;
  for (const Dimension& dimension : rubric.dimensions()) {
    const double k = contribution(*q.criterion, dimension.id);
    if (k == 0) continue;
    const double share = k / defined_weight(rubric, dimension.id, weighing) *
                         (q.question->weight / answered_weight(*q.criterion, weighing));
    result.points.emplace_back(dimension.id, shown(100 * share * q.v));
    result.lost.emplace_back(dimension.id, shown(100 * share * (1 - q.v)));
  }
  return result;
}

// --- Gains ---

/// A possible answer that is better than today's.
struct Step {
  AnswerValue to;
  double utility = 0;
  double distance = 0;  ///< from today's value
};

void consider(std::optional<Step>& best, const Step& step) {
  if (!best || step.utility < best->utility ||
      (step.utility == best->utility && step.distance < best->distance))
    best = step;
}

std::optional<AnswerValue> one_more_option(const Question& question, const AnswerValue& value) {
  const auto& chosen = std::get<std::vector<std::string>>(value);
  const auto is_chosen = [&](const Option& o) {
    return std::find(chosen.begin(), chosen.end(), o.id) != chosen.end();
  };
  const Option* best = nullptr;
  for (const Option& option : question.options)
    if (!is_chosen(option) && *option.score > 0 && (best == nullptr || *option.score > *best->score))
      best = &option;
  if (best == nullptr) return std::nullopt;
  std::vector<std::string> more;
  for (const Option& option : question.options)
    if (is_chosen(option) || &option == best) more.push_back(option.id);
  return more;
}

/// One step up from today's answer; none for a question at its best.
std::optional<AnswerValue> step_up(const Standing& q, const AnswerValue& today) {
  const Question& question = *q.question;
  std::optional<Step> best;
  const auto consider_number = [&](double value, double utility) {
    if (utility > *q.u) consider(best, {value, utility, std::abs(value - std::get<double>(today))});
  };
  if (question.type == QuestionType::choices) {
    if (*q.u < 1) return one_more_option(question, today);
    return std::nullopt;
  }
  if (question.type == QuestionType::yes_no && *q.u < 1) return AnswerValue(question.good);
  if (question.type == QuestionType::scale)
    for (const Level& level : question.levels)
      consider_number(level.value, *plain_utility(question, level.value));
  if (question.type == QuestionType::number)
    for (const Point& point : question.points)
      if (point.x >= question.min.value_or(point.x) && point.x <= question.max.value_or(point.x))
        consider_number(point.x, point.utility);
  if (question.type == QuestionType::choice)
    for (const Option& option : question.options)
      if (*option.score > *q.u) consider(best, {option.id, *option.score, 0});
  if (!best) return std::nullopt;
  return best->to;
}

/// Largest ceiling, then smallest margin, then first.
const EvidenceLevel& best_evidence(const Evidence& evidence) {
  const EvidenceLevel* best = &evidence.levels.front();
  for (const EvidenceLevel& level : evidence.levels)
    if (level.ceiling > best->ceiling || (level.ceiling == best->ceiling && level.margin < best->margin))
      best = &level;
  return *best;
}

std::optional<double> gain(const std::optional<double>& before, const std::optional<double>& after) {
  if (!before || !after) return std::nullopt;
  return shown(100 * (*after - *before));
}

/// What one changed answer brings.
PlainAdvice advise(AdviceKind kind, const std::string& question, const AnswerValue& to, const Rubric& rubric,
                   const Weighing& today, Answers answers) {
  PlainAdvice advice;
  advice.kind = kind;
  advice.question = question;
  advice.to = to;
  if (kind == AdviceKind::raise)
    answers[question].value = to;
  else
    answers[question].evidence = std::get<std::string>(to);
  const Weighing then = weigh(rubric, answers);
  advice.overall_gain = gain(today.overall.point, then.overall.point);
  for (const Dimension& dimension : rubric.dimensions())
    advice.dimension_gains.emplace_back(
        dimension.id, gain(today.dimensions.at(dimension.id).point, then.dimensions.at(dimension.id).point));
  return advice;
}

/// Greater comes first; no number at all comes last.
double rank(const std::optional<double>& gain) {
  return gain.value_or(-std::numeric_limits<double>::infinity());
}

double greatest_dimension_gain(const PlainAdvice& advice) {
  double greatest = rank(std::nullopt);
  for (const auto& [dimension, gained] : advice.dimension_gains) greatest = std::max(greatest, rank(gained));
  return greatest;
}

std::vector<PlainAdvice> all_advice(const Rubric& rubric, const Answers& answers, const Weighing& today) {
  std::vector<PlainAdvice> all;
  const Evidence& evidence = rubric.parts().evidence;
  for (const Standing& q : today.questions) {
    if (!q.applicable || q.state != QuestionState::answered) continue;
    if (const auto to = step_up(q, answers.at(q.id).value))
      all.push_back(advise(AdviceKind::raise, q.id, *to, rubric, today, answers));
    if (!evidence.levels.empty() && q.evidence != best_evidence(evidence).id)
      all.push_back(advise(AdviceKind::document, q.id, best_evidence(evidence).id, rubric, today, answers));
  }
  std::stable_sort(all.begin(), all.end(), [](const PlainAdvice& a, const PlainAdvice& b) {
    if (rank(a.overall_gain) != rank(b.overall_gain)) return rank(a.overall_gain) > rank(b.overall_gain);
    return greatest_dimension_gain(a) > greatest_dimension_gain(b);
  });
  return all;
}

GateState gate_state(Truth by_point, Truth certain) {
  if (by_point == Truth::yes) return GateState::applies;
  return certain == Truth::no ? GateState::clear : GateState::unknown;
}

/// The band of a score, or the best that the gates in force leave the verdict.
std::string limited_band(const Rubric& rubric, double score, const std::vector<bool>& in_force) {
  const std::vector<Band>& bands = rubric.parts().bands;
  std::size_t best = bands.size() - 1;
  for (std::size_t g = 0; g < in_force.size(); ++g)
    for (std::size_t b = 0; b < best; ++b)
      if (in_force[g] && bands[b].id == rubric.parts().gates[g].verdict) best = b;
  std::size_t reached = 0;
  for (std::size_t b = 0; b <= best; ++b)
    if (bands[b].from <= score) reached = b;
  return bands[reached].id;
}

void judge(const Rubric& rubric, const Weighing& weighing, PlainResult& result) {
  std::vector<bool> at_point, at_low, at_high;
  for (std::size_t g = 0; g < weighing.gates.size(); ++g) {
    at_point.push_back(weighing.gates[g] == Truth::yes);
    at_low.push_back(weighing.certain_gates[g] != Truth::no);
    at_high.push_back(weighing.certain_gates[g] == Truth::yes);
  }
  result.settled =
      limited_band(rubric, result.overall.low, at_low) == limited_band(rubric, result.overall.high, at_high);
  const bool enough = result.overall.score && result.overall.completeness >= rubric.parts().min_completeness;
  result.verdict =
      enough ? limited_band(rubric, *result.overall.score, at_point) : "insufficient-information";
}

}  // namespace

double shown(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number == 0 ? 0 : number;
}

PlainResult score_plainly(const Rubric& rubric, const Proposal& proposal) {
  const Answers answers(proposal.answers.begin(), proposal.answers.end());
  const Weighing weighing = weigh(rubric, answers);
  PlainResult result;
  result.overall = named_and_capped("overall", weighing.overall, rubric, weighing);
  for (const Dimension& dimension : rubric.dimensions())
    result.dimensions.push_back(
        named_and_capped(dimension.id, weighing.dimensions.at(dimension.id), rubric, weighing));
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      result.criteria.push_back(named(criterion.id, weighing.criteria.at(criterion.id)));
  for (const Standing& q : weighing.questions) result.questions.push_back(explain(q, rubric, weighing));
  for (std::size_t g = 0; g < weighing.gates.size(); ++g)
    result.gates.emplace_back(rubric.parts().gates[g].id,
                              gate_state(weighing.gates[g], weighing.certain_gates[g]));
  judge(rubric, weighing, result);
  result.advice = all_advice(rubric, answers, weighing);
  return result;
}

}  // namespace ibtikar::test
