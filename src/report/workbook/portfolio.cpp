// See portfolio.h. Here: the rows.
#include "report/workbook/portfolio.h"

#include "report/workbook/report_sheets.h"
#include "words/portfolio_words.h"

namespace ibtikar {
namespace {

using What = RowColumn::What;

Workbook::Options streaming(Workbook::Options options) {
  options.streaming = true;
  return options;
}

bool is_number(What what) { return what == What::score || what == What::low || what == What::high; }

}  // namespace

PortfolioWorkbook::PortfolioWorkbook(const Rubric& rubric, const Options& options)
    : rubric_(rubric),
      text_(rubric, options.language),
      words_(text_.language()),
      names_(sheet_words(text_.language())),
      columns_(row_columns(rubric, options.columns)),
      rows_on_sheet_(options.rows_on_sheet),
      book_(streaming(options.workbook)) {
  for (std::size_t b = 0; b < rubric.parts().bands.size(); ++b) {
    bands_.push_back(rubric.parts().bands[b].from);
    band_titles_.push_back(text_.verdict(b));
  }
  begin_sheet();
  summary_ = &book_.add(std::string(names_.portfolio));
}

TableColumn PortfolioWorkbook::heading(const RowColumn& column) const {
  const std::string of =
      column.dimension == 0 ? std::string(words_(Word::overall)) : text_.dimension(column.dimension - 1);
  switch (column.what) {
    case What::id:
      return {std::string(names_.id), 18, Look::plain};
    case What::title:
      return {std::string(names_.title), 44, Look::plain};
    case What::verdict:
      return {std::string(words_(Word::verdict)), 24, Look::plain};
    case What::settled:
      return {std::string(names_.settled), 10, Look::plain};
    case What::score:
      return {of, 13, Look::score};
    case What::low:
      return {filled(names_.low_of, of), 13, Look::score};
    case What::high:
      return {filled(names_.high_of, of), 13, Look::score};
    case What::shown:
      return {of + ": " + std::string(words_(Word::on_its_scale)), 18, Look::number};
    case What::completeness:
      return {std::string(words_(Word::completeness)), 13, Look::percent};
    case What::gates:
      return {std::string(names_.caps), 28, Look::plain};
    case What::error:
      break;
  }
  return {std::string(names_.error), 60, Look::plain};
}

bool PortfolioWorkbook::is_better_lower(const RowColumn& column) const {
  const Better better = column.dimension == 0 ? rubric_.parts().overall_better
                                              : rubric_.dimensions()[column.dimension - 1].better;
  return better == Better::lower;
}

void PortfolioWorkbook::begin_sheet() {
  const std::size_t number = tables_.size() + 1;
  const std::string name(names_.scores);
  Sheet& sheet = book_.add(number == 1 ? name : name + " " + std::to_string(number));
  sheet.landscape();
  sheet.freeze(1, columns_.front().what == What::id ? 1 : 0);
  std::vector<TableColumn> headings;
  for (const RowColumn& column : columns_) headings.push_back(heading(column));
  sheets_.push_back(&sheet);
  tables_.emplace_back(sheet, 0, std::move(headings));
}

void PortfolioWorkbook::end_sheet() {
  SheetTable& table = tables_.back();
  table.finish();
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (columns_[i].what == What::score)
      sheets_.back()->color_by_band(table.cells(i), bands_, is_better_lower(columns_[i]));
}

void PortfolioWorkbook::add(const RankedRow& row) {
  if (tables_.back().rows() >= rows_on_sheet_) {
    end_sheet();
    begin_sheet();
  }
  tables_.back().next_row();
  for (const RowColumn& column : columns_) add_cell(column, row);
}

void PortfolioWorkbook::add_cell(const RowColumn& column, const RankedRow& row) {
  SheetTable& table = tables_.back();
  const bool is_rejected = !row.error.empty();
  if (column.what == What::id) return table.text(row.id);
  if (column.what == What::title) return table.text(row.title);
  if (column.what == What::error) return table.text(row.error);
  if (is_rejected) return table.skip();
  if (column.what == What::verdict)
    return table.text(row.band ? band_titles_[*row.band] : words_(Word::insufficient));
  if (column.what == What::settled) return table.text(words_(row.settled ? Word::yes : Word::no));
  if (column.what == What::gates) {
    std::string ids;
    for (std::size_t g = 0; g < row.gates.size(); ++g)
      if (row.gates[g]) ids += (ids.empty() ? "" : " ") + rubric_.parts().gates[g].id;
    return table.text(ids);
  }
  const bool is_of_dimension = is_number(column.what) && column.dimension > 0;
  table.number(number_in(column, is_of_dimension ? row.dimensions[column.dimension - 1] : row.overall));
}

void PortfolioWorkbook::finish(const Summary& summary) {
  end_sheet();
  fill_portfolio_sheet(*summary_, text_, summary);
}

}  // namespace ibtikar
