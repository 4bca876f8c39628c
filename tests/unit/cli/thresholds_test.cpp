// --fail-under: what is a threshold, and when it is met.
#include "cli/checks/thresholds.h"

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

OutcomeNames names(Better lasting = Better::higher) {
  return {{{"overall", lasting}, {"lasting", lasting}}, {"low", "middle", "high"}, {"no-goal", "no-team"}};
}

Outcome outcome(Score overall, Score lasting) {
  return {"p", {{overall, 30, 90}, {lasting, 5, 15}}, 1, false, {false, true}};
}

std::vector<std::string> misses_of(const std::vector<std::string>& texts, const Outcome& one,
                                   Better better = Better::higher) {
  std::vector<std::string> told;
  for (const Message& miss : misses(*parse_thresholds(texts), names(better), one))
    told.push_back(miss.english());
  return told;
}

std::string unknown_of(const std::vector<std::string>& texts) {
  return unknown_name(*parse_thresholds(texts), names()).value_or(Message()).english();
}

using Messages = std::vector<std::string>;

TEST(Thresholds, AreNumbersFrom0To100OrNamesOfBandsAndGates) {
  for (const char* good : {"0", "100", "62.5", "lasting=50", "overall=٦٠", "low:50", "low:lasting=50",
                           "low:overall=٥٠", "gate", "gate=no-goal", "verdict=middle", "gate=5"})
    EXPECT_TRUE(parse_thresholds({good})) << good;
  for (const char* bad :
       {"", "often", "-1", "101", "lasting=", "=50", "lasting=often", "nan", "low:", "low:lasting", "low:=5",
        "low:gate=no-goal", "gate=", "verdict", "verdict=", "gates"})
    EXPECT_FALSE(parse_thresholds({bad})) << bad;
}

TEST(Thresholds, CompareTheNumberThatIsShown) {
  EXPECT_EQ(misses_of({"60"}, outcome(60.0, 10.0)), Messages{});
  EXPECT_EQ(misses_of({"60.01", "lasting=10"}, outcome(60.0, 10.0)),
            Messages{"overall is 60.00, under 60.01"});
  EXPECT_EQ(misses_of({"60", "lasting=11"}, outcome(60.0, 10.0)), Messages{"lasting is 10.00, under 11.00"});
}

TEST(Thresholds, AreNotMetByAScoreThatIsUndefined) {
  EXPECT_EQ(misses_of({"0", "low:0"}, outcome(std::nullopt, 10.0)),
            (Messages{"overall has no score, so it does not reach 0.00",
                      "overall has no score, so it does not reach 0.00"}));
}

TEST(Thresholds, LookAtTheWorseEndOfAnInterval) {
  EXPECT_EQ(misses_of({"low:30", "low:lasting=5"}, outcome(60.0, 10.0)), Messages{});
  EXPECT_EQ(misses_of({"low:overall=30.01"}, outcome(60.0, 10.0)),
            Messages{"overall may be as low as 30.00, under 30.01"});
  EXPECT_EQ(misses_of({"low:lasting=15", "low:lasting=14.99"}, outcome(60.0, 10.0), Better::lower),
            Messages{"lasting may be as high as 15.00, over 14.99"});
}

TEST(Thresholds, LookAtGatesThatApply) {
  EXPECT_EQ(misses_of({"gate=no-goal"}, outcome(60.0, 10.0)), Messages{});
  EXPECT_EQ(misses_of({"gate=no-team"}, outcome(60.0, 10.0)), Messages{"gate no-team applies"});
  EXPECT_EQ(misses_of({"gate"}, outcome(60.0, 10.0)), Messages{"gate no-team applies"});
}

TEST(Thresholds, CompareVerdictsByTheOrderOfBands) {
  EXPECT_EQ(misses_of({"verdict=low", "verdict=middle"}, outcome(60.0, 10.0)), Messages{});
  EXPECT_EQ(misses_of({"verdict=high"}, outcome(60.0, 10.0)),
            Messages{"the verdict is middle, worse than high"});
  EXPECT_EQ(misses_of({"verdict=high", "verdict=low"}, outcome(60.0, 10.0), Better::lower),
            Messages{"the verdict is middle, worse than low"});
  Outcome unknown = outcome(60.0, 10.0);
  unknown.band.reset();
  EXPECT_EQ(misses_of({"verdict=low"}, unknown),
            Messages{"the verdict is insufficient-information, so it does not reach low"});
}

TEST(Thresholds, NameTheNearestForAnUnknownName) {
  EXPECT_EQ(
      unknown_of({"lastign=3"}),
      "--fail-under: the rubric has no dimension \"lastign\"; expected overall or lasting; did you mean "
      "\"lasting\"?");
  EXPECT_EQ(unknown_of({"low:lastign=3"}), unknown_of({"lastign=3"}));
  EXPECT_EQ(unknown_of({"gate=no-gaol"}),
            "--fail-under: the rubric has no gate \"no-gaol\"; expected no-goal or no-team; did you mean "
            "\"no-goal\"?");
  EXPECT_EQ(unknown_of({"verdict=hihg"}),
            "--fail-under: the rubric has no band \"hihg\"; expected low, middle or high; did you mean "
            "\"high\"?");
  EXPECT_EQ(unknown_of({"lasting=3", "4", "low:5", "gate", "gate=no-team", "verdict=low"}), "");
}

}  // namespace
}  // namespace ibtikar::cli
