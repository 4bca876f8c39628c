// Loading what a command works on, with its diagnostics shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "builtin/rubrics.h"
#include "cli/environment.h"
#include "ibtikar/codec.h"
#include "ibtikar/mapping.h"

namespace ibtikar::cli {

/// What to call an input in messages.
[[nodiscard]] std::string shown_name(const std::string& file);

/// Whether `id` is a built-in rubric.
[[nodiscard]] bool is_builtin_rubric(const std::string& id);

/// The text of a rubric named by a built-in id or a path (a name with "/" or
/// ending in ".json" is a path; else a built-in id, else a path).
[[nodiscard]] Result<NamedText> find_rubric(const std::string& name);

/// `extends` look-up: a built-in id, or a path relative to the file that says so.
/// Only regular files; a URL is refused.
[[nodiscard]] Result<NamedText> find_base_rubric(std::string_view reference, std::string_view from);

/// Loads and checks a rubric; its diagnostics go to env.err (warnings not when `quiet`). Nothing
/// when it failed, with the status in `status`. The names of the files that were read for it are
/// added to `files`.
[[nodiscard]] std::optional<Rubric> load_rubric(const std::string& name, bool quiet, Environment& env,
                                                ExitStatus& status,
                                                std::vector<std::string>* files = nullptr);

/// The text of a mapping named by `--map`: a built-in name or a path, as find_rubric() tells them
/// apart.
[[nodiscard]] Result<NamedText> find_mapping(const std::string& name);

/// What the columns of tables mean, by `--map NAME|FILE`.
[[nodiscard]] Checked<Mapping> load_mapping(const std::string& name, const Rubric& rubric);

}  // namespace ibtikar::cli
