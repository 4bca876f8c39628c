// See plain_joining.h. The table of the page, row by row.
#include "support/plain_joining.h"

#include <algorithm>

namespace ibtikar::test {
namespace {

/// Those that apply; what may still leave enters with 0 and 1.
std::vector<PlainPart> entering(const std::vector<PlainPart>& parts) {
  std::vector<PlainPart> in;
  for (const PlainPart& part : parts) {
    if (!part.value.applicable) continue;
    in.push_back(part);
    if (part.value.may_leave) in.back().value.low = 0;
    if (part.value.may_leave) in.back().value.high = 1;
  }
  return in;
}

double total(const std::vector<PlainPart>& in) {
  double weight = 0;
  for (const PlainPart& part : in) weight += part.weight;
  return weight;
}

/// Σ w·x over the parts, and Σ w over those that have an x.
struct Total {
  double sum = 0;
  double weight = 0;
};

template <class Take>
Total weighted(const std::vector<PlainPart>& in, const Take& take) {
  Total total;
  for (const PlainPart& part : in) {
    const std::optional<double> x = take(part.value);
    if (!x) continue;
    total.sum += part.weight * *x;
    total.weight += part.weight;
  }
  return total;
}

double clamp(double x) { return std::min(1.0, std::max(0.0, x)); }

bool is_step(double s, const Combination& how) { return s >= how.reached_at - 1e-9; }

/// Where the ladder ends: the first part whose `take` is under R; all parts when there is none.
template <class Take>
std::size_t first_unreached(const Combination& how, const std::vector<PlainPart>& in, const Take& take) {
  std::size_t i = 0;
  while (i < in.size()) {
    const std::optional<double> x = take(in[i].value);
    if (x && !is_step(*x, how)) break;
    ++i;
  }
  return i;
}

double weight_of_first(std::size_t count, const std::vector<PlainPart>& in) {
  return total({in.begin(), in.begin() + static_cast<std::ptrdiff_t>(count)});
}

std::optional<double> point(const Weighed& part) { return part.point; }
std::optional<double> low(const Weighed& part) { return part.low; }
std::optional<double> high(const Weighed& part) { return part.high; }
std::optional<double> completeness(const Weighed& part) { return part.completeness; }

std::size_t steps_counted(const Combination& how, const std::vector<PlainPart>& in) {
  std::size_t counted = first_unreached(how, in, point);
  while (counted > 0 && !in[counted - 1].value.point) --counted;
  return counted;
}

/// The three numbers of one row of the table.
struct Three {
  double point = 0;
  double low = 0;
  double high = 1;
};

Three joined_row(const Combination& how, double limit, const std::vector<PlainPart>& in) {
  const double w = total(in);
  const Total points = weighted(in, point);
  const double mean = points.sum / points.weight;
  const double lows = weighted(in, low).sum;
  const double highs = weighted(in, high).sum;
  if (how.how == Joining::mean) return {mean, lows / w, highs / w};
  if (how.how == Joining::sum) {
    const double start = how.start.value_or(0);
    return {clamp((start + w * mean) / limit), clamp((start + lows) / limit), clamp((start + highs) / limit)};
  }
  if (how.how == Joining::deductions) {
    const double start = how.start.value_or(limit);
    return {clamp((start - w * (1 - mean)) / limit), clamp((start - (w - lows)) / limit),
            clamp((start - (w - highs)) / limit)};
  }
  if (how.how == Joining::in_order) {
    const std::size_t end = first_unreached(how, in, high);
    double leaving = 0;
    for (std::size_t i = end; i < in.size(); ++i) leaving += in[i].value.may_leave ? in[i].weight : 0;
    return {weight_of_first(steps_counted(how, in), in) / w,
            weight_of_first(first_unreached(how, in, low), in) / w, weight_of_first(end, in) / (w - leaving)};
  }
  const bool least = how.how == Joining::minimum;
  std::vector<double> s, l, h;
  for (const PlainPart& part : in) {
    if (part.value.point) s.push_back(*part.value.point);
    l.push_back(part.value.low);
    h.push_back(part.value.high);
  }
  const auto extreme = [&](const std::vector<double>& all) {
    if (all.empty()) return 0.0;
    return least ? *std::min_element(all.begin(), all.end()) : *std::max_element(all.begin(), all.end());
  };
  return {extreme(s), extreme(l), extreme(h)};
}

}  // namespace

Weighed join(const Combination& how, double all_weights, const std::vector<PlainPart>& parts) {
  Weighed whole;
  const std::vector<PlainPart> in = entering(parts);
  whole.may_leave =
      std::all_of(in.begin(), in.end(), [](const PlainPart& part) { return part.value.may_leave; });
  if (in.empty()) return whole;
  whole.applicable = true;
  const Three three = joined_row(how, how.limit.value_or(all_weights), in);
  whole.completeness = weighted(in, completeness).sum / total(in);
  if (weighted(in, point).weight > 0) whole.point = three.point;
  for (const PlainPart& part : in)
    if (part.value.point && part.value.keeps_point) whole.keeps_point = true;
  if (!whole.keeps_point) return whole;  // bounds 0 and 1
  whole.low = three.low;
  whole.high = three.high;
  return whole;
}

std::vector<PlainShare> shares(const Combination& how, double all_weights,
                               const std::vector<PlainPart>& parts) {
  std::vector<PlainShare> all(parts.size());
  const std::vector<PlainPart> in = entering(parts);
  const double limit = how.limit.value_or(all_weights);
  const double s = joined_row(how, limit, in).point;
  const Total points = weighted(in, point);
  const std::size_t counted = how.how == Joining::in_order ? first_unreached(how, in, point) : 0;
  double reached = 0;
  for (std::size_t i = 0; i < counted; ++i) reached += in[i].value.point ? in[i].weight : 0;
  bool is_given = false;
  std::size_t place = 0;  // among those that apply
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].value.applicable) continue;
    const std::size_t step = place++;
    if (!parts[i].value.point) continue;
    const double own = *parts[i].value.point;
    const double w = parts[i].weight;
    if (how.how == Joining::mean) all[i] = {w / points.weight, w / points.weight};
    if (how.how == Joining::minimum || how.how == Joining::maximum) {
      if (!is_given && own == s) all[i] = {1, 1};
      is_given = is_given || own == s;
    }
    if (how.how == Joining::sum || how.how == Joining::deductions) {
      const double each = total(in) / points.weight / limit;
      const double earned = each * points.sum;
      const double lost = each * (points.weight - points.sum);
      all[i].points = each * w * (earned > 0 ? std::min(1.0, s / earned) : 1);
      all[i].lost = each * w * (lost > 0 ? std::min(1.0, (1 - s) / lost) : 1);
    }
    if (how.how == Joining::in_order && step < counted) all[i].points = s * w / reached / own;
    if (how.how == Joining::in_order && step == counted) all[i].lost = (1 - s) / (1 - own);
  }
  return all;
}

}  // namespace ibtikar::test
