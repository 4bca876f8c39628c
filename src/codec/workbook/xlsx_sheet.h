// XlsxSheet: the cells of a sheet of an Excel workbook, as its XML tells them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codec/workbook/cell_text.h"
#include "codec/workbook/rows.h"
#include "codec/workbook/shared_texts.h"
#include "codec/workbook/xml.h"

namespace ibtikar {

/// What cells refer to.
struct XlsxCellContext {
  SharedTexts texts;
  std::vector<NumberKind> kinds;  ///< by style
  DateSystem dates = DateSystem::from_1900;
};

class XlsxSheet {
 public:
  /// All must outlive this, which must not move once handlers() was called.
  XlsxSheet(SheetRows& rows, const XlsxCellContext& context) : rows_(rows), context_(context) {}

  [[nodiscard]] Xml::Handlers handlers();
  /// The reader that calls them.
  void read_by(Xml& xml) { xml_ = &xml; }

 private:
  void start(std::string_view name, const XmlAttributes& attributes);
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void end(std::string_view name);
  void end_cell();
  void end_row();
  void count_columns();
  [[nodiscard]] std::string_view text_of_cell();
  void check(std::optional<Diagnostic> fault);

  SheetRows& rows_;
  const XlsxCellContext& context_;
  Xml* xml_ = nullptr;
  // Where the reader is: in <sheetData>, in <v>, in <t>, in so many notes on pronunciation.
  bool is_in_rows_ = false;
  bool is_value_ = false;
  bool is_text_ = false;
  std::size_t spoken_ = 0;
  // The row and the cell at hand, counted from 1.
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  bool is_hidden_ = false;
  std::string type_;
  std::size_t style_ = 0;
  bool has_formula_ = false;
  bool has_value_ = false;
  std::string value_;
  // Holds a text that is not in the file as it stands; put() copies it.
  std::string made_;
  std::vector<std::pair<std::size_t, std::size_t>> hidden_columns_;  ///< first and last
};

}  // namespace ibtikar
