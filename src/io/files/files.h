// Files: read whole with a limit, written whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "ibtikar/result.h"
#include "io/files/file_handle.h"
#include "io/files/place.h"
#include "io/temporaries.h"

namespace ibtikar::io {

/// The whole content of a regular file, a FIFO or a device; "-" is standard input. Fails (code
/// "io", "NAME: what it was doing: why") on a folder, a socket, a missing or unreadable file, and
/// with code "too-large" over `max_bytes`, having read no more than that. While an Interrupts
/// lives, a signal ends the wait for a FIFO (code "interrupted"). No mmap: a file may shrink while
/// it is read.
[[nodiscard]] Result<std::string> read_whole(const std::string& path, std::size_t max_bytes);

/// The first bytes of a regular file, at most `most`.
[[nodiscard]] Result<std::string> read_beginning(const std::string& path, std::size_t most);

/// read_whole() of a regular file and nothing else: what another file names must not be a device or
/// a FIFO.
[[nodiscard]] Result<std::string> read_regular(const std::string& path, std::size_t max_bytes);

/// The path that `reference` means in the file `from`: unchanged if absolute, otherwise in that
/// file's folder.
[[nodiscard]] std::string path_beside(const std::string& from, const std::string& reference);

/// "p-12" of "data/p-12.json": the last part of a path without its extension.
[[nodiscard]] std::string stem_of(const std::string& path);

/// Makes a folder unless it is there already. Those around it must be there.
[[nodiscard]] Result<void> make_folder(const std::string& path);

/// Removes the name of a file, not the target of a link. It is no failure if the file does not
/// exist, and callers do not care if it cannot be removed.
void remove_file(const std::string& path);

enum class Durability {
  page,     ///< renamed alone: one of many that can be made again
  report,   ///< file synced, then renamed; new files 0666 & ~umask
  answers,  ///< and the folder synced too: survives a power cut; new files 0600
};

/// A place for output, opened before work starts, so that a bad place is reported at once. The
/// bytes go to a temporary file beside the target (for a symlink: beside its target), which
/// commit() renames into place. Without commit(), or if a signal ends the process, the target stays
/// as it was and the temporary file is removed. An existing file keeps its mode. This holds for
/// regular files anywhere, even below /dev. Devices and FIFOs are written directly. A stream of
/// this process (/dev/stdout, /dev/fd/3) is that stream, at its current position.
class OutputFile {
 public:
  /// `links`: keep for a name that the program made up. A link of that name is then replaced, not
  /// followed.
  [[nodiscard]] static Result<OutputFile> open(const std::string& path, Durability durability,
                                               Links links = Links::follow);
  OutputFile(OutputFile&& other) noexcept : OutputFile() { *this = std::move(other); }
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  /// Writes some of it already. After a failure commit() is not to be called.
  [[nodiscard]] Result<void> append(std::string_view bytes);
  /// Writes all (that is left) and puts it into place. Every call on the way is checked; after
  /// a failure the target is as it was. At most once.
  [[nodiscard]] Result<void> commit(std::string_view bytes);
  /// commit() to another name in the target's folder, which the program made up: the target stays
  /// as it was.
  [[nodiscard]] Result<void> commit_as(const std::string& name);

  /// The file that holds the bytes until commit(), for libraries that write to a path and nowhere
  /// else; empty for what is written straight.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  /// Where it goes, links resolved; empty for what is written straight.
  [[nodiscard]] const std::string& target() const { return target_; }

 private:
  OutputFile() = default;
  [[nodiscard]] Result<void> make_temporary(unsigned mode);
  void abandon() noexcept;

  std::string shown_path_;  ///< as the user named it
  std::string target_;      ///< links resolved
  std::string temporary_;   ///< empty for what is written straight
  Temporary known_;         ///< to the handler of signals
  FileHandle descriptor_;
  Durability durability_ = Durability::report;
};

/// open() and commit() in one step.
[[nodiscard]] Result<void> write_whole(const std::string& path, std::string_view bytes, Durability durability,
                                       Links links = Links::follow);

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

/// Whether something has this name, be it a link that leads nowhere, or may have it.
[[nodiscard]] bool is_taken(const std::string& path);

}  // namespace ibtikar::io
