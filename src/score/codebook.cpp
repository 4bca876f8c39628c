// See codebook.h.
#include "score/codebook.h"

#include <algorithm>

#include "model/answer_check.h"

namespace ibtikar {
namespace {

constexpr std::size_t kMostCodes = 256;
constexpr std::size_t kMostSetBits = 64;

/// Answers that have codes of their own.
std::size_t answers_of(const Question& question) {
  switch (question.type) {
    case QuestionType::scale:
      return question.levels.size();
    case QuestionType::yes_no:
      return 2;
    case QuestionType::choice:
      return question.options.size();
    default:
      return 1;
  }
}

}  // namespace

Codebook::Codebook(const Rubric& rubric)
    : rubric_(&rubric), evidence_levels_(std::max<std::size_t>(1, rubric.parts().evidence.levels.size())) {
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    questions_.push_back(&rubric.question(q));
    counts_.push_back(kAnswerCodes + answers_of(rubric.question(q)) * evidence_levels_);
  }
}

std::optional<Codebook> Codebook::of(const Rubric& rubric) {
  Codebook book(rubric);
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    const Question& question = rubric.question(q);
    if (book.counts_[q] > kMostCodes || question.options.size() > kMostSetBits) return std::nullopt;
    if (question.needs && (question.needs->note || question.needs->link)) return std::nullopt;
  }
  return book;
}

CodedAnswers Codebook::no_answers() const {
  return {std::vector<AnswerCode>(counts_.size(), kAbsentCode), std::vector<double>(counts_.size(), 0),
          std::vector<std::uint64_t>(counts_.size(), 0)};
}

bool Codebook::is_beside(std::size_t question) const {
  const QuestionType type = rubric_->question(question).type;
  return type == QuestionType::number || type == QuestionType::choices;
}

Cell Codebook::cell(std::size_t question, AnswerCode code, double number, std::uint64_t set) const {
  Cell cell;
  if (code == kNotApplicableCode) cell.state = CellState::not_applicable;
  if (code < kAnswerCodes) return cell;
  const Question& asked = *questions_[question];
  const std::size_t answer = (code - kAnswerCodes) / evidence_levels_;
  cell.state = CellState::answered;
  cell.evidence = static_cast<std::uint32_t>((code - kAnswerCodes) % evidence_levels_);
  switch (asked.type) {
    case QuestionType::scale:
      cell.index = static_cast<std::uint32_t>(answer);
      cell.number = asked.levels[answer].value;
      break;
    case QuestionType::choice:
      cell.index = static_cast<std::uint32_t>(answer);
      cell.number = static_cast<double>(answer);
      break;
    case QuestionType::yes_no:
      cell.number = static_cast<double>(answer);
      break;
    case QuestionType::number:
      cell.number = number;
      break;
    case QuestionType::choices:
      for (std::size_t i = 0; i < asked.options.size(); ++i) cell.chosen.push_back((set >> i & 1U) != 0);
      break;
    case QuestionType::text:
      break;
  }
  cell.utility = utility_of(asked, cell);
  return cell;
}

}  // namespace ibtikar
