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
#include "score/short_row.h"

namespace ibtikar {

class ScoreTable {
 public:
  /// What an answer adds to its criterion: six numbers, because processors add two at a time.
  struct Term {
    /// `flags`: how many questions apply, are sure to stay, and keep a point, each in 16 bits.
    enum Sum : std::size_t { weight, low, high, answered_weight, points, flags, count };
    std::array<double, count> sums{};
  };
  static constexpr std::uint64_t kApplies = 1;
  static constexpr std::uint64_t kStays = std::uint64_t{1} << 16;
  static constexpr std::uint64_t kKeepsPoint = std::uint64_t{1} << 32;

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
  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
  [[nodiscard]] const std::vector<QuestionOutcome>& outcomes() const { return outcomes_; }
  /// By place; those of a question are [firsts()[q], firsts()[q + 1]).
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  /// Scored questions whose answers have something beside their codes.
  [[nodiscard]] const std::vector<std::size_t>& computed() const { return computed_; }
  [[nodiscard]] bool is_computed(std::size_t question) const {
    return plan_.questions[question].scored && book_.is_beside(question);
  }
  [[nodiscard]] static Term term_of(const QuestionOutcome& outcome);

 private:
  ScoreTable(const ScorerPlan& plan, Codebook book, ConditionTable conditions);

  const ScorerPlan& plan_;
  Codebook book_;
  ConditionTable conditions_;
  std::vector<std::uint32_t> firsts_;
  std::vector<Term> terms_;
  std::vector<QuestionOutcome> outcomes_;
  std::vector<Place> places_;
  std::vector<std::size_t> computed_;
};

class TableScorer {
 public:
  /// `table` must outlive this.
  explicit TableScorer(const ScoreTable& table);

  [[nodiscard]] const ShortRow& score(const CodedAnswers& answers);

 private:
  void find_places(const CodedAnswers& answers);
  void sum_up(std::size_t criterion);

  const ScoreTable& table_;
  std::vector<Truth> visible_;
  std::vector<std::size_t> needed_;         ///< criteria that some dimension is made of
  std::vector<ScoreTable::Term> terms_;     ///< the table's, and behind them those that are computed
  std::vector<QuestionOutcome> computed_;   ///< what the latter are made of
  std::vector<std::uint32_t> term_places_;  ///< by question, in terms_
  Outcomes outcomes_;
  ShortRow row_;
};

}  // namespace ibtikar
