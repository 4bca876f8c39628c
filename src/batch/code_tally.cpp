// See code_tally.h.
#include "batch/code_tally.h"

#include <algorithm>
#include <span>
#include <string>

namespace ibtikar {
namespace {

constexpr std::size_t kScores = 100 * 100 + 1;
constexpr std::size_t kShares = 100 + 1;
constexpr double kWholeAnswer = 10'000;

/// In ten-thousandths, as add() of a Summary counts.
std::uint64_t ten_thousandths(double credited) {
  return static_cast<std::uint64_t>(static_cast<std::int64_t>(credited * kWholeAnswer + 0.5));
}

void add_spread(std::span<const std::uint64_t> counts, Distribution& spread) {
  for (std::size_t hundredths = 0; hundredths < counts.size(); ++hundredths)
    if (counts[hundredths] > 0) spread.add(static_cast<double>(hundredths) / 100, counts[hundredths]);
}

}  // namespace

CodeTally::CodeTally(const ScoreTable& table)
    : table_(&table),
      bands_(table.plan().rubric.parts().bands.size() + 1),
      gates_(table.plan().gates.size()),
      recent_(table.places().size()),
      places_(table.places().size()),
      credited_(table.plan().questions.size()),
      recent_scores_((table.plan().dimensions.size() + 1) * kScores),
      scores_(recent_scores_.size()),
      completeness_(kShares) {}

void CodeTally::add(const ShortRow& row) {
  ++rows_;
  settled_ += row.settled ? 1 : 0;
  ++bands_[row.band];
  for (std::size_t g = 0; g < gates_.size(); ++g) gates_[g] += row.gates[g];
  std::uint32_t* scores = recent_scores_.data();
  for (std::size_t number = ShortRow::kScore; number < row.numbers.size(); number += ShortRow::kParts) {
    if (row.numbers[number] != ShortRow::kNoScore) ++scores[row.numbers[number]];
    scores += kScores;
  }
  ++completeness_[static_cast<std::size_t>(row.number(0, ShortRow::kCompleteness))];
  std::uint32_t* const recent = recent_.data();
  for (const std::uint32_t place : row.places) ++recent[place];
  if (++recent_rows_ == UINT32_MAX) spill();
  for (const auto& [question, credited] : row.computed) credited_[question] += ten_thousandths(credited);
}

void CodeTally::spill() {
  for (std::size_t place = 0; place < places_.size(); ++place) places_[place] += recent_[place];
  for (std::size_t score = 0; score < scores_.size(); ++score) scores_[score] += recent_scores_[score];
  std::ranges::fill(recent_, 0);
  std::ranges::fill(recent_scores_, 0);
  recent_rows_ = 0;
}

void CodeTally::move_to(Summary& summary) {
  if (rows_ == 0) return;
  spill();
  summary.scored += rows_;
  summary.settled += settled_;
  for (std::size_t b = 0; b < bands_.size(); ++b) summary.verdicts[b].second += bands_[b];
  for (std::size_t g = 0; g < gates_.size(); ++g) summary.gates[g].second += gates_[g];
  const std::span<const std::uint64_t> scores(scores_);
  add_spread(scores.first(kScores), summary.overall);
  for (std::size_t d = 0; d < summary.dimensions.size(); ++d)
    add_spread(scores.subspan((d + 1) * kScores, kScores), summary.dimensions[d].second);
  add_spread(completeness_, summary.completeness);
  auto counts = summary.questions.begin();
  const Rubric& rubric = table_->plan().rubric;
  for (std::size_t q = 0; q < credited_.size(); ++q) {
    std::uint64_t hidden_answers = 0;
    for (std::size_t place = table_->firsts()[q]; place < table_->firsts()[q + 1]; ++place) {
      const std::uint64_t times = places_[place];
      const ScoreTable::Place& what = table_->places()[place];
      if (what.is_hidden_answer) hidden_answers += times;
      if (what.outcome.state == RowQuestion::State::unscored) continue;
      counts->answered += what.outcome.state == RowQuestion::State::answered ? times : 0;
      counts->open += what.outcome.state == RowQuestion::State::open ? times : 0;
      counts->out += what.outcome.state == RowQuestion::State::out ? times : 0;
      if (!table_->is_computed(q)) counts->credited += times * ten_thousandths(what.outcome.credited);
    }
    if (hidden_answers > 0)
      summary.warnings.add(code_name(Code::hidden_answer), "/answers/" + rubric.full_id(q), hidden_answers);
    if (!rubric.is_scored(q)) continue;
    counts->credited += credited_[q];
    ++counts;
  }
  *this = CodeTally(*table_);
}

}  // namespace ibtikar
