// Reading files whole. See files.h.
#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/file_kind.h"
#include "codec/json/scan.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"
#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

/// `text` is the file up to one byte over the limit. If it is not text at all, that is reported
/// first.
tl::unexpected<Diagnostic> too_large(const std::string& name, std::size_t max_bytes, std::string_view text) {
  if (auto kind = fault_of_kind(name, text, phrase("text in UTF-8"))) return fail(*std::move(kind));
  Diagnostic fault =
      error_at("", Code::too_large, message("more than {0} bytes; expected at most that", max_bytes));
  fault.file = name;
  fault.position = position_of(text, max_bytes);
  return fail(std::move(fault));
}

/// What cannot be read as a file, in words; nothing for what can.
Message unreadable_kind(mode_t mode) {
  if (!S_ISDIR(mode) && !S_ISSOCK(mode) && !S_ISBLK(mode)) return {};
  return message("is {0}; expected a file", kind_of(mode));
}

Result<std::string> read_to_end(int descriptor, const std::string& name, std::size_t max_bytes,
                                std::size_t guess, bool may_wait) {
  constexpr std::size_t kReadStep = std::size_t{64} << 10;
  std::string text;
  std::size_t used = 0;
  while (true) {
    // One byte over the limit is enough to know.
    text.resize(std::min(std::max(used + kReadStep, guess + 1), max_bytes + 1));
    if (may_wait && !wait_to_read(descriptor)) return fail(interruption());
    const ssize_t got = ::read(descriptor, text.data() + used, text.size() - used);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) return fail_errno(name, phrase("reading"));
    used += static_cast<std::size_t>(got);
    if (used > max_bytes) return too_large(name, max_bytes, text);
    if (got == 0) break;
  }
  text.resize(used);
  return text;
}

}  // namespace

Result<std::string> read_whole(const std::string& path, std::size_t max_bytes) {
  if (path == "-") return read_to_end(STDIN_FILENO, "standard input", max_bytes, 0, true);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return fail_errno(path, phrase("opening"));
  if (const Message kind = unreadable_kind(status.st_mode); !kind.empty()) return fail_io(path, kind);
  const FileHandle file = open_to_read(path);
  if (!file.is_open()) return fail_errno(path, phrase("opening"));
  const std::size_t guess =
      S_ISREG(status.st_mode) ? std::min(static_cast<std::size_t>(status.st_size), max_bytes) : 0;
  return read_to_end(file.get(), path, max_bytes, guess, !S_ISREG(status.st_mode));
}

Result<std::string> read_beginning(const std::string& path, std::size_t most) {
  const FileHandle file = open_to_read(path);
  if (!file.is_open()) return fail_errno(path, phrase("opening"));
  std::string bytes(most, '\0');
  std::size_t used = 0;
  while (used < most) {
    const ssize_t got = uninterrupted([&] { return ::read(file.get(), bytes.data() + used, most - used); });
    if (got < 0) return fail_errno(path, phrase("reading"));
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return bytes;
}

Result<std::string> read_regular(const std::string& path, std::size_t max_bytes) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return fail_errno(path, phrase("opening"));
  if (!S_ISREG(status.st_mode)) return fail_io(path, message("is no regular file"));
  return read_whole(path, max_bytes);
}

std::string path_beside(const std::string& from, const std::string& reference) {
  return (std::filesystem::path(from).parent_path() / reference).lexically_normal().string();
}

std::string stem_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

Result<FileIdentity> identify(const std::string& path, std::size_t max_bytes) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return FileIdentity{};
    return fail_errno(path, phrase("looking at it"));
  }
  Result<std::string> text = read_whole(path, max_bytes);
  if (!text) return fail(text.error());
  return FileIdentity{true, status.st_dev, status.st_ino, static_cast<unsigned long long>(status.st_size),
                      sha256(*text)};
}

bool is_taken(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 || !says_that_nothing_is_there(errno);
}

}  // namespace ibtikar::io
