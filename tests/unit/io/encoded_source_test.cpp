// Text in other encodings, converted while it is read in pieces of any size.
#include "io/files/encoded_source.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <gtest/gtest.h>

namespace ibtikar::io {
namespace {

/// Bytes in memory, given in pieces of `step`.
class PieceSource final : public ByteSource {
 public:
  PieceSource(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  Result<std::size_t> read(char* into, std::size_t most) override {
    const std::size_t size = std::min({most, step_, bytes_.size() - used_});
    std::memcpy(into, bytes_.data() + used_, size);
    used_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t used_ = 0;
};

struct Outcome {
  std::string text;
  std::vector<std::string> told;
};

Outcome read_all(const std::string& bytes, const std::string& encoding, std::size_t step,
                 std::size_t room = 100) {
  Outcome outcome;
  const auto source = as_utf8(std::make_unique<PieceSource>(bytes, step), "a.csv", encoding,
                              [&](const Message& one) { outcome.told.push_back(one.in("en")); });
  std::string buffer(room, '\0');
  for (;;) {
    const Result<std::size_t> got = source->read(buffer.data(), buffer.size());
    if (!got || *got == 0) return outcome;
    outcome.text.append(buffer, 0, *got);
  }
}

std::string utf16(std::u16string_view text, bool is_little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += is_little ? low : high;
    bytes += is_little ? high : low;
  }
  return bytes;
}

constexpr std::u16string_view kText = u"رقم,title\nمدرسة,𝄞 one\n";
constexpr std::string_view kSame = "رقم,title\nمدرسة,𝄞 one\n";

TEST(EncodedSource, ConvertsInPiecesOfAnySize) {
  for (std::size_t step = 1; step <= 60; ++step)
    for (const std::size_t room : {std::size_t{1}, std::size_t{7}, std::size_t{4096}})
      for (const bool is_little : {true, false}) {
        EXPECT_EQ(read_all(utf16(kText, is_little), is_little ? "UTF-16LE" : "UTF-16BE", step, room).text,
                  kSame);
        EXPECT_EQ(read_all(std::string(kSame), "", step, room).text, kSame);
      }
}

TEST(EncodedSource, RecognizesUtf16AndSaysSo) {
  for (const bool is_little : {true, false})
    for (const bool is_marked : {true, false}) {
      const std::u16string text = (is_marked ? u"\uFEFF" : u"") + std::u16string(u"id,title\na,one\n");
      const Outcome read = read_all(utf16(text, is_little), "", 3);
      EXPECT_EQ(read.text, (is_marked ? "\xEF\xBB\xBF" : "") + std::string("id,title\na,one\n"));
      EXPECT_EQ(read.told, std::vector<std::string>{"a.csv: read as UTF-16"});
    }
}

TEST(EncodedSource, LetsAMarkCountMoreThanTheName) {
  const std::string marked = "\xEF\xBB\xBFid,\xD9\x85\n";
  EXPECT_EQ(read_all(marked, "windows-1256", 2).text, marked);
}

TEST(EncodedSource, CountsBytesThatTheEncodingDoesNotHave) {
  const Outcome read = read_all("a\x81,b\x8D\n", "windows-1252", 1);
  EXPECT_EQ(read.text, "a\uFFFD,b\uFFFD\n");
  ASSERT_EQ(read.told.size(), 1U);
  EXPECT_EQ(read.told.front(), "a.csv: 2 bytes are not windows-1252, and each reads as \"\uFFFD\"");
}

TEST(EncodedSource, ReplacesACharacterThatTheEndCutsOff) {
  EXPECT_EQ(read_all(utf16(u"ab", true) + "c", "UTF-16LE", 2).text, "ab\uFFFD");
}

TEST(EncodedSource, KnowsEncodingsByName) {
  for (const char* name : {"windows-1256", "WINDOWS-1252", "ISO-8859-6", "utf-16", "UTF-8"})
    EXPECT_TRUE(is_known_encoding(name)) << name;
  for (const char* name : {"", "martian", "UTF-8//IGNORE", "../x"})
    EXPECT_FALSE(is_known_encoding(name)) << name;
}

}  // namespace
}  // namespace ibtikar::io
