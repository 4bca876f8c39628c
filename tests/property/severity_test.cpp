// The mixed model against the same model written out: whole covariance matrices, whole grids, all
// outcomes. Nothing here uses what the library's solution is built of.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "ibtikar/severity.h"
#include "stats/mixed_model.h"
#include "stats/normal.h"
#include "stats/rank_intervals.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

using Table = std::vector<std::vector<double>>;

/// Inverts a small matrix by Gauss and Jordan; the logarithm of its determinant beside it.
std::pair<Table, double> inverted(Table a) {
  const std::size_t n = a.size();
  Table out(n, std::vector<double>(n, 0.0));
  double log_determinant = 0;
  for (std::size_t i = 0; i < n; ++i) out[i][i] = 1;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t r = i; r < n; ++r)
      if (std::abs(a[r][i]) > std::abs(a[pivot][i])) pivot = r;
    std::swap(a[i], a[pivot]);
    std::swap(out[i], out[pivot]);
    const double head = a[i][i];
    log_determinant += std::log(std::abs(head));
    for (std::size_t c = 0; c < n; ++c) {
      a[i][c] /= head;
      out[i][c] /= head;
    }
    for (std::size_t r = 0; r < n; ++r) {
      if (r == i) continue;
      const double factor = a[r][i];
      for (std::size_t c = 0; c < n; ++c) {
        a[r][c] -= factor * a[i][c];
        out[r][c] -= factor * out[i][c];
      }
    }
  }
  return {out, log_determinant};
}

/// Values of some items by some assessors, with gaps; now and then an item that nobody read, or one
/// that an assessor read twice.
std::vector<Rating> random_ratings(Random& random, std::size_t items, std::size_t assessors) {
  std::vector<Rating> ratings;
  while (ratings.size() < 2) {
    ratings.clear();
    for (std::size_t i = 0; i < items; ++i)
      for (std::size_t j = 0; j < assessors; ++j)
        for (std::size_t times = random.chance(60) ? 1 + random.below(10) / 9 : 0; times > 0; --times)
          ratings.push_back({i, j, static_cast<double>(10 * i + 5 * j) + 30 * random.unit()});
  }
  return ratings;
}

double mean_of(const std::vector<Rating>& ratings) {
  double sum = 0;
  for (const Rating& rating : ratings) sum += rating.value;
  return sum / static_cast<double>(ratings.size());
}

/// The covariance of the values.
Table covariance_of(const std::vector<Rating>& ratings, double item, double assessor, double error) {
  Table out(ratings.size(), std::vector<double>(ratings.size(), 0.0));
  for (std::size_t a = 0; a < ratings.size(); ++a)
    for (std::size_t b = 0; b < ratings.size(); ++b)
      out[a][b] = (ratings[a].item == ratings[b].item ? item : 0) +
                  (ratings[a].assessor == ratings[b].assessor ? assessor : 0) + (a == b ? error : 0);
  return out;
}

double sum_of(const std::vector<double>& a, const Table& middle, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = 0; j < b.size(); ++j) sum += a[i] * middle[i][j] * b[j];
  return sum;
}

/// What is known of all merits, theta, given the variances and that the mean is that of all values.
struct Posterior {
  double log_likelihood = 0;
  std::vector<double> means;
  Table covariances;
};

Posterior posterior_of(const std::vector<Rating>& ratings, std::size_t items, double item, double assessor,
                       double error, double mean) {
  const auto [inverse, log_determinant] = inverted(covariance_of(ratings, item, assessor, error));
  std::vector<double> values;
  for (const Rating& rating : ratings) values.push_back(rating.value - mean);
  Posterior out;
  out.log_likelihood = -0.5 * (log_determinant + sum_of(values, inverse, values));
  Table with(items, std::vector<double>(ratings.size(), 0.0));  // covariance of merits and values
  for (std::size_t r = 0; r < ratings.size(); ++r) with[ratings[r].item][r] = item;
  out.covariances.assign(items, std::vector<double>(items, 0.0));
  for (std::size_t i = 0; i < items; ++i) {
    out.means.push_back(sum_of(with[i], inverse, values));
    for (std::size_t j = 0; j < items; ++j)
      out.covariances[i][j] = (i == j ? item : 0) - sum_of(with[i], inverse, with[j]);
  }
  return out;
}

TEST(MixedModel, IsTheWholeModelWrittenOut) {
  Random random(17);
  for (std::uint64_t round = 0; round < cases(1000) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::size_t items = random.between(2, 5);
    const std::size_t assessors = random.between(1, 7);
    const std::vector<Rating> ratings = random_ratings(random, items, assessors);
    const double error = 0.1 + 20 * random.unit();
    const double item = random.chance(10) ? 0 : 30 * random.unit();
    const double assessor = random.chance(10) ? 0 : 30 * random.unit();
    const MixedModel model(ratings, items, assessors);
    const auto count = static_cast<double>(ratings.size());

    const MixedFit known = model.fit({item / error, assessor / error}, Mean::known);
    const Posterior expected = posterior_of(ratings, items, item, assessor, error, mean_of(ratings));
    EXPECT_NEAR(model.log_likelihood(known, error), expected.log_likelihood, 1e-6);
    for (std::size_t i = 0; i < items; ++i) EXPECT_NEAR(model.item_effect(i, known), expected.means[i], 1e-7);

    // Restricted: the mean is fitted by generalised least squares.
    const MixedFit fitted = model.fit({item / error, assessor / error}, Mean::fitted);
    const auto [inverse, log_determinant] = inverted(covariance_of(ratings, item, assessor, error));
    const std::vector<double> ones(ratings.size(), 1.0);
    std::vector<double> values;
    for (const Rating& rating : ratings) values.push_back(rating.value);
    const double weight = sum_of(ones, inverse, ones);
    const double mean = sum_of(ones, inverse, values) / weight;
    EXPECT_NEAR(model.center() + fitted.coefficients[0], mean, 1e-7);
    const Posterior around = posterior_of(ratings, items, item, assessor, error, mean);
    EXPECT_NEAR(model.log_likelihood(fitted, error), around.log_likelihood - 0.5 * std::log(weight), 1e-6)
        << count;
  }
}

/// Items that nobody has read change nothing, but make the items the larger side, which is eliminated.
TEST(MixedModel, IsTheSameWhicheverSideIsSolved) {
  Random random(36);
  for (std::uint64_t round = 0; round < cases(15) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::size_t items = random.between(2, 5);
    const std::size_t assessors = random.between(6, 30);
    const std::vector<Rating> ratings = random_ratings(random, items, assessors);
    const MixedModel turned(ratings, items, assessors);
    const MixedModel plain(ratings, assessors, assessors);
    ASSERT_TRUE(turned.is_turned());
    ASSERT_FALSE(plain.is_turned());
    const VarianceRatios ratios{3 * random.unit(), random.chance(10) ? 0 : 3 * random.unit()};
    for (const Mean mean : {Mean::fitted, Mean::known}) {
      const MixedFit a = turned.fit(ratios, mean);
      const MixedFit b = plain.fit(ratios, mean);
      EXPECT_NEAR(turned.log_likelihood(a, 2), plain.log_likelihood(b, 2), 1e-8);
      for (std::size_t i = 0; i < items; ++i)
        EXPECT_NEAR(turned.item_effect(i, a), plain.item_effect(i, b), 1e-9);
      for (std::size_t j = 0; j < assessors; ++j)
        EXPECT_NEAR(turned.assessor_effect(j, a), plain.assessor_effect(j, b), 1e-9);
    }
    RankingOptions options;
    const RankingModel ranked = rank_items(ratings, items, assessors, options);
    if (ranked.undefined) continue;
    const RankingModel padded = rank_items(ratings, assessors, assessors, options);
    for (std::size_t i = 0; i < items; ++i) {
      EXPECT_NEAR(ranked.items[i].merit, padded.items[i].merit, 1e-8);
      EXPECT_NEAR(ranked.items[i].merit_sd, padded.items[i].merit_sd, 1e-7);
      for (std::size_t j = 0; j < items; ++j)
        EXPECT_NEAR(ranked.pairwise.better(i, j), padded.pairwise.better(i, j), 1e-9);
    }
    for (std::size_t j = 0; j < assessors; ++j)
      EXPECT_NEAR(ranked.assessors[j].shrunk_sd, padded.assessors[j].shrunk_sd, 1e-7);
  }
}

TEST(ExpectedRanks, AreThoseOfAWholeGridWrittenOut) {
  Random random(18);
  for (std::uint64_t round = 0; round < cases(30) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::size_t items = random.between(2, 4);
    const std::size_t assessors = random.between(2, 3);
    const std::vector<Rating> ratings = random_ratings(random, items, assessors);
    const RankingModel model = rank_items(ratings, items, assessors);
    if (model.undefined) continue;
    constexpr int kPoints = 120;  // fewer are too coarse where a deviation is small
    double all = 0;
    Table better(items, std::vector<double>(items, 0.0));
    std::vector<double> means(items, 0.0);
    for (int t = 0; t < kPoints; ++t)
      for (int a = 0; a < kPoints; ++a) {
        // Both errors on a grid of circles: a deviation s has the length of its arc for a weight.
        const double item = 40 * (t + 0.5) / kPoints;
        const double error = 40 * std::numbers::sqrt2 * (a + 0.5) / kPoints;
        const double arc = error <= 40 ? std::numbers::pi / 2 : std::asin(40 / error) - std::acos(40 / error);
        const Posterior at = posterior_of(ratings, items, item * item, 100, error * error, mean_of(ratings));
        const double likelihood = error * arc * std::exp(at.log_likelihood);
        all += likelihood;
        for (std::size_t i = 0; i < items; ++i) {
          means[i] += likelihood * at.means[i];
          for (std::size_t j = 0; j < items; ++j) {
            if (i == j) continue;
            const double variance = at.covariances[i][i] + at.covariances[j][j] - 2 * at.covariances[i][j];
            better[i][j] +=
                likelihood * 0.5 * std::erfc((at.means[j] - at.means[i]) / std::sqrt(2 * variance));
          }
        }
      }
    for (std::size_t i = 0; i < items; ++i) {
      double rank = 1;
      for (std::size_t j = 0; j < items; ++j) {
        rank += better[j][i] / all;
        EXPECT_NEAR(model.pairwise.better(i, j), i == j ? 0.5 : better[i][j] / all, 0.002);
      }
      EXPECT_NEAR(model.items[i].expected_rank, rank, 0.004);
      EXPECT_NEAR(model.items[i].merit, mean_of(ratings) + means[i] / all, 0.05);
    }
  }
}

TEST(ExpectedRanks, DoNotDependOnNumbersOrderOrShift) {
  Random random(19);
  for (std::uint64_t round = 0; round < cases(60) && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::size_t items = random.between(3, 12);
    const std::size_t assessors = random.between(2, 6);
    const std::vector<Rating> ratings = random_ratings(random, items, assessors);
    const RankingModel model = rank_items(ratings, items, assessors);
    std::vector<std::size_t> item(items), assessor(assessors);
    for (std::size_t i = 0; i < items; ++i) item[i] = i;
    for (std::size_t j = 0; j < assessors; ++j) assessor[j] = j;
    random.shuffle(item);
    random.shuffle(assessor);
    std::vector<Rating> other;
    for (const Rating& rating : ratings)
      other.push_back({item[rating.item], assessor[rating.assessor], rating.value + 17});
    random.shuffle(other);
    const RankingModel renamed = rank_items(other, items, assessors);
    ASSERT_EQ(renamed.undefined, model.undefined);
    if (model.undefined) continue;
    double ranks = 0;
    for (std::size_t i = 0; i < items; ++i) {
      const RankEstimate& a = model.items[i];
      const RankEstimate& b = renamed.items[item[i]];
      EXPECT_NEAR(a.expected_rank, b.expected_rank, 1e-6);
      EXPECT_NEAR(a.merit + 17, b.merit, 1e-6);
      EXPECT_NEAR(a.contrast_sd, b.contrast_sd, 1e-5);
      EXPECT_GE(a.sucra, 0);
      EXPECT_LE(a.sucra, 1);
      EXPECT_LE(1u, a.ninety.low);
      EXPECT_LE(a.ninety.high, items);
      ranks += a.expected_rank;
    }
    const auto count = static_cast<double>(items);
    EXPECT_NEAR(ranks, count * (count + 1) / 2, 1e-6) << "ranks are shared out";
    for (std::size_t j = 0; j < assessors; ++j)
      EXPECT_NEAR(model.assessors[j].shrunk, renamed.assessors[assessor[j]].shrunk, 1e-6);
  }
}

TEST(PoissonBinomial, IsTheSumOverAllOutcomes) {
  Random random(20);
  for (std::uint64_t round = 0; round < cases(500) && !testing::Test::HasFailure(); ++round) {
    std::vector<double> probabilities;
    for (std::size_t i = random.below(10); i > 0; --i) probabilities.push_back(random.fraction());
    std::vector<double> expected(probabilities.size() + 1, 0.0);
    for (std::size_t outcome = 0; outcome < std::size_t{1} << probabilities.size(); ++outcome) {
      double probability = 1;
      std::size_t count = 0;
      for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const bool happens = (outcome >> i & 1U) != 0;
        probability *= happens ? probabilities[i] : 1 - probabilities[i];
        count += happens ? 1 : 0;
      }
      expected[count] += probability;
    }
    const std::vector<double> found = poisson_binomial(probabilities);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) EXPECT_NEAR(found[k], expected[k], 1e-13);
  }
}

TEST(PoissonBinomial, OfManyEventsKeepsItsMass) {
  Random random(21);
  std::vector<double> probabilities(3000);
  double mean = 0;
  for (double& probability : probabilities) mean += probability = random.unit();
  double mass = 0;
  double found = 0;
  const std::vector<double> counts = poisson_binomial(probabilities);
  for (std::size_t k = 0; k < counts.size(); ++k) {
    mass += counts[k];
    found += static_cast<double>(k) * counts[k];
  }
  EXPECT_NEAR(mass, 1, 1e-9);
  EXPECT_NEAR(found, mean, 1e-5);
}

TEST(NormalTable, IsTheErrorFunction) {
  const NormalTable table;
  Random random(22);
  for (std::uint64_t round = 0; round < cases(100'000); ++round) {
    const double x = 20 * random.unit() - 10;
    ASSERT_NEAR(table.below(x), normal_below(x), 2e-10) << x;
  }
  EXPECT_EQ(table.below(0), 0.5);
  EXPECT_EQ(table.below(1e300), 1);
  EXPECT_EQ(table.below(-1e300), 0);
}

}  // namespace
}  // namespace ibtikar::test
