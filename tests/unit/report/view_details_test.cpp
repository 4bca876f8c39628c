// What only pages show: which criterion is the grid, which row is weakest, the means.
#include "report/view/details.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/assessment_builder.h"

namespace ibtikar::test {
namespace {

QuestionResult scale_question(const std::string& criterion, std::size_t number, std::size_t levels) {
  QuestionResult question;
  question.id = fmt::format("{}.q{}", criterion, number);
  question.criterion = criterion;
  question.level_count = levels;
  return question;
}

QuestionResult at_level(QuestionResult question, std::size_t level) {
  question.state = QuestionState::answered;
  question.level = level;
  return question;
}

/// Two criteria of three questions on five levels; "a" counts 3 in a dimension, "b" 4.
Assessment two_grids() {
  Assessment a;
  for (const auto& [id, weight] : {std::pair{"a", 3.0}, {"b", 4.0}}) {
    CriterionScore criterion;
    criterion.id = id;
    criterion.contributes = {{"lasting", 1}, {"users", weight}};
    a.criteria.push_back(criterion);
    for (std::size_t q = 1; q <= 3; ++q) a.questions.push_back(at_level(scale_question(id, q, 5), q));
  }
  return a;
}

std::string grid_title(const Assessment& assessment) {
  const DetailsView details = details_of(assessment, {});
  return details.grid ? details.grid->title : "none";
}

TEST(Details, TakeForTheGridTheCriterionThatCountsMost) { EXPECT_EQ(grid_title(two_grids()), "b"); }

TEST(Details, TakeTheCriterionOfMoreQuestionsWhereBothCountAsMuch) {
  Assessment a = two_grids();
  a.criteria[1].contributes = a.criteria[0].contributes;
  EXPECT_EQ(grid_title(a), "a");
  a.questions.push_back(scale_question("b", 4, 5));
  EXPECT_EQ(grid_title(a), "b");
}

TEST(Details, HaveNoGridOfScalesThatDiffer) {
  Assessment a = two_grids();
  a.questions[4].level_count = 4;
  EXPECT_EQ(grid_title(a), "a");
  a.questions[1].type = QuestionType::yes_no;
  EXPECT_EQ(grid_title(a), "none");
}

TEST(Details, HaveNoGridOfTwoQuestionsOrOfWhatDoesNotCount) {
  Assessment a = two_grids();
  a.questions.pop_back();
  EXPECT_EQ(grid_title(a), "a");
  a.criteria[0].contributes.clear();
  EXPECT_EQ(grid_title(a), "none");
}

TEST(Details, MarkTheLowestLevelThatWasAnswered) {
  Assessment a = two_grids();
  a.questions[3] = scale_question("b", 1, 5);  // open
  const DetailsView details = details_of(a, {});
  std::vector<bool> weakest;
  for (const GridView::Row& row : details.grid->rows) weakest.push_back(row.weakest);
  EXPECT_EQ(weakest, (std::vector<bool>{false, true, false}));
}

TEST(Details, MarkNoneWhereAllAreOnOneLevel) {
  Assessment a = two_grids();
  for (QuestionResult& question : a.questions) question.level = 4;
  const DetailsView details = details_of(a, {});
  for (const GridView::Row& row : details.grid->rows) EXPECT_FALSE(row.weakest);
}

TEST(Details, ShowTheMeansOfTheDimensions) {
  const MeansView means = details_of(sample_assessment(), {}).means;
  EXPECT_TRUE(means.known);
  EXPECT_EQ(means.arithmetic, "63.81");
  EXPECT_EQ(means.geometric, "63.41");  // the assessment's own
  EXPECT_EQ(means.minimum, "54.17");
}

}  // namespace
}  // namespace ibtikar::test
