// OpenDocument spreadsheets (.ods): all sheets are in one part, one after the other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/workbook/archive.h"
#include "codec/workbook/rows.h"
#include "codec/workbook/xlsx.h"
#include "codec/workbook/xml.h"

namespace ibtikar {

inline constexpr std::string_view kOdsContent = "content.xml";

/// The sheets, in their order. This reads the whole content once.
[[nodiscard]] Result<std::vector<SheetInfo>> read_ods_sheets(Archive& archive);

/// The cells of one sheet, as the XML of the content tells them.
class OdsSheet {
 public:
  /// `number`: which sheet, from 0. All must outlive this, which must not move once handlers() was
  /// called.
  OdsSheet(SheetRows& rows, std::size_t number) : rows_(rows), number_(number) {}

  [[nodiscard]] Xml::Handlers handlers();
  /// The reader that calls them.
  void read_by(Xml& xml) { xml_ = &xml; }

 private:
  void start(std::string_view name, const XmlAttributes& attributes);
  void start_column(const XmlAttributes& attributes);
  void start_row(const XmlAttributes& attributes);
  void start_cell(std::string_view name, const XmlAttributes& attributes);
  void start_text(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void end_cell();
  void end_row();
  void end_sheet();
  void add_text(std::string_view piece);
  [[nodiscard]] std::string text_of_cell() const;
  void check(std::optional<Diagnostic> fault);

  SheetRows& rows_;
  std::size_t number_;
  Xml* xml_ = nullptr;
  std::size_t sheets_ = 0;   ///< begun so far
  std::size_t tables_ = 0;   ///< inside so many: one in a cell is no sheet
  std::size_t ignored_ = 0;  ///< depth inside of what is no text of a cell
  bool is_in_cell_ = false;
  bool is_in_text_ = false;
  std::size_t row_ = 0;
  std::size_t row_times_ = 1;
  bool is_hidden_ = false;
  std::size_t column_ = 0;
  std::size_t cell_times_ = 1;
  bool is_covered_ = false;
  std::string type_;
  std::string value_;
  std::string text_;
  bool has_text_ = false;
  bool has_formula_ = false;
  std::size_t columns_ = 0;                                          ///< described so far
  std::vector<std::pair<std::size_t, std::size_t>> hidden_columns_;  ///< first and last
};

}  // namespace ibtikar
