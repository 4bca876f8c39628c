// See improve.h.
#include "cli/commands/improve.h"

#include <cmath>
#include <optional>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/improve.h"

namespace ibtikar::cli {
namespace {

Formats improvement_formats() {
  return {"improve", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
}

Diagnostic bad_option(const Message& fault) { return error_at("", Code::usage, fault); }

/// A cost: a number, 0 or more.
Result<double> cost_of(const std::string& option, const std::string& text) {
  constexpr double kMost = 1e9;
  const auto number = parse_decimal(western_digits(text));
  if (number && *number >= 0 && *number <= kMost) return *number;
  return fail(bad_option(message("{0} {1}: expected a number from 0", option, ibtikar::quoted(text))));
}

/// `60`, `feasibility=60`, or a band.
Result<ImproveTarget> target_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  const bool is_named = equals != std::string::npos;
  const auto number = parse_decimal(western_digits(is_named ? text.substr(equals + 1) : text));
  if (!is_named && !number && !text.empty()) return ImproveTarget{text, "", 0};
  if (!number || *number < 0 || *number > 100 || equals == 0)
    return fail(bad_option(message("--to {0}: expected a band, a number from 0 to 100, or DIMENSION=NUMBER",
                                   ibtikar::quoted(text))));
  return ImproveTarget{"", is_named ? text.substr(0, equals) : "overall", *number};
}

Result<ImproveOptions> search_options(const ImproveCommandOptions& options) {
  ImproveOptions search;
  search.locked = options.locked;
  search.plans = options.plans;
  search.phases = options.phases;
  for (const std::string& text : options.targets) {
    Result<ImproveTarget> target = target_of(text);
    if (!target) return fail(target.error());
    search.targets.push_back(*std::move(target));
  }
  if (!options.evidence_cost.empty()) {
    const Result<double> cost = cost_of("--evidence-cost", options.evidence_cost);
    if (!cost) return fail(cost.error());
    search.evidence_cost = *cost;
  }
  if (!options.budget.empty()) {
    const Result<double> budget = cost_of("--budget", options.budget);
    if (!budget) return fail(budget.error());
    search.budget = *budget;
  }
  return search;
}

std::string rendered_plans(const Improvement& found, const DocumentPlace& place, const CommonOptions& common,
                           const Environment& env) {
  const TextOptions look = place.look(common, env);
  const LetterOptions how{look.language, look.columns, look.color};
  switch (place.format()) {
    case Format::markdown:
      return render_improvement_markdown(found, how);
    case Format::html:
      return render_improvement_html(found, how);
    case Format::json:
      return encode_improvement(found, JsonStyle::indented) + "\n";
    default:
      return render_improvement_text(found, how);
  }
}

}  // namespace

Command improve_command(ImproveCommandOptions& options) {
  Command command = {
      .name = "improve",
      .summary = message("find the cheapest changes that reach a verdict or a score"),
      .options = {{.names = "FILE",
                   .description = message("a proposal (ibtikar-proposal/1); - is standard input"),
                   .target = &options.file,
                   .required = true},
                  {.names = "--to",
                   .value = "TARGET",
                   .description = message("the target: a band's id, a NUMBER (overall), or DIM=NUMBER; may "
                                          "be given several times"),
                   .target = &options.targets,
                   .group = Group::assessment,
                   .required = true},
                  {.names = "--lock",
                   .value = "QUESTION",
                   .description = message("do not change this question; may be given several times"),
                   .target = &options.locked,
                   .group = Group::assessment},
                  {.names = "--budget",
                   .value = "NUMBER",
                   .description = message("the most that a plan may cost"),
                   .target = &options.budget,
                   .group = Group::assessment},
                  {.names = "--evidence-cost",
                   .value = "NUMBER",
                   .description = message(
                       "the cost of the next level of evidence, and of a required note or link (default: 1)"),
                   .target = &options.evidence_cost,
                   .group = Group::assessment},
                  {.names = "--plans",
                   .value = "N",
                   .description = message(
                       "show up to N plans; each leaves out at least one question of every earlier plan"),
                   .target = Count{&options.plans, 1, kMostPlans},
                   .group = Group::assessment},
                  {.names = "--phases",
                   .value = "N",
                   .description = message("divide each plan into N phases of similar cost"),
                   .target = Count{&options.phases, 1, kMostPhases},
                   .group = Group::assessment},
                  rubric_option(options.common),
                  lenient_option(options.lenient),
                  language_option(options.common.language)},
      .examples = {"ibtikar improve proposal.json --to promising --phases 2",
                   "ibtikar improve proposal.json --to feasibility=60 --lock groundwork.legal"},
      .run = [&options](Environment& env) { return run_improve(options, env); }};
  command.add(document_options(improvement_formats(), options.documents));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_improve(const ImproveCommandOptions& options, Environment& env) {
  const Result<ImproveOptions> search = search_options(options);
  if (!search) return refuse_usage(search.error().message, env);
  Scoring scoring(options.common, {.lenient = options.lenient}, env);
  if (!scoring.prepare()) return scoring.status();
  std::vector<std::string> inputs = {options.file};
  inputs.insert(inputs.end(), scoring.rubric_files().begin(), scoring.rubric_files().end());
  ExitStatus status = ExitStatus::done;
  std::optional<Documents> documents = Documents::open({improvement_formats(), std::move(inputs)},
                                                       options.documents, options.common, env, status);
  if (!documents) return status;
  const std::optional<ReadProposal> read = scoring.read(options.file);
  if (!read) return scoring.status();
  const Result<Improvement> found = improve(*read->scorer, read->proposal, read->sheet, *search);
  if (!found) return refuse_usage(found.error().message, env);
  if (const auto fault = language_fault(options.common, found->today.rubric.languages))
    return refuse_usage(*fault, env);
  if (found->plans.empty()) status = ExitStatus::threshold_not_met;
  return worse(status, documents->write(
                           [&](DocumentPlace& place) {
                             return place.write(rendered_plans(*found, place, options.common, env));
                           },
                           env));
}

}  // namespace ibtikar::cli
