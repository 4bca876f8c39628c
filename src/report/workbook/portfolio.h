// A batch as a workbook: a row for each proposal, on several sheets if there are more than one can
// hold, and a sheet about the whole: verdicts, statistics, a histogram.
//
//   PortfolioWorkbook book(rubric, {.workbook = ..., .language = "ar"});
//   for (...) book.add(row);
//   Result<void> written = book.finish(summary);
//
// Memory does not grow with the number of rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"
#include "report/rows/row_text.h"
#include "report/workbook/sheet_table.h"
#include "words/report_words.h"
#include "words/rubric_text.h"
#include "words/workbook_words.h"

namespace ibtikar {

class PortfolioWorkbook {
 public:
  struct Options {
    Workbook::Options workbook;
    std::string language;                             ///< of headings and verdicts
    std::vector<std::string> columns;                 ///< as those of RowText
    std::uint32_t rows_on_sheet = kMaxSheetRows - 1;  ///< headings come on top
  };
  /// `rubric` must outlive this.
  PortfolioWorkbook(const Rubric& rubric, const Options& options);

  void add(const RankedRow& row);
  /// Adds the summary and ends the rows; what is left is Workbook::close().
  void finish(const Summary& summary);
  [[nodiscard]] Workbook& workbook() { return book_; }

 private:
  [[nodiscard]] TableColumn heading(const RowColumn& column) const;
  [[nodiscard]] bool is_better_lower(const RowColumn& column) const;
  void begin_sheet();
  void end_sheet();
  void add_cell(const RowColumn& column, const RankedRow& row);

  const Rubric& rubric_;
  RubricText text_;
  Words words_;
  const SheetWords& names_;
  std::vector<RowColumn> columns_;
  std::uint32_t rows_on_sheet_;
  std::vector<double> bands_;
  std::vector<std::string> band_titles_;
  Workbook book_;
  std::vector<SheetTable> tables_;  ///< the last is being filled
  std::vector<Sheet*> sheets_;      ///< of the tables
  Sheet* summary_ = nullptr;
};

/// Fills a sheet with what a portfolio came to, from the top down.
void fill_portfolio_sheet(Sheet& sheet, const RubricText& text, const Summary& summary);

}  // namespace ibtikar
