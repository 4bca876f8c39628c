// krippendorff_alpha(): observed against expected disagreement. Programs can be counted several
// times, or not at all: that is a replicate of the bootstrap.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/counter_random.h"
#include "ibtikar/agreement.h"
#include "stats/percentile.h"

namespace ibtikar {
namespace {

/// Two different values, by their places in the order, and how often they were given to one unit,
/// each unit weighing as many as it has values.
struct ValuePair {
  std::size_t low = 0;
  std::size_t high = 0;
  double weight = 0;
};

struct OneProgram {
  std::vector<ValuePair> pairs;
  std::vector<std::pair<std::size_t, double>> totals;  // place of a value, how often it was given
};

std::vector<double> given_in(const Ratings& unit) {
  std::vector<double> given;
  for (const std::optional<double>& value : unit)
    if (value) given.push_back(*value);
  if (given.size() < 2) given.clear();
  return given;
}

class Coincidences {
 public:
  Coincidences(const std::vector<std::vector<Ratings>>& programs, Metric metric) : metric_(metric) {
    for (const std::vector<Ratings>& units : programs)
      for (const Ratings& unit : units)
        for (const double value : given_in(unit)) values_.push_back(value);
    std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
    for (const std::vector<Ratings>& units : programs) programs_.push_back(program_of(units));
  }

  /// Alpha, with each program counted so often.
  [[nodiscard]] Estimate alpha(const std::vector<double>& times) const {
    std::vector<double> totals(values_.size(), 0.0);
    double all = 0;
    for (std::size_t p = 0; p < programs_.size(); ++p)
      for (const auto& [place, count] : programs_[p].totals) totals[place] += times[p] * count;
    for (const double total : totals) all += total;
    if (all <= 0) return {std::nullopt, Undefined::no_pairs};
    if (metric_ == Metric::ratio && values_.front() < 0) return {std::nullopt, Undefined::below_zero};
    if (std::ranges::count_if(totals, [](double total) { return total > 0; }) < 2)
      return {std::nullopt, Undefined::constant};
    const std::vector<double> places = places_of(totals);
    double observed = 0;
    for (std::size_t p = 0; p < programs_.size(); ++p) {
      if (times[p] <= 0) continue;
      double sum = 0;
      for (const ValuePair& pair : programs_[p].pairs)
        sum += pair.weight * distance(places[pair.low], places[pair.high]);
      observed += times[p] * sum;
    }
    return {1 - (all - 1) * observed / expected(totals, places, all), std::nullopt};
  }

 private:
  [[nodiscard]] std::size_t place_of(double value) const {
    return static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), value) -
                                    values_.begin());
  }

  [[nodiscard]] OneProgram program_of(const std::vector<Ratings>& units) const {
    std::map<std::pair<std::size_t, std::size_t>, double> pairs;
    std::map<std::size_t, double> totals;
    for (const Ratings& unit : units) {
      const std::vector<double> given = given_in(unit);
      for (std::size_t a = 0; a < given.size(); ++a) {
        totals[place_of(given[a])] += 1;
        for (std::size_t b = a + 1; b < given.size(); ++b)
          if (given[a] != given[b])
            pairs[std::minmax({place_of(given[a]), place_of(given[b])})] +=
                1 / static_cast<double>(given.size() - 1);
      }
    }
    OneProgram out;
    for (const auto& [both, weight] : pairs) out.pairs.push_back({both.first, both.second, weight});
    out.totals.assign(totals.begin(), totals.end());
    return out;
  }

  /// Where each value stands on the line on which differences are squared. Between two values of an
  /// order lie all between them and half of each: that is the difference of their middle ranks.
  [[nodiscard]] std::vector<double> places_of(const std::vector<double>& totals) const {
    if (metric_ != Metric::ordinal) return values_;
    std::vector<double> places;
    double below = 0;
    for (const double total : totals) {
      places.push_back(below + total / 2);
      below += total;
    }
    return places;
  }

  [[nodiscard]] double distance(double a, double b) const {
    if (metric_ == Metric::nominal) return 1;
    const double apart = metric_ == Metric::ratio ? (b - a) / (a + b) : b - a;
    return apart * apart;
  }

  /// The sum over all pairs of different values of their totals and their distance.
  [[nodiscard]] double expected(const std::vector<double>& totals, const std::vector<double>& places,
                                double all) const {
    double sum = 0;
    if (metric_ == Metric::ratio) {
      for (std::size_t low = 0; low < totals.size(); ++low)
        for (std::size_t high = low + 1; high < totals.size(); ++high)
          sum += totals[low] * totals[high] * distance(places[low], places[high]);
      return sum;
    }
    if (metric_ == Metric::nominal) {
      for (const double total : totals) sum += total * (all - total) / 2;
      return sum;
    }
    double mean = 0;
    for (std::size_t v = 0; v < totals.size(); ++v) mean += totals[v] * places[v] / all;
    for (std::size_t v = 0; v < totals.size(); ++v)
      sum += totals[v] * (places[v] - mean) * (places[v] - mean);
    return all * sum;
  }

  Metric metric_;
  std::vector<double> values_;  // those given, in order
  std::vector<OneProgram> programs_;
};

}  // namespace

Estimate krippendorff_alpha(const std::vector<Ratings>& units, Metric metric) {
  return Coincidences({units}, metric).alpha({1.0});
}

AlphaEstimate krippendorff_alpha(const std::vector<std::vector<Ratings>>& programs, Metric metric,
                                 const BootstrapOptions& options) {
  const Coincidences table(programs, metric);
  AlphaEstimate out;
  out.alpha = table.alpha(std::vector<double>(programs.size(), 1.0));
  if (!out.alpha.value || programs.size() < 2) return out;
  std::vector<double> alphas;
  for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
    const CounterRandom random(options.seed, replicate);
    std::vector<double> times(programs.size(), 0.0);
    for (std::size_t i = 0; i < programs.size(); ++i) times[random.below(i, programs.size())] += 1;
    if (const Estimate one = table.alpha(times); one.value) alphas.push_back(*one.value);
  }
  out.replicates = alphas.size();
  if (alphas.empty() || 2 * alphas.size() < options.replicates) return out;
  std::sort(alphas.begin(), alphas.end());
  out.interval =
      Interval{percentile(alphas, (1 - options.level) / 2), percentile(alphas, (1 + options.level) / 2)};
  return out;
}

std::vector<Ratings> whether_answered(const std::vector<Ratings>& units) {
  std::vector<Ratings> out;
  for (const Ratings& unit : units) {
    Ratings whether;
    for (const std::optional<double>& value : unit) whether.emplace_back(value ? 1.0 : 0.0);
    out.push_back(std::move(whether));
  }
  return out;
}

}  // namespace ibtikar
