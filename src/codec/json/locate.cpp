// From JSON pointers to lines and columns. See locate() in ibtikar/codec.h.
#include <map>
#include <optional>

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

const MemberSpan* find_member(const std::vector<MemberSpan>& members, const std::string& name,
                              std::size_t occurrence) {
  const MemberSpan* found = nullptr;
  for (const MemberSpan& member : members)
    if (member.name == name) {
      found = &member;
      if (occurrence-- == 0) break;
    }
  return found;
}

/// The members of the objects that pointers led through: many faults lie in one object.
using Seen = std::map<std::size_t, std::vector<MemberSpan>>;

/// Follows a pointer as far as it leads; what is missing in the document is
/// shown at the value that lacks it.
Place follow(std::string_view text, const std::string& pointer, std::size_t occurrence, Seen& seen) {
  Place place{root_span(text), std::nullopt, ""};
  const std::vector<std::string> names = pointer_names(pointer);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (text[place.value.begin] == '{') {
      auto [members, is_new] = seen.try_emplace(place.value.begin);
      if (is_new) members->second = members_of(text, place.value);
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

std::string_view without_mark(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  return text;
}

}  // namespace

void locate(const NamedText& source, Diagnostics& diagnostics) {
  const std::string_view text = without_mark(source.text);
  Seen seen;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    Diagnostic& d = diagnostics[i];
    if (!d.file.empty()) continue;
    d.file = source.name;
    if (i >= kMaxDiagnostics) continue;  // not shown; each costs a walk through the text
    const Place place = follow(text, d.pointer, d.occurrence, seen);
    const bool complete = place.pointer.size() == d.pointer.size();
    d.pointer = place.pointer;
    const Span span = d.at_member && complete && place.name ? *place.name : place.value;
    d.position = position_of(text, span.begin);
    if (d.related.empty()) continue;
    const Place related = follow(text, d.related, 0, seen);
    d.related_position =
        position_of(text, (d.at_member && related.name ? *related.name : related.value).begin);
  }
}

}  // namespace ibtikar
