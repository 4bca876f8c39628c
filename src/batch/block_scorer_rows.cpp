// BlockScorer for the rows of tables.
#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "batch/block_scorer.h"
#include "batch/read_ahead.h"
#include "batch/record_names.h"

namespace ibtikar {
namespace {

/// How the cells of a table are found.
Message way_of_reading(const Block::Part& part) {
  if (!part.sheet.empty())
    return message("{0}: the table begins at {1}", part.name,
                   visible(cell_name(part.sheet, part.first_column, part.header_line)));
  return message(
      "{0}: columns are separated by {1}", part.name,
      part.delimiter == '\t' ? message("a tab") : Message::verbatim(fmt::format("\"{}\"", part.delimiter)));
}

}  // namespace

bool BlockScorer::begin_table(const Block::Part& part) {
  table_.begin({part.name,
                part.header,
                part.delimiter,
                part.header_line,
                part.decimals,
                {part.sheet, part.first_column}});
  const TableLayout& layout = table_.layout();
  if (part.is_first) {
    if (options_.tell_delimiters) result_.notes.push_back(way_of_reading(part));
    for (const Diagnostic& warning : layout.warnings) {
      // If the beginning of the table is skipped, an earlier run has counted its warnings.
      if (skip_ == 0) summary_.warnings.add(warning.code, visible(warning.pointer));
      if (result_.warnings.size() < kMaxDiagnostics) result_.warnings.push_back(warning);
    }
    if (skip_ == 0)
      for (const Diagnostics::LeftOut& kind : layout.warnings.left_out())
        summary_.warnings.add_elsewhere(kind.code, kind.times);
    // A refused header counts as one rejected record. How many rows it had nobody knows: they are
    // not read.
    if (!layout.faults.empty() && !part.is_alone && !is_passed_over()) {
      refuse(part, {part.header_line, 1}, layout.faults);
      // Whoever corrects a header wants to see everything that is wrong with it.
      const std::size_t shown = std::min(layout.faults.size(), kMaxDiagnostics);
      for (std::size_t i = 1; i < shown; ++i) result_.faults.push_back(layout.faults[i]);
    }
  }
  if (options_.tell_delimiters && part.settles_decimals)
    result_.notes.insert(result_.notes.end(), layout.notes.begin(), layout.notes.end());
  return layout.faults.empty();
}

void BlockScorer::score_rows(const Block& block, const Block::Part& part) {
  const bool is_readable = begin_table(part);
  if (!is_readable && !part.is_alone) return;
  const std::string_view text = std::string_view(block.bytes).substr(part.begin, part.end - part.begin);
  // UTF-8 is checked once for the whole part, not cell by cell.
  table_.check(text);
  const bool may_be_plain = plain_rows_ && is_readable;
  if (may_be_plain) plain_rows_->begin(table_, options_.mapping, text, options_.max_record);
  std::size_t line = part.first_line;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    if (number < part.rows.size()) line = part.rows[number];
    if (may_be_plain && take_plain_row(at, part, {line, 1})) {
      at = plain_rows_->behind();
      line += plain_rows_->line_ends();
      continue;
    }
    const TableRow row = table_.split(text, at);
    at = row.behind;
    const bool is_record = !row.is_blank && !(is_readable && table_.is_no_record(row));
    if (is_record && !is_passed_over()) {
      if (is_readable && table_.leaves_out(row)) {
        ++summary_.left_out;
      } else if (row.text.size() > options_.max_record) {
        refuse(part, {line, 1}, {too_long_record(part.name, {line, 1}, options_.max_record)});
      } else {
        Record read = is_readable ? table_.decode(row, {part.name, line, 1})
                                  : table_.refused(row, {part.name, line, 1});
        if (read.id.empty()) read.stand_in = stand_in_of(part, {line, 1});
        take(read);
      }
    }
    // Quoted cells may contain line ends, so a row can span several lines.
    line += static_cast<std::size_t>(std::count(row.text.begin(), row.text.end(), '\n'));
  }
}

bool BlockScorer::take_plain_row(std::size_t at, const Block::Part& part, Position position) {
  if (skip_ > 0 || !plain_rows_->walk(at)) return false;
  ++result_.records;
  ++plain_row_count_;
  add_plain(plain_rows_->answers(), plain_rows_->id(), plain_rows_->title(),
            plain_rows_->id().empty() ? stand_in_of(part, position) : std::string());
  return true;
}

}  // namespace ibtikar
