// See view_parts.h. Here: warnings, and how the assessment came about.
#include <algorithm>
#include <array>

#include "base/json_pointer.h"
#include "ibtikar/version.h"
#include "report/view/parts.h"

namespace ibtikar {
namespace {

struct CodePhrase {
  std::string_view code;
  Word word;
};

/// Codes of warnings that a proposal can raise, lenient reading included.
constexpr std::array<CodePhrase, 13> kCodes = {{
    {"other-rubric", Word::warn_other_rubric},
    {"rubric-version", Word::warn_rubric_version},
    {"unknown-question", Word::warn_unknown_question},
    {code_name(Code::hidden_answer), Word::warn_hidden_answer},
    {"unknown-member", Word::warn_unknown_member},
    {code_name(Code::wrong_type), Word::warn_misfit},
    {"out-of-range", Word::warn_misfit},
    {"unknown-option", Word::warn_misfit},
    {"repeated-option", Word::warn_misfit},
    {"unknown-evidence", Word::warn_misfit},
    {code_name(Code::not_applicable_forbidden), Word::warn_misfit},
    {"value-and-not-applicable", Word::warn_misfit},
    {code_name(Code::duplicate_member), Word::warn_given_twice},
}};

/// In English, the original message, which says more. In other languages, the phrase for the code,
/// or the original message if the code is unknown here.
std::string warning_text(const Formatter& formatter, const Warning& warning) {
  const auto* known = std::ranges::find(kCodes, warning.code, &CodePhrase::code);
  const bool translate = formatter.words().right_to_left() || warning.message.empty();
  if (translate && known != kCodes.end()) return std::string(formatter.words()(known->word));
  return formatter.foreign(warning.message.empty() ? warning.code : warning.message);
}

/// "final-goal.written" of "/answers/final-goal.written/value"; other pointers as they are.
std::string warning_subject(const Formatter& formatter, const std::string& pointer) {
  const std::vector<std::string> names = pointer_names(pointer);
  return formatter.foreign(names.size() >= 2 && names[0] == "answers" ? names[1] : pointer);
}

Word combined_by(Combine how) {
  switch (how) {
    case Combine::geometric_mean:
      return Word::geometric_mean;
    case Combine::minimum:
      return Word::minimum;
    case Combine::arithmetic_mean:
      break;
  }
  return Word::arithmetic_mean;
}

/// "sha256:" and the first twelve digits: enough to tell two files apart by eye.
std::string short_digest(const Formatter& formatter, std::string_view digest) {
  constexpr std::size_t kShort = std::string_view("sha256:").size() + 12;
  const std::string whole = safe_for(Target::terminal, digest);
  if (whole.size() <= kShort) return formatter.foreign(whole);
  return formatter.foreign(std::string_view(whole).substr(0, kShort)) + "…";
}

std::string id_and_version(const Formatter& formatter, const RubricSummary& rubric) {
  return formatter.foreign(rubric.version.empty() ? rubric.id : rubric.id + " " + rubric.version);
}

}  // namespace

std::vector<WarningView> warning_views(const Assessment& assessment, const Formatter& formatter) {
  std::vector<WarningView> views;
  for (const Warning& warning : assessment.warnings) {
    if (views.size() == kMaxWarningsShown) break;
    views.push_back({warning_subject(formatter, warning.at), warning_text(formatter, warning)});
  }
  return views;
}

OriginView origin_view(const Assessment& assessment, const Formatter& formatter) {
  const RubricSummary& rubric = assessment.rubric;
  OriginView view;
  view.rubric = id_and_version(formatter, rubric);
  view.rubric_digest = short_digest(formatter, rubric.digest);
  view.proposal = formatter.foreign(assessment.proposal.id);
  view.proposal_digest = short_digest(formatter, assessment.proposal.digest);
  view.rubric_digest_whole = formatter.foreign(rubric.digest);
  view.proposal_digest_whole = formatter.foreign(assessment.proposal.digest);
  view.combined = formatter.words()(combined_by(rubric.combine));
  view.engine = std::string(kEngineName) + " " + formatter.foreign(assessment.engine_version);
  const auto& levels = rubric.evidence.levels;
  const auto level = std::ranges::find(levels, rubric.evidence.default_level, &EvidenceLevel::id);
  if (level == levels.end()) return view;
  view.evidence_default = formatter.title(level->title, level->id);
  view.evidence_ceiling = percent_text(level->ceiling);
  view.evidence_margin = "±" + percent_text(level->margin);
  return view;
}

}  // namespace ibtikar
