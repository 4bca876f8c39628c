// See package_check.h. As much of the ZIP format as libxlsxwriter writes: one disk, no comment,
// deflated parts, sizes under 4 GiB.
#include "io/files/package_check.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "io/files/file_handle.h"

namespace ibtikar::io {
namespace {

constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kCentralHeader = 46;
constexpr std::size_t kLocalHeader = 30;
constexpr std::size_t kTail = 64;  ///< longer than any closing tag

/// A little-endian number of `size` bytes.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// The file that was written.
class Package {
 public:
  explicit Package(int descriptor) : descriptor_(descriptor) {}

  /// A range of its bytes. Empty if they do not exist, or cannot be read.
  std::optional<std::string> read_at(std::uint64_t at, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t done = 0; done < size;) {
      const ssize_t got = uninterrupted([&] {
        return ::pread(descriptor_, bytes.data() + done, size - done, static_cast<off_t>(at + done));
      });
      if (got < 0) fault_ = errno;
      if (got <= 0) return std::nullopt;
      done += static_cast<std::size_t>(got);
    }
    return bytes;
  }

  std::optional<std::uint64_t> size() {
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0) return static_cast<std::uint64_t>(status.st_size);
    fault_ = errno;
    return std::nullopt;
  }

  /// Why it could not be read; 0: it could.
  [[nodiscard]] int fault() const { return fault_; }

 private:
  int descriptor_;
  int fault_ = 0;
};

/// One packed part: what it unpacks to, its checksum and its last bytes.
class Unpacked {
 public:
  Unpacked(Package& package, std::uint64_t begin, std::uint64_t size)
      : package_(package), at_(begin), end_(begin + size) {
    constexpr int kRawDeflate = -15;
    is_good_ = inflateInit2(&stream_, kRawDeflate) == Z_OK;
  }
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;
  ~Unpacked() { inflateEnd(&stream_); }

  /// Whether it unpacks to the end, and to bytes of this checksum.
  bool read(std::uint64_t checksum) {
    std::string in;
    for (int status = Z_OK; is_good_ && status != Z_STREAM_END;) {
      if (stream_.avail_in == 0) {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, end_ - at_));
        std::optional<std::string> bytes = size > 0 ? package_.read_at(at_, size) : std::nullopt;
        if (!bytes) return false;
        in = *std::move(bytes);
        at_ += size;
        stream_.next_in = reinterpret_cast<unsigned char*>(in.data());
        stream_.avail_in = static_cast<unsigned>(in.size());
      }
      stream_.next_out = out_.data();
      stream_.avail_out = static_cast<unsigned>(out_.size());
      status = inflate(&stream_, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END) return false;
      keep(out_.size() - stream_.avail_out);
    }
    return is_good_ && checksum_ == checksum;
  }

  /// Whether the last bytes close the first tag that is not a declaration.
  [[nodiscard]] bool is_closed() const {
    std::string_view head = head_;
    if (head.starts_with("<?")) head = head.substr(std::min(head.find("?>"), head.size() - 2) + 2);
    const std::size_t begin = head.find('<');
    if (begin == std::string_view::npos) return false;
    const std::size_t end = head.find_first_of(" />\r\n", begin);
    if (end == std::string_view::npos) return false;
    std::string_view tail = tail_;
    tail = tail.substr(0, tail.find_last_not_of(" \r\n") + 1);
    return tail.ends_with("</" + std::string(head.substr(begin + 1, end - begin - 1)) + ">");
  }

 private:
  static constexpr std::size_t kChunk = std::size_t{1} << 16;

  void keep(std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(out_.data()), size);
    checksum_ = crc32(checksum_, out_.data(), static_cast<unsigned>(size));
    if (head_.size() < 4 * kTail) head_ += bytes.substr(0, 4 * kTail);
    tail_ += bytes.substr(size - std::min(size, kTail));
    tail_.erase(0, tail_.size() - std::min(tail_.size(), kTail));
  }

  Package& package_;
  std::uint64_t at_;
  std::uint64_t end_;
  bool is_good_ = false;
  z_stream stream_{};
  std::array<unsigned char, kChunk> out_{};
  unsigned long checksum_ = 0;
  std::string head_;
  std::string tail_;
};

/// Whether the part that a header of the central directory names is whole.
bool is_whole(Package& package, std::string_view header) {
  const std::uint64_t local = number_at(header, 42, 4);
  const std::optional<std::string> before = package.read_at(local, kLocalHeader);
  if (!before) return false;
  const std::uint64_t begin = local + kLocalHeader + number_at(*before, 26, 2) + number_at(*before, 28, 2);
  Unpacked part(package, begin, number_at(header, 20, 4));
  return part.read(number_at(header, 16, 4)) && part.is_closed();
}

bool are_parts_whole(Package& package) {
  const std::optional<std::uint64_t> size = package.size();
  if (!size || *size < kEndRecord) return false;
  const std::optional<std::string> end = package.read_at(*size - kEndRecord, kEndRecord);
  if (!end || !end->starts_with("PK\5\6")) return false;
  std::uint64_t at = number_at(*end, 16, 4);
  const std::uint64_t parts = number_at(*end, 10, 2);
  for (std::uint64_t i = 0; i < parts; ++i) {
    const std::optional<std::string> header = package.read_at(at, kCentralHeader);
    if (!header || !header->starts_with("PK\1\2") || !is_whole(package, *header)) return false;
    at += kCentralHeader + number_at(*header, 28, 2) + number_at(*header, 30, 2) + number_at(*header, 32, 2);
  }
  return parts > 0;
}

}  // namespace

Result<void> check_package(const std::string& path, const std::string& shown) {
  const FileHandle file = open_file(path, O_RDONLY);
  if (!file.is_open()) return fail_errno(shown, phrase("reading it back"));
  Package package(file.get());
  if (are_parts_whole(package)) return {};
  if (package.fault() == 0)
    return fail_io(shown, message("writing: not all of it was taken; is the disk full?"));
  errno = package.fault();
  return fail_errno(shown, phrase("reading it back"));
}

}  // namespace ibtikar::io
