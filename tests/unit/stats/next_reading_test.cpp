// Who reads next: the line decides, conflicts are kept, and it ends.
#include "ibtikar/next_reading.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/counter_random.h"

namespace ibtikar {
namespace {

/// Ten items of merits 90, 80 and so on; two readings each, by two of four assessors in turn.
std::vector<Rating> ladder() {
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < 10; ++i) {
    const double merit = 90 - 10 * static_cast<double>(i);
    ratings.push_back({i, i % 4, merit + 4});
    ratings.push_back({i, (i + 1) % 4, merit - 4});
  }
  return ratings;
}

NextReading next_of(const std::vector<Rating>& ratings, const NextReadingOptions& options) {
  return next_reading(rank_items(ratings, 10, 4), ratings, options);
}

TEST(NextReading, IsAtTheLine) {
  const NextReading next = next_of(ladder(), {.funded = 4, .risk = 0});
  EXPECT_EQ(next.funded, (std::vector<std::size_t>{0, 1, 2, 3}));
  ASSERT_TRUE(next.next);
  EXPECT_TRUE(next.next->item == 3 || next.next->item == 4) << next.next->item;
  EXPECT_GT(next.next->fewer_wrong, 0);
  EXPECT_GT(next.values[3].changes, next.values[0].changes);
  EXPECT_GT(next.values[4].changes, next.values[9].changes);
  EXPECT_GT(next.wrong, 0);
  EXPECT_LT(next.wrong, 4);
}

TEST(NextReading, IsByTheOneWithFewestReadingsWhoMayAndHasNot) {
  std::vector<Rating> ratings = ladder();
  const NextReading before = next_of(ratings, {.funded = 4});
  // Item 3 was read by 3 and 0. Number 1 has read six, number 2 five, and then as many.
  EXPECT_EQ(before.values[3].assessor, 2u);
  ratings.push_back({0, 2, 91});
  EXPECT_EQ(next_of(ratings, {.funded = 4}).values[3].assessor, 1u) << "the first of equals";
  const auto conflict = [](std::size_t item, std::size_t assessor) { return item == 3 && assessor == 1; };
  EXPECT_EQ(next_of(ratings, {.funded = 4, .excluded = conflict}).values[3].assessor, 2u);
  const auto nobody = [](std::size_t item, std::size_t) { return item == 3; };
  const NextReading without = next_of(ratings, {.funded = 4, .risk = 0, .excluded = nobody});
  EXPECT_FALSE(without.values[3].assessor);
  EXPECT_EQ(without.values[3].changes, 0);
  ASSERT_TRUE(without.next);
  EXPECT_NE(without.next->item, 3u);
}

TEST(NextReading, IsNoneWhereTheLineDividesNothing) {
  for (const std::size_t funded : {std::size_t{0}, std::size_t{10}, std::size_t{30}}) {
    const NextReading next = next_of(ladder(), {.funded = funded});
    EXPECT_TRUE(next.settled) << funded;
    EXPECT_FALSE(next.next) << funded;
    EXPECT_EQ(next.funded.size(), std::min<std::size_t>(funded, 10));
  }
}

TEST(NextReading, IsNoneWhenEverythingIsReadOrTheRiskIsSmall) {
  const auto nobody = [](std::size_t, std::size_t) { return true; };
  EXPECT_TRUE(next_of(ladder(), {.funded = 4, .excluded = nobody}).settled);
  const NextReading careless = next_of(ladder(), {.funded = 4, .risk = 0.9});
  EXPECT_TRUE(careless.settled);
  EXPECT_FALSE(careless.next);
}

TEST(NextReading, FollowsTheDirectionOfTheScale) {
  std::vector<Rating> turned = ladder();
  for (Rating& rating : turned) rating.value = 100 - rating.value;
  const NextReading up = next_of(ladder(), {.funded = 4, .risk = 0});
  const NextReading down =
      next_reading(rank_items(turned, 10, 4, {.better = Better::lower}), turned, {.funded = 4, .risk = 0});
  EXPECT_EQ(down.funded, up.funded);
  EXPECT_EQ(down.next->item, up.next->item);
  EXPECT_NEAR(down.wrong, up.wrong, 1e-9);
}

/// Reads on until it is settled, from merits and errors drawn by number. Most of what is funded then
/// is what reading everything would fund.
TEST(NextReading, EndsWithFewerReadingsThanAll) {
  constexpr std::size_t kItems = 20;
  constexpr std::size_t kAssessors = 8;
  const CounterRandom random(7, 0);
  const auto normal = [&](std::uint64_t at) {
    double sum = -6;
    for (std::uint64_t k = 0; k < 12; ++k) sum += random.uniform(12 * at + k);
    return sum;
  };
  const auto value = [&](std::size_t item, std::size_t assessor) {
    return 50 + 15 * normal(item) + 5 * normal(100 + assessor) +
           5 * normal(1000 + item * kAssessors + assessor);
  };
  std::vector<Rating> all;
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < kItems; ++i)
    for (std::size_t j = 0; j < kAssessors; ++j) {
      all.push_back({i, j, value(i, j)});
      if ((i + j) % 4 == 0) ratings.push_back(all.back());
    }
  const NextReadingOptions options{.funded = 6};
  NextReading next = next_reading(rank_items(ratings, kItems, kAssessors), ratings, options);
  while (!next.settled) {
    ratings.push_back({next.next->item, *next.next->assessor, value(next.next->item, *next.next->assessor)});
    next = next_reading(rank_items(ratings, kItems, kAssessors), ratings, options);
    ASSERT_LE(ratings.size(), all.size());
  }
  EXPECT_LT(ratings.size(), all.size());
  const std::vector<std::size_t> best =
      next_reading(rank_items(all, kItems, kAssessors), all, options).funded;
  const auto kept = std::ranges::count_if(
      next.funded, [&](std::size_t item) { return std::ranges::find(best, item) != best.end(); });
  EXPECT_GE(kept, 5);
}

}  // namespace
}  // namespace ibtikar
