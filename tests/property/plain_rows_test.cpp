// The short way of a batch for the rows of tables, and the ordinary way, say the same of tables valid and
// damaged, to the byte: rows, rejected rows, faults, ids and summaries. `./dev fuzz` runs this for as long as
// it is told to.
#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/proposal/record_decoder.h"
#include "codec/results/summary_json.h"
#include "support/assessed.h"
#include "support/both_ways.h"
#include "support/random.h"
#include "support/tabled.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kTables = 300;
constexpr std::size_t kRowsEach = 20;

/// One part of rows, as the input gives it.
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

/// Scores a table both ways: as it is, then damaged, then as it is again, by what was remembered.
class TwoWays {
 public:
  explicit TwoWays(std::uint64_t seed)
      : random_(seed),
        rubric_(rubric_of_seed(seed)),
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
      const std::string expected = said_by(ordinary, block);
      EXPECT_EQ(said_by(quick, block), expected) << header_of(way_) << visible(text);
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
  const std::uint64_t first = first_seed();
  for (std::uint64_t seed = first; seed < first + cases(kTables); ++seed) {
    plain += TwoWays(seed).compare();
    ASSERT_FALSE(testing::Test::HasFailure()) << seed;
  }
  // Else little was compared.
  EXPECT_GT(plain, cases(kTables) * kRowsEach / 2);
}

}  // namespace
}  // namespace ibtikar::test
