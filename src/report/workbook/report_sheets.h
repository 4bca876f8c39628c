// The sheets of a report's workbook, one function each, and what they share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/view/formatter.h"
#include "report/workbook/sheet_table.h"
#include "words/workbook_words.h"

namespace ibtikar {

/// What all sheets need to know. The assessments must outlive it.
struct ReportSheets {
  ReportSheets(const std::vector<Assessment>& assessments, const std::string& language);

  /// For several proposals: the first column of every table names the proposal of the row.
  [[nodiscard]] bool are_several() const { return all.size() > 1; }
  [[nodiscard]] std::vector<TableColumn> columns(std::vector<TableColumn> columns) const;
  void begin_row(SheetTable& table, const Assessment& assessment) const;

  const std::vector<Assessment>& all;
  std::string language;
  Words words;
  const SheetWords& names;
  std::vector<std::pair<std::string, std::string>> dimensions;  ///< of all of them: id and title
};

/// "{0}: points" with its place filled.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view title);

/// Where the bands of one rubric begin. Empty if there are several rubrics.
[[nodiscard]] std::vector<double> common_bands(const std::vector<Assessment>& assessments);

void add_summary_sheet(Workbook& book, const ReportSheets& sheets);
void add_criteria_sheet(Workbook& book, const ReportSheets& sheets);
void add_answers_sheet(Workbook& book, const ReportSheets& sheets);
void add_steps_sheet(Workbook& book, const ReportSheets& sheets);
void add_open_sheet(Workbook& book, const ReportSheets& sheets);
void add_origin_sheet(Workbook& book, const ReportSheets& sheets);

}  // namespace ibtikar
