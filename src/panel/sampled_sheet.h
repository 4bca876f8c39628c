// Draws answers for one sheet, and scores them.
//
// An answer is drawn as a utility, uniformly from its interval (docs/scoring.md, "Evidence gives a
// margin, and a ceiling"); an open question's is [0, 1]. Everything above the questions is done by
// the scorer's own functions, so gates, groups and every way to combine hold in draws, too. Where
// all that stands between the questions and the dimensions are means, as in most rubrics, a
// dimension is a sum over the questions, and that is computed instead: it takes a fifth of the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/counter_random.h"
#include "score/evaluate.h"

namespace ibtikar {

/// What is combined into one overall score, once there are weights.
struct DrawnScores {
  std::span<double> dimensions;  ///< in [0, 1]; NaN for one in which nothing applies
  EffectPlan* effect = nullptr;  ///< of all gates that apply on the overall score, as one
};

class SampledSheet {
 public:
  /// Both must outlive this. `may_sum`: false for tests, which compare both ways.
  SampledSheet(const ScorerPlan& plan, const AnswerSheet& sheet, bool may_sum = true);

  /// Whether dimensions are computed as sums over the questions.
  [[nodiscard]] bool is_sum() const { return is_sum_; }

  /// How many random numbers a draw takes.
  [[nodiscard]] std::size_t uncertain() const { return uncertain_.size(); }

  /// Readies `work` for draw() of this sheet.
  void begin(Outcomes& work) const {
    if (!is_sum_) work = certain_;
  }
  /// Takes numbers of `random` from position `first` on.
  void draw(const CounterRandom& random, std::uint64_t first, Outcomes& work, const DrawnScores& out) const;

 private:
  struct Uncertain {
    std::size_t question = 0;
    double low = 0;
    double width = 0;
  };

  void prepare_sums();
  void draw_sums(const CounterRandom& random, std::uint64_t first, const DrawnScores& out) const;
  /// All effects of gates that apply on a dimension, or on the overall, as one.
  [[nodiscard]] EffectPlan effect_on(std::size_t dimension, const std::vector<Truth>& gates) const;

  const ScorerPlan* plan_;
  const AnswerSheet* sheet_;
  Outcomes certain_;  ///< with every answer at the low end of its interval
  std::vector<Uncertain> uncertain_;
  bool is_sum_ = false;
  std::vector<double> shares_;       ///< by uncertain question and dimension: what all of its width adds
  std::vector<double> lowest_;       ///< by dimension, before gates; NaN for one in which nothing applies
  std::vector<EffectPlan> effects_;  ///< by dimension, the overall last
};

/// The overall score in [0, 1] with these weights; NaN if nothing applies.
[[nodiscard]] double overall_with(const ScorerPlan& plan, std::span<const double> dimensions,
                                  const EffectPlan& effect, std::span<const double> weights);

}  // namespace ibtikar
