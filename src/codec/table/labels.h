// Labels: what the titles of a rubric stand for when a form shows them instead of ids. Practitioners
// make forms from the texts of a rubric, and their exports then hold these texts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codec/table/codes.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// Titles of the answers to a question, in every language: of levels and options, and the ids of
/// options. A title that two answers share is left out.
[[nodiscard]] CodeList answer_labels(const Question& question);

/// Titles of evidence levels, in every language; the value is the level's id.
[[nodiscard]] CodeList evidence_labels(const Evidence& evidence);

/// The columns that headings mean by the text of a question, by the title of a criterion with one
/// question, or by an Arabic word for a field of a proposal.
class HeadingLabels {
 public:
  explicit HeadingLabels(const Rubric& rubric);

  /// What a column with this heading is; passed over if nobody knows.
  [[nodiscard]] ColumnUse use_of(std::string_view heading) const;
  /// The question whose text this is.
  [[nodiscard]] std::optional<std::size_t> question_of(std::string_view heading) const;

 private:
  void add(std::string_view text, std::size_t question);

  std::unordered_map<std::string, std::size_t> questions_;  ///< by key; kOfSeveral: of several
};

}  // namespace ibtikar
