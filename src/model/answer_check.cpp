// See answer_check.h.
#include "model/answer_check.h"

#include <algorithm>
#include <cmath>

#include "base/blanks.h"
#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "model/operand.h"

namespace ibtikar {
namespace {

tl::unexpected<Diagnostic> bad_value(CodeName code, Message message) {
  return fail(error_at("/value", std::move(code), std::move(message)));
}

/// What was given, in words, for "expected X, found Y".
Message found(const AnswerValue& value) {
  struct Words {
    Message operator()(std::monostate) const { return message("nothing"); }
    Message operator()(bool truth) const { return Message::verbatim(truth ? "true" : "false"); }
    Message operator()(double number) const { return message("the number {0}", shortest(number)); }
    Message operator()(const std::string& text) const { return message("the text {0}", quoted(text)); }
    Message operator()(const std::vector<std::string>&) const { return message("a list"); }
  };
  return std::visit(Words{}, value);
}

/// `misfit`, with a hint where a text holds what would have been right without quotation marks.
Message with_digits_hint(Message misfit, const AnswerValue& value) {
  const std::string* text = std::get_if<std::string>(&value);
  const auto number = text == nullptr ? std::nullopt : parse_decimal(western_digits(*text));
  if (!number) return misfit;
  return message("{0}; write {1} without quotation marks", std::move(misfit), shortest(*number));
}

Message allowed_levels(const Question& question) {
  std::vector<std::string> values;
  for (const Level& level : question.levels) values.push_back(shortest(level.value));
  return alternatives(values);
}

std::vector<std::string> option_ids(const Question& question) {
  std::vector<std::string> ids;
  for (const Option& option : question.options) ids.push_back(option.id);
  return ids;
}

Result<Cell> check_scale(const Question& question, const Answer& answer) {
  const double* number = std::get_if<double>(&answer.value);
  if (number == nullptr)
    return bad_value(Code::wrong_type,
                     with_digits_hint(message("expected a level's value ({0}), found {1}",
                                              allowed_levels(question), found(answer.value)),
                                      answer.value));
  const auto level = std::find_if(question.levels.begin(), question.levels.end(),
                                  [&](const Level& l) { return l.value == *number; });
  if (level == question.levels.end())
    return bad_value("out-of-range", message("{0} is not a level; expected {1}", shortest(*number),
                                             allowed_levels(question)));
  Cell cell;
  cell.index = static_cast<std::uint32_t>(level - question.levels.begin());
  cell.number = *number;
  return cell;
}

Result<Cell> check_yes_no(const Answer& answer) {
  std::optional<bool> truth;
  if (const bool* given = std::get_if<bool>(&answer.value)) truth = *given;
  if (const std::string* text = std::get_if<std::string>(&answer.value)) truth = yes_or_no(*text);
  if (!truth)
    return bad_value(Code::wrong_type,
                     message("expected true, false, \"yes\" or \"no\", found {0}", found(answer.value)));
  Cell cell;
  cell.number = *truth ? 1 : 0;
  return cell;
}

Result<Cell> check_choice(const Question& question, const Answer& answer) {
  const std::string* id = std::get_if<std::string>(&answer.value);
  const std::vector<std::string> ids = option_ids(question);
  if (id == nullptr)
    return bad_value(Code::wrong_type,
                     message("expected an option ({0}), found {1}", alternatives(ids), found(answer.value)));
  const auto option = find_option(question, *id);
  if (!option)
    return bad_value("unknown-option", message("{0} is not an option; expected {1}{2}", quoted(*id),
                                               alternatives(ids), suggestion(*id, ids)));
  Cell cell;
  cell.index = static_cast<std::uint32_t>(*option);
  cell.number = static_cast<double>(*option);
  return cell;
}

Result<Cell> check_choices(const Question& question, const Answer& answer) {
  const auto* chosen = std::get_if<std::vector<std::string>>(&answer.value);
  const std::vector<std::string> ids = option_ids(question);
  if (chosen == nullptr)
    return bad_value(Code::wrong_type, message("expected a list of options ({0}), found {1}",
                                               alternatives(ids), found(answer.value)));
  Cell cell;
  cell.chosen.assign(question.options.size(), false);
  for (const std::string& id : *chosen) {
    const auto option = find_option(question, id);
    if (!option)
      return bad_value("unknown-option", message("{0} is not an option; expected {1}{2}", quoted(id),
                                                 alternatives(ids), suggestion(id, ids)));
    if (cell.chosen[*option])
      return bad_value("repeated-option", message("option {0} is given twice", quoted(id)));
    cell.chosen[*option] = true;
  }
  return cell;
}

Message out_of_range(const Question& question, const std::string& number) {
  if (question.min && question.max)
    return message("{0} is out of range; expected a number from {1} to {2}", number, shortest(*question.min),
                   shortest(*question.max));
  if (question.min)
    return message("{0} is out of range; expected a number of at least {1}", number, shortest(*question.min));
  return message("{0} is out of range; expected a number of at most {1}", number,
                 shortest(question.max.value_or(0)));
}

Result<Cell> check_number(const Question& question, const Answer& answer) {
  const double* number = std::get_if<double>(&answer.value);
  if (number == nullptr)
    return bad_value(
        Code::wrong_type,
        with_digits_hint(message("expected a number, found {0}", found(answer.value)), answer.value));
  if ((question.min && *number < *question.min) || (question.max && *number > *question.max))
    return bad_value("out-of-range", out_of_range(question, shortest(*number)));
  if (question.whole && *number != std::floor(*number))
    return bad_value("out-of-range",
                     message("{0} is not a whole number; expected what is counted", shortest(*number)));
  Cell cell;
  cell.number = *number;
  return cell;
}

Result<Cell> check_value(const Question& question, const Answer& answer) {
  switch (question.type) {
    case QuestionType::scale:
      return check_scale(question, answer);
    case QuestionType::yes_no:
      return check_yes_no(answer);
    case QuestionType::choice:
      return check_choice(question, answer);
    case QuestionType::choices:
      return check_choices(question, answer);
    case QuestionType::number:
      return check_number(question, answer);
    case QuestionType::text:
      if (std::holds_alternative<std::string>(answer.value)) return Cell{};
      return bad_value(Code::wrong_type, message("expected a text, found {0}", found(answer.value)));
  }
  return Cell{};
}

Result<Cell> check_not_applicable(const Question& question, const Answer& answer) {
  if (answer.not_applicable && !std::holds_alternative<std::monostate>(answer.value))
    return fail(error_at(
        "/not_applicable", "value-and-not-applicable",
        message("an answer that does not apply cannot have a value as well; expected one of the two")));
  if (!question.not_applicable)
    return fail(
        error_at(answer.not_applicable ? "/not_applicable" : "/value", Code::not_applicable_forbidden,
                 message("this question always applies; expected an answer, or null to leave it open")));
  Cell cell;
  cell.state = CellState::not_applicable;
  return cell;
}

}  // namespace

Result<Cell> check_answer(const Question& question, const Evidence& evidence, const Answer& answer) {
  std::optional<std::size_t> level = 0;
  if (!evidence.levels.empty()) {
    level = find_evidence(evidence, answer.evidence);
    if (!level) {
      std::vector<std::string> ids;
      for (const EvidenceLevel& known : evidence.levels) ids.push_back(known.id);
      return fail(error_at("/evidence", "unknown-evidence",
                           message("{0} is not an evidence level; expected {1}{2}", quoted(answer.evidence),
                                   alternatives(ids), suggestion(answer.evidence, ids))));
    }
  }
  if (answer.not_applicable || (question.type != QuestionType::text && says_not_applicable(answer)))
    return check_not_applicable(question, answer);
  if (std::holds_alternative<std::monostate>(answer.value)) return Cell{};
  Result<Cell> cell = check_value(question, answer);
  if (!cell) return cell;
  cell->state = CellState::answered;
  cell->evidence = static_cast<std::uint32_t>(*level);
  cell->utility = utility_of(question, *cell);
  cell->has_note = says_something(answer.note);
  cell->has_link = std::ranges::any_of(answer.links, says_something);
  return cell;
}

bool says_something(std::string_view text) { return !without_outer_blanks(text).empty(); }

double utility_of(const Question& question, const Cell& cell) {
  switch (question.type) {
    case QuestionType::scale:
      return utility_of_level(question.levels, cell.index);
    case QuestionType::yes_no:
      return (cell.number == 1) == question.good ? 1 : 0;
    case QuestionType::choice:
      return question.options[cell.index].score.value_or(0);
    case QuestionType::choices: {
      double sum = 0;
      for (std::size_t i = 0; i < question.options.size(); ++i)
        if (cell.chosen[i]) sum += question.options[i].score.value_or(0);
      return std::clamp(sum, 0.0, 1.0);
    }
    case QuestionType::number:
      return question.points.empty() ? 0 : utility_of_number(question.points, cell.number);
    case QuestionType::text:
      return 0;
  }
  return 0;
}

double utility_of_number(const std::vector<Point>& points, double x) {
  if (x <= points.front().x) return points.front().utility;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (x > points[i].x) continue;
    const Point& a = points[i - 1];
    const Point& b = points[i];
    if (x == b.x) return b.utility;  // exactly, not to the last bit of an interpolation
    return a.utility + (b.utility - a.utility) * ((x - a.x) / (b.x - a.x));
  }
  return points.back().utility;
}

double utility_of_level(const std::vector<Level>& levels, std::size_t level) {
  if (levels[level].score) return *levels[level].score;
  const auto [least, greatest] = std::minmax_element(
      levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.value < b.value; });
  return (levels[level].value - least->value) / (greatest->value - least->value);
}

std::optional<std::size_t> find_evidence(const Evidence& evidence, const std::string& id) {
  const std::string& wanted = id.empty() ? evidence.default_level : id;
  for (std::size_t i = 0; i < evidence.levels.size(); ++i)
    if (evidence.levels[i].id == wanted) return i;
  return std::nullopt;
}

bool says_not_applicable(const Answer& answer) {
  const std::string* text = std::get_if<std::string>(&answer.value);
  return text != nullptr && *text == "n/a";
}

}  // namespace ibtikar
