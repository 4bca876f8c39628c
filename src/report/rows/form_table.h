// The cells of a form as a table, for CSV and workbooks alike: one row for each proposal, or a
// sheet for one proposal with a row for each question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/form.h"
#include "report/view/form.h"

namespace ibtikar {

/// What is written into a cell, or into a column of cells.
struct FormEntry {
  enum class What { field, answer, evidence, note };
  What what = What::field;
  std::optional<std::size_t> question;  ///< by number
  std::string name;                     ///< as a table of proposals has it: "title", "goal.written:evidence"
  std::string value;                    ///< what is known already
  std::string text;                     ///< what it asks, in words
};

/// In the order in which they stand: about the proposal, then three for each question (answer,
/// evidence, note); evidence only where it counts.
[[nodiscard]] std::vector<FormEntry> form_entries(const Form& form, const RubricText& text,
                                                  FormLayout layout);

/// A row of a sheet.
struct FormSheetRow {
  std::string question;
  std::string possible;  ///< answers, in words
  const FormEntry* answer = nullptr;
  const FormEntry* evidence = nullptr;  ///< null: none counts
  const FormEntry* note = nullptr;      ///< null: about the proposal
};
/// The rows of the sheet that asks for `entries`, which outlive them.
[[nodiscard]] std::vector<FormSheetRow> sheet_rows(const std::vector<FormEntry>& entries, const Form& form,
                                                   const RubricText& text);

/// What a reader needs to answer: the question, its help, the levels. Several lines.
[[nodiscard]] std::string form_help(const Question& question, const RubricText& text);
/// "1 · Not at all / 2 · In part", or what is to be written.
[[nodiscard]] std::string possible_answers(const Question& question, const RubricText& text,
                                           std::string_view between);

}  // namespace ibtikar
