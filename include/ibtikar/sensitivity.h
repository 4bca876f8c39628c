// Sensitivity: which weight and which answer would change the verdict, and by how much.
//
// One thing is changed at a time, everything else stays as it is, and the whole proposal is scored
// again: conditions, gates, other ways to combine and scales count as they do in a score. Two
// questions are answered: how far a weight may move before the verdict changes (its switching
// values), and how far the score moves while one answer runs through all its levels (the tornado).
//
//   const Sensitivity found = sensitivity_of(scorer, assessment, sheet, {});
//
// docs/scoring.md, "Switching values", defines the numbers. Sources: E. Triantaphyllou and
// A. Sánchez, A Sensitivity Analysis Approach for Some Deterministic Multi-Criteria Decision
// Making Methods (1997); R. T. Clemen and T. Reilly, Making Hard Decisions (2001), for the tornado.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/assessment.h"
#include "ibtikar/scorer.h"

namespace ibtikar {

inline constexpr std::string_view kSensitivityFormat = "ibtikar-sensitivity/1";

/// How far a switching value that no formula gives may be off, as a part of the weight.
inline constexpr double kSwitchTolerance = 1e-9;

/// Where no formula gives them, switching values are looked for in so many steps of the weight's
/// share. A verdict that changes and changes back within one step may be missed.
inline constexpr std::size_t kShareSteps = 256;

/// What a weight weighs.
enum class WeightKind {
  question,      ///< in its criterion or question group
  group,         ///< of questions, in its criterion
  contribution,  ///< of a criterion, in a dimension
  dimension,     ///< in the overall score
};

/// A weight beyond which the verdict is another one.
struct SwitchingValue {
  double weight = 0;    ///< 0: only if the part is left out
  double share = 0;     ///< of it among the parts that apply, in [0, 1]
  std::string verdict;  ///< the verdict beyond it; empty: no score, so no band
  bool exact = false;   ///< by formula; else by bisection, within kSwitchTolerance

  friend bool operator==(const SwitchingValue&, const SwitchingValue&) = default;
};

struct WeightSensitivity {
  WeightKind kind = WeightKind::question;
  std::string id;         ///< "criterion.question", "criterion/group", a criterion's or a dimension's
  std::string dimension;  ///< of a contribution
  LocalizedText title;
  LocalizedText dimension_title;  ///< of a contribution
  double weight = 0;
  double share = 0;                    ///< among the parts that apply, in [0, 1]
  bool matters = false;                ///< some weight over 0 gives another score or verdict
  Measure half;                        ///< the score with half this weight
  Measure doubled;                     ///< and with twice
  double swing = 0;                    ///< how far these two are apart, from 0 to 100
  std::optional<SwitchingValue> down;  ///< the nearest below; none: no lower weight changes the verdict
  std::optional<SwitchingValue> up;    ///< the nearest above, up to the greatest weight there is

  friend bool operator==(const WeightSensitivity&, const WeightSensitivity&) = default;
};

/// One answer, or one level of evidence, that was tried.
struct TriedAnswer {
  AnswerValue value;    ///< as a proposal states it; of evidence, the level's id
  LocalizedText words;  ///< the same in words; empty where the value says it
  Measure measure;
  std::string verdict;

  friend bool operator==(const TriedAnswer&, const TriedAnswer&) = default;
};

struct AnswerSensitivity {
  std::string question;  ///< full id
  LocalizedText ask;
  QuestionType type = QuestionType::scale;
  QuestionState state = QuestionState::unanswered;  ///< answered or unanswered
  AnswerValue value;                                ///< today's
  LocalizedText words;
  TriedAnswer least;                          ///< the answer with the lowest score
  TriedAnswer greatest;                       ///< and with the highest
  double swing = 0;                           ///< how far these two are apart, from 0 to 100
  std::optional<TriedAnswer> lower;           ///< the nearest answer of lower utility with another verdict
  std::optional<TriedAnswer> higher;          ///< and of higher utility
  std::string evidence;                       ///< today's level; empty without a table
  std::optional<TriedAnswer> worst_evidence;  ///< today's answer with the worst evidence, if it is scored
  std::optional<TriedAnswer> best_evidence;
  double evidence_swing = 0;

  friend bool operator==(const AnswerSensitivity&, const AnswerSensitivity&) = default;
};

struct SensitivityOptions {
  std::string of = "overall";  ///< or the id of a dimension that has bands
};

struct Sensitivity {
  Assessment assessment;  ///< as it stands
  std::string of;         ///< "overall" or a dimension's id
  std::string verdict;    ///< of a dimension, its band; empty without a score
  /// Those with a switching value first, by how small the change is (as a factor); then by swing.
  std::vector<WeightSensitivity> weights;
  /// By swing, the widest first; then by that of the evidence; then in the rubric's order.
  std::vector<AnswerSensitivity> answers;

  friend bool operator==(const Sensitivity&, const Sensitivity&) = default;
};

/// The score that is asked about.
[[nodiscard]] const DimensionScore& score_of(const Sensitivity& sensitivity);

/// Whether the score has bands: `overall`, or a dimension whose good end is that of the overall.
[[nodiscard]] bool has_bands(const Assessment& assessment, std::string_view score);

/// The factor by which the weight must change to its nearest switching value: 1.5 is half as much
/// again, or two thirds. Infinite if there is none, or only that of leaving the part out.
[[nodiscard]] double nearest_factor(const WeightSensitivity& weight);

/// `assessment` and `sheet` are those of one proposal by `scorer`. Without a verdict there are no
/// switching values; the swings are still computed. Weights of 0 are left alone: what they weigh is
/// not in the score. Requires: has_bands() of what is asked for. Cost: some hundred passes over the
/// questions for each weight that matters, and one for each answer.
[[nodiscard]] Sensitivity sensitivity_of(const Scorer& scorer, const Assessment& assessment,
                                         const AnswerSheet& sheet, const SensitivityOptions& options);

}  // namespace ibtikar
