// The files of rubrics/ as they were when the program was built: every rubric, the starters of
// `rubric new`, and the schema.
//
// They are part of the program, so it scores without being installed anywhere. The views last as
// long as the program runs. src/io/embed writes the table; a changed rubric rebuilds it.
//
//   if (const auto text = builtin_text("social-innovation.json")) ...
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace ibtikar::io {

struct BuiltinFile {
  std::string_view name;  ///< without its folder, e.g. "social-innovation.json"; "conversions/..." has it
  std::string_view text;  ///< byte for byte
};

/// All of them, sorted by name; "rubric.schema.json" is one of them.
[[nodiscard]] std::span<const BuiltinFile> builtin_files();

/// The text of the file called `name`. Empty if there is none.
[[nodiscard]] std::optional<std::string_view> builtin_text(std::string_view name);

}  // namespace ibtikar::io
