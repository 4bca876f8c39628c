// See answer_table.h.
#include "score/answer_table.h"

#include <algorithm>
#include <utility>

#include "base/hundredths.h"
#include "score/row_state.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// Rubrics come from files: a table of one with thousands of questions would fill megabytes.
constexpr std::size_t kMostPlaces = std::size_t{1} << 16;
constexpr Truth kTruths[] = {Truth::yes, Truth::unknown, Truth::no};  // in the order of place_of()

bool has_scales(const Rubric& rubric) {
  return rubric.parts().overall_scale ||
         std::ranges::any_of(rubric.dimensions(), [](const Dimension& one) { return one.scale.has_value(); });
}

ShortMeasure short_measure(const Outcome& outcome) {
  return {outcome.point ? hundredths_of(100 * *outcome.point) : ShortMeasure::kNoScore,
          hundredths_of(100 * outcome.low), hundredths_of(100 * outcome.high),
          hundredths_of(outcome.completeness)};
}

double whole(std::int32_t hundredths) { return hundredths / 100.0; }

}  // namespace

ScoreTable::Term ScoreTable::term_of(const QuestionOutcome& outcome) {
  Term term;
  term.sums[Term::weight] = outcome.weight;
  term.sums[Term::low] = outcome.weight * outcome.low;
  term.sums[Term::high] = outcome.weight * outcome.high;
  term.sums[Term::answered_weight] = outcome.answered_weight;
  term.sums[Term::points] = outcome.answered_weight * outcome.credited;
  std::uint64_t flags = outcome.applicable ? kApplies : 0;
  if (!outcome.may_leave) flags |= kStays;
  if (outcome.answered_weight > 0 && !outcome.may_leave) flags |= kKeepsPoint;
  term.sums[Term::flags] = static_cast<double>(flags);
  return term;
}

std::unique_ptr<const ScoreTable> ScoreTable::of(const Scorer& scorer) {
  const ScorerPlan& plan = scorer.plan();
  if (has_scales(plan.rubric)) return nullptr;
  std::optional<Codebook> book = Codebook::of(plan.rubric);
  if (!book) return nullptr;
  std::size_t places = 0;
  for (std::size_t q = 0; q < plan.questions.size(); ++q) places += std::size(kTruths) * book->count(q);
  if (places > kMostPlaces) return nullptr;
  std::optional<ConditionTable> conditions = ConditionTable::of(plan, *book);
  if (!conditions) return nullptr;
  // Not make_unique: the constructor is private.
  ScoreTable table(plan, *std::move(book), *std::move(conditions));
  return std::make_unique<const ScoreTable>(std::move(table));
}

ScoreTable::ScoreTable(const ScorerPlan& plan, Codebook book, ConditionTable conditions)
    : plan_(plan), book_(std::move(book)), conditions_(std::move(conditions)) {
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    firsts_.push_back(static_cast<std::uint32_t>(terms_.size()));
    if (is_computed(q)) computed_.push_back(q);
    for (const Truth visible : kTruths)
      for (std::size_t code = 0; code < book_.count(q); ++code) {
        const Cell cell = book_.cell(q, static_cast<AnswerCode>(code), 0, 0);
        const QuestionOutcome outcome = question_outcome(plan, cell, visible, q);
        terms_.push_back(term_of(outcome));
        outcomes_.push_back(outcome);
        places_.push_back({{state_of(plan.questions[q].scored, cell, visible), outcome.credited},
                           is_hidden_answer(cell, visible)});
      }
  }
  firsts_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

TableScorer::TableScorer(const ScoreTable& table)
    : table_(table),
      visible_(table.plan().questions.size(), Truth::yes),
      terms_(table.terms()),
      computed_(table.computed().size()),
      term_places_(table.plan().questions.size()) {
  const ScorerPlan& plan = table.plan();
  for (const std::size_t q : table.computed()) row_.computed.emplace_back(q, 0);
  terms_.resize(terms_.size() + computed_.size());
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    if (std::ranges::any_of(plan.dimensions, [&](const DimensionPlan& dimension) {
          return std::ranges::any_of(dimension.criteria, [&](const auto& part) { return part.first == c; });
        }))
      needed_.push_back(c);
  outcomes_.questions.resize(plan.questions.size());
  outcomes_.groups.resize(plan.groups.size());
  outcomes_.criteria.resize(plan.criteria.size());
  outcomes_.certain.resize(plan.gates.size());
  row_.places.resize(plan.questions.size());
  row_.dimensions.resize(plan.dimensions.size());
  row_.gates.resize(plan.gates.size());
}

const ShortRow& TableScorer::score(const CodedAnswers& answers) {
  const ScorerPlan& plan = table_.plan();
  table_.conditions().settle(answers, visible_, outcomes_.certain);
  outcomes_.gates = outcomes_.certain;
  find_places(answers);
  for (const std::size_t criterion : needed_) sum_up(criterion);
  evaluate_above_criteria(plan, outcomes_);
  row_.overall = short_measure(outcomes_.overall);
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    row_.dimensions[d] = short_measure(outcomes_.dimensions[d]);
  Measure overall{std::nullopt, whole(row_.overall.low), whole(row_.overall.high),
                  whole(row_.overall.completeness)};
  if (row_.overall.score != ShortMeasure::kNoScore) overall.score = whole(row_.overall.score);
  const VerdictBands bands = verdict_bands(plan, outcomes_, overall);
  row_.band = bands.point.value_or(plan.rubric.parts().bands.size());
  row_.settled = bands.settled();
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    row_.gates[g] = static_cast<std::uint8_t>(outcomes_.gates[g] == Truth::yes);
  return row_;
}

void TableScorer::find_places(const CodedAnswers& answers) {
  const std::size_t count = row_.places.size();
  const std::uint32_t* const firsts = table_.firsts().data();
  const AnswerCode* const codes = answers.codes.data();
  std::uint32_t* const places = row_.places.data();
  for (std::size_t q = 0; q < count; ++q) places[q] = firsts[q] + codes[q];
  for (const std::size_t q : table_.conditions().conditional())
    places[q] = table_.place_of(q, visible_[q], codes[q]);
  std::copy_n(places, count, term_places_.data());
  for (std::size_t i = 0; i < computed_.size(); ++i) {
    const std::size_t q = row_.computed[i].first;
    const std::size_t place = table_.terms().size() + i;
    const Cell cell = table_.book().cell(q, codes[q], answers.numbers[q], answers.sets[q]);
    computed_[i] = question_outcome(table_.plan(), cell, visible_[q], q);
    terms_[place] = ScoreTable::term_of(computed_[i]);
    term_places_[q] = static_cast<std::uint32_t>(place);
    row_.computed[i].second = computed_[i].credited;
  }
}

/// A criterion from its questions, as evaluate() computes it.
void TableScorer::sum_up(std::size_t criterion) {
  using Term = ScoreTable::Term;
  const CriterionPlan& plan = table_.plan().criteria[criterion];
  if (!plan.is_plain) {
    for (std::size_t q = plan.first; q < plan.last; ++q) {
      const std::size_t place = term_places_[q];
      const std::size_t count = table_.outcomes().size();
      outcomes_.questions[q] = place < count ? table_.outcomes()[place] : computed_[place - count];
    }
    return evaluate_criterion(table_.plan(), criterion, outcomes_);
  }
  Term sum;
  for (std::size_t q = plan.first; q < plan.last; ++q) {
    const Term& term = terms_[term_places_[q]];
    for (std::size_t i = 0; i < Term::count; ++i) sum.sums[i] += term.sums[i];
  }
  const auto flags = static_cast<std::uint64_t>(sum.sums[Term::flags]);
  Outcome& out = outcomes_.criteria[criterion];
  out = {};
  out.applicable = (flags & (ScoreTable::kStays - 1)) != 0;
  out.may_leave = (flags / ScoreTable::kStays & 0xFFFFU) == 0;
  out.keeps_point = flags / ScoreTable::kKeepsPoint != 0;
  if (!out.applicable) return;
  const double weight = sum.sums[Term::weight];
  const double answered_weight = sum.sums[Term::answered_weight];
  out.low = sum.sums[Term::low] / weight;
  out.high = sum.sums[Term::high] / weight;
  out.completeness = answered_weight / weight;
  if (answered_weight > 0) out.point = sum.sums[Term::points] / answered_weight;
}

}  // namespace ibtikar
