// What the bounds promise: they hold the score, and every way of going on
// stays inside them (docs/scoring.md, "Invariants").
#include <gtest/gtest.h>

#include <algorithm>

#include <fmt/format.h>

#include "support/assessed.h"
#include "support/plain_scorer.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr double kRounding = 0.01 + 1e-9;  ///< two printed numbers may differ so much by rounding alone

void expect_rounded(double value, double greatest, const std::string& what) {
  EXPECT_EQ(value, shown(value)) << what;
  EXPECT_GE(value, 0) << what;
  EXPECT_LE(value, greatest) << what;
}

void expect_in_order(const NamedMeasure& named) {
  const Measure& m = named.measure;
  expect_rounded(m.low, 100, named.id + " low");
  expect_rounded(m.high, 100, named.id + " high");
  expect_rounded(m.completeness, 1, named.id + " completeness");
  EXPECT_LE(m.low, m.high) << named.id;
  if (!m.score) return;
  expect_rounded(*m.score, 100, named.id + " score");
  EXPECT_LE(m.low, *m.score) << named.id;
  EXPECT_LE(*m.score, m.high) << named.id;
}

TEST(Bounds, HoldTheScoreBetween0And100) {
  for (std::uint64_t seed = 0; seed < cases(1500) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    for (const NamedMeasure& named : measures_of(assessed(one.scorer, one.proposal))) expect_in_order(named);
  }
}

/// Goes on from where a proposal stands, one open question after the other, to the end.
class Walk {
 public:
  explicit Walk(RandomCase& one)
      : one_(one), now_(assessed(one.scorer, one.proposal)), tightest_(measures_of(now_)) {}

  /// Answers one open question, or calls it not applicable; false when none is open.
  bool step() {
    std::vector<std::size_t> open;
    for (std::size_t q = 0; q < now_.questions.size(); ++q)
      if (now_.questions[q].state == QuestionState::unanswered) open.push_back(q);
    if (open.empty()) return false;
    const std::size_t q = one_.random.pick(open);
    const Question& question = one_.source.rubric.question(q);
    const bool excused = question.not_applicable && one_.random.chance(50);
    answer_to(one_.proposal, one_.source.rubric.full_id(q)) =
        excused ? not_applicable_answer(question, one_.random)
                : random_answer(one_.source.rubric, q, one_.random);
    now_ = assessed(one_.scorer, one_.proposal);
    return true;
  }

  /// Each interval lies in all earlier ones.
  void expect_narrower() {
    const std::vector<NamedMeasure> measures = measures_of(now_);
    for (std::size_t i = 0; i < measures.size(); ++i) {
      Measure& tightest = tightest_[i].measure;
      EXPECT_GE(measures[i].measure.low, tightest.low - kRounding) << measures[i].id;
      EXPECT_LE(measures[i].measure.high, tightest.high + kRounding) << measures[i].id;
      tightest.low = std::max(tightest.low, measures[i].measure.low);
      tightest.high = std::min(tightest.high, measures[i].measure.high);
    }
  }

  [[nodiscard]] const Assessment& now() const { return now_; }

 private:
  RandomCase& one_;  // outlives the walk
  Assessment now_;
  std::vector<NamedMeasure> tightest_;  ///< the intersection of all intervals so far
};

void expect_promise_kept(const Assessment& first, const Assessment& last) {
  const std::vector<NamedMeasure> promised = measures_of(first);
  const std::vector<NamedMeasure> kept = measures_of(last);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i].measure.score) continue;
    EXPECT_GE(*kept[i].measure.score, promised[i].measure.low - kRounding) << kept[i].id;
    EXPECT_LE(*kept[i].measure.score, promised[i].measure.high + kRounding) << kept[i].id;
  }
  for (const QuestionResult& question : last.questions) EXPECT_FALSE(question.possibly_hidden) << question.id;
  for (const GateResult& gate : last.gates)  // the margins of evidence may leave a score undecided
    EXPECT_TRUE(gate.state != GateState::unknown || !gate.scores.empty()) << gate.id;
}

/// The verdict of an end is one of those that were possible.
void expect_verdict_among_the_possible(const Assessment& first, const Assessment& last) {
  if (!last.overall.measure.score || last.verdict == kInsufficient) return;
  const PossibleBands promised = possible_bands(first);
  const Band* verdict = nullptr;
  for (const Band& band : first.rubric.bands)
    if (band.id == last.verdict) verdict = &band;
  EXPECT_TRUE(promised.lowest <= verdict && verdict <= promised.highest)
      << promised.lowest->id << " to " << promised.highest->id << ", at last " << last.verdict;
}

/// A settled verdict is the band of every end that has a score.
void expect_settled_verdict_kept(const Assessment& first, const Assessment& last) {
  if (!first.settled || !last.overall.measure.score) return;
  const Band* band = possible_bands(first).lowest;
  ASSERT_NE(band, nullptr);
  EXPECT_EQ(last.verdict, band->id);
}

TEST(Bounds, HoldForEveryWayOfGoingOn) {
  std::size_t steps = 0;
  for (std::uint64_t seed = 0; seed < cases(3000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    std::string story = one.text();
    Walk walk(one);
    const Assessment first = walk.now();
    while (walk.step() && !testing::Test::HasFailure()) {
      ++steps;
      story += "then\n" + text_of(one.proposal);
      SCOPED_TRACE(story);
      walk.expect_narrower();
    }
    SCOPED_TRACE(story);
    expect_promise_kept(first, walk.now());
    expect_settled_verdict_kept(first, walk.now());
    expect_verdict_among_the_possible(first, walk.now());
  }
  EXPECT_GT(steps, cases(5'000U));
}

TEST(Bounds, MeetInTheScoreWhenAllIsAnsweredAndThereIsNoEvidenceTable) {
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    RubricDraft draft = random_rubric(seed).draft;
    draft.evidence = {};
    for (Section& section : draft.sections)
      for (Criterion& criterion : section.criteria)
        for (Question& question : criterion.questions) question.needs.reset();
    const Rubric rubric = checked(draft);
    Random random(seed);
    Proposal proposal;
    for (std::size_t q = 0; q < rubric.question_count(); ++q)
      proposal.answers.emplace_back(rubric.full_id(q), rubric.question(q).not_applicable && random.chance(30)
                                                           ? not_applicable_answer(rubric.question(q), random)
                                                           : random_answer(rubric, q, random));
    SCOPED_TRACE(fmt::format("{} without evidence, answers:\n{}", draft.id, text_of(proposal)));
    const Assessment assessment = assessed(Scorer(rubric), proposal);
    EXPECT_EQ(assessment.overall.measure.score.has_value(), assessment.overall.applicable);
    for (const auto& [id, measure] : measures_of(assessment)) {
      if (!measure.score) continue;
      EXPECT_EQ(measure.low, *measure.score) << id;
      EXPECT_EQ(measure.high, *measure.score) << id;
      EXPECT_EQ(measure.completeness, 1) << id;
    }
  }
}

}  // namespace
}  // namespace ibtikar::test
