// Simulated ranks against closed forms: two criteria, linear utilities, certain and open answers.
#include "ibtikar/smaa.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ibtikar/codec.h"
#include "support/assessed.h"
#include "support/random_rubric.h"

namespace ibtikar::test {
namespace {

/// Two dimensions, each of one question whose answer is its score in hundredths.
Rubric two_criteria(const std::string& more = {}, const std::string& weights = "[1,1]") {
  const std::string first(1, weights[1]);
  const std::string second(1, weights[3]);
  const std::string number = R"("type":"number","min":0,"max":100,"points":[[0,0],[100,1]])";
  const auto criterion = [&](const std::string& id) {
    return R"({"id":")" + id + R"(","title":"C","contributes":{"d-)" + id +
           R"(":1},"questions":[{"id":"q","ask":"Q?",)" + number + "}]}";
  };
  const std::string text =
      R"({"format":"ibtikar-rubric/1","id":"two","version":"1","title":"Two","languages":["en"],"bands":[{"id":"all","from":0,"title":"All"}],)"
      R"("overall":{"combine":"arithmetic_mean"},)" +
      more + R"("dimensions":[{"id":"d-a","title":"A","weight":)" + first +
      R"(},{"id":"d-b","title":"B","weight":)" + second + R"(}],"sections":[{"id":"s","title":"S",)" +
      R"("criteria":[)" + criterion("a") + "," + criterion("b") + "]}]}";
  Diagnostics warnings;
  const Checked<Rubric> rubric = decode_rubric({"two.json", text}, {}, warnings);
  if (!rubric) ADD_FAILURE() << format(rubric.error());
  return *rubric;
}

AnswerSheet sheet(const Scorer& scorer, std::optional<double> a, std::optional<double> b) {
  Proposal proposal;
  Diagnostics warnings;
  if (a) proposal.answers.emplace_back("a.q", Answer{*a});
  if (b) proposal.answers.emplace_back("b.q", Answer{*b});
  const auto out = scorer.encode(proposal, {}, warnings);
  if (!out) ADD_FAILURE() << format(out.error());
  return *out;
}

constexpr std::uint64_t kDraws = 5000;

/// Five standard deviations of a share.
double tolerance(double share, std::uint64_t draws = kDraws) {
  return 5 * std::sqrt(share * (1 - share) / static_cast<double>(draws)) + 1e-9;
}

Smaa simulated(const Rubric& rubric, const std::vector<std::vector<AnswerSheet>>& programs,
               SmaaOptions options = {}, const std::string& by = "overall") {
  if (options.draws == 10'000) options.draws = kDraws;
  const Scorer scorer(rubric);
  return simulate_ranks(scorer, *RankExpression::parse(by, rubric), programs, options);
}

// x = (80, 20) beats y = (40, 50) while w > 3/7, and w is uniform on [0, 1].
TEST(Smaa, HasTheClosedFormOfTwoCriteria) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const Smaa smaa = simulated(rubric, {{sheet(scorer, 80, 20)}, {sheet(scorer, 40, 50)}});
  const double share = 4.0 / 7;
  EXPECT_NEAR(smaa.acceptability[0][0], share, tolerance(share));
  EXPECT_NEAR(smaa.acceptability[0][1], 1 - share, tolerance(share));
  EXPECT_EQ(smaa.acceptability[0][0], smaa.wins[0][1]);
  EXPECT_EQ(smaa.acceptability[0][0] + smaa.acceptability[1][0], 1);
  EXPECT_NEAR(smaa.central[0][0], (3.0 / 7 + 1) / 2, 0.01) << "the middle of the weights that favor it";
  EXPECT_NEAR(smaa.central[1][0], (3.0 / 7) / 2, 0.01);
  EXPECT_EQ(smaa.confidence[0], 1) << "all answers are certain";
  EXPECT_EQ(smaa.confidence[1], 1);
}

// Within 20 % of equal weights w is uniform on [.4, .6]; x wins while w > 3/7.
TEST(Smaa, StaysWithinTheBox) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const Smaa smaa = simulated(rubric, {{sheet(scorer, 80, 20)}, {sheet(scorer, 40, 50)}}, {.within = 0.2});
  const double share = (0.6 - 3.0 / 7) / 0.2;
  EXPECT_NEAR(smaa.acceptability[0][0], share, tolerance(share));
  EXPECT_NEAR(smaa.central[0][0], (0.6 + 3.0 / 7) / 2, 0.002);
  const Smaa fixed = simulated(rubric, {{sheet(scorer, 80, 20)}, {sheet(scorer, 40, 50)}}, {.within = 0.0});
  EXPECT_EQ(fixed.acceptability[0][0], 1);
}

// By one criterion, an open answer beats 70 in 30 of 100 cases; ranked by it, weights do not matter.
TEST(Smaa, DrawsOpenAnswersFromEverythingPossible) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const Smaa smaa = simulated(rubric, {{sheet(scorer, 70, 0)}, {sheet(scorer, {}, 0)}}, {}, "d-a");
  EXPECT_NEAR(smaa.wins[1][0], 0.3, tolerance(0.3));
  EXPECT_NEAR(*smaa.confidence[1], 0.3, tolerance(0.3));
}

// A margin of .1 below and above, and a ceiling of .6: a claim of 80 lies in [.5, .9], one of 60 in
// [.5, .7]. P(x > y) of independent uniforms by the area: 1 - P(x < y) = 1 - (.2 * .2 / 2) / (.4 * .2).
TEST(Smaa, DrawsAnswersFromTheirEvidenceIntervals) {
  const Rubric rubric = two_criteria(
      R"("evidence":{"default":"claimed","levels":[{"id":"claimed","title":"C","margin":0.1,"ceiling":0.6}]},)");
  const Scorer scorer(rubric);
  const Smaa smaa = simulated(rubric, {{sheet(scorer, 80, 0)}, {sheet(scorer, 60, 0)}}, {}, "d-a");
  EXPECT_NEAR(smaa.wins[0][1], 0.75, tolerance(0.75));
}

// The mean of a fixed 50 and an open answer is uniform on [25, 75].
TEST(Smaa, TakesTheMeanOfAssessors) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const Smaa smaa =
      simulated(rubric, {{sheet(scorer, 50, 0), sheet(scorer, {}, 0)}, {sheet(scorer, 60, 0)}}, {}, "d-a");
  EXPECT_NEAR(smaa.wins[0][1], 0.3, tolerance(0.3));
}

TEST(Smaa, LetsTiesShareTheBetterRank) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const AnswerSheet same = sheet(scorer, 30, 70);
  const Smaa smaa = simulated(rubric, {{same}, {same}, {sheet(scorer, 10, 10)}});
  EXPECT_EQ(smaa.acceptability[0], (std::vector<double>{1, 0, 0}));
  EXPECT_EQ(smaa.acceptability[1], (std::vector<double>{1, 0, 0}));
  EXPECT_EQ(smaa.acceptability[2], (std::vector<double>{0, 0, 1}));
  EXPECT_EQ(smaa.wins[0][1], 0);
  EXPECT_EQ(smaa.confidence[0], 1);
  EXPECT_TRUE(smaa.central[2].empty());
  EXPECT_FALSE(smaa.confidence[2]);
}

TEST(Smaa, KeepsADimensionWithoutWeightOut) {
  const Rubric rubric = two_criteria({}, "[1,0]");
  const Scorer scorer(rubric);
  const Smaa smaa = simulated(rubric, {{sheet(scorer, 50, 0)}, {sheet(scorer, 40, 100)}});
  EXPECT_EQ(smaa.acceptability[0][0], 1);
  EXPECT_EQ(smaa.central[0], (std::vector<double>{1, 0}));
}

bool are_same(const Smaa& a, const Smaa& b) {
  return a.acceptability == b.acceptability && a.wins == b.wins && a.central == b.central &&
         a.confidence == b.confidence;
}

TEST(Smaa, IsTheSameForAnyNumberOfThreads) {
  for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
    RandomCase one(seed);
    Diagnostics warnings;
    std::vector<std::vector<AnswerSheet>> programs;
    for (int i = 0; i < 5; ++i)
      if (auto sheet = one.scorer.encode(random_proposal(one.source.rubric, one.random), {}, warnings))
        programs.push_back({*sheet});
    if (programs.empty()) continue;
    SmaaOptions options{.draws = 333, .seed = "threads", .jobs = 1};
    if (seed % 2 == 0) options.within = 0.5;
    const Smaa alone = simulated(one.source.rubric, programs, options);
    options.jobs = 3;
    EXPECT_TRUE(are_same(alone, simulated(one.source.rubric, programs, options))) << one.text();
    for (const std::vector<double>& row : alone.acceptability) {
      double sum = 0;
      for (const double share : row) sum += share;
      EXPECT_NEAR(sum, 1, 1e-9);
    }
  }
}

TEST(Smaa, DependsOnTheSeed) {
  const Rubric rubric = two_criteria();
  const Scorer scorer(rubric);
  const std::vector<std::vector<AnswerSheet>> programs = {{sheet(scorer, 80, 20)}, {sheet(scorer, 40, 50)}};
  EXPECT_FALSE(
      are_same(simulated(rubric, programs, {.seed = "a"}), simulated(rubric, programs, {.seed = "b"})));
}

/// With certain answers and the rubric's own weights, every draw ranks by the scores that the scorer
/// gives, whatever the rubric: gates, groups, rounding, and every way to combine.
TEST(Smaa, RanksByTheScorersOwnNumbersWhereNothingIsUncertain) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < cases(600); ++seed) {
    RandomRubric source = random_rubric(seed);
    for (EvidenceLevel& level : source.draft.evidence.levels)
      level = {level.id, 0, 1, level.title, level.help};
    const Rubric rubric = checked(source.draft);
    const Scorer scorer(rubric);
    Random random(seed);
    std::vector<std::vector<AnswerSheet>> programs;
    std::vector<double> scores;
    for (int i = 0; i < 6; ++i) {
      Diagnostics warnings;
      const Proposal proposal = random_proposal(rubric, random);
      const auto one = scorer.encode(proposal, {}, warnings);
      if (!one) continue;
      const Outlook outlook = scorer.outlook(*one);
      if (!outlook.overall.score || outlook.overall.low != outlook.overall.high) continue;
      programs.push_back({*one});
      scores.push_back(*outlook.overall.score);
    }
    if (programs.size() < 2) continue;
    const Smaa smaa = simulated(rubric, programs, {.draws = 3, .within = 0.0});
    for (std::size_t i = 0; i < scores.size(); ++i)
      for (std::size_t j = 0; j < scores.size(); ++j) {
        if (std::abs(scores[i] - scores[j]) < 0.011) continue;  // shown numbers are rounded
        const bool is_better = (scores[i] > scores[j]) == (rubric.parts().overall_better == Better::higher);
        EXPECT_EQ(smaa.wins[i][j], is_better ? 1 : 0) << "seed " << seed;
        ++compared;
      }
  }
  EXPECT_GT(compared, cases(600) / 10);
}

}  // namespace
}  // namespace ibtikar::test
