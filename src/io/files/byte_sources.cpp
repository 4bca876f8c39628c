// See byte_sources.h.
#include "io/files/byte_sources.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "io/files/file_handle.h"
#include "io/files/place.h"
#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

constexpr std::string_view kGzip = "\x1F\x8B";
constexpr std::string_view kZstd = "\x28\xB5\x2F\xFD";
constexpr std::size_t kPackedStep = std::size_t{128} << 10;

class FileSource final : public ByteSource {
 public:
  FileSource(FileHandle file, int descriptor, std::string name, bool may_wait)
      : file_(std::move(file)), descriptor_(descriptor), name_(std::move(name)), may_wait_(may_wait) {}

  Result<std::size_t> read(char* into, std::size_t most) override {
    if (const std::size_t ready = head_.size() - head_used_; ready > 0) {
      const std::size_t size = std::min(ready, most);
      std::memcpy(into, head_.data() + head_used_, size);
      head_used_ += size;
      return size;
    }
    for (;;) {
      if (may_wait_ && !wait_to_read(descriptor_)) return fail(interruption());
      const ssize_t got = ::read(descriptor_, into, most);
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got < 0) return fail_errno(name_, phrase("reading"));
      const auto size = static_cast<std::size_t>(got);
      return size > 0 && may_wait_ ? size + read_what_is_there(into + size, most - size) : size;
    }
  }

  [[nodiscard]] bool would_wait() const override {
    if (!may_wait_ || head_used_ < head_.size()) return false;
    pollfd input{descriptor_, POLLIN, 0};
    return ::poll(&input, 1, 0) == 0;
  }

  /// The first bytes, which are read again by read().
  Result<std::string_view> head(std::size_t size) {
    while (head_.size() < size) {
      std::array<char, 8> bytes{};
      const Result<std::size_t> got = read_behind(bytes.data(), size - head_.size());
      if (!got) return fail(got.error());
      if (*got == 0) break;
      head_.append(bytes.data(), *got);
    }
    return std::string_view(head_);
  }

 private:
  /// What more a pipe has just now; a failure is for the next read to tell.
  std::size_t read_what_is_there(char* into, std::size_t most) const {
    std::size_t used = 0;
    pollfd input{descriptor_, POLLIN, 0};
    while (used<most&& ::poll(&input, 1, 0)> 0) {
      const ssize_t got = ::read(descriptor_, into + used, most - used);
      if (got <= 0) break;
      used += static_cast<std::size_t>(got);
    }
    return used;
  }
  Result<std::size_t> read_behind(char* into, std::size_t most) {
    const std::string kept = std::exchange(head_, {});
    const Result<std::size_t> got = read(into, most);
    head_ = kept;
    return got;
  }
  FileHandle file_;
  int descriptor_;
  std::string name_;
  bool may_wait_;  ///< a pipe or a terminal: a read of it may last
  std::string head_;
  std::size_t head_used_ = 0;
};

/// Input of an unpacker: refilled from a file when it is used up.
struct Packed {
  std::unique_ptr<FileSource> source;
  std::string bytes = std::string(kPackedStep, '\0');
  std::size_t begin = 0;
  std::size_t end = 0;

  /// False at the end of input.
  Result<bool> refill() {
    if (begin < end) return true;
    const Result<std::size_t> got = source->read(bytes.data(), bytes.size());
    if (!got) return fail(got.error());
    begin = 0;
    end = *got;
    return end > 0;
  }
};

tl::unexpected<Diagnostic> damaged(const std::string& name, const Message& what) {
  return fail_io(name, message("unpacking: {0}", what));
}

/// One or several gzip members, one after the other.
class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<FileSource> source, std::string name) : name_(std::move(name)) {
    packed_.source = std::move(source);
    constexpr int kGzipOnly = 16;
    is_ready_ = ::inflateInit2(&stream_, kGzipOnly + MAX_WBITS) == Z_OK;
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override { ::inflateEnd(&stream_); }

  Result<std::size_t> read(char* into, std::size_t most) override {
    if (!is_ready_) return damaged(name_, message("not enough memory"));
    const std::size_t room = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(room);
    while (stream_.avail_out == room) {
      const Result<bool> more = packed_.refill();
      if (!more) return fail(more.error());
      if (!*more) {
        if (is_inside_) return damaged(name_, message("the data end too early"));
        return std::size_t{0};
      }
      stream_.next_in = reinterpret_cast<Bytef*>(packed_.bytes.data() + packed_.begin);
      stream_.avail_in = static_cast<uInt>(packed_.end - packed_.begin);
      is_inside_ = true;
      const int state = ::inflate(&stream_, Z_NO_FLUSH);
      packed_.begin = packed_.end - stream_.avail_in;
      if (state == Z_STREAM_END) {
        is_inside_ = false;
        ::inflateReset(&stream_);
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return damaged(
            name_, stream_.msg != nullptr ? Message::verbatim(stream_.msg) : message("the data are damaged"));
      }
    }
    return room - stream_.avail_out;
  }

 private:
  std::string name_;
  Packed packed_;
  z_stream stream_{};
  bool is_ready_ = false;
  bool is_inside_ = false;  ///< of a member
};

class ZstdSource final : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<FileSource> source, std::string name)
      : name_(std::move(name)), stream_(::ZSTD_createDStream(), &::ZSTD_freeDStream) {
    packed_.source = std::move(source);
  }

  Result<std::size_t> read(char* into, std::size_t most) override {
    if (!stream_) return damaged(name_, message("not enough memory"));
    ZSTD_outBuffer out{into, most, 0};
    while (out.pos == 0) {
      const Result<bool> more = packed_.refill();
      if (!more) return fail(more.error());
      if (!*more) {
        if (is_inside_) return damaged(name_, message("the data end too early"));
        return std::size_t{0};
      }
      ZSTD_inBuffer in{packed_.bytes.data(), packed_.end, packed_.begin};
      const std::size_t state = ::ZSTD_decompressStream(stream_.get(), &out, &in);
      packed_.begin = in.pos;
      if (::ZSTD_isError(state) != 0) return damaged(name_, Message::verbatim(::ZSTD_getErrorName(state)));
      is_inside_ = state != 0;
    }
    return out.pos;
  }

 private:
  std::string name_;
  Packed packed_;
  std::unique_ptr<ZSTD_DStream, decltype(&::ZSTD_freeDStream)> stream_;
  bool is_inside_ = false;
};

Result<std::unique_ptr<FileSource>> open_file_source(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(FileHandle(), STDIN_FILENO, "standard input", true);
  struct stat status {};
  if (!file_status(path, status)) return fail_errno(path, phrase("opening"));
  if (S_ISDIR(status.st_mode) || S_ISSOCK(status.st_mode) || S_ISBLK(status.st_mode))
    return fail_io(path, message("is {0}; expected a file", kind_of(status.st_mode)));
  FileHandle file = open_to_read(path);
  if (!file.is_open()) return fail_errno(path, phrase("opening"));
  const int descriptor = file.get();
  // A terminal ends, /dev/null is empty; /dev/zero would be read for ever.
  struct stat nothing {};
  const bool is_empty = ::stat("/dev/null", &nothing) == 0 && nothing.st_rdev == status.st_rdev;
  if (S_ISCHR(status.st_mode) && ::isatty(descriptor) == 0 && !is_empty)
    return fail_io(path, message("is a device; expected a file"));
  return std::make_unique<FileSource>(std::move(file), descriptor, path, !S_ISREG(status.st_mode));
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  Result<OpenedBytes> opened = open_with_head(path);
  if (!opened) return fail(opened.error());
  return std::move(opened->source);
}

bool is_packed(std::string_view head) { return head.starts_with(kGzip) || head.starts_with(kZstd); }

Result<OpenedBytes> open_with_head(const std::string& path) {
  Result<std::unique_ptr<FileSource>> file = open_file_source(path);
  if (!file) return fail(file.error());
  const std::string name = path == "-" ? "standard input" : path;
  const Result<std::string_view> begun = (*file)->head(kHeadBytes);
  if (!begun) return fail(begun.error());
  std::string head(*begun);
  if (head.starts_with(kGzip))
    return OpenedBytes{std::make_unique<GzipSource>(*std::move(file), name), std::move(head)};
  if (head.starts_with(kZstd))
    return OpenedBytes{std::make_unique<ZstdSource>(*std::move(file), name), std::move(head)};
  return OpenedBytes{*std::move(file), std::move(head)};
}

Result<std::unique_ptr<ByteSource>> open_plain_bytes(const std::string& path) {
  Result<std::unique_ptr<FileSource>> file = open_file_source(path);
  if (!file) return fail(file.error());
  return std::unique_ptr<ByteSource>(*std::move(file));
}

}  // namespace ibtikar::io
