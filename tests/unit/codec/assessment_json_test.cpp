// The Assessment as JSON: the contract's members in the contract's order, and back again.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "codec/json/document.h"
#include "ibtikar/scorer.h"
#include "support/fixtures.h"
#include "support/golden.h"

namespace ibtikar {
namespace {

Assessment assess(const std::string& answers) {
  const Rubric rubric = test::valid_rubric("valid/small.json");
  const NamedText source{"p.json", R"({"id": "P-1", "title": "Garden", "answers": )" + answers + "}"};
  Diagnostics warnings;
  const auto proposal = decode_proposal(source, {}, warnings);
  const Scorer scorer(rubric);
  const auto sheet = scorer.encode(*proposal, {}, warnings);
  return scorer.assess(*proposal, *sheet, warnings);
}

const char* const kAnswers = R"({"goal.exists": true, "goal.written": {"value": 1, "evidence": "measured",
  "note": "Board minutes", "links": ["minutes.pdf"]}, "people.who": ["users"], "people.seats": "n/a", "gaol.years": 3})";

TEST(AssessmentJson, IsTheContractToTheByte) {
  test::expect_golden("codec/assessment.json",
                      encode_assessment(assess(kAnswers), JsonStyle::indented) + "\n");
}

TEST(AssessmentJson, ReadsBackAsTheSameValueAndWritesTheSameBytes) {
  for (const char* answers : {kAnswers, "{}", R"({"goal.exists": false})", R"({"people.seats": "n/a"})"}) {
    const Assessment assessment = assess(answers);
    for (const JsonStyle style : {JsonStyle::indented, JsonStyle::compact}) {
      const std::string text = encode_assessment(assessment, style);
      const auto back = decode_assessment({"a.json", text});
      ASSERT_TRUE(back) << format(back.error());
      EXPECT_EQ(*back, assessment);
      EXPECT_EQ(encode_assessment(*back, style), text);
    }
  }
}

/// docs/formats.md, "Assessment": these members, first and in this order.
TEST(AssessmentJson, BeginsEachObjectWithTheContractsMembers) {
  const Json json = Json::parse(encode_assessment(assess(kAnswers), JsonStyle::compact));
  const auto first = [](const Json& object, std::size_t count) {
    std::string names;
    for (const auto& [name, value] : object.items())
      if (count-- > 0)
        names += name + " ";
      else
        break;
    return names;
  };
  EXPECT_EQ(first(json, 99),
            "format proposal rubric engine verdict settled overall dimensions criteria questions gates "
            "advice warnings ");
  EXPECT_EQ(first(json["proposal"], 3), "id title digest ");
  EXPECT_EQ(first(json["rubric"], 3), "id version digest ");
  EXPECT_EQ(first(json["engine"], 9), "name version ");
  EXPECT_EQ(first(json["overall"], 5), "score low high band completeness ");
  EXPECT_EQ(first(json["dimensions"][0], 7), "id score low high band completeness capped_by ");
  EXPECT_EQ(first(json["criteria"][0], 5), "id score low high completeness ");
  EXPECT_EQ(first(json["questions"][0], 8), "id state value evidence utility credited points lost ");
  EXPECT_EQ(first(json["gates"][0], 3), "id state message ");
  EXPECT_EQ(first(json["advice"][0], 4), "question kind gain text ");
  EXPECT_EQ(first(json["warnings"][0], 9), "code at message ");
}

TEST(AssessmentJson, HasNullForWhatIsUndefined) {
  const Json json = Json::parse(encode_assessment(assess("{}"), JsonStyle::compact));
  EXPECT_TRUE(json["overall"]["score"].is_null());
  EXPECT_TRUE(json["overall"]["band"].is_null());
  EXPECT_EQ(json["overall"]["low"], 0);
  EXPECT_EQ(json["overall"]["high"], 100);
  EXPECT_EQ(json["verdict"], "insufficient-information");
}

TEST(AssessmentJson, DoesNotDependOnTheOrderOfAnswersOrOnLineEnds) {
  const std::string one = R"({"goal.exists": true, "goal.years": 3})";
  const std::string other = "{\r\n\"goal.years\": 3,\r\n\"goal.exists\": true}";
  EXPECT_EQ(encode_assessment(assess(one), JsonStyle::indented),
            encode_assessment(assess(other), JsonStyle::indented));
}

TEST(AssessmentJson, SaysWhereASavedOneIsDamaged) {
  std::string text = encode_assessment(assess(kAnswers), JsonStyle::indented);
  text.replace(text.find("\"answered\""), 10, "\"ansered\"");
  const auto damaged = decode_assessment({"a.json", text});
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().front().pointer, "/questions/0/state");
  EXPECT_GT(damaged.error().front().position.line, 1u);
}

/// `score` writes streams without an end; what it wrote can be read again.
TEST(AssessmentJson, ReadsManyThatAreTogetherLargerThanOneDocumentMayBe) {
  Assessment large = assess("{}");
  large.proposal.title = std::string(kMaxTextBytes - 1, 'x');
  const std::string one = encode_assessment(large, JsonStyle::compact);
  const std::size_t count = kMaxDocumentBytes / one.size() + 1;
  std::string stream;
  std::string array = "[";
  for (std::size_t i = 0; i < count; ++i) {
    stream += one + "\n";
    array += (i == 0 ? "" : ",\n") + one;
  }
  for (const std::string& text : {stream, array + "]"}) {
    const auto back = decode_assessments({"all", text});
    ASSERT_TRUE(back) << format(back.error());
    EXPECT_EQ(back->size(), count);
    EXPECT_EQ(back->back(), large);
  }
}

TEST(AssessmentJson, TellsThePlaceOfAFaultInTheWholeFile) {
  const std::string good = encode_assessment(assess("{}"), JsonStyle::compact);
  const auto places = [](const std::string& text) {
    std::string out;
    const auto found = decode_assessments({"f", text});
    if (!found)
      for (const Diagnostic& d : found.error())
        out += fmt::format("{}:{} ", d.position.line, d.position.column);
    return out;
  };
  EXPECT_EQ(places(good + "\r\n\r\n  {\"ق\": 1, \"format\": 3}\n"), "3:22 ");
  EXPECT_EQ(places("[{\"format\": 3},\n {\"ق\": 1, \"format\":\n 3}]"), "1:13 3:2 ");
  EXPECT_EQ(places(good + "\n{\"format\": \n"), "2:12 ") << "a line that is cut";
}

}  // namespace
}  // namespace ibtikar
