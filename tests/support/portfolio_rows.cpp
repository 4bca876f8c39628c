// See portfolio_rows.h.
#include "support/portfolio_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"

namespace ibtikar::test {
namespace {

/// A number in [0, 100] that differs from proposal to proposal.
double score_of(std::size_t number, std::size_t dimension) {
  return rounded(static_cast<double>((number * 37 + dimension * 11) % 997) / 9.97);
}

Measure measure(double score) {
  return {score, std::max(0.0, score - 12.5), std::min(100.0, score + 12.5), 0.9};
}

RankedRow ranked(const Rubric& rubric, std::size_t number, const std::string& text) {
  RankedRow row;
  row.id = text.empty() ? fmt::format("P-{:04}", number) : text;
  row.title = !text.empty() ? text : number % 5 == 4 ? "" : fmt::format("Program number {}", number);
  for (std::size_t d = 0; d < rubric.dimensions().size(); ++d)
    row.dimensions.push_back(measure(score_of(number, d)));
  row.overall = measure(score_of(number, 0));
  if (number % 7 == 6) row.overall = row.dimensions.front() = {std::nullopt, 0, 100, 0.1};
  if (row.overall.score) row.band = number % rubric.parts().bands.size();
  row.report = fmt::format("reports/P-{:04}.html", number);
  return row;
}

}  // namespace

SamplePortfolio sample_portfolio(const Rubric& rubric, std::size_t count, const std::string& text) {
  SamplePortfolio sample{{}, empty_summary(rubric)};
  for (std::size_t i = 0; i < count; ++i) {
    sample.rows.push_back(ranked(rubric, i, text));
    const RankedRow& ranked = sample.rows.back();
    Row row;
    row.overall = ranked.overall;
    row.dimensions = ranked.dimensions;
    row.band = ranked.band;
    row.gates.assign(rubric.parts().gates.size(), i % 3 == 0);
    row.questions.assign(rubric.question_count(), {RowQuestion::State::open});
    for (std::size_t q = 0; q < row.questions.size(); ++q)
      if ((q + i) % 3 != 0) row.questions[q] = {RowQuestion::State::answered, 0.5};
    add(sample.summary, row);
  }
  sample.summary.rejected = 2;
  sample.summary.rejects = {{"bad-json", 1}, {text.empty() ? "out-of-range" : text, 1}};
  sample.summary.warnings.add_named(text.empty() ? "unknown-question at /answers/a" : text, 3);
  return sample;
}

}  // namespace ibtikar::test
