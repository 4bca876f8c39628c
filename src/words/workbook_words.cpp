// See workbook_words.h.
#include "words/workbook_words.h"

#include "words/in_languages.h"

namespace ibtikar {
namespace {

constexpr SheetTexts<RequiredPhrase> kEnglishSheets{
    .summary = phrase("Summary"),
    .scores = phrase("Scores"),
    .answers = phrase("Answers"),
    .steps = phrase("Next steps"),
    .open = phrase("Still open"),
    .portfolio = phrase("Portfolio"),
    .id = phrase("Id"),
    .title = phrase("Title"),
    .organization = phrase("Organization"),
    .assessor = phrase("Assessed by"),
    .date = phrase("Date"),
    .dimension = phrase("Dimension"),
    .score = phrase("Score"),
    .low = phrase("Low end"),
    .high = phrase("High end"),
    .low_of = phrase("{0}: low end"),
    .high_of = phrase("{0}: high end"),
    .band = phrase("Band"),
    .settled = phrase("Band settled"),
    .section = phrase("Section"),
    .criterion = phrase("Criterion"),
    .question = phrase("Question"),
    .question_id = phrase("Question id"),
    .state = phrase("State"),
    .answered = phrase("answered"),
    .unanswered = phrase("open"),
    .hidden = phrase("not asked"),
    .not_applicable = phrase("does not apply"),
    .answer = phrase("Answer"),
    .note = phrase("Note"),
    .links = phrase("Links"),
    .credited = phrase("Credited"),
    .points_of = phrase("{0}: points"),
    .lost_of = phrase("{0}: points lost"),
    .step = phrase("Step"),
    .advice = phrase("Suggested step"),
    .leads_to = phrase("If it becomes"),
    .gain_of = phrase("{0}: gain"),
    .effort = phrase("Effort"),
    .remarks = phrase("Remarks"),
    .caps = phrase("Caps applied"),
    .error = phrase("Error"),
    .meaning = phrase("What it means"),
    .count = phrase_in("column", "Proposals"),
    .lowest_quarter = phrase("lowest quarter below"),
    .highest_quarter = phrase("highest quarter from"),
    .scores_chart = phrase("Scores and their intervals"),
    .criteria_chart = phrase("Scores of the criteria"),
    .histogram_chart = phrase("Overall scores: proposals in each range"),
};

}  // namespace

const SheetWords& sheet_words(std::string_view language) {
  static const InLanguages<SheetTexts> kAll(kEnglishSheets);
  return kAll.of(language);
}

}  // namespace ibtikar
