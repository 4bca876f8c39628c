// See csv_table.h.
#include "support/csv_table.h"

#include <algorithm>
#include <stdexcept>

namespace ibtikar::test {
namespace {

/// The cell at `at`, which moves behind it.
std::string quoted_cell(std::string_view text, std::size_t& at) {
  std::string cell;
  for (++at;; ++at) {
    if (at >= text.size()) throw std::logic_error("a quoted cell has no end");
    if (text[at] != '"') {
      cell += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == '"') {
      cell += text[++at];
    } else {
      ++at;
      return cell;
    }
  }
}

std::string bare_cell(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find_first_of(",\r\n\"", at), text.size());
  std::string cell(text.substr(at, end - at));
  at = end;
  return cell;
}

}  // namespace

CsvRows csv_rows(std::string_view text) {
  CsvRows rows;
  for (std::size_t at = 0; at < text.size();) {
    std::vector<std::string> row;
    for (;; ++at) {
      const bool is_quoted = at < text.size() && text[at] == '"';
      row.push_back(is_quoted ? quoted_cell(text, at) : bare_cell(text, at));
      if (at >= text.size() || text[at] != ',') break;
    }
    if (text.substr(at, 2) != "\r\n")
      throw std::logic_error("expected a comma or CRLF at byte " + std::to_string(at));
    at += 2;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<std::string> formula_in(const std::string& cell) {
  const auto is_start = [&](std::size_t i) {
    return i == 0 || std::string_view(",;|\"\t").find(cell[i - 1]) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (!is_start(i)) continue;
    const std::size_t first = cell.find_first_not_of(' ', i);
    if (first != std::string::npos && std::string_view("=+-@").find(cell[first]) != std::string_view::npos)
      return cell.substr(i, 20);
  }
  return std::nullopt;
}

}  // namespace ibtikar::test
