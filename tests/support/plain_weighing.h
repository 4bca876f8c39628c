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
  bool lower_is_better = false;
  bool has_note = false;
  bool has_link = false;
  bool lacks = false;  ///< something that its question requires
};

/// A point and what could become of it. Not applicable: no point, anything possible.
struct Weighed {
  bool applicable = false;
  std::optional<double> point;
  double low = 0;
  double high = 1;
  double completeness = 0;
  bool may_leave = false;    ///< both only where other ways to combine ask for it
  bool keeps_point = false;  ///< some answer in it is surely asked
};

struct Weighing {
  std::vector<Standing> questions;                     ///< in the rubric's order
  std::vector<Truth> gates;                            ///< in the rubric's order: what the point is capped by
  std::vector<Truth> certain_gates;                    ///< by the intervals of the scores that they ask
  std::vector<Truth> bands;                            ///< whether each band's condition is met by the point
  std::vector<Truth> certain_bands;                    ///< and by the intervals
  std::map<std::string, std::vector<Weighed>> groups;  ///< by criterion, in its order
  std::map<std::string, Weighed> criteria;
  std::map<std::string, std::optional<double>> uncapped;  ///< by dimension, and "overall"
  std::map<std::string, Weighed> dimensions;
  Weighed overall;
};

/// `rubric` must outlive the result.
[[nodiscard]] Weighing weigh(const Rubric& rubric, const AnswersById& answers);

/// u of a stated value; none when the question gives no utility.
[[nodiscard]] std::optional<double> plain_utility(const Question& question, const AnswerValue& value);

/// The share of each question in the point score of a criterion, by its place; and of each criterion in a
/// dimension.
struct PlainShare;
[[nodiscard]] std::vector<PlainShare> shares_in(const Criterion& criterion, const Weighing& weighing);
[[nodiscard]] std::vector<PlainShare> shares_in(const Rubric& rubric, const Dimension& dimension,
                                                const Weighing& weighing);

/// v of a utility with an evidence level, and what its question requires being lacking or not.
[[nodiscard]] double plain_credit(const Standing& standing, const Evidence& evidence, double u,
                                  const std::string& level, bool lacks);

/// Whether the level is at least as good as the one that is required.
[[nodiscard]] bool will_do(const Evidence& evidence, const std::string& level, const std::string& required);

/// Whether the answers to a criterion's questions are better when they are lower.
[[nodiscard]] bool is_better_lower(const Rubric& rubric, const Criterion& criterion);

/// k(c,d)
[[nodiscard]] double contribution(const Criterion& criterion, const std::string& dimension);

/// Whether a yes_no answer says yes.
[[nodiscard]] bool says_yes(const AnswerValue& value);

}  // namespace ibtikar::test
