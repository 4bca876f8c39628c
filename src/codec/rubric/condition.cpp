// Reads conditions. See document.h.
//
// A condition that is read here has the right shape. Whether its questions exist, and can be asked
// what it asks, is checked by validate(), which knows the whole rubric.
#include <fmt/format.h>

#include "codec/json/reader.h"
#include "codec/rubric/document.h"
#include "model/names.h"

namespace ibtikar {
namespace {

/// A value to compare with. Whether it fits the question is decided later.
std::optional<Operand> read_operand(const JsonNode& node, Diagnostics& faults) {
  if (node.value->is_boolean()) return node.value->get<bool>();
  if (node.value->is_number()) return node.value->get<double>();
  if (node.value->is_string()) return node.value->get<std::string>();
  note_wrong_type(node, message("true, false, a number or an option's id"), faults);
  return std::nullopt;
}

/// "one_of" takes a list; all other tests take one value. A list elsewhere is a wrong type.
void read_operands(ObjectReader& reader, std::string_view name, Atom& atom, Diagnostics& faults) {
  if (atom.test != Test::one_of) {
    if (auto operand = read_operand(*reader.node(name), faults)) atom.operands.push_back(std::move(*operand));
    return;
  }
  for (const JsonNode& element : reader.list(name))
    if (auto operand = read_operand(element, faults)) atom.operands.push_back(std::move(*operand));
  const JsonNode list = *reader.node(name);
  if (list.value->is_array() && list.value->empty())
    faults.push_back(error_at(list.pointer, "impossible-condition",
                              message("the list is empty; expected at least one value")));
}

Atom read_atom(ObjectReader& reader, Diagnostics& faults) {
  Atom atom;
  const bool asks_score = reader.has("score");
  // If neither "question" nor "score" is there, the missing "question" is reported: nearly all
  // conditions ask about one.
  if (asks_score) atom.score = reader.text("score");
  if (!asks_score || reader.has("question")) atom.question = reader.text("question", Need::required);
  if (asks_score && reader.has("question"))
    faults.push_back(error_at(reader.pointer(), "bad-condition",
                              message("expected one of \"question\" and \"score\", found both")));
  std::size_t tests = 0;
  for (const auto& [name, test] : kConditionTests) {
    if (!reader.has(name)) continue;
    // Of several tests only the first is read; the others are counted, so that the message can say
    // how many there are.
    if (++tests > 1) continue;
    atom.test = test;
    read_operands(reader, name, atom, faults);
  }
  if (tests != 1)
    faults.push_back(error_at(reader.pointer(), "bad-condition",
                              message("{0} tests on one thing; expected exactly one of is, is_not, at_least, "
                                      "at_most, above, below, one_of, includes (join several by \"all\")",
                                      tests)));
  return atom;
}

}  // namespace

// Recursion is bounded: documents deeper than kMaxDepth are refused before they are parsed. Each
// condition keeps its pointer, because validate() finds its faults long after the JSON is gone.
Condition read_condition(const Json& value, const std::string& pointer, Diagnostics& faults) {
  Condition condition;
  condition.pointer = pointer;
  ObjectReader reader({&value, pointer}, faults);
  const bool all = reader.has("all"), any = reader.has("any"), negation = reader.has("not");
  if (!all && !any && !negation) {
    // Anything else was noted by the reader. An atom of it would only add messages about its
    // missing members.
    if (value.is_object()) condition.atom = read_atom(reader, faults);
    reader.refuse_unknown();
    return condition;
  }
  if (all + any + negation != 1)
    faults.push_back(error_at(pointer, "bad-condition",
                              message("expected one of \"all\", \"any\" and \"not\", found several")));
  if (negation) {
    condition.kind = Condition::Kind::negation;
    const JsonNode part = *reader.node("not");
    condition.parts.push_back(read_condition(*part.value, part.pointer, faults));
  } else {
    condition.kind = all ? Condition::Kind::all : Condition::Kind::any;
    for (const JsonNode& part : reader.list(all ? "all" : "any"))
      condition.parts.push_back(read_condition(*part.value, part.pointer, faults));
  }
  reader.refuse_unknown();
  return condition;
}

std::optional<Condition> read_when(ObjectReader& reader, Diagnostics& faults, Need need) {
  const auto node = reader.node("when", need);
  return node ? std::optional(read_condition(*node->value, node->pointer, faults)) : std::nullopt;
}

}  // namespace ibtikar
