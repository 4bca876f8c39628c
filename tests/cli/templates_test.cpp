// The samples of examples/templates/, filled with example proposals: examples/reports/ has what comes out.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/golden.h"
#include "support/places.h"
#include "support/process.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

struct Sample {
  const char* name;
  const char* proposal;
  const char* language;
  const char* made;
  friend void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }
};

const Sample kSamples[] = {
    {"donor-letter.html.mustache", "housing-first", "en", "housing-first-donor-letter.html"},
    {"board-one-pager.md.mustache", "playpump", "en", "playpump-board-one-pager.md"},
    {"arabic-summary.html.mustache", "sunduq-al-hay", "ar", "sunduq-al-hay-summary.ar.html"},
};

class SampleTemplate : public testing::TestWithParam<Sample> {};

TEST_P(SampleTemplate, MakesTheFinishedReport) {
  const Sample& sample = GetParam();
  const fs::path examples = fs::path(test::project_dir()) / "examples";
  const Finished made =
      run_process({.program = test::program(),
                   .arguments = {"score", (examples / "proposals" / sample.proposal).string() + ".json",
                                 "--quiet", "--lang", sample.language, "--template",
                                 (examples / "templates" / sample.name).string()}});
  EXPECT_EQ(made.err, "");
  EXPECT_EQ(made.status, 0);
  expect_file(examples / "reports" / sample.made, made.out);
}

INSTANTIATE_TEST_SUITE_P(Samples, SampleTemplate, testing::ValuesIn(kSamples));

}  // namespace
}  // namespace ibtikar::test
