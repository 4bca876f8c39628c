// A second scorer, written from docs/scoring.md alone and in its order: slow,
// plain, without a compiled form. Whatever the real one prints must be what
// this one says. It shares no code with src/score or src/model: utilities,
// conditions, visibility, gates, rounding and advice are all worked out again.
//
//   const PlainResult expected = score_plainly(rubric, proposal);
//
// Requires a proposal whose answers fit the rubric (Scorer::encode() took it).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar::test {

/// The overall score, a dimension's or a criterion's, as printed.
struct PlainScore {
  std::string id;
  bool applicable = false;
  std::optional<double> score;
  double low = 0;
  double high = 100;
  double completeness = 0;
  std::string shown;                   ///< the three numbers on its scale; empty without one
  std::optional<double> uncapped;      ///< not for criteria
  std::string band;                    ///< not for criteria
  std::vector<std::string> capped_by;  ///< not for criteria
  std::vector<std::string> adjusted_by;
};

using PlainAmounts = std::vector<std::pair<std::string, double>>;

struct PlainQuestion {
  std::string id;
  QuestionState state = QuestionState::unanswered;
  bool possibly_hidden = false;
  std::optional<double> utility;
  std::optional<double> credited;
  PlainAmounts points;
  PlainAmounts lost;
  std::vector<std::string> missing;
};

struct PlainAdvice {
  AdviceKind kind = AdviceKind::raise;
  std::string question;
  AnswerValue to;
  std::optional<double> overall_gain;
  std::vector<std::pair<std::string, std::optional<double>>> dimension_gains;
};

/// Everything numeric in an Assessment, rounded to the printed digits.
struct PlainResult {
  std::string verdict;
  bool settled = false;
  PlainScore overall;
  std::vector<PlainScore> dimensions;
  std::vector<PlainScore> criteria;
  std::vector<PlainScore> groups;  ///< "CRITERION/GROUP"
  std::vector<PlainQuestion> questions;
  std::vector<std::pair<std::string, GateState>> gates;
  std::vector<std::pair<std::string, RequirementResult::State>> requirements;
  std::vector<PlainAdvice> advice;
};

[[nodiscard]] PlainResult score_plainly(const Rubric& rubric, const Proposal& proposal);

/// Whether these gains better a score: the overall, or where that stays a dimension.
[[nodiscard]] bool betters(const Rubric& rubric, const std::optional<double>& overall_gain,
                           const std::vector<std::optional<double>>& dimension_gains);

/// The number that fmt's "{:.2f}" shows; never -0.
[[nodiscard]] double shown(double value);

}  // namespace ibtikar::test
