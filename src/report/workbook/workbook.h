// Workbook: an XLSX file, written cell by cell.
//
//   Workbook book({.path = place.path(), .scratch = place.folder(), .right_to_left = true});
//   Sheet& sheet = book.add("Scores");
//   sheet.text(0, 0, title, Look::heading);      // foreign text: never a formula, never a link
//   sheet.number(0, 1, 63.41, Look::score);
//   if (Result<void> closed = book.close(); !closed) return closed;
//
// The library behind it writes to a path and nowhere else: `io` gives the path (see
// io/files/output.h). The same cells give the same bytes. What fails is kept and comes out of
// close(), the first failure first. The library does not see every failed write:
// io/files/package_check.h looks at what it left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/result.h"

namespace ibtikar {

/// How a cell looks.
enum class Look : std::size_t {
  plain,    ///< text from here
  title,    ///< a sheet's head
  heading,  ///< of a column
  label,    ///< what stands beside it
  wrapped,  ///< a text over several lines; to here
  score,    ///< 63.41
  gain,     ///< +3.10
  percent,  ///< 0.93 as 93%
  count,    ///< 1,234
  number,   ///< as stated
};
inline constexpr std::size_t kLooks = 10;

/// Most rows of a sheet in a workbook.
inline constexpr std::uint32_t kMaxSheetRows = 1'048'576;

struct CellRange {
  std::uint32_t first_row = 0;
  std::uint16_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint16_t last_column = 0;
};

/// Bars, one group for each cell of `categories`. All ranges are on the sheet of the chart.
struct BarChart {
  struct Series {
    std::uint16_t name_column = 0;  ///< its name stands in `name_row`
    std::uint16_t value_column = 0;
    std::uint32_t color = 0;  ///< 0xRRGGBB
  };
  std::string title;  ///< ours
  std::uint32_t name_row = 0;
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint16_t category_column = 0;
  std::vector<Series> series;
  bool is_upright = false;   ///< columns instead of bars
  bool to_hundred = true;    ///< the axis goes from 0 to 100
  std::uint32_t at_row = 0;  ///< its corner
  std::uint16_t at_column = 0;
  double width = 720;  ///< pixels
  double height = 320;
};

/// Calm colours of our own charts.
inline constexpr std::uint32_t kChartMain = 0x2F6F8F;
inline constexpr std::uint32_t kChartLow = 0xC9D6DC;
inline constexpr std::uint32_t kChartHigh = 0x9DB9C6;

/// The number of lines that a text takes in a cell of this width in characters.
[[nodiscard]] std::size_t lines_of(std::string_view text, double width);

class Workbook;

class Sheet {
 public:
  /// A foreign text; empty: no cell.
  void text(std::uint32_t row, std::uint16_t column, std::string_view text, Look look = Look::plain);
  /// A number that is not finite: no cell.
  void number(std::uint32_t row, std::uint16_t column, double number, Look look);

  /// In characters.
  void width(std::uint16_t column, double characters);
  /// In lines of text. Not every program works that out by itself.
  void height(std::uint32_t row, double lines);
  /// Keeps the rows above in sight, and as many columns as `columns_too` says.
  void freeze(std::uint32_t rows, std::uint16_t columns = 0);
  void filter(const CellRange& range);
  /// Colours a cell by the last of `from` (rising) that its number reaches, from red to green; an
  /// empty cell has none.
  /// `turned`: the first band is the best.
  void color_by_band(const CellRange& range, const std::vector<double>& from, bool turned = false);
  void chart(const BarChart& chart);
  /// What can be chosen in these cells: the texts in the range `from` of `lists`. Something else is
  /// warned of and taken.
  void offer(const CellRange& cells, const Sheet& lists, const CellRange& from);
  /// Warns of all but numbers within these bounds, if there are any.
  void expect_number(const CellRange& cells, const std::optional<double>& min,
                     const std::optional<double>& max, bool whole);
  /// A foreign text of several lines that shows when the cell is pointed at.
  void comment(std::uint32_t row, std::uint16_t column, std::string_view text);
  /// Not shown. Not the first sheet.
  void hide();
  /// Printed in landscape, one page wide.
  void landscape();
  /// Printed on one page, in portrait where it is higher than wide: a chart stays whole.
  void one_page(bool portrait);
  /// A foreign text over the cells from `first` to `last` of a row, in as many lines as `width`
  /// characters need.
  void text_over(std::uint32_t row, std::uint16_t first, std::uint16_t last, std::string_view text,
                 double width);

 private:
  friend class Workbook;
  Sheet(Workbook& book, void* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}

  /// The text in a form that a cell may have.
  [[nodiscard]] std::string ready(std::string_view text);

  Workbook& book_;
  void* sheet_;  ///< the library's, which owns it
  std::string name_;
};

class Workbook {
 public:
  struct Options {
    std::string path;
    std::string scratch;         ///< a folder for the library's temporary files
    std::string shown;           ///< what messages call it
    bool right_to_left = false;  ///< every sheet's first column stands at the right
    bool streaming = false;      ///< rows come in order, and memory holds the latest alone
  };
  explicit Workbook(const Options& options);
  Workbook(Workbook&&) = delete;
  ~Workbook();

  /// Its name is made of `title`: see sheet_name(). Valid as long as the workbook.
  [[nodiscard]] Sheet& add(const std::string& title);
  /// Writes the file. At most once.
  [[nodiscard]] Result<void> close();

  /// Texts that were longer than a cell, and end in "…".
  [[nodiscard]] std::uint64_t cut_texts() const { return cut_texts_; }

 private:
  friend class Sheet;
  struct Library;
  void check(int error);

  std::unique_ptr<Library> state_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
  std::string shown_;
  int first_error_ = 0;
  std::uint64_t cut_texts_ = 0;
};

}  // namespace ibtikar
