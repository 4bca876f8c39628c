// The summary of a portfolio: what a row adds, what two parts give together, and what questions cost.
#include "ibtikar/summary.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

/// A has three times the weight of B; criterion c has two scored questions of weight 1 and 3 and a text, e
/// one. The dimension "harm" is better when lower.
Rubric portfolio_rubric() {
  return rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"2","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"},{"id":"high","from":70,"title":"High"}],
          "dimensions":[{"id":"a","weight":3,"title":"A"},{"id":"b","weight":1,"title":"B"},
            {"id":"harm","weight":0,"better":"lower","title":"Harm"}],
          "sections":[{"id":"s","title":"S","criteria":[
            {"id":"c","title":"C","contributes":{"a":1,"b":0},"questions":[
              {"id":"x","ask":"?","type":"yes_no"},{"id":"note","ask":"?","type":"text"},
              {"id":"y","ask":"?","type":"yes_no","weight":3}]},
            {"id":"e","title":"E","contributes":{"a":4,"b":2},"questions":[{"id":"z","ask":"?","type":"yes_no"}]},
            {"id":"f","title":"F","contributes":{"harm":1},"questions":[{"id":"h","ask":"?","type":"yes_no"}]}]}],
          "gates":[{"id":"g","when":{"question":"c.x","is":false},"cap":{"a":20},"message":"No"}]})");
}

Row portfolio_row() {
  using State = RowQuestion::State;
  Row row;
  row.overall = {62.5, 40, 80, 0.75};
  row.dimensions = {{50, 40, 60, 1}, {std::nullopt, 0, 100, 0}, {10, 10, 10, 1}};
  row.band = 0;
  row.settled = true;
  row.gates = {true};
  row.questions = {
      {State::answered, 0.25}, {State::unscored, 0}, {State::open, 0}, {State::out, 0}, {State::answered, 1}};
  return row;
}

TEST(Summary, NamesItsRubricAndWhatItCounts) {
  const Rubric rubric = portfolio_rubric();
  const Summary summary = empty_summary(rubric);
  EXPECT_EQ(summary.rubric, "r");
  EXPECT_EQ(summary.version, "2");
  EXPECT_EQ(summary.digest, rubric.parts().digest);
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;
  EXPECT_EQ(summary.verdicts, (Counts{{"low", 0}, {"high", 0}, {std::string(kInsufficient), 0}}));
  EXPECT_EQ(summary.gates, (Counts{{"g", 0}}));
  ASSERT_EQ(summary.questions.size(), 4U) << "a text is not scored";
  EXPECT_EQ(summary.questions[1].id, "c.y");
}

TEST(Summary, GivesQuestionsTheirShareOfTheMean) {
  const Summary summary = empty_summary(portfolio_rubric());
  // A has 3/4 of the mean: c 1/5 of it, of which x is a quarter; e 4/5. B has 1/4, all of it by e.
  EXPECT_NEAR(summary.questions[0].share, 0.0375, 1e-12);
  EXPECT_NEAR(summary.questions[1].share, 0.1125, 1e-12);
  EXPECT_NEAR(summary.questions[2].share, 0.6 + 0.25, 1e-12);
  EXPECT_EQ(summary.questions[3].share, 0);
}

TEST(Summary, HasNoPointsToLoseWhereLowerIsBetter) {
  const Rubric harm = rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "overall":{"combine":"arithmetic_mean","better":"lower"},"bands":[{"id":"low","from":0,"title":"Low"}],
          "dimensions":[{"id":"harm","better":"lower","title":"Harm"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"harm":1},
            "questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}]})");
  EXPECT_EQ(empty_summary(harm).questions[0].share, 0);
}

TEST(Summary, CountsARow) {
  Summary summary = empty_summary(portfolio_rubric());
  add(summary, portfolio_row());
  Row unknown = portfolio_row();
  unknown.band.reset();
  unknown.overall.score.reset();
  unknown.settled = false;
  unknown.gates = {false};
  add(summary, unknown);
  EXPECT_EQ(summary.scored, 2U);
  EXPECT_EQ(summary.settled, 1U);
  EXPECT_EQ(summary.verdicts[0].second, 1U);
  EXPECT_EQ(summary.verdicts[2].second, 1U);
  EXPECT_EQ(summary.gates[0].second, 1U);
  EXPECT_EQ(summary.overall.count(), 1U);
  EXPECT_EQ(summary.overall.mean(), 62.5);
  EXPECT_EQ(summary.dimensions[0].second.count(), 2U);
  EXPECT_EQ(summary.dimensions[1].second.count(), 0U);
  EXPECT_EQ(summary.completeness.mean(), 0.75);
  EXPECT_EQ(summary.questions[0].answered, 2U);
  EXPECT_EQ(summary.questions[0].credited, 5000U);
  EXPECT_EQ(summary.questions[1].open, 2U);
  EXPECT_EQ(summary.questions[2].out, 2U);
  EXPECT_EQ(summary.questions[3].credited, 20'000U);
}

TEST(Summary, OfTwoPartsIsThatOfTheWhole) {
  const Rubric rubric = portfolio_rubric();
  Summary part = empty_summary(rubric);
  add(part, portfolio_row());
  part.rejected = 2;
  part.left_out = 3;
  part.rejects = {{"bad-json", 2}};
  part.warnings.add("hidden-answer", "/answers/c.x");
  Summary whole = part;
  const Result<void> merged = merge(whole, part);
  ASSERT_TRUE(merged);

  Summary twice = empty_summary(rubric);
  add(twice, portfolio_row());
  add(twice, portfolio_row());
  twice.rejected = 4;
  twice.left_out = 6;
  twice.rejects = {{"bad-json", 4}};
  twice.warnings.add("hidden-answer", "/answers/c.x", 2);
  EXPECT_EQ(whole, twice);
}

TEST(Summary, IsNotMergedWithOneOfAnotherRubric) {
  const Summary summary = empty_summary(portfolio_rubric());
  const std::vector<std::pair<const char*, std::function<void(Summary&)>>> changes = {
      {"rubric", [](Summary& other) { other.rubric = "other"; }},
      {"version", [](Summary& other) { other.version = "3"; }},
      {"digest", [](Summary& other) { other.digest = "sha256:0"; }},
      {"verdict", [](Summary& other) { other.verdicts[0].first = "other"; }},
      {"number of verdicts", [](Summary& other) { other.verdicts.pop_back(); }},
      {"gate", [](Summary& other) { other.gates[0].first = "other"; }},
      {"dimension", [](Summary& other) { other.dimensions[0].first = "other"; }},
      {"question", [](Summary& other) { other.questions[0].id = "other"; }},
      {"share of a question", [](Summary& other) { other.questions[0].share /= 2; }},
      {"number of questions", [](Summary& other) { other.questions.pop_back(); }}};
  for (const auto& [what, change] : changes) {
    Summary into = summary;
    Summary other = summary;
    change(other);
    const Result<void> merged = merge(into, other);
    ASSERT_FALSE(merged) << what;
    EXPECT_EQ(merged.error().code, "other-rubric") << what;
    EXPECT_EQ(into, summary) << what;
  }
}

TEST(PointsLost, AreTheShareOfWhatIsNotCredited) {
  EXPECT_EQ(points_lost({"q", 0.5, 0, 7, 0, 0}), std::nullopt) << "nobody answered";
  EXPECT_EQ(points_lost({"q", 0.5, 2, 0, 0, 20'000}), 0);
  EXPECT_EQ(points_lost({"q", 0.5, 2, 0, 0, 10'000}), 25);
  EXPECT_EQ(points_lost({"q", 0.5, 1, 0, 0, 2'500}), 37.5);
}

TEST(PointsLost, AndOpenQuestionsAreListedFromTheGreatest) {
  Summary summary;
  summary.questions = {{"none", 0.1, 1, 0, 0, 10'000},
                       {"few", 0.1, 1, 1, 0, 5'000},
                       {"many", 0.1, 1, 5, 0, 0},
                       {"as few", 0.1, 1, 1, 0, 5'000}};
  using Ids = std::vector<std::string>;
  EXPECT_EQ(most_open(summary, 9), (Ids{"many", "few", "as few"}));
  EXPECT_EQ(most_open(summary, 2), (Ids{"many", "few"}));
  EXPECT_EQ(most_open(summary, 0), Ids{});
  EXPECT_EQ(most_points_lost(summary, 9), (Ids{"many", "few", "as few"}));
  EXPECT_EQ(most_points_lost(summary, 1), Ids{"many"});
}

}  // namespace
}  // namespace ibtikar::test
