// See files.h. builtin_files() itself is in the source that cmake/embed.cmake writes.
#include "builtin/files.h"

namespace ibtikar {

std::optional<std::string_view> builtin_text(std::string_view name) {
  for (const EmbeddedFile& file : builtin_files())
    if (file.name == name) return file.text;
  return std::nullopt;
}

}  // namespace ibtikar
