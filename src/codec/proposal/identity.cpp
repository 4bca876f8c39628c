// See identity.h. Members are found by their brackets alone, so a fault in an answer hides neither
// the id nor the title. What is found must by itself be a valid JSON text or number: a row that
// names the wrong proposal is worse than one that names none.
#include "codec/proposal/identity.h"

#include <algorithm>

#include <simdjson.h>

#include "base/utf8.h"
#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

std::string_view without_mark(std::string_view json) {
  if (json.starts_with(kByteOrderMark)) json.remove_prefix(kByteOrderMark.size());
  return json;
}

/// The document as an object, if it begins like one. Where a broken object ends does not matter.
Span object_in(std::string_view json) {
  return {std::min(json.find_first_not_of(" \t\r\n"), json.size()), json.size()};
}

/// Whether the value really ends where the scan says: a comma, or the end of the object or of the
/// text must follow.
bool is_complete(std::string_view json, Span value) {
  const std::size_t next = json.find_first_not_of(" \t\r\n", value.end);
  return next == std::string_view::npos || json[next] == ',' || json[next] == '}';
}

bool is_whole_number(std::string_view digits) {
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const bool is_digits = !digits.empty() && std::all_of(digits.begin(), digits.end(),
                                                        [](char c) { return c >= '0' && c <= '9'; });
  return is_digits && (digits.size() == 1 || digits.front() != '0');
}

/// The content of a JSON text. Empty for anything else.
std::string text_of(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || value.size() > kMaxTextBytes) return {};
  simdjson::dom::parser parser;
  simdjson::dom::element element;
  std::string_view text;
  if (parser.parse(value.data(), value.size()).get(element) != simdjson::SUCCESS ||
      element.get(text) != simdjson::SUCCESS)
    return {};
  return std::string(text);
}

}  // namespace

Identity identity_of(std::string_view json) {
  json = without_mark(json);
  Identity identity;
  const Span object = object_in(json);
  std::size_t at = first_member(json, object);
  while (const auto found = next_member(json, object, at)) {
    const MemberSpan& member = *found;
    const bool is_id = member.name == "id" && identity.id.empty();
    const bool is_title = member.name == "title" && identity.title.empty();
    if ((!is_id && !is_title) || !is_complete(json, member.value)) continue;
    const std::string_view value = json.substr(member.value.begin, member.value.end - member.value.begin);
    if (is_id)
      identity.id = is_whole_number(value) ? std::string(value) : text_of(value);
    else
      identity.title = text_of(value);
  }
  return identity;
}

std::optional<Span> whole_number_id(std::string_view json) {
  const std::size_t mark = json.size() - without_mark(json).size();
  json = without_mark(json);
  const Span object = object_in(json);
  std::size_t at = first_member(json, object);
  while (const auto member = next_member(json, object, at)) {
    if (member->name != "id") continue;
    const auto [begin, end] = member->value;
    if (!is_complete(json, member->value) || !is_whole_number(json.substr(begin, end - begin)))
      return std::nullopt;
    return Span{mark + begin, mark + end};
  }
  return std::nullopt;
}

}  // namespace ibtikar
