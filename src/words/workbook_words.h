// The names of the sheets and columns of a workbook, in the reader's language. The words of every
// report (report_words.h) come in addition.
#pragma once

#include <string_view>

namespace ibtikar {

template <class Text>
struct SheetTexts {
  // Sheets, at most 31 characters
  Text summary;
  Text scores;
  Text answers;
  Text steps;
  Text open;
  Text portfolio;
  // Columns
  Text id;
  Text title;
  Text organization;
  Text assessor;
  Text date;
  Text dimension;
  Text score;
  Text low;
  Text high;
  Text low_of;   ///< {0} a dimension
  Text high_of;  ///< {0} a dimension
  Text band;
  Text settled;
  Text section;
  Text criterion;
  Text question;
  Text question_id;
  Text state;
  Text answered;
  Text unanswered;
  Text hidden;
  Text not_applicable;
  Text answer;
  Text note;
  Text links;
  Text credited;
  Text points_of;  ///< {0} a dimension
  Text lost_of;    ///< {0} a dimension
  Text step;
  Text advice;
  Text leads_to;
  Text gain_of;  ///< {0} a dimension, or the overall score
  Text effort;
  Text remarks;
  Text caps;
  Text error;
  Text meaning;
  // Of the summary of a portfolio
  Text count;
  Text lowest_quarter;
  Text highest_quarter;
  // Charts
  Text scores_chart;
  Text criteria_chart;
  Text histogram_chart;
};

using SheetWords = SheetTexts<std::string_view>;

/// English where there is no catalogue of the language.
[[nodiscard]] const SheetWords& sheet_words(std::string_view language);

}  // namespace ibtikar
