// Intraclass correlations: how far the scores of several assessors can stand for one another.
//
// Each is a share of variance, at most 1. The three forms are those of Shrout and Fleiss; each is
// given for the score of a single assessor and for the mean of several ("k").
//
//   ICC(1)  each program has assessors of its own
//   ICC(2)  all have the same assessors, who stand for others like them; severity is disagreement
//   ICC(3)  all have the same assessors, and only these; severity does not count
//
// Sources: P. E. Shrout and J. L. Fleiss, Intraclass Correlations (1979); K. O. McGraw and S. P. Wong,
// Forming Inferences about Some Intraclass Correlation Coefficients (1996).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ibtikar/agreement.h"

namespace ibtikar {

/// The test that programs do not differ at all.
struct FTest {
  double f = 0;
  double df1 = 0;
  double df2 = 0;
  double p = 0;  ///< of an F as great by chance, in [0, 1]

  friend bool operator==(const FTest&, const FTest&) = default;
};

struct Intraclass {
  Estimate estimate;
  /// Both from mean squares only: none if scores are missing, or if there is no error at all.
  std::optional<Interval> interval;
  std::optional<FTest> test;

  friend bool operator==(const Intraclass&, const Intraclass&) = default;
};

struct IntraclassCorrelations {
  std::optional<Undefined> undefined;  ///< if set, all six are undefined for this reason
  /// Scores are missing. Then the shares are of variances by restricted maximum likelihood (REML), as
  /// in lme4; else of mean squares.
  bool by_likelihood = false;
  Intraclass icc1, icc2, icc3;     ///< for a single assessor
  Intraclass icc1k, icc2k, icc3k;  ///< for the mean of `k` assessors
  double k = 0;  ///< readings of a program: the number of assessors, or the harmonic mean if some are missing
  std::size_t programs = 0;   ///< with a score
  std::size_t assessors = 0;  ///< who gave one
  double program_variance = 0;
  double assessor_variance = 0;
  double error_variance = 0;

  friend bool operator==(const IntraclassCorrelations&, const IntraclassCorrelations&) = default;
};

/// All six, of a table with a row per program and a column per assessor. Rows and columns without a
/// score are left out. A single form may be undefined though the others are not: a mean square by
/// which it divides is 0. `level` is that of the intervals. Requires: rows of equal length.
///
/// Cost: small for whole tables; else some hundred solutions of the mixed model, each of the readings
/// and a third power of the assessors.
[[nodiscard]] IntraclassCorrelations intraclass_correlations(const std::vector<Ratings>& table,
                                                             double level = 0.95);

}  // namespace ibtikar
