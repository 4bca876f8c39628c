// See talk_list.h.
#include "panel/talk_list.h"

#include <algorithm>

#include "base/decimal.h"
#include "panel/stated_cells.h"

namespace ibtikar {
namespace {

/// What is stated about a question, each thing once.
std::vector<const Cell*> stated_cells(const std::vector<const AnswerSheet*>& sheets, std::size_t question) {
  std::vector<const Cell*> stated;
  for (const AnswerSheet* sheet : sheets) {
    const Cell& cell = sheet->cells[question];
    const auto same = [&](const Cell* other) { return say_the_same(cell, *other); };
    if (is_stated(cell) && std::none_of(stated.begin(), stated.end(), same)) stated.push_back(&cell);
  }
  return stated;
}

/// The cell in place of the consensus: its answer, with the evidence that assessors have together.
Cell in_place(const Cell& stated, const Cell& consensus) {
  Cell cell = stated;
  if (stated.state != CellState::answered || consensus.state != CellState::answered) return cell;
  cell.evidence = consensus.evidence;
  cell.has_note = consensus.has_note;
  cell.has_link = consensus.has_link;
  return cell;
}

}  // namespace

std::vector<TalkItem> talk_list(RowScorer& scorer, const std::vector<const AnswerSheet*>& sheets,
                                const Consensus& consensus) {
  std::vector<TalkItem> items;
  AnswerSheet sheet = consensus.sheet;
  for (std::size_t q = 0; q < sheet.cells.size(); ++q) {
    const std::vector<const Cell*> stated = stated_cells(sheets, q);
    if (stated.size() < 2) continue;
    TalkItem item{q, 0, {}, {}};
    for (const Cell* cell : stated) {
      sheet.cells[q] = in_place(*cell, consensus.sheet.cells[q]);
      const Score score = scorer.score(sheet).overall.score;
      if (!score) continue;
      if (!item.lowest || *score < *item.lowest) item.lowest = score;
      if (!item.highest || *score > *item.highest) item.highest = score;
    }
    sheet.cells[q] = consensus.sheet.cells[q];
    if (item.lowest) item.width = rounded(*item.highest - *item.lowest);
    items.push_back(item);
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const TalkItem& a, const TalkItem& b) { return a.width > b.width; });
  return items;
}

std::vector<TalkItem> talk_list(const Rubric& rubric, const std::vector<const AnswerSheet*>& sheets,
                                const Consensus& consensus) {
  const Scorer scorer(rubric);
  RowScorer rows(scorer);
  return talk_list(rows, sheets, consensus);
}

}  // namespace ibtikar
