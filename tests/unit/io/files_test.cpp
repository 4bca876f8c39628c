// Files read whole with a limit, and written whole or not at all.
#include "io/files/files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "io/files/file_lock.h"
#include "support/temp_dir.h"

namespace ibtikar::io {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& name) const { return (place_.path() / name).string(); }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(place_.path())) found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

  test::TempDir place_;
};

using Names = std::vector<std::string>;

TEST_F(Files, AreReadWholeUpToTheLimit) {
  place_.write("ten", "0123456789");
  EXPECT_EQ(*read_whole(at("ten"), 10), "0123456789");
  EXPECT_EQ(read_whole(at("ten"), 9).error().code, "too-large");
  EXPECT_EQ(read_whole(at("ten"), 9).error().position, (Position{1, 10}));
  place_.write("empty", "");
  EXPECT_EQ(*read_whole(at("empty"), 10), "");
}

TEST_F(Files, AreReadToTheirEndWhenTheirSizeIsNotKnown) {
  EXPECT_EQ(read_whole("/dev/null", 10).value(), "");
  EXPECT_EQ(read_whole("/dev/zero", 1'000'000).error().code, "too-large");
  EXPECT_EQ(read_regular("/dev/zero", 10).error().message.english(), "is no regular file");
}

TEST_F(Files, SayWhyTheyCannotBeRead) {
  EXPECT_EQ(read_whole(at("gone"), 10).error().message.english(), "opening: No such file or directory");
  EXPECT_EQ(read_whole(place_.path().string(), 10).error().message.english(), "is a folder; expected a file");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  at("socket").copy(address.sun_path, sizeof address.sun_path - 1);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(read_whole(at("socket"), 10).error().message.english(), "is a socket; expected a file");
  ::close(descriptor);
}

TEST_F(Files, AppearWholeAndLeaveNoTemporaryFile) {
  ASSERT_TRUE(write_whole(at("report"), "new", Durability::report));
  EXPECT_EQ(place_.read("report"), "new");
  EXPECT_EQ(names(), Names{"report"});
}

TEST_F(Files, StayAsTheyWereUntilTheCommit) {
  place_.write("report", "old");
  {
    auto output = OutputFile::open(at("report"), Durability::report);
    ASSERT_TRUE(output);
    EXPECT_EQ(place_.read("report"), "old");
    EXPECT_EQ(names().size(), 2u);
  }
  EXPECT_EQ(place_.read("report"), "old");
  EXPECT_EQ(names(), Names{"report"});
}

TEST_F(Files, WithAnswersAreForTheirOwnerAlone) {
  ASSERT_TRUE(write_whole(at("answers"), "{}", Durability::answers));
  EXPECT_EQ(fs::status(at("answers")).permissions(), fs::perms{0600});
  fs::permissions(at("answers"), fs::perms{0644});
  ASSERT_TRUE(write_whole(at("answers"), "{ }", Durability::answers));
  EXPECT_EQ(fs::status(at("answers")).permissions(), fs::perms{0644}) << "an existing file keeps its mode";
}

TEST_F(Files, AreWrittenThroughChainsOfLinks) {
  fs::create_directory(at("folder"));
  place_.write("folder/real", "old");
  fs::create_symlink("folder/real", at("first"));
  fs::create_symlink("first", at("second"));
  ASSERT_TRUE(write_whole(at("second"), "new", Durability::answers));
  EXPECT_EQ(place_.read("folder/real"), "new");
  EXPECT_TRUE(fs::is_symlink(at("first")) && fs::is_symlink(at("second")));
  fs::create_symlink("folder/fresh", at("dangling"));
  ASSERT_TRUE(write_whole(at("dangling"), "made", Durability::report));
  EXPECT_EQ(place_.read("folder/fresh"), "made");
}

TEST_F(Files, CannotBeWrittenWhereThereIsNoFolderOrAFolderStands) {
  EXPECT_FALSE(OutputFile::open(at("gone/report"), Durability::report));
  EXPECT_EQ(OutputFile::open(place_.path().string(), Durability::report).error().message.english(),
            "is a folder; expected a file to write");
  EXPECT_EQ(names(), Names{});
}

TEST_F(Files, FailWhereADeviceIsFull) {
  const auto result = write_whole("/dev/full", "x", Durability::report);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message.english(), "writing: No space left on device");
}

TEST_F(Files, HaveAnIdentityThatChangesWithTheirContent) {
  EXPECT_FALSE(identify(at("answers"), 100)->exists);
  place_.write("answers", "one");
  const FileIdentity one = *identify(at("answers"), 100);
  EXPECT_EQ(*identify(at("answers"), 100), one);
  place_.write("answers", "two");
  EXPECT_NE(*identify(at("answers"), 100), one) << "the same inode and size, another content";
}

TEST_F(Files, AreNamedRelativeToTheFileThatNamesThem) {
  EXPECT_EQ(path_beside("rubrics/mine.json", "base.json"), "rubrics/base.json");
  EXPECT_EQ(path_beside("rubrics/mine.json", "../base.json"), "base.json");
  EXPECT_EQ(path_beside("mine.json", "./base.json"), "base.json");
  EXPECT_EQ(path_beside("rubrics/mine.json", "/base.json"), "/base.json");
  EXPECT_EQ(stem_of("data/p-12.json"), "p-12");
}

TEST_F(Files, AreLockedByEveryNameThatLeadsToThem) {
  fs::create_symlink("answers", at("link"));
  const auto first = FileLock::acquire(at("link"));
  ASSERT_TRUE(first);
  EXPECT_FALSE(FileLock::acquire(at("answers")));
  EXPECT_FALSE(fs::exists(at(".link.lock")));
}

TEST_F(Files, AreLockedByOneAtATime) {
  {
    const auto first = FileLock::acquire(at("answers"));
    ASSERT_TRUE(first);
    const auto second = FileLock::acquire(at("answers"));
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().message.english().find("process " + std::to_string(::getpid())),
              std::string::npos)
        << second.error().message.english();
  }
  EXPECT_TRUE(FileLock::acquire(at("answers"))) << "a lock ends with its holder";
}

}  // namespace
}  // namespace ibtikar::io
