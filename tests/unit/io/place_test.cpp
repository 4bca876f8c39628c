// What paths lead to.
#include "io/files/place.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "support/temp_dir.h"

namespace ibtikar::io {
namespace {

namespace fs = std::filesystem;

class Place : public testing::Test {
 protected:
  Place() {
    place_.write("folder/file", "content");
    fs::create_symlink("folder/file", place_.path() / "soft");
    fs::create_symlink(place_.path() / "soft", place_.path() / "softer");
    fs::create_hard_link(place_.path() / "folder/file", place_.path() / "hard");
    fs::create_symlink("folder", place_.path() / "way");
    fs::create_symlink("folder/gone", place_.path() / "dead");
    fs::create_symlink("circle", place_.path() / "circle");
    fs::create_symlink("/dev/fd/1", place_.path() / "stream");
  }
  [[nodiscard]] std::string at(const std::string& name) const { return place_.path().string() + "/" + name; }

  test::TempDir place_;
};

TEST_F(Place, IsOneForAllNamesOfAFile) {
  const io::Place file = place_of(at("folder/file"));
  EXPECT_TRUE(file.is_file());
  for (const char* name : {"soft", "softer", "hard", "way/file", "./folder/../folder/./file", "way/../soft"})
    EXPECT_EQ(place_of(at(name)), file) << name;
  place_.write("folder/other", "content");
  EXPECT_NE(place_of(at("folder/other")), file);
  EXPECT_NE(place_of(at("gone")), file);
}

TEST_F(Place, IsOneForAllNamesOfWhatIsNotThereYet) {
  const io::Place gone = place_of(at("folder/gone"));
  EXPECT_FALSE(gone.exists);
  for (const char* name : {"dead", "way/gone", "folder/./gone", "folder/../way/gone"})
    EXPECT_EQ(place_of(at(name)), gone) << name;
  EXPECT_NE(place_of(at("gone")), gone);
  EXPECT_FALSE(place_of(at("circle")).exists);
  EXPECT_NE(place_of(at("nowhere/gone")), gone);
}

TEST_F(Place, OfAStreamIsTheStream) {
  for (const std::string& name :
       {std::string("/dev/stdout"), std::string("/dev/fd/1"), std::string("/proc/self/fd/1"), at("stream")})
    EXPECT_EQ(place_of(name).descriptor, 1) << name;
  EXPECT_EQ(place_of("/dev/stderr").descriptor, 2);
  EXPECT_FALSE(place_of("/dev/null").descriptor);
  EXPECT_FALSE(place_of(at("folder/1")).descriptor);
}

TEST_F(Place, OfALinkThatIsKeptIsTheLink) {
  EXPECT_EQ(place_of(at("soft"), Links::keep).path, at("soft"));
  EXPECT_FALSE(place_of(at("soft"), Links::keep).is_file());
  EXPECT_TRUE(place_of(at("dead"), Links::keep).exists);
}

}  // namespace
}  // namespace ibtikar::io
