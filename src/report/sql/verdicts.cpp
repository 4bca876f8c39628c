// See verdicts.h.
#include "report/sql/verdicts.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "report/sql/conditions.h"
#include "report/sql/scores.h"

namespace ibtikar {
namespace {

std::string gate_column(std::size_t gate, std::string_view what) { return column_name('g', gate, what); }

// ---- rounding ----

/// A number to be shown: 100 times a share, or a share as it is.
struct Shown {
  std::string from;
  std::string to;
  bool is_percent = true;
};

/// What two_decimals() gives, in three steps. The product with 100 is rounded; if that makes it a
/// tie, what it lost decides, which is found by splitting the value into halves of 26 bits (Dekker
/// 1971). Adding and subtracting 1.5 * 2^52 rounds to whole numbers, ties to even.
void add_rounded(const SqlContext& context, std::string_view step, const std::vector<Shown>& all,
                 Layers& layers) {
  const SqlText hundred = context.sql.number(100), whole = context.sql.number(6755399441055744.0);
  layers.begin(fmt::format("{}_percent", step));
  for (const Shown& one : all)
    layers.add(one.to, one.is_percent ? fmt::format("{} * {}", hundred, one.from) : one.from);
  layers.begin(fmt::format("{}_hundredths", step));
  for (const Shown& one : all) {
    layers.add(one.to + "_times", fmt::format("{} * {}", one.to, hundred));
    layers.add(one.to + "_near", fmt::format("({} * {} + {}) - {}", one.to, hundred, whole, whole));
    const SqlText wide = fmt::format("{} * {}", one.to, context.sql.number(134217729));  // 2^27 + 1
    layers.add(one.to + "_head", fmt::format("{0} - ({0} - {1})", wide, one.to));
  }
  layers.begin(std::string(step));
  for (const Shown& one : all) {
    const SqlText lost =
        fmt::format("({0}_head * {1} - {0}_times) + ({0} - {0}_head) * {1}", one.to, hundred);
    const SqlText beyond = fmt::format("{0}_times - {0}_near", one.to);
    const SqlText zero = context.sql.number(0), half = context.sql.number(0.5);
    layers.add(
        one.to,
        fmt::format("({0}_near + CASE WHEN {1} = {2} AND {3} > {4} THEN {5} WHEN {1} = {6} AND {3} < {4} "
                    "THEN {7} ELSE {4} END) / {8}",
                    one.to, beyond, half, lost, zero, context.sql.number(1), context.sql.number(-0.5),
                    context.sql.number(-1), hundred));
  }
}

/// The scores that conditions ask about, as they are shown.
void add_rounded_scores(const SqlContext& context, std::string_view step,
                        const std::vector<const Condition*>& asking, Layers& layers) {
  std::set<std::size_t> numbers;
  for (const Condition* condition : asking)
    for (const std::string& id : scores_named(*condition))
      numbers.insert(score_number(context.plan.rubric, id));
  std::vector<Shown> all;
  for (const std::size_t number : numbers) {
    const ScorePlace place = place_of_score(context.plan, number);
    for (const std::string_view what : {"low", "high", "point"})
      all.push_back({column_name(place.kind, place.number, what),
                     column_name(place.kind, place.number, fmt::format("round_{}", what))});
  }
  if (!all.empty()) add_rounded(context, step, all, layers);
}

// ---- gates ----

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
  const std::string certain = gate_column(gate, "certain");
  const std::string low = column("low"), high = column("high"), point = column("point");
  const SqlText new_low = effect_on(context, effect, low), new_high = effect_on(context, effect, high);
  layers.add(low, fmt::format("CASE {} WHEN 2 THEN {} WHEN 1 THEN {} ELSE {} END", certain, new_low,
                              context.sql.smallest({low, new_low}), low));
  layers.add(high, fmt::format("CASE {} WHEN 2 THEN {} WHEN 1 THEN {} ELSE {} END", certain, new_high,
                               context.sql.largest({high, new_high}), high));
  layers.add(point, sql_if(fmt::format("{} = 2 AND {} IS NOT NULL", gate_column(gate, "point"), point),
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

// ---- the verdict ----

/// The place of a score's band, from 0.
SqlText band_at(const SqlContext& context, const std::string& score) {
  const std::vector<Band>& bands = context.plan.rubric.parts().bands;
  SqlText text = "CASE";
  for (std::size_t b = bands.size(); b-- > 1;)
    text += fmt::format(" WHEN {} >= {} THEN {}", score, context.sql.number(bands[b].from), b);
  return bands.size() == 1 ? "0" : text + " ELSE 0 END";
}

/// The band of a score, limited by the gates for which `applies` holds.
SqlText limited_band(const SqlContext& context, const std::string& score, const auto& applies) {
  const bool is_high_good = context.plan.better == Better::higher;
  const std::size_t bands = context.plan.rubric.parts().bands.size();
  std::vector<SqlText> parts = {band_at(context, score)};
  for (std::size_t g = 0; g < context.plan.gate_bands.size(); ++g)
    if (!context.plan.rubric.parts().gates[g].verdict.empty())
      parts.push_back(sql_if(applies(g), std::to_string(context.plan.gate_bands[g]),
                             is_high_good ? std::to_string(bands) : "0"));
  return is_high_good ? context.sql.smallest(parts) : context.sql.largest(parts);
}

void add_verdict(const SqlContext& context, Layers& layers) {
  const auto worst = [](std::size_t g) { return gate_column(g, "certain") + " <> 0"; };
  const auto best = [](std::size_t g) { return gate_column(g, "certain") + " = 2"; };
  const auto by_point = [](std::size_t g) { return gate_column(g, "point") + " = 2"; };
  const bool is_high_good = context.plan.better == Better::higher;
  layers.begin("verdicts");
  layers.add("band_point",
             fmt::format("CASE WHEN o1_round_point IS NOT NULL AND o1_round_completeness >= {} THEN {} END",
                         context.sql.number(context.plan.rubric.parts().min_completeness),
                         limited_band(context, "o1_round_point", by_point)));
  layers.add("band_low", is_high_good ? limited_band(context, "o1_round_low", worst)
                                      : limited_band(context, "o1_round_low", best));
  layers.add("band_high", is_high_good ? limited_band(context, "o1_round_high", best)
                                       : limited_band(context, "o1_round_high", worst));
}

SqlText verdict_name(const SqlContext& context) {
  const std::vector<Band>& bands = context.plan.rubric.parts().bands;
  SqlText text = "CASE band_point";
  for (std::size_t b = 0; b < bands.size(); ++b)
    text += fmt::format(" WHEN {} THEN {}", b, sql_string(bands[b].id));
  return text + " ELSE 'insufficient-information' END";
}

/// The ids of the gates that apply, with blanks between.
SqlText gate_names(const SqlContext& context) {
  const std::vector<Gate>& gates = context.plan.rubric.parts().gates;
  std::vector<SqlText> parts;
  for (std::size_t g = 0; g < gates.size(); ++g)
    parts.push_back(sql_if(gate_column(g, "point") + " = 2", sql_string(" " + gates[g].id), "''"));
  return parts.empty() ? "''" : fmt::format("substr({}, 2)", fmt::join(parts, " || "));
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
    layers.add(gate_column(g, "certain"), truth_of(context, gates[g].when, false));
  layers.begin("gates");
  for (std::size_t g = 0; g < gates.size(); ++g) {
    const std::string certain = gate_column(g, "certain");
    layers.add(gate_column(g, "point"),
               scores_named(gates[g].when).empty()
                   ? certain
                   : sql_if(certain + " <> 1", certain, truth_of(context, gates[g].when, true)));
  }
  add_effects(context, false, layers);
  add_overall(context, "overall", layers);
  add_effects(context, true, layers);
}

void add_rows(const SqlContext& context, Layers& layers) {
  std::vector<Shown> all;
  const auto add = [&](char kind, std::size_t number) {
    for (const std::string_view what : {"point", "low", "high"})
      all.push_back(
          {column_name(kind, number, what), column_name(kind, number, fmt::format("round_{}", what))});
  };
  add('o', 0);
  for (std::size_t d = 0; d < context.plan.dimensions.size(); ++d) add('d', d);
  all.push_back({"o1_completeness", "o1_round_completeness", false});
  add_rounded(context, "shown", all, layers);
  add_verdict(context, layers);
}

SqlText row_query(const SqlContext& context, const std::string& step) {
  std::vector<SqlText> columns = {"proposal AS id"};
  const auto add = [&](const SqlText& value, const std::string& name) {
    columns.push_back(fmt::format("CASE WHEN fault IS NULL THEN {} END AS {}", value, sql_name(name)));
  };
  const auto add_score = [&](char kind, std::size_t number, const std::string& id) {
    add(column_name(kind, number, "round_point"), id);
    add(column_name(kind, number, "round_low"), id + "_low");
    add(column_name(kind, number, "round_high"), id + "_high");
  };
  add(verdict_name(context), "verdict");
  add("(band_low = band_high)", "settled");
  add_score('o', 0, "overall");
  for (std::size_t d = 0; d < context.plan.dimensions.size(); ++d)
    add_score('d', d, context.plan.rubric.dimensions()[d].id);
  add("o1_round_completeness", "completeness");
  add(gate_names(context), "gates");
  columns.push_back("fault AS error");
  return fmt::format("SELECT\n  {}\nFROM {}", fmt::join(columns, ",\n  "), step);
}

}  // namespace ibtikar
