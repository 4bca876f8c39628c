// See ibtikar/summary.h.
#include "ibtikar/summary.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "ibtikar/assessment.h"

namespace ibtikar {
namespace {

constexpr double kWholeAnswer = 10'000;

template <class Counts>
void add_counts(Counts& into, const Counts& from) {
  for (std::size_t i = 0; i < into.size(); ++i) into[i].second += from[i].second;
}

/// The ids of both, in the same order: else they are of two rubrics.
template <class Counts>
bool has_same_names(const Counts& a, const Counts& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.first == y.first; });
}

bool is_alike(const Summary& a, const Summary& b) {
  // A file that somebody changed can have another share. Whichever were kept, the order would count.
  const auto is_same = [](const QuestionCounts& x, const QuestionCounts& y) {
    return x.id == y.id && x.share == y.share;
  };
  return a.rubric == b.rubric && a.version == b.version && a.digest == b.digest &&
         has_same_names(a.verdicts, b.verdicts) && has_same_names(a.gates, b.gates) &&
         has_same_names(a.dimensions, b.dimensions) &&
         std::equal(a.questions.begin(), a.questions.end(), b.questions.begin(), b.questions.end(), is_same);
}

/// The weight of a question in the mean of the dimensions if every question applies, in [0, 1]. It is 0 where
/// lower is better: there are no points to lose.
std::vector<double> shares_of(const Rubric& rubric) {
  double dimension_weight = 0;
  for (const Dimension& dimension : rubric.dimensions()) dimension_weight += dimension.weight;
  std::map<std::string, double> criteria_weight;  // by dimension
  std::map<std::string, double> question_weight;  // by criterion
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      for (const Contribution& part : criterion.contributes) criteria_weight[part.dimension] += part.weight;
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    if (rubric.is_scored(q)) question_weight[rubric.criterion_of(q).id] += rubric.question(q).weight;
  std::vector<double> shares(rubric.question_count(), 0);
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    if (!rubric.is_scored(q)) continue;
    const Criterion& criterion = rubric.criterion_of(q);
    for (const Dimension& dimension : rubric.dimensions())
      for (const Contribution& part : criterion.contributes)
        if (part.dimension == dimension.id && part.weight > 0 && dimension.better == Better::higher)
          shares[q] += dimension.weight / dimension_weight * part.weight / criteria_weight[dimension.id] *
                       rubric.question(q).weight / question_weight[criterion.id];
  }
  return shares;
}

}  // namespace

void Distribution::add(double value, std::uint64_t times) {
  const auto place = static_cast<std::size_t>(std::lround(value * 100));
  counts_[std::min(place, counts_.size() - 1)] += times;
}

void Distribution::merge(const Distribution& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
}

std::uint64_t Distribution::count() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t one : counts_) sum += one;
  return sum;
}

std::optional<double> Distribution::mean() const {
  const std::uint64_t all = count();
  if (all == 0) return std::nullopt;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) sum += counts_[i] * i;
  return static_cast<double>(sum) / static_cast<double>(all) / 100;
}

std::optional<double> Distribution::standard_deviation() const {
  const std::uint64_t all = count();
  if (all < 2) return std::nullopt;
  const double middle = *mean();
  double squares = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const double away = static_cast<double>(i) / 100 - middle;
    squares += static_cast<double>(counts_[i]) * away * away;
  }
  return std::sqrt(squares / static_cast<double>(all - 1));
}

double Distribution::nth(std::uint64_t rank) const {
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    seen += counts_[i];
    if (seen > rank) return static_cast<double>(i) / 100;
  }
  return 0;
}

std::optional<double> Distribution::quantile(double p) const {
  const std::uint64_t all = count();
  if (all == 0) return std::nullopt;
  const double place = p * static_cast<double>(all - 1);
  const auto below = static_cast<std::uint64_t>(place);
  const double part = place - static_cast<double>(below);
  const double low = nth(below);
  if (part == 0) return low;
  return low + part * (nth(below + 1) - low);
}

std::array<std::uint64_t, 10> Distribution::histogram() const {
  std::array<std::uint64_t, 10> parts{};
  const std::size_t width = (counts_.size() - 1) / parts.size();
  for (std::size_t i = 0; i < counts_.size(); ++i) parts[std::min(i / width, parts.size() - 1)] += counts_[i];
  return parts;
}

Summary empty_summary(const Rubric& rubric) {
  Summary summary;
  summary.rubric = rubric.id();
  summary.version = rubric.version();
  summary.digest = rubric.parts().digest;
  for (const Band& band : rubric.parts().bands) summary.verdicts.emplace_back(band.id, 0);
  summary.verdicts.emplace_back(std::string(kInsufficient), 0);
  for (const Gate& gate : rubric.parts().gates) summary.gates.emplace_back(gate.id, 0);
  for (const Dimension& dimension : rubric.dimensions())
    summary.dimensions.emplace_back(dimension.id, Distribution(100));
  const std::vector<double> shares = shares_of(rubric);
  for (std::size_t q = 0; q < rubric.question_count(); ++q)
    if (rubric.is_scored(q)) summary.questions.push_back({rubric.full_id(q), shares[q], 0, 0, 0, 0});
  return summary;
}

void add(Summary& summary, const Row& row) {
  ++summary.scored;
  ++summary.verdicts[row.band.value_or(summary.verdicts.size() - 1)].second;
  summary.settled += row.settled ? 1 : 0;
  for (std::size_t g = 0; g < row.gates.size(); ++g) summary.gates[g].second += row.gates[g] ? 1U : 0U;
  if (row.overall.score) summary.overall.add(*row.overall.score);
  for (std::size_t d = 0; d < row.dimensions.size(); ++d)
    if (row.dimensions[d].score) summary.dimensions[d].second.add(*row.dimensions[d].score);
  summary.completeness.add(row.overall.completeness);
  auto counts = summary.questions.begin();
  for (const RowQuestion& question : row.questions) {
    if (question.state == RowQuestion::State::unscored) continue;
    // No branches: which way one on an answer goes, no processor can guess.
    counts->answered += std::uint64_t{question.state == RowQuestion::State::answered};
    counts->open += std::uint64_t{question.state == RowQuestion::State::open};
    counts->out += std::uint64_t{question.state == RowQuestion::State::out};
    counts->credited +=
        static_cast<std::uint64_t>(static_cast<std::int64_t>(question.credited * kWholeAnswer + 0.5));
    ++counts;
  }
}

Result<void> merge(Summary& summary, const Summary& other) {
  if (!is_alike(summary, other))
    return fail(error_at("/rubric", "other-rubric",
                         message("a summary of rubric \"{0}\" {1} cannot be merged with one of \"{2}\" {3}",
                                 other.rubric, other.version, summary.rubric, summary.version)));
  summary.scored += other.scored;
  summary.rejected += other.rejected;
  summary.left_out += other.left_out;
  for (const auto& [code, count] : other.rejects) summary.rejects[code] += count;
  summary.warnings.merge(other.warnings);
  add_counts(summary.verdicts, other.verdicts);
  summary.settled += other.settled;
  add_counts(summary.gates, other.gates);
  summary.overall.merge(other.overall);
  for (std::size_t d = 0; d < summary.dimensions.size(); ++d)
    summary.dimensions[d].second.merge(other.dimensions[d].second);
  summary.completeness.merge(other.completeness);
  for (std::size_t q = 0; q < summary.questions.size(); ++q) {
    QuestionCounts& into = summary.questions[q];
    const QuestionCounts& from = other.questions[q];
    into.answered += from.answered;
    into.open += from.open;
    into.out += from.out;
    into.credited += from.credited;
  }
  return {};
}

/// The ids of the questions with the greatest of what `measure` says, over 0, ties in the rubric's
/// order.
template <class Measure>
static std::vector<std::string> greatest(const Summary& summary, std::size_t count, Measure measure) {
  std::vector<std::pair<double, std::string>> found;
  for (const QuestionCounts& question : summary.questions)
    if (const double value = measure(question); value > 0) found.emplace_back(value, question.id);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(count, found.size()); ++i) ids.push_back(found[i].second);
  return ids;
}

std::vector<std::string> most_open(const Summary& summary, std::size_t count) {
  return greatest(summary, count, [](const QuestionCounts& q) { return static_cast<double>(q.open); });
}

std::vector<std::string> most_points_lost(const Summary& summary, std::size_t count) {
  return greatest(summary, count, [](const QuestionCounts& q) { return points_lost(q).value_or(0); });
}

std::optional<double> points_lost(const QuestionCounts& question) {
  if (question.answered == 0) return std::nullopt;
  const double mean =
      static_cast<double>(question.credited) / kWholeAnswer / static_cast<double>(question.answered);
  return 100 * question.share * (1 - mean);
}

}  // namespace ibtikar
