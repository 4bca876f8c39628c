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
#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

mode_t current_umask() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

/// The mode of the file that is replaced, or of a new one.
mode_t mode_for(const Place& place, Durability durability) {
  if (place.is_file()) return place.mode & 07777U;
  return durability == Durability::answers ? 0600U : 0666U & ~current_umask();
}

}  // namespace

Result<void> make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return {};
  struct stat status {};
  if (errno == EEXIST && ::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return {};
    return fail_io(path, message("is a file; expected a folder"));
  }
  return fail_errno(path, phrase("making the folder"));
}

void remove_file(const std::string& path) { ::unlink(path.c_str()); }

Result<OutputFile> OutputFile::open(const std::string& path, Durability durability, Links links) {
  OutputFile file;
  file.shown_path_ = path;
  file.durability_ = durability;
  const Place place = place_of(path, links);
  if (place.fault != 0) return fail_looking(path, place);  // nothing may replace what is not known
  if (place.descriptor) {
    // Do not open it again: that would start at the beginning of the file that `>> log` appends to.
    file.descriptor_ = FileHandle(::fcntl(*place.descriptor, F_DUPFD_CLOEXEC, 3));
    if (!file.descriptor_.is_open()) return fail_errno(path, phrase("opening for writing"));
    return file;
  }
  if (place.is_folder()) return fail_io(path, message("is a folder; expected a file to write"));
  if (place.exists && links == Links::follow && !place.is_file()) {
    if (S_ISSOCK(place.mode) || S_ISBLK(place.mode))
      return fail_io(path, message("is {0}; expected a file to write", kind_of(place.mode)));
    file.descriptor_ = open_file(path, O_WRONLY | O_NOCTTY);
    if (!file.descriptor_.is_open()) return fail_errno(path, phrase("opening for writing"));
    return file;
  }
  file.target_ = place.path;
  if (place.is_file() && ::access(file.target_.c_str(), W_OK) != 0)
    return fail_errno(path, phrase("opening for writing"));
  if (Result<void> made = file.make_temporary(mode_for(place, durability)); !made) return fail(made.error());
  return file;
}

Result<void> OutputFile::make_temporary(unsigned mode) {
  const std::string pattern = folder_of(target_) + "/." + name_of(target_) + ".XXXXXX.tmp";
  std::string name;
  constexpr int kSuffixLength = 4;  // ".tmp"
  {
    const SignalsHeld held;
    descriptor_ = FileHandle(uninterrupted([&] {
      name = pattern;
      return ::mkostemps(name.data(), kSuffixLength, O_CLOEXEC);
    }));
    if (!descriptor_.is_open()) return fail_errno(shown_path_, phrase("creating"));
    known_ = Temporary(name);
    temporary_ = std::move(name);
  }
  if (uninterrupted([&] { return ::fchmod(descriptor_.get(), mode); }) != 0)
    return fail_errno(shown_path_, phrase("setting its mode"));
  return {};
}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  abandon();
  shown_path_ = std::move(other.shown_path_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, {});
  known_ = std::exchange(other.known_, {});
  descriptor_ = std::move(other.descriptor_);
  durability_ = other.durability_;
  return *this;
}

OutputFile::~OutputFile() { abandon(); }

void OutputFile::abandon() noexcept {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  known_ = {};
  descriptor_ = {};
}

Result<void> OutputFile::append(std::string_view bytes) {
  if (!write_all(descriptor_.get(), bytes)) return fail_writing(shown_path_);
  return {};
}

Result<void> OutputFile::commit(std::string_view bytes) {
  if (!write_all(descriptor_.get(), bytes)) return fail_writing(shown_path_);
  const bool is_straight = temporary_.empty();
  const bool is_synced = !is_straight && durability_ != Durability::page;
  if (is_synced && uninterrupted([&] { return ::fsync(descriptor_.get()); }) != 0)
    return fail_errno(shown_path_, phrase("writing to disk"));
  if (!descriptor_.close()) return fail_errno(shown_path_, phrase("closing"));
  if (is_straight) return {};
  if (uninterrupted([&] { return ::rename(temporary_.c_str(), target_.c_str()); }) != 0)
    return fail_errno(shown_path_, phrase("putting it into place"));
  temporary_.clear();
  known_ = {};
  if (durability_ != Durability::answers) return {};
  const FileHandle folder = open_file(folder_of(target_), O_RDONLY | O_DIRECTORY);
  // Some file systems have no fsync on folders (EINVAL); the rename is all they offer.
  if (!folder.is_open() || (uninterrupted([&] { return ::fsync(folder.get()); }) != 0 && errno != EINVAL))
    return fail_errno(shown_path_, phrase("writing its folder to disk"));
  return {};
}

Result<void> OutputFile::commit_as(const std::string& name) {
  target_ = folder_of(target_) + "/" + name;
  return commit({});
}

Result<void> write_whole(const std::string& path, std::string_view bytes, Durability durability,
                         Links links) {
  Result<OutputFile> file = OutputFile::open(path, durability, links);
  if (!file) return fail(file.error());
  return file->commit(bytes);
}

}  // namespace ibtikar::io
