// See read_ahead.h.
#include "batch/read_ahead.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "base/file_kind.h"
#include "base/utf8.h"
#include "codec/json/scan.h"
#include "codec/proposal/record_decoder.h"

namespace ibtikar {

Result<bool> ReadAhead::fill(std::size_t wanted, Fill how, char until) {
  if (used_ >= wanted && !is_at_end_) return true;
  // A failure is reported again to every caller: a caller that looked at the beginning only must
  // not hide it from the one that reads the records.
  if (failure_) return fail(*failure_);
  if (is_at_end_) return false;
  // The buffer never shrinks: resizing zeroes the new bytes, and doing that for every block costs
  // time.
  if (buffer_.size() < wanted + kRecordPadding) buffer_.resize(wanted + kRecordPadding);
  const std::size_t before = used_;
  while (used_ < wanted) {
    // A slow writer (a portal, a person at a keyboard) should see rows for complete records at
    // once, not after a megabyte.
    const bool may_stop = how == Fill::enough || used_ > before;
    if (may_stop && used_ > kByteOrderMark.size() && source_.would_wait() &&
        (until == '\0' || at_hand().find(until) != std::string_view::npos))
      break;
    const Result<std::size_t> got = source_.read(buffer_.data() + used_, wanted - used_);
    if (!got || *got == 0) {
      is_at_end_ = true;
      if (got) return false;
      failure_ = got.error();
      return fail(*failure_);
    }
    used_ += *got;
  }
  return true;
}

void ReadAhead::use(std::string& buffer) {
  // Only what is left of the last read is copied; more may wait here, and that would cost.
  constexpr std::size_t kMostCopied = std::size_t{64} << 10;
  if (used_ > kMostCopied || buffer.size() < used_ + kRecordPadding) return;
  std::memcpy(buffer.data(), buffer_.data(), used_);
  std::swap(buffer, buffer_);
}

std::size_t ReadAhead::give(Block& block, std::size_t size) {
  const std::size_t begin = end_of(block);
  if (block.parts.empty()) {
    // The block takes over the buffer, and only the incomplete rest is copied. The block's old
    // buffer is reused for the next bytes.
    const std::size_t rest = used_ - size;
    std::swap(block.bytes, buffer_);
    if (buffer_.size() < rest + kRecordPadding) buffer_.resize(rest + kRecordPadding);
    std::memcpy(buffer_.data(), block.bytes.data() + size, rest);
    used_ = rest;
    offset_ += size;
    return begin;
  }
  block.bytes.resize(begin);
  block.bytes.append(buffer_, 0, size);
  forget(size);
  return begin;
}

void ReadAhead::forget(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + size, used_ - size);
  used_ -= size;
  offset_ += size;
}

std::size_t end_of(const Block& block) { return block.parts.empty() ? 0 : block.parts.back().end; }

void add_fault(Block& block, const std::string& name, Diagnostic fault, std::string id) {
  if (fault.is(Code::interrupted)) return;  // the batch stops
  Block::Part part;
  part.kind = Block::Part::Kind::fault;
  part.begin = part.end = end_of(block);
  part.name = name;
  part.stand_in = std::move(id);
  if (fault.position.line > 0) part.first_line = fault.position.line;
  part.faults.push_back(std::move(fault));
  block.parts.push_back(std::move(part));
}

Diagnostic too_large_document(const std::string& name, std::string_view beginning, std::size_t limit) {
  // A large picture is not a proposal that is too long.
  if (auto kind = fault_of_kind(name, beginning, phrase("JSON in UTF-8"))) return *std::move(kind);
  Diagnostic fault =
      error_at("", Code::too_large, message("more than {0} bytes; expected at most that", limit));
  fault.file = name;
  fault.position = position_of(beginning, limit);
  return fault;
}

// The record itself is not quoted: it may be of any length and content.
Diagnostic too_long_record(const std::string& name, Position position, std::size_t limit) {
  Diagnostic fault =
      error_at("", Code::too_large, message("a record of more than {0} bytes; expected at most that", limit));
  fault.file = name;
  fault.position = position;
  return fault;
}

}  // namespace ibtikar
