// What each part of a batch costs on the same proposals for the built-in rubric: simdjson's parse alone, the
// decoders of JSON and of CSV, finding the ends of rows, scoring, writing rows.
//
//   ./dev bench --benchmark_filter=Batch         bytes_per_second is of the part's own input or output
//   ./dev bench-batch                            whole runs of the program, beside other programs
#include <algorithm>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <simdjson.h>

#include "cli/load.h"
#include "codec/proposal/answers_file.h"
#include "codec/proposal/record_decoder.h"
#include "codec/table/csv.h"
#include "codec/table/decoder.h"
#include "report/rows/row_text.h"
#include "support/builtin_rubric.h"
#include "support/random_proposal.h"

namespace ibtikar {
namespace {

constexpr std::size_t kRecords = 2000;

/// A yes or no answer, level or number as it stands in a cell.
std::string cell_of(const Answer& answer) {
  if (answer.not_applicable) return "n/a";
  if (const auto* number = std::get_if<double>(&answer.value)) return fmt::format("{}", *number);
  if (const auto* truth = std::get_if<bool>(&answer.value)) return *truth ? "yes" : "no";
  if (const auto* text = std::get_if<std::string>(&answer.value)) return *text;
  if (const auto* list = std::get_if<std::vector<std::string>>(&answer.value))
    return fmt::format("{}", fmt::join(*list, " "));
  return {};
}

/// The same proposals in both forms, and as sheets.
struct Portfolio {
  Rubric rubric = test::builtin_rubric();
  Scorer scorer{rubric};
  std::vector<std::string> lines;  ///< JSON, with the padding that a parser needs
  std::size_t json_bytes = 0;
  std::string header = "id,title";
  std::string table;
  std::vector<AnswerSheet> sheets;

  Portfolio() {
    test::Random random(1);
    for (std::size_t q = 0; q < rubric.question_count(); ++q) header += "," + rubric.full_id(q);
    header += "\n";
    for (std::size_t i = 0; i < kRecords; ++i) add(test::random_proposal(rubric, random), i);
  }

  void add(Proposal proposal, std::size_t number) {
    proposal.id = fmt::format("p-{}", number);
    proposal.title = number % 2 == 0 ? "Evening school" : "مدرسة مسائية";
    AnswersFile file;
    file.set_text("id", proposal.id);
    file.set_text("title", proposal.title);
    std::vector<std::string> cells(rubric.question_count());
    for (const auto& [id, answer] : proposal.answers) {
      file.set_answer(id, answer);
      cells[*rubric.find(id)] = cell_of(answer);
    }
    std::string line = file.text();
    std::replace(line.begin(), line.end(), '\n', ' ');
    json_bytes += line.size();
    lines.push_back(line + std::string(kRecordPadding, '\0'));
    table += fmt::format("{},{},{}\n", proposal.id, proposal.title, fmt::join(cells, ","));
    Diagnostics warnings;
    sheets.push_back(*scorer.encode(proposal, {}, warnings));
  }
};

const Portfolio& portfolio() {
  static const Portfolio all;
  return all;
}

void count(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(kRecords) * state.iterations());
}

void BatchParseAlone(benchmark::State& state) {
  simdjson::dom::parser parser;
  for (auto _ : state)
    for (const std::string& line : portfolio().lines)
      benchmark::DoNotOptimize(parser.parse(line.data(), line.size() - kRecordPadding, false).error());
  count(state, portfolio().json_bytes);
}

void BatchDecodeJson(benchmark::State& state) {
  RecordDecoder decoder(portfolio().rubric, portfolio().scorer, {});
  for (auto _ : state)
    for (const std::string& line : portfolio().lines)
      benchmark::DoNotOptimize(
          decoder.decode(std::string_view(line).substr(0, line.size() - kRecordPadding), {"r", 1, 1}).sheet);
  count(state, portfolio().json_bytes);
}

void BatchFindRows(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(find_record_ends(portfolio().table, 0, ',', Which::last, Extent::some));
  count(state, portfolio().table.size());
}

void BatchDecodeTable(benchmark::State& state) {
  TableDecoder decoder(portfolio().rubric, portfolio().scorer, {}, nullptr);
  decoder.begin({"t.csv", portfolio().header, ',', 1, {}});
  const std::string_view table = portfolio().table;
  for (auto _ : state) {
    decoder.check(table);
    for (std::size_t at = 0; at < table.size();) {
      const TableRow row = decoder.split(table, at);
      benchmark::DoNotOptimize(decoder.decode(row, {"t.csv", 1, 1}).sheet);
      at = row.behind;
    }
  }
  count(state, table.size());
}

void BatchScore(benchmark::State& state) {
  RowScorer scorer(portfolio().scorer);
  for (auto _ : state)
    for (const AnswerSheet& sheet : portfolio().sheets) benchmark::DoNotOptimize(scorer.score(sheet));
  count(state, 0);
}

void BatchWriteRows(benchmark::State& state) {
  RowScorer scorer(portfolio().scorer);
  const Row row = scorer.score(portfolio().sheets.front());
  const RowText text(portfolio().rubric, RowFormat::ndjson, {});
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (std::size_t i = 0; i < kRecords; ++i) text.append(out, {"p-1", "Evening school", &row, {}});
  }
  count(state, out.size());
}

BENCHMARK(BatchParseAlone)->Unit(benchmark::kMillisecond);
BENCHMARK(BatchDecodeJson)->Unit(benchmark::kMillisecond);
BENCHMARK(BatchFindRows)->Unit(benchmark::kMillisecond);
BENCHMARK(BatchDecodeTable)->Unit(benchmark::kMillisecond);
BENCHMARK(BatchScore)->Unit(benchmark::kMillisecond);
BENCHMARK(BatchWriteRows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ibtikar
