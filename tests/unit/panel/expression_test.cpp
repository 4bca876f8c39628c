// Expressions to rank by: what they are worth, and what is said of those that are wrong.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "ibtikar/ranking.h"
#include "support/builtin_rubric.h"

namespace ibtikar::test {
namespace {

const Rubric& rubric_of_all() {
  static const Rubric rubric = builtin_rubric();
  return rubric;
}

// sustainability, user-involvement, feasibility, overall
constexpr std::array<double, 4> kScores = {40, 50, 80, 60};

std::optional<double> value_of(std::string_view text) {
  const Result<RankExpression> by = RankExpression::parse(text, rubric_of_all());
  return by ? std::optional(by->value(kScores)) : std::nullopt;
}

struct Calculation {
  const char* text;
  double value;
};
void PrintTo(const Calculation& one, std::ostream* out) { *out << one.text; }

class Expressions : public testing::TestWithParam<Calculation> {};

TEST_P(Expressions, AreCalculated) { EXPECT_EQ(value_of(GetParam().text), GetParam().value); }

INSTANTIATE_TEST_SUITE_P(
    All, Expressions,
    testing::Values(Calculation{"overall", 60}, Calculation{" feasibility\t", 80},
                    Calculation{"user-involvement", 50}, Calculation{"overall-feasibility", -20},
                    Calculation{"user-involvement-sustainability", 10},
                    Calculation{"0.5*sustainability+0.5*feasibility", 60},
                    Calculation{"1 + 2 * 3 - 4 / 2", 5}, Calculation{"(1+2)*3", 9}, Calculation{"10-2-3", 5},
                    Calculation{"-overall + --1", -59}, Calculation{"2*-3", -6},
                    Calculation{"100-overall", 40}, Calculation{"min(sustainability, feasibility, 30)", 30},
                    Calculation{"max(overall)", 60}, Calculation{"max(1, min(7, 3)) / 2", 1.5}));

struct Fault {
  const char* text;
  std::size_t column;
  const char* says;
};
void PrintTo(const Fault& one, std::ostream* out) { *out << one.text; }

class WrongExpressions : public testing::TestWithParam<Fault> {};

TEST_P(WrongExpressions, SayWhereAndWhy) {
  const Result<RankExpression> by = RankExpression::parse(GetParam().text, rubric_of_all());
  ASSERT_FALSE(by);
  EXPECT_EQ(by.error().position.column, GetParam().column);
  EXPECT_NE(by.error().message.english().find(GetParam().says), std::string::npos)
      << by.error().message.english();
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongExpressions,
    testing::Values(Fault{"", 1, "ends too early"}, Fault{"overall +", 10, "ends too early"},
                    Fault{"overal", 1, "no dimension of this rubric; there are overall, "},
                    Fault{"1 + x*2", 5, "\"x\" is no dimension"}, Fault{"(overall", 9, "`)` is missing"},
                    Fault{"overall)", 8, "unexpected \")\""}, Fault{"min overall", 5, "`(` is missing"},
                    Fault{"1.2.3", 1, "is not a number"}, Fault{"2overall", 1, "is not a number"},
                    Fault{"overall 2", 9, "unexpected \"2\""}, Fault{"\xD9\xA3", 1, "unexpected"},
                    Fault{"\x1B[31m", 1, "<U+001B>"}));

TEST(Expression, OfManyParenthesesIsRefused) {
  EXPECT_EQ(value_of(std::string(50, '(') + "1" + std::string(50, ')')), 1);
  EXPECT_EQ(value_of(std::string(51, '(') + "1" + std::string(51, ')')), std::nullopt);
  EXPECT_EQ(value_of(std::string(2000, '-') + "1"), std::nullopt);
  std::string nested = "1";
  for (int i = 0; i < 50; ++i) nested = "1+2*(" + nested + ")";
  EXPECT_TRUE(value_of(nested));
}

TEST(Expression, HasNoValueWhereAScoreIsMissingOrADivisorIsNothing) {
  const auto by = RankExpression::parse("min(overall, feasibility)", rubric_of_all());
  const std::array<double, 4> some = {1, 2, std::numeric_limits<double>::quiet_NaN(), 4};
  EXPECT_TRUE(std::isnan(by->value(some)));
  EXPECT_TRUE(std::isnan(value_of("1/(overall-60)").value()));
}

TEST(Expression, ItsRangeHoldsEveryValue) {
  const Rubric& rubric = rubric_of_all();
  using Range = RankExpression::Range;
  const std::array<Range, 4> ranges = {Range{10, 30}, Range{20, 20}, Range{0, 100}, Range{40, 50}};
  const auto range = [&](std::string_view text) {
    return RankExpression::parse(text, rubric)->range(ranges);
  };
  EXPECT_EQ(range("sustainability - overall")->low, -40);
  EXPECT_EQ(range("sustainability - overall")->high, -10);
  EXPECT_EQ(range("-2*sustainability")->low, -60);
  EXPECT_EQ(range("overall / sustainability")->high, 5);
  EXPECT_EQ(range("max(sustainability, user-involvement)")->low, 20);
  EXPECT_FALSE(range("overall / feasibility"));
}

TEST(Expression, KnowsWhenItIsTheOverall) {
  const Rubric& rubric = rubric_of_all();
  EXPECT_TRUE(RankExpression::parse(" overall ", rubric)->is_overall());
  EXPECT_EQ(RankExpression::parse(" overall ", rubric)->text(), "overall");
  EXPECT_FALSE(RankExpression::parse("1*overall", rubric)->is_overall());
}

}  // namespace
}  // namespace ibtikar::test
