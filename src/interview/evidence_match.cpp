// See evidence_match.h.
#include "interview/evidence_match.h"

#include <algorithm>

#include "base/typed_text.h"

namespace ibtikar {
namespace {

/// Whether `test` holds for the level's id or for its title in some language.
template <class NameTest>
bool is_called(const EvidenceLevel& level, NameTest test) {
  const auto& titles = level.title.translations;
  return test(level.id) || std::any_of(titles.begin(), titles.end(),
                                       [&](const Translation& t) { return test(folded(t.text)); });
}

template <class NameTest>
std::optional<std::string> only_one(const Evidence& evidence, NameTest test) {
  std::optional<std::string> id;
  for (const EvidenceLevel& level : evidence.levels) {
    if (!is_called(level, test)) continue;
    if (id) return std::nullopt;
    id = level.id;
  }
  return id;
}

}  // namespace

std::optional<std::string> match_evidence(const Evidence& evidence, std::string_view typed) {
  const std::string name = folded(typed);
  if (name.empty()) return std::nullopt;
  if (const auto count = parse_count(name); count && *count >= 1 && *count <= evidence.levels.size())
    return evidence.levels[*count - 1].id;
  if (auto id = only_one(evidence, [&](const std::string& known) { return known == name; })) return id;
  return only_one(evidence, [&](const std::string& known) { return known.starts_with(name); });
}

}  // namespace ibtikar
