// See files.h. builtin_files() itself is in the source that cmake/embed.cmake writes.
#include "builtin/files.h"

namespace ibtikar {

std::optional<std::string_view> builtin_text(std::string_view name) {
  return text_called(name, builtin_files());
}

}  // namespace ibtikar
