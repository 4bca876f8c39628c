// The answers of a batch as one long table: a line of CSV for each question of each proposal, as R,
// pandas and business-intelligence programs like their data. docs/formats.md names its columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/scorer.h"
#include "score/evaluate.h"
#include "words/report_words.h"

namespace ibtikar {

class AnswerRows {
 public:
  /// `rubric` and `scorer`, which is of that rubric, must outlive this. An empty language: the
  /// rubric's first.
  AnswerRows(const Rubric& rubric, const Scorer& scorer, std::string_view language);

  /// The line of names that the table begins with.
  [[nodiscard]] static std::string header();
  /// Adds a line for each question of the rubric. `sheet` is what encode() made of `proposal`.
  void append(std::string& out, std::string_view id, const Proposal& proposal, const AnswerSheet& sheet);

 private:
  void append_question(std::string& out, std::size_t number, const Answer* answer, const Cell& cell) const;
  [[nodiscard]] std::string in_words(std::size_t number, const Cell& cell) const;

  const Rubric& rubric_;
  const Scorer& scorer_;
  std::string language_;
  Words words_;
  Outcomes outcomes_;                   ///< a buffer
  std::vector<const Answer*> answers_;  ///< a buffer: those of the proposal, by number
};

}  // namespace ibtikar
