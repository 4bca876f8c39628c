// LineBlocks: a stream of lines, or of the rows of a table, as blocks of whole ones. The blocks do
// not depend on the sizes in which the source returns its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "batch/read_ahead.h"
#include "codec/table/csv.h"
#include "codec/table/decimals.h"
#include "ibtikar/batch.h"
#include "stats/shard.h"

namespace ibtikar {

/// What is known of a table whose rows are lines.
struct LineTable {
  std::optional<char> wanted;
  HeaderShape shape;
  TableHead head;
  std::size_t outside = 0;  ///< where to look on for the end of the record at hand
  bool is_first = true;     ///< no rows were given yet
  TableDecimals decimals;
  std::optional<DecimalsScan> scan;  ///< what the first rows tell about decimals, until it is known
  std::size_t scanned = 0;           ///< bytes at hand that it has seen: whole rows
  std::size_t given = 0;             ///< bytes that it has seen and that are no longer at hand
  bool is_settled = false;
  bool is_spread = false;  ///< it was a form with a row for each question
};

class LineBlocks {
 public:
  /// `ahead` must outlive this. `name` is for messages.
  LineBlocks(ReadAhead& ahead, std::string name, const BlockSizes& sizes)
      : ahead_(ahead), name_(std::move(name)), sizes_(sizes) {}

  /// Call this before next(): the records are the rows of a CSV table. Without a `delimiter` it is
  /// found in the header. With an unknown `decimal`, the first rows decide.
  void as_table(std::optional<char> delimiter, DecimalMark decimal = DecimalMark::unknown,
                const HeaderShape& shape = {});

  /// Call this before next(): of the source, only the records whose first byte is in `range` are
  /// given. Those before it are read all the same: lines are counted, and quotation marks hide line
  /// ends. What is said about the whole source belongs to the range with its first byte.
  void within(const ByteRange& range) { range_ = range; }

  /// Adds a part of whole lines to `block`; nothing if they are before the range. False if there are
  /// no more. A line that is too long and a failure to read are parts of their own.
  [[nodiscard]] bool next(Block& block);

  /// Whether next() would have to wait for the writer of the input.
  [[nodiscard]] bool would_wait() const {
    // In a table, a line end at hand proves nothing: it may be inside a cell.
    return (table_ || ahead_.at_hand().find('\n') == std::string_view::npos) && ahead_.would_wait();
  }

 private:
  [[nodiscard]] Result<bool> fill(std::size_t wanted, ReadAhead::Fill how = ReadAhead::Fill::enough) {
    return ahead_.fill(wanted, how, '\n');
  }
  [[nodiscard]] std::string_view at_hand() const { return ahead_.at_hand(); }
  [[nodiscard]] bool end_with(Block& block, const Diagnostic& why);
  [[nodiscard]] bool refuse_whole(Block& block, Diagnostic fault);
  [[nodiscard]] std::size_t whole_rows();
  [[nodiscard]] std::size_t rows_to_give(std::size_t whole);
  void look_at_decimals(std::size_t whole);
  void settle_decimals(std::size_t whole);
  [[nodiscard]] bool is_too_long() const;
  [[nodiscard]] bool begin_table(Block& block);
  [[nodiscard]] bool spread(Block& block, const TableHead& head);
  [[nodiscard]] bool give_no_rows(Block& block);
  void describe_table(Block::Part& part, std::size_t size);
  [[nodiscard]] bool pass_over_record(Block& block);
  void drop(std::size_t size);
  [[nodiscard]] Extent extent() const {
    return ahead_.is_at_end() && !ahead_.is_broken() ? Extent::all : Extent::some;
  }
  [[nodiscard]] bool pass_over_line(Block& block);
  void give(Block& block, std::size_t size);
  void give_part(Block& block, std::size_t size);
  [[nodiscard]] std::size_t records_before(std::uint64_t place, std::size_t size) const;
  void pass_over_records(std::size_t size);
  void forget_rows(std::size_t size);
  /// Whether the record at hand is in the range, which has not ended yet.
  [[nodiscard]] bool is_in_range() const { return ahead_.offset() >= range_.from; }
  /// Whether the source's first byte is in the range.
  [[nodiscard]] bool has_beginning() const { return range_.from == 0; }

  ReadAhead& ahead_;
  std::string name_;
  BlockSizes sizes_;
  std::size_t line_ = 1;
  bool is_begun_ = false;
  ByteRange range_;
  std::optional<LineTable> table_;
};

}  // namespace ibtikar
