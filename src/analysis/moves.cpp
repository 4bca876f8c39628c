// See moves.h.
#include "analysis/moves.h"

#include <algorithm>

#include "score/explain.h"

namespace ibtikar {
namespace {

/// Most moves of one question. Numbers with a thousand points have more; then some in between are
/// left out.
constexpr std::size_t kMostMoves = 4096;

/// An answer and how far it is from today's.
struct Climb {
  Cell cell;
  std::size_t levels = 0;
};

/// Better answers of a scale, a choice, yes or no, or a number: each distinct utility is one level.
std::vector<Climb> climbs_by_utility(const Question& question, const Cell& today, bool lower) {
  const double sign = lower ? -1 : 1;
  std::vector<Climb> climbs;
  for (const Step& step : steps_from(question, today, lower ? Better::lower : Better::higher).all) {
    Cell cell = after(question, today, step);
    if (sign * cell.utility > sign * today.utility) climbs.push_back({std::move(cell), 0});
  }
  std::stable_sort(climbs.begin(), climbs.end(), [&](const Climb& a, const Climb& b) {
    return sign * a.cell.utility < sign * b.cell.utility;
  });
  for (std::size_t i = 0, level = 0; i < climbs.size(); ++i) {
    if (i == 0 || climbs[i].cell.utility != climbs[i - 1].cell.utility) ++level;
    climbs[i].levels = level;
  }
  return climbs;
}

double sum_of_scores(const Question& question, const Cell& cell) {
  double sum = 0;
  for (std::size_t i = 0; i < cell.chosen.size(); ++i)
    if (cell.chosen[i]) sum += question.options[i].score.value_or(0);
  return sum;
}

/// `choices`: one option after the other, always the one that adds most. One option is one level.
std::vector<Climb> climbs_by_option(const Question& question, const Cell& today, bool lower) {
  const double sign = lower ? -1 : 1;
  std::vector<Climb> climbs;
  Cell now = today;
  for (std::size_t level = 1; level <= question.options.size(); ++level) {
    const Steps steps = steps_from(question, now, lower ? Better::lower : Better::higher);
    if (steps.all.empty()) break;
    Cell next = after(question, now, steps.all.front());
    if (sign * sum_of_scores(question, next) <= sign * sum_of_scores(question, now)) break;
    if (sign * next.utility > sign * today.utility) climbs.push_back({next, level});
    now = std::move(next);
  }
  return climbs;
}

/// Every other answer to a question that is never scored and that decides a gate or a band: one
/// level each, because none of them is better.
std::vector<Climb> other_answers(const Question& question, const Cell& today) {
  std::vector<Climb> climbs;
  if (question.type == QuestionType::number) return climbs;
  for (const Step& step : steps_from(question, today, Better::higher).all)
    climbs.push_back({after(question, today, step), 1});
  return climbs;
}

/// Whether a gate or a band asks about each question.
std::vector<bool> deciding_questions(const Rubric& rubric) {
  std::vector<bool> deciding(rubric.question_count(), false);
  const auto mark = [&](const Condition& condition) {
    for (const std::string& id : questions_named(condition))
      if (const auto q = rubric.find(id)) deciding[*q] = true;
  };
  for (const Gate& gate : rubric.parts().gates) mark(gate.when);
  for (const Band& band : rubric.parts().bands)
    if (band.when) mark(*band.when);
  return deciding;
}

/// Levels of evidence that earn more than the cell's, from the next one up.
std::vector<std::uint32_t> better_evidence(const ScorerPlan& plan, const Cell& cell) {
  std::vector<std::uint32_t> better;
  if (!plan.best_evidence) return better;
  for (const std::size_t level : plan.evidence_upward)
    if (plan.is_lower_evidence(cell.evidence, level)) better.push_back(static_cast<std::uint32_t>(level));
  return better;
}

/// Adds the moves that combine an answer with evidence and words.
void add_moves(const ScorerPlan& plan, std::size_t q, const Climb& climb, double evidence_cost,
               const std::vector<std::uint32_t>& evidence, std::vector<Move>& moves) {
  const QuestionPlan& how = plan.questions[q];
  const bool may_lack = how.scored && how.needs != SIZE_MAX;
  const bool lacks = may_lack && plan.needs[how.needs].lacks_words(climb.cell);
  for (std::size_t level = 0; level <= evidence.size(); ++level)
    for (const bool words : {false, true}) {
      if (words && !lacks) continue;
      Move move{climb.cell, 0, climb.levels, level, words};
      if (level > 0) move.cell.evidence = evidence[level - 1];
      if (words) {
        move.cell.has_note = move.cell.has_note || plan.needs[how.needs].note;
        move.cell.has_link = move.cell.has_link || plan.needs[how.needs].link;
      }
      move.cost = plan.rubric.question(q).effort * static_cast<double>(climb.levels) +
                  evidence_cost * static_cast<double>(level + (words ? 1 : 0));
      if (move.steps() > 0) moves.push_back(std::move(move));
    }
}

}  // namespace

AllMoves all_moves(const ScorerPlan& plan, const AnswerSheet& today, const std::vector<bool>& locked,
                   double evidence_cost) {
  AllMoves all;
  const std::vector<bool> deciding = deciding_questions(plan.rubric);
  for (std::size_t q = 0; q < today.cells.size(); ++q) {
    const Cell& cell = today.cells[q];
    std::vector<Move>& moves = all.moves.emplace_back();
    moves.push_back({cell, 0, 0, 0, false});
    const bool scored = plan.questions[q].scored;
    if (locked[q] || cell.state != CellState::answered || (!scored && !deciding[q])) continue;
    const Question& question = plan.rubric.question(q);
    const bool lower = plan.questions[q].lower_is_better;
    std::vector<Climb> climbs = !scored ? other_answers(question, cell)
                                : question.type == QuestionType::choices
                                    ? climbs_by_option(question, cell, lower)
                                    : climbs_by_utility(question, cell, lower);
    const std::vector<std::uint32_t> evidence =
        scored ? better_evidence(plan, cell) : std::vector<std::uint32_t>();
    const std::size_t most = std::max<std::size_t>(1, kMostMoves / (2 * (evidence.size() + 1)));
    if (climbs.size() > most) {
      all.is_complete = false;
      // The best is kept, and others evenly between.
      std::vector<Climb> some;
      for (std::size_t i = 1; i <= most; ++i) some.push_back(climbs[i * climbs.size() / most - 1]);
      climbs = std::move(some);
    }
    add_moves(plan, q, {cell, 0}, evidence_cost, evidence, moves);
    for (const Climb& climb : climbs) add_moves(plan, q, climb, evidence_cost, evidence, moves);
  }
  return all;
}

}  // namespace ibtikar
