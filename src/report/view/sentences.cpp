// See sentences.h.
#include "report/view/sentences.h"

#include <algorithm>

namespace ibtikar {
namespace {

constexpr std::string_view kBetween = " · ";

Sentence alternatives(const Words& words, const std::vector<std::string>& titles) {
  return words.joined({titles.begin(), titles.end()}, words(Word::list_comma));
}

/// "text (remark, remark)"
Sentence remarked(const Words& words, const std::string& text, const std::vector<Argument>& remarks) {
  if (remarks.empty()) return words.joined({text}, "");
  return words.say(Word::remarked, {text, words.joined(remarks, words(Word::list_comma))});
}

/// Why there is no verdict; the label stands before the first reason only.
void add_reasons(const ReportView& view, std::vector<Fact>& facts) {
  const Words& words = view.words;
  const VerdictView& verdict = view.verdict;
  const auto add = [&](Sentence reason) {
    facts.push_back({facts.empty() ? std::string(words(Word::why)) : std::string(), std::move(reason), true});
  };
  if (!view.overall.applicable) add(words.say(Word::nothing_applies));
  if (verdict.too_incomplete)
    add(words.say(Word::too_incomplete, {view.overall.measure.completeness_text, verdict.needed}));
  if (!verdict.without_score.empty())
    add(words.say(Word::without_score, {alternatives(words, verdict.without_score)}));
  if (verdict.too_incomplete || !verdict.without_score.empty())
    add(words.say(Word::ask_for_rest, {"ibtikar form --open PROPOSAL"}));
}

void add_amounts(const Words& words, const std::vector<AmountView>& amounts, std::vector<Argument>& parts) {
  for (const AmountView& amount : amounts)
    parts.emplace_back(words.joined({amount.title, amount.text}, "\u00A0"));
}

}  // namespace

Sentence requirement_text(const Words& words, const RequirementView& one) {
  const Sentence state = words.say(one.state == RequirementResult::State::unmet ? Word::requirement_unmet
                                                                                : Word::requirement_open);
  if (one.message.empty()) return words.say(Word::remarked, {one.band, state});
  return words.say(Word::remarked, {words.say(Word::band_needs, {one.band, one.message}), state});
}

Sentence of_whole(const Words& words, const MeasureView& measure) {
  if (measure.whole_text.empty()) return words.say(Word::of_hundred, {measure.score_text});
  return words.say(Word::of_whole, {measure.score_text, measure.whole_text});
}

std::string score_of_hundred(const ReportView& view) {
  if (!view.overall.measure.score) return std::string(view.words(Word::no_score));
  return of_whole(view.words, view.overall.measure).text;
}

Sentence by_line(const Words& words, const HeadView& head) {
  std::vector<Argument> by;
  if (!head.assessor.empty()) by.emplace_back(words.say(Word::assessor_is, {head.assessor}));
  if (!head.date.empty()) by.emplace_back(head.date);
  return words.joined(by, kBetween);
}

Sentence settled_text(const Words& words, const VerdictView& verdict) {
  if (!verdict.settled) return words.say(Word::unsettled, {alternatives(words, verdict.possible)});
  if (verdict.sufficient || verdict.possible.empty())
    return words.say(verdict.is_by_score ? Word::settled : Word::settled_otherwise);
  return words.say(Word::settled_so_far, {alternatives(words, verdict.possible)});
}

std::vector<Fact> verdict_facts(const ReportView& view) {
  const Words& words = view.words;
  const VerdictView& verdict = view.verdict;
  const MeasureView& overall = view.overall.measure;
  std::vector<Fact> facts;
  const auto add = [&](Word label, Sentence text) {
    facts.push_back({std::string(words(label)), std::move(text)});
  };
  if (!verdict.sufficient) add_reasons(view, facts);
  if (!view.overall.applicable) return facts;
  if (!verdict.sufficient && !view.overall.band.empty())
    add(Word::score_so_far, words.say(Word::remarked, {overall.score_text, view.overall.band}));
  add(Word::verdict, settled_text(words, verdict));
  for (const RequirementView& one : verdict.requirements)
    add(Word::requirement, requirement_text(words, one));
  if (!view.overall.uncapped.empty())
    add(view.overall.is_adjusted ? Word::before_gates : Word::before_caps,
        words.joined({view.overall.uncapped}, ""));
  add(Word::interval, words.say(Word::from_to, {overall.low_text, overall.high_text}));
  const bool is_enough = verdict.sufficient && !verdict.needed.empty();
  add(Word::completeness, is_enough
                              ? words.say(Word::completeness_of, {overall.completeness_text, verdict.needed})
                              : words.joined({overall.completeness_text}, ""));
  if (!view.better_lower.empty()) add(Word::lower_is_better, alternatives(words, view.better_lower));
  return facts;
}

Sentence amounts_text(const Words& words, const std::vector<AmountView>& amounts) {
  std::vector<Argument> parts;
  add_amounts(words, amounts, parts);
  return words.joined(parts, kBetween);
}

std::string alone(const Words& words, const std::string& foreign) {
  return foreign.empty() ? foreign : words.joined({foreign}, "").text;
}

Sentence cap_text(const Words& words, const CapView& cap) {
  switch (cap.effect) {
    case CapView::Effect::decides:
      return words.say(Word::cap_decides, {cap.target, cap.before, cap.after});
    case CapView::Effect::beaten:
      return words.say(Word::cap_beaten, {cap.target, cap.limit});
    case CapView::Effect::idle:
      return words.say(Word::cap_idle, {cap.target, cap.limit});
    case CapView::Effect::multiplies:
      return words.say(Word::gate_multiplies, {cap.target, cap.limit});
    case CapView::Effect::adds:
      return words.say(Word::gate_adds, {cap.target, cap.limit});
    case CapView::Effect::raises:
      return words.say(Word::gate_raises, {cap.target, cap.limit});
    case CapView::Effect::possible:
      break;
  }
  return words.say(Word::cap_possible, {cap.target, cap.limit});
}

Sentence answer_words(const Words& words, const AnswerView& answer) {
  std::vector<Argument> remarks;
  if (!answer.level.empty()) remarks.emplace_back(words.say(Word::level_of, {answer.level, answer.levels}));
  if (!answer.evidence.empty()) remarks.emplace_back(words.say(Word::evidence_is, {answer.evidence}));
  if (!answer.missing.empty())
    remarks.emplace_back(words.say(Word::credit_needs, {alternatives(words, answer.missing)}));
  return remarked(words, answer.answer, remarks);
}

Sentence answer_text(const Words& words, const AnswerView& answer) {
  return words.say(Word::answer_is, {answer_words(words, answer)});
}

Word losses_heading(const ReportView& view) { return view.better_lower.empty() ? Word::losses : Word::costs; }

Word losses_legend(const ReportView& view) {
  if (view.better_lower.empty()) return view.losses.empty() ? Word::no_losses : Word::losses_legend;
  return view.losses.empty() ? Word::no_costs : Word::costs_legend;
}

Word caps_heading(const ReportView& view, bool applied) {
  if (view.has_adjustments) return applied ? Word::gates_applied : Word::gates_pending;
  return applied ? Word::caps_applied : Word::caps_pending;
}

Word steps_legend(const ReportView& view) {
  const bool lifts_overall =
      std::ranges::any_of(view.steps, [](const StepView& step) { return !step.overall.empty(); });
  if (!view.better_lower.empty())
    return view.steps.empty() ? Word::no_better_steps
           : lifts_overall    ? Word::better_steps_legend
                              : Word::no_better_overall_step;
  return view.steps.empty() ? Word::no_steps : lifts_overall ? Word::steps_legend : Word::no_overall_step;
}

std::string step_text(const Words& words, const StepView& step) {
  if (step.kind == AdviceKind::raise)
    return step.text.empty() ? std::string(words(Word::raise_answer)) : step.text;
  if (step.kind == AdviceKind::supply) return std::string(words(Word::supply_answer));
  return step.text.empty() ? std::string(words(Word::document_answer))
                           : words.say(Word::document_with, {step.text}).text;
}

Sentence step_target(const Words& words, const StepView& step) {
  if (step.target.empty()) return {};
  if (step.kind == AdviceKind::supply) return words.say(Word::supplies, {step.target});
  return words.say(step.kind == AdviceKind::raise ? Word::leads_to : Word::evidence_then, {step.target});
}

Sentence step_worth(const Words& words, const StepView& step) {
  std::vector<Argument> worth;
  add_amounts(words, step.gains, worth);
  worth.emplace_back(words.say(Word::effort_is, {step.effort}));
  return words.joined(worth, kBetween);
}

Sentence open_text(const Words& words, const OpenQuestionView& question) {
  std::vector<Argument> remarks;
  if (question.decides_cap) remarks.emplace_back(words.say(Word::decides_cap));
  if (question.may_not_apply) remarks.emplace_back(words.say(Word::may_not_apply));
  if (remarks.empty()) return {question.question};
  return remarked(words, question.question, remarks);
}

std::vector<Sentence> short_form_ending(const ReportView& view) {
  std::vector<Sentence> ending;
  if (view.warnings_left_out > 0)
    ending.push_back(view.words.say(Word::warnings_are, {std::to_string(view.warnings_left_out)}));
  ending.push_back(view.words.say(Word::short_form));
  return ending;
}

std::vector<Fact> origin_facts(const Words& words, const OriginView& origin, Digests digests) {
  std::vector<Fact> facts;
  const auto add = [&](std::string_view label, Sentence text) {
    facts.push_back({std::string(label), std::move(text)});
  };
  const auto with_digest = [&](const std::string& id, const std::string& digest) {
    std::vector<Argument> parts;
    if (!id.empty()) parts.emplace_back(id);
    if (!digest.empty()) parts.emplace_back(digest);
    return words.joined(parts, kBetween);
  };
  const bool whole = digests == Digests::whole;
  add(words(Word::rubric),
      with_digest(origin.rubric, whole ? origin.rubric_digest_whole : origin.rubric_digest));
  add(words(Word::proposal),
      with_digest(origin.proposal, whole ? origin.proposal_digest_whole : origin.proposal_digest));
  add(words(Word::combined), {origin.combined});
  if (!origin.evidence_default.empty()) {
    add(words(Word::evidence), words.say(Word::evidence_default, {origin.evidence_default}));
    add({}, words.say(Word::evidence_counts, {origin.evidence_ceiling, origin.evidence_margin}));
  }
  add(words(Word::engine), words.joined({origin.engine}, ""));
  return facts;
}

}  // namespace ibtikar
