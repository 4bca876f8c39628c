// Draws: the chances of both rules, exactly as many winners as places, and replaying.
#include "ibtikar/draw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "support/random.h"

namespace ibtikar::test {
namespace {

std::vector<DrawEntry> scored(const std::vector<double>& scores) {
  std::vector<DrawEntry> entries;
  for (std::size_t i = 0; i < scores.size(); ++i)
    entries.push_back({.id = "p" + std::to_string(i + 1), .score = scores[i]});
  return entries;
}

std::vector<double> chances_of(const Draw& draw) {
  std::vector<double> chances;
  for (const DrawnEntry& one : draw.entries)
    chances.push_back(static_cast<double>(one.chance) / static_cast<double>(kCertain));
  return chances;
}

std::size_t winners_of(const Draw& draw) {
  return static_cast<std::size_t>(std::ranges::count(draw.entries, true, &DrawnEntry::wins));
}

// The rule of smooth_lotteries.py of akgoldberg/smooth_lottery (p = clip(w v + b, 0, 1), sum p = k);
// closed form.
TEST(LinearLottery, HasTheChancesOfTheClosedForm) {
  const auto draw = draw_lots(scored({5, 4, 3, 2, 1}), {DrawRule::linear, 2, 0.5, "seed"});
  ASSERT_TRUE(draw);
  EXPECT_EQ(chances_of(*draw), (std::vector<double>{1, 0.75, 0.25, 0, 0}));
  EXPECT_EQ(winners_of(*draw), 2);
  EXPECT_EQ(draw->offset, -1.25);
}

// SNSF's rule as in helpers.swiss_nsf of akgoldberg/smooth_lottery; ranks, lower is better.
TEST(SnsfRule, LetsThoseDrawWhoseIntervalsTouchTheLine) {
  const double points[] = {1.4, 2, 3, 4, 4.6};
  const double intervals[][2] = {{1, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 5}};
  std::vector<DrawEntry> entries = scored({0, 0, 0, 0, 0});
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].rank = points[i];
    entries[i].best = intervals[i][0];
    entries[i].worst = intervals[i][1];
  }
  const auto draw = draw_lots(entries, {DrawRule::snsf, 2, 0, "seed"});
  ASSERT_TRUE(draw);
  EXPECT_EQ(draw->line, 2);
  EXPECT_EQ(draw->left, 2);
  EXPECT_EQ(chances_of(*draw), (std::vector<double>{0.666667, 0.666667, 0.666667, 0, 0}));
  EXPECT_EQ(winners_of(*draw), 2);
}

TEST(SnsfRule, FundsAndDeclinesWithoutLotsWhereTheEvidenceDecides) {
  std::vector<DrawEntry> entries = scored({0, 0, 0, 0});
  for (std::size_t i = 0; i < 4; ++i) {
    entries[i].rank = static_cast<double>(i + 1);
    entries[i].best = entries[i].rank - (i == 0 ? 0 : 0.4);
    entries[i].worst = entries[i].rank + 0.4;
  }
  const auto draw = draw_lots(entries, {DrawRule::snsf, 2, 0, "seed"});
  ASSERT_TRUE(draw);
  EXPECT_EQ(chances_of(*draw), (std::vector<double>{1, 1, 0, 0}));
  EXPECT_EQ(draw->entries[0].group, DrawGroup::funded);
  EXPECT_EQ(draw->entries[1].group, DrawGroup::drawn) << "alone on the line: certain to win";
}

// printf 'seed\np1' | sha256sum; printf 'seed' | sha256sum
TEST(Draw, TicketsAreWhatSha256sumPrints) {
  const auto draw = draw_lots(scored({3, 2, 1}), {DrawRule::linear, 1, 0.1, "seed"});
  ASSERT_TRUE(draw);
  EXPECT_EQ(draw->entries[0].ticket, "6d07b6c3c7def75135f6215b7c1a40eb755e9dda100e29b42777be6f20f3c4ca");
  EXPECT_EQ(draw->seed_digest, "19b25856e1c150ca834cffc8b59b23adbd0ec0389e58eb22b3b64768098d002b");
  EXPECT_EQ(draw->start, 0x19b25856LL * kCertain >> 32);
}

TEST(Draw, RefusesWhatItCannotDecide) {
  const auto says = [](const std::vector<DrawEntry>& entries, const DrawPlan& plan) {
    const auto draw = draw_lots(entries, plan);
    return draw ? std::string() : draw.error().message.english();
  };
  EXPECT_NE(says(scored({1, 2}), {DrawRule::linear, 0, 1, "s"}), "");
  EXPECT_NE(says(scored({1, 2}), {DrawRule::linear, 1, 0, "s"}), "");
  EXPECT_NE(says(scored({1, 2}), {DrawRule::linear, 1, 1, ""}), "");
  EXPECT_NE(says(scored({1, 2}), {DrawRule::linear, 1, 1, "two\nlines"}), "");
  EXPECT_NE(says(scored({1, std::numeric_limits<double>::quiet_NaN()}), {DrawRule::linear, 1, 1, "s"}), "");
  std::vector<DrawEntry> twice = scored({1, 2});
  twice[1].id = "p1";
  EXPECT_EQ(says(twice, {DrawRule::linear, 1, 1, "s"}), "there are two programs \"p1\"");
  twice[1].id = "p\n2";
  EXPECT_NE(says(twice, {DrawRule::linear, 1, 1, "s"}), "");
  twice[1] = {.id = "p2", .rank = 3, .best = 3, .worst = 2};
  EXPECT_NE(says(twice, {DrawRule::snsf, 1, 0, "s"}), "");
}

/// Whatever the intervals: a mean need not lie in its own.
TEST(SnsfRule, AlwaysHasExactlyAsManyWinnersAsPlaces) {
  for (std::uint64_t seed = 0; seed < cases(2000); ++seed) {
    Random random(seed);
    std::vector<DrawEntry> entries = scored(std::vector<double>(random.between(1, 12)));
    for (DrawEntry& entry : entries) {
      entry.rank = 1 + static_cast<double>(random.below(12)) / 4;
      entry.best = 1 + static_cast<double>(random.below(4));
      entry.worst = entry.best + static_cast<double>(random.below(3));
    }
    const std::size_t places = random.between(1, 12);
    const auto draw = draw_lots(entries, {DrawRule::snsf, places, 0, std::to_string(seed)});
    ASSERT_TRUE(draw);
    EXPECT_EQ(winners_of(*draw), std::min(places, entries.size())) << seed;
    EXPECT_TRUE(replay(*draw).empty());
  }
}

TEST(Draw, FundsAllWhereThereAreEnoughPlaces) {
  for (const DrawRule rule : {DrawRule::snsf, DrawRule::linear}) {
    const auto draw = draw_lots(scored({2, 1}), {rule, 2, 1, "s"});
    ASSERT_TRUE(draw);
    EXPECT_EQ(winners_of(*draw), 2);
    EXPECT_EQ(draw->drawn, 0);
    EXPECT_TRUE(draw_lots({}, {rule, 2, 1, "s"}));
  }
}

/// The sum of the clipped lines is `places`, by bisection on b without any breakpoint.
TEST(LinearLottery, FindsTheOffsetThatBisectionFinds) {
  for (std::uint64_t seed = 0; seed < cases(500); ++seed) {
    Random random(seed);
    std::vector<double> scores(random.between(2, 25));
    for (double& score : scores) score = std::floor(random.fraction() * 10'000) / 100;
    const std::size_t places = random.between(1, scores.size() - 1);
    const double weight = std::pow(10.0, -3 + 3 * random.unit());
    double low = -1000, high = 1000;
    const auto chance = [&](double score, double offset) {
      return std::min(1.0, std::max(0.0, weight * score + offset));
    };
    for (int i = 0; i < 200; ++i) {
      const double middle = (low + high) / 2;
      double sum = 0;
      for (const double score : scores) sum += chance(score, middle);
      (sum < static_cast<double>(places) ? low : high) = middle;
    }
    const LinearChances found = linear_chances(scores, weight, places);
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      EXPECT_NEAR(found.chances[i], chance(scores[i], high), 1e-9) << seed;
      sum += found.chances[i];
    }
    EXPECT_NEAR(sum, static_cast<double>(places), 1e-9) << seed;
  }
}

TEST(LinearLottery, AlwaysHasExactlyAsManyWinnersAsPlaces) {
  for (std::uint64_t seed = 0; seed < cases(2000); ++seed) {
    Random random(seed);
    std::vector<double> scores(random.between(1, 12));
    for (double& score : scores) score = std::floor(random.fraction() * 10'000) / 100;
    const std::size_t places = random.between(1, 12);
    const double weight = std::pow(10.0, -4 + 4 * random.unit());
    const auto draw = draw_lots(scored(scores), {DrawRule::linear, places, weight, std::to_string(seed)});
    ASSERT_TRUE(draw);
    EXPECT_EQ(winners_of(*draw), std::min(places, scores.size())) << seed;
    std::int64_t sum = 0;
    for (const DrawnEntry& one : draw->entries) {
      sum += one.chance;
      EXPECT_TRUE(one.chance == 0 ? !one.wins : one.chance < kCertain || one.wins) << seed;
    }
    EXPECT_EQ(sum, static_cast<std::int64_t>(std::min(places, scores.size())) * kCertain) << seed;
    EXPECT_TRUE(replay(*draw).empty());
  }
}

/// Over many seeds each program wins as often as its chance says (within five standard deviations).
TEST(LinearLottery, GivesEachItsChance) {
  const std::vector<double> scores = {50, 45, 40, 30, 20, 10};
  constexpr int kSeeds = 4000;
  std::vector<int> wins(scores.size());
  std::vector<double> chances;
  for (int seed = 0; seed < kSeeds; ++seed) {
    const auto draw = draw_lots(scored(scores), {DrawRule::linear, 3, 0.02, std::to_string(seed)});
    ASSERT_TRUE(draw);
    chances = chances_of(*draw);
    for (std::size_t i = 0; i < wins.size(); ++i) wins[i] += draw->entries[i].wins ? 1 : 0;
  }
  for (std::size_t i = 0; i < wins.size(); ++i)
    EXPECT_NEAR(wins[i], chances[i] * kSeeds, 5 * std::sqrt(kSeeds * chances[i] * (1 - chances[i])) + 1e-9)
        << i;
}

TEST(Replay, NamesEveryDifference) {
  const auto draw = draw_lots(scored({5, 4, 3, 2, 1}), {DrawRule::linear, 2, 0.5, "seed"});
  ASSERT_TRUE(draw);
  EXPECT_TRUE(replay(*draw).empty());
  Draw other = *draw;
  other.entries[1].wins = !other.entries[1].wins;
  ASSERT_EQ(replay(other).size(), 1);
  EXPECT_EQ(replay(other)[0].code, "draw-differs");
  other = *draw;
  other.plan.seed = "another";
  EXPECT_GE(replay(other).size(), 6);
  other = *draw;
  other.entries[2].entry.score = 5;
  EXPECT_FALSE(replay(other).empty());
}

}  // namespace
}  // namespace ibtikar::test
