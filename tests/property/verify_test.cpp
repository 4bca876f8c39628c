// verify: whatever one byte of a saved result becomes, it is found; and unchanged results are the
// same, whichever way they were written.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/app.h"
#include "support/places.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::cli {
namespace {

/// So many places of each file are changed.
constexpr std::uint64_t kFlips = 60;

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

  /// The result is the same; with any one byte changed, left out or doubled it is not.
  void expect_found(const std::string& name, const std::vector<std::string>& inputs) {
    const std::string saved = here_.read(name);
    const Ran same = verify(name, inputs);
    EXPECT_EQ(same.status, ExitStatus::done) << same.out << same.err;
    test::Random random(saved.size());
    for (std::uint64_t i = 0; i < test::cases(kFlips); ++i) {
      std::string changed = saved;
      const std::size_t at = random.below(saved.size());
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
