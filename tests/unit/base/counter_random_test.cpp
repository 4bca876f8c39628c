// Random numbers by counter: reproducible, even, and independent between streams.
#include "base/counter_random.h"

#include <array>
#include <set>

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

constexpr std::uint64_t kCount = 100'000;

TEST(CounterRandom, GivesTheSameBitsForTheSamePositionInAnyOrder) {
  const CounterRandom random(7, 3);
  const std::uint64_t late = random.bits(1000);
  EXPECT_EQ(random.bits(0), CounterRandom(7, 3).bits(0));
  EXPECT_EQ(late, CounterRandom(7, 3).bits(1000));
}

TEST(CounterRandom, DiffersBetweenSeedsStreamsAndPositions) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    for (std::uint64_t stream = 0; stream < 20; ++stream)
      for (std::uint64_t position = 0; position < 20; ++position)
        seen.insert(CounterRandom(seed, stream).bits(position));
  EXPECT_EQ(seen.size(), 20U * 20U * 20U);
}

TEST(CounterRandom, FillsEveryTenthOfTheRangeEvenly) {
  const CounterRandom random(42, 0);
  std::array<int, 10> tenths{};
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double value = random.uniform(i);
    ASSERT_GE(value, 0);
    ASSERT_LT(value, 1);
    ++tenths[static_cast<std::size_t>(value * 10)];
    ASSERT_LT(random.below(i, 10), 10U);
  }
  // Five standard deviations of a binomial with 100,000 trials and p = .1.
  for (const int found : tenths) EXPECT_NEAR(found, 10'000, 475);
}

TEST(CounterRandom, DoesNotCorrelateNeighbouringStreams) {
  double sum = 0;
  for (std::uint64_t stream = 0; stream < kCount; ++stream)
    sum += (CounterRandom(1, stream).uniform(0) - .5) * (CounterRandom(1, stream + 1).uniform(0) - .5);
  EXPECT_NEAR(sum / static_cast<double>(kCount) * 12, 0, .016);  // five standard errors
}

}  // namespace
}  // namespace ibtikar
