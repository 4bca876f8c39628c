// Readings to a ranking: the published example of expected ranks, and what a draw takes of it.
#include <gtest/gtest.h>

#include "base/decimal.h"
#include "ibtikar/codec.h"
#include "ibtikar/panel_ranking.h"

namespace ibtikar::test {
namespace {

/// One question, a whole grade from 1 (score 0) to 6 (score 100).
Rubric graded() {
  const std::string text =
      R"({"format":"ibtikar-rubric/1","id":"grades","version":"1","title":"Grades","languages":["en"],)"
      R"("bands":[{"id":"all","from":0,"title":"All"}],"dimensions":[{"id":"merit","title":"Merit"}],)"
      R"("sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"merit":1},)"
      R"("questions":[{"id":"grade","ask":"Which grade?","type":"number","min":1,"max":6,"whole":true,)"
      R"("points":[[1,0],[6,1]]}]}]}]})";
  Diagnostics warnings;
  const Checked<Rubric> rubric = decode_rubric({"grades.json", text}, {}, warnings);
  if (!rubric) ADD_FAILURE() << format(rubric.error());
  return *rubric;
}

Readings readings_of(const Rubric& rubric, const std::vector<std::vector<double>>& grades) {
  const Scorer scorer(rubric);
  Readings out;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    out.programs.push_back({"#" + std::to_string(i + 1), ""});
    for (std::size_t j = 0; j < grades[i].size(); ++j) {
      Proposal proposal;
      proposal.answers.emplace_back("c.grade", Answer{grades[i][j]});
      Diagnostics warnings;
      const auto sheet = scorer.encode(proposal, {}, warnings);
      if (!sheet) ADD_FAILURE() << format(sheet.error());
      out.all.push_back({i, j, *sheet, "sha256:" + std::to_string(10 * i + j), "file", 1});
    }
  }
  for (char name = 'A'; name < 'F'; ++name) out.assessors.emplace_back(1, name);
  return out;
}

// 15 proposals and 5 assessors of the Swiss National Science Foundation's mock panel
// (snsf-data/ERforResearch, R/data.R, get_mock_data("one"); the ranks are those of its vignette,
// which sampled them). Score = 7 - grade there; a point of grade is 20 points of score here.
TEST(RankReadings, AgreesWithThePublishedExpectedRanks) {
  std::vector<std::vector<double>> grades = {
      {1, 1, 1, 2, 5}, {1, 1, 2, 2, 6}, {1, 2, 1, 3, 5}, {1, 3, 2, 1, 5}, {1, 2, 2, 3, 5},
      {1, 3, 1, 4, 5}, {1, 2, 3, 4, 5}, {1, 5, 2, 2, 5}, {1, 3, 4, 3, 5}, {1, 4, 2, 5, 5},
      {2, 3, 4, 4, 5}, {2, 4, 3, 5, 5}, {2, 5, 4, 4, 6}, {2, 3, 4, 6, 6}, {2, 5, 5, 4, 6}};
  const double expected[] = {2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26,
                             8.43, 9.42, 10.4, 11.4, 13.0, 13.0, 13.7};
  const double sucra[] = {0.9,  0.78, 0.78, 0.78, 0.71, 0.63, 0.55, 0.55,
                          0.47, 0.4,  0.33, 0.25, 0.15, 0.14, 0.09};
  for (std::vector<double>& row : grades)
    for (double& grade : row) grade = 7 - grade;
  const Rubric rubric = graded();
  const PanelRanking ranking =
      rank_readings(rubric, readings_of(rubric, grades), *RankExpression::parse("overall", rubric), {});
  ASSERT_EQ(ranking.programs.size(), 15);
  EXPECT_TRUE(ranking.is_panel);
  EXPECT_EQ(ranking.assessors, 5);
  for (const ProgramRank& one : ranking.programs) {
    ASSERT_TRUE(one.expected) << one.program.id;
    EXPECT_NEAR(one.expected->expected_rank, expected[one.ranked.contender], 0.1) << one.program.id;
    EXPECT_NEAR(one.expected->sucra, sucra[one.ranked.contender], 0.01) << one.program.id;
  }
  EXPECT_EQ(ranking.programs[1].ranked.rank, 2);
  EXPECT_EQ(ranking.programs[3].ranked.rank, 2) << "equal means share a rank";
}

TEST(RankReadings, HasNoExpectedRanksWithoutSeveralReadings) {
  const Rubric rubric = graded();
  const PanelRanking ranking =
      rank_readings(rubric, readings_of(rubric, {{3}, {5}, {}}), *RankExpression::parse("merit", rubric), {});
  EXPECT_FALSE(ranking.is_panel);
  EXPECT_FALSE(ranking.without_model) << "nobody expects them";
  EXPECT_EQ(ranking.programs[0].program.id, "#2");
  EXPECT_EQ(ranking.programs[2].program.id, "#3");
  EXPECT_FALSE(ranking.programs[2].ranked.rank) << "without a reading";
  const DrawField snsf = draw_field(ranking.programs, Better::higher, DrawRule::snsf);
  EXPECT_TRUE(snsf.entries.empty());
  EXPECT_EQ(snsf.left_out.size(), 3);
  const DrawField linear = draw_field(ranking.programs, Better::higher, DrawRule::linear);
  ASSERT_EQ(linear.entries.size(), 2);
  EXPECT_EQ(linear.entries[0].score, 80);
  EXPECT_EQ(linear.entries[0].digests, (std::vector<std::string>{"sha256:10"}));
  EXPECT_EQ(linear.left_out, (std::vector<std::string>{"#3"}));
}

TEST(RankReadings, SimulatesInTheOrderOfTheRanks) {
  const Rubric rubric = graded();
  const PanelRanking ranking =
      rank_readings(rubric, readings_of(rubric, {{3}, {5}, {4}}), *RankExpression::parse("overall", rubric),
                    SmaaOptions{.draws = 10});
  ASSERT_EQ(ranking.smaa.acceptability.size(), 3);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(ranking.smaa.acceptability[i][i], 1) << i;
}

}  // namespace
}  // namespace ibtikar::test
