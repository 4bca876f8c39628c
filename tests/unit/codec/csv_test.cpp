// CSV: where records end and what their cells are; the head of a table; and both parts agree.
#include "codec/table/csv.h"

#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

/// All records of a text, and "!" before those with a quotation mark that may not be there.
std::vector<std::vector<std::string>> records_of(const std::string& text, char delimiter = ',') {
  std::vector<std::vector<std::string>> records;
  CsvSplitter splitter(delimiter);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t behind = splitter.split(text, at);
    records.emplace_back();
    if (splitter.bad_quote()) records.back().emplace_back("!");
    for (const CsvCell& cell : splitter.cells()) records.back().emplace_back(cell.text);
    const RecordEnds ends = find_record_ends(text, at, delimiter, Which::first, Extent::all);
    EXPECT_EQ(ends.whole == 0 ? text.size() : ends.whole, behind) << "both parts find the same end";
    at = behind;
  }
  return records;
}

struct Split {
  const char* name;
  std::string text;
  std::vector<std::vector<std::string>> records;
  friend void PrintTo(const Split& split, std::ostream* out) { *out << split.name; }
};

const Split kSplits[] = {
    {"Plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
    {"NoLineEndAtTheEnd", "a,b", {{"a", "b"}}},
    {"EmptyCells", ",\n,,", {{"", ""}, {"", "", ""}}},
    {"CrLf", "a,b\r\n\"c\",\"d\"\r\n", {{"a", "b"}, {"c", "d"}}},
    {"CrIsKeptElsewhere", "a\rb,c\r,d\n", {{"a\rb", "c\r", "d"}}},
    {"Quoted", "\"a,b\",\"c\nd\",\"e\"\"f\"\n", {{"a,b", "c\nd", "e\"f"}}},
    {"OnlyQuotes", "\"\",\"\"\"\"\n", {{"", "\""}}},
    {"CrLfInQuotes", "\"a\r\nb\r\",c\r\n", {{"a\r\nb\r", "c"}}},
    {"Stray", "a\"b,c\nd,e\n", {{"!", "a\"b", "c"}, {"d", "e"}}},
    {"MoreBehindQuotes", "\"a\"b,c\nd,\"e\"\n", {{"!", "\"a\"b", "c"}, {"d", "e"}}},
    {"NeverClosed", "\"a,b\nc,d\n", {{"!", "\"a", "b"}, {"c", "d"}}},
    {"ClosedByTheNextRecord", "x,\"a\ny,\"b\"\n", {{"!", "x", "\"a"}, {"y", "b"}}},
    {"BlankBeforeQuotes", "a, \"b\"\n", {{"!", "a", " \"b\""}}},
};

class CsvSplits : public testing::TestWithParam<Split> {};

TEST_P(CsvSplits, AsWritten) { EXPECT_EQ(records_of(GetParam().text), GetParam().records); }

INSTANTIATE_TEST_SUITE_P(Csv, CsvSplits, testing::ValuesIn(kSplits),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Csv, AClosingQuotationMarkIsSoughtForOneMebibyte) {
  const std::string fits = "\"" + std::string(kMaxCellBytes, '\n') + "\",b\nc\n";
  EXPECT_EQ(records_of(fits).size(), 2U);
  const std::string too_long = "\"" + std::string(kMaxCellBytes + 1, 'x') + "\",b\nc\n";
  const auto records = records_of(too_long);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records.front().front(), "!");
}

TEST(Csv, WhatMayStillBeClosedWaitsForMore) {
  const std::string text = "a,b\nc,\"d\ne";
  const RecordEnds some = find_record_ends(text, 0, ',', Which::last, Extent::some);
  EXPECT_EQ(some.whole, 4U);
  EXPECT_EQ(some.outside, 6U);
  EXPECT_EQ(find_record_ends(text, some.outside, ',', Which::last, Extent::all).whole, 9U);
}

struct Head {
  const char* name;
  std::string text;
  char delimiter;
  std::string header;
  std::size_t line;
  friend void PrintTo(const Head& head, std::ostream* out) { *out << head.name; }
};

const Head kHeads[] = {
    {"Comma", "a,b\n1,2\n", ',', "a,b\n", 1},
    {"Semicolon", "a;b;c,d\n", ';', "a;b;c,d\n", 1},
    {"CommaWhenEqual", "a;b,c\n", ',', "a;b,c\n", 1},
    {"TabBeforeAll", "a, b, c;\td\n", '\t', "a, b, c;\td\n", 1},
    {"InQuotesDoesNotCount", "\"a;b;c\",d\n", ',', "\"a;b;c\",d\n", 1},
    {"SeparatorLine", "sep=;\r\na,b,c;d\n", ';', "a,b,c;d\n", 2},
    {"BlankLines", "\n\r\na,b\n", ',', "a,b\n", 3},
    {"OneColumn", "a", ',', "a", 1},
    {"LineEndInAName", "\"a\nb\",c\n1,2\n", ',', "\"a\nb\",c\n", 1},
};

class CsvHeads : public testing::TestWithParam<Head> {};

TEST_P(CsvHeads, AreFound) {
  const TableHeadResult read = read_table_head(GetParam().text, Extent::all, std::nullopt);
  ASSERT_TRUE(read.head);
  EXPECT_EQ(read.head->delimiter, GetParam().delimiter);
  EXPECT_EQ(read.head->header, GetParam().header);
  EXPECT_EQ(read.head->header_line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(Csv, CsvHeads, testing::ValuesIn(kHeads),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace ibtikar
