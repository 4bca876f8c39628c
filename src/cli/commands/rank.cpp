// See rank.h.
#include "cli/commands/rank.h"

#include "base/decimal.h"
#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/ranked_by.h"
#include "cli/shared_options.h"
#include "codec/results/ranking_json.h"
#include "ibtikar/ranking_report.h"
#include "report/workbook/ranking.h"

namespace ibtikar::cli {
namespace {

constexpr std::uint64_t kMostRankJobs = 256;

Formats ranking_formats() {
  return {"rank",
          "--output",
          {Format::text, Format::markdown, Format::html, Format::csv, Format::xlsx, Format::json},
          Format::text};
}

/// A number of per cent from 0 to 100.
std::optional<Message> check_within(std::string& text) {
  const auto number = parse_decimal(western_digits(text));
  if (number && *number >= 0 && *number <= 100) return std::nullopt;
  return message("expected a number from 0 to 100, not {0}", ibtikar::quoted(text));
}

std::optional<SmaaOptions> simulation_of(const RankOptions& options) {
  if (!options.robust && options.within.empty()) return std::nullopt;
  SmaaOptions how;
  how.draws = options.draws;
  if (!options.within.empty()) how.within = *parse_decimal(western_digits(options.within)) / 100;
  how.seed = options.seed;
  how.jobs = static_cast<unsigned>(options.jobs);
  return how;
}

Result<void> write_ranking(const PanelRanking& ranking, DocumentPlace& place, const RankOptions& options,
                           Environment& env) {
  const TextOptions look = place.look(options.common, env);
  const RankingOutput how{look.language, look.columns, look.color};
  switch (place.format()) {
    case Format::markdown:
      return place.write(render_ranking_markdown(ranking, how));
    case Format::html:
      return place.write(render_ranking_html(ranking, how));
    case Format::csv:
      return place.write(render_ranking_csv(ranking, options.byte_order_mark));
    case Format::json:
      return place.write(encode_ranking(ranking, JsonStyle::indented) + "\n");
    case Format::xlsx:
      return place.write_workbook(
          look.language, [&](Workbook& book) { fill_ranking(book, ranking, look.language); }, env);
    default:
      return place.write(render_ranking_text(ranking, how));
  }
}

}  // namespace

Command rank_command(RankOptions& options) {
  Command command = {
      .name = "rank",
      .summary = message("rank programs and show how certain the order is"),
      .options = readings_options(options.readings),
      .examples = {"ibtikar rank proposals/",
                   "ibtikar rank --robust --within 20 -o ranking.html votes/*.csv"},
      .notes = {message(
          "With several assessors, the report also shows the ranks to expect once their severity and chance "
          "are removed. `--robust` shows how far the order depends on weights and open answers.")},
      .run = [&options](Environment& env) { return run_rank(options, env); }};
  command.options.push_back(rubric_option(options.common));
  command.options.push_back(language_option(options.common.language));
  command.options.push_back(by_option(options.by));
  command.options.push_back(
      {.names = "--robust",
       .description =
           message("vary weights and open answers at random many times and count the ranks (SMAA-2)"),
       .target = &options.robust,
       .group = Group::assessment});
  command.options.push_back({.names = "--draws",
                             .value = "N",
                             .description = message("the number of draws (default: 10000)"),
                             .target = Count{.value = &options.draws, .least = 1, .most = kMostDraws},
                             .group = Group::assessment});
  command.options.push_back({.names = "--within",
                             .value = "PERCENT",
                             .description = message("keep the drawn weights within PERCENT of the rubric's, "
                                                    "0 to 100 (default: any weights); implies --robust"),
                             .target = &options.within,
                             .group = Group::assessment,
                             .check = check_within});
  command.options.push_back(
      {.names = "--seed",
       .value = "TEXT",
       .description = message("the seed: another text gives other draws (default: ibtikar)"),
       .target = &options.seed,
       .group = Group::assessment});
  command.add(document_options(ranking_formats(), options.documents));
  command.options.push_back(byte_order_mark_option(options.byte_order_mark));
  command.options.push_back({.names = "-j,--jobs",
                             .value = "N",
                             .description = message("number of threads (default: the number of processors)"),
                             .target = Count{.value = &options.jobs, .most = kMostRankJobs},
                             .group = Group::behavior});
  command.add(closing_options(options.common));
  return command;
}

ExitStatus run_rank(const RankOptions& options, Environment& env) {
  ExitStatus status = ExitStatus::done;
  std::vector<std::string> inputs = files_of(options.readings);
  const std::optional<Rubric> rubric =
      load_rubric(options.common.rubric.empty() ? kDefaultRubric : options.common.rubric,
                  options.common.quiet, env, status, &inputs);
  if (!rubric) return status;
  if (const auto fault = language_fault(options.common, rubric->parts().languages))
    return refuse_usage(*fault, env);
  const std::optional<RankExpression> by = ranked_by(options.by, *rubric, env);
  if (!by) return ExitStatus::usage;
  std::optional<Documents> documents =
      Documents::open({ranking_formats(), inputs}, options.documents, options.common, env, status);
  if (!documents) return status;
  ReadingsNeeds needs{
      .assessor = false, .quiet = options.common.quiet, .rubric_by_hand = !options.common.rubric.empty()};
  for (const std::string& path : options.documents.paths) needs.outputs.push_back({"--output", path});
  const std::optional<Readings> readings = read_readings(*rubric, options.readings, needs, env, status);
  if (!readings) return status;
  const std::optional<SmaaOptions> robust = simulation_of(options);
  if (robust && readings->programs.size() > kMostSimulated)
    return refuse_usage(
        message("--robust takes at most {0} programs, not {1}", kMostSimulated, readings->programs.size()),
        env);
  const PanelRanking ranking = rank_readings(*rubric, *readings, *by, robust);
  return worse(status,
               documents->write(
                   [&](DocumentPlace& place) { return write_ranking(ranking, place, options, env); }, env));
}

}  // namespace ibtikar::cli
