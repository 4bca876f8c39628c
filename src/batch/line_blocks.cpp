// See line_blocks.h.
#include "batch/line_blocks.h"

#include <algorithm>
#include <utility>

#include "base/file_kind.h"
#include "base/utf8.h"
#include "batch/record_names.h"

namespace ibtikar {
namespace {

/// Records are long, so searching for line ends (memchr) is faster than looking at every byte.
std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++lines;
  return lines;
}

}  // namespace

void LineBlocks::as_table(std::optional<char> delimiter, DecimalMark decimal, const HeaderShape& shape) {
  table_.emplace().wanted = delimiter;
  table_->decimals.stated = decimal;
  table_->shape = shape;
}

bool LineBlocks::next(Block& block) {
  const Result<bool> filled = fill(std::max(sizes_.block, kByteOrderMark.size() + 1));
  if (!std::exchange(is_begun_, true)) {
    // A workbook or a PDF would give thousands of rejected lines. Its first bytes are enough for
    // one message that names it.
    if (auto fault = fault_of_kind(name_, at_hand(), phrase("proposals as JSON or CSV in UTF-8")))
      return refuse_whole(block, *std::move(fault));
    if (at_hand().starts_with(kByteOrderMark)) ahead_.forget(kByteOrderMark.size());
  }
  if (!filled) {
    // Give what came before the failure, but only whole lines: the last one may be cut.
    const std::size_t whole = table_ ? whole_rows() : at_hand().rfind('\n') + 1;
    if (table_) settle_decimals(whole);
    if (whole > 0) give(block, whole);
    // Behind the range, the failure is another's.
    if (!ahead_.is_broken() || ahead_.offset() >= range_.until) return !block.parts.empty();
    return end_with(block, filled.error());
  }
  // The header decides how every row is read, so it comes before the first part is given.
  if (table_ && table_->head.header.empty() && !begin_table(block)) return !block.parts.empty();
  for (;;) {
    if (ahead_.offset() >= range_.until) ahead_.end();
    // A header can end where a read did. What comes behind it is then not at hand yet.
    if (at_hand().empty() && !ahead_.is_at_end() && !(table_ && table_->is_first))
      if (const Result<bool> more = fill(sizes_.block, ReadAhead::Fill::more); !more)
        return end_with(block, more.error());
    if (at_hand().empty()) return table_ && table_->is_first && give_no_rows(block);
    const std::size_t whole = table_               ? whole_rows()
                              : ahead_.is_at_end() ? at_hand().size()
                                                   : at_hand().rfind('\n') + 1;
    if (const std::size_t end = table_ ? rows_to_give(whole) : whole; end > 0) {
      give(block, end);
      return true;
    }
    if (whole == 0 && is_too_long()) return table_ ? pass_over_record(block) : pass_over_line(block);
    // Doubling keeps the total cost of a long record linear.
    const Result<bool> more = fill(2 * at_hand().size(), ReadAhead::Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

/// Whether the record at hand is certainly too long. In a table this needs a place outside
/// quotation marks, because quotation marks may hide line ends. Whether they do is known only after
/// more input.
bool LineBlocks::is_too_long() const {
  return (table_ ? table_->outside - table_->scanned : at_hand().size()) > sizes_.record;
}

/// Refuses the whole input: none of it can be read as records.
bool LineBlocks::refuse_whole(Block& block, Diagnostic fault) {
  ahead_.end();
  table_.reset();
  if (!has_beginning()) return false;
  const std::string id =
      fault.position.line > 0 ? place_name(name_, fault.position) : std::string(file_stem(name_));
  add_fault(block, name_, std::move(fault), id);
  return !block.parts.empty();
}

/// Reading failed, or a signal asked to stop. What is at hand is incomplete.
bool LineBlocks::end_with(Block& block, const Diagnostic& why) {
  ahead_.end();
  if (table_) table_->is_first = false;
  add_fault(block, name_, why, std::string(file_stem(name_)));
  return !block.parts.empty();
}

/// Gives those of the next `size` bytes at hand, which are whole records, that are in the range.
void LineBlocks::give(Block& block, std::size_t size) {
  if (const std::size_t before = records_before(range_.from, size); before > 0) {
    pass_over_records(before);
    size -= before;
  }
  const std::size_t wanted = records_before(range_.until, size);
  const bool is_over = wanted < size;
  if (size = wanted; size > 0) give_part(block, size);
  if (is_over) ahead_.end();
}

/// How many of the next `size` bytes at hand, which are whole records, are records that begin before
/// a place in the source.
std::size_t LineBlocks::records_before(std::uint64_t place, std::size_t size) const {
  const std::uint64_t here = ahead_.offset();
  if (place <= here || size == 0) return 0;
  if (place - here >= size) return size;
  const auto at = static_cast<std::size_t>(place - here);
  const std::string_view records = at_hand().substr(0, size);
  if (!table_) return std::min(records.find('\n', at - 1), size - 1) + 1;
  std::size_t end = 0;
  while (end < at) {
    const RecordEnds ends = find_record_ends(records, end, table_->head.delimiter, Which::first, Extent::all);
    if (ends.whole == 0) return size;
    end = ends.whole;
  }
  return end;
}

/// Drops whole records that are before the range.
void LineBlocks::pass_over_records(std::size_t size) {
  line_ += count_lines(at_hand().substr(0, size));
  ahead_.forget(size);
  if (table_) forget_rows(size);
}

void LineBlocks::give_part(Block& block, std::size_t size) {
  Block::Part part;
  part.name = name_;
  part.first_line = line_;
  if (table_) describe_table(part, size);
  line_ += count_lines(at_hand().substr(0, size));
  part.begin = ahead_.give(block, size);
  part.end = part.begin + size;
  block.parts.push_back(std::move(part));
}

/// The line at hand is too long. Its rest is read and dropped, so that the next record is read from
/// its beginning and memory stays bounded.
bool LineBlocks::pass_over_line(Block& block) {
  if (is_in_range())
    add_fault(block, name_, too_long_record(name_, {line_, 1}, sizes_.record), place_name(name_, {line_, 1}));
  ++line_;
  for (;;) {
    if (const std::size_t end = at_hand().find('\n'); end != std::string::npos) {
      ahead_.forget(end + 1);
      return true;
    }
    ahead_.forget_all();
    const Result<bool> more = fill(sizes_.block);
    if (!more) return end_with(block, more.error());
    if (at_hand().empty()) return true;
  }
}

}  // namespace ibtikar
