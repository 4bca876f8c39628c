// What `ibtikar map` shows: the draft of a mapping, and what a mapping leaves uncovered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "codec/table/draft.h"
#include "ibtikar/report.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// How the first rows would be read.
struct PreviewLine {
  std::size_t row = 0;  ///< from 1
  std::string heading;
  std::string cell;
  std::string answer;  ///< empty: the cell is refused
};

struct DraftView {
  const MappingDraft& draft;
  const Rubric& rubric;
  std::vector<PreviewLine> preview;
  bool is_whole = false;  ///< the rows that were looked at are all
};

[[nodiscard]] std::string draft_text(const DraftView& view, const TextOptions& look);
[[nodiscard]] std::string draft_json(const DraftView& view);

/// A text of a column, and how often it occurred.
struct CountedText {
  std::string column;
  std::string text;
  std::uint64_t count = 0;
};

/// What a mapping and a table have to do with each other.
struct MappingCoverage {
  std::uint64_t rows = 0;
  std::uint64_t left_out = 0;
  std::vector<std::string> open;        ///< questions without a column, by id
  std::vector<CountedText> unread;      ///< columns that nobody reads; how many cells are filled
  std::vector<CountedText> unused;      ///< codes that do not occur
  std::vector<CountedText> unknown;     ///< texts that are refused
  std::uint64_t more_unknown = 0;       ///< further ones, which are not listed
  std::uint64_t broken_rows = 0;        ///< rows that are not whole
};

[[nodiscard]] std::string coverage_text(const MappingCoverage& coverage, const TextOptions& look);
[[nodiscard]] std::string coverage_json(const MappingCoverage& coverage);

/// An answer's value as a proposal in JSON has it.
[[nodiscard]] std::string value_text(const AnswerValue& value);

}  // namespace ibtikar::cli
