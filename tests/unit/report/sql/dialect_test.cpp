// How scripts write names, texts and numbers. That whole scripts score as the program does is shown by
// tests/rubric_sql_test.py, in the engines.
#include "report/sql/dialect.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "ibtikar/rubric_sql.h"
#include "support/garden_rubric.h"
#include "support/hostile.h"

namespace ibtikar {
namespace {

using test::garden_rubric;

/// What an engine with correctly rounded division makes of "(a.0/b.0/c.0)" or "(a.0*b.0)": from the
/// left, each number as a double.
double value_of(std::string text) {
  if (text.front() == '(') text = text.substr(1, text.size() - 2);
  std::size_t end = 0;
  double value = std::stod(text, &end);
  while (end < text.size()) {
    const char sign = text[end];
    text = text.substr(end + 1);
    const double next = std::stod(text, &end);
    EXPECT_LT(next, 9.1e15) << text;
    value = sign == '/' ? value / next : value * next;
  }
  return value;
}

/// Whether every mark of this kind inside the outer two is doubled.
bool is_closed_once(const std::string& text, char mark) {
  if (text.size() < 2 || text.front() != mark || text.back() != mark) return false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (text[i] == mark && (++i + 1 >= text.size() || text[i] != mark)) return false;
  return true;
}

TEST(SqlDialect, NumbersOfSqliteAreExactToTheLastBit) {
  const Dialect sql = dialect_of(SqlEngine::sqlite);
  EXPECT_EQ(sql.number(3), "3.0");
  EXPECT_EQ(sql.number(0.25), "(25.0/100.0)");
  EXPECT_EQ(sql.number(-0.5), "(-5.0/10.0)");
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    double value = std::bit_cast<double>(random());
    if (i % 2 == 0) value = static_cast<double>(random() % 1'000'000) / 1e4;
    // A number that is not normal loses bits on the way; no rubric's weight is so small.
    if (!std::isnormal(value)) continue;
    ASSERT_EQ(value_of(sql.number(value)), value) << sql.number(value);
  }
}

TEST(SqlDialect, NumbersOfOthersAreDoublesAndNotDecimals) {
  EXPECT_EQ(dialect_of(SqlEngine::duckdb).number(0.25), "0.25e0");
  EXPECT_EQ(dialect_of(SqlEngine::duckdb).number(1e30), "1e+30");
  EXPECT_EQ(dialect_of(SqlEngine::postgresql).number(0.25), "float8 '0.25'");
}

TEST(SqlDialect, NoTextEndsItself) {
  for (const std::string& text : test::hostile_texts()) {
    EXPECT_TRUE(is_closed_once(sql_string(text), '\'')) << text;
    EXPECT_TRUE(text.find('.') != std::string::npos || is_closed_once(sql_name(text), '"')) << text;
    const std::string comment = sql_comment(text);
    EXPECT_TRUE(comment.starts_with("-- "));
    EXPECT_EQ(comment.find_first_of("\r\n"), comment.size() - 1) << text;
  }
  EXPECT_EQ(sql_string("it's"), "'it''s'");
  EXPECT_EQ(sql_name("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(sql_name("grants.my table"), "\"grants\".\"my table\"");
  EXPECT_EQ(sql_comment("a\r\nDROP TABLE b;").find('\n'), sql_comment("a\r\nDROP TABLE b;").size() - 1);
}

TEST(SqlDialect, ManyValuesAreSeveralFunctionsOfFew) {
  const Dialect sql = dialect_of(SqlEngine::sqlite);
  EXPECT_EQ(sql.smallest({"a"}), "a");  // min(a) alone would be an aggregate
  EXPECT_EQ(sql.largest({"a", "b"}), "max(a, b)");
  const std::string many = sql.smallest(std::vector<SqlText>(250, "a"));
  EXPECT_TRUE(many.starts_with("min(min(a, "));
  std::size_t open = 0;
  for (const char c : many) open += c == '(' ? 1U : 0U;
  EXPECT_EQ(open, 4U);
}

TEST(RubricAsSql, TheSameInputGivesTheSameBytes) {
  const Checked<std::string> first = rubric_as_sql(garden_rubric(), {});
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, *rubric_as_sql(garden_rubric(), {}));
  EXPECT_NE(first->find("CREATE VIEW \"assessments\" AS"), std::string::npos);
}

TEST(RubricAsSql, NamesThatAreNoneAreRefused) {
  for (const std::string name : {"", ".", "a.", ".a", "a..b", "a\nb"}) {
    SqlOptions options;
    options.view = name;
    const Checked<std::string> script = rubric_as_sql(garden_rubric(), options);
    ASSERT_FALSE(script) << name;
    EXPECT_EQ(script.error().front().code, "bad-name");
    EXPECT_EQ(script.error().front().pointer, "");
  }
}

}  // namespace
}  // namespace ibtikar
