// The short way of a batch for the rows of tables, and the ordinary way, say the same of tables valid and
// damaged, to the byte: rows, rejected rows, faults, ids and summaries. tests/fuzz/rows_both_ways.cpp looks
// for more of them.
#include <gtest/gtest.h>

#include <string>

#include "base/safe_text.h"
#include "support/assessed.h"
#include "support/both_ways.h"
#include "support/random.h"
#include "support/tabled.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kTables = 300;
constexpr std::size_t kRowsEach = 20;

/// Scores a table both ways: as it is, then damaged, then as it is again, by what was remembered.
class TwoWays {
 public:
  explicit TwoWays(std::uint64_t seed)
      : random_(seed), rubric_(rubric_of_seed(seed)), way_(random_table_way(rubric_, random_)) {
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
    BothWays ways(rubric_, options_);
    if (!ways.are_two()) return 0;
    for (const std::size_t percent : {0U, 40U, 0U}) {
      const std::string text = random_rows(rubric_, way_, kRowsEach, percent, random_);
      EXPECT_EQ(ways.difference_on(block_of_rows(way_, text)), "") << header_of(way_) << visible(text);
    }
    EXPECT_EQ(ways.difference_of_summaries(), "");
    return ways.plain_rows();
  }

 private:
  Random random_;
  Rubric rubric_;
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
