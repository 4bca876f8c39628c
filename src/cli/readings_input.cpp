// See readings_input.h.
#include "cli/readings_input.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/load.h"
#include "cli/output/documents.h"
#include "cli/output/places.h"
#include "cli/output/rejected_totals.h"
#include "cli/pair_list.h"
#include "cli/shared_options.h"
#include "ibtikar/batch.h"
#include "ibtikar/mapping.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {
namespace {

/// "Amal" of "votes/Amal/p-12.json"; empty where no folder is named.
std::string folder_name(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  if (slash == std::string::npos || slash == 0) return {};
  const std::size_t before = file.rfind('/', slash - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::string name = file.substr(begin, slash - begin);
  return name == "." || name == ".." ? std::string() : visible(name);
}

std::string trimmed(const std::string& text) { return std::string(without_outer_blanks(text)); }

/// Takes the results of a batch, and reports what they lack.
class ReadingsTaker {
 public:
  ReadingsTaker(const ReadingsNeeds& needs, Environment& env, ExitStatus& status)
      : needs_(needs), env_(env), status_(status) {}

  void take(BlockResult& result) {
    for (const Diagnostic& fault : result.faults) refuse(fault);
    if (!needs_.quiet) env_.err.report(result.warnings);
    for (RecordReading& reading : result.readings) add(std::move(reading));
  }

  /// What was told about single readings often enough.
  void tell_totals(const Summary& summary) {
    if (summary.rejected > kMaxDiagnostics) env_.err.say(rejected_totals(summary));
    if (needs_.quiet) return;
    if (summary.left_out > 0) env_.err.note(left_out_total(summary));
    if (by_title_ > 0)
      env_.err.warn(counted("{0} reading has no id: its title says which program it is about",
                            "{0} readings have no id: their titles say which programs they are about",
                            by_title_));
    if (by_name_ > 0)
      env_.err.warn(
          counted("{0} reading has neither id nor title: the name of its file says which program it is about",
                  "{0} readings have neither id nor title: the names of their files say which programs they "
                  "are about",
                  by_name_));
    if (warnings_ > kMostWarnings)
      env_.err.warn(counted("{0} further warning is not shown", "{0} further warnings are not shown",
                            warnings_ - kMostWarnings));
  }

  [[nodiscard]] ReadingCollector& collector() { return collector_; }

 private:
  static constexpr std::size_t kMostWarnings = 10;

  void refuse(const Diagnostic& fault) {
    status_ = worse(status_, status_of(fault));
    if (told_++ < kMaxDiagnostics || status_of(fault) == ExitStatus::io_failure) env_.err.report(fault);
  }

  void refuse(const RecordReading& reading, std::string code, Message why) {
    Diagnostic fault = error_at("", std::move(code), std::move(why));
    fault.file = reading.file;
    fault.position = reading.position;
    refuse(fault);
  }

  void add(RecordReading reading) {
    // Hidden answers are many and harmless: assessors answer what others say does not apply.
    reading.warnings.forget(code_name(Code::hidden_answer));
    for (const Diagnostic& warning : reading.warnings)
      if (warnings_++ < kMostWarnings && !needs_.quiet) env_.err.report(warning);
    std::string assessor = trimmed(reading.assessor);
    if (assessor.empty() && needs_.assessor_from_folder) assessor = folder_name(reading.file);
    if (assessor.empty() && needs_.assessor)
      return refuse(
          reading, "no-assessor",
          message("names no assessor; expected a member or column \"assessor\", or a folder of that "
                  "name around the file"));
    Program program{trimmed(reading.id), trimmed(reading.title)};
    if (program.id.empty()) {
      ++(program.title.empty() ? by_name_ : by_title_);
      program.id = program.title.empty() ? reading.stand_in : program.title;
    }
    const std::optional<Reading> earlier = collector_.add(
        program, assessor,
        {0, 0, std::move(reading.sheet), std::move(reading.digest), reading.file, reading.position.line});
    if (earlier)
      refuse(reading, "second-reading",
             message("a second reading of {0} by {1}; the first, in {2}:{3}, is used",
                     ibtikar::quoted(program.id), ibtikar::quoted(assessor), visible(earlier->file),
                     earlier->line));
  }

  const ReadingsNeeds& needs_;
  Environment& env_;
  ExitStatus& status_;
  ReadingCollector collector_;
  std::size_t told_ = 0;
  std::size_t warnings_ = 0;
  std::size_t by_title_ = 0;
  std::size_t by_name_ = 0;
};

/// Warns of conflicts that name nobody, or nothing, that was read: perhaps a typing error that lets
/// an assessor decide who must not.
void warn_of_unknown(const Readings& readings, Environment& env) {
  std::vector<std::string> programs;
  for (const Program& program : readings.programs) programs.push_back(program.id);
  const std::set<std::string_view> known_programs(programs.begin(), programs.end());
  const std::set<std::string_view> known_assessors(readings.assessors.begin(), readings.assessors.end());
  std::size_t found = 0;
  for (const Conflict& conflict : readings.conflicts) {
    const std::string pair = ibtikar::quoted(conflict.assessor + ":" + conflict.program);
    // A suggestion takes a pass over all names: only for what is shown.
    if (!known_assessors.contains(conflict.assessor) && found++ < kMaxDiagnostics)
      env.err.warn(message("exclusion {0}: there is no reading by {1}{2}", pair,
                           ibtikar::quoted(conflict.assessor),
                           suggestion(conflict.assessor, readings.assessors)));
    if (!known_programs.contains(conflict.program) && found++ < kMaxDiagnostics)
      env.err.warn(message("exclusion {0}: there is no reading of {1}{2}", pair,
                           ibtikar::quoted(conflict.program), suggestion(conflict.program, programs)));
  }
  if (found > kMaxDiagnostics)
    env.err.warn(counted("{0} further warning is not shown", "{0} further warnings are not shown",
                         found - kMaxDiagnostics));
}

/// An output that lies in a folder or list that is read.
ExitStatus refuse_clash(const std::string& input, const std::vector<Wanted>& outputs, Environment& env) {
  const io::Place read = input == "-" ? io::standard_input_place() : io::place_of(input);
  for (const Wanted& output : outputs)
    if (place_of(output) == read) return refuse_usage(is_also_input(output, input), env);
  return ExitStatus::defect;
}

/// Nothing, with what is wrong shown.
std::optional<std::vector<Conflict>> conflicts_of(const ReadingsOptions& options, Environment& env,
                                                  ExitStatus& status) {
  std::vector<Conflict> conflicts;
  std::set<std::pair<std::string, std::string>> known;
  const auto add = [&](AssessorProgram pair) {
    if (known.emplace(pair.assessor, pair.program).second)
      conflicts.push_back({std::move(pair.assessor), std::move(pair.program), std::move(pair.reason), false});
  };
  if (!options.exclusions.empty()) {
    Checked<std::vector<AssessorProgram>> pairs = read_pairs(options.exclusions);
    if (!pairs) {
      status = worse(status, env.report(pairs.error()));
      return std::nullopt;
    }
    for (AssessorProgram& pair : *pairs) add(std::move(pair));
  }
  for (const std::string& text : options.excluded) add(*pair_from(text));
  for (const Conflict& one : options.conflicts) add({one.assessor, one.program, one.reason});
  return conflicts;
}

}  // namespace

std::vector<CommandOption> readings_options(ReadingsOptions& options) {
  std::vector<CommandOption> taken = {
      {.names = "PATH",
       .description =
           message("proposals or saved assessments, each made by one assessor: files (.json, .ndjson, "
                   ".csv, .xlsx, .ods; text also as .gz or .zst), folders of such files, @FILE "
                   "for a list of names, - for standard input"),
       .target = &options.paths,
       .required = true},
      input_format_option(options.input_format)};
  for (CommandOption& option : table_options(options.tables)) taken.push_back(std::move(option));
  taken.push_back(mapping_option(options.mapping));
  for (CommandOption& option : conflict_options(options)) taken.push_back(std::move(option));
  taken.push_back(lenient_option(options.lenient));
  return taken;
}

std::vector<CommandOption> conflict_options(ReadingsOptions& options) {
  return {{.names = "--exclude",
           .value = "ASSESSOR:PROGRAM",
           .description = message("leave out this assessor's assessment of this program (a conflict of "
                                  "interest); may be given several times"),
           .target = &options.excluded,
           .group = Group::input,
           .check = [](std::string& text) -> std::optional<Message> {
             if (pair_from(text)) return std::nullopt;
             return message("expected ASSESSOR:PROGRAM, not {0}", ibtikar::quoted(text));
           }},
          {.names = "--exclusions",
           .value = "FILE",
           .description = message(
               "the same from a file: one ASSESSOR:PROGRAM on each line, with an optional reason after #"),
           .target = &options.exclusions,
           .group = Group::input}};
}

std::vector<std::string> files_of(const ReadingsOptions& options) {
  std::vector<std::string> files = options.paths;
  for (const std::string* file : {&options.mapping, &options.exclusions})
    if (!file->empty()) files.push_back(*file);
  return files;
}

std::optional<Readings> read_readings(const Rubric& rubric, const ReadingsOptions& options,
                                      const ReadingsNeeds& needs, Environment& env, ExitStatus& status) {
  std::optional<std::vector<Conflict>> conflicts = conflicts_of(options, env, status);
  if (!conflicts) return std::nullopt;
  std::optional<Mapping> mapping;
  if (!options.mapping.empty()) {
    Checked<Mapping> loaded = load_mapping(options.mapping, rubric);
    if (!loaded) {
      status = worse(status, env.report(loaded.error()));
      return std::nullopt;
    }
    mapping = *std::move(loaded);
  }
  BatchOptions batch;
  batch.encode = {options.lenient, needs.rubric_by_hand};
  batch.jobs = 0;
  batch.format = RowFormat::none;
  batch.keep_readings = true;
  batch.mapping = mapping ? &*mapping : nullptr;
  io::InputOptions how;
  how.format = input_format_named(options.input_format);
  for (const Wanted& output : needs.outputs)
    if (const io::Place place = place_of(output); place.is_file()) how.outputs.push_back(place);
  read_tables_as(options.tables, mapping ? &*mapping : nullptr, how);
  io::InputBlocks input(options.paths, how);
  ReadingsTaker taker(needs, env, status);
  const BlockInput blocks{[&](Block& block) { return input.next(block); },
                          [&] { return input.would_wait(); }};
  const auto take = [&](BlockResult& result) -> Result<void> {
    taker.take(result);
    return {};
  };
  const Result<BatchOutcome> outcome = run_batch(rubric, batch, blocks, take, [] { return false; });
  if (!outcome) {
    status = worse(status, env.report(outcome.error()));
    return std::nullopt;
  }
  if (input.clash()) {
    status = worse(status, refuse_clash(*input.clash(), needs.outputs, env));
    return std::nullopt;
  }
  taker.tell_totals(outcome->summary);
  if (!needs.quiet) {
    for (const Message& remark : input.remarks()) env.err.warn(remark);
    if (!input.had_tables())
      for (const Message& remark : unused_for_want_of_tables(options.tables, options.mapping))
        env.err.warn(remark);
    if (const auto remark = unused_for_want_of_workbooks(options.tables, input)) env.err.warn(*remark);
    for (const Message& remark : outcome->unseen) env.err.warn(remark);
  }
  Readings readings = std::move(taker.collector()).take(*std::move(conflicts));
  if (!needs.quiet) warn_of_unknown(readings, env);
  if (readings.all.empty()) {
    env.err.say(message("there is no reading that could be used"));
    status = worse(status, ExitStatus::invalid_input);
    return std::nullopt;
  }
  return readings;
}

}  // namespace ibtikar::cli
