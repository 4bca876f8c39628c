// See verdicts.h.
#include "report/sql/verdicts.h"

#include <optional>

#include <fmt/format.h>

#include "model/verdict_rule.h"
#include "report/sql/conditions.h"
#include "report/sql/rounding.h"

namespace ibtikar {
namespace {

std::string gate_column(std::size_t gate, std::string_view what) { return column_name('g', gate, what); }

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

/// The condition of a band; empty without one.
SqlText band_holds(const SqlContext& context, std::size_t band, Side side) {
  if (!context.plan.rubric.parts().bands[band].when) return "";
  if (side == Side::point) return column_name('b', band, "met") + " = 2";
  return column_name('b', band, "certain") + (side == Side::best ? " <> 0" : " = 2");
}

/// The band, or the next worse one whose condition holds.
SqlText held_band(const SqlContext& context, const std::string& band, Side side) {
  const bool is_high_good = context.plan.better == Better::higher;
  const std::size_t bands = context.plan.rubric.parts().bands.size();
  SqlText text = fmt::format("CASE WHEN {0} IS NULL THEN {0}", band);
  for (std::size_t i = 0; i + 1 < bands; ++i) {
    const std::size_t b = is_high_good ? bands - 1 - i : i;
    const SqlText holds = band_holds(context, b, side);
    text += fmt::format(" WHEN {} {} {}{}{} THEN {}", band, is_high_good ? ">=" : "<=", b,
                        holds.empty() ? "" : " AND ", holds, b);
  }
  return text + fmt::format(" ELSE {} END", is_high_good ? 0 : bands - 1);
}

/// Whether each band's condition holds, from the scores after gates.
void add_band_conditions(const SqlContext& context, Layers& layers) {
  const std::vector<Band>& bands = context.plan.rubric.parts().bands;
  std::vector<const Condition*> whens;
  for (const Band& band : bands)
    if (band.when) whens.push_back(&*band.when);
  add_rounded_scores(context, "scores_after", whens, layers);
  layers.begin("bands_certain");
  for (std::size_t b = 0; b < bands.size(); ++b)
    if (bands[b].when) layers.add(column_name('b', b, "certain"), truth_of(context, *bands[b].when, false));
  layers.begin("bands_met");
  for (std::size_t b = 0; b < bands.size(); ++b) {
    const std::string certain = column_name('b', b, "certain");
    if (bands[b].when)
      layers.add(column_name('b', b, "met"),
                 sql_if(certain + " <> 1", certain, truth_of(context, *bands[b].when, true)));
  }
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
  if (!context.plan.conditions.has_bands()) return;
  layers.begin("held_verdicts");
  layers.add("band_point", held_band(context, "band_point", Side::point));
  layers.add("band_low", held_band(context, "band_low", is_high_good ? Side::worst : Side::best));
  layers.add("band_high", held_band(context, "band_high", is_high_good ? Side::best : Side::worst));
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

void add_rows(const SqlContext& context, Layers& layers) {
  std::vector<ShownNumber> all;
  const auto add = [&](char kind, std::size_t number) {
    for (const std::string_view what : {"point", "low", "high"})
      all.push_back(
          {column_name(kind, number, what), column_name(kind, number, fmt::format("round_{}", what))});
  };
  add('o', 0);
  for (std::size_t d = 0; d < context.plan.dimensions.size(); ++d) add('d', d);
  all.push_back({"o1_completeness", "o1_round_completeness", false});
  if (context.plan.conditions.has_bands()) add_band_conditions(context, layers);
  add_rounded(context, "shown", all, layers);
  add_verdict(context, layers);
}

SqlText row_query(const SqlContext& context, const std::string& step) {
  std::vector<SqlText> columns = {"proposal AS id"};
  const auto add = [&](const SqlText& value, const std::string& name) {
    columns.push_back(fmt::format("CASE WHEN fault IS NULL THEN {} END AS {}", value, sql_name(name)));
  };
  const auto add_score = [&](char kind, std::size_t number, const std::string& id,
                             const std::optional<DisplayScale>& scale) {
    add(column_name(kind, number, "round_point"), id);
    add(column_name(kind, number, "round_low"), id + "_low");
    add(column_name(kind, number, "round_high"), id + "_high");
    if (scale) add(scaled_share(context, *scale, column_name(kind, number, "point")), id + "_shown");
  };
  add(verdict_name(context), "verdict");
  add("(band_low = band_high)", "settled");
  add_score('o', 0, "overall", context.plan.rubric.parts().overall_scale);
  for (std::size_t d = 0; d < context.plan.dimensions.size(); ++d)
    add_score('d', d, context.plan.rubric.dimensions()[d].id, context.plan.rubric.dimensions()[d].scale);
  add("o1_round_completeness", "completeness");
  add(gate_names(context), "gates");
  columns.push_back("fault AS error");
  return fmt::format("SELECT\n  {}\nFROM {}", fmt::join(columns, ",\n  "), step);
}

}  // namespace ibtikar
