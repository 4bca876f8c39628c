// See place.h.
#include "io/files/place.h"

#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

#include "io/files/file_handle.h"

namespace ibtikar::io {
namespace {

/// Without links, . and .., or unchanged if nothing exists there.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  if (real) return real.get();
  std::error_code fault;
  const std::filesystem::path whole = std::filesystem::absolute(path, fault);
  return fault ? path : whole.lexically_normal().string();
}

/// A descriptor of this process when `name` in `folder` stands for one.
std::optional<int> descriptor_of(const std::string& folder, const std::string& name) {
  const std::string own = "/proc/" + std::to_string(::getpid()) + "/";
  const bool is_own = folder == own + "fd" || (folder.starts_with(own + "task/") && folder.ends_with("/fd"));
  if (!is_own) return std::nullopt;
  int number = -1;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

/// Where a link leads; nothing for what is none. `fault`: why it cannot be said.
std::optional<std::string> link_at(const std::string& path, int& fault) {
  std::string link(PATH_MAX, '\0');
  const ssize_t length = uninterrupted([&] { return ::readlink(path.c_str(), link.data(), link.size()); });
  if (length < 0) {
    if (errno != EINVAL && !says_that_nothing_is_there(errno)) fault = errno;  // EINVAL: it is no link
    return std::nullopt;
  }
  link.resize(static_cast<std::size_t>(length));
  return link;
}

void look(const struct stat& status, Place& place) {
  place.exists = true;
  place.device = status.st_dev;
  place.inode = status.st_ino;
  place.mode = status.st_mode;
}

Place place_of_descriptor(int descriptor, const std::string& path) {
  Place place;
  place.descriptor = descriptor;
  place.path = path;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) look(status, place);
  return place;
}

/// Folders, and names that are folders by how they are written.
bool names_no_file(const std::string& name) { return name.empty() || name == "." || name == ".."; }

}  // namespace

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool Place::is_file() const { return S_ISREG(mode); }
bool Place::is_folder() const { return S_ISDIR(mode); }
bool Place::is_pipe() const { return S_ISFIFO(mode); }
bool Place::is_link() const { return S_ISLNK(mode); }
bool Place::is_special() const { return exists && !is_file() && !is_folder(); }

bool operator==(const Place& a, const Place& b) {
  if (a.exists != b.exists) return false;
  if (a.exists) return a.device == b.device && a.inode == b.inode;
  if (a.descriptor || b.descriptor) return a.descriptor == b.descriptor;
  return a.path == b.path;
}

Place place_of(const std::string& path, Links links) {
  Place place;
  std::string at = path;
  constexpr int kMaxLinks = 40;
  for (int i = 0; i < kMaxLinks; ++i) {
    const std::string name = name_of(at);
    if (names_no_file(name)) {
      at = real_path(at);
      break;
    }
    const std::string folder = real_path(folder_of(at));
    if (const auto descriptor = descriptor_of(folder, name)) return place_of_descriptor(*descriptor, path);
    at = (folder == "/" ? "" : folder) + "/" + name;
    const std::optional<std::string> link = links == Links::follow ? link_at(at, place.fault) : std::nullopt;
    if (!link) break;
    at = link->starts_with('/') ? *link : folder + "/" + *link;
  }
  // Longer than the system accepts at once: use it as given, below the current folder.
  place.path = at.size() < PATH_MAX ? at : path;
  struct stat status {};
  const bool is_there =
      links == Links::follow ? file_status(path, status) : ::lstat(at.c_str(), &status) == 0;
  if (is_there)
    look(status, place);
  else if (!says_that_nothing_is_there(errno))
    place.fault = errno;
  return place;
}

bool says_that_nothing_is_there(int error) {
  return error == ENOENT || error == ENOTDIR || error == EACCES || error == EPERM || error == ENAMETOOLONG ||
         error == ELOOP;
}

tl::unexpected<Diagnostic> fail_looking(const std::string& path, const Place& place) {
  errno = place.fault;
  return fail_errno(path, phrase("looking at it"));
}

bool is_standard_output(const std::string& path) { return path.empty() || path == "-"; }
Place standard_input_place() { return place_of_descriptor(STDIN_FILENO, "-"); }
Place standard_output_place() { return place_of_descriptor(STDOUT_FILENO, "-"); }

Message kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return message("a folder");
  if (S_ISFIFO(mode)) return message("a pipe (FIFO)");
  if (S_ISSOCK(mode)) return message("a socket");
  if (S_ISBLK(mode)) return message("a block device");
  if (S_ISCHR(mode)) return message("a device");
  if (S_ISLNK(mode)) return message("a link");
  return {};
}

}  // namespace ibtikar::io
