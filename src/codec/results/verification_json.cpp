// See verification_json.h.
#include "codec/results/verification_json.h"

#include "codec/json/writer.h"
#include "codec/results/number_members.h"

namespace ibtikar {
namespace {

// There is no default: the compiler then names an enumerator that is missing here.
std::string_view difference_name(RecordDifference::What what) {
  switch (what) {
    case RecordDifference::What::not_recomputed:
      return "not_recomputed";
    case RecordDifference::What::not_saved:
      return "not_saved";
    case RecordDifference::What::values:
      break;
  }
  return "values";
}

std::string_view cause_name(VerificationCause::Of of) {
  switch (of) {
    case VerificationCause::Of::proposal:
      return "proposal";
    case VerificationCause::Of::engine:
      return "engine";
    case VerificationCause::Of::rubric:
      break;
  }
  return "rubric";
}

/// Null: the result has one record only, or none that could be named.
void write_record_name(JsonWriter& json, const std::string& record) {
  write_text_or_null(json, "record", record);
}

void write_cause(JsonWriter& json, const VerificationCause& cause) {
  json.begin_object();
  json.inline_from_here();
  json.text("what", cause_name(cause.of));
  write_whole(json, "records", cause.records);
  write_record_name(json, cause.record);
  // What these are, `what` says: the digest of a text, or the version of the program.
  json.text("saved", cause.saved);
  json.text("now", cause.now);
  json.end_object();
}

void write_difference(JsonWriter& json, const RecordDifference& difference) {
  // Values are texts here, whatever they are in the file: 60.00 and 60 are one number, but the
  // saved bytes differ. Null says that one side has no such value.
  const auto as_text = [&](const std::string& text) { json.string(text); };
  json.begin_object();
  write_record_name(json, difference.record);
  json.text("what", difference_name(difference.what));
  json.list("values", difference.values, [&](const ValueDifference& value) {
    json.begin_object();
    json.inline_from_here();
    json.text("at", value.at);
    write_or_null(json, "saved", value.saved, as_text);
    write_or_null(json, "recomputed", value.recomputed, as_text);
    json.end_object();
  });
  json.end_object();
}

}  // namespace

std::string encode_verification(const Verification& verification) {
  // The answer for a program comes first (`same`), then what explains most (`causes`), then single
  // values. `differing` counts all records that differ; `differences` describes the first of them.
  JsonWriter json(JsonStyle::indented);
  json.begin_object();
  json.text("format", kVerificationFormat);
  json.text("file", verification.file);
  json.text("kind", verification.kind);
  json.text("engine", verification.engine);
  json.member("same");
  json.boolean(verification.same());
  write_whole(json, "records", verification.records);
  write_whole(json, "differing", verification.differing);
  json.member("reordered");
  json.boolean(verification.reordered);
  json.list("found", verification.found, [&](const std::string& option) { json.string(option); });
  json.list("causes", verification.causes, [&](const VerificationCause& cause) { write_cause(json, cause); });
  json.list("differences", verification.differences,
            [&](const RecordDifference& difference) { write_difference(json, difference); });
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
