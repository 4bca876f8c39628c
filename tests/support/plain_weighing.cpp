// See plain_weighing.h. The sections follow docs/scoring.md, heading by heading.
#include "support/plain_weighing.h"

#include <algorithm>
#include <cmath>

#include "support/plain_gates.h"
#include "support/plain_joining.h"
#include "support/plain_standing.h"

namespace ibtikar::test {
namespace {

// --- From questions to dimensions ---

bool is_plain(const Criterion& criterion) {
  return criterion.groups.empty() && criterion.combination.how == Joining::mean;
}

PlainPart part_of(const Standing& q) {
  PlainPart part{q.question->weight, {}};
  part.value.applicable = q.applicable;
  part.value.low = q.low;
  part.value.high = q.high;
  part.value.may_leave =
      q.visible == Truth::unknown || (q.state == QuestionState::unanswered && q.question->not_applicable);
  if (q.state != QuestionState::answered || !q.applicable) return part;
  part.value.point = q.v;
  part.value.completeness = 1;
  part.value.keeps_point = q.visible == Truth::yes;
  return part;
}

/// The scored questions of one group, or of none.
std::vector<const Standing*> members(const Criterion& criterion, const std::string& group,
                                     const std::vector<Standing>& questions) {
  std::vector<const Standing*> found;
  for (const Standing& q : questions)
    if (q.criterion == &criterion && q.question->group == group && is_scored(*q.question))
      found.push_back(&q);
  return found;
}

std::vector<PlainPart> parts_of(const std::vector<const Standing*>& members) {
  std::vector<PlainPart> parts;
  for (const Standing* q : members) parts.push_back(part_of(*q));
  return parts;
}

double weight_of(const std::vector<PlainPart>& parts) {
  double weight = 0;
  for (const PlainPart& part : parts) weight += part.weight;
  return weight;
}

/// Groups first, then the questions in none.
std::vector<PlainPart> parts_of(const Criterion& criterion, const std::vector<Weighed>& groups,
                                const std::vector<Standing>& questions) {
  std::vector<PlainPart> parts;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    parts.push_back({criterion.groups[g].weight, groups[g]});
    if (criterion.groups[g].weight == 0) parts.back().value.applicable = false;
  }
  for (const PlainPart& part : parts_of(members(criterion, "", questions))) parts.push_back(part);
  return parts;
}

std::vector<PlainPart> parts_of(const Rubric& rubric, const Dimension& dimension, const Weighing& weighing) {
  std::vector<PlainPart> parts;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      if (const double k = contribution(criterion, dimension.id); k > 0)
        parts.push_back({k, weighing.criteria.at(criterion.id)});
  return parts;
}

Weighed weigh_parts(const Criterion& criterion, Weighing& weighing) {
  std::vector<Weighed> groups;
  for (const QuestionGroup& group : criterion.groups) {
    const std::vector<PlainPart> parts = parts_of(members(criterion, group.id, weighing.questions));
    groups.push_back(join(group.combination, weight_of(parts), parts));
  }
  weighing.groups[criterion.id] = groups;
  const std::vector<PlainPart> parts = parts_of(criterion, groups, weighing.questions);
  return join(criterion.combination, weight_of(parts), parts);
}

Weighed weigh_criterion(const Criterion& criterion, const std::vector<Standing>& questions) {
  Weighed result;
  double weight = 0;
  double answered = 0;
  double point = 0;
  double low = 0;
  double high = 0;
  for (const Standing& q : questions) {
    if (q.criterion != &criterion || !q.applicable) continue;
    const double w = q.question->weight;
    weight += w;
    low += w * q.low;
    high += w * q.high;
    if (q.state != QuestionState::answered) continue;
    answered += w;
    point += w * q.v;
  }
  result.may_leave = true;
  for (const Standing& q : questions)
    if (q.criterion == &criterion && q.applicable) {
      const Weighed one = part_of(q).value;
      result.may_leave = result.may_leave && one.may_leave;
      result.keeps_point = result.keeps_point || one.keeps_point;
    }
  if (weight == 0) return result;
  result.applicable = true;
  if (answered > 0) result.point = point / answered;
  result.low = low / weight;
  result.high = high / weight;
  result.completeness = answered / weight;
  return result;
}

Weighed weigh_dimension(const Rubric& rubric, const std::string& dimension, const Weighing& weighing) {
  Weighed result;
  double weight = 0;
  double defined = 0;
  double point = 0;
  double low = 0;
  double high = 0;
  double completeness = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      const double k = contribution(criterion, dimension);
      const Weighed& part = weighing.criteria.at(criterion.id);
      if (k == 0 || !part.applicable) continue;
      weight += k;
      low += k * part.low;
      high += k * part.high;
      completeness += k * part.completeness;
      if (!part.point) continue;
      defined += k;
      point += k * *part.point;
    }
  if (weight == 0) return result;
  result.applicable = true;
  if (defined > 0) result.point = point / defined;
  result.low = low / weight;
  result.high = high / weight;
  result.completeness = completeness / weight;
  return result;
}

double changed(const Adjustment& how, double score) {
  if (how.kind == Adjustment::Kind::multiply) score *= how.amount;
  if (how.kind == Adjustment::Kind::add) score += how.amount / 100;
  if (how.kind == Adjustment::Kind::floor) score = std::max(score, how.amount / 100);
  return std::min(1.0, std::max(0.0, score));
}

/// The gates, in the rubric's order, on what they cap or change otherwise.
void apply_gates(Weighed& score, const std::string& target, const Rubric& rubric, const Weighing& weighing) {
  for (std::size_t g = 0; g < weighing.gates.size(); ++g) {
    const Truth certain = weighing.certain_gates[g];
    const auto apply = [&](const auto& effect) {
      if (certain == Truth::yes || (certain == Truth::unknown && effect(score.low) < score.low))
        score.low = effect(score.low);
      if (certain == Truth::yes || (certain == Truth::unknown && effect(score.high) > score.high))
        score.high = effect(score.high);
      if (weighing.gates[g] == Truth::yes && score.point) score.point = effect(*score.point);
    };
    const Gate& gate = rubric.parts().gates[g];
    for (const auto kind : {Adjustment::Kind::multiply, Adjustment::Kind::add, Adjustment::Kind::floor})
      for (const Adjustment& one : gate.adjustments)
        if (one.kind == kind && one.target == target) apply([&](double x) { return changed(one, x); });
    for (const Cap& one : gate.caps)
      if (one.target == target) apply([&](double x) { return std::min(x, one.limit / 100); });
  }
}

/// A score that is `rounded`: to the nearest number of its scale.
void round_score(Weighed& score, const std::optional<DisplayScale>& scale) {
  if (!scale || !scale->rounded || !score.applicable) return;
  const double n = (scale->max - scale->min) * std::pow(10, scale->decimals);
  const auto nearest = [&](double x) {
    return std::min(1.0, std::max(0.0, std::floor(x * n + 0.5 + 1e-9) / n));
  };
  score.low = nearest(score.low);
  score.high = nearest(score.high);
  if (score.point) score.point = nearest(*score.point);
}

struct Part {
  double weight = 0;
  double value = 0;
};

double combine(Combine how, const std::vector<Part>& parts) {
  double weight = 0;
  double sum = 0;
  double least = 1;
  for (const Part& part : parts) {
    weight += part.weight;
    least = std::min(least, part.value);
    if (how == Combine::geometric_mean && part.value == 0) return 0;
    sum += part.weight * (how == Combine::geometric_mean ? std::log(part.value) : part.value);
  }
  if (how == Combine::minimum) return least;
  return how == Combine::geometric_mean ? std::exp(sum / weight) : sum / weight;
}

Weighed weigh_overall(const Rubric& rubric, const Weighing& weighing) {
  Weighed result;
  std::vector<Part> points;
  std::vector<Part> lows;
  std::vector<Part> highs;
  double weight = 0;
  double completeness = 0;
  for (const Dimension& dimension : rubric.dimensions()) {
    const Weighed& part = weighing.dimensions.at(dimension.id);
    if (!part.applicable || dimension.weight == 0) continue;
    weight += dimension.weight;
    completeness += dimension.weight * part.completeness;
    const bool may_leave = may_still_leave(dimension.id, weighing.questions);
    lows.push_back({dimension.weight, may_leave ? 0 : part.low});
    highs.push_back({dimension.weight, may_leave ? 1 : part.high});
    if (part.point) points.push_back({dimension.weight, *part.point});
  }
  if (lows.empty()) return result;
  result.applicable = true;
  result.low = combine(rubric.parts().combine, lows);
  result.high = combine(rubric.parts().combine, highs);
  result.completeness = completeness / weight;
  if (points.size() == lows.size()) result.point = combine(rubric.parts().combine, points);
  return result;
}

}  // namespace

double contribution(const Criterion& criterion, const std::string& dimension) {
  for (const Contribution& one : criterion.contributes)
    if (one.dimension == dimension) return one.weight;
  return 0;
}

Weighing weigh(const Rubric& rubric, const AnswersById& answers) {
  Weighing result;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      for (const Question& question : criterion.questions)
        result.questions.push_back(
            standing_of(section, criterion, question, rubric, result.questions, answers));
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      result.criteria[criterion.id] =
          is_plain(criterion) ? weigh_criterion(criterion, result.questions) : weigh_parts(criterion, result);
  for (const Dimension& dimension : rubric.dimensions()) {
    const std::vector<PlainPart> parts = parts_of(rubric, dimension, result);
    result.dimensions[dimension.id] = dimension.combination.how == Joining::mean
                                          ? weigh_dimension(rubric, dimension.id, result)
                                          : join(dimension.combination, weight_of(parts), parts);
    result.uncapped[dimension.id] = result.dimensions[dimension.id].point;
  }
  result.overall = weigh_overall(rubric, result);
  settle_gates(rubric, answers, result);
  for (const Dimension& dimension : rubric.dimensions()) {
    apply_gates(result.dimensions[dimension.id], dimension.id, rubric, result);
    round_score(result.dimensions[dimension.id], dimension.scale);
  }
  result.overall = weigh_overall(rubric, result);
  result.uncapped["overall"] = result.overall.point;
  apply_gates(result.overall, "overall", rubric, result);
  round_score(result.overall, rubric.parts().overall_scale);
  settle_bands(rubric, answers, result);
  return result;
}

std::vector<PlainShare> shares_in(const Criterion& criterion, const Weighing& weighing) {
  std::vector<PlainShare> all(criterion.questions.size());
  const auto set = [&](const Standing* q, const PlainShare& share) {
    all[static_cast<std::size_t>(q->question - criterion.questions.data())] = share;
  };
  const std::vector<const Standing*> loose = members(criterion, "", weighing.questions);
  if (is_plain(criterion)) {
    const std::vector<PlainPart> parts = parts_of(loose);
    const std::vector<PlainShare> each = shares(criterion.combination, weight_of(parts), parts);
    for (std::size_t i = 0; i < loose.size(); ++i) set(loose[i], each[i]);
    return all;
  }
  const std::vector<Weighed>& groups = weighing.groups.at(criterion.id);
  const std::vector<PlainPart> parts = parts_of(criterion, groups, weighing.questions);
  const std::vector<PlainShare> above = shares(criterion.combination, weight_of(parts), parts);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (!groups[g].point) continue;
    const std::vector<const Standing*> some = members(criterion, criterion.groups[g].id, weighing.questions);
    const std::vector<PlainPart> inner = parts_of(some);
    const std::vector<PlainShare> within = shares(criterion.groups[g].combination, weight_of(inner), inner);
    for (std::size_t i = 0; i < some.size(); ++i)
      set(some[i], {above[g].points * within[i].points, above[g].lost * within[i].lost});
  }
  for (std::size_t i = 0; i < loose.size(); ++i) set(loose[i], above[groups.size() + i]);
  return all;
}

std::vector<PlainShare> shares_in(const Rubric& rubric, const Dimension& dimension,
                                  const Weighing& weighing) {
  const std::vector<PlainPart> parts = parts_of(rubric, dimension, weighing);
  const std::vector<PlainShare> found = shares(dimension.combination, weight_of(parts), parts);
  std::vector<PlainShare> all;  // with those that give nothing to it
  std::size_t next = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      all.push_back(contribution(criterion, dimension.id) > 0 ? found[next++] : PlainShare{});
  return all;
}

bool is_better_lower(const Rubric& rubric, const Criterion& criterion) {
  for (const Dimension& dimension : rubric.dimensions())
    if (dimension.better == Better::lower && contribution(criterion, dimension.id) > 0) return true;
  return false;
}

}  // namespace ibtikar::test
