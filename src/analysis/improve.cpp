// See ibtikar/improve.h: plans, what is reachable, and phases.
#include "ibtikar/improve.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/cheapest.h"
#include "analysis/phases.h"
#include "base/safe_text.h"
#include "base/suggest.h"

namespace ibtikar {
namespace {

/// Scores are shown in hundredths, so that many steps lead from 0 to 100.
constexpr int kHundredths = 10'000;
/// Most combinations of locked questions that are solved for further plans.
constexpr std::size_t kMostSolved = 400;

Result<std::vector<bool>> locked_questions(const ScorerPlan& plan, const std::vector<std::string>& ids) {
  std::vector<bool> locked(plan.questions.size(), false);
  for (const std::string& id : ids) {
    const auto q = plan.rubric.find(id);
    if (!q)
      return fail(
          error_at("", Code::usage,
                   message("the rubric has no question {0}{1}", quoted(id), suggestion(id, plan.full_ids))));
    locked[*q] = true;
  }
  return locked;
}

/// What a search for one proposal needs, again and again.
class Improver {
 public:
  Improver(const ScorerPlan& plan, const AnswerSheet& today, const ImproveOptions& options,
           const std::vector<bool>& locked)
      : plan_(plan),
        options_(options),
        problem_(problem_of(plan, today, all_moves(plan, today, locked, options.evidence_cost))) {}

  /// The cheapest plan for a goal, with some questions locked besides.
  SearchResult solve(const Goal& goal, const std::set<std::size_t>& also_locked, bool any = false) {
    Problem problem = problem_;
    problem.goal = goal;
    for (const std::size_t q : also_locked) {
      problem.all.moves[q].resize(1);
      problem.keys[q].resize(1);
    }
    const std::size_t left = options_.nodes - std::min(options_.nodes, used_);
    const Key below = options_.budget ? problem.limit_of(*options_.budget) : kNoLimit;
    SearchResult result = cheapest_plan(problem, {below, left, any});
    used_ += result.nodes;
    return result;
  }

  /// A plan in words.
  ImprovePlan described(const CheapestPlan& plan) {
    return describe_plan(plan_, problem_.today, problem_.all, plan.moves, options_);
  }

  [[nodiscard]] std::size_t used() const { return used_; }

  /// The goal's cheapest plan, and others: each leaves a question of every plan before it.
  void find_plans(const Goal& goal, Improvement& found) {
    struct Entry {
      std::set<std::size_t> locked;
      CheapestPlan plan;
    };
    std::vector<Entry> open;
    std::set<std::set<std::size_t>> seen;
    std::vector<std::vector<std::size_t>> accepted;  // the questions of each plan
    const auto look = [&](std::set<std::size_t> locked) {
      if (seen.size() >= kMostSolved || !seen.insert(locked).second) return;
      SearchResult result = solve(goal, locked);
      found.proved = found.proved && result.proved;
      if (result.plan) open.push_back({std::move(locked), std::move(*result.plan)});
    };
    look({});
    while (!open.empty() && found.plans.size() < options_.plans) {
      // The first of the cheapest, so that equal ones come in the order in which they were found.
      const auto next = std::min_element(
          open.begin(), open.end(), [](const Entry& a, const Entry& b) { return a.plan.key < b.plan.key; });
      const Entry entry = std::move(*next);
      open.erase(next);
      const std::vector<std::size_t> changed = changed_by(entry.plan);
      const auto contains = [&](const std::vector<std::size_t>& other) {
        return std::ranges::includes(changed, other);
      };
      auto inner = std::ranges::find_if(accepted, contains);
      if (inner == accepted.end()) {
        found.plans.push_back(described(entry.plan));
        accepted.push_back(changed);
        inner = accepted.end() - 1;
      }
      if (found.plans.size() == options_.plans) break;
      const std::vector<std::size_t> to_leave = *inner;
      for (const std::size_t q : to_leave) {
        std::set<std::size_t> locked = entry.locked;
        locked.insert(q);
        look(std::move(locked));
      }
    }
  }

  /// The best that steps can do for one target.
  BestReachable best_reachable(const ImproveTarget& target, const Want& want, bool& proved) {
    BestReachable best{target, {}, {}};
    std::optional<Want> reached = want.band ? best_band(want, proved) : best_number(want, proved);
    if (!reached) return best;
    best.best = target;
    if (reached->band)
      best.best->band = plan_.rubric.parts().bands[*reached->band].id;
    else
      best.best->number = reached->number;
    SearchResult result = solve({*reached}, {});
    proved = proved && result.proved;
    if (result.plan) best.plan = described(*result.plan);
    return best;
  }

 private:
  [[nodiscard]] static std::vector<std::size_t> changed_by(const CheapestPlan& plan) {
    std::vector<std::size_t> changed;
    for (std::size_t q = 0; q < plan.moves.size(); ++q)
      if (plan.moves[q] > 0) changed.push_back(q);
    return changed;
  }

  bool is_reachable(const Want& want, bool& proved) {
    const SearchResult result = solve({want}, {}, true);
    if (!result.plan) proved = proved && result.proved;
    return result.plan.has_value();
  }

  std::optional<Want> best_band(const Want& want, bool& proved) {
    const bool higher = plan_.better == Better::higher;
    const std::size_t worst = higher ? 0 : plan_.rubric.parts().bands.size() - 1;
    for (std::size_t band = *want.band; band != worst;) {
      band = higher ? band - 1 : band + 1;
      const auto lower = goal_of(plan_, {{plan_.rubric.parts().bands[band].id, {}, 0}});
      if (lower && is_reachable(lower->front(), proved)) return lower->front();
    }
    return std::nullopt;
  }

  /// By halving: what reaches a number reaches every worse one.
  std::optional<Want> best_number(const Want& want, bool& proved) {
    const bool higher = want.better == Better::higher;
    const auto at = [&](int hundredths) {
      Want one = want;
      one.number = static_cast<double>(hundredths) / 100;
      return one;
    };
    int good = higher ? 0 : kHundredths;
    if (!is_reachable(at(good), proved)) return std::nullopt;
    int bad = static_cast<int>(std::lround(want.number * 100));
    while (std::abs(good - bad) > 1) {
      const int middle = (good + bad) / 2;
      (is_reachable(at(middle), proved) ? good : bad) = middle;
    }
    return at(good);
  }

  const ScorerPlan& plan_;
  const ImproveOptions& options_;
  Problem problem_;  ///< without a goal
  std::size_t used_ = 0;
};

}  // namespace

Result<Improvement> improve(const Scorer& scorer, const Proposal& proposal, const AnswerSheet& sheet,
                            const ImproveOptions& options) {
  const ScorerPlan& plan = scorer.plan();
  Result<Goal> goal = goal_of(plan, options.targets);
  if (!goal) return fail(goal.error());
  Result<std::vector<bool>> locked = locked_questions(plan, options.locked);
  if (!locked) return fail(locked.error());
  Improvement found;
  found.today = scorer.assess(proposal, sheet, {});
  found.now = scores_of(plan, sheet);
  found.options = options;
  Improver improver(plan, sheet, options, *locked);
  improver.find_plans(*goal, found);
  found.reached_today = !found.plans.empty() && found.plans.front().changes.empty();
  for (std::size_t t = 0; found.plans.empty() && t < goal->size(); ++t) {
    bool proved = true;
    // A target that can be reached by itself is not what keeps the others away.
    if (goal->size() > 1 && improver.solve({(*goal)[t]}, {}, true).plan) continue;
    found.unreachable.push_back(improver.best_reachable(options.targets[t], (*goal)[t], proved));
    found.proved = found.proved && proved;
  }
  found.nodes = improver.used();
  return found;
}

}  // namespace ibtikar
