// Golden files: a difference is told so that a person sees it at once.
#include "support/golden.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

TEST(FirstDifference, IsNoneBetweenEqualTexts) { EXPECT_EQ(first_difference("a\nb\n", "a\nb\n"), ""); }

TEST(FirstDifference, ShowsBothLines) {
  EXPECT_EQ(first_difference("a\nb\n", "a\nc\n"), "line 2\n  expected: b\n  actual:   c");
}

TEST(FirstDifference, ShowsWhatIsInvisible) {
  EXPECT_EQ(first_difference("a\n", "a\t\x1b\n"), "line 1\n  expected: a\n  actual:   a\\x09\\x1b");
  EXPECT_EQ(first_difference("a\n", "a"), "line 1\n  expected: a\n  actual:   a(no line end)");
  EXPECT_EQ(first_difference("a\n", "a \n"), "line 1\n  expected: a\n  actual:   a (blank at the end)");
  EXPECT_EQ(first_difference("a\nb\n", "a\n"), "line 2\n  expected: b\n  actual:   (the text ends here)");
}

TEST(ExpectFile, FailsOnADifferenceAndOnAMissingFile) {
  if (approving()) GTEST_SKIP() << "approving accepts every difference";
  static const TempDir folder;  // the macro's statement may only use what is static
  folder.write("a.txt", "a\n");
  expect_file(folder.path() / "a.txt", "a\n");
  EXPECT_NONFATAL_FAILURE(expect_file(folder.path() / "a.txt", "b\n"), "expected: a\n  actual:   b");
  EXPECT_NONFATAL_FAILURE(expect_file(folder.path() / "b.txt", "b\n"), "is not there yet");
}

}  // namespace
}  // namespace ibtikar::test
