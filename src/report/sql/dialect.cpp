// See dialect.h.
#include "report/sql/dialect.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"

namespace ibtikar {
namespace {

/// Below this, every whole number is a double.
constexpr double kWholeDoubles = 9007199254740992.0;  // 2^53
constexpr std::string_view kWholeDoublesText = "9007199254740992.0";
/// Functions of SQLite take at most 127 values.
constexpr std::size_t kMostValues = 100;
/// The numbers of JSON, but for a length at which they would leave the range of doubles: engines end
/// the whole query then.
constexpr std::string_view kNumberPattern = "^-?[0-9]{1,150}(\\.[0-9]{1,150})?([eE][-+]?[0-9]{1,2})?$";

/// "25.0/100.0" for 0.25: both are exact, and division is correctly rounded, so the quotient is the
/// double that is nearest to the decimal. Nothing if one of them is not exact.
std::optional<SqlText> as_decimal_fraction(const std::string& decimal) {
  const auto dot = decimal.find('.');
  if (dot == std::string::npos || decimal.find('e') != std::string::npos) return std::nullopt;
  const std::string digits = decimal.substr(0, dot) + decimal.substr(dot + 1);
  const std::size_t places = decimal.size() - dot - 1;
  const std::optional<double> whole = parse_decimal(digits);
  // 10^15 is a double, and so are 15 digits.
  if (!whole || digits.size() > 15 || places > 15) return std::nullopt;
  return fmt::format("({:.0f}.0/1{}.0)", *whole, std::string(places, '0'));
}

/// A double as a whole number of 53 bits, divided or multiplied by powers of 2: each step is exact.
SqlText as_binary_fraction(double value) {
  int exponent = 0;
  const double whole = std::ldexp(std::frexp(value, &exponent), 53);
  SqlText text = fmt::format("({:.0f}.0", whole);
  for (exponent -= 53; exponent <= -53; exponent += 53) text += fmt::format("/{}", kWholeDoublesText);
  for (; exponent >= 53; exponent -= 53) text += fmt::format("*{}", kWholeDoublesText);
  if (exponent != 0)
    text += fmt::format("{}{:.0f}.0", exponent < 0 ? '/' : '*', std::ldexp(1, std::abs(exponent)));
  return text + ")";
}

/// SQLite reads 0.1 to the last bit on most machines only, so it gets whole numbers alone.
SqlText sqlite_number(double value) {
  if (value == std::floor(value) && std::abs(value) < kWholeDoubles) return fmt::format("{:.0f}.0", value);
  const std::optional<SqlText> decimal = as_decimal_fraction(shortest(value));
  return decimal ? *decimal : as_binary_fraction(value);
}

/// One function of many values, as several of few.
SqlText of_many(std::string_view function, const std::vector<SqlText>& values) {
  if (values.size() == 1) return values.front();
  if (values.size() <= kMostValues) return fmt::format("{}({})", function, fmt::join(values, ", "));
  std::vector<SqlText> parts;
  for (std::size_t first = 0; first < values.size(); first += kMostValues) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        values.begin() + static_cast<std::ptrdiff_t>(std::min(first + kMostValues, values.size()));
    parts.push_back(of_many(function, std::vector<SqlText>(begin, end)));
  }
  return of_many(function, parts);
}

SqlText doubled(std::string_view text, char mark) {
  SqlText out(1, mark);
  for (const char c : text) out += c == mark ? SqlText(2, mark) : SqlText(1, c);
  return out + mark;
}

}  // namespace

Dialect dialect_of(SqlEngine engine) {
  // min() and max() of SQLite are functions of several values, too.
  if (engine == SqlEngine::sqlite) return {engine, "min", "max", "instr"};
  return {engine, "least", "greatest", "strpos"};
}

SqlText Dialect::number(double value) const {
  if (engine == SqlEngine::sqlite) return sqlite_number(value);
  if (engine == SqlEngine::postgresql) return fmt::format("float8 '{}'", shortest(value));
  const std::string text = shortest(value);
  return text.find('e') == std::string::npos ? text + "e0" : text;  // without an exponent: a DECIMAL
}

SqlText Dialect::as_number(const SqlText& column) const {
  switch (engine) {
    case SqlEngine::sqlite:
      // A text is read by the grammar of JSON: a cast would take "4 or 5" for 4.
      return fmt::format(
          "CASE WHEN typeof({0}) IN ('integer', 'real') THEN CAST({0} AS REAL) WHEN json_valid({0}) THEN "
          "CASE WHEN json_type({0}) IN ('integer', 'real') THEN CAST(json_extract({0}, '$') AS REAL) END END",
          column);
    case SqlEngine::postgresql:
      return fmt::format("CASE WHEN {0} ~ '{1}' THEN CAST({0} AS float8) END", column, kNumberPattern);
    case SqlEngine::duckdb:
      return fmt::format("CASE WHEN regexp_matches({0}, '{1}') THEN TRY_CAST({0} AS DOUBLE) END", column,
                         kNumberPattern);
  }
  return column;
}

SqlText Dialect::as_text(const SqlText& column) const {
  // SQLite would lose digits of a number; its columns take any type.
  return engine == SqlEngine::sqlite ? column : fmt::format("CAST({} AS text)", column);
}

SqlText Dialect::is_whole(const SqlText& value) const {
  if (engine != SqlEngine::sqlite) return fmt::format("{0} = floor({0})", value);
  return fmt::format("(abs({0}) >= {1} OR CAST({0} AS INTEGER) = {0})", value, number(kWholeDoubles / 2));
}

SqlText Dialect::smallest(const std::vector<SqlText>& values) const { return of_many(least, values); }
SqlText Dialect::largest(const std::vector<SqlText>& values) const { return of_many(greatest, values); }

SqlText sql_name(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return doubled(name, '"');
  return doubled(name.substr(0, dot), '"') + "." + sql_name(name.substr(dot + 1));
}

SqlText sql_string(std::string_view text) { return doubled(text, '\''); }

SqlText sql_comment(std::string_view text) { return "-- " + visible(text) + "\n"; }

SqlText sql_sum(const Dialect& sql, const std::vector<SqlText>& terms) {
  return terms.empty() ? sql.number(0) : fmt::format("{}", fmt::join(terms, " + "));
}

SqlText sql_if(const SqlText& condition, const SqlText& yes, const SqlText& no) {
  return fmt::format("CASE WHEN {} THEN {} ELSE {} END", condition, yes, no);
}

SqlText sql_and(const std::vector<SqlText>& conditions) {
  return fmt::format("{}", fmt::join(conditions, " AND "));
}
SqlText sql_or(const std::vector<SqlText>& conditions) {
  return conditions.size() == 1 ? conditions.front() : fmt::format("({})", fmt::join(conditions, " OR "));
}

}  // namespace ibtikar
