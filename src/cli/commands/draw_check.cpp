// See draw_check.h.
#include "cli/commands/draw_check.h"

#include <algorithm>

#include "base/safe_text.h"
#include "cli/load.h"
#include "cli/output/formats.h"
#include "cli/ranked_by.h"
#include "cli/shared_options.h"
#include "codec/results/draw_json.h"
#include "codec/results/ranking_json.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

/// The one file that is named, if it is a saved ranking. A file that cannot be read might be one.
Result<std::optional<NamedText>> saved_ranking(const DrawOptions& options) {
  using Found = std::optional<NamedText>;
  if (options.readings.paths.size() != 1 || !options.readings.paths[0].ends_with(".json")) return Found();
  const std::string& path = options.readings.paths[0];
  Result<std::string> text = io::read_whole(path, kMaxAssessmentsBytes);
  if (!text && text.error().is(Code::io) && io::place_of(path).is_file()) return fail(text.error());
  if (!text) return Found();
  NamedText source{visible(path), std::move(*text)};
  if (!declares_format(source, "ibtikar-ranking/")) return Found();
  return Found(std::move(source));
}

std::optional<DrawSource> source_of_saved(const NamedText& text, DrawRule rule, Environment& env,
                                          ExitStatus& status) {
  Checked<SavedRanking> saved = decode_ranking(text);
  if (!saved) {
    status = worse(status, env.report(saved.error()));
    return std::nullopt;
  }
  return DrawSource{saved->rubric, saved->rubric_digest, saved->by,
                    draw_field(saved->programs, saved->better, rule)};
}

/// What of two draws of the same programs differs in what they are drawn from.
Diagnostics differences_of(const Draw& draw, const DrawField& field) {
  Diagnostics found;
  const auto tell = [&](Message told) { found.push_back(error_at({}, "draw-differs", std::move(told))); };
  for (const DrawnEntry& one : draw.entries) {
    const std::string id = ibtikar::quoted(one.entry.id);
    const auto now = std::ranges::find(field.entries, one.entry.id, &DrawEntry::id);
    if (now == field.entries.end()) {
      tell(message("{0} is in the draw, but not in the inputs", id));
      continue;
    }
    if (now->digests != one.entry.digests) tell(message("the proposals of {0} were changed", id));
    const bool is_same =
        draw.plan.rule == DrawRule::linear
            ? now->score == one.entry.score
            : now->rank == one.entry.rank && now->best == one.entry.best && now->worst == one.entry.worst;
    if (!is_same) tell(message("{0} has another score or expected rank now", id));
  }
  for (const DrawEntry& entry : field.entries)
    if (std::ranges::none_of(draw.entries, [&](const DrawnEntry& one) { return one.entry.id == entry.id; }))
      tell(message("{0} is in the inputs, but not in the draw", ibtikar::quoted(entry.id)));
  return found;
}

}  // namespace

std::optional<DrawSource> read_draw_source(const DrawOptions& options, const std::string& by, DrawRule rule,
                                           Environment& env, ExitStatus& status) {
  const Result<std::optional<NamedText>> saved = saved_ranking(options);
  if (!saved) {
    status = worse(status, env.report(saved.error()));
    return std::nullopt;
  }
  if (*saved) return source_of_saved(**saved, rule, env, status);
  const std::optional<Rubric> rubric =
      load_rubric(options.common.rubric.empty() ? kDefaultRubric : options.common.rubric,
                  options.common.quiet, env, status);
  if (!rubric) return std::nullopt;
  if (const auto fault = language_fault(options.common, rubric->parts().languages)) {
    status = refuse_usage(*fault, env);
    return std::nullopt;
  }
  const std::optional<RankExpression> expression = ranked_by(by, *rubric, env);
  if (!expression) {
    status = ExitStatus::usage;
    return std::nullopt;
  }
  ReadingsNeeds needs{.assessor = rule == DrawRule::snsf,
                      .quiet = options.common.quiet,
                      .rubric_by_hand = !options.common.rubric.empty()};
  for (const std::string& path : options.documents.paths) needs.outputs.push_back({"--output", path});
  const std::optional<Readings> readings = read_readings(*rubric, options.readings, needs, env, status);
  if (!readings) return std::nullopt;
  const PanelRanking ranking = rank_readings(*rubric, *readings, *expression, std::nullopt);
  return DrawSource{rubric->id() + " " + rubric->version(), rubric->parts().digest, ranking.by.text(),
                    draw_field(ranking.programs, ranking.by.better(), rule)};
}

ExitStatus verify_draw(const DrawOptions& options, Environment& env) {
  Result<std::string> text = io::read_whole(options.verified, kMaxAssessmentsBytes);
  if (!text) return env.report(text.error());
  const Checked<DrawRecord> record = decode_draw({visible(options.verified), std::move(*text)});
  if (!record) return env.report(record.error());
  Diagnostics found = replay(record->draw);
  if (!options.readings.paths.empty()) {
    ExitStatus status = ExitStatus::done;
    const auto source = read_draw_source(options, record->by, record->draw.plan.rule, env, status);
    if (!source || status != ExitStatus::done) return status;
    if (source->rubric_digest != record->rubric_digest)
      found.push_back(error_at({}, "draw-differs", message("the rubric is another one now")));
    found.append(differences_of(record->draw, source->field));
  }
  if (found.empty()) {
    if (options.common.quiet) return ExitStatus::done;
    return env.print(message("The draw is correct.").in(env.err.language()) + "\n");
  }
  for (Diagnostic& one : found) one.file = visible(options.verified);
  env.err.report(found);
  return ExitStatus::threshold_not_met;
}

}  // namespace ibtikar::cli
