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

}  // namespace

std::string search_key(std::string_view text) {
  constexpr int kOptions = UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                           UTF8PROC_IGNORE | UTF8PROC_NULLTERM;
  const std::string terminated(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(terminated.c_str());
  if (utf8proc_map(bytes, 0, &mapped, static_cast<utf8proc_option_t>(kOptions)) < 0) return {};
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  std::string key = western_digits(reinterpret_cast<const char*>(mapped));
  for (const auto& [written, compared] : kExchanged)
    for (auto at = key.find(written); at != std::string::npos; at = key.find(written, at + compared.size()))
      key.replace(at, written.size(), compared);
  return key;
}

}  // namespace ibtikar
