// Draws of answers: both ways to compute them give the same scores, and all lie in the intervals.
#include "panel/sampled_sheet.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ibtikar/scorer.h"
#include "support/assessed.h"
#include "support/builtin_rubric.h"

namespace ibtikar::test {
namespace {

struct Drawn {
  std::vector<double> dimensions;
  EffectPlan effect;
};

Drawn drawn_of(const SampledSheet& sheet, std::size_t dimensions, std::uint64_t seed) {
  Drawn out;
  out.dimensions.resize(dimensions);
  Outcomes work;
  sheet.begin(work);
  sheet.draw(CounterRandom(seed, 1), 0, work, {out.dimensions, &out.effect});
  return out;
}

void expect_same_both_ways(const Rubric& rubric, const Scorer& scorer, const AnswerSheet& sheet,
                           std::uint64_t seed) {
  const std::size_t dimensions = rubric.dimensions().size();
  const SampledSheet sums(scorer.plan(), sheet);
  const SampledSheet scored(scorer.plan(), sheet, false);
  ASSERT_EQ(sums.uncertain(), scored.uncertain());
  const Outlook outlook = scorer.outlook(sheet);
  for (std::uint64_t draw = 0; draw < 5; ++draw) {
    const Drawn a = drawn_of(sums, dimensions, 10 * seed + draw);
    const Drawn b = drawn_of(scored, dimensions, 10 * seed + draw);
    for (std::size_t d = 0; d < dimensions; ++d) {
      ASSERT_EQ(std::isnan(a.dimensions[d]), std::isnan(b.dimensions[d])) << seed;
      if (std::isnan(a.dimensions[d])) continue;
      EXPECT_NEAR(a.dimensions[d], b.dimensions[d], 1e-12) << "seed " << seed << ", dimension " << d;
      EXPECT_GE(100 * a.dimensions[d], outlook.dimensions[d].low - 0.006) << seed;
      EXPECT_LE(100 * a.dimensions[d], outlook.dimensions[d].high + 0.006) << seed;
    }
    for (const double score : {0.0, 0.3, 0.7, 1.0})
      EXPECT_NEAR(a.effect.on(score), b.effect.on(score), 1e-12);
  }
}

TEST(SampledSheet, ScoresTheSameBothWays) {
  std::size_t sums = 0;
  for (std::uint64_t seed = 0; seed < cases(1000); ++seed) {
    const RandomCase one(seed);
    Diagnostics warnings;
    const auto sheet = one.scorer.encode(one.proposal, {}, warnings);
    if (!sheet) continue;
    sums += SampledSheet(one.scorer.plan(), *sheet).is_sum() ? 1U : 0U;
    expect_same_both_ways(one.source.rubric, one.scorer, *sheet, seed);
  }
  EXPECT_GT(sums, cases(1000) / 50) << "some of the rubrics must be of plain means";
}

TEST(SampledSheet, OfTheBuiltInRubricIsASum) {
  const Rubric rubric = builtin_rubric();
  const Scorer scorer(rubric);
  for (std::uint64_t seed = 0; seed < cases(100); ++seed) {
    Random random(seed);
    Diagnostics warnings;
    const auto sheet = scorer.encode(random_proposal(rubric, random), {}, warnings);
    if (!sheet) continue;
    EXPECT_TRUE(SampledSheet(scorer.plan(), *sheet).is_sum());
    expect_same_both_ways(rubric, scorer, *sheet, seed);
  }
}

}  // namespace
}  // namespace ibtikar::test
