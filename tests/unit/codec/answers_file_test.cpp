// An answers file read and written again keeps what others wrote.
#include "codec/proposal/answers_file.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

using Json = nlohmann::ordered_json;  // compares the order of members too

Answer stated(AnswerValue value) { return {std::move(value), false, {}, {}, {}}; }

bool is_proposal(const std::string& text) {
  Diagnostics warnings;
  return decode_proposal({"p.json", text}, {}, warnings).has_value();
}

constexpr const char* kRich = R"({
  "x-tool": {"b": 1, "a": [1.50, 1e3, -0, "\u0041\/é", {"deep": [null, true]}]},
  "$schema": "https://example.org/p.json",
  "format": "ibtikar-proposal/1",
  "rubric": { "x-note": "mine", "version" : "0.9.0", "id": "garden" },
  "title": "Garden \"One\" \\ ٣",
  "answers": {
    "old.one": {"value": 3, "x-seen": [1,2], "links": ["a.pdf"]},
    "goal.exists": {
      "value": true,
      "x-by": "R. , : { } [ ] \" ",
      "evidence": "measured",
      "note": "said   so"
    },
    "run.hours": 12.50
  },
  "context": {"answers": {"not": "these"}, "z": 0.1, "a": 100000000000000000000.0}
}
)";

TEST(AnswersFile, UnchangedKeepsValuesAndOrder) {
  ASSERT_TRUE(is_proposal(kRich));
  const std::string text = AnswersFile(kRich).text();
  EXPECT_EQ(Json::parse(text), Json::parse(kRich));
  EXPECT_NE(text.find("1.50, 1e3, -0"), std::string::npos) << "numbers keep their spelling";
}

TEST(AnswersFile, WritingIsStable) {
  const std::string once = AnswersFile(kRich).text();
  EXPECT_EQ(AnswersFile(once).text(), once);
}

TEST(AnswersFile, WritesOneAnswerALine) {
  EXPECT_NE(AnswersFile(kRich).text().find(
                R"(
    "goal.exists": {"value": true, "x-by": "R. , : { } [ ] \" ", "evidence": "measured", "note": "said   so"},
    "run.hours": 12.50
  },
)"),
            std::string::npos);
}

TEST(AnswersFile, ANewOneIsAProposal) {
  AnswersFile file;
  file.set_rubric({"garden", "1.0.0"});
  file.set_text("title", "Peer visitors");
  file.set_text("date", "2026-11-01");
  EXPECT_EQ(file.text(), R"({
  "format": "ibtikar-proposal/1",
  "rubric": {"id": "garden", "version": "1.0.0"},
  "title": "Peer visitors",
  "date": "2026-11-01",
  "answers": {}
}
)");
  EXPECT_TRUE(is_proposal(file.text()));
}

TEST(AnswersFile, SetsOnlyWhatWasSet) {
  AnswersFile file(kRich);
  file.set_rubric({"garden", "1.0.0"});
  file.set_text("title", "New");
  file.set_text("assessor", "Amal");
  file.set_answer("goal.exists", {false, false, "documented", "said so, twice", {}});
  file.set_answer("people.tools", stated(std::vector<std::string>{"spade", "cart"}));
  Json expected = Json::parse(R"({
  "x-tool": {"b": 1, "a": [1.50, 1e3, -0, "A/é", {"deep": [null, true]}]},
  "$schema": "https://example.org/p.json",
  "format": "ibtikar-proposal/1",
  "rubric": {"x-note": "mine", "version": "1.0.0", "id": "garden"},
  "title": "New",
  "assessor": "Amal",
  "answers": {
    "old.one": {"value": 3, "x-seen": [1, 2], "links": ["a.pdf"]},
    "goal.exists": {"value": false, "x-by": "R. , : { } [ ] \" ", "evidence": "documented", "note": "said so, twice"},
    "run.hours": 12.5,
    "people.tools": ["spade", "cart"]
  },
  "context": {"answers": {"not": "these"}, "z": 0.1, "a": 1e20}
})");
  EXPECT_EQ(Json::parse(file.text()), expected);
}

TEST(AnswersFile, RubricAndFormatAreAddedToAFileWithoutThem) {
  AnswersFile file(R"({"answers":{"a.b":1}})");
  file.set_rubric({"garden", "1.0.0"});
  EXPECT_EQ(file.text(), R"({
  "format": "ibtikar-proposal/1",
  "rubric": {"id": "garden", "version": "1.0.0"},
  "answers": {
    "a.b": 1
  }
}
)");
}

TEST(AnswersFile, ByteOrderMarkAndLineEndsDoNotMatter) {
  const std::string text = "\xEF\xBB\xBF{\r\n\"answers\":\r{\"a.b\":\r\n[\"x\"\r\n,\"y\"]}\r\n}\r\n";
  ASSERT_TRUE(is_proposal(text));
  EXPECT_EQ(AnswersFile(text).text(), "{\n  \"answers\": {\n    \"a.b\": [\"x\", \"y\"]\n  }\n}\n");
}

struct Written {
  const char* name;
  const char* before;  ///< the answer's text, or nullptr for none
  Answer answer;
  const char* expected;
  friend void PrintTo(const Written& written, std::ostream* out) { *out << written.name; }
};

class AnswersFileAnswer : public testing::TestWithParam<Written> {};

TEST_P(AnswersFileAnswer, IsWrittenAs) {
  const Written& written = GetParam();
  const std::string before = written.before == nullptr ? "" : "\"a.b\": " + std::string(written.before);
  AnswersFile file("{\"answers\": {" + before + "}}");
  file.set_answer("a.b", written.answer);
  EXPECT_EQ(file.text(), "{\n  \"answers\": {\n    \"a.b\": " + std::string(written.expected) + "\n  }\n}\n");
  EXPECT_TRUE(is_proposal(file.text()));
}

const Written kWritten[] = {
    {"Nothing", nullptr, stated(std::monostate{}), "null"},
    {"Yes", nullptr, stated(true), "true"},
    {"Whole", nullptr, stated(2.0), "2"},
    {"Fraction", nullptr, stated(0.1), "0.1"},
    {"Large", nullptr, stated(1e30), "1e+30"},
    {"Option", nullptr, stated("school"), R"("school")"},
    {"NoOptions", nullptr, stated(std::vector<std::string>{}), "[]"},
    {"Options", nullptr, stated(std::vector<std::string>{"a", "b"}), R"(["a", "b"])"},
    {"DoesNotApply", nullptr, {std::monostate{}, true, {}, {}, {}}, R"({"not_applicable": true})"},
    {"DoesNotApplyWithNote",
     nullptr,
     {std::monostate{}, true, {}, "over 70", {}},
     R"({"not_applicable": true, "note": "over 70"})"},
    {"Everything",
     nullptr,
     {1.0, false, "measured", "seen", {"a.pdf", "b.pdf"}},
     R"({"value": 1, "evidence": "measured", "note": "seen", "links": ["a.pdf", "b.pdf"]})"},
    {"NoteAlone", nullptr, {std::monostate{}, false, {}, "ask", {}}, R"({"value": null, "note": "ask"})"},
    {"ShortReplaced", "1", stated(2.0), "2"},
    {"ShortGetsANote", "1", {1.0, false, {}, "seen", {}}, R"({"value": 1, "note": "seen"})"},
    {"ObjectBecomesShort", R"({"value":1,"note":"x"})", stated(2.0), "2"},
    {"UnknownMembersStay", R"({"x-a":{"k":[1,2]},"value":1})", stated(2.0),
     R"({"x-a": {"k":[1,2]}, "value": 2})"},
    {"LinksStay",
     R"({"links":["a.pdf"],"note":"n"})",
     {2.0, false, {}, {}, {"a.pdf"}},
     R"({"value": 2, "links": ["a.pdf"]})"},
    {"ValueGoesWhenItDoesNotApply",
     R"({"value":1,"evidence":"measured"})",
     {std::monostate{}, true, {}, {}, {}},
     R"({"not_applicable": true})"},
    {"DoesNotApplyGoesWithAValue",
     R"({"not_applicable":true,"note":"n"})",
     {1.0, false, {}, "n", {}},
     R"({"value": 1, "note": "n"})"},
    {"EscapedNamesAreKnown",
     R"({"\u0076alue":1,"not\u0065":"x"})",
     {2.0, false, {}, "y", {}},
     R"({"\u0076alue": 2, "not\u0065": "y"})"},
    {"HostileText", nullptr, stated("\"\\\b\f\n\r\t\x1F\x7F\u0085\u202E\u2028/é٣😀"),
     R"("\"\\\u0008\u000c\n\r\t\u001f\u007f\u0085\u202e\u2028/é٣😀")"},
};
INSTANTIATE_TEST_SUITE_P(Answers, AnswersFileAnswer, testing::ValuesIn(kWritten),
                         [](const testing::TestParamInfo<Written>& info) {
                           return std::string(info.param.name);
                         });

TEST(AnswersFile, HostileNamesStayNames) {
  const std::string text = R"({"answers": {"a\"b\\": 1, "\n": 2, "<\/script>": 3, "": 4}, "\u0022": 5})";
  AnswersFile file(text);
  file.set_answer("q\"\n\\", stated(true));
  Json expected = Json::parse(text);
  expected["answers"]["q\"\n\\"] = true;
  EXPECT_EQ(Json::parse(file.text()), expected);
}

TEST(AnswersFile, AnEscapedAnswersMemberIsTheAnswers) {
  AnswersFile file(R"({"\u0061nswers": {"\u0061.b": 1}})");
  file.set_answer("a.b", stated(2.0));
  EXPECT_EQ(Json::parse(file.text()), Json::parse(R"({"answers": {"a.b": 2}})"));
}

TEST(AnswersFile, WhatIsWrittenIsReadBack) {
  const std::string note = "\"\\\n\x01\u202E\u200F\uFEFF٣😀";
  AnswersFile file;
  file.set_answer("a.b", {0.1, false, "measured", note, {"x y.pdf"}});
  Diagnostics warnings;
  const Checked<Proposal> proposal = decode_proposal({"p.json", file.text()}, {}, warnings);
  ASSERT_TRUE(proposal) << format(proposal.error());
  EXPECT_EQ(proposal->answers.front().second, (Answer{0.1, false, "measured", note, {"x y.pdf"}}));
}

}  // namespace
}  // namespace ibtikar
