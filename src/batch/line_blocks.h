// LineBlocks: a stream of lines as blocks of whole lines, whatever its reads return.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ibtikar/batch.h"
#include "ibtikar/streams.h"

namespace ibtikar {

struct BlockSizes {
  std::size_t block = std::size_t{1} << 20;  ///< a block is about so long
  std::size_t record = kMaxRecordBytes;      ///< a longer line is a fault, and is passed over
};

/// What is wrong with a line that is longer than `limit`.
[[nodiscard]] Diagnostic too_long_record(const std::string& name, std::size_t line, std::size_t limit);

class LineBlocks {
 public:
  /// `source` must outlive this. `name` is for messages.
  LineBlocks(ByteSource& source, std::string name, const BlockSizes& sizes)
      : source_(source), name_(std::move(name)), sizes_(sizes) {}

  /// Adds a part of whole lines to `block`; false when there are no more. A line that is too long, and a
  /// read that fails, are parts of their own.
  [[nodiscard]] bool next(Block& block);

  /// Whether next() would have to wait for whoever writes.
  [[nodiscard]] bool would_wait() const {
    return at_hand().find('\n') == std::string_view::npos && source_.would_wait();
  }

  /// What was read and not yet given away, for those who look at the beginning first.
  [[nodiscard]] Result<std::string_view> peek();

 private:
  [[nodiscard]] Result<bool> fill(std::size_t wanted);
  [[nodiscard]] bool pass_over_line(Block& block);
  void add_fault(Block& block, Diagnostic fault);
  void give(Block& block, std::size_t size);
  void forget(std::size_t size);
  [[nodiscard]] std::string_view at_hand() const { return {buffer_.data(), used_}; }

  ByteSource& source_;
  std::string name_;
  BlockSizes sizes_;
  std::string buffer_;  ///< larger than what it holds
  std::size_t used_ = 0;
  std::size_t line_ = 1;
  bool is_at_end_ = false;
  bool is_begun_ = false;
};

}  // namespace ibtikar
