// See ranking_json.h. Shares and weights have four decimals: a simulation of 10,000 draws has no
// more. A row of shares begins at the first rank that occurs and ends at the last.
#include "codec/results/ranking_json.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/json/precheck.h"
#include "codec/json/reader.h"
#include "codec/json/scan.h"
#include "codec/json/writer.h"
#include "codec/results/number_members.h"
#include "codec/results/optional_number.h"
#include "codec/results/portfolio_members.h"
#include "codec/rubric/format.h"

namespace ibtikar {
namespace {

/// 7 of 0.07, as it was typed, and not 7.000000000000001.
double per_cent(double share) {
  constexpr double kFinest = 1e9;
  return std::round(share * 100 * kFinest) / kFinest;
}

void share_value(JsonWriter& json, double share) { json.raw(fmt::format("{:.4f}", share)); }

/// A rank interval, both ends included, as an array of two whole numbers.
void write_range(JsonWriter& json, std::string_view name, const RankInterval& ranks) {
  json.member(name);
  json.begin_array();
  json.inline_from_here();
  json.raw(fmt::format("{}", ranks.low));
  json.raw(fmt::format("{}", ranks.high));
  json.end_array();
}

/// Null without a model: one assessor, or readings that tell nothing of chance and severity.
void write_expected_rank(JsonWriter& json, const std::optional<RankEstimate>& expected) {
  json.member("expected");
  if (!expected) return json.null();
  json.begin_object();
  json.inline_from_here();
  write_fixed(json, "rank", expected->expected_rank);
  write_range(json, "half", expected->half);
  write_range(json, "ninety", expected->ninety);
  write_fixed(json, "sucra", expected->sucra);
  write_fixed(json, "merit", expected->merit);
  write_fixed(json, "merit_sd", expected->merit_sd);
  json.end_object();
}

/// A row without its zeros at both ends.
void write_shares(JsonWriter& json, const std::vector<double>& row) {
  std::size_t first = 0;
  std::size_t last = row.size();
  // At least one share stays, so that `from_rank` always names a rank. A thousand programs have a
  // million shares, and nearly all are 0.
  while (first + 1 < last && row[first] == 0) ++first;
  while (last > first + 1 && row[last - 1] == 0) --last;
  write_whole(json, "from_rank", first + 1);
  json.member("shares");
  json.begin_array();
  json.inline_from_here();
  for (std::size_t rank = first; rank < last; ++rank) share_value(json, row[rank]);
  json.end_array();
}

/// A program that never comes first has no central weights, and so no confidence: both are null.
void write_simulated_program(JsonWriter& json, const PanelRanking& ranking, std::size_t number) {
  json.member("robust");
  if (!ranking.robust) return json.null();
  const Smaa& smaa = ranking.smaa;
  json.begin_object();
  write_shares(json, smaa.acceptability[number]);
  json.member("central_weights");
  if (smaa.central[number].empty()) {
    json.null();
  } else {
    json.begin_object();
    json.inline_from_here();
    for (std::size_t d = 0; d < smaa.central[number].size(); ++d) {
      json.member(ranking.rubric.dimensions()[d].id);
      share_value(json, smaa.central[number][d]);
    }
    json.end_object();
  }
  write_or_null(json, "confidence", smaa.confidence[number],
                [&](const auto& given) { share_value(json, given); });
  json.end_object();
}

/// `rank` is null where the program lacks a score; such programs come last. `on_front` is null
/// where it lacks the score of a dimension.
void write_ranked_program(JsonWriter& json, const PanelRanking& ranking, std::size_t number) {
  const ProgramRank& one = ranking.programs[number];
  json.begin_object();
  write_or_null(json, "rank", one.ranked.rank,
                [&](const auto& given) { json.raw(fmt::format("{}", given)); });
  json.text("id", one.program.id);
  json.text("title", one.program.title);
  json.list("digests", one.digests, [&](const std::string& digest) { json.string(digest); });
  // What the ranking is by: it need not be the overall score.
  write_score(json, "score", one.ranked.score);
  write_score(json, "low", one.ranked.low);
  write_score(json, "high", one.ranked.high);
  json.member("dimensions");
  json.begin_object();
  json.inline_from_here();
  for (std::size_t d = 0; d < one.ranked.dimensions.size(); ++d)
    write_score(json, ranking.rubric.dimensions()[d].id, one.ranked.dimensions[d]);
  json.end_object();
  write_or_null(json, "on_front", one.ranked.on_front, [&](const auto& given) { json.boolean(given); });
  write_expected_rank(json, one.expected);
  write_simulated_program(json, ranking, number);
  json.end_object();
}

void write_model(JsonWriter& json, const PanelRanking& ranking) {
  json.member("model");
  if (!ranking.model) {
    json.null();
  } else {
    json.begin_object();
    json.inline_from_here();
    write_fixed(json, "mean", ranking.model->mean);
    write_fixed(json, "program_sd", ranking.model->program_sd);
    write_fixed(json, "assessor_sd", ranking.model->assessor_sd);
    write_fixed(json, "error_sd", ranking.model->error_sd);
    json.end_object();
  }
  // Without a model, a reader must not guess whether none was asked for or none can be had.
  write_or_null(json, "no_model_because", ranking.without_model,
                [&](const auto& given) { json.string(code_of(given)); });
}

void write_simulation_facts(JsonWriter& json, const PanelRanking& ranking) {
  json.member("robust");
  if (!ranking.robust) return json.null();
  json.begin_object();
  json.inline_from_here();
  write_whole(json, "draws", ranking.robust->draws);
  write_or_null(json, "within_percent", ranking.robust->within,
                [&](const auto& given) { json.number(per_cent(given)); });
  json.text("seed", ranking.robust->seed);
  json.end_object();
}

/// Reads what a draw and a verification need, not all of a ranking: everything else is computed
/// from the inputs again. All faults are kept, since a person has to mend the file.
class SavedRankingReader {
 public:
  explicit SavedRankingReader(Diagnostics& faults) : faults_(faults) {}

  SavedRanking read(const Json& document) {
    SavedRanking out;
    ObjectReader reader({&document, ""}, faults_);
    const std::string format = reader.text("format", Need::required);
    if (const auto fault = check_format(kRankingFormat, format)) faults_.push_back(*fault);
    if (const auto node = reader.node("rubric", Need::required)) {
      ObjectReader rubric(*node, faults_);
      out.rubric_id = rubric.text("id");
      out.rubric = out.rubric_id + " " + rubric.text("version");
      out.rubric_digest = rubric.text("digest");
    }
    out.by = reader.text("by", Need::required);
    // What is missing or unknown reads as the usual case: few scores are better when lower.
    out.better = reader.text("better") == "lower" ? Better::lower : Better::higher;
    out.conflicts = read_conflicts(reader, faults_);
    out.robust = simulation(reader);
    for (const JsonNode& node : reader.list("programs", Need::required))
      out.programs.push_back(program(node));
    return out;
  }

 private:
  std::optional<SavedSimulation> simulation(ObjectReader& reader) {
    const auto node = reader.node("robust");
    if (!node || node->value->is_null()) return std::nullopt;
    ObjectReader robust(*node, faults_);
    SavedSimulation how;
    // The file may say any number, and verifying repeats that many draws.
    how.draws = robust.whole("draws", 0, kMostDraws);
    how.within_percent = number_or_null(robust, "within_percent", faults_);
    how.seed = robust.text("seed", Need::required);
    return how;
  }

  ProgramRank program(const JsonNode& node) {
    ProgramRank out;
    ObjectReader reader(node, faults_);
    out.program.id = reader.text("id", Need::required);
    out.program.title = reader.text("title");
    out.digests = reader.texts("digests");
    out.ranked.score = number_or_null(reader, "score", faults_);
    // A draw asks whether a program has a rank, not which.
    if (out.ranked.score && number_or_null(reader, "rank", faults_)) out.ranked.rank = 1;
    const auto expected = reader.node("expected");
    if (!expected || expected->value->is_null()) return out;
    ObjectReader ranks(*expected, faults_);
    constexpr double kMostRanks = 1e9;
    RankEstimate estimate;
    estimate.expected_rank = ranks.number_within("rank", 1, 1, kMostRanks);
    estimate.half = range(ranks, "half");
    out.expected = estimate;
    return out;
  }

  RankInterval range(ObjectReader& reader, std::string_view name) {
    std::vector<std::size_t> ends;
    for (const JsonNode& node : reader.list(name, Need::required)) {
      const std::optional<double> number = read_number(node, faults_);
      // Bounded before it becomes an integer: out of range, that is undefined in C++.
      if (number && is_within(*number, 1, 1e9, node.pointer, faults_))
        ends.push_back(static_cast<std::size_t>(*number));
    }
    // The draw compares both ends with a line: reversed ends would fund and decline the same
    // program.
    if (ends.size() == 2 && ends[0] <= ends[1]) return {ends[0], ends[1]};
    faults_.push_back(error_at(reader.pointer() + "/" + std::string(name), "bad-range",
                               message("expected two ranks, the better one first")));
    return {};
  }

  Diagnostics& faults_;
};

}  // namespace

std::string encode_ranking(const PanelRanking& ranking, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kRankingFormat);
  write_computed_with(json, ranking.rubric);
  json.text("by", ranking.by.text());
  json.text("better", ranking.by.better() == Better::higher ? "higher" : "lower");
  write_whole(json, "assessors", ranking.assessors);
  write_conflicts(json, ranking.conflicts);
  write_model(json, ranking);
  write_simulation_facts(json, ranking);
  json.member("programs");
  json.begin_array();
  for (std::size_t i = 0; i < ranking.programs.size(); ++i) write_ranked_program(json, ranking, i);
  json.end_array();
  // Left out with many programs: the table grows with their square.
  json.member("wins");
  if (ranking.smaa.wins.empty()) {
    json.null();
  } else {
    json.begin_array();
    for (const std::vector<double>& row : ranking.smaa.wins) {
      json.begin_array();
      json.inline_from_here();
      for (const double share : row) share_value(json, share);
      json.end_array();
    }
    json.end_array();
  }
  json.end_object();
  return std::move(json).take();
}

Checked<SavedRanking> decode_ranking(const NamedText& source) {
  const Checked<Json> document = parse_document(source, phrase("a ranking"), kMaxAssessmentsBytes);
  if (!document) return fail(document.error());
  Diagnostics faults;
  SavedRanking ranking = SavedRankingReader(faults).read(*document);
  if (faults.empty()) return ranking;
  locate(source, faults);
  return fail(std::move(faults));
}

bool declares_format(const NamedText& source, std::string_view family) {
  const Result<std::string_view> text = precheck(source, phrase("an object"), kMaxAssessmentsBytes);
  // A scan, not a parse: a panel may have 54 MB, of which one member is asked. The functions that
  // scan require valid JSON.
  if (!text || !check_json(source, *text).empty()) return false;
  for (const MemberSpan& member : members_of(*text, root_span(*text)))
    if (member.name == "format") return text->substr(member.value.begin + 1).starts_with(family);
  return false;
}

}  // namespace ibtikar
