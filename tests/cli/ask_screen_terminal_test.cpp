// `ibtikar ask` on a screen, as the terminal sees it: how it is left, stopped and taken up again, and
// what was typed before a question showed.
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/ask_fixture.h"
#include "support/dialogue.h"
#include "support/screen_dialogue.h"

namespace ibtikar::test {
namespace {

class AskScreenTerminal : public AskStage {
 protected:
  [[nodiscard]] Dialogue::Start start() const {
    std::vector<std::string> more = about();
    more.insert(more.end(), {"-l", "en"});
    return {.arguments = arguments(more), .directory = here_.path(), .environment = screen_environment()};
  }

  static void expect_left(ScreenDialogue& dialogue) {
    EXPECT_TRUE(dialogue.modes_are_back());
    EXPECT_TRUE(dialogue.screen_is_left());
  }

  /// To the second question, by an answer to the first.
  static void answer_first(ScreenDialogue& dialogue) {
    ASSERT_TRUE(dialogue.hears("Is there a goal?"));
    ASSERT_TRUE(dialogue.hears(kFrameEnds));
    dialogue.says("1\r");
    ASSERT_TRUE(dialogue.hears("Is the goal written down?"));
    ASSERT_TRUE(dialogue.hears(kFrameEnds));
  }
};

TEST_F(AskScreenTerminal, EndOfInputStops) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("\x04");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_TRUE(contains(dialogue.heard(), "Your answers are in p.json")) << dialogue.heard();
  expect_left(dialogue);
}

TEST_F(AskScreenTerminal, QuitKeyLeavesTheTerminalInOrder) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("\x1c");
  EXPECT_EQ(dialogue.finish().signal, SIGQUIT);
  expect_left(dialogue);
  EXPECT_EQ(saved().answers.size(), 1U);
}

TEST_F(AskScreenTerminal, TwoInterruptsInARowEndAtOnce) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("\x03\x03");
  EXPECT_EQ(dialogue.finish().signal, SIGINT);
  expect_left(dialogue);
}

TEST_F(AskScreenTerminal, StoppedAndContinuedItGivesTheTerminalBackAndDrawsAgain) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("\x1a");
  ASSERT_TRUE(dialogue.is_stopped());
  EXPECT_TRUE(dialogue.modes_are_back());
  dialogue.signals(SIGCONT);
  ASSERT_TRUE(dialogue.hears("\x1b[?1049h"));
  ASSERT_TRUE(dialogue.hears("Is the goal written down?"));
  EXPECT_FALSE(dialogue.modes_are_back());
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  expect_left(dialogue);
}

TEST_F(AskScreenTerminal, ToldToEndWhileStoppedItDoesNotTakeTheScreenAgain) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.signals(SIGTSTP);
  ASSERT_TRUE(dialogue.is_stopped());
  ASSERT_TRUE(dialogue.hears("\x1b[?1049l"));
  dialogue.signals(SIGTERM);
  dialogue.signals(SIGCONT);
  EXPECT_FALSE(dialogue.hears("\x1b[?1049h"));
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  expect_left(dialogue);
}

TEST_F(AskScreenTerminal, ALineOfTextIsShownAgainAfterAStop) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("#");
  ASSERT_TRUE(dialogue.hears("Note: "));
  dialogue.says("half");
  ASSERT_TRUE(dialogue.hears("half"));
  dialogue.says("\x1a");
  ASSERT_TRUE(dialogue.is_stopped());
  EXPECT_TRUE(dialogue.modes_are_back());
  dialogue.signals(SIGCONT);
  ASSERT_TRUE(dialogue.hears("Note: half")) << dialogue.heard();
  dialogue.says(" and half\r");
  ASSERT_TRUE(dialogue.hears("half and half"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  expect_left(dialogue);
  EXPECT_EQ(saved().answers.back().second.note, "half and half");
}

TEST_F(AskScreenTerminal, ALineOfTextMayBeLeftAsItWas) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("#");
  ASSERT_TRUE(dialogue.hears("Note: "));
  dialogue.says("half\x07");
  ASSERT_TRUE(dialogue.hears("Is the goal written down?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_EQ(saved().answers.size(), 1U);
}

TEST_F(AskScreenTerminal, KeysPressedBeforeAQuestionShowedDoNotAnswerIt) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\r2\r2\r");  // skips, and what is behind that was for questions not yet seen
  ASSERT_TRUE(dialogue.hears("written down"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_TRUE(saved().answers.empty());
}

TEST_F(AskScreenTerminal, KeysPressedWhileItStartsDoNotAnswer) {
  ScreenDialogue dialogue(start());
  dialogue.says("1\r1\r1\r");
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_TRUE(saved().answers.empty());
}

TEST_F(AskScreenTerminal, KeysThatWereDroppedAreTold) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("1\r3\r");
  ASSERT_TRUE(dialogue.hears("typed or pasted ahead")) << dialogue.heard();
}

TEST_F(AskScreenTerminal, ArrowsPressedQuicklyAllCount) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\x1b[C\x1b[C");
  ASSERT_TRUE(dialogue.hears("Who digs?")) << dialogue.heard();
  dialogue.says("\x1b[D\x1b[D");
  ASSERT_TRUE(dialogue.hears("Is there a goal?")) << dialogue.heard();
}

TEST_F(AskScreenTerminal, APasteWithoutMarksIsOneText) {
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("#");
  ASSERT_TRUE(dialogue.hears("Note: "));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("first line\rsecond line");
  ASSERT_TRUE(dialogue.hears("first line second line")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\r");
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_EQ(saved().answers.at(0).second.note, "first line second line");
}

TEST_F(AskScreenTerminal, ALongPasteIsKeptWholeAndOneOverTheLimitIsTold) {
  std::string text = "began";
  while (text.size() < 200'000) text += " so";
  ScreenDialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("#");
  ASSERT_TRUE(dialogue.hears("Note: "));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\x1b[200~" + text + "\x1b[201~");
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\r");
  ASSERT_TRUE(dialogue.hears("Note: began so"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  EXPECT_EQ(saved().answers.at(0).second.note, text);
  dialogue.says("#");
  ASSERT_TRUE(dialogue.hears("Note: "));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\x1b[200~" + std::string(std::size_t{5} << 20, 'b') + "\x1b[201~");
  ASSERT_TRUE(dialogue.hears("bbbb"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\r");
  ASSERT_TRUE(dialogue.hears("That line is too long"))
      << dialogue.heard().substr(dialogue.heard().size() - 2000);
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_EQ(saved().answers.at(0).second.note, text);
}

TEST_F(AskScreenTerminal, WhatWasNotTakenIsNamedAtTheEnd) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  dialogue.says("3");
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("q");
  EXPECT_EQ(dialogue.finish().status, 0);
  EXPECT_TRUE(contains(dialogue.heard(), "Not taken, because Enter was not pressed: 3 Fully"));
}

TEST_F(AskScreenTerminal, TheReportHasTheWidthThatTheWindowHasAtTheEnd) {
  std::vector<std::string> more = about();
  more.insert(more.end(), {"-l", "en", "--only", "goal.exists"});
  ScreenDialogue dialogue(
      {.arguments = arguments(more), .directory = here_.path(), .environment = screen_environment()}, 100,
      30);
  ASSERT_TRUE(dialogue.hears("Is there a goal?"));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.resizes(60, 18);
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("1\r");
  ASSERT_TRUE(dialogue.hears("Every question was shown."));
  ASSERT_TRUE(dialogue.hears(kFrameEnds));
  dialogue.says("\r");
  EXPECT_EQ(dialogue.finish().status, 0);
  const std::string report = dialogue.heard().substr(dialogue.heard().rfind("\x1b[?1049l"));
  std::string rule;
  for (int i = 0; i < 60; ++i) rule += "━";
  EXPECT_TRUE(contains(report, rule)) << report;
  EXPECT_FALSE(contains(report, rule + "━")) << report;
}

TEST_F(AskScreenTerminal, FileChangedByHandIsNotOverwritten) {
  ScreenDialogue dialogue(start());
  answer_first(dialogue);
  const std::string theirs = "{\"answers\": {\"people.who\": \"nobody\"}}";
  here_.write("p.json", theirs);
  dialogue.says("3\r");
  ASSERT_TRUE(dialogue.hears("p.json was changed by another program"));
  ASSERT_TRUE(dialogue.hears("r reads the file as it is now"));
  dialogue.says("\n");
  EXPECT_EQ(dialogue.finish().status, 4);
  EXPECT_EQ(here_.read("p.json"), theirs);
  EXPECT_EQ(saved("p.json.mine.json").answers.size(), 2U);
  expect_left(dialogue);
}

TEST_F(AskScreenTerminal, SecondInterviewIsRefusedWithoutTouchingTheScreen) {
  ScreenDialogue first(start());
  answer_first(first);
  ScreenDialogue second(start());
  EXPECT_EQ(second.finish().status, 4);
  EXPECT_TRUE(contains(second.heard(), "another interview has this file open (process "));
  EXPECT_FALSE(contains(second.heard(), "\x1b[?1049h"));
}

}  // namespace
}  // namespace ibtikar::test
