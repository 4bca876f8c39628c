// Plan: a rubric as the flat arrays that scoring runs over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ibtikar/rubric.h"
#include "model/condition_plan.h"

namespace ibtikar {

/// In a gate's caps: the overall score instead of a dimension.
inline constexpr std::size_t kOverall = SIZE_MAX;

struct QuestionPlan {
  std::size_t criterion = 0;
  double weight = 0;
  bool scored = false;
  bool allows_not_applicable = false;
};

struct CriterionPlan {
  std::size_t first = 0;  ///< its questions are [first, last)
  std::size_t last = 0;
};

struct DimensionPlan {
  double weight = 0;
  std::vector<std::pair<std::size_t, double>> criteria;  ///< with k > 0, in the rubric's order
};

struct CapPlan {
  std::size_t dimension = kOverall;
  double limit = 1;  ///< in [0, 1]
};

struct ScorerPlan {
  explicit ScorerPlan(const Rubric& checked);
  ScorerPlan(const ScorerPlan&) = delete;  // it points into itself
  ScorerPlan& operator=(const ScorerPlan&) = delete;

  Rubric rubric;
  ConditionPlan conditions;
  std::vector<std::string> full_ids;
  std::vector<QuestionPlan> questions;
  std::vector<CriterionPlan> criteria;
  std::vector<const Criterion*> criterion_parts;  ///< into `rubric`, which neither moves nor changes
  std::vector<std::string> criterion_sections;    ///< section ids, by criterion
  std::vector<DimensionPlan> dimensions;
  std::vector<std::vector<CapPlan>> gates;
  std::vector<std::size_t> gate_bands;       ///< by gate: the best band that it leaves the verdict
  std::vector<double> margins;               ///< by evidence level; {0} without a table
  std::vector<double> ceilings;              ///< likewise; {1}
  std::optional<std::size_t> best_evidence;  ///< nothing without a table
};

}  // namespace ibtikar
