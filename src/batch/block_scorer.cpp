// See block_scorer.h.
#include "batch/block_scorer.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "batch/line_blocks.h"
#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

/// Nothing, or a comment, as files of rejects have them.
bool is_blank(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || text[first] == '#';
}

std::string_view file_stem(std::string_view name) {
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return name;
}

/// What is counted of a warning: neither its place in the file nor its words.
std::string key_of(const Diagnostic& warning) {
  return warning.pointer.empty() ? warning.code
                                 : fmt::format("{} at {}", warning.code, visible(warning.pointer));
}

/// Other names are counted as one: whoever writes ten million of them shall not fill the memory.
constexpr std::size_t kMostWarnings = 200;
constexpr const char* kOtherWarnings = "other warnings";

void count(std::map<std::string, std::uint64_t>& warnings, const std::string& key) {
  const bool is_known = warnings.size() < kMostWarnings || warnings.find(key) != warnings.end();
  ++warnings[is_known ? key : kOtherWarnings];
}

}  // namespace

BlockScorer::BlockScorer(const Rubric& rubric, const Scorer& scorer, const RowText& rows,
                         const BatchOptions& options)
    : rubric_(rubric),
      full_scorer_(scorer),
      rows_(rows),
      options_(options),
      decoder_(rubric, scorer, options.encode),
      table_(rubric, scorer, options.encode, options.mapping),
      scorer_(scorer),
      summary_(empty_summary(rubric)) {}

void BlockScorer::score(const Block& block, std::uint64_t skip) {
  portion_.rows.clear();
  portion_.rejects.clear();
  portion_.ranked.clear();
  portion_.pages.clear();
  portion_.faults.clear();
  portion_.notes.clear();
  portion_.repeated.clear();
  ids_.clear();
  portion_.warnings.clear();
  portion_.records = portion_.rejected = portion_.bytes = 0;
  skip_ = skip;
  for (const Block::Part& part : block.parts) {
    portion_.bytes += part.end - part.begin;
    switch (part.kind) {
      case Block::Part::Kind::lines:
        score_lines(block, part);
        break;
      case Block::Part::Kind::rows:
        score_rows(block, part);
        break;
      case Block::Part::Kind::document:
        if (!is_passed_over())
          score_record(std::string_view(block.bytes).substr(part.begin, part.end - part.begin), part.name,
                       part.first_line, file_stem(part.name));
        break;
      case Block::Part::Kind::fault:
        if (!is_passed_over()) reject(part.faults, {});
        break;
    }
  }
}

bool BlockScorer::is_passed_over() {
  ++portion_.records;
  if (skip_ == 0) return false;
  --skip_;
  return true;
}

void BlockScorer::score_lines(const Block& block, const Block::Part& part) {
  const std::string_view text = std::string_view(block.bytes).substr(0, part.end);
  std::size_t line = part.first_line;
  for (std::size_t begin = part.begin; begin < part.end; ++line) {
    const std::size_t end = std::min(text.find('\n', begin), part.end);
    std::string_view record = text.substr(begin, end - begin);
    if (!record.empty() && record.back() == '\r') record.remove_suffix(1);
    begin = end + 1;
    if (is_blank(record) || is_passed_over()) continue;
    if (record.size() > options_.max_record) {
      reject({too_long_record(part.name, line, options_.max_record)}, {});
      continue;
    }
    score_record(record, part.name, line, {});
  }
}

void BlockScorer::score_record(std::string_view text, const std::string& name, std::size_t line,
                               std::string_view usual_id) {
  Checked<DecodedRecord> record = decoder_.decode(text, name, line);
  if (!record) return reject(record.error(), text);
  if (record->id.empty()) record->id = usual_id;
  write_row(*record, decoder_.sheet());
  if (options_.pages) portion_.pages.push_back(page_of(text, name, usual_id));
}

void BlockScorer::write_row(const DecodedRecord& record, const AnswerSheet& sheet) {
  ids_.add(record.id, portion_.records, options_.hash_key);
  const Row& row = scorer_.score(sheet);
  add(summary_, row);
  if (!record.warnings.empty() || !row.hidden.empty()) count_warnings(record, row);
  const std::size_t began = portion_.rows.size();
  rows_.append(portion_.rows, {record.id, record.title, &row, {}});
  if (options_.keep_ranked) keep_ranked(record, row, began);
}

bool BlockScorer::begin_table(const Block::Part& part) {
  table_.begin({part.name, part.header, part.delimiter, part.header_line, part.decimals});
  const TableLayout& layout = table_.layout();
  if (part.is_first) {
    if (options_.tell_delimiters)
      portion_.notes.push_back(
          fmt::format("{}: columns are separated by {}", visible(part.name),
                      part.delimiter == '\t' ? "a tab" : fmt::format("\"{}\"", part.delimiter)));
    for (const Diagnostic& warning : layout.warnings) {
      count(summary_.warnings, key_of(warning));
      if (portion_.warnings.size() < kMaxDiagnostics) portion_.warnings.push_back(warning);
    }
    if (!layout.faults.empty() && !is_passed_over()) {
      reject(layout.faults, {});
      // Whoever mends a header wants to see all that is wrong with it.
      const std::size_t shown = std::min(layout.faults.size(), kMaxDiagnostics);
      portion_.faults.insert(portion_.faults.end(), layout.faults.begin() + 1,
                             layout.faults.begin() + static_cast<std::ptrdiff_t>(shown));
    }
  }
  if (options_.tell_delimiters && part.settles_decimals)
    portion_.notes.insert(portion_.notes.end(), layout.notes.begin(), layout.notes.end());
  return layout.faults.empty();
}

void BlockScorer::score_rows(const Block& block, const Block::Part& part) {
  if (!begin_table(part)) return;
  const std::string_view text = std::string_view(block.bytes).substr(part.begin, part.end - part.begin);
  table_.check(text);
  std::size_t line = part.first_line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t behind = table_.split(text, at);
    const std::string_view row = text.substr(at, behind - at);
    at = behind;
    if (!table_.is_blank() && !is_passed_over()) {
      if (row.size() > options_.max_record)
        reject({too_long_record(part.name, line, options_.max_record)}, {});
      else
        score_row(line);
    }
    line += static_cast<std::size_t>(std::count(row.begin(), row.end(), '\n'));
  }
}

void BlockScorer::score_row(std::size_t line) {
  const Checked<DecodedRecord> record = table_.decode(line);
  if (!record) return reject(record.error(), options_.keep_rejects ? table_.as_json() : std::string());
  write_row(*record, table_.sheet());
  if (options_.pages) portion_.pages.push_back(page_of(table_.as_json(), {}, {}));
}

void BlockScorer::reject(const Diagnostics& faults, std::string_view text) {
  ++summary_.rejected;
  ++portion_.rejected;
  const Diagnostic& first = faults.front();
  ++summary_.rejects[first.code];
  const std::string reason = format(first);
  rows_.append(portion_.rows, {{}, {}, nullptr, reason});
  if (options_.keep_ranked && options_.keep_rejected) portion_.ranked.emplace_back().error = reason;
  if (portion_.faults.size() < kMaxDiagnostics) portion_.faults.push_back(first);
  if (!options_.keep_rejects) return;
  portion_.rejects += "# " + reason + "\n";
  if (text.empty()) return;
  // A document of several lines becomes one: between its tokens a line end is a blank.
  for (const char c : text) portion_.rejects += c == '\n' || c == '\r' ? ' ' : c;
  portion_.rejects += '\n';
}

void BlockScorer::keep_ranked(const DecodedRecord& record, const Row& row, std::size_t row_began) {
  RankedRow& kept = portion_.ranked.emplace_back(RankedRow{std::string(record.id),
                                                           std::string(record.title),
                                                           row.overall,
                                                           row.dimensions,
                                                           row.band,
                                                           row.settled,
                                                           portion_.rows.substr(row_began),
                                                           {},
                                                           row.gates,
                                                           {},
                                                           {},
                                                           {}});
  if (!options_.keep_answers) return;
  kept.answers = decoder_.sheet();
  kept.questions = row.questions;
}

/// Reads the record again, with all that rows do without: notes, links, who assessed it.
std::string BlockScorer::page_of(std::string_view text, const std::string& name, std::string_view usual_id) {
  Diagnostics warnings;
  Checked<Proposal> proposal =
      decode_proposal({name, std::string(text)}, {options_.encode.lenient}, warnings);
  if (!proposal) return {};
  if (proposal->id.empty()) proposal->id = usual_id;
  const Checked<AnswerSheet> sheet = full_scorer_.encode(*proposal, options_.encode, warnings);
  if (!sheet) return {};
  return render_html(full_scorer_.assess(*proposal, *sheet, warnings), *options_.pages);
}

void BlockScorer::count_warnings(const DecodedRecord& record, const Row& row) {
  for (const Diagnostic& warning : record.warnings) count(summary_.warnings, key_of(warning));
  for (const std::size_t q : row.hidden)
    count(summary_.warnings, "hidden-answer at /answers/" + rubric_.full_id(q));
}

}  // namespace ibtikar
