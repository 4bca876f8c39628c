// Formats of output by what files are called.
#include "cli/output/formats.h"

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

const Formats kFormats{
    "score", "--output", {Format::text, Format::markdown, Format::html, Format::csv}, Format::text};

TEST(OutputFormats, FollowTheEndingInAnyCase) {
  EXPECT_EQ(format_of(kFormats, "a/b.html", "").value(), Format::html);
  EXPECT_EQ(format_of(kFormats, "R.HTM", "").value(), Format::html);
  EXPECT_EQ(format_of(kFormats, "r.Csv", "").value(), Format::csv);
  EXPECT_EQ(format_of(kFormats, "r.v2.markdown", "").value(), Format::markdown);
}

TEST(OutputFormats, AreTheUsualOneWithoutAnEnding) {
  for (const char* path : {"", "-", "report", "a.d/report", "/dev/stdout", ".hidden", "a/.csv"})
    EXPECT_EQ(format_of(kFormats, path, "").value(), Format::text) << path;
}

TEST(OutputFormats, AreThatOfTheOptionWhateverTheFileIsCalled) {
  EXPECT_EQ(format_of(kFormats, "a.log", "csv").value(), Format::csv);
  EXPECT_EQ(format_of(kFormats, "a.html", "md").value(), Format::markdown);
}

TEST(OutputFormats, AreRefusedWithThoseThereAreAndTheWayToOthers) {
  EXPECT_EQ(
      format_of(kFormats, "a.json", "").error().message.english(),
      "--output \"a.json\": score does not write .json; it writes text (.txt), md (.md, .markdown), html "
      "(.html, .htm), csv (.csv); --format chooses one whatever the file is called");
  const auto way = [](const char* path) { return format_of(kFormats, path, "").error().message.english(); };
  EXPECT_NE(way("a.PDF").find("--print-to-pdf=a.PDF a.html"), std::string::npos) << way("a.PDF");
  EXPECT_NE(way("a.docx").find("pandoc -f markdown a.md -o a.docx"), std::string::npos);
  EXPECT_NE(way("a.parquet").find("COPY (FROM 'a.csv') TO 'a.parquet'"), std::string::npos);
  EXPECT_NE(way("a.csv.gz").find("| gzip"), std::string::npos);
  EXPECT_EQ(way("a.xlsx").find("soffice"), std::string::npos) << "a way that begins with what there is";
}

TEST(OutputFormats, OfATemplateAreTextsOnly) {
  EXPECT_TRUE(check_name_of_text("score", "letter.tex"));
  EXPECT_TRUE(check_name_of_text("score", "letter.html"));
  EXPECT_TRUE(check_name_of_text("score", "-"));
  for (const char* path : {"letter.pdf", "letter.docx", "letter.xlsx", "letter.db", "letter.html.gz"})
    EXPECT_FALSE(check_name_of_text("score", path)) << path;
}

}  // namespace
}  // namespace ibtikar::cli
