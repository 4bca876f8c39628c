// See joining.h.
#include "model/joining.h"

#include <algorithm>

#include "model/nearly.h"

namespace ibtikar {

bool reaches(const Joint& joint, double value) { return value >= joint.reached_at - kNearly; }

namespace {

/// Sums over the parts that apply.
struct Sums {
  double weight = 0;
  double low = 0;
  double high = 0;
  double completeness = 0;
  double with_point = 0;  ///< weight of those that have a point
  double points = 0;

  [[nodiscard]] double mean() const { return points / with_point; }
};

double low_of(const Part& part) { return part.may_leave ? 0 : part.low; }
double high_of(const Part& part) { return part.may_leave ? 1 : part.high; }

Sums sums_of(const std::vector<Part>& parts) {
  Sums sums;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    sums.weight += part.weight;
    sums.low += part.weight * low_of(part);
    sums.high += part.weight * high_of(part);
    sums.completeness += part.weight * part.completeness;
    if (!part.point) continue;
    sums.with_point += part.weight;
    sums.points += part.weight * *part.point;
  }
  return sums;
}

double clamped(double value) { return std::clamp(value, 0.0, 1.0); }

void join_mean(const Sums& sums, Part& whole) {
  whole.low = sums.low / sums.weight;
  whole.high = sums.high / sums.weight;
  if (sums.with_point > 0) whole.point = sums.mean();
}

void join_sum(const Joint& joint, const Sums& sums, Part& whole) {
  const auto score = [&](double points) { return clamped((joint.start + points) / joint.limit); };
  whole.low = score(sums.low);
  whole.high = score(sums.high);
  if (sums.with_point > 0) whole.point = score(sums.weight * sums.mean());
}

void join_deductions(const Joint& joint, const Sums& sums, Part& whole) {
  const auto score = [&](double taken) { return clamped((joint.start - taken) / joint.limit); };
  whole.low = score(sums.weight - sums.low);
  whole.high = score(sums.weight - sums.high);
  if (sums.with_point > 0) whole.point = score(sums.weight * (1 - sums.mean()));
}

template <class Better>
void join_extreme(const std::vector<Part>& parts, const Better& better, Part& whole) {
  bool is_first = true;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    whole.low = is_first ? low_of(part) : better(whole.low, low_of(part));
    whole.high = is_first ? high_of(part) : better(whole.high, high_of(part));
    if (part.point) whole.point = whole.point ? better(*whole.point, *part.point) : *part.point;
    is_first = false;
  }
}

/// The weight of the steps up to the last one that is reached before the first that is not.
double climbed(const Joint& joint, const std::vector<Part>& parts) {
  double weight = 0;
  double reached = 0;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    if (part.point && !reaches(joint, *part.point)) break;
    weight += part.weight;
    if (part.point) reached = weight;
  }
  return reached;
}

void join_in_order(const Joint& joint, const std::vector<Part>& parts, double weight, Part& whole) {
  double low = 0, high = 0, may_leave_above = 0;
  bool low_ended = false, high_ended = false, has_point = false;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    low_ended = low_ended || !reaches(joint, low_of(part));
    high_ended = high_ended || !reaches(joint, high_of(part));
    if (!low_ended) low += part.weight;
    if (!high_ended) high += part.weight;
    // Steps above the one that ends the climb may leave; then less has to be climbed.
    if (high_ended && part.may_leave) may_leave_above += part.weight;
    has_point = has_point || part.point;
  }
  whole.low = low / weight;
  whole.high = high / (weight - may_leave_above);
  if (has_point) whole.point = climbed(joint, parts) / weight;
}

}  // namespace

Joint joint_of(const Combination& combination, double all_weights) {
  Joint joint;
  joint.how = combination.how;
  joint.limit = combination.limit.value_or(all_weights > 0 ? all_weights : 1);
  joint.start = combination.start.value_or(joint.how == Joining::deductions ? joint.limit : 0);
  joint.reached_at = combination.reached_at;
  return joint;
}

Part joined(const Joint& joint, const std::vector<Part>& parts) {
  Part whole;
  whole.may_leave = true;
  for (const Part& part : parts) {
    if (!part.applicable) continue;
    whole.applicable = true;
    whole.may_leave = whole.may_leave && part.may_leave;
    whole.keeps_point = whole.keeps_point || (part.point && part.keeps_point && !part.may_leave);
  }
  if (!whole.applicable) return whole;
  const Sums sums = sums_of(parts);
  whole.completeness = sums.completeness / sums.weight;
  switch (joint.how) {
    case Joining::mean:
      join_mean(sums, whole);
      break;
    case Joining::sum:
      join_sum(joint, sums, whole);
      break;
    case Joining::deductions:
      join_deductions(joint, sums, whole);
      break;
    case Joining::minimum:
      join_extreme(
          parts, [](double a, double b) { return std::min(a, b); }, whole);
      break;
    case Joining::maximum:
      join_extreme(
          parts, [](double a, double b) { return std::max(a, b); }, whole);
      break;
    case Joining::in_order:
      join_in_order(joint, parts, sums.weight, whole);
      break;
  }
  // A part that leaves takes its bounds with it, and one without a point leaves the point of the
  // whole.
  if (!whole.keeps_point) {
    whole.low = 0;
    whole.high = 1;
  }
  return whole;
}

namespace {

/// The same two factors for all parts, and then each adjusted to the score of the whole.
std::vector<Factors> linear_factors(const Joint& joint, const std::vector<Part>& parts) {
  const Sums sums = sums_of(parts);
  const double scale =
      joint.how == Joining::mean ? 1 / sums.with_point : sums.weight / sums.with_point / joint.limit;
  const double points = scale * sums.points;
  const double lost = scale * (sums.with_point - sums.points);
  double of_points = 1;
  double of_lost = 1;
  if (joint.how != Joining::mean) {
    const double score = *joined(joint, parts).point;
    if (points > 0) of_points = std::min(1.0, score / points);
    if (lost > 0) of_lost = std::min(1.0, (1 - score) / lost);
  }
  std::vector<Factors> all(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].applicable && parts[i].point)
      all[i] = {parts[i].weight * scale * of_points, parts[i].weight * scale * of_lost};
  return all;
}

/// The first part that gives the whole its point has all of it.
std::vector<Factors> extreme_factors(const Joint& joint, const std::vector<Part>& parts) {
  const double point = *joined(joint, parts).point;
  std::vector<Factors> all(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].applicable && parts[i].point == point) {
      all[i] = {1, 1};
      break;
    }
  return all;
}

/// The steps counted share the point by weight; the one that ended the way up lost the rest.
std::vector<Factors> ordered_factors(const Joint& joint, const std::vector<Part>& parts) {
  const double point = *joined(joint, parts).point;
  std::vector<Factors> all(parts.size());
  double counted = 0;
  std::size_t end = 0;
  for (; end < parts.size(); ++end) {
    if (!parts[end].applicable || !parts[end].point) continue;
    if (!reaches(joint, *parts[end].point)) break;
    counted += parts[end].weight;
  }
  for (std::size_t i = 0; i < end; ++i)
    if (parts[i].applicable && parts[i].point)
      all[i].points = point * parts[i].weight / counted / *parts[i].point;
  if (end < parts.size()) all[end].lost = (1 - point) / (1 - *parts[end].point);
  return all;
}

}  // namespace

std::vector<Factors> factors_of(const Joint& joint, const std::vector<Part>& parts) {
  switch (joint.how) {
    case Joining::minimum:
    case Joining::maximum:
      return extreme_factors(joint, parts);
    case Joining::in_order:
      return ordered_factors(joint, parts);
    case Joining::mean:
    case Joining::sum:
    case Joining::deductions:
      break;
  }
  return linear_factors(joint, parts);
}

}  // namespace ibtikar
