// See record_names.h.
#include "batch/record_names.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"

namespace ibtikar {
namespace {

// Folders do not count: rows must not depend on where somebody keeps the files.
std::string_view last_part(std::string_view name) {
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos && slash + 1 < name.size())
    name.remove_prefix(slash + 1);
  return name;
}

}  // namespace

std::string stand_in_of(const Block::Part& part, Position position, bool shares_line) {
  std::string name = part.stand_in.empty() ? place_name(part.name, position, shares_line) : part.stand_in;
  return first_invalid_utf8(name) ? visible(name) : name;
}

std::string_view file_stem(std::string_view name) {
  name = last_part(name);
  // A compressed file and its content give the same names, so that results do not depend on
  // packing.
  for (const std::string_view packed : {".gz", ".zst"})
    if (name.size() > packed.size() && name.ends_with(packed)) {
      name.remove_suffix(packed.size());
      break;
    }
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return name;
}

std::string place_name(std::string_view name, Position position, bool with_column) {
  const std::string_view file = last_part(name);
  return with_column ? fmt::format("{}:{}:{}", file, position.line, position.column)
                     : fmt::format("{}:{}", file, position.line);
}

}  // namespace ibtikar
