// See utf8.h.
#include "base/utf8.h"

#include <utf8proc.h>

namespace ibtikar {

std::optional<CodePoint> code_point_at(std::string_view text, std::size_t at) {
  // Most of what is read is ASCII, and a call of the library costs more than the rest of a loop.
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
    return CodePoint{static_cast<unsigned char>(text[at]), at + 1};
  utf8proc_int32_t value = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const utf8proc_ssize_t used =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (used <= 0 || value < 0) return std::nullopt;
  return CodePoint{static_cast<char32_t>(value), at + static_cast<std::size_t>(used)};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto point = code_point_at(text, at);
    if (!point) return at;
    at = point->next;
  }
  return std::nullopt;
}

std::string with_replaced_bytes(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<CodePoint> point = code_point_at(text, at);
    append_utf8(out, point ? point->value : kReplacement);
    at = point ? point->next : at + 1;
  }
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t used = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  for (utf8proc_ssize_t i = 0; i < used; ++i) out += static_cast<char>(bytes[i]);
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text)
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++count;
  return count;
}

namespace {

std::size_t width_of(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    if (!point) {
      ++at;
      continue;
    }
    width += width_of(point->value);
    at = point->next;
  }
  return width;
}

std::string_view cut_to_width(std::string_view text, std::size_t columns) {
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto point = code_point_at(text, at);
    if (!point) break;
    width += width_of(point->value);
    if (width > columns) break;
    at = point->next;
  }
  return text.substr(0, at);
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return {};
  std::string cut(cut_to_width(text, columns - 1));
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

}  // namespace ibtikar
