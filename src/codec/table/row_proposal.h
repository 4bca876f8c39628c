// RowProposal: a row of a table as a Proposal, with the way back from each answer to its cell.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "codec/table/codes.h"
#include "codec/table/csv.h"
#include "codec/table/labels.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

/// The titles of the answers to the questions that a table answers.
struct TableLabels {
  TableLabels() = default;
  TableLabels(const Rubric& rubric, const std::vector<ColumnUse>& uses);
  std::map<std::size_t, CodeList> answers;  ///< by question
  CodeList evidence;
};

class RowProposal {
 public:
  /// All must outlive this; `mapping` may be null.
  RowProposal(const Rubric& rubric, const Mapping* mapping, const TableLabels& labels)
      : rubric_(rubric), mapping_(mapping), labels_(labels) {}

  /// The answer of a cell, by itself or by the mapping's codes; for an option, whether it is
  /// chosen. Fails, with a pointer to the answer, if no code matches.
  [[nodiscard]] Result<Answer> answer_of(const ColumnUse& use, std::string_view cell) const;
  /// The evidence of a column's answers. Empty: the rubric's default.
  [[nodiscard]] std::string evidence_of(const ColumnUse& use) const;
  /// The evidence level that a cell names, by its id or title; the cell's text if it names none.
  [[nodiscard]] std::string evidence_in(std::string_view cell) const;

  /// Reads a row, once. Returns the faults of cells that no code explains. Their answers keep the
  /// text of the cell, or are open if that is forgiven.
  /// `holds` says for each condition of the mapping whether it does in this row.
  [[nodiscard]] Diagnostics read(const std::vector<ColumnUse>& uses, std::span<const CsvCell> cells,
                                 const std::vector<bool>& holds, const EncodeOptions& options);
  [[nodiscard]] const Proposal& proposal() const { return proposal_; }
  /// The proposal that the same content in JSON gives: an empty cell is no answer.
  [[nodiscard]] Proposal take() &&;
  /// The cell that a diagnostic's pointer refers to.
  [[nodiscard]] std::size_t cell_of(std::string_view pointer) const;
  /// What to add to a fault's message for somebody who looks at a table.
  [[nodiscard]] Message hint(const Diagnostic& fault, const ColumnUse& use, std::string_view cell) const;

 private:
  struct Place {
    std::size_t answer = 0;  ///< index into the proposal's answers
    std::size_t value = 0;   ///< cells
    std::size_t evidence = 0;
    bool has_evidence = false;  ///< said by a cell
  };
  [[nodiscard]] Result<Answer> coded_answer(const ColumnUse& use, std::string_view cell) const;
  [[nodiscard]] Result<Answer> answer_of_parts(const ColumnUse& use, std::string_view cell) const;
  [[nodiscard]] Result<Answer> plain_answer(const ColumnUse& use, std::string_view cell) const;
  [[nodiscard]] AnswerValue labeled_choices(const ColumnUse& use, std::string_view cell) const;
  [[nodiscard]] Diagnostic unknown_code(const ColumnUse& use, std::string_view text) const;
  void read_answer(const ColumnUse& use, std::size_t cell, std::string_view text, bool is_lenient,
                   Diagnostics& faults);
  void read_about_answer(const ColumnUse& use, std::size_t cell, std::string_view text);
  Answer& answer_to(std::size_t question, const ColumnUse& use, std::size_t cell);
  void read_option(const ColumnUse& use, const Answer& truth, Answer& into) const;

  const Rubric& rubric_;
  const Mapping* mapping_;
  const TableLabels& labels_;
  Proposal proposal_;
  std::map<std::size_t, Place> places_;  ///< by question number
  std::set<std::size_t> filled_;         ///< questions that one of several columns has answered
};

}  // namespace ibtikar
