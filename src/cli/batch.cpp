// See batch.h. In order: the rubric, every place that is written to, and only then the first record.
#include "cli/batch.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/batch_output.h"
#include "cli/batch_progress.h"
#include "cli/load.h"
#include "cli/report_outputs.h"
#include "cli/shared_options.h"
#include "cli/typed_rows.h"
#include "cli/workbook_output.h"
#include "codec/summary_json.h"
#include "ibtikar/batch.h"
#include "io/input_blocks.h"
#include "io/interrupts.h"
#include "report/portfolio_text.h"
#include "report/row_text.h"

namespace ibtikar::cli {
namespace {

/// So many of each end of a ranking stand in a table.
constexpr std::size_t kTableRows = 10;

enum class Form { table, ndjson, csv, xlsx, sqlite };

bool is_typed(Form form) { return form == Form::xlsx || form == Form::sqlite; }

Form form_of(const BatchCommand& options, const Environment& env) {
  const bool to_standard_output = options.output.empty() || options.output == "-";
  if (options.format == "csv" || (options.format.empty() && options.output.ends_with(".csv")))
    return Form::csv;
  if (options.format == "table" || (options.format.empty() && options.output.ends_with(".txt")))
    return Form::table;
  for (const char* extension : {".sqlite", ".db"})
    if (options.format.empty() && options.output.ends_with(extension)) return Form::sqlite;
  if (options.format == "sqlite") return Form::sqlite;
  if (options.format == "xlsx" || (options.format.empty() && options.output.ends_with(".xlsx")))
    return Form::xlsx;
  if (options.format.empty() && to_standard_output && env.surroundings.output_is_terminal) return Form::table;
  return Form::ndjson;
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What is wrong with the command line, given the rubric.
std::optional<std::string> fault_of(const BatchCommand& options, const Rubric& rubric, Form form,
                                    const Environment& env) {
  const std::vector<std::string> known = row_columns(rubric);
  for (const std::string& name : split_at_commas(options.columns))
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fmt::format("--columns: a row has no column {}{}", ibtikar::quoted(name),
                         did_you_mean(name, known));
  if ((form == Form::table || form == Form::sqlite) && !options.columns.empty())
    return fmt::format("--columns is for ndjson, csv and xlsx; {} has its own",
                       form == Form::table ? "a table" : "a database");
  if (form == Form::sqlite)
    if (auto fault = fault_of_database(options.output)) return fault;
  if (form == Form::xlsx)
    if (auto fault = fault_of_binary(options.output, "xlsx", env)) return fault;
  std::vector<std::string> outputs;
  for (const std::string* path : {&options.output, &options.summary, &options.rejects})
    if (!path->empty() && *path != "-" && !path->starts_with("/dev/")) outputs.push_back(*path);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (outputs[i] == outputs[j] || io::same_file(outputs[i], outputs[j]))
        return fmt::format("{} is to be written twice", ibtikar::quoted(outputs[i]));
    for (const std::string& input : options.paths)
      if (io::same_file(outputs[i], input))
        return fmt::format("{} is also read as input", ibtikar::quoted(outputs[i]));
  }
  return std::nullopt;
}

/// One run, its places open.
class BatchRun {
 public:
  BatchRun(const BatchCommand& options, const Rubric& rubric, Form form, Environment& env)
      : options_(options),
        rubric_(rubric),
        form_(form),
        env_(env),
        look_(text_options(options.common, env)) {}

  ExitStatus run() {
    if (const ExitStatus opened = open(); opened != ExitStatus::done) return opened;
    tell_twice_named();
    io::InputBlocks input(options_.paths, input_format(), {});
    BatchProgress progress(env_, options_.common.quiet, input.size());
    const io::Interrupts interrupts;
    const BatchOptions batch = batch_options();
    if (rows_ && form_ != Form::table)
      if (Result<void> begun = rows_->write(RowText(rubric_, batch.format, batch.columns).header()); !begun)
        return refuse(begun.error());
    const auto take = [&](Portion& portion) {
      progress.add(portion);
      if (!portion.faults.empty()) progress.clear();
      return this->take(portion);
    };
    const BlockInput blocks{[&](Block& block) { return input.next(block); },
                            [&] { return input.would_wait(); }};
    Result<BatchOutcome> outcome =
        run_batch(rubric_, batch, blocks, take, [] { return io::pending_signal().has_value(); });
    progress.clear();
    if (!outcome) return refuse(outcome.error());
    return finish(*outcome);
  }

 private:
  [[nodiscard]] io::InputFormat input_format() const {
    if (options_.input_format == "json") return io::InputFormat::json;
    return options_.input_format == "ndjson" ? io::InputFormat::ndjson : io::InputFormat::automatic;
  }

  [[nodiscard]] bool is_ordered() const { return !options_.sort.empty() || options_.top > 0; }

  [[nodiscard]] BatchOptions batch_options() const {
    BatchOptions batch;
    batch.encode = {options_.lenient, !options_.common.rubric.empty()};
    batch.jobs = options_.jobs;
    batch.format = form_ == Form::ndjson ? RowFormat::ndjson
                   : form_ == Form::csv  ? RowFormat::csv
                                         : RowFormat::none;
    batch.columns = split_at_commas(options_.columns);
    batch.keep_ranked = is_ordered() || form_ == Form::table || is_typed(form_);
    batch.keep_rejected = is_typed(form_) && !is_ordered();
    batch.keep_answers = form_ == Form::sqlite;
    batch.keep_rejects = rejects_.has_value();
    batch.skip = options_.skip;
    return batch;
  }

  /// A file that is named twice is scored twice; that may not be what was meant.
  void tell_twice_named() {
    for (std::size_t i = 0; i < options_.paths.size() && i < kMaxDiagnostics; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (io::same_file(options_.paths[i], options_.paths[j])) {
          warn(fmt::format("{} is given twice and scored twice", ibtikar::quoted(options_.paths[i])));
          break;
        }
  }

  ExitStatus open() {
    SortKey key;
    if (!options_.sort.empty()) {
      const Result<SortKey> parsed = parse_sort_key(options_.sort, rubric_);
      if (!parsed) return refuse_usage(parsed.error().message, env_);
      key = *parsed;
    }
    const std::size_t most = options_.top > 0 ? options_.top : form_ == Form::table ? kTableRows : 0;
    best_.emplace(key, most);
    SortKey backwards = key;
    backwards.descending = !key.descending;
    if (form_ == Form::table && options_.top == 0) last_.emplace(backwards, kTableRows);
    for (auto [place, path] : {std::pair{&rows_, &options_.output},
                               {&summary_, &options_.summary},
                               {&rejects_, &options_.rejects}}) {
      if (place == &rows_ ? is_typed(form_) : path->empty()) continue;
      Result<RowSink> sink = RowSink::open(*path, env_.out);
      if (!sink) return refuse(sink.error());
      *place = *std::move(sink);
    }
    return is_typed(form_) ? open_typed() : ExitStatus::done;
  }

  ExitStatus open_typed() {
    const TypedForm form = form_ == Form::xlsx ? TypedForm::workbook : TypedForm::database;
    Result<TypedRows> typed =
        TypedRows::open(form, options_.output, rubric_, split_at_commas(options_.columns),
                        wanted_language(options_.common, env_), env_);
    if (!typed) return refuse(typed.error());
    typed_ = *std::move(typed);
    return ExitStatus::done;
  }

  Result<void> take(Portion& portion) {
    tell(portion.faults);
    tell(portion.repeated);
    if (rejects_)
      if (Result<void> written = rejects_->write(portion.rejects); !written) return written;
    for (RankedRow& row : portion.ranked) {
      if (typed_ && !is_ordered()) {
        typed_->add(row);
        continue;
      }
      if (last_ && row.overall.score) last_->add(row);
      best_->add(std::move(row));
    }
    if (!rows_ || is_ordered() || form_ == Form::table) return {};
    return rows_->write(portion.rows);
  }

  /// The first faults are shown; all are counted.
  void tell(const Diagnostics& faults) {
    for (const Diagnostic& fault : faults) {
      status_ = worse(status_, status_of(fault));
      if (told_ < kMaxDiagnostics) static_cast<void>(env_.err.write(format(fault) + "\n"));
      ++told_;
    }
  }

  void tell(const std::vector<Repeated>& repeated) {
    constexpr std::uint64_t kShown = 10;
    for (const Repeated& one : repeated) {
      if (++repeated_ > kShown || options_.common.quiet) continue;
      warn(fmt::format("records {} and {} have the same id {}", one.earlier, one.record,
                       ibtikar::quoted(one.id)));
      if (repeated_ == kShown) warn("further repeated ids are counted only");
    }
  }
  void warn(const std::string& text) {
    if (!options_.common.quiet) static_cast<void>(env_.err.write("ibtikar: warning: " + text + "\n"));
  }

  ExitStatus finish(const BatchOutcome& outcome) {
    const Summary& summary = outcome.summary;
    if (repeated_ > 0) warn(fmt::format("{} records repeat an id", repeated_));
    if (told_ > kMaxDiagnostics)
      static_cast<void>(env_.err.write(
          fmt::format("ibtikar: {} more records were rejected\n", summary.rejected - kMaxDiagnostics)));
    if (Result<void> written = write_ranking(summary.scored); !written) return refuse(written.error());
    if (summary_)
      if (Result<void> written = summary_->write(encode_summary(summary)); !written)
        return refuse(written.error());
    if (typed_)
      if (Result<void> done = typed_->finish(summary, env_); !done) return refuse(done.error());
    for (std::optional<RowSink>* place : {&rows_, &rejects_, &summary_})
      if (*place)
        if (Result<void> done = (*place)->finish(); !done) return refuse(done.error());
    if (!options_.common.quiet)
      static_cast<void>(env_.err.write(summary_text(rubric_, summary, summary_look())));
    if (outcome.stopped)
      static_cast<void>(env_.err.write(
          fmt::format("ibtikar: stopped after {} records; the same command with --skip {} goes on there\n",
                      outcome.records, outcome.records)));
    return status_;
  }

  [[nodiscard]] TextOptions summary_look() const {
    TextOptions look = look_;
    look.color = look.color && env_.surroundings.error_is_terminal;
    return look;
  }

  Result<void> write_ranking(std::uint64_t scored) {
    if (!is_ordered() && form_ != Form::table) return {};
    std::vector<RankedRow> best = std::move(*best_).take();
    if (typed_) {
      for (const RankedRow& row : best) typed_->add(row);
      return {};
    }
    if (form_ != Form::table) {
      for (const RankedRow& row : best)
        if (Result<void> written = rows_->write(row.text); !written) return written;
      return {};
    }
    std::vector<RankedRow> last;
    if (last_ && scored > kTableRows) {
      last = std::move(*last_).take();
      last.resize(std::min<std::size_t>(last.size(), scored - kTableRows));
      std::reverse(last.begin(), last.end());
    }
    return rows_->write(ranking_text(rubric_, best, last, scored, look_));
  }

  ExitStatus refuse(const Diagnostic& fault) {
    if (fault.code == "closed-pipe") return ExitStatus::done;
    // What standard output did not take is told once, at the end of the run.
    if (fault.file != "standard output") static_cast<void>(env_.err.write(format(fault) + "\n"));
    return worse(status_, status_of(fault));
  }

  const BatchCommand& options_;
  const Rubric& rubric_;
  Form form_;
  Environment& env_;
  TextOptions look_;
  std::optional<RowSink> rows_;     ///< where rows are text,
  std::optional<TypedRows> typed_;  ///< and where they are not
  std::optional<RowSink> summary_;
  std::optional<RowSink> rejects_;
  std::optional<Ranking> best_;
  std::optional<Ranking> last_;
  std::size_t told_ = 0;
  std::uint64_t repeated_ = 0;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace

CLI::App* add_batch(CLI::App& app, BatchCommand& options) {
  CLI::App* command = app.add_subcommand("batch", "score folders and streams of proposals, a row each");
  command
      ->add_option(
          "PATH", options.paths,
          "files (.json: one proposal; .ndjson, .jsonl: one a line; .gz and .zst of them), folders of such, "
          "@FILE for a list of names, - for standard input")
      ->required()
      ->option_text("...");
  add_rubric_option(*command, options.common);
  command
      ->add_option("--input-format", options.input_format,
                   "json or ndjson, whatever the names say (default: auto)")
      ->check(CLI::IsMember({"auto", "json", "ndjson"}))
      ->option_text("FORMAT");
  command->add_option("-o,--output", options.output, "write the rows there instead of standard output")
      ->option_text("FILE");
  command
      ->add_option("-f,--format", options.format,
                   "ndjson, csv, xlsx, sqlite or table (default: by the output's extension, else table on a "
                   "terminal and "
                   "ndjson elsewhere)")
      ->check(CLI::IsMember({"ndjson", "csv", "xlsx", "sqlite", "table"}))
      ->option_text("FORMAT");
  command->add_option("--columns", options.columns, "only these columns, in this order, with commas between")
      ->option_text("NAMES");
  command
      ->add_option("--sort", options.sort,
                   "by overall, a dimension, id or title; :asc or :desc behind it (keeps all rows in memory)")
      ->option_text("KEY");
  command->add_option("--top", options.top, "only the first so many (by the overall score, or --sort)")
      ->option_text("N");
  command->add_option("--summary", options.summary, "write the portfolio's counts there, as JSON")
      ->option_text("FILE");
  command
      ->add_option("--rejects", options.rejects,
                   "write bad records there as they came, each under the reason; mend and feed it again")
      ->option_text("FILE");
  command->add_option("--skip", options.skip, "pass over so many records at the start")->option_text("N");
  command
      ->add_option("-j,--jobs", options.jobs,
                   "score so many blocks at once (default: the machine's processors)")
      ->check(CLI::Range(0, 1024))
      ->option_text("N");
  command->add_flag("--lenient", options.lenient,
                    "take answers that do not fit as unanswered, with a warning");
  add_language_option(*command, options.common);
  add_color_option(*command, options.common);
  add_quiet_option(*command, options.common);
  add_no_input_option(*command);
  command->footer("Example:\n  ibtikar batch proposals/ --rejects bad.ndjson -o scores.csv");
  return command;
}

ExitStatus run_batch_command(const BatchCommand& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  const std::string name = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  const std::optional<Rubric> rubric = load_rubric(name, options.common.quiet, env, status);
  if (!rubric) return status;
  const Form form = form_of(options, env);
  if (const auto fault = fault_of(options, *rubric, form, env)) return refuse_usage(*fault, env);
  return BatchRun(options, *rubric, form, env).run();
}

}  // namespace ibtikar::cli
