// See digest.h. The form below is part of the promise: changing it changes every digest, also those
// in saved assessments.
#include "codec/proposal/digest.h"

#include <algorithm>
#include <vector>

#include "base/digest.h"
#include "codec/json/writer.h"

namespace ibtikar {
namespace {

/// Every member, also those with their usual value: that a member may be left out in a file must
/// not matter.
void write_answer(JsonWriter& json, const Answer& answer) {
  json.begin_object();
  json.member("value");
  json.answer(answer.value);
  json.member("not_applicable");
  json.boolean(answer.not_applicable);
  json.text("evidence", answer.evidence);
  json.text("note", answer.note);
  json.member("links");
  json.answer(answer.links);
  json.end_object();
}

}  // namespace

// Over the meaning, not over the bytes of the file: indentation, the order of members, and members
// that we do not know do not count. Repeated ids keep the order in which they stand.
std::string digest_of(const Proposal& proposal) {
  std::vector<const std::pair<std::string, Answer>*> answers;
  for (const auto& answer : proposal.answers) answers.push_back(&answer);
  // By id, so that the order of answers in the file does not count.
  std::stable_sort(answers.begin(), answers.end(),
                   [](const auto* a, const auto* b) { return a->first < b->first; });
  JsonWriter json(JsonStyle::compact);
  json.begin_object();
  json.text("rubric", proposal.rubric.id);
  json.text("version", proposal.rubric.version);
  json.text("id", proposal.id);
  json.text("title", proposal.title);
  json.text("organization", proposal.organization);
  json.text("assessor", proposal.assessor);
  json.text("date", proposal.date);
  json.text("language", proposal.language);
  json.object("answers", [&] {
    for (const auto* answer : answers) {
      json.member(answer->first);
      write_answer(json, answer->second);
    }
  });
  json.end_object();
  return sha256(std::move(json).take());
}

}  // namespace ibtikar
