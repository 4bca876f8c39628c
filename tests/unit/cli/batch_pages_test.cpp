// The folder of single reports: what its files are called, and how they are linked to.
#include "cli/output/page_folder.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "report/html/page.h"
#include "support/hostile.h"
#include "support/temp_dir.h"

namespace ibtikar::cli {
namespace {

using test::TempDir;

TEST(PageStem, KeepsWhatIsHarmless) {
  EXPECT_EQ(page_stem("P-0012"), "P-0012");
  EXPECT_EQ(page_stem("a_b.c"), "a_b.c");
  EXPECT_EQ(page_stem("صندوق الحي / ٧"), "صندوق-الحي-٧");
  EXPECT_EQ(page_stem("مُبادرة"), "مُبادرة");
  EXPECT_EQ(page_stem("Çocuk evi"), "Çocuk-evi");
  EXPECT_EQ(page_stem("हिन्दी 项目"), "हिन्दी-项目");
}

TEST(PageStem, NamesNoOtherFolderAndNothingHidden) {
  EXPECT_EQ(page_stem("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(page_stem("/etc/passwd"), "etc-passwd");
  EXPECT_EQ(page_stem("a/../b"), "a-.-b");
  EXPECT_EQ(page_stem(".bashrc"), "bashrc");
  EXPECT_EQ(page_stem("--output"), "output");
  EXPECT_EQ(page_stem(".."), "proposal");
  EXPECT_EQ(page_stem(""), "proposal");
}

TEST(PageStem, NamesNoDevice) {
  EXPECT_EQ(page_stem("CON"), "proposal-CON");
  EXPECT_EQ(page_stem("nul.txt"), "proposal-nul.txt");
  EXPECT_EQ(page_stem("lpt1"), "proposal-lpt1");
  EXPECT_EQ(page_stem("console"), "console");
}

TEST(PageStem, IsShortAndHarmlessWhateverTheId) {
  for (const std::string& text : test::hostile_texts()) {
    const std::string stem = page_stem(text);
    EXPECT_FALSE(stem.empty());
    EXPECT_LE(stem.size(), 130U);
    EXPECT_EQ(stem.find_first_of("/\\:*?\"<>| \t%'&;$!~"), std::string::npos) << stem;
    EXPECT_EQ(plain(stem), stem);
    EXPECT_EQ(first_invalid_utf8(stem), std::nullopt);
    EXPECT_NE(stem.front(), '-');
    EXPECT_NE(stem.front(), '.');
    EXPECT_EQ(stem.find(".."), std::string::npos) << stem;
  }
}

TEST(PageFolder, GivesEveryPageANameOfItsOwn) {
  const TempDir here;
  Result<PageFolder> pages =
      PageFolder::open((here.path() / "r").string(), (here.path() / "all.html").string());
  ASSERT_TRUE(pages);
  EXPECT_EQ(pages->add("P-1", "one").value(), "r/P-1.html");
  EXPECT_EQ(pages->add("p-1", "two").value(), "r/p-1-2.html");
  EXPECT_EQ(pages->add("P-1-2", "three").value(), "r/P-1-2-2.html");
  EXPECT_EQ(pages->add("P/1", "four").value(), "r/P-1-3.html");
  EXPECT_EQ(pages->add("صندوق", "five").value(), "r/%D8%B5%D9%86%D8%AF%D9%88%D9%82.html");
  EXPECT_EQ(pages->add("É", "six").value(), "r/%C3%89.html");
  EXPECT_EQ(pages->add("e\u0301", "seven").value(), "r/e%CC%81-2.html");
  EXPECT_EQ(here.read("r/صندوق.html"), "five");
  EXPECT_EQ(here.read("r/P-1.html"), "one");
  EXPECT_EQ(here.read("r/P-1-3.html"), "four");
}

TEST(PageFolder, LinksFromWhereTheOverviewIs) {
  const TempDir here;
  const auto link = [&](const std::string& folder, const std::string& overview) {
    std::filesystem::create_directories(here.path() / "a");
    Result<PageFolder> pages =
        PageFolder::open((here.path() / folder).string(), (here.path() / overview).string());
    return pages ? pages->add("x", html_document({"en", "x", {}}, "")).value()
                 : pages.error().message.english();
  };
  EXPECT_EQ(link("a", "all.html"), "a/x.html");
  EXPECT_EQ(link("a/b", "all.html"), "a/b/x.html");
  EXPECT_EQ(link("c/", "a/all.html"), "../c/x.html");
  EXPECT_EQ(link("a", "a/all.html"), "./x.html");
  EXPECT_EQ(link("two words: \"تقارير\"", "all.html"),
            "two%20words%3A%20%22%D8%AA%D9%82%D8%A7%D8%B1%D9%8A%D8%B1%22/x.html");
}

TEST(PageFolder, CannotBeAFile) {
  const TempDir here;
  here.write("r", "text");
  const Result<PageFolder> pages = PageFolder::open((here.path() / "r").string(), "");
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().message.english(), "is a file; expected a folder");
}

}  // namespace
}  // namespace ibtikar::cli
