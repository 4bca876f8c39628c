// WorkbookInput: a workbook among the inputs. An archive is read from its end, so a file is read
// where it is, and what comes through a pipe is held in memory.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "batch/sheet_blocks.h"
#include "ibtikar/streams.h"
#include "io/files/file_handle.h"

namespace ibtikar::io {

class WorkbookInput {
 public:
  /// Whether a file that begins so may be a workbook.
  [[nodiscard]] static bool may_be(std::string_view beginning);

  /// `source`: the input from its beginning. It is read if `path` is no regular file. Fails if that
  /// fails, or if there is too much to hold. `name` is for messages.
  [[nodiscard]] static Result<std::unique_ptr<WorkbookInput>> open(const std::string& path,
                                                                   const std::string& name,
                                                                   ByteSource& source,
                                                                   SheetBlocks::Options options);

  [[nodiscard]] SheetBlocks& blocks() { return *blocks_; }

 private:
  [[nodiscard]] Result<void> read_all(ByteSource& source);
  [[nodiscard]] Result<std::size_t> read_at(std::uint64_t at, char* into, std::size_t most) const;

  std::string name_;
  FileHandle file_;
  std::string memory_;  ///< instead of a file
  std::optional<SheetBlocks> blocks_;
};

}  // namespace ibtikar::io
