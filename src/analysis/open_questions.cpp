// questions_to_ask(): see ibtikar/open_questions.h. An open question is worth what its best answer
// narrows (Scorer::narrowing()). A weak answer is worth what remains uncertain only because of how
// it is shown: the same answer is tried with the best evidence and with all that it requires.
#include "ibtikar/open_questions.h"

#include <algorithm>

#include "score/explain.h"

namespace ibtikar {
namespace {

/// Whether better evidence could earn the answer more, and what it has is no more than a bare
/// answer's.
bool is_weakly_shown(const ScorerPlan& plan, const Cell& cell) {
  const Evidence& evidence = plan.rubric.parts().evidence;
  if (evidence.levels.empty() || !plan.best_evidence) return false;
  const auto usual = std::ranges::find(evidence.levels, evidence.default_level, &EvidenceLevel::id);
  const auto bare = static_cast<std::size_t>(usual - evidence.levels.begin());
  return plan.is_lower_evidence(cell.evidence, *plan.best_evidence) &&
         (bare >= evidence.levels.size() || !plan.is_lower_evidence(bare, cell.evidence));
}

double width_of(const Outcomes& outcomes) { return outcomes.overall.high - outcomes.overall.low; }

/// The answer, shown as well as can be.
Cell well_shown(const ScorerPlan& plan, std::size_t question, const Cell& cell) {
  Cell shown = supplied(plan, question, cell);
  if (plan.best_evidence) shown.evidence = static_cast<std::uint32_t>(*plan.best_evidence);
  return shown;
}

}  // namespace

std::vector<OpenQuestion> questions_to_ask(const Scorer& scorer, const AnswerSheet& sheet) {
  const ScorerPlan& plan = scorer.plan();
  const std::vector<double> narrowing = scorer.narrowing(sheet);
  Outcomes today;
  evaluate(plan, sheet, today);
  Outcomes outcomes = today;
  AnswerSheet changed = sheet;
  std::vector<OpenQuestion> all;
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const Cell& cell = sheet.cells[q];
    if (today.visible[q] == Truth::no || cell.state == CellState::not_applicable) continue;
    OpenQuestion found{q, OpenQuestion::Why::open, narrowing[q], today.visible[q] == Truth::unknown};
    if (cell.state == CellState::answered) {
      if (!plan.questions[q].scored) continue;
      found.why = OpenQuestion::Why::weak;
      found.missing = missing_of(plan, q, cell);
      if (found.missing.empty() && !is_weakly_shown(plan, cell)) continue;
      changed.cells[q] = well_shown(plan, q, cell);
      evaluate_change(plan, changed, q, outcomes);
      found.worth = std::max(0.0, 100 * (width_of(today) - width_of(outcomes)));
      changed.cells[q] = cell;
      evaluate_change(plan, changed, q, outcomes);
    }
    all.push_back(std::move(found));
  }
  std::ranges::stable_sort(all, [](const OpenQuestion& a, const OpenQuestion& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.why < b.why;
  });
  return all;
}

}  // namespace ibtikar
