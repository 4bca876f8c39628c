// See answer_rows.h. Every text goes through safe_for(Target::csv, ...): titles are foreign, too.
#include "report/rows/answer_rows.h"

#include <array>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "codec/results/assessment_names.h"
#include "report/view/value_text.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

constexpr std::array<std::string_view, 11> kAnswerColumns = {"id",       "assessor", "criterion", "question",
                                                             "state",    "value",    "answer",    "evidence",
                                                             "credited", "note",     "links"};

void append_cell(std::string& out, std::string_view text) {
  out += safe_for(Target::csv, text);
  out += ',';
}

}  // namespace

AnswerRows::AnswerRows(const Rubric& rubric, const Scorer& scorer, std::string_view language)
    : rubric_(rubric),
      scorer_(scorer),
      language_(language.empty() ? rubric.fallback_language() : language),
      words_(language_) {}

std::string AnswerRows::header() {
  std::string line;
  for (const std::string_view name : kAnswerColumns) line.append(line.empty() ? "" : ",").append(name);
  return line + "\r\n";
}

void AnswerRows::append(std::string& out, std::string_view id, const Proposal& proposal,
                        const AnswerSheet& sheet) {
  answers_.assign(rubric_.question_count(), nullptr);
  for (const auto& [question, answer] : proposal.answers)
    if (const auto number = rubric_.find(question)) answers_[*number] = &answer;
  evaluate(scorer_.plan(), sheet, outcomes_);
  std::string head;  // the cells that all of its lines begin with
  append_cell(head, id);
  append_cell(head, proposal.assessor);
  for (std::size_t q = 0; q < rubric_.question_count(); ++q) {
    out += head;
    append_question(out, q, answers_[q], sheet.cells[q]);
  }
}

void AnswerRows::append_question(std::string& out, std::size_t number, const Answer* answer,
                                 const Cell& cell) const {
  const ScorerPlan& plan = scorer_.plan();
  const Question& question = rubric_.question(number);
  const QuestionState state = question_state(cell, outcomes_.visible[number]);
  append_cell(out, rubric_.criterion_of(number).id);
  append_cell(out, rubric_.full_id(number));
  append_cell(out, state_name(state));
  if (cell.state == CellState::answered) {
    const bool is_text = question.type == QuestionType::text && answer != nullptr;
    append_cell(out, value_text(is_text ? answer->value : stated(question, cell)));
    append_cell(out, in_words(number, cell));
    const auto& levels = plan.rubric.parts().evidence.levels;
    const bool is_scored = plan.questions[number].scored;  // other evidence counts for nothing
    append_cell(out, is_scored && !levels.empty() ? levels[cell.evidence].id : std::string());
    if (gives_utility(question) && state == QuestionState::answered)
      append_two_decimals(out, rounded(credited(plan, number, cell)));
    out += ',';
  } else {
    out += ",,,,";
  }
  // A note stays without an answer: it often says why there is none.
  append_cell(out, answer != nullptr ? answer->note : std::string());
  if (answer != nullptr) out += safe_for(Target::csv, joined(answer->links, " "));
  out += "\r\n";
}

std::string AnswerRows::in_words(std::size_t number, const Cell& cell) const {
  const Question& question = rubric_.question(number);
  if (question.type == QuestionType::yes_no)
    return std::string(words_(cell.number == 1 ? Word::yes : Word::no));
  const std::string text(
      ibtikar::in_words(rubric_, question, cell).in(language_, rubric_.fallback_language()));
  const bool is_none = text.empty() && question.type == QuestionType::choices;
  return is_none ? std::string(words_(Word::none_of_them)) : text;
}

}  // namespace ibtikar
