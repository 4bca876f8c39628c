// See listed_text.h.
#include "codec/table/listed_text.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "codec/table/value.h"

namespace ibtikar {
namespace {

/// Between code and title. The writer of forms uses the same (report/view/form.h).
constexpr std::string_view kMark = " · ";

/// The two parts of a text of a list, folded.
struct Listed {
  std::string code;
  std::string title;
};

std::optional<Listed> listed(std::string_view cell) {
  const std::size_t mark = cell.find(kMark);
  if (mark == std::string_view::npos) return std::nullopt;
  return Listed{folded(without_outer_blanks(cell.substr(0, mark))),
                folded(without_outer_blanks(cell.substr(mark + kMark.size())))};
}

bool has_title(const LocalizedText& text, const std::string& title) {
  return std::ranges::any_of(text.translations, [&](const Translation& one) {
    // Forms show texts without control characters, and so does plain(). Only then they are the
    // same.
    return folded(without_outer_blanks(plain(one.text))) == title;
  });
}

/// What has this code and this title.
template <class List, class CodeOf>
auto find_listed(const List& list, const Listed& text, const CodeOf& code_of) {
  return std::ranges::find_if(
      list, [&](const auto& one) { return code_of(one) == text.code && has_title(one.title, text.title); });
}

}  // namespace

std::optional<AnswerValue> listed_answer(const Question& question, std::string_view cell) {
  const std::optional<Listed> text = listed(cell);
  if (!text) return std::nullopt;
  if (text->code == "n/a" && question.not_applicable) return AnswerValue("n/a");
  if (question.type == QuestionType::yes_no) {
    const auto truth = truth_of_cell(text->code);
    // Both parts must say the same: "yes · No" was edited by hand.
    if (truth && truth == truth_of_cell(text->title)) return AnswerValue(*truth);
  }
  const auto level =
      find_listed(question.levels, *text, [](const Level& one) { return shortest(one.value); });
  if (level != question.levels.end()) return AnswerValue(level->value);
  if (question.type != QuestionType::choice) return std::nullopt;
  const auto option = find_listed(question.options, *text, [](const Option& one) { return one.id; });
  return option == question.options.end() ? std::nullopt : std::optional(AnswerValue(option->id));
}

std::string evidence_of_cell(const Evidence& evidence, std::string_view cell) {
  if (const std::optional<Listed> text = listed(cell)) {
    const auto level = find_listed(evidence.levels, *text, [](const EvidenceLevel& one) { return one.id; });
    if (level != evidence.levels.end()) return level->id;
  }
  return std::string(cell);
}

}  // namespace ibtikar
