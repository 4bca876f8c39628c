// See outcome.h.
#include "cli/checks/outcome.h"

#include <algorithm>

namespace ibtikar::cli {

OutcomeNames outcome_names(const Rubric& rubric) {
  OutcomeNames names;
  names.scores.push_back({"overall", rubric.parts().overall_better});
  for (const Dimension& dimension : rubric.dimensions())
    names.scores.push_back({dimension.id, dimension.better});
  for (const Band& band : rubric.parts().bands) names.bands.push_back(band.id);
  for (const Gate& gate : rubric.parts().gates) names.gates.push_back(gate.id);
  names.rubric = rubric.parts().id;
  names.digest = rubric.parts().digest;
  return names;
}

OutcomeNames outcome_names(const Assessment& assessment) {
  OutcomeNames names;
  names.scores.push_back({"overall", assessment.overall.better});
  for (const DimensionScore& dimension : assessment.dimensions)
    names.scores.push_back({dimension.id, dimension.better});
  for (const Band& band : assessment.rubric.bands) names.bands.push_back(band.id);
  for (const GateResult& gate : assessment.gates) names.gates.push_back(gate.id);
  names.rubric = assessment.rubric.id;
  names.digest = assessment.rubric.digest;
  return names;
}

Outcome outcome_of(const RankedRow& row) {
  Outcome outcome{row.id, {row.overall}, row.band, row.settled, row.gates};
  outcome.scores.insert(outcome.scores.end(), row.dimensions.begin(), row.dimensions.end());
  return outcome;
}

Outcome outcome_of(const Assessment& assessment, const OutcomeNames& names) {
  Outcome outcome{assessment.proposal.id, {assessment.overall.measure}, {}, assessment.settled, {}};
  for (const DimensionScore& dimension : assessment.dimensions) outcome.scores.push_back(dimension.measure);
  const auto band = std::find(names.bands.begin(), names.bands.end(), assessment.verdict);
  if (band != names.bands.end()) outcome.band = static_cast<std::size_t>(band - names.bands.begin());
  for (const GateResult& gate : assessment.gates) outcome.gates.push_back(gate.state == GateState::applies);
  return outcome;
}

bool is_worse_band(const OutcomeNames& names, std::size_t a, std::size_t b) {
  return names.scores.front().better == Better::lower ? a > b : a < b;
}

std::string band_name(const OutcomeNames& names, const std::optional<std::size_t>& band) {
  return band ? names.bands[*band] : std::string(kInsufficient);
}

}  // namespace ibtikar::cli
