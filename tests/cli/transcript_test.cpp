// Every tests/cli/*.test is a test of its own: the program is driven as a user would drive it. When
// there is none at all, gtest itself fails.
#include "support/transcript.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

const std::filesystem::path kProject = test::project_dir();

class Transcript : public testing::TestWithParam<std::string> {};

TEST_P(Transcript, GoesAsWritten) {
  const std::filesystem::path path = kProject / "tests" / "cli" / (GetParam() + ".test");
  const std::string text = read_file(path);
  const TempDir folder;
  const TranscriptOutcome outcome = run_transcript(text, folder.path(), kProject);
  if (approving()) {
    if (!outcome.differences.empty()) write_file(path, outcome.approved);
    return;
  }
  for (const std::string& difference : outcome.differences)
    ADD_FAILURE() << "tests/cli/" << GetParam() << ".test, " << difference;
}

std::string as_test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cli, Transcript, testing::ValuesIn(transcript_names(kProject)), as_test_name);

}  // namespace
}  // namespace ibtikar::test
