// See gates.h.
#include "report/sql/gates.h"

#include <map>

#include <fmt/format.h>

#include "report/sql/conditions.h"
#include "report/sql/rounding.h"
#include "report/sql/scores.h"

namespace ibtikar {
namespace {

std::string column_of(std::size_t gate, std::string_view what) { return column_name('g', gate, what); }

/// min(most, max(least, score * factor + plus)), without the parts that change nothing.
SqlText effect_on(const SqlContext& context, const EffectPlan& effect, const std::string& score) {
  SqlText value = score;
  if (effect.factor != 1 || effect.plus != 0)
    value = fmt::format("{} * {} + {}", score, context.sql.number(effect.factor),
                        context.sql.number(effect.plus));
  if (effect.factor != 1 || effect.plus != 0 || effect.least > 0)
    value = context.sql.largest({context.sql.number(effect.least), value});
  return context.sql.smallest({context.sql.number(effect.most), value});
}

void add_effect(const SqlContext& context, std::size_t gate, const EffectPlan& effect, Layers& layers) {
  const bool is_overall = effect.dimension == kOverall;
  const auto column = [&](std::string_view what) {
    return column_name(is_overall ? 'o' : 'd', is_overall ? 0 : effect.dimension, what);
  };
  const std::string certain = column_of(gate, "certain");
  const std::string low = column("low"), high = column("high"), point = column("point");
  const SqlText new_low = effect_on(context, effect, low), new_high = effect_on(context, effect, high);
  layers.add(low, fmt::format("CASE {} WHEN 2 THEN {} WHEN 1 THEN {} ELSE {} END", certain, new_low,
                              context.sql.smallest({low, new_low}), low));
  layers.add(high, fmt::format("CASE {} WHEN 2 THEN {} WHEN 1 THEN {} ELSE {} END", certain, new_high,
                               context.sql.largest({high, new_high}), high));
  layers.add(point, sql_if(fmt::format("{} = 2 AND {} IS NOT NULL", column_of(gate, "point"), point),
                           effect_on(context, effect, point), point));
}

/// Effects on the same score build on each other, in the rubric's order: the first ones of all
/// scores are one step, the second ones the next.
void add_effects(const SqlContext& context, bool overall, Layers& layers) {
  std::map<std::size_t, std::size_t> done;
  std::vector<std::vector<std::pair<std::size_t, EffectPlan>>> steps;
  for (std::size_t g = 0; g < context.plan.effects.size(); ++g)
    for (const EffectPlan& effect : context.plan.effects[g]) {
      if ((effect.dimension == kOverall) != overall) continue;
      const std::size_t step = done[effect.dimension]++;
      if (step == steps.size()) steps.emplace_back();
      steps[step].emplace_back(g, effect);
    }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    layers.begin(fmt::format("{}_effects_{}", overall ? "overall" : "dimension", i + 1));
    for (const auto& [gate, effect] : steps[i]) add_effect(context, gate, effect, layers);
  }
}

/// A score that is rounded becomes a number of its scale, after all gates.
void add_grid(const SqlContext& context, char kind, std::size_t number, Grid grid, Layers& layers) {
  if (grid == 0) return;
  for (const std::string_view what : {"low", "high", "point"}) {
    const std::string column = column_name(kind, number, what);
    const SqlText nearest = fmt::format(
        "{} / {}", nearest_whole(context, fmt::format("{} * {}", column, context.sql.number(grid))),
        context.sql.number(grid));
    const SqlText within =
        context.sql.largest({context.sql.number(0), context.sql.smallest({context.sql.number(1), nearest})});
    layers.add(column,
               sql_if(fmt::format("{} = 1 AND {} IS NOT NULL", column_name(kind, number, "on"), column),
                      within, column));
  }
}

}  // namespace

void add_gates(const SqlContext& context, Layers& layers) {
  const std::vector<Gate>& gates = context.plan.rubric.parts().gates;
  const bool ask_scores = context.plan.conditions.gates_ask_scores();
  std::vector<const Condition*> whens;
  for (const Gate& gate : gates) whens.push_back(&gate.when);
  // Gates see scores before any gate, the overall combined from such dimensions.
  if (ask_scores) {
    add_overall(context, "overall_before", layers);
    add_rounded_scores(context, "scores_before", whens, layers);
  }
  layers.begin("gates_certain");
  for (std::size_t g = 0; g < gates.size(); ++g)
    layers.add(column_of(g, "certain"), truth_of(context, gates[g].when, false));
  layers.begin("gates");
  for (std::size_t g = 0; g < gates.size(); ++g) {
    const std::string certain = column_of(g, "certain");
    layers.add(column_of(g, "point"),
               scores_named(gates[g].when).empty()
                   ? certain
                   : sql_if(certain + " <> 1", certain, truth_of(context, gates[g].when, true)));
  }
  add_effects(context, false, layers);
  layers.begin("dimensions_on_grids");
  for (std::size_t d = 0; d < context.plan.dimensions.size(); ++d)
    add_grid(context, 'd', d, context.plan.dimensions[d].grid, layers);
  add_overall(context, "overall", layers);
  add_effects(context, true, layers);
  layers.begin("overall_on_grid");
  add_grid(context, 'o', 0, context.plan.overall_grid, layers);
}

}  // namespace ibtikar
