// What a portfolio's database is made of: portfolio_tables.sql and portfolio_indexes.sql.
#pragma once

#include <string_view>

namespace ibtikar::io {

/// SQL, statements with semicolons between; both for an empty database, the indexes after the rows.
[[nodiscard]] std::string_view portfolio_tables();
[[nodiscard]] std::string_view portfolio_indexes();

/// Tables of a rubric that has what they hold, and of no other.
[[nodiscard]] std::string_view portfolio_requirements();
[[nodiscard]] std::string_view portfolio_scales();
[[nodiscard]] std::string_view portfolio_directions();

}  // namespace ibtikar::io
