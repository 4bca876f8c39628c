// Looks up the texts of cells among those that are known: the codes of a mapping, or the titles of
// a rubric.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// A text of a mapping as a code: folded, and a beginning if it ends in a star.
[[nodiscard]] CellCode code_of(std::string_view text, AnswerValue value = {});

/// How a cell is looked up: folded once, whatever the number of lists.
struct CellText {
  explicit CellText(std::string_view cell);
  std::string text;
  std::string key;
};

/// The code that a cell is: the same text; else the same with Arabic letters, marks and accents
/// folded, or the same number ("3" is "3.0"); else the longest beginning. Null if there is none. An
/// empty cell is only the empty code.
[[nodiscard]] const CellCode* find_code(const CodeList& codes, const CellText& cell);
/// The same without beginnings.
[[nodiscard]] const CellCode* find_whole_code(const CodeList& codes, const CellText& cell);

/// The value as an answer to the question: one option is a list of one if several can be chosen.
[[nodiscard]] AnswerValue for_question(const Question& question, const AnswerValue& value);

/// A part of a cell that holds several answers.
struct CellPart {
  std::string text;
  const CellCode* code = nullptr;  ///< null: it is none of the codes
};

/// Splits a cell at `separator`. A code may contain the separator: of all ways to split, the one
/// with the fewest unknown parts is taken, and of these the one with the longest codes first. A
/// separator that ends in a blank ends a part only where a blank follows. `lists` are in order of
/// precedence.
[[nodiscard]] std::vector<CellPart> parts_of_cell(std::string_view cell, std::string_view separator,
                                                  std::span<const CodeList* const> lists);

}  // namespace ibtikar
