// What the name of an input says of its content.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "batch/record_stream.h"

namespace ibtikar::io {

/// Latin letters alone.
[[nodiscard]] std::string small_letters(std::string_view text);

/// A tab for .tsv, packed or not.
[[nodiscard]] std::optional<char> delimiter_by_name(std::string_view path);

/// Requires: `name` is in small letters.
[[nodiscard]] bool is_workbook_name(std::string_view name);

/// Whether a path ends as that of a workbook that was packed: "answers.xlsx.gz". In any case.
[[nodiscard]] bool is_packed_workbook_name(std::string_view path);

/// What a name says of the content, packed or not; automatic when nothing.
[[nodiscard]] InputFormat format_by_name(std::string_view path);

}  // namespace ibtikar::io
