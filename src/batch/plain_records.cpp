// See plain_records.h.
#include "batch/plain_records.h"

#include <algorithm>

namespace ibtikar {
namespace {

Measure measure_in(const ShortRow& row, std::size_t which) {
  const auto number = [&](ShortRow::Part part) { return row.number(which, part) / 100.0; };
  Measure measure{std::nullopt, number(ShortRow::kLow), number(ShortRow::kHigh),
                  number(ShortRow::kCompleteness)};
  if (row.number(which, ShortRow::kScore) != ShortRow::kNoScore) measure.score = number(ShortRow::kScore);
  return measure;
}

}  // namespace

std::unique_ptr<const PlainPlan> plain_plan(const Scorer& scorer, const BatchOptions& options) {
  if (options.pages || options.keep_readings || options.keep_answers || options.keep_answer_rows ||
      options.keep_proposals)
    return nullptr;
  std::unique_ptr<const ScoreTable> table = ScoreTable::of(scorer);
  if (table == nullptr || !RecordWalker(table->book()).is_quick()) return nullptr;
  ShortRowText rows(scorer.plan().rubric, options.format, options.columns);
  return std::make_unique<const PlainPlan>(PlainPlan{std::move(table), std::move(rows)});
}

PlainRecords::PlainRecords(const PlainPlan& plan)
    : plan_(plan), walker_(plan.table->book()), scorer_(*plan.table), tally_(*plan.table) {}

bool PlainRecords::read(std::string_view text) {
  // Where nothing is plain, only one record in a while is tried.
  constexpr std::size_t kLongestWait = 64;
  if (wait_ > 0) {
    --wait_;
    return false;
  }
  if (walker_.walk(text)) {
    declined_ = 0;
    return true;
  }
  wait_ = std::min(declined_, kLongestWait);
  declined_ = 2 * wait_ + 1;
  return false;
}

const ShortRow& PlainRecords::add_row(const CodedAnswers& answers, std::string_view name,
                                      std::string_view title, std::string& rows) {
  const ShortRow& row = scorer_.score(answers);
  tally_.add(row);
  plan_.rows.append(rows, name, title, row);
  return row;
}

RankedRow ranked_row(const ShortRow& row, std::size_t bands) {
  RankedRow ranked;
  ranked.overall = measure_in(row, 0);
  for (std::size_t m = 1; m < row.numbers.size() / ShortRow::kParts; ++m)
    ranked.dimensions.push_back(measure_in(row, m));
  if (row.band < bands) ranked.band = row.band;
  ranked.settled = row.settled;
  for (const std::uint8_t applies : row.gates) ranked.gates.push_back(applies != 0);
  return ranked;
}

}  // namespace ibtikar
