// See panel_json.h.
#include "codec/results/panel_json.h"

#include <fmt/format.h>

#include "codec/json/reader.h"
#include "codec/json/writer.h"
#include "codec/results/agreement_members.h"
#include "codec/results/number_members.h"
#include "codec/results/optional_number.h"
#include "codec/results/portfolio_members.h"
#include "codec/rubric/format.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

void write_measure(JsonWriter& json, const Measure& measure) {
  write_score(json, "score", measure.score);
  write_fixed(json, "low", measure.low);
  write_fixed(json, "high", measure.high);
  write_fixed(json, "completeness", measure.completeness);
}

/// The members of a score: the verdict, the overall score and the dimensions.
void write_panel_score(JsonWriter& json, const Panel& panel, const PanelScore& score) {
  json.text("verdict", score.verdict);
  write_flag(json, "settled", score.settled);
  json.member("overall");
  json.begin_object();
  json.inline_from_here();
  write_measure(json, score.overall);
  json.end_object();
  // A panel keeps numbers by the place of a dimension. Names are put to them here only.
  json.member("dimensions");
  json.begin_array();
  for (std::size_t d = 0; d < score.dimensions.size(); ++d) {
    json.begin_object();
    json.inline_from_here();
    json.text("id", panel.rubric.dimensions()[d].id);
    write_measure(json, score.dimensions[d]);
    json.end_object();
  }
  json.end_array();
}

/// Of the scores that the assessors' own readings come to. Null if none has a score; of a single
/// score there is no standard deviation.
void write_spread(JsonWriter& json, const std::optional<Spread>& spread) {
  json.member("spread");
  if (!spread) return json.null();
  json.begin_object();
  json.inline_from_here();
  json.member("scores");
  json.number(static_cast<double>(spread->count));
  write_fixed(json, "lowest", spread->lowest);
  write_fixed(json, "highest", spread->highest);
  write_fixed(json, "mean", spread->mean);
  write_score(json, "standard_deviation", spread->standard_deviation);
  json.end_object();
}

std::string_view cell_state_name(CellState state) {
  switch (state) {
    case CellState::answered:
      return "answered";
    case CellState::not_applicable:
      return "not_applicable";
    case CellState::unanswered:
      break;
  }
  return "unanswered";
}

/// What a cell says. Texts stay with the proposals: they are no part of a sheet.
void write_cell(JsonWriter& json, const Panel& panel, std::size_t question, const Cell& cell) {
  const bool is_answered = cell.state == CellState::answered;
  const auto& levels = panel.rubric.parts().evidence.levels;
  json.text("state", cell_state_name(cell.state));
  // An answer that is not given has no evidence either: what the sheet holds there is a default.
  json.member("value");
  json.answer(is_answered ? stated(panel.rubric.question(question), cell) : AnswerValue{});
  json.text("evidence",
            is_answered && !levels.empty() ? std::string_view(levels[cell.evidence].id) : std::string_view());
}

/// All questions, answered or not, in the order of the rubric: the answers of all assessors side by
/// side are what a panel talks about. This is the largest part of the file by far.
void write_questions(JsonWriter& json, const Panel& panel, const PanelProgram& program) {
  json.member("questions");
  json.begin_array();
  for (std::size_t q = 0; q < panel.rubric.question_count(); ++q) {
    json.begin_object();
    json.text("id", panel.rubric.full_id(q));
    write_cell(json, panel, q, program.consensus.sheet.cells[q]);
    write_flag(json, "tie", program.consensus.ties[q]);
    json.list("answers", program.readings, [&](const PanelReading& reading) {
      json.begin_object();
      json.inline_from_here();
      json.text("assessor", panel.assessors[reading.assessor]);
      write_cell(json, panel, q, reading.sheet.cells[q]);
      json.end_object();
    });
    json.end_object();
  }
  json.end_array();
}

/// The members that people look for come first: the consensus, how far apart the readings are, who
/// has not read yet, and what to talk about. Single answers follow.
void write_program(JsonWriter& json, const Panel& panel, const PanelProgram& program) {
  json.begin_object();
  json.text("id", program.program.id);
  json.text("title", program.program.title);
  json.member("consensus");
  json.begin_object();
  write_panel_score(json, panel, program.score);
  json.end_object();
  write_spread(json, program.spread);
  json.list("readings", program.readings, [&](const PanelReading& reading) {
    json.begin_object();
    json.text("assessor", panel.assessors[reading.assessor]);
    json.text("digest", reading.digest);
    write_panel_score(json, panel, reading.score);
    json.end_object();
  });
  json.member("missing");
  json.begin_array();
  json.inline_from_here();
  for (const std::size_t assessor : program.missing) json.string(panel.assessors[assessor]);
  json.end_array();
  json.list("talk", program.talk, [&](const TalkItem& item) {
    json.begin_object();
    json.inline_from_here();
    json.text("question", panel.rubric.full_id(item.question));
    write_fixed(json, "width", item.width);
    write_score(json, "lowest", item.lowest);
    write_score(json, "highest", item.highest);
    json.end_object();
  });
  write_questions(json, panel, program);
  json.end_object();
}

/// Without a model the deviations are null, not 0: "no assessor differs" would be a finding.
void write_severity(JsonWriter& json, const Panel& panel) {
  const RankingModel& model = panel.model;
  const auto deviation = [&](std::string_view name, double value) {
    write_score(json, name, model.undefined ? Score() : Score(value));
  };
  json.member("severity");
  json.begin_object();
  write_or_null(json, "undefined", model.undefined, [&](const auto& given) { json.string(code_of(given)); });
  deviation("program_sd", model.item_sd);
  deviation("assessor_sd", model.assessor_sd);
  deviation("error_sd", model.error_sd);
  json.member("assessors");
  json.begin_array();
  for (std::size_t a = 0; a < model.assessors.size(); ++a) {
    const SeverityEstimate& one = model.assessors[a];
    json.begin_object();
    json.inline_from_here();
    json.text("assessor", panel.assessors[a]);
    json.member("readings");
    json.number(static_cast<double>(one.readings));
    write_score(json, "raw", one.raw);
    // `raw` is the plain mean of differences. `shrunk` is nearer to 0, the more so the fewer
    // readings there are.
    write_fixed(json, "shrunk", one.shrunk);
    write_fixed(json, "sd", one.shrunk_sd);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_reading_value(JsonWriter& json, const Panel& panel, const ReadingValue& value) {
  json.begin_object();
  json.inline_from_here();
  json.text("program", panel.programs[value.item].program.id);
  // Null: everybody who may read this program has read it.
  write_or_null(json, "assessor", value.assessor,
                [&](const auto& given) { json.string(panel.assessors[given]); });
  write_fixed(json, "fewer_wrong", value.fewer_wrong);
  write_fixed(json, "changes", value.changes);
  json.end_object();
}

/// Null unless the panel was asked who reads next.
void write_next(JsonWriter& json, const Panel& panel) {
  json.member("next");
  if (!panel.next) return json.null();
  const NextReading& next = *panel.next;
  json.begin_object();
  json.member("funded");
  json.begin_array();
  json.inline_from_here();
  for (const std::size_t item : next.funded) json.string(panel.programs[item].program.id);
  json.end_array();
  write_fixed(json, "wrong", next.wrong);
  write_fixed(json, "changes", next.changes);
  write_flag(json, "settled", next.settled);
  write_or_null(json, "next", next.next, [&](const auto& given) { write_reading_value(json, panel, given); });
  json.list("readings", next.values,
            [&](const ReadingValue& value) { write_reading_value(json, panel, value); });
  json.end_object();
}

/// A blind panel keeps its seed to itself: with it and the readings, the letters would be names.
void write_run(JsonWriter& json, const Panel& panel) {
  json.member("run");
  json.begin_object();
  json.inline_from_here();
  if (panel.is_blind) {
    json.member("seed");
    json.null();
  } else {
    write_whole(json, "seed", panel.run.seed);
  }
  write_whole(json, "replicates", panel.run.replicates);
  write_or_null(json, "fund", panel.run.funded,
                [&](const auto& given) { json.raw(fmt::format("{}", given)); });
  json.member("risk");
  if (panel.run.funded)
    json.number(panel.run.risk);
  else
    json.null();
  json.end_object();
}

/// A number of 64 bits, as write_whole() wrote it.
std::optional<std::uint64_t> read_seed(ObjectReader& run, Diagnostics& faults) {
  const auto node = run.node("seed", Need::required);
  if (!node || node->value->is_null()) return std::nullopt;
  // Not as a double: that keeps 53 of the 64 bits.
  if (node->value->is_number_unsigned()) return node->value->get<std::uint64_t>();
  note_wrong_type(*node, message("a whole number"), faults);
  return std::nullopt;
}

/// Only what the command line said in that run: verifying computes the panel anew from its
/// readings, so its numbers need not be read. Without `run` (an older version) nothing can be
/// repeated.
SavedPanel read_saved_panel(const Json& document, Diagnostics& faults) {
  constexpr std::size_t kMostCounted = 1'000'000'000;
  SavedPanel out;
  ObjectReader reader({&document, ""}, faults);
  if (const auto fault = check_format(kPanelFormat, reader.text("format", Need::required)))
    faults.push_back(*fault);
  if (const auto node = reader.node("rubric", Need::required))
    out.rubric = ObjectReader(*node, faults).text("id", Need::required);
  out.is_blind = reader.boolean("blind", false);
  out.conflicts = read_conflicts(reader, faults);
  const auto run = reader.node("run", Need::required);
  if (!run) return out;
  ObjectReader member(*run, faults);
  out.seed = read_seed(member, faults);
  out.replicates = member.whole("replicates", 0, kMostCounted);
  // whole() takes null for a wrong type, so null is looked for first.
  if (number_or_null(member, "fund", faults)) out.funded = member.whole("fund", 0, kMostCounted);
  out.risk = number_or_null(member, "risk", faults);
  return out;
}

}  // namespace

std::string encode_panel(const Panel& panel, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kPanelFormat);
  write_computed_with(json, panel.rubric);
  write_run(json, panel);
  write_flag(json, "blind", panel.is_blind);
  json.member("assessors");
  json.begin_array();
  json.inline_from_here();
  for (const std::string& assessor : panel.assessors) json.string(assessor);
  json.end_array();
  write_conflicts(json, panel.conflicts);
  json.list("programs", panel.programs,
            [&](const PanelProgram& program) { write_program(json, panel, program); });
  write_agreement(json, panel.agreement);
  write_severity(json, panel);
  write_next(json, panel);
  json.end_object();
  return std::move(json).take();
}

Checked<SavedPanel> decode_panel(const NamedText& source) {
  // A panel of a thousand programs has some 50 MB, more than one document may have.
  const Checked<Json> document = parse_document(source, phrase("a panel"), kMaxAssessmentsBytes);
  if (!document) return fail(document.error());
  Diagnostics faults;
  SavedPanel panel = read_saved_panel(*document, faults);
  if (faults.empty()) return panel;
  locate(source, faults);
  return fail(std::move(faults));
}

}  // namespace ibtikar
