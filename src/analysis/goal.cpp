// See goal.h.
#include "analysis/goal.h"

#include <algorithm>
#include <string>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// Two scores that are shown differ by this much at least.
constexpr double kLeastDifference = 0.01;

Result<Want> want_of_band(const ScorerPlan& plan, const std::string& id) {
  const std::vector<Band>& bands = plan.rubric.parts().bands;
  std::vector<std::string> known;
  for (std::size_t b = 0; b < bands.size(); ++b) {
    known.push_back(bands[b].id);
    if (bands[b].id != id) continue;
    if (plan.better == Better::higher) return Want{b, kOverall, bands[b].from, plan.better};
    const bool is_last = b + 1 == bands.size();
    return Want{b, kOverall, is_last ? 100 : bands[b + 1].from - kLeastDifference, plan.better};
  }
  for (const Dimension& dimension : plan.rubric.dimensions())
    if (dimension.id == id)
      return fail(error_at("", Code::usage,
                           message("{0} is a dimension; write the score to reach as {1}", quoted(id),
                                   visible(id) + "=NUMBER")));
  if (known.empty())
    return fail(error_at("", Code::usage, message("the rubric has no bands; give a number")));
  return fail(error_at("", Code::usage,
                       message("the rubric has no band {0}; expected {1}{2}", quoted(id), alternatives(known),
                               suggestion(id, known))));
}

Result<Want> want_of_score(const ScorerPlan& plan, const ImproveTarget& target) {
  if (target.dimension == "overall") return Want{std::nullopt, kOverall, target.number, plan.better};
  std::vector<std::string> known{"overall"};
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
    known.push_back(plan.rubric.dimensions()[d].id);
    if (known.back() == target.dimension)
      return Want{std::nullopt, d, target.number, plan.dimension_better[d]};
  }
  return fail(error_at("", Code::usage,
                       message("the rubric has no dimension {0}; expected {1}{2}", quoted(target.dimension),
                               alternatives(known), suggestion(target.dimension, known))));
}

}  // namespace

Result<Goal> goal_of(const ScorerPlan& plan, const std::vector<ImproveTarget>& targets) {
  Goal goal;
  for (const ImproveTarget& target : targets) {
    Result<Want> want = target.band.empty() ? want_of_score(plan, target) : want_of_band(plan, target.band);
    if (!want) return fail(want.error());
    goal.push_back(*want);
  }
  return goal;
}

bool meets(const ScorerPlan& plan, const Goal& goal, const Outcomes& outcomes) {
  return std::ranges::all_of(goal, [&](const Want& want) {
    if (want.band) {
      const VerdictBands bands =
          verdict_bands(plan, outcomes, measure_of(outcomes.overall, plan.rubric.parts().overall_scale));
      return bands.point && is_no_worse_band(plan, *bands.point, *want.band);
    }
    const Outcome& outcome =
        want.dimension == kOverall ? outcomes.overall : outcomes.dimensions[want.dimension];
    const Score score = shown(outcome.point);
    return score && want.allows(*score);
  });
}

}  // namespace ibtikar
