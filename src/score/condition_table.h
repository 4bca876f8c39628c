// ConditionTable: which questions are shown and which gates apply, looked up by codes.
//
// A condition tells few answers of a question apart. What it says of each combination of those is
// computed once, by ConditionPlan itself; for a record only the index of its combination is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "score/codebook.h"
#include "score/plan.h"

namespace ibtikar {

class ConditionTable {
 public:
  /// Nothing if a gate asks a score, if a band has a condition, or if a condition has too many
  /// combinations.
  [[nodiscard]] static std::optional<ConditionTable> of(const ScorerPlan& plan, const Codebook& book);

  /// The questions with a condition, in the rubric's order.
  [[nodiscard]] const std::vector<std::size_t>& conditional() const { return conditional_; }
  /// Settles whether those are shown and whether each gate applies. `visible` has a value for each
  /// question, yes for those without a condition.
  void settle(const CodedAnswers& answers, std::vector<Truth>& visible, std::vector<Truth>& gates) const;

 private:
  /// A question that conditions name. Its answers fall into classes that no condition tells apart.
  struct Asked {
    std::size_t question = 0;
    QuestionType type = QuestionType::scale;
    std::vector<double> operands;       ///< a number is compared with these, in order
    std::vector<std::uint8_t> classes;  ///< of its answers: by code, by region of a number, or by set
    std::vector<Cell> samples;          ///< a cell of each class
  };
  /// A condition: the sum of classes times steps is the place of what it says.
  struct Decision {
    struct Term {
      std::size_t question = 0;
      std::size_t asked = 0;
      std::size_t step = 1;
      std::vector<std::uint16_t> places;  ///< by code, of a question that is shown; empty: to be computed
    };
    std::vector<Term> terms;
    std::vector<Truth> says;
    bool asks_codes = true;  ///< alone, of questions that are always shown
  };

  [[nodiscard]] bool add_asked(const ScorerPlan& plan, const Codebook& book, std::size_t question);
  template <class Evaluate>
  [[nodiscard]] bool add_decision(const ScorerPlan& plan, const Codebook& book,
                                  const std::vector<std::size_t>& questions, const Evaluate& evaluate,
                                  std::vector<Decision>& into);
  [[nodiscard]] static std::size_t class_of(const Asked& asked, const CodedAnswers& answers, Truth visible);
  [[nodiscard]] Truth look_up(const Decision& decision, const CodedAnswers& answers,
                              const std::vector<Truth>& visible) const;

  std::vector<std::size_t> places_;  ///< in asked_, by question
  std::vector<Asked> asked_;
  std::vector<std::size_t> conditional_;
  std::vector<Decision> shown_;  ///< one for each of conditional_
  std::vector<Decision> gates_;
};

}  // namespace ibtikar
