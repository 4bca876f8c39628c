// See portfolio_members.h.
#include "codec/results/portfolio_members.h"

#include "codec/results/number_members.h"
#include "ibtikar/version.h"

namespace ibtikar {

void write_computed_with(JsonWriter& json, const Rubric& rubric) {
  json.member("rubric");
  json.begin_object();
  json.text("id", rubric.id());
  json.text("version", rubric.version());
  json.text("digest", rubric.parts().digest);
  json.end_object();
  json.member("engine");
  json.begin_object();
  json.text("name", kEngineName);
  json.text("version", version());
  json.end_object();
}

// The reason is written as it was given. A blind panel has emptied it before, because a reason can
// name who it is about.
void write_conflicts(JsonWriter& json, const std::vector<Conflict>& conflicts) {
  json.list("conflicts", conflicts, [&](const Conflict& conflict) {
    json.begin_object();
    json.inline_from_here();
    json.text("assessor", conflict.assessor);
    json.text("program", conflict.program);
    json.text("reason", conflict.reason);
    write_flag(json, "had_reading", conflict.had_reading);
    json.end_object();
  });
}

std::vector<Conflict> read_conflicts(ObjectReader& reader, Diagnostics& faults) {
  std::vector<Conflict> conflicts;
  // Needed to compute a panel again: these readings have left all its sums.
  for (const JsonNode& node : reader.list("conflicts")) {
    ObjectReader member(node, faults);
    Conflict conflict;
    conflict.assessor = member.text("assessor", Need::required);
    conflict.program = member.text("program", Need::required);
    conflict.reason = member.text("reason");
    conflict.had_reading = member.boolean("had_reading", false);
    conflicts.push_back(std::move(conflict));
  }
  return conflicts;
}

}  // namespace ibtikar
