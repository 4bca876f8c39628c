// Codes: one byte says what was answered to a question, and with which evidence.
//
// A rubric has few answers and few evidence levels, so each pair of them has a number. A number and
// a set of options do not fit into a byte and stand beside it. This is how a batch carries the
// answers of a plain record from its text to its row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

using AnswerCode = std::uint8_t;

inline constexpr AnswerCode kAbsentCode = 0;         ///< not mentioned
inline constexpr AnswerCode kOpenCode = 1;           ///< null
inline constexpr AnswerCode kNotApplicableCode = 2;  ///< said not to apply
inline constexpr AnswerCode kAnswerCodes = 3;        ///< the first pair of an answer and an evidence level

/// The answers of one record, by question.
struct CodedAnswers {
  std::vector<AnswerCode> codes;
  std::vector<double> numbers;      ///< of those that ask for a number; the others have nothing here
  std::vector<std::uint64_t> sets;  ///< of those that ask for options: bit i is option i
};

class Codebook {
 public:
  /// Nothing if a question has too many answers, or if a note or a link earns credit: codes do not
  /// tell. `rubric` must outlive the book.
  [[nodiscard]] static std::optional<Codebook> of(const Rubric& rubric);

  [[nodiscard]] CodedAnswers no_answers() const;
  /// How many codes there are for a question.
  [[nodiscard]] std::size_t count(std::size_t question) const { return counts_[question]; }
  /// Whether a number or a set stands beside the code of an answer.
  [[nodiscard]] bool is_beside(std::size_t question) const;
  /// `answer`: the index of a level or an option; yes 1 and no 0; 0 for all else.
  [[nodiscard]] AnswerCode code(std::size_t answer, std::size_t evidence) const {
    return static_cast<AnswerCode>(kAnswerCodes + answer * evidence_levels_ + evidence);
  }
  /// The answer as a sheet has it.
  [[nodiscard]] Cell cell(std::size_t question, AnswerCode code, double number, std::uint64_t set) const;
  [[nodiscard]] const Rubric& rubric() const { return *rubric_; }

 private:
  explicit Codebook(const Rubric& rubric);

  const Rubric* rubric_;
  std::vector<const Question*> questions_;  ///< of the rubric, at hand
  std::size_t evidence_levels_;
  std::vector<std::size_t> counts_;
};

}  // namespace ibtikar
