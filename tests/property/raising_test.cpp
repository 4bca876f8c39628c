// A better answer never lowers a score, unless a condition asks about it; and
// what each answer brought adds up to the score (docs/scoring.md).
#include <gtest/gtest.h>

#include <set>

#include <fmt/format.h>

#include "support/assessed.h"
#include "support/plain_weighing.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

/// With a score, every question that it is made of.
void note_named(const Rubric& rubric, const Condition& condition, std::set<std::string>& named) {
  const std::string& score = condition.atom.score;
  if (condition.kind == Condition::Kind::atom && score.empty()) named.insert(condition.atom.question);
  for (std::size_t q = 0; !score.empty() && q < rubric.question_count(); ++q) {
    const Criterion& criterion = rubric.criterion_of(q);
    if (score == "overall" || score == criterion.id || contribution(criterion, score) > 0)
      named.insert(rubric.full_id(q));
  }
  for (const Condition& part : condition.parts) note_named(rubric, part, named);
}

std::set<std::string> questions_named(const Rubric& rubric) {
  std::set<std::string> named;
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    for (const Condition* when : rubric.conditions_of(q)) note_named(rubric, *when, named);
  for (const Gate& gate : rubric.parts().gates) note_named(rubric, gate.when, named);
  return named;
}

/// A better value than today's, of a few random ones.
std::optional<AnswerValue> better_value(const Rubric& rubric, std::size_t question, const AnswerValue& today,
                                        Random& random) {
  const std::optional<double> utility = plain_utility(rubric.question(question), today);
  for (int i = 0; utility && i < 8; ++i) {
    const AnswerValue value = random_answer(rubric, question, random).value;
    if (*plain_utility(rubric.question(question), value) > *utility) return value;
  }
  return std::nullopt;
}

void expect_none_lower(const Assessment& before, const Assessment& after) {
  const std::vector<NamedMeasure> then = measures_of(before);
  const std::vector<NamedMeasure> now = measures_of(after);
  for (std::size_t i = 0; i < now.size(); ++i) {
    EXPECT_EQ(now[i].measure.score.has_value(), then[i].measure.score.has_value()) << now[i].id;
    EXPECT_GE(now[i].measure.score, then[i].measure.score) << now[i].id;
    EXPECT_GE(now[i].measure.low, then[i].measure.low) << now[i].id;
    EXPECT_GE(now[i].measure.high, then[i].measure.high) << now[i].id;
    EXPECT_EQ(now[i].measure.completeness, then[i].measure.completeness) << now[i].id;
  }
}

TEST(Raising, AnAnswerThatNoConditionNamesNeverLowersAScore) {
  std::size_t raised = 0;
  for (std::uint64_t seed = 0; seed < cases(2000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const std::set<std::string> named = questions_named(rubric);
    const Assessment before = assessed(one.scorer, one.proposal);
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      if (before.questions[q].state != QuestionState::answered || named.count(rubric.full_id(q)) > 0)
        continue;
      Proposal better = one.proposal;
      AnswerValue& value = answer_to(better, rubric.full_id(q)).value;
      const auto more = better_value(rubric, q, value, one.random);
      if (!more) continue;
      value = *more;
      ++raised;
      SCOPED_TRACE(fmt::format("{}raised {}:\n{}", one.text(), rubric.full_id(q), text_of(better)));
      expect_none_lower(before, assessed(one.scorer, better));
    }
  }
  EXPECT_GT(raised, cases(1000U));
}

/// Amounts of one dimension over all questions.
struct Sum {
  double amount = 0;
  double doubt = 1e-9;  ///< how far rounding may have taken it
};

void add(const PerDimension& amounts, const std::string& dimension, Sum& sum) {
  for (const auto& [id, amount] : amounts) {
    if (id != dimension) continue;
    sum.amount += amount;
    sum.doubt += 0.005;
  }
}

/// Means of means, and nothing else.
bool is_plain(const RubricDraft& draft) {
  bool plain = true;
  for (const Dimension& dimension : draft.dimensions)
    plain = plain && dimension.combination.how == Joining::mean;
  for (const Section& section : draft.sections)
    for (const Criterion& criterion : section.criteria)
      plain = plain && criterion.groups.empty() && criterion.combination.how == Joining::mean;
  return plain;
}

TEST(Points, AddUpToTheScoreBeforeCapsAndWithWhatWasLostTo100) {
  for (std::uint64_t seed = 0; seed < cases(1500) && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const Assessment assessment = assessed(one.scorer, one.proposal);
    for (const DimensionScore& dimension : assessment.dimensions) {
      Sum points;
      Sum all;
      for (const QuestionResult& question : assessment.questions) {
        add(question.points, dimension.id, points);
        add(question.points, dimension.id, all);
        add(question.lost, dimension.id, all);
      }
      // What a sum or deductions begin with is nobody's points, and no answer may reach a high limit.
      EXPECT_LE(points.amount, dimension.uncapped.value_or(0) + points.doubt + 0.005) << dimension.id;
      EXPECT_LE(all.amount, 100 + all.doubt) << dimension.id;
      if (!is_plain(one.source.draft)) continue;
      EXPECT_NEAR(points.amount, dimension.uncapped.value_or(0), points.doubt + 0.005) << dimension.id;
      EXPECT_NEAR(all.amount, dimension.uncapped ? 100 : 0, all.doubt) << dimension.id;
    }
  }
}

}  // namespace
}  // namespace ibtikar::test
