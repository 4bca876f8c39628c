// What an Excel workbook (.xlsx, .xlsm) consists of: its sheets, and what their cells refer to.
#pragma once

#include <string>
#include <vector>

#include "codec/workbook/archive.h"
#include "codec/workbook/cell_text.h"
#include "codec/workbook/number_format.h"
#include "codec/workbook/sheet_info.h"

namespace ibtikar {

struct XlsxBook {
  std::vector<SheetInfo> sheets;
  std::string shared_texts;  ///< a part; empty: there are none
  std::string styles;        ///< likewise
  DateSystem dates = DateSystem::from_1900;
};

/// Fails with code "not-text" if the archive is no workbook of Excel, and says what to do with a
/// binary one (.xlsb).
[[nodiscard]] Result<XlsxBook> read_xlsx_book(Archive& archive);

/// What the numbers of cells are, by the number of the cells' style.
[[nodiscard]] Result<std::vector<NumberKind>> read_xlsx_styles(Archive& archive, const std::string& part);

}  // namespace ibtikar
