// Makes foreign text harmless for its target: one table of targets.
//
//   safe_for(Target::html, title)      // also right inside a quoted attribute, and in SVG
//
// Every result is one line of valid UTF-8, without control characters and without characters that
// change the direction of a line: plain() comes first. Then the structure of the target is turned
// into text. If foreign text stands among our own, the layout code must also isolate its direction
// (<bdi>, isolated()).
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

enum class Target {
  terminal,  ///< plain()
  html,      ///< & < > " ' as entities
  markdown,  ///< no link, table, heading, list, emphasis, HTML: a backslash or an entity where a sign could
             ///< begin one, and nowhere else
  csv,       ///< no formula in any spreadsheet, whatever separator it splits at; quoted where it has to be
  sheet,     ///< a text cell of a workbook: at most kMaxSheetText UTF-16 units, cut text ends in "…"
};

/// What a workbook's cell can hold, in UTF-16 units.
inline constexpr std::size_t kMaxSheetText = 32'767;

[[nodiscard]] std::string safe_for(Target target, std::string_view text);

}  // namespace ibtikar
