// See switching.h.
//
// The search goes from today's weight outwards and halves each stretch whose ends differ in
// anything that is watched, the nearer half first. A stretch whose ends agree is left alone: where
// scores are straight lines, nothing can change within it. Where they are not, the stretches are
// small from the beginning.
#include "analysis/switching.h"

#include <algorithm>
#include <cmath>

namespace ibtikar {
namespace {

/// Weights closer than this, as a part of them, are one.
constexpr double kOneWeight = 1e-13;

double between(double a, double b) {
  const bool is_far = std::max(a, b) > 4 * std::min(a, b);
  return is_far ? std::sqrt(a) * std::sqrt(b) : a + (b - a) / 2;
}

bool is_one(double a, double b) { return std::abs(a - b) <= kOneWeight * std::max(a, b); }

}  // namespace

std::string verdict_name(const ScorerPlan& plan, const std::optional<std::size_t>& verdict,
                         ScoreTarget target) {
  if (verdict) return plan.rubric.parts().bands[*verdict].id;
  return target == kOverall ? std::string(kInsufficient) : std::string();
}

SwitchSearch::SwitchSearch(WeightDial& dial, const Watcher& watcher, const WeightPlace& place,
                           ScoreTarget target)
    : dial_(dial),
      watcher_(watcher),
      place_(place),
      target_(target),
      straight_(straight(dial, place)),
      rivals_(dial.rivals(place)),
      rival_(rivals_.applying > 0 ? rivals_.applying : place.weight),
      today_(probe(place.weight)) {}

SwitchSearch::Probe SwitchSearch::probe(double weight) {
  dial_.turn(place_, weight);
  return {weight, watcher_.regime(dial_), verdict_of(dial_.plan(), dial_.outcomes(), target_)};
}

std::optional<SwitchingValue> SwitchSearch::towards(double limit) {
  if (place_.weight == limit) return std::nullopt;
  const double share = place_.weight / (place_.weight + rival_);
  const double last = limit / (limit + rival_);
  const std::size_t steps = straight_.is_straight ? 1 : kShareSteps;
  Probe near = today_;
  for (std::size_t i = 1; i <= steps; ++i) {
    const double at = share + (last - share) * static_cast<double>(i) / static_cast<double>(steps);
    Probe far = probe(i == steps ? limit : weight_at(at));
    Probe began = near;
    if (const auto change = first_change(near, far, began)) {
      const std::optional<double> root = by_formula(*change);
      const double weight = root.value_or(change->behind.weight);
      return SwitchingValue{weight, rivals_.applicable ? weight / (weight + rivals_.applying) : 0,
                            verdict_name(dial_.plan(), change->behind.verdict, target_), root.has_value()};
    }
    near = std::move(far);
  }
  return std::nullopt;
}

std::optional<SwitchSearch::Change> SwitchSearch::first_change(const Probe& near, const Probe& far,
                                                               Probe& began) {
  if (near.regime.states == far.regime.states && near.verdict == far.verdict) return std::nullopt;
  if (is_one(near.weight, far.weight)) {
    if (near.verdict != far.verdict) return Change{near, far, began};
    began = far;
    return std::nullopt;
  }
  const Probe middle = probe(between(near.weight, far.weight));
  if (auto change = first_change(near, middle, began)) return change;
  return first_change(middle, far, began);
}

/// Where the line of what was compared meets its edge. Two weights of the regime give the line; the
/// search has told between which weights the meeting lies, and so confirms it.
std::optional<double> SwitchSearch::by_formula(const Change& change) {
  const Probe& began = change.began;
  const Probe& before = change.before;
  if (!straight_.is_straight || is_one(began.weight, before.weight)) return std::nullopt;
  const Probe middle = probe(between(began.weight, before.weight));
  const std::vector<Watched>& behind = change.behind.regime.watched;
  if (middle.regime.watched.size() != behind.size()) return std::nullopt;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const Watched& a = began.regime.watched[i];
    const Watched& b = middle.regime.watched[i];
    if ((before.regime.watched[i].value >= b.edge) == (behind[i].value >= b.edge)) continue;
    const bool logarithm = straight_.logarithm && b.is_overall;
    const auto line = [&](double value) { return logarithm ? std::log(value) : value; };
    const double rivals = b.is_bound ? rivals_.applying : rivals_.with_point;
    const double share_a = began.weight / (began.weight + rivals);
    const double share_b = middle.weight / (middle.weight + rivals);
    const double share =
        share_a + (line(b.edge) - line(a.value)) * (share_b - share_a) / (line(b.value) - line(a.value));
    const double root = rivals * share / (1 - share);
    if (std::abs(root - before.weight) <= kSwitchTolerance * before.weight) return root;
  }
  return std::nullopt;
}

std::optional<SwitchingValue> SwitchSearch::left_out() {
  if (!dial_.can_be_left_out(place_)) return std::nullopt;
  dial_.turn(place_, 0);
  const auto verdict = verdict_of(dial_.plan(), dial_.outcomes(), target_);
  if (verdict == today_.verdict) return std::nullopt;
  return SwitchingValue{0, 0, verdict_name(dial_.plan(), verdict, target_), true};
}

}  // namespace ibtikar
