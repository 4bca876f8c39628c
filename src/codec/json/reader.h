// Reads members of a JSON value, and notes what does not fit instead of throwing.
//
// A reader never stops at a fault. It notes the fault and returns a default, so one run over a
// document finds everything. Pointers lead to the place.
#pragma once

#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "codec/json/document.h"
#include "ibtikar/localized.h"

namespace ibtikar {

/// A value and its place. The document must outlive it.
struct JsonNode {
  const Json* value = nullptr;
  std::string pointer;
};

enum class Need { required, optional };

/// How many elements a list may have, and what they are called; without a name, who asks notes the rest.
struct AtMost {
  std::size_t count = std::numeric_limits<std::size_t>::max();
  std::optional<Phrase> things = {};
};

/// "an object", "a text", ... for messages.
[[nodiscard]] Message kind_of(const Json& value);

/// Notes "expected WHAT, found KIND" at the node.
void note_wrong_type(const JsonNode& node, const Message& what, Diagnostics& faults);

/// Whether a number lies between `least` and `greatest`, both included. Notes it if not.
bool is_within(double number, double least, double greatest, const std::string& pointer, Diagnostics& faults);

/// A text, or texts by language tag. Anything else is noted, and the result is empty.
[[nodiscard]] LocalizedText read_localized(const JsonNode& node, Diagnostics& faults);
/// A text. Anything else is noted, and the result is empty.
[[nodiscard]] std::string read_text(const JsonNode& node, Diagnostics& faults);
/// A number. Anything else is noted, and the result is empty. Never infinite or not a number: JSON
/// has neither, and numbers beyond a double were refused by the parser.
[[nodiscard]] std::optional<double> read_number(const JsonNode& node, Diagnostics& faults);

/// Reads the members of one object, by name and in any order.
///
/// A missing optional member and one of a wrong type both give the default; the second is noted. A
/// missing required member is noted. `faults` keeps a bounded number of them, so a
/// hostile document cannot fill memory with messages.
class ObjectReader {
 public:
  ObjectReader(JsonNode node, Diagnostics& faults);
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  [[nodiscard]] const std::string& pointer() const { return node_.pointer; }
  /// Whether the member is there, even as null. It counts as asked for.
  [[nodiscard]] bool has(std::string_view name);
  /// Declares a member that other code reads.
  void know(std::string_view name) { asked_.emplace(name); }
  std::string text(std::string_view name, Need need = Need::optional);
  LocalizedText localized(std::string_view name, Need need = Need::optional);
  double number(std::string_view name, double otherwise);
  std::optional<double> number(std::string_view name, Need need = Need::optional);
  /// A number from `least` to `greatest`; any other is noted, and `otherwise`.
  double number_within(std::string_view name, double otherwise, double least, double greatest);
  /// A whole number from 0 to `most`; any other is noted, and `otherwise`.
  std::size_t whole(std::string_view name, std::size_t otherwise, std::size_t most);
  bool boolean(std::string_view name, bool otherwise);
  /// How many elements or members an array or object has; 0 for all else.
  [[nodiscard]] std::size_t count(std::string_view name) const;
  /// The elements of an array. More than `most` are noted and left out, so that they take no memory.
  std::vector<JsonNode> list(std::string_view name, Need need = Need::optional, const AtMost& most = {});
  /// The members of an object, by name; likewise.
  std::vector<std::pair<std::string, JsonNode>> map(std::string_view name, Need need = Need::optional,
                                                    const AtMost& most = {});
  std::vector<std::string> texts(std::string_view name, Need need = Need::optional);
  /// What `read(ObjectReader&)` makes of each object of an array. Members that it does not ask for are noted.
  template <class Read>
  auto objects(std::string_view name, Need need, const Read& read, const AtMost& most = {}) {
    std::vector<std::invoke_result_t<const Read&, ObjectReader&>> parts;
    for (const JsonNode& node : list(name, need, most)) parts.push_back(whole_object(node, read));
    return parts;
  }
  /// The same of an object; nothing if it is not there.
  template <class Read>
  auto object(std::string_view name, const Read& read) {
    const auto found = node(name);
    using Whole = std::optional<std::invoke_result_t<const Read&, ObjectReader&>>;
    return found ? Whole(whole_object(*found, read)) : Whole();
  }
  std::optional<JsonNode> node(std::string_view name, Need need = Need::optional);
  /// All members, noted as known.
  std::vector<std::pair<std::string, JsonNode>> members();

  /// Call this when everything was asked for. Members that nobody asked for are noted, with the
  /// nearest name. Names that begin with "x-" and the name "$schema" are free.
  void refuse_unknown();

 private:
  template <class Read>
  auto whole_object(const JsonNode& node, const Read& read) {
    ObjectReader object(node, faults_);
    auto part = read(object);
    object.refuse_unknown();
    return part;
  }

  /// How many of `count` elements at `pointer` are read.
  std::size_t limited(std::size_t count, const std::string& pointer, const AtMost& most);

  JsonNode node_;
  Diagnostics& faults_;  // the caller's list outlives the reader
  bool is_object_ = false;
  std::set<std::string> asked_;
};

}  // namespace ibtikar
