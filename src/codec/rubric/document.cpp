// See document.h. This file reads the frame of a rubric; question.cpp reads the questions.
//
// Each function reads one part and then calls refuse_unknown(): a misspelled member of a rubric
// would silently change scores. Nothing stops at a fault, so that the author sees all of them at
// once.
#include "codec/rubric/document.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "codec/json/reader.h"
#include "codec/rubric/combination.h"
#include "codec/rubric/question.h"
#include "model/limits.h"
#include "model/names.h"
#include "model/too_many.h"

namespace ibtikar {
namespace {

/// How many there are so far in the whole rubric.
struct Counts {
  std::size_t criteria = 0;
  std::size_t questions = 0;
};

std::vector<Source> read_sources(ObjectReader& reader) {
  const auto read = [](ObjectReader& part) {
    return Source{part.text("id", Need::required), part.localized("citation"), part.text("url")};
  };
  return reader.objects("sources", Need::optional, read, {kMaxSources, phrase_in("how many", "sources")});
}

/// The beginning of a band: its `from`, or the next score that can be shown above the `up_to` of
/// the band before it. `up_to` is that of the band before, and afterwards that of this band.
double read_from(ObjectReader& band, std::optional<double>& up_to, Diagnostics& faults) {
  const std::optional<double> from = band.number("from");
  const std::optional<double> before = std::exchange(up_to, band.number("up_to"));
  if (before && band.has("from"))
    faults.push_back(error_at(band.pointer() + "/from", "band-limits",
                              message("the band before this one has \"up_to\"; expected one of the two")));
  if (!before && !band.has("from"))
    faults.push_back(
        error_at(band.pointer(), "band-limits",
                 message("the band begins nowhere; expected \"from\", or \"up_to\" in the band before it")));
  if (up_to && (*up_to < 0 || *up_to > 100))
    faults.push_back(
        error_at(band.pointer() + "/up_to", "out-of-range",
                 message("{0} is out of range; expected a number from 0 to 100", shortest(*up_to))));
  else if (up_to && rounded(*up_to) != *up_to)
    faults.push_back(
        error_at(band.pointer() + "/up_to", "band-limits",
                 message("{0} is no score that is shown; expected at most two decimals", shortest(*up_to))));
  return before ? rounded(*before + 0.01) : from.value_or(0);
}

std::vector<Band> read_bands(ObjectReader& reader, Diagnostics& faults) {
  std::optional<double> up_to;
  const auto read = [&](ObjectReader& part) {
    Band band;
    band.id = part.text("id", Need::required);
    band.from = read_from(part, up_to, faults);
    band.title = part.localized("title", Need::required);
    band.meaning = part.localized("meaning");
    band.when = read_when(part, faults);
    band.message = part.localized("message");
    return band;
  };
  std::vector<Band> bands =
      reader.objects("bands", Need::required, read, {kMaxBands, phrase_in("how many", "bands")});
  // With `from` the last band has no end. With `up_to` it would leave the highest scores without a
  // band.
  if (up_to && *up_to < 100 && !bands.empty())
    faults.push_back(
        error_at(fmt::format("{}/bands/{}/up_to", reader.pointer(), bands.size() - 1), "band-limits",
                 message("scores over this are in no band; expected 100, or another band behind it")));
  return bands;
}

/// Without levels a rubric asks for no evidence, and every answer earns all of its question.
Evidence read_evidence(ObjectReader& reader) {
  const auto read_level = [](ObjectReader& part) {
    EvidenceLevel level;
    level.id = part.text("id", Need::required);
    level.margin = part.number("margin", Need::required).value_or(0);
    level.ceiling = part.number("ceiling", 1);
    level.title = part.localized("title", Need::required);
    level.help = part.localized("help");
    return level;
  };
  const auto read_table = [&](ObjectReader& table) {
    return Evidence{table.text("default", Need::required),
                    table.objects("levels", Need::required, read_level,
                                  {kMaxEvidenceLevels, phrase_in("how many", "levels")})};
  };
  return reader.object("evidence", read_table).value_or(Evidence{});
}

/// Scales are named by members, not by ids: a name that is given twice is then a repeated member,
/// which is refused.
std::vector<Scale> read_scales(ObjectReader& reader, Diagnostics& faults) {
  std::vector<Scale> scales;
  for (const auto& [id, node] :
       reader.map("scales", Need::optional, {kMaxScales, phrase_in("how many", "scales")})) {
    ObjectReader part(node, faults);
    scales.push_back({id, read_levels(part, Need::required)});
    part.refuse_unknown();
  }
  return scales;
}

std::vector<Dimension> read_dimensions(ObjectReader& reader, Diagnostics& faults) {
  const auto read = [&](ObjectReader& part) {
    Dimension dimension;
    dimension.id = part.text("id", Need::required);
    dimension.weight = part.number("weight", 1);
    dimension.title = part.localized("title", Need::required);
    dimension.asks = part.localized("asks");
    dimension.combination = read_combination(part, faults);
    dimension.scale = read_display_scale(part, faults);
    dimension.better = read_better(part, faults);
    return dimension;
  };
  return reader.objects("dimensions", Need::required, read,
                        {kMaxDimensions, phrase_in("how many", "dimensions")});
}

/// How many more of them are read.
AtMost rest_of(std::size_t most, std::size_t count) { return {most - std::min(most, count)}; }

Criterion read_criterion(ObjectReader& reader, Counts& counts, Diagnostics& faults) {
  Criterion criterion;
  criterion.id = reader.text("id", Need::required);
  criterion.title = reader.localized("title", Need::required);
  criterion.why = reader.localized("why");
  criterion.sources = read_citations(reader);
  // A weight that cannot be read counts as 1, so that validate() does not also report the dimension
  // as unused.
  for (const auto& [dimension, weight] : reader.map("contributes"))
    criterion.contributes.push_back({dimension, read_number(weight, faults).value_or(1)});
  criterion.when = read_when(reader, faults);
  criterion.combination = read_combination(reader, faults);
  criterion.groups = read_groups(reader, faults);
  criterion.scale = read_display_scale(reader, faults);
  const AtMost rest = rest_of(kMaxQuestions, counts.questions);
  counts.questions += reader.count("questions");
  for (const JsonNode& question : reader.list("questions", Need::required, rest))
    criterion.questions.push_back(read_question(question, faults));
  return criterion;
}

std::vector<Section> read_sections(ObjectReader& reader, Diagnostics& faults) {
  Counts counts;
  const auto read = [&](ObjectReader& part) {
    Section section;
    section.id = part.text("id", Need::required);
    section.title = part.localized("title", Need::required);
    section.when = read_when(part, faults);
    const AtMost rest = rest_of(kMaxCriteria, counts.criteria);
    counts.criteria += part.count("criteria");
    const auto read_one = [&](ObjectReader& one) { return read_criterion(one, counts, faults); };
    section.criteria = part.objects("criteria", Need::required, read_one, rest);
    return section;
  };
  std::vector<Section> sections =
      reader.objects("sections", Need::required, read, {kMaxSections, phrase_in("how many", "sections")});
  const std::string pointer = reader.pointer() + "/sections";
  if (counts.criteria > kMaxCriteria)
    faults.push_back(too_many(pointer, counts.criteria, phrase_in("how many", "criteria"), kMaxCriteria));
  if (counts.questions > kMaxQuestions)
    faults.push_back(too_many(pointer, counts.questions, phrase_in("how many", "questions"), kMaxQuestions));
  return sections;
}

// A gate without a message is refused: people would see a lower score and no reason.
std::vector<Gate> read_gates(ObjectReader& reader, Diagnostics& faults) {
  const auto read = [&](ObjectReader& part) {
    Gate gate;
    gate.id = part.text("id", Need::required);
    gate.message = part.localized("message", Need::required);
    for (const auto& [target, limit] : part.map("cap"))
      gate.caps.push_back({target, read_number(limit, faults).value_or(0)});
    gate.verdict = part.text("verdict");
    gate.adjustments = read_adjustments(part, faults);
    if (auto when = read_when(part, faults, Need::required)) gate.when = *std::move(when);
    return gate;
  };
  return reader.objects("gates", Need::optional, read, {kMaxGates, phrase_in("how many", "gates")});
}

// Without "overall" the dimensions are averaged. The built-in rubric says geometric_mean, so that a
// dimension near zero cannot be bought off by another one.
Combine read_overall(ObjectReader& reader, RubricDraft& draft, Diagnostics& faults) {
  const auto node = reader.node("overall");
  if (!node) return Combine::arithmetic_mean;
  ObjectReader overall(*node, faults);
  const std::string name = overall.text("combine", Need::required);
  draft.overall_scale = read_display_scale(overall, faults);
  draft.overall_better = read_better(overall, faults);
  overall.refuse_unknown();
  if (const auto combine = find_in(kCombines, name)) return *combine;
  if (overall.has("combine"))
    faults.push_back(error_at(node->pointer + "/combine", "unknown-combine",
                              message("there is no way {0} to combine dimensions; expected {1}",
                                      ibtikar::quoted(name), alternatives(names_in(kCombines)))));
  return Combine::arithmetic_mean;
}

}  // namespace

RubricDraft read_rubric(const Json& document, Diagnostics& faults) {
  RubricDraft draft;
  ObjectReader reader({&document, ""}, faults);
  // The reader has noted that. Every member would be missing.
  if (!document.is_object()) return draft;
  reader.know("format");   // checked before, by decode_rubric()
  reader.know("extends");  // resolved before
  draft.id = reader.text("id", Need::required);
  draft.version = reader.text("version", Need::required);
  draft.title = reader.localized("title", Need::required);
  draft.description = reader.localized("description");
  draft.languages = reader.texts("languages", Need::required);
  draft.sources = read_sources(reader);
  draft.combine = read_overall(reader, draft, faults);
  draft.min_completeness = reader.number("min_completeness", 0);
  draft.bands = read_bands(reader, faults);
  draft.evidence = read_evidence(reader);
  draft.scales = read_scales(reader, faults);
  draft.dimensions = read_dimensions(reader, faults);
  draft.sections = read_sections(reader, faults);
  draft.gates = read_gates(reader, faults);
  reader.refuse_unknown();
  return draft;
}

}  // namespace ibtikar
