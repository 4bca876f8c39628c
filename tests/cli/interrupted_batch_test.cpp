// A batch that is interrupted, and the command that it prints then: together they give what one run gives.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/dialogue.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

/// What to ask for beside the input, and what files come of it.
struct Interruption {
  const char* name;
  std::vector<std::string> options;
  std::vector<std::string> files;
  bool is_table = false;
};
void PrintTo(const Interruption& one, std::ostream* out) { *out << one.name; }

/// Good records, bad ones, and two of one id.
std::vector<std::string> json_lines() {
  std::vector<std::string> lines;
  for (int i = 0; i < 60; ++i)
    lines.push_back(
        i % 7 == 3 ? fmt::format(R"({{"id": "p{}", "answers": {{"goal.written": 9}}}})", i)
                   : fmt::format(R"({{"id": "p{}", "answers": {{"goal.exists": {}}}}})", i % 50, i % 2 == 0));
  return lines;
}

std::vector<std::string> table_lines() {
  std::vector<std::string> lines = {"id,goal.exists,goal.written,colour"};
  for (int i = 0; i < 60; ++i)
    lines.push_back(fmt::format("p{},{},{},red", i, i % 2 == 0 ? "yes" : "no", i % 7 == 3 ? 9 : i % 3));
  return lines;
}

std::string first_lines(const std::vector<std::string>& lines, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count && i < lines.size(); ++i) text += lines[i] + "\n";
  return text;
}

class InterruptedBatch : public testing::TestWithParam<Interruption> {
 protected:
  InterruptedBatch() : lines_(GetParam().is_table ? table_lines() : json_lines()) {
    for (const char* folder : {"whole", "parts"}) {
      here_.write(std::string(folder) + "/r.json",
                  read_file(fs::path(project_dir()) / "tests/data/valid/small.json"));
      here_.write(std::string(folder) + "/in", first_lines(lines_, lines_.size()));
    }
  }

  [[nodiscard]] std::vector<std::string> arguments() const {
    std::vector<std::string> all = {"batch", "-r", "r.json", "-", "-q"};
    if (GetParam().is_table) all.insert(all.end(), {"--input-format", "csv"});
    all.insert(all.end(), GetParam().options.begin(), GetParam().options.end());
    return all;
  }

  [[nodiscard]] Finished shell(const std::string& folder, const std::string& script) const {
    return run_process({"sh", {"-c", script}, {}, plain_environment(), here_.path() / folder});
  }

  const TempDir here_;
  std::vector<std::string> lines_;
};

/// The line behind the sentence that ends "with:" or "there:".
std::string advised(const std::string& text) {
  const std::size_t at = text.rfind("\n  ibtikar ");
  if (at == std::string::npos) return {};
  return text.substr(at + 3, text.find('\n', at + 1) - at - 3);
}

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : command + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!word.empty()) out.push_back(std::exchange(word, {}));
  }
  return out;
}

TEST_P(InterruptedBatch, IsContinuedToTheSameBytesAsOneRun) {
  std::string whole = "ibtikar";
  for (const std::string& word : arguments()) whole += " " + word;
  const Finished once = shell("whole", whole + " < in");
  ASSERT_EQ(once.status, 3) << once.err;
  std::mt19937 random(20260501);
  for (int round = 0; round < 6; ++round) {
    for (const std::string& file : GetParam().files) here_.write("parts/" + file, "what was there before");
    std::vector<std::string> command = arguments();
    std::string out;
    for (int interruption = 0; interruption < 2; ++interruption) {
      const std::size_t told = random() % (lines_.size() + 1);
      Dialogue batch({.arguments = command, .directory = here_.path() / "parts"});
      std::string input = first_lines(lines_, told);
      if (told < lines_.size() && round % 2 == 0) input += lines_[told].substr(0, 9);  // half a record
      batch.says(input);
      // Begun: the temporary file is there. What has been read by then is up to chance.
      while (shell("parts", "ls -A | grep -q tmp").status != 0) continue;
      batch.signals(std::vector{SIGINT, SIGTERM, SIGHUP}[random() % 3]);
      const Finished stopped = batch.finish();
      EXPECT_NE(stopped.signal, 0);
      out += stopped.out;
      for (const std::string& file : GetParam().files)
        EXPECT_EQ(here_.read("parts/" + file), "what was there before") << file << ": until all is there";
      if (advised(stopped.err).empty()) break;  // the signal came before the first record could
      command = words_of(advised(stopped.err));
      command.erase(command.begin());
      if (interruption == 1) {
        EXPECT_EQ(std::count(command.begin(), command.end(), "--continue"), 1) << stopped.err;
      }
    }
    std::string rest = "ibtikar";
    for (const std::string& word : command) rest += " " + word;
    const Finished last = shell("parts", rest + " < in");
    EXPECT_EQ(last.status, 3) << last.err;
    EXPECT_TRUE(out + last.out == once.out) << rest << "\n" << out << "then\n" << last.out;
    for (const std::string& file : GetParam().files)
      EXPECT_TRUE(here_.read("parts/" + file) == here_.read("whole/" + file)) << file << " by " << rest;
    EXPECT_EQ(shell("parts", "ls -A").out, shell("whole", "ls -A").out) << "and nothing else is left";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cli, InterruptedBatch,
    testing::Values(Interruption{"Ndjson", {"-o", "rows.ndjson"}, {"rows.ndjson"}},
                    Interruption{
                        "CsvWithAll",
                        {"-o", "rows.csv", "--bom", "--rejects", "bad.ndjson", "--summary", "s.json"},
                        {"rows.csv", "bad.ndjson", "s.json"}},
                    Interruption{"WithAnswers",
                                 {"-o", "rows.csv", "--answers", "a.csv", "--bom", "-j", "2"},
                                 {"rows.csv", "a.csv"}},
                    Interruption{"AnswersAlone", {"-f", "csv", "--answers", "a.csv"}, {"a.csv"}, true},
                    Interruption{"RowsToAPipe",
                                 {"-f", "csv", "--rejects", "bad.ndjson", "--summary", "s.json"},
                                 {"bad.ndjson", "s.json"}},
                    Interruption{"ATableOneJob",
                                 {"-o", "rows.ndjson", "--summary", "s.json", "-j", "1", "--skip", "2"},
                                 {"rows.ndjson", "s.json"},
                                 true}),
    [](const auto& info) { return info.param.name; });

class InterruptedRun : public testing::Test {
 protected:
  InterruptedRun() {
    here_.write("r.json", read_file(fs::path(project_dir()) / "tests/data/valid/small.json"));
    here_.write("in.ndjson", first_lines(json_lines(), 60));
  }
  [[nodiscard]] Finished shell(const std::string& script) const {
    return run_process({"sh", {"-c", script}, {}, plain_environment(), here_.path()});
  }
  const TempDir here_;
};

TEST_F(InterruptedRun, WithRowsToAStreamSaysWhichSkipLeadsToTheRest) {
  Dialogue batch({.arguments = {"batch", "-r", "r.json", "-", "-f", "csv", "--columns", "id", "-q"},
                  .directory = here_.path()});
  batch.says("{\"id\": \"a\", \"answers\": {}}\n{\"id\": \"b\", \"answers\": {}}\n");
  while (batch.heard().empty()) {
    batch.signals(SIGINT);
    break;
  }
  const Finished stopped = batch.finish();
  EXPECT_EQ(stopped.signal, SIGINT);
  const std::string command = advised(stopped.err);
  if (command.empty()) return;  // the signal came before the first record could
  const Finished rest =
      shell("printf '{\"id\": \"a\", \"answers\": {}}\\n{\"id\": \"b\", \"answers\": {}}\\n' | " + command);
  EXPECT_EQ(stopped.out + rest.out, "id\na\nb\n") << command;
}

TEST_F(InterruptedRun, OfAKindThatIsMadeAtTheEndLeavesEverythingAsItWas) {
  for (const char* output : {"-o t.xlsx", "-o t.db", "-o t.html", "-o t.csv --sort id", "-o t.txt"}) {
    std::vector<std::string> arguments = words_of(std::string("batch -r r.json - ") + output);
    here_.write(arguments[5], "old");
    Dialogue batch({.arguments = arguments, .directory = here_.path()});
    batch.says(first_lines(json_lines(), 9));
    while (shell("ls -A | grep -q tmp").status != 0) continue;
    batch.signals(SIGTERM);
    const Finished stopped = batch.finish();
    EXPECT_EQ(stopped.signal, SIGTERM) << output;
    EXPECT_EQ(here_.read(arguments[5]), "old") << output;
    EXPECT_EQ(shell("ls -A | grep -v -e '^in' -e '^r.json' -e '^t'").out, "") << output;
  }
}

TEST_F(InterruptedRun, IsNotContinuedByAnotherCommandNorFromWhatIsNotOurs) {
  here_.write("rows.csv.resume", "ibtikar-resume/1\nnonsense\n");
  Finished damaged = shell("ibtikar batch -r r.json in.ndjson -o rows.csv --continue -q");
  EXPECT_EQ(damaged.status, 4);
  EXPECT_NE(damaged.err.find("rows.csv.resume: is damaged, or of another version"), std::string::npos);
  EXPECT_FALSE(fs::exists(here_.path() / "rows.csv"));
  EXPECT_EQ(shell("ibtikar batch -r r.json in.ndjson -o rows.csv -q").status, 3);
  EXPECT_EQ(here_.read("rows.csv.resume"), "ibtikar-resume/1\nnonsense\n") << "not ours: not removed";
  EXPECT_EQ(shell("ibtikar batch -r r.json in.ndjson -o t.html --continue -q").status, 2);
  EXPECT_EQ(shell("ibtikar batch -r r.json in.ndjson --continue -q").status, 2);

  fs::remove(here_.path() / "rows.csv.resume");
  const Finished fresh = shell("ibtikar batch -r r.json in.ndjson -o rows.csv --continue");
  EXPECT_EQ(fresh.status, 3);
  EXPECT_NE(fresh.err.find("it starts at the beginning"), std::string::npos) << fresh.err;

  Dialogue batch({.arguments = {"batch", "-r", "r.json", "-", "-o", "rows.csv"}, .directory = here_.path()});
  batch.says(first_lines(json_lines(), 9));
  while (shell("ls -A | grep -q tmp").status != 0) continue;
  batch.signals(SIGINT);
  if (advised(batch.finish().err).empty()) return;
  const Finished other = shell("ibtikar batch -r r.json - -o rows.csv --columns id --continue < in.ndjson");
  EXPECT_EQ(other.status, 2);
  EXPECT_NE(other.err.find("is from a run with another input, rubric or options"), std::string::npos);
}

TEST_F(InterruptedRun, NeverFollowsALinkAtANameThatItMadeUp) {
  here_.write("precious", "precious");
  fs::create_symlink("precious", here_.path() / "rows.csv.part");
  fs::create_symlink("precious", here_.path() / "rows.csv.resume");
  Dialogue batch({.arguments = {"batch", "-r", "r.json", "-", "-o", "rows.csv"}, .directory = here_.path()});
  batch.says(first_lines(json_lines(), 9));
  while (shell("ls -A | grep -q tmp").status != 0) continue;
  batch.signals(SIGINT);
  EXPECT_EQ(batch.finish().signal, SIGINT);
  EXPECT_EQ(here_.read("precious"), "precious");
}

}  // namespace
}  // namespace ibtikar::test
