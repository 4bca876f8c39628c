// What a report costs: the built-in rubric, a proposal that answers all of it. The limit for HTML is 5 ms of
// CPU for one.
//
//   ./dev bench --benchmark_filter=report
#include <benchmark/benchmark.h>

#include <stdexcept>

#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "ibtikar/scorer.h"
#include "report/html/portfolio.h"
#include "support/builtin_rubric.h"
#include "support/places.h"
#include "support/portfolio_rows.h"
#include "support/temp_dir.h"

namespace ibtikar {
namespace {

Assessment example() {
  const Rubric rubric = test::builtin_rubric();
  Diagnostics warnings;
  const std::string file = test::project_dir() + "/examples/proposals/sunduq-al-hay.json";
  const auto proposal = decode_proposal({file, test::read_file(file)}, {}, warnings);
  if (!proposal) throw std::logic_error("the example cannot be read");
  const Scorer scorer(rubric);
  const auto sheet = scorer.encode(*proposal, {}, warnings);
  if (!sheet) throw std::logic_error("the example does not fit");
  return scorer.assess(*proposal, *sheet, warnings);
}

void report_html(benchmark::State& state) {
  const Assessment assessment = example();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = render_html(assessment, {.language = "ar"}).size();
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(report_html)->Unit(benchmark::kMillisecond);

/// 10,000 proposals on one page; the limit is a second of CPU.
void portfolio_page(benchmark::State& state) {
  const Rubric rubric = test::builtin_rubric();
  const test::SamplePortfolio sample = test::sample_portfolio(rubric, 10'000);
  std::size_t bytes = 0;
  for (auto _ : state) bytes = portfolio_html(rubric, sample.rows, sample.summary, "en").size();
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(portfolio_page)->Unit(benchmark::kMillisecond);

void report_text(benchmark::State& state) {
  const Assessment assessment = example();
  for (auto _ : state) benchmark::DoNotOptimize(render_text(assessment, {.language = "ar"}));
}
BENCHMARK(report_text)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ibtikar
