// The steps from an answer, by their order: docs/scoring.md, "Steps".
#include <gtest/gtest.h>

#include "score/explain.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

Steps steps_of(const std::string& question, double number, Better better = Better::higher) {
  const Rubric rubric = small_rubric(R"([{"id":"q","ask":"?",)" + question + "}]");
  Cell today;
  today.state = CellState::answered;
  today.number = number;
  today.index = static_cast<std::uint32_t>(number);
  const Question& asked = rubric.question(0);
  today.utility = after(asked, today, {today.index, number}).utility;
  return steps_from(asked, today, better);
}

std::vector<double> numbers_of(const Steps& steps) {
  std::vector<double> numbers;
  for (const Step& step : steps.all) numbers.push_back(step.number);
  return numbers;
}

using Numbers = std::vector<double>;

TEST(StepsFrom, LevelsRiseAndThenFall) {
  const std::string scale = R"("type":"scale","levels":[{"value":0,"title":"0"},{"value":1,"title":"1"},
      {"value":2,"title":"2"},{"value":3,"title":"3"}])";
  const Steps up = steps_of(scale, 1);
  EXPECT_EQ(numbers_of(up), (Numbers{2, 3, 0}));
  EXPECT_EQ(up.best, 1U);
  const Steps down = steps_of(scale, 2, Better::lower);
  EXPECT_EQ(numbers_of(down), (Numbers{1, 0, 3}));
  EXPECT_EQ(down.best, 1U);
}

TEST(StepsFrom, ANumberGoToItsMarksEachOnce) {
  const Steps steps = steps_of(R"("type":"number","min":0,"max":10,"points":[[0,0],[10,1]])", 5);
  EXPECT_EQ(numbers_of(steps), (Numbers{6, 7, 8, 9, 10, 4, 3, 2, 1, 0}));
  EXPECT_EQ(steps.best, 4U);
}

TEST(StepsFrom, ANumberStayBetweenItsPoints) {
  EXPECT_EQ(numbers_of(steps_of(R"("type":"number","points":[[0.001,0],[0.004,1]])", 0.001)), Numbers{0.004})
      << "marks are rounded, and 0.00 is no mark between the points";
}

TEST(StepsFrom, ANumberThatGainLittleComeLater) {
  EXPECT_EQ(numbers_of(steps_of(R"("type":"number","points":[[0,0],[2,0.08],[3,1]])", 0)),
            (Numbers{2, 3, 1}));
  EXPECT_EQ(numbers_of(steps_of(R"("type":"number","points":[[0,0],[2,0.1],[3,1]])", 0)), (Numbers{1, 2, 3}))
      << "0.05 is worth a step";
}

TEST(StepsFrom, ANumberEndWhereAnswersEnd) {
  EXPECT_EQ(numbers_of(steps_of(R"("type":"number","min":3,"max":5,"points":[[0,0],[10,1]])", 4)),
            (Numbers{5, 3}));
}

}  // namespace
}  // namespace ibtikar::test
