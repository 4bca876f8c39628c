// JSON as bytes: what both readers take and refuse, alike, and where they say the fault is.
#include <gtest/gtest.h>

#include "codec/json/document.h"
#include "codec/json/scan.h"
#include "codec/json/writer.h"
#include "ibtikar/codec.h"

namespace ibtikar {
namespace {

struct Text {
  const char* name;
  std::string value;  ///< stands as the value of a member
  bool valid;
  friend void PrintTo(const Text& text, std::ostream* out) { *out << text.name; }
};

// After the families of the JSON parsing test suites: numbers, strings, structure, words.
const Text kTexts[] = {
    {"Zero", "0", true},
    {"NegativeZero", "-0", true},
    {"Fraction", "0.5", true},
    {"Exponent", "1E2", true},
    {"Underflow", "1e-400", true},
    {"GreatestInteger", "18446744073709551615", true},
    {"IntegerOver64Bits", "18446744073709551616", false},
    {"NegativeIntegerUnder64Bits", "-9223372036854775809", false},
    {"Overflow", "1e400", false},
    {"NegativeOverflow", "-1e400", false},
    {"LeadingZero", "01", false},
    {"LeadingPlus", "+1", false},
    {"LeadingPoint", ".5", false},
    {"TrailingPoint", "1.", false},
    {"EmptyExponent", "1e", false},
    {"Hexadecimal", "0x10", false},
    {"NotANumber", "NaN", false},
    {"Infinity", "Infinity", false},
    {"MinusInfinity", "-Infinity", false},
    {"MinusAlone", "-", false},
    {"ArabicDigit", "٣", false},
    {"FullWidthDigit", "３", false},
    {"EmptyText", "\"\"", true},
    {"EscapedNul", "\"\\u0000\"", true},
    {"SurrogatePair", "\"\\ud83d\\ude00\"", true},
    {"LoneHighSurrogate", "\"\\ud83d\"", false},
    {"LoneLowSurrogate", "\"\\ude00\"", false},
    {"SurrogatesSwapped", "\"\\ude00\\ud83d\"", false},
    {"UnknownEscape", "\"\\x41\"", false},
    {"ShortEscape", "\"\\u00\"", false},
    {"TabInText", "\"\t\"", false},
    {"LineBreakInText", "\"\n\"", false},
    {"DeleteInText", "\"\x7F\"", true},
    {"UnclosedText", "\"abc", false},
    {"SingleQuotes", "'abc'", false},
    {"Noncharacter", "\"\uFFFF\"", true},
    {"True", "true", true},
    {"CapitalTrue", "True", false},
    {"CutWord", "tru", false},
    {"WordTooLong", "truee", false},
    {"EmptyList", "[]", true},
    {"TrailingComma", "[1,]", false},
    {"LeadingComma", "[,1]", false},
    {"DoubleComma", "[1,,2]", false},
    {"UnclosedList", "[1", false},
    {"CrossedBrackets", "[1}", false},
    {"EmptyObject", "{}", true},
    {"UnquotedName", "{a: 1}", false},
    {"NumberAsName", "{1: 1}", false},
    {"MissingColon", "{\"a\" 1}", false},
    {"MissingValue", "{\"a\":}", false},
    {"TwoColons", "{\"a\"::1}", false},
    {"ObjectTrailingComma", "{\"a\":1,}", false},
    {"LineComment", "1 // one", false},
    {"BlockComment", "/* one */ 1", false},
    {"Nothing", "", false},
    {"TwoValues", "1 2", false},
    {"FormFeedAsBlank", "\f1", false},
    {"NoBreakSpaceAsBlank", "\u00A01", false},
    {"MarkInside", "\uFEFF1", false},
};

class JsonText : public testing::TestWithParam<Text> {};

/// nlohmann reads rubrics and assessments, simdjson proposals: one text is valid for both or for none.
TEST_P(JsonText, IsTakenOrRefusedAlikeByBothReaders) {
  const NamedText document{"x.json", R"({"answers": {}, "context": )" + GetParam().value + "}"};
  Diagnostics warnings;
  const auto as_proposal = decode_proposal(document, {}, warnings);
  const auto as_document = parse_document(document, phrase("an object"));
  EXPECT_EQ(as_proposal.has_value(), GetParam().valid);
  EXPECT_EQ(as_document.has_value(), GetParam().valid);
  if (GetParam().valid || as_proposal || as_document) return;
  EXPECT_EQ(as_proposal.error(), as_document.error());
  EXPECT_GE(as_proposal.error().front().position.column, 28u) << "the fault is in the value, not before it";
}

INSTANTIATE_TEST_SUITE_P(Values, JsonText, testing::ValuesIn(kTexts),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(JsonText, MayBeginWithOneByteOrderMarkAndNoMore) {
  Diagnostics warnings;
  const std::string text = R"({"answers": {}})";
  const auto plain = decode_proposal({"p", text}, {}, warnings);
  EXPECT_EQ(*decode_proposal({"p", "\xEF\xBB\xBF" + text}, {}, warnings), *plain);
  const NamedText twice{"p", "\xEF\xBB\xBF\xEF\xBB\xBF" + text};
  EXPECT_FALSE(decode_proposal(twice, {}, warnings));
  EXPECT_FALSE(parse_document(twice, phrase("a proposal object")));
}

TEST(JsonText, MayEndItsLinesInAnyWay) {
  Diagnostics warnings;
  const auto with = [&](const std::string& line_end) {
    return decode_proposal({"p", "{" + line_end + "\"answers\":" + line_end + "{}" + line_end + "}"}, {},
                           warnings);
  };
  EXPECT_EQ(*with("\r\n"), *with("\n"));
  EXPECT_EQ(*with("\r"), *with("\n"));
}

TEST(PositionOf, CountsCodePointsAndEveryKindOfLineEnd) {
  EXPECT_EQ(position_of("معيار x", 11), (Position{1, 7}));
  EXPECT_EQ(position_of("a\nb", 2), (Position{2, 1}));
  EXPECT_EQ(position_of("a\r\nb", 3), (Position{2, 1}));
  EXPECT_EQ(position_of("a\rb", 2), (Position{2, 1}));
  EXPECT_EQ(position_of("a\n\r\n\rb", 5), (Position{4, 1}));
  EXPECT_EQ(position_of("", 0), (Position{1, 1}));
}

TEST(JsonScan, FindsMembersAndElementsOfValidJson) {
  const std::string text = " {\"a\\u0062\" : [1, {\"]\":2}, \"x\"] , \"c\":{}} ";
  const auto members = members_of(text, root_span(text));
  ASSERT_EQ(members.size(), 2u);
  EXPECT_EQ(members[0].name, "ab");
  EXPECT_EQ(members[1].name, "c");
  std::vector<std::string> elements;
  for (const Span span : elements_of(text, members[0].value))
    elements.push_back(text.substr(span.begin, span.end - span.begin));
  EXPECT_EQ(elements, (std::vector<std::string>{"1", "{\"]\":2}", "\"x\""}));
  EXPECT_TRUE(members_of(text, members[0].value).empty());
  EXPECT_TRUE(elements_of(text, members[1].value).empty());
}

TEST(JsonString, ReadsBackExactlyAndHoldsNothingThatActs) {
  const std::string hostile = "a\"\\\n\t\x1B[31m\u009B\u202E\u2067\u2028 معيار \U0001F600";
  const std::string written = json_string(hostile);
  EXPECT_EQ(unescape(written), hostile);
  EXPECT_EQ(Json::parse(written).get<std::string>(), hostile);
  for (const char c : written) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
  for (const char* acting : {"\u009B", "\u202E", "\u2067", "\u2028"})
    EXPECT_EQ(written.find(acting), std::string::npos);
}

TEST(JsonWriter, IndentsAndCompactsTheSameDocument) {
  const auto write = [](JsonStyle style) {
    JsonWriter json(style);
    json.begin_object();
    json.member("score");
    json.two_decimals(60);
    json.member("empty");
    json.begin_array();
    json.end_array();
    json.member("title");
    json.localized({{{"en", "A"}, {"ar", "أ"}}});
    json.member("list");
    json.begin_array();
    json.number(0.25);
    json.null();
    json.end_array();
    json.end_object();
    return std::move(json).take();
  };
  EXPECT_EQ(write(JsonStyle::compact),
            R"({"score":60.00,"empty":[],"title":{"en":"A","ar":"أ"},"list":[0.25,null]})");
  EXPECT_EQ(write(JsonStyle::indented),
            "{\n  \"score\": 60.00,\n  \"empty\": [],\n  \"title\": {\"en\": \"A\", \"ar\": \"أ\"},\n"
            "  \"list\": [\n    0.25,\n    null\n  ]\n}");
}

}  // namespace
}  // namespace ibtikar
