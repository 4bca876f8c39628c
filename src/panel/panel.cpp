// The panel of all readings: see ibtikar/panel.h.
#include "ibtikar/panel.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/decimal.h"
#include "ibtikar/scorer.h"
#include "panel/agreement.h"
#include "panel/blind.h"
#include "panel/talk_list.h"

namespace ibtikar {
namespace {

PanelScore score_of(const Rubric& rubric, RowScorer& scorer, const AnswerSheet& sheet) {
  const Row& row = scorer.score(sheet);
  return {row.overall, row.dimensions,
          row.band ? rubric.parts().bands[*row.band].id : std::string(kInsufficient), row.settled};
}

std::optional<Spread> spread_of(const std::vector<PanelReading>& readings) {
  std::vector<double> scores;
  for (const PanelReading& reading : readings)
    if (reading.score.overall.score) scores.push_back(*reading.score.overall.score);
  if (scores.empty()) return std::nullopt;
  const auto [lowest, highest] = std::minmax_element(scores.begin(), scores.end());
  double sum = 0;
  for (const double score : scores) sum += score;
  const double mean = sum / static_cast<double>(scores.size());
  Spread spread{scores.size(), *lowest, *highest, rounded(mean), {}};
  if (scores.size() < 2) return spread;
  double squares = 0;
  for (const double score : scores) squares += (score - mean) * (score - mean);
  spread.standard_deviation = rounded(std::sqrt(squares / static_cast<double>(scores.size() - 1)));
  return spread;
}

void complete(PanelProgram& program, const Rubric& rubric, RowScorer& scorer) {
  std::sort(program.readings.begin(), program.readings.end(),
            [](const PanelReading& a, const PanelReading& b) { return a.assessor < b.assessor; });
  if (program.readings.empty()) {
    program.consensus.sheet.cells.resize(rubric.question_count());
    program.consensus.ties.resize(rubric.question_count());
  } else {
    std::vector<const AnswerSheet*> sheets;
    for (const PanelReading& reading : program.readings) sheets.push_back(&reading.sheet);
    program.consensus = consensus_of(rubric, sheets);
    program.talk = talk_list(scorer, sheets, program.consensus);
  }
  program.score = score_of(rubric, scorer, program.consensus.sheet);
  program.spread = spread_of(program.readings);
}

/// Who still has to read what. Names of the assignment that nobody has used yet are added.
void add_missing(Panel& panel, const PanelOptions& options) {
  using Pair = std::pair<std::size_t, std::size_t>;  // program, assessor
  std::map<std::string, std::size_t> programs;
  std::map<std::string, std::size_t> assessors;
  for (std::size_t p = 0; p < panel.programs.size(); ++p) programs.emplace(panel.programs[p].program.id, p);
  for (std::size_t a = 0; a < panel.assessors.size(); ++a) assessors.emplace(panel.assessors[a], a);
  std::set<Pair> wanted;
  if (options.assigned) {
    for (const auto& [assessor, program] : *options.assigned) {
      const auto [read, is_new_program] = programs.emplace(program, panel.programs.size());
      if (is_new_program) panel.programs.emplace_back().program.id = program;
      const auto [by, is_new_assessor] = assessors.emplace(assessor, panel.assessors.size());
      if (is_new_assessor) panel.assessors.push_back(assessor);
      wanted.emplace(read->second, by->second);
    }
  } else {
    for (std::size_t p = 0; p < panel.programs.size(); ++p)
      for (std::size_t a = 0; a < panel.assessors.size(); ++a) wanted.emplace(p, a);
  }
  for (const Conflict& conflict : panel.conflicts) {
    const auto program = programs.find(conflict.program);
    const auto assessor = assessors.find(conflict.assessor);
    if (program == programs.end() || assessor == assessors.end()) continue;
    wanted.erase({program->second, assessor->second});
  }
  for (std::size_t p = 0; p < panel.programs.size(); ++p)
    for (const PanelReading& reading : panel.programs[p].readings) wanted.erase({p, reading.assessor});
  for (const auto& [program, assessor] : wanted) panel.programs[program].missing.push_back(assessor);
}

/// The overall score of each reading that has one.
std::vector<Rating> panel_ratings(const Panel& panel) {
  std::vector<Rating> ratings;
  for (std::size_t p = 0; p < panel.programs.size(); ++p)
    for (const PanelReading& reading : panel.programs[p].readings)
      if (reading.score.overall.score) ratings.push_back({p, reading.assessor, *reading.score.overall.score});
  return ratings;
}

void add_severity_model(Panel& panel, const PanelOptions& options) {
  const std::vector<Rating> ratings = panel_ratings(panel);
  RankingOptions how;
  how.better = panel.rubric.parts().overall_better;
  panel.model = rank_items(ratings, panel.programs.size(), panel.assessors.size(), how);
  if (!options.funded || panel.model.undefined) return;
  std::set<std::pair<std::string, std::string>> conflicts;
  for (const Conflict& one : panel.conflicts) conflicts.emplace(one.program, one.assessor);
  NextReadingOptions next;
  next.funded = *options.funded;
  next.risk = options.risk;
  // A reading without a score is one all the same.
  for (std::size_t p = 0; p < panel.programs.size(); ++p)
    for (const PanelReading& reading : panel.programs[p].readings)
      conflicts.emplace(panel.programs[p].program.id, panel.assessors[reading.assessor]);
  next.excluded = [&](std::size_t program, std::size_t assessor) {
    return conflicts.contains({panel.programs[program].program.id, panel.assessors[assessor]});
  };
  panel.next = next_reading(panel.model, ratings, next);
}

}  // namespace

Panel panel_of(const Rubric& rubric, Readings readings, const PanelOptions& options) {
  const Scorer scorer(rubric);
  RowScorer rows(scorer);
  AnswerSheet blank;
  blank.cells.resize(rubric.question_count());
  Panel panel{.rubric = rubric,
              .frame = scorer.assess({}, blank, {}),
              .assessors = std::move(readings.assessors),
              .conflicts = std::move(readings.conflicts),
              .run = {options.bootstrap.seed, options.bootstrap.replicates, options.funded, options.risk}};
  for (Program& program : readings.programs) panel.programs.emplace_back().program = std::move(program);
  for (Reading& reading : readings.all) {
    PanelScore score = score_of(rubric, rows, reading.sheet);
    panel.programs[reading.program].readings.push_back(
        {reading.assessor, std::move(score), std::move(reading.sheet), std::move(reading.digest)});
  }
  add_missing(panel, options);
  for (PanelProgram& program : panel.programs) complete(program, rubric, rows);
  if (options.blind_seed) make_blind(panel, *options.blind_seed);
  panel.agreement = agreement_of(panel, options.bootstrap);
  add_severity_model(panel, options);
  return panel;
}

}  // namespace ibtikar
