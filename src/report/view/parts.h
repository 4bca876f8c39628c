// The parts of view_of(), one question about an assessment each.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/view/view.h"

namespace ibtikar {

/// Questions by full id. The assessment outlives it.
class QuestionIndex {
 public:
  explicit QuestionIndex(const Assessment& assessment);
  /// nullptr when there is none of this id.
  [[nodiscard]] const QuestionResult* find(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const QuestionResult*> by_id_;
};

/// The question's words, or its id.
[[nodiscard]] std::string question_title(const Formatter& formatter, const QuestionIndex& index,
                                         std::string_view id);

/// The criterion's title, or its id.
[[nodiscard]] std::string criterion_title(const Formatter& formatter, const Assessment& assessment,
                                          std::string_view id);

[[nodiscard]] HeadView head_view(const Assessment& assessment, const Formatter& formatter);
[[nodiscard]] VerdictView verdict_view(const Assessment& assessment, const Formatter& formatter);
[[nodiscard]] std::vector<SectionView> section_views(const Assessment& assessment,
                                                     const Formatter& formatter);

[[nodiscard]] ScoreView score_view(const Assessment& assessment, const Formatter& formatter,
                                   const DimensionScore& score);
[[nodiscard]] ScoreView criterion_view(const Assessment& assessment, const Formatter& formatter,
                                       const CriterionScore& criterion);

/// The gates in this state (applies, or unknown).
[[nodiscard]] std::vector<GateView> gate_views(const Assessment& assessment, const Formatter& formatter,
                                               const QuestionIndex& index, GateState state);

/// One question as it was answered.
[[nodiscard]] AnswerView answer_view(const Formatter& formatter, const QuestionResult& question);
[[nodiscard]] std::vector<CriterionAnswersView> answer_views(const Assessment& assessment,
                                                             const Formatter& formatter);
[[nodiscard]] std::vector<AnswerView> loss_views(const Assessment& assessment, const Formatter& formatter,
                                                 std::size_t most);
[[nodiscard]] std::vector<StepView> step_views(const Assessment& assessment, const Formatter& formatter,
                                               const QuestionIndex& index, std::size_t most);
[[nodiscard]] OpenView open_view(const Assessment& assessment, const Formatter& formatter, std::size_t most);
[[nodiscard]] std::vector<WarningView> warning_views(const Assessment& assessment,
                                                     const Formatter& formatter);
[[nodiscard]] OriginView origin_view(const Assessment& assessment, const Formatter& formatter);

}  // namespace ibtikar
