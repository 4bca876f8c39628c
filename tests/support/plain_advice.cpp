// See plain_advice.h.
#include "support/plain_advice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ibtikar::test {
namespace {

/// An answer one step away, and what it is sorted by: smaller comes first.
struct Step {
  AnswerValue to;
  std::vector<double> order;
};

constexpr double kWorthAStep = 0.05;

/// A level, an option or a number: better ones by rising utility, then the others by falling utility.
Step single_step(const Standing& q, AnswerValue to, double utility, double distance) {
  const double up = q.lower_is_better ? -1 : 1;
  const double rise = up * (utility - q.u.value_or(0));
  const bool is_better = q.lower_is_better ? utility < q.u.value_or(0) : utility > q.u.value_or(0);
  if (!is_better) return {std::move(to), {3, -up * utility, distance}};
  const bool too_little = q.question->type == QuestionType::number && rise < kWorthAStep;
  return too_little ? Step{std::move(to), {2, -up * utility, distance}}
                    : Step{std::move(to), {1, up * utility, distance}};
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
std::vector<Step> toggles(const Question& question, const std::vector<std::string>& today, double up) {
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
    const double change = up * (ticked - unticked);
    steps.push_back({then, {change > 0 ? 1.0 : 3.0, -change}});
  }
  return steps;
}

/// Every answer one step away from today's, in the order in which they are tried.
std::vector<Step> steps_from(const Standing& q, const AnswerValue& today) {
  const Question& question = *q.question;
  std::vector<Step> steps;
  if (question.type == QuestionType::choices)
    steps = toggles(question, std::get<std::vector<std::string>>(today), q.lower_is_better ? -1 : 1);
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

/// What a gain betters: where lower is better, a loss does.
std::optional<double> bettered(const std::optional<double>& gain, Better better) {
  if (!gain || better == Better::higher || *gain == 0) return gain;
  return -*gain;
}

/// Greater comes first; no number at all comes last.
double rank(const std::optional<double>& gain, Better better) {
  return bettered(gain, better).value_or(-std::numeric_limits<double>::infinity());
}

double greatest_dimension_gain(const Rubric& rubric, const PlainAdvice& advice) {
  double greatest = rank(std::nullopt, Better::higher);
  for (std::size_t d = 0; d < advice.dimension_gains.size(); ++d)
    greatest = std::max(greatest, rank(advice.dimension_gains[d].second, rubric.dimensions()[d].better));
  return greatest;
}

bool raises(const Rubric& rubric, const PlainAdvice& advice) {
  std::vector<std::optional<double>> gains;
  for (const auto& [id, gain] : advice.dimension_gains) gains.push_back(gain);
  return betters(rubric, advice.overall_gain, gains);
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
    const bool betters = q.applicable && (q.lower_is_better ? *plain_utility(*q.question, step.to) < *q.u
                                                            : *plain_utility(*q.question, step.to) > *q.u);
    const Weighing then = weigh(rubric, changed);
    if (!betters && !lifts_a_cap(today, then)) continue;
    const PlainAdvice advice = advise(AdviceKind::raise, q.id, step.to, rubric, today, then);
    if (raises(rubric, advice)) return advice;
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
    if (raises(rubric, advice)) return advice;
    if (!first) first = advice;
  }
  return first;
}

std::optional<PlainAdvice> supply(const Rubric& rubric, const AnswersById& answers, const Weighing& today,
                                  const Standing& q) {
  if (!q.applicable || missing(q, rubric.parts().evidence).empty()) return std::nullopt;
  const CreditNeeds& needs = *q.question->needs;
  AnswersById changed = answers;
  std::vector<std::string> to;
  if (needs.note && !q.has_note) {
    changed[q.id].note = "here it is";
    to.emplace_back("note");
  }
  if (needs.link && !q.has_link) {
    changed[q.id].links = {"file.pdf"};
    to.emplace_back("link");
  }
  if (to.empty()) return std::nullopt;
  if (!will_do(rubric.parts().evidence, q.evidence, needs.evidence)) {
    changed[q.id].evidence = needs.evidence;
    to.push_back(needs.evidence);
  }
  return advise(AdviceKind::supply, q.id, to, rubric, today, weigh(rubric, changed));
}

}  // namespace

/// What keeps an answer from more credit, of the three things that a question may require.
std::vector<std::string> missing(const Standing& q, const Evidence& evidence) {
  if (!q.lacks) return {};
  const CreditNeeds& needs = *q.question->needs;
  const bool evidence_will_do = will_do(evidence, q.evidence, needs.evidence);
  const std::string level = evidence_will_do ? q.evidence : needs.evidence;
  if (plain_credit(q, evidence, *q.u, level, false) == q.v) return {};
  std::vector<std::string> all;
  if (needs.note && !q.has_note) all.emplace_back("note");
  if (needs.link && !q.has_link) all.emplace_back("link");
  if (!evidence_will_do) all.emplace_back("evidence");
  return all;
}

std::vector<PlainAdvice> all_advice(const Rubric& rubric, const AnswersById& answers, const Weighing& today) {
  std::vector<PlainAdvice> all;
  for (const Standing& q : today.questions) {
    if (q.state != QuestionState::answered) continue;
    if (const auto advice = raise(rubric, answers, today, q)) all.push_back(*advice);
    if (const auto advice = document(rubric, answers, today, q)) all.push_back(*advice);
    if (const auto advice = supply(rubric, answers, today, q)) all.push_back(*advice);
  }
  const Better better = rubric.parts().overall_better;
  std::stable_sort(all.begin(), all.end(), [&](const PlainAdvice& a, const PlainAdvice& b) {
    if (rank(a.overall_gain, better) != rank(b.overall_gain, better))
      return rank(a.overall_gain, better) > rank(b.overall_gain, better);
    return greatest_dimension_gain(rubric, a) > greatest_dimension_gain(rubric, b);
  });
  return all;
}

bool betters(const Rubric& rubric, const std::optional<double>& overall_gain,
             const std::vector<std::optional<double>>& dimension_gains) {
  const double overall = bettered(overall_gain, rubric.parts().overall_better).value_or(0);
  if (overall != 0) return overall > 0;
  for (std::size_t d = 0; d < dimension_gains.size(); ++d)
    if (bettered(dimension_gains[d], rubric.dimensions()[d].better).value_or(0) > 0) return true;
  return false;
}

}  // namespace ibtikar::test
