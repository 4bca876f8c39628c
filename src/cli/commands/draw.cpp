// See draw.h.
#include "cli/commands/draw.h"

#include "base/decimal.h"
#include "base/safe_text.h"
#include "cli/commands/draw_check.h"
#include "cli/load.h"
#include "cli/ranked_by.h"
#include "cli/shared_options.h"
#include "codec/results/draw_json.h"
#include "ibtikar/ranking_report.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

constexpr std::uint64_t kMostFunded = 1'000'000;

Formats draw_formats() {
  return {"draw", "--output", {Format::text, Format::markdown, Format::html, Format::json}, Format::text};
}

DrawPlan plan_of(const DrawOptions& options) {
  DrawPlan plan;
  plan.rule = options.rule == "linear" ? DrawRule::linear : DrawRule::snsf;
  plan.fund = options.fund;
  plan.weight = parse_decimal(western_digits(options.weight)).value_or(0);
  plan.seed = options.seed;
  return plan;
}

/// What is wrong with the options taken together.
std::optional<Message> fault_of_draw(const DrawOptions& options) {
  if (options.readings.paths.empty()) return message("PATH is missing: a saved ranking, or proposals");
  if (options.fund == 0) return message("--fund N is missing: the number of programs to fund");
  if (options.seed.empty())
    return message(
        "--seed TEXT is missing: a public text that nobody could know beforehand, such as the "
        "numbers of a lottery on a day that was named before");
  if (options.rule == "linear" && options.weight.empty())
    return message("--rule linear needs --weight NUMBER: how much chance a point of the score adds");
  if (options.rule != "linear" && !options.weight.empty()) return message("--weight needs --rule linear");
  return std::nullopt;
}

std::optional<Message> check_weight(std::string& text) {
  const auto number = parse_decimal(western_digits(text));
  if (number && *number > 0) return std::nullopt;
  return message("expected a number above 0, not {0}", ibtikar::quoted(text));
}

Result<void> write_draw(const DrawRecord& record, DocumentPlace& place, const DrawOptions& options,
                        Environment& env) {
  const TextOptions look = place.look(options.common, env);
  const RankingOutput how{look.language, look.columns, look.color};
  switch (place.format()) {
    case Format::markdown:
      return place.write(render_draw_markdown(record, how));
    case Format::html:
      return place.write(render_draw_html(record, how));
    case Format::json:
      return place.write(encode_draw(record, JsonStyle::indented) + "\n");
    default:
      return place.write(render_draw_text(record, how));
  }
}

}  // namespace

Command draw_command(DrawOptions& options) {
  Command command = {
      .name = "draw",
      .summary = message("decide which programs are funded, by lot where the evidence cannot separate them"),
      .options = readings_options(options.readings),
      .examples = {"ibtikar draw ranking.json --fund 20 --seed '3 8 20 23 31 40'",
                   "ibtikar draw --verify draw.json"},
      .notes = {message("The result depends on the inputs and the seed alone. The page (`-o draw.html`) "
                        "explains how anyone can repeat the draw by hand.")},
      .run = [&options](Environment& env) { return run_draw(options, env); }};
  CommandOption& paths = command.options.front();
  paths.required = false;
  paths.description = message("one ranking saved with `rank -f json`, or proposals as for `rank`");
  command.options.push_back(rubric_option(options.common));
  command.options.push_back(language_option(options.common.language));
  command.options.push_back(by_option(options.by));
  command.options.push_back({.names = "--fund",
                             .value = "N",
                             .description = message("the number of programs to fund"),
                             .target = Count{.value = &options.fund, .least = 1, .most = kMostFunded},
                             .group = Group::assessment});
  command.options.push_back(
      {.names = "--seed",
       .value = "TEXT",
       .description = message("a public text of one line that nobody could know in advance"),
       .target = &options.seed,
       .group = Group::assessment});
  command.options.push_back(
      {.names = "--rule",
       .value = "RULE",
       .description =
           message("snsf (default): a lottery among programs whose 50% rank interval includes the funding "
                   "line (needs several assessors); linear: chances that rise with the score"),
       .target = &options.rule,
       .group = Group::assessment,
       .choices = {"snsf", "linear"}});
  command.options.push_back(
      {.names = "--weight",
       .value = "NUMBER",
       .description = message("for linear: the probability, from 0 to 1, that each point of the score adds"),
       .target = &options.weight,
       .group = Group::assessment,
       .check = check_weight});
  command.options.push_back({.names = "--verify",
                             .value = "DRAW",
                             .description = message("repeat the draw that this file describes and compare; "
                                                    "with PATH, recompute the ranking from the inputs too"),
                             .target = &options.verified,
                             .group = Group::input,
                             .not_with = {"--fund", "--seed", "--rule", "--weight", "--by", "--output"}});
  command.add(document_options(draw_formats(), options.documents));
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_draw(const DrawOptions& options, Environment& env) {
  if (!options.verified.empty()) return verify_draw(options, env);
  if (const auto fault = fault_of_draw(options)) return refuse_usage(*fault, env);
  const DrawPlan plan = plan_of(options);
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> inputs = files_of(options.readings);
  inputs.insert(inputs.end(), options.readings.paths.begin(), options.readings.paths.end());
  std::optional<Documents> documents =
      Documents::open({draw_formats(), inputs}, options.documents, options.common, env, status);
  if (!documents) return status;
  const std::optional<DrawSource> source = read_draw_source(options, options.by, plan.rule, env, status);
  if (!source || status != ExitStatus::done) return status;
  if (source->field.entries.empty())
    return env.report(
        error_at({}, "bad-draw",
                 plan.rule == DrawRule::snsf
                     ? message("no program has an expected rank, which takes several assessors; "
                               "--rule linear goes by scores alone")
                     : message("no program has a score")));
  const Result<Draw> draw = draw_lots(source->field.entries, plan);
  if (!draw) return env.report(draw.error());
  const DrawRecord record{*draw, source->rubric, source->rubric_digest, source->by, source->field.left_out};
  return documents->write([&](DocumentPlace& place) { return write_draw(record, place, options, env); }, env);
}

}  // namespace ibtikar::cli
