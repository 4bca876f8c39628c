// See answer_table.h.
#include "score/answer_table.h"

#include <algorithm>
#include <utility>

#include "base/hundredths.h"
#include "model/limits.h"
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

double whole(std::int32_t hundredths) { return hundredths / 100.0; }

void put_measure(const Outcome& outcome, std::int32_t* numbers) {
  numbers[ShortRow::kScore] = outcome.point ? hundredths_of(100 * *outcome.point) : ShortRow::kNoScore;
  numbers[ShortRow::kLow] = hundredths_of(100 * outcome.low);
  numbers[ShortRow::kHigh] = hundredths_of(100 * outcome.high);
  numbers[ShortRow::kCompleteness] = hundredths_of(outcome.completeness);
}

static_assert(kMaxBands < ScoreTable::kNoBand);

/// Whether the verdict is the band of the score, whatever applies, and all scores are means.
bool is_plain_plan(const ScorerPlan& plan) {
  const std::size_t no_limit = plan.better == Better::higher ? plan.rubric.parts().bands.size() : 0;
  return std::ranges::all_of(plan.criteria, &CriterionPlan::is_plain) &&
         std::ranges::all_of(plan.dimensions,
                             [](const DimensionPlan& one) { return one.joint.how == Joining::mean; }) &&
         std::ranges::all_of(plan.gate_bands, [&](std::size_t band) { return band == no_limit; });
}

[[gnu::always_inline]] inline void add_codes(const std::uint32_t* firsts, const AnswerCode* codes,
                                             std::size_t count, std::uint32_t* places) {
  for (std::size_t q = 0; q < count; ++q) places[q] = firsts[q] + codes[q];
}
void add_codes_any(const std::uint32_t* firsts, const AnswerCode* codes, std::size_t count,
                   std::uint32_t* places) {
  add_codes(firsts, codes, count, places);
}
IBTIKAR_WIDE void add_codes_wide(const std::uint32_t* firsts, const AnswerCode* codes, std::size_t count,
                                 std::uint32_t* places) {
  add_codes(firsts, codes, count, places);
}

}  // namespace

AnswerTerm ScoreTable::term_of(const QuestionOutcome& outcome) {
  AnswerTerm term;
  term.sums = Four{outcome.weight * outcome.low, outcome.weight * outcome.high, outcome.answered_weight,
                   outcome.answered_weight * outcome.credited};
  term.weights = Pair{outcome.weight, outcome.may_leave ? 0 : outcome.weight};
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
    : plan_(plan),
      book_(std::move(book)),
      conditions_(std::move(conditions)),
      is_plain_(is_plain_plan(plan)) {
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    firsts_.push_back(static_cast<std::uint32_t>(terms_.size()));
    if (is_computed(q)) computed_.push_back(q);
    for (const Truth visible : kTruths)
      for (std::size_t code = 0; code < book_.count(q); ++code) {
        const Cell cell = book_.cell(q, static_cast<AnswerCode>(code), 0, 0);
        const QuestionOutcome outcome = question_outcome(plan, cell, visible, q);
        terms_.push_back(term_of(outcome));
        if (!is_plain_) outcomes_.push_back(outcome);
        places_.push_back({{state_of(plan.questions[q].scored, cell, visible), outcome.credited},
                           is_hidden_answer(cell, visible)});
      }
  }
  firsts_.push_back(static_cast<std::uint32_t>(terms_.size()));
  const std::vector<Band>& bands = plan.rubric.parts().bands;
  constexpr std::int32_t kMostScore = 100 * 100;
  for (std::int32_t score = 0; is_plain_ && score <= kMostScore; ++score) {
    const Band* const band = band_of(bands, whole(score));
    bands_.push_back(band == nullptr ? kNoBand : static_cast<std::uint8_t>(band - bands.data()));
  }
  while (least_completeness_ <= 100 && !(whole(least_completeness_) >= plan.rubric.parts().min_completeness))
    ++least_completeness_;
}

TableScorer::TableScorer(const ScoreTable& table)
    : table_(table),
      visible_(table.plan().questions.size(), Truth::yes),
      sums_(table.plan()),
      terms_(table.terms()),
      computed_(table.computed().size()) {
  const ScorerPlan& plan = table.plan();
  for (const std::size_t q : table.computed()) row_.computed.emplace_back(q, 0);
  terms_.resize(terms_.size() + computed_.size());
  outcomes_.questions.resize(plan.questions.size());
  outcomes_.groups.resize(plan.groups.size());
  outcomes_.criteria.resize(plan.criteria.size());
  outcomes_.certain.resize(plan.gates.size());
  row_.places.resize(plan.questions.size());
  row_.numbers.resize(ShortRow::kParts * (plan.dimensions.size() + 1));
  outcomes_.dimensions.resize(plan.dimensions.size());
  row_.gates.resize(plan.gates.size());
}

const ShortRow& TableScorer::score(const CodedAnswers& answers) {
  const ScorerPlan& plan = table_.plan();
  table_.conditions().settle(answers, visible_, outcomes_.certain);
  outcomes_.gates = outcomes_.certain;
  find_places(answers);
  if (table_.is_plain())
    sums_.add_up(terms_, row_.places, outcomes_.dimensions);
  else
    sum_up_other();
  // What is counted is only what kind of an answer it was.
  for (const auto& [q, credited] : row_.computed)
    row_.places[q] = table_.place_of(q, visible_[q], answers.codes[q]);
  finish_scores(plan, outcomes_);
  put_measure(outcomes_.overall, row_.numbers.data());
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    put_measure(outcomes_.dimensions[d], &row_.numbers[ShortRow::kParts * (d + 1)]);
  find_verdict();
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    row_.gates[g] = static_cast<std::uint8_t>(outcomes_.gates[g] == Truth::yes);
  return row_;
}

void TableScorer::find_verdict() {
  const ScorerPlan& plan = table_.plan();
  const std::size_t none = plan.rubric.parts().bands.size();
  const std::int32_t score = row_.number(0, ShortRow::kScore);
  const std::int32_t low = row_.number(0, ShortRow::kLow);
  const std::int32_t high = row_.number(0, ShortRow::kHigh);
  const std::int32_t completeness = row_.number(0, ShortRow::kCompleteness);
  if (table_.is_plain()) {
    const bool has_verdict = score != ShortRow::kNoScore && completeness >= table_.least_completeness();
    const std::uint8_t band = has_verdict ? table_.band_of_score(score) : ScoreTable::kNoBand;
    row_.band = band == ScoreTable::kNoBand ? none : band;
    row_.settled = table_.band_of_score(low) == table_.band_of_score(high);
    return;
  }
  Measure overall{std::nullopt, whole(low), whole(high), whole(completeness)};
  if (score != ShortRow::kNoScore) overall.score = whole(score);
  const VerdictBands bands = verdict_bands(plan, outcomes_, overall);
  row_.band = bands.point.value_or(none);
  row_.settled = bands.settled();
}

void TableScorer::find_places(const CodedAnswers& answers) {
  const std::size_t count = row_.places.size();
  const std::uint32_t* const firsts = table_.firsts().data();
  const AnswerCode* const codes = answers.codes.data();
  std::uint32_t* const places = row_.places.data();
  (has_wide_steps() ? add_codes_wide : add_codes_any)(firsts, codes, count, places);
  for (const std::size_t q : table_.conditions().conditional())
    places[q] = table_.place_of(q, visible_[q], codes[q]);
  for (std::size_t i = 0; i < computed_.size(); ++i) {
    const std::size_t q = row_.computed[i].first;
    const std::size_t place = table_.terms().size() + i;
    const Cell cell = table_.book().cell(q, codes[q], answers.numbers[q], answers.sets[q]);
    computed_[i] = question_outcome(table_.plan(), cell, visible_[q], q);
    terms_[place] = ScoreTable::term_of(computed_[i]);
    places[q] = static_cast<std::uint32_t>(place);
    row_.computed[i].second = computed_[i].credited;
  }
}

/// Where something is no mean: by evaluate()'s own functions.
void TableScorer::sum_up_other() {
  const ScorerPlan& plan = table_.plan();
  const std::vector<QuestionOutcome>& known = table_.outcomes();
  for (std::size_t q = 0; q < plan.questions.size(); ++q) {
    const std::size_t place = row_.places[q];
    outcomes_.questions[q] = place < known.size() ? known[place] : computed_[place - known.size()];
  }
  for (std::size_t c = 0; c < plan.criteria.size(); ++c) evaluate_criterion(plan, c, outcomes_);
  join_dimensions(plan, outcomes_);
}

}  // namespace ibtikar
