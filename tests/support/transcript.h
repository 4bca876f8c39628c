// Transcripts: stories of the program at work, in files that read like a terminal session.
//
// tests/README.md describes the format. A transcript is parsed whole before anything runs; then its
// steps run in order in one folder. What differs from what is expected is told with its line number.
// Approving gives the transcript's text anew, with what came out where it differed; a block that still
// matches stays as it was written, its "..." lines included.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ibtikar::test {

/// Bytes for a file of the test's folder.
struct MakeFile {
  std::string name;
  std::string bytes;
};

/// A copy of a file or a folder of the project.
struct CopyFromProject {
  std::string from;
  std::string name;
};

/// A variable for every command from here on.
struct SetVariable {
  std::string name;
  std::string value;
};

/// A command, and what must come of it.
struct RunCommand {
  std::vector<std::string> words;  ///< the program and its arguments, unquoted
  std::string input;
  int status = 0;
  std::string out;           ///< expected; "..." lines stand for any number of lines
  std::string err;           ///< the same
  std::size_t line = 0;      ///< of "test", from 1
  std::size_t end_line = 0;  ///< of "end test"
};

/// The names of the transcripts of a project, tests/cli/NAME.test, sorted.
[[nodiscard]] std::vector<std::string> transcript_names(const std::filesystem::path& project);

using Step = std::variant<MakeFile, CopyFromProject, SetVariable, RunCommand>;

/// Throws std::runtime_error with "line N: ..." when the text is no transcript.
[[nodiscard]] std::vector<Step> parse_transcript(std::string_view text);

struct TranscriptOutcome {
  std::vector<std::string> differences;  ///< each for a person to read; none: all as expected
  std::string approved;                  ///< the transcript as it would have to be
};

/// Runs the transcript in `folder`, an empty one. `project` is where `copy` takes files from.
[[nodiscard]] TranscriptOutcome run_transcript(std::string_view text, const std::filesystem::path& folder,
                                               const std::filesystem::path& project);

/// The words of a command line, as a shell would split it: blanks part words; '...' and "..." keep
/// them; a backslash outside '...' takes the next character as it is. Throws when a quote stays open.
[[nodiscard]] std::vector<std::string> split_words(std::string_view line);

/// Whether `actual` is `expected`, where a line "..." of `expected` stands for any number of lines.
[[nodiscard]] bool matches_pattern(std::string_view expected, std::string_view actual);

}  // namespace ibtikar::test
