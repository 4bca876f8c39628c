// Relaxation::rows(): see relaxation.h.
//
// A target on a mean or a sum of criteria is a line. The geometric mean lies under each of its
// tangents, so tangents give rows, too; WorldSearch asks for more where they are too loose. What is neither
// has no row, and may_reach() alone bounds it.
#include <algorithm>
#include <cmath>

#include "analysis/relaxation.h"
#include "model/nearly.h"

namespace ibtikar {
namespace {

/// A logarithm is not taken below this: a tangent there would say nothing.
constexpr double kLeastPoint = 0.01;
constexpr int kHalvings = 60;
/// What rounding may cost a row.
constexpr double kRowSlack = 1e-7;

}  // namespace

double Relaxation::Line::at(const std::vector<double>& values) const {
  double sum = constant;
  for (std::size_t c = 0; c < values.size(); ++c) sum += coefficients[c] * values[c];
  return sum;
}

/// The value before gates that a target needs: the worst that still reaches it. Nothing if none
/// does.
std::optional<double> Relaxation::needed(std::size_t target, const Want& want) const {
  constexpr double kShownSlack = 0.00006;
  const auto reaches_it = [&](double value) {
    return want.allows(100 * after_gates(target, value), 100 * kShownSlack);
  };
  double good = want.better == Better::higher ? 1 : 0;
  double bad = 1 - good;
  if (!reaches_it(good)) return std::nullopt;
  if (reaches_it(bad)) return bad;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (good + bad) / 2;
    (reaches_it(middle) ? good : bad) = middle;
  }
  return bad;
}

/// A dimension before gates.
std::optional<Relaxation::Line> Relaxation::line_of(std::size_t d) const {
  const DimensionPlan& dimension = plan_.dimensions[d];
  const Joint& joint = dimension.joint;
  if (joint.how != Joining::mean && joint.how != Joining::sum && joint.how != Joining::deductions)
    return std::nullopt;
  double weight = 0, with_value = 0;
  for (const auto& [c, k] : dimension.criteria) {
    if (!world_.outcomes.criteria[c].applicable) continue;
    weight += k;
    if (fronts_[c]->has_value) with_value += k;
  }
  if (with_value == 0) return std::nullopt;
  Line line{std::vector<double>(fronts_.size(), 0), 0};
  double scale = 1 / with_value;
  if (joint.how != Joining::mean) {
    scale *= weight / joint.limit;
    line.constant = (joint.start - (joint.how == Joining::deductions ? weight : 0)) / joint.limit;
  }
  for (const auto& [c, k] : dimension.criteria)
    if (world_.outcomes.criteria[c].applicable && fronts_[c]->has_value) line.coefficients[c] += k * scale;
  // A clamped sum is no line on its worse side.
  const double worst = line.at(worst_);
  if (plan_.dimension_better[d] == Better::higher ? worst < 0 : worst > 1) return std::nullopt;
  return line;
}

/// The same after gates: an effect that is certain is a line with two ends. The better end only
/// makes the value worse than the line; the worse end must not matter.
std::optional<Relaxation::Line> Relaxation::line_after_gates(std::size_t d) const {
  std::optional<Line> line = line_of(d);
  if (!line) return line;
  const bool higher = plan_.dimension_better[d] == Better::higher;
  for (std::size_t g = 0; g < plan_.effects.size(); ++g)
    for (const EffectPlan& effect : plan_.effects[g]) {
      if (effect.dimension != d || gates_[g] == Truth::no) continue;
      if (gates_[g] == Truth::unknown) return std::nullopt;
      for (double& coefficient : line->coefficients) coefficient *= effect.factor;
      line->constant = line->constant * effect.factor + effect.plus;
      const double worst = line->at(worst_);
      if (higher ? worst < effect.least : worst > effect.most) return std::nullopt;
    }
  const Grid grid = plan_.dimensions[d].grid;
  if (grid > 0) line->constant += (higher ? 1 : -1) * (0.5 / grid + 2 * kNearly);
  return line;
}

NeedRow Relaxation::row_of(const Line& line, double need, Better better) const {
  const double sign = better == Better::higher ? 1 : -1;
  NeedRow row{line.coefficients, sign * (need - line.constant) - kRowSlack};
  for (double& coefficient : row.coefficients) coefficient *= sign;
  return row;
}

/// ln of the geometric mean under a tangent: Σ W·ln y <= Σ W·(ln y0 − 1 + y/y0).
NeedRow Relaxation::tangent(const std::vector<double>& touched) const {
  Line sum{std::vector<double>(fronts_.size(), 0), 0};
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const double at = std::clamp(touched[i], kLeastPoint, 1.0);
    for (std::size_t c = 0; c < fronts_.size(); ++c)
      sum.coefficients[c] += part_weights_[i] / at * parts_[i].coefficients[c];
    sum.constant += part_weights_[i] * (std::log(at) - 1 + parts_[i].constant / at);
  }
  return row_of(sum, std::log(part_need_), Better::higher);
}

std::optional<NeedRow> Relaxation::tangent_at(const std::vector<double>& values) const {
  if (parts_.empty() || part_need_ <= 0) return std::nullopt;
  std::vector<double> at;
  double mean = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    at.push_back(std::clamp(parts_[i].at(values), kLeastPoint, 1.0));
    mean += part_weights_[i] * std::log(at.back());
  }
  if (mean >= std::log(part_need_)) return std::nullopt;
  // Where the way on from there reaches what is needed.
  for (double& one : at) one *= part_need_ / std::exp(mean);
  return tangent(at);
}

void Relaxation::add_overall_rows(double need, std::vector<NeedRow>& rows) {
  std::vector<Line> lines;
  std::vector<double> weights;
  for (std::size_t d = 0; d < plan_.dimensions.size(); ++d) {
    if (!world_.outcomes.dimensions[d].applicable || plan_.dimensions[d].weight <= 0) continue;
    if (plan_.dimension_better[d] != plan_.better) return;
    std::optional<Line> line = line_after_gates(d);
    const std::optional<double> best = dimension(d, best_);
    if (!best) return;
    // What is no line is at its best whatever the others cost.
    if (!line) line = Line{std::vector<double>(fronts_.size(), 0), after_gates(d, *best)};
    lines.push_back(std::move(*line));
    weights.push_back(plan_.dimensions[d].weight);
  }
  const Combine how = lines.size() == 1 ? Combine::arithmetic_mean : plan_.rubric.parts().combine;
  if (how == Combine::arithmetic_mean) {
    Line sum{std::vector<double>(fronts_.size(), 0), 0};
    double all = 0;
    for (const double weight : weights) all += weight;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (std::size_t c = 0; c < fronts_.size(); ++c)
        sum.coefficients[c] += weights[i] / all * lines[i].coefficients[c];
      sum.constant += weights[i] / all * lines[i].constant;
    }
    return rows.push_back(row_of(sum, need, plan_.better));
  }
  // Where lower is better, the tangents lie on the wrong side, and one low dimension is enough.
  if (plan_.better == Better::lower) return;
  if (how == Combine::minimum) {
    for (const Line& line : lines) rows.push_back(row_of(line, need, Better::higher));
    return;
  }
  if (need <= 0) return;
  double all = 0;
  for (const double weight : weights) all += weight;
  for (double& weight : weights) weight /= all;
  parts_ = std::move(lines);
  part_weights_ = std::move(weights);
  part_need_ = need;
  rows.push_back(tangent(std::vector<double>(parts_.size(), need)));
  for (const std::vector<double>& values : {worst_, best_}) {
    std::vector<double> at;
    for (const Line& part : parts_) at.push_back(part.at(values));
    rows.push_back(tangent(at));
  }
}

/// What a condition on scores needs if it is assumed to hold, or not to.
void Relaxation::add_assumption(const Condition& condition, bool holds, std::vector<NeedRow>& rows) const {
  if (condition.kind == Condition::Kind::negation)
    return add_assumption(condition.parts.front(), !holds, rows);
  if (condition.kind != Condition::Kind::atom) {
    // "All hold" and "not any holds" say something about each part.
    if ((condition.kind == Condition::Kind::all) == holds)
      for (const Condition& part : condition.parts) add_assumption(part, holds, rows);
    return;
  }
  if (condition.atom.score.empty()) return;
  const std::size_t number = score_number(plan_.rubric, condition.atom.score);
  const Test test = condition.atom.test;
  const bool upward = (test == Test::at_least || test == Test::above) == holds;
  const Better side = upward ? Better::higher : Better::lower;
  const double need = std::get<double>(condition.atom.operands.front()) / 100 + (upward ? -0.00006 : 0.00006);
  const std::size_t criteria = fronts_.size();
  if (number < criteria) {
    if (!fronts_[number]->has_value || (fronts_[number]->lower == upward)) return;
    Line line{std::vector<double>(criteria, 0), 0};
    line.coefficients[number] = 1;
    rows.push_back(row_of(line, need, side));
    return;
  }
  if (number - criteria >= plan_.dimensions.size() || plan_.dimension_better[number - criteria] != side)
    return;
  if (const std::optional<Line> line = line_of(number - criteria)) rows.push_back(row_of(*line, need, side));
}

std::vector<NeedRow> Relaxation::rows() {
  std::vector<NeedRow> rows;
  settle_gates(best_);
  if (!possible_) return rows;
  for (const Want& want : problem_.goal) {
    const std::optional<double> need = needed(want.dimension, want);
    if (!need) continue;
    if (want.dimension == kOverall)
      add_overall_rows(*need, rows);
    else if (const std::optional<Line> line = line_of(want.dimension))
      rows.push_back(row_of(*line, *need, want.better));
  }
  for (std::size_t g = 0; g < assumed_.size(); ++g)
    if (assumed_[g]) add_assumption(plan_.rubric.parts().gates[g].when, *assumed_[g] == Truth::yes, rows);
  return rows;
}

}  // namespace ibtikar
