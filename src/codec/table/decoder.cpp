// See decoder.h.
#include "codec/table/decoder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "codec/json/precheck.h"
#include "codec/proposal/answers_file.h"
#include "codec/table/row_proposal.h"
#include "codec/table/value.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// So many different cells of a column are remembered; where there are more, most of them come once.
constexpr std::size_t kMostKnown = 32;
constexpr std::size_t kLongestKnown = 64;

/// What the cells of a column came to so far.
struct Memory {
  /// Of cells one byte long, and at 0 of the empty one: 1 + the place in `known`.
  std::array<std::uint8_t, 256> by_byte{};
  std::vector<std::pair<std::string, Cell>> known;

  [[nodiscard]] const Cell* find(std::string_view text) const {
    if (text.size() <= 1) {
      const std::uint8_t place = by_byte[key_of(text)];
      return place == 0 ? nullptr : &known[place - 1U].second;
    }
    for (const auto& [one, cell] : known)
      if (one == text) return &cell;
    return nullptr;
  }

  void keep(std::string_view text, const Cell& cell) {
    if (known.size() >= kMostKnown || text.size() > kLongestKnown) return;
    known.emplace_back(text, cell);
    if (text.size() <= 1) by_byte[key_of(text)] = static_cast<std::uint8_t>(known.size());
  }

  static std::size_t key_of(std::string_view text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text.front());
  }
};

/// A column that is not passed over.
struct UsedColumn {
  std::size_t place = 0;
  ColumnUse use;
  std::uint32_t evidence = 0;  ///< of an option's question
  Memory memory;
  Cell latest;  ///< what was not worth remembering
};

void put(const Cell& from, Cell& into) {
  into.state = from.state;
  into.evidence = from.evidence;
  into.index = from.index;
  into.number = from.number;
  into.utility = from.utility;
  if (!from.chosen.empty() || !into.chosen.empty()) into.chosen = from.chosen;
}

}  // namespace

struct TableDecoder::Work {
  const Rubric& rubric;
  const Scorer& scorer;
  EncodeOptions options;
  const Mapping* mapping;
  TableHeader header;
  TableLayout layout;
  CsvSplitter splitter{','};
  std::vector<UsedColumn> columns;
  std::vector<std::size_t> option_questions;  ///< those with a column for each option
  AnswerSheet fixed;                          ///< what every row begins with
  AnswerSheet sheet;
  std::string_view text;
  std::size_t at = 0;      ///< where the row begins
  std::size_t behind = 0;  ///< and ends
  bool is_plain = true;    ///< the text at hand is UTF-8 without a NUL
  RowProposal careful;

  Work(const Rubric& of, const Scorer& by, const EncodeOptions& how, const Mapping* with)
      : rubric(of), scorer(by), options(how), mapping(with), careful(of, with) {}

  void begin();
  Result<Cell> cell_of(const ColumnUse& use, std::string_view cell) const;
  bool quick(DecodedRecord& record);
  bool read_cell(UsedColumn& column, std::string_view cell, DecodedRecord& record);
  const Cell* known_cell(UsedColumn& column, std::string_view cell) const;
  void finish_options();
  std::optional<Diagnostic> fault_of_row(std::size_t line) const;
  Checked<DecodedRecord> carefully(std::size_t line);
  Position position(std::size_t where, std::size_t line) const;
};

TableDecoder::TableDecoder(const Rubric& rubric, const Scorer& scorer, const EncodeOptions& options,
                           const Mapping* mapping)
    : work_(std::make_unique<Work>(rubric, scorer, options, mapping)) {}
TableDecoder::TableDecoder(TableDecoder&&) noexcept = default;
TableDecoder& TableDecoder::operator=(TableDecoder&&) noexcept = default;
TableDecoder::~TableDecoder() = default;

const AnswerSheet& TableDecoder::sheet() const { return work_->sheet; }
const TableLayout& TableDecoder::layout() const { return work_->layout; }
bool TableDecoder::is_blank() const { return work_->splitter.is_blank(); }

void TableDecoder::begin(const TableHeader& header) {
  if (work_->header == header) return;
  work_->header = header;
  work_->begin();
}

void TableDecoder::Work::begin() {
  splitter = CsvSplitter(header.delimiter);
  columns.clear();
  option_questions.clear();
  if (const auto fault = fault_of_text({header.name, {}}, header.text, "CSV in UTF-8")) {
    layout = {};
    layout.faults.push_back(*fault);
    layout.faults.back().position.line += header.line - 1;
    return;
  }
  layout = lay_out(header.text, header.delimiter, header.decimals, header.name, header.line, rubric, mapping);
  if (!layout.faults.empty()) return;
  for (std::size_t place = 0; place < layout.columns.size(); ++place) {
    const ColumnUse& use = layout.columns[place];
    if (use.what == What::passed_over || use.what == What::note || use.what == What::organization ||
        use.what == What::assessor || use.what == What::date || use.what == What::language)
      continue;
    if (use.what == What::option &&
        std::find(option_questions.begin(), option_questions.end(), use.question) == option_questions.end())
      option_questions.push_back(use.question);
    const auto level = find_evidence(rubric.parts().evidence, careful.evidence_of(use));
    columns.push_back({place, use, static_cast<std::uint32_t>(level.value_or(0)), {}, {}});
  }
  // Evidence behind the answers that it is of.
  std::stable_partition(columns.begin(), columns.end(),
                        [](const UsedColumn& column) { return column.use.what != What::evidence; });
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

void TableDecoder::check(std::string_view text) { work_->is_plain = is_plain_text(text); }

std::size_t TableDecoder::split(std::string_view text, std::size_t at) {
  work_->text = text;
  work_->at = at;
  work_->behind = work_->splitter.split(text, at);
  return work_->behind;
}

Checked<DecodedRecord> TableDecoder::decode(std::size_t line) {
  DecodedRecord record;
  if (work_->is_plain && work_->quick(record)) return record;
  return work_->carefully(line);
}

/// What a cell comes to, when it fits.
Result<Cell> TableDecoder::Work::cell_of(const ColumnUse& use, std::string_view cell) const {
  const Question& question = rubric.question(use.question);
  Cell out;
  if (use.what == What::evidence) {
    const auto level = find_evidence(rubric.parts().evidence, std::string(without_outer_blanks(cell)));
    if (!rubric.parts().evidence.levels.empty() && !level) return fail(Diagnostic{});
    out.evidence = static_cast<std::uint32_t>(level.value_or(0));
    out.state = without_outer_blanks(cell).empty() ? CellState::unanswered : CellState::answered;
    return out;
  }
  const Result<Answer> answer = careful.answer_of(use, cell);
  if (!answer) return fail(answer.error());
  if (use.what != What::option) return check_answer(question, rubric.parts().evidence, *answer);
  if (const bool* is_chosen = std::get_if<bool>(&answer->value)) {
    out.state = CellState::answered;
    out.number = *is_chosen ? 1 : 0;
  }
  return out;
}

/// Nothing when the cell does not fit.
const Cell* TableDecoder::Work::known_cell(UsedColumn& column, std::string_view cell) const {
  if (const Cell* known = column.memory.find(cell)) return known;
  Result<Cell> made = cell_of(column.use, cell);
  if (!made) return nullptr;
  column.memory.keep(cell, *made);
  column.latest = *std::move(made);
  return &column.latest;
}

bool TableDecoder::Work::quick(DecodedRecord& record) {
  const std::vector<CsvCell>& cells = splitter.cells();
  // A row that long may have a cell that is too long; that is for the careful way to say.
  if (cells.size() != layout.columns.size() || splitter.bad_quote() || behind - at > kMaxCellBytes)
    return false;
  for (const std::size_t question : option_questions) put(fixed.cells[question], sheet.cells[question]);
  if (mapping != nullptr) record.title = mapping->fixed.title;
  for (UsedColumn& column : columns)
    if (!read_cell(column, cells[column.place].text, record)) return false;
  finish_options();
  return true;
}

bool TableDecoder::Work::read_cell(UsedColumn& column, std::string_view cell, DecodedRecord& record) {
  const What what = column.use.what;
  if (what == What::id || what == What::title) {
    (what == What::id ? record.id : record.title) = without_outer_blanks(cell);
    return true;
  }
  const Cell* const known = known_cell(column, cell);
  if (known == nullptr) return false;
  Cell& into = sheet.cells[column.use.question];
  if (what == What::answer) {
    put(*known, into);
  } else if (what == What::evidence) {
    if (known->state == CellState::answered && into.state == CellState::answered)
      into.evidence = known->evidence;
  } else if (known->state == CellState::answered) {
    into.state = CellState::answered;
    into.evidence = column.evidence;
    into.chosen[column.use.option] = known->number == 1;
  }
  return true;
}

void TableDecoder::Work::finish_options() {
  for (const std::size_t question : option_questions) {
    Cell& cell = sheet.cells[question];
    if (cell.state == CellState::answered)
      cell.utility = utility_of(rubric.question(question), cell);
    else
      cell.chosen.clear();
  }
}

Position TableDecoder::Work::position(std::size_t where, std::size_t line) const {
  return position_in(text.substr(at, behind - at), where - at, line);
}

std::optional<Diagnostic> TableDecoder::Work::fault_of_row(std::size_t line) const {
  const std::string_view row = text.substr(at, behind - at);
  if (auto fault = fault_of_text({}, row, "CSV in UTF-8")) {
    fault->position.line += line - 1;
    return fault;
  }
  if (const auto& quote = splitter.bad_quote()) return fault_of(*quote, position(quote->at, line));
  const std::vector<CsvCell>& cells = splitter.cells();
  const std::size_t expected = layout.columns.size();
  if (cells.size() != expected) {
    Diagnostic fault = error_at("", "cell-count",
                                fmt::format("{} cell{}; expected {}, as many as the header has", cells.size(),
                                            cells.size() == 1 ? "" : "s", expected));
    const std::size_t last = row.find_last_not_of("\r\n");
    fault.position = position(cells.size() > expected ? cells[expected].at : at + last + 1, line);
    return fault;
  }
  const auto longest = std::find_if(cells.begin(), cells.end(),
                                    [](const CsvCell& cell) { return cell.text.size() > kMaxCellBytes; });
  if (longest == cells.end()) return std::nullopt;
  Diagnostic fault = error_at(
      "", "too-large", fmt::format("a cell of more than {} bytes; expected at most that", kMaxCellBytes));
  fault.position = position(longest->at, line);
  return fault;
}

Checked<DecodedRecord> TableDecoder::Work::carefully(std::size_t line) {
  careful.clear();
  if (auto fault = fault_of_row(line)) {
    fault->file = header.name;
    return fail(Diagnostics{*std::move(fault)});
  }
  DecodedRecord record;
  Diagnostics errors = careful.read(layout.columns, splitter.cells(), options);
  if (options.lenient) {
    for (Diagnostic& error : errors) {
      error.severity = Severity::warning;
      error.message += "; taken as unanswered";
    }
    record.warnings = std::exchange(errors, {});
  }
  if (errors.empty()) {
    Checked<AnswerSheet> encoded = scorer.encode(careful.proposal(), options, record.warnings);
    if (encoded) {
      sheet = *std::move(encoded);
      std::erase_if(record.warnings, [](const Diagnostic& d) { return d.code == "hidden-answer"; });
      record.id = careful.proposal().id;
      record.title = careful.proposal().title;
      return record;
    }
    errors = std::move(encoded.error());
  }
  for (Diagnostic& error : errors) {
    const std::size_t cell = careful.cell_of(error.pointer);
    error.message += careful.hint(error, layout.columns[cell], splitter.cells()[cell].text);
    error.file = header.name;
    error.position = position(splitter.cells()[cell].at, line);
    error.pointer = "/answers/" + pointer_token(pointer_names(error.pointer)[1]);
  }
  return fail(std::move(errors));
}

std::string TableDecoder::as_json() const {
  const Proposal& proposal = work_->careful.proposal();
  if (proposal.answers.empty() && proposal.id.empty()) return {};
  AnswersFile file;
  for (const auto& [name, text] : {std::pair{"id", &proposal.id},
                                   {"title", &proposal.title},
                                   {"organization", &proposal.organization},
                                   {"assessor", &proposal.assessor},
                                   {"date", &proposal.date},
                                   {"language", &proposal.language}})
    if (!text->empty()) file.set_text(name, *text);
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  std::string json;
  bool is_indent = false;
  for (const char c : file.text()) {  // a line end within a text is escaped
    if (c == '\n' && !is_indent && !json.empty()) json += ' ';
    is_indent = c == '\n' || (is_indent && c == ' ');
    if (!is_indent) json += c;
  }
  while (json.ends_with(' ')) json.pop_back();
  return json;
}

}  // namespace ibtikar
