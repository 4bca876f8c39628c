// The names of a workbook's sheets, which are titles of ours in any language.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// `title` as a name that Excel takes ([MS-XLSX] and its dialog agree): without []:*?/\ and control
/// characters, without an apostrophe at an end, and at most 31 UTF-16 units, cut between words where it can
/// be. `number` above 1 stands at the end: for a title that was used before.
[[nodiscard]] std::string sheet_name(std::string_view title, std::size_t number = 1);

}  // namespace ibtikar
