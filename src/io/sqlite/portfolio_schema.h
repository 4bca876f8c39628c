// What a portfolio's database is made of: portfolio_tables.sql and portfolio_indexes.sql.
#pragma once

#include <string_view>

namespace ibtikar::io {

/// SQL, statements with semicolons between; both for an empty database, the indexes after the rows.
[[nodiscard]] std::string_view portfolio_tables();
[[nodiscard]] std::string_view portfolio_indexes();

}  // namespace ibtikar::io
