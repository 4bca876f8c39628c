// `ibtikar ask` when something goes wrong while it runs: kills, signals, a file
// that somebody else holds or changes, a place that cannot be written.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "support/ask_fixture.h"
#include "support/dialogue.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class AskFaults : public AskStage {};

TEST_F(AskFaults, SecondInterviewOnOneFileIsRefused) {
  Dialogue first({.arguments = arguments(), .directory = here_.path()});
  ASSERT_TRUE(first.hears("Is there a goal?"));
  const Finished second = ask("n\n");
  EXPECT_EQ(second.status, 4);
  EXPECT_TRUE(contains(second.err, "another interview has this file open (process ")) << second.err;
  first.says("y\n");
  first.ends_input();
  EXPECT_EQ(first.finish().status, 0);
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(AskFaults, FileChangedByHandIsNotOverwritten) {
  Dialogue dialogue({.arguments = arguments(), .directory = here_.path()});
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("Is the goal written down?"));
  const std::string theirs = "{\"answers\": {\"people.who\": \"nobody\"}}";
  here_.write("p.json", theirs);
  dialogue.says("3\n");
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 4);
  EXPECT_EQ(here_.read("p.json"), theirs);
  EXPECT_TRUE(contains(finished.err, "p.json was changed by another program")) << finished.err;
  EXPECT_EQ(saved("p.json.mine.json").answers,
            (Answers{{"goal.exists", stated(true)}, {"goal.written", stated(3.0)}}));
}

TEST_F(AskFaults, AnEarlierCopyBesideIsKeptToo) {
  here_.write("p.json", "{\"answers\": {}}");
  here_.write("p.json.mine.json", "mine");
  Dialogue dialogue({.arguments = arguments(), .directory = here_.path()});
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  fs::remove(here_.path() / "p.json");
  dialogue.says("y\n");
  EXPECT_EQ(dialogue.finish().status, 4) << "removed is changed";
  EXPECT_FALSE(exists("p.json"));
  EXPECT_EQ(here_.read("p.json.mine.json"), "mine");
  EXPECT_EQ(saved("p.json.mine.2.json").answers.size(), 1U);
}

TEST_F(AskFaults, SignalsSayWhereTheAnswersAreAndEndTheProcess) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    fs::remove(here_.path() / "p.json");
    Dialogue dialogue({.arguments = arguments(), .directory = here_.path()});
    ASSERT_TRUE(dialogue.hears("Is there a goal?"));
    dialogue.says("y\n");
    ASSERT_TRUE(dialogue.hears("Is the goal written down?"));
    dialogue.signals(signal);
    const Finished finished = dialogue.finish();
    EXPECT_EQ(finished.signal, signal) << finished.err;
    EXPECT_TRUE(contains(finished.err, "Your answers are in p.json")) << finished.err;
    EXPECT_TRUE(contains(finished.err, "ibtikar ask p.json -r garden.json")) << finished.err;
    EXPECT_EQ(saved().answers.size(), 1U);
  }
}

TEST_F(AskFaults, WhatWasAcknowledgedSurvivesAKill) {
  std::mt19937 random(20261123);
  constexpr int kKills = 60;
  for (int kill = 0; kill < kKills; ++kill) {
    fs::remove(here_.path() / "p.json");
    Dialogue dialogue({.arguments = arguments(), .directory = here_.path()});
    const std::size_t lines = random() % (garden_lines().size() + 1);
    const bool waits = random() % 2 == 0;  // else the kill comes while the last line is being saved
    std::size_t said = 0;
    for (; said < lines; ++said) {
      if (!dialogue.hears("question " + std::to_string(said + 1) + " of 8")) break;
      dialogue.says(garden_lines()[said] + "\n");
    }
    if (waits && said < garden_lines().size())
      static_cast<void>(dialogue.hears("question " + std::to_string(said + 1)));
    // Up to 2 ms spread the kills over reading, saving and showing.
    const auto moment = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 2000);
    while (std::chrono::steady_clock::now() < moment) continue;
    dialogue.signals(SIGKILL);
    const Finished finished = dialogue.finish();
    std::size_t acknowledged = 0;
    while (acknowledged < said &&
           contains(finished.err, "question " + std::to_string(acknowledged + 2) + " of 8"))
      ++acknowledged;
    const Answers answers = exists("p.json") ? saved().answers : Answers{};
    EXPECT_GE(answers.size(), acknowledged) << "kill " << kill << "\n" << finished.err;
    ASSERT_LE(answers.size(), said) << "kill " << kill;
    EXPECT_TRUE(std::equal(answers.begin(), answers.end(), garden_answers().begin())) << "kill " << kill;
  }
}

TEST_F(AskFaults, AfterAKillTheNextSittingGoesOn) {
  {
    Dialogue dialogue({.arguments = arguments(), .directory = here_.path()});
    ASSERT_TRUE(dialogue.hears("question 1 of 8"));
    dialogue.says("y\n");
    ASSERT_TRUE(dialogue.hears("question 2 of 8"));
    dialogue.signals(SIGKILL);
    EXPECT_EQ(dialogue.finish().signal, SIGKILL);
  }
  here_.write(".p.json.aBcDeF.tmp", "{\"answers\": {\"half");
  EXPECT_EQ(ask("3 @documented # minutes\nschool\n1 3\n12,5\nn\nno\nIt grew.\n").status, 0);
  EXPECT_EQ(saved().answers, garden_answers());
}

/// As somebody whom file permissions bind: root may write everywhere.
class AskAsNobody : public AskStage {
 protected:
  static constexpr uid_t kNobody = 65534;

  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
    fs::permissions(here_.path(), fs::perms(0755));
    fs::create_directory(here_.path() / "open");
    allow(true);
    const Dialogue::Start probe{.arguments = {"--version"}, .directory = here_.path(), .user = kNobody};
    if (Dialogue(probe).finish().status != 0)
      GTEST_SKIP() << "the program stands where nobody else may run it";
  }

  void allow(bool allowed) const { fs::permissions(here_.path() / "open", fs::perms(allowed ? 0777 : 0555)); }

  [[nodiscard]] Dialogue::Start start(const std::string& file) const {
    return {.arguments = {"ask", file, "-r", "garden.json"}, .directory = here_.path(), .user = kNobody};
  }
};

TEST_F(AskAsNobody, ReadOnlyFolderIsToldBeforeTheFirstQuestion) {
  Dialogue dialogue(start("p.json"));
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 4);
  EXPECT_TRUE(contains(finished.err, "Permission denied")) << finished.err;
  EXPECT_FALSE(contains(finished.err, "Is there a goal?")) << finished.err;
}

TEST_F(AskAsNobody, ReadOnlyFileIsToldBeforeTheFirstQuestion) {
  here_.write("open/p.json", "{\"answers\": {}}");
  Dialogue dialogue(start("open/p.json"));
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 4);
  EXPECT_FALSE(contains(finished.err, "Is there a goal?")) << finished.err;
}

TEST_F(AskAsNobody, AFailedSaveIsSaidAndTriedAgain) {
  Dialogue dialogue(start("open/p.json"));
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("Saved: Yes"));
  ASSERT_TRUE(dialogue.hears("question 2 of 8"));
  allow(false);
  dialogue.says("3\n");
  ASSERT_TRUE(dialogue.hears("NOT SAVED: "));
  ASSERT_TRUE(dialogue.hears("Permission denied"));
  ASSERT_TRUE(dialogue.hears("question 3 of 8")) << "the answer is kept in memory";
  EXPECT_FALSE(contains(dialogue.heard(), "Saved: 3")) << dialogue.heard();
  EXPECT_EQ(saved("open/p.json").answers.size(), 1U);
  allow(true);
  dialogue.says("1\n");
  ASSERT_TRUE(dialogue.hears("Saved now, with all that was not saved before."));
  dialogue.ends_input();
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_EQ(saved("open/p.json").answers.size(), 3U);
}

TEST_F(AskAsNobody, WhatIsStillUnsavedAtTheEndIsAFailure) {
  Dialogue dialogue(start("open/p.json"));
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  allow(false);
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("question 2 of 8"));
  dialogue.ends_input();
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 4);
  EXPECT_TRUE(contains(finished.err, "NOT SAVED: the last answers are not in open/p.json")) << finished.err;
  EXPECT_FALSE(contains(finished.err, "Your answers are in")) << finished.err;
  EXPECT_FALSE(contains(finished.err, "Nothing was answered")) << finished.err;
}

}  // namespace
}  // namespace ibtikar::test
