// See reader.h.
#include "codec/json/reader.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "model/limits.h"
#include "model/too_many.h"

namespace ibtikar {

/// In the words that rubric authors use, not those of JSON: "a list" instead of "array".
Message kind_of(const Json& value) {
  if (value.is_object()) return message("an object");
  if (value.is_array()) return message("a list");
  if (value.is_string()) return message("a text");
  if (value.is_boolean()) return Message::verbatim(value.get<bool>() ? "true" : "false");
  if (value.is_number()) return message("a number");
  return Message::verbatim("null");
}

void note_wrong_type(const JsonNode& node, const Message& what, Diagnostics& faults) {
  faults.push_back(error_at(node.pointer, Code::wrong_type,
                            message("expected {0}, found {1}", what, kind_of(*node.value))));
}

LocalizedText read_localized(const JsonNode& node, Diagnostics& faults) {
  LocalizedText text;
  if (node.value->is_string()) {
    // An empty tag: the text is the same in every language.
    text.translations.push_back({"", node.value->get<std::string>()});
    return text;
  }
  if (!node.value->is_object()) {
    note_wrong_type(node, message("a text, or texts by language"), faults);
    return text;
  }
  // Reports look a language up in every text, so the number of translations must stay small.
  if (node.value->size() > kMaxLanguages) {
    faults.push_back(error_at(
        node.pointer, "too-many-languages",
        message("a text in {0} languages; expected at most {1}", node.value->size(), kMaxLanguages)));
    return text;
  }
  for (const auto& [tag, value] : node.value->items()) {
    const JsonNode part{&value, node.pointer + "/" + pointer_token(tag)};
    if (value.is_string())
      text.translations.push_back({tag, value.get<std::string>()});
    else
      note_wrong_type(part, message("a text"), faults);
  }
  return text;
}

// Null is a wrong type, too. Where null means "none", the caller asks for the node first.
std::string read_text(const JsonNode& node, Diagnostics& faults) {
  if (node.value->is_string()) return node.value->get<std::string>();
  note_wrong_type(node, message("a text"), faults);
  return {};
}

std::optional<double> read_number(const JsonNode& node, Diagnostics& faults) {
  if (node.value->is_number()) return node.value->get<double>();
  note_wrong_type(node, message("a number"), faults);
  return std::nullopt;
}

bool is_within(double number, double least, double greatest, const std::string& pointer,
               Diagnostics& faults) {
  if (number >= least && number <= greatest) return true;
  faults.push_back(error_at(pointer, "out-of-range",
                            message("{0} is out of range; expected a number from {1} to {2}",
                                    shortest(number), shortest(least), shortest(greatest))));
  return false;
}

// Something that is not an object is noted once, here. Then every member is missing silently,
// because a second message about the same mistake would not help.
ObjectReader::ObjectReader(JsonNode node, Diagnostics& faults) : node_(std::move(node)), faults_(faults) {
  is_object_ = node_.value->is_object();
  if (!is_object_) note_wrong_type(node_, message("an object"), faults_);
}

std::optional<JsonNode> ObjectReader::node(std::string_view name, Need need) {
  // Every name that is asked for becomes a known name, so refuse_unknown() needs no list of its own
  // that could differ from what is read.
  asked_.emplace(name);
  if (!is_object_) return std::nullopt;
  const auto found = node_.value->find(std::string(name));
  if (found != node_.value->end()) return JsonNode{&*found, node_.pointer + "/" + pointer_token(name)};
  if (need == Need::required)
    // The pointer names the place where the member should be. locate() shows the object that lacks
    // it.
    faults_.push_back(error_at(node_.pointer + "/" + pointer_token(name), "missing-member",
                               message("member \"{0}\" is missing", name)));
  return std::nullopt;
}

bool ObjectReader::has(std::string_view name) { return node(name).has_value(); }

std::string ObjectReader::text(std::string_view name, Need need) {
  const auto found = node(name, need);
  return found ? read_text(*found, faults_) : std::string();
}

LocalizedText ObjectReader::localized(std::string_view name, Need need) {
  const auto found = node(name, need);
  return found ? read_localized(*found, faults_) : LocalizedText();
}

std::optional<double> ObjectReader::number(std::string_view name, Need need) {
  const auto found = node(name, need);
  return found ? read_number(*found, faults_) : std::nullopt;
}

// A wrong type is noted by the other overload and then counts as missing: one message is enough.
double ObjectReader::number(std::string_view name, double otherwise) {
  return number(name, Need::optional).value_or(otherwise);
}

double ObjectReader::number_within(std::string_view name, double otherwise, double least, double greatest) {
  const auto found = node(name);
  const std::optional<double> number = found ? read_number(*found, faults_) : std::nullopt;
  return number && is_within(*number, least, greatest, found->pointer, faults_) ? *number : otherwise;
}

std::size_t ObjectReader::whole(std::string_view name, std::size_t otherwise, std::size_t most) {
  const auto found = node(name);
  const std::optional<double> number = found ? read_number(*found, faults_) : std::nullopt;
  if (!number) return otherwise;
  // The range is checked before the conversion: converting a double that does not fit is undefined.
  if (*number >= 0 && *number <= static_cast<double>(most) && std::floor(*number) == *number)
    return static_cast<std::size_t>(*number);
  faults_.push_back(error_at(
      found->pointer, "out-of-range",
      message("{0} is out of range; expected a whole number from 0 to {1}", shortest(*number), most)));
  return otherwise;
}

// Only true and false. In other formats 0, "yes" and "on" are common, but a rubric that is read in
// two ways is worse than one that is refused.
bool ObjectReader::boolean(std::string_view name, bool otherwise) {
  const auto found = node(name);
  if (!found) return otherwise;
  if (found->value->is_boolean()) return found->value->get<bool>();
  note_wrong_type(*found, message("true or false"), faults_);
  return otherwise;
}

std::size_t ObjectReader::count(std::string_view name) const {
  if (!is_object_) return 0;
  const auto found = node_.value->find(name);
  return found != node_.value->end() && found->is_structured() ? found->size() : 0;
}

std::size_t ObjectReader::limited(std::size_t count, const std::string& pointer, const AtMost& most) {
  if (count > most.count && most.things)
    faults_.push_back(too_many(pointer, count, *most.things, most.count));
  return std::min(count, most.count);
}

// Pointers are built for every element, even if most are never shown: whoever reads an element may
// find a fault in it.
std::vector<JsonNode> ObjectReader::list(std::string_view name, Need need, const AtMost& most) {
  std::vector<JsonNode> elements;
  const auto found = node(name, need);
  if (!found) return elements;
  if (!found->value->is_array()) {
    note_wrong_type(*found, message("a list"), faults_);
    return elements;
  }
  const std::size_t count = limited(found->value->size(), found->pointer, most);
  elements.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    elements.push_back({&(*found->value)[i], fmt::format("{}/{}", found->pointer, i)});
  return elements;
}

std::vector<std::pair<std::string, JsonNode>> ObjectReader::map(std::string_view name, Need need,
                                                                const AtMost& most) {
  std::vector<std::pair<std::string, JsonNode>> members;
  const auto found = node(name, need);
  if (!found) return members;
  if (!found->value->is_object()) {
    note_wrong_type(*found, message("an object"), faults_);
    return members;
  }
  const std::size_t count = limited(found->value->size(), found->pointer, most);
  members.reserve(count);
  for (const auto& [key, value] : found->value->items()) {
    if (members.size() >= count) break;
    members.emplace_back(key, JsonNode{&value, found->pointer + "/" + pointer_token(key)});
  }
  return members;
}

// An element of a wrong type leaves an empty text in its place, so that later messages about
// positions name the right element.
std::vector<std::string> ObjectReader::texts(std::string_view name, Need need) {
  std::vector<std::string> out;
  for (const JsonNode& element : list(name, need)) out.push_back(read_text(element, faults_));
  return out;
}

std::vector<std::pair<std::string, JsonNode>> ObjectReader::members() {
  std::vector<std::pair<std::string, JsonNode>> out;
  if (!is_object_) return out;
  out.reserve(node_.value->size());
  for (const auto& [key, value] : node_.value->items()) {
    // These names are data, such as ids and language tags. Any name is right here.
    asked_.insert(key);
    out.emplace_back(key, JsonNode{&value, node_.pointer + "/" + pointer_token(key)});
  }
  return out;
}

void ObjectReader::refuse_unknown() {
  if (!is_object_) return;
  // asked_ is sorted, so that suggestions do not depend on the order in which members were read.
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, value] : node_.value->items()) {
    if (asked_.contains(key) || key.substr(0, 2) == "x-" || key == "$schema") continue;
    if (faults_.is_full()) {
      faults_.leave_out(Severity::error, "unknown-member");
      continue;
    }
    // Suggestions cost an edit distance to every known name. A hostile file could ask for millions
    // of them, so only faults that are shown get one.
    const bool is_shown = faults_.size() < kMaxDiagnostics;
    Diagnostic unknown = error_at(node_.pointer + "/" + pointer_token(key), "unknown-member",
                                  message("there is no member {0}{1}", ibtikar::quoted(key),
                                          is_shown ? suggestion_or_list(key, known) : Message()));
    unknown.at_member = true;
    faults_.push_back(std::move(unknown));
  }
}

}  // namespace ibtikar
