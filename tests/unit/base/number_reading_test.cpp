// Numbers as people write them: every reading, what the writing shows, what stands behind; and outer blanks.
#include "base/number_reading.h"

#include <gtest/gtest.h>

#include "base/blanks.h"

namespace ibtikar {
namespace {

using Number = std::optional<double>;

struct Reading {
  const char* text;
  Number with_point;
  Number with_comma;
  const char* rest;

  friend void PrintTo(const Reading& reading, std::ostream* out) { *out << reading.text; }
};

const Number kNone = std::nullopt;

const Reading kReadings[] = {
    // One number whatever the marks mean.
    {"0", 0, 0, ""},
    {"12", 12, 12, ""},
    {"-7", -7, -7, ""},
    {"−7", -7, -7, ""},
    {"-0", 0, 0, ""},
    {"٣٤", 34, 34, ""},
    {"۳۴", 34, 34, ""},
    {"３４", 34, 34, ""},
    {"1e3", 1000, 1000, ""},
    // Marks that are never decimal, and one that always is.
    {"1 250", 1250, 1250, ""},
    {"1\u00A0250", 1250, 1250, ""},
    {"1\u202F250\u202F000", 1250000, 1250000, ""},
    {"1\u2009250", 1250, 1250, ""},
    {"1’250", 1250, 1250, ""},
    {"1'250", 1250, 1250, ""},
    {"١٬٢٥٠", 1250, 1250, ""},
    {"1٬250", 1250, 1250, ""},
    {"١٫٢٥٠", 1.25, 1.25, ""},
    {"١٬٢٥٠٫٥", 1250.5, 1250.5, ""},
    // Two numbers.
    {"1,250", 1250, 1.25, ""},
    {"1.250", 1.25, 1250, ""},
    {"12.000", 12, 12000, ""},
    {"-1,250", -1250, -1.25, ""},
    {"١,٢٥٠", 1250, 1.25, ""},
    {"١،٢٥٠", 1250, 1.25, ""},
    {"١٢.٠٠٠", 12, 12000, ""},
    {"\u200F1,250\u200E", 1250, 1.25, ""},
    {"-\u200E1,250", -1250, -1.25, ""},
    // The way of writing tells.
    {"3,5", kNone, 3.5, ""},
    {"3.5", 3.5, kNone, ""},
    {"1,25", kNone, 1.25, ""},
    {"0,250", kNone, 0.25, ""},
    {"0.250", 0.25, kNone, ""},
    {"1,2500", kNone, 1.25, ""},
    {"1250,000", kNone, 1250, ""},
    {"1,250.75", 1250.75, kNone, ""},
    {"1.250,75", kNone, 1250.75, ""},
    {"1,250,000", 1250000, kNone, ""},
    {"1.250.000", kNone, 1250000, ""},
    {"1 250,500", kNone, 1250.5, ""},
    {"1’250.500", 1250.5, kNone, ""},
    {"1,250٫5", 1250.5, kNone, ""},
    {"1,250e3", kNone, 1250, ""},
    {".5", 0.5, kNone, ""},
    {",250", kNone, 0.25, ""},
    // No number.
    {"", kNone, kNone, ""},
    {"-", kNone, kNone, "-"},
    {"soon", kNone, kNone, "soon"},
    {"$5", kNone, kNone, "$5"},
    {"12 30", kNone, kNone, ""},
    {"1,2,3", kNone, kNone, ""},
    {"1.2.3", kNone, kNone, ""},
    {"1,250.000,5", kNone, kNone, ""},
    {"1,25.000", kNone, kNone, ""},
    {"1250 000", kNone, kNone, ""},
    {"1 25", kNone, kNone, ""},
    {"1e999", kNone, kNone, ""},
    // What stands behind.
    {"1200 people", 1200, 1200, "people"},
    {"1,250 people", 1250, 1.25, "people"},
    {"١٬٢٠٠ شخص", 1200, 1200, "شخص"},
    {"23 %", 23, 23, "%"},
    {"23٪", 23, 23, "٪"},
    {"3 or 4", 3, 3, "or 4"},
    {"12, about", 12, 12, ", about"},
    {"5 evenings", 5, 5, "evenings"},
    {"5e", 5, 5, "e"},
    {"2025-2026", 2025, 2025, "-2026"},
};

class ReadNumber : public testing::TestWithParam<Reading> {};

TEST_P(ReadNumber, GivesEveryReadingAndWhatStandsBehind) {
  const auto& [text, with_point, with_comma, rest] = GetParam();
  const NumberReadings readings = read_number(text);
  EXPECT_EQ(readings.with_point, with_point);
  EXPECT_EQ(readings.with_comma, with_comma);
  EXPECT_EQ(readings.rest, rest);
  EXPECT_EQ(readings.are_two(), with_point && with_comma && *with_point != *with_comma);
}

INSTANTIATE_TEST_SUITE_P(Texts, ReadNumber, testing::ValuesIn(kReadings));

TEST(NumberReadings, TellTheOneNumberAndTheMarkThatTheWritingShows) {
  EXPECT_EQ(read_number("1,250").only(), kNone);
  EXPECT_EQ(read_number("1,250").shown_mark(), DecimalMark::unknown);
  EXPECT_EQ(read_number("1,250").with(DecimalMark::comma), Number(1.25));
  EXPECT_EQ(read_number("1,250").with(DecimalMark::point), Number(1250));
  EXPECT_EQ(read_number("3,5").only(), Number(3.5));
  EXPECT_EQ(read_number("3,5").shown_mark(), DecimalMark::comma);
  EXPECT_EQ(read_number("3,5").with(DecimalMark::point), kNone);
  EXPECT_EQ(read_number("12").shown_mark(), DecimalMark::unknown);
}

TEST(NumberReadings, OfAWholeTextHaveNothingBehind) {
  EXPECT_EQ(read_whole_number_text(" 1200\u00A0").only(), Number(1200));
  EXPECT_EQ(read_whole_number_text("1200 people").only(), kNone);
}

TEST(OuterBlanks, AreBlanksOfEveryKindAndMarksThatNobodySees) {
  for (const char* edge : {" ", "\t", "\r\n", "\u00A0", "\u202F", "\u3000", "\u2003", "\uFEFF", "\u200B",
                           "\u200E", "\u200F", "\u061C", "\u2066", "\u2067", "\u2068", "\u2069", "\u2060"}) {
    const std::string both = std::string(edge) + edge + "a b" + edge;
    EXPECT_EQ(without_outer_blanks(both), "a b");
    EXPECT_EQ(without_outer_blanks(std::string(edge) + edge), "");
  }
  EXPECT_EQ(without_outer_blanks("\u200Da\u200C"), "\u200Da\u200C") << "joiners spell words";
  EXPECT_EQ(without_outer_blanks("\x80 \xC2"), "\x80 \xC2") << "bytes that are not UTF-8 stay";
}

}  // namespace
}  // namespace ibtikar
