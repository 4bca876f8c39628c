// See both_ways.h.
#include "support/both_ways.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "codec/proposal/record_decoder.h"
#include "codec/results/summary_json.h"
#include "support/builtin_rubric.h"
#include "support/random_proposal.h"
#include "support/random_rubric.h"
#include "support/spelled.h"

namespace ibtikar::test {
namespace {

/// A block of one part, as the input gives it. `part` says all but where its text ends.
Block block_of(Block::Part part, std::string text) {
  Block block;
  part.end = text.size();
  block.parts.push_back(std::move(part));
  block.bytes = std::move(text);
  block.bytes.append(kRecordPadding + 1, '\0');
  return block;
}

std::string said_of(const RankedRow& row) {
  std::string out = fmt::format("{} {} {} {}", row.text, row.band ? fmt::format("{}", *row.band) : "none",
                                fmt::join(row.gates, ","), row.settled);
  const auto add = [&](const Measure& one) {
    out += fmt::format(" {} {} {} {}", one.score.value_or(-1), one.low, one.high, one.completeness);
    if (one.shown)
      out += fmt::format(" {} {} {}", one.shown->score.value_or(-1), one.shown->low, one.shown->high);
  };
  add(row.overall);
  for (const Measure& dimension : row.dimensions) add(dimension);
  return out + "\n";
}

/// All that a scorer says of a block.
std::string said_by(BlockScorer& scorer, const Block& block) {
  scorer.score(block, 0);
  const BlockResult& result = scorer.result();
  std::string out = result.rows + format(result.faults) + format(result.warnings);
  for (const RankedRow& row : result.ranked) out += said_of(row);
  for (const BlockIds::Entry& entry : scorer.ids().entries())
    out += fmt::format("{} {}\n", scorer.ids().id(entry), entry.record);
  std::string rejects;
  RejectsWriter(false).append(rejects, scorer.rejects());
  return out + rejects;
}

}  // namespace

std::uint64_t first_seed() {
  const char* seed = std::getenv("IBTIKAR_SEED");
  return seed == nullptr ? 0 : std::stoull(seed);
}

Rubric rubric_of_seed(std::uint64_t seed) {
  static const Rubric whole = builtin_rubric();
  static const Rubric quick = builtin_rubric("social-innovation-quick");
  if (seed % 4 == 0) return whole;
  if (seed % 4 == 2) return quick;
  return random_rubric(seed).rubric;
}

Block block_of_records(std::string text, Block::Part::Kind kind) {
  Block::Part part;
  part.kind = kind;
  part.name = "in";
  if (kind == Block::Part::Kind::documents)
    for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      part.documents.push_back({begin, end, line, 1, false, false});
      begin = end + 1;
    }
  return block_of(std::move(part), std::move(text));
}

Block block_of_rows(const TableWay& way, std::string rows) {
  Block::Part part;
  part.kind = Block::Part::Kind::rows;
  part.name = "in.csv";
  part.header = header_of(way);
  part.delimiter = way.delimiter;
  part.first_line = 2;
  part.is_first = part.settles_decimals = true;
  return block_of(std::move(part), std::move(rows));
}

std::string random_records(const Rubric& rubric, std::size_t count, std::size_t damaged_percent,
                           Random& random) {
  const Spelling how = random_spelling(random);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string record = spelled(rubric, random_proposal(rubric, random), how, i, random);
    while (random.chance(damaged_percent) && !record.empty()) record = damaged(record, rubric, random);
    std::erase(record, '\n');
    text += record + "\n";
  }
  return text;
}

std::string random_rows(const Rubric& rubric, const TableWay& way, std::size_t count,
                        std::size_t torn_percent, Random& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string row = row_of(rubric, way, i, random);
    while (random.chance(torn_percent) && !row.empty()) row = torn_row(row, random);
    text += row;
  }
  if (random.chance(30)) text.resize(text.size() - way.line_end.size());
  return text;
}

BothWays::BothWays(const Rubric& rubric, const BatchOptions& options)
    : scorer_(rubric), rows_(rubric, options.format, {}), plan_(plain_plan(scorer_, options)) {
  if (plan_ == nullptr) return;
  quick_.emplace(rubric, scorer_, rows_, options, plan_.get());
  ordinary_.emplace(rubric, scorer_, rows_, options, nullptr);
}

std::string BothWays::difference_on(const Block& block) {
  const std::string got = said_by(*quick_, block);
  const std::string expected = said_by(*ordinary_, block);
  return got == expected ? "" : fmt::format("the short way says\n{}\nthe ordinary way\n{}", got, expected);
}

std::string BothWays::difference_of_summaries() {
  const std::string got = encode_summary(quick_->summary());
  const std::string expected = encode_summary(ordinary_->summary());
  return got == expected ? "" : fmt::format("the short way counts\n{}\nthe ordinary way\n{}", got, expected);
}

}  // namespace ibtikar::test
