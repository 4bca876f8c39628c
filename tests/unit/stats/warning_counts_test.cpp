// Warnings of a portfolio: counted by place, as far as places are few and short.
#include "ibtikar/warning_counts.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace ibtikar::test {
namespace {

using Named = std::map<std::string, std::uint64_t>;

std::string numbered(std::size_t number) { return fmt::format("/answers/{:03}", number); }

/// All places that are counted one by one: 100 to 299.
WarningCounts full_counts() {
  WarningCounts counts;
  for (std::size_t i = 0; i < WarningCounts::kMostPlaces; ++i) counts.add("w", numbered(100 + i));
  return counts;
}

TEST(WarningCounts, TellPlacesApart) {
  WarningCounts counts;
  counts.add("w", "/a");
  counts.add("w", "/a", 2);
  counts.add("w", "/b", 0);
  counts.add("w", "");
  counts.add_elsewhere("w", 5);
  EXPECT_EQ(counts.named(), (Named{{"w", 1}, {"w at /a", 3}, {"w at other places", 5}}));
}

TEST(WarningCounts, HaveNoTraceOfWhatNeverOccurred) {
  WarningCounts counts;
  counts.add("w", "/a", 0);
  counts.add_elsewhere("w", 0);
  EXPECT_EQ(counts, WarningCounts());
}

TEST(WarningCounts, CountLongPlacesWithTheOthers) {
  const std::string longest(WarningCounts::kLongestPlace, 'p');
  WarningCounts counts;
  counts.add("w", longest);
  counts.add("w", longest + "p");
  EXPECT_EQ(counts.named(), (Named{{"w at " + longest, 1}, {"w at other places", 1}}));
}

TEST(WarningCounts, KeepTheFirstPlacesInTheOrderOfTheirBytes) {
  WarningCounts counts = full_counts();
  EXPECT_EQ(counts.named().size(), WarningCounts::kMostPlaces);
  counts.add("w", numbered(300));  // behind all of them
  counts.add("w", numbered(99));   // before them: the last one makes room
  counts.add("w", numbered(150));  // one of them
  const Named named = counts.named();
  EXPECT_EQ(named.size(), WarningCounts::kMostPlaces + 1);
  EXPECT_EQ(named.at("w at other places"), 2U);
  EXPECT_EQ(named.at("w at /answers/099"), 1U);
  EXPECT_EQ(named.at("w at /answers/150"), 2U);
  EXPECT_FALSE(named.contains("w at /answers/299"));
}

TEST(WarningCounts, MergeToThoseOfTheWhole) {
  WarningCounts first = full_counts();
  first.add("w", "");
  WarningCounts second;
  second.add("w", numbered(99));
  second.add("w", "", 2);
  second.add("other", "/x");
  second.add_elsewhere("w", 4);
  WarningCounts whole = full_counts();
  whole.add("w", numbered(99));
  whole.add("w", "", 3);
  whole.add("other", "/x");
  whole.add_elsewhere("w", 4);
  WarningCounts other_order = second;
  other_order.merge(first);
  first.merge(second);
  EXPECT_EQ(first, whole);
  EXPECT_EQ(other_order, whole);
}

TEST(WarningCounts, ComeBackFromTheirNames) {
  WarningCounts counts = full_counts();
  counts.add("w", numbered(300), 7);
  counts.add("plain", "", 3);
  WarningCounts again;
  for (const auto& [name, times] : counts.named()) again.add_named(name, times);
  EXPECT_EQ(again, counts);
}

}  // namespace
}  // namespace ibtikar::test
