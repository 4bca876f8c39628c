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

/// An answer one step away, and what it is sorted by: smaller comes first.
struct Step {
  AnswerValue to;
  std::vector<double> order;
};

constexpr double kWorthAStep = 0.05;

/// A level, an option or a number: better ones by rising utility, then the others by falling utility.
Step single_step(const Standing& q, AnswerValue to, double utility, double distance) {
  if (utility <= q.u.value_or(0)) return {std::move(to), {3, -utility, distance}};
  const bool too_little = q.question->type == QuestionType::number && utility - q.u.value_or(0) < kWorthAStep;
  return too_little ? Step{std::move(to), {2, -utility, distance}}
                    : Step{std::move(to), {1, utility, distance}};
}

/// Where a number may go: its points, tenths between them, the least and the greatest accepted.
std::vector<double> stops(const Question& question) {
  std::vector<double> all;
  bool whole = true;
  for (const Point& point : question.points) whole = whole && std::floor(point.x) == point.x;
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const double from = question.points[i].x;
    all.push_back(from);
    if (i + 1 == question.points.size()) break;
    const double to = question.points[i + 1].x;
    for (int k = 1; k <= 9; ++k) {
      const double exact = from + (to - from) * k / 10;
      const double stop = whole ? std::round(exact) : shown(exact);
      if (stop > from && stop < to) all.push_back(stop);
    }
  }
  if (question.min) all.push_back(*question.min);
  if (question.max) all.push_back(*question.max);
  std::vector<double> accepted;
  for (const double x : all)
    if (x >= question.min.value_or(x) && x <= question.max.value_or(x)) accepted.push_back(x);
  std::sort(accepted.begin(), accepted.end());
  return accepted;
}

/// One option ticked or no longer ticked; "none" stands alone.
std::vector<Step> toggles(const Question& question, const std::vector<std::string>& today) {
  const auto has = [&](const Option& o) {
    return std::find(today.begin(), today.end(), o.id) != today.end();
  };
  std::vector<Step> steps;
  for (const Option& turned : question.options) {
    std::vector<std::string> then;
    double ticked = 0;
    double unticked = 0;
    for (const Option& option : question.options) {
      bool stays = has(option);
      if (&option == &turned)
        stays = !stays;
      else if (!has(turned) && (turned.id == "none" || option.id == "none"))
        stays = false;
      if (stays) then.push_back(option.id);
      if (stays && !has(option)) ticked += option.score.value_or(0);
      if (!stays && has(option)) unticked += option.score.value_or(0);
    }
    const double change = ticked - unticked;
    steps.push_back({then, {change > 0 ? 1.0 : 3.0, -change}});
  }
  return steps;
}

/// Every answer one step away from today's, in the order in which they are tried.
std::vector<Step> steps_from(const Standing& q, const AnswerValue& today) {
  const Question& question = *q.question;
  std::vector<Step> steps;
  if (question.type == QuestionType::choices)
    steps = toggles(question, std::get<std::vector<std::string>>(today));
  if (question.type == QuestionType::yes_no)
    steps.push_back(single_step(q, !says_yes(today), says_yes(today) == question.good ? 0 : 1, 0));
  if (question.type == QuestionType::scale)
    for (const Level& level : question.levels)
      if (level.value != std::get<double>(today))
        steps.push_back(single_step(q, level.value, plain_utility(question, level.value).value_or(0),
                                    std::abs(level.value - std::get<double>(today))));
  if (question.type == QuestionType::number && !question.points.empty())
    for (const double x : stops(question))
      if (x != std::get<double>(today))
        steps.push_back(
            single_step(q, x, *plain_utility(question, x), std::abs(x - std::get<double>(today))));
  if (question.type == QuestionType::choice)
    for (const Option& option : question.options)
      if (option.id != std::get<std::string>(today))
        steps.push_back(single_step(q, option.id, option.score.value_or(0), 0));
  std::stable_sort(steps.begin(), steps.end(),
                   [](const Step& a, const Step& b) { return a.order < b.order; });
  return steps;
}

bool lower_evidence(const EvidenceLevel& a, const EvidenceLevel& b) {
  return a.ceiling < b.ceiling || (a.ceiling == b.ceiling && a.margin > b.margin);
}

/// The levels that are better than this one, the worst of them first.
std::vector<EvidenceLevel> better_evidence(const Evidence& evidence, const std::string& today) {
  std::vector<EvidenceLevel> better;
  for (const EvidenceLevel& level : evidence.levels) {
    if (level.id != today) continue;
    for (const EvidenceLevel& other : evidence.levels)
      if (lower_evidence(level, other)) better.push_back(other);
  }
  std::stable_sort(better.begin(), better.end(), lower_evidence);
  return better;
}

std::optional<double> gain(const std::optional<double>& before, const std::optional<double>& after) {
  if (!before || !after) return std::nullopt;
  return shown(100 * (*after - *before));
}

/// What one changed answer brings.
PlainAdvice advise(AdviceKind kind, const std::string& question, const AnswerValue& to, const Rubric& rubric,
                   const Weighing& today, const Weighing& then) {
  PlainAdvice advice;
  advice.kind = kind;
  advice.question = question;
  advice.to = to;
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

/// The overall score as shown rises, or stays while a dimension's rises.
bool raises(const PlainAdvice& advice) {
  const double overall = advice.overall_gain.value_or(0);
  return overall > 0 || (overall == 0 && greatest_dimension_gain(advice) > 0);
}

bool lifts_a_cap(const Weighing& today, const Weighing& then) {
  for (std::size_t g = 0; g < today.gates.size(); ++g)
    if (today.gates[g] == Truth::yes && then.gates[g] != Truth::yes) return true;
  return false;
}

/// The first step that raises a score; without one, the first to a better answer.
std::optional<PlainAdvice> raise(const Rubric& rubric, const AnswersById& answers, const Weighing& today,
                                 const Standing& q) {
  std::optional<PlainAdvice> first;
  for (const Step& step : steps_from(q, answers.at(q.id).value)) {
    AnswersById changed = answers;
    changed[q.id].value = step.to;
    const bool betters = q.applicable && *plain_utility(*q.question, step.to) > *q.u;
    const Weighing then = weigh(rubric, changed);
    if (!betters && !lifts_a_cap(today, then)) continue;
    const PlainAdvice advice = advise(AdviceKind::raise, q.id, step.to, rubric, today, then);
    if (raises(advice)) return advice;
    if (betters && !first) first = advice;
  }
  return first;
}

std::optional<PlainAdvice> document(const Rubric& rubric, const AnswersById& answers, const Weighing& today,
                                    const Standing& q) {
  std::optional<PlainAdvice> first;
  if (!q.applicable) return first;
  for (const EvidenceLevel& level : better_evidence(rubric.parts().evidence, q.evidence)) {
    AnswersById changed = answers;
    changed[q.id].evidence = level.id;
    const PlainAdvice advice =
        advise(AdviceKind::document, q.id, level.id, rubric, today, weigh(rubric, changed));
    if (raises(advice)) return advice;
    if (!first) first = advice;
  }
  return first;
}

std::vector<PlainAdvice> all_advice(const Rubric& rubric, const AnswersById& answers, const Weighing& today) {
  std::vector<PlainAdvice> all;
  for (const Standing& q : today.questions) {
    if (q.state != QuestionState::answered) continue;
    if (const auto advice = raise(rubric, answers, today, q)) all.push_back(*advice);
    if (const auto advice = document(rubric, answers, today, q)) all.push_back(*advice);
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
  const AnswersById answers(proposal.answers.begin(), proposal.answers.end());
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
