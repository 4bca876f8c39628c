// Our figures for some random tables, for other programs to check: tests/oracle/agreement.R.
//
//   scores NUMBER ROWS COLUMNS SCORE...      row by row; NA where there is none
//   levels NUMBER ROWS 2 LEVEL...            by two assessors
//   figure NUMBER NAME VALUE
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ibtikar/intraclass.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr int kTables = 60;  // of either kind

/// Scores with two decimals; in every second table some are missing.
std::vector<Ratings> oracle_table(Random& random, bool gaps) {
  const std::size_t assessors = random.between(2, 7);
  std::vector<double> bias(assessors);
  const double severity = 30 * random.unit();
  for (double& one : bias) one = severity * random.unit();
  std::vector<Ratings> table(random.between(5, 30));
  const double spread = 50 * random.unit();
  for (Ratings& row : table) {
    const double merit = spread * random.unit();
    for (std::size_t j = 0; j < assessors; ++j) {
      const double score = merit + bias[j] + 20 * random.unit();
      row.push_back(gaps && random.chance(25) ? std::nullopt : std::optional(std::round(100 * score) / 100));
    }
  }
  return table;
}

void print(int number, const std::string& name, double value) {
  fmt::print("figure {} {} {:.15g}\n", number, name, value);
}

void print_form(int number, const std::string& name, const Intraclass& icc) {
  if (icc.estimate.value) print(number, name, *icc.estimate.value);
  if (!icc.test || !icc.interval) return;
  print(number, name + ".f", icc.test->f);
  print(number, name + ".df1", icc.test->df1);
  print(number, name + ".df2", icc.test->df2);
  print(number, name + ".p", icc.test->p);
  print(number, name + ".low", icc.interval->low);
  print(number, name + ".high", icc.interval->high);
}

void print_table(const std::string& kind, int number, const std::vector<Ratings>& table) {
  fmt::print("{} {} {} {}", kind, number, table.size(), table.front().size());
  for (const Ratings& row : table)
    for (const std::optional<double>& score : row)
      fmt::print(" {}", score ? fmt::format("{}", *score) : "NA");
  fmt::print("\n");
}

/// Levels 1 to `levels`, all of them used. Each pair stands there both ways round. Then both assessors
/// use the levels equally often, and Cohen's kappa, which others compute, is Fleiss'.
std::vector<Ratings> mirrored_levels(Random& random) {
  const std::size_t levels = random.between(2, 6);
  std::vector<Ratings> table;
  const auto add = [&](std::size_t a, std::size_t b) {
    table.push_back({static_cast<double>(a), static_cast<double>(b)});
    table.push_back({static_cast<double>(b), static_cast<double>(a)});
  };
  for (std::size_t level = 1; level <= levels; ++level) add(level, random.between(1, levels));
  for (std::size_t more = random.below(40); more > 0; --more) {
    const std::size_t level = random.between(1, levels);
    add(level, random.chance(50) ? level : random.between(1, levels));
  }
  return table;
}

void print_levels(Random& random) {
  for (int number = kTables + 1; number <= 2 * kTables; ++number) {
    const std::vector<Ratings> table = mirrored_levels(random);
    print_table("levels", number, table);
    print(number, "kappa", *fleiss_kappa(table).value);
    print(number, "alpha.nominal", *krippendorff_alpha(table, Metric::nominal).value);
    print(number, "alpha.interval", *krippendorff_alpha(table, Metric::interval).value);
  }
}

void print_scores(Random& random) {
  for (int number = 1; number <= kTables; ++number) {
    const std::vector<Ratings> table = oracle_table(random, number % 2 == 0);
    const IntraclassCorrelations icc = intraclass_correlations(table);
    if (icc.undefined) continue;
    print_table("scores", number, table);
    print(number, "variance.program", icc.program_variance);
    print(number, "variance.assessor", icc.assessor_variance);
    print(number, "variance.error", icc.error_variance);
    print_form(number, "ICC1", icc.icc1);
    print_form(number, "ICC2", icc.icc2);
    print_form(number, "ICC3", icc.icc3);
    print_form(number, "ICC1k", icc.icc1k);
    print_form(number, "ICC2k", icc.icc2k);
    print_form(number, "ICC3k", icc.icc3k);
  }
}

}  // namespace
}  // namespace ibtikar::test

int main() {
  ibtikar::test::Random random(1979);
  ibtikar::test::print_scores(random);
  ibtikar::test::print_levels(random);
}
