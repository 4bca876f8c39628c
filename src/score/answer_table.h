// ScoreTable: what each answer adds to the sums of its criterion, computed once for a rubric.
//
// Every number comes from evaluate(): the table keeps what question_outcome() gives for each code,
// sums run in the rubric's order, and everything above the criteria is that function's own work. So
// a row has the bits of the ordinary scorer's row. A test compares the two.
//
//   const std::unique_ptr<const ScoreTable> table = ScoreTable::of(scorer);   // null: score sheets instead
//   TableScorer rows(*table);                                                 // one per thread
//   const ShortRow& row = rows.score(answers);                                // valid until the next call
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "ibtikar/scorer.h"
#include "score/codebook.h"
#include "score/condition_table.h"
#include "score/evaluate.h"
#include "score/plain_sums.h"
#include "score/short_row.h"

namespace ibtikar {

class ScoreTable {
 public:
  static constexpr std::uint8_t kNoBand = 255;

  /// What a place stands for.
  struct Place {
    RowQuestion outcome;
    bool is_hidden_answer = false;
  };

  /// Null for rubrics that have what codes do not tell: see Codebook and ConditionTable; or scores
  /// on scales of their own. `scorer` must outlive the table.
  [[nodiscard]] static std::unique_ptr<const ScoreTable> of(const Scorer& scorer);

  [[nodiscard]] const Codebook& book() const { return book_; }
  [[nodiscard]] const ScorerPlan& plan() const { return plan_; }
  [[nodiscard]] const ConditionTable& conditions() const { return conditions_; }
  [[nodiscard]] std::uint32_t place_of(std::size_t question, Truth visible, AnswerCode code) const {
    const std::size_t part = static_cast<std::size_t>(Truth::yes) - static_cast<std::size_t>(visible);
    return firsts_[question] + static_cast<std::uint32_t>(part * book_.count(question)) + code;
  }
  /// By question, and one more: where its places begin.
  [[nodiscard]] const std::vector<std::uint32_t>& firsts() const { return firsts_; }
  [[nodiscard]] const std::vector<AnswerTerm>& terms() const { return terms_; }
  /// What terms() are made of; empty if is_plain().
  [[nodiscard]] const std::vector<QuestionOutcome>& outcomes() const { return outcomes_; }
  /// By place; those of a question are [firsts()[q], firsts()[q + 1]).
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  /// Scored questions whose answers have something beside their codes.
  [[nodiscard]] const std::vector<std::size_t>& computed() const { return computed_; }
  /// The band of a score in hundredths, or kNoBand. Requires: is_plain().
  [[nodiscard]] std::uint8_t band_of_score(std::int32_t hundredths) const {
    return bands_[static_cast<std::size_t>(hundredths)];
  }
  /// The least completeness that has a verdict, in hundredths.
  [[nodiscard]] std::int32_t least_completeness() const { return least_completeness_; }
  /// Whether all criteria and dimensions are means, and no gate limits the verdict.
  [[nodiscard]] bool is_plain() const { return is_plain_; }
  [[nodiscard]] bool is_computed(std::size_t question) const {
    return plan_.questions[question].scored && book_.is_beside(question);
  }
  [[nodiscard]] static AnswerTerm term_of(const QuestionOutcome& outcome);

 private:
  ScoreTable(const ScorerPlan& plan, Codebook book, ConditionTable conditions);

  const ScorerPlan& plan_;
  Codebook book_;
  ConditionTable conditions_;
  std::vector<std::uint32_t> firsts_;
  std::vector<AnswerTerm> terms_;
  std::vector<QuestionOutcome> outcomes_;
  std::vector<Place> places_;
  std::vector<std::size_t> computed_;
  std::vector<std::uint8_t> bands_;  ///< by score
  std::int32_t least_completeness_ = 0;
  bool is_plain_ = false;
};

class TableScorer {
 public:
  /// `table` must outlive this.
  explicit TableScorer(const ScoreTable& table);

  [[nodiscard]] const ShortRow& score(const CodedAnswers& answers);

 private:
  void find_places(const CodedAnswers& answers);
  void sum_up_other();
  void find_verdict();

  const ScoreTable& table_;
  std::vector<Truth> visible_;
  PlainSums sums_;
  std::vector<AnswerTerm> terms_;          ///< the table's, and behind them those that are computed
  std::vector<QuestionOutcome> computed_;  ///< what the latter are made of
  Outcomes outcomes_;
  ShortRow row_;
};

}  // namespace ibtikar
