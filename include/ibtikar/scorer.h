// Scorer: a rubric compiled for scoring.
//
// Compile once, score many times. A Scorer does not change after construction, may be used by many
// threads at once, and copies what it needs: it does not refer to the Rubric it was built from.
//
//   const Scorer scorer(rubric);
//   Diagnostics warnings;
//   auto sheet = scorer.encode(proposal, {}, warnings);   // names -> checked cells
//   if (!sheet) return fail(sheet.error());               // every answer that does not fit
//   Assessment a = scorer.assess(proposal, *sheet, warnings);
//
// docs/scoring.md defines the mathematics. Unknown is not zero: an unanswered question leaves the
// score and widens its interval.
#pragma once

#include <memory>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/assessment.h"
#include "ibtikar/outlook.h"
#include "ibtikar/proposal.h"
#include "ibtikar/result.h"
#include "ibtikar/row.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

struct EncodeOptions {
  /// An answer that does not fit becomes unanswered, with a warning, instead of an error.
  bool lenient = false;
  /// The user chose this rubric: a proposal written for another one is a warning, not an error.
  bool rubric_by_hand = false;
};

struct ScorerPlan;  // the compiled form, private to the scorer

class Scorer {
 public:
  explicit Scorer(const Rubric& rubric);
  Scorer(Scorer&&) noexcept;
  Scorer& operator=(Scorer&&) noexcept;
  ~Scorer();

  /// Checks the answers against the rubric. Diagnostics carry JSON pointers into the proposal
  /// ("/answers/criterion.question"); the codec adds line and column.
  [[nodiscard]] Checked<AnswerSheet> encode(const Proposal& proposal, const EncodeOptions& options,
                                            Diagnostics& warnings) const;

  /// Scores one sheet. `proposal` supplies names, notes and stated values; `warnings` are copied
  /// into the assessment. Requires: `sheet` comes from encode() of this Scorer. Cost: one pass over
  /// the questions, and one more for every step that could raise an answer.
  [[nodiscard]] Assessment assess(const Proposal& proposal, const AnswerSheet& sheet,
                                  const Diagnostics& warnings) const;

  /// Only the numbers, as an interview shows them between two questions. Requires: as assess().
  /// Cost: one pass over the questions.
  [[nodiscard]] Outlook outlook(const AnswerSheet& sheet) const;

  /// For each question, by how many points answering it can narrow the overall interval: the most
  /// over its possible answers, each with the best evidence. 0 for questions that are answered,
  /// hidden or never scored. Requires: as assess(). Cost: a few steps per question, and a pass for
  /// each answer of a question that conditions name.
  [[nodiscard]] std::vector<double> narrowing(const AnswerSheet& sheet) const;

  /// Only for RowScorer.
  [[nodiscard]] const ScorerPlan& plan() const { return *plan_; }

 private:
  std::unique_ptr<const ScorerPlan> plan_;
};

/// Scores many sheets to numbers only: those of Scorer::assess(), computed by the same functions.
///
///   RowScorer rows(scorer);               // one per thread: it keeps its buffers
///   const Row& row = rows.score(sheet);   // valid until the next call
class RowScorer {
 public:
  /// `scorer` must outlive this.
  explicit RowScorer(const Scorer& scorer);
  RowScorer(RowScorer&&) noexcept;
  RowScorer& operator=(RowScorer&&) noexcept;
  ~RowScorer();

  /// Requires: `sheet` fits the scorer's rubric, as encode() ensures. Cost: one pass over the
  /// questions; no allocation after the first call.
  [[nodiscard]] const Row& score(const AnswerSheet& sheet);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace ibtikar
