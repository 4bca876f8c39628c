// See batch.h. In order: the rubric, every place that is written to, and only then the first record.
#include "cli/commands/batch.h"

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/load.h"
#include "cli/output/batch_progress.h"
#include "cli/output/page_folder.h"
#include "cli/output/report_outputs.h"
#include "cli/output/row_sink.h"
#include "cli/output/typed_rows.h"
#include "cli/output/workbook_output.h"
#include "cli/shared_options.h"
#include "codec/results/summary_json.h"
#include "ibtikar/batch.h"
#include "io/files/input_blocks.h"
#include "io/interrupts.h"
#include "report/html/portfolio.h"
#include "report/rows/row_text.h"
#include "report/text/portfolio.h"

namespace ibtikar::cli {
namespace {

/// So many of each end of a ranking stand in a table.
constexpr std::size_t kTableRows = 10;

enum class Form { table, ndjson, csv, xlsx, sqlite, html };

bool is_typed(Form form) { return form == Form::xlsx || form == Form::sqlite; }

Form form_of(const BatchCommand& options, const Environment& env) {
  const bool to_standard_output = options.output.empty() || options.output == "-";
  if (options.format == "csv" || (options.format.empty() && options.output.ends_with(".csv")))
    return Form::csv;
  if (options.format == "html" ||
      (options.format.empty() && (options.output.ends_with(".html") || options.output.ends_with(".htm"))))
    return Form::html;
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

/// Whether rows are written as lines, as they come.
bool has_lines(Form form) { return form == Form::ndjson || form == Form::csv; }

/// What is wrong with the command line, given the rubric.
std::optional<std::string> fault_of(const BatchCommand& options, const Rubric& rubric, Form form,
                                    const Environment& env) {
  const std::vector<std::string> known = row_columns(rubric);
  for (const std::string& name : split_at_commas(options.columns))
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fmt::format("--columns: a row has no column {}{}", ibtikar::quoted(name),
                         did_you_mean(name, known));
  if (!has_lines(form) && form != Form::xlsx && !options.columns.empty())
    return fmt::format("--columns is for ndjson, csv and xlsx; {} has its own",
                       form == Form::sqlite ? "a database" : "a table");
  if (form == Form::sqlite)
    if (auto fault = fault_of_database(options.output)) return fault;
  if (form == Form::xlsx)
    if (auto fault = fault_of_binary(options.output, "xlsx", env)) return fault;
  if (form != Form::csv && options.byte_order_mark) return kOnlyForCsv;
  std::vector<std::string> outputs;
  for (const std::string* path : {&options.output, &options.summary, &options.rejects})
    if (!path->empty() && *path != "-" && !path->starts_with("/dev/")) outputs.push_back(*path);
  for (const std::string& output : outputs)
    if (output == options.reports || io::same_file(output, options.reports))
      return fmt::format("{} cannot be the folder of --reports too", ibtikar::quoted(output));
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

Checked<Mapping> load_mapping(const std::string& path, const Rubric& rubric) {
  Result<std::string> text = io::read_whole(path, kMaxDocumentBytes);
  if (!text) return fail(Diagnostics{text.error()});
  return decode_mapping({path == "-" ? "<stdin>" : path, *std::move(text)}, rubric);
}

/// One run, its places open.
/// Nobody can know it beforehand; what is written does not depend on it.
std::array<std::uint64_t, 2> random_key() {
  std::random_device random;
  const auto word = [&] { return std::uint64_t{random()} << 32U | random(); };
  return {word(), word()};
}

class BatchRun {
 public:
  /// All must outlive this; `mapping` may be null.
  BatchRun(const BatchCommand& options, const Rubric& rubric, const Mapping* mapping, Form form,
           Environment& env)
      : options_(options),
        rubric_(rubric),
        mapping_(mapping),
        form_(form),
        env_(env),
        look_(text_options(options.common, env)) {}

  ExitStatus run() {
    if (const ExitStatus opened = open(); opened != ExitStatus::done) return opened;
    tell_twice_named();
    io::InputBlocks input(options_.paths, input_options());
    BatchProgress progress(env_, options_.common.quiet, input.size());
    const io::Interrupts interrupts;
    const BatchOptions batch = batch_options();
    if (has_lines(form_))
      if (Result<void> begun = rows_->write(header(batch)); !begun) return refuse(begun.error());
    const auto take = [&](BlockResult& portion) {
      progress.add(portion);
      if (!portion.faults.empty() || !portion.warnings.empty() || !portion.notes.empty()) progress.clear();
      return this->take(portion);
    };
    const BlockInput blocks{[&](Block& block) { return input.next(block); },
                            [&] { return input.would_wait(); }};
    Result<BatchOutcome> outcome =
        run_batch(rubric_, batch, blocks, take, [] { return io::pending_signal().has_value(); });
    progress.clear();
    if (!outcome) return refuse(outcome.error());
    if (!input.had_tables()) tell_unused();
    return finish(*outcome);
  }

 private:
  [[nodiscard]] std::string header(const BatchOptions& batch) const {
    const std::string_view mark = options_.byte_order_mark ? kByteOrderMark : std::string_view();
    return std::string(mark) + RowText(rubric_, batch.format, batch.columns).header();
  }

  [[nodiscard]] io::InputOptions input_options() const {
    io::InputOptions input;
    input.delimiter = delimiter_named(options_.delimiter);
    if (!input.delimiter && mapping_ != nullptr) input.delimiter = mapping_->delimiter;
    if (const auto mark = decimal_mark_named(options_.decimal)) input.decimal = *mark;
    if (options_.input_format == "json") input.format = io::InputFormat::json;
    if (options_.input_format == "ndjson") input.format = io::InputFormat::ndjson;
    if (options_.input_format == "csv") input.format = io::InputFormat::csv;
    // Pages are long: what waits to be written stays small when blocks are.
    if (pages_) input.sizes.block = std::size_t{1} << 16;
    return input;
  }

  [[nodiscard]] bool is_ordered() const { return !options_.sort.empty() || options_.top > 0; }

  [[nodiscard]] BatchOptions batch_options() const {
    BatchOptions batch;
    batch.hash_key = random_key();
    batch.encode = {options_.lenient, !options_.common.rubric.empty()};
    batch.tell_delimiters = options_.verbose;
    batch.jobs = options_.jobs;
    batch.format = form_ == Form::ndjson ? RowFormat::ndjson
                   : form_ == Form::csv  ? RowFormat::csv
                                         : RowFormat::none;
    batch.columns = split_at_commas(options_.columns);
    batch.keep_ranked = is_ordered() || !has_lines(form_) || pages_;
    batch.keep_rejected = is_typed(form_) && !is_ordered() && !pages_;
    batch.keep_answers = form_ == Form::sqlite;
    if (pages_) batch.pages = HtmlOptions{.language = wanted_language(options_.common, env_)};
    batch.keep_rejects = rejects_.has_value();
    batch.skip = options_.skip;
    batch.mapping = mapping_;
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

  /// What is said about tables is of no use where there are none; it may have been meant for something else.
  void tell_unused() {
    for (const auto& [option, value] : {std::pair{"--map", &options_.mapping},
                                        {"--delimiter", &options_.delimiter},
                                        {"--decimal", &options_.decimal}})
      if (!value->empty())
        warn(fmt::format("{} was not used: it is for tables (CSV), and none was among the input", option));
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
    if (!options_.reports.empty()) {
      Result<PageFolder> pages =
          PageFolder::open(options_.reports, form_ == Form::html ? options_.output : std::string());
      if (!pages) return refuse(pages.error());
      pages_ = *std::move(pages);
    }
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

  Result<void> take(BlockResult& portion) {
    tell(portion.faults);
    tell(portion.repeated);
    for (const std::string& note : portion.notes) env_.err.line(note);
    if (!options_.common.quiet) env_.err.report(portion.warnings);
    if (rejects_)
      if (Result<void> written = rejects_->write(portion.rejects); !written) return written;
    if (pages_)
      for (std::size_t i = 0; i < portion.pages.size(); ++i) {
        Result<std::string> link = pages_->add(portion.ranked[i].id, portion.pages[i]);
        if (!link) return fail(link.error());
        portion.ranked[i].report = *std::move(link);
      }
    if (!is_ordered() && has_lines(form_)) return rows_->write(portion.rows);
    for (RankedRow& row : portion.ranked) {
      if (typed_ && !is_ordered()) {
        typed_->add(row);
        continue;
      }
      if (last_ && row.overall.score) last_->add(row);
      best_->add(std::move(row));
    }
    return {};
  }

  /// The first faults are shown; all are counted.
  void tell(const Diagnostics& faults) {
    for (const Diagnostic& fault : faults) {
      status_ = worse(status_, status_of(fault));
      if (told_ < kMaxDiagnostics) env_.err.report(fault);
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
    if (!options_.common.quiet) env_.err.warn(text);
  }

  ExitStatus finish(const BatchOutcome& outcome) {
    const Summary& summary = outcome.summary;
    if (repeated_ > 0) warn(fmt::format("{} records repeat an id", repeated_));
    if (told_ > kMaxDiagnostics && summary.rejected > kMaxDiagnostics)
      env_.err.say(fmt::format("{} more records were rejected", summary.rejected - kMaxDiagnostics));
    if (Result<void> written = write_ranking(summary); !written) return refuse(written.error());
    if (summary_)
      if (Result<void> written = summary_->write(encode_summary(summary)); !written)
        return refuse(written.error());
    if (typed_)
      if (Result<void> done = typed_->finish(summary, env_); !done) return refuse(done.error());
    for (std::optional<RowSink>* place : {&rows_, &rejects_, &summary_})
      if (*place)
        if (Result<void> done = (*place)->finish(); !done) return refuse(done.error());
    if (!options_.common.quiet) env_.err.show(summary_text(rubric_, summary, summary_look()));
    if (outcome.stopped)
      env_.err.say(fmt::format("stopped after {} records; the same command with --skip {} goes on there",
                               outcome.records, outcome.records));
    return status_;
  }

  [[nodiscard]] TextOptions summary_look() const {
    TextOptions look = look_;
    look.color = look.color && env_.surroundings.error_is_terminal;
    return look;
  }

  Result<void> write_ranking(const Summary& summary) {
    if (!is_ordered() && has_lines(form_)) return {};
    std::vector<RankedRow> best = std::move(*best_).take();
    if (typed_) {
      for (const RankedRow& row : best) typed_->add(row);
      return {};
    }
    if (form_ == Form::html)
      return rows_->write(portfolio_html(rubric_, best, summary, wanted_language(options_.common, env_)));
    if (has_lines(form_)) {
      for (const RankedRow& row : best)
        if (Result<void> written = rows_->write(row.text); !written) return written;
      return {};
    }
    std::vector<RankedRow> last;
    if (last_ && summary.scored > kTableRows) {
      last = std::move(*last_).take();
      last.resize(std::min<std::size_t>(last.size(), summary.scored - kTableRows));
      std::reverse(last.begin(), last.end());
    }
    return rows_->write(ranking_text(rubric_, best, last, summary.scored, look_));
  }

  ExitStatus refuse(const Diagnostic& fault) {
    if (fault.code == "closed-pipe") return ExitStatus::done;
    return worse(status_, env_.finish(fail(fault)));
  }

  const BatchCommand& options_;
  const Rubric& rubric_;
  const Mapping* mapping_;
  Form form_;
  Environment& env_;
  TextOptions look_;
  std::optional<RowSink> rows_;     ///< where rows are text,
  std::optional<TypedRows> typed_;  ///< and where they are not
  std::optional<RowSink> summary_;
  std::optional<RowSink> rejects_;
  std::optional<PageFolder> pages_;
  std::optional<Ranking> best_;
  std::optional<Ranking> last_;
  std::size_t told_ = 0;
  std::uint64_t repeated_ = 0;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace

ExitStatus run_batch_command(const BatchCommand& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  const std::string name = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  const std::optional<Rubric> rubric = load_rubric(name, options.common.quiet, env, status);
  if (!rubric) return status;
  const Form form = form_of(options, env);
  if (const auto fault = fault_of(options, *rubric, form, env)) return refuse_usage(*fault, env);
  std::optional<Mapping> mapping;
  if (!options.mapping.empty()) {
    Checked<Mapping> loaded = load_mapping(options.mapping, *rubric);
    if (!loaded) return env.report(loaded.error());
    mapping = *std::move(loaded);
  }
  return BatchRun(options, *rubric, mapping ? &*mapping : nullptr, form, env).run();
}

}  // namespace ibtikar::cli
