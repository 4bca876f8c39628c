// See fronts.h. Sums run in the order of evaluate(), so that of two combinations the scorer sees
// the same one ahead, to the last bit.
#include "analysis/fronts.h"

#include <algorithm>
#include <cmath>

namespace ibtikar {
namespace {

/// Most options of one criterion; what goes beyond is left out, and the result is not proved.
constexpr std::size_t kMostOptions = 4000;
/// In the order of partial sums: a way up that has not ended is ahead of all that have.
constexpr double kStillClimbing = 1e9;

/// A combination of some members.
struct Partial {
  Key key = 0;
  double total = 0;
  bool ended = false;
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t trail = 0;  ///< of both, once it is kept
};

double added(const Joint& joint, const Partial& sum, bool is_first, double weight, double climbed,
             double value) {
  switch (joint.how) {
    case Joining::minimum:
      return is_first ? value : std::min(sum.total, value);
    case Joining::maximum:
      return is_first ? value : std::max(sum.total, value);
    case Joining::in_order:
      return sum.ended || !reaches(joint, value) ? sum.total : climbed;
    default:
      return sum.total + weight * value;
  }
}

/// Keeps what nothing cheaper equals. `rank`: greater is better.
template <class Entry, class Rank>
void keep_best(std::vector<Entry>& entries, const Rank& rank, bool keep_all, bool& is_complete) {
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    return a.key != b.key ? a.key < b.key : rank(a) > rank(b);
  });
  if (!keep_all) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (kept == 0 || rank(entries[i]) > rank(entries[kept - 1])) entries[kept++] = entries[i];
    entries.resize(kept);
  }
  if (entries.size() <= kMostOptions) return;
  is_complete = false;
  // Evenly, the cheapest and the best among them.
  std::vector<Entry> some;
  for (std::size_t i = 0; i < kMostOptions; ++i)
    some.push_back(entries[i * (entries.size() - 1) / (kMostOptions - 1)]);
  entries = std::move(some);
}

}  // namespace

double joined_value(const Joint& joint, double total, double with_value, double weight) {
  const auto clamped = [](double value) { return std::clamp(value, 0.0, 1.0); };
  switch (joint.how) {
    case Joining::mean:
      return total / with_value;
    case Joining::sum:
      return clamped((joint.start + weight * (total / with_value)) / joint.limit);
    case Joining::deductions:
      return clamped((joint.start - weight * (1 - total / with_value)) / joint.limit);
    case Joining::in_order:
      return total / weight;
    case Joining::minimum:
    case Joining::maximum:
      break;
  }
  return total;
}

std::uint32_t Fronts::both_trails(std::uint32_t left, std::uint32_t right) {
  if (left == 0) return right;
  if (right == 0) return left;
  trails_.push_back({left, right, {}, false});
  return static_cast<std::uint32_t>(trails_.size() - 1);
}

void Fronts::collect(std::uint32_t trail, std::vector<ChosenMove>& chosen) const {
  const Trail& at = trails_[trail];
  if (at.is_move) chosen.push_back(at.move);
  if (at.left != 0) collect(at.left, chosen);
  if (at.right != 0) collect(at.right, chosen);
}

/// A question as a member: its value is what it is credited. One that does not count has only its
/// cheapest move.
Fronts::Member Fronts::question(std::size_t q, const World& world) {
  const Cell& base = world.sheet.cells[q];
  const QuestionOutcome& outcome = world.outcomes.questions[q];
  Member member{outcome.weight, outcome.answered_weight > 0, {}};
  const bool lower = problem_.plan.questions[q].lower_is_better;
  bool is_complete = true;
  for (const std::size_t m : world.allowed[q]) {
    std::uint32_t trail = 0;
    if (m > 0) {
      trails_.push_back({0, 0, {q, m}, true});
      trail = static_cast<std::uint32_t>(trails_.size() - 1);
    }
    const Cell& cell = problem_.all.moves[q][m].cell;
    const double value = base.state == CellState::answered ? credited(problem_.plan, q, cell) : 0;
    member.options.push_back({problem_.keys[q][m], value, trail});
    if (!member.has_value) break;
  }
  keep_best(
      member.options, [&](const FrontOption& o) { return lower ? -o.value : o.value; }, world.keep_all,
      is_complete);
  return member;
}

Fronts::Member Fronts::joined_members(const Joint& joint, const std::vector<Member>& members, bool lower,
                                      bool keep_all, bool& is_complete) {
  const double sign = lower ? -1 : 1;
  std::vector<Partial> partials(1);
  double weight = 0;
  double with_value = 0;
  for (const Member& member : members) {
    const bool is_first = with_value == 0;
    weight += member.weight;
    const bool counts = member.has_value && member.weight > 0;
    if (counts) with_value += member.weight;
    std::vector<Partial> next;
    for (const Partial& partial : partials)
      for (const FrontOption& option : member.options) {
        Partial sum{partial.key + option.key, partial.total, partial.ended, partial.trail, option.trail, 0};
        if (counts) {
          sum.total = added(joint, partial, is_first, member.weight, weight, option.value);
          sum.ended = partial.ended || (joint.how == Joining::in_order && !reaches(joint, option.value));
        }
        next.push_back(sum);
      }
    const auto rank = [&](const Partial& p) {
      const bool climbing = joint.how == Joining::in_order && !p.ended;
      return sign * (climbing ? kStillClimbing : p.total);
    };
    keep_best(next, rank, keep_all, is_complete);
    for (Partial& partial : next) partial.trail = both_trails(partial.left, partial.right);
    partials = std::move(next);
  }
  Member whole{0, with_value > 0, {}};
  for (const Partial& partial : partials) {
    const double value = whole.has_value ? joined_value(joint, partial.total, with_value, weight) : 0;
    whole.options.push_back({partial.key, value, partial.trail});
  }
  keep_best(
      whole.options, [&](const FrontOption& o) { return sign * o.value; }, keep_all || !whole.has_value,
      is_complete);
  if (!whole.has_value && !keep_all) whole.options.resize(1);
  return whole;
}

Front Fronts::front_of(std::size_t number, const World& world) {
  const CriterionPlan& criterion = problem_.plan.criteria[number];
  Front front;
  front.lower = problem_.plan.questions[criterion.first].lower_is_better;
  for (std::size_t q = criterion.first; q < criterion.last; ++q)
    if (problem_.plan.questions[q].scored) front.lower = problem_.plan.questions[q].lower_is_better;
  std::vector<bool> is_placed(criterion.last - criterion.first, false);
  const auto place = [&](const std::vector<std::size_t>& questions, std::vector<Member>& members) {
    for (const std::size_t q : questions) {
      is_placed[q - criterion.first] = true;
      members.push_back(question(q, world));
    }
  };
  std::vector<Member> members;
  std::vector<std::size_t> ungrouped = criterion.ungrouped;
  if (criterion.is_plain) {
    ungrouped.clear();
    for (std::size_t q = criterion.first; q < criterion.last; ++q)
      if (problem_.plan.questions[q].scored) ungrouped.push_back(q);
  }
  for (std::size_t g = criterion.first_group; g < criterion.last_group && !criterion.is_plain; ++g) {
    const GroupPlan& group = problem_.plan.groups[g];
    std::vector<Member> inner;
    place(group.questions, inner);
    Member whole = joined_members(group.joint, inner, front.lower, world.keep_all, front.is_complete);
    whole.weight = world.outcomes.groups[g].applicable ? group.weight : 0;
    members.push_back(std::move(whole));
  }
  place(ungrouped, members);
  // Context and unscored questions cost what they cost, and have no value.
  for (std::size_t q = criterion.first; q < criterion.last; ++q)
    if (!is_placed[q - criterion.first]) {
      Member other = question(q, world);
      other.weight = 0;
      other.has_value = false;
      members.push_back(std::move(other));
    }
  const Joint joint = criterion.is_plain ? Joint{} : criterion.joint;
  Member whole = joined_members(joint, members, front.lower, world.keep_all, front.is_complete);
  front.has_value = whole.has_value;
  front.options = std::move(whole.options);
  return front;
}

const Front& Fronts::of(std::size_t number, const World& world) {
  const CriterionPlan& criterion = problem_.plan.criteria[number];
  std::vector<std::uint32_t> name{static_cast<std::uint32_t>(number), world.keep_all ? 1U : 0U};
  for (std::size_t q = criterion.first; q < criterion.last; ++q) {
    name.push_back(world.classes[q]);
    name.push_back(world.outcomes.visible[q] == Truth::no ? 0 : 1);
  }
  const auto found = known_.find(name);
  if (found != known_.end()) return found->second;
  return known_.emplace(std::move(name), front_of(number, world)).first->second;
}

}  // namespace ibtikar
