// See scale_members.h. Only rubrics that use scales and other ways to combine write these members,
// so that the assessments of all other rubrics keep the bytes that they always had.
#include "codec/results/scale_members.h"

#include <algorithm>

#include "base/decimal.h"
#include "codec/results/number_members.h"
#include "model/display_scale.h"
#include "model/limits.h"
#include "model/names.h"

namespace ibtikar {
namespace {

// With the decimals of the scale, as reports show it: 12.50 if it has two.
void write_shown(JsonWriter& json, std::string_view name, const DisplayScale& scale, const Score& number) {
  write_or_null(json, name, number, [&](const auto& given) { json.raw(scale_text(scale, given)); });
}

}  // namespace

void write_scaled(JsonWriter& json, const Measure& measure, const std::optional<DisplayScale>& scale) {
  if (!scale || !measure.shown) return;
  json.member("scale");
  json.begin_object();
  json.inline_from_here();
  json.member("min");
  json.number(scale->min);
  json.member("max");
  json.number(scale->max);
  json.member("decimals");
  json.number(scale->decimals);
  if (scale->rounded) write_flag(json, "rounded", true);
  json.end_object();
  json.member("shown");
  json.begin_object();
  json.inline_from_here();
  write_shown(json, "score", *scale, measure.shown->score);
  write_shown(json, "low", *scale, measure.shown->low);
  write_shown(json, "high", *scale, measure.shown->high);
  json.end_object();
}

// Both members or neither: a scale without the numbers on it, or the other way round, is taken for
// a file that an older version wrote.
void read_scaled(ObjectReader& reader, Measure& measure, std::optional<DisplayScale>& scale,
                 Diagnostics& faults) {
  const auto scale_node = reader.node("scale");
  const auto shown_node = reader.node("shown");
  if (!scale_node || !shown_node) return;
  ObjectReader of_scale(*scale_node, faults);
  DisplayScale read;
  read.min = of_scale.number_within("min", 0, -kFarthestScaleEnd, kFarthestScaleEnd);
  read.max = of_scale.number_within("max", read.min + 1, -kFarthestScaleEnd, kFarthestScaleEnd);
  // The bounds of a rubric hold here, too: a file may have been edited.
  read.decimals = static_cast<int>(of_scale.whole("decimals", 0, 3));
  read.rounded = of_scale.boolean("rounded", false);
  if (read.max <= read.min) {
    faults.push_back(error_at(
        scale_node->pointer + "/max", "empty-range",
        message("max {0} is not over min {1}; expected a range", shortest(read.max), shortest(read.min))));
    return;
  }
  ObjectReader of_shown(*shown_node, faults);
  // An end with more decimals than are shown is itself rounded, perhaps to beyond it.
  const double least = std::min(read.min, on_scale(read, 0));
  const double most = std::max(read.max, on_scale(read, 1));
  ScaledScore shown;
  shown.low = of_shown.number_within("low", read.min, least, most);
  shown.high = of_shown.number_within("high", read.max, least, most);
  const auto score = of_shown.node("score");
  if (score && !score->value->is_null()) shown.score = of_shown.number_within("score", read.min, least, most);
  scale = read;
  measure.shown = shown;
}

void write_combination(JsonWriter& json, const Combination& combination) {
  if (combination.how == Joining::mean) return;
  json.text("combine", name_in(kJoinings, combination.how));
  const auto number = [&](std::string_view name, double value) {
    json.member(name);
    json.number(value);
  };
  if (combination.limit) number("limit", *combination.limit);
  if (combination.start) number("start", *combination.start);
  if (combination.how == Joining::in_order) number("reached_at", combination.reached_at);
}

// An unknown way of combining is shown as a mean. It only explains a score that was computed long
// ago, so refusing the whole assessment would help nobody.
Combination read_combination_of_score(ObjectReader& reader) {
  Combination combination;
  combination.how = find_in(kJoinings, reader.text("combine")).value_or(Joining::mean);
  if (reader.has("limit")) combination.limit = reader.number_within("limit", 1, 0, kMostCombinedPoints);
  if (reader.has("start"))
    combination.start = reader.number_within("start", 0, -kMostCombinedPoints, kMostCombinedPoints);
  combination.reached_at = reader.number_within("reached_at", 1, 0, 1);
  return combination;
}

// One object for each kind that there is, with its targets in the order of the rubric.
void write_adjustments(JsonWriter& json, const std::vector<Adjustment>& adjustments) {
  for (const auto& [name, kind] : kAdjustments) {
    bool is_open = false;
    for (const Adjustment& one : adjustments) {
      if (one.kind != kind) continue;
      if (!is_open) {
        json.member(name);
        json.begin_object();
        json.inline_from_here();
        is_open = true;
      }
      json.member(one.target);
      json.number(one.amount);
    }
    if (is_open) json.end_object();
  }
}

std::vector<Adjustment> read_adjustments_of_gate(ObjectReader& reader, Diagnostics& faults) {
  constexpr double kMostAmount = 100;
  std::vector<Adjustment> adjustments;
  for (const auto& [name, kind] : kAdjustments)
    for (const auto& [target, node] : reader.map(name)) {
      const std::optional<double> amount = read_number(node, faults);
      if (amount && is_within(*amount, -kMostAmount, kMostAmount, node.pointer, faults))
        adjustments.push_back({kind, target, *amount});
    }
  return adjustments;
}

}  // namespace ibtikar
