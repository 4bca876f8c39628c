// Improve: the cheapest way for a program to reach a score or a verdict.
//
//   ImproveOptions options;
//   options.targets = {{.band = "ready"}};
//   Checked<Improvement> found = improve(scorer, proposal, sheet, options);
//   // found->plans.front(): what to change, what that costs, and where it leads
//
// docs/scoring.md, "The cheapest plan", defines steps, costs and which of two plans is better. The
// search is exact: depth-first branch and bound. Every plan is scored by the scorer itself, so
// gates, conditions, visibility and every way to combine count as they do in a report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/scorer.h"

namespace ibtikar {

inline constexpr std::string_view kImprovementFormat = "ibtikar-improvement/1";

inline constexpr std::size_t kMostPlans = 20;
inline constexpr std::size_t kMostPhases = 20;

/// What is to be reached: a verdict no worse than `band`, or a score as shown no worse than
/// `number` (no less; no more where lower is better).
struct ImproveTarget {
  std::string band;       ///< a band's id; empty: a score is meant
  std::string dimension;  ///< "overall" or a dimension's id
  double number = 0;      ///< in [0, 100]

  friend bool operator==(const ImproveTarget&, const ImproveTarget&) = default;
};

struct ImproveOptions {
  std::vector<ImproveTarget> targets;  ///< all are to be reached
  std::vector<std::string> locked;     ///< full ids of questions that stay as they are
  double evidence_cost = 1;            ///< >= 0: of one level of evidence, and of what `requires` asks for
  std::optional<double> budget;        ///< the most that a plan may cost
  std::size_t plans = 1;               ///< in [1, kMostPlans]
  std::size_t phases = 1;              ///< in [1, kMostPhases]
  std::size_t nodes = 20'000'000;      ///< most branches that are looked at, over all plans
};

/// One step of a plan, on one answer.
struct PlannedStep {
  AdviceKind kind = AdviceKind::raise;
  std::size_t levels = 1;  ///< climbed
  double cost = 0;
  AnswerValue from;  ///< raise: today's answer, as a proposal states it; document: today's evidence
  AnswerValue to;    ///< the same after the step; supply: a list of "note" and "link"
  LocalizedText from_words;
  LocalizedText to_words;

  friend bool operator==(const PlannedStep&, const PlannedStep&) = default;
};

/// All steps of a plan on one question.
struct PlannedChange {
  std::string question;  ///< full id
  double cost = 0;
  std::vector<PlannedStep> steps;

  friend bool operator==(const PlannedChange&, const PlannedChange&) = default;
};

/// Scores after some changes.
struct ImprovedScores {
  Measure overall;
  std::vector<Measure> dimensions;  ///< in the rubric's order
  std::string verdict;              ///< a band's id, or kInsufficient

  friend bool operator==(const ImprovedScores&, const ImprovedScores&) = default;
};

struct ImprovePhase {
  std::vector<std::size_t> changes;  ///< by place in the plan, in the order to make them
  double cost = 0;
  ImprovedScores reached;  ///< after this phase and all before it

  friend bool operator==(const ImprovePhase&, const ImprovePhase&) = default;
};

struct ImprovePlan {
  double cost = 0;
  std::size_t steps = 0;
  std::vector<PlannedChange> changes;  ///< in the rubric's order
  std::vector<ImprovePhase> phases;    ///< as many as asked for, fewer with fewer changes
  ImprovedScores reached;

  friend bool operator==(const ImprovePlan&, const ImprovePlan&) = default;
};

/// The best that steps can do for one target that they do not reach.
struct BestReachable {
  ImproveTarget target;               ///< that cannot be reached
  std::optional<ImproveTarget> best;  ///< the same with what can be; none: not even the worst band
  std::optional<ImprovePlan> plan;    ///< the cheapest that leads there

  friend bool operator==(const BestReachable&, const BestReachable&) = default;
};

struct Improvement {
  Assessment today;
  ImprovedScores now;
  ImproveOptions options;
  bool reached_today = false;
  /// Whether no plan is cheaper than the first, or none exists if there are no plans; false: the
  /// search ended before it knew.
  bool proved = true;
  std::vector<ImprovePlan> plans;          ///< the cheapest first; each leaves a question of every one before
  std::vector<BestReachable> unreachable;  ///< without plans: what each target allows by itself
  std::size_t nodes = 0;                   ///< branches that were looked at
};

/// Fails with code "usage" if a target or a locked question is not in the rubric. Requires: `sheet`
/// comes from scorer.encode(proposal).
[[nodiscard]] Result<Improvement> improve(const Scorer& scorer, const Proposal& proposal,
                                          const AnswerSheet& sheet, const ImproveOptions& options);

}  // namespace ibtikar
