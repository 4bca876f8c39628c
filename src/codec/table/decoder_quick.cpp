// The quick way of a TableDecoder: cells are looked up among those seen before. It gives up at
// anything unusual; the careful way then makes the message.
#include <algorithm>

#include "base/blanks.h"
#include "codec/table/decoder_work.h"
#include "codec/table/value.h"
#include "model/answer_check.h"

namespace ibtikar {
namespace {
using What = ColumnUse::What;
}  // namespace

/// The value of a cell, if it fits.
Result<Cell> TableDecoder::Work::cell_of(const ColumnUse& use, std::string_view cell) const {
  const Question& question = rubric.question(use.question);
  Cell out;
  if (use.what == What::evidence) {
    const auto level = find_evidence(rubric.parts().evidence, cell_texts.evidence_in(cell));
    // Nobody reads this diagnostic: the careful way makes the one that is shown.
    if (!rubric.parts().evidence.levels.empty() && !level) return fail(Diagnostic{});
    out.evidence = static_cast<std::uint32_t>(level.value_or(0));
    out.state = without_outer_blanks(cell).empty() ? CellState::unanswered : CellState::answered;
    return out;
  }
  const Result<Answer> answer = cell_texts.answer_of(use, cell);
  if (!answer) return fail(answer.error());
  if (use.what != What::option) return check_answer(question, rubric.parts().evidence, *answer);
  if (const bool* is_chosen = std::get_if<bool>(&answer->value)) {
    out.state = CellState::answered;
    out.number = *is_chosen ? 1 : 0;
  }
  return out;
}

/// Null if the cell does not fit.
const Cell* TableDecoder::Work::known_cell(UsedColumn& column, std::string_view cell) const {
  if (const Cell* known = column.memory.find(cell)) return known;
  Result<Cell> made = cell_of(column.use, cell);
  if (!made) return nullptr;
  column.memory.keep(cell, *made);
  column.latest = *std::move(made);
  return &column.latest;
}

bool TableDecoder::Work::quick(const TableRow& row, Record& record) {
  if (notes_count) return false;
  // A long row may have a cell over the limit. The careful way finds out.
  if (row.cells.size() != layout.columns.size() || row.bad_quote || row.text.size() > kMaxCellBytes)
    return false;
  for (const std::size_t question : option_questions) put(fixed.cells[question], sheet.cells[question]);
  if (mapping != nullptr) record.title = mapping->fixed.title;
  if (has_ranks) filled.assign(rubric.question_count(), false);
  const std::vector<bool> holds = conditions_of(row);
  for (UsedColumn& column : columns)
    if (column.use.open_unless > 0 && !holds[column.use.open_unless - 1]) {
      if (column.use.what == What::answer && column.use.rank <= 1)
        put(Cell{}, sheet.cells[column.use.question]);
    } else if (!read_cell(column, row.cells[column.place].text, record)) {
      return false;
    }
  finish_options();
  return true;
}

bool TableDecoder::Work::read_cell(UsedColumn& column, std::string_view cell, Record& record) {
  const What what = column.use.what;
  if (what == What::id || what == What::title) {
    std::string_view& text = what == What::id ? record.id : record.title;
    if (column.use.rank <= 1 || text.empty()) text = without_outer_blanks(cell);
    return true;
  }
  // Whether a row of another rubric can be read at all, the careful way knows.
  if (what == What::rubric) {
    const RubricReference written = reference_of_cell(without_outer_blanks(cell));
    return written.id.empty() || written == RubricReference{rubric.id(), rubric.version()};
  }
  if (column.use.rank > 0 && is_closed(column.use, cell)) return true;
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
    into.chosen[column.use.option] =
        known->number == 1 || (column.use.rank > 1 && into.chosen[column.use.option]);
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

/// Whether another of several columns for one thing counts instead of this cell.
bool TableDecoder::Work::is_closed(const ColumnUse& use, std::string_view cell) {
  if (use.what != What::answer) return use.rank > 1 && without_outer_blanks(cell).empty();
  const bool is_filled = !without_outer_blanks(cell).empty();
  if (use.rank > 1 && (filled[use.question] || !is_filled)) return true;
  filled[use.question] = is_filled;
  return false;
}

}  // namespace ibtikar
