// The command line of `ibtikar batch`: see batch.h.
#include <utility>

#include "cli/commands/batch.h"
#include "cli/commands/batch_plan.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

constexpr std::uint64_t kMostJobs = 1024;

std::vector<CommandOption> options_on_input(BatchCommand& options) {
  std::vector<CommandOption> all = {
      {.names = "PATH",
       .description = message("files (.json: one proposal or an array; .ndjson, .jsonl: one per line; "
                              ".csv, .tsv, .xlsx, .ods: one per row; text also as .gz or .zst), folders of "
                              "such files, @FILE for a list of names, - for standard input"),
       .target = &options.paths,
       .required = true},
      input_format_option(options.input_format),
  };
  for (CommandOption& option : table_options(options.tables)) all.push_back(std::move(option));
  all.push_back(mapping_option(options.mapping));
  all.push_back({.names = "--skip",
                 .value = "N",
                 .description = message("skip the first N records"),
                 .target = Count{&options.skip},
                 .group = Group::input});
  all.push_back(
      {.names = "--shard",
       .value = "I/N",
       .description = message("score part I of N of the input, for runs on many machines; auto asks the "
                              "scheduler (Slurm, AWS Batch, Kubernetes and others)"),
       .target = &options.shard,
       .group = Group::input});
  return all;
}

std::vector<CommandOption> row_options(BatchCommand& options) {
  return {
      {.names = "-o,--output",
       .value = "FILE",
       .description = message("write the rows to FILE instead of standard output"),
       .target = &options.output,
       .group = Group::output},
      {.names = "-f,--format",
       .value = "FORMAT",
       .description = message("ndjson, csv, xlsx, sqlite, table or html (default: by the "
                              "output's extension, else table on a terminal and ndjson elsewhere)"),
       .target = &options.format,
       .group = Group::output,
       .choices = format_names(batch_formats())},
      byte_order_mark_option(options.byte_order_mark),
      {.names = "--no-header",
       .description = message("leave out the header row of CSV"),
       .target = &options.no_header,
       .group = Group::output},
      {.names = "--columns",
       .value = "NAMES",
       .description = message("write only these columns, in this order, separated by commas"),
       .target = &options.columns,
       .group = Group::output},
      {.names = "--sort",
       .value = "KEY",
       .description = message("sort by overall, a dimension, id or title; add :asc or :desc for the "
                              "direction (keeps all rows in memory)"),
       .target = &options.sort,
       .group = Group::output},
      {.names = "--top",
       .value = "N",
       .description = message("write only the first N rows (by overall score, or by --sort)"),
       .target = Count{.value = &options.top, .least = 1},
       .group = Group::output},
      {.names = "--summary",
       .value = "FILE",
       .description = message("write counts over all proposals to FILE, as JSON"),
       .target = &options.summary,
       .group = Group::output},
      {.names = "--reports",
       .value = "FOLDER",
       .description = message("write an HTML page on each proposal into FOLDER; an HTML overview links to "
                              "them"),
       .target = &options.reports,
       .group = Group::output},
      {.names = "--answers",
       .value = "FILE",
       .description = message("write all answers to FILE as a long table (CSV), one row an answer"),
       .target = &options.answers,
       .group = Group::output},
      {.names = "--rejects",
       .value = "FILE",
       .description = message("save rejected records unchanged in FILE, each with the reason; correct them "
                              "and score FILE again"),
       .target = &options.rejects,
       .group = Group::output},
  };
}

std::vector<CommandOption> run_options(BatchCommand& options) {
  return {
      {.names = "--continue",
       .description = message("continue an interrupted run of this command; the output is the same as that "
                              "of one run"),
       .target = &options.resume,
       .group = Group::behavior},
      {.names = "-j,--jobs",
       .value = "N",
       .description = message("number of threads (default: the number of processors)"),
       .target = Count{.value = &options.jobs, .most = kMostJobs},
       .group = Group::behavior},
      {.names = "-v,--verbose",
       .description = message("report the delimiter and decimal marks found in each table"),
       .target = &options.verbose,
       .group = Group::behavior},
      lenient_option(options.lenient),
      language_option(options.common.language),
      color_option(options.common),
      quiet_option(options.common),
      no_input_option(),
  };
}

}  // namespace

Command batch_command(BatchCommand& options) {
  Command command = {.name = "batch",
                     .summary = message("score many proposals from files, folders and streams, one row each"),
                     .options = options_on_input(options),
                     .examples = {"ibtikar batch proposals/ --rejects bad.ndjson -o scores.csv"},
                     .run = [&options](Environment& env) { return run_batch_command(options, env); }};
  command.options.push_back(rubric_option(options.common));
  command.add(check_options(options.checks));
  for (auto* make : {row_options, run_options}) command.add(make(options));
  return command;
}

}  // namespace ibtikar::cli
