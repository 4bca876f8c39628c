// verify: whatever one byte of a saved result becomes, it is found; and unchanged results are the
// same, whichever way they were written.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "cli/app.h"
#include "support/places.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::cli {
namespace {

/// So many places of each file are changed.
constexpr std::uint64_t kFlips = 60;
/// Of a panel or ranking, which is computed up to four times for each.
constexpr std::uint64_t kFewFlips = 20;

class StringSink final : public ByteSink {
 public:
  Result<void> write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  std::string text;
};

class NoLines final : public LineSource {
 public:
  Result<std::optional<std::string>> next_line() override { return std::optional<std::string>(); }
};

struct Ran {
  ExitStatus status = ExitStatus::done;
  std::string out;
  std::string err;
};

Ran ibtikar(const std::vector<std::string>& arguments) {
  StringSink out;
  StringSink err;
  NoLines lines;
  Environment env{out, Messages(err), lines, {}};
  const ExitStatus status = run(arguments, env);
  return {status, out.text, err.text};
}

constexpr const char* kProposals[] = {
    "{\"id\": \"one\", \"title\": \"First\", \"answers\": {\"goal.exists\": true, \"goal.written\": 2}}",
    "{\"id\": \"two\", \"answers\": {\"goal.exists\": false}}",
    "{\"id\": \"three\", \"answers\": {\"people.decides\": \"users\", \"goal.exists\": true}}"};

class Verify : public testing::Test {
 protected:
  Verify() {
    std::filesystem::copy_file(std::filesystem::path(test::project_dir()) / "tests/data/valid/small.json",
                               here_.path() / "r.json");
    for (std::size_t i = 0; i < std::size(kProposals); ++i)
      here_.write("in/" + std::string(1, static_cast<char>('a' + i)) + ".json", kProposals[i]);
  }

  [[nodiscard]] std::string path(const std::string& name) const { return (here_.path() / name).string(); }
  [[nodiscard]] std::vector<std::string> files() const {
    return {path("in/a.json"), path("in/b.json"), path("in/c.json")};
  }

  void batch(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"batch", "-r", path("r.json"), path("in"), "-q", "-j", "1"};
    words.insert(words.end(), more.begin(), more.end());
    ASSERT_EQ(ibtikar(words).status, ExitStatus::done);
  }

  [[nodiscard]] Ran verify(const std::string& name, const std::vector<std::string>& inputs) const {
    std::vector<std::string> words = {"verify", "-r", path("r.json"), "-j", "1", path(name)};
    words.insert(words.end(), inputs.begin(), inputs.end());
    return ibtikar(words);
  }

  static bool is_free(const std::string& text, std::size_t at, const std::vector<std::string>& free) {
    const std::size_t before = text.rfind('\n', at);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string line = text.substr(begin, text.find('\n', at) - begin);
    return std::ranges::any_of(free,
                               [&](const std::string& part) { return line.find(part) != std::string::npos; });
  }

  /// The votes of three assessors on three programs, one of them in conflict.
  void vote() {
    constexpr std::array<std::string_view, 3> kAssessors = {"Amal", "Badr", "Chen"};
    std::string votes;
    for (std::size_t a = 0; a < kAssessors.size(); ++a)
      for (std::size_t p = 0; p < kAssessors.size(); ++p)
        votes += fmt::format(
            "{{\"id\":\"P-{}\",\"assessor\":\"{}\",\"answers\":{{\"goal.exists\":true,\"goal.written\":{},"
            "\"people.decides\":\"users\"}}}}\n",
            p, kAssessors[a], (2 * p + a * a) % 3);
    here_.write("votes.ndjson", votes);
    here_.write("conflicts.txt", "Chen:P-1 # her own program\n");
  }

  /// What a command of panels writes as JSON.
  void save(const std::string& name, std::vector<std::string> words) const {
    words.insert(words.begin() + 1, {"-r", path("r.json"), "-q", "-o", path(name)});
    const Ran ran = ibtikar(words);
    ASSERT_EQ(ran.status, ExitStatus::done) << ran.err;
  }

  /// The result is the same; with any one byte changed, left out or doubled it is not.
  /// Lines that contain one of `free` say how the run was made: another value there may be right, too.
  void expect_found(const std::string& name, const std::vector<std::string>& inputs,
                    const std::vector<std::string>& free = {}) {
    const std::string saved = here_.read(name);
    const Ran same = verify(name, inputs);
    EXPECT_EQ(same.status, ExitStatus::done) << same.out << same.err;
    test::Random random(saved.size());
    for (std::uint64_t i = 0; i < test::cases(free.empty() ? kFlips : kFewFlips); ++i) {
      std::string changed = saved;
      const std::size_t at = random.below(saved.size());
      if (is_free(saved, at, free)) continue;
      const std::size_t how = random.below(4);
      if (how == 0)
        changed.erase(at, 1);
      else if (how == 1)
        changed.insert(at, 1, changed[at]);
      else if (how == 2)
        changed[at] = changed[at] == '7' ? '8' : '7';
      else
        changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(7)));
      here_.write("changed" + name, changed);
      const Ran found = verify("changed" + name, inputs);
      EXPECT_TRUE(found.status == ExitStatus::threshold_not_met || found.status == ExitStatus::invalid_input)
          << name << " at " << at << ", way " << how << ": " << static_cast<int>(found.status) << '\n'
          << found.out << found.err;
      EXPECT_NE(found.out + found.err, "") << name << " at " << at;
    }
  }

  test::TempDir here_;
};

TEST_F(Verify, FindsEveryByteOfRows) {
  batch({"-o", path("rows.ndjson")});
  expect_found("rows.ndjson", {path("in")});
}

TEST_F(Verify, FindsEveryByteOfATable) {
  batch({"-o", path("rows.csv"), "--bom", "--columns", "id,overall,lasting_low,verdict,gates,error"});
  expect_found("rows.csv", {path("in")});
}

TEST_F(Verify, FindsEveryByteOfASummary) {
  batch({"-o", path("rows.ndjson"), "--summary", path("sum.json")});
  expect_found("sum.json", {path("in")});
}

TEST_F(Verify, FindsEveryByteOfAssessments) {
  std::vector<std::string> words = {"score",          "-r", path("r.json"),    "-o",
                                    path("all.json"), "-o", path("all.ndjson")};
  for (const std::string& file : files()) words.push_back(file);
  ASSERT_EQ(ibtikar(words).status, ExitStatus::done);
  ASSERT_EQ(ibtikar({"score", "-r", path("r.json"), "-o", path("one.json"), path("in/a.json")}).status,
            ExitStatus::done);
  expect_found("all.json", files());
  expect_found("all.ndjson", files());
  expect_found("one.json", {path("in/a.json")});
}

TEST_F(Verify, FindsEveryByteOfPanels) {
  vote();
  const std::string votes = path("votes.ndjson");
  const std::string conflicts = path("conflicts.txt");
  save("panel.json",
       {"panel", votes, "--replicates", "20", "--exclusions", conflicts, "--seed", "18446744073709551615"});
  save("next.json", {"panel", votes, "--replicates", "20", "--next", "--fund", "1", "--risk", "0.07"});
  expect_found("panel.json", {votes}, {"\"run\"", "\"reason\""});
  expect_found("next.json", {votes}, {"\"run\""});
}

TEST_F(Verify, FindsEveryByteOfRankingsAndDraws) {
  vote();
  const std::string votes = path("votes.ndjson");
  save("ranking.json",
       {"rank", votes, "--robust", "--within", "7", "--draws", "50", "--exclusions", path("conflicts.txt")});
  expect_found("ranking.json", {votes}, {"\"draws\"", "\"reason\""});
  save("lots.json", {"draw", path("ranking.json"), "--fund", "1", "--seed", "3 8 20"});
  expect_found("lots.json", {path("ranking.json")});
  save("line.json",
       {"draw", votes, "--rule", "linear", "--weight", "0.011", "--fund", "1", "--seed", "3 8 20"});
  expect_found("line.json", {votes});
}

TEST_F(Verify, TakesTheNamesOfABlindPanelFromTheUserAlone) {
  vote();
  const std::string votes = path("votes.ndjson");
  save("blind.json",
       {"panel", votes, "--replicates", "20", "--blind", "--seed", "5", "--exclude", "Chen:P-1"});
  EXPECT_EQ(here_.read("blind.json").find("\"seed\": 5"), std::string::npos);
  const std::vector<std::string> known = {votes, "--seed", "5", "--exclude", "Chen:P-1"};
  EXPECT_EQ(verify("blind.json", known).status, ExitStatus::done);
  EXPECT_EQ(verify("blind.json", {votes, "--seed", "5"}).status, ExitStatus::threshold_not_met);
}

TEST_F(Verify, FindsAnotherRubricProposalOrRowByName) {
  batch({"-o", path("rows.ndjson"), "--summary", path("sum.json")});
  ASSERT_EQ(ibtikar({"score", "-r", path("r.json"), "-o", path("one.json"), path("in/a.json")}).status,
            ExitStatus::done);
  here_.write("in/a.json", kProposals[1]);
  const Ran proposal = verify("one.json", {path("in/a.json")});
  EXPECT_EQ(proposal.status, ExitStatus::threshold_not_met);
  EXPECT_NE(proposal.out.find("one: saved, but the inputs do not give it"), std::string::npos)
      << proposal.out;
  here_.write("in/a.json", "{\"id\": \"one\", \"title\": \"First\", \"answers\": {\"goal.exists\": true}}");
  const Ran other = verify("one.json", {path("in/a.json")});
  EXPECT_NE(other.out.find("The text of proposal one is another one"), std::string::npos) << other.out;
  std::string rubric = here_.read("r.json");
  rubric.replace(rubric.find("\"version\""), 9, "\"x-note\": 1, \"version\"");
  here_.write("r.json", rubric);
  const Ran text = verify("sum.json", {path("in")});
  EXPECT_EQ(text.status, ExitStatus::threshold_not_met) << text.err;
  EXPECT_NE(text.out.find("The text of the rubric is another one"), std::string::npos) << text.out;
}

}  // namespace
}  // namespace ibtikar::cli
