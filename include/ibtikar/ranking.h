// Ranking: many programs by one number, with ties as ties, and which of them no other one beats.
//
// The number is the overall score, a dimension, or an expression over both:
//
//   const Result<RankExpression> by = RankExpression::parse("0.5*feasibility + 0.5*sustainability", rubric);
//   if (!by) return fail(by.error());      // what is wrong, and where in the text
//   const std::vector<RankedProgram> ranked = rank(contenders, *by, rubric);
//
// A program that several assessors scored has the mean of their scores. Readings without a score
// count only where a program has no others.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/result.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Most bytes of an expression.
inline constexpr std::size_t kMaxExpressionBytes = 1000;

/// An arithmetic expression over scores: ids of dimensions, `overall`, numbers, + - * / ( ), and
/// min(a, b, ...) and max(a, b, ...).
class RankExpression {
 public:
  /// An error says what is wrong and at which character (position.column) of the text.
  [[nodiscard]] static Result<RankExpression> parse(std::string_view text, const Rubric& rubric);

  /// The value for these scores in [0, 100], by dimension, the overall last; a score that does not
  /// exist is NaN. NaN where the value does not exist: it needs such a score, or divides by 0.
  [[nodiscard]] double value(std::span<const double> scores) const;

  /// A range that holds the value wherever the scores lie within theirs; none where a division by
  /// 0 is possible. For a score alone it is exactly that score's range; if one score stands in an
  /// expression twice, it may be wider than need be.
  struct Range {
    double low = 0;
    double high = 100;
  };
  [[nodiscard]] std::optional<Range> range(std::span<const Range> scores) const;

  /// As it was given, without blanks at its ends.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Whether it is the overall score and nothing else.
  [[nodiscard]] bool is_overall() const;
  /// Which end of the value is the good one: for a score alone, that of the score; else higher.
  [[nodiscard]] Better better() const { return better_; }

 private:
  friend class ExpressionParser;
  enum class Kind { number, score, negative, add, subtract, multiply, divide, least, most };
  /// One step of the calculation, operands before operators.
  struct Step {
    Kind kind = Kind::number;
    double number = 0;
    std::size_t score = 0;  ///< which score
  };
  RankExpression() = default;

  std::string text_;
  std::vector<Step> steps_;
  std::size_t scores_ = 0;  ///< dimensions and the overall
  Better better_ = Better::higher;
};

/// The scores that one assessor's answers give a program.
struct ScoredReading {
  std::string assessor;
  std::string digest;  ///< of the proposal file
  Measure overall;
  std::vector<Measure> dimensions;
};

/// What `by` makes of a reading, rounded to two decimals; none where it needs a score that is missing.
[[nodiscard]] Score reading_value(const ScoredReading& reading, const RankExpression& by);

/// A program to be ranked. Without a reading it has no score.
struct Contender {
  std::string id;
  std::string title;
  std::vector<ScoredReading> readings;
};

/// Whether a reading of the contender counts: it has the value, or no reading of the contender has.
[[nodiscard]] bool counts_in(const Contender& contender, const ScoredReading& reading,
                             const RankExpression& by);

struct RankedProgram {
  std::size_t contender = 0;  ///< which one
  Score score;                ///< rounded to two decimals; none where all readings lack it
  Score low;                  ///< where it may lie; none where that is not known
  Score high;
  std::vector<Score> dimensions;    ///< means over the readings, in the rubric's order
  std::optional<std::size_t> rank;  ///< from 1; equal scores share the better rank: 1, 2, 2, 4
  std::optional<bool> on_front;     ///< on the Pareto front; none if a dimension has no score
};

/// All contenders, the best first; those without a score come last and have no rank. Equal ones are
/// in the order in which they were given. Scores are compared as shown.
[[nodiscard]] std::vector<RankedProgram> rank(const std::vector<Contender>& contenders,
                                              const RankExpression& by, const Rubric& rubric);

/// Which rows no other row dominates: no other is at least as good in every column and better in
/// one. `better`: by column. A row with a missing number is not compared, and has none.
/// Cost: the square of the number of rows.
[[nodiscard]] std::vector<std::optional<bool>> pareto_front(const std::vector<std::vector<Score>>& rows,
                                                            const std::vector<Better>& better);

/// Standard competition ranks, from 1, of numbers of which the greater is the better: 1, 2, 2, 4.
/// A missing number has none.
[[nodiscard]] std::vector<std::optional<std::size_t>> competition_ranks(const std::vector<Score>& numbers);

}  // namespace ibtikar
