// What is embedded is what stands in rubrics/, byte for byte.
#include "builtin/files.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar {
namespace {

const std::filesystem::path kRubrics = std::filesystem::path(test::project_dir()) / "rubrics";

TEST(Builtin, HoldsEveryRubricByteForByte) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRubrics)) {
    if (entry.path().extension() != ".json") continue;
    ++count;
    const std::string folder = entry.path().parent_path().filename().string();
    const bool keeps_folder = folder == "conversions" || folder == "mappings";
    const std::string name = (keeps_folder ? folder + "/" : "") + entry.path().filename().string();
    EXPECT_TRUE(builtin_text(name) == test::read_file(entry.path())) << name;
  }
  EXPECT_EQ(builtin_files().size(), count);
}

TEST(Builtin, IsSortedByName) {
  for (std::size_t i = 1; i < builtin_files().size(); ++i)
    EXPECT_LT(builtin_files()[i - 1].name, builtin_files()[i].name);
}

TEST(Builtin, HasNothingElse) { EXPECT_FALSE(builtin_text("no-such-rubric.json")); }

}  // namespace
}  // namespace ibtikar
