// intraclass_correlations(): by mean squares of a whole table; by likelihood if scores are missing.
#include <algorithm>
#include <cmath>

#include "ibtikar/intraclass.h"
#include "stats/f_distribution.h"
#include "stats/mean_squares.h"
#include "stats/mixed_model.h"

namespace ibtikar {
namespace {

constexpr Estimate kNoVariance = {std::nullopt, Undefined::no_variance};

Estimate ratio_of(double above, double below) {
  return below > 0 ? Estimate{above / below, std::nullopt} : kNoVariance;
}

/// What the mean of `k` assessors has, from what one has.
double stepped_up(double single, double k) { return k * single / (1 + (k - 1) * single); }

/// Of the two forms in which an F is a ratio of mean squares: ICC(1) and ICC(3).
void add_interval(Intraclass& single, Intraclass& average, const FTest& test, double k, double level) {
  const double tail = (1 + level) / 2;
  const double low = test.f / f_quantile(tail, test.df1, test.df2);
  const double high = test.f * f_quantile(tail, test.df2, test.df1);
  single.interval = Interval{(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)};
  average.test = single.test = test;
  if (low > 0) average.interval = Interval{1 - 1 / low, 1 - 1 / high};
}

/// Of ICC(2): the mean square of the assessors and that of the error are of two chi-squares, with
/// degrees of freedom by Satterthwaite. They are 0 if all programs have the same mean, and only then.
std::optional<Interval> agreement_interval(const MeanSquares& of, double single, double level) {
  if (!(of.between_rows > 0)) return std::nullopt;
  const double n = of.rows;
  const double k = of.columns;
  const double tail = (1 + level) / 2;
  const double columns = k * single * of.between_columns / of.error;
  const double rest = n * (1 + (k - 1) * single) - k * single;
  const double below = (n - 1) * columns * columns + rest * rest;
  const double freedom = (k - 1) * (n - 1) * (columns + rest) * (columns + rest) / below;
  const double low = f_quantile(tail, n - 1, freedom);
  const double high = f_quantile(tail, freedom, n - 1);
  const double other = k * of.between_columns + (k * n - k - n) * of.error;
  return Interval{n * (of.between_rows - low * of.error) / (low * other + n * of.between_rows),
                  n * (high * of.between_rows - of.error) / (other + n * high * of.between_rows)};
}

FTest test_of(double f, double df1, double df2) { return {f, df1, df2, f_above(f, df1, df2)}; }

void add_by_squares(const MeanSquares& of, double level, IntraclassCorrelations& out) {
  const double n = of.rows;
  const double k = of.columns;
  out.icc1.estimate = ratio_of(of.between_rows - of.within_rows, of.between_rows + (k - 1) * of.within_rows);
  out.icc2.estimate = ratio_of(of.between_rows - of.error, of.between_rows + (k - 1) * of.error +
                                                               k * (of.between_columns - of.error) / n);
  out.icc3.estimate = ratio_of(of.between_rows - of.error, of.between_rows + (k - 1) * of.error);
  out.icc1k.estimate = ratio_of(of.between_rows - of.within_rows, of.between_rows);
  out.icc2k.estimate =
      ratio_of(of.between_rows - of.error, of.between_rows + (of.between_columns - of.error) / n);
  out.icc3k.estimate = ratio_of(of.between_rows - of.error, of.between_rows);
  if (of.within_rows > 0)
    add_interval(out.icc1, out.icc1k, test_of(of.between_rows / of.within_rows, n - 1, n * (k - 1)), k,
                 level);
  if (of.error > 0) {
    const FTest test = test_of(of.between_rows / of.error, n - 1, (n - 1) * (k - 1));
    add_interval(out.icc3, out.icc3k, test, k, level);
    out.icc2.test = out.icc2k.test = test;
    if (out.icc2.estimate.value) out.icc2.interval = agreement_interval(of, *out.icc2.estimate.value, level);
    if (const auto& one = out.icc2.interval; one && 1 + (k - 1) * one->low > 0)
      out.icc2k.interval = Interval{stepped_up(one->low, k), stepped_up(one->high, k)};
  }
  out.error_variance = of.error;
  out.program_variance = std::max((of.between_rows - of.error) / k, 0.0);
  out.assessor_variance = std::max((of.between_columns - of.error) / n, 0.0);
}

void add_by_likelihood(const MixedModel& model, IntraclassCorrelations& out) {
  const Variances two_ways = likeliest_variances(model);
  const Variances one_way = likeliest_variances(model, false);
  const auto share = [](double item, double rest) { return ratio_of(item, item + rest); };
  out.icc1.estimate = share(one_way.item, one_way.error);
  out.icc2.estimate = share(two_ways.item, two_ways.assessor + two_ways.error);
  out.icc3.estimate = share(two_ways.item, two_ways.error);
  out.icc1k.estimate = share(one_way.item, one_way.error / out.k);
  out.icc2k.estimate = share(two_ways.item, (two_ways.assessor + two_ways.error) / out.k);
  out.icc3k.estimate = share(two_ways.item, two_ways.error / out.k);
  out.program_variance = two_ways.item;
  out.assessor_variance = two_ways.assessor;
  out.error_variance = two_ways.error;
}

IntraclassCorrelations without(Undefined why) {
  IntraclassCorrelations out;
  out.undefined = why;
  for (Intraclass* one : {&out.icc1, &out.icc2, &out.icc3, &out.icc1k, &out.icc2k, &out.icc3k})
    one->estimate.undefined = why;
  return out;
}

/// The scores, numbered without the rows and columns that have none.
struct Given {
  std::vector<Rating> scores;
  std::vector<double> by_row;
  std::vector<bool> has_column;
  std::size_t columns = 0;
};

Given given_in_table(const std::vector<Ratings>& table) {
  Given out;
  std::vector<std::optional<std::size_t>> number(table.empty() ? 0 : table.front().size());
  for (const Ratings& row : table)
    for (std::size_t c = 0; c < row.size(); ++c)
      if (row[c] && !number[c]) number[c] = out.columns++;
  for (const Ratings& row : table) {
    const std::size_t before = out.scores.size();
    for (std::size_t c = 0; c < row.size(); ++c)
      if (row[c]) out.scores.push_back({out.by_row.size(), *number[c], *row[c]});
    if (out.scores.size() > before) out.by_row.push_back(static_cast<double>(out.scores.size() - before));
  }
  return out;
}

}  // namespace

IntraclassCorrelations intraclass_correlations(const std::vector<Ratings>& table, double level) {
  const Given given = given_in_table(table);
  if (given.by_row.size() < 2) return without(Undefined::few_programs);
  if (given.columns < 2) return without(Undefined::few_assessors);
  if (std::ranges::none_of(given.by_row, [](double count) { return count > 1; }))
    return without(Undefined::no_pairs);
  if (std::ranges::all_of(given.scores, [&](const Rating& r) { return r.value == given.scores[0].value; }))
    return without(Undefined::constant);
  IntraclassCorrelations out;
  out.programs = given.by_row.size();
  out.assessors = given.columns;
  for (const double count : given.by_row) out.k += 1 / count;
  out.k = static_cast<double>(out.programs) / out.k;
  out.by_likelihood = given.scores.size() < out.programs * out.assessors;
  if (out.by_likelihood) {
    add_by_likelihood(MixedModel(given.scores, out.programs, out.assessors), out);
  } else {
    out.k = static_cast<double>(out.assessors);
    add_by_squares(mean_squares_of(given.scores, out.programs, out.assessors), level, out);
  }
  return out;
}

}  // namespace ibtikar
