// Agreement figures against their definitions written out, and what must not change them.
#include "ibtikar/agreement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/counter_random.h"
#include "ibtikar/intraclass.h"
#include "stats/mixed_model.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr Metric kMetrics[] = {Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio};

std::vector<Ratings> random_units(Random& random, std::size_t least = 1) {
  std::vector<Ratings> units(random.between(least, 8));
  const std::size_t assessors = random.between(2, 5);
  const std::size_t values = random.between(1, 5);
  const std::size_t gaps = random.pick<std::size_t>({0, 20, 60});
  for (Ratings& unit : units)
    for (std::size_t j = 0; j < assessors; ++j)
      unit.push_back(random.chance(gaps) ? std::nullopt
                                         : std::optional(static_cast<double>(random.below(values) * values)));
  return units;
}

std::vector<double> paired_in(const Ratings& unit) {
  std::vector<double> given;
  for (const auto& value : unit)
    if (value) given.push_back(*value);
  return given.size() < 2 ? std::vector<double>() : given;
}

/// The difference of two values, as Krippendorff writes it.
double difference(double a, double b, Metric metric, const std::vector<double>& all) {
  if (a == b) return 0;
  if (a > b) std::swap(a, b);
  const auto times = [&](double value) {
    return static_cast<double>(std::count(all.begin(), all.end(), value));
  };
  switch (metric) {
    case Metric::nominal:
      return 1;
    case Metric::interval:
      return (a - b) * (a - b);
    case Metric::ratio:
      return (a - b) * (a - b) / ((a + b) * (a + b));
    case Metric::ordinal:
      break;
  }
  const auto between =
      std::count_if(all.begin(), all.end(), [&](double value) { return a <= value && value <= b; });
  return std::pow(static_cast<double>(between) - (times(a) + times(b)) / 2, 2);
}

/// One less the mean difference within units over that of all values, pair by pair.
std::optional<double> plain_alpha(const std::vector<Ratings>& units, Metric metric) {
  std::vector<double> all;
  for (const Ratings& unit : units)
    for (const double value : paired_in(unit)) all.push_back(value);
  double observed = 0;
  double expected = 0;
  for (const Ratings& unit : units) {
    const std::vector<double> given = paired_in(unit);
    for (std::size_t a = 0; a < given.size(); ++a)
      for (std::size_t b = 0; b < given.size(); ++b)
        if (a != b)
          observed += difference(given[a], given[b], metric, all) / static_cast<double>(given.size() - 1);
  }
  for (const double a : all)
    for (const double b : all) expected += difference(a, b, metric, all);
  if (expected <= 0) return std::nullopt;
  const auto count = static_cast<double>(all.size());
  return 1 - observed / count / (expected / (count * (count - 1)));
}

TEST(KrippendorffAlpha, IsItsDefinition) {
  Random random(31);
  for (std::uint64_t round = 0; round < cases(3000) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::vector<Ratings> units = random_units(random);
    for (const Metric metric : kMetrics) {
      const Estimate found = krippendorff_alpha(units, metric);
      const std::optional<double> expected = plain_alpha(units, metric);
      ASSERT_EQ(found.value.has_value(), expected.has_value());
      ASSERT_NE(found.value.has_value(), found.undefined.has_value());
      if (!expected) continue;
      EXPECT_NEAR(*found.value, *expected, 1e-11);
    }
  }
}

/// Programs are drawn and put together, as the header says; the percentiles are looked up.
TEST(AlphaInterval, IsThatOfProgramsDrawnOneByOne) {
  Random random(32);
  for (std::uint64_t round = 0; round < cases(30) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    std::vector<std::vector<Ratings>> programs(random.between(2, 3));
    for (auto& program : programs) program = random_units(random);
    for (const Metric metric : kMetrics) {
      const AlphaEstimate found = krippendorff_alpha(programs, metric, {.seed = round, .replicates = 41});
      std::vector<double> alphas;
      for (std::uint64_t replicate = 0; replicate < 41; ++replicate) {
        const CounterRandom draws(round, replicate);
        std::vector<Ratings> drawn;
        for (std::size_t i = 0; i < programs.size(); ++i) {
          const auto& program = programs[draws.below(i, programs.size())];
          drawn.insert(drawn.end(), program.begin(), program.end());
        }
        if (const auto alpha = plain_alpha(drawn, metric)) alphas.push_back(*alpha);
      }
      if (!found.alpha.value) continue;
      ASSERT_EQ(found.replicates, alphas.size());
      ASSERT_EQ(found.interval.has_value(), alphas.size() >= 21);
      if (alphas.size() != 41) continue;
      std::sort(alphas.begin(), alphas.end());
      EXPECT_NEAR(found.interval->low, alphas[1], 1e-9) << "41 numbers: 2.5 % is the second";
      EXPECT_NEAR(found.interval->high, alphas[39], 1e-9);
    }
  }
}

TEST(AgreementFigures, DoNotDependOnOrderNamesOrShift) {
  Random random(33);
  for (std::uint64_t round = 0; round < cases(2000) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::vector<Ratings> units = random_units(random);
    std::vector<Ratings> other = units;
    random.shuffle(other);
    for (Ratings& unit : other) random.shuffle(unit);
    const auto changed = [&](auto change) {
      std::vector<Ratings> out = other;
      for (Ratings& unit : out)
        for (auto& value : unit)
          if (value) value = change(*value);
      return out;
    };
    const auto expect_same = [](const Estimate& a, const Estimate& b, const char* what) {
      ASSERT_EQ(a.undefined, b.undefined) << what;
      EXPECT_NEAR(a.value.value_or(0), b.value.value_or(0), 1e-11) << what;
    };
    const auto shifted = changed([](double x) { return 3 * x + 8; });
    const auto mirrored = changed([](double x) { return -x; });
    const auto renamed = changed([](double x) { return std::fmod(7 * x + 3, 29.0); });
    const auto stretched = changed([](double x) { return x * x * x; });
    expect_same(krippendorff_alpha(units, Metric::nominal), krippendorff_alpha(renamed, Metric::nominal),
                "1");
    expect_same(krippendorff_alpha(units, Metric::ordinal), krippendorff_alpha(stretched, Metric::ordinal),
                "2");
    expect_same(krippendorff_alpha(units, Metric::ordinal), krippendorff_alpha(mirrored, Metric::ordinal),
                "3");
    expect_same(krippendorff_alpha(units, Metric::interval), krippendorff_alpha(shifted, Metric::interval),
                "4");
    expect_same(krippendorff_alpha(units, Metric::interval), krippendorff_alpha(mirrored, Metric::interval),
                "5");
    expect_same(fleiss_kappa(units), fleiss_kappa(renamed), "6");
    expect_same(gwet_ac1(units), gwet_ac1(renamed), "7");
    expect_same(gwet_ac2(units), gwet_ac2(stretched), "8");
    expect_same(percent_agreement(units), percent_agreement(renamed), "9");
    for (const Estimate& one : {fleiss_kappa(units), gwet_ac1(units), gwet_ac2(units),
                                percent_agreement(units), krippendorff_alpha(units, Metric::ratio)})
      EXPECT_LE(one.value.value_or(0), 1 + 1e-12);
  }
}

/// Scores of a whole table with effects of programs and assessors.
std::vector<Ratings> random_scores(Random& random) {
  const std::size_t assessors = random.between(2, 6);
  const double severity = 20 * random.unit();
  std::vector<double> bias;
  for (std::size_t j = 0; j < assessors; ++j) bias.push_back(severity * random.unit());
  std::vector<Ratings> table(random.between(2, 10));
  const double spread = 60 * random.unit();
  for (Ratings& row : table) {
    const double merit = 20 + spread * random.unit();
    for (std::size_t j = 0; j < assessors; ++j) row.emplace_back(merit + bias[j] + 10 * random.unit());
  }
  return table;
}

TEST(IntraclassCorrelations, DoNotDependOnOrderOrShift) {
  Random random(34);
  for (std::uint64_t round = 0; round < cases(1000) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::vector<Ratings> table = random_scores(random);
    std::vector<std::size_t> order(table.front().size());
    for (std::size_t j = 0; j < order.size(); ++j) order[j] = j;
    random.shuffle(order);
    std::vector<Ratings> other;
    for (const Ratings& row : table) {
      Ratings changed;
      for (const std::size_t j : order) changed.emplace_back(50 - 3 * *row[j]);
      other.push_back(std::move(changed));
    }
    random.shuffle(other);
    const IntraclassCorrelations a = intraclass_correlations(table);
    const IntraclassCorrelations b = intraclass_correlations(other);
    for (const auto form :
         {&IntraclassCorrelations::icc1, &IntraclassCorrelations::icc2, &IntraclassCorrelations::icc3,
          &IntraclassCorrelations::icc1k, &IntraclassCorrelations::icc2k, &IntraclassCorrelations::icc3k}) {
      const Intraclass& before = a.*form;
      const Intraclass& after = b.*form;
      ASSERT_EQ(before.estimate.undefined, after.estimate.undefined);
      if (!before.estimate.value) continue;
      const double value = *before.estimate.value;
      EXPECT_NEAR(value, *after.estimate.value, 1e-8 * (1 + std::abs(value)));
      ASSERT_EQ(before.interval.has_value(), after.interval.has_value());
      if (!before.interval) continue;
      EXPECT_NEAR(before.interval->low, after.interval->low, 1e-7 * (1 + std::abs(before.interval->low)));
      // The degrees of freedom of ICC(2) are an approximation that fails below 0.
      const bool holds_it =
          value > 0 || form == &IntraclassCorrelations::icc1 || form == &IntraclassCorrelations::icc3;
      EXPECT_LE(before.interval->low, holds_it ? value + 1e-9 : 1);
      EXPECT_GE(before.interval->high, holds_it ? value - 1e-9 : -1e9);
      EXPECT_LE(before.interval->high, 1 + 1e-12);
      EXPECT_GE(before.test->p, 0);
      EXPECT_LE(before.test->p, 1);
    }
  }
}

/// In a whole table both ways estimate the same variances, as long as none is below 0.
TEST(LikeliestVariances, OfAWholeTableAreThoseOfItsMeanSquares) {
  Random random(35);
  std::uint64_t compared = 0;
  for (std::uint64_t round = 0; round < cases(300) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::vector<Ratings> table = random_scores(random);
    const IntraclassCorrelations icc = intraclass_correlations(table);
    if (icc.program_variance <= 0 || icc.assessor_variance <= 0) continue;
    ++compared;
    std::vector<Rating> scores;
    for (std::size_t i = 0; i < table.size(); ++i)
      for (std::size_t j = 0; j < table[i].size(); ++j) scores.push_back({i, j, *table[i][j]});
    const MixedModel model(scores, table.size(), table.front().size());
    const Variances found = likeliest_variances(model);
    EXPECT_NEAR(found.item, icc.program_variance, 1e-5 * icc.program_variance + 1e-5 * icc.error_variance);
    EXPECT_NEAR(found.assessor, icc.assessor_variance,
                1e-5 * icc.assessor_variance + 1e-5 * icc.error_variance);
    EXPECT_NEAR(found.error, icc.error_variance, 1e-5 * icc.error_variance);
  }
  EXPECT_GT(compared, cases(100));
}

}  // namespace
}  // namespace ibtikar::test
