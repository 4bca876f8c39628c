// ShortRowText: writes rows from whole hundredths. The same bytes as RowText, by a shorter way.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/rows/row_text.h"
#include "score/short_row.h"

namespace ibtikar {

class ShortRowText {
 public:
  /// As of RowText. Requires: no score of the rubric has a scale of its own.
  ShortRowText(const Rubric& rubric, RowFormat format, const std::vector<std::string>& columns);

  /// Adds one line, ended.
  void append(std::string& out, std::string_view id, std::string_view title, const ShortRow& row) const;

 private:
  struct Column {
    enum class Kind { id, title, verdict, settled, number, gates, error };
    Kind kind = Kind::id;
    std::size_t number = 0;       ///< in ShortRow::numbers
    std::string before;           ///< what stands before the value: a name, a comma
    std::size_t before_size = 0;  ///< without what `before` is filled up with
  };
  /// A number as it is written, copied as a whole.
  struct Number {
    std::array<char, 7> text{};
    std::uint8_t size = 0;
  };
  [[nodiscard]] static Number number_of(std::string_view text);
  [[nodiscard]] bool is_plain(std::string_view text) const;
  [[nodiscard]] std::string written(std::string_view text) const;
  [[nodiscard]] static Column::Kind kind_of(RowColumn::What what);
  char* put_gates(char* at, const ShortRow& row) const;

  RowFormat format_;
  std::vector<Column> columns_;
  std::vector<std::string> bands_;  ///< as they are written; the last is that of too little information
  std::vector<std::string> gates_;
  std::vector<Number> numbers_;  ///< by hundredths, and one: the first is that of no score
  std::size_t most_ = 0;         ///< bytes that a row needs besides its id and title
};

}  // namespace ibtikar
