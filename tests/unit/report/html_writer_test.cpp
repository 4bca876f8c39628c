// HTML put together: whatever comes in, what goes out is whole and means what was meant.
#include "report/html/writer.h"

#include <gtest/gtest.h>

#include "report/html/page.h"

namespace ibtikar::test {
namespace {

TEST(HtmlWriter, ClosesWhatItOpens) {
  HtmlWriter html;
  html.in("ul", {{"class", "plain"}},
          [&] { html.in("li", {}, [&] { html.in("b", {}, std::string_view("x")); }); });
  EXPECT_EQ(std::move(html).take(), "\n<ul class=\"plain\">\n<li><b>x</b></li></ul>");
}

TEST(HtmlWriter, MakesTextsAndAttributesHarmless) {
  HtmlWriter html;
  html.in("p", {{"id", "\"><script>"}}, std::string("</p><script>"));
  html.text("a & b");
  EXPECT_EQ(std::move(html).take(),
            "\n<p id=\"&quot;&gt;&lt;script&gt;\"><bdi>&lt;/p&gt;&lt;script&gt;</bdi></p>a &amp; b");
}

TEST(HtmlWriter, LeavesOutAnAttributeWithoutAValue) {
  HtmlWriter html;
  html.leaf("rect", {{"class", ""}, {"width", "5"}});
  EXPECT_EQ(std::move(html).take(), "\n<rect width=\"5\"/>");
}

TEST(HtmlWriter, IsolatesTheForeignPartsOfASentence) {
  const Words words = html_words("en");
  HtmlWriter html;
  html.say(words.say(Word::assessor_is, {"<Amal>"}));
  EXPECT_EQ(std::move(html).take(), "Assessed by <bdi>&lt;Amal&gt;</bdi>");
}

TEST(HtmlWriter, UsesIsolatesWhereNoElementMayStand) {
  const Words words = html_words("en");
  HtmlWriter html;
  html.say_bare(words.say(Word::assessor_is, {"Amal"}));
  EXPECT_EQ(std::move(html).take(), "Assessed by \u2068Amal\u2069");
}

TEST(HtmlPage, TakesForALanguageOnlyWhatLooksLikeOne) {
  for (const char* tag : {"en", "ar-EG", "zh-Hant-TW", "arz"}) EXPECT_EQ(language_tag(tag), tag);
  for (const char* text : {"", "e", "english", "AR", "en-", "en--x", "en\" onload=\"", "ar_EG", "en us"})
    EXPECT_EQ(language_tag(text), "") << text;
}

TEST(HtmlPage, NamesItsScriptAndStyleByTheirDigests) {
  const std::string page = html_document({"en", "t", "1"}, "");
  // printf 1 | openssl dgst -sha256 -binary | base64
  EXPECT_NE(page.find("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='\">"),
            std::string::npos);
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  EXPECT_EQ(page.find("unsafe-inline"), std::string::npos);
}

TEST(HtmlPage, WithoutAScriptAllowsNone) {
  const std::string page = html_document({"ar", "</title><script>", {}}, "");
  EXPECT_NE(page.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos);
  EXPECT_NE(page.find("content=\"default-src 'none'; style-src 'unsafe-inline'\">"), std::string::npos);
  EXPECT_NE(page.find("<title>&lt;/title&gt;&lt;script&gt;</title>"), std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
