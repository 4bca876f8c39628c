// Place: what a path leads to, so that two names for one thing are recognized.
//
//   place_of("out/../a.csv") == place_of("link-to-a")
//
// An existing file is its device and inode, whatever its name: through ./, through both kinds of
// links, or as a stream of ours that was redirected into it. A file that does not exist yet is its
// folder and its name, even behind a dead link.
#pragma once

#include <optional>
#include <string>

#include <sys/types.h>

#include "ibtikar/message.h"

namespace ibtikar::io {

struct Place {
  std::optional<int> descriptor;  ///< an open stream of this process: /dev/stdout, /dev/fd/3, links to them
  std::string path;               ///< links followed, folders without . and ..; of a stream as it was given
  bool exists = false;
  dev_t device = 0;
  ino_t inode = 0;
  mode_t mode = 0;  ///< with the kind of file; 0 when nothing is there

  [[nodiscard]] bool is_file() const;
  [[nodiscard]] bool is_folder() const;
  [[nodiscard]] bool is_pipe() const;
  /// Something else than a file or a folder: a device, a FIFO.
  [[nodiscard]] bool is_special() const;

  friend bool operator==(const Place& a, const Place& b);
};

/// Whether the last part of a path may be a link.
enum class Links { follow, keep };

/// Never fails: what cannot be looked at is not there.
[[nodiscard]] Place place_of(const std::string& path, Links links = Links::follow);
/// Whether an output of this path is standard output: none, or "-".
[[nodiscard]] bool is_standard_output(const std::string& path);
/// What "-" is to a command that reads.
[[nodiscard]] Place standard_input_place();
/// What "-" is to a command that writes.
[[nodiscard]] Place standard_output_place();

/// "a pipe (FIFO)", "a socket", ...; empty for a regular file.
[[nodiscard]] Message kind_of(mode_t mode);

/// "." of "a", "/" of "/a".
[[nodiscard]] std::string folder_of(const std::string& path);
/// "a" of "b/a".
[[nodiscard]] std::string name_of(const std::string& path);

}  // namespace ibtikar::io
