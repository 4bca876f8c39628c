// Comparison: two to six assessments by one rubric, side by side, and where they differ.
//
// The assessments may be of several programs, or of one program at several dates or by several
// people. A difference of two scores means something only if their intervals do not overlap.
// Otherwise the answers so far do not tell which score is higher.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/assessment.h"

namespace ibtikar {

inline constexpr std::string_view kComparisonFormat = "ibtikar-comparison/1";

inline constexpr std::size_t kFewestCompared = 2;
inline constexpr std::size_t kMostCompared = 6;

/// What a difference of two scores means, given their intervals.
enum class Certainty {
  same,         ///< no two scores differ
  settled,      ///< the intervals lie apart
  not_settled,  ///< they overlap
};

/// One score in all assessments: the overall score, or that of a dimension or a criterion.
struct ScoreDifference {
  std::string id;
  bool differs = false;  ///< in the score, its interval, its completeness, its band or whether it applies
  Score spread;          ///< the highest score minus the lowest; none with fewer than two
  Certainty certainty = Certainty::same;  ///< of the highest and the lowest
  std::vector<Score> changes;             ///< each score minus the first; none if either is missing

  friend bool operator==(const ScoreDifference&, const ScoreDifference&) = default;
};

/// Where the answers to one question differ.
struct AnswerDifference {
  std::string question;   ///< full id
  bool answer = false;    ///< the value, or the state of the question
  bool evidence = false;  ///< its level
  bool note = false;      ///< the note or the links

  [[nodiscard]] bool any() const { return answer || evidence || note; }
  friend bool operator==(const AnswerDifference&, const AnswerDifference&) = default;
};

struct GateDifference {
  std::string gate;
  bool differs = false;

  friend bool operator==(const GateDifference&, const GateDifference&) = default;
};

/// Parts are in the rubric's order: part number i here is part number i of each assessment.
struct Comparison {
  std::vector<Assessment> assessments;
  bool one_program = false;  ///< all have the same proposal id
  bool verdict_differs = false;
  ScoreDifference overall;
  std::vector<ScoreDifference> dimensions;
  std::vector<ScoreDifference> criteria;
  std::vector<GateDifference> gates;
  std::vector<AnswerDifference> questions;

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// Why assessments cannot be compared.
struct Incomparable {
  enum class Why {
    rubric,  ///< scored by another rubric, or another version or text of it
    parts,   ///< by the same, but with other parts: the file was edited
  };
  Why why = Why::rubric;
  std::size_t which = 0;  ///< the assessment that does not fit the first

  friend bool operator==(const Incomparable&, const Incomparable&) = default;
};

/// The first assessment that cannot be compared with the first one. Empty if all can.
[[nodiscard]] std::optional<Incomparable> incomparable(const std::vector<Assessment>& assessments);

/// Requires: kFewestCompared to kMostCompared assessments that are comparable (see incomparable()).
[[nodiscard]] Comparison compare(std::vector<Assessment> assessments);

}  // namespace ibtikar
