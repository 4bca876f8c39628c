// encode_assessment(): an Assessment as JSON, see docs/formats.md.
//
// The order of members is part of the format: equal assessments must give equal bytes. In each
// object the documented core comes first; what only reports need follows. New members go to the end
// of their object, so that files of two versions differ as little as possible.
#include "codec/json/writer.h"
#include "codec/results/assessment_names.h"
#include "codec/results/number_members.h"
#include "codec/results/scale_members.h"
#include "codec/rubric/combine_name.h"
#include "codec/rubric/question.h"

namespace ibtikar {
namespace {

void write_number(JsonWriter& json, std::string_view name, double value) {
  json.member(name);
  json.number(value);
}

void write_words(JsonWriter& json, std::string_view name, const LocalizedText& text) {
  json.member(name);
  json.localized(text);
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.member(name);
  json.answer(texts);
}

void write_id(JsonWriter& json, std::string_view name, const std::string& id) {
  json.member(name);
  if (id.empty())
    json.null();
  else
    json.string(id);
}

template <class Parts, class Write>
void write_list(JsonWriter& json, std::string_view name, const Parts& parts, const Write& write) {
  json.member(name);
  json.begin_array();
  for (const auto& part : parts) {
    json.begin_object();
    write(part);
    json.end_object();
  }
  json.end_array();
}

void write_proposal(JsonWriter& json, const ProposalSummary& proposal) {
  json.member("proposal");
  json.begin_object();
  json.text("id", proposal.id);
  json.text("title", proposal.title);
  json.text("digest", proposal.digest);
  json.text("organization", proposal.organization);
  json.text("assessor", proposal.assessor);
  json.text("date", proposal.date);
  json.text("language", proposal.language);
  json.end_object();
}

void write_bands(JsonWriter& json, const std::vector<Band>& bands) {
  write_list(json, "bands", bands, [&](const Band& band) {
    json.text("id", band.id);
    write_number(json, "from", band.from);
    write_words(json, "title", band.title);
    write_words(json, "meaning", band.meaning);
  });
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.member("evidence");
  if (evidence.levels.empty()) return json.null();
  json.begin_object();
  json.text("default", evidence.default_level);
  write_list(json, "levels", evidence.levels, [&](const EvidenceLevel& level) {
    json.text("id", level.id);
    write_number(json, "margin", level.margin);
    write_number(json, "ceiling", level.ceiling);
    write_words(json, "title", level.title);
    write_words(json, "help", level.help);
  });
  json.end_object();
}

void write_rubric(JsonWriter& json, const RubricSummary& rubric) {
  json.member("rubric");
  json.begin_object();
  json.text("id", rubric.id);
  json.text("version", rubric.version);
  json.text("digest", rubric.digest);
  write_words(json, "title", rubric.title);
  write_texts(json, "languages", rubric.languages);
  json.text("combine", combine_name(rubric.combine));
  write_number(json, "min_completeness", rubric.min_completeness);
  write_bands(json, rubric.bands);
  write_evidence(json, rubric.evidence);
  write_list(json, "sections", rubric.sections, [&](const SectionTitle& section) {
    json.text("id", section.id);
    write_words(json, "title", section.title);
  });
  json.end_object();
}

void write_bounds(JsonWriter& json, const Measure& measure) {
  write_score(json, "score", measure.score);
  write_fixed(json, "low", measure.low);
  write_fixed(json, "high", measure.high);
}

/// In the format, the overall score has no id, title and weight.
void write_dimension(JsonWriter& json, const DimensionScore& score, bool overall) {
  if (!overall) json.text("id", score.id);
  write_bounds(json, score.measure);
  write_id(json, "band", score.band);
  write_fixed(json, "completeness", score.measure.completeness);
  write_texts(json, "capped_by", score.capped_by);
  write_score(json, "uncapped", score.uncapped);
  write_flag(json, "applicable", score.applicable);
  if (!overall) {
    write_number(json, "weight", score.weight);
    write_words(json, "title", score.title);
    write_words(json, "asks", score.asks);
    write_combination(json, score.combination);
  }
  write_scaled(json, score.measure, score.scale);
  if (score.better == Better::lower) json.text("better", "lower");
  if (!score.adjusted_by.empty()) write_texts(json, "adjusted_by", score.adjusted_by);
}

void write_citations(JsonWriter& json, const std::vector<Citation>& citations) {
  write_list(json, "source", citations, [&](const Citation& citation) {
    json.inline_from_here();
    json.text("ref", citation.ref);
    json.text("at", citation.at);
  });
}

void write_criterion(JsonWriter& json, const CriterionScore& criterion) {
  json.text("id", criterion.id);
  write_bounds(json, criterion.measure);
  write_fixed(json, "completeness", criterion.measure.completeness);
  write_flag(json, "applicable", criterion.applicable);
  json.text("section", criterion.section);
  write_words(json, "title", criterion.title);
  write_words(json, "why", criterion.why);
  write_citations(json, criterion.sources);
  json.member("contributes");
  json.begin_object();
  json.inline_from_here();
  for (const Contribution& part : criterion.contributes) write_number(json, part.dimension, part.weight);
  json.end_object();
  write_combination(json, criterion.combination);
  write_scaled(json, criterion.measure, criterion.scale);
  if (criterion.groups.empty()) return;
  write_list(json, "groups", criterion.groups, [&](const GroupScore& group) {
    json.text("id", group.id);
    write_bounds(json, group.measure);
    write_fixed(json, "completeness", group.measure.completeness);
    write_flag(json, "applicable", group.applicable);
    write_number(json, "weight", group.weight);
    write_words(json, "title", group.title);
    write_combination(json, group.combination);
  });
}

void write_per_dimension(JsonWriter& json, std::string_view name, const PerDimension& amounts) {
  json.member(name);
  json.begin_object();
  json.inline_from_here();
  for (const auto& [dimension, amount] : amounts) write_fixed(json, dimension, amount);
  json.end_object();
}

void write_question(JsonWriter& json, const QuestionResult& question) {
  json.text("id", question.id);
  json.text("state", state_name(question.state));
  json.member("value");
  json.answer(question.value);
  write_id(json, "evidence", question.evidence);
  write_score(json, "utility", question.utility);
  write_score(json, "credited", question.credited);
  write_per_dimension(json, "points", question.points);
  write_per_dimension(json, "lost", question.lost);
  write_flag(json, "possibly_hidden", question.possibly_hidden);
  write_flag(json, "scored", question.scored);
  json.text("criterion", question.criterion);
  json.text("type", type_name(question.type));
  write_number(json, "weight", question.weight);
  write_words(json, "ask", question.ask);
  write_words(json, "answer", question.answer);
  write_words(json, "unit", question.unit);
  json.member("level");
  if (question.level)
    json.number(static_cast<double>(*question.level));
  else
    json.null();
  write_number(json, "level_count", static_cast<double>(question.level_count));
  json.text("note", question.note);
  write_texts(json, "links", question.links);
  if (!question.group.empty()) json.text("group", question.group);
  if (!question.missing.empty()) write_texts(json, "missing", question.missing);
}

void write_gate(JsonWriter& json, const GateResult& gate) {
  json.text("id", gate.id);
  json.text("state", gate_state_name(gate.state));
  write_words(json, "message", gate.message);
  json.member("cap");
  json.begin_object();
  json.inline_from_here();
  for (const Cap& cap : gate.caps) write_number(json, cap.target, cap.limit);
  json.end_object();
  write_texts(json, "questions", gate.questions);
  if (!gate.scores.empty()) write_texts(json, "scores", gate.scores);
  if (!gate.verdict.empty()) json.text("verdict", gate.verdict);
  if (!gate.certain) write_flag(json, "certain", gate.certain);
  write_adjustments(json, gate.adjustments);
}

void write_requirement(JsonWriter& json, const RequirementResult& one) {
  json.text("band", one.band);
  json.text("state", requirement_state_name(one.state));
  write_words(json, "message", one.message);
  write_texts(json, "questions", one.questions);
  write_texts(json, "scores", one.scores);
  if (!one.certain) write_flag(json, "certain", one.certain);
}

void write_advice(JsonWriter& json, const Advice& advice) {
  json.text("question", advice.question);
  json.text("kind", name_in(kAdviceKinds, advice.kind));
  json.member("gain");
  json.begin_object();
  json.inline_from_here();
  write_score(json, "overall", advice.overall_gain);
  for (const auto& [dimension, gain] : advice.dimension_gains) write_score(json, dimension, gain);
  json.end_object();
  write_words(json, "text", advice.text);
  json.member("to");
  json.answer(advice.to);
  write_words(json, "target", advice.target);
  write_number(json, "effort", advice.effort);
}

void write_warning(JsonWriter& json, const Warning& warning) {
  json.text("code", warning.code);
  json.text("at", warning.at);
  json.text("message", warning.message);
}

}  // namespace

std::string encode_assessment(const Assessment& a, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kAssessmentFormat);
  write_proposal(json, a.proposal);
  write_rubric(json, a.rubric);
  json.member("engine");
  json.begin_object();
  json.text("name", "ibtikar");
  json.text("version", a.engine_version);
  json.end_object();
  json.text("verdict", a.verdict);
  write_flag(json, "settled", a.settled);
  json.member("overall");
  json.begin_object();
  write_dimension(json, a.overall, true);
  json.end_object();
  write_list(json, "dimensions", a.dimensions,
             [&](const DimensionScore& d) { write_dimension(json, d, false); });
  write_list(json, "criteria", a.criteria, [&](const CriterionScore& c) { write_criterion(json, c); });
  write_list(json, "questions", a.questions, [&](const QuestionResult& q) { write_question(json, q); });
  write_list(json, "gates", a.gates, [&](const GateResult& g) { write_gate(json, g); });
  if (!a.requirements.empty())
    write_list(json, "requirements", a.requirements,
               [&](const RequirementResult& one) { write_requirement(json, one); });
  write_list(json, "advice", a.advice, [&](const Advice& advice) { write_advice(json, advice); });
  write_list(json, "warnings", a.warnings, [&](const Warning& w) { write_warning(json, w); });
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
