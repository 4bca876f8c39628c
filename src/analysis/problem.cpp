// See problem.h.
#include "analysis/problem.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/nearly.h"

namespace ibtikar {
namespace {

/// Costs are compared to the millionth.
constexpr double kFinest = 1e-6;
/// Keys stay below this, so that double holds each exactly.
constexpr double kGreatestKey = 0x1p50;

/// The greatest common divisor of all costs, in millionths.
Key common_unit(const AllMoves& all, double finest) {
  Key common = 0;
  for (const auto& moves : all.moves)
    for (const Move& move : moves)
      common = std::gcd(common, static_cast<Key>(std::llround(move.cost / finest)));
  return std::max<Key>(common, 1);
}

/// Which way a condition turns as its scores get better.
struct Turn {
  bool more = false;  ///< some score makes it truer
  bool less = false;
};

class Turns {
 public:
  explicit Turns(const ScorerPlan& plan) : plan_(plan) {}

  /// Whether better scores could do harm through this gate.
  [[nodiscard]] bool is_harmful(std::size_t gate) const {
    const Turn turn = of(plan_.rubric.parts().gates[gate].when, false);
    if (!turn.more && !turn.less) return false;
    if (turn.more && turn.less) return true;
    // A gate that better scores make apply must do good, one that they lift must do harm.
    const Gate& parts = plan_.rubric.parts().gates[gate];
    if (!parts.verdict.empty() && turn.more) return true;
    for (const EffectPlan& effect : plan_.effects[gate]) {
      const Better better =
          effect.dimension == kOverall ? plan_.better : plan_.dimension_better[effect.dimension];
      const bool raises = effect.factor > 1 || effect.plus > 0 || effect.least > 0;
      const bool lowers = effect.factor < 1 || effect.plus < 0 || effect.most < 1;
      const bool good = better == Better::higher ? raises : lowers;
      const bool bad = better == Better::higher ? lowers : raises;
      if ((turn.more && bad) || (turn.less && good)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_harmful(const Condition& band) const { return of(band, false).less; }

 private:
  [[nodiscard]] Turn of(const Condition& condition, bool negated) const {
    if (condition.kind == Condition::Kind::atom) {
      if (condition.atom.score.empty()) return {};
      const Test test = condition.atom.test;
      const bool upward = test == Test::at_least || test == Test::above;
      const bool more = (upward == (better_of(condition.atom.score) == Better::higher)) != negated;
      return {more, !more};
    }
    Turn turn;
    for (const Condition& part : condition.parts) {
      const Turn one = of(part, negated != (condition.kind == Condition::Kind::negation));
      turn = {turn.more || one.more, turn.less || one.less};
    }
    return turn;
  }

  [[nodiscard]] Better better_of(const std::string& score) const {
    if (score == "overall") return plan_.better;
    for (std::size_t d = 0; d < plan_.dimensions.size(); ++d)
      if (plan_.rubric.dimensions()[d].id == score) return plan_.dimension_better[d];
    for (std::size_t c = 0; c < plan_.criteria.size(); ++c)
      if (plan_.criterion_parts[c]->id == score && plan_.questions[plan_.criteria[c].first].lower_is_better)
        return Better::lower;
    return Better::higher;
  }

  const ScorerPlan& plan_;
};

bool may_backfire(const ScorerPlan& plan) {
  const Turns turns(plan);
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    if (turns.is_harmful(g)) return true;
  for (const Band& band : plan.rubric.parts().bands)
    if (band.when && turns.is_harmful(*band.when)) return true;
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    if (plan.dimensions[d].weight > 0 && plan.dimension_better[d] != plan.better) return true;
  return false;
}

}  // namespace

Key Problem::limit_of(double budget) const {
  const double units = std::floor(budget / unit + kNearly);
  const Key most = kNoLimit / steps_base;
  if (units >= static_cast<double>(most)) return kNoLimit;
  return (static_cast<Key>(units) + 1) * steps_base;
}

Problem problem_of(const ScorerPlan& plan, const AnswerSheet& today, AllMoves all) {
  double greatest = 0;
  Key steps = 0;
  for (const auto& moves : all.moves) {
    double of_question = 0;
    for (const Move& move : moves) of_question = std::max(of_question, move.cost);
    greatest += of_question;
    steps += moves.size() > 1 ? 3 : 0;
  }
  const Key base = steps + 1;
  double unit = kFinest * static_cast<double>(common_unit(all, kFinest));
  while (greatest / unit * static_cast<double>(base) > kGreatestKey) unit *= 10;
  std::vector<std::vector<Key>> keys;
  for (const auto& moves : all.moves) {
    std::vector<Key>& of_question = keys.emplace_back();
    for (const Move& move : moves)
      of_question.push_back(static_cast<Key>(std::llround(move.cost / unit)) * base +
                            static_cast<Key>(move.steps()));
  }
  const bool backfires = may_backfire(plan);
  return {plan, today, std::move(all), std::move(keys), unit, base, backfires, {}};
}

}  // namespace ibtikar
