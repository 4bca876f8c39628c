// What differs between engines, and how names, texts and numbers are written so that nothing in a
// rubric can end them early.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/rubric_sql.h"

namespace ibtikar {

/// A piece of SQL that gives a value.
using SqlText = std::string;

struct Dialect {
  SqlEngine engine = SqlEngine::sqlite;
  std::string_view least;     ///< the function of several values
  std::string_view greatest;  ///< likewise
  std::string_view position;  ///< of a text in another, from 1; 0: nowhere

  /// The double, exactly. An engine that reads decimals into another type, or not to the last bit,
  /// gets an expression of whole numbers.
  [[nodiscard]] SqlText number(double value) const;
  /// A column as a double; null if it is no number.
  [[nodiscard]] SqlText as_number(const SqlText& column) const;
  /// A column of any type as it may be compared with texts.
  [[nodiscard]] SqlText as_text(const SqlText& column) const;
  /// Whether a double is whole.
  [[nodiscard]] SqlText is_whole(const SqlText& value) const;
  /// Of doubles or of whole numbers. Requires: at least one.
  [[nodiscard]] SqlText smallest(const std::vector<SqlText>& values) const;
  [[nodiscard]] SqlText largest(const std::vector<SqlText>& values) const;
};

[[nodiscard]] Dialect dialect_of(SqlEngine engine);

/// A name between double quotation marks; "a.b" becomes two names with a dot between.
[[nodiscard]] SqlText sql_name(std::string_view name);
/// A text between quotation marks.
[[nodiscard]] SqlText sql_string(std::string_view text);
/// A line that engines skip, whatever `text` holds.
[[nodiscard]] SqlText sql_comment(std::string_view text);

/// "a + b + c" in this order; the double 0 for none. Floating-point sums depend on their order, so
/// no engine's own sum() is used.
[[nodiscard]] SqlText sql_sum(const Dialect& sql, const std::vector<SqlText>& terms);
/// "CASE WHEN condition THEN yes ELSE no END"
[[nodiscard]] SqlText sql_if(const SqlText& condition, const SqlText& yes, const SqlText& no);
/// "a AND b", "a OR b". Requires: at least one.
[[nodiscard]] SqlText sql_and(const std::vector<SqlText>& conditions);
[[nodiscard]] SqlText sql_or(const std::vector<SqlText>& conditions);

}  // namespace ibtikar
