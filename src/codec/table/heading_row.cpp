// See heading_row.h.
#include "codec/table/heading_row.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "base/search_key.h"
#include "base/typed_text.h"
#include "codec/table/csv.h"

namespace ibtikar {
namespace {

/// The place after a piece of text that begins at `from`.
Position moved_on(Position from, std::string_view piece) {
  for (const char c : piece)
    if (c == '\n')
      from = {from.line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)  // counting goes on where bytes are not UTF-8
      ++from.column;
  return from;
}

using NameIndex = std::vector<std::pair<std::string, std::size_t>>;

/// What has this name, or begins with it. Names with a common beginning are neighbors in sorted
/// order, so both kinds of match are one range.
std::vector<std::size_t> range_of(const NameIndex& index, const std::string& name, bool is_beginning) {
  std::vector<std::size_t> meant;
  for (auto at = std::ranges::lower_bound(index, name, {}, &NameIndex::value_type::first); at != index.end();
       ++at) {
    if (is_beginning ? !at->first.starts_with(name) : at->first != name) break;
    meant.push_back(at->second);
  }
  std::ranges::sort(meant);
  return meant;
}

}  // namespace

std::vector<Heading> headings_of(std::string_view header, char delimiter, const HeaderShape& shape,
                                 std::size_t first_line) {
  std::vector<Heading> headings;
  CsvSplitter splitter(delimiter);
  const std::size_t behind = splitter.split(header, 0);
  // Each place is counted from the one before: a header may have as many cells as bytes, and
  // counting from the beginning would make that quadratic.
  Position position{first_line, 1};
  std::size_t counted = 0;
  for (const CsvCell& cell : splitter.cells()) {
    position = moved_on(position, header.substr(counted, cell.at - counted));
    counted = cell.at;
    // Without a header this is the first record. Its cells give the number of columns, not names.
    const std::string_view text = shape.rows == 0 ? std::string_view() : cell.text;
    headings.push_back({std::string(text), folded(without_outer_blanks(text)), position});
  }
  if (shape.rows < 2) return headings;
  static_cast<void>(splitter.split(header, behind));
  std::string above;
  for (std::size_t c = 0; c < headings.size(); ++c) {
    // Spreadsheets export a heading over merged cells into the first of them.
    if (!headings[c].folded.empty()) above = headings[c].folded;
    headings[c].above = above;
    if (c < splitter.cells().size()) headings[c].below = folded(splitter.cells()[c].text);
  }
  return headings;
}

HeadingIndex::HeadingIndex(const std::vector<Heading>& headings) : headings_(headings) {
  for (std::size_t c = 0; c < headings.size(); ++c) {
    by_name_.emplace_back(headings[c].folded, c);
    by_key_.emplace_back(search_key(headings[c].folded), c);
    if (!headings[c].above.empty()) by_above_.emplace_back(headings[c].above, c);
  }
  // Sorted once: a mapping may name as many columns as a table has, and comparing each with each
  // would be quadratic.
  for (NameIndex* index : {&by_name_, &by_key_, &by_above_}) std::ranges::sort(*index);
}

std::vector<std::size_t> HeadingIndex::named(const ColumnName& column, bool by_key) const {
  const std::string name = by_key ? search_key(column.name) : column.name;
  // A name of marks alone has an empty key, which every other such name would match.
  if (by_key && name.empty()) return {};
  if (column.below.empty()) return range_of(by_key ? by_key_ : by_name_, name, column.is_beginning);
  std::vector<std::size_t> meant;
  if (column.name.empty())
    for (std::size_t c = 0; c < headings_.size(); ++c) meant.push_back(c);
  else
    meant = range_of(by_above_, column.name, column.is_beginning);
  const std::string below = by_key ? search_key(column.below) : column.below;
  std::erase_if(meant, [&](std::size_t c) {
    return (by_key ? search_key(headings_[c].below) : headings_[c].below) != below;
  });
  return meant;
}

std::vector<std::size_t> HeadingIndex::meant_by(const ColumnName& column) const {
  if (column.position > 0)
    return column.position <= headings_.size() ? std::vector{column.position - 1}
                                               : std::vector<std::size_t>();
  std::vector<std::size_t> meant = named(column, false);
  // Two headings may differ only in what the key leaves out. So the exact name is tried first.
  if (meant.empty()) meant = named(column, true);
  if (column.occurrence == 0) return meant;
  if (column.occurrence > meant.size()) return {};
  return {meant[column.occurrence - 1]};
}

std::string shown_name_of(const ColumnName& column) {
  if (column.position > 0) return fmt::format("{}", column.position);
  std::string shown = ibtikar::quoted(column.name + (column.is_beginning ? "*" : ""));
  if (!column.below.empty()) shown += " / " + ibtikar::quoted(column.below);
  if (column.occurrence > 0) shown += fmt::format(" ({})", column.occurrence);
  return shown;
}

}  // namespace ibtikar
