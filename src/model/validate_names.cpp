// Ids and references of a draft. See validate_parts.h.
#include <unordered_set>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "model/names.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

template <class Parts>
std::vector<std::string> ids_of(const Parts& parts) {
  std::vector<std::string> ids;
  for (const auto& part : parts) ids.push_back(part.id);
  return ids;
}

template <class Parts>
void register_ids(const Parts& parts, Phrase kind, const std::string& pointer, Findings& findings) {
  IdRegister seen(kind, findings);
  for (std::size_t i = 0; i < parts.size(); ++i) seen.add(parts[i].id, fmt::format("{}/{}/id", pointer, i));
}

bool is_known(const std::vector<std::string>& names, const std::string& name) {
  for (const std::string& known : names)
    if (known == name) return true;
  return false;
}

/// There are few sources, and may be very many citations.
struct Sources {
  explicit Sources(std::vector<std::string> all) : ids(std::move(all)), known(ids.begin(), ids.end()) {}
  std::vector<std::string> ids;
  std::unordered_set<std::string> known;
};

void check_citations(const std::vector<Citation>& citations, const Sources& sources,
                     const std::string& pointer, Findings& findings) {
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (sources.known.contains(citations[i].ref)) continue;
    // One citation may stand alone, without a list; locate() drops an index that is not there.
    const std::string at = citations.size() == 1 ? pointer + "/ref" : fmt::format("{}/{}/ref", pointer, i);
    findings.unknown_name(at, "unknown-source", phrase("source"), citations[i].ref, sources.ids,
                          "/sources/" + pointer_token(citations[i].ref));
  }
}

void check_scale_name(const RubricDraft& draft, const Question& question, const std::string& pointer,
                      Findings& findings) {
  if (question.type != QuestionType::scale || question.scale.empty()) return;
  if (named_scale(draft, question) != nullptr) return;
  findings.unknown_name(pointer + "/scale", "unknown-scale", phrase("scale"), question.scale,
                        ids_of(draft.scales), "/scales/" + pointer_token(question.scale));
}

void check_criteria(const RubricDraft& draft, Findings& findings) {
  const std::vector<std::string> dimensions = ids_of(draft.dimensions);
  const Sources sources(ids_of(draft.sources));
  IdRegister criteria(phrase("criterion"), findings);
  for (std::size_t s = 0; s < draft.sections.size(); ++s)
    for (std::size_t c = 0; c < draft.sections[s].criteria.size(); ++c) {
      const Criterion& criterion = draft.sections[s].criteria[c];
      const std::string pointer = criterion_pointer(s, c);
      criteria.add(criterion.id, pointer + "/id");
      check_citations(criterion.sources, sources, pointer + "/source", findings);
      for (const Contribution& contribution : criterion.contributes)
        if (!is_known(dimensions, contribution.dimension))
          findings.unknown_name(pointer + "/contributes/" + pointer_token(contribution.dimension),
                                "unknown-dimension", phrase("dimension"), contribution.dimension, dimensions,
                                "/dimensions/" + pointer_token(contribution.dimension));
      register_ids(criterion.questions, phrase("question"), pointer + "/questions", findings);
      register_ids(criterion.groups, phrase("question group"), pointer + "/groups", findings);
    }
  for_each_question(draft,
                    [&](const Criterion& criterion, const Question& question, const std::string& pointer) {
                      if (const std::vector<std::string> groups = ids_of(criterion.groups);
                          !question.group.empty() && !is_known(groups, question.group))
                        findings.unknown_name(pointer + "/group", "unknown-group", phrase("question group"),
                                              question.group, groups);
                      register_ids(question.options, phrase("option"), pointer + "/options", findings);
                      check_citations(question.sources, sources, pointer + "/source", findings);
                      check_scale_name(draft, question, pointer, findings);
                    });
}

void check_gates(const RubricDraft& draft, Findings& findings) {
  register_ids(draft.gates, phrase("gate"), "/gates", findings);
  std::vector<std::string> targets = ids_of(draft.dimensions);
  targets.push_back("overall");
  const auto check = [&](std::size_t gate, std::string_view effect, const std::string& target) {
    if (!is_known(targets, target))
      findings.unknown_name(fmt::format("/gates/{}/{}/{}", gate, effect, pointer_token(target)),
                            "unknown-dimension", phrase("dimension"), target, targets,
                            "/dimensions/" + pointer_token(target));
  };
  for (std::size_t g = 0; g < draft.gates.size(); ++g) {
    for (const Cap& cap : draft.gates[g].caps) check(g, "cap", cap.target);
    for (const Adjustment& one : draft.gates[g].adjustments)
      check(g, name_in(kAdjustments, one.kind), one.target);
  }
}

}  // namespace

void validate_names(const RubricDraft& draft, Findings& findings) {
  IdRegister(phrase("rubric"), findings).add(draft.id, "/id");
  register_ids(draft.sources, phrase("source"), "/sources", findings);
  register_ids(draft.bands, phrase("band"), "/bands", findings);
  register_ids(draft.evidence.levels, phrase("evidence level"), "/evidence/levels", findings);
  register_ids(draft.dimensions, phrase("dimension"), "/dimensions", findings);
  register_ids(draft.sections, phrase("section"), "/sections", findings);
  for (std::size_t d = 0; d < draft.dimensions.size(); ++d)
    if (draft.dimensions[d].id == "overall")
      findings.error(fmt::format("/dimensions/{}/id", d), "reserved-id",
                     message("\"overall\" is the name of the whole; expected another id"));
  for (std::size_t b = 0; b < draft.bands.size(); ++b)
    if (draft.bands[b].id == "insufficient-information")
      findings.error(fmt::format("/bands/{}/id", b), "reserved-id",
                     message("\"insufficient-information\" is a verdict of its own; expected another id"));
  IdRegister scales(phrase("scale"), findings);
  for (const Scale& scale : draft.scales) scales.add(scale.id, "/scales/" + pointer_token(scale.id));
  const std::vector<std::string> evidence = ids_of(draft.evidence.levels);
  if (!evidence.empty() && !is_known(evidence, draft.evidence.default_level))
    findings.unknown_name("/evidence/default", "unknown-evidence", phrase("evidence level"),
                          draft.evidence.default_level, evidence);
  check_criteria(draft, findings);
  check_gates(draft, findings);
}

}  // namespace ibtikar
