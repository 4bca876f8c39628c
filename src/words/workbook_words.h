// The names of the sheets and columns of a workbook, in the reader's language. The words of every
// report (report_words.h) come in addition.
#pragma once

#include <string_view>

#include "ibtikar/message.h"
#include "words/in_languages.h"

namespace ibtikar {

template <class Text>
struct SheetTexts {
  // Sheets, at most 31 characters
  Text summary = phrase("Summary");
  Text scores = phrase("Scores");
  Text answers = phrase("Answers");
  Text steps = phrase("Next steps");
  Text open = phrase("Still open");
  Text portfolio = phrase("Portfolio");
  // Columns
  Text id = phrase("Id");
  Text title = phrase("Title");
  Text organization = phrase("Organization");
  Text assessor = phrase("Assessed by");
  Text date = phrase("Date");
  Text dimension = phrase("Dimension");
  Text score = phrase("Score");
  Text low = phrase("Low end");
  Text high = phrase("High end");
  Text low_of = phrase("{0}: low end");
  Text high_of = phrase("{0}: high end");
  Text band = phrase("Band");
  Text settled = phrase("Band settled");
  Text section = phrase("Section");
  Text criterion = phrase("Criterion");
  Text question = phrase("Question");
  Text question_id = phrase("Question id");
  Text state = phrase("State");
  Text answered = phrase("answered");
  Text unanswered = phrase("open");
  Text hidden = phrase("not asked");
  Text not_applicable = phrase("does not apply");
  Text answer = phrase("Answer");
  Text note = phrase("Note");
  Text links = phrase("Links");
  Text credited = phrase("Credited");
  Text points_of = phrase("{0}: points");
  Text lost_of = phrase("{0}: points lost");
  Text step = phrase("Step");
  Text advice = phrase("Suggested step");
  Text leads_to = phrase("If it becomes");
  Text gain_of = phrase("{0}: gain");
  Text effort = phrase("Effort");
  Text remarks = phrase("Remarks");
  Text caps = phrase("Caps applied");
  Text error = phrase("Error");
  Text meaning = phrase("What it means");
  // Of the summary of a portfolio
  Text count = phrase_in("column", "Proposals");
  Text lowest_quarter = phrase("lowest quarter below");
  Text highest_quarter = phrase("highest quarter from");
  // Charts
  Text scores_chart = phrase("Scores and their intervals");
  Text criteria_chart = phrase("Scores of the criteria");
  Text histogram_chart = phrase("Overall scores: proposals in each range");
};

using SheetWords = SheetTexts<std::string_view>;

/// English where there is no catalogue of the language.
[[nodiscard]] inline const SheetWords& sheet_words(std::string_view language) {
  static const InLanguages<SheetTexts> kAll;
  return kAll.of(language);
}

}  // namespace ibtikar
