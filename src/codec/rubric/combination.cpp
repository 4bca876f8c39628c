// See combination.h. A member that has no effect with this way of combining is refused: its author
// expects an effect.
#include "codec/rubric/combination.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "model/limits.h"
#include "model/names.h"

namespace ibtikar {
namespace {

Joining read_joining(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("combine");
  if (!node) return Joining::mean;
  const std::string name = read_text(*node, faults);
  if (const auto joining = find_in(kJoinings, name)) return *joining;
  if (node->value->is_string())
    faults.push_back(error_at(node->pointer, "unknown-combine",
                              message("there is no way {0} to combine questions or criteria; expected {1}",
                                      ibtikar::quoted(name), alternatives(names_in(kJoinings)))));
  return Joining::mean;
}

/// A number of decimals from 0 to 3. Anything else is noted, and the result is 0.
int read_decimals(ObjectReader& reader, Diagnostics& faults) {
  constexpr double kMost = 3;
  const double decimals = reader.number("decimals", 0);
  if (decimals == 0 || decimals == 1 || decimals == 2 || decimals == kMost) return static_cast<int>(decimals);
  faults.push_back(
      error_at(reader.pointer() + "/decimals", "out-of-range",
               message("{0} is no number of decimals; expected 0, 1, 2 or 3", shortest(decimals))));
  return 0;
}

}  // namespace

// "limit" and "start" count points of a sum. In a mean there are no points to limit, and a reader
// that ignored the member would let its author believe in a cap that is not there.
Combination read_combination(ObjectReader& reader, Diagnostics& faults) {
  Combination combination;
  combination.how = read_joining(reader, faults);
  combination.limit = reader.number("limit");
  combination.start = reader.number("start");
  combination.reached_at = reader.number("reached_at", 1);
  const bool counts_points = combination.how == Joining::sum || combination.how == Joining::deductions;
  const auto refuse = [&](const char* name, const Message& where) {
    if (!reader.has(name)) return;
    faults.push_back(
        error_at(reader.pointer() + "/" + name, "idle-member",
                 message("\"{0}\" says nothing here; expected it beside {1} only", name, where)));
  };
  if (!counts_points) {
    refuse("limit", message("\"combine\": \"sum\" or \"deductions\""));
    refuse("start", message("\"combine\": \"sum\" or \"deductions\""));
  }
  if (combination.how != Joining::in_order) refuse("reached_at", message("\"combine\": \"in_order\""));
  return combination;
}

std::optional<DisplayScale> read_display_scale(ObjectReader& reader, Diagnostics& faults) {
  return reader.object("scale", [&](ObjectReader& part) {
    DisplayScale scale;
    scale.min = part.number("min", 0);
    // Without a maximum, any range will do: the missing member is noted, and no second message is
    // wanted.
    scale.max = part.number("max", Need::required).value_or(scale.min + 1);
    scale.decimals = read_decimals(part, faults);
    scale.rounded = part.boolean("rounded", false);
    return scale;
  });
}

Better read_better(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("better");
  if (!node) return Better::higher;
  // Two words instead of true and false: "better": "lower" cannot be read the wrong way round.
  if (*node->value == "lower") return Better::lower;
  if (*node->value != "higher") note_wrong_type(*node, message("\"higher\" or \"lower\""), faults);
  return Better::higher;
}

std::vector<QuestionGroup> read_groups(ObjectReader& reader, Diagnostics& faults) {
  const auto read = [&](ObjectReader& part) {
    QuestionGroup group;
    group.id = part.text("id", Need::required);
    group.title = part.localized("title", Need::required);
    group.weight = part.number("weight", 1);
    group.combination = read_combination(part, faults);
    return group;
  };
  return reader.objects("groups", Need::optional, read, {kMaxGroups, phrase("groups")});
}

// What `otherwise` may be, and whether the evidence level exists, is checked by validate().
std::optional<CreditNeeds> read_needs(ObjectReader& reader) {
  return reader.object("requires", [](ObjectReader& part) {
    CreditNeeds needs;
    needs.note = part.boolean("note", false);
    needs.link = part.boolean("link", false);
    needs.evidence = part.text("evidence");
    needs.otherwise = part.number("otherwise", 0);
    return needs;
  });
}

// In the order of kAdjustments (multiply, add, floor), not that of the file: two files that say the
// same must give the same bytes and the same score.
std::vector<Adjustment> read_adjustments(ObjectReader& reader, Diagnostics& faults) {
  std::vector<Adjustment> adjustments;
  for (const auto& [name, kind] : kAdjustments) {
    const auto node = reader.node(name);
    if (node && node->value->is_object() && node->value->empty())
      faults.push_back(error_at(node->pointer, "gate-changes-nothing",
                                message("nothing is named here; expected a dimension or overall")));
    for (const auto& [target, amount] : reader.map(name))
      adjustments.push_back({kind, target, read_number(amount, faults).value_or(1)});
  }
  return adjustments;
}

}  // namespace ibtikar
