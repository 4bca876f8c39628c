// encode_comparison(): a Comparison as JSON, see docs/formats.md. It always has all parts, also
// those that are the same in all: programs can filter, but they cannot know what was left out.
#include "codec/results/assessment_names.h"
#include "codec/results/member_writer.h"

namespace ibtikar {
namespace {

void write_proposal(JsonWriter& json, const Assessment& assessment) {
  MemberWriter writer(json);
  json.begin_object();
  proposal_members(writer, assessment.proposal);
  json.text("verdict", assessment.verdict);
  write_flag(json, "settled", assessment.settled);
  json.text("engine", assessment.engine_version);
  json.end_object();
}

/// Writes one score of all assessments. `part` finds it in an assessment.
template <class Part>
void write_difference(JsonWriter& json, const Comparison& comparison, const ScoreDifference& difference,
                      const Part& part) {
  json.begin_object();
  json.text("id", difference.id);
  write_flag(json, "differs", difference.differs);
  write_score(json, "difference", difference.spread);
  json.member("settled");
  if (difference.certainty == Certainty::same)
    json.null();
  else
    json.boolean(difference.certainty == Certainty::settled);
  json.member("scores");
  json.begin_array();
  for (std::size_t i = 0; i < comparison.assessments.size(); ++i) {
    const auto& score = part(comparison.assessments[i]);
    json.begin_object();
    json.inline_from_here();
    MemberWriter writer(json);
    bounds(writer, score.measure);
    write_fixed(json, "completeness", score.measure.completeness);
    // Criteria have no band.
    if constexpr (requires { score.band; }) json.text("band", score.band);
    write_flag(json, "applicable", score.applicable);
    write_score(json, "change", difference.changes[i]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_gate(JsonWriter& json, const Comparison& comparison, std::size_t number) {
  json.begin_object();
  json.text("id", comparison.gates[number].gate);
  write_flag(json, "differs", comparison.gates[number].differs);
  json.member("states");
  json.begin_array();
  json.inline_from_here();
  for (const Assessment& assessment : comparison.assessments)
    json.string(gate_state_name(assessment.gates[number].state));
  json.end_array();
  json.end_object();
}

void write_question(JsonWriter& json, const Comparison& comparison, std::size_t number) {
  const AnswerDifference& difference = comparison.questions[number];
  json.begin_object();
  json.text("id", difference.question);
  json.member("differs");
  json.begin_array();
  json.inline_from_here();
  if (difference.answer) json.string("answer");
  if (difference.evidence) json.string("evidence");
  if (difference.note) json.string("note");
  json.end_array();
  json.member("answers");
  json.begin_array();
  for (const Assessment& assessment : comparison.assessments) {
    const QuestionResult& question = assessment.questions[number];
    json.begin_object();
    json.inline_from_here();
    json.text("state", state_name(question.state));
    json.member("value");
    json.answer(question.value);
    json.text("evidence", question.evidence);
    json.text("note", question.note);
    json.member("links");
    json.answer(question.links);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string encode_comparison(const Comparison& comparison, JsonStyle style) {
  const RubricSummary& rubric = comparison.assessments.front().rubric;
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kComparisonFormat);
  json.member("rubric");
  json.begin_object();
  MemberWriter writer(json);
  rubric_members(writer, rubric.id, rubric.version, rubric.digest);
  json.end_object();
  write_flag(json, "one_program", comparison.one_program);
  json.member("proposals");
  json.begin_array();
  for (const Assessment& assessment : comparison.assessments) write_proposal(json, assessment);
  json.end_array();
  write_flag(json, "verdict_differs", comparison.verdict_differs);
  json.member("overall");
  write_difference(json, comparison, comparison.overall,
                   [](const Assessment& a) -> const DimensionScore& { return a.overall; });
  json.member("dimensions");
  json.begin_array();
  for (std::size_t d = 0; d < comparison.dimensions.size(); ++d)
    write_difference(json, comparison, comparison.dimensions[d],
                     [d](const Assessment& a) -> const DimensionScore& { return a.dimensions[d]; });
  json.end_array();
  json.member("criteria");
  json.begin_array();
  for (std::size_t c = 0; c < comparison.criteria.size(); ++c)
    write_difference(json, comparison, comparison.criteria[c],
                     [c](const Assessment& a) -> const CriterionScore& { return a.criteria[c]; });
  json.end_array();
  json.member("gates");
  json.begin_array();
  for (std::size_t g = 0; g < comparison.gates.size(); ++g) write_gate(json, comparison, g);
  json.end_array();
  json.member("questions");
  json.begin_array();
  for (std::size_t q = 0; q < comparison.questions.size(); ++q) write_question(json, comparison, q);
  json.end_array();
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
