// A small panel by hand: three assessors, two programs, one conflict and one late reading.
#include "ibtikar/panel.h"

#include <gtest/gtest.h>

#include <set>

#include "panel/blind.h"
#include "support/fixtures.h"

namespace ibtikar::test {
namespace {

const Rubric& small() {
  static const Rubric rubric = valid_rubric("valid/small.json");
  return rubric;
}

/// A sheet with a goal, and this level of how far it is written down.
AnswerSheet written(std::uint32_t level) {
  AnswerSheet sheet;
  sheet.cells.resize(small().question_count());
  sheet.cells[0] = {CellState::answered, false, false, 0, 1, 1, 1, {}};
  sheet.cells[1] = {CellState::answered, false, false, 0, level, double(level), level / 2.0, {}};
  return sheet;
}

Readings readings() {
  Readings all{{{"1", "Garden"}, {"2", "Roof"}}, {"Amal", "Badr", "Chen"}, {}, {}};
  all.all = {{0, 2, written(2), "c", "c.json", 1},
             {0, 0, written(0), "a", "a.json", 1},
             {0, 1, written(2), "b", "b.json", 1},
             {1, 0, written(1), "d", "d.json", 1}};
  all.conflicts = {{"Badr", "2", "a cousin", true}};
  return all;
}

TEST(Panel, PutsTogetherWhatAssessorsSay) {
  const Panel panel = panel_of(small(), readings(), {});
  ASSERT_EQ(panel.programs.size(), 2u);
  const PanelProgram& garden = panel.programs.front();
  ASSERT_EQ(garden.readings.size(), 3u);
  EXPECT_EQ(garden.readings[0].assessor, 0u);
  EXPECT_EQ(garden.consensus.sheet.cells[1].index, 2u);
  EXPECT_EQ(garden.score.overall, garden.readings[1].score.overall);
  ASSERT_TRUE(garden.spread);
  EXPECT_EQ(garden.spread->lowest, *garden.readings[0].score.overall.score);
  EXPECT_EQ(garden.spread->highest, *garden.readings[2].score.overall.score);
  ASSERT_EQ(garden.talk.size(), 1u);
  EXPECT_EQ(garden.talk.front().question, 1u);
  EXPECT_EQ(garden.talk.front().lowest, garden.readings[0].score.overall.score);
  EXPECT_EQ(garden.talk.front().highest, garden.readings[2].score.overall.score);
  EXPECT_TRUE(garden.missing.empty());
  EXPECT_EQ(panel.programs[1].missing, std::vector<std::size_t>{2});
}

TEST(Panel, ComparesAnswersByWhatTheyEarn) {
  const Panel panel = panel_of(small(), readings(), {});
  const AnswerAgreement& all = panel.agreement.answers.front();
  // The first program has a goal for all three, written down 0, 1 and 1; the second was read once.
  const std::vector<Ratings> units = {{1.0, 1.0, 1.0}, {0.0, 1.0, 1.0}, {1.0}, {0.5}};
  EXPECT_EQ(all.criterion, "");
  EXPECT_EQ(all.ordinal.alpha, krippendorff_alpha(units, Metric::ordinal));
  EXPECT_EQ(all.kappa, fleiss_kappa(units));
  EXPECT_EQ(all.same, percent_agreement(units));
  ASSERT_EQ(panel.agreement.answers.size(), 3u);
  EXPECT_EQ(panel.agreement.answers[1].criterion, "goal");
  EXPECT_EQ(panel.agreement.answers[1].ordinal.alpha, all.ordinal.alpha);
  ASSERT_EQ(panel.agreement.scores.size(), 3u);
  EXPECT_EQ(panel.agreement.scores.front().id, "overall");
}

TEST(Panel, SaysWhyAgreementIsUndefined) {
  Readings same = readings();
  for (Reading& reading : same.all) reading.sheet = written(1);
  const Panel panel = panel_of(small(), std::move(same), {});
  const AnswerAgreement& people = panel.agreement.answers.back();
  EXPECT_EQ(people.ordinal.alpha.undefined, Undefined::no_pairs);
  EXPECT_EQ(panel.agreement.scores.front().alpha.alpha.undefined, Undefined::constant);
  EXPECT_TRUE(panel.model.undefined);
}

TEST(Panel, KnowsWhoIsAssignedAndHasNotReadYet) {
  PanelOptions options;
  options.assigned = {{"Amal", "1"}, {"Chen", "2"}, {"Dina", "2"}, {"Badr", "2"}, {"Dina", "3"}};
  const Panel panel = panel_of(small(), readings(), options);
  EXPECT_EQ(panel.assessors, (std::vector<std::string>{"Amal", "Badr", "Chen", "Dina"}));
  ASSERT_EQ(panel.programs.size(), 3u);
  EXPECT_TRUE(panel.programs[0].missing.empty());
  EXPECT_EQ(panel.programs[1].missing, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(panel.programs[2].missing, std::vector<std::size_t>{3});
  EXPECT_FALSE(panel.programs[2].spread);
  EXPECT_EQ(panel.programs[2].score.overall.score, Score());
}

TEST(Panel, NamesNobodyWhenBlind) {
  std::set<std::vector<std::size_t>> orders;
  const Panel named = panel_of(small(), readings(), {});
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Panel panel = named;
    make_blind(panel, seed);
    EXPECT_EQ(panel.assessors, (std::vector<std::string>{"A", "B", "C"}));
    ASSERT_EQ(panel.conflicts.size(), 1u);
    EXPECT_EQ(panel.conflicts.front().reason, "");
    // Amal is the only one with the lowest answer, Chen is the one who is late, Badr in conflict.
    const PanelProgram& garden = panel.programs.front();
    std::vector<std::size_t> order;
    for (const PanelReading& reading : garden.readings) {
      EXPECT_EQ(reading.digest, "");
      if (reading.sheet.cells[1].index == 0) order.push_back(reading.assessor);
    }
    order.push_back(panel.programs[1].missing.front());
    EXPECT_EQ(panel.conflicts.front().assessor, letter_name(3 - order[0] - order[1]));
    orders.insert(order);
  }
  EXPECT_EQ(orders.size(), 6u);
}

TEST(Panel, NamesLettersLikeColumns) {
  EXPECT_EQ(letter_name(0), "A");
  EXPECT_EQ(letter_name(25), "Z");
  EXPECT_EQ(letter_name(26), "AA");
  EXPECT_EQ(letter_name(27), "AB");
  EXPECT_EQ(letter_name(702), "AAA");
}

TEST(Consensus, MarksTiesAndTakesTheLower) {
  const AnswerSheet low = written(0);
  const AnswerSheet high = written(2);
  const Consensus even = consensus_of(small(), {&high, &low});
  EXPECT_TRUE(even.ties[1]);
  EXPECT_FALSE(even.ties[0]);
  EXPECT_EQ(even.sheet, low);
}

}  // namespace
}  // namespace ibtikar::test
