// What must not change an assessment: the order of answers, answers that do
// not count, the unit of weights, the locale (docs/scoring.md, "Invariants").
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <functional>

#include <fmt/format.h>

#include "support/assessed.h"
#include "support/comma_locale.h"
#include "support/plain_facts.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

TEST(Assessment, DoesNotDependOnTheOrderOfAnswers) {
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const Assessment before = assessed(one.scorer, one.proposal);
    one.random.shuffle(one.proposal.answers);
    const Assessment after = assessed(one.scorer, one.proposal);
    EXPECT_EQ(facts_of(after), facts_of(before));
    EXPECT_TRUE(after == before) << "in words, warnings or their order";
  }
}

/// Drops the answers of all questions in this state; says how many there were.
std::size_t drop(QuestionState state, const Assessment& assessment, Proposal& proposal) {
  std::size_t dropped = 0;
  for (const QuestionResult& question : assessment.questions)
    if (question.state == state)
      dropped +=
          std::erase_if(proposal.answers, [&](const auto& answer) { return answer.first == question.id; });
  return dropped;
}

TEST(Assessment, TakesANullAnswerForNone) {
  std::size_t dropped = 0;
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    SCOPED_TRACE(one.text());
    const Assessment before = assessed(one.scorer, one.proposal);
    dropped += drop(QuestionState::unanswered, before, one.proposal);
    EXPECT_EQ(facts_of(assessed(one.scorer, one.proposal)), facts_of(before));
  }
  EXPECT_GT(dropped, cases(200U));
}

/// All but the advice: a better answer elsewhere may show the question again, with its answer.
TEST(Assessment, IgnoresAnswersToHiddenQuestions) {
  std::size_t dropped = 0;
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    SCOPED_TRACE(one.text());
    Assessment before = assessed(one.scorer, one.proposal);
    dropped += drop(QuestionState::hidden, before, one.proposal);
    Assessment after = assessed(one.scorer, one.proposal);
    before.advice.clear();
    after.advice.clear();
    EXPECT_EQ(facts_of(after), facts_of(before));
  }
  EXPECT_GT(dropped, cases(200U));
}

/// The weights that must be scaled together, in a draft of our own.
using WeightsOf = std::function<std::vector<double*>(RubricDraft&, Random&)>;

std::vector<double*> overall_weights(RubricDraft& draft, Random&) {
  std::vector<double*> weights;
  for (Dimension& dimension : draft.dimensions) weights.push_back(&dimension.weight);
  return weights;
}

/// Points are in the unit of the weights.
void add_points(Combination& how, std::vector<double*>& weights) {
  if (how.limit) weights.push_back(&*how.limit);
  if (how.start) weights.push_back(&*how.start);
}

std::vector<double*> contributions_to_one(RubricDraft& draft, Random& random) {
  const std::string dimension = random.pick(draft.dimensions).id;
  std::vector<double*> weights;
  for (Section& section : draft.sections)
    for (Criterion& criterion : section.criteria)
      for (Contribution& contribution : criterion.contributes)
        if (contribution.dimension == dimension) weights.push_back(&contribution.weight);
  for (Dimension& one : draft.dimensions)
    if (one.id == dimension) add_points(one.combination, weights);
  return weights;
}

std::vector<double*> questions_of_one(RubricDraft& draft, Random& random) {
  Section& section = draft.sections[random.below(draft.sections.size())];
  std::vector<double*> weights;
  Criterion& criterion = section.criteria[random.below(section.criteria.size())];
  for (Question& question : criterion.questions) weights.push_back(&question.weight);
  for (QuestionGroup& group : criterion.groups) {
    weights.push_back(&group.weight);
    add_points(group.combination, weights);
  }
  add_points(criterion.combination, weights);
  return weights;
}

/// Whether all weights stay between the least and the greatest allowed.
bool scale(const std::vector<double*>& weights, double factor) {
  for (const double* weight : weights)
    if (*weight != 0 && (*weight * factor < 1e-6 || *weight * factor > 1e6)) return false;
  for (double* weight : weights) *weight *= factor;
  return true;
}

void expect_nearly(const Assessment& got, const Assessment& expected) {
  constexpr double kRounding = 0.01 + 1e-9;
  const std::vector<NamedMeasure> left = measures_of(got);
  const std::vector<NamedMeasure> right = measures_of(expected);
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    ASSERT_EQ(left[i].measure.score.has_value(), right[i].measure.score.has_value()) << left[i].id;
    EXPECT_NEAR(left[i].measure.score.value_or(0), right[i].measure.score.value_or(0), kRounding)
        << left[i].id;
    EXPECT_NEAR(left[i].measure.low, right[i].measure.low, kRounding) << left[i].id;
    EXPECT_NEAR(left[i].measure.high, right[i].measure.high, kRounding) << left[i].id;
    EXPECT_NEAR(left[i].measure.completeness, right[i].measure.completeness, kRounding) << left[i].id;
  }
}

struct Scaling {
  const char* name;
  WeightsOf weights;
  friend void PrintTo(const Scaling& scaling, std::ostream* out) { *out << scaling.name; }
};

class ScalingTest : public testing::TestWithParam<Scaling> {};

TEST_P(ScalingTest, ChangesNothing) {
  int scaled = 0;
  for (std::uint64_t seed = 0; seed < cases(1000) && !testing::Test::HasFailure(); ++seed) {
    RandomCase one(seed);
    RubricDraft draft = one.source.draft;
    const double factor = one.random.pick<double>({0.5, 4, 0.3, 7.1, 1000});
    if (!scale(GetParam().weights(draft, one.random), factor)) continue;
    ++scaled;
    SCOPED_TRACE(fmt::format("{}times {}", one.text(), factor));
    const Assessment expected = assessed(one.scorer, one.proposal);
    const Assessment got = assessed(Scorer(checked(draft)), one.proposal);
    // A power of two changes no digit of any sum; other factors may move the last one.
    if (factor == 0.5 || factor == 4) {
      EXPECT_EQ(facts_of(got), facts_of(expected));
    } else {
      expect_nearly(got, expected);
    }
  }
  EXPECT_GT(scaled, cases(300));
}

INSTANTIATE_TEST_SUITE_P(Weights, ScalingTest,
                         testing::Values(Scaling{"OfAllDimensions", overall_weights},
                                         Scaling{"OfAllContributionsToOneDimension", contributions_to_one},
                                         Scaling{"OfAllQuestionsOfOneCriterion", questions_of_one}),
                         [](const auto& each) { return std::string(each.param.name); });

/// Everything from the draft on, so that nothing was made under another locale.
Assessment assessed_anew(std::uint64_t seed) {
  const RandomCase one(seed);
  return assessed(one.scorer, one.proposal);
}

TEST(Assessment, IsTheSameUnderALocaleWithDecimalCommas) {
  constexpr std::uint64_t kCases = 200;
  std::vector<Assessment> expected;
  for (std::uint64_t seed = 0; seed < kCases; ++seed) expected.push_back(assessed_anew(seed));
  const CommaLocale comma;
  std::array<char, 8> from_c{};
  std::snprintf(from_c.data(), from_c.size(), "%.1f", 1.5);
  ASSERT_EQ(std::string(from_c.data()), "1,5") << "the locale is not in force";
  ASSERT_EQ(fmt::format(std::locale(), "{:L}", 1.5), "1,5") << "the locale is not in force";
  for (std::uint64_t seed = 0; seed < kCases; ++seed)
    EXPECT_TRUE(assessed_anew(seed) == expected[seed]) << seed;
}

}  // namespace
}  // namespace ibtikar::test
