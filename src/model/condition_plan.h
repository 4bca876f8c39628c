// A rubric's conditions, compiled, and the visibility of its questions.
//
// Visibility follows docs/scoring.md, "Conditions: three values". A `when`, of a
// question or of what holds it, may only ask earlier questions, so one pass in
// the rubric's order settles it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

/// What a condition knows of a score: where it lies, as shown, in [0, 100].
struct ScoreRange {
  double low = 0;
  double high = 100;
  bool applicable = true;
  bool may_leave = false;  ///< could yet turn out not to apply
};

class ConditionPlan {
 public:
  explicit ConditionPlan(const Rubric& rubric);

  /// Whether each question is shown: no is hidden, unknown is possibly hidden.
  /// `visible` is filled to one value a question (a buffer: reuse it).
  void settle(const AnswerSheet& sheet, std::vector<Truth>& visible) const;

  /// Whether one question is shown, given the visibility of those its condition names.
  [[nodiscard]] Truth shown(std::size_t question, const AnswerSheet& sheet,
                            const std::vector<Truth>& visible) const;

  /// Whether the first `count` of its conditions hold (Rubric::conditions_of(): its section's
  /// first).
  [[nodiscard]] Truth shown_by_first(std::size_t count, std::size_t question, const AnswerSheet& sheet,
                                     const std::vector<Truth>& visible) const;

  /// Whether gate number `gate` applies. `scores`: by score_number(); not looked at unless
  /// gates_ask_scores().
  [[nodiscard]] Truth gate(std::size_t gate, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                           const std::vector<ScoreRange>& scores) const;

  /// Whether some gate asks a score.
  [[nodiscard]] bool gates_ask_scores() const { return gates_ask_scores_; }

  /// Whether some band has a condition, and whether band number `band`'s holds; one without always does.
  [[nodiscard]] bool has_bands() const { return !bands_.empty(); }
  [[nodiscard]] Truth band(std::size_t band, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                           const std::vector<ScoreRange>& scores) const;

  /// Whether some `when`, of a question or a band, or some gate names this question.
  [[nodiscard]] bool is_named(std::size_t question) const { return named_[question]; }

  /// What each test on this question says of an answered cell. No condition can tell two answers
  /// apart of which all tests say the same.
  [[nodiscard]] std::vector<bool> tests_on(std::size_t question, const Cell& cell) const;

 private:
  struct Node {
    Condition::Kind kind = Condition::Kind::atom;
    Test test = Test::is;
    bool multiple = false;  ///< the atom's question is a `choices`: operands are flags, not numbers
    std::uint32_t question = 0;
    std::optional<std::uint32_t> score;  ///< an atom on a score
    std::vector<double> operands;        ///< as Cell::number has them
    std::vector<std::uint32_t> parts;    ///< nodes
  };

  std::uint32_t all_of(const std::vector<std::uint32_t>& parts);
  std::uint32_t add(const Condition& condition, const Rubric& rubric);
  [[nodiscard]] Truth eval(std::uint32_t node, const AnswerSheet& sheet, const std::vector<Truth>& visible,
                           const std::vector<ScoreRange>& scores = {}) const;
  [[nodiscard]] static bool holds_for(const Node& node, const Cell& cell);
  [[nodiscard]] Truth eval_atom(const Node& node, const AnswerSheet& sheet,
                                const std::vector<Truth>& visible) const;

  static constexpr std::uint32_t kAlways = UINT32_MAX;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> whens_;               ///< by question; kAlways without a condition
  std::vector<std::vector<std::uint32_t>> parts_;  ///< by question: its conditions one by one
  std::vector<std::size_t> conditional_;           ///< questions with a condition, in the rubric's order
  std::vector<std::uint32_t> gates_;               ///< by gate
  std::vector<std::uint32_t> bands_;               ///< by band; empty when none has a condition
  std::vector<bool> named_;
  bool gates_ask_scores_ = false;
};

/// Every question that a condition names, in order, each once.
[[nodiscard]] std::vector<std::string> questions_named(const Condition& condition);
/// Every score that it names, likewise.
[[nodiscard]] std::vector<std::string> scores_named(const Condition& condition);

/// Where a score stands in the list that ConditionPlan::gate() takes: all criteria, all dimensions,
/// the overall.
[[nodiscard]] std::size_t score_number(const Rubric& rubric, std::string_view id);

}  // namespace ibtikar
