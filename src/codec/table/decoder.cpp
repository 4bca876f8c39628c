// See decoder.h. A row goes the quick way, in decoder_quick.cpp, or the careful way, which makes a
// Proposal and goes through Scorer::encode().
#include "codec/table/decoder_work.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/blanks.h"
#include "base/json_pointer.h"
#include "base/utf8.h"
#include "codec/json/precheck.h"
#include "codec/table/codes.h"
#include "codec/table/row_faults.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {
using What = ColumnUse::What;
}  // namespace

TableDecoder::TableDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options,
                           const Mapping* mapping)
    : work_(std::make_unique<Work>(rubric, scorer, options, mapping)) {}
TableDecoder::TableDecoder(TableDecoder&&) noexcept = default;
TableDecoder& TableDecoder::operator=(TableDecoder&&) noexcept = default;
TableDecoder::~TableDecoder() = default;

const TableLayout& TableDecoder::layout() const { return work_->layout; }
char TableDecoder::delimiter() const { return work_->header.delimiter; }
std::size_t TableDecoder::layouts() const { return work_->layouts; }
const AnswerSheet& TableDecoder::fixed() const { return work_->fixed; }
bool TableDecoder::is_plain() const { return work_->is_plain; }
Result<Cell> TableDecoder::value_of(const ColumnUse& use, std::string_view cell) const {
  return work_->cell_of(use, cell);
}
std::string TableDecoder::evidence_of(const ColumnUse& use) const {
  return work_->cell_texts.evidence_of(use);
}

void TableDecoder::begin(const TableHeader& header) {
  TableHeader moved = header;
  moved.line = work_->header.line;
  const bool is_known = work_->header == moved && work_->layout.faults.empty();
  work_->header = header;
  // The rows of one table arrive in many parts, and each repeats the header. Its line matters only
  // for its faults and warnings.
  if (!is_known || (header.line != moved.line && !work_->layout.warnings.empty())) work_->begin();
}

void TableDecoder::Work::begin() {
  splitter = CsvSplitter(header.delimiter);
  ++layouts;
  columns.clear(), option_questions.clear();
  notes_count = has_ranks = false;
  lay_out_header();
  if (!layout.faults.empty()) return;
  labels = TableLabels(rubric, layout.columns);
  for (std::size_t place = 0; place < layout.columns.size(); ++place) {
    const ColumnUse& use = layout.columns[place];
    if (use.what == What::note && rubric.question(use.question).needs)
      notes_count = notes_count || rubric.question(use.question).needs->note;
    // Rows show none of these. The careful way reads them when a page or a database needs them.
    if (use.what == What::passed_over || use.what == What::note || use.what == What::organization ||
        use.what == What::assessor || use.what == What::date || use.what == What::language)
      continue;
    has_ranks = has_ranks || use.rank > 0;
    if (use.what == What::option &&
        std::find(option_questions.begin(), option_questions.end(), use.question) == option_questions.end())
      option_questions.push_back(use.question);
    const auto level = find_evidence(rubric.parts().evidence, cell_texts.evidence_of(use));
    columns.push_back({place, use, static_cast<std::uint32_t>(level.value_or(0)), {}, {}});
  }
  // Evidence changes the cell of an answer, so it must be read after the answer, wherever its
  // column stands.
  std::ranges::stable_sort(columns, {}, [](const UsedColumn& column) {
    return std::pair(column.use.what == What::evidence, column.use.rank);
  });
  fixed.cells.assign(rubric.question_count(), {});
  if (mapping != nullptr) {
    Diagnostics none;
    Proposal every = mapping->fixed;
    for (auto& [id, answer] : every.answers)
      if (answer.evidence.empty()) answer.evidence = mapping->evidence;
    if (const auto cells = scorer.encode(every, {}, none)) fixed = *cells;  // decode_mapping() checked it
  }
  for (const std::size_t question : option_questions)
    fixed.cells[question].chosen.assign(rubric.question(question).options.size(), false);
  sheet = fixed;
}

/// A heading with bytes that are not UTF-8 names no column that is read. So it does no harm if the
/// other headings are enough.
void TableDecoder::Work::lay_out_header() {
  auto fault = fault_of_text({header.name, {}}, header.text, phrase("CSV in UTF-8"), EncodingRemedy::name);
  layout = lay_out(fault ? with_replaced_bytes(header.text) : header.text, header.delimiter, header.decimals,
                   header.name, header.line, rubric, mapping);
  reword_for_sheet(layout.faults, header.sheet, rubric);
  name_cells(layout.faults, header.sheet, header.text, header.line);
  name_cells(layout.warnings, header.sheet, header.text, header.line);
  if (!fault) return;
  fault->position.line += header.line - 1;
  if (!fault->is(Code::not_utf8) || !layout.faults.empty()) {
    layout = {};
    layout.faults.push_back(*std::move(fault));
    return;
  }
  fault->severity = Severity::warning;
  layout.warnings.push_back(*std::move(fault));
}

void TableDecoder::check(std::string_view text) { work_->is_plain = is_plain_text(text); }

TableRow TableDecoder::split(std::string_view text, std::size_t at) {
  CsvSplitter& splitter = work_->splitter;
  const std::size_t behind = splitter.split(text, at);
  return {text.substr(at, behind - at), splitter.cells(), splitter.bad_quote(), at, behind,
          splitter.is_blank()};
}

Record TableDecoder::decode(const TableRow& row, const RecordPlace& place) {
  Record record = work_->unread(row, place);
  if (work_->is_plain && work_->quick(row, record)) {
    record.sheet = &work_->sheet;
    return record;
  }
  record = work_->unread(row, place);
  work_->take(work_->with_cells(work_->carefully(row, place), row, place), row, record);
  return record;
}

Record TableDecoder::refused(const TableRow& row, const RecordPlace& place) const {
  Record record = work_->unread(row, place);
  record.faults = work_->layout.faults;
  return record;
}

Record TableDecoder::Work::unread(const TableRow& row, const RecordPlace& place) const {
  Record record;
  record.place = place;
  record.text = row.text;
  if (record.text.ends_with('\n')) record.text.remove_suffix(1);
  record.table = &header;
  record.read_whole = &read_whole;
  return record;
}

/// Reads the row as a proposal, through Scorer::encode(), like a proposal in JSON.
Checked<WholeRecord> TableDecoder::Work::carefully(const TableRow& row, const RecordPlace& place) const {
  if (auto fault = fault_of_row(row, layout.columns, place.line)) {
    fault->file = header.name;
    return fail(Diagnostics{*std::move(fault)});
  }
  RowProposal reader(rubric, mapping, labels);
  Diagnostics errors = reader.read(layout.columns, row.cells, conditions_of(row), options);
  WholeRecord whole;
  if (auto warning = is_plain ? std::nullopt : warning_of_row(row, place.line)) {
    warning->file = header.name;
    whole.warnings.push_back(*std::move(warning));
  }
  if (options.lenient) {
    for (Diagnostic& error : errors) {
      error.severity = Severity::warning;
      error.message = message("{0}; taken as unanswered", std::move(error.message));
    }
    whole.warnings.append(std::move(errors));
    errors = {};
  }
  if (errors.empty()) {
    Checked<AnswerSheet> encoded = scorer.encode(reader.proposal(), options, whole.warnings);
    if (encoded) {
      whole.sheet = *std::move(encoded);
      whole.proposal = std::move(reader).take();
      return whole;
    }
    errors = std::move(encoded.error());
  }
  for (Diagnostic& error : errors) {
    // Whoever looks at a table needs the cell, not the JSON pointer that the error came with.
    const std::size_t cell = reader.cell_of(error.pointer);
    if (Message hint = reader.hint(error, layout.columns[cell], row.cells[cell].text); !hint.empty())
      error.message = message("{0}; {1}", std::move(error.message), std::move(hint));
    error.file = header.name;
    error.position = position_in(row.text, row.cells[cell].at - row.at, place.line);
    error.pointer = "/answers/" + pointer_token(pointer_names(error.pointer)[1]);
  }
  return fail(std::move(errors));
}

Checked<WholeRecord> TableDecoder::Work::again(const Record& record) const {
  CsvSplitter own(header.delimiter);
  static_cast<void>(own.split(record.text, 0));
  const TableRow row{record.text, own.cells(), own.bad_quote(), 0, record.text.size(), false};
  return with_cells(carefully(row, record.place), row, record.place);
}

/// The same, with the cells of the sheet in what is said of a row of a workbook.
Checked<WholeRecord> TableDecoder::Work::with_cells(Checked<WholeRecord> read, const TableRow& row,
                                                    const RecordPlace& place) const {
  name_cells(read ? read->warnings : read.error(), header.sheet, row.text, place.line);
  return read;
}

void TableDecoder::Work::take(Checked<WholeRecord> read, const TableRow& row, Record& record) {
  if (!read) {
    identify(row, record);
    record.faults = std::move(read.error());
    return;
  }
  ibtikar::take(*std::move(read), careful, record);
}

/// The id and title of a rejected row, from cells that are certain: those before a stray quotation
/// mark; the first if there are too many; none if there are too few (it may be the rest of a row).
void TableDecoder::Work::identify(const TableRow& row, Record& record) const {
  std::size_t certain = row.cells.size();
  if (row.bad_quote)
    certain =
        static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [&](const CsvCell& cell) {
          return cell.at < row.bad_quote->at;
        }));
  if (row.bad_quote && certain > 0 && row.cells.size() >= certain) {
    const CsvCell& last = row.cells[certain - 1];
    if (last.at + last.text.size() >= row.bad_quote->at) --certain;
  }
  if (row.cells.size() > layout.columns.size()) certain = std::min<std::size_t>(certain, 1);
  if (row.cells.size() < layout.columns.size() && !row.bad_quote) certain = 0;
  if (mapping != nullptr) record.title = mapping->fixed.title;
  for (std::size_t place = 0; place < std::min(certain, layout.columns.size()); ++place) {
    const What what = layout.columns[place].what;
    if (what != What::id && what != What::title) continue;
    std::string_view& into = what == What::id ? record.id : record.title;
    if (layout.columns[place].rank > 0 && !into.empty()) continue;
    const std::string_view text = without_outer_blanks(row.cells[place].text);
    if (text.size() <= kMaxTextBytes && is_plain_text(text)) into = text;
  }
}

std::vector<bool> TableDecoder::Work::conditions_of(const TableRow& row) const {
  std::vector<bool> holds;
  for (const std::vector<PlacedTest>& tests : layout.conditions) holds.push_back(all_hold(tests, row.cells));
  return holds;
}

bool TableDecoder::is_no_record(const TableRow& row) const {
  const Mapping* const mapping = work_->mapping;
  if (mapping == nullptr || mapping->skipped.empty() || row.bad_quote) return false;
  return std::ranges::all_of(row.cells, [&](const CsvCell& cell) {
    const CellText text(cell.text);
    return text.text.empty() || find_code(mapping->skipped, text) != nullptr;
  });
}

bool TableDecoder::leaves_out(const TableRow& row) const {
  // Which cell belongs to which column is not certain in a row that is not whole.
  const TableLayout& layout = work_->layout;
  if (layout.leave_out.empty() || row.bad_quote || row.cells.size() != layout.columns.size()) return false;
  return any_holds(layout.leave_out, row.cells);
}

}  // namespace ibtikar
