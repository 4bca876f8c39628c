// See bidi.h. FriBidi does the work; we keep colors out of its way.
#include "base/bidi.h"

#include <algorithm>
#include <vector>

#include <fribidi.h>

#include "base/utf8.h"

namespace ibtikar {
namespace {

/// Takes the SGR sequences (ESC [ ... m) out of `line`; those at its start go to `style`.
std::string without_styles(std::string_view line, std::string& style) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end =
        line.substr(at).starts_with("\x1b[") ? line.find('m', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += line[at++];
      continue;
    }
    if (text.find_first_not_of(' ') == std::string::npos) style += line.substr(at, end + 1 - at);
    at = end + 1;
  }
  return text;
}

bool is_unseen(FriBidiChar point) {
  const bool is_mark = point == 0x200e || point == 0x200f || point == 0x061c;
  const bool is_embedding = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  return is_mark || is_embedding;
}

/// Takes the fillers away that letters leave which now share a cell, and gives their blanks to the
/// gap on the left, so that columns stay where they were. Text without a gap there gets shorter.
void move_fillers_to_gaps(std::vector<FriBidiChar>& points) {
  std::vector<FriBidiChar> reversed;
  std::size_t pending = 0;
  for (std::size_t at = points.size(); at-- > 0;) {
    if (points[at] == FRIBIDI_CHAR_FILL) {
      ++pending;
      continue;
    }
    reversed.push_back(points[at]);
    const bool is_gap = points[at] == ' ' && (at == 0 || points[at - 1] == ' ');
    if (!is_gap) continue;
    reversed.insert(reversed.end(), pending, ' ');
    pending = 0;
  }
  points.assign(reversed.rbegin(), reversed.rend());
}

std::string reordered(const std::string& text) {
  std::vector<FriBidiChar> points(text.size() + 1);
  const FriBidiStrIndex count = fribidi_charset_to_unicode(
      FRIBIDI_CHAR_SET_UTF8, text.data(), static_cast<FriBidiStrIndex>(text.size()), points.data());
  const auto size = static_cast<std::size_t>(count);
  std::vector<FriBidiCharType> types(size);
  std::vector<FriBidiBracketType> brackets(size);
  std::vector<FriBidiLevel> levels(size);
  std::vector<FriBidiJoiningType> joins(size);
  fribidi_get_bidi_types(points.data(), count, types.data());
  fribidi_get_bracket_types(points.data(), count, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_LTR;  // the page has laid the line out from left to right
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) ==
      0)
    return text;
  fribidi_get_joining_types(points.data(), count, joins.data());
  fribidi_join_arabic(types.data(), count, levels.data(), joins.data());
  fribidi_shape(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES | FRIBIDI_FLAG_SHAPE_ARAB_LIGA,
                levels.data(), count, joins.data(), points.data());
  if (fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types.data(), count, 0, direction, levels.data(),
                           points.data(), nullptr) == 0)
    return text;
  points.resize(size);
  std::erase_if(points, is_unseen);
  move_fillers_to_gaps(points);
  std::string out(points.size() * 4 + 1, '\0');
  const FriBidiStrIndex bytes = fribidi_unicode_to_charset(
      FRIBIDI_CHAR_SET_UTF8, points.data(), static_cast<FriBidiStrIndex>(points.size()), out.data());
  out.resize(static_cast<std::size_t>(bytes));
  return out;
}

/// Whether anything in it runs from right to left, or is a mark that only bidi needs.
bool needs_ordering(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xd6;  // Hebrew (U+0590) and all that follows
  });
}

}  // namespace

std::string visual_line(std::string_view line) {
  std::string style;
  const std::string text = without_styles(line, style);
  if (!needs_ordering(text)) return std::string(line);
  return style + reordered(text) + (style.empty() ? "" : "\x1b[0m");
}

std::string visual_text(std::string_view text, std::size_t columns) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    std::string unused;
    const std::size_t before = display_width(without_styles(line, unused));
    std::string visual = visual_line(line);
    const std::size_t after = display_width(without_styles(visual, unused));
    if (before == columns && after < before) visual.insert(0, before - after, ' ');
    out += visual;
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace ibtikar
