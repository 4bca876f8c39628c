// See plain_gates.h: what docs/scoring.md says of gates that ask scores.
#include "support/plain_gates.h"

#include "support/plain_conditions.h"
#include "support/plain_scorer.h"

namespace ibtikar::test {
namespace {

/// may_still_leave() of one criterion.
bool criterion_may_leave(const Criterion& criterion, const std::vector<Standing>& questions) {
  for (const Standing& q : questions) {
    if (!q.applicable || q.criterion != &criterion) continue;
    const bool may_be_excused = q.state == QuestionState::unanswered && q.question->not_applicable;
    if (q.visible != Truth::unknown && !may_be_excused) return false;
  }
  return true;
}

/// A score before gates, and whether it could yet turn out not to apply.
struct AskedScore {
  Weighed score;
  bool may_leave = false;
};

AskedScore asked_score(const std::string& id, const Rubric& rubric, const Weighing& before_gates) {
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      if (criterion.id == id)
        return {before_gates.criteria.at(id), criterion_may_leave(criterion, before_gates.questions)};
  if (id != "overall") return {before_gates.dimensions.at(id), may_still_leave(id, before_gates.questions)};
  bool may_leave = true;
  for (const Dimension& dimension : rubric.dimensions())
    if (dimension.weight > 0 && before_gates.dimensions.at(dimension.id).applicable)
      may_leave = may_leave && may_still_leave(dimension.id, before_gates.questions);
  return {before_gates.overall, may_leave};
}

bool passes(const Atom& atom, double value) {
  const double bound = std::get<double>(atom.operands.front());
  if (atom.test == Test::at_least) return value >= bound;
  if (atom.test == Test::at_most) return value <= bound;
  return atom.test == Test::above ? value > bound : value < bound;
}

/// `by_point`: where the score has a point, by that alone.
Truth truth_of_score(const Atom& atom, const Rubric& rubric, const Weighing& before_gates, bool by_point) {
  const AskedScore asked = asked_score(atom.score, rubric, before_gates);
  if (!asked.score.applicable) return Truth::no;
  const bool at_point = by_point && asked.score.point;
  const bool low = passes(atom, shown(100 * (at_point ? *asked.score.point : asked.score.low)));
  const bool high = passes(atom, shown(100 * (at_point ? *asked.score.point : asked.score.high)));
  if (!low && !high) return Truth::no;
  return low && high && !asked.may_leave ? Truth::yes : Truth::unknown;
}

/// The condition with each question on a score answered: an empty `all` is true, an empty `any` false, and
/// what is unknown asks a question that nobody has answered.
Condition without_scores(const Condition& condition, const Rubric& rubric, const Weighing& before_gates,
                         bool by_point) {
  Condition out = condition;
  if (condition.kind == Condition::Kind::atom && !condition.atom.score.empty()) {
    const Truth truth = truth_of_score(condition.atom, rubric, before_gates, by_point);
    out = Condition{};
    if (truth == Truth::unknown) out.atom.question = "nobody.answered";
    if (truth == Truth::yes) out.kind = Condition::Kind::all;
    if (truth == Truth::no) out.kind = Condition::Kind::any;
  }
  for (Condition& part : out.parts) part = without_scores(part, rubric, before_gates, by_point);
  return out;
}

}  // namespace

void settle_gates(const Rubric& rubric, const AnswersById& answers, Weighing& before_gates) {
  for (const Gate& gate : rubric.parts().gates) {
    const Truth certain =
        truth_of(without_scores(gate.when, rubric, before_gates, false), before_gates.questions, answers);
    const Truth point =
        truth_of(without_scores(gate.when, rubric, before_gates, true), before_gates.questions, answers);
    before_gates.certain_gates.push_back(certain);
    before_gates.gates.push_back(certain == Truth::unknown ? point : certain);
  }
}

void settle_bands(const Rubric& rubric, const AnswersById& answers, Weighing& after_gates) {
  for (const Band& band : rubric.parts().bands) {
    Truth certain = Truth::yes;
    Truth point = Truth::yes;
    if (band.when) {
      certain =
          truth_of(without_scores(*band.when, rubric, after_gates, false), after_gates.questions, answers);
      point = truth_of(without_scores(*band.when, rubric, after_gates, true), after_gates.questions, answers);
    }
    after_gates.certain_bands.push_back(certain);
    after_gates.bands.push_back(certain == Truth::unknown ? point : certain);
  }
}

bool may_still_leave(const std::string& dimension, const std::vector<Standing>& questions) {
  for (const Standing& q : questions) {
    if (!q.applicable || contribution(*q.criterion, dimension) == 0) continue;
    const bool may_be_hidden = q.visible == Truth::unknown;
    const bool may_be_excused = q.state == QuestionState::unanswered && q.question->not_applicable;
    if (!may_be_hidden && !may_be_excused) return false;
  }
  return true;
}

}  // namespace ibtikar::test
