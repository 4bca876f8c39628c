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

/// The two forms of a true value in XML Schema.
bool says_true(std::string_view text) { return text == "1" || text == "true"; }

}  // namespace

Xml::Handlers XlsxSheet::handlers() {
  return {[this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); },
          [this](std::string_view name) { end(name); },
          [this](std::string_view piece) {
            // One more than a cell may have is enough: the decoder of the row refuses it, with its
            // place.
            if ((is_value_ || is_text_) && value_.size() <= kMaxCellBytes) value_ += piece;
          }};
}

void XlsxSheet::check(std::optional<Diagnostic> fault) {
  if (fault) xml_->fail(*std::move(fault));
}

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes) {
  // Only what stands directly in <v> or <t> is text. What is between other elements is formatting.
  is_value_ = is_text_ = false;
  // The standard puts columns before the rows and merged cells behind them (ECMA-376, 18.3.1.99).
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
  // <c><f>formula</f><v>result</v></c>. The result is what Excel saved; nothing is computed here.
  if (name == "f") has_formula_ = true;
  if (name == "v") is_value_ = has_value_ = true;
  // Notes on pronunciation in East Asian texts are no part of what the cell says.
  if (name == "rPh") ++spoken_;
  if (name == "t") is_text_ = has_value_ = spoken_ == 0;
}

void XlsxSheet::start_row(const XmlAttributes& attributes) {
  // The number may be missing: then it is the next row. SheetRows refuses a number out of range.
  row_ = number_or(attributes.text("r"), row_ + 1);
  column_ = 0;
  is_hidden_ = says_true(attributes.text("hidden"));
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
  // The reference may be missing, too. Of a given one the column counts; the row is that of <row>.
  const std::string_view reference = attributes.text("r");
  const std::optional<CellPlace> place = cell_place(reference);
  if (!reference.empty() && !place)
    return check(damaged_workbook(message("{0} is no cell that a sheet has", ibtikar::quoted(reference))));
  column_ = place ? place->column : column_ + 1;
  // Without a type the cell is a number, and without a style it has style 0.
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
  // Now the table's columns are known, and no hidden column can follow.
  count_columns();
}

void XlsxSheet::end_row() {
  check(rows_.end_row(row_, is_hidden_));
  // Between rows, so that a batch never holds a part of one.
  if (rows_.is_full()) xml_->pause();
}

void XlsxSheet::end_cell() {
  // Programs that write workbooks without computing them leave the result out.
  if (has_formula_ && !has_value_) ++rows_.counts.uncached;
  if (type_ == "e") ++rows_.counts.errors;
  if (has_value_) check(rows_.put(column_, text_of_cell()));
}

std::string_view XlsxSheet::text_of_cell() {
  // A number out of range, or no number, finds no text: SharedTexts never has that many.
  if (type_ == "s") {
    const auto text = context_.texts.at(number_or(value_, kMostSharedTexts));
    if (!text)
      check(damaged_workbook(
          message("a cell names the shared text {0}, which is not there", ibtikar::quoted(value_))));
    return text.value_or(std::string_view());
  }
  // As the same cell stands in a CSV file that a program wrote.
  if (type_ == "b") return says_true(value_) ? "true" : "false";
  // Shared texts were unescaped once, when they were read.
  if (type_ == "str" || type_ == "inlineStr") {
    made_ = unescaped(value_);
    return made_;
  }
  // An error stays text, and remarks count it. A date of a strict file is ISO 8601 already.
  if (type_ == "e" || type_ == "d") return value_;
  // The style comes from the file: there may be none of this number.
  made_ = number_text(value_, style_ < context_.kinds.size() ? context_.kinds[style_] : NumberKind::number,
                      context_.dates);
  return made_;
}

/// The hidden columns among those of the table, once the table is known.
void XlsxSheet::count_columns() {
  // A file can hide 16,384 columns at once. Only those that were read are worth a remark.
  for (const auto& [first, last] : hidden_columns_) {
    const std::size_t begin = std::max(first, rows_.first_column());
    const std::size_t end = std::min(last, rows_.last_column());
    if (begin > 0 && begin <= end) rows_.counts.hidden_columns += end - begin + 1;
  }
  hidden_columns_.clear();
}

}  // namespace ibtikar
