// See risks.h.
#include "report/cids/risks.h"

#include <algorithm>

namespace ibtikar {
namespace {

struct KnownRisk {
  std::string_view dimension;
  std::string_view name;
  std::string_view identifier;
};

/// The identifiers are values that the ontology fixes, with and without a blank inside.
constexpr KnownRisk kKnownRisks[] = {
    {"sustainability", "EnduranceRisk", "Endurance Risk"},
    {"endurance", "EnduranceRisk", "Endurance Risk"},
    {"user-involvement", "StakeholderParticipationRisk", "StakeholderParticipation Risk"},
    {"stakeholder-participation", "StakeholderParticipationRisk", "StakeholderParticipation Risk"},
    {"feasibility", "ExecutionRisk", "Execution Risk"},
    {"execution", "ExecutionRisk", "Execution Risk"},
    {"evidence", "EvidenceRisk", "Evidence Risk"},
    {"external", "ExternalRisk", "External Risk"},
    {"drop-off", "DropOffRisk", "DropOff Risk"},
    {"efficiency", "EfficiencyRisk", "Efficiency Risk"},
    {"alignment", "AlignmentRisk", "Alignment Risk"},
    {"unexpected-impact", "UnexpectedImpactRisk", "UnexpectedImpact Risk"},
};

}  // namespace

RiskClass risk_class_of(std::string_view dimension) {
  const auto* const known = std::ranges::find(kKnownRisks, dimension, &KnownRisk::dimension);
  if (known == std::end(kKnownRisks)) return {"ImpactRisk", std::string(dimension)};
  return {std::string(known->name), std::string(known->identifier)};
}

std::string_view likelihood_of(const Assessment& assessment, const DimensionScore& score) {
  const std::vector<Band>& bands = assessment.rubric.bands;
  const auto band = std::ranges::find(bands, score.band, &Band::id);
  // One band says nothing about how good a score is.
  if (band == bands.end() || bands.size() < 2) return "mediumRisk";
  const bool is_first = band == bands.begin();
  const bool is_last = band + 1 == bands.end();
  const bool is_best = score.better == Better::lower ? is_first : is_last;
  const bool is_worst = score.better == Better::lower ? is_last : is_first;
  if (is_best) return "lowRisk";
  return is_worst ? "highRisk" : "mediumRisk";
}

std::string_view consequence_of(const DimensionScore& score) {
  if (!score.capped_by.empty()) return "severe";
  return score.weight > 0 ? "average" : "minimal";
}

std::string_view evidence_likelihood(const Assessment& assessment) {
  if (assessment.verdict == kInsufficient) return "highRisk";
  return assessment.settled ? "lowRisk" : "mediumRisk";
}

std::string_view evidence_consequence(const Assessment& assessment) {
  const PossibleBands possible = possible_bands(assessment);
  if (possible.lowest == nullptr || possible.highest == nullptr) return "average";
  const auto apart = possible.highest - possible.lowest;
  if (apart == 0) return "minimal";
  return apart == 1 ? "average" : "severe";
}

}  // namespace ibtikar
