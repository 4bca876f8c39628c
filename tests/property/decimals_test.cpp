// Numbers of tables that may be two: refused, or settled by the column's other cells, whatever the blocks,
// the threads and the reads.
#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include "batch/line_blocks.h"
#include "codec/table/decimals.h"
#include "support/batched.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

/// Two questions whose answers are any number.
Rubric numbers_rubric() {
  Diagnostics warnings;
  const std::string question = R"("type":"number","points":[[0,0],[100000,1]]})";
  const std::string text =
      R"({"format":"ibtikar-rubric/1","id":"n","version":"1","title":"N","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],
          "dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},"questions":[
            {"id":"a","ask":"a",)" +
      question + R"(,{"id":"b","ask":"b",)" + question + "]}]}]}";
  auto rubric = decode_rubric(
      {"n.json", text}, [](auto, auto) { return fail(error_at("", "none", {})); }, warnings);
  EXPECT_TRUE(rubric) << format(rubric.error());
  return *std::move(rubric);
}

/// The same rows with numbers that JSON states.
std::string as_json(std::initializer_list<std::pair<double, double>> rows) {
  std::string out;
  int number = 0;
  for (const auto& [a, b] : rows)
    out += fmt::format("{{\"id\":\"P-{}\",\"answers\":{{\"c.a\":{},\"c.b\":{}}}}}\n", ++number, a, b);
  return out;
}

Batched table(const std::string& rows, DecimalMark decimal = DecimalMark::unknown) {
  return batched(numbers_rubric(), "id\tc.a\tc.b\n" + rows,
                 {.format = InputFormat::csv, .decimal = decimal, .max_record = 1 << 22, .name = "in.tsv"});
}

struct Settled {
  const char* name;
  const char* rows;
  double first;  ///< what "1,250" in the first row is then
  double second;
  const char* note;

  friend void PrintTo(const Settled& settled, std::ostream* out) { *out << settled.name; }
};

const Settled kSettled[] = {
    {"ByAPoint", "P-1\t1,250\t1\nP-2\t2.5\t1\n", 1250, 2.5, "\".\" before decimals"},
    {"ByAComma", "P-1\t1,250\t1\nP-2\t3,5\t1\n", 1.25, 3.5, "\",\" before decimals"},
    {"ByBoth", "P-1\t1,250\t1\nP-2\t1,250.75\t1\n", 1250, 1250.75, "\".\" before decimals"},
    {"ByALeadingZero", "P-1\t1,250\t1\nP-2\t0,250\t1\n", 1.25, 0.25, "\",\" before decimals"},
    {"ByTwoGroups", "P-1\t1,250\t1\nP-2\t1.250.000\t1\n", 1.25, 1250000, "\",\" before decimals"},
    {"ByTheSameMark", "P-1\t1,250\t1\nP-2\t1,250,000\t1\n", 1250, 1250000, "\".\" before decimals"},
    {"ByArabicDigits", "P-1\t١,٢٥٠\t1\nP-2\t٣,٥\t1\n", 1.25, 3.5, "\",\" before decimals"},
    {"ByAnArabicComma", "P-1\t١،٢٥٠\t1\nP-2\t٣،٥\t1\n", 1.25, 3.5, "\",\" before decimals"},
    {"NotNeeded", "P-1\t1٬250\t1\nP-2\t2\t1\n", 1250, 2, ""},
    {"NotNeededEither", "P-1\t1’250\t1\nP-2\t1 250\t1\n", 1250, 1250, ""},
};

class SettledNumbers : public testing::TestWithParam<Settled> {};

TEST_P(SettledNumbers, AreThoseOfTheSameContentInJson) {
  const auto& [name, rows, first, second, note] = GetParam();
  const Batched got = table(rows);
  EXPECT_EQ(got.rows, batched(numbers_rubric(), as_json({{first, 1}, {second, 1}}), {}).rows);
  EXPECT_NE(got.notes.find(note), std::string::npos) << got.notes;
}

INSTANTIATE_TEST_SUITE_P(Columns, SettledNumbers, testing::ValuesIn(kSettled));

TEST(AmbiguousNumbers, AreRefusedWithBothReadings) {
  for (const char* cell :
       {"1,250", "1.250", "12,000", "12.000", "-1,250", "١،٢٥٠", "١.٢٥٠", "\u200F1,250\u00A0"}) {
    const Batched got = table(fmt::format("P-1\t{}\t1\n", cell));
    EXPECT_NE(got.rows.find("ambiguous-number"), std::string::npos) << cell << got.rows;
    EXPECT_NE(got.rows.find(" can be "), std::string::npos) << got.rows;
  }
  EXPECT_NE(
      table("P-1\t1,250\t1\n").rows.find("in.tsv:2:5: error: \\\"1,250\\\" can be 1250 or 1.25; expected"),
      std::string::npos);
}

TEST(AmbiguousNumbers, AreRefusedWhenTheColumnShowsBothMarksOrAnotherColumnShowsOne) {
  EXPECT_NE(table("P-1\t1,250\t1\nP-2\t2.5\t1\nP-3\t2,5\t1\n").rows.find("ambiguous-number"),
            std::string::npos);
  EXPECT_NE(table("P-1\t1,250\t3,5\n").rows.find("ambiguous-number"), std::string::npos);
}

TEST(AmbiguousNumbers, AreWhatTheUserSays) {
  const std::string rows = "P-1\t1,250\t2.5\nP-2\t1,5\t1.250\n";
  EXPECT_EQ(table(rows, DecimalMark::comma).rows,
            batched(numbers_rubric(), as_json({{1.25, 2.5}, {1.5, 1250}}), {}).rows);
  EXPECT_EQ(table(rows, DecimalMark::point).rows,
            batched(numbers_rubric(), as_json({{1250, 2.5}, {1.5, 1.25}}), {}).rows);
}

TEST(AmbiguousNumbers, AreWhatTheMappingSays) {
  const Rubric rubric = numbers_rubric();
  const auto mapping =
      decode_mapping({"m.json", R"({"format":"ibtikar-mapping/1","decimal":",","columns":{"id":"id",
      "c.a":"c.a","c.b":{"question":"c.b","decimal":"."}}})"},
                     rubric);
  ASSERT_TRUE(mapping) << format(mapping.error());
  const std::string text = "id\tc.a\tc.b\nP-1\t1,250\t1,250\n";
  const Batched expected = batched(rubric, as_json({{1.25, 1250}}), {});
  EXPECT_EQ(batched(rubric, text, {.format = InputFormat::csv, .mapping = &*mapping}).rows, expected.rows);
  const Batched by_hand = batched(
      rubric, text, {.format = InputFormat::csv, .decimal = DecimalMark::point, .mapping = &*mapping});
  EXPECT_EQ(by_hand.rows, batched(rubric, as_json({{1250, 1250}}), {}).rows) << "--decimal counts more";
  for (const char* value : {"\"point\"", "\"\"", "1"})
    EXPECT_FALSE(decode_mapping({"m.json", fmt::format(R"({{"format":"ibtikar-mapping/1","decimal":{},
        "columns":{{"c.a":"c.a"}}}})",
                                                       value)},
                                rubric))
        << value;
}

/// A table of so many bytes, whose rows say nothing of decimals.
std::string filler(std::size_t bytes) {
  std::string rows;
  for (int i = 0; rows.size() < bytes; ++i) rows += fmt::format("F-{:06}\t7\t8\n", i);
  return rows;
}

TEST(AmbiguousNumbers, AreSettledByTheTablesFirstMiBAlone) {
  const std::string first = "P-1\t1,250\t1\n";
  const std::string last = "P-2\t3,5\t1\n";
  const std::size_t row = filler(1).size();
  const std::size_t rows = (kDecimalsLookedAt - first.size() - last.size()) / row;
  EXPECT_EQ(table(first + filler(rows * row) + last).rows.find("ambiguous-number"), std::string::npos);
  EXPECT_NE(table(first + filler((rows + 2) * row) + last).rows.find("ambiguous-number"), std::string::npos);
}

std::string random_table(Random& random) {
  std::string text = "id,note,c.a,c.b\n";
  for (std::size_t i = random.below(60); i > 0; --i) {
    const auto number = [&] {
      const std::string cell = random.chance(85)
                                   ? random.pick<std::string>({"1", "12", "7", ""})
                                   : random.pick<std::string>({"1,250", "12.000", "3,5", "2.5", "0,250",
                                                               "1.250.000", "١٬٢٥٠", "soon", "1,250.75"});
      return "\"" + cell + "\"";
    };
    text += fmt::format("P-{},{},{},{}\n", i,
                        random.pick<std::string>({"a", "\"b\nc\"", "\"1,250\"", "x\"y", "q,q"}), number(),
                        number());
  }
  if (random.chance(30)) text.pop_back();
  return text;
}

TEST(AmbiguousNumbers, AreTheSameWhateverTheBlocksTheThreadsAndTheReads) {
  const Rubric rubric = numbers_rubric();
  Random random(7);
  for (int i = 0; i < 60; ++i) {
    const std::string text = random_table(random);
    const Batched expected = batched(rubric, text, {.format = InputFormat::csv});
    for (const unsigned jobs : {1U, 2U, 3U})
      for (const std::size_t block : {std::size_t{1}, std::size_t{40}, std::size_t{700}})
        for (const std::size_t step : {std::size_t{1}, std::size_t{33}, std::size_t{4096}})
          for (const bool waits : {false, true}) {
            const Batched got = batched(
                rubric, text,
                {.jobs = jobs, .block = block, .step = step, .format = InputFormat::csv, .waits = waits});
            ASSERT_EQ(got.rows, expected.rows) << jobs << " " << block << " " << step << " " << waits << text;
            ASSERT_EQ(got.rejects, expected.rejects);
            ASSERT_EQ(got.summary, expected.summary);
          }
  }
}

TEST(AmbiguousNumbers, HoldBackRowsOfASlowPipeOnlyFromTheFirstDoubtOn) {
  const std::string sure = "id\tc.a\nP-1\t1\nP-2\t2.5\n";
  StringSource source(sure + "P-3\t1,250\nP-4\t4\n", sure.size());
  source.wait();
  ReadAhead ahead(source);
  LineBlocks lines(ahead, "pipe", {});
  lines.as_table(std::nullopt);
  Block block;
  ASSERT_TRUE(lines.next(block));
  EXPECT_EQ(source.given(), sure.size()) << "two rows came, nothing more was waited for";
  EXPECT_EQ(block.bytes.substr(0, block.parts.back().end), "P-1\t1\nP-2\t2.5\n");
  block = {};
  ASSERT_TRUE(lines.next(block));
  EXPECT_EQ(block.parts.back().decimals.shown, " .");
  EXPECT_EQ(block.bytes.substr(0, block.parts.back().end), "P-3\t1,250\nP-4\t4\n");
}

}  // namespace
}  // namespace ibtikar::test
