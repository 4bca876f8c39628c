// Results on many programs by many assessors: panels, rankings and draws, made again by the command
// that made them, and compared program by program.
#include <algorithm>
#include <map>
#include <utility>

#include "base/decimal.h"
#include "cli/commands/draw.h"
#include "cli/commands/panel.h"
#include "cli/commands/rank.h"
#include "cli/commands/verify_kinds.h"
#include "cli/load.h"
#include "codec/results/draw_json.h"
#include "codec/results/json_difference.h"
#include "codec/results/panel_json.h"
#include "codec/results/ranking_json.h"

namespace ibtikar::cli {
namespace {

/// What may have been different in that run, and can be tried.
struct RunGuess {
  bool lenient = false;
  std::vector<Conflict> conflicts;
  std::vector<std::string> found;
};

/// The text of a member of an object that is a member itself.
std::string nested_member(std::string_view document, std::string_view object, std::string_view name) {
  const std::optional<std::string> outer = json_member(document, object);
  return outer ? json_member(*outer, name).value_or("") : "";
}

bool is_object_or_list(std::string_view text) { return text.starts_with('{') || text.starts_with('['); }

/// Differences of all members but the programs, at their pointers.
std::vector<ValueDifference> head_differences(const std::string& saved, const std::string& now) {
  std::vector<std::string> names = json_member_names(saved);
  for (std::string& name : json_member_names(now))
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  std::vector<ValueDifference> differences;
  for (const std::string& name : names) {
    if (name == "programs") continue;
    const std::optional<std::string> before = json_member(saved, name);
    const std::optional<std::string> after = json_member(now, name);
    if (before == after) continue;
    if (!before || !after || !is_object_or_list(*before) || !is_object_or_list(*after)) {
      differences.push_back({"/" + name, before, after});
      continue;
    }
    for (ValueDifference& one : json_value_differences(*before, *after)) {
      one.at.insert(0, "/" + name);
      differences.push_back(std::move(one));
    }
  }
  return differences;
}

/// The programs of a document by their ids, each as it is written.
std::vector<std::pair<std::string, std::string>> programs_of(const std::string& document) {
  std::vector<std::pair<std::string, std::string>> programs;
  for (std::string& text : json_elements(json_member(document, "programs").value_or("[]"))) {
    std::string id = json_member(text, "id").value_or("");
    programs.emplace_back(std::move(id), std::move(text));
  }
  return programs;
}

void add_program_differences(Verification& verification, const std::string& saved, const std::string& now) {
  const auto before = programs_of(saved);
  std::map<std::string, std::string> after;
  for (auto& [id, text] : programs_of(now)) after.emplace(id, std::move(text));
  verification.records = before.size();
  for (const auto& [id, text] : before) {
    const auto match = after.find(id);
    if (match == after.end()) {
      add(verification, RecordDifference{id, RecordDifference::What::not_recomputed, {}});
      continue;
    }
    std::vector<ValueDifference> values = json_value_differences(text, match->second);
    if (!values.empty())
      add(verification, RecordDifference{id, RecordDifference::What::values, std::move(values)});
    after.erase(match);
  }
  for (const auto& [id, text] : after)
    add(verification, RecordDifference{id, RecordDifference::What::not_saved, {}});
}

Verification documents_compared(const SavedFile& file, std::string_view kind, const std::string& saved,
                                const std::string& now) {
  using Of = VerificationCause::Of;
  Verification verification = verification_of(file, kind);
  verification.records = programs_of(saved).size();
  if (saved == now) return verification;
  const auto cause = [&](Of of, std::string_view object, std::string_view member) {
    const std::string before = nested_member(saved, object, member);
    const std::string after = nested_member(now, object, member);
    if (before != after) add(verification, VerificationCause{of, "", before, after, 1});
  };
  cause(Of::engine, "engine", "version");
  cause(Of::rubric, "rubric", "digest");
  std::vector<ValueDifference> head = head_differences(saved, now);
  const auto is_cause = [](const ValueDifference& one) {
    return one.at == "/engine/version" || one.at == "/rubric/digest";
  };
  add_program_differences(verification, saved, now);
  if (verification.differing > 0 || !std::ranges::all_of(head, is_cause)) std::erase_if(head, is_cause);
  if (!head.empty()) add(verification, RecordDifference{"", RecordDifference::What::values, std::move(head)});
  if (verification.differing == 0)
    add(verification, RecordDifference{"", RecordDifference::What::values, {byte_difference(saved, now)}});
  return verification;
}

CommonOptions common_of(const VerifyOptions& options, const std::string& rubric) {
  CommonOptions common = options.common;
  const bool needs_name = common.rubric.empty() && rubric != kDefaultRubric && is_builtin_rubric(rubric);
  if (needs_name) common.rubric = rubric;
  common.color = "never";
  common.quiet = true;
  return common;
}

ReadingsOptions readings_of(const VerifyOptions& options, const RunGuess& guess) {
  ReadingsOptions readings = options.readings;
  readings.paths = options.inputs;
  readings.input_format = options.run.input_format;
  readings.tables = options.run.tables;
  readings.mapping = options.run.mapping;
  readings.lenient = guess.lenient;
  for (const Conflict& conflict : guess.conflicts) readings.conflicts.push_back(conflict);
  return readings;
}

/// The run as the user described it, then as it may have been.
std::vector<RunGuess> guesses(const VerifyOptions& options, const std::vector<Conflict>& conflicts) {
  std::vector<RunGuess> all = {{options.run.lenient, {}, {}}};
  if (reads_standard_input(options)) return all;
  const bool names_conflicts = !options.readings.excluded.empty() || !options.readings.exclusions.empty();
  if (!conflicts.empty() && !names_conflicts) {
    RunGuess& excluding = all.emplace_back(RunGuess{options.run.lenient, conflicts, {}});
    for (const Conflict& one : conflicts)
      excluding.found.push_back("--exclude " + one.assessor + ":" + one.program);
  }
  if (options.run.lenient) return all;
  for (std::size_t i = 0, count = all.size(); i < count; ++i) {
    RunGuess lenient = all[i];
    lenient.lenient = true;
    lenient.found.emplace_back("--lenient");
    all.push_back(std::move(lenient));
  }
  return all;
}

/// `make` runs the command that made the saved document. The first guess that gives the same bytes
/// is the answer. If none does, what differs is told of the guess that comes nearest.
template <class Make>
Verified run_again(const SavedFile& file, std::string_view kind, const std::string& saved,
                   const std::vector<RunGuess>& guesses, Environment& env, const Make& make) {
  Verified nearest;
  std::optional<CapturedRun> as_told;
  for (const RunGuess& guess : guesses) {
    TextSink out;
    CapturedRun again = run_captured(out, env, [&](Environment& inner) { return make(guess, inner); });
    const bool is_unread = again.status == ExitStatus::io_failure;
    if (!as_told) as_told = std::move(again);
    if (out.text().empty()) continue;
    Verification verification = documents_compared(file, kind, saved, out.text());
    verification.found = guess.found;
    const bool is_nearer = !nearest.result || verification.differing < nearest.result->differing;
    if (is_nearer) nearest = {std::move(verification), is_unread ? ExitStatus::io_failure : ExitStatus::done};
    if (nearest.result->same()) break;
  }
  // What the saved document says of its run was not accepted: that is a fault of the document.
  const bool is_refused = as_told->status == ExitStatus::usage;
  if (!nearest.result) nearest.status = is_refused ? ExitStatus::invalid_input : as_told->status;
  if (!nearest.result || nearest.status == ExitStatus::io_failure) env.err.show(as_told->told);
  return nearest;
}

/// The draw again from what it says of its programs itself.
Verified redrawn(const SavedFile& file, const std::string& saved, const DrawRecord& record,
                 Environment& env) {
  std::vector<DrawEntry> entries;
  for (const DrawnEntry& one : record.draw.entries) entries.push_back(one.entry);
  const Result<Draw> draw = draw_lots(entries, record.draw.plan);
  if (!draw) return {std::nullopt, env.report(draw.error())};
  const std::string now =
      encode_draw({*draw, record.rubric, record.rubric_digest, record.by, record.left_out},
                  JsonStyle::indented) +
      "\n";
  return {documents_compared(file, "draw", saved, now), ExitStatus::done};
}

}  // namespace

Verified verify_panel(const SavedFile& saved, const VerifyOptions& options, Environment& env) {
  const Result<std::string> text = saved.whole(kMaxAssessmentsBytes);
  if (!text) return {std::nullopt, env.report(text.error())};
  const Checked<SavedPanel> panel = decode_panel({shown_name(saved.path()), *text});
  if (!panel) return {std::nullopt, env.report(panel.error())};
  // Letters stand for the assessors of a blind panel: nobody can be left out by them.
  const std::vector<Conflict> conflicts = panel->is_blind ? std::vector<Conflict>() : panel->conflicts;
  const auto make = [&](const RunGuess& guess, Environment& inner) {
    PanelCommand command;
    command.common = common_of(options, panel->rubric);
    command.readings = readings_of(options, guess);
    command.documents.format = "json";
    command.assigned = options.assigned;
    command.seed = panel->seed.value_or(options.seed);
    command.replicates = panel->replicates;
    command.blind = panel->is_blind;
    command.next = panel->funded.has_value();
    command.funded = panel->funded.value_or(0);
    if (panel->risk) command.risk = shortest(*panel->risk);
    return run_panel(command, inner);
  };
  return run_again(saved, "panel", *text, guesses(options, conflicts), env, make);
}

Verified verify_ranking(const SavedFile& saved, const VerifyOptions& options, Environment& env) {
  const Result<std::string> text = saved.whole(kMaxAssessmentsBytes);
  if (!text) return {std::nullopt, env.report(text.error())};
  const Checked<SavedRanking> ranking = decode_ranking({shown_name(saved.path()), *text});
  if (!ranking) return {std::nullopt, env.report(ranking.error())};
  const auto make = [&](const RunGuess& guess, Environment& inner) {
    RankOptions command;
    command.common = common_of(options, ranking->rubric_id);
    command.readings = readings_of(options, guess);
    command.documents.format = "json";
    command.by = ranking->by;
    command.jobs = options.run.jobs;
    command.robust = ranking->robust.has_value();
    if (ranking->robust) {
      command.draws = ranking->robust->draws;
      command.seed = ranking->robust->seed;
      if (ranking->robust->within_percent) command.within = shortest(*ranking->robust->within_percent);
    }
    return run_rank(command, inner);
  };
  return run_again(saved, "ranking", *text, guesses(options, ranking->conflicts), env, make);
}

Verified verify_saved_draw(const SavedFile& saved, const VerifyOptions& options, Environment& env) {
  const Result<std::string> text = saved.whole(kMaxAssessmentsBytes);
  if (!text) return {std::nullopt, env.report(text.error())};
  const Checked<DrawRecord> record = decode_draw({shown_name(saved.path()), *text});
  if (!record) return {std::nullopt, env.report(record.error())};
  if (options.inputs.empty()) return redrawn(saved, *text, *record, env);
  const DrawPlan& plan = record->draw.plan;
  const auto make = [&](const RunGuess& guess, Environment& inner) {
    DrawOptions command;
    command.common = common_of(options, record->rubric.substr(0, record->rubric.find(' ')));
    command.readings = readings_of(options, guess);
    command.documents.format = "json";
    command.by = record->by;
    command.fund = plan.fund;
    command.seed = plan.seed;
    command.rule = plan.rule == DrawRule::linear ? "linear" : "snsf";
    if (plan.rule == DrawRule::linear) command.weight = shortest(plan.weight);
    return run_draw(command, inner);
  };
  return run_again(saved, "draw", *text, guesses(options, {}), env, make);
}

}  // namespace ibtikar::cli
