// decode_assessment(): reads back what encode_assessment() wrote. See member_reader.h.
#include "codec/results/member_reader.h"
#include "codec/rubric/format.h"

namespace ibtikar {

// Members that are not known are ignored here, unlike in a rubric: newer versions write more, and
// what an older one does not know cannot change what it shows.
Checked<Assessment> decode_assessment(const NamedText& source) {
  Checked<Json> document = parse_document(source, phrase("an assessment object"));
  if (!document) return fail(document.error());
  Diagnostics faults;
  ObjectReader object({&*document, ""}, faults);
  const std::string format = object.text("format", Need::required);
  if (faults.empty())
    if (auto fault = check_format(kAssessmentFormat, format)) faults.push_back(std::move(*fault));
  Assessment assessment;
  // If the format is wrong, every other message would be misleading.
  if (faults.empty()) {
    MemberReader reader(object, faults);
    members(reader, assessment);
    assessment.overall.id = "overall";  // the JSON has no id for it; renderers expect one
  }
  locate(source, faults);
  if (!faults.empty()) return fail(std::move(faults));
  return assessment;
}

}  // namespace ibtikar
