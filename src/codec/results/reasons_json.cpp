// encode_reasons(): the answers that force a verdict as JSON, see docs/formats.md.
#include "codec/json/writer.h"
#include "codec/results/assessment_names.h"
#include "codec/results/number_members.h"
#include "codec/results/result_head.h"

namespace ibtikar {
namespace {

void write_reason(JsonWriter& json, const QuestionResult& question) {
  json.begin_object();
  json.inline_from_here();
  json.text("question", question.id);
  json.text("criterion", question.criterion);
  json.text("state", state_name(question.state));
  json.member("value");
  json.answer(question.value);
  json.text("evidence", question.evidence);
  json.end_object();
}

}  // namespace

// The answers are written in the order of the rubric, whatever order they were found in: equal
// reasons give equal bytes.
std::string encode_reasons(const Because& why, JsonStyle style) {
  const Measure& overall = why.today.overall.measure;
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kReasonsFormat);
  write_result_head(json, why.today);
  write_text_or_null(json, "gate", why.gate);
  // With a gate, `answers` force the gate, and the verdict is only for orientation.
  json.text("verdict", why.today.verdict);
  write_score(json, "overall", overall.score);
  write_fixed(json, "low", overall.low);
  write_fixed(json, "high", overall.high);
  write_flag(json, "forced", why.is_forced);
  write_flag(json, "smallest", why.is_smallest);
  json.member("given");
  json.number(static_cast<double>(why.given));
  json.member("answers");
  json.begin_array();
  for (const QuestionResult& question : why.today.questions)
    for (const std::string& id : why.answers)
      if (question.id == id) write_reason(json, question);
  json.end_array();
  // Ids only. These questions have no answer that could be written.
  json.member("open");
  json.answer(why.open);
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
