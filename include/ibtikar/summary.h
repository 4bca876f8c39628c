// Summary: the results of a whole portfolio of proposals. The format `ibtikar-summary/1`.
//
// It holds only counts. So two halves of a portfolio, merged in any order, give the summary of the
// whole, to the last bit. Means, quantiles and shares are computed from the counts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/result.h"
#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/warning_counts.h"

namespace ibtikar {

inline constexpr std::string_view kSummaryFormat = "ibtikar-summary/1";

/// How often each number occurred, in hundredths: 0.00, 0.01, ... up to a greatest one.
class Distribution {
 public:
  /// `greatest` in whole units: 100 for scores, 1 for completeness.
  explicit Distribution(std::size_t greatest) : counts_(greatest * 100 + 1, 0) {}

  /// `value` is rounded to hundredths, in [0, greatest].
  void add(double value, std::uint64_t times = 1);
  /// Requires: the same greatest.
  void merge(const Distribution& other);

  [[nodiscard]] std::uint64_t count() const;
  [[nodiscard]] std::optional<double> mean() const;
  /// Of the sample (n - 1). Empty for fewer than two numbers.
  [[nodiscard]] std::optional<double> standard_deviation() const;
  /// The number below which a share `p` in [0, 1] lies, interpolated between two numbers (type 7 of
  /// Hyndman and Fan, 1996).
  [[nodiscard]] std::optional<double> quantile(double p) const;
  /// Ten equal parts of the range; the last holds the greatest number too.
  [[nodiscard]] std::array<std::uint64_t, 10> histogram() const;
  /// By hundredths.
  [[nodiscard]] const std::vector<std::uint64_t>& counts() const { return counts_; }

  friend bool operator==(const Distribution&, const Distribution&) = default;

 private:
  [[nodiscard]] double nth(std::uint64_t rank) const;

  std::vector<std::uint64_t> counts_;
};

/// One question over all scored proposals.
struct QuestionCounts {
  std::string id;
  double share = 0;  ///< of the mean of the dimensions, when every question applies, in [0, 1]
  std::uint64_t answered = 0;
  std::uint64_t open = 0;
  std::uint64_t out = 0;       ///< hidden, or does not apply
  std::uint64_t credited = 0;  ///< of the answered, in ten-thousandths of a whole answer

  friend bool operator==(const QuestionCounts&, const QuestionCounts&) = default;
};

struct Summary {
  std::string rubric;
  std::string version;
  std::string digest;
  std::uint64_t scored = 0;
  std::uint64_t rejected = 0;
  std::uint64_t left_out = 0;  ///< rows of tables that a mapping left out; not among the others
  std::map<std::string, std::uint64_t> rejects;  ///< by the code of the first fault
  WarningCounts warnings;
  /// A band's id, or kInsufficient last.
  std::vector<std::pair<std::string, std::uint64_t>> verdicts;
  std::uint64_t settled = 0;
  std::vector<std::pair<std::string, std::uint64_t>> gates;  ///< how often each applied
  Distribution overall{100};
  std::vector<std::pair<std::string, Distribution>> dimensions;
  Distribution completeness{1};
  std::vector<QuestionCounts> questions;  ///< those that are scored

  friend bool operator==(const Summary&, const Summary&) = default;
};

/// A summary of nothing yet.
[[nodiscard]] Summary empty_summary(const Rubric& rubric);

/// Adds a proposal that was scored. Requires: `summary` is of the row's rubric.
void add(Summary& summary, const Row& row);

/// Adds `other` to `summary`. Fails (code "other-rubric") if they are of different rubrics or
/// versions.
[[nodiscard]] Result<void> merge(Summary& summary, const Summary& other);

/// What a question costs the portfolio: by how many points (0..100) it lowers the mean of the
/// dimensions of those who answered it. Empty if nobody did.
[[nodiscard]] std::optional<double> points_lost(const QuestionCounts& question);

/// The ids of the questions that are open most often, at most `count`. Questions that are never
/// open are left out.
[[nodiscard]] std::vector<std::string> most_open(const Summary& summary, std::size_t count);
/// The ids of those that cost most points, at most so many; none that costs nothing.
[[nodiscard]] std::vector<std::string> most_points_lost(const Summary& summary, std::size_t count);

}  // namespace ibtikar
