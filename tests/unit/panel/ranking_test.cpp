// Ranks with ties, the Pareto front, and the means of several readings.
#include "ibtikar/ranking.h"

#include <gtest/gtest.h>

#include "support/builtin_rubric.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

using Ranks = std::vector<std::optional<std::size_t>>;
using Front = std::vector<std::optional<bool>>;

Measure measure(Score score, double low, double high) {
  Measure out;
  out.score = score;
  out.low = low;
  out.high = high;
  return out;
}

Contender contender(const std::string& id, const std::vector<double>& overall) {
  Contender out{id, id, {}};
  for (const double score : overall)
    out.readings.push_back({"", "", measure(score, score - 10, score + 10),
                            std::vector<Measure>(3, measure(score, score, score))});
  return out;
}

// The file of ranks in HotCRP's help (kohler/hotcrp, src/help/h_ranking.php) has the same ties, but
// dense ranks; ours count those before: 1, 2, 2, 4.
TEST(CompetitionRanks, ShareTheBetterRank) {
  EXPECT_EQ(competition_ranks({8, 5, 5, 2, std::nullopt, 9}), (Ranks{2, 3, 3, 5, std::nullopt, 1}));
  EXPECT_EQ(competition_ranks({}), Ranks{});
  EXPECT_EQ(competition_ranks({1, 1, 1}), (Ranks{1, 1, 1}));
}

TEST(ParetoFront, IsWhatNoOtherDominates) {
  const std::vector<Better> higher(2, Better::higher);
  EXPECT_EQ(pareto_front({{1, 3}, {2, 2}, {1, 2}, {3, 1}, {2, 2}, {5, std::nullopt}}, higher),
            (Front{true, true, false, true, true, std::nullopt}));
  EXPECT_EQ(pareto_front({{1, 3}, {2, 2}, {2, 3}}, {Better::lower, Better::higher}),
            (Front{true, false, false}));
}

/// A row is on the front if and only if some weights, or their limits, make it best: checked in two
/// dimensions by the staircase of sorted rows.
TEST(ParetoFront, EqualsTheStaircaseInTwoDimensions) {
  for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
    Random random(seed);
    std::vector<std::vector<Score>> rows(random.between(1, 30));
    for (auto& row : rows) row = {static_cast<double>(random.below(8)), static_cast<double>(random.below(8))};
    Front expected(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      double best_with_more = -1;  // of the second, among those with more of the first
      double best_with_same = -1;
      for (const auto& row : rows) {
        if (*row[0] > *rows[i][0]) best_with_more = std::max(best_with_more, *row[1]);
        if (*row[0] == *rows[i][0]) best_with_same = std::max(best_with_same, *row[1]);
      }
      expected[i] = best_with_more < *rows[i][1] && best_with_same <= *rows[i][1];
    }
    EXPECT_EQ(pareto_front(rows, {Better::higher, Better::higher}), expected) << seed;
  }
}

TEST(Rank, GoesByTheMeanOfTheReadings) {
  const Rubric rubric = builtin_rubric();
  const auto by = RankExpression::parse("overall", rubric);
  std::vector<Contender> contenders = {contender("a", {50, 60}), contender("b", {70}), contender("c", {55}),
                                       contender("d", {40})};
  contenders.push_back(contender("none", {50, 60}));
  for (ScoredReading& reading : contenders.back().readings) reading.overall.score.reset();
  contenders[2].readings.push_back(contenders[2].readings[0]);
  contenders[2].readings[1].overall = measure(std::nullopt, 0, 100);
  const std::vector<RankedProgram> ranked = rank(contenders, *by, rubric);
  std::vector<std::size_t> order;
  Ranks ranks;
  for (const RankedProgram& one : ranked) {
    order.push_back(one.contender);
    ranks.push_back(one.rank);
  }
  EXPECT_EQ(order, (std::vector<std::size_t>{1, 0, 2, 3, 4}));
  EXPECT_EQ(ranks, (Ranks{1, 2, 2, 4, std::nullopt}));
  EXPECT_EQ(ranked[1].score, 55);
  EXPECT_EQ(ranked[1].low, 45);
  EXPECT_EQ(ranked[1].high, 65);
  EXPECT_EQ(ranked[1].dimensions, (std::vector<Score>{55, 55, 55}));
  EXPECT_EQ(ranked[0].on_front, true);
  EXPECT_EQ(ranked[3].on_front, false);
}

}  // namespace
}  // namespace ibtikar::test
