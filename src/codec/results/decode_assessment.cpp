// decode_assessment(): reads back what encode_assessment() wrote.
//
// A saved assessment must still be readable years later, so members that an older version did not
// write have defaults, and members of newer versions are ignored. But the file may also have been
// edited, or made to do harm. Renderers trust an Assessment, so numbers that cannot occur and lists
// longer than a rubric may have are refused here.
#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"

#include "codec/json/reader.h"
#include "codec/results/assessment_names.h"
#include "codec/results/scale_members.h"
#include "codec/rubric/combine_name.h"
#include "codec/rubric/format.h"
#include "codec/rubric/question.h"
#include "ibtikar/rubric.h"
#include "model/limits.h"

namespace ibtikar {
namespace {

template <class Table>
/// The value of a name, or the first one, so that reading can continue; the fault is noted.
auto find_in(const Table& table, const std::string& name, const std::string& pointer, Diagnostics& faults) {
  for (const auto& [known, value] : table)
    if (known == name) return value;
  faults.push_back(
      error_at(pointer, "unknown-name", message("{0} is not known here", ibtikar::quoted(name))));
  return table.front().second;
}

constexpr double kWholeScore = 100;
constexpr double kGreatestWeight = 1e6;

/// A number from 0 to `greatest`. Empty for null and for a missing member.
Score read_score(ObjectReader& reader, std::string_view name, Diagnostics& faults,
                 double greatest = kWholeScore) {
  const auto node = reader.node(name);
  if (!node || node->value->is_null()) return std::nullopt;
  const std::optional<double> number = read_number(*node, faults);
  if (!number || !is_within(*number, 0, greatest, node->pointer, faults)) return std::nullopt;
  return number;
}

/// A number from -`greatest` to `greatest`; 0 if it is anything else, which is noted.
double read_amount(const JsonNode& node, double greatest, Diagnostics& faults) {
  const std::optional<double> number = read_number(node, faults);
  return number && is_within(*number, -greatest, greatest, node.pointer, faults) ? *number : 0;
}

/// Notes a list that is longer than a rubric allows. Reports grow with their lists: a file of 8.5 MB
/// with 200,000 bands would make a gigabyte of pages.
bool is_too_many(std::size_t count, std::size_t most, const std::string& pointer, Diagnostics& faults) {
  if (count <= most) return false;
  keep(faults,
       error_at(pointer, "too-many-elements", message("{0} here; expected at most {1}", count, most)));
  return true;
}

/// A text, or an empty one for null.
std::string read_id(ObjectReader& reader, std::string_view name, Diagnostics& faults) {
  const auto node = reader.node(name);
  if (!node || node->value->is_null()) return {};
  return read_text(*node, faults);
}

/// A text by language. Older versions wrote null where there was none.
LocalizedText read_words(ObjectReader& reader, std::string_view name, Diagnostics& faults) {
  const auto node = reader.node(name);
  if (!node || node->value->is_null()) return {};
  return read_localized(*node, faults);
}

/// A title of a band or a level. Reports repeat it wherever they name the band, perhaps ten
/// thousand times, so it must be short.
LocalizedText read_title(ObjectReader& reader, Diagnostics& faults) {
  LocalizedText title = read_words(reader, "title", faults);
  for (const Translation& translation : title.translations)
    if (translation.text.size() > kMaxTitleBytes)
      keep(faults, error_at(reader.pointer() + "/title", "text-too-long",
                            message("a title of {0} bytes; expected at most {1}", translation.text.size(),
                                    kMaxTitleBytes)));
  return title;
}

AnswerValue read_value(const JsonNode& node, Diagnostics& faults) {
  const Json& value = *node.value;
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number()) return value.get<double>();
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return std::monostate{};
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < value.size(); ++i)
    ids.push_back(read_text({&value[i], fmt::format("{}/{}", node.pointer, i)}, faults));
  return ids;
}

AnswerValue read_value(ObjectReader& reader, std::string_view name, Diagnostics& faults) {
  const auto node = reader.node(name);
  return node ? read_value(*node, faults) : AnswerValue{};
}

template <class Read>
/// Reads a list of objects, unless it is longer than `most`: then nothing is read, and that is
/// noted.
auto read_list(ObjectReader& reader, std::string_view name, std::size_t most, Diagnostics& faults,
               const Read& read) {
  std::vector<decltype(read(reader))> out;
  const std::vector<JsonNode> nodes = reader.list(name);
  if (is_too_many(nodes.size(), most, fmt::format("{}/{}", reader.pointer(), name), faults)) return out;
  for (const JsonNode& node : nodes) {
    ObjectReader part(node, faults);
    out.push_back(read(part));
  }
  return out;
}

ProposalSummary read_proposal(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("proposal", Need::required);
  if (!node) return {};
  ObjectReader p(*node, faults);
  return {p.text("id"),       p.text("title"), p.text("digest"),  p.text("organization"),
          p.text("assessor"), p.text("date"),  p.text("language")};
}

Evidence read_evidence_levels(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("evidence");
  if (!node || node->value->is_null()) return {};
  ObjectReader table(*node, faults);
  return {table.text("default"),
          read_list(table, "levels", kMaxEvidenceLevels, faults, [&](ObjectReader& level) {
            return EvidenceLevel{level.text("id"), level.number_within("margin", 0, 0, 1),
                                 level.number_within("ceiling", 1, 0, 1), read_title(level, faults),
                                 read_words(level, "help", faults)};
          })};
}

RubricSummary read_rubric_summary(ObjectReader& reader, Diagnostics& faults) {
  const auto node = reader.node("rubric", Need::required);
  if (!node) return {};
  ObjectReader r(*node, faults);
  RubricSummary rubric;
  rubric.id = r.text("id", Need::required);
  rubric.version = r.text("version");
  rubric.digest = r.text("digest");
  rubric.title = read_words(r, "title", faults);
  rubric.languages = r.texts("languages");
  if (is_too_many(rubric.languages.size(), kMaxLanguages, r.pointer() + "/languages", faults)) return rubric;
  rubric.combine = find_combine(r.text("combine")).value_or(Combine::arithmetic_mean);
  rubric.min_completeness = r.number_within("min_completeness", 0, 0, 1);
  rubric.bands = read_list(r, "bands", kMaxBands, faults, [&](ObjectReader& band) {
    return Band{band.text("id"), band.number_within("from", 0, 0, kWholeScore), read_title(band, faults),
                read_words(band, "meaning", faults)};
  });
  rubric.evidence = read_evidence_levels(r, faults);
  rubric.sections = read_list(r, "sections", kMaxSections, faults, [&](ObjectReader& section) {
    return SectionTitle{section.text("id"), read_words(section, "title", faults)};
  });
  return rubric;
}

Measure read_measure(ObjectReader& reader, Diagnostics& faults) {
  const Measure read{read_score(reader, "score", faults), reader.number_within("low", 0, 0, kWholeScore),
                     reader.number_within("high", kWholeScore, 0, kWholeScore),
                     reader.number_within("completeness", 0, 0, 1)};
  // Charts draw from low to high. A reversed interval would draw a negative width.
  if (read.low > read.high)
    keep(faults, error_at(reader.pointer() + "/low", "out-of-range",
                          message("{0} is over high, {1}; expected low to high", two_decimals(read.low),
                                  two_decimals(read.high))));
  return read;
}

DimensionScore read_dimension(ObjectReader& reader, Diagnostics& faults) {
  DimensionScore d;
  d.id = reader.text("id");
  d.measure = read_measure(reader, faults);
  d.band = read_id(reader, "band", faults);
  d.capped_by = reader.texts("capped_by");
  d.uncapped = read_score(reader, "uncapped", faults);
  d.applicable = reader.boolean("applicable", true);
  d.weight = reader.number_within("weight", 1, 0, kGreatestWeight);
  d.title = read_words(reader, "title", faults);
  d.asks = read_words(reader, "asks", faults);
  d.combination = read_combination_of_score(reader);
  read_scaled(reader, d.measure, d.scale, faults);
  d.better = reader.text("better") == "lower" ? Better::lower : Better::higher;
  d.adjusted_by = reader.texts("adjusted_by");
  return d;
}

GroupScore read_group(ObjectReader& reader, Diagnostics& faults) {
  GroupScore group;
  group.id = reader.text("id", Need::required);
  group.measure = read_measure(reader, faults);
  group.applicable = reader.boolean("applicable", true);
  group.weight = reader.number_within("weight", 1, 0, kGreatestWeight);
  group.title = read_words(reader, "title", faults);
  group.combination = read_combination_of_score(reader);
  return group;
}

CriterionScore read_criterion(ObjectReader& reader, Diagnostics& faults) {
  CriterionScore c;
  c.id = reader.text("id", Need::required);
  c.measure = read_measure(reader, faults);
  c.applicable = reader.boolean("applicable", true);
  c.section = reader.text("section");
  c.title = read_words(reader, "title", faults);
  c.why = read_words(reader, "why", faults);
  c.sources = read_citations(reader, faults);
  for (const auto& [dimension, weight] : reader.map("contributes"))
    c.contributes.push_back({dimension, read_amount(weight, kGreatestWeight, faults)});
  c.combination = read_combination_of_score(reader);
  read_scaled(reader, c.measure, c.scale, faults);
  c.groups =
      read_list(reader, "groups", kMaxGroups, faults, [&](ObjectReader& r) { return read_group(r, faults); });
  return c;
}

PerDimension read_per_dimension(ObjectReader& reader, std::string_view name, Diagnostics& faults) {
  PerDimension amounts;
  const auto members = reader.map(name);
  if (is_too_many(members.size(), kMaxDimensions, fmt::format("{}/{}", reader.pointer(), name), faults))
    return amounts;
  for (const auto& [dimension, amount] : members)
    amounts.emplace_back(dimension, read_amount(amount, kWholeScore, faults));
  return amounts;
}

QuestionResult read_question_result(ObjectReader& reader, Diagnostics& faults) {
  QuestionResult q;
  q.id = reader.text("id", Need::required);
  // Without a state nothing else about the question can be understood, so it has no default.
  q.state =
      find_in(kQuestionStates, reader.text("state", Need::required), reader.pointer() + "/state", faults);
  q.value = read_value(reader, "value", faults);
  q.evidence = read_id(reader, "evidence", faults);
  q.utility = read_score(reader, "utility", faults, 1);
  q.credited = read_score(reader, "credited", faults, 1);
  q.points = read_per_dimension(reader, "points", faults);
  q.lost = read_per_dimension(reader, "lost", faults);
  q.possibly_hidden = reader.boolean("possibly_hidden", false);
  q.scored = reader.boolean("scored", true);
  q.criterion = reader.text("criterion");
  q.type = find_type(reader.text("type")).value_or(QuestionType::scale);
  q.weight = reader.number_within("weight", 1, 0, kGreatestWeight);
  q.ask = read_words(reader, "ask", faults);
  q.answer = read_words(reader, "answer", faults);
  q.unit = read_words(reader, "unit", faults);
  if (const auto level = reader.node("level"); level && !level->value->is_null())
    if (const std::size_t number = reader.whole("level", 0, kMaxLevels); number > 0) q.level = number;
  q.level_count = reader.whole("level_count", 0, kMaxLevels);
  q.note = reader.text("note");
  q.links = reader.texts("links");
  q.group = reader.text("group");
  q.missing = reader.texts("missing");
  return q;
}

GateResult read_gate(ObjectReader& reader, Diagnostics& faults) {
  GateResult gate;
  gate.id = reader.text("id", Need::required);
  gate.state =
      find_in(kGateStates, reader.text("state", Need::required), reader.pointer() + "/state", faults);
  gate.message = read_words(reader, "message", faults);
  for (const auto& [target, limit] : reader.map("cap"))
    gate.caps.push_back({target, read_amount(limit, kWholeScore, faults)});
  gate.questions = reader.texts("questions");
  gate.scores = reader.texts("scores");
  gate.verdict = reader.text("verdict");
  gate.certain = reader.boolean("certain", true);
  gate.adjustments = read_adjustments_of_gate(reader, faults);
  return gate;
}

RequirementResult read_requirement(ObjectReader& reader, Diagnostics& faults) {
  RequirementResult one;
  one.band = reader.text("band", Need::required);
  one.state =
      find_in(kRequirementStates, reader.text("state", Need::required), reader.pointer() + "/state", faults);
  one.message = read_words(reader, "message", faults);
  one.questions = reader.texts("questions");
  one.scores = reader.texts("scores");
  one.certain = reader.boolean("certain", true);
  return one;
}

Advice read_advice(ObjectReader& reader, Diagnostics& faults) {
  Advice advice;
  advice.question = reader.text("question", Need::required);
  const std::string kind = reader.text("kind");
  advice.kind = kind == "document" ? AdviceKind::document
                : kind == "supply" ? AdviceKind::supply
                                   : AdviceKind::raise;
  for (const auto& [target, node] : reader.map("gain")) {
    const Score gain = node.value->is_null() ? Score() : Score(read_amount(node, kWholeScore, faults));
    if (target == "overall")
      advice.overall_gain = gain;
    else
      advice.dimension_gains.emplace_back(target, gain);
  }
  advice.text = read_words(reader, "text", faults);
  advice.to = read_value(reader, "to", faults);
  advice.target = read_words(reader, "target", faults);
  advice.effort = reader.number_within("effort", 1, 0, kGreatestWeight);
  return advice;
}

Assessment read_assessment(ObjectReader& reader, Diagnostics& faults) {
  Assessment a;
  a.proposal = read_proposal(reader, faults);
  a.rubric = read_rubric_summary(reader, faults);
  if (const auto engine = reader.node("engine"))
    a.engine_version = ObjectReader(*engine, faults).text("version");
  a.verdict = reader.text("verdict", Need::required);
  a.settled = reader.boolean("settled", false);
  if (const auto overall = reader.node("overall", Need::required)) {
    ObjectReader part(*overall, faults);
    a.overall = read_dimension(part, faults);
    // The JSON has no id for the overall score; renderers expect one.
    a.overall.id = "overall";
  }
  a.dimensions = read_list(reader, "dimensions", kMaxDimensions, faults,
                           [&](ObjectReader& r) { return read_dimension(r, faults); });
  a.criteria = read_list(reader, "criteria", kMaxCriteria, faults,
                         [&](ObjectReader& r) { return read_criterion(r, faults); });
  a.questions = read_list(reader, "questions", kMaxQuestions, faults,
                          [&](ObjectReader& r) { return read_question_result(r, faults); });
  a.gates =
      read_list(reader, "gates", kMaxGates, faults, [&](ObjectReader& r) { return read_gate(r, faults); });
  a.requirements = read_list(reader, "requirements", kMaxBands, faults,
                             [&](ObjectReader& r) { return read_requirement(r, faults); });
  a.advice = read_list(reader, "advice", 3 * kMaxQuestions, faults,
                       [&](ObjectReader& r) { return read_advice(r, faults); });
  a.warnings = read_list(reader, "warnings", kMaxAssessmentWarnings, faults, [](ObjectReader& r) {
    return Warning{r.text("code"), r.text("at"), r.text("message")};
  });
  return a;
}

}  // namespace

Checked<Assessment> decode_assessment(const NamedText& source) {
  Checked<Json> document = parse_document(source, phrase("an assessment object"));
  if (!document) return fail(document.error());
  Diagnostics faults;
  ObjectReader reader({&*document, ""}, faults);
  const std::string format = reader.text("format", Need::required);
  if (faults.empty())
    if (auto fault = check_format(kAssessmentFormat, format)) faults.push_back(std::move(*fault));
  Assessment assessment;
  // If the format is wrong, every other message would be misleading.
  if (faults.empty()) assessment = read_assessment(reader, faults);
  locate(source, faults);
  if (!faults.empty()) return fail(std::move(faults));
  return assessment;
}

}  // namespace ibtikar
