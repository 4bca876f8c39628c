// See path_output.h.
#include "io/files/path_output.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace ibtikar::io {
namespace {

/// A folder for temporary files of an output that has none beside it.
std::string scratch_folder() {
  const char* named = std::getenv("TMPDIR");
  for (const char* folder : {named, "/tmp", "/dev/shm"})
    if (folder != nullptr && ::access(folder, W_OK | X_OK) == 0) return folder;
  return ".";
}

}  // namespace

Result<PathOutput> PathOutput::open(const std::string& path, ByteSink& standard_output) {
  PathOutput output;
  output.standard_output_ = &standard_output;
  const bool is_standard_output = path.empty() || path == "-";
  // Not "standard output": a failure to write to it is reported elsewhere, once.
  output.shown_ = is_standard_output ? "output kept in memory" : path;
  if (!is_standard_output) {
    Result<OutputFile> file = OutputFile::open(path, Durability::report);
    if (!file) return fail(file.error());
    output.file_ = *std::move(file);
    const std::string& temporary = output.file_->temporary();
    if (!temporary.empty()) {
      output.written_ = open_file(temporary, O_RDWR);
      output.folder_ = temporary.substr(0, temporary.rfind('/'));
    }
  }
  if (!output.written_.is_open()) {
    output.written_ = FileHandle(::memfd_create("ibtikar", MFD_CLOEXEC));
    output.folder_ = scratch_folder();
    output.is_copied_ = true;
  }
  if (!output.written_.is_open()) return fail_errno(output.shown_, phrase("making room for it"));
  output.path_ = "/proc/self/fd/" + std::to_string(output.written_.get());
  return output;
}

Result<void> PathOutput::finish() {
  if (!is_copied_) return file_->commit({});
  std::string chunk(std::size_t{1} << 16, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(written_.get(), chunk.data(), chunk.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_errno(shown_, phrase("reading it back"));
    if (got == 0) break;
    at += got;
    const std::string_view bytes(chunk.data(), static_cast<std::size_t>(got));
    if (Result<void> written = file_ ? file_->append(bytes) : standard_output_->write(bytes); !written)
      return written;
  }
  return file_ ? file_->commit({}) : Result<void>();
}

}  // namespace ibtikar::io
