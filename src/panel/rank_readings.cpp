// rank_readings() and draw_field(): see ibtikar/panel_ranking.h.
#include <algorithm>
#include <set>

#include "base/decimal.h"
#include "ibtikar/panel_ranking.h"

namespace ibtikar {
namespace {

/// The readings of each program, scored.
std::vector<Contender> scored_contenders(const Scorer& scorer, const Readings& readings) {
  std::vector<Contender> contenders;
  for (const Program& program : readings.programs) contenders.push_back({program.id, program.title, {}});
  RowScorer rows(scorer);
  for (const Reading& reading : readings.all) {
    const Row& row = rows.score(reading.sheet);
    contenders[reading.program].readings.push_back(
        {readings.assessors[reading.assessor], reading.digest, row.overall, row.dimensions});
  }
  return contenders;
}

/// The scored form of each reading, in the order of `readings.all`.
std::vector<const ScoredReading*> scored_in_order(const Readings& readings,
                                                  const std::vector<Contender>& contenders) {
  std::vector<const ScoredReading*> scored;
  std::vector<std::size_t> next(contenders.size());
  for (const Reading& reading : readings.all)
    scored.push_back(&contenders[reading.program].readings[next[reading.program]++]);
  return scored;
}

/// A fifth of what the value can span: 20 for scores from 0 to 100, as grades from 1 to 6 have 1.
double unit_of(const RankExpression& by, const Rubric& rubric) {
  constexpr double kGrades = 5;
  const std::vector<RankExpression::Range> whole(rubric.dimensions().size() + 1);
  const auto range = by.range(whole);
  const double width = range ? range->high - range->low : 0;
  return width > 0 ? width / kGrades : 100 / kGrades;
}

/// Programs without any value stay out of the model: nothing is known of their rank.
void add_model(PanelRanking& out, const Readings& readings, const std::vector<Contender>& contenders) {
  const std::vector<const ScoredReading*> scored = scored_in_order(readings, contenders);
  std::vector<std::optional<std::size_t>> items(contenders.size());
  std::size_t count = 0;
  std::vector<Rating> ratings;
  for (std::size_t i = 0; i < readings.all.size(); ++i) {
    const Score value = reading_value(*scored[i], out.by);
    if (!value) continue;
    std::optional<std::size_t>& item = items[readings.all[i].program];
    if (!item) item = count++;
    ratings.push_back({*item, readings.all[i].assessor, *value});
  }
  const RankingModel model = rank_items(ratings, count, readings.assessors.size(),
                                        {.unit = unit_of(out.by, out.rubric), .better = out.by.better()});
  if (model.undefined) {
    out.without_model = model.undefined;
    return;
  }
  out.model = {model.mean, model.item_sd, model.assessor_sd, model.error_sd};
  for (ProgramRank& one : out.programs)
    if (items[one.ranked.contender]) one.expected = model.items[*items[one.ranked.contender]];
}

void simulate(PanelRanking& out, const Scorer& scorer, const Readings& readings,
              const std::vector<Contender>& contenders) {
  const std::vector<const ScoredReading*> scored = scored_in_order(readings, contenders);
  std::vector<std::vector<AnswerSheet>> sheets(out.programs.size());
  std::vector<std::size_t> place(readings.programs.size());
  for (std::size_t i = 0; i < out.programs.size(); ++i) place[out.programs[i].ranked.contender] = i;
  for (std::size_t i = 0; i < readings.all.size(); ++i) {
    const Reading& reading = readings.all[i];
    if (counts_in(contenders[reading.program], *scored[i], out.by))
      sheets[place[reading.program]].push_back(reading.sheet);
  }
  out.smaa = simulate_ranks(scorer, out.by, sheets, *out.robust);
}

}  // namespace

PanelRanking rank_readings(const Rubric& rubric, const Readings& readings, const RankExpression& by,
                           const std::optional<SmaaOptions>& robust) {
  const Scorer scorer(rubric);
  const std::vector<Contender> contenders = scored_contenders(scorer, readings);
  PanelRanking out{.rubric = rubric, .by = by, .conflicts = readings.conflicts, .robust = robust};
  std::set<std::size_t> assessors;
  for (const Reading& reading : readings.all) assessors.insert(reading.assessor);
  out.assessors = assessors.size();
  for (RankedProgram& ranked : rank(contenders, by, rubric)) {
    ProgramRank one{readings.programs[ranked.contender], {}, std::move(ranked), {}};
    for (const ScoredReading& reading : contenders[one.ranked.contender].readings)
      one.digests.push_back(reading.digest);
    out.programs.push_back(std::move(one));
  }
  out.is_panel = std::ranges::any_of(
      contenders, [](const Contender& contender) { return contender.readings.size() > 1; });
  if (out.is_panel) add_model(out, readings, contenders);
  if (robust) simulate(out, scorer, readings, contenders);
  return out;
}

DrawField draw_field(const std::vector<ProgramRank>& programs, Better better, DrawRule rule) {
  DrawField field;
  for (const ProgramRank& one : programs) {
    const bool has_ground = rule == DrawRule::snsf ? one.expected.has_value() : one.ranked.rank.has_value();
    if (!has_ground) {
      field.left_out.push_back(one.program.id);
      continue;
    }
    DrawEntry entry{.id = one.program.id, .title = one.program.title, .digests = one.digests};
    entry.score = one.ranked.score.value_or(0) * (better == Better::lower ? -1 : 1);
    if (one.expected) {
      entry.rank = rounded(one.expected->expected_rank);
      entry.best = static_cast<double>(one.expected->half.low);
      entry.worst = static_cast<double>(one.expected->half.high);
    }
    field.entries.push_back(std::move(entry));
  }
  return field;
}

}  // namespace ibtikar
