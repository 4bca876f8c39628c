// See tornado.h.
#include "analysis/tornado.h"

#include <algorithm>
#include <cmath>

#include "analysis/switching.h"
#include "base/decimal.h"
#include "model/answer_check.h"
#include "score/explain.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// A cell to go out from where nothing is answered: the first level or option, no option of
/// several, the least number there is.
Cell first_answer(const Question& question, std::uint32_t evidence) {
  Cell cell;
  cell.state = CellState::answered;
  cell.evidence = evidence;
  if (question.type == QuestionType::scale) cell.number = question.levels.front().value;
  if (question.type == QuestionType::choices) cell.chosen.resize(question.options.size());
  if (question.type == QuestionType::number && !question.points.empty()) {
    const double first = question.points.front().x;
    cell.number = std::min(std::max(first, question.min.value_or(first)), question.max.value_or(INFINITY));
  }
  cell.utility = utility_of(question, cell);
  return cell;
}

/// Choices that earn the least and the most: all that take away, and all that give.
std::vector<Cell> extreme_choices(const Question& question, const Cell& base) {
  std::vector<Cell> cells;
  for (const double sign : {-1.0, 1.0}) {
    Cell cell = base;
    for (std::size_t i = 0; i < question.options.size(); ++i)
      cell.chosen[i] = sign * question.options[i].score.value_or(0) > 0 && question.options[i].id != "none";
    cell.utility = utility_of(question, cell);
    cells.push_back(std::move(cell));
  }
  return cells;
}

/// Everything that is tried for one question, by rising utility; today's answer among it.
std::vector<Cell> answers_to_try(const Question& question, const Cell& today) {
  const bool is_answered = today.state == CellState::answered;
  const Cell base = is_answered ? today : first_answer(question, today.evidence);
  std::vector<Cell> cells{base};
  for (const Step& step : steps_from(question, base, Better::higher).all)
    cells.push_back(after(question, base, step));
  if (question.type == QuestionType::choices)
    for (Cell& cell : extreme_choices(question, base)) cells.push_back(std::move(cell));
  std::ranges::stable_sort(cells, [](const Cell& a, const Cell& b) {
    if (a.utility != b.utility) return a.utility < b.utility;
    if (a.number != b.number) return a.number < b.number;
    return a.chosen < b.chosen;
  });
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

/// Scores sheets in which one answer is another.
class AnswerTrial {
 public:
  AnswerTrial(const Rubric& rubric, const AnswerSheet& sheet, ScoreTarget target)
      : plan_(rubric), target_(target), sheet_(sheet) {
    const std::vector<Dimension>& dimensions = rubric.dimensions();
    scale_ = target == kOverall ? rubric.parts().overall_scale : dimensions[target].scale;
    evaluate(plan_, sheet_, outcomes_);
  }

  [[nodiscard]] const ScorerPlan& plan() const { return plan_; }
  [[nodiscard]] const Cell& today(std::size_t question) const { return sheet_.cells[question]; }
  [[nodiscard]] bool is_worth_trying(std::size_t q) const {
    return plan_.rubric.question(q).type != QuestionType::text && outcomes_.visible[q] != Truth::no &&
           sheet_.cells[q].state != CellState::not_applicable &&
           (plan_.questions[q].scored || plan_.conditions.is_named(q));
  }

  TriedAnswer with(std::size_t question, const Cell& cell) {
    const Question& asked = plan_.rubric.question(question);
    const Cell today = sheet_.cells[question];
    sheet_.cells[question] = cell;
    evaluate_change(plan_, sheet_, question, outcomes_);
    TriedAnswer tried{stated(asked, cell), in_words(plan_.rubric, asked, cell),
                      measure_of(outcome_of(outcomes_, target_), scale_),
                      verdict_name(plan_, verdict_of(plan_, outcomes_, target_), target_)};
    sheet_.cells[question] = today;
    evaluate_change(plan_, sheet_, question, outcomes_);
    return tried;
  }

  TriedAnswer with_evidence(std::size_t question, std::size_t level) {
    Cell cell = sheet_.cells[question];
    cell.evidence = static_cast<std::uint32_t>(level);
    TriedAnswer tried = with(question, cell);
    tried.value = plan_.rubric.parts().evidence.levels[level].id;
    tried.words = plan_.rubric.parts().evidence.levels[level].title;
    return tried;
  }

 private:
  ScorerPlan plan_;
  ScoreTarget target_;
  AnswerSheet sheet_;
  std::optional<DisplayScale> scale_;
  Outcomes outcomes_;
};

double apart(const Measure& a, const Measure& b) {
  return a.score && b.score ? rounded(std::abs(*a.score - *b.score)) : 0;
}

/// The answers with the lowest and the highest score. Of equal ones, the first from the bottom is
/// the lowest and the last the highest, or the other way round where lower answers score more.
void note_extremes(const std::vector<TriedAnswer>& tried, AnswerSensitivity& answer) {
  const auto less = [](const TriedAnswer& a, const TriedAnswer& b) {
    return a.measure.score < b.measure.score;
  };
  answer.least = *std::ranges::min_element(tried, less);
  answer.greatest = *std::max_element(tried.rbegin(), tried.rend(), less);
  answer.swing = apart(answer.least.measure, answer.greatest.measure);
}

/// The nearest answers with another verdict, on both sides of today's. From an open question, all
/// answers lie above.
void note_switches(const std::vector<Cell>& cells, const std::vector<TriedAnswer>& tried, const Cell& today,
                   const std::string& verdict, AnswerSensitivity& answer) {
  const auto here = static_cast<std::size_t>(std::ranges::find(cells, today) - cells.begin());
  const bool is_open = here == cells.size();
  for (std::size_t i = is_open ? 0 : here; i < tried.size() && !answer.higher; ++i)
    if (tried[i].verdict != verdict) answer.higher = tried[i];
  for (std::size_t i = is_open ? 0 : here; i-- > 0 && !answer.lower;)
    if (tried[i].verdict != verdict) answer.lower = tried[i];
}

void note_evidence(AnswerTrial& trial, std::size_t question, AnswerSensitivity& answer) {
  const std::vector<std::size_t>& upward = trial.plan().evidence_upward;
  if (upward.empty() || !trial.plan().questions[question].scored || answer.state != QuestionState::answered)
    return;
  answer.worst_evidence = trial.with_evidence(question, upward.front());
  answer.best_evidence = trial.with_evidence(question, upward.back());
  answer.evidence_swing = apart(answer.worst_evidence->measure, answer.best_evidence->measure);
}

}  // namespace

std::vector<AnswerSensitivity> tornado(const Rubric& rubric, const Assessment& assessment,
                                       const AnswerSheet& sheet, ScoreTarget target) {
  std::vector<AnswerSensitivity> answers;
  AnswerTrial trial(rubric, sheet, target);
  const std::optional<std::size_t> ordinary =
      find_evidence(rubric.parts().evidence, rubric.parts().evidence.default_level);
  const std::string verdict = target == kOverall ? assessment.verdict : assessment.dimensions[target].band;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    if (!trial.is_worth_trying(q)) continue;
    const QuestionResult& result = assessment.questions[q];
    AnswerSensitivity answer;
    answer.question = result.id;
    answer.ask = result.ask;
    answer.type = result.type;
    answer.state = result.state;
    answer.value = result.value;
    answer.words = result.answer;
    answer.evidence = result.evidence;
    Cell today = trial.today(q);
    if (today.state == CellState::unanswered)
      today.evidence = static_cast<std::uint32_t>(ordinary.value_or(0));
    const std::vector<Cell> cells = answers_to_try(rubric.question(q), today);
    if (cells.size() < 2) continue;
    std::vector<TriedAnswer> tried;
    for (const Cell& cell : cells) tried.push_back(trial.with(q, cell));
    note_extremes(tried, answer);
    if (!verdict.empty() && verdict != kInsufficient)
      note_switches(cells, tried, trial.today(q), verdict, answer);
    note_evidence(trial, q, answer);
    answers.push_back(std::move(answer));
  }
  const auto before = [](const AnswerSensitivity& a, const AnswerSensitivity& b) {
    if (a.swing != b.swing) return a.swing > b.swing;
    return a.evidence_swing > b.evidence_swing;
  };
  std::ranges::stable_sort(answers, before);
  return answers;
}

}  // namespace ibtikar
