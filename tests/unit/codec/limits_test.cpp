// The limits of docs/formats.md, each at n and at n + 1.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "codec/results/summary_json.h"
#include "ibtikar/mapping.h"
#include "ibtikar/scorer.h"
#include "support/fixtures.h"

namespace ibtikar {
namespace {

Diagnostics read_proposal(std::string text) {
  Diagnostics warnings;
  const auto proposal = decode_proposal({"p.json", std::move(text)}, {}, warnings);
  return proposal ? Diagnostics{} : proposal.error();
}

std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : diagnostics) codes.push_back(d.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST(Limits, ADocumentHasAtMost16MiB) {
  std::string text = R"({"answers": {}})";
  text.resize(kMaxDocumentBytes, ' ');
  EXPECT_EQ(codes_of(read_proposal(text)), Codes{});
  EXPECT_EQ(codes_of(read_proposal(text + " ")), Codes{"too-large"});
}

TEST(Limits, ATextHasAtMostAMebibyte) {
  const std::string longest(kMaxTextBytes, 'x');
  EXPECT_EQ(codes_of(read_proposal(R"({"answers": {}, "title": ")" + longest + "\"}")), Codes{});
  EXPECT_EQ(codes_of(read_proposal(R"({"answers": {}, "title": "x)" + longest + "\"}")),
            Codes{"text-too-long"});
}

/// Whoever reads a text tells line and column of one that is too long.
TEST(Limits, ATextThatIsTooLongIsToldWithItsPlaceByEveryReader) {
  const std::string longest(kMaxTextBytes, 'x');
  const Rubric rubric = test::valid_rubric("valid/small.json");
  const auto faults_of = [](const auto& read) { return read ? Diagnostics{} : read.error(); };
  const auto all_readers = [&](const std::string& text) {
    const NamedText source{"f.json", text};
    Diagnostics warnings;
    return std::vector<Diagnostics>{faults_of(decode_proposal(source, {}, warnings)),
                                    faults_of(decode_rubric(source, test::find_fixture, warnings)),
                                    faults_of(decode_assessment(source)),
                                    faults_of(decode_assessments(source)),
                                    faults_of(decode_mapping(source, rubric)),
                                    faults_of(decode_summary(source))};
  };
  for (const auto& [text, place] :
       {std::pair{"{\n \"title\": \"x" + longest + "\"}", Position{2, 11}},
        {"{\n \"title\": [1, \"x" + longest + "\"]}", Position{2, 15}},
        {"\xEF\xBB\xBF{\n \"title\": {\"a\": \"x" + longest + "\"}}", Position{2, 17}},
        {"{\n \"x" + longest + "\": 1}", Position{2, 2}}})
    for (const Diagnostics& faults : all_readers(text)) {
      ASSERT_EQ(codes_of(faults), Codes{"text-too-long"});
      EXPECT_EQ(faults.front().position, place);
    }
}

TEST(Limits, NestingIsAtMost64Deep) {
  const auto nested = [](std::size_t depth) {
    return R"({"answers": {}, "context": )" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
  };
  EXPECT_EQ(codes_of(read_proposal(nested(64))), Codes{});
  EXPECT_EQ(codes_of(read_proposal(nested(65))), Codes{"too-deep"});
  EXPECT_EQ(codes_of(read_proposal(nested(1'025))), Codes{"too-deep"});
  EXPECT_EQ(codes_of(read_proposal(nested(5'000'000))), Codes{"too-deep"});
  EXPECT_EQ(codes_of(read_proposal(std::string(5'000'000, '['))), Codes{"too-deep"}) << "never closed";
}

std::string rubric_of(std::size_t questions) {
  std::string text = R"({"format": "ibtikar-rubric/1", "id": "many", "version": "1", "title": "Many",
    "languages": ["en"], "bands": [{"id": "all", "from": 0, "title": "All"}],
    "dimensions": [{"id": "d", "title": "D"}],
    "sections": [{"id": "s", "title": "S", "criteria": [{"id": "c", "title": "C", "contributes": {"d": 1}, "questions": [)";
  for (std::size_t i = 0; i < questions; ++i)
    text += fmt::format(R"({}{{"id": "q{}", "ask": "Q?", "type": "yes_no"}})", i == 0 ? "" : ",", i);
  return text + "]}]}]}";
}

TEST(Limits, ARubricAsksAtMostTenThousandQuestions) {
  Diagnostics warnings;
  EXPECT_TRUE(decode_rubric({"r", rubric_of(kMaxQuestions)}, test::find_fixture, warnings));
  const auto too_many = decode_rubric({"r", rubric_of(kMaxQuestions + 1)}, test::find_fixture, warnings);
  ASSERT_FALSE(too_many);
  EXPECT_EQ(codes_of(too_many.error()), Codes{"too-many-questions"});
}

TEST(Limits, AChainOfRubricsIsAtMost16Long) {
  // Base n extends base n - 1; base 1 is a whole rubric.
  const RubricLookup bases = [](std::string_view reference, std::string_view) -> Result<NamedText> {
    const std::string number(reference);
    if (number == "1") return NamedText{"1", rubric_of(1)};
    return NamedText{
        number, fmt::format(R"({{"format": "ibtikar-rubric/1", "extends": "{}"}})", std::stoi(number) - 1)};
  };
  const auto chain_of = [&](std::size_t length) {
    Diagnostics warnings;
    return decode_rubric(*bases(std::to_string(length), ""), bases, warnings);
  };
  EXPECT_TRUE(chain_of(kMaxExtends));
  const auto too_long = chain_of(kMaxExtends + 1);
  ASSERT_FALSE(too_long);
  EXPECT_EQ(codes_of(too_long.error()), Codes{"extends-too-long"});
  EXPECT_EQ(codes_of(chain_of(1'000).error()), Codes{"extends-too-long"});
}

TEST(Limits, ManyFaultsAreCutAtAHundredWithTheirCount) {
  std::string text = R"({"answers": {)";
  for (int i = 0; i < 250; ++i) text += fmt::format(R"({}"q{}": {{"note": 1}})", i == 0 ? "" : ",", i);
  const std::string shown = format(read_proposal(text + "}}"));
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 101);
  EXPECT_NE(shown.find("and 150 more\n"), std::string::npos);
}

TEST(Limits, HostileMemberNamesCostNoMoreThanOthers) {
  std::string text = R"({"answers": {}, "context": {)";
  for (int i = 0; i < 200'000; ++i) text += fmt::format(R"({}"k{}": 0)", i == 0 ? "" : ",", i);
  EXPECT_EQ(codes_of(read_proposal(text + "}}")), Codes{});
}

}  // namespace
}  // namespace ibtikar
