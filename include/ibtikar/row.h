// Row: the numbers of one assessment without its words, as a batch writes them by the million.
// RowScorer (scorer.h) makes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/assessment.h"

namespace ibtikar {

/// The state of one question in a row.
struct RowQuestion {
  enum class State { unscored, out, open, answered };  ///< out: hidden, or does not apply
  State state = State::unscored;
  double credited = 0;  ///< v in [0, 1], unrounded; of an answered one

  friend bool operator==(const RowQuestion&, const RowQuestion&) = default;
};

struct Row {
  Measure overall;
  std::vector<Measure> dimensions;  ///< in the rubric's order
  std::optional<std::size_t> band;  ///< of the verdict, by index; none: too little is known
  bool settled = false;
  std::vector<bool> gates;             ///< which apply
  std::vector<RowQuestion> questions;  ///< by number
  std::vector<std::size_t> hidden;     ///< questions with an answer that does not count, by number

  friend bool operator==(const Row&, const Row&) = default;
};

/// A proposal as rankings, workbooks and databases need it.
struct RankedRow {
  std::string id;
  std::string title;
  Measure overall;
  std::vector<Measure> dimensions;
  std::optional<std::size_t> band;
  bool settled = false;
  std::string text;    ///< the row as it is written
  std::string report;  ///< a link to its report, relative to where the row is shown; empty: none
  // As BatchOptions asks for them
  std::vector<bool> gates;             ///< which apply
  std::string error;                   ///< why the record was rejected; it has nothing else then
  AnswerSheet answers;                 ///< by question, as they were given
  std::vector<RowQuestion> questions;  ///< and what became of them
};

/// How rows are written: not at all, as one JSON object per line, or as CSV.
enum class RowFormat { none, ndjson, csv };

}  // namespace ibtikar
