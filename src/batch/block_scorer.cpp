// See block_scorer.h.
#include "batch/block_scorer.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "batch/read_ahead.h"
#include "batch/reading_of.h"
#include "batch/record_names.h"
#include "codec/json/precheck.h"

namespace ibtikar {
namespace {

/// Nothing, or a comment. Files of rejected records contain comments, and people rename such files.
bool is_blank_or_remark(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || text[first] == '#';
}

}  // namespace

BlockScorer::BlockScorer(const Rubric& rubric, const Scorer& scorer, const RowText& rows,
                         const BatchOptions& options, const PlainPlan* plain)
    : rubric_(rubric),
      full_scorer_(scorer),
      rows_(rows),
      options_(options),
      decoder_(rubric, scorer, options.encode),
      table_(rubric, scorer, options.encode, options.mapping),
      scorer_(scorer),
      answer_rows_(rubric, scorer, options.answers_language),
      summary_(empty_summary(rubric)) {
  if (options.mapping != nullptr && options.mapping->records)
    forms_ = std::make_unique<JsonRecords>(*options.mapping);
  else if (plain != nullptr)
    plain_.emplace(*plain), plain_rows_.emplace(plain->table->book());
}

const Summary& BlockScorer::summary() {
  if (plain_) plain_->move_to(summary_);
  return summary_;
}

void BlockScorer::swap(ScoredBlock& scored) {
  std::swap(result_, scored.result);
  std::swap(rejects_, scored.rejects);
  std::swap(ids_, scored.ids);
}

Record BlockScorer::decode(std::string_view text, const RecordPlace& place) {
  return forms_ ? decode_form(text, place) : decoder_.decode(text, place);
}

/// The record as a row of a table. Its faults get the places of its members.
Record BlockScorer::decode_form(std::string_view text, const RecordPlace& place) {
  form_ = forms_->read(text);
  is_left_out_ = false;
  Record record;
  if (form_.faults.empty()) {
    table_.begin({std::string(place.file), forms_->header(), ',', 1, {}, {}});
    table_.check(form_.text);
    const TableRow row = table_.split(form_.text, 0);
    is_left_out_ = table_.layout().faults.empty() && (table_.is_no_record(row) || table_.leaves_out(row));
    record = table_.layout().faults.empty() ? table_.decode(row, {place.file, 1, 1})
                                            : table_.refused(row, {place.file, 1, 1});
    if (table_.layout().faults.empty()) JsonRecords::locate_cells(record.faults, form_, text);
  } else {
    record.faults = std::move(form_.faults);
  }
  record.place = place;
  if (record.faults.empty()) return record;
  shift(record.faults, place);
  for (Diagnostic& fault : record.faults) fault.file = place.file;
  // What is kept of a rejected record is the record as it came.
  record.text = text;
  record.table = nullptr;
  return record;
}

void BlockScorer::score(const Block& block, std::uint64_t skip) {
  // The members are cleared one by one to keep their buffers: a new BlockResult would allocate for
  // every block.
  result_.rows.clear();
  result_.rejects.clear();
  rejects_.clear();
  result_.answers.clear();
  result_.ranked.clear();
  result_.pages.clear();
  result_.readings.clear();
  result_.proposals.clear();
  result_.faults.clear();
  result_.notes.clear();
  result_.repeated.clear();
  ids_.clear();
  result_.warnings.clear();
  result_.records = result_.rejected = result_.bytes = 0;
  skip_ = skip;
  for (const Block::Part& part : block.parts) {
    result_.bytes += part.end - part.begin;
    switch (part.kind) {
      case Block::Part::Kind::lines:
        score_lines(block, part);
        break;
      case Block::Part::Kind::rows:
        score_rows(block, part);
        break;
      case Block::Part::Kind::documents:
        score_documents(block, part);
        break;
      case Block::Part::Kind::fault:
        if (!is_passed_over()) refuse(part, {part.first_line, 1}, part.faults);
        break;
    }
  }
}

bool BlockScorer::is_passed_over() {
  ++result_.records;
  if (skip_ == 0) return false;
  --skip_;
  return true;
}

void BlockScorer::score_lines(const Block& block, const Block::Part& part) {
  const std::string_view text = std::string_view(block.bytes).substr(0, part.end);
  // Lines are checked some at a time, while they are in the nearest cache: nearly always, all of
  // them are UTF-8.
  constexpr std::size_t kCheckedTogether = std::size_t{16} << 10U;
  bool is_text = false;
  std::size_t checked_end = plain_ ? part.begin : part.end;
  std::size_t line = part.first_line;
  for (std::size_t begin = part.begin; begin < part.end; ++line) {
    if (begin >= checked_end) {
      checked_end = std::min(text.find('\n', begin + kCheckedTogether), part.end);
      is_text = is_utf8(text.substr(begin, checked_end - begin));
    }
    const std::size_t end = std::min(text.find('\n', begin), part.end);
    std::string_view record = text.substr(begin, end - begin);
    // The last record of a file may end without a line end, and its line may end in CRLF.
    if (!record.empty() && record.back() == '\r') record.remove_suffix(1);
    begin = end + 1;
    if (is_blank_or_remark(record) || is_passed_over()) continue;
    if (record.size() > options_.max_record) {
      refuse(part, {line, 1}, {too_long_record(part.name, {line, 1}, options_.max_record)});
      continue;
    }
    if (take_plain(record, is_text, part, {line, 1}, false)) continue;
    Record read = decode(record, {part.name, line, 1});
    if (is_left_out_) {
      ++summary_.left_out;
      continue;
    }
    if (read.id.empty()) read.stand_in = stand_in_of(part, {line, 1});
    take(read);
  }
}

void BlockScorer::score_documents(const Block& block, const Block::Part& part) {
  for (const Block::Part::Document& document : part.documents) {
    if (is_passed_over()) continue;
    const Position position{document.line, document.column};
    if (document.end - document.begin > options_.max_record) {
      refuse(part, position, {too_long_record(part.name, position, options_.max_record)},
             document.shares_line);
      continue;
    }
    const std::string_view text =
        std::string_view(block.bytes).substr(document.begin, document.end - document.begin);
    if (!document.breaks_list && take_plain(text, false, part, position, document.shares_line)) continue;
    Record read = decode(text, {part.name, document.line, document.column});
    if (is_left_out_) {
      ++summary_.left_out;
      continue;
    }
    if (read.id.empty()) read.stand_in = stand_in_of(part, position, document.shares_line);
    // The array ends here, so the message must not suggest that only this record was lost.
    if (document.breaks_list && !read.faults.empty())
      read.faults.front().message =
          message("{0}; the rest of the array was not read", std::move(read.faults.front().message));
    take(read);
  }
}

bool BlockScorer::take_plain(std::string_view text, bool is_text, const Block::Part& part, Position position,
                             bool shares_line) {
  if (!plain_ || !(is_text || is_utf8(text)) || !plain_->read(text)) return false;
  add_plain(plain_->answers(), plain_->id(), plain_->title(),
            plain_->id().empty() ? stand_in_of(part, position, shares_line) : std::string());
  return true;
}

void BlockScorer::add_plain(const CodedAnswers& answers, std::string_view id, std::string_view title,
                            std::string_view stand_in) {
  const std::string_view name = id.empty() ? stand_in : id;
  ids_.add(name, result_.records, options_.hash_key);
  const std::size_t began = result_.rows.size();
  const ShortRow& row = plain_->add_row(answers, name, title, result_.rows);
  if (!options_.keep_ranked) return;
  RankedRow& kept = result_.ranked.emplace_back(ranked_row(row, rubric_.parts().bands.size()));
  kept.id = name;
  kept.title = title;
  kept.text = result_.rows.substr(began);
}

void BlockScorer::take(const Record& record) {
  // All input formats end here: JSON lines, documents and table rows become the same rows.
  if (options_.keep_readings && (record.sheet != nullptr || may_be_assessment(record)))
    return add_reading(record);
  if (record.sheet == nullptr) return reject(record, true);
  if (options_.keep_proposals) return add_proposal(record);
  ids_.add(record.name(), result_.records, options_.hash_key);
  const Row& row = scorer_.score(*record.sheet);
  add(summary_, row);
  // Most records have no warnings, so the usual case builds no names.
  if (!record.warnings.empty() || !row.hidden.empty()) count_warnings(record, row);
  const std::size_t began = result_.rows.size();
  rows_.append(result_.rows, {record.name(), record.title, &row, {}});
  if (options_.keep_ranked) keep_ranked(record, row, began);
  if (options_.pages) add_page(record);
  if (options_.keep_answer_rows) add_answers(record);
}

void BlockScorer::refuse(const Block::Part& part, Position position, Diagnostics faults, bool shares_line) {
  Record record;
  record.place = {part.name, position.line, position.column};
  record.stand_in = stand_in_of(part, position, shares_line);
  record.faults = std::move(faults);
  reject(record, false);
}

void BlockScorer::reject(const Record& record, bool is_kept) {
  ++summary_.rejected;
  ++result_.rejected;
  const Diagnostic& first = record.faults.front();
  ++summary_.rejects[first.code];
  const std::string reason = format(first);
  rows_.append(result_.rows, {record.name(), record.title, nullptr, reason});
  // Databases and workbooks number records by their place in the input, so a rejected record must
  // keep its place.
  if (options_.keep_ranked && options_.keep_rejected) {
    RankedRow& kept = result_.ranked.emplace_back();
    kept.id = record.name();
    kept.title = record.title;
    kept.error = reason;
  }
  tell(first);
  if (options_.keep_rejects) rejects_.add(record, is_kept);
}

/// A failure to read is always reported, because it concerns more than one record. Of other faults
/// only the first ones are kept: a file of a million bad records must not fill memory.
void BlockScorer::tell(const Diagnostic& fault) {
  if (fault.is(Code::io) || result_.faults.size() < kMaxDiagnostics) result_.faults.push_back(fault);
}

void BlockScorer::keep_ranked(const Record& record, const Row& row, std::size_t row_began) {
  RankedRow& kept = result_.ranked.emplace_back(RankedRow{std::string(record.name()),
                                                          std::string(record.title),
                                                          row.overall,
                                                          row.dimensions,
                                                          row.band,
                                                          row.settled,
                                                          result_.rows.substr(row_began),
                                                          {},
                                                          row.gates,
                                                          {},
                                                          {},
                                                          {}});
  if (!options_.keep_answers) return;
  kept.answers = *record.sheet;
  kept.questions = row.questions;
}

void BlockScorer::add_page(const Record& record) {
  // The fast path keeps no notes, links or texts. A page shows them, so the record is decoded
  // again.
  const Checked<WholeRecord> whole = record.whole();
  if (!whole) return tell(whole.error().front());
  const Assessment assessment = full_scorer_.assess(whole->proposal, whole->sheet, whole->warnings);
  result_.pages.push_back({result_.ranked.size() - 1, render_html(assessment, *options_.pages)});
}

void BlockScorer::add_answers(const Record& record) {
  // Notes again, as in add_page().
  const Checked<WholeRecord> whole = record.whole();
  if (!whole) return tell(whole.error().front());
  answer_rows_.append(result_.answers, record.name(), whole->proposal, whole->sheet);
}

void BlockScorer::add_proposal(const Record& record) {
  Checked<WholeRecord> whole = record.whole();
  if (!whole) return tell(whole.error().front());
  result_.proposals.push_back({std::move(whole->proposal),
                               std::move(whole->sheet),
                               std::move(whole->warnings),
                               std::string(record.place.file),
                               {record.place.line, record.place.column}});
}

void BlockScorer::add_reading(const Record& record) {
  Checked<RecordReading> reading = reading_of(record, full_scorer_, options_.encode);
  if (reading) {
    result_.readings.push_back(*std::move(reading));
    return;
  }
  Record refused = record;
  refused.sheet = nullptr;
  refused.faults = std::move(reading.error());
  reject(refused, true);
}

void BlockScorer::count_warnings(const Record& record, const Row& row) {
  for (const Diagnostic& warning : record.warnings)
    summary_.warnings.add(warning.code, visible(warning.pointer));
  for (const Diagnostics::LeftOut& kind : record.warnings.left_out())
    summary_.warnings.add_elsewhere(kind.code, kind.times);
  // The full assessment warns about hidden answers one by one. Here only the count is needed.
  for (const std::size_t q : row.hidden)
    summary_.warnings.add(code_name(Code::hidden_answer), "/answers/" + rubric_.full_id(q));
}

}  // namespace ibtikar
