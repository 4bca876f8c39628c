// See ibtikar/because.h.
//
// More answers never widen an interval (docs/scoring.md, "Invariants"), so whatever contains a set
// that forces the verdict forces it, too. That gives both bounds of the search: a branch whose
// remaining answers together do not force it holds nothing, and one that has as many answers as
// the smallest set so far holds nothing better.
#include "ibtikar/because.h"

#include <algorithm>
#include <optional>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "score/evaluate.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

using Answers = std::vector<std::size_t>;  // question numbers

class Reasons {
 public:
  Reasons(const ScorerPlan& plan, const AnswerSheet& sheet, std::optional<std::size_t> gate,
          std::size_t nodes)
      : plan_(plan), given_(sheet), gate_(gate), most_nodes_(nodes) {
    evaluate(plan, sheet, outcomes_);
    for (std::size_t q = 0; q < sheet.cells.size(); ++q) {
      const bool counts = sheet.cells[q].state != CellState::unanswered && outcomes_.visible[q] != Truth::no;
      if (counts && (plan.questions[q].scored || plan.conditions.is_named(q))) candidates_.push_back(q);
    }
    band_ = bands_of(outcomes_).point;
  }

  [[nodiscard]] const Answers& candidates() const { return candidates_; }
  [[nodiscard]] std::size_t nodes() const { return nodes_; }

  /// Whether these answers alone force it.
  bool suffices(const Answers& kept) {
    ++nodes_;
    AnswerSheet sheet;
    sheet.cells.resize(given_.cells.size());
    for (const std::size_t q : kept) sheet.cells[q] = given_.cells[q];
    evaluate(plan_, sheet, outcomes_);
    if (gate_) return outcomes_.certain[*gate_] == Truth::yes;
    const VerdictBands bands = bands_of(outcomes_);
    return band_ && bands.lowest == band_ && bands.highest == band_;
  }

  /// A set of which no answer can be left out: what tells least goes first.
  Answers minimal() {
    Answers kept = candidates_;
    std::vector<std::pair<double, std::size_t>> order;
    for (const std::size_t q : candidates_) order.emplace_back(width_without(q), q);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [width, q] : order) {
      Answers fewer = kept;
      std::erase(fewer, q);
      if (suffices(fewer)) kept = std::move(fewer);
    }
    return kept;
  }

  /// The smallest set; `found` is one to begin with. False if the search ended before it knew.
  bool make_smallest(Answers& found) {
    Answers needed;
    Answers others;
    for (const std::size_t q : candidates_) {
      Answers fewer = candidates_;
      std::erase(fewer, q);
      (suffices(fewer) ? others : needed).push_back(q);
    }
    // What tells most comes first, so that small sets are found early.
    std::vector<std::pair<double, std::size_t>> order;
    for (const std::size_t q : others) order.emplace_back(-width_without(q), q);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < order.size(); ++i) others[i] = order[i].second;
    smallest_ = found;
    Answers kept = needed;
    descend(kept, others, 0);
    found = smallest_;
    std::ranges::sort(found);
    return nodes_ <= most_nodes_;
  }

 private:
  [[nodiscard]] VerdictBands bands_of(const Outcomes& outcomes) const {
    return verdict_bands(plan_, outcomes, measure_of(outcomes.overall, plan_.rubric.parts().overall_scale));
  }

  /// How wide the overall interval is without one answer; more if a condition then is unknown.
  double width_without(std::size_t q) {
    ++nodes_;
    AnswerSheet sheet = given_;
    sheet.cells[q] = Cell{};
    evaluate(plan_, sheet, outcomes_);
    const bool unknown = std::ranges::count(outcomes_.certain, Truth::unknown) > 0;
    return outcomes_.overall.high - outcomes_.overall.low + (unknown ? 1 : 0);
  }

  /// Adds to `kept` from `others`, number `next` and later.
  void descend(Answers& kept, const Answers& others, std::size_t next) {
    if (kept.size() >= smallest_.size() || nodes_ > most_nodes_) return;
    if (suffices(kept)) {
      smallest_ = kept;
      return;
    }
    // One more is needed.
    if (kept.size() + 1 >= smallest_.size()) return;
    for (std::size_t i = next; i < others.size(); ++i) {
      Answers all = kept;
      all.insert(all.end(), others.begin() + static_cast<std::ptrdiff_t>(i), others.end());
      if (!suffices(all)) return;
      kept.push_back(others[i]);
      descend(kept, others, i + 1);
      kept.pop_back();
      if (kept.size() + 1 >= smallest_.size()) return;
    }
  }

  const ScorerPlan& plan_;
  const AnswerSheet& given_;
  std::optional<std::size_t> gate_;
  std::size_t most_nodes_;
  std::size_t nodes_ = 0;
  Answers candidates_;
  std::optional<std::size_t> band_;  ///< the verdict
  Answers smallest_;
  Outcomes outcomes_;
};

/// Open questions by how much an answer could tell, the most first.
Answers open_questions(const Scorer& scorer, const AnswerSheet& sheet, const Assessment& today) {
  const std::vector<double> narrowing = scorer.narrowing(sheet);
  const std::vector<bool> urgent = scorer.outlook(sheet).urgent;
  Answers open;
  for (std::size_t q = 0; q < today.questions.size(); ++q)
    if (today.questions[q].state == QuestionState::unanswered && (narrowing[q] > 0 || urgent[q]))
      open.push_back(q);
  std::stable_sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
    return urgent[a] != urgent[b] ? bool{urgent[a]} : narrowing[a] > narrowing[b];
  });
  return open;
}

Result<std::optional<std::size_t>> gate_number(const ScorerPlan& plan, const std::string& id) {
  if (id.empty()) return std::optional<std::size_t>();
  std::vector<std::string> known;
  for (const Gate& gate : plan.rubric.parts().gates) known.push_back(gate.id);
  const auto at = std::ranges::find(known, id);
  if (at != known.end()) return std::optional(static_cast<std::size_t>(at - known.begin()));
  if (known.empty()) return fail(error_at("", Code::usage, message("the rubric has no gates")));
  return fail(error_at("", Code::usage,
                       message("the rubric has no gate {0}; expected {1}{2}", quoted(id), alternatives(known),
                               suggestion(id, known))));
}

}  // namespace

Result<Because> because(const Scorer& scorer, const Proposal& proposal, const AnswerSheet& sheet,
                        const BecauseOptions& options) {
  const ScorerPlan& plan = scorer.plan();
  const Result<std::optional<std::size_t>> gate = gate_number(plan, options.gate);
  if (!gate) return fail(gate.error());
  Because why;
  why.today = scorer.assess(proposal, sheet, {});
  why.gate = options.gate;
  Reasons reasons(plan, sheet, *gate, options.nodes);
  why.given = reasons.candidates().size();
  why.is_forced = reasons.suffices(reasons.candidates());
  if (why.is_forced) {
    Answers found = reasons.minimal();
    if (found.size() <= kSmallestUpTo) why.is_smallest = reasons.make_smallest(found);
    for (const std::size_t q : found) why.answers.push_back(plan.rubric.full_id(q));
  } else {
    for (const std::size_t q : open_questions(scorer, sheet, why.today))
      why.open.push_back(plan.rubric.full_id(q));
  }
  why.nodes = reasons.nodes();
  return why;
}

}  // namespace ibtikar
