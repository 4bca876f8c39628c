// Limits on the size of a rubric, and of an assessment by it. They are far above what a person
// could use, and low enough that no check and no report takes long. docs/guarantees.md lists them.
#pragma once

#include <cstddef>

namespace ibtikar {

inline constexpr std::size_t kMaxLanguages = 100;
inline constexpr std::size_t kMaxDimensions = 100;
inline constexpr std::size_t kMaxBands = 100;
inline constexpr std::size_t kMaxEvidenceLevels = 100;
inline constexpr std::size_t kMaxScales = 1'000;
inline constexpr std::size_t kMaxLevels = 250;  ///< of a scale, or of a question
inline constexpr std::size_t kMaxOptions = 1'000;
inline constexpr std::size_t kMaxPoints = 1'000;
inline constexpr std::size_t kMaxSources = 1'000;
inline constexpr std::size_t kMaxSections = 1'000;
inline constexpr std::size_t kMaxCriteria = 10'000;
inline constexpr std::size_t kMaxGates = 1'000;
inline constexpr std::size_t kMaxAnswers = 20'000;    ///< of a proposal: twice the questions of a rubric
inline constexpr std::size_t kMaxGroups = 1'000;      ///< of a criterion
inline constexpr double kFarthestScaleEnd = 1e6;      ///< of a scale that scores are shown on, from 0
inline constexpr double kMostCombinedPoints = 1e10;   ///< limit and start of a sum or of deductions
inline constexpr std::size_t kMaxTitleBytes = 4'000;  ///< of what is named again and again: bands, levels
inline constexpr std::size_t kMaxAssessmentWarnings = 100'000;

}  // namespace ibtikar
