// Every transcript once more, for a reader of Arabic: the same exit status, and what stands on standard error
// is in Arabic but for names.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "support/arabic_prose.h"
#include "support/golden.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "support/transcript.h"

namespace ibtikar::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// Whether all of a command's standard error is the program's own: questions show texts of their rubric
/// there, a batch its titles.
bool speaks_itself(const RunCommand& step) {
  constexpr std::array<std::string_view, 3> kQuoting = {"ask", "batch", "weights"};
  return step.words.size() > 1 && std::ranges::find(kQuoting, step.words[1]) == kQuoting.end();
}

/// A message, wherever it stands: "ibtikar: ...", or with a code in brackets.
bool is_message(std::string_view line) {
  if (line.starts_with("ibtikar: ")) return true;
  const std::size_t code = line.rfind('[');
  return code != std::string_view::npos && line.find(']', code) != std::string_view::npos &&
         line.find(": ") < code;
}

/// The line without "FILE:LINE:COLUMN: ".
std::string without_place(const std::string& line) {
  const std::size_t end = line.find(": ");
  return end == std::string::npos ? line : line.substr(end + 2);
}

/// A command to copy.
bool is_command(std::string_view line) { return line.starts_with("  ibtikar "); }

/// Does a transcript's steps with an Arabic environment.
class ArabicReader {
 public:
  explicit ArabicReader(const std::filesystem::path& folder) : folder_(folder) {
    environment_["HOME"] = folder.string();
  }

  void operator()(const MakeFile& step) { write_file(folder_ / step.name, step.bytes); }

  void operator()(const CopyFromProject& step) {
    const std::filesystem::path to = folder_ / step.name;
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::copy(std::filesystem::path(project_dir()) / step.from, to,
                          std::filesystem::copy_options::recursive);
  }

  void operator()(const SetVariable& step) { environment_[step.name] = step.value; }

  void operator()(const RunCommand& step) {
    Command command{step.words[0], {step.words.begin() + 1, step.words.end()}};
    command.input = step.input;
    command.environment = environment_;
    for (const char* name : {"LANG", "LC_ALL", "LC_MESSAGES"}) command.environment[name] = "ar_EG.UTF-8";
    command.directory = folder_;
    const Finished finished = run_process(command);
    const std::string where = "line " + std::to_string(step.line) + ": ";
    // What other programs make of it may depend on its language.
    if (step.words.front() != "ibtikar") return;
    EXPECT_EQ(finished.status, step.status) << where << finished.err;
    EXPECT_EQ(finished.err.empty(), step.err.empty()) << where << finished.err;
    if (finished.err.find(" [OPTIONS] ") != std::string::npos) return;  // a help page: see help_page_test.cpp
    if (std::ranges::find(step.words, "en") != step.words.end()) return;  // asked for in English
    for (const std::string& line : lines_of(finished.err)) {
      if (is_command(line) || line.empty() || (!speaks_itself(step) && !is_message(line))) continue;
      EXPECT_TRUE(has_arabic(line)) << where << line;
      EXPECT_EQ(latin_words_in(without_place(line)), std::vector<std::string>()) << where << line;
    }
  }

 private:
  const std::filesystem::path& folder_;
  Environment environment_ = plain_environment();
};

class ArabicTranscript : public testing::TestWithParam<std::string> {};

TEST_P(ArabicTranscript, SpeaksArabic) {
  const std::string text =
      read_file(std::filesystem::path(project_dir()) / "tests/cli" / (GetParam() + ".test"));
  const TempDir folder;
  ArabicReader reader(folder.path());
  for (const Step& step : parse_transcript(text)) std::visit(reader, step);
}

INSTANTIATE_TEST_SUITE_P(Cli, ArabicTranscript, testing::ValuesIn(transcript_names(project_dir())),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace ibtikar::test
