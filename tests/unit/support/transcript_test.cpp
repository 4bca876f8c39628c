// The transcript runner itself: what it reads, what it accepts, what it tells, what it writes anew.
// Commands here are sh and cat, so that nothing depends on what ibtikar prints.
#include "support/transcript.h"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

TranscriptOutcome run(const std::string& text) {
  const TempDir project;
  project.write("examples/p.json", "{}\n");
  const TempDir folder;
  return run_transcript(text, folder.path(), project.path());
}

std::string complaint(const std::string& text) {
  try {
    (void)parse_transcript(text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

TEST(TranscriptWords, AreSplitAsAShellDoes) {
  EXPECT_EQ(split_words("ibtikar  score a.json"), (std::vector<std::string>{"ibtikar", "score", "a.json"}));
  EXPECT_EQ(split_words("a 'b  \\c' \"d 'e' \\\"\" f\\ g ''"),
            (std::vector<std::string>{"a", "b  \\c", "d 'e' \"", "f g", ""}));
  EXPECT_THROW((void)split_words("a 'b"), std::runtime_error);
}

TEST(TranscriptPattern, DotsMatchAnyNumberOfLines) {
  EXPECT_TRUE(matches_pattern("a\n...\nd\n", "a\nb\nc\nd\n"));
  EXPECT_TRUE(matches_pattern("a\n...\nd\n", "a\nd\n"));
  EXPECT_TRUE(matches_pattern("...\n", ""));
  EXPECT_TRUE(matches_pattern("...\nb\n...\nb\n", "a\nb\nb\n"));
  EXPECT_FALSE(matches_pattern("a\n...\nd\n", "a\nb\n"));
  EXPECT_FALSE(matches_pattern("...\nb\n...\nb\n", "a\nb\n"));
  EXPECT_FALSE(matches_pattern("", "a\n"));
  EXPECT_FALSE(matches_pattern("a\n", "a"));
  EXPECT_FALSE(matches_pattern("...\n", "a"));
}

TEST(Transcript, AcceptsWhatGoesAsWritten) {
  const std::string text =
      "# A story.\n"
      "file in/a.txt\none\ntwo\nend file\n"
      "copy examples/p.json q.json\n"
      "copy examples\n"
      "env COLOUR='a b'\n"
      "stdin\nthree\nend stdin\n"
      "test cat in/a.txt - q.json examples/p.json -> 0\none\ntwo\nthree\n{}\n{}\nend test\n"
      "\n"
      "test sh -c 'echo \"$COLOUR\"; echo bad >&2; exit 3' -> 3\na b\n__ERROR__\nbad\nend test\n"
      "test printf x -> 0\nx\n\\ no line end\nend test\n";
  const TranscriptOutcome outcome = run(text);
  EXPECT_EQ(outcome.differences, std::vector<std::string>{});
  EXPECT_EQ(outcome.approved, text);
}

TEST(Transcript, TellsEveryDifferenceByLine) {
  const TranscriptOutcome outcome =
      run("test sh -c 'echo a; echo b; exit 1' -> 0\na\nc\nend test\n"
          "test sh -c 'echo oops >&2' -> 0\nend test\n");
  EXPECT_EQ(outcome.differences,
            (std::vector<std::string>{"line 1: sh -c echo a; echo b; exit 1\n"
                                      "  exit status: expected 0, actual 1\n"
                                      "  standard output, line 2\n  expected: c\n  actual:   b\n",
                                      "line 5: sh -c echo oops >&2\n"
                                      "  standard error, line 1\n"
                                      "  expected: (the text ends here)\n  actual:   oops\n"}));
}

TEST(Transcript, ApprovesWhatDifferedAndKeepsTheRest) {
  EXPECT_EQ(run("# Kept.\n"
                "test sh -c 'echo a; echo b; echo c; echo e >&2; exit 4' -> 0\na\n...\nend test\n"
                "\n"
                "# Kept too.\n"
                "env A=1\n"
                "test printf x -> 0\ny\n__ERROR__\nnone\nend test\n"
                "# The end.\n")
                .approved,
            "# Kept.\n"
            "test sh -c 'echo a; echo b; echo c; echo e >&2; exit 4' -> 4\na\n...\n__ERROR__\ne\nend test\n"
            "\n"
            "# Kept too.\n"
            "env A=1\n"
            "test printf x -> 0\nx\n\\ no line end\nend test\n"
            "# The end.\n");
}

TEST(Transcript, WhatIsApprovedIsAccepted) {
  const TranscriptOutcome first = run("test sh -c 'echo a; printf b >&2; exit 9' -> 0\nend test\n");
  EXPECT_EQ(first.differences.size(), 1u);
  EXPECT_EQ(run(first.approved).differences, std::vector<std::string>{});
}

TEST(Transcript, RefusesWhatIsNone) {
  EXPECT_EQ(complaint("tets a -> 0\n"), "line 1: expected file, copy, env, stdin, test or #");
  EXPECT_EQ(complaint("\ntest a -> 0\nout\n"), "line 2: there is no \"end test\" after this");
  EXPECT_EQ(complaint("test a\nend test\n"), "line 1: expected test COMMAND -> STATUS");
  EXPECT_EQ(complaint("test a -> no\nend test\n"), "line 1: the exit status is a number");
  EXPECT_EQ(complaint("env A\n"), "line 1: expected env NAME=VALUE");
  EXPECT_EQ(complaint("copy\n"), "line 1: expected copy PATH [NAME]");
  EXPECT_EQ(complaint("stdin\nend stdin\n"),
            "line 2: standard input is given, and no test follows that reads it");
}

}  // namespace
}  // namespace ibtikar::test
