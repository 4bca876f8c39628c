// What a workbook costs: one proposal of the built-in rubric as XLSX, on disk and looked at; the limit is
// 20 ms of CPU. And a template: the longest sample.
//
//   ./dev bench --benchmark_filter=report
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"
#include "builtin/files.h"
#include "io/files/package_check.h"
#include "report/template/render.h"
#include "report/workbook/report.h"
#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

template <class T>
T expected(Checked<T> checked) {
  if (!checked) std::abort();
  return *std::move(checked);
}

Assessment complete_assessment() {
  Diagnostics warnings;
  const NamedText source{"social-innovation", std::string(*builtin_text("social-innovation.json"))};
  const Rubric rubric = expected(decode_rubric(
      source,
      [](auto, auto) -> Result<NamedText> { return fail_io("", Message::verbatim("extends nothing")); },
      warnings));
  const NamedText text{"p.json", read_file(test::project_dir() + "/examples/proposals/sunduq-al-hay.json")};
  const Proposal proposal = expected(decode_proposal(text, {}, warnings));
  const Scorer scorer(rubric);
  return scorer.assess(proposal, expected(scorer.encode(proposal, {}, warnings)), warnings);
}

void report_as_workbook(benchmark::State& state) {
  const std::vector<Assessment> assessments = {complete_assessment()};
  const TempDir here;
  const std::string path = (here.path() / "report.xlsx").string();
  for (auto _ : state) {
    Workbook book({.path = path, .scratch = here.path().string(), .shown = path, .right_to_left = true});
    add_report_sheets(book, assessments, "ar");
    if (!book.close() || !io::check_package(path, path)) state.SkipWithError("not written");
  }
}
BENCHMARK(report_as_workbook)->Unit(benchmark::kMillisecond);

void report_by_template(benchmark::State& state) {
  const std::vector<Assessment> assessments = {complete_assessment()};
  const NamedText source{"donor-letter.html.mustache",
                         read_file(test::project_dir() + "/examples/templates/donor-letter.html.mustache")};
  for (auto _ : state) {
    const Template letter = expected(Template::read(source));
    benchmark::DoNotOptimize(letter.render(assessments, "en"));
  }
}
BENCHMARK(report_by_template)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ibtikar::test
