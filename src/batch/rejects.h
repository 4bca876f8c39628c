// Rejected records as text (`ibtikar-rejects/1`); docs/formats.md describes the format.
// RejectBlocks reads it.
//
// What was rejected is rejected again until someone corrects it. A record is therefore kept byte
// for byte. A record that is not a single line of JSON stands in a frame that says what it is and
// where it ends. A record that cannot be kept (too long, or in a file that cannot be read) has a
// line in its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/proposal/record.h"
#include "codec/table/decoder.h"

namespace ibtikar {

/// A file of rejected records begins with this.
inline constexpr std::string_view kRejectsMark = "# ibtikar-rejects/1";
/// The lines around a frame begin with these, and the line for a record that is not kept.
inline constexpr std::string_view kFrameBegin = "#<<";
inline constexpr std::string_view kFrameEnd = "#>>";
inline constexpr std::string_view kNotKept = "#! ";
/// The kinds of record in a frame.
inline constexpr std::string_view kFramedJson = "json";
inline constexpr std::string_view kFramedRow = "row";  ///< behind the header of its table

/// What a frame says about the table of a row: "DELIMITER DECIMALS", behind the delimiter "+N" if N
/// rows behind the first belong to its header.
[[nodiscard]] std::string table_words(const TableHeader& table);
/// Reads it back from the front of `text` and removes it there.
struct TableWords {
  char delimiter = ',';
  std::size_t more_rows = 0;   ///< that belong to the header, besides the first
  std::string shown_decimals;  ///< as TableDecimals has it
};
[[nodiscard]] TableWords take_table_words(std::string_view& text);
/// Removes the first word from `text` and returns it.
[[nodiscard]] std::string_view take_word(std::string_view& text);

/// The rejected records of one block.
class BlockRejects {
 public:
  struct Rejected {
    std::string reason;
    std::string code;
    std::string text;
    std::string stand_in;              ///< for the id; empty when the record says its own
    bool is_kept = false;              ///< `text` is the record
    std::optional<std::size_t> table;  ///< whose row it is, an index into tables()
  };

  void clear();
  /// Requires: `record` has faults. `is_kept`: its text is the complete record.
  void add(const Record& record, bool is_kept);
  [[nodiscard]] const std::vector<Rejected>& records() const { return records_; }
  [[nodiscard]] const std::vector<TableHeader>& tables() const { return tables_; }

 private:
  std::vector<Rejected> records_;
  std::vector<TableHeader> tables_;
};

/// Writes the rejected records of one block after another.
class RejectsWriter {
 public:
  /// `is_begun`: the text will be appended to a file of rejects.
  explicit RejectsWriter(bool is_begun) : is_begun_(is_begun) {}

  void append(std::string& out, const BlockRejects& rejects);

 private:
  bool is_begun_;
};

}  // namespace ibtikar
