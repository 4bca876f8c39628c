// What a run can be checked on: the scores, the verdict and the gates of one proposal, the same
// from an assessment and from a row of a batch.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/row.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// What a rubric calls its scores, bands and gates, in its order.
struct OutcomeNames {
  struct Scored {
    std::string id;
    Better better = Better::higher;
  };
  std::vector<Scored> scores;  ///< "overall", then the dimensions
  std::vector<std::string> bands;
  std::vector<std::string> gates;
  std::string rubric;  ///< its id
  std::string digest;  ///< of its text
};

struct Outcome {
  std::string id;
  std::vector<Measure> scores;      ///< of OutcomeNames::scores
  std::optional<std::size_t> band;  ///< of the verdict; none: too little is known
  bool settled = false;
  std::vector<bool> gates;  ///< which apply
};

[[nodiscard]] OutcomeNames outcome_names(const Rubric& rubric);
[[nodiscard]] OutcomeNames outcome_names(const Assessment& assessment);
[[nodiscard]] Outcome outcome_of(const RankedRow& row);
/// Requires: `names` are the assessment's.
[[nodiscard]] Outcome outcome_of(const Assessment& assessment, const OutcomeNames& names);

/// Whether band `a` is a worse verdict than band `b`. Bands rise from 0; where a low overall score
/// is better, the first is the best.
[[nodiscard]] bool is_worse_band(const OutcomeNames& names, std::size_t a, std::size_t b);

/// The id of a band, or kInsufficient.
[[nodiscard]] std::string band_name(const OutcomeNames& names, const std::optional<std::size_t>& band);

}  // namespace ibtikar::cli
