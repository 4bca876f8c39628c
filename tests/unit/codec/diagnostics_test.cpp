// Every fault a file can have: one fixture each, and exactly what is said of it.
//
// The fixtures are tests/data/{invalid,warned}/{rubrics,proposals}; proposals are held against
// tests/data/valid/small.json. What is said of all of them stands in tests/golden/diagnostics/.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "base/safe_text.h"
#include "ibtikar/scorer.h"
#include "support/arabic_prose.h"
#include "support/fixtures.h"
#include "support/golden.h"
#include "support/places.h"

namespace ibtikar {
namespace {

std::vector<std::string> fixtures_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(test::project_dir()) /
                                                               "tests" / "data" / folder))
    names.push_back(folder + "/" + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Diagnostics diagnose_rubric(const std::string& name) {
  Diagnostics found;
  const auto rubric = decode_rubric(test::read_fixture(name), test::find_fixture, found);
  return rubric ? found : rubric.error();
}

Diagnostics diagnose_proposal(const std::string& name, bool lenient) {
  static const Rubric kSmall = test::valid_rubric("valid/small.json");
  const NamedText source = test::read_fixture(name);
  Diagnostics found;
  const auto proposal = decode_proposal(source, {lenient}, found);
  if (!proposal) return proposal.error();
  const auto sheet = Scorer(kSmall).encode(*proposal, {lenient, false}, found);
  if (!sheet) found = sheet.error();
  locate(source, found);
  return found;
}

Diagnostics diagnose(const std::string& name) {
  return name.find("/rubrics/") != std::string::npos ? diagnose_rubric(name) : diagnose_proposal(name, false);
}

std::string report_on(const std::string& folder) {
  std::string report;
  for (const std::string& name : fixtures_in(folder)) report += format(diagnose(name)) + "\n";
  return report;
}

TEST(Diagnostics, SayWhatIsWrongWithEachRubric) {
  test::expect_golden("diagnostics/invalid_rubrics.txt", report_on("invalid/rubrics"));
  test::expect_golden("diagnostics/warned_rubrics.txt", report_on("warned/rubrics"));
}

TEST(Diagnostics, SayWhatIsWrongWithEachProposal) {
  test::expect_golden("diagnostics/invalid_proposals.txt", report_on("invalid/proposals"));
  test::expect_golden("diagnostics/warned_proposals.txt", report_on("warned/proposals"));
}

TEST(Diagnostics, AreErrorsForInvalidFilesAndOnlyWarningsForOthers) {
  for (const char* folder : {"invalid/rubrics", "invalid/proposals"})
    for (const std::string& name : fixtures_in(folder)) EXPECT_TRUE(has_errors(diagnose(name))) << name;
  for (const char* folder : {"warned/rubrics", "warned/proposals"})
    for (const std::string& name : fixtures_in(folder)) {
      EXPECT_FALSE(has_errors(diagnose(name))) << name;
      EXPECT_FALSE(diagnose(name).empty()) << name;
    }
}

TEST(Diagnostics, AllHaveAFileALineAndAColumn) {
  for (const char* folder : {"invalid/rubrics", "invalid/proposals", "warned/rubrics", "warned/proposals"})
    for (const std::string& name : fixtures_in(folder))
      for (const Diagnostic& d : diagnose(name)) {
        EXPECT_FALSE(d.file.empty()) << format(d);
        EXPECT_GT(d.position.line, 0u) << format(d);
        EXPECT_GT(d.position.column, 0u) << format(d);
      }
}

TEST(Diagnostics, AreArabicThroughout) {
  std::string report;
  for (const char* folder : {"invalid/rubrics", "invalid/proposals", "warned/rubrics", "warned/proposals"})
    for (const std::string& name : fixtures_in(folder)) {
      const Diagnostics found = diagnose(name);
      report += format(found, "ar");
      for (const Diagnostic& d : found) {
        const std::string line = format(d, "ar");
        EXPECT_TRUE(line.starts_with(d.file)) << line;
        EXPECT_NE(line.find("[" + d.code + "]"), std::string::npos) << line;
        EXPECT_NE(line.find(visible(d.pointer)), std::string::npos) << line;
        const std::size_t sentence = line.find("\u2067");
        ASSERT_NE(sentence, std::string::npos) << line;
        EXPECT_EQ(test::latin_words_in(line.substr(sentence)), std::vector<std::string>()) << line;
      }
    }
  test::expect_golden("diagnostics/arabic.txt", report);
}

bool is_code(std::string_view literal) {
  const bool letters = std::all_of(literal.begin(), literal.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  return letters && literal.find('-') != std::string_view::npos && literal.front() != '-' &&
         literal.back() != '-';
}

/// The codes that the sources give: the literals that look like one, "unknown-member".
std::set<std::string> codes_in_sources() {
  std::set<std::string> codes;
  const std::filesystem::path root = std::filesystem::path(test::project_dir()) / "src";
  for (const char* module : {"model", "score", "codec"})
    for (const auto& entry : std::filesystem::directory_iterator(root / module)) {
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (line.find("//") == 0) continue;
        for (std::size_t open = line.find('"'); open != std::string::npos; open = line.find('"', open + 1)) {
          const std::size_t close = line.find('"', open + 1);
          if (close == std::string::npos) break;
          const std::string literal = line.substr(open + 1, close - open - 1);
          if (!literal.empty() && is_code(literal)) codes.insert(literal);
        }
      }
    }
  for (const char* no_code : {"insufficient-information", "x-", "x-marked", "x-unmatched"})
    codes.erase(no_code);
  return codes;
}

/// What is wrong with tables and mappings is shown by the stories of a batch.
std::string stories_of_tables() {
  std::string text;
  for (const char* name : {"batch_csv.test", "batch_map.test"}) {
    std::ifstream file(std::filesystem::path(test::project_dir()) / "tests/cli" / name);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

TEST(Diagnostics, EachCodeHasAFixture) {
  const std::string stories = stories_of_tables();
  std::set<std::string> shown;
  for (const char* folder : {"invalid/rubrics", "invalid/proposals", "warned/rubrics", "warned/proposals"})
    for (const std::string& name : fixtures_in(folder))
      for (const Diagnostic& d : diagnose(name)) shown.insert(d.code);
  const std::set<std::string> codes = codes_in_sources();
  EXPECT_GT(codes.size(), 50u) << "the search through the sources finds too little";
  // limits_test makes files over a limit; unknown-name is about assessments (assessment_json_test),
  // too-many-columns about tables (tests/cli/batch_test).
  const std::set<std::string> elsewhere = {
      "too-large", "text-too-long", "too-many-questions", "extends-too-long", "unknown-name",
      "too-many-columns",
      // tests/cli/limits_test
      "too-many-bands", "too-many-criteria", "too-many-dimensions", "too-many-elements", "too-many-gates",
      "too-many-languages", "too-many-levels", "too-many-options", "too-many-points", "too-many-scales",
      "too-many-sections", "too-many-sources", "looks-like-share"};
  for (const std::string& code : codes)
    EXPECT_TRUE(shown.contains(code) || elsewhere.contains(code) ||
                stories.find("[" + code + "]") != std::string::npos)
        << "no fixture shows [" << code << "]";
}

TEST(Lenient, TurnsMisfitsIntoOpenAnswersWithAWarning) {
  for (const std::string& name : fixtures_in("invalid/proposals")) {
    const Diagnostics strict = diagnose_proposal(name, false);
    const bool all_in_answers = std::all_of(strict.begin(), strict.end(), [](const Diagnostic& d) {
      return d.pointer.compare(0, 9, "/answers/") == 0 && d.code != "number-out-of-range";
    });
    const Diagnostics lenient = diagnose_proposal(name, true);
    EXPECT_EQ(has_errors(lenient), !all_in_answers) << name;
    if (all_in_answers) {
      EXPECT_EQ(lenient.size(), strict.size()) << name;
    }
  }
}

}  // namespace
}  // namespace ibtikar
