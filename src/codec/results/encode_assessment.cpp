// encode_assessment(): an Assessment as JSON, see docs/formats.md and assessment_members.h.
#include "codec/results/member_writer.h"

namespace ibtikar {

void MemberWriter::engine(std::string_view name, const std::string& version) {
  json_.object(name, [&] {
    json_.text("name", "ibtikar");
    json_.text("version", version);
  });
}

// Short objects, on one line each: a rubric cites one source many times.
void MemberWriter::citations(const std::vector<Citation>& citations) {
  json_.list("source", citations, [&](const Citation& citation) {
    json_.object([&] {
      json_.inline_from_here();
      json_.text("ref", citation.ref);
      json_.text("at", citation.at);
    });
  });
}

// No line end at the end: what separates documents is the caller's, NDJSON or one list.
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
