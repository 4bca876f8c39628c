// A file that is part of the program: one row of the tables that cmake/embed.cmake writes.
#pragma once

#include <string_view>

namespace ibtikar {

/// Both views are valid as long as the program runs.
struct EmbeddedFile {
  std::string_view name;
  std::string_view text;  ///< byte for byte
};

}  // namespace ibtikar
