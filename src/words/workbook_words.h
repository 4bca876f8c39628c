// What the sheets of a workbook are called, and their columns, in English and in Arabic. Beside them stand
// the words of every report (words.h).
#pragma once

#include <string_view>

namespace ibtikar {

struct SheetWords {
  // Sheets, at most 31 characters
  std::string_view summary;
  std::string_view scores;
  std::string_view answers;
  std::string_view steps;
  std::string_view open;
  std::string_view portfolio;
  // Columns
  std::string_view id;
  std::string_view title;
  std::string_view organization;
  std::string_view assessor;
  std::string_view date;
  std::string_view dimension;
  std::string_view score;
  std::string_view low;
  std::string_view high;
  std::string_view low_of;   ///< {0} a dimension
  std::string_view high_of;  ///< {0} a dimension
  std::string_view band;
  std::string_view settled;
  std::string_view section;
  std::string_view criterion;
  std::string_view question;
  std::string_view question_id;
  std::string_view state;
  std::string_view answered;
  std::string_view unanswered;
  std::string_view hidden;
  std::string_view not_applicable;
  std::string_view answer;
  std::string_view note;
  std::string_view links;
  std::string_view credited;
  std::string_view points_of;  ///< {0} a dimension
  std::string_view lost_of;    ///< {0} a dimension
  std::string_view step;
  std::string_view advice;
  std::string_view leads_to;
  std::string_view gain_of;  ///< {0} a dimension, or the overall score
  std::string_view effort;
  std::string_view remarks;
  std::string_view caps;
  std::string_view error;
  std::string_view meaning;
  // Of the summary of a portfolio
  std::string_view count;
  std::string_view lowest_quarter;
  std::string_view highest_quarter;
  // Charts
  std::string_view scores_chart;
  std::string_view criteria_chart;
  std::string_view histogram_chart;
};

/// Arabic for "ar" and its regions, English for every other language.
[[nodiscard]] const SheetWords& sheet_words(std::string_view language);

}  // namespace ibtikar
