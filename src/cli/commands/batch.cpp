// See batch.h. In order: the rubric, every place that is written to, and only then the first record.
#include "cli/commands/batch.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/commands/batch_continuation.h"
#include "cli/commands/batch_input.h"
#include "cli/commands/batch_plan.h"
#include "cli/commands/batch_ranking.h"
#include "cli/commands/batch_remarks.h"
#include "cli/commands/batch_shard.h"
#include "cli/load.h"
#include "cli/output/batch_progress.h"
#include "cli/output/page_folder.h"
#include "cli/output/places.h"
#include "cli/output/report_outputs.h"
#include "cli/output/typed_rows.h"
#include "cli/output/workbook_output.h"
#include "cli/random_key.h"
#include "cli/shared_options.h"
#include "codec/results/summary_json.h"
#include "ibtikar/batch.h"
#include "io/files/input_blocks.h"
#include "io/interrupts.h"
#include "report/html/portfolio.h"
#include "report/rows/answer_rows.h"
#include "report/rows/row_text.h"
#include "report/text/portfolio.h"

namespace ibtikar::cli {
namespace {

/// One run, its places open.
class BatchRun {
 public:
  /// All must outlive this; `mapping` may be null. Without `shard`, the run is of all records.
  BatchRun(const BatchCommand& options, const Rubric& rubric, const Mapping* mapping, BatchForm form,
           ProposalChecks checks, std::optional<BatchShard> shard, Environment& env)
      : options_(options),
        rubric_(rubric),
        mapping_(mapping),
        form_(form),
        env_(env),
        look_(text_options(options.common, env)),
        checks_(std::move(checks)),
        names_(outcome_names(rubric)),
        remarks_(env, options.common.quiet, shard ? Counted::records_of_shard : Counted::records),
        shard_(std::move(shard)),
        continuation_(options, rubric, form) {}

  ExitStatus run() {
    if (const ExitStatus opened = open(); opened != ExitStatus::done) return opened;
    if (const ExitStatus resumed = resume(); resumed != ExitStatus::done) return resumed;
    for (const Message& remark : twice_named(options_)) remarks_.warn(remark);
    io::InputBlocks input(options_.paths,
                          input_options(options_, mapping_, shard_ ? shard_->range() : ByteRange{}));
    BatchProgress progress(env_, options_.common.quiet, shard_ ? shard_->size() : input.size());
    const io::Interrupts interrupts;
    const BatchOptions batch = batch_options();
    if (has_lines(form_) && !options_.no_header && !before())
      if (Result<void> begun = write_rows(header(batch)); !begun) return refuse(begun.error());
    if (answers_ && !options_.no_header && !before())
      if (Result<void> begun = write_answers(mark() + AnswerRows::header()); !begun)
        return refuse(begun.error());
    if (shard_) shard_->rows.end_header(), shard_->answers.end_header();
    const auto take = [&](BlockResult& result) {
      progress.add(result);
      if (!result.faults.empty() || !result.warnings.empty() || !result.notes.empty() || checks_.any())
        progress.clear();
      return this->take(result);
    };
    const BlockInput blocks{[&](Block& block) { return input.next(block); },
                            [&] { return input.would_wait(); }};
    Result<BatchOutcome> outcome =
        run_batch(rubric_, batch, blocks, take, [] { return io::pending_signal().has_value(); });
    progress.clear();
    if (!outcome) return refuse(outcome.error());
    if (input.clash()) return refuse_clash(*input.clash());
    for (const Diagnostic& failure : input.failures()) remarks_.worsen(env_.report(failure));
    for (const auto& remark : input.remarks()) remarks_.warn(remark);
    if (!shard_) remark_on_options(input, *outcome);
    if (before()) static_cast<void>(merge(outcome->summary, before()->summary));
    if (outcome->stopped && !is_shown_anyway()) return stop(*outcome);
    return finish(*outcome);
  }

 private:
  /// What was asked for and had no use: of a part of the input, nobody could say so.
  void remark_on_options(const io::InputBlocks& input, const BatchOutcome& outcome) {
    for (const auto& remark : outcome.unseen) remarks_.warn(remark);
    if (!input.had_tables())
      for (const Message& remark : unused_for_want_of_tables(options_.tables, options_.mapping))
        remarks_.warn(remark);
    if (const auto remark = unused_for_want_of_workbooks(options_.tables, input)) remarks_.warn(*remark);
  }

  /// What CSV begins with.
  [[nodiscard]] std::string mark() const {
    return std::string(options_.byte_order_mark ? kByteOrderMark : std::string_view());
  }
  [[nodiscard]] std::string header(const BatchOptions& batch) const {
    const std::string names = RowText(rubric_, batch.format, batch.columns).header();
    return form_ == BatchForm::csv ? mark() + names : names;
  }

  [[nodiscard]] bool is_ordered() const { return is_sorted(options_); }
  /// The interrupted run that this one goes on with.
  [[nodiscard]] const std::optional<BatchState>& before() const { return continuation_.before(); }

  [[nodiscard]] BatchOptions batch_options() const {
    BatchOptions batch;
    batch.hash_key = random_key();
    batch.encode = {options_.lenient, !options_.common.rubric.empty()};
    batch.tell_delimiters = options_.verbose;
    batch.jobs = static_cast<unsigned>(options_.jobs);
    batch.format = form_ == BatchForm::ndjson ? RowFormat::ndjson
                   : form_ == BatchForm::csv  ? RowFormat::csv
                                              : RowFormat::none;
    batch.columns = split_at_commas(options_.columns);
    batch.keep_ranked = is_ordered() || !has_lines(form_) || pages_ || checks_.any();
    batch.keep_rejected = is_typed(form_) && !is_ordered();
    batch.keep_answers = form_ == BatchForm::sqlite;
    batch.keep_answer_rows = answers_.has_value();
    batch.answers_language = data_language(options_.common);
    if (pages_) batch.pages = HtmlOptions{.language = wanted_language(options_.common, env_)};
    batch.keep_rejects = rejects_.has_value();
    batch.has_rejects = rejects_bytes_ > 0;
    batch.skip = before() ? before()->records : options_.skip;
    batch.mapping = mapping_;
    return batch;
  }

  ExitStatus open() {
    Result<BatchRanking> ranking = BatchRanking::make(options_, rubric_, form_);
    if (!ranking) return refuse_usage(ranking.error().message, env_);
    ranking_ = *std::move(ranking);
    if (!options_.reports.empty()) {
      Result<PageFolder> pages =
          PageFolder::open(options_.reports, form_ == BatchForm::html ? options_.output : std::string());
      if (!pages) return refuse(pages.error());
      pages_ = *std::move(pages);
      const io::Place folder = io::place_of(options_.reports);
      for (const Wanted& output : outputs_of(options_))
        if (const std::string path = place_of(output).path; io::place_of(io::folder_of(path)) == folder)
          pages_->keep_off(io::name_of(path));
    }
    for (auto [place, path] : {std::pair{&rows_, &options_.output},
                               {&summary_, &options_.summary},
                               {&answers_, &options_.answers},
                               {&rejects_, &options_.rejects}}) {
      if (place == &rows_ ? is_typed(form_) : path->empty()) continue;
      Result<io::Output> sink = io::Output::open(*path, env_.out);
      if (!sink) return refuse(sink.error());
      *place = *std::move(sink);
    }
    return is_typed(form_) ? open_typed() : ExitStatus::done;
  }

  ExitStatus open_typed() {
    const TypedForm form = form_ == BatchForm::xlsx ? TypedForm::workbook : TypedForm::database;
    const std::string language =
        form == TypedForm::workbook ? wanted_language(options_.common, env_) : data_language(options_.common);
    Result<TypedRows> typed =
        TypedRows::open(form, options_.output, rubric_, split_at_commas(options_.columns), language, env_);
    if (!typed) return refuse(typed.error());
    typed_ = *std::move(typed);
    return ExitStatus::done;
  }

  Result<void> take(BlockResult& result) {
    remarks_.tell(result);
    for (const RankedRow& row : result.ranked)
      if (Result<void> checked = check(row); !checked) return checked;
    if (rejects_) {
      if (shard_ && !result.rejects.empty()) shard_->rejects.add_rejects(result.rejects);
      if (Result<void> written = rejects_->write(result.rejects); !written) return written;
      rejects_bytes_ += result.rejects.size();
    }
    if (answers_)
      if (Result<void> written = write_answers(result.answers); !written) return written;
    for (const BlockResult::Page& page : result.pages) {
      RankedRow& row = result.ranked[page.row];
      Result<std::string> link = pages_->add(row.id, page.html);
      if (!link) return fail(link.error());
      row.report = *std::move(link);
    }
    if (!is_ordered() && has_lines(form_)) return write_rows(result.rows);
    for (RankedRow& row : result.ranked) {
      if (typed_ && !is_ordered()) {
        typed_->add(row);
        continue;
      }
      ranking_->add(std::move(row));
    }
    return {};
  }

  /// The first failures are shown; all are counted.
  Result<void> check(const RankedRow& row) {
    if (!checks_.any() || !row.error.empty()) return {};
    const Result<std::vector<Message>> failures = checks_.failures(names_, outcome_of(row));
    if (!failures) return fail(failures.error());
    for (const Message& failure : *failures)
      if (failures_++ < kMaxDiagnostics) remarks_.note(message("{0}: {1}", visible(row.id), failure));
    return {};
  }

  ExitStatus finish(const BatchOutcome& outcome) {
    const Summary& summary = outcome.summary;
    remarks_.end(summary);
    if (outcome.records == 0 && !outcome.stopped && !before() && !shard_)
      remarks_.warn(message("the input holds no records"));
    if (Result<void> written = write_ranking(summary); !written) return refuse(written.error());
    if (summary_) {
      const std::optional<ShardNote> note = shard_ ? std::optional(shard_->note(options_)) : std::nullopt;
      if (Result<void> written = summary_->write(encode_summary(summary, note ? &*note : nullptr)); !written)
        return refuse(written.error());
    }
    if (typed_)
      if (Result<void> done = typed_->finish(summary, env_); !done) return refuse(done.error());
    for (std::optional<io::Output>* place : {&rows_, &rejects_, &answers_, &summary_})
      if (*place)
        if (Result<void> done = (*place)->finish(); !done) return refuse(done.error());
    continuation_.end(held());
    remarks_.worsen(checks_.status());
    if (!options_.common.quiet) env_.err.show(summary_text(rubric_, summary, summary_look()));
    for (const Message& total : checks_.totals()) remarks_.say(total);
    if (outcome.stopped)
      env_.err.say(counted("stopped after {0} record; above is this one alone",
                           "stopped after {0} records; above are these alone", outcome.records));
    return remarks_.status();
  }

  [[nodiscard]] TextOptions summary_look() const {
    TextOptions look = look_;
    look.color = look.color && env_.surroundings.error_is_terminal;
    return look;
  }

  Result<void> write_ranking(const Summary& summary) {
    if (!is_ordered() && has_lines(form_)) return {};
    if (form_ == BatchForm::table) {
      if (options_.common.quiet && options_.format.empty() && options_.output.empty()) return {};
      return rows_->write(ranking_->table(rubric_, summary, look_));
    }
    const std::vector<RankedRow> rows = ranking_->take();
    if (form_ == BatchForm::html)
      return rows_->write(portfolio_html(rubric_, rows, summary, wanted_language(options_.common, env_)));
    for (const RankedRow& row : rows) {
      if (typed_)
        typed_->add(row);
      else if (Result<void> written = write_rows(row.text); !written)
        return written;
    }
    return {};
  }

  /// Rows as they come. A reader that left is missed by nobody while something else is to be written.
  Result<void> write_rows(std::string_view bytes) {
    if (has_reader_left_) return {};
    rows_bytes_ += bytes.size();
    if (shard_) shard_->rows.add(bytes);
    Result<void> written = rows_->write(bytes);
    has_reader_left_ =
        !written && written.error().is(Code::closed_pipe) && (summary_ || rejects_ || answers_ || pages_);
    return has_reader_left_ ? Result<void>() : written;
  }

  Result<void> write_answers(std::string_view bytes) {
    answers_bytes_ += bytes.size();
    if (shard_) shard_->answers.add(bytes);
    return answers_->write(bytes);
  }

  [[nodiscard]] HeldOutputs held() {
    const auto pointer = [](std::optional<io::Output>& output) { return output ? &*output : nullptr; };
    return {pointer(rows_), pointer(rejects_), pointer(answers_), pointer(summary_)};
  }

  /// With --continue: what the interrupted run did is not done again.
  ExitStatus resume() {
    if (!options_.resume) return ExitStatus::done;
    Result<bool> resumed = continuation_.resume(held());
    if (!resumed && resumed.error().is(Code::usage)) return refuse_usage(resumed.error().message, env_);
    if (!resumed) return refuse(resumed.error());
    if (!*resumed)
      remarks_.warn(message("no interrupted run of this command left anything; it starts at the beginning"));
    if (before()) {
      rows_bytes_ = before()->rows;
      rejects_bytes_ = before()->rejects;
      answers_bytes_ = before()->answers;
      remarks_.worsen(before()->status);
    }
    return ExitStatus::done;
  }

  ExitStatus refuse_clash(const std::string& input) {
    const io::Place read = input == "-" ? io::standard_input_place() : io::place_of(input);
    for (const Wanted& output : outputs_of(options_))
      if (place_of(output) == read) return refuse_usage(is_also_input(output, input), env_);
    return ExitStatus::defect;
  }

  /// Whether a part is worth showing: a table or a page for a reader, not a file.
  [[nodiscard]] bool is_shown_anyway() const {
    return rows_ && !rows_->is_held_back() && !has_lines(form_) && !rejects_ && !answers_ && !summary_;
  }

  /// A signal asked to stop: every output stays as it was, and what is done is kept where that makes sense.
  ExitStatus stop(const BatchOutcome& outcome) {
    if (!options_.common.quiet) env_.err.show(summary_text(rubric_, outcome.summary, summary_look()));
    remarks_.worsen(checks_.status());
    const BatchState now{
        {}, outcome.records, rows_bytes_, rejects_bytes_, answers_bytes_, remarks_.status(), outcome.summary};
    const Result<Advice> advice = continuation_.stop(held(), now);
    if (!advice) return refuse(advice.error());
    env_.err.say(advice->sentence);
    env_.err.line("  " + advice->command);
    return remarks_.status();
  }

  ExitStatus refuse(const Diagnostic& fault) { return worse(remarks_.status(), env_.finish(fail(fault))); }

  const BatchCommand& options_;
  const Rubric& rubric_;
  const Mapping* mapping_;
  BatchForm form_;
  Environment& env_;
  TextOptions look_;
  std::optional<io::Output> rows_;  ///< where rows are text,
  std::optional<TypedRows> typed_;  ///< and where they are not
  std::optional<io::Output> summary_;
  std::optional<io::Output> rejects_;
  std::optional<io::Output> answers_;
  std::optional<PageFolder> pages_;
  std::optional<BatchRanking> ranking_;
  ProposalChecks checks_;
  OutcomeNames names_;
  std::size_t failures_ = 0;  ///< of checks
  BatchRemarks remarks_;
  std::optional<BatchShard> shard_;
  BatchContinuation continuation_;
  std::uint64_t rows_bytes_ = 0;
  std::uint64_t rejects_bytes_ = 0;
  std::uint64_t answers_bytes_ = 0;
  bool has_reader_left_ = false;
};

}  // namespace

ExitStatus run_batch_command(const BatchCommand& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> rubric_files;
  const std::string name = options.common.rubric.empty() ? kDefaultRubric : options.common.rubric;
  const std::optional<Rubric> rubric = load_rubric(name, options.common.quiet, env, status, &rubric_files);
  if (!rubric) return status;
  const Result<BatchForm> form = form_of(options, env);
  if (!form) return refuse_usage(form.error().message, env);
  if (const auto fault = fault_of(options, *rubric, rubric_files, *form, env))
    return refuse_usage(*fault, env);
  Checked<ProposalChecks> checks = ProposalChecks::make(options.checks);
  if (!checks) return refuse_checks(checks.error(), env);
  if (const auto fault = checks->fault(outcome_names(*rubric))) return refuse_usage(*fault, env);
  std::optional<Mapping> mapping;
  if (!options.mapping.empty()) {
    Checked<Mapping> loaded = load_mapping(options.mapping, *rubric);
    if (!loaded) return env.report(loaded.error());
    mapping = *std::move(loaded);
  }
  const Mapping* const map = mapping ? &*mapping : nullptr;
  std::optional<BatchShard> shard;
  if (!options.shard.empty()) {
    if (const auto fault = fault_of_shard(options, *form)) return refuse_usage(*fault, env);
    Result<BatchShard> made = BatchShard::make(options, *rubric, map, *form);
    if (!made) return refuse_usage(made.error().message, env);
    shard = *std::move(made);
  }
  return BatchRun(options, *rubric, map, *form, *std::move(checks), std::move(shard), env).run();
}

}  // namespace ibtikar::cli
