// The files of rubrics/ as they were when the program was built: every rubric, the starters of
// `rubric new`, and the schema.
//
// They are part of the program, so it scores without being installed anywhere. The views last as
// long as the program runs. A changed rubric rebuilds the table: cmake/embed.cmake.
//
//   if (const auto text = builtin_text("social-innovation.json")) ...
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/embedded.h"

namespace ibtikar {

/// All of them, sorted by name, without their folder: "social-innovation.json",
/// "rubric.schema.json". Only what is in conversions/ has it: "conversions/...".
[[nodiscard]] std::span<const EmbeddedFile> builtin_files();

/// The text of the file called `name`. Empty if there is none.
[[nodiscard]] std::optional<std::string_view> builtin_text(std::string_view name);

}  // namespace ibtikar
