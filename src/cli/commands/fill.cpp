// See fill.h. The form is read as a batch reads its input, so whatever `batch` reads can come back.
#include "cli/commands/fill.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/documents.h"
#include "cli/output/places.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "codec/proposal/fill.h"
#include "ibtikar/batch.h"
#include "io/files/file_lock.h"
#include "io/files/files.h"
#include "io/files/input_blocks.h"
#include "report/view/form.h"
#include "score/plan.h"

namespace ibtikar::cli {
namespace {

using Change = FillChange::What;

/// What the changes are, a line each.
class FillReport {
 public:
  FillReport(const Rubric& rubric, const std::string& language, Environment& env)
      : rubric_(rubric), text_(rubric, language), env_(env) {}

  void show(const FillChange& change) {
    const std::string& name = change.name;
    switch (change.what) {
      case Change::answered:
        return env_.err.note(message("{0}: was open, is now {1}", name, said(change, change.after)));
      case Change::replaced:
        return env_.err.note(message("{0}: was {1}, is now {2}", name, said(change, change.before),
                                     said(change, change.after)));
      case Change::kept:
        return env_.err.note(message("{0}: stays {1}; the form says {2}", name, said(change, change.before),
                                     said(change, change.after)));
      case Change::shown:
        return env_.err.note(message("{0}: evidence was {1}, is now {2}", name, shown(change.before.evidence),
                                     shown(change.after.evidence)));
      case Change::noted:
        return env_.err.note(message("{0}: noted {1}", name, ibtikar::quoted(change.after.note)));
    }
  }

 private:
  [[nodiscard]] std::string shown(const std::string& level) const {
    return plain(level.empty() ? rubric_.parts().evidence.default_level : level);
  }

  /// The answer as a cell of a form has it, with its evidence.
  [[nodiscard]] std::string said(const FillChange& change, const Answer& answer) const {
    const auto number = rubric_.find(change.name);
    if (!number) return ibtikar::quoted(std::get<std::string>(answer.value));
    std::string words = ibtikar::quoted(answer_cell(rubric_.question(*number), answer, text_));
    if (!answer.evidence.empty()) words += " (" + plain(answer.evidence) + ")";
    return words;
  }

  const Rubric& rubric_;
  RubricText text_;
  Environment& env_;
};

class FillRun {
 public:
  FillRun(const FillOptions& options, Environment& env)
      : options_(options), env_(env), scoring_(options.common, {.lenient = options.lenient}, env) {}

  ExitStatus run() {
    const std::string target = options_.output.empty() ? options_.proposal : options_.output;
    if (const auto fault = fault_of_places(target)) return refuse_usage(*fault, env_);
    if (!scoring_.prepare()) return scoring_.status();
    // Nobody writes an answer between our reading and our writing.
    std::optional<io::FileLock> lock;
    if (!io::is_standard_output(target)) {
      Result<io::FileLock> locked = io::FileLock::acquire(target);
      if (!locked) return env_.report(locked.error());
      lock.emplace(*std::move(locked));
    }
    Result<std::string> text = io::read_whole(options_.proposal, kMaxDocumentBytes);
    if (!text) return env_.report(text.error());
    const NamedText source{shown_name(options_.proposal), *std::move(text)};
    const std::optional<ReadProposal> before = scoring_.read(options_.proposal, source);
    if (!before) return scoring_.status();
    const Rubric& rubric = before->scorer->plan().rubric;
    if (const auto fault = language_fault(options_.common, rubric.parts().languages))
      return refuse_usage(*fault, env_);
    FormRows rows;
    if (const ExitStatus status = read_form(rubric, before->proposal.id, rows); status != ExitStatus::done)
      return status;
    const RecordProposal* form = form_for(before->proposal, rows);
    if (form == nullptr || !is_of(rubric, *form)) return ExitStatus::invalid_input;
    AnswersFile file(source.text);
    const std::vector<FillChange> changes =
        fill_in(file, {before->proposal, before->sheet}, {form->proposal, form->sheet}, *before->scorer,
                options_.overwrite);
    return write(target, source.text, file, changes, rubric);
  }

 private:
  [[nodiscard]] std::optional<Message> fault_of_places(const std::string& target) const {
    if (options_.proposal == "-" && options_.form == "-")
      return message("only one of the two can be standard input");
    std::vector<std::string> inputs = {options_.form};
    if (!options_.mapping.empty()) inputs.push_back(options_.mapping);
    return clash({{"--output", target}}, inputs);
  }

  /// Of the rows of a form, what is needed to tell which is meant: a form may be the export of a
  /// whole portal.
  struct FormRows {
    std::size_t count = 0;
    std::vector<RecordProposal> kept;  ///< the first one, and two with the proposal's id

    void add(RecordProposal row, const std::string& id) {
      const auto is_of_id = [&](const RecordProposal& one) { return one.proposal.id == id; };
      if (count++ == 0 || (is_of_id(row) && std::ranges::count_if(kept, is_of_id) < 2))
        kept.push_back(std::move(row));
    }
  };

  /// The proposals on the form. What cannot be read is shown.
  ExitStatus read_form(const Rubric& rubric, const std::string& id, FormRows& rows) {
    std::optional<Mapping> mapping;
    if (!options_.mapping.empty()) {
      Checked<Mapping> loaded = load_mapping(options_.mapping, rubric);
      if (!loaded) return env_.report(loaded.error());
      mapping = *std::move(loaded);
    }
    BatchOptions batch;
    batch.encode = {options_.lenient, !options_.common.rubric.empty()};
    batch.format = RowFormat::none;
    batch.keep_proposals = true;
    batch.mapping = mapping ? &*mapping : nullptr;
    io::InputOptions how;
    how.format = input_format_named(options_.input_format);
    if (mapping) how.delimiter = mapping->delimiter;
    if (mapping) how.encoding = mapping->encoding;
    io::InputBlocks input({options_.form}, how);
    ExitStatus status = ExitStatus::done;
    const auto take = [&](BlockResult& result) -> Result<void> {
      for (const Diagnostic& fault : result.faults) {
        status = worse(status, status_of(fault));
        env_.err.report(fault);
      }
      if (!options_.common.quiet) env_.err.report(result.warnings);
      for (RecordProposal& one : result.proposals) rows.add(std::move(one), id);
      return {};
    };
    const BlockInput blocks{[&](Block& block) { return input.next(block); },
                            [&] { return input.would_wait(); }};
    const Result<BatchOutcome> outcome = run_batch(rubric, batch, blocks, take, [] { return false; });
    if (!outcome) return env_.report(outcome.error());
    if (!options_.common.quiet)
      for (const Message& remark : input.remarks()) env_.err.warn(remark);
    return status;
  }

  /// The form that is about this proposal: the one with its id, or the only one, if it has no other
  /// id. Null, with what is wrong shown.
  const RecordProposal* form_for(const Proposal& proposal, const FormRows& rows) {
    const std::string file = shown_name(options_.form);
    if (rows.count == 0) {
      env_.err.say(message("{0} holds no answers", file));
      return nullptr;
    }
    const RecordProposal* found = nullptr;
    for (const RecordProposal& one : rows.kept) {
      const bool is_meant = one.proposal.id == proposal.id || (rows.count == 1 && one.proposal.id.empty());
      if (is_meant && found != nullptr) {
        env_.err.say(message("{0} has several rows for {1}", file, ibtikar::quoted(proposal.id)));
        return nullptr;
      }
      if (is_meant) found = &one;
    }
    if (found == nullptr && rows.count == 1)
      env_.err.say(message("{0} is about {1}, and the proposal is {2}", file,
                           ibtikar::quoted(rows.kept.front().proposal.id), ibtikar::quoted(proposal.id)));
    else if (found == nullptr)
      env_.err.say(message("{0} has no row for {1}", file, ibtikar::quoted(proposal.id)));
    return found;
  }

  /// A form of another rubric is refused even where the rubric was named by hand: its questions are
  /// others.
  bool is_of(const Rubric& rubric, const RecordProposal& form) {
    const std::string& written = form.proposal.rubric.id;
    if (written.empty() || written == rubric.id()) return true;
    env_.err.say(message("{0} is for rubric {1}, and the proposal for {2}", shown_name(options_.form),
                         ibtikar::quoted(written), ibtikar::quoted(rubric.id())));
    return false;
  }

  ExitStatus write(const std::string& target, const std::string& text, const AnswersFile& file,
                   const std::vector<FillChange>& changes, const Rubric& rubric) {
    FillReport report(rubric, wanted_language(options_.common, env_), env_);
    std::size_t kept = 0;
    for (const FillChange& change : changes) {
      kept += change.what == Change::kept ? 1U : 0U;
      if (!options_.common.quiet) report.show(change);
    }
    const std::size_t taken = changes.size() - kept;
    // Without a change the proposal stays as it was written, to the last blank.
    const std::string& now = taken > 0 ? file.text() : text;
    Result<io::Output> place = io::Output::open(target, env_.out);
    if (!place) return env_.report(place.error());
    if (taken > 0 || !options_.output.empty())
      if (const ExitStatus written = env_.finish(place->finish(now)); written != ExitStatus::done)
        return written;
    if (!options_.common.quiet) {
      env_.err.say(counted("{0} change", "{0} changes", taken));
      if (kept > 0)
        env_.err.say(counted("{0} answer of the form is another one and was not taken; --overwrite takes it",
                             "{0} answers of the form are others and were not taken; --overwrite takes them",
                             kept));
    }
    return kept > 0 ? ExitStatus::threshold_not_met : ExitStatus::done;
  }

  const FillOptions& options_;
  Environment& env_;
  Scoring scoring_;
};

}  // namespace

Command fill_command(FillOptions& options) {
  return {.name = "fill",
          .summary = message("add the answers from a completed form to a proposal"),
          .options = {{.names = "FILE",
                       .description = message("the proposal (ibtikar-proposal/1)"),
                       .target = &options.proposal,
                       .required = true},
                      {.names = "FORM",
                       .description = message("the completed form; - is standard input"),
                       .target = &options.form,
                       .required = true},
                      input_format_option(options.input_format),
                      mapping_option(options.mapping),
                      rubric_option(options.common),
                      lenient_option(options.lenient),
                      {.names = "-o,--output",
                       .value = "FILE",
                       .description = message("write the proposal to FILE instead of changing the original"),
                       .target = &options.output,
                       .group = Group::output},
                      {.names = "--overwrite",
                       .description = message("let the form replace answers that the proposal already has"),
                       .target = &options.overwrite,
                       .group = Group::behavior},
                      language_option(options.common.language),
                      quiet_option(options.common),
                      no_input_option()},
          .examples = {"ibtikar fill proposal.json form.csv"},
          .run = [&options](Environment& env) { return run_fill(options, env); }};
}

ExitStatus run_fill(const FillOptions& options, Environment& env) { return FillRun(options, env).run(); }

}  // namespace ibtikar::cli
