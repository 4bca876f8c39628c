// See line_blocks.h.
#include "batch/line_blocks.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include "base/utf8.h"

#include "codec/proposal/record_decoder.h"

namespace ibtikar {
namespace {

/// Records are long, so that looking for the next line end is faster than looking at every byte.
std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ++lines;
  return lines;
}

}  // namespace

Diagnostic too_long_record(const std::string& name, std::size_t line, std::size_t limit) {
  Diagnostic fault =
      error_at("", "too-large", fmt::format("a record of more than {} bytes; expected at most that", limit));
  fault.file = name;
  fault.position = {line, 1};
  return fault;
}

/// Reads until so many bytes are at hand, the input ended, or no more is there just now behind a whole line:
/// who writes slowly into a pipe sees rows soon. False: nothing more will come.
Result<bool> LineBlocks::fill(std::size_t wanted, Fill how) {
  if (used_ >= wanted || is_at_end_) return !is_at_end_;
  // Never smaller again: bytes that were zeroed once are not zeroed for every block.
  if (buffer_.size() < wanted + kRecordPadding) buffer_.resize(wanted + kRecordPadding);
  const std::size_t before = used_;
  while (used_ < wanted) {
    const bool may_stop = how == Fill::enough || used_ > before;
    if (may_stop && used_ > kByteOrderMark.size() && source_.would_wait() &&
        at_hand().find('\n') != std::string_view::npos)
      break;
    const Result<std::size_t> got = source_.read(buffer_.data() + used_, wanted - used_);
    if (!got || *got == 0) {
      is_at_end_ = true;
      is_broken_ = !got;
      if (!got) return fail(got.error());
      return false;
    }
    used_ += *got;
  }
  return true;
}

void LineBlocks::forget(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + size, used_ - size);
  used_ -= size;
}

Result<std::string_view> LineBlocks::peek() {
  const Result<bool> filled = fill(sizes_.block);
  if (!filled) return fail(filled.error());
  return at_hand();
}

bool LineBlocks::next(Block& block) {
  const Result<bool> filled = fill(std::max(sizes_.block, kByteOrderMark.size() + 1));
  if (!std::exchange(is_begun_, true) && at_hand().starts_with(kByteOrderMark)) forget(kByteOrderMark.size());
  if (!filled) {
    // What came before the failure: whole lines alone, for the last one may be half.
    const std::size_t whole = table_ ? whole_rows() : at_hand().rfind('\n') + 1;
    if (table_) settle_decimals(whole);
    if (whole > 0) give(block, whole);
    return end_with(block, filled.error());
  }
  if (table_ && table_->head.size == 0 && !begin_table(block)) return !block.parts.empty();
  for (;;) {
    if (used_ == 0) return table_ && table_->is_first && give_no_rows(block);
    const std::size_t whole = table_ ? whole_rows() : is_at_end_ ? used_ : at_hand().rfind('\n') + 1;
    if (const std::size_t end = table_ ? rows_to_give(whole) : whole; end > 0) {
      give(block, end);
      return true;
    }
    if (whole == 0 && is_too_long()) return table_ ? pass_over_record(block) : pass_over_line(block);
    const Result<bool> more = fill(2 * used_, Fill::more);
    if (!more) return end_with(block, more.error());
  }
}

/// Whether the record at hand is known to be too long. In a table that takes a place outside quotation marks:
/// whether one of them hides line ends is seen only when more has come.
bool LineBlocks::is_too_long() const {
  return (table_ ? table_->outside - table_->scanned : used_) > sizes_.record;
}

/// Reading failed, or a signal asked to stop: what is at hand is half.
bool LineBlocks::end_with(Block& block, const Diagnostic& why) {
  used_ = 0;
  if (table_) table_->is_first = false;
  add_fault(block, why);
  return !block.parts.empty();
}

/// The first bytes at hand go to `block`: without a copy when it has none yet.
void LineBlocks::give(Block& block, std::size_t size) {
  Block::Part part;
  part.name = name_;
  part.first_line = line_;
  if (table_) describe_table(part, size);
  line_ += count_lines(at_hand().substr(0, size));
  if (block.parts.empty()) {
    const std::size_t rest = used_ - size;
    std::swap(block.bytes, buffer_);
    if (buffer_.size() < rest + kRecordPadding) buffer_.resize(rest + kRecordPadding);
    std::memcpy(buffer_.data(), block.bytes.data() + size, rest);
    used_ = rest;
    part.end = size;
  } else {
    part.begin = block.parts.back().end;
    part.end = part.begin + size;
    block.bytes.resize(part.begin);
    block.bytes.append(buffer_, 0, size + kRecordPadding);
    forget(size);
  }
  block.parts.push_back(std::move(part));
}

/// The line at hand is too long: its rest is read and forgotten.
bool LineBlocks::pass_over_line(Block& block) {
  add_fault(block, too_long_record(name_, line_, sizes_.record));
  ++line_;
  for (;;) {
    if (const std::size_t end = at_hand().find('\n'); end != std::string::npos) {
      forget(end + 1);
      return true;
    }
    used_ = 0;
    const Result<bool> more = fill(sizes_.block);
    if (!more) return end_with(block, more.error());
    if (used_ == 0) return true;
  }
}

void LineBlocks::add_fault(Block& block, Diagnostic fault) {
  if (fault.code == "interrupted") return;  // no record: the batch stops
  Block::Part part;
  part.kind = Block::Part::Kind::fault;
  part.begin = part.end = block.parts.empty() ? 0 : block.parts.back().end;
  part.name = name_;
  part.faults.push_back(std::move(fault));
  block.parts.push_back(std::move(part));
}

}  // namespace ibtikar
