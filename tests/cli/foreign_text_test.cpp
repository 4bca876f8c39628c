// What hostile texts become in the programs that reports are opened with: pandoc reads the Markdown,
// LibreOffice the CSV. Every hostile text stands in every text field.
#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/hostile.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

/// The names of all elements of an HTML text, in order: "h1 /h1 p br ...". Without the widths of columns,
/// which pandoc gives to tables with long lines.
std::string elements_of(const std::string& html) {
  std::string names;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find_first_of(" >\n", at);
    const std::string name = html.substr(at + 1, end - at - 1);
    if (name.find("col") == std::string::npos) names += name + " ";
  }
  return names;
}

std::string through_pandoc(const std::string& reader, const std::string& markdown) {
  const Finished finished = run_process(
      {.program = "pandoc", .arguments = {"-f", reader, "-t", "html", "--wrap=none"}, .input = markdown});
  EXPECT_NE(finished.status, 127) << "this test needs pandoc; ./dev test installs it";
  EXPECT_EQ(finished.status, 0) << finished.err;
  return finished.out;
}

/// Texts that are there in the report, and such as are nothing but blanks, or vanish: each has a line of
/// its own or none, and so reports of them may differ.
bool shows_something(const std::string& text) {
  return render_markdown(assessment_of_hostile(text), {}).find("# \n") == std::string::npos &&
         text.find_first_not_of(" \t\r\n") != std::string::npos;
}

struct Flavour {
  const char* reader;
  const char* language;
  friend void PrintTo(const Flavour& flavour, std::ostream* out) {
    *out << flavour.reader << " " << flavour.language;
  }
};

class MarkdownInPandoc : public testing::TestWithParam<Flavour> {};

TEST_P(MarkdownInPandoc, HasTheSameElementsWhateverItsTextsAre) {
  const auto [reader, language] = GetParam();
  const auto report = [language = language](const std::string& text) {
    return render_markdown(assessment_of_hostile(text), {.language = language}) + "\n";
  };
  std::string all;
  std::string expected;
  const std::string harmless = elements_of(through_pandoc(reader, report("harmless")));
  EXPECT_NE(harmless.find("table "), std::string::npos);
  for (const char* element : {"a ", "img ", "script ", "code ", "pre ", "blockquote ", "hr ", "/hr "})
    EXPECT_EQ(harmless.find(std::string(" ") + element), std::string::npos) << element;
  for (const std::string& text : hostile_texts()) {
    if (!shows_something(text)) continue;
    all += report(text);
    expected += harmless;
  }
  const std::string got = elements_of(through_pandoc(reader, all));
  const auto differs = std::ranges::mismatch(expected, got).in1 - expected.begin();
  EXPECT_EQ(got.size(), expected.size());
  EXPECT_TRUE(got == expected) << "report " << static_cast<std::size_t>(differs) / harmless.size()
                               << " has an element that is not ours, at: "
                               << got.substr(
                                      static_cast<std::size_t>(std::max<std::ptrdiff_t>(differs - 60, 0)),
                                      160);
}

INSTANTIATE_TEST_SUITE_P(Flavours, MarkdownInPandoc,
                         testing::Values(Flavour{"gfm", "en"}, Flavour{"gfm", "ar"},
                                         Flavour{"markdown", "en"}, Flavour{"markdown", "ar"}),
                         [](const testing::TestParamInfo<Flavour>& flavour) {
                           return fmt::format("{}_{}", flavour.param.reader, flavour.param.language);
                         });

TEST(CsvInLibreOffice, HasNoFormulaWhateverItIsSplitAt) {
  std::vector<Assessment> all;
  for (const std::string& text : hostile_texts()) all.push_back(assessment_of_hostile(text));
  const std::string table = render_csv(all, {.language = "en"});
  const TempDir here;
  for (const char* separator : {"44", "59", "9", "124"}) {
    const std::string name = fmt::format("split-at-{}", separator);
    std::ofstream(here.path() / (name + ".csv"), std::ios::binary) << table;
    Command soffice{"soffice",
                    {"-env:UserInstallation=file://" + (here.path() / "profile").string(), "--headless",
                     fmt::format("--infilter=CSV:{},34,76,1,,0,false,true,false,false,false", separator),
                     "--convert-to", "fods", name + ".csv"}};
    soffice.environment["HOME"] = here.path();
    soffice.directory = here.path();
    const Finished finished = run_process(soffice);
    ASSERT_NE(finished.status, 127) << "this test needs libreoffice-calc; ./dev test installs it";
    std::ifstream file(here.path() / (name + ".fods"), std::ios::binary);
    const std::string sheet((std::istreambuf_iterator<char>(file)), {});
    ASSERT_NE(sheet.find("<table:table-cell"), std::string::npos) << finished.out << finished.err;
    EXPECT_EQ(sheet.find("table:formula"), std::string::npos)
        << separator << ": " << sheet.substr(sheet.find("table:formula"), 200);
    EXPECT_EQ(sheet.find("xlink:href=\"http"), std::string::npos) << separator;
  }
}

}  // namespace
}  // namespace ibtikar::test
