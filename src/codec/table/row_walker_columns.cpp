// What a RowWalker makes once for a table, and what it learns from its cells.
#include <algorithm>
#include <bit>

#include "base/blanks.h"
#include "codec/proposal/json_cursor.h"
#include "codec/table/row_walker.h"
#include "codec/table/value.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {

using What = ColumnUse::What;

/// A column has few different cells. With more, such as free texts, remembering does not help.
constexpr unsigned kRememberedBits = 5;
constexpr std::size_t kLongestRemembered = 64;
constexpr std::size_t kWord = 8;

/// For columns whose cells of one byte are like any other.
constexpr std::array<AnswerCode, 256> kNoBytes{};

/// Whether what a column says depends on its own cell alone. Notes are passed over here.
bool is_simple_use(const ColumnUse& use) {
  return use.what == What::note || (use.rank == 0 && use.open_unless == 0);
}

/// Nothing if their ids cannot be told apart quickly.
std::optional<NameTable> options_of(const Question& question) {
  std::vector<std::string> ids;
  for (const Option& option : question.options) ids.push_back(option.id);
  NameTable table(std::move(ids));
  if (!table.is_quick()) return std::nullopt;
  return table;
}

}  // namespace

RowWalker::RowWalker(const Codebook& book) : book_(book), fixed_(book.no_answers()) {
  const std::size_t levels = std::max<std::size_t>(1, book.rubric().parts().evidence.levels.size());
  for (std::size_t code = kAnswerCodes; code < unproven_.size(); ++code)
    unproven_[code] = static_cast<AnswerCode>(code - (code - kAnswerCodes) % levels);
}

void RowWalker::begin(const TableDecoder& table, const Mapping* mapping, std::string_view text,
                      std::size_t longest) {
  // Where it stands may have changed, but not what it has begun.
  table_ = &table;
  if (layouts_ != table.layouts()) lay_out(table, mapping);
  text_ = text;
  longest_ = std::min(longest, kMaxCellBytes);
  fixed_title_ = mapping != nullptr ? std::string_view(mapping->fixed.title) : std::string_view();
  // Searches need no other end than a line end. The last row may lack one, and is declined.
  limit_ = is_simple_ && table.is_plain() ? text.rfind('\n') + 1 : 0;
}

void RowWalker::lay_out(const TableDecoder& table, const Mapping* mapping) {
  layouts_ = table.layouts();
  const TableLayout& layout = table.layout();
  columns_.clear(), bytes_.clear(), levels_.clear(), evidence_of_.clear(), option_questions_.clear();
  is_simple_ = layout.faults.empty() && layout.leave_out.empty() && !layout.columns.empty() &&
               (mapping == nullptr || mapping->skipped.empty()) &&
               std::ranges::all_of(layout.columns, is_simple_use);
  if (!is_simple_) return;
  const Rubric& rubric = book_.rubric();
  // A mapping may answer questions for all rows.
  fixed_ = book_.no_answers();
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    Known known;
    Cell cell = table.fixed().cells[q];
    if (cell.state != CellState::answered) cell.chosen.clear();
    if (!encode(q, cell, known)) is_simple_ = false;
    fixed_.codes[q] = known.code, fixed_.numbers[q] = known.number, fixed_.sets[q] = known.set;
  }
  answers_ = fixed_;
  delimiter_ = table.delimiter();
  for (const ColumnUse& use : layout.columns) {
    Column column;
    column.use = &use;
    column.question = &rubric.question(use.question);
    column.end = table.delimiter();
    if (use.what == What::answer) {
      column.own_bytes = bytes_.size();
      bytes_.emplace_back();
      if (column.question->type == QuestionType::choices) column.options = options_of(*column.question);
    } else if (use.what == What::option) {
      const auto level = find_evidence(rubric.parts().evidence, table.evidence_of(use));
      column.option_code = book_.code(0, level.value_or(0));
      if (std::ranges::find(option_questions_, use.question) == option_questions_.end())
        option_questions_.push_back(use.question);
    } else if (use.what == What::evidence) {
      column.level = levels_.size();
      levels_.push_back(0);
      evidence_of_.push_back(use.question);
    }
    columns_.push_back(std::move(column));
  }
  // So a row with too few cells or too many is found by the sign behind a cell.
  columns_.back().end = '\n';
  for (Column& column : columns_)
    column.bytes = column.use->what == What::answer ? bytes_[column.own_bytes].data() : kNoBytes.data();
}

RowWalker::Ends RowWalker::ends_of(std::string_view cell) {
  Ends ends{cell.size(), word_at(cell.data()), 0};
  if (cell.size() >= kWord)
    ends.last = word_at(cell.data() + cell.size() - kWord);
  else
    ends.first &= (std::uint64_t{1} << 8 * cell.size()) - 1;
  return ends;
}

/// Null if the cell does not fit. A cell's ends tell its place and, up to sixteen bytes, all of it:
/// a call to compare texts costs more than the rest.
const RowWalker::Known* RowWalker::known_cell(Column& column, std::string_view cell) {
  if (column.known.empty()) column.known.resize(std::size_t{1} << kRememberedBits);
  const Ends ends = ends_of(cell);
  constexpr std::uint64_t kOdd = 0x9E37'79B9'7F4A'7C15;
  const std::uint64_t mixed = (ends.first ^ std::rotl(ends.last, 21) ^ ends.size) * kOdd;
  Known& known = column.known[static_cast<std::size_t>(mixed >> (64 - kRememberedBits))];
  if (known.ends == ends && (cell.size() <= 2 * kWord || known.text == cell)) return &known;
  // What does not fit is not remembered: it is rare, or the table is not worth the haste.
  Known learned;
  if (!learn(column, cell, learned)) return nullptr;
  if (cell.size() > kLongestRemembered) return &(latest_ = std::move(learned));
  learned.ends = ends;
  learned.text = cell;
  known = std::move(learned);
  if (column.use->what == What::answer && cell.size() == 1 && !book_.is_beside(column.use->question))
    bytes_[column.own_bytes][static_cast<unsigned char>(cell.front())] = known.code;
  return &known;
}

bool RowWalker::learn(const Column& column, std::string_view cell, Known& known) const {
  const ColumnUse& use = *column.use;
  if (use.what == What::rubric) {
    // Whether a row of another rubric can be read at all, the careful way knows.
    const RubricReference written = reference_of_cell(without_outer_blanks(cell));
    return written.id.empty() || written == RubricReference{book_.rubric().id(), book_.rubric().version()};
  }
  const Result<Cell> value = table_->value_of(use, cell);
  if (!value) return false;
  if (use.what == What::answer) return encode(use.question, *value, known);
  if (value->state != CellState::answered) return true;
  known.code = static_cast<AnswerCode>(use.what == What::evidence ? 1 + value->evidence
                                       : value->number == 1       ? 2
                                                                  : 1);
  return true;
}

/// The code of a cell. False: there is none that gives the cell back.
bool RowWalker::encode(std::size_t question, const Cell& cell, Known& known) const {
  std::size_t answer = 0;
  switch (book_.rubric().question(question).type) {
    case QuestionType::scale:
    case QuestionType::choice:
      answer = cell.index;
      break;
    case QuestionType::yes_no:
      answer = cell.number == 1 ? 1 : 0;
      break;
    case QuestionType::number:
      known.number = cell.number;
      break;
    case QuestionType::choices:
      for (std::size_t i = 0; i < cell.chosen.size(); ++i)
        if (cell.chosen[i]) known.set |= std::uint64_t{1} << i;
      break;
    case QuestionType::text:
      break;
  }
  if (cell.state == CellState::answered) known.code = book_.code(answer, cell.evidence);
  if (cell.state == CellState::not_applicable) known.code = kNotApplicableCode;
  Cell again = book_.cell(question, known.code, known.number, known.set);
  // These earn nothing where answers have codes.
  again.has_note = cell.has_note;
  again.has_link = cell.has_link;
  return again == cell;
}

}  // namespace ibtikar
