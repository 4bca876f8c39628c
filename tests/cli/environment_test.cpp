// What the environment may change and what it may not: the language where a person reads, the local day;
// never a byte of what programs read.
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

class InEnvironment : public testing::Test {
 protected:
  InEnvironment() {
    const std::string examples = project_dir() + "/examples/proposals/";
    here_.write("p.json", read_file(examples + "fountain-house.json"));
    here_.write("q.json", read_file(examples + "housing-first.json"));
    here_.write("t.csv", "id,title,final-goal.written\nP-1,One,3\nP-2,Two,x\n");
  }

  Finished run(const std::vector<std::string>& arguments, const Environment& more) {
    Command command{.program = program(), .arguments = arguments};
    for (const auto& [name, value] : more) command.environment[name] = value;
    command.directory = here_.path();
    command.timeout = std::chrono::minutes(10);
    return run_process(command);
  }

  TempDir here_;
};

const std::vector<Environment> kEnvironments = {
    {{"LANG", "ar_EG.UTF-8"}},
    {{"LC_ALL", "ar_EG.UTF-8"}},
    {{"LC_MESSAGES", "ar_SA.UTF-8"}},
    {{"LANG", "de_DE.UTF-8"}},
    {{"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Asia/Riyadh"}},
    {{"LC_ALL", "nowhere"}},
};

TEST_F(InEnvironment, FormatsThatProgramsReadAreTheSameBytes) {
  const std::vector<std::vector<std::string>> commands = {
      {"score", "p.json", "-f", "json"},
      {"score", "p.json", "q.json", "-f", "json"},
      {"score", "p.json", "q.json", "-f", "ndjson"},
      {"score", "p.json", "q.json", "-f", "csv"},
      {"report", "a.json", "-f", "json"},
      {"report", "a.json", "-f", "ndjson"},
      {"report", "a.json", "-f", "csv", "--bom"},
      {"compare", "p.json", "q.json", "-f", "json"},
      {"batch", "p.json", "t.csv", "-f", "ndjson"},
      {"batch", "p.json", "t.csv", "-f", "csv"},
      {"batch", "p.json", "t.csv", "-f", "csv", "--sort", "title"},
      {"merge", "s.json", "s.json"},
      {"rubric", "show", "social-innovation", "-f", "json"},
      {"rubric", "schema"},
  };
  ASSERT_EQ(run({"score", "p.json", "-o", "a.json"}, {}).status, 0);
  ASSERT_EQ(run({"batch", "p.json", "t.csv", "--summary", "s.json", "-q", "-f", "ndjson"}, {}).status, 3);
  std::size_t index = 0;
  for (const auto& arguments : commands) {
    const Finished expected = run(arguments, {});
    EXPECT_FALSE(expected.out.empty()) << arguments[0] << expected.err;
    for (const Environment& environment : kEnvironments) {
      if (!is_tried(index++)) continue;
      EXPECT_EQ(run(arguments, environment).out, expected.out)
          << arguments[0] << " " << arguments.back() << " " << environment.begin()->second;
    }
  }
}

TEST_F(InEnvironment, FilesThatProgramsReadAreTheSameBytes) {
  const auto write_all = [&](const Environment& environment) {
    EXPECT_EQ(
        run({"score", "p.json", "q.json", "-q", "-o", "o.csv", "-o", "o.json", "-o", "o.ndjson"}, environment)
            .status,
        0);
    EXPECT_EQ(run({"batch", "p.json", "t.csv", "-q", "-o", "o.sqlite", "--summary", "o.summary.json",
                   "--rejects", "o.rejects", "--answers", "o.answers.csv"},
                  environment)
                  .status,
              3);
    std::vector<std::string> files;
    for (const char* name :
         {"o.csv", "o.json", "o.ndjson", "o.sqlite", "o.summary.json", "o.rejects", "o.answers.csv"})
      files.push_back(here_.read(name));
    return files;
  };
  const std::vector<std::string> expected = write_all({});
  for (const Environment& environment : kEnvironments)
    EXPECT_TRUE(write_all(environment) == expected) << environment.begin()->second;
}

TEST_F(InEnvironment, WordsThatAPersonReadsFollowItAndLangCountsMore) {
  const std::vector<std::vector<std::string>> commands = {
      {"score", "p.json", "-f", "text"},
      {"score", "p.json", "-f", "html"},
      {"score", "p.json", "-f", "md"},
      {"compare", "p.json", "q.json", "-f", "text"},
      {"batch", "p.json", "-f", "table"},
      {"batch", "p.json", "-f", "html"},
      {"rubric", "list"},
      {"rubric", "show"},
  };
  for (const auto& arguments : commands) {
    const std::string plain = run(arguments, {}).out;
    const std::string arabic = run(arguments, {{"LANG", "ar_EG.UTF-8"}}).out;
    EXPECT_FALSE(arabic == plain) << arguments[0];
    auto by_hand = arguments;
    by_hand.insert(by_hand.end(), {"--lang", "ar"});
    EXPECT_TRUE(run(by_hand, {{"LC_ALL", "en_US.UTF-8"}}).out == run(by_hand, {}).out) << arguments[0];
    EXPECT_FALSE(run(by_hand, {}).out == plain) << arguments[0];
  }
}

TEST_F(InEnvironment, LangCountsInFormatsThatProgramsReadToo) {
  const std::string english = run({"score", "p.json", "-f", "csv"}, {}).out;
  const std::string arabic = run({"score", "p.json", "-f", "csv", "--lang", "ar"}, {}).out;
  EXPECT_NE(arabic, english);
  EXPECT_EQ(run({"score", "p.json", "-f", "csv", "--lang", "en"}, {{"LANG", "ar_EG.UTF-8"}}).out, english);
}

TEST_F(InEnvironment, TodayIsTheLocalDay) {
  // Two places whose calendars never show the same day: 26 hours lie between them.
  const auto day_in = [&](const std::string& name, const char* zone) {
    const Finished finished =
        run({"ask", name, "--no-input", "--title", "T", "--date", "today"}, {{"TZ", zone}});
    EXPECT_EQ(finished.status, 0) << finished.err;
    const std::string text = here_.read(name);
    const std::size_t at = text.find("\"date\": \"");
    return at == std::string::npos ? text : text.substr(at + 9, 10);
  };
  const std::string west = day_in("west.json", "UTC+12");
  const std::string east = day_in("east.json", "UTC-14");
  EXPECT_EQ(west.size(), 10U);
  EXPECT_LT(west, east);
}

}  // namespace
}  // namespace ibtikar::test
