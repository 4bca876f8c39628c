// The headings of a table, and which of them the columns of a mapping mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// A column's heading.
struct Heading {
  std::string text;
  std::string folded;
  Position position;
  /// With a header of two rows: the text of the second, and the heading that extends over it
  /// because the cells between are empty, both folded.
  std::string below = {};
  std::string above = {};
};

/// The headings of a header, one for each column. All are empty if the table has none.
[[nodiscard]] std::vector<Heading> headings_of(std::string_view header, char delimiter,
                                               const HeaderShape& shape, std::size_t first_line);

/// Finds headings by name in less time than looking at each.
class HeadingIndex {
 public:
  /// `headings` must outlive this.
  explicit HeadingIndex(const std::vector<Heading>& headings);

  /// The columns that a mapping's column means, in the order of the table. Names are compared as
  /// they are folded; if none is the same, without what Arabic writers exchange.
  [[nodiscard]] std::vector<std::size_t> meant_by(const ColumnName& column) const;

 private:
  [[nodiscard]] std::vector<std::size_t> named(const ColumnName& column, bool by_key) const;

  const std::vector<Heading>& headings_;
  std::vector<std::pair<std::string, std::size_t>> by_name_;  ///< sorted
  std::vector<std::pair<std::string, std::size_t>> by_key_;
  std::vector<std::pair<std::string, std::size_t>> by_above_;  ///< by the heading that extends over it
};

/// How a message shows which column a mapping means.
[[nodiscard]] std::string shown_name_of(const ColumnName& column);

}  // namespace ibtikar
