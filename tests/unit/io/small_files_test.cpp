// Small files read with one open and one read.
#include "io/files/small_files.h"

#include <gtest/gtest.h>

#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include "support/temp_dir.h"

namespace ibtikar::io {
namespace {

TEST(SmallFiles, AreReadBehindWhatIsThere) {
  const test::TempDir folder;
  folder.write("a.json", "first");
  folder.write("b.json", "");
  folder.write("deeper/c.json", "third");
  SmallFiles files;
  std::string bytes = "so far";
  const auto a = files.read((folder.path() / "a.json").string(), bytes, 3);
  ASSERT_TRUE(a);
  EXPECT_EQ(a->size, 5U);
  EXPECT_EQ(bytes.substr(0, 8), "so first");
  const auto b = files.read((folder.path() / "b.json").string(), bytes, 8);
  ASSERT_TRUE(b);
  EXPECT_EQ(b->size, 0U);
  ASSERT_TRUE(files.read((folder.path() / "deeper/c.json").string(), bytes, 8));
  EXPECT_EQ(bytes.substr(0, 13), "so firstthird");
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() / "a.json").c_str(), &status), 0);
  EXPECT_EQ(a->inode, status.st_ino);
  EXPECT_EQ(a->device, status.st_dev);
}

TEST(SmallFiles, AreRegularAndSmall) {
  const test::TempDir folder;
  constexpr std::size_t kMost = std::size_t{64} << 10;
  folder.write("most.json", std::string(kMost, 'x'));
  folder.write("large.json", std::string(kMost + 1, 'x'));
  ASSERT_EQ(::mkfifo((folder.path() / "pipe.json").c_str(), 0600), 0);
  ASSERT_EQ(::symlink("nowhere", (folder.path() / "link.json").c_str()), 0);
  SmallFiles files;
  std::string bytes;
  const auto most = files.read((folder.path() / "most.json").string(), bytes, 0);
  ASSERT_TRUE(most);
  EXPECT_EQ(most->size, kMost);
  for (const char* name : {"large.json", "pipe.json", "link.json", "missing.json", "missing/a.json", "."})
    EXPECT_FALSE(files.read((folder.path() / name).string(), bytes, 0)) << name;
}

}  // namespace
}  // namespace ibtikar::io
