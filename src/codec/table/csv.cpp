// See csv.h.
//
// Two functions read quotation marks by the same rules, through look_at_quoted(): one finds where
// records end in a large block, the other splits one record. If they disagreed, a row could be cut
// in the middle of a cell.
#include "codec/table/csv.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/blanks.h"

namespace ibtikar {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

enum class Quoted {
  closed,   ///< as it should be
  bad,      ///< not closed, not soon enough, or with more behind the closing mark
  unknown,  ///< the text ends too early to tell
};

/// Judges the cell whose quotation mark is at `open`. If the cell is closed, `behind` is the place
/// after its closing mark. The search ends after kMaxCellBytes: one forgotten mark must not swallow
/// the rest of a large file.
Quoted look_at_quoted(std::string_view text, std::size_t open, char delimiter, Extent extent,
                      std::size_t& behind) {
  const Quoted at_end = extent == Extent::all ? Quoted::bad : Quoted::unknown;
  const std::string_view within = text.substr(0, std::min(text.size(), open + kMaxCellBytes + 2));
  for (std::size_t at = open + 1;;) {
    const std::size_t quote = within.find('"', at);
    if (quote == kNone) return within.size() < text.size() ? Quoted::bad : at_end;
    behind = quote + 1;
    // The next byte decides: another mark would be a doubled one, part of the cell.
    if (behind == text.size()) return extent == Extent::all ? Quoted::closed : Quoted::unknown;
    const char next = text[behind];
    if (next == delimiter || next == '\n') return Quoted::closed;
    if (next == '\r') {
      if (behind + 1 == text.size()) return extent == Extent::all ? Quoted::closed : Quoted::unknown;
      return text[behind + 1] == '\n' ? Quoted::closed : Quoted::bad;
    }
    if (next != '"') return Quoted::bad;
    at = quote + 2;
  }
}

// A mark elsewhere, as in 5" pipe, is a fault of its record and opens nothing.
bool is_cell_start(std::string_view text, std::size_t at, char delimiter) {
  return at == 0 || text[at - 1] == delimiter || text[at - 1] == '\n';
}

}  // namespace

RecordEnds find_record_ends(std::string_view text, std::size_t from, char delimiter, Which which,
                            Extent extent) {
  RecordEnds ends;
  ends.outside = from;
  for (std::size_t at = from;;) {
    const std::size_t quote = text.find('"', at);
    // Outside quotation marks every line end ends a record, so whole stretches are searched at
    // once.
    const std::string_view stretch = text.substr(at, quote == kNone ? kNone : quote - at);
    const std::size_t line_end = which == Which::first ? stretch.find('\n') : stretch.rfind('\n');
    if (line_end != kNone) ends.whole = at + line_end + 1;
    ends.outside = at + stretch.size();
    if (line_end != kNone && which == Which::first) return ends;
    if (quote == kNone) return ends;
    if (!is_cell_start(text, quote, delimiter)) {
      at = quote + 1;
      continue;
    }
    std::size_t behind = 0;
    switch (look_at_quoted(text, quote, delimiter, extent, behind)) {
      case Quoted::closed:
        at = behind;
        break;
      case Quoted::bad:
        at = quote + 1;
        break;
      case Quoted::unknown:
        return ends;
    }
  }
}

Diagnostic fault_of(const CsvSplitter::BadQuote& quote, Position at) {
  Diagnostic fault =
      quote.opens
          ? error_at("", "unclosed-quote",
                     message("this quotation mark is not closed; expected another one at the cell's end, "
                             "within 1 MiB, "
                             "and those inside it doubled"))
          : error_at(
                "", "stray-quote",
                message(
                    "a quotation mark inside a cell; expected the whole cell in quotation marks, and those "
                    "inside it doubled"));
  fault.position = at;
  return fault;
}

std::size_t CsvSplitter::split(std::string_view text, std::size_t at) {
  cells_.clear();
  unescaped_.clear();
  bad_quote_.reset();
  const char* const begin = text.data();
  const std::size_t end = text.size();
  for (;;) {
    const std::size_t cell = at;
    if (at < end && begin[at] == '"') {
      at = quoted_cell(text, at);
    } else {
      while (at < end && !stops_[static_cast<unsigned char>(begin[at])]) ++at;
      if (at < end && begin[at] == '"') {
        if (!bad_quote_) bad_quote_ = BadQuote{at, false};
        at = rest_of_cell(text, at);
      }
      add({text.substr(cell, at - cell), cell});
    }
    if (at < end && begin[at] == delimiter_) {
      ++at;
      continue;
    }
    // A line end, or the end of the text. A "\r" before it belongs to the line end, unless it
    // stands inside quotation marks.
    std::string_view& last = cells_.back().text;
    if (last.data() + last.size() == begin + at && last.ends_with('\r')) last.remove_suffix(1);
    return at < end ? at + 1 : end;
  }
}

/// No header has so many columns: that there are more is all that matters. A record of commas would
/// need fifty times its size.
void CsvSplitter::add(const CsvCell& cell) {
  if (cells_.size() > kMaxColumns) cells_.pop_back();
  cells_.push_back(cell);
}

/// The place of the next delimiter or line end, whatever quotation marks come before it. The row is
/// rejected anyway; its other cells may still identify it.
std::size_t CsvSplitter::rest_of_cell(std::string_view text, std::size_t at) const {
  while (at < text.size() && text[at] != delimiter_ && text[at] != '\n') ++at;
  return at;
}

std::size_t CsvSplitter::quoted_cell(std::string_view text, std::size_t at) {
  std::size_t behind = 0;
  if (look_at_quoted(text, at, delimiter_, Extent::all, behind) != Quoted::closed) {
    if (!bad_quote_) bad_quote_ = BadQuote{at, true};
    const std::size_t end = rest_of_cell(text, at);
    add({text.substr(at, end - at), at});
    return end;
  }
  std::string_view inner = text.substr(at + 1, behind - at - 2);
  if (inner.find('"') != kNone) {
    // Reserve enough for the rest of the record: earlier cells refer to this buffer, so it must not
    // move.
    if (unescaped_.empty()) unescaped_.reserve(text.size() - at);
    const std::size_t begin = unescaped_.size();
    for (std::size_t i = 0; i < inner.size(); ++i) {
      unescaped_ += inner[i];
      if (inner[i] == '"') ++i;
    }
    inner = std::string_view(unescaped_).substr(begin);
  }
  add({inner, at});
  // look_at_quoted() accepted "\r" only before "\n".
  return behind < text.size() && text[behind] == '\r' ? behind + 1 : behind;
}

bool CsvSplitter::is_blank() const {
  return !bad_quote_ && std::all_of(cells_.begin(), cells_.end(), [](const CsvCell& cell) {
    return without_outer_blanks(cell.text).empty();
  });
}

void append_csv(std::string& out, std::string_view cell) {
  // A loop over the bytes: find_first_of() calls a function for each of them.
  const bool is_plain =
      std::ranges::none_of(cell, [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
  if (is_plain) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

char delimiter_of(std::string_view header) {
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  std::size_t tabs = 0;
  bool is_quoted = false;
  for (const char c : header) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
  }
  // Tabs hardly occur in headings. Commas and semicolons do, so the more frequent one is taken.
  if (tabs > 0) return '\t';
  return semicolons > commas ? ';' : ',';
}

namespace {

/// The line "sep=;", which spreadsheets write and read: the delimiter, and the length of the line.
struct Separator {
  char delimiter = 0;
  std::size_t size = 0;
};

std::optional<Separator> separator_line(std::string_view text) {
  constexpr std::string_view kSep = "sep=";
  if (!text.starts_with(kSep)) return std::nullopt;
  std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t size = std::min(line.size() + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return Separator{line.size() == kSep.size() + 1 ? line.back() : '\0', size};
}

TableHeadResult head_fault(CodeName code, Message message, Position at) {
  Diagnostic fault = error_at("", std::move(code), std::move(message));
  fault.position = at;
  return {std::nullopt, std::move(fault)};
}

/// The beginning of the header: after blank lines.
std::size_t skip_blank_lines(std::string_view text, std::size_t at, std::size_t& line) {
  for (std::size_t i = at; i < text.size() && (text[i] == '\r' || text[i] == '\n' || text[i] == ' '); ++i)
    if (text[i] == '\n') {
      at = i + 1;
      ++line;
    }
  return at;
}

}  // namespace

TableHeadResult read_table_head(std::string_view text, Extent extent, std::optional<char> delimiter,
                                const HeaderShape& shape) {
  std::size_t line = 1;
  std::size_t at = skip_blank_lines(text, 0, line);
  const bool is_all = extent == Extent::all;
  if (const auto separator = separator_line(text.substr(at))) {
    // The line may continue in bytes that have not arrived.
    if (!is_all && at + separator->size == text.size()) return {};
    if (separator->delimiter != ',' && separator->delimiter != ';' && separator->delimiter != '\t')
      return head_fault("bad-delimiter",
                        message("sep= names no delimiter that is known; expected , ; or a tab"), {line, 5});
    if (!delimiter) delimiter = separator->delimiter;
    ++line;
    at = skip_blank_lines(text, at + separator->size, line);
  }
  const char by = delimiter ? *delimiter : delimiter_of(text.substr(at, text.find('\n', at) - at));
  const RecordEnds ends = find_record_ends(text, at, by, Which::first, extent);
  if (ends.whole == 0 && !is_all) return {};
  std::size_t end = ends.whole == 0 ? text.size() : ends.whole;
  CsvSplitter splitter(by);
  static_cast<void>(splitter.split(text.substr(0, end), at));
  if (const auto& quote = splitter.bad_quote())
    return {std::nullopt, fault_of(*quote, position_in(text, quote->at, 1))};
  const std::string_view header = text.substr(at, end - at);
  if (header.find_first_not_of(" \t\r\n") == kNone)
    return head_fault("empty", message("empty: expected a header row with the names of columns"), {line, 1});
  // Old spreadsheets end lines with CR alone. The whole file would be one header.
  const std::size_t lone = header.find('\r');
  if (lone != kNone && lone + 1 < header.size() && header[lone + 1] != '\n' && header.find('"') == kNone)
    return head_fault("bad-line-end", message("lines end in CR alone; expected LF or CRLF"),
                      position_in(text, at + lone, 1));
  const std::size_t first_row_end = end;
  for (std::size_t more = shape.rows + shape.skip; more > 1 && end < text.size();) {
    const RecordEnds next = find_record_ends(text, end, by, Which::first, extent);
    if (next.whole == 0 && !is_all) return {};
    static_cast<void>(splitter.split(text.substr(0, next.whole == 0 ? text.size() : next.whole), end));
    end = next.whole == 0 ? text.size() : next.whole;
    if (!splitter.is_blank()) --more;  // blank lines count nowhere
    if (!is_all && more > 1 && end == text.size()) return {};
  }
  if (!is_all && shape.rows + shape.skip > 1 && end == first_row_end) return {};  // more will come
  const std::size_t size = shape.rows == 0 ? at : end;
  const auto lines = static_cast<std::size_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
  return {TableHead{by, size, lines, line, std::string(text.substr(at, end - at))}, std::nullopt};
}

std::size_t count_rows(std::string_view text, char delimiter) {
  CsvSplitter splitter(delimiter);
  std::size_t rows = 0;
  for (std::size_t at = 0; at < text.size(); ++rows) at = splitter.split(text, at);
  return rows;
}

Position position_in(std::string_view text, std::size_t at, std::size_t first_line) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line_begin = before.rfind('\n') + 1;
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  // Count the bytes that begin a character, also where the bytes are not UTF-8: a place that is
  // nearly right is better than none.
  std::size_t column = 1;
  for (const char c : before.substr(line_begin))
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column;
  return {first_line + lines, column};
}

}  // namespace ibtikar
