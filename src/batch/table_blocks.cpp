// LineBlocks for tables: see line_blocks.h.
//
// A row may contain line ends inside quotation marks; find_record_ends() knows them. A row that is
// too long is skipped up to its end.
#include <algorithm>
#include <utility>

#include "batch/line_blocks.h"
#include "batch/record_names.h"
#include "codec/table/sheet_form.h"

namespace ibtikar {
namespace {

std::optional<DecimalsScan> scan_for(const TableHead& head, const TableDecimals& decimals) {
  // Nothing has to be found out if the user said it.
  if (decimals.stated != DecimalMark::unknown) return std::nullopt;
  return DecimalsScan(head.header, head.delimiter);
}

}  // namespace

/// The number of bytes at hand that are whole rows.
std::size_t LineBlocks::whole_rows() {
  if (table_->head.header.empty()) return 0;
  if (extent() == Extent::all) return at_hand().size();
  const RecordEnds ends =
      find_record_ends(at_hand(), table_->outside, table_->head.delimiter, Which::last, Extent::some);
  table_->outside = ends.outside;
  return std::max(ends.whole, table_->scanned);
}

/// How many of the `whole` bytes of rows can be given away. None, until it is known how to read
/// their numbers. If the source would have to wait, rows without a doubtful number can go at once.
std::size_t LineBlocks::rows_to_give(std::size_t whole) {
  if (table_->scan) {
    look_at_decimals(whole);
    const bool is_last = extent() == Extent::all || is_too_long();
    if (!table_->scan->is_done() && !is_last)
      return ahead_.would_wait() ? table_->scan->bytes_without_doubt() - table_->given : 0;
    settle_decimals(whole);
  }
  // The first rows were held back together. Later blocks should have the usual size, or one thread
  // would get a huge block.
  if (whole <= 2 * sizes_.block) return whole;
  const RecordEnds ends = find_record_ends(at_hand().substr(0, sizes_.block), 0, table_->head.delimiter,
                                           Which::last, Extent::some);
  return ends.whole > 0 ? ends.whole : whole;
}

void LineBlocks::look_at_decimals(std::size_t whole) {
  table_->scan->add(at_hand().substr(table_->scanned, whole - table_->scanned));
  table_->scanned = whole;
}

/// Decides how numbers are read. Rows after these no longer count, so the result does not depend on
/// block sizes or on the speed of the input.
void LineBlocks::settle_decimals(std::size_t whole) {
  if (!table_->scan) return;
  look_at_decimals(whole);
  table_->decimals.shown = table_->scan->shown();
  table_->scan.reset();
  table_->scanned = 0;
}

/// Reads the `sep=` line and the header row. False if there is none; then `block` says why.
bool LineBlocks::begin_table(Block& block) {
  for (;;) {
    TableHeadResult read = read_table_head(at_hand(), extent(), table_->wanted, table_->shape);
    // A large block may hold a header that a small one would refuse: the limit is the same for both.
    if (read.head && read.head->header.size() > sizes_.record) {
      read.head.reset();
      read.fault = too_long_record(name_, {1, 1}, sizes_.record);
    }
    if (read.head && !table_->is_spread && is_sheet_form(read.head->header, read.head->delimiter)) {
      if (!spread(block, *read.head)) return false;
      continue;
    }
    if (read.head) {
      table_->head = *std::move(read.head);
      drop(table_->head.size);
      table_->scan = scan_for(table_->head, table_->decimals);
      if (!has_beginning()) {
        table_->is_first = false;
        table_->is_settled = true;
      }
      return true;
    }
    const std::size_t size = at_hand().size();
    // A quotation mark that never closes would make the whole file one header.
    if (!read.fault && size > sizes_.record) read.fault = too_long_record(name_, {1, 1}, sizes_.record);
    if (read.fault) {
      read.fault->file = name_;
      static_cast<void>(refuse_whole(block, *std::move(read.fault)));
      return false;
    }
    const Result<bool> more = fill(std::min(2 * size + 1, sizes_.record + 1), ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

/// A form with a row for each question is one proposal: all of it is read, and becomes a row. False
/// if it cannot be read; then `block` says why.
bool LineBlocks::spread(Block& block, const TableHead& head) {
  if (!has_beginning()) {
    ahead_.end();
    return false;
  }
  while (!ahead_.is_at_end() && at_hand().size() <= sizes_.record) {
    const Result<bool> more = fill(2 * at_hand().size() + 1, ReadAhead::Fill::more);
    if (!more) {
      static_cast<void>(end_with(block, more.error()));
      return false;
    }
    if (!*more) break;
  }
  if (at_hand().size() > sizes_.record) {
    static_cast<void>(refuse_whole(block, too_long_record(name_, {1, 1}, sizes_.record)));
    return false;
  }
  const std::string_view rows = at_hand().substr(head.size);
  // Lines of the rows count from where they were.
  line_ += head.lines - 1;
  range_ = {};  // the record is its own now, of another length
  ahead_.replace(table_of_sheet(head.header, rows, head.delimiter));
  table_->wanted = ',';
  table_->is_spread = true;
  return true;
}

/// Describes the table in a part of `size` bytes of rows.
void LineBlocks::describe_table(Block::Part& part, std::size_t size) {
  part.kind = Block::Part::Kind::rows;
  part.header = table_->head.header;
  part.header_line = table_->head.header_line;
  part.delimiter = table_->head.delimiter;
  part.decimals = table_->decimals;
  part.is_first = std::exchange(table_->is_first, false);
  part.settles_decimals = !table_->scan && !std::exchange(table_->is_settled, true);
  forget_rows(size);
}

/// Rows are no longer at hand.
void LineBlocks::forget_rows(std::size_t size) {
  table_->outside = 0;
  if (!table_->scan) return;
  table_->scanned -= size;
  table_->given += size;
}

/// A header without rows is still checked: a misspelled column must not pass because nobody
/// answered.
bool LineBlocks::give_no_rows(Block& block) {
  Block::Part part;
  part.name = name_;
  part.first_line = line_;
  describe_table(part, 0);
  part.begin = part.end = end_of(block);
  block.parts.push_back(std::move(part));
  return true;
}

/// Drops the first bytes at hand and counts their lines.
void LineBlocks::drop(std::size_t size) {
  const std::string_view gone = at_hand().substr(0, size);
  line_ += static_cast<std::size_t>(std::count(gone.begin(), gone.end(), '\n'));
  ahead_.forget(size);
}

/// The row at hand is too long. It is read and dropped up to its end.
bool LineBlocks::pass_over_record(Block& block) {
  if (is_in_range())
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
    // Keep the byte before: it tells whether a cell begins there, where a quotation mark would open
    // it.
    const std::size_t dropped = ends.outside > 0 ? ends.outside - 1 : 0;
    drop(dropped);
    table_->outside = ends.outside - dropped;
    const Result<bool> more = fill(at_hand().size() + sizes_.block, ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

}  // namespace ibtikar
