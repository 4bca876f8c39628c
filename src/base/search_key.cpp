// See search_key.h.
#include "base/search_key.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include <utf8proc.h>

#include "base/decimal.h"

namespace ibtikar {
namespace {

/// Letters that Arabic writers exchange, beyond what stripping marks makes equal.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kExchanged = {
    {{"ة", "ه"}, {"ى", "ي"}, {"ک", "ك"}, {"ـ", ""}}};

/// Hamza alone and on its carriers, which differ by country and by habit: مسؤول, مسئول, مسوول.
/// Without it, and with one waw for two, all are spelled alike.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kHamza = {
    {{"ؤ", ""}, {"ئ", ""}, {"ء", ""}, {"وو", "و"}}};

void exchange(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// `text` through utf8proc; empty when that cannot be.
std::string mapped(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.c_str());
  const auto wanted = static_cast<utf8proc_option_t>(options | UTF8PROC_NULLTERM);
  if (utf8proc_map(bytes, 0, &out, wanted) < 0) return {};
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
  return reinterpret_cast<const char*>(out);
}

}  // namespace

std::string search_key(std::string_view text) {
  constexpr int kFolded =
      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
  std::string key = mapped(std::string(text), UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  for (const auto& [written, compared] : kHamza) exchange(key, written, compared);
  key = western_digits(mapped(key, kFolded));
  for (const auto& [written, compared] : kExchanged) exchange(key, written, compared);
  return key;
}

}  // namespace ibtikar
