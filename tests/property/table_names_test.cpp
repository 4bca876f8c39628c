// Headings, codes and ids that look the same are the same: whatever blanks, line breaks, case and invisible
// marks an export puts in and around them.
#include <gtest/gtest.h>

#include <string>

#include <fmt/format.h>

#include "ibtikar/codec.h"
#include "support/batched.h"
#include "support/fixtures.h"

namespace ibtikar::test {
namespace {

/// One way of writing "how good is the plan?" and of what it looks like.
std::vector<std::string> ways_of_writing(const std::string& text) {
  std::vector<std::string> ways = {text};
  for (const char* edge :
       {" ", "\t", "\n", "\r\n", "\u00A0", "\u202F", "\u2009", "\u3000", "\uFEFF", "\u200E", "\u200F",
        "\u200B", "\u2066", "\u2069", "\u061C", "\u2060", " \u200F \uFEFF "}) {
    ways.push_back(edge + text);
    ways.push_back(text + edge);
    ways.push_back(edge + text + edge);
  }
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return ways;
  for (const char* between : {"  ", "\n", "\r\n", "\r", "\t", "\u00A0", " \n ", "\u2028", " \u200F"}) {
    std::string way = text;
    ways.push_back(way.replace(blank, 1, between));
  }
  return ways;
}

std::string capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string quoted_cell(const std::string& text) { return "\"" + text + "\""; }

Mapping mapping_of(const Rubric& rubric, const std::string& heading, const std::string& code) {
  std::string json = R"({"format":"ibtikar-mapping/1","columns":{"id":"id",)";
  const auto text = [](const std::string& raw) {
    std::string out = "\"";
    for (const char c : raw)
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : std::string(1, c);
    return out + "\"";
  };
  json += text(heading) + R"(:{"question":"goal.written","codes":{)" + text(code) + ":2}}}}";
  auto mapping = decode_mapping({"m.json", json}, rubric);
  EXPECT_TRUE(mapping) << format(mapping.error()) << json;
  return mapping ? *mapping : Mapping{};
}

class TableNames : public testing::Test {
 protected:
  Rubric rubric_ = valid_rubric("valid/small.json");
  std::string expected_ = batched(rubric_, R"({"id":"P-1","answers":{"goal.written":2}})", {}).rows;

  void expect_same(const std::string& header, const std::string& row, const Mapping* mapping) {
    const std::string text = header + "\n" + row + "\n";
    const Batched got = batched(rubric_, text, {.format = InputFormat::csv, .mapping = mapping});
    EXPECT_EQ(got.rows, expected_) << text;
    EXPECT_EQ(got.warnings, "") << text;
  }
};

TEST_F(TableNames, OfOurOwnColumnsAndTheirCells) {
  for (const std::string& heading : ways_of_writing("goal.written"))
    expect_same("id," + quoted_cell(heading), "P-1,2", nullptr);
  expect_same(capitals("id,goal.written"), "P-1,2", nullptr);
  for (const std::string& id : ways_of_writing("P-1"))
    expect_same("id,goal.written", quoted_cell(id) + ",2", nullptr);
  for (const std::string& value : ways_of_writing("2"))
    expect_same("id,goal.written", "P-1," + quoted_cell(value), nullptr);
}

TEST_F(TableNames, OfAMappingAndOfTheTable) {
  const std::string heading = "How good is the plan?";
  const Mapping plain = mapping_of(rubric_, heading, "Very good");
  for (const std::string& way : ways_of_writing(heading)) {
    expect_same("id," + quoted_cell(way), "P-1,Very good", &plain);
    const Mapping other = mapping_of(rubric_, way, "Very good");
    expect_same("id," + quoted_cell(heading), "P-1,Very good", &other);
  }
  for (const std::string& way : ways_of_writing("Very good")) {
    expect_same("id," + quoted_cell(heading), "P-1," + quoted_cell(way), &plain);
    const Mapping other = mapping_of(rubric_, heading, way);
    expect_same("id," + quoted_cell(heading), "P-1,Very good", &other);
  }
  expect_same("id," + quoted_cell(capitals(heading)), "P-1,VERY GOOD", &plain);
}

TEST_F(TableNames, HaveNoCaseInAnyScriptAndOneWayOfComposingLetters) {
  const Mapping mapping = mapping_of(rubric_, "Qualité générale", "Très bon");
  expect_same("id,QUALITÉ GÉNÉRALE", "P-1,TRÈS BON", &mapping);
  expect_same("id,Qualite\u0301 ge\u0301ne\u0301rale", "P-1,Tre\u0300s bon", &mapping);
}

TEST_F(TableNames, ThatAreNotThereAreNeverAdvisedAgain) {
  for (const std::string& way : ways_of_writing("goal.writen")) {
    const Batched got =
        batched(rubric_, "id," + quoted_cell(way) + ",goal.exists\nP-1,2,1\n", {.format = InputFormat::csv});
    EXPECT_NE(got.warnings.find("did you mean \"goal.written\"?"), std::string::npos) << got.warnings;
  }
}

TEST_F(TableNames, OfRowsThatHoldNothingAreNoRecords) {
  const Batched got =
      batched(rubric_, "id,goal.written\n\u00A0,\u200F\n \uFEFF,\t\nP-1,2\n", {.format = InputFormat::csv});
  EXPECT_EQ(got.rows, expected_);
}

}  // namespace
}  // namespace ibtikar::test
