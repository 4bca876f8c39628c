// See xlsx_sheet.h.
#include "codec/workbook/xlsx_sheet.h"

#include <algorithm>
#include <charconv>

#include "base/safe_text.h"
#include "codec/table/csv.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

/// A whole number in an attribute; `other` if there is none.
std::size_t number_or(std::string_view text, std::size_t other) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error != std::errc() || end != text.data() + text.size() || text.empty() ? other : number;
}

bool says_true(std::string_view text) { return text == "1" || text == "true"; }

}  // namespace

Xml::Handlers XlsxSheet::handlers() {
  return {[this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); },
          [this](std::string_view name) { end(name); },
          [this](std::string_view piece) {
            if ((is_value_ || is_text_) && value_.size() <= kMaxCellBytes) value_ += piece;
          }};
}

void XlsxSheet::check(std::optional<Diagnostic> fault) {
  if (fault) xml_->fail(*std::move(fault));
}

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes) {
  is_value_ = is_text_ = false;
  if (!is_in_rows_) {
    if (name == "sheetData") is_in_rows_ = true;
    if (name == "col" && says_true(attributes.text("hidden")) && hidden_columns_.size() < kMostSheetColumns)
      hidden_columns_.emplace_back(number_or(attributes.text("min"), 0),
                                   number_or(attributes.text("max"), 0));
    if (name == "mergeCell") ++rows_.counts.merged;
    return;
  }
  if (name == "row") start_row(attributes);
  if (name == "c") start_cell(attributes);
  if (name == "f") has_formula_ = true;
  if (name == "v") is_value_ = has_value_ = true;
  if (name == "rPh") ++spoken_;
  if (name == "t") is_text_ = has_value_ = spoken_ == 0;
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
  row_ = number_or(attributes.text("r"), row_ + 1);
  column_ = 0;
  is_hidden_ = says_true(attributes.text("hidden"));
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
  const std::string_view reference = attributes.text("r");
  const std::optional<CellPlace> place = cell_place(reference);
  if (!reference.empty() && !place)
    return check(damaged_workbook(message("{0} is no cell that a sheet has", ibtikar::quoted(reference))));
  column_ = place ? place->column : column_ + 1;
  type_ = attributes.text("t");
  style_ = number_or(attributes.text("s"), 0);
  has_formula_ = has_value_ = false;
  value_.clear();
  spoken_ = 0;
}

void XlsxSheet::end(std::string_view name) {
  is_value_ = is_text_ = false;
  if (!is_in_rows_) return;
  if (name == "rPh" && spoken_ > 0) --spoken_;
  if (name == "c") end_cell();
  if (name == "row") end_row();
  if (name != "sheetData") return;
  is_in_rows_ = false;
  count_columns();
}

void XlsxSheet::end_row() {
  check(rows_.end_row(row_, is_hidden_));
  if (rows_.is_full()) xml_->pause();
}

void XlsxSheet::end_cell() {
  if (has_formula_ && !has_value_) ++rows_.counts.uncached;
  if (type_ == "e") ++rows_.counts.errors;
  if (has_value_) check(rows_.put(column_, text_of_cell()));
}

std::string_view XlsxSheet::text_of_cell() {
  if (type_ == "s") {
    const auto text = context_.texts.at(number_or(value_, kMostSharedTexts));
    if (!text)
      check(damaged_workbook(
          message("a cell names the shared text {0}, which is not there", ibtikar::quoted(value_))));
    return text.value_or(std::string_view());
  }
  if (type_ == "b") return says_true(value_) ? "true" : "false";
  if (type_ == "str" || type_ == "inlineStr") {
    made_ = unescaped(value_);
    return made_;
  }
  if (type_ == "e" || type_ == "d") return value_;
  made_ = number_text(value_, style_ < context_.kinds.size() ? context_.kinds[style_] : NumberKind::number,
                      context_.dates);
  return made_;
}

/// The hidden columns among those of the table, once the table is known.
void XlsxSheet::count_columns() {
  for (const auto& [first, last] : hidden_columns_) {
    const std::size_t begin = std::max(first, rows_.first_column());
    const std::size_t end = std::min(last, rows_.last_column());
    if (begin > 0 && begin <= end) rows_.counts.hidden_columns += end - begin + 1;
  }
  hidden_columns_.clear();
}

}  // namespace ibtikar
