// See scores.h.
#include "report/sql/scores.h"

#include <fmt/format.h>

#include "report/sql/conditions.h"
#include "report/sql/joining.h"

namespace ibtikar {
namespace {

std::string question_column(std::size_t number, std::string_view what) {
  return column_name('q', number, what);
}
std::string criterion_column(std::size_t number, std::string_view what) {
  return column_name('c', number, what);
}
std::string dimension_column(std::size_t number, std::string_view what) {
  return column_name('d', number, what);
}
std::string overall_column(std::string_view what) { return column_name('o', 0, what); }

SqlText times(const SqlText& a, const SqlText& b) { return fmt::format("{} * {}", a, b); }

/// "scored, not hidden, not called not applicable"
SqlText applies(const SqlContext& context, std::size_t q) {
  const SqlText stays =
      fmt::format("{} <> {}", question_column(q, "state"), sql_state(SqlState::not_applicable));
  return is_conditional(context, q) ? fmt::format("{} AND {} <> 0", stays, shown_of(context, q)) : stays;
}

SqlText is_answered(const SqlContext& context, std::size_t q) {
  const SqlText answered = fmt::format("{} = {}", question_column(q, "state"), sql_state(SqlState::answered));
  return is_conditional(context, q) ? fmt::format("{} AND {} <> 0", answered, shown_of(context, q))
                                    : answered;
}

/// Answered, and sure to stay shown: only then do margins bound what the answer may become.
SqlText is_bound(const SqlContext& context, std::size_t q) {
  const SqlText answered = fmt::format("{} = {}", question_column(q, "state"), sql_state(SqlState::answered));
  return is_conditional(context, q) ? fmt::format("{} AND {} = 2", answered, shown_of(context, q)) : answered;
}

void add_credit(const SqlContext& context, std::size_t q, Layers& layers) {
  const SqlText zero = context.sql.number(0), weight = context.sql.number(context.plan.questions[q].weight);
  const std::string u = question_column(q, "u"), ceiling = question_column(q, "ceiling");
  const SqlText credited =
      context.plan.questions[q].lower_is_better
          ? context.sql.largest({u, fmt::format("{} - {}", context.sql.number(1), ceiling)})
          : context.sql.smallest({u, ceiling});
  layers.add(question_column(q, "credited"), sql_if(is_answered(context, q), credited, zero));
  layers.add(question_column(q, "weight"), sql_if(applies(context, q), weight, zero));
  layers.add(question_column(q, "answered"), sql_if(is_answered(context, q), weight, zero));
}

void add_question_bounds(const SqlContext& context, std::size_t q, Layers& layers) {
  const QuestionPlan& question = context.plan.questions[q];
  const SqlText zero = context.sql.number(0), one = context.sql.number(1);
  const std::string u = question_column(q, "u"), credited = question_column(q, "credited");
  const std::string margin = question_column(q, "margin");
  const auto below = [&](const SqlText& value) {
    return context.sql.largest({zero, fmt::format("{} - {}", value, margin)});
  };
  const auto above = [&](const SqlText& value) {
    return context.sql.smallest({one, fmt::format("{} + {}", value, margin)});
  };
  SqlText low = below(question.lower_is_better ? u : credited);
  SqlText high = above(question.lower_is_better ? credited : u);
  // What is lacking may still be supplied: the bound on the bad side is released.
  if (const SqlText lacks = lacks_evidence(context, q); !lacks.empty())
    (question.lower_is_better ? high : low) =
        sql_if(lacks, question.lower_is_better ? one : zero, question.lower_is_better ? high : low);
  layers.add(question_column(q, "low"), sql_if(is_bound(context, q), low, zero));
  layers.add(question_column(q, "high"), sql_if(is_bound(context, q), high, one));
  std::vector<SqlText> leaving = {fmt::format("{} = {}", question_column(q, "weight"), zero)};
  if (is_conditional(context, q)) leaving.push_back(shown_of(context, q) + " = 1");
  if (question.allows_not_applicable)
    leaving.push_back(fmt::format("{} = {}", question_column(q, "state"), sql_state(SqlState::open)));
  layers.add(question_column(q, "leave"), sql_if(sql_or(leaving), "1", "0"));
}

// ---- criteria and dimensions: sums in one step, quotients in the next ----

void add_criterion_sums(const SqlContext& context, std::size_t c, Layers& layers) {
  const CriterionPlan& criterion = context.plan.criteria[c];
  std::vector<SqlText> weight, low, high, answered, points, leave, keeps;
  for (std::size_t q = criterion.first; q < criterion.last; ++q) {
    if (!context.plan.questions[q].scored) continue;
    const std::string w = question_column(q, "weight"), a = question_column(q, "answered");
    weight.push_back(w);
    low.push_back(times(w, question_column(q, "low")));
    high.push_back(times(w, question_column(q, "high")));
    answered.push_back(a);
    points.push_back(times(a, question_column(q, "credited")));
    leave.push_back(question_column(q, "leave"));
    keeps.push_back(sql_if(
        fmt::format("{} > {} AND {} = 0", a, context.sql.number(0), question_column(q, "leave")), "1", "0"));
  }
  layers.add(criterion_column(c, "weight"), sql_sum(context.sql, weight));
  layers.add(criterion_column(c, "lows"), sql_sum(context.sql, low));
  layers.add(criterion_column(c, "highs"), sql_sum(context.sql, high));
  layers.add(criterion_column(c, "answered"), sql_sum(context.sql, answered));
  layers.add(criterion_column(c, "points"), sql_sum(context.sql, points));
  layers.add(criterion_column(c, "leave"), leave.empty() ? "1" : context.sql.smallest(leave));
  layers.add(criterion_column(c, "keeps"), keeps.empty() ? "0" : context.sql.largest(keeps));
}

/// What sums become if nothing is in them: the bounds 0 and 1, and no point.
void add_quotients(const SqlContext& context, char kind, std::size_t number, std::string_view complete,
                   std::string_view with_point, Layers& layers) {
  const SqlText zero = context.sql.number(0), one = context.sql.number(1);
  const auto column = [&](std::string_view what) { return column_name(kind, number, what); };
  const SqlText some = fmt::format("{} > {}", column("weight"), zero);
  const auto share = [&](std::string_view sum, const SqlText& otherwise) {
    return sql_if(some, fmt::format("{} / {}", column(sum), column("weight")), otherwise);
  };
  layers.add(column("on"), sql_if(some, "1", "0"));
  layers.add(column("low"), share("lows", zero));
  layers.add(column("high"), share("highs", one));
  layers.add(column("completeness"), share(complete, zero));
  layers.add(column("point"), fmt::format("CASE WHEN {0} > {1} THEN {2} / {0} END", column(with_point), zero,
                                          column("points")));
}

void add_dimension_sums(const SqlContext& context, std::size_t d, Layers& layers) {
  const SqlText zero = context.sql.number(0);
  std::vector<SqlText> weight, low, high, complete, with_point, points, leave;
  for (const auto& [c, k] : context.plan.dimensions[d].criteria) {
    const SqlText on = criterion_column(c, "on") + " = 1";
    const SqlText factor = context.sql.number(k);
    const std::string point = criterion_column(c, "point");
    const auto if_on = [&](const SqlText& value) { return sql_if(on, value, zero); };
    const auto if_point = [&](const SqlText& value) { return sql_if(point + " IS NOT NULL", value, zero); };
    weight.push_back(if_on(factor));
    low.push_back(if_on(times(factor, criterion_column(c, "low"))));
    high.push_back(if_on(times(factor, criterion_column(c, "high"))));
    complete.push_back(if_on(times(factor, criterion_column(c, "completeness"))));
    with_point.push_back(if_point(factor));
    points.push_back(if_point(times(factor, point)));
    leave.push_back(sql_if(on, criterion_column(c, "leave"), "1"));
  }
  layers.add(dimension_column(d, "weight"), sql_sum(context.sql, weight));
  layers.add(dimension_column(d, "lows"), sql_sum(context.sql, low));
  layers.add(dimension_column(d, "highs"), sql_sum(context.sql, high));
  layers.add(dimension_column(d, "complete"), sql_sum(context.sql, complete));
  layers.add(dimension_column(d, "with_point"), sql_sum(context.sql, with_point));
  layers.add(dimension_column(d, "points"), sql_sum(context.sql, points));
  layers.add(dimension_column(d, "leave"), leave.empty() ? "1" : context.sql.smallest(leave));
}

// ---- other ways to combine ----

std::vector<SqlWhole> groups_of(const SqlContext& context) {
  std::vector<SqlWhole> groups;
  for (std::size_t g = 0; g < context.plan.groups.size(); ++g) {
    groups.push_back({'r', g, context.plan.groups[g].joint, {}});
    for (const std::size_t q : context.plan.groups[g].questions)
      groups.back().parts.push_back(question_part(context, q));
  }
  return groups;
}

/// Of a criterion: its groups, then the questions in none. A group of weight 0 never applies.
std::vector<SqlPart> parts_of(const SqlContext& context, const CriterionPlan& criterion) {
  std::vector<SqlPart> parts;
  for (std::size_t g = criterion.first_group; g < criterion.last_group; ++g)
    if (context.plan.groups[g].weight > 0) parts.push_back(whole_part('r', g, context.plan.groups[g].weight));
  for (const std::size_t q : criterion.ungrouped) parts.push_back(question_part(context, q));
  return parts;
}

std::vector<SqlPart> parts_of(const DimensionPlan& dimension) {
  std::vector<SqlPart> parts;
  for (const auto& [criterion, weight] : dimension.criteria)
    parts.push_back(whole_part('c', criterion, weight));
  return parts;
}

// ---- the overall: one kind of mean of three values of each dimension ----

/// Of one value of each dimension: `least`, and the sum that the mean is made of.
void add_combined_sums(const SqlContext& context, std::string_view what,
                       const std::vector<std::size_t>& dimensions, const auto& value_of, Combine how,
                       Layers& layers) {
  const SqlText zero = context.sql.number(0);
  std::vector<SqlText> sum, least;
  for (const std::size_t d : dimensions) {
    const SqlText on = dimension_column(d, "on") + " = 1";
    const SqlText value = value_of(d), weight = context.sql.number(context.plan.dimensions[d].weight);
    least.push_back(
        sql_if(on, fmt::format("COALESCE({}, {})", value, context.sql.number(1)), context.sql.number(1)));
    sum.push_back(how == Combine::geometric_mean
                      ? sql_if(fmt::format("{} AND {} > {}", on, value, zero),
                               fmt::format("{} * ln({})", weight, value), zero)
                      : sql_if(fmt::format("{} AND {} IS NOT NULL", on, value), times(weight, value), zero));
  }
  layers.add(overall_column(fmt::format("{}_sum", what)), sql_sum(context.sql, sum));
  if (how != Combine::arithmetic_mean)
    layers.add(overall_column(fmt::format("{}_least", what)), context.sql.smallest(least));
}

SqlText combined(const SqlContext& context, std::string_view what, Combine how) {
  const std::string least = overall_column(fmt::format("{}_least", what));
  if (how == Combine::minimum) return least;
  const SqlText mean =
      fmt::format("{} / {}", overall_column(fmt::format("{}_sum", what)), overall_column("weight"));
  if (how == Combine::arithmetic_mean) return mean;
  const SqlText zero = context.sql.number(0);
  return sql_if(fmt::format("{} > {}", least, zero), fmt::format("exp({})", mean), zero);
}

}  // namespace

void add_scores(const SqlContext& context, Layers& layers) {
  const ScorerPlan& plan = context.plan;
  layers.begin("credits");
  layers.add("fault", first_fault(context));
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    if (plan.questions[q].scored) add_credit(context, q, layers);
  layers.begin("bounds");
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    if (plan.questions[q].scored) add_question_bounds(context, q, layers);
  add_joined(context, "groups", groups_of(context), layers);
  std::vector<SqlWhole> joined;
  layers.begin("criterion_sums");
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    if (plan.criteria[c].is_plain)
      add_criterion_sums(context, c, layers);
    else
      joined.push_back({'c', c, plan.criteria[c].joint, parts_of(context, plan.criteria[c])});
  layers.begin("criteria");
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    if (plan.criteria[c].is_plain) add_quotients(context, 'c', c, "answered", "answered", layers);
  add_joined(context, "joined_criteria", joined, layers);
  joined.clear();
  layers.begin("dimension_sums");
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    if (plan.dimensions[d].joint.how == Joining::mean)
      add_dimension_sums(context, d, layers);
    else
      joined.push_back({'d', d, plan.dimensions[d].joint, parts_of(plan.dimensions[d])});
  layers.begin("dimensions");
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    if (plan.dimensions[d].joint.how == Joining::mean)
      add_quotients(context, 'd', d, "complete", "with_point", layers);
  add_joined(context, "joined_dimensions", joined, layers);
}

void add_overall(const SqlContext& context, std::string_view step, Layers& layers) {
  const ScorerPlan& plan = context.plan;
  const Combine how = plan.rubric.parts().combine;
  const SqlText zero = context.sql.number(0), one = context.sql.number(1);
  std::vector<std::size_t> counted;
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    if (plan.dimensions[d].weight > 0) counted.push_back(d);
  layers.begin(fmt::format("{}_sums", step));
  std::vector<SqlText> weight, leave, lacking;
  for (const std::size_t d : counted) {
    const SqlText on = dimension_column(d, "on") + " = 1";
    weight.push_back(sql_if(on, context.sql.number(plan.dimensions[d].weight), zero));
    leave.push_back(sql_if(on, dimension_column(d, "leave"), "1"));
    lacking.push_back(fmt::format("({} AND {} IS NULL)", on, dimension_column(d, "point")));
  }
  layers.add(overall_column("weight"), sql_sum(context.sql, weight));
  layers.add(overall_column("leave"), context.sql.smallest(leave));
  layers.add(overall_column("lacking"), sql_if(sql_or(lacking), "1", "0"));
  // A dimension that may leave enters the bounds as 0 and 1.
  const auto bound = [](std::string_view what, const SqlText& otherwise) {
    return [what, otherwise](std::size_t d) {
      return "(" + sql_if(dimension_column(d, "leave") + " = 1", otherwise, dimension_column(d, what)) + ")";
    };
  };
  const auto plain = [](std::string_view what) {
    return [what](std::size_t d) { return dimension_column(d, what); };
  };
  add_combined_sums(context, "low", counted, bound("low", zero), how, layers);
  add_combined_sums(context, "high", counted, bound("high", one), how, layers);
  add_combined_sums(context, "point", counted, plain("point"), how, layers);
  add_combined_sums(context, "completeness", counted, plain("completeness"), Combine::arithmetic_mean,
                    layers);
  layers.begin(std::string(step));
  const SqlText some = fmt::format("{} > {}", overall_column("weight"), zero);
  layers.add(overall_column("on"), sql_if(some, "1", "0"));
  layers.add(overall_column("low"), sql_if(some, combined(context, "low", how), zero));
  layers.add(overall_column("high"), sql_if(some, combined(context, "high", how), one));
  layers.add(overall_column("completeness"),
             sql_if(some, combined(context, "completeness", Combine::arithmetic_mean), zero));
  layers.add(overall_column("point"),
             fmt::format("CASE WHEN {} AND {} = 0 THEN {} END", some, overall_column("lacking"),
                         combined(context, "point", how)));
}

}  // namespace ibtikar
