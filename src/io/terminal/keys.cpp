// See keys.h.
#include "io/terminal/keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace ibtikar::io {
namespace {

using Kind = Key::Kind;

constexpr char kEscape = '\x1b';
constexpr std::string_view kPasteBegins = "\x1b[200~";
constexpr std::string_view kPasteEnds = "\x1b[201~";
/// No more than this of a pasted text is kept. It exceeds every limit by then, and is refused with
/// a message.
constexpr std::size_t kMaxPaste = std::size_t{4} << 20;

/// By the last byte of CSI and SS3 sequences.
constexpr std::array<std::pair<char, Kind>, 8> kFinals = {{{'A', Kind::up},
                                                           {'B', Kind::down},
                                                           {'C', Kind::right},
                                                           {'D', Kind::left},
                                                           {'H', Kind::home},
                                                           {'F', Kind::end},
                                                           {'Z', Kind::back_tab},
                                                           {'M', Kind::enter}}};

/// By the number before "~".
constexpr std::array<std::pair<char, Kind>, 7> kNumbered = {{{'1', Kind::home},
                                                             {'3', Kind::erase},
                                                             {'4', Kind::end},
                                                             {'5', Kind::page_up},
                                                             {'6', Kind::page_down},
                                                             {'7', Kind::home},
                                                             {'8', Kind::end}}};

template <class Table>
Kind find_in(const Table& table, char name) {
  for (const auto& [known, kind] : table)
    if (known == name) return kind;
  return Kind::unknown;
}

/// How many bytes a UTF-8 sequence with this first byte has; 0 for none.
std::size_t length_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

bool is_control(std::string_view code_point) {
  const auto first = static_cast<unsigned char>(code_point[0]);
  if (first < 0x20 || first == 0x7f) return true;
  return first == 0xc2 && static_cast<unsigned char>(code_point[1]) < 0xa0;  // C1
}

/// Valid UTF-8 without control characters but line ends and tabs.
std::string tidy(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    const std::size_t next = point ? point->next : at + 1;
    const std::string_view piece = text.substr(at, next - at);
    if (point && (!is_control(piece) || piece == "\n" || piece == "\r" || piece == "\t")) out += piece;
    at = next;
  }
  return out;
}

}  // namespace

Key KeyDecoder::take(std::size_t bytes, Key key) {
  bytes_.erase(0, bytes);
  return key;
}

std::optional<Key> KeyDecoder::next(bool is_quiet) {
  while (!bytes_.empty()) {
    const auto first = static_cast<unsigned char>(bytes_[0]);
    if (bytes_[0] == kEscape) return sequence(is_quiet);
    if (first == '\r' || first == '\n') return take(1, {Kind::enter, {}});
    if (first == '\t') return take(1, {Kind::tab, {}});
    if (first == 0x7f || first == 0x08) return take(1, {Kind::backspace, {}});
    if (first < 0x20 && first != 0) {
      // Ctrl with a sign, 1C to 1F, means nothing here. As a letter, the last of them would be DEL.
      constexpr unsigned char kLetters = 26;
      if (first > kLetters) return take(1, {});
      return take(1, {Kind::control, std::string(1, static_cast<char>(first + 'a' - 1))});
    }
    const std::size_t length = length_of(first);
    if (length > bytes_.size() && !is_quiet) return std::nullopt;
    const auto point = code_point_at(bytes_, 0);
    if (point && !is_control(bytes_)) return take(point->next, {Kind::text, bytes_.substr(0, point->next)});
    bytes_.erase(0, point ? point->next : 1);
  }
  return std::nullopt;
}

/// ESC alone, a paste, CSI (ESC [ ... final), SS3 (ESC O final), or Alt with a key.
std::optional<Key> KeyDecoder::sequence(bool is_quiet) {
  if (bytes_.starts_with(kPasteBegins)) return pasted(is_quiet);
  if (bytes_.size() == 1) return is_quiet ? std::optional(take(1, {Kind::escape, {}})) : std::nullopt;
  if (bytes_[1] == 'O') {
    if (bytes_.size() == 2) return is_quiet ? std::optional(take(2, {})) : std::nullopt;
    return take(3, {find_in(kFinals, bytes_[2]), {}});
  }
  if (bytes_[1] != '[') return take(1, {Kind::escape, {}});
  std::size_t end = 2;
  while (end < bytes_.size() && static_cast<unsigned char>(bytes_[end]) >= 0x20 &&
         static_cast<unsigned char>(bytes_[end]) < 0x40)
    ++end;
  if (end == bytes_.size()) return is_quiet ? std::optional(take(end, {})) : std::nullopt;
  const Kind kind = bytes_[end] == '~' ? find_in(kNumbered, bytes_[2]) : find_in(kFinals, bytes_[end]);
  return take(end + 1, {kind, {}});
}

bool KeyDecoder::is_in_paste() const { return bytes_.starts_with(kPasteBegins); }

/// Of a paste over the limit the middle is dropped as it comes, so that its end is still found.
std::optional<Key> KeyDecoder::pasted(bool is_quiet) {
  const std::size_t end = bytes_.find(kPasteEnds, std::min(paste_searched_, bytes_.size()));
  const std::size_t begin = kPasteBegins.size();
  if (end == std::string::npos && !is_quiet) {
    if (bytes_.size() > kMaxPaste + kPasteEnds.size())
      bytes_.erase(kMaxPaste, bytes_.size() - kMaxPaste - kPasteEnds.size());
    paste_searched_ = bytes_.size() - std::min(bytes_.size(), kPasteEnds.size());
    return std::nullopt;
  }
  paste_searched_ = 0;
  const std::size_t size = (end == std::string::npos ? bytes_.size() : end) - begin;
  Key key{Kind::paste, tidy(std::string_view(bytes_).substr(begin, size))};
  return take(begin + size + (end == std::string::npos ? 0 : kPasteEnds.size()), std::move(key));
}

}  // namespace ibtikar::io
