// See encoded_source.h.
#include "io/files/encoded_source.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <iconv.h>

#include "base/file_kind.h"
#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar::io {
namespace {

constexpr std::size_t kEncodedStep = std::size_t{32} << 10;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A conversion of the system, closed at the end.
class Converter {
 public:
  explicit Converter(const std::string& encoding) : handle_(::iconv_open("UTF-8", encoding.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) ::iconv_close(handle_);
  }

  [[nodiscard]] bool is_open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): POSIX says so
  }

  /// Converts the beginning of `raw` and removes it from there; what remains is an incomplete
  /// character. Returns the number of bytes that the encoding does not have.
  std::size_t convert(std::string& raw, std::string& out) {
    std::size_t bad = 0;
    char* from = raw.data();
    std::size_t left = raw.size();
    while (left > 0) {
      std::array<char, kEncodedStep> buffer{};
      char* to = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = ::iconv(handle_, &from, &left, &to, &room);
      const int why = errno;
      out.append(buffer.data(), buffer.size() - room);
      if (result != static_cast<std::size_t>(-1) || why == E2BIG) continue;
      if (why == EINVAL) break;
      out += kReplacement;
      ++bad, ++from, --left;
    }
    raw.erase(0, raw.size() - left);
    return bad;
  }

 private:
  iconv_t handle_;
};

class EncodedSource final : public ByteSource {
 public:
  EncodedSource(std::unique_ptr<ByteSource> source, std::string name, std::string encoding,
                std::function<void(Message)> tell)
      : source_(std::move(source)),
        name_(std::move(name)),
        encoding_(std::move(encoding)),
        tell_(std::move(tell)) {}

  Result<std::size_t> read(char* into, std::size_t most) override {
    if (!std::exchange(is_begun_, true))
      if (const Result<void> begun = begin(); !begun) return fail(begun.error());
    while (converter_ && used_ == ready_.size()) {
      const Result<bool> more = convert_more();
      if (!more) return fail(more.error());
      if (!*more) return std::size_t{0};
    }
    if (used_ == ready_.size()) return source_->read(into, most);
    const std::size_t size = std::min(most, ready_.size() - used_);
    std::memcpy(into, ready_.data() + used_, size);
    used_ += size;
    return size;
  }

  [[nodiscard]] bool would_wait() const override { return used_ == ready_.size() && source_->would_wait(); }

 private:
  /// Reads the first line, which shows the encoding.
  Result<void> begin() {
    bool is_over = false;
    while (!is_over && ready_.size() < kKindBytes && ready_.find('\n') == std::string::npos) {
      const Result<bool> more = read_into(ready_, kKindBytes - ready_.size());
      if (!more) return fail(more.error());
      is_over = !*more;
    }
    if (ready_.starts_with(kByteOrderMark)) return {};
    const std::string_view wide = utf16_of(ready_);
    if (!wide.empty() && encoding_.empty()) tell_(message("{0}: read as UTF-16", visible(name_)));
    if (!wide.empty()) encoding_ = wide;
    if (encoding_.empty()) return {};
    converter_ = std::make_unique<Converter>(encoding_);
    if (!converter_->is_open()) {  // a mapping says what was never checked
      Diagnostic fault = error_at("", "unknown-encoding",
                                  message("{0} is no encoding that this system knows", quoted(encoding_)));
      fault.file = name_;
      return fail(std::move(fault));
    }
    raw_ = std::exchange(ready_, {});
    bad_ += converter_->convert(raw_, ready_);
    return {};
  }

  /// False at the end of input.
  Result<bool> convert_more() {
    const Result<bool> more = read_into(raw_, kEncodedStep);
    if (!more) return more;
    ready_.clear();
    used_ = 0;
    bad_ += converter_->convert(raw_, ready_);
    if (*more) return true;
    if (!raw_.empty()) {  // a character that the end of the input cut off
      ready_ += kReplacement;
      bad_ += std::exchange(raw_, {}).size();
      return true;
    }
    if (const std::size_t bad = std::exchange(bad_, 0); bad > 0)
      tell_(counted("{1}: {0} byte is not {2}, and reads as \"{3}\"",
                    "{1}: {0} bytes are not {2}, and each reads as \"{3}\"", bad, visible(name_),
                    visible(encoding_), kReplacement));
    return false;
  }

  Result<bool> read_into(std::string& bytes, std::size_t most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + most);
    const Result<std::size_t> got = source_->read(bytes.data() + before, most);
    bytes.resize(before + got.value_or(0));
    if (!got) return fail(got.error());
    return *got > 0;
  }

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::string encoding_;
  std::function<void(Message)> tell_;
  std::unique_ptr<Converter> converter_;  ///< null: the text passes unchanged
  std::string raw_;                       ///< read, and not yet converted
  std::string ready_;                     ///< to be given away
  std::size_t used_ = 0;                  ///< of that
  std::size_t bad_ = 0;                   ///< bytes that the encoding does not have
  bool is_begun_ = false;
};

}  // namespace

bool is_known_encoding(const std::string& encoding) {
  // glibc takes an empty name for the locale's encoding, and what follows "//" for an option.
  return !encoding.empty() && encoding.find('/') == std::string::npos && Converter(encoding).is_open();
}

std::unique_ptr<ByteSource> as_utf8(std::unique_ptr<ByteSource> source, std::string name,
                                    std::string encoding, std::function<void(Message)> tell) {
  return std::make_unique<EncodedSource>(std::move(source), std::move(name), std::move(encoding),
                                         std::move(tell));
}

}  // namespace ibtikar::io
