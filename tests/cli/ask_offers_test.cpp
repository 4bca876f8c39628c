// `ibtikar ask` at a terminal when the answers cannot be kept where they belong, and what is kept besides.
#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "support/ask_fixture.h"
#include "support/dialogue.h"
#include "support/screen_dialogue.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class AskOffers : public AskStage {
 protected:
  [[nodiscard]] Dialogue::Start at_terminal() const {
    return {.arguments = arguments(), .directory = here_.path(), .at_terminal = true};
  }
};

TEST_F(AskOffers, AFileChangedMeanwhileIsReadAgainAndGoneOnWith) {
  here_.write("p.json", "{\"answers\": {}}");
  Dialogue dialogue(at_terminal());
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  here_.write("p.json", "{\"answers\": {\"goal.exists\": false}, \"title\": \"Theirs\"}");
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("Your answers are in p.json.mine.json")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears("r reads the file as it is now"));
  dialogue.says("r\n");
  ASSERT_TRUE(dialogue.hears("Going on with p.json")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("q\n");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(false)}}));
  EXPECT_EQ(saved("p.json.mine.json").answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(AskOffers, EnterLeavesTheChangedFileAlone) {
  here_.write("p.json", "{\"answers\": {}}");
  Dialogue dialogue(at_terminal());
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  const std::string theirs = "{\"answers\": {\"goal.exists\": false}}";
  here_.write("p.json", theirs);
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("r reads the file as it is now"));
  dialogue.says("\n");
  EXPECT_EQ(dialogue.finish().status, 4);
  EXPECT_EQ(here_.read("p.json"), theirs);
}

TEST_F(AskOffers, WhatCannotBeSavedMayGoIntoAnotherFile) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
  for (const char* folder : {"shut", "open"}) {
    fs::create_directory(here_.path() / folder);
    fs::permissions(here_.path() / folder, fs::perms(0777));
  }
  fs::permissions(here_.path(), fs::perms(0755));
  Dialogue dialogue({.arguments = {"ask", "shut/p.json", "-r", "garden.json", "--title", "Garden",
                                   "--organization", "C.", "--assessor", "A.", "--date", "2026-11-01"},
                     .directory = here_.path(),
                     .at_terminal = true,
                     .user = 65534});
  if (!dialogue.hears("question 1 of 8")) GTEST_SKIP() << "the program stands where nobody else may run it";
  fs::permissions(here_.path() / "shut", fs::perms(0555));
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("question 2 of 8"));
  dialogue.says("q\n");
  ASSERT_TRUE(dialogue.hears("NOT SAVED: the last answers"));
  ASSERT_TRUE(dialogue.hears("the name of another file saves there"));
  dialogue.says("\n");
  ASSERT_TRUE(dialogue.hears("NOT SAVED")) << "tried again";
  ASSERT_TRUE(dialogue.hears("the name of another file saves there"));
  dialogue.says("garden.json\n");
  ASSERT_TRUE(dialogue.hears("is there already"));
  ASSERT_TRUE(dialogue.hears("the name of another file saves there"));
  dialogue.says("open/q.json\n");
  ASSERT_TRUE(dialogue.hears("Your answers are in open/q.json"));
  ASSERT_TRUE(dialogue.hears("ibtikar ask open/q.json -r garden.json"));
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_EQ(saved("open/q.json").answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(AskOffers, WhatTheFileHeldBeforeTheSittingStaysBesideIt) {
  const std::string before = "{\"answers\": {\"goal.exists\": false}}";
  here_.write("p.json", before);
  EXPECT_EQ(ask("q\n").status, 0);
  EXPECT_FALSE(exists("p.json.bak")) << "nothing was saved";
  EXPECT_EQ(ask("<3\n1\n").status, 0);
  EXPECT_EQ(here_.read("p.json.bak"), before);
  const std::string between = here_.read("p.json");
  EXPECT_NE(between, before);
  EXPECT_EQ(ask("<3\n1 3\n").status, 0);
  EXPECT_EQ(here_.read("p.json.bak"), between);
}

TEST_F(AskOffers, ADamagedFileIsRefusedWithAWordOnTheEarlierOne) {
  here_.write("p.json", "{\"answers\": {\"goal.ex");
  const Finished without = ask("y\n");
  EXPECT_EQ(without.status, 3);
  EXPECT_FALSE(contains(without.err, "p.json.bak")) << without.err;
  here_.write("p.json.bak", "{\"answers\": {}}");
  const Finished finished = ask("y\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_TRUE(contains(finished.err, "\"p.json.bak\" is what the file held before")) << finished.err;
  EXPECT_EQ(here_.read("p.json"), "{\"answers\": {\"goal.ex");
}

TEST_F(AskOffers, AHundredThousandPastedLinesAnswerOneQuestionAtMost) {
  Dialogue dialogue(at_terminal());
  for (const char* asked : {"Title of the program", "Who runs", "Who answers", "Day of the assessment"}) {
    ASSERT_TRUE(dialogue.hears(asked));
    ASSERT_TRUE(dialogue.hears("> "));
    dialogue.says("\n");
  }
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  ASSERT_TRUE(dialogue.hears("> "));
  std::string flood;
  for (int i = 0; i < 100'000; ++i) flood += "1\n";
  dialogue.says(flood);
  ASSERT_TRUE(dialogue.hears("is not taken as its")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("q\n");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

/// An editor that never ends by itself.
class AskEditor : public AskStage {
 protected:
  AskEditor() {
    here_.write("editor",
                "#!/bin/sh\ntrap 'echo asked to end >&2; exit 1' TERM INT\necho editor is open >&2\nwhile :; "
                "do sleep 0.05; done\n");
  }

  [[nodiscard]] ScreenDialogue start() const {
    fs::permissions(here_.path() / "editor", fs::perms(0755));
    Environment environment = screen_environment();
    environment["VISUAL"] = (here_.path() / "editor").string();
    return ScreenDialogue(
        {.arguments = arguments(about()), .directory = here_.path(), .environment = environment});
  }
};

TEST_F(AskEditor, IsAskedToEndWhenTheInterviewIs) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  dialogue.says("e");
  ASSERT_TRUE(dialogue.hears("editor is open"));
  dialogue.signals(SIGTERM);
  ASSERT_TRUE(dialogue.hears("asked to end")) << dialogue.heard();
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_TRUE(dialogue.modes_are_back());
}

TEST_F(AskEditor, HasCtrlCForItself) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  dialogue.says("e");
  ASSERT_TRUE(dialogue.hears("editor is open"));
  dialogue.says("\x03");
  ASSERT_TRUE(dialogue.hears("asked to end")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears("Is there a goal?")) << "the interview goes on";
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
}

}  // namespace
}  // namespace ibtikar::test
