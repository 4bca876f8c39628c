// A file that is part of the program: one row of the tables that cmake/embed.cmake writes.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace ibtikar {

/// Both views are valid as long as the program runs.
struct EmbeddedFile {
  std::string_view name;
  std::string_view text;  ///< byte for byte
};

/// The text of the one called `name`. Empty if there is none.
[[nodiscard]] inline std::optional<std::string_view> text_called(std::string_view name,
                                                                 std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files)
    if (file.name == name) return file.text;
  return std::nullopt;
}

}  // namespace ibtikar
