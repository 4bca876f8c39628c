// Scores as the impact risks of the Common Impact Data Standard.
//
// The standard asks for a likelihood and a consequence in words. No threshold is invented for them:
// they follow from the bands and the verdict that the assessment has.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/assessment.h"

namespace ibtikar {

/// A class of risk and the identifier that the ontology fixes for it.
struct RiskClass {
  std::string name;        ///< "EnduranceRisk"
  std::string identifier;  ///< "Endurance Risk"
};

/// The class of a dimension, by its id: `sustainability` or `endurance` and so on. Any other is an
/// ImpactRisk, the class over all, under the dimension's own id.
[[nodiscard]] RiskClass risk_class_of(std::string_view dimension);

/// "lowRisk" in the rubric's best band, "highRisk" in its worst, "mediumRisk" between. The score
/// must be there.
[[nodiscard]] std::string_view likelihood_of(const Assessment& assessment, const DimensionScore& score);

/// "severe" if a gate caps the score, "minimal" if it does not count in the overall, else "average".
[[nodiscard]] std::string_view consequence_of(const DimensionScore& score);

/// Of the risk that evidence is missing. "lowRisk" if no open answer can change the verdict,
/// "highRisk" without a verdict, else "mediumRisk".
[[nodiscard]] std::string_view evidence_likelihood(const Assessment& assessment);

/// By how many bands the possible verdicts are apart: "minimal" none, "average" one, "severe" more.
[[nodiscard]] std::string_view evidence_consequence(const Assessment& assessment);

}  // namespace ibtikar
