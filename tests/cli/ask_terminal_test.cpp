// `ibtikar ask` at a terminal of its own: prompts, the title, pasted lines, keys.
#include <csignal>
#include <string>

#include <gtest/gtest.h>

#include "support/ask_fixture.h"
#include "support/dialogue.h"

namespace ibtikar::test {
namespace {

class AskAtTerminal : public AskStage {
 protected:
  [[nodiscard]] Dialogue::Start start(std::vector<std::string> more = {}) const {
    return {.arguments = arguments(std::move(more)), .directory = here_.path(), .at_terminal = true};
  }
};

TEST_F(AskAtTerminal, ANewFileIsAskedAboutOnce) {
  Dialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Title of the program"));
  dialogue.says("Roof \xD8\xB3\n");
  ASSERT_TRUE(dialogue.hears("Who runs the program"));
  dialogue.says("City\n");
  ASSERT_TRUE(dialogue.hears("Who answers the questions"));
  dialogue.says("\n");
  ASSERT_TRUE(dialogue.hears("Day of the assessment"));
  dialogue.says("1447-05-12\n");
  ASSERT_TRUE(dialogue.hears("looks like a Hijri date"));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("2026-13-01\n");
  ASSERT_TRUE(dialogue.hears("is not a day"));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("٢٠٢٦-١١-٠٢\n");
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  ASSERT_TRUE(dialogue.hears("> "));
  EXPECT_EQ(saved().title, "Roof \xD8\xB3");
  EXPECT_EQ(saved().organization, "City");
  EXPECT_EQ(saved().assessor, "");
  EXPECT_EQ(saved().date, "2026-11-02");
  dialogue.says("q\n");
  EXPECT_EQ(dialogue.finish().status, 0);
  Dialogue again(start());
  ASSERT_TRUE(again.hears("question 1 of 8"));
  EXPECT_FALSE(contains(again.heard(), "Who answers"));
}

TEST_F(AskAtTerminal, APastedTextIsOneText) {
  std::vector<std::string> more = about();
  more.insert(more.end(), {"--only", "run.story"});
  Dialogue dialogue(start(more));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("It began.\nIt grew.\nand st");
  ASSERT_TRUE(dialogue.hears("Saved: It began. It grew. and st")) << dialogue.heard();
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_EQ(saved().answers, (Answers{{"run.story", stated("It began. It grew. and st")}}));
}

TEST_F(AskAtTerminal, ABeginningTypedAheadIsDroppedWithAWord) {
  Dialogue dialogue(start(about()));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("y\n3");
  ASSERT_TRUE(dialogue.hears("pasted ahead")) << dialogue.heard();
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("2\n");
  ASSERT_TRUE(dialogue.hears("Saved: 2 In part"));
}

TEST_F(AskAtTerminal, ALineThatTheTerminalCutsIsNotTaken) {
  std::vector<std::string> more = about();
  more.insert(more.end(), {"--only", "run.story"});
  Dialogue dialogue(start(more));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says(std::string(5000, 'a') + "\n");
  ASSERT_TRUE(dialogue.hears("at most 4094 bytes fit")) << dialogue.heard();
  EXPECT_TRUE(saved().answers.empty());
}

TEST_F(AskAtTerminal, WhatIsGivenIsNotAskedFor) {
  Dialogue dialogue(start(about()));
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  for (const char* asked : {"Title of the program", "Who runs", "Who answers", "Day of the assessment"})
    EXPECT_FALSE(contains(dialogue.heard(), asked)) << asked;
}

TEST_F(AskAtTerminal, LinesPastedAtOnceAnswerOneQuestion) {
  Dialogue dialogue(start(about()));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("y\n3\n2\n");
  ASSERT_TRUE(dialogue.hears("pasted ahead"));
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(AskAtTerminal, InterruptKeyEndsBySignal) {
  Dialogue dialogue(start(about()));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("y\n");
  ASSERT_TRUE(dialogue.hears("question 2 of 8"));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("\x03");
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.signal, SIGINT) << finished.err;
  EXPECT_TRUE(contains(finished.err, "Your answers are in p.json")) << finished.err;
}

TEST_F(AskAtTerminal, EndOfInputStops) {
  Dialogue dialogue(start(about()));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.ends_input();
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 0);
  EXPECT_TRUE(contains(finished.err, "ibtikar ask p.json")) << finished.err;
}

TEST_F(AskAtTerminal, TheLastPromptCanGoBack) {
  Dialogue dialogue(start(about()));
  for (const std::string& line : garden_lines()) {
    ASSERT_TRUE(dialogue.hears("> ")) << line;
    dialogue.says(line + "\n");
  }
  ASSERT_TRUE(dialogue.hears("Every question was shown."));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("<\n");
  ASSERT_TRUE(dialogue.hears("Answer so far: It grew."));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("It shrank.\n");
  ASSERT_TRUE(dialogue.hears("Every question was shown."));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("\n");
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 0);
  EXPECT_TRUE(contains(finished.err, "Community garden")) << "the report";
  EXPECT_EQ(saved().answers.back().second, stated("It shrank."));
}

}  // namespace
}  // namespace ibtikar::test
