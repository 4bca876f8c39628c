// The members of an assessment's JSON: which there are, in which order, and what they may hold.
//
// MemberWriter and MemberReader both walk through these functions, so that what is written can be read. The
// order is part of the format: equal assessments must give equal bytes. In each object the documented core
// comes first; what only reports need follows. New members go to the end of their object, so that files of
// two versions differ as little as possible. `..._unless` and `..._if_any` are not written where they hold
// their usual value.
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include "ibtikar/assessment.h"
#include "ibtikar/codec.h"
#include "model/limits.h"
#include "model/names.h"

namespace ibtikar {

inline constexpr double kWholeScore = 100;
inline constexpr double kGreatestWeight = 1e6;

/// A part of an assessment, which is read only where it is written.
template <class T, class Part>
concept IsA = std::same_as<std::remove_const_t<T>, Part>;

/// What says which rubric it is.
template <class Json, class Text>
void rubric_members(Json& json, Text& id, Text& version, Text& digest) {
  json.required("id", id);
  json.text("version", version);
  json.text("digest", digest);
}

/// What says whose proposal it is.
template <class Json, IsA<ProposalSummary> T>
void proposal_members(Json& json, T& proposal) {
  json.text("id", proposal.id);
  json.text("title", proposal.title);
  json.text("digest", proposal.digest);
  json.text("organization", proposal.organization);
  json.text("assessor", proposal.assessor);
  json.text("date", proposal.date);
}

template <class Json, IsA<ProposalSummary> T>
void members(Json& json, T& proposal) {
  proposal_members(json, proposal);
  // Not among the members above, which comparisons write, too.
  json.text("language", proposal.language);
}

template <class Json, IsA<Band> T>
void members(Json& json, T& band) {
  json.text("id", band.id);
  json.number("from", band.from, 0, kWholeScore);
  json.title("title", band.title);
  json.words("meaning", band.meaning);
}

template <class Json, IsA<EvidenceLevel> T>
void members(Json& json, T& level) {
  json.text("id", level.id);
  json.number("margin", level.margin, 0, 1);
  // The arguments of a number are its default and its greatest value: without a ceiling, all is
  // earned.
  json.number("ceiling", level.ceiling, 1, 1);
  json.title("title", level.title);
  json.words("help", level.help);
}

template <class Json, IsA<Evidence> T>
void members(Json& json, T& evidence) {
  json.text("default", evidence.default_level);
  json.list("levels", evidence.levels, kMaxEvidenceLevels);
}

template <class Json, IsA<SectionTitle> T>
void members(Json& json, T& section) {
  json.text("id", section.id);
  json.words("title", section.title);
}

template <class Json, IsA<RubricSummary> T>
void members(Json& json, T& rubric) {
  rubric_members(json, rubric.id, rubric.version, rubric.digest);
  json.words("title", rubric.title);
  json.texts("languages", rubric.languages, kMaxLanguages);
  json.name("combine", rubric.combine, kCombines, Combine::arithmetic_mean);
  json.number("min_completeness", rubric.min_completeness, 0, 1);
  json.list("bands", rubric.bands, kMaxBands);
  // Null says that the rubric has no levels, not that an older version did not write them.
  json.object_unless("evidence", rubric.evidence, rubric.evidence.levels.empty());
  json.list("sections", rubric.sections, kMaxSections);
}

template <class Json, IsA<Measure> T>
void bounds(Json& json, T& measure) {
  json.score("score", measure.score, kWholeScore);
  json.fixed("low", measure.low, 0, kWholeScore);
  json.fixed("high", measure.high, kWholeScore, kWholeScore);
  // Both ends are read by now.
  json.check_bounds(measure);
}

/// The overall score has no id, title and weight.
template <class Json, IsA<DimensionScore> T>
void members(Json& json, T& score, bool is_overall = false) {
  if (!is_overall) json.text("id", score.id);
  bounds(json, score.measure);
  json.id("band", score.band);
  json.fixed("completeness", score.measure.completeness, 0, 1);
  json.texts("capped_by", score.capped_by);
  // Before gates, so that a report can say what they cost.
  json.score("uncapped", score.uncapped, kWholeScore);
  json.flag("applicable", score.applicable, true);
  if (!is_overall) {
    json.number("weight", score.weight, 1, kGreatestWeight);
    json.words("title", score.title);
    json.words("asks", score.asks);
    json.combination(score.combination);
  }
  json.scaled(score.measure, score.scale);
  // Members that few rubrics use stand last, so that the assessments of all others keep their
  // bytes.
  json.name_unless("better", score.better, kBetters, Better::higher);
  json.texts_if_any("adjusted_by", score.adjusted_by);
}

template <class Json, IsA<GroupScore> T>
void members(Json& json, T& group) {
  json.required("id", group.id);
  bounds(json, group.measure);
  json.fixed("completeness", group.measure.completeness, 0, 1);
  json.flag("applicable", group.applicable, true);
  json.number("weight", group.weight, 1, kGreatestWeight);
  json.words("title", group.title);
  json.combination(group.combination);
}

template <class Json, IsA<CriterionScore> T>
void members(Json& json, T& criterion) {
  json.required("id", criterion.id);
  bounds(json, criterion.measure);
  json.fixed("completeness", criterion.measure.completeness, 0, 1);
  json.flag("applicable", criterion.applicable, true);
  json.text("section", criterion.section);
  json.words("title", criterion.title);
  json.words("why", criterion.why);
  json.citations(criterion.sources);
  json.numbers("contributes", criterion.contributes, kGreatestWeight);
  json.combination(criterion.combination);
  json.scaled(criterion.measure, criterion.scale);
  // Groups do not nest, so reading them needs no bound on depth.
  json.list_if_any("groups", criterion.groups, kMaxGroups);
}

template <class Json, IsA<QuestionResult> T>
void members(Json& json, T& question) {
  json.required("id", question.id);
  // The state says how to read all that follows, so there is no default.
  json.required_name("state", question.state, kQuestionStates);
  json.value("value", question.value);
  json.id("evidence", question.evidence);
  json.score("utility", question.utility, 1);
  json.score("credited", question.credited, 1);
  json.points("points", question.points);
  json.points("lost", question.lost);
  json.flag("possibly_hidden", question.possibly_hidden, false);
  json.flag("scored", question.scored, true);
  json.text("criterion", question.criterion);
  json.name("type", question.type, kQuestionTypes, QuestionType::scale);
  json.number("weight", question.weight, 1, kGreatestWeight);
  json.words("ask", question.ask);
  // In words, because a report is made without the rubric.
  json.words("answer", question.answer);
  json.words("unit", question.unit);
  // Null unless the question has levels and one was chosen.
  json.place("level", question.level, kMaxLevels);
  json.count("level_count", question.level_count, kMaxLevels);
  json.text("note", question.note);
  json.texts("links", question.links);
  json.text_if_any("group", question.group);
  json.texts_if_any("missing", question.missing);
}

template <class Json, IsA<GateResult> T>
void members(Json& json, T& gate) {
  json.required("id", gate.id);
  json.required_name("state", gate.state, kGateStates);
  json.words("message", gate.message);
  json.numbers("cap", gate.caps, kWholeScore);
  json.texts("questions", gate.questions);
  json.texts_if_any("scores", gate.scores);
  json.text_if_any("verdict", gate.verdict);
  json.flag_unless("certain", gate.certain, true);
  json.adjustments(gate.adjustments);
}

template <class Json, IsA<RequirementResult> T>
void members(Json& json, T& one) {
  json.required("band", one.band);
  json.required_name("state", one.state, kRequirementStates);
  json.words("message", one.message);
  json.texts("questions", one.questions);
  json.texts("scores", one.scores);
  json.flag_unless("certain", one.certain, true);
}

template <class Json, IsA<Advice> T>
void members(Json& json, T& advice) {
  json.required("question", advice.question);
  json.name("kind", advice.kind, kAdviceKinds, AdviceKind::raise);
  json.gains("gain", advice);
  json.words("text", advice.text);
  json.value("to", advice.to);
  json.words("target", advice.target);
  json.number("effort", advice.effort, 1, kGreatestWeight);
}

template <class Json, IsA<Warning> T>
void members(Json& json, T& warning) {
  json.text("code", warning.code);
  json.text("at", warning.at);
  json.text("message", warning.message);
}

template <class Json, IsA<Assessment> T>
void members(Json& json, T& assessment) {
  json.object("proposal", assessment.proposal);
  json.object("rubric", assessment.rubric);
  json.engine("engine", assessment.engine_version);
  json.required("verdict", assessment.verdict);
  json.flag("settled", assessment.settled, false);
  json.object("overall", assessment.overall, true);
  json.list("dimensions", assessment.dimensions, kMaxDimensions);
  json.list("criteria", assessment.criteria, kMaxCriteria);
  json.list("questions", assessment.questions, kMaxQuestions);
  json.list("gates", assessment.gates, kMaxGates);
  json.list_if_any("requirements", assessment.requirements, kMaxBands);
  // A question can give three kinds of advice: another answer, better evidence, what is missing.
  json.list("advice", assessment.advice, 3 * kMaxQuestions);
  json.list("warnings", assessment.warnings, kMaxAssessmentWarnings);
  json.count_if_any("warnings_left_out", assessment.warnings_left_out, kMaxDocumentBytes);
}

}  // namespace ibtikar
