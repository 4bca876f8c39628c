// Agreement: how far several assessors who answered for the same programs say the same.
//
// Published agreement on proposals is low (reviewers of grant applications often agree
// little better than chance), so a rubric has to show its own. Two figures are usual:
// Krippendorff's alpha for single answers, the intraclass correlation for scores.
#pragma once

#include <optional>
#include <vector>

namespace ibtikar {

/// One value an assessor; nothing where an assessor left it open.
using Ratings = std::vector<std::optional<double>>;

/// How far apart two values are.
enum class Metric {
  nominal,   ///< equal or not
  ordinal,   ///< by how many values lie between them in the data; needs an order only
  interval,  ///< the square of their difference
};

/// Krippendorff's alpha over `units`, the things rated: 1 is full agreement, 0 what chance
/// gives, below 0 worse than chance. Any number of assessors, and gaps, are allowed; a unit
/// rated once counts for nothing. Nothing where fewer than two values can be paired or all
/// values are the same: agreement cannot be told from constancy then.
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
[[nodiscard]] std::optional<double> krippendorff_alpha(const std::vector<Ratings>& units, Metric metric);

/// ICC(2,1) of a table of scores, a row for each program and a column for each assessor:
/// how far one assessor's score stands for any other's, two-way random effects, absolute
/// agreement. Nothing for fewer than two rows or columns, or when all scores are the same.
/// Rows must be equally long.
/// Source: P. E. Shrout and J. L. Fleiss, Intraclass Correlations (1979).
[[nodiscard]] std::optional<double> intraclass_correlation(const std::vector<std::vector<double>>& scores);

}  // namespace ibtikar
