// ReadAhead: the bytes of a source that were read and not yet given away as records.
//
// Whoever cuts records out of a stream looks at at_hand(), asks for more with fill() where that is not
// enough, and moves whole records into a block with give().
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/batch.h"
#include "ibtikar/streams.h"

namespace ibtikar {

struct BlockSizes {
  std::size_t block = std::size_t{1} << 20;  ///< a block is about so long
  std::size_t record = kMaxRecordBytes;      ///< a longer record is a fault, and is passed over
};

class ReadAhead {
 public:
  /// `source` must outlive this. `begun`: what was read from it before.
  explicit ReadAhead(ByteSource& source, std::string begun = {})
      : source_(source), buffer_(std::move(begun)), used_(buffer_.size()) {}

  [[nodiscard]] std::string_view at_hand() const { return {buffer_.data(), used_}; }
  /// Nothing will come behind what is at hand.
  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  /// Reading failed: the last record at hand may be half.
  [[nodiscard]] bool is_broken() const { return failure_.has_value(); }
  [[nodiscard]] bool would_wait() const { return source_.would_wait(); }

  /// When to be content with less: what is there may be enough, or is known not to be.
  enum class Fill { enough, more };
  /// Reads until so many bytes are at hand, the input ended, or no more is there just now behind a byte
  /// `until`, if one is asked for: who writes slowly into a pipe sees rows soon. False: nothing more will
  /// come. A failure to read is given again and again, until end().
  [[nodiscard]] Result<bool> fill(std::size_t wanted, Fill how = Fill::enough, char until = '\0');

  /// Moves the first bytes to the end of a block, without a copy when it has none yet, and says where they
  /// begin there.
  std::size_t give(Block& block, std::size_t size);
  void forget(std::size_t size);
  void forget_all() { used_ = 0; }
  /// No more is wanted of the source.
  void end() {
    used_ = 0;
    is_at_end_ = true;
    failure_.reset();
  }

 private:
  ByteSource& source_;
  std::string buffer_;  ///< larger than what it holds
  std::size_t used_ = 0;
  bool is_at_end_ = false;
  std::optional<Diagnostic> failure_;
};

/// Where the bytes of the next part of a block begin.
[[nodiscard]] std::size_t end_of(const Block& block);

/// Adds a record that could not be read as one; unless a signal asked to stop, which is no record. `id`
/// stands for the record's own.
void add_fault(Block& block, const std::string& name, Diagnostic fault, std::string id);

/// What is wrong with a record that is longer than `limit`.
[[nodiscard]] Diagnostic too_long_record(const std::string& name, Position position, std::size_t limit);

/// What is wrong with a file of one document that is too large; what is no text at all is told first.
[[nodiscard]] Diagnostic too_large_document(const std::string& name, std::string_view beginning,
                                            std::size_t limit);

}  // namespace ibtikar
