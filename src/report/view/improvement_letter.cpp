// improvement_letter(): see letter.h. What is to change, what that costs, and where it leads.
#include <algorithm>
#include <cmath>

#include "report/view/letter.h"
#include "report/view/parts.h"

namespace ibtikar {

Words letter_words(const std::string& language, Target target) {
  return Words(language, target == Target::html       ? Isolation::always
                         : target == Target::markdown ? Isolation::by_marks
                                                      : Isolation::as_needed);
}

Sentence foreign_sentence(const Words& words, const std::string& text) { return words.joined({text}, ""); }

namespace {

/// Costs are compared to the millionth, so no more of them is shown.
std::string cost_text(double cost) {
  constexpr double kMillion = 1e6;
  return stated_text(std::round(cost * kMillion) / kMillion);
}

class ImprovementLetter {
 public:
  ImprovementLetter(const Improvement& found, const std::string& language, Target target)
      : found_(found),
        formatter_(found.today, language, target == Target::html ? Target::terminal : target),
        words_(letter_words(formatter_.language(), target)),
        index_(found.today) {}

  LetterView letter() {
    const VerdictView verdict = verdict_view(found_.today, formatter_);
    LetterView out{words_,
                   formatter_.language(),
                   std::string(words_(Word::improvement)),
                   head_view(found_.today, formatter_),
                   {},
                   verdict.standing,
                   {},
                   {}};
    out.opening =
        words_.say(Word::now_is,
                   {foreign_sentence(words_, verdict.title),
                    foreign_sentence(words_, measure_text(found_.today.overall.scale, found_.now.overall))});
    add_conditions(out.texts);
    if (found_.reached_today) {
      out.texts.push_back(words_.say(Word::reached_today));
      return out;
    }
    for (std::size_t p = 0; p < found_.plans.size(); ++p) out.parts.push_back(plan_part(p));
    if (!found_.plans.empty()) {
      if (!found_.proved) out.texts.push_back(words_.say(Word::plan_unproved));
      return out;
    }
    out.texts.push_back(words_.say(!found_.proved          ? Word::unreachable_unproved
                                   : found_.options.budget ? Word::unreachable_in_budget
                                                           : Word::unreachable));
    const OpenView open = open_view(found_.today, formatter_, 0);
    if (open.count > 0) out.texts.push_back(words_.say(Word::open_may_change, {std::to_string(open.count)}));
    for (const BestReachable& best : found_.unreachable) out.parts.push_back(best_part(best));
    return out;
  }

 private:
  [[nodiscard]] const DimensionScore& score_of(const std::string& id) const {
    for (const DimensionScore& dimension : found_.today.dimensions)
      if (dimension.id == id) return dimension;
    return found_.today.overall;
  }

  [[nodiscard]] static std::string measure_text(const std::optional<DisplayScale>& scale,
                                                const Measure& measure) {
    return shown_texts(measure, scale).score;
  }

  [[nodiscard]] Sentence target_text(const ImproveTarget& target) const {
    if (!target.band.empty())
      return words_.say(Word::target_band, {foreign_sentence(words_, formatter_.band(target.band))});
    const DimensionScore& score = score_of(target.dimension);
    // Targets are from 0 to 100, whatever the scale shows.
    return words_.say(
        score.better == Better::higher ? Word::target_at_least : Word::target_at_most,
        {foreign_sentence(words_, formatter_.dimension(target.dimension)), stated_text(target.number)});
  }

  /// The targets, and what the search was to keep to.
  void add_conditions(std::vector<Sentence>& texts) const {
    std::vector<Argument> targets;
    for (const ImproveTarget& target : found_.options.targets) targets.emplace_back(target_text(target));
    texts.push_back(words_.say(Word::to_reach, {words_.joined(targets, words_(Word::list_comma))}));
    if (found_.options.budget)
      texts.push_back(words_.say(Word::budget_is, {cost_text(*found_.options.budget)}));
    if (found_.options.locked.empty()) return;
    std::vector<Argument> locked;
    for (const std::string& id : found_.options.locked)
      locked.emplace_back(foreign_sentence(words_, question_title(formatter_, index_, id)));
    texts.push_back(words_.say(Word::locked_are, {words_.joined(locked, words_(Word::list_comma))}));
  }

  [[nodiscard]] Sentence verdict_text(const std::string& id) const {
    if (id == kInsufficient) return words_.say(Word::insufficient);
    return foreign_sentence(words_, formatter_.band(id));
  }

  [[nodiscard]] LetterTable score_table(const ImprovedScores& reached) const {
    LetterTable table{std::string(words_(Word::score)),
                      {std::string(words_(Word::today)), std::string(words_(Word::with_plan))},
                      {}};
    table.rows.push_back(
        {words_.say(Word::verdict), {verdict_text(found_.now.verdict), verdict_text(reached.verdict)}});
    const auto add = [&](const DimensionScore& score, const Measure& before, const Measure& after) {
      table.rows.push_back({foreign_sentence(words_, formatter_.dimension(score.id)),
                            {foreign_sentence(words_, measure_text(score.scale, before)),
                             foreign_sentence(words_, measure_text(score.scale, after))}});
    };
    add(found_.today.overall, found_.now.overall, reached.overall);
    for (std::size_t d = 0; d < found_.today.dimensions.size(); ++d)
      add(found_.today.dimensions[d], found_.now.dimensions[d], reached.dimensions[d]);
    return table;
  }

  [[nodiscard]] std::string answer(const PlannedStep& step, bool after) const {
    std::string text = formatter_.text(after ? step.to_words : step.from_words);
    if (text.empty()) text = formatter_.value(after ? step.to : step.from);
    return text;
  }

  [[nodiscard]] Sentence step_text(const PlannedStep& step) const {
    if (step.kind == AdviceKind::supply) {
      std::vector<Argument> added;
      if (const auto* list = std::get_if<std::vector<std::string>>(&step.to))
        for (const std::string& what : *list)
          added.emplace_back(words_.say(what == "note" ? Word::a_note : Word::a_link));
      return words_.say(Word::supplies, {words_.joined(added, words_(Word::list_comma))});
    }
    return words_.say(
        step.kind == AdviceKind::raise ? Word::answer_from_to : Word::evidence_from_to,
        {foreign_sentence(words_, answer(step, false)), foreign_sentence(words_, answer(step, true))});
  }

  [[nodiscard]] LetterEntry entry(const PlannedChange& change) const {
    LetterEntry out{cost_text(change.cost),
                    foreign_sentence(words_, question_title(formatter_, index_, change.question)),
                    {}};
    for (const PlannedStep& step : change.steps) out.lines.push_back(step_text(step));
    // A step to a better answer is worth the advice that the rubric has for it.
    if (const QuestionResult* question = index_.find(change.question))
      for (const Advice& advice : found_.today.advice)
        if (advice.kind == AdviceKind::raise && advice.question == question->id &&
            change.steps.front().kind == AdviceKind::raise)
          if (const std::string text = formatter_.text(advice.text); !text.empty())
            out.lines.push_back(foreign_sentence(words_, text));
    return out;
  }

  /// By criterion, or by phase if there are several.
  void add_groups(const ImprovePlan& plan, std::vector<LetterGroup>& groups) const {
    if (plan.phases.size() < 2) {
      std::string last;
      for (const PlannedChange& change : plan.changes) {
        const QuestionResult* question = index_.find(change.question);
        const std::string criterion = question == nullptr ? std::string() : question->criterion;
        if (groups.empty() || criterion != last)
          groups.push_back(
              {foreign_sentence(words_, criterion_title(formatter_, found_.today, criterion)), {}, {}});
        groups.back().entries.push_back(entry(change));
        last = criterion;
      }
      return;
    }
    for (std::size_t p = 0; p < plan.phases.size(); ++p) {
      const ImprovePhase& phase = plan.phases[p];
      LetterGroup group{words_.say(Word::phase_is, {std::to_string(p + 1)}), {}, {}};
      group.texts.push_back(words_.say(
          Word::phase_leads_to,
          {cost_text(phase.cost), verdict_text(phase.reached.verdict),
           foreign_sentence(words_, measure_text(found_.today.overall.scale, phase.reached.overall))}));
      for (const std::size_t c : phase.changes) group.entries.push_back(entry(plan.changes[c]));
      groups.push_back(std::move(group));
    }
  }

  [[nodiscard]] LetterPart plan_part(std::size_t number) const {
    const ImprovePlan& plan = found_.plans[number];
    LetterPart part{number == 0 ? words_.say(found_.proved ? Word::cheapest_plan : Word::plan_found)
                                : words_.say(Word::another_plan, {std::to_string(number + 1)}),
                    {},
                    {},
                    {}};
    fill(plan, part);
    return part;
  }

  void fill(const ImprovePlan& plan, LetterPart& part) const {
    part.texts.push_back(words_.say(Word::plan_costs, {cost_text(plan.cost), std::to_string(plan.steps)}));
    part.table = score_table(plan.reached);
    add_groups(plan, part.groups);
  }

  [[nodiscard]] LetterPart best_part(const BestReachable& best) const {
    LetterPart part{words_.say(Word::to_reach, {target_text(best.target)}), {}, {}, {}};
    if (!best.best) {
      part.texts.push_back(words_.say(Word::nothing_reachable));
      return part;
    }
    part.texts.push_back(words_.say(Word::best_reachable, {target_text(*best.best)}));
    if (best.plan && !best.plan->changes.empty()) fill(*best.plan, part);
    return part;
  }

  const Improvement& found_;
  Formatter formatter_;
  Words words_;
  QuestionIndex index_;
};

}  // namespace

LetterView improvement_letter(const Improvement& found, const std::string& language, Target target) {
  return ImprovementLetter(found, language, target).letter();
}

}  // namespace ibtikar
