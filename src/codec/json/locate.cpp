// From JSON pointers to lines and columns. See locate() in ibtikar/codec.h.
//
// Parsers give values without places. Keeping a place for every value would cost memory and time in
// the usual case, which has no faults. So the text is walked again, for the few faults that are
// shown. A hostile document can have thousands of faults in one huge object, so what was learnt
// about an object or a line is remembered.
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

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

/// The members of an object, and for each name their positions, in order.
struct Members {
  std::vector<MemberSpan> spans;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name;
};

/// One walk over the object, then each name is found in constant time. Names are views into
/// `spans`, which does not change afterwards.
Members read_members(std::string_view text, const Span& object) {
  Members members{members_of(text, object), {}};
  for (std::size_t i = 0; i < members.spans.size(); ++i) members.by_name[members.spans[i].name].push_back(i);
  return members;
}

/// The member that is the given occurrence of the name, or else its last occurrence.
const MemberSpan* find_member(const Members& members, const std::string& name, std::size_t occurrence) {
  const auto found = members.by_name.find(name);
  if (found == members.by_name.end()) return nullptr;
  return &members.spans[found->second[std::min(occurrence, found->second.size() - 1)]];
}

/// The members of the objects on the way, by the object's offset: many faults lie in one object.
using Seen = std::map<std::size_t, Members>;

/// Follows a pointer as far as it leads. A missing member is shown at the object that lacks it.
Place follow(std::string_view text, const std::string& pointer, std::size_t occurrence, Seen& seen) {
  Place place{root_span(text), std::nullopt, ""};
  const std::vector<std::string> names = pointer_names(pointer);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (text[place.value.begin] == '{') {
      auto [members, is_new] = seen.try_emplace(place.value.begin);
      if (is_new) members->second = read_members(text, place.value);
      const MemberSpan* member = find_member(members->second, names[i], last ? occurrence : 0);
      if (member == nullptr) return place;
      place.value = member->value;
      place.name = member->name_span;
    } else {
      const auto elements = elements_of(text, place.value);
      const auto index = parse_decimal(names[i]);
      if (!index || *index < 0 || *index >= static_cast<double>(elements.size())) return place;
      place.value = elements[static_cast<std::size_t>(*index)];
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
  Seen seen;
  Positions positions(text);
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    Diagnostic& d = diagnostics[i];
    if (!d.file.empty()) continue;
    d.file = source.name;
    if (i >= kMaxDiagnostics) continue;  // not shown; each costs a walk through the text
    const Place place = follow(text, d.pointer, d.occurrence, seen);
    const bool complete = place.pointer.size() == d.pointer.size();
    d.pointer = place.pointer;
    const Span span = d.at_member && complete && place.name ? *place.name : place.value;
    d.position = positions.at(span.begin);
    if (d.related.empty()) continue;
    // The related place is the first of two equal members, hence occurrence 0.
    const Place related = follow(text, d.related, 0, seen);
    d.related_position = positions.at((d.at_member && related.name ? *related.name : related.value).begin);
  }
}

}  // namespace ibtikar
