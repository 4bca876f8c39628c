// Sheets that people fill in: drop-down lists, bounds, comments. See workbook.h.
#include <array>

#include <xlsxwriter.h>

#include "base/safe_targets.h"
#include "report/workbook/workbook.h"

namespace ibtikar {
namespace {

lxw_worksheet* entry_sheet(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }

}  // namespace

void Sheet::offer(const CellRange& cells, const Sheet& lists, const CellRange& from) {
  if (sheet_ == nullptr) return;
  std::array<char, LXW_MAX_FORMULA_RANGE_LENGTH> range{};
  lxw_rowcol_to_formula_abs(range.data(), lists.name_.c_str(), from.first_row, from.first_column,
                            from.last_row, from.last_column);
  std::string formula = "=" + std::string(range.data());
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.value_formula = formula.data();
  book_.check(worksheet_data_validation_range(entry_sheet(sheet_), cells.first_row, cells.first_column,
                                              cells.last_row, cells.last_column, &rule));
}

void Sheet::expect_number(const CellRange& cells, const std::optional<double>& min,
                          const std::optional<double>& max, bool whole) {
  if (sheet_ == nullptr || (!min && !max)) return;
  lxw_data_validation rule{};
  rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.criteria = !max   ? LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO
                  : !min ? LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO
                         : LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.value_number = min.value_or(max.value_or(0));
  rule.minimum_number = min.value_or(0);
  rule.maximum_number = max.value_or(0);
  book_.check(worksheet_data_validation_range(entry_sheet(sheet_), cells.first_row, cells.first_column,
                                              cells.last_row, cells.last_column, &rule));
}

void Sheet::hide() {
  if (sheet_ != nullptr) worksheet_hide(entry_sheet(sheet_));
}

void Sheet::comment(std::uint32_t row, std::uint16_t column, std::string_view text) {
  if (sheet_ == nullptr) return;
  constexpr std::size_t kMostBytes = 8000;  // of a text in any letters, that is within what a cell can hold
  std::string all;
  for (std::size_t begin = 0; begin <= text.size() && all.size() < kMostBytes;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    all.append(all.empty() ? "" : "\n").append(safe_for(Target::sheet, text.substr(begin, end - begin)));
    begin = end + 1;
  }
  if (all.empty() || all.size() > kMaxSheetText) return;
  std::array<char, 8> nobody = {"ibtikar"};
  lxw_comment_options look{};
  look.author = nobody.data();
  look.width = 420;
  look.height = 260;
  book_.check(worksheet_write_comment_opt(entry_sheet(sheet_), row, column, all.c_str(), &look));
}

}  // namespace ibtikar
