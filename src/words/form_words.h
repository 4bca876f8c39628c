// What forms say besides the rubric's own texts. The headings of a sheet are known to the reader of
// tables, too (codec/table/sheet_form.h): it finds the columns by them, in every language.
#pragma once

#include <string_view>

#include "ibtikar/message.h"
#include "words/in_languages.h"

namespace ibtikar {

template <class Text>
struct FormTexts {
  // Columns of a sheet
  Text question = phrase("Question");
  Text answer = phrase("Answer");
  Text evidence = phrase("Evidence");
  Text note = phrase("Note");
  Text possible = phrase("Possible answers");
  Text question_id = phrase("Question id");
  // Sheets of a workbook
  Text form_sheet = phrase_in("sheet of a workbook", "Form");
  Text lists_sheet = phrase_in("sheet of a workbook", "Lists");
  // What is asked about a proposal
  Text id = phrase("Id of the proposal");
  Text title = phrase("Title of the proposal");
  Text organization = phrase("Organization");
  Text assessor = phrase("Who answers");
  Text date = phrase("Date");
  Text rubric = phrase("Rubric");
  // Over the questions
  Text form_title = phrase("Form for a proposal");
  Text letter_title = phrase("Questions about your proposal");
  Text how_to_fill = phrase(
      "Tick what is so today, not what is hoped for. Leave out what you do not know: an open "
      "question does not count as a no. Say by what each answer is shown.");
  Text letter_opening = phrase(
      "Some answers about this proposal are missing, and some are not shown by anything yet. They "
      "stand here by how much they can settle, the most first. You need not answer all of them.");
  Text nothing_to_ask = phrase("Nothing is open, and every answer is shown by more than a claim.");
  Text letter_closing =
      phrase("Please send your answers back with the documents that show them. A short answer is enough.");
  Text open_part = phrase("Questions without an answer");
  Text weak_part = phrase("Answers that need to be shown");
  // With a question
  Text tick_one = phrase("Tick one");
  Text tick_several = phrase("Tick all that apply");
  Text number = phrase("A number");
  Text number_in = phrase("A number: {0}");
  Text number_from_to = phrase("from {0} to {1}");
  Text number_from = phrase("from {0}");
  Text number_up_to = phrase("up to {0}");
  Text in_words = phrase("In words");
  Text does_not_apply = phrase("Does not apply");
  Text none_of_them = phrase("None of them");
  Text yes = phrase("Yes");
  Text no = phrase("No");
  Text only_if = phrase("Only if: {0}");
  Text in_doubt = phrase("In doubt");
  Text hint = phrase("What would show it: {0}");
  Text shown_by = phrase("Shown by");
  Text room = phrase("Note, document, link");
  Text so_far = phrase("Your answer so far: {0}");
  Text shown_so_far = phrase("Shown so far by: {0}");
  Text full_credit = phrase("It counts in full only with: {0}");
  Text a_note = phrase("a note");
  Text a_link = phrase("a link to a document");
  Text better_evidence = phrase("evidence: {0}");
  Text worth = phrase("An answer can settle up to {0} points of the score.");
  Text may_not_apply = phrase("It may turn out not to apply.");
  // At the end
  Text evidence_levels = phrase("How an answer can be shown");
};

using FormWords = FormTexts<std::string_view>;

/// English where there is no catalogue of the language.
[[nodiscard]] inline const FormWords& form_words(std::string_view language) {
  static const InLanguages<FormTexts> kAll;
  return kAll.of(language);
}

}  // namespace ibtikar
