// See view_parts.h. Here: gates, losses, steps, open questions.
#include <algorithm>
#include <unordered_set>

#include "base/decimal.h"
#include "report/view/parts.h"

namespace ibtikar {
namespace {

const DimensionScore* target_of(const Assessment& assessment, std::string_view id) {
  if (id == "overall") return &assessment.overall;
  const auto found = std::ranges::find(assessment.dimensions, id, &DimensionScore::id);
  return found == assessment.dimensions.end() ? nullptr : &*found;
}

CapView cap_view(const Assessment& assessment, const Formatter& formatter, const GateResult& gate,
                 const Cap& cap) {
  CapView view;
  view.target = formatter.dimension(cap.target);
  view.limit = stated_text(cap.limit);
  if (gate.state != GateState::applies) return view;
  const DimensionScore* target = target_of(assessment, cap.target);
  const bool lowers =
      target != nullptr && std::ranges::find(target->capped_by, gate.id) != target->capped_by.end();
  if (!lowers) {
    view.effect = CapView::Effect::idle;
    return view;
  }
  const bool decides = target->measure.score && *target->measure.score >= rounded(cap.limit);
  view.effect = decides ? CapView::Effect::decides : CapView::Effect::beaten;
  view.before = score_text(target->uncapped);
  view.after = score_text(target->measure.score);
  return view;
}

/// A gate that limits the verdict: as a cap of it, with bands in place of scores.
CapView verdict_cap_view(const Assessment& assessment, const Formatter& formatter, const GateResult& gate) {
  CapView view;
  view.target = std::string(formatter.words()(Word::verdict));
  view.limit = formatter.band(gate.verdict);
  if (gate.state != GateState::applies) return view;
  const auto& bands = assessment.rubric.bands;
  const auto place = [&](std::string_view id) { return std::ranges::find(bands, id, &Band::id); };
  const bool lowers =
      assessment.verdict != kInsufficient && place(assessment.overall.band) > place(gate.verdict);
  view.effect = !lowers                              ? CapView::Effect::idle
                : assessment.verdict == gate.verdict ? CapView::Effect::decides
                                                     : CapView::Effect::beaten;
  view.before = formatter.band(assessment.overall.band);
  view.after = formatter.band(assessment.verdict);
  return view;
}

bool is_open(const QuestionResult& question) {
  return question.state == QuestionState::unanswered ||
         (question.state == QuestionState::answered && question.possibly_hidden);
}

std::string plus_text(double gain) { return "+" + score_text(gain); }
std::string minus_text(double lost) { return "−" + score_text(lost); }

/// What one question lost in the dimension where it lost most.
double most_lost(const QuestionResult& question) {
  double most = 0;
  for (const auto& [dimension, lost] : question.lost) most = std::max(most, lost);
  return most;
}

StepView step_view(const Formatter& formatter, const QuestionIndex& index, const Advice& advice) {
  StepView view;
  view.kind = advice.kind;
  view.text = formatter.text(advice.text);
  view.question = question_title(formatter, index, advice.question);
  view.target = formatter.text(advice.target);
  if (view.target.empty()) view.target = formatter.value(advice.to);
  if (advice.overall_gain && *advice.overall_gain > 0) view.overall = plus_text(*advice.overall_gain);
  for (const auto& [dimension, gain] : advice.dimension_gains)
    if (gain && *gain > 0) view.gains.push_back({formatter.dimension(dimension), plus_text(*gain)});
  view.effort = stated_text(advice.effort);
  return view;
}

/// Everything about a criterion's answers but these. Assessments may come from files: it may not be
/// there.
CriterionAnswersView answers_head(const Assessment& assessment, const Formatter& formatter,
                                  std::string_view id) {
  const auto criterion = std::ranges::find(assessment.criteria, id, &CriterionScore::id);
  if (criterion == assessment.criteria.end()) return {.title = formatter.foreign(id)};
  CriterionAnswersView view{.title = formatter.title(criterion->title, id),
                            .why = formatter.text(criterion->why)};
  const auto& sections = assessment.rubric.sections;
  const auto section = std::ranges::find(sections, criterion->section, &SectionTitle::id);
  view.section = section == sections.end() ? formatter.foreign(criterion->section)
                                           : formatter.title(section->title, section->id);
  if (!criterion->contributes.empty()) view.score = criterion_view(assessment, formatter, *criterion);
  return view;
}

/// Full ids that a gate waits for.
std::unordered_set<std::string_view> awaited_by_gates(const Assessment& assessment) {
  std::unordered_set<std::string_view> ids;
  for (const GateResult& gate : assessment.gates)
    if (gate.state == GateState::unknown) ids.insert(gate.questions.begin(), gate.questions.end());
  return ids;
}

}  // namespace

QuestionIndex::QuestionIndex(const Assessment& assessment) {
  for (const QuestionResult& question : assessment.questions) by_id_.emplace(question.id, &question);
}

const QuestionResult* QuestionIndex::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string question_title(const Formatter& formatter, const QuestionIndex& index, std::string_view id) {
  const QuestionResult* question = index.find(id);
  return question != nullptr ? formatter.title(question->ask, id) : formatter.foreign(id);
}

std::vector<GateView> gate_views(const Assessment& assessment, const Formatter& formatter,
                                 const QuestionIndex& index, GateState state) {
  std::vector<GateView> views;
  for (const GateResult& gate : assessment.gates) {
    if (gate.state != state) continue;
    GateView view{formatter.title(gate.message, gate.id), {}, {}};
    for (const Cap& cap : gate.caps) view.caps.push_back(cap_view(assessment, formatter, gate, cap));
    if (!gate.verdict.empty()) view.caps.push_back(verdict_cap_view(assessment, formatter, gate));
    for (const std::string& id : gate.questions) {
      const QuestionResult* question = index.find(id);
      if (state == GateState::unknown && question != nullptr && is_open(*question))
        view.questions.push_back(formatter.title(question->ask, id));
    }
    views.push_back(std::move(view));
  }
  return views;
}

/// "level 4 of 5" by the number that was typed: a scale from 0 says "level 3 of 4", and one whose
/// values are digits with gaps says nothing.
void add_level(const QuestionResult& question, AnswerView& view) {
  if (!question.level || question.level_count == 0) return;
  const auto* value = std::get_if<double>(&question.value);
  const double place = static_cast<double>(*question.level);
  const bool is_from_0 = value != nullptr && *value == place - 1;
  const bool is_digit = value != nullptr && *value >= 0 && *value <= 9;
  if (is_digit && *value != place && !is_from_0) return;
  view.level = std::to_string(*question.level - (is_from_0 ? 1 : 0));
  view.levels = std::to_string(question.level_count - (is_from_0 ? 1 : 0));
}

AnswerView answer_view(const Formatter& formatter, const QuestionResult& question) {
  AnswerView view;
  view.question = formatter.title(question.ask, question.id);
  view.state = question.state;
  view.may_not_apply = question.possibly_hidden;
  view.scored = question.scored;
  view.answer = formatter.answer(question);
  add_level(question, view);
  if (question.scored && !question.evidence.empty()) view.evidence = formatter.evidence(question.evidence);
  view.note = formatter.foreign(question.note);
  for (const std::string& link : question.links)
    if (std::string shown = formatter.foreign(link); !shown.empty()) view.links.push_back(std::move(shown));
  for (const auto& [dimension, lost] : question.lost)
    if (lost > 0) view.lost.push_back({formatter.dimension(dimension), minus_text(lost)});
  if (const double most = most_lost(question); most > 0) view.most = minus_text(most);
  return view;
}

std::vector<CriterionAnswersView> answer_views(const Assessment& assessment, const Formatter& formatter) {
  std::vector<CriterionAnswersView> views;
  std::string_view criterion;
  for (const QuestionResult& question : assessment.questions) {
    if (question.state == QuestionState::unanswered) continue;
    if (views.empty() || question.criterion != criterion) {
      criterion = question.criterion;
      views.push_back(answers_head(assessment, formatter, criterion));
    }
    views.back().answers.push_back(answer_view(formatter, question));
  }
  return views;
}

std::vector<AnswerView> loss_views(const Assessment& assessment, const Formatter& formatter,
                                   std::size_t most) {
  std::vector<const QuestionResult*> losing;
  for (const QuestionResult& question : assessment.questions)
    if (most_lost(question) > 0) losing.push_back(&question);
  std::ranges::stable_sort(losing, std::ranges::greater(),
                           [](const QuestionResult* q) { return most_lost(*q); });
  losing.resize(std::min(losing.size(), most));
  std::vector<AnswerView> views;
  for (const QuestionResult* question : losing) views.push_back(answer_view(formatter, *question));
  return views;
}

std::vector<StepView> step_views(const Assessment& assessment, const Formatter& formatter,
                                 const QuestionIndex& index, std::size_t most) {
  std::vector<StepView> views;
  for (const Advice& advice : assessment.advice) {
    if (views.size() >= most) break;
    if (raises_a_score(advice)) views.push_back(step_view(formatter, index, advice));
  }
  return views;
}

OpenView open_view(const Assessment& assessment, const Formatter& formatter, std::size_t most) {
  const auto awaited = awaited_by_gates(assessment);
  std::vector<OpenQuestionView> urgent;
  std::vector<OpenQuestionView> others;
  OpenView view;
  for (const QuestionResult& question : assessment.questions) {
    if (question.state != QuestionState::unanswered) continue;
    const bool decides_cap = awaited.contains(question.id);
    if (!question.scored && !decides_cap) {
      ++view.unscored;
      continue;
    }
    ++view.count;
    auto& list = decides_cap ? urgent : others;
    if (list.size() < most)
      list.push_back({formatter.title(question.ask, question.id), decides_cap, question.possibly_hidden});
  }
  view.questions = std::move(urgent);
  for (OpenQuestionView& question : others)
    if (view.questions.size() < most) view.questions.push_back(std::move(question));
  return view;
}

}  // namespace ibtikar
