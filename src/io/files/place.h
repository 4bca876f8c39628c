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
#include "ibtikar/result.h"

namespace ibtikar::io {

struct Place {
  std::optional<int> descriptor;  ///< an open stream of this process: /dev/stdout, /dev/fd/3, links to them
  std::string path;               ///< links followed, folders without . and ..; of a stream as it was given
  bool exists = false;
  dev_t device = 0;
  ino_t inode = 0;
  mode_t mode = 0;  ///< with the kind of file; 0 when nothing is there
  int fault = 0;    ///< why it could not be looked at: what is there is not known

  [[nodiscard]] bool is_file() const;
  [[nodiscard]] bool is_folder() const;
  [[nodiscard]] bool is_pipe() const;
  /// Only with Links::keep.
  [[nodiscard]] bool is_link() const;
  /// Something else than a file or a folder: a device, a FIFO.
  [[nodiscard]] bool is_special() const;

  friend bool operator==(const Place& a, const Place& b);
};

/// Whether the last part of a path may be a link.
enum class Links { follow, keep };

/// What cannot be looked at is taken not to be there, with a fault.
[[nodiscard]] Place place_of(const std::string& path, Links links = Links::follow);
/// Whether the number in errno says that a name leads to nothing, or to nothing that one may reach. A disk
/// that does not answer says neither.
[[nodiscard]] bool says_that_nothing_is_there(int error);
/// The failure of a place with a fault.
[[nodiscard]] tl::unexpected<Diagnostic> fail_looking(const std::string& path, const Place& place);
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
