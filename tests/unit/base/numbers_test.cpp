// Decimal numbers, digests, JSON pointers and localized texts on floor 0.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/digest.h"
#include "base/json_pointer.h"
#include "ibtikar/localized.h"
#include "support/random.h"

namespace ibtikar {
namespace {

TEST(Decimal, ShowsTwoDecimalsWithExactTiesToEven) {
  EXPECT_EQ(two_decimals(60), "60.00");
  EXPECT_EQ(two_decimals(0.125), "0.12");
  EXPECT_EQ(two_decimals(0.375), "0.38");
  EXPECT_EQ(two_decimals(1.005), "1.00") << "the double nearest to 1.005 lies below it";
  EXPECT_EQ(two_decimals(-0.001), "0.00");
  EXPECT_EQ(two_decimals(-0.0), "0.00");
}

TEST(Decimal, RoundsFastToWhatFmtShows) {
  // fmt rounds the exact value; ties and their neighbours are where arithmetic could differ.
  const auto expect_same = [](double value) {
    std::string fast;
    append_two_decimals(fast, value);
    const std::string slow = fmt::format("{:.2f}", value);
    ASSERT_EQ(fast, slow == "-0.00" ? "0.00" : slow) << fmt::format("{:.20f}", value);
    ASSERT_EQ(fmt::format("{:.2f}", rounded(value)), fast);
  };
  for (int thousandths = -2000; thousandths <= 101'000; ++thousandths) {
    const double value = thousandths / 1000.0;
    expect_same(value);
    expect_same(std::nextafter(value, 1000));
    expect_same(std::nextafter(value, -1000));
  }
  test::Random random(7);
  for (int i = 0; i < 100'000; ++i) expect_same(100 * random.unit());
  for (const double great : {1e7, 12345678.125, 1e12, 1e300}) expect_same(great);
}

TEST(Decimal, RoundsToWhatIsShown) {
  EXPECT_EQ(rounded(66.666666), 66.67);
  EXPECT_EQ(rounded(74.996), 75.0);
  EXPECT_EQ(rounded(-0.001), 0.0);
}

TEST(Decimal, WritesTheShortestFormThatReadsBack) {
  EXPECT_EQ(shortest(2), "2");
  EXPECT_EQ(shortest(-0.0), "0");
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(-12.5), "-12.5");
  EXPECT_EQ(parse_decimal(shortest(1e300)), 1e300);
  EXPECT_EQ(parse_decimal(shortest(0.1 + 0.2)), 0.1 + 0.2);
}

TEST(Decimal, ReadsWholeNumbersOnly) {
  EXPECT_EQ(parse_decimal("12"), 12);
  EXPECT_EQ(parse_decimal("-0.5"), -0.5);
  EXPECT_EQ(parse_decimal("3,5"), std::nullopt);
  EXPECT_EQ(parse_decimal(" 3"), std::nullopt);
  EXPECT_EQ(parse_decimal("3x"), std::nullopt);
  EXPECT_EQ(parse_decimal(""), std::nullopt);
  EXPECT_EQ(parse_decimal("1e999"), std::nullopt);
  EXPECT_EQ(parse_decimal("nan"), std::nullopt);
}

TEST(Decimal, TakesTheDigitsOfSeveralScripts) {
  EXPECT_EQ(western_digits("٣٫٥"), "3.5");
  EXPECT_EQ(western_digits("۱۲"), "12");
  EXPECT_EQ(western_digits("４２"), "42");
  EXPECT_EQ(western_digits("١٬٠٠٠"), "1000");
  EXPECT_EQ(western_digits("نعم"), "نعم");
}

TEST(Digest, IsSha256) {
  // The test vectors of FIPS 180-4.
  EXPECT_EQ(sha256(""), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(JsonPointer, EscapesAndUnescapesNames) {
  EXPECT_EQ(pointer_token("a/b~c"), "a~1b~0c");
  EXPECT_EQ(pointer_names("/a~1b/0/~0"), (std::vector<std::string>{"a/b", "0", "~"}));
  EXPECT_EQ(pointer_names(""), (std::vector<std::string>{}));
  EXPECT_EQ(pointer_names("/"), (std::vector<std::string>{""}));
}

TEST(LocalizedText, FallsBackFromTagToPrimaryLanguageToTheRubricsFirst) {
  const LocalizedText text{{{"en", "Ready"}, {"ar", "جاهز"}}};
  EXPECT_EQ(text.in("ar"), "جاهز");
  EXPECT_EQ(text.in("ar-EG"), "جاهز");
  EXPECT_EQ(text.in("fr", "ar"), "جاهز");
  EXPECT_EQ(text.in("fr"), "Ready");
  EXPECT_EQ((LocalizedText{{{"", "same"}}}.in("fr")), "same");
  EXPECT_EQ(LocalizedText{}.in("en"), "");
  EXPECT_TRUE(text.has("ar-MA"));
  EXPECT_FALSE(text.has("fr"));
}

TEST(LocalizedText, KnowsWhichLanguagesRunFromRightToLeft) {
  EXPECT_TRUE(is_right_to_left("ar"));
  EXPECT_TRUE(is_right_to_left("ar_EG"));
  EXPECT_TRUE(is_right_to_left("fa-IR"));
  EXPECT_FALSE(is_right_to_left("en"));
  EXPECT_FALSE(is_right_to_left(""));
}

}  // namespace
}  // namespace ibtikar
