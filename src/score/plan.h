// Plan: a rubric as flat arrays, over which scoring runs.
//
// Everything that does not depend on answers is computed once here: references become indices,
// percentages become fractions, and effects of gates get their order. Scoring a sheet then follows
// no pointers and compares no texts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/rubric.h"
#include "model/condition_plan.h"
#include "model/joining.h"

namespace ibtikar {

/// In the caps and effects of gates: the overall score instead of a dimension.
inline constexpr std::size_t kOverall = SIZE_MAX;

struct QuestionPlan {
  std::size_t criterion = 0;
  double weight = 0;
  bool scored = false;
  bool allows_not_applicable = false;
  bool lower_is_better = false;  ///< in the dimensions that its criterion gives to
  std::size_t needs = SIZE_MAX;  ///< in ScorerPlan::needs; none: SIZE_MAX

  /// Whether more than min(u, ceiling) and a margin must be computed.
  [[nodiscard]] bool is_special() const { return lower_is_better || needs != SIZE_MAX; }
};

/// What an answer requires for full credit.
struct NeedsPlan {
  bool note = false;
  bool link = false;
  std::vector<bool> evidence_will_do;  ///< by level
  std::size_t evidence = 0;            ///< the lowest that will do, if some level will not
  double otherwise = 0;

  [[nodiscard]] bool lacks_words(const Cell& cell) const {
    return (note && !cell.has_note) || (link && !cell.has_link);
  }
  [[nodiscard]] bool is_lacking(const Cell& cell) const {
    return lacks_words(cell) || !evidence_will_do[cell.evidence];
  }
};

/// Questions that together become one part of their criterion.
struct GroupPlan {
  double weight = 0;
  Joint joint;
  std::vector<std::size_t> questions;  ///< those that are scored
};

struct CriterionPlan {
  std::size_t first = 0;  ///< its questions are [first, last)
  std::size_t last = 0;
  bool is_plain = true;  ///< the mean of its questions: no groups, no other way to combine
  Joint joint = {};
  std::size_t first_group = 0;  ///< its groups are [first_group, last_group)
  std::size_t last_group = 0;
  std::vector<std::size_t> ungrouped = {};  ///< its scored questions in no group
};

/// The number of steps from 0 to 1 on a scale that rounds its score; 0 if it does not round.
using Grid = double;

struct DimensionPlan {
  double weight = 0;
  std::vector<std::pair<std::size_t, double>> criteria = {};  ///< with k > 0, in the rubric's order
  Joint joint = {};
  Grid grid = 0;
};

struct CapPlan {
  std::size_t dimension = kOverall;
  double limit = 1;  ///< in [0, 1]
};

/// Any effect of a gate on a score: min(most, max(least, score * factor + plus)). One formula for
/// all four kinds, so that evaluating them needs no switch.
struct EffectPlan {
  std::size_t dimension = kOverall;
  double factor = 1;
  double plus = 0;
  double least = 0;
  double most = 1;

  [[nodiscard]] double on(double score) const {
    return std::min(most, std::max(least, score * factor + plus));
  }
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
  std::vector<GroupPlan> groups;                  ///< of all criteria, in the rubric's order
  std::vector<const Criterion*> criterion_parts;  ///< into `rubric`, which neither moves nor changes
  std::vector<std::string> criterion_sections;    ///< section ids, by criterion
  std::vector<DimensionPlan> dimensions;
  std::vector<std::vector<CapPlan>> gates;       ///< caps alone, as reports tell them
  std::vector<std::vector<EffectPlan>> effects;  ///< by gate, in the order in which they take effect
  std::vector<NeedsPlan> needs;
  Grid overall_grid = 0;
  Better better = Better::higher;  ///< of the overall
  std::vector<Better> dimension_better;
  std::vector<std::size_t> gate_bands;       ///< by gate: the best band that it leaves the verdict
  std::vector<double> margins;               ///< by evidence level; {0} without a table
  std::vector<double> ceilings;              ///< likewise; {1}
  std::optional<std::size_t> best_evidence;  ///< nothing without a table
  std::vector<std::size_t> evidence_upward;  ///< the rubric's levels from the worst to the best

  /// Whether level `a` earns less than `b`, or earns as much with a larger margin.
  [[nodiscard]] bool is_lower_evidence(std::size_t a, std::size_t b) const {
    return ceilings[a] != ceilings[b] ? ceilings[a] < ceilings[b] : margins[a] > margins[b];
  }

 private:
  [[nodiscard]] NeedsPlan needs_of(const CreditNeeds& wanted) const;
};

}  // namespace ibtikar
