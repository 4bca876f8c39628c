// The plain scorer's arithmetic, unrounded: answers in, numbers in [0, 1] out.
// One part of plain_scorer.h, which rounds, names and advises.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/condition.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"
#include "support/plain_scorer.h"

namespace ibtikar::test {

using AnswersById = std::map<std::string, Answer>;

/// Where one question stands.
struct Standing {
  std::string id;
  const Criterion* criterion = nullptr;
  const Question* question = nullptr;
  Truth visible = Truth::yes;  ///< no: hidden; unknown: possibly hidden
  QuestionState state = QuestionState::unanswered;
  std::string evidence;     ///< the level that counts; empty without a table or an answer
  std::optional<double> u;  ///< utility of the answer; none when hidden, unanswered, or context
  double v = 0;             ///< credited utility, when u is there
  bool applicable = false;  ///< scored, not hidden, not "not applicable"
  double low = 0;
  double high = 1;
};

/// A point and what could become of it. Not applicable: no point, anything possible.
struct Weighed {
  bool applicable = false;
  std::optional<double> point;
  double low = 0;
  double high = 1;
  double completeness = 0;
};

struct Weighing {
  std::vector<Standing> questions;   ///< in the rubric's order
  std::vector<Truth> gates;          ///< in the rubric's order: what the point is capped by
  std::vector<Truth> certain_gates;  ///< by the intervals of the scores that they ask
  std::map<std::string, Weighed> criteria;
  std::map<std::string, std::optional<double>> uncapped;  ///< by dimension, and "overall"
  std::map<std::string, Weighed> dimensions;
  Weighed overall;
};

/// `rubric` must outlive the result.
[[nodiscard]] Weighing weigh(const Rubric& rubric, const AnswersById& answers);

/// u of a stated value; none when the question gives no utility.
[[nodiscard]] std::optional<double> plain_utility(const Question& question, const AnswerValue& value);

/// k(c,d)
[[nodiscard]] double contribution(const Criterion& criterion, const std::string& dimension);

/// Whether a yes_no answer says yes.
[[nodiscard]] bool says_yes(const AnswerValue& value);

}  // namespace ibtikar::test
