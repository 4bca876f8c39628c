// Assessments as linked data: JSON-LD in the terms of the Common Impact Data Standard (CIDS) 3.1 of
// Common Approach (https://ontology.commonapproach.org/cids/3.1.0).
//
// docs/formats.md says which nodes are written and which rule makes a risk of a score. Nothing is
// looked up: the context stands in the file by its address only.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/result.h"

namespace ibtikar {

struct CidsOptions {
  std::string language;  ///< BCP 47, of names and descriptions; empty: each rubric's first
};

/// Whether the day of the assessment is known. Without it the standard has no place for the scores as
/// indicator reports; the risks are written all the same.
[[nodiscard]] bool has_cids_day(const Assessment& assessment);

/// All assessments as one JSON array of nodes, each with the standard's context; an organization is
/// one node, however many programs it has. Fails (code "no-organization") if an assessment does not
/// name its organization: no node of the standard goes without one. The same assessments give the
/// same bytes.
[[nodiscard]] Result<std::string> render_cids(const std::vector<Assessment>& assessments,
                                              const CidsOptions& options);

}  // namespace ibtikar
