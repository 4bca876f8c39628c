// See agreement.h.
#include "panel/agreement.h"

#include <utility>

namespace ibtikar {
namespace {

/// Units of each program: a question each, with a rating of each assessor who has read it.
using ProgramUnits = std::vector<std::vector<Ratings>>;

/// Answers are compared by what they earn, so that scales of different lengths can stand together.
std::optional<double> earned(const Cell& cell) {
  return cell.state == CellState::answered ? std::optional(cell.utility) : std::nullopt;
}

/// Saying that a question does not apply is an answer, too.
std::optional<double> whether_stated(const Cell& cell) { return cell.state == CellState::unanswered ? 0 : 1; }

template <class Value>
ProgramUnits units_of(const Panel& panel, const std::vector<std::size_t>& questions, const Value& value) {
  ProgramUnits programs;
  for (const PanelProgram& program : panel.programs) {
    std::vector<Ratings>& units = programs.emplace_back();
    for (const std::size_t q : questions) {
      Ratings& ratings = units.emplace_back();
      for (const PanelReading& reading : program.readings) ratings.push_back(value(reading.sheet.cells[q]));
    }
  }
  return programs;
}

std::vector<Ratings> flat(const ProgramUnits& programs) {
  std::vector<Ratings> all;
  for (const std::vector<Ratings>& units : programs) all.insert(all.end(), units.begin(), units.end());
  return all;
}

AnswerAgreement answer_agreement(const Panel& panel, std::string criterion,
                                 const std::vector<std::size_t>& questions, const BootstrapOptions& options) {
  const ProgramUnits programs = units_of(panel, questions, earned);
  const std::vector<Ratings> units = flat(programs);
  AnswerAgreement agreement;
  agreement.criterion = std::move(criterion);
  agreement.ordinal = krippendorff_alpha(programs, Metric::ordinal, options);
  agreement.nominal = krippendorff_alpha(programs, Metric::nominal, options);
  agreement.interval = krippendorff_alpha(programs, Metric::interval, options);
  agreement.ratio = krippendorff_alpha(programs, Metric::ratio, options);
  agreement.same = percent_agreement(units);
  agreement.kappa = fleiss_kappa(units);
  agreement.ac1 = gwet_ac1(units);
  agreement.ac2 = gwet_ac2(units);
  agreement.answered = krippendorff_alpha(flat(units_of(panel, questions, whether_stated)), Metric::nominal);
  return agreement;
}

template <class Of>
ScoreAgreement score_agreement(const Panel& panel, std::string id, const BootstrapOptions& options,
                               const Of& score) {
  ProgramUnits programs;
  std::vector<Ratings> table;
  for (const PanelProgram& program : panel.programs) {
    Ratings row(panel.assessors.size());
    for (const PanelReading& reading : program.readings) row[reading.assessor] = score(reading.score);
    programs.push_back({row});
    table.push_back(std::move(row));
  }
  return {std::move(id), krippendorff_alpha(programs, Metric::interval, options),
          intraclass_correlations(table, options.level)};
}

}  // namespace

PanelAgreement agreement_of(const Panel& panel, const BootstrapOptions& options) {
  PanelAgreement agreement;
  std::vector<std::size_t> all;
  std::vector<std::pair<std::string, std::vector<std::size_t>>> criteria;
  for (std::size_t q = 0; q < panel.rubric.question_count(); ++q) {
    if (!panel.rubric.is_scored(q)) continue;
    const std::string& criterion = panel.rubric.criterion_of(q).id;
    if (criteria.empty() || criteria.back().first != criterion) criteria.push_back({criterion, {}});
    criteria.back().second.push_back(q);
    all.push_back(q);
  }
  agreement.answers.push_back(answer_agreement(panel, {}, all, options));
  for (const auto& [criterion, questions] : criteria)
    agreement.answers.push_back(answer_agreement(panel, criterion, questions, options));
  agreement.scores.push_back(score_agreement(panel, "overall", options,
                                             [](const PanelScore& score) { return score.overall.score; }));
  for (std::size_t d = 0; d < panel.rubric.dimensions().size(); ++d)
    agreement.scores.push_back(
        score_agreement(panel, panel.rubric.dimensions()[d].id, options,
                        [d](const PanelScore& score) { return score.dimensions[d].score; }));
  return agreement;
}

}  // namespace ibtikar
