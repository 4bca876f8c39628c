// What results on one proposal begin with: the rubric and the proposal, so that they can be told
// apart later.
#pragma once

#include "codec/json/writer.h"
#include "ibtikar/assessment.h"

namespace ibtikar {

/// What says which rubric it is, as a member `rubric`; `Of` is a rubric, its draft or its summary.
template <class Of>
void write_rubric_id(JsonWriter& json, const Of& rubric) {
  json.object("rubric", [&] {
    json.inline_from_here();
    json.text("id", rubric.id);
    json.text("version", rubric.version);
    json.text("digest", rubric.digest);
  });
}

/// The same of the proposal, as a member `proposal`.
inline void write_proposal_id(JsonWriter& json, const ProposalSummary& proposal) {
  json.object("proposal", [&] {
    json.inline_from_here();
    json.text("id", proposal.id);
    json.text("title", proposal.title);
    json.text("digest", proposal.digest);
  });
}

/// Writes `rubric`, `proposal` and `engine` into the object that is open.
inline void write_result_head(JsonWriter& json, const Assessment& assessment) {
  write_rubric_id(json, assessment.rubric);
  write_proposal_id(json, assessment.proposal);
  json.text("engine", assessment.engine_version);
}

}  // namespace ibtikar
