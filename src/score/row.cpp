// RowScorer: see ibtikar/scorer.h. It calls the same evaluate() as Scorer::assess() and keeps its
// buffers, so a batch allocates nothing per record and still gives the same numbers.

#include "ibtikar/scorer.h"
#include "score/evaluate.h"
#include "score/row_state.h"
#include "score/verdict.h"

namespace ibtikar {

struct RowScorer::Work {
  const ScorerPlan& plan;
  Outcomes outcomes;
  Row row;
};

namespace {

void fill_questions(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& outcomes, Row& row) {
  row.questions.resize(plan.questions.size());
  row.hidden.clear();
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const Cell& cell = sheet.cells[q];
    row.questions[q] = {state_of(plan.questions[q].scored, cell, outcomes.visible[q]),
                        outcomes.questions[q].credited};
    // An answer that does not count is warned about. Only its number is kept: the words are made if
    // anybody reads them.
    if (is_hidden_answer(cell, outcomes.visible[q])) row.hidden.push_back(q);
  }
}

}  // namespace

RowScorer::RowScorer(const Scorer& scorer) : work_(std::make_unique<Work>(Work{scorer.plan(), {}, {}})) {}
RowScorer::RowScorer(RowScorer&&) noexcept = default;
RowScorer& RowScorer::operator=(RowScorer&&) noexcept = default;
RowScorer::~RowScorer() = default;

const Row& RowScorer::score(const AnswerSheet& sheet) {
  const ScorerPlan& plan = work_->plan;
  Outcomes& outcomes = work_->outcomes;
  Row& row = work_->row;
  evaluate(plan, sheet, outcomes);
  row.overall = measure_of(outcomes.overall, plan.rubric.parts().overall_scale);
  row.dimensions.clear();
  for (std::size_t d = 0; d < outcomes.dimensions.size(); ++d)
    row.dimensions.push_back(measure_of(outcomes.dimensions[d], plan.rubric.dimensions()[d].scale));
  const VerdictBands bands = verdict_bands(plan, outcomes, row.overall);
  row.band = bands.point;
  row.settled = bands.settled();
  row.gates.assign(plan.gates.size(), false);
  for (std::size_t g = 0; g < plan.gates.size(); ++g) row.gates[g] = outcomes.gates[g] == Truth::yes;
  fill_questions(plan, sheet, outcomes, row);
  return row;
}

}  // namespace ibtikar
