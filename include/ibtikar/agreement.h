// Agreement: how far several assessors agree who answered for the same programs.
//
// Published agreement on proposals is low: reviewers of grant applications often agree little
// better than chance. So a rubric has to show its own. Two figures are usual: Krippendorff's alpha
// for single answers, and the intraclass correlation for scores.
#pragma once

#include <optional>
#include <vector>

namespace ibtikar {

/// One value per assessor; empty where an assessor left it open.
using Ratings = std::vector<std::optional<double>>;

/// How far apart two values are.
enum class Metric {
  nominal,   ///< equal or not
  ordinal,   ///< by how many values in the data lie between them; needs only an order
  interval,  ///< the square of their difference
};

/// Krippendorff's alpha over `units`, the things rated: 1 is full agreement, 0 is what chance
/// gives, below 0 is worse than chance. Any number of assessors and gaps are allowed; a unit that
/// was rated once does not count. Empty if fewer than two values can be paired, or if all values
/// are the same: then agreement cannot be told from constancy. Source: K. Krippendorff, Computing
/// Krippendorff's Alpha-Reliability (2011).
[[nodiscard]] std::optional<double> krippendorff_alpha(const std::vector<Ratings>& units, Metric metric);

/// ICC(2,1) of a table of scores, with a row per program and a column per assessor: how well one
/// assessor's score stands for any other's (two-way random effects, absolute agreement). Empty for
/// fewer than two rows or columns, or if all scores are the same. Requires: rows of equal length.
/// Source: P. E. Shrout and J. L. Fleiss, Intraclass Correlations (1979).
[[nodiscard]] std::optional<double> intraclass_correlation(const std::vector<std::vector<double>>& scores);

}  // namespace ibtikar
