// krippendorff_alpha(): observed against expected disagreement, from the table of coincidences.
#include <map>

#include "ibtikar/agreement.h"

namespace ibtikar {
namespace {

/// How often each pair of values was given to one unit, each unit weighing as many as it has
/// values.
struct Coincidences {
  std::vector<double> values;               // those given, in order
  std::vector<std::vector<double>> counts;  // [value][value]
  std::vector<double> totals;               // [value]
  double all = 0;
};

Coincidences coincidences_of(const std::vector<Ratings>& units) {
  std::map<double, std::size_t> places;
  std::vector<std::vector<double>> rated;
  for (const Ratings& unit : units) {
    std::vector<double> given;
    for (const std::optional<double>& value : unit)
      if (value) given.push_back(*value);
    if (given.size() < 2) continue;
    for (const double value : given) places.try_emplace(value, 0);
    rated.push_back(std::move(given));
  }
  Coincidences out;
  for (auto& [value, place] : places) {
    place = out.values.size();
    out.values.push_back(value);
  }
  out.counts.assign(places.size(), std::vector<double>(places.size(), 0.0));
  out.totals.assign(places.size(), 0.0);
  for (const std::vector<double>& given : rated)
    for (std::size_t a = 0; a < given.size(); ++a)
      for (std::size_t b = 0; b < given.size(); ++b)
        if (a != b)
          out.counts[places[given[a]]][places[given[b]]] += 1.0 / static_cast<double>(given.size() - 1);
  for (std::size_t v = 0; v < out.values.size(); ++v)
    for (const double count : out.counts[v]) out.totals[v] += count;
  for (const double total : out.totals) out.all += total;
  return out;
}

/// The square of the distance between two values, by their places in the order; `low` <= `high`.
double distance(const Coincidences& table, std::size_t low, std::size_t high, Metric metric) {
  if (low == high) return 0;
  if (metric == Metric::nominal) return 1;
  double between = table.values[high] - table.values[low];
  if (metric == Metric::ordinal) {
    between = -(table.totals[low] + table.totals[high]) / 2;
    for (std::size_t v = low; v <= high; ++v) between += table.totals[v];
  }
  return between * between;
}

}  // namespace

std::optional<double> krippendorff_alpha(const std::vector<Ratings>& units, Metric metric) {
  const Coincidences table = coincidences_of(units);
  double observed = 0;
  double expected = 0;
  for (std::size_t low = 0; low < table.values.size(); ++low)
    for (std::size_t high = low + 1; high < table.values.size(); ++high) {
      const double apart = distance(table, low, high, metric);
      observed += table.counts[low][high] * apart;
      expected += table.totals[low] * table.totals[high] * apart;
    }
  if (expected <= 0) return std::nullopt;
  return 1 - (table.all - 1) * observed / expected;
}

}  // namespace ibtikar
