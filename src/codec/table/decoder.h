// TableDecoder: the rows of a table, straight into a sheet.
//
//   TableDecoder table(rubric, scorer, options, mapping);
//   table.begin({name, header, delimiter, header_line});       // once a table; its layout()'s faults count
//   table.check(text);                                         // once for some whole rows
//   for (std::size_t at = 0; at < text.size();) {
//     const std::size_t behind = table.split(text, at);        // a row
//     auto record = table.decode(line);                        // its answers, or what is wrong
//     at = behind;
//   }
//
// What a cell comes to is worked out once by check_answer() and remembered: a portfolio says the same few
// things over and over. A row with anything wrong goes through Scorer::encode() as a whole, so that it means
// what the same answers mean in JSON.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "codec/proposal/record_decoder.h"
#include "codec/table/layout.h"

namespace ibtikar {

/// The header row of a table, and where it stands.
struct TableHeader {
  std::string name;  ///< of the file
  std::string text;
  char delimiter = ',';
  std::size_t line = 1;
  TableDecimals decimals;

  friend bool operator==(const TableHeader&, const TableHeader&) = default;
};

class TableDecoder {
 public:
  /// `rubric`, `scorer` (of that rubric) and `mapping`, which may be null, must outlive this.
  TableDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options,
               const Mapping* mapping);
  TableDecoder(TableDecoder&&) noexcept;
  TableDecoder& operator=(TableDecoder&&) noexcept;
  ~TableDecoder();

  /// The rows to come are of this table. Cheap when it is the one before.
  void begin(const TableHeader& header);
  [[nodiscard]] const TableLayout& layout() const;

  /// Looks at the text whose rows come next.
  void check(std::string_view text);
  /// Splits the row at `at` and gives the place behind it.
  [[nodiscard]] std::size_t split(std::string_view text, std::size_t at);
  /// Whether no cell of the row holds anything.
  [[nodiscard]] bool is_blank() const;
  /// Reads the row that was split last, which begins at `line`. Valid until the next one is split.
  [[nodiscard]] Checked<DecodedRecord> decode(std::size_t line);
  /// What decode() found. Its cells are overwritten by the next call.
  [[nodiscard]] const AnswerSheet& sheet() const;
  /// The row as a proposal on one line, for whoever mends it; empty when its cells cannot be told apart.
  [[nodiscard]] std::string as_json() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
