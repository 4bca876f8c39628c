// See small_files.h.
#include "io/files/small_files.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ibtikar::io {
namespace {

constexpr std::size_t kSmall = std::size_t{64} << 10;

}  // namespace

std::optional<SmallFiles::Found> SmallFiles::read(const std::string& path, std::string& bytes,
                                                  std::size_t at) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) return std::nullopt;
  const std::string_view folder = std::string_view(path).substr(0, slash);
  if (!folder_.is_open() || folder != folder_path_) {
    folder_path_ = folder;
    folder_ = open_file(folder_path_, O_PATH | O_DIRECTORY);
    if (!folder_.is_open()) return std::nullopt;
  }
  const FileHandle file(
      ::openat(folder_.get(), path.c_str() + slash + 1, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  if (status.st_size > static_cast<off_t>(kSmall)) return std::nullopt;
  // One byte more than there should be: a file that grows is not read in part.
  const std::size_t most = static_cast<std::size_t>(status.st_size) + 1;
  if (bytes.size() < at + most) bytes.resize(std::max(2 * at, at + kSmall + 1));
  const ssize_t got = ::read(file.get(), bytes.data() + at, most);
  if (got != status.st_size) return std::nullopt;
  return Found{most - 1, status.st_dev, status.st_ino};
}

}  // namespace ibtikar::io
