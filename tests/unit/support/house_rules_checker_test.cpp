// The checker of the house rules finds what it must find: each rule is shown a file that breaks it,
// and a file close to that which does not. A checker that cannot fail would be worse than none.
#include "support/house_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/cpp_text.h"

namespace ibtikar::test {

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.line << ": " << fault.why; }

namespace {

struct Snippet {
  const char* name;
  const char* rule;
  const char* path;
  std::string text;
  std::size_t line;  ///< of the one fault; 0 when there is none
  const char* why = "";

  friend void PrintTo(const Snippet& snippet, std::ostream* out) { *out << snippet.name; }
};

std::string lines(std::size_t count) {
  std::string text = "// x\n";
  while (count-- > 1) text += "int i;\n";
  return text;
}

const Snippet kSnippets[] = {
    {"Up", "ArrowsGoDown", "src/score/a.cpp", "// x\n#include \"codec/csv.h\"\n", 2,
     "score (layer 2) must not include codec/csv.h of codec (layer 4)"},
    {"UpToAPublicHeader", "ArrowsGoDown", "src/model/a.cpp", "#include \"ibtikar/scorer.h\"\n", 1,
     "model (layer 1) must not include ibtikar/scorer.h of score (layer 2)"},
    {"UpInAngleBrackets", "ArrowsGoDown", "src/model/a.cpp", "#include <ibtikar/scorer.h>\n", 1,
     "model (layer 1) must not include ibtikar/scorer.h of score (layer 2)"},
    {"Across", "ArrowsGoDown", "src/interview/a.cpp", "#include \"score/plan.h\"\n", 1,
     "interview (layer 2) must not include score/plan.h of score (layer 2)"},
    {"AcrossBetweenPublicHeaders", "ArrowsGoDown", "include/ibtikar/interview.h",
     "#include \"ibtikar/scorer.h\"\n", 1,
     "interview (layer 2) must not include ibtikar/scorer.h of score (layer 2)"},
    {"PublicIncludesPrivate", "ArrowsGoDown", "include/ibtikar/scorer.h", "#include \"base/utf8.h\"\n", 1,
     "a public header includes only public headers, not base/utf8.h"},
    {"WithoutItsModule", "ArrowsGoDown", "src/score/a.cpp", "#include \"plan.h\"\n", 1,
     "\"plan.h\": write \"module/file.h\" or \"ibtikar/file.h\""},
    {"ByDots", "ArrowsGoDown", "src/score/a.cpp", "#include \"../base/utf8.h\"\n", 1,
     "\"../base/utf8.h\": write \"module/file.h\" or \"ibtikar/file.h\""},
    {"UnknownModule", "ArrowsGoDown", "src/score/a.cpp", "#include \"util/x.h\"\n", 1,
     "\"util/x.h\" is in no module that we know"},
    {"UnknownPublicHeader", "ArrowsGoDown", "src/score/a.cpp", "#include \"ibtikar/util.h\"\n", 1,
     "\"ibtikar/util.h\" is in no module that we know"},
    {"FileInNoModule", "ArrowsGoDown", "src/util/a.cpp", "// x\n", 1,
     "this file has no module: see kModules and kPublicHeaders in tests/support/house_rules.cpp"},
    {"FileBesideTheModules", "ArrowsGoDown", "src/a.cpp", "// x\n", 1,
     "this file has no module: see kModules and kPublicHeaders in tests/support/house_rules.cpp"},
    {"PublicFileWithoutLayer", "ArrowsGoDown", "include/ibtikar/util.h", "// x\n", 1,
     "this file has no module: see kModules and kPublicHeaders in tests/support/house_rules.cpp"},
    {"Down", "ArrowsGoDown", "src/cli/a.cpp", "#include \"io/files.h\"\n#include \"ibtikar/report.h\"\n", 0},
    {"OwnModule", "ArrowsGoDown", "src/score/a.cpp",
     "#include \"score/plan.h\"\n#include \"ibtikar/scorer.h\"\n", 0},
    {"OnlyAComment", "ArrowsGoDown", "src/score/a.cpp",
     "// #include \"cli/app.h\"\n/*\n#include \"cli/app.h\"\n*/", 0},
    {"OnlyAString", "ArrowsGoDown", "src/score/a.cpp", "auto s = R\"(\n#include \"cli/app.h\"\n)\";\n", 0},

    {"AcrossBetweenFolders", "FoldersIncludeWhatTheyMay", "src/report/html/a.cpp",
     "// x\n#include \"report/text/page.h\"\n", 2, "report/html must not include files of report/text"},
    {"FolderInNoList", "FoldersIncludeWhatTheyMay", "src/report/pdf/a.cpp",
     "#include \"report/view/view.h\"\n", 1, "src/report/pdf is in no list: see kFolders in tests/support"},
    {"FromAListedFolder", "FoldersIncludeWhatTheyMay", "src/report/html/a.cpp",
     "#include \"report/view/view.h\"\n#include \"words/report_words.h\"\n", 0},
    {"FromTheModulesOwnFolder", "FoldersIncludeWhatTheyMay", "src/io/files/a.cpp",
     "#include \"io/interrupts.h\"\n", 0},
    {"NameWithItsFolder", "NamesDoNotRepeatFolders", "src/report/html/html_page.cpp", "// x\n", 1,
     "the name repeats its folder's: html_page.cpp"},
    {"NameWithoutItsFolder", "NamesDoNotRepeatFolders", "src/report/html/page.cpp", "// x\n", 0},

    {"CliOutsideItsModule", "LibrariesStayInTheirModules", "src/io/a.cpp", "#include <CLI/CLI.hpp>\n", 1,
     "<CLI/CLI.hpp> must not stand here: it takes seconds to compile; others use the table"},
    {"NlohmannOutsideItsModule", "LibrariesStayInTheirModules", "src/report/a.cpp",
     "\n#include <nlohmann/json.hpp>\n", 2,
     "<nlohmann/json.hpp> must not stand here: a library stays in its module"},
    {"SimdjsonOutsideItsModule", "LibrariesStayInTheirModules", "src/base/a.cpp", "#include <simdjson.h>\n",
     1, "<simdjson.h> must not stand here: a library stays in its module"},
    {"ExpectedOutsideResult", "LibrariesStayInTheirModules", "include/ibtikar/codec.h",
     "#include <tl/expected.hpp>\n", 1,
     "<tl/expected.hpp> must not stand here: a library stays in its module"},
    {"SystemCallOutsideIo", "LibrariesStayInTheirModules", "src/cli/a.cpp", "#  include  <sys/stat.h>\n", 1,
     "<sys/stat.h> must not stand here: the only system calls are in io"},
    {"Utf8procOutsideBase", "LibrariesStayInTheirModules", "src/report/a.cpp", "#include <utf8proc.h>\n", 1,
     "<utf8proc.h> must not stand here: a library stays in its module"},
    {"DigestOutsideBase", "LibrariesStayInTheirModules", "src/codec/a.cpp", "#include <sha2.h>\n", 1,
     "<sha2.h> must not stand here: a library stays in its module"},
    {"ThreadOutsideBatch", "LibrariesStayInTheirModules", "src/cli/a.cpp", "#include <thread>\n", 1,
     "<thread> must not stand here: the only threads are in batch, and in one file of panel"},
    {"StreamsBelowIo", "LibrariesStayInTheirModules", "src/report/a.cpp", "#include <iostream>\n", 1,
     "<iostream> must not stand here: below layer 7 there are no files, no clock, no terminal, no locale"},
    {"Regex", "LibrariesStayInTheirModules", "src/cli/a.cpp", "#include <regex>\n", 1,
     "<regex> must not stand here: std::regex overflows the stack on long text"},
    {"NewLibrary", "LibrariesStayInTheirModules", "src/codec/a.cpp", "#include <boost/json.hpp>\n", 1,
     "<boost/json.hpp> has no module yet: see kHeaders in tests/support"},
    {"LibrariesAtHome", "LibrariesStayInTheirModules", "src/codec/a.cpp",
     "#include <nlohmann/json.hpp>\n#include <simdjson.h>\n#include <fmt/format.h>\n#include <vector>\n", 0},
    {"StreamsInCli", "LibrariesStayInTheirModules", "src/cli/main.cpp", "#include <iostream>\n", 0},

    {"New", "WordsStayInTheirModules", "src/cli/a.cpp", "// x\nauto* p = new int(1);\n", 2,
     "\"new\" must not stand here: values, containers and std::make_unique own memory"},
    {"SharedPtr", "WordsStayInTheirModules", "include/ibtikar/scorer.h", "std::shared_ptr<int> p;\n", 1,
     "\"shared_ptr\" must not stand here: ownership is visible in the signature"},
    {"ThrowOutsideTheFences", "WordsStayInTheirModules", "src/codec/csv.cpp", "throw 1;\n", 1,
     "\"throw\" must not stand here: errors are values; exceptions stay inside the fences"},
    {"CatchOutsideTheFences", "WordsStayInTheirModules", "src/score/a.cpp", "try { f(); }\ncatch (...) {}\n",
     2, "\"catch\" must not stand here: errors are values; exceptions stay inside the fences"},
    {"LocaleForAll", "WordsStayInTheirModules", "src/io/a.cpp", "setlocale(LC_ALL, \"\");\n", 1,
     "\"LC_ALL\" must not stand here: only LC_CTYPE may be set: numbers read and print the same everywhere"},
    {"GlobalLocale", "WordsStayInTheirModules", "src/cli/a.cpp", "std::locale::global(x);\n", 1,
     "\"locale::global\" must not stand here: numbers read and print the same everywhere"},
    {"Stod", "WordsStayInTheirModules", "src/cli/a.cpp", "double d = std::stod(s);\n", 1,
     "\"std::stod\" must not stand here: depends on the locale; base/decimal reads numbers"},
    {"Strtod", "WordsStayInTheirModules", "src/io/a.cpp", "double d = strtod(s, nullptr);\n", 1,
     "\"strtod\" must not stand here: depends on the locale; base/decimal reads numbers"},
    {"PrintfBelowIo", "WordsStayInTheirModules", "src/report/a.cpp", "std::printf(\"%f\", d);\n", 1,
     "\"printf\" must not stand here: prints numbers by the locale, and nothing prints below layer 7"},
    {"ClockBelowIo", "WordsStayInTheirModules", "src/report/a.cpp",
     "auto t = std::chrono::system_clock::now();\n", 1,
     "\"system_clock\" must not stand here: below layer 7 there are no files, no clock, no terminal, no "
     "locale"},
    {"InterfaceElsewhere", "WordsStayInTheirModules", "src/report/a.h", "virtual void draw() = 0;\n", 1,
     "\"virtual\" must not stand here: values first: the only interfaces are in streams.h"},
    {"OnlyInCommentsAndStrings", "WordsStayInTheirModules", "src/score/a.cpp",
     "// a new throw\nauto s = \"new throw\"; char c = '\"'; int n = 1'000; /* new */\n", 0},
    {"RawLiteral", "WordsStayInTheirModules", "src/report/html/a.cpp", "// x\nauto s = R\"css(a{})css\";\n",
     2,
     "\"R\"\" must not stand here: a style, a script, a page or SQL is a file of its own: cmake/embed.cmake"},
    {"EndOfALiteral", "WordsStayInTheirModules", "src/report/a.cpp", "auto s = \"R\" \"OR\";\n", 0},
    {"ScriptsAreFree", "WordsStayInTheirModules", "src/report/html/a.js", "/* x */\nnew Date();\n", 0},
    {"PartsOfWords", "WordsStayInTheirModules", "src/score/a.cpp", "int renew = news + new_one; nothrow();\n",
     0},
    {"ThrowInsideTheFence", "WordsStayInTheirModules", "src/codec/json/document.cpp",
     "try { throw 1; } catch (int) {}\n", 0},
    {"TestsAreFree", "WordsStayInTheirModules", "tests/unit/a_test.cpp", "throw std::stod(s);\n", 0},

    {"TooLong", "FilesAreShort", "tests/unit/a_test.cpp", lines(401), 401,
     "401 lines; more than 400 are two files"},
    {"JustShortEnough", "FilesAreShort", "src/base/a.cpp", lines(400), 0},

    {"NoOpeningComment", "FilesSayWhatTheyAreFor", "src/base/a.cpp", "#include <vector>\n// x\n", 1,
     "the first line must be a comment that says what the file is for"},
    {"OpeningComment", "FilesSayWhatTheyAreFor", "src/base/a.cpp", "// A thing.\n", 0},
    {"NoOpeningCommentOfAStyle", "FilesSayWhatTheyAreFor", "src/report/html/a.css", "a{}\n", 1,
     "the first line must be a comment that says what the file is for"},
    {"OpeningCommentOfAStyle", "FilesSayWhatTheyAreFor", "src/report/html/a.css", "/* A style. */\n", 0},
    {"OpeningCommentOfAPage", "FilesSayWhatTheyAreFor", "src/report/html/a.html", "<!-- A page. -->\n", 0},
    {"NoPragmaOnce", "HeadersHavePragmaOnce", "src/base/a.h", "// x\n// #pragma once\n", 1,
     "a header has #pragma once"},
    {"PragmaOnce", "HeadersHavePragmaOnce", "src/base/a.h", "// x\n#pragma once\n", 0},
    {"SourcesNeedNoPragma", "HeadersHavePragmaOnce", "src/base/a.cpp", "// x\n", 0},
};

class HouseRuleChecker : public testing::TestWithParam<Snippet> {};

TEST_P(HouseRuleChecker, FindsExactlyTheBreach) {
  const Snippet& snippet = GetParam();
  std::vector<Fault> expected;
  if (snippet.line > 0) expected.push_back({snippet.line, snippet.why});
  EXPECT_EQ(house_rule(snippet.rule).check({snippet.path, snippet.text}), expected);
}

INSTANTIATE_TEST_SUITE_P(Snippets, HouseRuleChecker, testing::ValuesIn(kSnippets),
                         [](const testing::TestParamInfo<Snippet>& info) { return info.param.name; });

TEST(HouseRuleChecker, HasASnippetThatBreaksEachRule) {
  for (const HouseRule& rule : house_rules()) {
    const bool shown = std::ranges::any_of(kSnippets, [&](const Snippet& snippet) {
      return std::string(rule.name) == snippet.rule && snippet.line > 0;
    });
    EXPECT_TRUE(shown) << rule.name;
  }
}

TEST(HouseRuleChecker, KeepsLinesWhereTheyAre) {
  EXPECT_EQ(only_code("a; // b\n/* c\nd */ e(\"f\\\"g\");\n"), "a;     \n    \n     e(\"    \");\n");
}

}  // namespace
}  // namespace ibtikar::test
