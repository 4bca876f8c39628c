// A form with a row for each question (`ibtikar form --layout sheet`) as a table of one proposal.
//
//   Question,Answer,Evidence,Note,Possible answers,Question id
//   Is it written down?,2 · Fully,documented,Minutes of 3 May,...,goal.written
//
// Its columns are known by their headings, in every language that the program speaks.
#pragma once

#include <string>
#include <string_view>

namespace ibtikar {

/// Whether a header row is that of such a form.
[[nodiscard]] bool is_sheet_form(std::string_view header, char delimiter);

/// The same content with a column for each answer: a header row and one row, cells separated by
/// commas. Each answer stays on the line on which it was, counted from the header, so that messages
/// name it. Requires: is_sheet_form(header).
[[nodiscard]] std::string table_of_sheet(std::string_view header, std::string_view rows, char delimiter);

}  // namespace ibtikar
