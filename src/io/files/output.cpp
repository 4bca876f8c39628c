// See output.h.
#include "io/files/output.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

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

Result<Output> Output::open(const std::string& path, ByteSink& standard_output) {
  Output output(standard_output);
  if (is_standard_output(path)) return output;
  Result<OutputFile> file = OutputFile::open(path, Durability::report);
  if (!file) return fail(file.error());
  output.file_ = *std::move(file);
  return output;
}

Result<Output> Output::open_for_library(const std::string& path, ByteSink& standard_output) {
  Result<Output> output = open(path, standard_output);
  if (!output) return output;
  // Not "standard output": a failure to write to it is reported elsewhere, once.
  output->shown_ = is_standard_output(path) ? "output kept in memory" : path;
  if (const std::string temporary = output->file_path(); !temporary.empty()) {
    output->written_ = open_file(temporary, O_RDWR);
    output->folder_ = folder_of(temporary);
  }
  if (!output->written_.is_open()) {
    output->written_ = FileHandle(::memfd_create("ibtikar", MFD_CLOEXEC));
    output->folder_ = scratch_folder();
    output->is_copied_ = true;
  }
  if (!output->written_.is_open()) return fail_errno(output->shown_, phrase("making room for it"));
  output->path_ = "/proc/self/fd/" + std::to_string(output->written_.get());
  return output;
}

Result<void> Output::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  if (!file_) return standard_output_->write(bytes);
  if (!is_held_back()) return file_->append(bytes);
  // Nobody sees the file yet. Long writes at multiples of a page touch each page once.
  constexpr std::size_t kWriteStep = std::size_t{256} << 10;
  gathered_ += bytes;
  if (gathered_.size() < kWriteStep) return {};
  const std::size_t whole = gathered_.size() - gathered_.size() % kWriteStep;
  Result<void> written = file_->append(std::string_view(gathered_).substr(0, whole));
  gathered_.erase(0, whole);
  return written;
}

Result<void> Output::write_gathered() {
  return gathered_.empty() ? Result<void>() : file_->append(std::exchange(gathered_, {}));
}

Result<void> Output::copy_from_memory() {
  std::string chunk(std::size_t{1} << 16, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(written_.get(), chunk.data(), chunk.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_errno(shown_, phrase("reading it back"));
    if (got == 0) return {};
    at += got;
    if (Result<void> copied = write({chunk.data(), static_cast<std::size_t>(got)}); !copied) return copied;
  }
}

Result<void> Output::finish(std::string_view last) {
  if (is_copied_)
    if (Result<void> copied = copy_from_memory(); !copied) return copied;
  if (Result<void> written = write_gathered(); !written) return written;
  return file_ ? file_->commit(last) : write(last);
}

Result<void> Output::finish_as(const std::string& name) {
  if (Result<void> written = write_gathered(); !written) return written;
  return file_ ? file_->commit_as(name) : Result<void>();
}

}  // namespace ibtikar::io
