// Writing files whole or not at all. See files.h.
//
// The order is fsync(file) < rename < fsync(folder): after a power cut there is
// the old file or the new one. A failed fsync is not tried again: the kernel may
// have dropped the pages, and a second success would mean nothing.
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/files/file_handle.h"
#include "io/files/files.h"

namespace ibtikar::io {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

/// The mode of the file that is replaced, or of a new one.
mode_t mode_for(const std::string& target, Durability durability) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) return old.st_mode & 07777U;
  return durability == Durability::answers ? 0600U : 0666U & ~current_umask();
}

}  // namespace

Result<void> make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return {};
  struct stat status {};
  if (errno == EEXIST && ::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return {};
    return fail_io(path, "is a file; expected a folder");
  }
  return fail_errno(path, "making the folder");
}

std::string resolved(const std::string& path) {
  std::string at = path;
  constexpr int kMaxLinks = 40;
  for (int i = 0; i < kMaxLinks; ++i) {
    std::string link(4096, '\0');
    const ssize_t length = ::readlink(at.c_str(), link.data(), link.size());
    if (length < 0) return at;
    link.resize(static_cast<std::size_t>(length));
    std::string next = link.starts_with('/') ? "" : folder_of(at) + "/";
    next += link;
    at = std::move(next);
  }
  return at;
}

Result<OutputFile> OutputFile::open(const std::string& path, Durability durability) {
  OutputFile file;
  file.shown_path_ = path;
  file.durability_ = durability;
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return fail_io(path, "is a folder; expected a file to write");
  // Devices, FIFOs and /dev/stdout, wherever it leads: there is no place beside them, nothing to rename.
  if (exists && (!S_ISREG(status.st_mode) || path.starts_with("/dev/"))) {
    FileHandle device = open_file(path, O_WRONLY);
    if (!device.is_open()) return fail_errno(path, "opening for writing");
    file.descriptor_ = device.release();
    return file;
  }
  file.target_ = resolved(path);
  if (exists && ::access(file.target_.c_str(), W_OK) != 0) return fail_errno(path, "opening for writing");
  file.temporary_ = folder_of(file.target_) + "/." + name_of(file.target_) + ".XXXXXX.tmp";
  constexpr int kSuffixLength = 4;  // ".tmp"
  file.descriptor_ = ::mkostemps(file.temporary_.data(), kSuffixLength, O_CLOEXEC);
  if (file.descriptor_ < 0) {
    file.temporary_.clear();
    return fail_errno(path, "creating");
  }
  if (::fchmod(file.descriptor_, mode_for(file.target_, durability)) != 0)
    return fail_errno(path, "setting its mode");
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : shown_path_(std::move(other.shown_path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      durability_(other.durability_) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  abandon();
  shown_path_ = std::move(other.shown_path_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, {});
  descriptor_ = std::exchange(other.descriptor_, -1);
  durability_ = other.durability_;
  return *this;
}

OutputFile::~OutputFile() { abandon(); }

void OutputFile::abandon() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

Result<void> OutputFile::append(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) return fail_errno(shown_path_, "writing");
  return {};
}

Result<void> OutputFile::commit(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) return fail_errno(shown_path_, "writing");
  const bool is_device = temporary_.empty();
  const bool is_synced = !is_device && durability_ != Durability::page;
  if (is_synced && ::fsync(descriptor_) != 0) return fail_errno(shown_path_, "writing to disk");
  FileHandle file(std::exchange(descriptor_, -1));
  if (!file.close()) return fail_errno(shown_path_, "closing");
  if (is_device) return {};
  if (::rename(temporary_.c_str(), target_.c_str()) != 0)
    return fail_errno(shown_path_, "putting it into place");
  temporary_.clear();
  if (durability_ != Durability::answers) return {};
  const FileHandle folder = open_file(folder_of(target_), O_RDONLY | O_DIRECTORY);
  // Some file systems have no fsync on folders (EINVAL); the rename is all they offer.
  if (!folder.is_open() || (::fsync(folder.get()) != 0 && errno != EINVAL))
    return fail_errno(shown_path_, "writing its folder to disk");
  return {};
}

Result<void> write_whole(const std::string& path, std::string_view bytes, Durability durability) {
  Result<OutputFile> file = OutputFile::open(path, durability);
  if (!file) return fail(file.error());
  return file->commit(bytes);
}

}  // namespace ibtikar::io
