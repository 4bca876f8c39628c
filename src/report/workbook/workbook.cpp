// See workbook.h. Only this file and entry_sheets.cpp know libxlsxwriter (1.1.4).
//
// What is kept from it, each for a fault seen: numbers printed by the locale (a sheet with "0,5"),
// text that is not UTF-8 or a number that is not finite (a sheet no program reads), links (it
// prints the URL raw to standard error), the time of day in the document's properties.
#include "report/workbook/workbook.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <utility>

#include <locale.h>
#include <xlsxwriter.h>

#include "base/direction.h"
#include "base/errno_words.h"
#include "base/safe_targets.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "report/workbook/sheet_name.h"

namespace ibtikar {
namespace {

/// 2000-01-01: a file says nothing of when it was made.
constexpr time_t kCreated = 946'684'800;

/// Numbers print with a point while it lives, whatever the caller's locale.
class PlainNumbers {
 public:
  explicit PlainNumbers(locale_t plain) : before_(::uselocale(plain)) {}
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;
  ~PlainNumbers() { ::uselocale(before_); }

 private:
  locale_t before_;
};

lxw_worksheet* library_sheet(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// "_x0041_" in a cell means "A" to every reader: where a text says so itself, its "_" is written
/// as one.
std::string without_escapes(std::string text) {
  constexpr std::size_t kLength = 7;
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + kLength > text.size() || text[at + kLength - 1] != '_') continue;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at + kLength) - 1, is_hex))
      continue;
    text.insert(at, "_x005F");
    at += kLength - 1;
  }
  return text;
}

/// From red through amber to green, `at` in [0, 1].
lxw_color_t band_color(double at) {
  constexpr std::array<std::array<double, 3>, 3> kStops = {
      {{0xF6, 0xC9, 0xC5}, {0xFB, 0xE9, 0xB7}, {0xC5, 0xE5, 0xC9}}};
  const std::size_t from = at < 0.5 ? 0 : 1;
  const double share = (at - 0.5 * static_cast<double>(from)) * 2;
  lxw_color_t color = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double mixed = kStops[from][i] + share * (kStops[from + 1][i] - kStops[from][i]);
    color = color * 256 + static_cast<lxw_color_t>(std::lround(mixed));
  }
  return color;
}

constexpr std::uint8_t kLeftToRight = 1;
constexpr std::uint8_t kRightToLeft = 2;

bool is_text(Look look) { return look <= Look::wrapped; }

void format_look(lxw_format* format, Look look) {
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look) {
    case Look::title:
      format_set_bold(format);
      format_set_font_size(format, 16);
      break;
    case Look::heading:
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_bg_color(format, 0xE3ECF0);
      format_set_bottom(format, LXW_BORDER_THIN);
      break;
    case Look::label:
      format_set_bold(format);
      break;
    case Look::wrapped:
      format_set_text_wrap(format);
      break;
    case Look::score:
      format_set_num_format(format, "0.00");
      break;
    case Look::gain:
      format_set_num_format(format, "+0.00;-0.00;0.00");
      break;
    case Look::percent:
      format_set_num_format(format, "0%");
      break;
    case Look::count:
      format_set_num_format(format, "#,##0");
      break;
    case Look::plain:
    case Look::number:
      break;
  }
}

}  // namespace

struct Workbook::Library {
  explicit Library(const Options& options)
      : scratch(options.scratch),
        right_to_left(options.right_to_left),
        plain(::newlocale(LC_NUMERIC_MASK, "C", locale_t{})) {
    const PlainNumbers numbers(plain);
    lxw_workbook_options wanted{};
    wanted.constant_memory = options.streaming ? LXW_TRUE : LXW_FALSE;
    wanted.tmpdir = scratch.data();
    wanted.use_zip64 = LXW_FALSE;
    book = workbook_new_opt(options.path.c_str(), &wanted);
    if (book == nullptr) return;
    lxw_doc_properties properties{};
    properties.created = kCreated;
    workbook_set_properties(book, &properties);
    for (std::size_t i = 0; i < looks.size(); ++i) {
      looks[i] = workbook_add_format(book);
      const auto look = static_cast<Look>(i % kLooks);
      if (looks[i] == nullptr) continue;
      format_look(looks[i], look);
      if (!is_text(look)) continue;
      format_set_align(looks[i], options.right_to_left ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
      format_set_reading_order(looks[i], i < kLooks ? kLeftToRight : kRightToLeft);
    }
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    if (book != nullptr) lxw_workbook_free(book);
    ::freelocale(plain);
  }

  [[nodiscard]] lxw_format* format(Look look) const { return looks[static_cast<std::size_t>(look)]; }
  /// A text is read from the side where its own first letter begins, and stands where the sheet
  /// begins.
  [[nodiscard]] lxw_format* format(Look look, std::string_view text) const {
    const Direction own = first_strong(text);
    const bool turned = own == Direction::right_to_left || (own == Direction::none && right_to_left);
    return looks[static_cast<std::size_t>(look) + (turned ? kLooks : 0)];
  }

  std::string scratch;  ///< the library keeps its address
  bool right_to_left;
  locale_t plain;
  lxw_workbook* book = nullptr;
  std::array<lxw_format*, 2 * kLooks> looks{};  ///< of left-to-right texts, then of the others
  std::vector<lxw_format*> band_formats;
};

Workbook::Workbook(const Options& options)
    : state_(std::make_unique<Library>(options)), shown_(options.shown) {
  if (state_->book == nullptr) first_error_ = LXW_ERROR_MEMORY_MALLOC_FAILED;
}

Workbook::~Workbook() = default;

void Workbook::check(int error) {
  if (first_error_ == LXW_NO_ERROR) first_error_ = error;
}

Sheet& Workbook::add(const std::string& title) {
  const auto is_used = [this](const std::string& name) {
    return std::ranges::any_of(sheets_, [&](const auto& sheet) { return sheet->name_ == name; });
  };
  std::string name = sheet_name(title);
  for (std::size_t number = 2; is_used(name); ++number) name = sheet_name(title, number);
  lxw_worksheet* sheet = nullptr;
  if (state_->book != nullptr) {
    const PlainNumbers numbers(state_->plain);
    check(workbook_validate_sheet_name(state_->book, name.c_str()));
    sheet = workbook_add_worksheet(state_->book, name.c_str());
    if (sheet == nullptr) check(LXW_ERROR_CREATING_TMPFILE);
  }
  if (sheet != nullptr && state_->right_to_left) worksheet_right_to_left(sheet);
  sheets_.push_back(std::unique_ptr<Sheet>(std::make_unique<Sheet>(Sheet(*this, sheet, name))));
  return *sheets_.back();
}

Result<void> Workbook::close() {
  errno = 0;
  // Rows that are in a temporary file already: whether all of it was taken is not asked again
  // later.
  for (const std::unique_ptr<Sheet>& sheet : sheets_) {
    std::FILE* rows = sheet->sheet_ == nullptr ? nullptr : library_sheet(sheet->sheet_)->optimize_tmpfile;
    if (rows != nullptr && (std::fflush(rows) != 0 || std::ferror(rows) != 0))
      check(LXW_ERROR_READING_TMPFILE);
  }
  const auto failed = [&]() -> Result<void> {
    const bool is_of_system = first_error_ <= LXW_ERROR_ZIP_CLOSE && errno != 0;
    const Message why = is_of_system ? words_of_errno(errno)
                                     : Message::verbatim(lxw_strerror(static_cast<lxw_error>(first_error_)));
    return fail_io(shown_, message("writing: {0}", why));
  };
  if (first_error_ != LXW_NO_ERROR) return failed();
  errno = 0;
  const PlainNumbers numbers(state_->plain);
  check(workbook_close(std::exchange(state_->book, nullptr)));
  if (first_error_ != LXW_NO_ERROR) return failed();
  return {};
}

std::string Sheet::ready(std::string_view text) {
  std::string cell = safe_for(Target::sheet, text);
  if (text.size() >= kMaxSheetText && cell.size() < plain(text).size()) ++book_.cut_texts_;
  return without_escapes(std::move(cell));
}

void Sheet::text(std::uint32_t row, std::uint16_t column, std::string_view text, Look look) {
  if (text.empty() || sheet_ == nullptr) return;
  const std::string cell = ready(text);
  if (cell.empty()) return;
  const PlainNumbers numbers(book_.state_->plain);
  book_.check(worksheet_write_string(library_sheet(sheet_), row, column, cell.c_str(),
                                     book_.state_->format(look, cell)));
}

void Sheet::number(std::uint32_t row, std::uint16_t column, double number, Look look) {
  if (!std::isfinite(number) || sheet_ == nullptr) return;
  const PlainNumbers numbers(book_.state_->plain);
  book_.check(worksheet_write_number(library_sheet(sheet_), row, column, number, book_.state_->format(look)));
}

std::size_t lines_of(std::string_view text, double width) {
  constexpr double kLost = 1.15;  // at the ends of lines, where the next word did not fit
  const double wide = static_cast<double>(display_width(text)) * kLost;
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(wide / width)));
}

void Sheet::width(std::uint16_t column, double characters) {
  if (sheet_ == nullptr) return;
  book_.check(worksheet_set_column(library_sheet(sheet_), column, column, characters, nullptr));
}

void Sheet::height(std::uint32_t row, double lines) {
  constexpr double kLine = 15;     // points
  constexpr double kHighest = 24;  // lines; a row cannot have more than 409 points
  if (sheet_ == nullptr) return;
  const PlainNumbers numbers(book_.state_->plain);
  book_.check(worksheet_set_row(library_sheet(sheet_), row, kLine * std::min(lines, kHighest), nullptr));
}

void Sheet::freeze(std::uint32_t rows, std::uint16_t columns) {
  if (sheet_ != nullptr) worksheet_freeze_panes(library_sheet(sheet_), rows, columns);
}

void Sheet::filter(const CellRange& range) {
  if (sheet_ == nullptr) return;
  book_.check(worksheet_autofilter(library_sheet(sheet_), range.first_row, range.first_column, range.last_row,
                                   range.last_column));
}

void Sheet::color_by_band(const CellRange& range, const std::vector<double>& from, bool turned) {
  if (sheet_ == nullptr) return;
  std::vector<lxw_format*>& formats = book_.state_->band_formats;
  while (formats.size() < from.size()) formats.push_back(workbook_add_format(book_.state_->book));
  const PlainNumbers numbers(book_.state_->plain);
  const auto add = [&](lxw_conditional_format rule) {
    rule.stop_if_true = LXW_TRUE;
    book_.check(worksheet_conditional_format_range(library_sheet(sheet_), range.first_row, range.first_column,
                                                   range.last_row, range.last_column, &rule));
  };
  add({.type = LXW_CONDITIONAL_TYPE_BLANKS});  // else an empty cell is a 0
  for (std::size_t i = from.size(); i-- > 0;) {
    const double place = from.size() < 2 ? 1 : static_cast<double>(i) / static_cast<double>(from.size() - 1);
    format_set_bg_color(formats[i], band_color(turned && from.size() > 1 ? 1 - place : place));
    add({.type = LXW_CONDITIONAL_TYPE_CELL,
         .criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
         .value = from[i],
         .format = formats[i]});
  }
}

void Sheet::chart(const BarChart& chart) {
  if (sheet_ == nullptr) return;
  const PlainNumbers numbers(book_.state_->plain);
  lxw_chart* bars =
      workbook_add_chart(book_.state_->book, chart.is_upright ? LXW_CHART_COLUMN : LXW_CHART_BAR);
  if (bars == nullptr) return book_.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  chart_title_set_name(bars, chart.title.c_str());
  const char* sheet = name_.c_str();
  for (const BarChart::Series& series : chart.series) {
    lxw_chart_series* added = chart_add_series(bars, nullptr, nullptr);
    if (added == nullptr) return book_.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    chart_series_set_name_range(added, sheet, chart.name_row, series.name_column);
    chart_series_set_categories(added, sheet, chart.first_row, chart.category_column, chart.last_row,
                                chart.category_column);
    chart_series_set_values(added, sheet, chart.first_row, series.value_column, chart.last_row,
                            series.value_column);
    lxw_chart_fill fill{.color = series.color};
    chart_series_set_fill(added, &fill);
  }
  // The library calls the axis of the categories x in upright charts, and y in the others.
  lxw_chart_axis* values = chart.is_upright ? bars->y_axis : bars->x_axis;
  lxw_chart_axis* categories = chart.is_upright ? bars->x_axis : bars->y_axis;
  if (chart.to_hundred) {
    chart_axis_set_min(values, 0);
    chart_axis_set_max(values, 100);
  }
  if (!chart.is_upright) chart_axis_set_reverse(categories);  // the first at the top
  if (book_.state_->right_to_left) chart_axis_set_reverse(chart.is_upright ? categories : values);
  if (chart.series.size() == 1)
    chart_legend_set_position(bars, LXW_CHART_LEGEND_NONE);
  else
    chart_legend_set_position(bars, LXW_CHART_LEGEND_BOTTOM);
  chart_set_series_gap(bars, 60);
  constexpr double kWidth = 480;  // what the library draws when it is told nothing
  constexpr double kHeight = 288;
  lxw_chart_options place{};
  place.x_scale = chart.width / kWidth;
  place.y_scale = chart.height / kHeight;
  book_.check(worksheet_insert_chart_opt(library_sheet(sheet_), chart.at_row, chart.at_column, bars, &place));
}

void Sheet::one_page(bool portrait) {
  if (sheet_ == nullptr) return;
  if (portrait) worksheet_set_portrait(library_sheet(sheet_));
  worksheet_fit_to_pages(library_sheet(sheet_), 1, 1);
}

void Sheet::text_over(std::uint32_t row, std::uint16_t first, std::uint16_t last, std::string_view text,
                      double width) {
  const std::string cell = ready(text);
  if (cell.empty() || sheet_ == nullptr) return;
  const PlainNumbers numbers(book_.state_->plain);
  book_.check(worksheet_merge_range(library_sheet(sheet_), row, first, row, last, cell.c_str(),
                                    book_.state_->format(Look::wrapped, cell)));
  height(row, static_cast<double>(lines_of(text, width)));
}

void Sheet::landscape() {
  if (sheet_ == nullptr) return;
  worksheet_set_landscape(library_sheet(sheet_));
  worksheet_set_paper(library_sheet(sheet_), 9);  // A4
  worksheet_fit_to_pages(library_sheet(sheet_), 1, 0);
}

}  // namespace ibtikar
