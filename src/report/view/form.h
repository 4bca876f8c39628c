// FormView: a form to print or to send, in the reader's language, before a format lays it out; and
// what can be chosen where, which every format of forms needs.
//
// Texts are safe for the target.
#pragma once

#include <string>
#include <vector>

#include "base/safe_targets.h"
#include "ibtikar/form.h"
#include "report/view/sentences.h"
#include "words/form_words.h"
#include "words/rubric_text.h"

namespace ibtikar {

/// Something to choose: a level, an option, yes, "does not apply".
struct FormChoice {
  std::string code;  ///< as a table of proposals has it
  std::string title;
};

/// A text of the rubric, or a word of ours, in each of several languages. With an `id`, that stands
/// for a text that is missing.
[[nodiscard]] std::vector<std::string> in_each(const std::vector<RubricText>& languages,
                                               const LocalizedText& text, std::string_view id);
[[nodiscard]] std::vector<std::string> in_each(const std::vector<RubricText>& languages,
                                               std::string_view FormWords::*word);

/// What a question can be answered by; none for numbers and texts, but for "does not apply".
[[nodiscard]] std::vector<FormChoice> form_choices(const Question& question, const RubricText& text);
[[nodiscard]] std::vector<FormChoice> evidence_choices(const RubricText& text);
/// "4 · They decide": what a cell says, and its reader understands. The code alone says it if the
/// title says the same.
[[nodiscard]] std::string choice_text(const FormChoice& choice);
/// What a cell says for this answer; empty for none.
[[nodiscard]] std::string answer_cell(const Question& question, const Answer& answer, const RubricText& text);
/// "A number: from 0 to 100 %"; of a text "In words".
[[nodiscard]] std::string entry_text(const Question& question, const RubricText& text);

struct FormQuestionView {
  std::string number;
  std::string id;
  std::string ask;
  std::string help;
  std::vector<FormChoice> choices;
  std::string how;                ///< "Tick one"
  bool has_room = false;          ///< a number or a text is to be written
  std::vector<Sentence> remarks;  ///< when it is asked, what would show it, what it is worth
  std::vector<FormChoice> evidence;
};

struct FormGroupView {
  std::string section;  ///< of the first group in it alone
  std::string title;
  std::string why;
  std::vector<FormQuestionView> questions;
};

struct FormView {
  Words words;
  const FormWords* labels;
  std::string language;
  std::string title;
  std::string rubric;
  std::vector<Fact> fields;  ///< about the proposal; without a text: room for it
  std::vector<Sentence> texts;
  std::vector<FormGroupView> groups;
  std::vector<FormChoice> evidence;  ///< title, and what it means
  std::string closing;
};

/// `target`: markdown or html.
[[nodiscard]] FormView form_view(const Form& form, const std::string& language, Target target);

}  // namespace ibtikar
