// Collecting readings: programs and assessors in the order in which they come, each pair once.
#include "ibtikar/readings.h"

#include <gtest/gtest.h>

namespace ibtikar::test {
namespace {

Reading from(const std::string& file) { return {0, 0, {}, {}, file, 1}; }

TEST(ReadingCollector, NumbersProgramsAndAssessorsAsTheyCome) {
  ReadingCollector collector;
  EXPECT_FALSE(collector.add({"b", ""}, "Zoe", from("1")));
  EXPECT_FALSE(collector.add({"a", "First"}, "Zoe", from("2")));
  EXPECT_FALSE(collector.add({"b", "Second"}, "Amal", from("3")));
  EXPECT_FALSE(collector.add({"b", "Other"}, "Badr", from("4")));
  const Readings readings = std::move(collector).take({});
  EXPECT_EQ(readings.programs, (std::vector<Program>{{"b", "Second"}, {"a", "First"}}));
  EXPECT_EQ(readings.assessors, (std::vector<std::string>{"Zoe", "Amal", "Badr"}));
  ASSERT_EQ(readings.all.size(), 4u);
  EXPECT_EQ(readings.all[2].program, 0u);
  EXPECT_EQ(readings.all[2].assessor, 1u);
}

TEST(ReadingCollector, KeepsTheFirstOfTwoReadings) {
  ReadingCollector collector;
  EXPECT_FALSE(collector.add({"a", ""}, "Zoe", from("1")));
  const std::optional<Reading> earlier = collector.add({"a", ""}, "Zoe", from("2"));
  ASSERT_TRUE(earlier);
  EXPECT_EQ(earlier->file, "1");
  EXPECT_EQ(std::move(collector).take({}).all.size(), 1u);
}

TEST(ReadingCollector, LeavesOutConflictsAndKeepsTheirNames) {
  ReadingCollector collector;
  EXPECT_FALSE(collector.add({"a", ""}, "Zoe", from("1")));
  EXPECT_FALSE(collector.add({"b", ""}, "Amal", from("2")));
  const Readings readings = std::move(collector).take(
      {{"Zoe", "a", "", false}, {"Amal", "a", "", false}, {"Nobody", "a", "", false}});
  EXPECT_EQ(readings.assessors.size(), 2u);
  EXPECT_EQ(readings.programs.size(), 2u);
  ASSERT_EQ(readings.all.size(), 1u);
  EXPECT_EQ(readings.all.front().file, "2");
  EXPECT_TRUE(readings.conflicts[0].had_reading);
  EXPECT_FALSE(readings.conflicts[1].had_reading);
  EXPECT_FALSE(readings.conflicts[2].had_reading);
}

}  // namespace
}  // namespace ibtikar::test
