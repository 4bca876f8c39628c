// advise(): see explain.h.
//
// Every step is tried out on the whole sheet, with conditions and gates, so the gain that a report
// promises is what the score will show. A formula for the gain would be faster and wrong as soon as
// an answer hides a question or lifts a cap.
#include <algorithm>

#include "base/decimal.h"
#include "model/answer_check.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

/// Most steps that are tried for one question if conditions name it or gates ask about scores: then
/// each trial scores the whole sheet, and a question may have thousands of options.
constexpr std::size_t kMostTried = 1000;

Score difference(const std::optional<double>& after, const std::optional<double>& before) {
  // A score that is undefined before or after has no gain: 0 would be a claim.
  if (!after || !before) return std::nullopt;
  return rounded(100 * (*after - *before));
}

Advice advice_for(const ScorerPlan& plan, std::size_t question, AdviceKind kind, const Outcomes& after,
                  const Outcomes& today) {
  Advice advice;
  advice.question = plan.rubric.full_id(question);
  advice.kind = kind;
  advice.overall_gain = difference(after.overall.point, today.overall.point);
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    advice.dimension_gains.emplace_back(plan.rubric.dimensions()[d].id,
                                        difference(after.dimensions[d].point, today.dimensions[d].point));
  // The effort is shown and not used for sorting: its unit belongs to the rubric's author.
  advice.effort = plan.rubric.question(question).effort;
  return advice;
}

/// A gain as what it betters.
Score bettered(const Score& gain, Better better) {
  if (!gain || better == Better::higher) return gain;
  return *gain == 0 ? 0 : -*gain;
}

Score largest_dimension_gain(const ScorerPlan& plan, const Advice& advice) {
  Score largest;
  for (std::size_t d = 0; d < advice.dimension_gains.size(); ++d)
    largest = std::max(largest, bettered(advice.dimension_gains[d].second, plan.dimension_better[d]));
  return largest;
}

/// Greatest overall gain first, then greatest dimension gain; none is less than any number.
bool before(const ScorerPlan& plan, const Advice& a, const Advice& b) {
  if (a.overall_gain != b.overall_gain)
    return bettered(b.overall_gain, plan.better) < bettered(a.overall_gain, plan.better);
  return largest_dimension_gain(plan, b) < largest_dimension_gain(plan, a);
}

/// Whether a gate no longer applies. One that becomes unknown counts, too.
bool lifts_a_cap(const Outcomes& after, const Outcomes& today) {
  for (std::size_t g = 0; g < today.gates.size(); ++g)
    if (today.gates[g] == Truth::yes && after.gates[g] != Truth::yes) return true;
  return false;
}

/// Tries changed cells, one at a time, and restores the sheet before the next. Scoring the change
/// alone is much cheaper than scoring a fresh copy, and a rubric may have 10,000 questions.
class Trial {
 public:
  Trial(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& today)
      : plan_(plan), today_(today), sheet_(sheet), outcomes_(today) {}

  [[nodiscard]] const Outcomes& today() const { return today_; }

  /// The reference holds until the next call.
  const Outcomes& with(std::size_t question, Cell cell) {
    restore();
    std::swap(sheet_.cells[question], cell);
    changed_ = {question, std::move(cell)};
    evaluate_change(plan_, sheet_, question, outcomes_);
    return outcomes_;
  }

 private:
  void restore() {
    if (!changed_) return;
    const std::size_t question = changed_->first;
    sheet_.cells[question] = std::move(changed_->second);
    evaluate_change(plan_, sheet_, question, outcomes_);
  }

  const ScorerPlan& plan_;
  const Outcomes& today_;
  AnswerSheet sheet_;
  Outcomes outcomes_;
  std::optional<std::pair<std::size_t, Cell>> changed_;
};

/// Whether gates ask about scores. If so, any scored answer may make a gate apply or lift it, as if
/// a condition named its question.
bool gates_ask_scores(const Rubric& rubric) {
  return std::ranges::any_of(rubric.parts().gates,
                             [](const Gate& gate) { return !scores_named(gate.when).empty(); });
}

/// Finds the advised step for one answer, and the advised evidence.
class Adviser {
 public:
  Adviser(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& today)
      : plan_(plan),
        sheet_(sheet),
        trial_(plan, sheet, today),
        gates_ask_scores_(gates_ask_scores(plan.rubric)) {}

  /// Another answer. Questions that are not scored are tried if a condition names them: their answer
  /// may lift a cap.
  std::optional<Advice> raise(std::size_t q) {
    const Question& question = plan_.rubric.question(q);
    const Cell& cell = sheet_.cells[q];
    const bool named = plan_.conditions.is_named(q) || gates_ask_scores_;
    if (!plan_.conditions.is_named(q) && !plan_.questions[q].scored) return std::nullopt;
    const Better better = plan_.questions[q].lower_is_better ? Better::lower : Better::higher;
    const Steps steps = steps_from(question, cell, better);
    const Changes changes{AdviceKind::raise, steps.all.size(), steps.best, named};
    return choose(q, changes, [&](std::size_t i) { return after(question, cell, steps.all[i]); });
  }

  /// Better evidence for the answer as it is. Levels that earn the same as today's are no step.
  std::optional<Advice> document(std::size_t q) {
    const Cell& cell = sheet_.cells[q];
    if (!plan_.questions[q].scored || !plan_.best_evidence) return std::nullopt;
    const auto& upward = plan_.evidence_upward;
    const auto lower = [&](std::size_t a, std::size_t b) { return plan_.is_lower_evidence(a, b); };
    const auto next = std::upper_bound(upward.begin(), upward.end(), cell.evidence, lower);
    if (next == upward.end()) return std::nullopt;
    const auto count = static_cast<std::size_t>(upward.end() - next);
    return choose(q, {AdviceKind::document, count, count - 1, gates_ask_scores_}, [&](std::size_t i) {
      Cell shown = cell;
      shown.evidence = static_cast<std::uint32_t>(next[static_cast<std::ptrdiff_t>(i)]);
      return shown;
    });
  }

  /// The note, the link and the evidence that credit needs, where words are lacking.
  std::optional<Advice> supply(std::size_t q) {
    const Cell& cell = sheet_.cells[q];
    // Better evidence alone is the advice of document().
    if (!plan_.questions[q].scored || missing_of(plan_, q, cell).empty()) return std::nullopt;
    if (!plan_.needs[plan_.questions[q].needs].lacks_words(cell)) return std::nullopt;
    return try_out(q, AdviceKind::supply, supplied(plan_, q, cell), true);
  }

 private:
  /// The possible changes of one answer, the preferred one first.
  struct Changes {
    AdviceKind kind = AdviceKind::raise;
    std::size_t count = 0;
    std::size_t best = 0;  ///< the one that betters the answer most
    bool named = false;    ///< conditions ask about the answer, or gates about scores
  };

  /// The first change that raises a score; if none does, the first that gives a better answer. The
  /// smallest step that works is better advice than the largest: it can be done sooner.
  template <class CellAt>
  std::optional<Advice> choose(std::size_t q, const Changes& changes, const CellAt& cell_at) {
    std::optional<Advice> first;
    const std::size_t count = changes.named ? std::min(changes.count, kMostTried) : changes.count;
    for (std::size_t i = 0; i < count; ++i) {
      const Cell cell = cell_at(i);
      const bool betters =
          changes.kind == AdviceKind::document || (plan_.questions[q].scored && is_better(q, cell));
      // The order puts better answers first, so no later change is better.
      if (!betters && !changes.named) break;
      std::optional<Advice> advice = try_out(q, changes.kind, cell, betters);
      if (!advice) continue;
      if (raises(*advice)) return advice;
      if (!first && betters) first = std::move(advice);
      // Without conditions, a better answer never lowers a score. So if the best answer raises
      // none, for example under a cap, no answer in between does, and the search can stop.
      if (changes.named || i > 0 || changes.best == 0) continue;
      if (!raises(*try_out(q, changes.kind, cell_at(changes.best), true))) break;
    }
    return first;
  }

  /// Nothing if the change is not a step: if it neither gives a better answer nor lifts a cap.
  std::optional<Advice> try_out(std::size_t q, AdviceKind kind, const Cell& cell, bool betters) {
    const Question& question = plan_.rubric.question(q);
    const Outcomes& outcomes = trial_.with(q, cell);
    if (!betters && !lifts_a_cap(outcomes, trial_.today())) return std::nullopt;
    Advice advice = advice_for(plan_, q, kind, outcomes, trial_.today());
    if (kind == AdviceKind::raise) {
      advice.text = question.advice;
      advice.to = stated(question, cell);
      advice.target = in_words(plan_.rubric, question, cell);
      return advice;
    }
    if (kind == AdviceKind::supply) {
      advice.to = additions(q, cell);
      return advice;
    }
    const EvidenceLevel& level = plan_.rubric.parts().evidence.levels[cell.evidence];
    if (has_no_document(q)) advice.text = question.evidence_hint;
    advice.to = level.id;
    advice.target = level.title;
    return advice;
  }

  [[nodiscard]] bool raises(const Advice& advice) const {
    return raises_a_score(advice, plan_.better, plan_.dimension_better);
  }

  [[nodiscard]] bool is_better(std::size_t q, const Cell& cell) const {
    const double today = sheet_.cells[q].utility;
    return plan_.questions[q].lower_is_better ? cell.utility < today : cell.utility > today;
  }

  /// What `cell` has that today's answer has not.
  [[nodiscard]] std::vector<std::string> additions(std::size_t q, const Cell& cell) const {
    const Cell& today = sheet_.cells[q];
    std::vector<std::string> added;
    if (cell.has_note && !today.has_note) added.emplace_back("note");
    if (cell.has_link && !today.has_link) added.emplace_back("link");
    if (cell.evidence != today.evidence)
      added.push_back(plan_.rubric.parts().evidence.levels[cell.evidence].id);
    return added;
  }

  /// Whether the answer has no document yet. The hint asks for one, so it must not be shown if the
  /// evidence is better than what the rubric takes for granted.
  [[nodiscard]] bool has_no_document(std::size_t q) const {
    const auto taken = find_evidence(plan_.rubric.parts().evidence, {});
    return taken && !plan_.is_lower_evidence(*taken, sheet_.cells[q].evidence);
  }

  const ScorerPlan& plan_;
  const AnswerSheet& sheet_;
  Trial trial_;
  bool gates_ask_scores_;
};

}  // namespace

std::vector<Advice> advise(const ScorerPlan& plan, const AnswerSheet& sheet, const Outcomes& today) {
  std::vector<Advice> all;
  Adviser adviser(plan, sheet, today);
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    // Open questions are no advice: nobody knows yet what is true there. The interview asks them.
    if (today.visible[q] == Truth::no || sheet.cells[q].state != CellState::answered) continue;
    if (std::optional<Advice> advice = adviser.raise(q)) all.push_back(*std::move(advice));
    if (std::optional<Advice> advice = adviser.document(q)) all.push_back(*std::move(advice));
    if (std::optional<Advice> advice = adviser.supply(q)) all.push_back(*std::move(advice));
  }
  // Stable: equal gains keep the rubric's order, so that the advice is the same on every machine.
  std::stable_sort(all.begin(), all.end(),
                   [&](const Advice& a, const Advice& b) { return before(plan, a, b); });
  return all;
}

}  // namespace ibtikar
