// See summary_json.h. Counts are written as whole numbers, everything else is computed from them
// when it is written. Only the counts are read back: a mean from a file could not be merged
// exactly.
#include "codec/results/summary_json.h"

#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/json/document.h"
#include "codec/json/reader.h"
#include "codec/results/member_writer.h"
#include "codec/results/shard_members.h"
#include "codec/rubric/format.h"

namespace ibtikar {
namespace {

/// Credit is counted in ten-thousandths of an answer: sums of whole numbers are the same in any
/// order of the blocks and of merging.
constexpr double kWholeAnswer = 10'000;
/// So many questions are listed as most often open and as most costly.
constexpr std::size_t kNamed = 10;

template <class Counts>
void write_counts(JsonWriter& json, std::string_view name, const Counts& counts) {
  json.object(name, [&] {
    for (const auto& [id, number] : counts) write_whole(json, id, number);
  });
}

/// The statistics are for people. `counts`, the last member, is what merging reads.
void write_distribution(JsonWriter& json, std::string_view name, const Distribution& spread) {
  json.member(name);
  json.begin_object();
  write_whole(json, "count", spread.count());
  write_score(json, "mean", spread.mean());
  write_score(json, "standard_deviation", spread.standard_deviation());
  for (const auto& [statistic, p] : {std::pair{"min", 0.0},
                                     {"q10", 0.1},
                                     {"q25", 0.25},
                                     {"median", 0.5},
                                     {"q75", 0.75},
                                     {"q90", 0.9},
                                     {"max", 1.0}})
    write_score(json, statistic, spread.quantile(p));
  json.member("histogram");
  json.begin_array();
  json.inline_from_here();
  for (const std::uint64_t part : spread.histogram()) json.raw(fmt::format("{}", part));
  json.end_array();
  json.member("counts");
  json.begin_object();
  json.inline_from_here();
  for (std::size_t i = 0; i < spread.counts().size(); ++i)
    // Most of the 10,001 possible scores do not occur.
    if (spread.counts()[i] > 0) write_whole(json, fmt::format("{}", i), spread.counts()[i]);
  json.end_object();
  json.end_object();
}

void write_question(JsonWriter& json, const QuestionCounts& question) {
  json.begin_object();
  json.inline_from_here();
  json.text("id", question.id);
  write_whole(json, "answered", question.answered);
  write_whole(json, "open", question.open);
  write_whole(json, "out", question.out);
  write_whole(json, "credited", question.credited);
  json.member("share");
  json.number(question.share);
  std::optional<double> mean;
  if (question.answered > 0)
    mean = static_cast<double>(question.credited) / kWholeAnswer / static_cast<double>(question.answered);
  write_score(json, "mean_credited", mean);
  write_score(json, "points_lost", points_lost(question));
  json.end_object();
}

class SummaryReader {
 public:
  explicit SummaryReader(Diagnostics& faults) : faults_(faults) {}

  Summary read(const Json& document) {
    ObjectReader reader({&document, ""}, faults_);
    Summary summary;
    const std::string format = reader.text("format", Need::required);
    // Without a format the question of its version does not arise.
    if (faults_.empty())
      if (const auto fault = check_format(kSummaryFormat, format)) faults_.push_back(*fault);
    if (!faults_.empty()) return summary;  // what else it holds means something else
    read_rubric(reader, summary);
    summary.scored = whole(reader, "scored");
    summary.rejected = whole(reader, "rejected");
    // Written only where a mapping left rows out. Older summaries never have it.
    if (reader.has("left_out")) summary.left_out = whole(reader, "left_out");
    for (const auto& [code, node] : reader.map("rejects")) summary.rejects[code] = whole(node);
    for (const auto& [text, node] : reader.map("warnings")) summary.warnings.add_named(text, whole(node));
    for (const auto& [id, node] : reader.map("verdicts")) summary.verdicts.emplace_back(id, whole(node));
    summary.settled = whole(reader, "settled");
    for (const auto& [id, node] : reader.map("gates")) summary.gates.emplace_back(id, whole(node));
    if (const auto node = reader.node("overall", Need::required)) read_spread(*node, summary.overall);
    for (const auto& [id, node] : reader.map("dimensions")) {
      summary.dimensions.emplace_back(id, Distribution(100));
      read_spread(node, summary.dimensions.back().second);
    }
    if (const auto node = reader.node("completeness", Need::required))
      read_spread(*node, summary.completeness);
    for (const JsonNode& node : reader.list("questions")) summary.questions.push_back(read_question(node));
    return summary;
  }

 private:
  void read_rubric(ObjectReader& reader, Summary& summary) {
    const auto node = reader.node("rubric", Need::required);
    if (!node) return;
    ObjectReader rubric(*node, faults_);
    summary.rubric = rubric.text("id", Need::required);
    summary.version = rubric.text("version", Need::required);
    summary.digest = rubric.text("digest", Need::required);
  }

  std::uint64_t whole(const JsonNode& node) {
    const std::optional<double> number = read_number(node, faults_);
    if (!number) return 0;
    // A count from a file is untrusted: negative ones and fractions would wrap around or be cut.
    constexpr double kMost = 9'007'199'254'740'992;  // 2^53: beyond it a double skips whole numbers
    if (*number >= 0 && *number <= kMost && std::floor(*number) == *number)
      return static_cast<std::uint64_t>(*number);
    faults_.push_back(
        error_at(node.pointer, "out-of-range", message("expected a whole number of at least 0")));
    return 0;
  }
  std::uint64_t whole(ObjectReader& reader, std::string_view name) {
    const auto node = reader.node(name, Need::required);
    return node ? whole(*node) : 0;
  }

  void read_spread(const JsonNode& node, Distribution& spread) {
    ObjectReader reader(node, faults_);
    for (const auto& [place, times] : reader.map("counts", Need::required)) {
      // The member's name is the score in hundredths. Names outside the range would be written out
      // of bounds.
      const auto at = parse_decimal(place);
      if (at && *at >= 0 && *at < static_cast<double>(spread.counts().size()) && std::floor(*at) == *at)
        spread.add(*at / 100, whole(times));
      else
        faults_.push_back(error_at(times.pointer, "out-of-range",
                                   message("expected a number of hundredths within the range")));
    }
  }

  QuestionCounts read_question(const JsonNode& node) {
    ObjectReader reader(node, faults_);
    QuestionCounts question;
    question.id = reader.text("id", Need::required);
    question.share = reader.number("share", 0);
    question.answered = whole(reader, "answered");
    question.open = whole(reader, "open");
    question.out = whole(reader, "out");
    question.credited = whole(reader, "credited");
    return question;
  }

  Diagnostics& faults_;
};

}  // namespace

std::string encode_summary(const Summary& summary, const ShardNote* note) {
  JsonWriter json(JsonStyle::indented);
  json.begin_object();
  json.text("format", kSummaryFormat);
  MemberWriter writer(json);
  // The digest tells rubrics of one version apart: merging counts of two texts would mix questions.
  json.object("rubric", [&] { rubric_members(writer, summary.rubric, summary.version, summary.digest); });
  if (note != nullptr) write_shard(json, *note);
  // Rows that a mapping left out were no records.
  write_whole(json, "records", summary.scored + summary.rejected);
  write_whole(json, "scored", summary.scored);
  write_whole(json, "rejected", summary.rejected);
  if (summary.left_out > 0) write_whole(json, "left_out", summary.left_out);
  write_counts(json, "rejects", summary.rejects);
  write_counts(json, "warnings", summary.warnings.named());
  write_counts(json, "verdicts", summary.verdicts);
  write_whole(json, "settled", summary.settled);
  write_counts(json, "gates", summary.gates);
  write_distribution(json, "overall", summary.overall);
  json.object("dimensions", [&] {
    for (const auto& [id, spread] : summary.dimensions) write_distribution(json, id, spread);
  });
  write_distribution(json, "completeness", summary.completeness);
  const auto write_name = [&](const std::string& id) { json.string(id); };
  json.list("most_open", most_open(summary, kNamed), write_name);
  json.list("most_points_lost", most_points_lost(summary, kNamed), write_name);
  // In the order of the rubric, which merging relies on.
  json.list("questions", summary.questions, [&](const QuestionCounts& one) { write_question(json, one); });
  json.end_object();
  return std::move(json).take() + "\n";
}

Checked<Summary> decode_summary(const NamedText& source) {
  Checked<NotedSummary> noted = decode_noted_summary(source);
  if (!noted) return fail(std::move(noted.error()));
  return std::move(noted->summary);
}

Checked<NotedSummary> decode_noted_summary(const NamedText& source) {
  const Checked<Json> document = parse_document(source, phrase("a summary object"));
  if (!document) return fail(document.error());
  Diagnostics faults;
  NotedSummary noted{SummaryReader(faults).read(*document), std::nullopt};
  if (faults.empty()) noted.note = read_shard(*document, faults);
  if (faults.empty()) return noted;
  locate(source, faults);
  return fail(std::move(faults));
}

}  // namespace ibtikar
