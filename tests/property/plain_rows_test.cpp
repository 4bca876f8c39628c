// The short way of a batch for the rows of tables, and the ordinary way, say the same of tables valid and
// damaged, to the byte: rows, rejected rows, faults, ids and summaries. `./dev fuzz` runs this for as long as
// it is told to.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "batch/block_scorer.h"
#include "codec/proposal/record_decoder.h"
#include "codec/results/summary_json.h"
#include "support/assessed.h"
#include "support/builtin_rubric.h"
#include "support/random.h"
#include "support/tabled.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kTables = 300;
constexpr std::size_t kRowsEach = 20;

std::uint64_t first_table() {
  const char* seed = std::getenv("IBTIKAR_SEED");
  return seed == nullptr ? 0 : std::stoull(seed);
}

Rubric rubric_of_table(std::uint64_t seed) {
  static const Rubric whole = builtin_rubric();
  static const Rubric quick = builtin_rubric("social-innovation-quick");
  if (seed % 4 == 0) return whole;
  if (seed % 4 == 2) return quick;
  return random_rubric(seed).rubric;
}

/// One part of rows, as the input gives it.
Block block_of_rows(const TableWay& way, std::string rows) {
  Block block;
  Block::Part part;
  part.kind = Block::Part::Kind::rows;
  part.name = "in.csv";
  part.header = header_of(way);
  part.delimiter = way.delimiter;
  part.first_line = 2;
  part.is_first = part.settles_decimals = true;
  part.end = rows.size();
  block.parts.push_back(std::move(part));
  block.bytes = std::move(rows);
  block.bytes.append(kRecordPadding + 1, '\0');
  return block;
}

std::string said_of_rows(BlockScorer& scorer, const Block& block) {
  scorer.score(block, 0);
  const BlockResult& result = scorer.result();
  std::string out = result.rows + format(result.faults) + format(result.warnings);
  for (const BlockIds::Entry& entry : scorer.ids().entries())
    out += fmt::format("{} {}\n", scorer.ids().id(entry), entry.record);
  std::string rejects;
  RejectsWriter(false).append(rejects, scorer.rejects());
  return out + rejects;
}

/// Scores a table both ways: as it is, then damaged, then as it is again, by what was remembered.
class TwoWays {
 public:
  explicit TwoWays(std::uint64_t seed)
      : random_(seed),
        rubric_(rubric_of_table(seed)),
        scorer_(rubric_),
        way_(random_table_way(rubric_, random_)) {
    options_.format = random_.chance(50) ? RowFormat::ndjson : RowFormat::csv;
    options_.keep_rejects = true;
    options_.keep_ranked = random_.chance(20);
    options_.encode.lenient = random_.chance(20);
    options_.max_record = random_.chance(10) ? 300 : kMaxRecordBytes;
    if (!way_.is_mapped) return;
    const std::string text = mapping_text(rubric_, way_, random_);
    Checked<Mapping> read = decode_mapping({"m.json", text}, rubric_);
    EXPECT_TRUE(read) << format(read.error()) << text;
    if (read) mapping_ = *std::move(read);
    options_.mapping = &mapping_;
  }

  /// Returns how many rows were plain.
  std::size_t compare() {
    const RowText rows(rubric_, options_.format, {});
    const auto plan = plain_plan(scorer_, options_);
    if (plan == nullptr) return 0;
    BlockScorer quick(rubric_, scorer_, rows, options_, plan.get());
    BlockScorer ordinary(rubric_, scorer_, rows, options_, nullptr);
    for (const std::size_t percent : {0U, 40U, 0U}) {
      const std::string text = rows_of(percent);
      const Block block = block_of_rows(way_, text);
      const std::string expected = said_of_rows(ordinary, block);
      EXPECT_EQ(said_of_rows(quick, block), expected) << header_of(way_) << visible(text);
    }
    EXPECT_EQ(encode_summary(quick.summary()), encode_summary(ordinary.summary()));
    return quick.plain_rows();
  }

 private:
  std::string rows_of(std::size_t torn_percent) {
    std::string text;
    for (std::size_t i = 0; i < kRowsEach; ++i) {
      std::string row = row_of(rubric_, way_, i, random_);
      while (random_.chance(torn_percent) && !row.empty()) row = torn_row(row, random_);
      text += row;
    }
    if (random_.chance(30)) text.resize(text.size() - way_.line_end.size());
    return text;
  }

  Random random_;
  Rubric rubric_;
  Scorer scorer_;
  TableWay way_;
  Mapping mapping_;
  BatchOptions options_;
};

TEST(PlainRows, AreWhatTheOrdinaryWayMakesOfThem) {
  std::size_t plain = 0;
  const std::uint64_t first = first_table();
  for (std::uint64_t seed = first; seed < first + cases(kTables); ++seed) {
    plain += TwoWays(seed).compare();
    ASSERT_FALSE(testing::Test::HasFailure()) << seed;
  }
  // Else little was compared.
  EXPECT_GT(plain, cases(kTables) * kRowsEach / 2);
}

}  // namespace
}  // namespace ibtikar::test
