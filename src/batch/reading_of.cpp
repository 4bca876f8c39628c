// See reading_of.h.
#include "batch/reading_of.h"

#include <string>
#include <utility>

#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

void name_file(Diagnostics& faults, const RecordPlace& place) {
  for (Diagnostic& fault : faults) {
    fault.file = place.file;
    if (fault.position.line == 0) fault.position = {1, 1};
  }
  shift(faults, place);
}

/// The answers of an assessment, checked like those of a proposal.
Checked<WholeRecord> from_assessment(const Record& record, const Scorer& scorer,
                                     const EncodeOptions& options) {
  const NamedText source{std::string(record.place.file), std::string(record.text)};
  const Checked<Assessment> assessment = decode_assessment(source);
  Diagnostics faults;
  if (assessment) {
    WholeRecord whole;
    whole.proposal = proposal_of(*assessment);
    Checked<AnswerSheet> sheet = scorer.encode(whole.proposal, options, whole.warnings);
    if (sheet) {
      whole.sheet = *std::move(sheet);
      return whole;
    }
    faults = std::move(sheet.error());
    // The pointers are those of a proposal, which the assessment is not.
    for (Diagnostic& fault : faults) fault.position = {1, 1};
  } else {
    faults = assessment.error();
  }
  name_file(faults, record.place);
  return fail(std::move(faults));
}

}  // namespace

bool may_be_assessment(const Record& record) {
  return record.sheet == nullptr && record.table == nullptr && !record.faults.empty() &&
         record.faults.front().is(Code::wrong_format) &&
         record.text.find(kAssessmentFormat) != std::string_view::npos;
}

Checked<RecordReading> reading_of(const Record& record, const Scorer& scorer, const EncodeOptions& options) {
  const bool is_assessment = may_be_assessment(record);
  Checked<WholeRecord> whole = is_assessment ? from_assessment(record, scorer, options) : record.whole();
  if (!whole) return fail(std::move(whole.error()));
  RecordReading reading;
  Proposal& proposal = whole->proposal;
  // A record without an id was given one that stands in for it: that is no id of the program.
  reading.id = is_assessment ? std::move(proposal.id) : std::string(record.id);
  reading.title = std::move(proposal.title);
  reading.stand_in = record.stand_in;
  reading.assessor = std::move(proposal.assessor);
  reading.digest = std::move(proposal.digest);
  reading.sheet = std::move(whole->sheet);
  reading.file = record.place.file;
  reading.position = {record.place.line, record.place.column};
  reading.warnings = std::move(whole->warnings);
  for (Diagnostic& warning : reading.warnings) {
    warning.file = reading.file;
    warning.position = reading.position;
  }
  return reading;
}

}  // namespace ibtikar
