// See draw_json.h.
#include "codec/results/draw_json.h"

#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/json/document.h"
#include "codec/json/reader.h"
#include "codec/json/writer.h"
#include "codec/results/number_members.h"
#include "codec/results/optional_number.h"
#include "codec/rubric/format.h"

namespace ibtikar {
namespace {

constexpr std::array<std::string_view, 2> kRuleNames = {"snsf", "linear"};
constexpr std::array<std::string_view, 3> kGroupNames = {"funded", "drawn", "declined"};
constexpr std::string_view kDigest = "sha256:";

template <class Kind, std::size_t count>
/// The name of an enumerator, whose value is its place in the table.
std::string_view name_at(const std::array<std::string_view, count>& names, Kind kind) {
  return names[static_cast<std::size_t>(kind)];
}

/// Millionths as a number with six decimals.
/// Chances are whole millionths, so that anyone can repeat the sums on paper and get the same
/// digits.
void millionths(JsonWriter& json, std::string_view name, std::int64_t number) {
  json.member(name);
  json.raw(fmt::format("{}.{:06}", number / kCertain, number % kCertain));
}

/// Members that a rule does not use are left out: a `half` of 0 and 0 in a linear draw would look
/// like a result.
void write_drawn(JsonWriter& json, const Draw& draw, const DrawnEntry& one) {
  json.begin_object();
  json.text("id", one.entry.id);
  json.text("title", one.entry.title);
  json.list("digests", one.entry.digests, [&](const std::string& digest) { json.string(digest); });
  write_fixed(json, "score", one.entry.score);
  if (draw.plan.rule == DrawRule::snsf) {
    write_fixed(json, "expected_rank", one.entry.rank);
    json.member("half");
    json.begin_array();
    json.inline_from_here();
    json.number(one.entry.best);
    json.number(one.entry.worst);
    json.end_array();
  }
  json.text("group", name_at(kGroupNames, one.group));
  millionths(json, "chance", one.chance);
  // SHA-256 of the seed, a line feed and the id: with `sha256sum` anyone can check it.
  json.text("ticket", one.ticket);
  write_or_null(json, "place", one.place, [&](const auto& given) { json.raw(fmt::format("{}", given)); });
  if (draw.plan.rule == DrawRule::linear && one.group == DrawGroup::drawn) {
    millionths(json, "from", one.from);
    // A program that no mark fell on is not funded.
    if (one.mark) millionths(json, "mark", *one.mark);
  }
  write_flag(json, "funded", one.wins);
  json.end_object();
}

/// A draw is read to be repeated, so it is not enough that the members have the right types: what
/// does not come out again is told by replay(). Here only the shape is checked.
class DrawReader {
 public:
  explicit DrawReader(Diagnostics& faults) : faults_(faults) {}

  DrawRecord read(const Json& document) {
    DrawRecord out;
    Draw& draw = out.draw;
    ObjectReader reader({&document, ""}, faults_);
    if (const auto fault = check_format(kDrawFormat, reader.text("format", Need::required)))
      faults_.push_back(*fault);
    if (const auto node = reader.node("rubric", Need::required)) {
      ObjectReader rubric(*node, faults_);
      out.rubric = rubric.text("name");
      out.rubric_digest = rubric.text("digest");
    }
    out.by = reader.text("by");
    draw.plan.rule = named(reader, "rule", kRuleNames, DrawRule::snsf);
    draw.plan.fund = reader.whole("places", 0, kMostPlaces);
    draw.plan.weight = reader.number("weight", 0);
    draw.plan.seed = reader.text("seed", Need::required);
    draw.seed_digest = without_prefix(reader.text("seed_digest", Need::required));
    draw.line = reader.number("line", 0);
    draw.offset = reader.number("offset", 0);
    draw.start = in_millionths_of(reader.number("start", 0));
    draw.drawn = reader.whole("drawn", 0, kMostPlaces);
    draw.left = reader.whole("left", 0, kMostPlaces);
    for (const JsonNode& node : reader.list("programs", Need::required))
      draw.entries.push_back(entry(node, draw));
    out.left_out = reader.texts("left_out");
    return out;
  }

 private:
  static constexpr std::size_t kMostPlaces = 1'000'000'000;

  static std::string without_prefix(const std::string& digest) {
    return digest.starts_with(kDigest) ? digest.substr(kDigest.size()) : digest;
  }
  /// Rounded to the nearest: "0.123457" is read as a double that may lie just below it. -1 is no
  /// chance, so replay() finds that it differs.
  static std::int64_t in_millionths_of(double number) {
    constexpr double kFarthest = 1e9;
    if (!(number >= 0 && number < kFarthest)) return -1;
    return static_cast<std::int64_t>(number * static_cast<double>(kCertain) + 0.5);
  }

  template <class Kind, std::size_t count>
  Kind named(ObjectReader& reader, std::string_view name, const std::array<std::string_view, count>& names,
             Kind otherwise) {
    const std::string text = reader.text(name, Need::required);
    for (std::size_t i = 0; i < count; ++i)
      if (names[i] == text) return static_cast<Kind>(i);
    std::vector<MessageArgument> known(names.begin(), names.end());
    faults_.push_back(error_at(reader.pointer() + "/" + std::string(name), "unknown-value",
                               message("expected one of {0}", comma_separated(known))));
    return otherwise;
  }

  /// A `half` without two ends is filled with zeros, which replay() finds to differ.
  DrawnEntry entry(const JsonNode& node, const Draw& draw) {
    DrawnEntry out;
    ObjectReader reader(node, faults_);
    out.entry.id = reader.text("id", Need::required);
    out.entry.title = reader.text("title");
    out.entry.digests = reader.texts("digests");
    out.entry.score = reader.number("score", 0);
    if (draw.plan.rule == DrawRule::snsf) {
      out.entry.rank = reader.number("expected_rank", 0);
      std::vector<double> ends;
      for (const JsonNode& end : reader.list("half", Need::required))
        ends.push_back(read_number(end, faults_).value_or(0));
      // The file may have any number of ends.
      ends.resize(2);
      out.entry.best = ends[0];
      out.entry.worst = ends[1];
    }
    out.group = named(reader, "group", kGroupNames, DrawGroup::drawn);
    out.chance = in_millionths_of(reader.number("chance", 0));
    out.ticket = reader.text("ticket", Need::required);
    // Compared before it becomes an integer: beyond its range that is undefined in C++.
    if (const auto place = number_or_null(reader, "place", faults_); place && *place >= 1 && *place <= 1e9)
      out.place = static_cast<std::size_t>(*place);
    out.from = in_millionths_of(reader.number("from", 0));
    if (const auto mark = number_or_null(reader, "mark", faults_)) out.mark = in_millionths_of(*mark);
    out.wins = reader.boolean("funded", false);
    return out;
  }

  Diagnostics& faults_;
};

}  // namespace

std::string encode_draw(const DrawRecord& record, JsonStyle style) {
  const Draw& draw = record.draw;
  const bool is_linear = draw.plan.rule == DrawRule::linear;
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kDrawFormat);
  json.member("rubric");
  json.begin_object();
  json.text("name", record.rubric);
  json.text("digest", record.rubric_digest);
  json.end_object();
  json.text("by", record.by);
  json.text("rule", name_at(kRuleNames, draw.plan.rule));
  write_whole(json, "places", draw.plan.fund);
  if (is_linear) {
    json.member("weight");
    json.number(draw.plan.weight);
  }
  json.text("seed", draw.plan.seed);
  // The digest is in the form that all others have in our files.
  json.text("seed_digest", std::string(kDigest) + draw.seed_digest);
  if (is_linear) {
    json.member("offset");
    json.number(draw.offset);
    millionths(json, "start", draw.start);
  } else {
    write_fixed(json, "line", draw.line);
  }
  write_whole(json, "drawn", draw.drawn);
  write_whole(json, "left", draw.left);
  json.list("programs", draw.entries, [&](const DrawnEntry& one) { write_drawn(json, draw, one); });
  json.list("left_out", record.left_out, [&](const std::string& id) { json.string(id); });
  json.end_object();
  return std::move(json).take();
}

Checked<DrawRecord> decode_draw(const NamedText& source) {
  const Checked<Json> document = parse_document(source, phrase("a draw"), kMaxAssessmentsBytes);
  if (!document) return fail(document.error());
  Diagnostics faults;
  DrawRecord record = DrawReader(faults).read(*document);
  if (faults.empty()) return record;
  locate(source, faults);
  return fail(std::move(faults));
}

}  // namespace ibtikar
