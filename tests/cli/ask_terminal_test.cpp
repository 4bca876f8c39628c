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

TEST_F(AskAtTerminal, ANewFileIsAskedForItsTitle) {
  Dialogue dialogue(start());
  ASSERT_TRUE(dialogue.hears("Title of the program"));
  dialogue.says("Roof \xD8\xB3\n");
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  ASSERT_TRUE(dialogue.hears("> "));
  EXPECT_EQ(saved().title, "Roof \xD8\xB3");
  dialogue.says("q\n");
  EXPECT_EQ(dialogue.finish().status, 0);
}

TEST_F(AskAtTerminal, TitleGivenIsNotAskedFor) {
  Dialogue dialogue(start({"--title", "Roof"}));
  ASSERT_TRUE(dialogue.hears("question 1 of 8"));
  EXPECT_FALSE(contains(dialogue.heard(), "Title of the program"));
}

TEST_F(AskAtTerminal, LinesPastedAtOnceAnswerOneQuestion) {
  Dialogue dialogue(start({"--title", "Roof"}));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.says("y\n3\n2\n");
  ASSERT_TRUE(dialogue.hears("pasted ahead"));
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(AskAtTerminal, InterruptKeyEndsBySignal) {
  Dialogue dialogue(start({"--title", "Roof"}));
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
  Dialogue dialogue(start({"--title", "Roof"}));
  ASSERT_TRUE(dialogue.hears("> "));
  dialogue.ends_input();
  const Finished finished = dialogue.finish();
  EXPECT_EQ(finished.status, 0);
  EXPECT_TRUE(contains(finished.err, "ibtikar ask p.json")) << finished.err;
}

TEST_F(AskAtTerminal, TheLastPromptCanGoBack) {
  Dialogue dialogue(start({"--title", "Roof"}));
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
