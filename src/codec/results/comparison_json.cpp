// encode_comparison(): a Comparison as JSON, see docs/formats.md. It always has all parts, also
// those that are the same in all: programs can filter, but they cannot know what was left out.
#include "codec/results/assessment_names.h"
#include "codec/results/member_writer.h"

namespace ibtikar {
namespace {

class ComparisonJson {
 public:
  ComparisonJson(const Comparison& comparison, JsonStyle style)
      : comparison_(comparison), all_(comparison.assessments), json_(style), members_(json_) {}

  std::string text() && {
    const RubricSummary& rubric = all_.front().rubric;
    json_.object([&] {
      json_.text("format", kComparisonFormat);
      json_.object("rubric", [&] { rubric_members(members_, rubric.id, rubric.version, rubric.digest); });
      write_flag(json_, "one_program", comparison_.one_program);
      json_.list("proposals", all_, [&](const Assessment& one) { write_proposal(one); });
      write_flag(json_, "verdict_differs", comparison_.verdict_differs);
      json_.member("overall");
      write_difference(
          comparison_.overall, [](const Assessment& a) -> auto& { return a.overall; });
      write_differences("dimensions", comparison_.dimensions, &Assessment::dimensions);
      write_differences("criteria", comparison_.criteria, &Assessment::criteria);
      std::size_t gate = 0;
      json_.list("gates", comparison_.gates, [&](const GateDifference& one) { write_gate(one, gate++); });
      std::size_t question = 0;
      json_.list("questions", comparison_.questions,
                 [&](const AnswerDifference& one) { write_question(one, question++); });
    });
    return std::move(json_).take();
  }

 private:
  void write_proposal(const Assessment& assessment) {
    json_.object([&] {
      proposal_members(members_, assessment.proposal);
      json_.text("verdict", assessment.verdict);
      write_flag(json_, "settled", assessment.settled);
      json_.text("engine", assessment.engine_version);
    });
  }

  /// Differences and scores are lists in the order of the rubric, so entry `number` of one belongs
  /// to entry `number` of the other.
  template <class Score>
  void write_differences(std::string_view name, const std::vector<ScoreDifference>& differences,
                         std::vector<Score> Assessment::*scores) {
    std::size_t number = 0;
    json_.list(name, differences, [&](const ScoreDifference& one) {
      write_difference(
          one, [&](const Assessment& a) -> auto& { return (a.*scores)[number]; });
      ++number;
    });
  }

  /// Writes one score of all assessments. `part` finds it in an assessment.
  template <class Part>
  void write_difference(const ScoreDifference& difference, const Part& part) {
    json_.object([&] {
      json_.text("id", difference.id);
      write_flag(json_, "differs", difference.differs);
      write_score(json_, "difference", difference.spread);
      // Null instead of true where nothing differs: "settled" would read as a finding.
      json_.member("settled");
      if (difference.certainty == Certainty::same)
        json_.null();
      else
        json_.boolean(difference.certainty == Certainty::settled);
      std::size_t number = 0;
      json_.list("scores", all_,
                 [&](const Assessment& one) { write_one(part(one), difference.changes[number++]); });
    });
  }

  template <class Part>
  void write_one(const Part& score, const Score& change) {
    json_.object([&] {
      json_.inline_from_here();
      bounds(members_, score.measure);
      write_fixed(json_, "completeness", score.measure.completeness);
      // Criteria have no band.
      if constexpr (requires { score.band; }) json_.text("band", score.band);
      write_flag(json_, "applicable", score.applicable);
      write_score(json_, "change", change);
    });
  }

  /// States, not only whether they differ: "unknown" beside "applies" asks for an answer, "does not
  /// apply" beside "applies" for a decision.
  void write_gate(const GateDifference& difference, std::size_t number) {
    json_.object([&] {
      json_.text("id", difference.gate);
      write_flag(json_, "differs", difference.differs);
      json_.member("states");
      json_.begin_array();
      json_.inline_from_here();
      for (const Assessment& one : all_) json_.string(gate_state_name(one.gates[number].state));
      json_.end_array();
    });
  }

  /// `differs` names what differs. An empty list means that all answers are the same.
  void write_question(const AnswerDifference& difference, std::size_t number) {
    json_.object([&] {
      json_.text("id", difference.question);
      json_.member("differs");
      json_.begin_array();
      json_.inline_from_here();
      if (difference.answer) json_.string("answer");
      if (difference.evidence) json_.string("evidence");
      if (difference.note) json_.string("note");
      json_.end_array();
      json_.list("answers", all_, [&](const Assessment& one) { write_answer(one.questions[number]); });
    });
  }

  void write_answer(const QuestionResult& question) {
    json_.object([&] {
      json_.inline_from_here();
      json_.text("state", state_name(question.state));
      members_.value("value", question.value);
      json_.text("evidence", question.evidence);
      json_.text("note", question.note);
      members_.texts("links", question.links);
    });
  }

  const Comparison& comparison_;
  const std::vector<Assessment>& all_;
  JsonWriter json_;
  MemberWriter members_;
};

}  // namespace

std::string encode_comparison(const Comparison& comparison, JsonStyle style) {
  return ComparisonJson(comparison, style).text();
}

}  // namespace ibtikar
