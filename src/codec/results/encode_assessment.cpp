// encode_assessment(): an Assessment as JSON, see docs/formats.md and assessment_members.h.
#include "codec/results/member_writer.h"

namespace ibtikar {

void MemberWriter::engine(std::string_view name, const std::string& version) {
  json_.member(name);
  json_.begin_object();
  json_.text("name", "ibtikar");
  json_.text("version", version);
  json_.end_object();
}

void MemberWriter::citations(const std::vector<Citation>& citations) {
  json_.member("source");
  json_.begin_array();
  for (const Citation& citation : citations) {
    json_.begin_object();
    json_.inline_from_here();
    json_.text("ref", citation.ref);
    json_.text("at", citation.at);
    json_.end_object();
  }
  json_.end_array();
}

std::string encode_assessment(const Assessment& assessment, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kAssessmentFormat);
  MemberWriter writer(json);
  members(writer, assessment);
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
