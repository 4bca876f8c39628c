// The finished reports of examples/reports: what the program makes of every example, in both languages.
#include <filesystem>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/places.h"
#include "support/process.h"

namespace ibtikar::test {
namespace {

/// A report is handed on by mail: it stays small.
constexpr std::size_t kMostBytes = 150'000;

std::vector<std::filesystem::path> examples() {
  const auto folder = std::filesystem::path(test::project_dir()) / "examples" / "proposals";
  return {std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()};
}

TEST(Reports, OfTheExamplesAreWhatTheProgramMakes) {
  const auto folder = std::filesystem::path(test::project_dir()) / "examples" / "reports";
  ASSERT_FALSE(examples().empty());
  for (const auto& example : examples())
    for (const std::string language : {"en", "ar"}) {
      const Finished finished = run_process(
          {test::program(), {"score", example.string(), "--lang", language, "--format", "html", "--quiet"}});
      ASSERT_EQ(finished.status, 0) << finished.err;
      EXPECT_LT(finished.out.size(), kMostBytes);
      expect_file(folder / (example.stem().string() + "." + language + ".html"), finished.out);
    }
}

}  // namespace
}  // namespace ibtikar::test
