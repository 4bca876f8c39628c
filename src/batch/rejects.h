// Rejected records as text (`ibtikar-rejects/1`): docs/formats.md has the format. RejectBlocks reads it.
//
// What was refused is refused again until someone corrects it: a record is kept byte for byte, and one that
// is no single line of JSON stands in a frame, which says what it is and where it ends. A record that is not
// kept at all (too long, in a file that cannot be read) has a line that stands for it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/proposal/record.h"
#include "codec/table/decoder.h"

namespace ibtikar {

/// What a file of rejects begins with.
inline constexpr std::string_view kRejectsMark = "# ibtikar-rejects/1";
/// What the lines around a frame begin with, and the line of a record that is not kept.
inline constexpr std::string_view kFrameBegin = "#<<";
inline constexpr std::string_view kFrameEnd = "#>>";
inline constexpr std::string_view kNotKept = "#! ";
/// What stands in a frame.
inline constexpr std::string_view kFramedJson = "json";
inline constexpr std::string_view kFramedRow = "row";  ///< behind the header of its table

/// What a frame says of a row's table besides: "DELIMITER DECIMALS".
[[nodiscard]] std::string table_words(const TableHeader& table);
/// Reads it back, from the front of `text`, which is left with the rest.
struct TableWords {
  char delimiter = ',';
  std::string shown_decimals;  ///< as TableDecimals has it
};
[[nodiscard]] TableWords take_table_words(std::string_view& text);
/// The first word, which is taken away.
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
  /// Requires: a record with faults. `is_kept`: its text is the whole of it.
  void add(const Record& record, bool is_kept);
  [[nodiscard]] const std::vector<Rejected>& records() const { return records_; }
  [[nodiscard]] const std::vector<TableHeader>& tables() const { return tables_; }

 private:
  std::vector<Rejected> records_;
  std::vector<TableHeader> tables_;
};

/// Writes the rejects of block after block.
class RejectsWriter {
 public:
  /// `is_begun`: what is written goes behind rejects that are there.
  explicit RejectsWriter(bool is_begun) : is_begun_(is_begun) {}

  void append(std::string& out, const BlockRejects& rejects);

 private:
  bool is_begun_;
};

}  // namespace ibtikar
