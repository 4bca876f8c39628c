// The reader of proposals, the quick one beside it, and the file of an interview.
#include "builtin/rubrics.h"
#include "codec/proposal/answers_file.h"
#include "codec/proposal/record_decoder.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"
#include "support/garden_rubric.h"

namespace ibtikar::fuzz {
namespace {

/// A rubric and all that reads proposals for it.
struct Reading {
  explicit Reading(Rubric of) : rubric(std::move(of)) {}
  Reading(const Reading&) = delete;

  Rubric rubric;
  Scorer scorer{rubric};
  RecordDecoder strict{rubric, scorer, {}};
  RecordDecoder lenient{rubric, scorer, {.lenient = true}};
};

void require_kept_by_a_file(const NamedText& source, const Proposal& proposal) {
  const std::string saved = AnswersFile(source.text).text();
  Diagnostics warnings;
  const Checked<Proposal> again = decode_proposal({source.name, saved}, {}, warnings);
  require(again.has_value(), "a file that was saved can be read", saved);
  require(*again == proposal, "saving a file changes nothing in it", saved);
  require_equal(AnswersFile(saved).text(), saved, "a file is saved as it was read");
}

void require_equal_sheets(Reading& reading, const NamedText& source, bool lenient) {
  Diagnostics warnings;
  std::optional<AnswerSheet> careful;
  const Checked<Proposal> proposal = decode_proposal(source, {.lenient = lenient}, warnings);
  if (proposal) {
    Checked<AnswerSheet> sheet = reading.scorer.encode(*proposal, {.lenient = lenient}, warnings);
    locate(source, warnings);
    require_places(warnings, source);
    if (sheet) {
      require_measures(reading.scorer.assess(*proposal, *sheet, warnings));
      careful = *std::move(sheet);
    } else {
      Diagnostics faults = sheet.error();
      locate(source, faults);
      require_refusal(faults, source);
    }
  }
  const std::string padded = source.text + std::string(kRecordPadding, '\0');
  RecordDecoder& decoder = lenient ? reading.lenient : reading.strict;
  const Record record =
      decoder.decode(std::string_view(padded).substr(0, source.text.size()), {"p.json", 1, 1});
  require((record.sheet != nullptr) == careful.has_value(), "both readers take the same proposals",
          format(record.faults));
  if (careful) {
    require(*record.sheet == *careful, "both readers find the same answers");
  } else {
    require_refusal(record.faults, source);
  }
}

}  // namespace

void try_proposal(std::string_view input) {
  static Reading garden(test::garden_rubric());
  static Reading whole(*builtin_rubric(kDefaultRubric));
  const NamedText source{"p.json", std::string(input)};
  Diagnostics warnings;
  const Checked<Proposal> proposal = decode_proposal(source, {}, warnings);
  require_places(warnings, source);
  if (proposal) {
    require(proposal->digest.starts_with("sha256:"), "a proposal has a digest", proposal->digest);
    require_kept_by_a_file(source, *proposal);
  } else {
    require_refusal(proposal.error(), source);
  }
  for (const bool lenient : {false, true}) {
    require_equal_sheets(garden, source, lenient);
    require_equal_sheets(whole, source, lenient);
  }
}

}  // namespace ibtikar::fuzz
