// See ibtikar/next_reading.h.
#include "ibtikar/next_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "stats/normal.h"

namespace ibtikar {
namespace {

/// A sum over a standard normal number: Gauss-Hermite places and weights (M. Abramowitz and I. A.
/// Stegun, Handbook of Mathematical Functions, table 25.10, n = 9; places times the root of 2,
/// weights divided by the root of pi).
struct Node {
  double place;
  double weight;
};
constexpr std::array<Node, 9> kNodes = {{
    {-4.512745863399783, 2.2345844007746e-05},
    {-3.205429002856470, 2.7891413212317e-03},
    {-2.076847978677830, 4.9916406765218e-02},
    {-1.023255663789133, 2.4409750289494e-01},
    {0.0, 4.0634920634921e-01},
    {1.023255663789133, 2.4409750289494e-01},
    {2.076847978677830, 4.9916406765218e-02},
    {3.205429002856470, 2.7891413212317e-03},
    {4.512745863399783, 2.2345844007746e-05},
}};

/// What is known of one merit; higher is better.
struct Belief {
  double mean = 0;
  double variance = 0;
};

/// How many others are better, as a normal number.
struct Betters {
  double mean = 0;
  double variance = 0;

  void add(double probability, double sign) {
    mean += sign * probability;
    variance += sign * probability * (1 - probability);
  }
  /// The probability that `places` or more are better.
  [[nodiscard]] double at_least(std::size_t places) const {
    return normal_above_zero(mean - (static_cast<double>(places) - 0.5), std::sqrt(std::max(variance, 0.0)));
  }
};

class Line {
 public:
  Line(std::vector<Belief> beliefs, std::size_t funded)
      : beliefs_(std::move(beliefs)), betters_(beliefs_.size()), order_(beliefs_.size()), funded_(funded) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, std::ranges::greater{}, [&](std::size_t i) { return beliefs_[i].mean; });
    for (std::size_t i = 0; i < beliefs_.size(); ++i)
      for (std::size_t j = 0; j < beliefs_.size(); ++j)
        if (j != i) betters_[i].add(better(beliefs_[j], beliefs_[i]), 1);
  }

  [[nodiscard]] std::vector<std::size_t> funded() const {
    return {order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(funded_)};
  }

  [[nodiscard]] double wrong() const {
    double sum = 0;
    for (std::size_t place = 0; place < funded_; ++place) sum += betters_[order_[place]].at_least(funded_);
    return sum;
  }

  /// The probability that an item crosses the line when its mean moves by so much (a deviation).
  [[nodiscard]] double crosses(std::size_t item, double moves) const {
    const double rival = beliefs_[rival_of(item)].mean;
    return normal_above_zero(-std::abs(beliefs_[item].mean - rival), moves);
  }

  /// How many will be wrong, on average over where the item's mean moves.
  [[nodiscard]] double wrong_after(std::size_t item, double moves) const {
    const Belief& before = beliefs_[item];
    double sum = 0;
    for (const Node& node : kNodes)
      sum +=
          node.weight * wrong_with(item, {before.mean + node.place * moves, before.variance - moves * moves});
    return sum;
  }

 private:
  static double better(const Belief& a, const Belief& b) {
    return normal_above_zero(a.mean - b.mean, std::sqrt(a.variance + b.variance));
  }

  [[nodiscard]] bool is_funded(std::size_t item) const {
    return std::ranges::find(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(funded_), item) !=
           order_.begin() + static_cast<std::ptrdiff_t>(funded_);
  }

  /// Whom an item has to fall below, or to pass: the first one on the other side of the line.
  [[nodiscard]] std::size_t rival_of(std::size_t item) const {
    return is_funded(item) ? order_[funded_] : order_[funded_ - 1];
  }

  [[nodiscard]] double wrong_with(std::size_t item, const Belief& after) const {
    const bool was = is_funded(item);
    const std::size_t rival = rival_of(item);
    const double line = beliefs_[rival].mean;
    const bool is = was ? after.mean >= line : after.mean > line;
    Betters mine;
    double sum = 0;
    for (std::size_t place = 0; place < order_.size(); ++place) {
      const std::size_t other = order_[place];
      if (other == item) continue;
      const double ahead = better(after, beliefs_[other]);
      mine.add(1 - ahead, 1);
      bool counts = place < funded_;
      if (was != is && other == rival) counts = was;
      if (!counts) continue;
      Betters changed = betters_[other];
      changed.add(better(beliefs_[item], beliefs_[other]), -1);
      changed.add(ahead, 1);
      sum += changed.at_least(funded_);
    }
    return is ? sum + mine.at_least(funded_) : sum;
  }

  std::vector<Belief> beliefs_;
  std::vector<Betters> betters_;
  std::vector<std::size_t> order_;  // best first
  std::size_t funded_;
};

std::vector<Belief> beliefs_of(const RankingModel& model) {
  std::vector<Belief> out;
  for (const RankEstimate& item : model.items)
    out.push_back(
        {model.better == Better::higher ? item.merit : -item.merit, item.contrast_sd * item.contrast_sd});
  return out;
}

/// For each item, who would read it.
std::vector<std::optional<std::size_t>> readers_of(const RankingModel& model, std::span<const Rating> ratings,
                                                   const NextReadingOptions& options) {
  const std::size_t assessors = model.assessors.size();
  std::vector<bool> has_read(model.items.size() * assessors, false);
  for (const Rating& rating : ratings) has_read[rating.item * assessors + rating.assessor] = true;
  std::vector<std::optional<std::size_t>> readers(model.items.size());
  for (std::size_t i = 0; i < readers.size(); ++i)
    for (std::size_t j = 0; j < assessors; ++j) {
      if (has_read[i * assessors + j] || (options.excluded && options.excluded(i, j))) continue;
      if (!readers[i] || model.assessors[j].readings < model.assessors[*readers[i]].readings) readers[i] = j;
    }
  return readers;
}

}  // namespace

NextReading next_reading(const RankingModel& model, std::span<const Rating> ratings,
                         const NextReadingOptions& options) {
  const std::vector<Belief> beliefs = beliefs_of(model);
  const std::size_t funded = std::min(options.funded, beliefs.size());
  const Line line(beliefs, funded);
  const std::vector<std::optional<std::size_t>> readers = readers_of(model, ratings, options);
  NextReading out;
  out.funded = line.funded();
  out.wrong = line.wrong();
  const bool has_line = funded > 0 && funded < beliefs.size();
  for (std::size_t i = 0; i < beliefs.size(); ++i) {
    ReadingValue value;
    value.item = i;
    value.assessor = readers[i];
    if (has_line && readers[i]) {
      const double bias = model.assessors[*readers[i]].shrunk_sd;
      const double error = model.error_sd * model.error_sd + bias * bias;
      const double moves = beliefs[i].variance / std::sqrt(std::max(beliefs[i].variance + error, 1e-300));
      value.changes = line.crosses(i, moves);
      value.fewer_wrong = out.wrong - line.wrong_after(i, moves);
      out.changes = std::max(out.changes, value.changes);
      if (!out.next || value.fewer_wrong > out.next->fewer_wrong) out.next = value;
    }
    out.values.push_back(value);
  }
  out.settled = !out.next || out.changes < options.risk;
  if (out.settled) out.next.reset();
  return out;
}

}  // namespace ibtikar
