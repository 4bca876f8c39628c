// See rounding.h.
#include "report/sql/rounding.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "model/nearly.h"
#include "report/sql/conditions.h"

namespace ibtikar {

/// What two_decimals() gives, in three steps. The product with 100 is rounded; if that makes it a
/// tie, what it lost decides, which is found by splitting the value into halves of 26 bits (Dekker
/// 1971). Adding and subtracting 1.5 * 2^52 rounds to whole numbers, ties to even.
void add_rounded(const SqlContext& context, std::string_view step, const std::vector<ShownNumber>& all,
                 Layers& layers) {
  const SqlText hundred = context.sql.number(100), whole = context.sql.number(6755399441055744.0);
  layers.begin(fmt::format("{}_percent", step));
  for (const ShownNumber& one : all)
    layers.add(one.to, one.is_percent ? fmt::format("{} * {}", hundred, one.from) : one.from);
  layers.begin(fmt::format("{}_hundredths", step));
  for (const ShownNumber& one : all) {
    layers.add(one.to + "_times", fmt::format("{} * {}", one.to, hundred));
    layers.add(one.to + "_near", fmt::format("({} * {} + {}) - {}", one.to, hundred, whole, whole));
    const SqlText wide = fmt::format("{} * {}", one.to, context.sql.number(134217729));  // 2^27 + 1
    layers.add(one.to + "_head", fmt::format("{0} - ({0} - {1})", wide, one.to));
  }
  layers.begin(std::string(step));
  for (const ShownNumber& one : all) {
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

void add_rounded_scores(const SqlContext& context, std::string_view step,
                        const std::vector<const Condition*>& asking, Layers& layers) {
  std::set<std::size_t> numbers;
  for (const Condition* condition : asking)
    for (const std::string& id : scores_named(*condition))
      numbers.insert(score_number(context.plan.rubric, id));
  std::vector<ShownNumber> all;
  for (const std::size_t number : numbers) {
    const ScorePlace place = place_of_score(context.plan, number);
    for (const std::string_view what : {"low", "high", "point"})
      all.push_back({column_name(place.kind, place.number, what),
                     column_name(place.kind, place.number, fmt::format("round_{}", what))});
  }
  if (!all.empty()) add_rounded(context, step, all, layers);
}

SqlText nearest_whole(const SqlContext& context, const SqlText& value) {
  return fmt::format("floor({} + {} + {})", value, context.sql.number(0.5), context.sql.number(kNearly));
}

SqlText scaled_share(const SqlContext& context, const DisplayScale& scale, const std::string& share) {
  const SqlText unit = context.sql.number(std::pow(10, scale.decimals));
  const SqlText number = fmt::format("({} + {} * {}) * {}", context.sql.number(scale.min), share,
                                     context.sql.number(scale.max - scale.min), unit);
  return fmt::format("{} / {}", nearest_whole(context, number), unit);
}

}  // namespace ibtikar
