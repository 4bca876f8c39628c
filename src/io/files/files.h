// Files: read whole with a limit, written whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar::io {

/// The whole content of a regular file, a FIFO or a device; "-" is standard
/// input. Fails (code "io", "NAME: what it was doing: why") on a folder, a
/// socket, a missing or unreadable file, and with code "too-large" over
/// `max_bytes`, having read no more than that. No mmap: a file may shrink while it is read.
[[nodiscard]] Result<std::string> read_whole(const std::string& path, std::size_t max_bytes);

/// read_whole() of a regular file and nothing else: what another file names must not be a device or a FIFO.
[[nodiscard]] Result<std::string> read_regular(const std::string& path, std::size_t max_bytes);

/// The path that `reference` means in the file `from`: as it is when absolute, else in that file's folder.
[[nodiscard]] std::string path_beside(const std::string& from, const std::string& reference);

/// Where a path leads through symbolic links; the path itself when nothing is there yet.
[[nodiscard]] std::string resolved(const std::string& path);

/// "p-12" of "data/p-12.json": the last part of a path without its extension.
[[nodiscard]] std::string stem_of(const std::string& path);

/// Makes a folder unless it is there already. Those around it must be there.
[[nodiscard]] Result<void> make_folder(const std::string& path);

enum class Durability {
  page,     ///< renamed alone: one of many that can be made again
  report,   ///< file synced, then renamed; new files 0666 & ~umask
  answers,  ///< and the folder synced too: survives a power cut; new files 0600
};

/// A place for output, opened before work starts, so that a bad place is known
/// at once. The bytes go to a temporary file beside the target (through a
/// symlink: beside what it points to) that commit() renames into place; without
/// commit() the target stays as it was and the temporary file goes. An existing
/// file keeps its mode. Devices and FIFOs are written straight.
class OutputFile {
 public:
  [[nodiscard]] static Result<OutputFile> open(const std::string& path, Durability durability);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  /// Writes some of it already. After a failure commit() is not to be called.
  [[nodiscard]] Result<void> append(std::string_view bytes);
  /// Writes all (that is left) and puts it into place. Every call on the way is checked; after
  /// a failure the target is as it was. At most once.
  [[nodiscard]] Result<void> commit(std::string_view bytes);

  /// The file that holds the bytes until commit(), for libraries that write to a path and nowhere else; empty
  /// for a device or a FIFO.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }

 private:
  OutputFile() = default;
  void abandon() noexcept;

  std::string shown_path_;  ///< as the user named it
  std::string target_;      ///< links resolved
  std::string temporary_;   ///< empty for a device or a FIFO
  int descriptor_ = -1;
  Durability durability_ = Durability::report;
};

/// open() and commit() in one step.
[[nodiscard]] Result<void> write_whole(const std::string& path, std::string_view bytes,
                                       Durability durability);

/// What a file is just now: to notice that someone else has changed it. Empty
/// (all zero) when there is none.
struct FileIdentity {
  bool exists = false;
  unsigned long long device = 0;
  unsigned long long inode = 0;
  unsigned long long size = 0;
  std::string digest;

  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};
[[nodiscard]] Result<FileIdentity> identify(const std::string& path, std::size_t max_bytes);

/// Whether a device, a FIFO or anything else is there that is neither a file nor a folder.
[[nodiscard]] bool is_special(const std::string& path);

/// Whether both names lead to the same existing file.
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);

}  // namespace ibtikar::io
