// encode_sensitivity(): a Sensitivity as JSON, see docs/formats.md. It has all weights and all
// answers.
#include "codec/json/writer.h"
#include "codec/results/assessment_names.h"
#include "codec/results/number_members.h"
#include "codec/results/result_head.h"
#include "codec/results/scale_members.h"

namespace ibtikar {
namespace {

std::string_view weight_kind_name(WeightKind kind) {
  switch (kind) {
    case WeightKind::dimension:
      return "dimension";
    case WeightKind::contribution:
      return "contribution";
    case WeightKind::group:
      return "group";
    case WeightKind::question:
      break;
  }
  return "question";
}

// Scores have the decimals that they are shown with everywhere: two.
void write_sensitivity_measure(JsonWriter& json, const Measure& measure,
                               const std::optional<DisplayScale>& scale) {
  write_score(json, "score", measure.score);
  write_fixed(json, "low", measure.low);
  write_fixed(json, "high", measure.high);
  write_scaled(json, measure, scale);
}

/// Null: no weight on that side changes the verdict.
void write_switch(JsonWriter& json, std::string_view name, const std::optional<SwitchingValue>& value) {
  json.member(name);
  if (!value) return json.null();
  json.begin_object();
  json.inline_from_here();
  json.member("weight");
  json.number(value->weight);
  json.member("share");
  json.number(value->share);
  json.text("verdict", value->verdict);
  write_flag(json, "exact", value->exact);
  json.end_object();
}

void write_weight(JsonWriter& json, const WeightSensitivity& weight,
                  const std::optional<DisplayScale>& scale) {
  json.begin_object();
  json.text("kind", weight_kind_name(weight.kind));
  json.text("id", weight.id);
  // A criterion has a weight of its own in each dimension. All other weights are known by their id.
  if (!weight.dimension.empty()) json.text("dimension", weight.dimension);
  // Weights and shares are not rounded: a rounded switching value may lie on the near side of the
  // switch, where the verdict is still today's.
  json.member("weight");
  json.number(weight.weight);
  json.member("share");
  json.number(weight.share);
  write_flag(json, "matters", weight.matters);
  write_switch(json, "down", weight.down);
  write_switch(json, "up", weight.up);
  for (const auto& [name, measure] : {std::pair("half", &weight.half), std::pair("twice", &weight.doubled)}) {
    json.member(name);
    json.begin_object();
    json.inline_from_here();
    write_sensitivity_measure(json, *measure, scale);
    json.end_object();
  }
  write_fixed(json, "swing", weight.swing);
  json.end_object();
}

/// Null where there is no such answer: the least answer has none below it.
void write_tried(JsonWriter& json, std::string_view name, const std::optional<TriedAnswer>& tried,
                 const std::optional<DisplayScale>& scale) {
  json.member(name);
  if (!tried) return json.null();
  json.begin_object();
  json.inline_from_here();
  json.member("value");
  json.answer(tried->value);
  write_sensitivity_measure(json, tried->measure, scale);
  json.text("verdict", tried->verdict);
  json.end_object();
}

void write_answer(JsonWriter& json, const AnswerSensitivity& answer,
                  const std::optional<DisplayScale>& scale) {
  json.begin_object();
  json.text("question", answer.question);
  json.text("state", state_name(answer.state));
  json.member("value");
  json.answer(answer.value);
  // The ends of the tornado first, then the nearest answers that change the verdict, then the same
  // answer with other evidence.
  write_tried(json, "least", answer.least, scale);
  write_tried(json, "greatest", answer.greatest, scale);
  write_fixed(json, "swing", answer.swing);
  write_tried(json, "lower", answer.lower, scale);
  write_tried(json, "higher", answer.higher, scale);
  json.text("evidence", answer.evidence);
  write_tried(json, "worst_evidence", answer.worst_evidence, scale);
  write_tried(json, "best_evidence", answer.best_evidence, scale);
  write_fixed(json, "evidence_swing", answer.evidence_swing);
  json.end_object();
}

}  // namespace

std::string encode_sensitivity(const Sensitivity& sensitivity, JsonStyle style) {
  const Assessment& assessment = sensitivity.assessment;
  const DimensionScore& score = score_of(sensitivity);
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kSensitivityFormat);
  json.text("engine", assessment.engine_version);
  write_rubric_id(json, assessment.rubric);
  write_proposal_id(json, assessment.proposal);
  // All numbers below are of this score, and verdicts are its bands.
  json.text("of", sensitivity.of);
  write_sensitivity_measure(json, score.measure, score.scale);
  json.text("verdict", sensitivity.verdict);
  json.list("weights", sensitivity.weights,
            [&](const WeightSensitivity& weight) { write_weight(json, weight, score.scale); });
  json.list("answers", sensitivity.answers,
            [&](const AnswerSensitivity& answer) { write_answer(json, answer, score.scale); });
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
