// --fail-under: what is a threshold, and when it is met.
#include "cli/commands/thresholds.h"

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

Assessment assessment(Score overall, Score lasting) {
  Assessment a;
  a.overall.measure.score = overall;
  DimensionScore dimension;
  dimension.id = "lasting";
  dimension.measure.score = lasting;
  a.dimensions.push_back(dimension);
  return a;
}

std::vector<std::string> misses_of(const std::vector<std::string>& texts, const Assessment& a) {
  std::vector<std::string> told;
  for (const Message& miss : misses(*parse_thresholds(texts), a)) told.push_back(miss.english());
  return told;
}

using Messages = std::vector<std::string>;

TEST(Thresholds, AreNumbersFrom0To100WithADimensionOrWithout) {
  for (const char* good : {"0", "100", "62.5", "lasting=50", "overall=٦٠"})
    EXPECT_TRUE(parse_thresholds({good})) << good;
  for (const char* bad : {"", "often", "-1", "101", "lasting=", "=50", "lasting=often", "nan"})
    EXPECT_FALSE(parse_thresholds({bad})) << bad;
}

TEST(Thresholds, CompareTheNumberThatIsShown) {
  EXPECT_EQ(misses_of({"60"}, assessment(60.0, 10.0)), Messages{});
  EXPECT_EQ(misses_of({"60.01", "lasting=10"}, assessment(60.0, 10.0)),
            Messages{"overall is 60.00, under 60.01"});
  EXPECT_EQ(misses_of({"60", "lasting=11"}, assessment(60.0, 10.0)),
            Messages{"lasting is 10.00, under 11.00"});
}

TEST(Thresholds, AreNotMetByAScoreThatIsUndefined) {
  EXPECT_EQ(misses_of({"0"}, assessment(std::nullopt, 10.0)),
            Messages{"overall has no score, so it does not reach 0.00"});
}

TEST(Thresholds, NameTheNearestDimensionForAnUnknownOne) {
  const auto thresholds = parse_thresholds({"lastign=3"});
  EXPECT_EQ(
      unknown_dimension(*thresholds, assessment(1.0, 1.0)).value_or(Message()).english(),
      "--fail-under: the rubric has no dimension \"lastign\"; expected overall or lasting; did you mean "
      "\"lasting\"?");
  EXPECT_EQ(unknown_dimension(*parse_thresholds({"lasting=3", "4"}), assessment(1.0, 1.0)), std::nullopt);
}

}  // namespace
}  // namespace ibtikar::cli
