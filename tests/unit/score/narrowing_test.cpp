// Which answers narrowing() tries: all of a question's kind, and no others.
#include <gtest/gtest.h>

#include "ibtikar/scorer.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

/// How far an answer to the first question may narrow the overall score. Nothing is answered yet.
double narrowing_of(const Rubric& rubric) {
  const Scorer scorer(rubric);
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode({}, {}, warnings);
  if (!sheet) throw std::logic_error(format(sheet.error()));
  return scorer.narrowing(*sheet).front();
}

/// A question "q" and another of the same weight that only one answer to q hides. That answer leaves nothing
/// open; any other leaves half.
double narrowing_with(const std::string& question, const std::string& when) {
  return narrowing_of(small_rubric(R"([{"id":"q","ask":"?",)" + question +
                                   R"(},{"id":"x","ask":"?","type":"yes_no","when":)" + when + "}]"));
}

constexpr double kAll = 100;
constexpr double kHalf = 50;

TEST(Narrowing, TriesEveryLevel) {
  const std::string scale =
      R"("type":"scale","levels":[{"value":5,"title":"5"},{"value":6,"title":"6"},{"value":7,"title":"7"}])";
  for (const char* level : {"5", "6", "7"})
    EXPECT_EQ(narrowing_with(scale, std::string(R"({"question":"c.q","is_not":)") + level + "}"), kAll)
        << level;
  EXPECT_EQ(narrowing_with(scale, R"({"question":"c.q","one_of":[5,6,7]})"), kHalf) << "there are no others";
}

TEST(Narrowing, TriesYesAndNo) {
  for (const char* answer : {"true", "false"})
    EXPECT_EQ(
        narrowing_with(R"("type":"yes_no")", std::string(R"({"question":"c.q","is_not":)") + answer + "}"),
        kAll)
        << answer;
}

TEST(Narrowing, TriesEveryOption) {
  const std::string choice =
      R"("type":"choice","options":[{"id":"a","title":"A","score":0},{"id":"b","title":"B","score":1}])";
  for (const char* option : {"a", "b"})
    EXPECT_EQ(narrowing_with(choice, std::string(R"({"question":"c.q","is_not":")") + option + "\"}"), kAll)
        << option;
  EXPECT_EQ(narrowing_with(choice, R"({"question":"c.q","one_of":["a","b"]})"), kHalf)
      << "there are no others";
}

TEST(Narrowing, TriesNoneAndEachOfSeveralOptionsButNotAllSetsOfThem) {
  const std::string choices =
      R"("type":"choices","options":[{"id":"a","title":"A","score":0.5},{"id":"b","title":"B","score":0.5}])";
  const std::string a = R"({"question":"c.q","includes":"a"})";
  const std::string b = R"({"question":"c.q","includes":"b"})";
  EXPECT_EQ(narrowing_with(choices, R"({"any":[)" + a + "," + b + "]}"), kAll) << "hidden if none is ticked";
  EXPECT_EQ(narrowing_with(choices, R"({"not":)" + a + "}"), kAll);
  EXPECT_EQ(narrowing_with(choices, R"({"not":)" + b + "}"), kAll);
  EXPECT_EQ(narrowing_with(choices, R"({"not":{"all":[)" + a + "," + b + "]}}"), kHalf);
}

/// The overall score is the lower one of q's and of another that is open: it lies in [0, u]. So the answer
/// with the least utility narrows most.
double narrowing_of_number(const std::string& number) {
  return narrowing_of(rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],"overall":{"combine":"minimum"},
          "bands":[{"id":"low","from":0,"title":"Low"}],
          "dimensions":[{"id":"d","title":"D"},{"id":"e","title":"E"}],
          "sections":[{"id":"s","title":"S","criteria":[
            {"id":"c","title":"C","contributes":{"d":1},"questions":[{"id":"q","ask":"?","type":"number",)" +
      number +
      R"(}]},{"id":"x","title":"X","contributes":{"e":1},"questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}]})"));
}

TEST(Narrowing, TriesTheCornersOfANumber) {
  const std::string points = R"("points":[[0,1],[5,0],[10,1]])";
  for (const char* ends : {"", R"("min":0,)", R"("max":10,)", R"("min":0,"max":10,)"})
    EXPECT_EQ(narrowing_of_number(ends + points), 100) << ends;
}

TEST(Narrowing, TriesTheEndsOfANumberAndNothingBeyond) {
  EXPECT_EQ(narrowing_of_number(R"("min":2,"points":[[0,0],[8,1]])"), 75);
  EXPECT_EQ(narrowing_of_number(R"("max":6,"points":[[0,1],[8,0]])"), 75);
  EXPECT_EQ(narrowing_of_number(R"("min":2,"max":6,"points":[[0,0],[4,1],[8,0]])"), 50);
}

TEST(Narrowing, IsNothingForWhatNeitherCountsNorDecides) {
  EXPECT_EQ(narrowing_of(
                small_rubric(R"([{"id":"q","ask":"?","type":"text"},{"id":"x","ask":"?","type":"yes_no"}])")),
            0);
}

}  // namespace
}  // namespace ibtikar::test
