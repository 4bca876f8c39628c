// Which code page a message names for text that is not UTF-8.
#include "base/code_page.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

TEST(CodePage, TellsTheTwoArabicOnesApart) {
  // "رقم الطلب، اسم البرنامج" in both.
  EXPECT_EQ(
      likely_code_page("\xD1\xDE\xE3 \xC7\xE1\xD8\xE1\xC8,\xC7\xD3\xE3 \xC7\xE1\xC8\xD1\xE4\xC7\xE3\xCC"),
      "windows-1256");
  EXPECT_EQ(likely_code_page(
                "\xD1\xE2\xE5 \xC7\xE4\xD7\xE4\xC8,\xC7\xD3\xE5 \xC7\xE4\xC8\xD1\xE6\xC7\xE5\xCC \xE7\xE8"),
            "ISO-8859-6");
}

TEST(CodePage, TakesLoneLettersAmongAsciiForWestern) {
  EXPECT_EQ(likely_code_page("\xE9"
                             "cole du soir, caf\xE9, fa\xE7"
                             "ade"),
            "windows-1252");
  EXPECT_EQ(likely_code_page("Stra\xDF"
                             "e"),
            "windows-1252");
}

TEST(CodePage, TakesAFewBadBytesAmongUtf8ForDamage) {
  EXPECT_TRUE(is_mostly_utf8("مدرسة مسائية \xD8"));
  EXPECT_TRUE(is_mostly_utf8("caf\xC3\xA9"));
  EXPECT_FALSE(is_mostly_utf8("ecole \xE9"));
  EXPECT_FALSE(is_mostly_utf8("\xD1\xDE\xE3 \xC7\xE1\xD8\xE1\xC8"));
}

}  // namespace
}  // namespace ibtikar
