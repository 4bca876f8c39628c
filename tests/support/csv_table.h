// Reading a CSV back as RFC 4180 has it, by code that shares nothing with what wrote it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::test {

using CsvRows = std::vector<std::vector<std::string>>;

/// Throws std::logic_error, with what is wrong, when the text is not RFC 4180: CRLF behind every line,
/// quotation marks only around and doubled inside a cell.
[[nodiscard]] CsvRows csv_rows(std::string_view text);

/// What may begin a formula where a reader splits at another separator: the rule M9.
[[nodiscard]] std::optional<std::string> formula_in(const std::string& cell);

}  // namespace ibtikar::test
