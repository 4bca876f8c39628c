// From JSON pointers to lines and columns. See locate() in ibtikar/codec.h.
//
// Parsers give values without places. Keeping a place for every value would cost memory and time in
// the usual case, which has no faults. So the text is walked again, for the few faults that are
// shown. A hostile document can have thousands of faults in one huge object, so what was learnt
// about an object or a line is remembered.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "base/utf8.h"
#include "codec/json/scan.h"
#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

struct Place {
  Span value;
  std::optional<Span> name;
  std::string pointer;  ///< as far as it led
};

/// Where a member of an object stands, by a hash of its name, or an element of a list. There may be
/// a million of them, so the name is read again when one is asked for. No text has 4 GiB.
struct Part {
  std::size_t hash = 0;
  std::uint32_t name = 0;
  std::uint32_t begin = 0;  ///< of the value
  std::uint32_t end = 0;

  friend auto operator<=>(const Part&, const Part&) = default;
};

Part part_at(std::size_t hash, std::size_t name, const Span& value) {
  return {hash, static_cast<std::uint32_t>(name), static_cast<std::uint32_t>(value.begin),
          static_cast<std::uint32_t>(value.end)};
}

/// One walk over the object or list, then each part is found quickly.
std::vector<Part> read_parts(std::string_view text, const Span& whole) {
  std::vector<Part> parts;
  if (text[whole.begin] == '{') {
    std::size_t at = first_member(text, whole);
    while (const auto member = next_member(text, whole, at))
      parts.push_back(
          part_at(std::hash<std::string>()(member->name), member->name_span.begin, member->value));
    std::ranges::sort(parts);
  } else {
    std::size_t at = first_element(text, whole);
    while (const auto element = next_element(text, whole, at))
      parts.push_back(part_at(0, element->begin, *element));
  }
  return parts;
}

/// The member that is the given occurrence of the name, or else its last occurrence.
const Part* find_member(std::string_view text, const std::vector<Part>& parts, const std::string& name,
                        std::size_t occurrence) {
  const std::size_t hash = std::hash<std::string>()(name);
  const Part* found = nullptr;
  for (auto part = std::ranges::lower_bound(parts, hash, {}, &Part::hash);
       part != parts.end() && part->hash == hash; ++part) {
    if (member_name_at(text, part->name) != name) continue;
    found = &*part;
    if (occurrence-- == 0) break;
  }
  return found;
}

/// The parts of the objects and lists on the way, by their offset: many faults lie in one of them.
using Seen = std::map<std::size_t, std::vector<Part>>;

/// Follows a pointer as far as it leads. A missing member is shown at the object that lacks it.
Place follow(std::string_view text, const Span& root, const std::string& pointer, std::size_t occurrence,
             Seen& seen) {
  Place place{root, std::nullopt, ""};
  const std::vector<std::string> names = pointer_names(pointer);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    const auto [known, is_new] = seen.try_emplace(place.value.begin);
    std::vector<Part>& parts = known->second;
    if (is_new) parts = read_parts(text, place.value);
    if (text[place.value.begin] == '{') {
      const Part* member = find_member(text, parts, names[i], last ? occurrence : 0);
      if (member == nullptr) return place;
      place.value = {member->begin, member->end};
      place.name = Span{member->name, member->begin};
    } else {
      const auto index = parse_decimal(names[i]);
      if (!index || *index < 0 || *index >= static_cast<double>(parts.size())) return place;
      const Part& element = parts[static_cast<std::size_t>(*index)];
      place.value = {element.begin, element.end};
      place.name.reset();
    }
    place.pointer += "/" + pointer_token(names[i]);
  }
  return place;
}

/// Finds lines and columns. Each is counted from the nearest earlier place that is already known,
/// so that a long document is not counted from its beginning for every fault.
class Positions {
 public:
  explicit Positions(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    const auto known = std::prev(known_.upper_bound(offset));
    const Position behind = position_of(text_.substr(known->first), offset - known->first);
    const Position from = known->second;
    const Position found = behind.line > 1 ? Position{from.line + behind.line - 1, behind.column}
                                           : Position{from.line, from.column + behind.column - 1};
    known_.emplace(offset, found);
    return found;
  }

 private:
  std::string_view text_;
  std::map<std::size_t, Position> known_ = {{0, {1, 1}}};
};

/// Columns on the first line count from behind the byte-order mark: no editor shows it.
std::string_view without_mark(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  return text;
}

}  // namespace

// A fault that already has a file keeps its place: it was located when its part of a longer text
// was read.
void locate(const NamedText& source, Diagnostics& diagnostics) {
  const std::string_view text = without_mark(source.text);
  if (diagnostics.empty()) return;
  const Span root = root_span(text);  // a walk through the text: not for each fault
  Seen seen;
  Positions positions(text);
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    Diagnostic& d = diagnostics[i];
    if (!d.file.empty()) continue;
    d.file = source.name;
    if (i >= kMaxDiagnostics) continue;  // not shown; each costs a walk through the text
    const Place place = follow(text, root, d.pointer, d.occurrence, seen);
    const bool complete = place.pointer.size() == d.pointer.size();
    d.pointer = place.pointer;
    const Span span = d.at_member && complete && place.name ? *place.name : place.value;
    d.position = positions.at(span.begin);
    if (d.related.empty()) continue;
    // The related place is the first of two equal members, hence occurrence 0.
    const Place related = follow(text, root, d.related, 0, seen);
    d.related_position = positions.at((d.at_member && related.name ? *related.name : related.value).begin);
  }
}

}  // namespace ibtikar
