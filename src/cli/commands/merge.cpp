// ibtikar merge: see batch.h. In order: what was given, whether it belongs together, every place that is
// written to, and only then the first row.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/safe_text.h"
#include "cli/commands/batch.h"
#include "cli/commands/batch_remarks.h"
#include "cli/commands/merge_ids.h"
#include "cli/commands/merge_outputs.h"
#include "cli/commands/merge_shards.h"
#include "cli/load.h"
#include "cli/output/formats.h"
#include "cli/output/places.h"
#include "cli/output/report_outputs.h"
#include "cli/random_key.h"
#include "cli/shared_options.h"
#include "io/files/files.h"
#include "io/files/output.h"

namespace ibtikar::cli {
namespace {

/// Whether a file is an output of a shard, and not a summary: by its beginning, unless its name says
/// ".json". Rows have no member `format`.
Result<bool> is_part(const std::string& file) {
  if (file == "-" || file.ends_with(".json") || !io::place_of(file).is_file()) return false;
  constexpr std::size_t kBeginning = 64;
  const Result<std::string> beginning = io::read_beginning(file, kBeginning);
  if (!beginning) return fail(beginning.error());
  std::string_view head = *beginning;
  const auto skip = [&](std::string_view text) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (!head.starts_with(text)) return false;
    head.remove_prefix(text.size());
    return true;
  };
  return !(skip("{") && skip("\"format\""));
}

struct Given {
  std::vector<GivenSummary> summaries;
  std::vector<std::string> parts;

  [[nodiscard]] bool has_shards() const {
    return std::ranges::any_of(summaries, [](const GivenSummary& one) { return one.noted.note.has_value(); });
  }
};

Checked<GivenSummary> read_summary(const std::string& file) {
  Result<std::string> text = io::read_whole(file, kMaxDocumentBytes);
  if (!text) return fail(Diagnostics{text.error()});
  Checked<NotedSummary> noted = decode_noted_summary({file, *std::move(text)});
  if (!noted) return fail(std::move(noted.error()));
  return GivenSummary{file, *std::move(noted)};
}

Checked<Given> read_given(const std::vector<std::string>& files) {
  Given given;
  for (const std::string& file : files) {
    const Result<bool> part = is_part(file);
    if (!part) return fail(Diagnostics{part.error()});
    if (*part) {
      given.parts.push_back(file);
      continue;
    }
    Checked<GivenSummary> summary = read_summary(file);
    if (!summary) return fail(std::move(summary.error()));
    given.summaries.push_back(*std::move(summary));
  }
  if (given.parts.empty() || given.has_shards()) return given;
  if (given.summaries.empty()) {
    Diagnostic fault =
        error_at("", "no-summary",
                 message("rows are joined by the summaries of their shards; expected also the files "
                         "that `batch --shard` wrote as --summary"));
    fault.file = given.parts.front();
    return fail(Diagnostics{std::move(fault)});
  }
  // With summaries of whole runs, it was meant to be one more: what is wrong with it is told.
  Checked<GivenSummary> summary = read_summary(given.parts.front());
  if (!summary) return fail(std::move(summary.error()));
  return given;
}

/// The summaries as one. Requires: at least one.
Result<Summary> merged(const std::vector<GivenSummary>& summaries) {
  std::optional<Summary> whole;
  for (const GivenSummary& one : summaries) {
    if (!whole) {
      whole = one.noted.summary;
    } else if (Result<void> added = merge(*whole, one.noted.summary); !added) {
      Diagnostic fault = added.error();
      fault.file = one.file;
      return fail(std::move(fault));
    }
  }
  return *std::move(whole);
}

/// A name that says nothing gets the rows if there are any, and is `text` here.
Formats output_formats() {
  return {"merge", "--output", {Format::json, Format::ndjson, Format::csv}, Format::text, "text", false};
}

/// What is written where.
class MergeRun {
 public:
  MergeRun(const MergeOptions& options, Given given, Environment& env)
      : options_(options), given_(std::move(given)), env_(env) {}

  ExitStatus run() {
    const bool has_shards = given_.has_shards();
    if (has_shards)
      if (const Diagnostics faults = faults_of_shards(given_.summaries); !faults.empty())
        return env_.report(faults);
    const Result<Summary> whole = merged(given_.summaries);
    if (!whole) return env_.report(whole.error());
    if (const auto fault = fault_of_outputs(has_shards)) return refuse_usage(*fault, env_);
    for (auto [place, path] : {std::pair{&output_, &options_.output},
                               {&summary_, &options_.summary},
                               {&answers_, &options_.answers},
                               {&rejects_, &options_.rejects}}) {
      if (place != &output_ && path->empty()) continue;
      Result<io::Output> opened = io::Output::open(*path, env_.out);
      if (!opened) return env_.report(opened.error());
      *place = *std::move(opened);
    }
    if (has_shards)
      if (const ExitStatus joined = join_all(*whole); joined != ExitStatus::done) return joined;
    const std::string text = encode_summary(*whole);
    if (!writes_rows_)
      if (Result<void> written = output_->write(text); !written) return env_.finish(written);
    if (summary_)
      if (Result<void> written = summary_->write(text); !written) return env_.finish(written);
    for (std::optional<io::Output>* place : {&output_, &answers_, &rejects_, &summary_})
      if (*place)
        if (Result<void> done = (*place)->finish(); !done) return env_.finish(done);
    return ExitStatus::done;
  }

 private:
  /// What --output gets: the rows if its name says so, or if there are any and it says nothing.
  [[nodiscard]] std::optional<Message> fault_of_outputs(bool has_shards) {
    const Result<Format> format = format_of(output_formats(), options_.output, "");
    if (!format) return format.error().message;
    const bool is_unsaid = *format == Format::text;
    writes_rows_ = is_unsaid ? !given_.parts.empty() : *format != Format::json;
    if (!has_shards) {
      if (writes_rows_ || !options_.answers.empty() || !options_.rejects.empty())
        return message(
            "rows, --answers and --rejects are joined for shards; these summaries are of whole runs");
      return std::nullopt;
    }
    const std::optional<ShardOutput>& rows = output_of(given_.summaries.front(), ShardKind::rows);
    if (writes_rows_ && !is_unsaid && rows && rows->format != (*format == Format::csv ? "csv" : "ndjson"))
      return message("--output {0}: the shards wrote {1}, and rows are joined as they are",
                     quoted(options_.output), rows->format);
    return std::nullopt;
  }

  ExitStatus join_all(const Summary& whole) {
    std::vector<GivenPart> parts;
    for (const std::string& file : given_.parts) {
      Result<GivenPart> part = read_part(file);
      if (!part) return env_.report(part.error());
      parts.push_back(*std::move(part));
    }
    const ShardFiles files(given_.summaries, std::move(parts));
    Diagnostics faults = files.unknown_files();
    for (const auto& [kind, is_wanted] : {std::pair{ShardKind::rows, writes_rows_},
                                          {ShardKind::answers, answers_.has_value()},
                                          {ShardKind::rejects, rejects_.has_value()}})
      if (is_wanted)
        for (const Diagnostic& fault : files.faults_of(kind)) faults.push_back(fault);
    if (!faults.empty()) return env_.report(faults);
    if (writes_rows_)
      if (const ExitStatus joined = join_rows(files, whole); joined != ExitStatus::done) return joined;
    for (auto [place, kind] : {std::pair{&answers_, ShardKind::answers}, {&rejects_, ShardKind::rejects}}) {
      if (!*place) continue;
      const Result<std::string> header = common_header(given_.summaries, kind, files.of(kind));
      if (!header) return env_.report(header.error());
      const Result<void> joined = join_output(given_.summaries, kind, files.of(kind), *header, **place);
      if (!joined) return failed(joined.error());
    }
    return ExitStatus::done;
  }

  ExitStatus join_rows(const ShardFiles& files, const Summary& whole) {
    const std::vector<std::string>& rows = files.of(ShardKind::rows);
    const Result<std::string> header = common_header(given_.summaries, ShardKind::rows, rows);
    if (!header) return env_.report(header.error());
    RowIds ids(output_of(given_.summaries.front(), ShardKind::rows)->format, *header, random_key());
    BatchRemarks remarks(env_, options_.common.quiet, whole.left_out > 0 ? Counted::rows : Counted::records);
    BlockResult found;
    const Result<void> joined =
        join_output(given_.summaries, ShardKind::rows, rows, *header, *output_, [&](std::string_view bytes) {
          found.repeated.clear();
          ids.add(bytes, found.repeated);
          remarks.tell(found);
        });
    if (!joined) return failed(joined.error());
    if (!ids.can_tell() && whole.scored + whole.rejected > 0)
      remarks.warn(
          message("the rows do not tell repeated ids: they lack the columns `id`, and `verdict` or "
                  "`error`"));
    remarks.end_repeated();
    return ExitStatus::done;
  }

  /// A reader that left early ends the run.
  ExitStatus failed(const Diagnostic& fault) { return worse(env_.finish(fail(fault)), ExitStatus::done); }

  const MergeOptions& options_;
  Given given_;
  Environment& env_;
  bool writes_rows_ = false;
  std::optional<io::Output> output_;
  std::optional<io::Output> summary_;
  std::optional<io::Output> answers_;
  std::optional<io::Output> rejects_;
};

std::optional<Message> fault_of_names(const MergeOptions& options) {
  const std::pair<Formats, const std::string*> named[] = {
      {output_formats(), &options.output},
      {{"merge", "--summary", {Format::json}, Format::json, "text", false}, &options.summary},
      {{"merge", "--answers", {Format::csv}, Format::csv, "text", false}, &options.answers}};
  for (const auto& [formats, path] : named)
    if (!path->empty())
      if (const Result<Format> format = format_of(formats, *path, ""); !format) return format.error().message;
  std::vector<Wanted> outputs = {{"--output", options.output}};
  if (!options.summary.empty()) outputs.push_back({"--summary", options.summary});
  if (!options.answers.empty()) outputs.push_back({"--answers", options.answers});
  if (!options.rejects.empty()) outputs.push_back({"--rejects", options.rejects});
  return clash(outputs, options.files);
}

CommandOption merge_output(const char* names, Message description, std::string& target) {
  return {.names = names,
          .value = "FILE",
          .description = std::move(description),
          .target = &target,
          .group = Group::output};
}

}  // namespace

Command merge_command(MergeOptions& options) {
  return {
      .name = "merge",
      .summary = message("combine the results of several batches"),
      .options = {{.names = "FILE",
                   .description = message("summaries written by `batch --summary` (ibtikar-summary/1); for "
                                          "shards (`batch --shard`), also their rows, answers and rejects"),
                   .target = &options.files,
                   .required = true},
                  merge_output("-o,--output",
                               message("write to FILE instead of standard output: the rows if there are any, "
                                       "else the summary; the ending (.csv, .ndjson, .json) can say which"),
                               options.output),
                  merge_output("--summary", message("write the summary to FILE, too"), options.summary),
                  merge_output("--answers", message("write the tables of --answers to FILE, as one"),
                               options.answers),
                  merge_output("--rejects", message("write the rejected records to FILE, all in one"),
                               options.rejects),
                  language_option(options.common.language),
                  quiet_option(options.common)},
      .examples = {"ibtikar merge spring.json autumn.json -o year.json",
                   "ibtikar merge shards/* -o scores.csv --summary summary.json"},
      .run = [&options](Environment& env) { return run_merge(options, env); }};
}

ExitStatus run_merge(const MergeOptions& options, Environment& env) {
  if (const auto fault = language_fault(options.common, {})) return refuse_usage(*fault, env);
  if (const auto fault = fault_of_names(options)) return refuse_usage(*fault, env);
  Checked<Given> given = read_given(options.files);
  if (!given) return env.report(given.error());
  return MergeRun(options, *std::move(given), env).run();
}

}  // namespace ibtikar::cli
