// Whether a draft has no more of anything than limits.h allows. See validate_parts.h.
#include <fmt/format.h>

#include "base/json_pointer.h"
#include "model/limits.h"
#include "model/too_many.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

void check_count(std::size_t count, std::size_t most, Phrase things, const std::string& pointer,
                 Findings& findings) {
  if (count <= most) return;
  const Diagnostic fault = too_many(pointer, count, things, most);
  findings.error(fault.pointer, fault.code, fault.message);
}

/// Bands and levels are named wherever something reaches them.
template <class Parts>
void check_titles(const Parts& parts, const std::string& pointer, Findings& findings) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (const Translation& translation : parts[i].title.translations)
      if (translation.text.size() > kMaxTitleBytes)
        findings.error(
            fmt::format("{}/{}/title", pointer, i), "text-too-long",
            message("a title of {0} bytes; expected at most {1}", translation.text.size(), kMaxTitleBytes));
}

}  // namespace

bool validate_limits(const RubricDraft& draft, Findings& findings) {
  check_count(draft.languages.size(), kMaxLanguages, phrase_in("how many", "languages"), "/languages",
              findings);
  check_count(draft.sources.size(), kMaxSources, phrase_in("how many", "sources"), "/sources", findings);
  check_count(draft.bands.size(), kMaxBands, phrase_in("how many", "bands"), "/bands", findings);
  check_count(draft.evidence.levels.size(), kMaxEvidenceLevels, phrase_in("how many", "levels"),
              "/evidence/levels", findings);
  check_count(draft.scales.size(), kMaxScales, phrase_in("how many", "scales"), "/scales", findings);
  check_count(draft.dimensions.size(), kMaxDimensions, phrase_in("how many", "dimensions"), "/dimensions",
              findings);
  check_count(draft.sections.size(), kMaxSections, phrase_in("how many", "sections"), "/sections", findings);
  check_count(draft.gates.size(), kMaxGates, phrase_in("how many", "gates"), "/gates", findings);
  check_titles(draft.bands, "/bands", findings);
  check_titles(draft.evidence.levels, "/evidence/levels", findings);
  for (const Scale& scale : draft.scales) {
    const std::string levels = "/scales/" + pointer_token(scale.id) + "/levels";
    check_count(scale.levels.size(), kMaxLevels, phrase_in("how many", "levels"), levels, findings);
    check_titles(scale.levels, levels, findings);
  }
  std::size_t criteria = 0;
  std::size_t questions = 0;
  for (const Section& section : draft.sections) {
    criteria += section.criteria.size();
    for (const Criterion& criterion : section.criteria) {
      questions += criterion.questions.size();
      check_count(criterion.groups.size(), kMaxGroups, phrase("groups"), "/sections", findings);
    }
  }
  check_count(criteria, kMaxCriteria, phrase_in("how many", "criteria"), "/sections", findings);
  check_count(questions, kMaxQuestions, phrase_in("how many", "questions"), "/sections", findings);
  for_each_question(draft, [&](const Criterion&, const Question& question, const std::string& pointer) {
    check_count(question.levels.size(), kMaxLevels, phrase_in("how many", "levels"), pointer + "/levels",
                findings);
    check_count(question.options.size(), kMaxOptions, phrase_in("how many", "options"), pointer + "/options",
                findings);
    check_count(question.points.size(), kMaxPoints, phrase_in("how many", "points"), pointer + "/points",
                findings);
  });
  return findings.errors().empty();
}

}  // namespace ibtikar
