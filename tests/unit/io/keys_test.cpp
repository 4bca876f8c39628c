// Keys out of bytes, as terminals send them.
#include "io/terminal/keys.h"

#include <gtest/gtest.h>

#include <vector>

namespace ibtikar::io {

void PrintTo(const Key& key, std::ostream* out) {
  *out << "key " << static_cast<int>(key.kind) << " \"" << key.text << '"';
}

namespace {

using Kind = Key::Kind;

/// All keys of `bytes`, fed in one piece or byte by byte, and what is left once it is quiet.
std::vector<Key> keys_of(std::string_view bytes, bool byte_by_byte) {
  KeyDecoder decoder;
  std::vector<Key> keys;
  const auto take_all = [&](bool is_quiet) {
    while (auto key = decoder.next(is_quiet)) keys.push_back(*std::move(key));
  };
  if (!byte_by_byte) decoder.feed(bytes);
  for (std::size_t at = 0; byte_by_byte && at < bytes.size(); ++at) {
    decoder.feed(bytes.substr(at, 1));
    take_all(false);
  }
  take_all(false);
  take_all(true);
  EXPECT_FALSE(decoder.is_waiting());
  return keys;
}

struct Case {
  const char* name;
  std::string bytes;
  std::vector<Key> keys;
};

const Case kCases[] = {
    {"Letters", "aب3", {{Kind::text, "a"}, {Kind::text, "ب"}, {Kind::text, "3"}}},
    {"EnterTabBackspace",
     "\r\n\t\x7f\x08",
     {{Kind::enter, {}}, {Kind::enter, {}}, {Kind::tab, {}}, {Kind::backspace, {}}, {Kind::backspace, {}}}},
    {"Arrows",
     "\x1b[A\x1b[B\x1b[C\x1b[D",
     {{Kind::up, {}}, {Kind::down, {}}, {Kind::right, {}}, {Kind::left, {}}}},
    {"ApplicationArrows", "\x1bOA\x1bOB\x1bOM", {{Kind::up, {}}, {Kind::down, {}}, {Kind::enter, {}}}},
    {"WithModifiers", "\x1b[1;5C\x1b[1;2A", {{Kind::right, {}}, {Kind::up, {}}}},
    {"Numbered",
     "\x1b[1~\x1b[3~\x1b[4~\x1b[5~\x1b[6~",
     {{Kind::home, {}}, {Kind::erase, {}}, {Kind::end, {}}, {Kind::page_up, {}}, {Kind::page_down, {}}}},
    {"BackTab", "\x1b[Z", {{Kind::back_tab, {}}}},
    {"EscapeAlone", "\x1b", {{Kind::escape, {}}}},
    {"EscapeTwice", "\x1b\x1b", {{Kind::escape, {}}, {Kind::escape, {}}}},
    {"AltIsEscapeAndTheKey", "\x1bx", {{Kind::escape, {}}, {Kind::text, "x"}}},
    {"UnknownSequence", "\x1b[?1;2c\x1b[99~x", {{Kind::unknown, {}}, {Kind::unknown, {}}, {Kind::text, "x"}}},
    {"HalfASequence", "\x1b[1;", {{Kind::unknown, {}}}},
    {"Control", "\x01\x1a", {{Kind::control, "a"}, {Kind::control, "z"}}},
    {"ControlAndASign", "\x1c\x1f", {{Kind::unknown, {}}, {Kind::unknown, {}}}},
    {"NotUtf8", "\xff\xc3(\xe2\x82x", {{Kind::text, "("}, {Kind::text, "x"}}},
    {"C1AndNul", std::string("\xc2\x9b\0a", 4), {{Kind::text, "a"}}},
    {"Paste", "\x1b[200~1\r2\n\x1b[31m\xffق\x1b[201~3", {{Kind::paste, "1\r2\n[31mق"}, {Kind::text, "3"}}},
    {"PasteWithoutEnd", "\x1b[200~abc", {{Kind::paste, "abc"}}},
};

class Keys : public testing::TestWithParam<Case> {};

TEST_P(Keys, AreTheSameInOnePieceAndByteByByte) {
  EXPECT_EQ(keys_of(GetParam().bytes, false), GetParam().keys);
  EXPECT_EQ(keys_of(GetParam().bytes, true), GetParam().keys);
}

INSTANTIATE_TEST_SUITE_P(Terminal, Keys, testing::ValuesIn(kCases),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace ibtikar::io
