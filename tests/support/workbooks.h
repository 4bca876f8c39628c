// Workbooks for tests, made part by part: sound ones, and such as no program would write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/workbook/archive.h"

namespace ibtikar::test {

/// A part of an archive: its name and its bytes.
using ArchivePart = std::pair<std::string, std::string>;

/// A ZIP archive with these parts, in this order, deflated. Names may be there twice.
[[nodiscard]] std::string zipped(const std::vector<ArchivePart>& parts);

/// A sheet of an Excel workbook.
struct MadeSheet {
  std::string name;
  std::string rows;         ///< what is inside of <sheetData>
  std::string before = "";  ///< what comes before <sheetData>
  std::string behind = "";
  std::string state = "";  ///< "hidden"
};

/// What its sheets share.
struct MadeBook {
  std::vector<MadeSheet> sheets;
  std::string shared_texts = "";  ///< what is inside of <sst>
  std::string formats = "";       ///< <numFmt .../>
  std::string styles = "";        ///< <xf .../>
  bool from_1904 = false;
};
[[nodiscard]] std::string xlsx(const MadeBook& book);
/// A workbook of one sheet, called "Answers".
[[nodiscard]] std::string xlsx(std::string_view rows);

/// A row of texts: <row><c t="inlineStr">...
[[nodiscard]] std::string text_row(const std::vector<std::string>& cells);

/// An OpenDocument spreadsheet: `tables` is what is inside of <office:spreadsheet>, `styles` inside
/// of <office:automatic-styles>.
[[nodiscard]] std::string ods(std::string_view tables, std::string_view styles = "");
/// One sheet, called "Answers", with these rows.
[[nodiscard]] std::string ods_sheet(std::string_view rows);
/// A row of texts.
[[nodiscard]] std::string ods_text_row(const std::vector<std::string>& cells);

/// Bytes in memory, which must outlive it.
[[nodiscard]] RandomBytes bytes_of(const std::string& bytes);

}  // namespace ibtikar::test
