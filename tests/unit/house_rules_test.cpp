// The sources keep the project's rules: every file is held against every rule, and what CMake asks
// for against what ./dev installs. That the rules notice a breach is tested in
// support/house_rules_checker_test.cpp.
#include "support/house_rules.h"
#include "support/places.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/meeting_names.h"
#include "support/temp_dir.h"

namespace ibtikar::test {

// gtest finds this by argument-dependent lookup; without it, it prints the bytes of the pointers.
void PrintTo(const HouseRule& rule, std::ostream* out) { *out << rule.name; }

namespace {

const std::filesystem::path kProject = test::project_dir();

class HouseRules : public testing::TestWithParam<HouseRule> {};

TEST_P(HouseRules, AreKept) {
  const std::vector<SourceFile> files = read_sources(kProject);
  ASSERT_FALSE(files.empty());
  for (const SourceFile& file : files)
    for (const Fault& fault : GetParam().check(file))
      ADD_FAILURE() << file.path << ":" << fault.line << ": " << fault.why;
}

TEST(HouseRulesOfBatches, NamesDoNotMeet) {
  for (const Meeting& meeting : names_that_meet(read_sources(kProject)))
    ADD_FAILURE() << meeting.path << ":" << meeting.line << ": " << meeting.why;
}

INSTANTIATE_TEST_SUITE_P(Sources, HouseRules, testing::ValuesIn(house_rules().begin(), house_rules().end()),
                         [](const testing::TestParamInfo<HouseRule>& info) { return info.param.name; });

/// The Debian packages that CMakeLists.txt needs: the second word of ibtikar_need(NAME PACKAGE).
std::vector<std::string> packages_of_cmake() {
  std::vector<std::string> packages;
  const std::string text = read_file(kProject / "CMakeLists.txt");
  for (std::size_t at = text.find("\nibtikar_need"); at != std::string::npos;
       at = text.find("ibtikar_need", at + 1)) {
    const std::size_t blank = text.find(' ', text.find('(', at));
    packages.push_back(text.substr(blank + 1, text.find(')', at) - blank - 1));
  }
  return packages;
}

TEST(Packages, InstallEveryLibraryThatCMakeNeeds) {
  const std::string script = read_file(kProject / "dev");
  const std::vector<std::string> packages = packages_of_cmake();
  EXPECT_GT(packages.size(), 5u);
  for (const std::string& package : packages)
    EXPECT_NE(script.find(package), std::string::npos) << "./dev does not install " << package;
}

}  // namespace
}  // namespace ibtikar::test
