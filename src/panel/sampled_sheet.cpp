// See sampled_sheet.h.
#include "panel/sampled_sheet.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/nearly.h"
#include "score/combiner.h"

namespace ibtikar {
namespace {

constexpr double kNoScore = std::numeric_limits<double>::quiet_NaN();

/// The question's outcome if its answer is worth exactly `utility`.
void settle_question(QuestionOutcome& question, double utility) {
  question.answered_weight = question.weight;
  question.credited = question.low = question.high = utility;
}

/// `first`, and then `second`, as one effect. Each is a straight line between two bounds, and so is
/// one after the other.
EffectPlan after(const EffectPlan& first, const EffectPlan& second) {
  EffectPlan out;
  out.factor = first.factor * second.factor;
  out.plus = first.plus * second.factor + second.plus;
  out.least = second.on(first.least);
  out.most = second.on(first.most);
  return out;
}

/// Whether every dimension is a sum over questions, then changed by gates that do not depend on it.
bool are_sums(const ScorerPlan& plan) {
  return !plan.conditions.gates_ask_scores() &&
         std::ranges::all_of(plan.criteria, &CriterionPlan::is_plain) &&
         std::ranges::all_of(plan.dimensions, [](const DimensionPlan& dimension) {
           return dimension.joint.how == Joining::mean && dimension.grid == 0;
         });
}

}  // namespace

SampledSheet::SampledSheet(const ScorerPlan& plan, const AnswerSheet& sheet, bool may_sum)
    : plan_(&plan), sheet_(&sheet) {
  evaluate(plan, sheet, certain_);
  for (std::size_t q = 0; q < certain_.questions.size(); ++q) {
    QuestionOutcome& question = certain_.questions[q];
    if (!question.applicable) continue;
    const double width = question.high - question.low;
    question.may_leave = false;
    if (width > 0) uncertain_.push_back({q, question.low, width});
    settle_question(question, question.low);
  }
  evaluate_scores(plan, sheet, certain_);
  is_sum_ = may_sum && are_sums(plan);
  if (is_sum_) prepare_sums();
}

void SampledSheet::prepare_sums() {
  const std::size_t dimensions = plan_->dimensions.size();
  shares_.assign(uncertain_.size() * dimensions, 0);
  std::vector<double> weights(plan_->criteria.size());  // of all applicable questions of a criterion
  for (std::size_t q = 0; q < certain_.questions.size(); ++q)
    if (certain_.questions[q].applicable)
      weights[plan_->questions[q].criterion] += certain_.questions[q].weight;
  for (std::size_t d = 0; d < dimensions; ++d) {
    const Outcome& dimension = certain_.dimensions[d];
    lowest_.push_back(dimension.applicable ? dimension.uncapped.value_or(kNoScore) : kNoScore);
    effects_.push_back(effect_on(d, certain_.gates));
    double all = 0;
    for (const auto& [criterion, k] : plan_->dimensions[d].criteria)
      if (certain_.criteria[criterion].applicable) all += k;
    for (const auto& [criterion, k] : plan_->dimensions[d].criteria)
      for (std::size_t i = 0; i < uncertain_.size(); ++i) {
        const std::size_t question = uncertain_[i].question;
        if (plan_->questions[question].criterion == criterion)
          shares_[i * dimensions + d] =
              k / all * certain_.questions[question].weight / weights[criterion] * uncertain_[i].width;
      }
  }
  effects_.push_back(effect_on(kOverall, certain_.gates));
}

EffectPlan SampledSheet::effect_on(std::size_t dimension, const std::vector<Truth>& gates) const {
  EffectPlan all;
  for (std::size_t g = 0; g < plan_->effects.size(); ++g) {
    if (gates[g] != Truth::yes) continue;
    for (const EffectPlan& effect : plan_->effects[g])
      if (effect.dimension == dimension) all = after(all, effect);
  }
  return all;
}

void SampledSheet::draw_sums(const CounterRandom& random, std::uint64_t first, const DrawnScores& out) const {
  const std::size_t dimensions = lowest_.size();
  std::copy(lowest_.begin(), lowest_.end(), out.dimensions.begin());
  const double* share = shares_.data();
  for (std::size_t i = 0; i < uncertain_.size(); ++i) {
    const double place = random.uniform(first + i);
    for (std::size_t d = 0; d < dimensions; ++d) out.dimensions[d] += place * *share++;
  }
  for (std::size_t d = 0; d < dimensions; ++d)
    if (!std::isnan(out.dimensions[d])) out.dimensions[d] = effects_[d].on(out.dimensions[d]);
  *out.effect = effects_.back();
}

void SampledSheet::draw(const CounterRandom& random, std::uint64_t first, Outcomes& work,
                        const DrawnScores& out) const {
  if (is_sum_) return draw_sums(random, first, out);
  for (std::size_t i = 0; i < uncertain_.size(); ++i)
    settle_question(work.questions[uncertain_[i].question],
                    uncertain_[i].low + uncertain_[i].width * random.uniform(first + i));
  evaluate_scores(*plan_, *sheet_, work);
  for (std::size_t d = 0; d < work.dimensions.size(); ++d) {
    const Outcome& dimension = work.dimensions[d];
    out.dimensions[d] = dimension.applicable ? dimension.point.value_or(kNoScore) : kNoScore;
  }
  *out.effect = effect_on(kOverall, work.gates);
}

double overall_with(const ScorerPlan& plan, std::span<const double> dimensions, const EffectPlan& effect,
                    std::span<const double> weights) {
  Combiner combiner(plan.rubric.parts().combine);
  bool applies = false;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    if (std::isnan(dimensions[d]) || weights[d] <= 0) continue;
    applies = true;
    combiner.add(weights[d], dimensions[d]);
  }
  if (!applies) return kNoScore;
  const double overall = effect.on(combiner.mean());
  if (plan.overall_grid == 0) return overall;
  return std::clamp(std::floor(overall * plan.overall_grid + 0.5 + kNearly) / plan.overall_grid, 0.0, 1.0);
}

}  // namespace ibtikar
