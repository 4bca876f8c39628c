// LineBlocks where the records are rows of a table: see line_blocks.h.
//
// A row may hold line ends, in quotation marks: find_record_ends() knows. A row that is too long is passed
// over up to its end.
#include <algorithm>
#include <utility>

#include "batch/line_blocks.h"
#include "batch/record_names.h"

namespace ibtikar {
/// How many bytes at hand are whole rows.
std::size_t LineBlocks::whole_rows() {
  if (table_->head.size == 0) return 0;
  if (extent() == Extent::all) return at_hand().size();
  const RecordEnds ends =
      find_record_ends(at_hand(), table_->outside, table_->head.delimiter, Which::last, Extent::some);
  table_->outside = ends.outside;
  return ends.whole;
}

/// The `sep=` line and the header row. False when there is none: then `block` says why.
bool LineBlocks::begin_table(Block& block) {
  for (;;) {
    TableHeadResult read = read_table_head(at_hand(), extent(), table_->wanted);
    if (read.head) {
      table_->head = *std::move(read.head);
      drop(table_->head.size);
      return true;
    }
    const std::size_t size = at_hand().size();
    if (!read.fault && size > sizes_.record) read.fault = too_long_record(name_, {1, 1}, sizes_.record);
    if (read.fault) {
      read.fault->file = name_;
      ahead_.end();
      table_.reset();
      const std::string id = place_name(name_, read.fault->position);
      add_fault(block, name_, *std::move(read.fault), id);
      return false;
    }
    const Result<bool> more = fill(std::min(2 * size + 1, sizes_.record + 1), ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

/// What a part of rows says of its table.
void LineBlocks::describe_table(Block::Part& part) {
  part.kind = Block::Part::Kind::rows;
  part.header = table_->head.header;
  part.header_line = table_->head.header_line;
  part.delimiter = table_->head.delimiter;
  part.is_first = std::exchange(table_->is_first, false);
  table_->outside = 0;
}

/// A header without rows still has to be looked at.
bool LineBlocks::give_no_rows(Block& block) {
  Block::Part part;
  part.name = name_;
  part.first_line = line_;
  describe_table(part);
  part.begin = part.end = end_of(block);
  block.parts.push_back(std::move(part));
  return true;
}

/// Forgets the first bytes at hand, whose lines count.
void LineBlocks::drop(std::size_t size) {
  const std::string_view gone = at_hand().substr(0, size);
  line_ += static_cast<std::size_t>(std::count(gone.begin(), gone.end(), '\n'));
  ahead_.forget(size);
}

/// The row at hand is too long: up to its end it is read and forgotten.
bool LineBlocks::pass_over_record(Block& block) {
  add_fault(block, name_, too_long_record(name_, {line_, 1}, sizes_.record), place_name(name_, {line_, 1}));
  for (;;) {
    const RecordEnds ends =
        find_record_ends(at_hand(), table_->outside, table_->head.delimiter, Which::first, extent());
    if (ends.whole > 0) {
      drop(ends.whole);
      table_->outside = 0;
      return true;
    }
    if (ahead_.is_at_end()) {
      ahead_.forget_all();
      return true;
    }
    // The byte before tells whether a cell begins there.
    const std::size_t dropped = ends.outside > 0 ? ends.outside - 1 : 0;
    drop(dropped);
    table_->outside = ends.outside - dropped;
    const Result<bool> more = fill(at_hand().size() + sizes_.block, ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

}  // namespace ibtikar
