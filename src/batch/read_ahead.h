// ReadAhead: bytes of a source that were read and not yet given away as records.
//
// A class that cuts records out of a stream looks at at_hand(), asks for more with fill(), and
// moves whole records into a block with give().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/batch.h"
#include "ibtikar/streams.h"

namespace ibtikar {

struct BlockSizes {
  std::size_t block = std::size_t{256} << 10;  ///< a block is about so long
  std::size_t record = kMaxRecordBytes;        ///< a longer record is a fault, and is passed over
};

class ReadAhead {
 public:
  /// `source` must outlive this. `begun`: what was read from it before.
  explicit ReadAhead(ByteSource& source, std::string begun = {})
      : source_(source), buffer_(std::move(begun)), used_(buffer_.size()) {}

  [[nodiscard]] std::string_view at_hand() const { return {buffer_.data(), used_}; }
  /// No more bytes will follow those at hand.
  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  /// How many bytes of the source came before those at hand.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  /// Reading failed: the last record at hand may be cut.
  [[nodiscard]] bool is_broken() const { return failure_.has_value(); }
  [[nodiscard]] bool would_wait() const { return source_.would_wait(); }

  /// When fewer bytes are acceptable: `enough` if those at hand may suffice, `more` if they do not.
  enum class Fill { enough, more };
  /// Reads until `wanted` bytes are at hand, the input ends, or the source would have to wait and a
  /// byte `until` (if given) is at hand, so that a slow writer into a pipe sees rows soon. False:
  /// nothing more will come. A failure to read is returned again by every call, until end().
  [[nodiscard]] Result<bool> fill(std::size_t wanted, Fill how = Fill::enough, char until = '\0');

  /// Reads on into the buffer of a block, which the thread that fills it has in its caches. give()
  /// returns it.
  void use(std::string& buffer);

  /// Moves the first bytes to the end of a block and returns where they begin there. It copies
  /// nothing if the block is empty.
  std::size_t give(Block& block, std::size_t size);
  void forget(std::size_t size);
  void forget_all() {
    offset_ += used_;
    used_ = 0;
  }
  /// Other bytes in place of those at hand.
  void replace(std::string bytes) {
    buffer_ = std::move(bytes);
    used_ = buffer_.size();
  }
  /// Stops reading from the source.
  void end() {
    used_ = 0;
    is_at_end_ = true;
    failure_.reset();
  }

 private:
  ByteSource& source_;
  std::string buffer_;  ///< larger than what it holds
  std::size_t used_ = 0;
  std::uint64_t offset_ = 0;
  bool is_at_end_ = false;
  std::optional<Diagnostic> failure_;
};

/// Where the bytes of the next part of a block begin.
[[nodiscard]] std::size_t end_of(const Block& block);

/// Adds a record that could not be read. A signal that asked to stop adds nothing. `id` stands for
/// the record's own id.
void add_fault(Block& block, const std::string& name, Diagnostic fault, std::string id);

/// What is wrong with a record that is longer than `limit`.
[[nodiscard]] Diagnostic too_long_record(const std::string& name, Position position, std::size_t limit);

/// What is wrong with a file of one document that is too large. If it is not text at all, that is
/// the message.
[[nodiscard]] Diagnostic too_large_document(const std::string& name, std::string_view beginning,
                                            std::size_t limit);

}  // namespace ibtikar
