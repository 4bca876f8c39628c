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
  const DimensionScore* target = target_of(assessment, cap.target);
  const auto scale = target == nullptr ? std::nullopt : target->scale;
  view.limit = scale ? score_text(scale, placed_on(scale, cap.limit)) : stated_text(cap.limit);
  if (gate.state != GateState::applies) return view;
  const bool lowers =
      target != nullptr && std::ranges::find(target->capped_by, gate.id) != target->capped_by.end();
  if (!lowers) {
    view.effect = CapView::Effect::idle;
    return view;
  }
  const bool decides = target->measure.score && *target->measure.score >= rounded(cap.limit);
  view.effect = decides ? CapView::Effect::decides : CapView::Effect::beaten;
  view.before = score_text(scale, placed_on(scale, target->uncapped));
  view.after = score_text(
      scale, scale && target->measure.shown ? target->measure.shown->score : target->measure.score);
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
  const bool is_better = assessment.overall.better == Better::higher
                             ? place(assessment.overall.band) > place(gate.verdict)
                             : place(assessment.overall.band) < place(gate.verdict);
  const bool lowers = assessment.verdict != kInsufficient && is_better;
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

std::string signed_text(const std::optional<DisplayScale>& scale, double amount) {
  return (amount < 0 ? "−" : "+") + amount_text(scale, amount);
}

/// What one answer costs a dimension: points lost, or where lower is better the points that it adds.
struct Cost {
  const DimensionScore* dimension = nullptr;  ///< an assessment may come from a file: it may not be there
  std::string_view id;
  double amount = 0;

  [[nodiscard]] std::string text() const {
    const bool adds = dimension != nullptr && dimension->better == Better::lower;
    return signed_text(dimension == nullptr ? std::nullopt : dimension->scale, adds ? amount : -amount);
  }
};

std::vector<Cost> costs_of(const Assessment& assessment, const QuestionResult& question) {
  std::vector<Cost> costs;
  const auto add = [&](const PerDimension& amounts, Better better) {
    for (const auto& [id, amount] : amounts) {
      const DimensionScore* dimension = target_of(assessment, id);
      if ((dimension == nullptr ? Better::higher : dimension->better) == better && amount > 0)
        costs.push_back({dimension, id, amount});
    }
  };
  add(question.lost, Better::higher);
  add(question.points, Better::lower);
  return costs;
}

/// The greatest one. Empty if there is none.
std::optional<Cost> greatest_cost(const Assessment& assessment, const QuestionResult& question) {
  std::optional<Cost> greatest;
  for (const Cost& cost : costs_of(assessment, question))
    if (!greatest || cost.amount > greatest->amount) greatest = cost;
  return greatest;
}

/// An effect of a gate that is no cap.
CapView adjustment_view(const Assessment& assessment, const Formatter& formatter, const Adjustment& one) {
  CapView view;
  view.target = formatter.dimension(one.target);
  const DimensionScore* target = target_of(assessment, one.target);
  const auto scale = target == nullptr ? std::nullopt : target->scale;
  switch (one.kind) {
    case Adjustment::Kind::multiply:
      view.effect = CapView::Effect::multiplies;
      view.limit = stated_text(one.amount);
      break;
    case Adjustment::Kind::add:
      view.effect = CapView::Effect::adds;
      view.limit = signed_text(scale, one.amount);
      break;
    case Adjustment::Kind::floor:
      view.effect = CapView::Effect::raises;
      view.limit = scale ? score_text(scale, placed_on(scale, one.amount)) : stated_text(one.amount);
      break;
  }
  return view;
}

std::string missing_text(const Formatter& formatter, std::string_view what) {
  if (what == "note") return std::string(formatter.words()(Word::a_note));
  if (what == "link") return std::string(formatter.words()(Word::a_link));
  if (what == "evidence") return std::string(formatter.words()(Word::better_evidence));
  return formatter.evidence(what);
}

/// What a `supply` adds, one after the other.
std::string supplied_text(const Formatter& formatter, const AnswerValue& to) {
  std::string text;
  if (const auto* what = std::get_if<std::vector<std::string>>(&to))
    for (const std::string& one : *what)
      text += (text.empty() ? "" : std::string(formatter.words()(Word::list_comma))) +
              missing_text(formatter, one);
  return text;
}

/// A gain that betters, as text; empty for any other.
std::string bettering_text(const DimensionScore* score, const Score& gain) {
  const bool lower = score != nullptr && score->better == Better::lower;
  if (!gain || (lower ? *gain >= 0 : *gain <= 0)) return {};
  return signed_text(score == nullptr ? std::nullopt : score->scale, *gain);
}

StepView step_view(const Assessment& assessment, const Formatter& formatter, const QuestionIndex& index,
                   const Advice& advice) {
  StepView view;
  view.kind = advice.kind;
  view.text = formatter.text(advice.text);
  view.question = question_title(formatter, index, advice.question);
  view.target = formatter.text(advice.target);
  if (advice.kind == AdviceKind::supply) view.target = supplied_text(formatter, advice.to);
  if (view.target.empty()) view.target = formatter.value(advice.to);
  view.overall = bettering_text(&assessment.overall, advice.overall_gain);
  for (const auto& [dimension, gain] : advice.dimension_gains)
    if (std::string text = bettering_text(target_of(assessment, dimension), gain); !text.empty())
      view.gains.push_back({formatter.dimension(dimension), std::move(text)});
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
  for (const RequirementResult& one : assessment.requirements)
    if (one.state == RequirementResult::State::unknown || !one.certain)
      ids.insert(one.questions.begin(), one.questions.end());
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

std::string criterion_title(const Formatter& formatter, const Assessment& assessment, std::string_view id) {
  for (const CriterionScore& criterion : assessment.criteria)
    if (criterion.id == id) return formatter.title(criterion.title, id);
  return formatter.foreign(id);
}

std::vector<GateView> gate_views(const Assessment& assessment, const Formatter& formatter,
                                 const QuestionIndex& index, GateState state) {
  std::vector<GateView> views;
  for (const GateResult& gate : assessment.gates) {
    if (gate.state != state) continue;
    GateView view{formatter.title(gate.message, gate.id), {}, {}};
    for (const Cap& cap : gate.caps) view.caps.push_back(cap_view(assessment, formatter, gate, cap));
    for (const Adjustment& one : gate.adjustments)
      view.caps.push_back(adjustment_view(assessment, formatter, one));
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
  for (const std::string& what : question.missing) view.missing.push_back(missing_text(formatter, what));
  for (const Cost& cost : costs_of(formatter.assessment(), question))
    view.lost.push_back({formatter.dimension(cost.id), cost.text()});
  if (const auto most = greatest_cost(formatter.assessment(), question)) view.most = most->text();
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
    if (greatest_cost(assessment, question)) losing.push_back(&question);
  std::ranges::stable_sort(losing, std::ranges::greater(),
                           [&](const QuestionResult* q) { return greatest_cost(assessment, *q)->amount; });
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
    if (raises_a_score(assessment, advice)) views.push_back(step_view(assessment, formatter, index, advice));
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
