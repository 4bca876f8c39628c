// See ods.h. A cell or a row may say that it is repeated a thousand million times. Repetitions of
// nothing are counted only; those with content are bounded by SheetRows.
#include "codec/workbook/ods.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "codec/table/csv.h"
#include "codec/table/typed_number.h"
#include "codec/workbook/bounds.h"
#include "codec/workbook/cell_text.h"

namespace ibtikar {
namespace {

/// Far more than any sheet has, and small enough to be added up without overflow.
constexpr std::size_t kMostRepeats = std::size_t{1} << 40;

/// How often; 1 if it is not said.
std::size_t times_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // Too large for a number is still "very often", and must not be read as once.
  if (error == std::errc::result_out_of_range) return kMostRepeats;
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return 1;
  return std::min(number, kMostRepeats);
}

bool is_cell(std::string_view name) { return name == "table-cell" || name == "covered-table-cell"; }

/// Hidden by hand, or by a filter.
bool is_collapsed(const XmlAttributes& attributes) {
  const std::string_view state = attributes.text("visibility");
  return state == "collapse" || state == "filter";
}

/// Reads which sheets there are, which are hidden by their styles, and which hold nothing.
struct OdsSheetLister {
  std::vector<SheetInfo> sheets;
  std::set<std::string, std::less<>> hiding;  ///< styles of sheets
  std::uint64_t name_bytes = 0;
  std::string style;
  std::size_t tables = 0;
  bool is_too_many = false;

  void start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "style" && attributes.text("family") == "table") style = attributes.text("name");
    // Styles stand before the sheets that use them.
    // Only what hides a sheet has to be remembered.
    if (name == "table-properties" && attributes.text("display") == "false" && hiding.size() < kMostSheets)
      hiding.insert(style);
    // A cell can hold a table of its own, which is no sheet.
    if (name == "table" && tables++ == 0) {
      name_bytes += attributes.text("name").size();
      is_too_many = is_too_many || sheets.size() >= kMostSheets || name_bytes > kMostDescription;
      if (is_too_many) return;
      const bool is_shown = !hiding.contains(attributes.text("style-name"));
      sheets.push_back({std::string(attributes.text("name")), is_shown, true, {}});
    }
    if (tables == 0 || sheets.empty()) return;
    // Empty cells have neither text nor type, only a style.
    if (name == "p" || (name == "table-cell" && !attributes.text(":office:1.0", "value-type").empty()))
      sheets.back().is_empty = false;
  }

  void end(std::string_view name) {
    if (name == "style") style.clear();
    if (name == "table" && tables > 0) --tables;
  }
};

}  // namespace

Result<std::vector<SheetInfo>> read_ods_sheets(Archive& archive) {
  // An encrypted part is no XML. The manifest says so before that looks like damage.
  if (archive.has("META-INF/manifest.xml")) {
    const Result<std::string> manifest = archive.read_whole("META-INF/manifest.xml", kMostDescription);
    if (!manifest) return fail(manifest.error());
    bool is_protected = false;
    const auto start = [&](std::string_view name, const XmlAttributes&) {
      is_protected = is_protected || name == "encryption-data";
    };
    if (Result<void> read = read_xml(*manifest, {start, {}, {}}); !read) return fail(read.error());
    if (is_protected) return fail(protected_workbook());
  }
  if (Result<void> entered = archive.enter(kOdsContent); !entered) return fail(entered.error());
  OdsSheetLister lister;
  Xml xml({[&](std::string_view name, const XmlAttributes& attributes) { lister.start(name, attributes); },
           [&](std::string_view name) { lister.end(name); },
           {}});
  std::vector<char> bytes(std::size_t{64} << 10);
  for (;;) {
    const Result<std::size_t> got = archive.read(bytes.data(), bytes.size());
    if (!got) return fail(got.error());
    if (Result<void> read = xml.feed({bytes.data(), *got}, *got == 0); !read) return fail(read.error());
    // Asked after each piece: a file of nothing but sheets must not fill the memory with their
    // names.
    if (lister.is_too_many)
      return fail(too_large_workbook(message("more than {0} sheets; expected at most that", kMostSheets)));
    if (*got == 0) return std::move(lister.sheets);
  }
}

Xml::Handlers OdsSheet::handlers() {
  return {[this](std::string_view name, const XmlAttributes& attributes) { start(name, attributes); },
          [this](std::string_view name) { end(name); },
          [this](std::string_view piece) {
            if (is_in_text_ && ignored_ == 0) add_text(piece);
          }};
}

void OdsSheet::check(std::optional<Diagnostic> fault) {
  if (fault) xml_->fail(*std::move(fault));
}

void OdsSheet::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "table" && ignored_ == 0) {
    // Sheets before the one that is wanted have to be read past: all are in one part.
    if (tables_++ == 0) ++sheets_;
    return;
  }
  if (tables_ != 1 || sheets_ != number_ + 1) return;
  // What someone remarked on a cell, and what is drawn over it, is no part of its content.
  if (ignored_ > 0 || name == "annotation" || name == "frame" || name == "shapes" || name == "note") {
    ++ignored_;
    return;
  }
  if (is_in_cell_) return start_text(name, attributes);
  if (name == "table-column") start_column(attributes);
  if (name == "table-row") start_row(attributes);
  if (is_cell(name)) start_cell(name, attributes);
}

void OdsSheet::start_column(const XmlAttributes& attributes) {
  const std::size_t times = times_in(attributes.text("number-columns-repeated"));
  // A range for each element, not for each column: one element can repeat 2^40 times.
  if (is_collapsed(attributes) && hidden_columns_.size() < kMostSheetColumns)
    hidden_columns_.emplace_back(columns_ + 1, columns_ + times);
  columns_ = std::min(columns_ + times, kMostRepeats);
}

void OdsSheet::start_row(const XmlAttributes& attributes) {
  row_times_ = times_in(attributes.text("number-rows-repeated"));
  is_hidden_ = is_collapsed(attributes);
  column_ = 0;
}

void OdsSheet::start_cell(std::string_view name, const XmlAttributes& attributes) {
  is_in_cell_ = true;
  is_covered_ = name == "covered-table-cell";
  cell_times_ = times_in(attributes.text("number-columns-repeated"));
  // The cells that a merged one covers follow as elements of their own, with what they held before.
  // Spreadsheets do not show that, so end_cell() passes over it.
  if (times_in(attributes.text("number-columns-spanned")) > 1 ||
      times_in(attributes.text("number-rows-spanned")) > 1)
    ++rows_.counts.merged;
  has_formula_ = !attributes.text("formula").empty();
  has_text_ = false;
  text_.clear();
  // The value counts, not the text: the text is what the cell shows, such as "0,10 EUR" of 0.1.
  // LibreOffice adds a type in a namespace of its own, so the local name is not enough.
  type_ = attributes.text(":office:1.0", "value-type");
  const std::string_view member = type_ == "date"      ? "date-value"
                                  : type_ == "time"    ? "time-value"
                                  : type_ == "boolean" ? "boolean-value"
                                  : type_ == "string"  ? "string-value"
                                                       : "value";
  value_ = attributes.text(":office:1.0", member);
  // The standard has no type for errors. LibreOffice writes an empty text and shows the error.
  const std::string_view shown_as = attributes.text("calcext:1.0", "value-type");
  if (shown_as == "error") {
    ++rows_.counts.errors;
    type_ = "string";
    value_.clear();
  }
}

void OdsSheet::start_text(std::string_view name, const XmlAttributes& attributes) {
  if (name == "p") {
    // Each line of a cell is a paragraph.
    if (std::exchange(has_text_, true)) add_text("\n");
    is_in_text_ = true;
  } else if (name == "s") {
    // Several blanks in a row are written as one element with their number.
    const std::size_t blanks = std::min(times_in(attributes.text("c")), kMaxCellBytes + 1);
    if (text_.size() <= kMaxCellBytes) text_.append(blanks, ' ');
  } else if (name == "tab") {
    add_text("\t");
  } else if (name == "line-break") {
    add_text("\n");
  }
}

void OdsSheet::add_text(std::string_view piece) {
  // One more than a cell may have is enough to refuse it.
  if (text_.size() <= kMaxCellBytes) text_ += piece;
}

void OdsSheet::end(std::string_view name) {
  if (name == "table" && ignored_ == 0 && tables_ > 0) {
    if (--tables_ == 0 && sheets_ == number_ + 1) end_sheet();
    return;
  }
  if (tables_ != 1 || sheets_ != number_ + 1) return;
  if (ignored_ > 0) {
    --ignored_;
    return;
  }
  if (name == "p") is_in_text_ = false;
  if (is_cell(name)) end_cell();
  if (name == "table-row") end_row();
}

std::string OdsSheet::text_of_cell() const {
  if (type_ == "float" || type_ == "currency") return number_text(value_);
  if (type_ == "percentage") return number_text(value_, NumberKind::percentage, DateSystem::from_1900);
  if (type_ == "time") return clock_text(value_);
  if (type_ == "date" || type_ == "boolean") return value_;
  // The text has the lines of the cell. Programs may leave it out and give the attribute only.
  return has_text_ ? text_ : value_;
}

void OdsSheet::end_cell() {
  is_in_cell_ = is_in_text_ = false;
  const std::string text = is_covered_ ? std::string() : text_of_cell();
  if (has_formula_ && text.empty() && type_.empty()) ++rows_.counts.uncached;
  // One column too many is enough to be refused, however often the cell is repeated.
  const std::size_t last = std::min(column_ + cell_times_, kMaxColumns + 1);
  for (std::size_t column = column_ + 1; column <= last && !text.empty() && !xml_->is_stopped(); ++column)
    if (auto fault = rows_.put(column, text)) return check(std::move(fault));
  column_ = std::min(column_ + cell_times_, kMostRepeats);
}

void OdsSheet::end_row() {
  // Files end with about a million empty rows, as one element. They cost one step.
  check(rows_.end_row(row_ + 1, is_hidden_, row_times_));
  row_ = std::min(row_ + row_times_, kMostRepeats);
  if (rows_.is_full()) xml_->pause();
}

void OdsSheet::end_sheet() {
  for (const auto& [first, last] : hidden_columns_) {
    const std::size_t begin = std::max(first, rows_.first_column());
    const std::size_t end = std::min(last, rows_.last_column());
    if (begin > 0 && begin <= end) rows_.counts.hidden_columns += end - begin + 1;
  }
  // The sheets behind this one are not even unpacked.
  xml_->stop();
}

}  // namespace ibtikar
