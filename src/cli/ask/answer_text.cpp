// See answer_text.h.
#include "cli/ask/answer_text.h"

#include <utility>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "base/direction.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "model/operand.h"

namespace ibtikar::cli {
namespace {

/// Longest text answer or note shown back, in columns.
constexpr std::size_t kMaxShownText = 160;

/// The position of the value in the question's list, if it is there.
std::optional<std::size_t> place_in_list(const Question& question, const AnswerValue& value) {
  const double* number = std::get_if<double>(&value);
  for (std::size_t i = 0; number != nullptr && i < question.levels.size(); ++i)
    if (question.levels[i].value == *number) return i;
  const std::string* id = std::get_if<std::string>(&value);
  return id == nullptr ? std::nullopt : find_option(question, *id);
}

}  // namespace

std::string key_text(const Question& question, std::size_t item) {
  return std::to_string(question.type == QuestionType::scale ? level_key(question, item) : item + 1);
}

AnswerText::AnswerText(const Rubric& rubric, std::string_view language)
    : text_(rubric, language),
      words_(ask_words(text_.language())),
      right_to_left_(speaks_right_to_left(text_.language())) {}

std::string AnswerText::sentence(std::string_view pattern,
                                 std::initializer_list<std::string_view> foreign_texts) const {
  std::vector<std::string> safe;
  for (const std::string_view text : foreign_texts)
    safe.push_back(right_to_left_ || may_turn(text) ? isolated(text) : plain(text));
  safe.resize(4);  // as many as any pattern has places
  return filled(pattern, {safe[0], safe[1], safe[2], safe[3]});
}

std::string AnswerText::answer(const Question& question, const Answer& answer) const {
  if (answer.not_applicable) return std::string(words_.does_not_apply);
  struct Words {
    const AnswerText& reader;
    const Question& question;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool truth) const { return reader.yes_or_no(truth); }
    std::string operator()(double number) const { return reader.stated_number(question, number); }
    std::string operator()(const std::string& text) const { return reader.stated_text(question, text); }
    std::string operator()(const std::vector<std::string>& ids) const {
      return reader.stated_list(question, ids);
    }
  };
  return std::visit(Words{*this, question}, answer.value);
}

std::string AnswerText::yes_or_no(bool truth) const { return std::string(truth ? words_.yes : words_.no); }

std::string AnswerText::listed(const Question& question, const AnswerValue& value) const {
  const std::optional<std::size_t> place = place_in_list(question, value);
  if (!place) return {};
  return key_text(question, *place) + " " + text(*list_of(question)[*place]);
}

std::string AnswerText::stated_number(const Question& question, double number) const {
  if (question.type == QuestionType::scale) return listed(question, number);
  const std::string unit = text(question.unit);
  return shortest(number) + (unit.empty() ? "" : " ") + unit;
}

std::string AnswerText::stated_text(const Question& question, const std::string& text) const {
  if (question.type == QuestionType::text) return excerpt(text);
  if (text == "n/a") return std::string(words_.does_not_apply);
  if (question.type == QuestionType::yes_no) return yes_or_no(text == "yes");
  return listed(question, text);
}

std::string AnswerText::stated_list(const Question& question, const std::vector<std::string>& ids) const {
  std::vector<std::string> titles;
  for (const std::string& id : ids) titles.push_back(listed(question, id));
  return titles.empty() ? std::string(words_.none_of_them) : joined(titles, right_to_left_ ? "؛ " : "; ");
}

std::string AnswerText::excerpt(std::string_view text) { return shorten(plain(text), kMaxShownText); }

std::vector<std::string> AnswerText::remarks(const Answer& answer) const {
  std::vector<std::string> parts;
  if (!answer.evidence.empty()) parts.push_back(sentence(words_.evidence_is, {evidence(answer.evidence)}));
  if (!answer.note.empty()) parts.push_back(sentence(words_.note_is, {excerpt(answer.note)}));
  return parts;
}

std::string AnswerText::evidence(const std::string& id) const {
  for (const EvidenceLevel& level : text_.rubric().parts().evidence.levels)
    if (level.id == id) return text_.title(level.title, id);
  return plain(id);
}

std::string AnswerText::evidence_list() const {
  std::vector<std::string> choices;
  for (const EvidenceLevel& level : text_.rubric().parts().evidence.levels)
    choices.push_back(std::to_string(choices.size() + 1) + " " + evidence(level.id));
  return joined(choices, right_to_left_ ? "، " : ", ");
}

std::vector<const LocalizedText*> list_of(const Question& question) {
  std::vector<const LocalizedText*> titles;
  for (const Level& level : question.levels) titles.push_back(&level.title);
  for (const Option& option : question.options) titles.push_back(&option.title);
  return titles;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

}  // namespace ibtikar::cli
