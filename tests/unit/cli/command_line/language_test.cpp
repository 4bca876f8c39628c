// The reader's language, found on a command line that may be wrong in every other way.
#include "cli/command_line/language.h"

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

TEST(UsualTag, WritesTagsAsTheyAreWritten) {
  EXPECT_EQ(usual_tag("AR"), "ar");
  EXPECT_EQ(usual_tag("ar_eg"), "ar-EG");
  EXPECT_EQ(usual_tag("ZH-hANT-tw"), "zh-Hant-TW");
  EXPECT_EQ(usual_tag("ar-EG-X-Mine"), "ar-EG-x-mine");
  EXPECT_EQ(usual_tag("es-419"), "es-419");
  EXPECT_EQ(usual_tag(""), "");
  EXPECT_EQ(usual_tag("-"), "");
  EXPECT_EQ(usual_tag("ar-"), "ar");
  EXPECT_EQ(usual_tag("é"), "é");
}

TEST(TypedLanguage, IsFoundInEveryWayToTypeIt) {
  EXPECT_EQ(typed_language({"score", "--lang", "AR", "p.json"}), "ar");
  EXPECT_EQ(typed_language({"--lang=ar-eg", "scoer"}), "ar-EG");
  EXPECT_EQ(typed_language({"score", "-l", "ar"}), "ar");
  EXPECT_EQ(typed_language({"score", "-lar"}), "ar");
  EXPECT_EQ(typed_language({"--lang", "en", "score", "--lang", "ar"}), "ar");
}

TEST(TypedLanguage, IsEmptyWhereNoneIsNamed) {
  EXPECT_EQ(typed_language({}), "");
  EXPECT_EQ(typed_language({"score", "--lang"}), "");
  EXPECT_EQ(typed_language({"score", "--", "--lang", "ar"}), "");
  EXPECT_EQ(typed_language({"ask", "--list"}), "");
  EXPECT_EQ(typed_language({"score", "--lenient"}), "");
}

}  // namespace
}  // namespace ibtikar::cli
