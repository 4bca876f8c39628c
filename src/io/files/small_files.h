// SmallFiles: reads regular files of a few pages with as few system calls as can be: one open, one
// fstat, one read. Folders hold them by the hundred thousand, and opening them is most of the work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "io/files/file_handle.h"

namespace ibtikar::io {

class SmallFiles {
 public:
  struct Found {
    std::size_t size = 0;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
  };

  /// Reads all of a file to `bytes`, from `at` on, and makes room there as needed. Nothing if it is
  /// no regular file, is larger than 64 KiB, cannot be read, or changes meanwhile: whoever opens it
  /// with more care then says so.
  [[nodiscard]] std::optional<Found> read(const std::string& path, std::string& bytes, std::size_t at);

 private:
  /// The next file is likely to be in the same folder, which then need not be looked up again.
  std::string folder_path_;
  FileHandle folder_;
};

}  // namespace ibtikar::io
