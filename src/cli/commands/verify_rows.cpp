// Rows of a batch, recomputed from its inputs by a batch: its standard output is compared with the
// saved file, line by line.
#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "builtin/files.h"
#include "cli/commands/verify_kinds.h"
#include "cli/commands/verify_lines.h"
#include "cli/load.h"
#include "cli/scoring.h"
#include "codec/results/json_difference.h"
#include "codec/table/csv.h"
#include "io/interrupts.h"
#include "report/rows/row_text.h"

namespace ibtikar::cli {
namespace {

/// What the saved file says of the run that wrote it.
struct RowsSaid {
  RowShape shape;
  bool byte_order_mark = false;
};

Result<RowsSaid> said_by(const SavedFile& saved) {
  Result<std::unique_ptr<ByteSource>> source = saved.bytes();
  if (!source) return fail(source.error());
  const Result<std::optional<std::string>> first = SavedLines(*std::move(source)).next();
  if (!first) return fail(first.error());
  RowsSaid said;
  if (!*first) return said;
  std::string_view line = **first;
  said.byte_order_mark = line.starts_with(kByteOrderMark);
  if (said.byte_order_mark) line.remove_prefix(kByteOrderMark.size());
  said.shape.are_cells = !line.starts_with('{');
  if (!said.shape.are_cells) {
    said.shape.columns = json_member_names(line);
  } else {
    CsvSplitter splitter(',');
    splitter.split(line, 0);
    for (const CsvCell& cell : splitter.cells()) said.shape.columns.emplace_back(cell.text);
  }
  return said;
}

/// The columns that rows of the rubric cannot have.
std::vector<std::string> unknown_columns(const RowsSaid& said, const Rubric& rubric) {
  const std::vector<std::string> known = row_columns(rubric);
  std::vector<std::string> unknown = said.shape.columns;
  std::erase_if(unknown, [&](const std::string& column) {
    return std::find(known.begin(), known.end(), column) != known.end();
  });
  return unknown;
}

ExitStatus refuse_rows(const SavedFile& saved, Diagnostic fault, Environment& env) {
  fault.file = shown_name(saved.path());
  fault.position = {1, 1};
  return env.report(fault);
}

Diagnostic no_rows() {
  return error_at("", Code::wrong_format, message("this is no row of a batch, and no saved result"));
}

/// The rubric of the rows, as -r would name it: the one named, else the usual one, else the only
/// built-in one that has these columns. `found` gets what was not said.
std::optional<std::string> rubric_for(const SavedFile& saved, const RowsSaid& said,
                                      const VerifyOptions& options, Environment& env, ExitStatus& status,
                                      std::vector<std::string>& found) {
  const std::string named = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  const std::optional<Rubric> rubric = load_rubric(named, true, env, status);
  if (!rubric) return std::nullopt;
  const std::vector<std::string> unknown = unknown_columns(said, *rubric);
  if (unknown.empty()) return named;
  std::vector<std::string> fitting;
  for (const EmbeddedFile& file : builtin_files()) {
    const std::string id(file.name.substr(0, file.name.find('.')));
    if (!options.common.rubric.empty() || !is_builtin_rubric(id)) continue;
    const std::optional<Rubric> other = load_rubric(id, true, env, status);
    if (other && unknown_columns(said, *other).empty()) fitting.push_back(id);
  }
  if (fitting.size() == 1) {
    found.push_back("--rubric " + fitting.front());
    return fitting.front();
  }
  Diagnostic fault =
      unknown.size() == said.shape.columns.size()
          ? no_rows()
          : error_at(
                "", "other-rubric",
                message("the rows have a column {0}, which those of rubric {1} have not; name their rubric "
                        "with --rubric",
                        ibtikar::quoted(unknown.front()), ibtikar::quoted(rubric->parts().id)));
  status = worse(status, refuse_rows(saved, std::move(fault), env));
  return std::nullopt;
}

struct RowsAgain {
  Verification verification;
  CapturedRun run;
  std::uint64_t recomputed = 0;
  std::optional<Diagnostic> fault;  ///< of reading the saved file
};

RowsAgain compare_with(const BatchCommand& batch, const SavedFile& saved, const RowsSaid& said,
                       const Environment& env) {
  RowsAgain again{verification_of(saved, "rows"), {}, 0, std::nullopt};
  Result<std::unique_ptr<ByteSource>> source = saved.bytes();
  if (!source) {
    again.fault = source.error();
    return again;
  }
  LineComparer comparer(SavedLines(*std::move(source)), said.shape, again.verification);
  again.run =
      run_captured(comparer, env, [&](Environment& inner) { return run_batch_command(batch, inner); });
  if (const Result<void> finished = comparer.finish(); !finished) again.fault = finished.error();
  again.recomputed = comparer.recomputed();
  return again;
}

/// A way that the run may have been told to go, and how it is written.
struct RowsWay {
  BatchCommand batch;
  std::vector<std::string> found;
};

/// What to try once the run as described gives something else.
std::vector<RowsWay> other_ways(const VerifyOptions& options, const BatchCommand& batch,
                                const Verification& differs) {
  std::vector<RowsWay> ways;
  if (reads_standard_input(options)) return ways;
  const bool is_ordered = !batch.sort.empty() || batch.top > 0;
  if (!is_ordered && (differs.reordered || differs.differing > 0)) {
    RowsWay sorted{batch, {"--sort overall"}};
    sorted.batch.sort = "overall";
    ways.push_back(sorted);
    RowsWay top{batch, {"--top " + std::to_string(differs.records)}};
    top.batch.top = differs.records;
    if (differs.records > 0) ways.push_back(std::move(top));
  }
  if (batch.lenient) return ways;
  RowsWay lenient{batch, {"--lenient"}};
  lenient.batch.lenient = true;
  ways.push_back(std::move(lenient));
  return ways;
}

}  // namespace

Verified verify_rows(const SavedFile& saved, const VerifyOptions& options, Environment& env) {
  const Result<RowsSaid> said = said_by(saved);
  if (!said) return {std::nullopt, env.report(said.error())};
  if (said->shape.columns.empty() && !saved.beginning().empty())
    return {std::nullopt, refuse_rows(saved, no_rows(), env)};
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> found;
  const std::optional<std::string> rubric = rubric_for(saved, *said, options, env, status, found);
  if (!rubric) return {std::nullopt, status};
  BatchCommand batch = batch_again(options, *rubric);
  batch.format = said->shape.are_cells ? "csv" : "ndjson";
  batch.byte_order_mark = said->byte_order_mark;
  for (const std::string& column : said->shape.columns)
    batch.columns += (batch.columns.empty() ? "" : ",") + column;
  RowsAgain first = compare_with(batch, saved, *said, env);
  if (io::pending_signal()) return {std::nullopt, status};
  if (first.fault) return {std::nullopt, env.report(*first.fault)};
  const bool failed = first.run.status != ExitStatus::done;
  if (failed && (first.recomputed == 0 || first.run.status == ExitStatus::usage)) {
    env.err.show(first.run.told);
    return {std::nullopt, first.run.status};
  }
  first.verification.found = found;
  if (!first.verification.same())
    for (RowsWay& way : other_ways(options, batch, first.verification)) {
      RowsAgain again = compare_with(way.batch, saved, *said, env);
      if (io::pending_signal()) return {std::nullopt, status};
      if (again.fault || !again.verification.same()) continue;
      again.verification.found = found;
      again.verification.found.insert(again.verification.found.end(), way.found.begin(), way.found.end());
      return {std::move(again.verification), ExitStatus::done};
    }
  // Rejected records have a row that says so: they are compared like all others.
  const bool is_unread = first.run.status == ExitStatus::io_failure;
  if (is_unread) env.err.show(first.run.told);
  return {std::move(first.verification), is_unread ? first.run.status : ExitStatus::done};
}

}  // namespace ibtikar::cli
