// What results on one proposal begin with: the rubric and the proposal, so that they can be told
// apart later.
#pragma once

#include "codec/json/writer.h"
#include "ibtikar/assessment.h"

namespace ibtikar {

inline void write_result_head(JsonWriter& json, const Assessment& assessment) {
  json.member("rubric");
  json.begin_object();
  json.inline_from_here();
  json.text("id", assessment.rubric.id);
  json.text("version", assessment.rubric.version);
  json.text("digest", assessment.rubric.digest);
  json.end_object();
  json.member("proposal");
  json.begin_object();
  json.inline_from_here();
  json.text("id", assessment.proposal.id);
  json.text("title", assessment.proposal.title);
  json.text("digest", assessment.proposal.digest);
  json.end_object();
  json.text("engine", assessment.engine_version);
}

}  // namespace ibtikar
