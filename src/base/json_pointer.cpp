// See json_pointer.h.
#include "base/json_pointer.h"

namespace ibtikar {

std::string pointer_token(std::string_view name) {
  std::string token;
  for (const char c : name) {
    if (c == '~')
      token += "~0";
    else if (c == '/')
      token += "~1";
    else
      token += c;
  }
  return token;
}

std::vector<std::string> pointer_names(std::string_view pointer) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      names.emplace_back();
      continue;
    }
    if (names.empty()) names.emplace_back();
    const bool escaped = pointer[i] == '~' && i + 1 < pointer.size();
    if (escaped && pointer[i + 1] == '1')
      names.back() += '/';
    else
      names.back() += pointer[i];
    if (escaped) ++i;
  }
  return names;
}

}  // namespace ibtikar
