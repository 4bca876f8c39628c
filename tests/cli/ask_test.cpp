// `ibtikar ask` through pipes: what a line does, what the file then holds, which
// files are refused. Faults that come while it runs: ask_faults_test.cpp.
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/ask_fixture.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class Ask : public AskStage {};

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST_F(Ask, OneLineAnswersOneQuestion) {
  const Finished finished = ask(joined(garden_lines()));
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(saved().answers, garden_answers());
  EXPECT_EQ(saved().rubric, (RubricReference{"garden", "1.0.0"}));
  EXPECT_TRUE(contains(finished.out, "Community garden")) << "the report";
  EXPECT_TRUE(contains(finished.err, "Answered: 8 of 8.")) << finished.err;
  const Finished score = run({"score", "p.json", "-r", "garden.json"});
  EXPECT_EQ(score.status, 0) << score.err;
  EXPECT_EQ(score.out, finished.out) << "the report of `ask` is that of `score`";
}

TEST_F(Ask, OptionsGoIntoTheFile) {
  const Finished finished = ask("y\n", {"--title", "Roof \"A\"", "--id", "P-1", "--organization", "City",
                                        "--assessor", "أمل", "--date", "2026-11-01"});
  EXPECT_EQ(finished.status, 0) << finished.err;
  const Proposal proposal = saved();
  EXPECT_EQ(proposal.title, "Roof \"A\"");
  EXPECT_EQ(proposal.id, "P-1");
  EXPECT_EQ(proposal.organization, "City");
  EXPECT_EQ(proposal.assessor, "أمل");
  EXPECT_EQ(proposal.date, "2026-11-01");
}

TEST_F(Ask, ANewFileIsForItsOwnerOnly) {
  EXPECT_EQ(ask("y\n").status, 0);
  struct stat status {};
  ASSERT_EQ(::stat((here_.path() / "p.json").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(Ask, EndOfInputInTheMiddleSavesAndSaysHowToGoOn) {
  const Finished finished = ask("y\n3\n");
  EXPECT_EQ(finished.status, 0);
  EXPECT_EQ(saved().answers.size(), 2U);
  EXPECT_TRUE(contains(finished.err, "ibtikar ask p.json -r garden.json")) << finished.err;
  EXPECT_EQ(finished.out, "") << "no report before the end";
}

TEST_F(Ask, TheClosingWordsKnowWhetherAReportWasShown) {
  for (const auto& [language, again, so_far] :
       {std::array<const char*, 3>{"en", "The report again:", "A report so far:"},
        {"ar", "للتقرير من جديد:", "للتقرير حتى الآن:"}})
    for (const bool is_whole : {false, true})
      for (const char* last : {"q\n", ""}) {
        const std::string lines = (is_whole ? joined(garden_lines()) : "y\n") + last;
        const std::string file = std::string(language) + (is_whole ? "1" : "0") + (*last == 'q' ? "q" : "");
        const Finished finished = run({"ask", file, "-r", "garden.json", "-l", language}, lines);
        EXPECT_EQ(finished.out.empty(), !is_whole) << finished.err;
        EXPECT_EQ(contains(finished.err, again), is_whole) << finished.err;
        EXPECT_EQ(contains(finished.err, so_far), !is_whole) << finished.err;
      }
}

TEST_F(Ask, LastLineWithoutLineEndCounts) {
  EXPECT_EQ(ask("y\n3").status, 0);
  EXPECT_EQ(saved().answers.size(), 2U);
}

TEST_F(Ask, NothingAnsweredWritesNoFile) {
  const Finished finished = ask("");
  EXPECT_EQ(finished.status, 0);
  EXPECT_FALSE(exists("p.json"));
  EXPECT_TRUE(contains(finished.err, "no file was written")) << finished.err;
}

TEST_F(Ask, ResumingAsksOnlyWhatIsOpen) {
  ASSERT_EQ(ask("y\n\nschool\nq\n").status, 0);
  const Finished finished = ask("2\n1\n");
  EXPECT_EQ(finished.status, 0);
  EXPECT_TRUE(contains(finished.err, "Answered: 2 of 8.")) << finished.err;
  EXPECT_FALSE(contains(finished.err, "Is there a goal?")) << finished.err;
  const Answers expected = {{"goal.exists", stated(true)},
                            {"people.who", stated("school")},
                            {"goal.written", stated(2.0)},
                            {"people.tools", stated(std::vector<std::string>{"spade"})}};
  EXPECT_EQ(saved().answers, expected);
}

TEST_F(Ask, ARefusedLineLeavesItsQuestionOpenAndTheNextLineIsTheNextQuestions) {
  const Finished finished = ask("perhaps\n2\n9\n1 3\n\x1b[A\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(saved().answers, (Answers{{"goal.written", stated(2.0)},
                                      {"people.tools", stated(std::vector<std::string>{"spade", "cart"})}}));
  const std::size_t list = finished.err.find("These lines were not taken:");
  ASSERT_NE(list, std::string::npos) << finished.err;
  const std::string told = finished.err.substr(list);
  EXPECT_TRUE(contains(told, "line 1: \"perhaps\" is not an answer to this question. Type 1")) << told;
  EXPECT_TRUE(contains(told, "line 3: \"9\" is not in the list. Type a number from 1 to 3.")) << told;
  EXPECT_TRUE(contains(told, "line 5: ")) << told;
  EXPECT_FALSE(contains(finished.err, "\x1b")) << "what was typed reaches nobody's terminal";
}

TEST_F(Ask, ARefusedRemarkLeavesItsQuestionAtHand) {
  EXPECT_EQ(ask("@rumour\ny\n").status, 3);
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(Ask, AfterAPlaceThatIsNotThereNoLineAnswersUntilThePlaceIsKnownAgain) {
  const Finished finished = ask("<99\ny\n<4\n2\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(saved().answers, (Answers{{"people.tools", stated(std::vector<std::string>{"hose"})}}));
  EXPECT_TRUE(contains(finished.err, "line 1: ")) << finished.err;
  EXPECT_TRUE(contains(finished.err, "line 2: ")) << finished.err;
}

TEST_F(Ask, GoingToTheQuestionAtHandStaysThere) {
  const Finished finished = ask("<1\ny\n<2\n2\n<99\n<3\n1\n");
  EXPECT_EQ(finished.status, 3) << "for <99 only";
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)},
                                      {"goal.written", stated(2.0)},
                                      {"people.who", stated("neighbours")}}));
  for (const char* line : {"line 1: ", "line 3: ", "line 6: "})
    EXPECT_FALSE(contains(finished.err, line)) << finished.err;
}

TEST_F(Ask, LinesBehindTheLastQuestionAreTold) {
  std::vector<std::string> lines = garden_lines();
  lines.emplace_back("one too many");
  lines.emplace_back("");
  const Finished finished = ask(joined(lines));
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(saved().answers, garden_answers());
  EXPECT_TRUE(contains(finished.err, "No question is open any more")) << finished.err;
  EXPECT_TRUE(contains(finished.out, "Community garden")) << "the report";
}

TEST_F(Ask, BehindTheLastQuestionOneMayGoBack) {
  const Finished finished = ask(joined(garden_lines()) + "<2\n1\n");
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_EQ(saved().answers[1].second.value, AnswerValue(1.0));
}

TEST_F(Ask, OverlongLineIsNoAnswer) {
  const Finished finished = ask(std::string(std::size_t{3} << 20, 'y') + "\n2\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_TRUE(contains(finished.err, "That line is too long: at most 1048576 bytes fit")) << finished.err;
  EXPECT_EQ(saved().answers, (Answers{{"goal.written", stated(2.0)}}));
}

TEST_F(Ask, ALongTextIsKeptWhole) {
  const std::string text(200'000, 'a');
  EXPECT_EQ(ask("<8\n" + text + " # " + text + "\n").status, 0);
  EXPECT_EQ(saved().answers, (Answers{{"run.story", {text, false, {}, text, {}}}}));
}

TEST_F(Ask, AnAnswerTakesItsMarkAway) {
  EXPECT_EQ(ask("m\n<2\nm\n<1\ny\n").status, 0);
  EXPECT_TRUE(contains(here_.read("p.json"), R"("x-marked": ["goal.written"])")) << here_.read("p.json");
}

TEST_F(Ask, AMarkOnAnAnswerDoesNotCallItOpen) {
  for (const auto& [language, open, answered] :
       {std::array<const char*, 3>{"en", "Marked for later; it stays open.", "Marked for later."},
        {"ar", "وقت لاحق، وهو ما زال مفتوحًا.", "وقت لاحق."}}) {
    const std::string file = std::string(language) + ".json";
    const std::vector<std::string> command = {"ask", file, "-r", "garden.json", "-l", language};
    EXPECT_TRUE(contains(run(command, "m\nq\n").err, open)) << language;
    const std::string told = run(command, "y\n<1\nm\nq\n").err;
    EXPECT_TRUE(contains(told, answered)) << told;
    EXPECT_FALSE(contains(told, open)) << told;
  }
}

TEST_F(Ask, MarksOfQuestionsThatThisRubricHasNotStay) {
  here_.write("p.json", R"({"answers": {}, "x-marked": ["old.question"]})");
  EXPECT_EQ(ask("m\n").status, 0);
  EXPECT_TRUE(contains(here_.read("p.json"), R"("x-marked": ["old.question", "goal.exists"])"))
      << here_.read("p.json");
}

TEST_F(Ask, NothingIsAskedAboutTheProgramFromAPipe) {
  const Finished finished = ask("y\n");
  EXPECT_FALSE(contains(finished.err, "Title of the program")) << finished.err;
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
}

TEST_F(Ask, TheClosingHintSavesAPage) {
  const Finished finished = ask("y\n");
  EXPECT_TRUE(contains(finished.err, "-o p.html")) << finished.err;
}

TEST_F(Ask, NoLockStaysBehind) {
  EXPECT_EQ(ask("y\n").status, 0);
  EXPECT_FALSE(exists(".p.json.lock"));
  here_.write(".p.json.lock", "process 1 on somewhere");  // as after a kill
  EXPECT_EQ(ask("3\n").status, 0);
  EXPECT_FALSE(exists(".p.json.lock"));
}

TEST_F(Ask, VisualOrderHoldsForTheReportToo) {
  const Finished logical = ask(joined(garden_lines()), {"-l", "ar"});
  fs::remove(here_.path() / "p.json");
  const Finished visual = ask(joined(garden_lines()), {"-l", "ar", "--bidi", "visual"});
  EXPECT_EQ(visual.status, 0) << visual.err;
  EXPECT_TRUE(contains(logical.out, "حديقة مجتمعية")) << logical.out;
  for (const std::string& text : {visual.out, visual.err}) {
    EXPECT_FALSE(contains(text, "حديقة")) << text;
    EXPECT_FALSE(contains(text, "\u2067")) << "no isolates are left";
  }
}

TEST_F(Ask, ArabicDigitsAndWords) {
  const Finished finished = ask("نعم\n٣ @موثق # محضر\n۲\n١، ٣\n١٢٫٥\nلا ينطبق\nلا\nنمت\n", {"-l", "ar"});
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_TRUE(contains(finished.err, "القسم 1 من 2، السؤال 1 من 8")) << finished.err;
  Answers expected = garden_answers();
  expected[1].second.note = "محضر";
  expected[7].second.value = "نمت";
  EXPECT_EQ(saved().answers, expected);
}

TEST_F(Ask, QuietSaysOnlyWhatIsWrong) {
  const Finished finished = ask("y\n9\n", {"-q"});
  EXPECT_EQ(finished.status, 3);
  EXPECT_EQ(finished.err,
            "These lines were not taken:\n"
            "line 2: \"9\" is not in the list. Type a number from 1 to 3.\n");
}

TEST_F(Ask, NoInputKeepsOptionsAndAsksNothing) {
  const Finished finished = ask("y\n", {"--no-input", "--title", "Roof"});
  EXPECT_EQ(finished.status, 0);
  EXPECT_EQ(saved().title, "Roof");
  EXPECT_TRUE(saved().answers.empty());
}

TEST_F(Ask, WhatOthersWroteStays) {
  const std::string before = R"({
  "x-tool": {"b": 1.50, "a": "\u0041"},
  "format": "ibtikar-proposal/1",
  "context": {"z": [1, 2], "a": null},
  "answers": {
    "goal.exists": {"value": true, "x-by": "R."},
    "old.question": {"value": 3, "x-k": {}}
  }
}
)";
  here_.write("p.json", before);
  ASSERT_EQ(ask("3\n").status, 0);
  EXPECT_EQ(here_.read("p.json"), R"({
  "x-tool": {"b": 1.50, "a": "\u0041"},
  "format": "ibtikar-proposal/1",
  "context": {"z": [1, 2], "a": null},
  "rubric": {"id": "garden", "version": "1.0.0"},
  "answers": {
    "goal.exists": {"value": true, "x-by": "R."},
    "goal.written": 3
  },
  "x-unmatched": {"old.question": {"value": 3, "x-k": {}}}
}
)");
}

TEST_F(Ask, AFileThatIsOnlyLookedAtStaysAsItWas) {
  const std::string before = "{\"answers\":{\"goal.exists\":true}}";
  here_.write("p.json", before);
  ASSERT_EQ(ask("\nq\n").status, 0);
  EXPECT_EQ(here_.read("p.json"), before);
}

TEST_F(Ask, AnotherMajorVersionIsRefusedAndTheFileStays) {
  const std::string before =
      R"({"rubric": {"id": "garden", "version": "0.5.0"}, "answers": {"goal.exists": true}})";
  here_.write("p.json", before);
  const Finished finished = ask("2\nq\n");
  EXPECT_EQ(finished.status, 3) << finished.err;
  EXPECT_TRUE(contains(finished.err, "`ibtikar rubric convert FILE`")) << finished.err;
  EXPECT_EQ(here_.read("p.json"), before);
}

TEST_F(Ask, OtherVersionKeepsWhatDoesNotFitAndAsksAgain) {
  here_.write("p.json", R"({"rubric": {"id": "garden", "version": "1.5.0"},
                            "answers": {"goal.exists": true, "goal.written": 7, "gone.question": 1}})");
  const Finished finished = ask("2\nq\n");
  EXPECT_EQ(finished.status, 0) << finished.err;
  for (const char* told : {"[rubric-version]", "[out-of-range]", "[unknown-question]"})
    EXPECT_TRUE(contains(finished.err, told)) << told << finished.err;
  EXPECT_TRUE(contains(finished.err, "Is the goal written down?")) << "asked again";
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}, {"goal.written", stated(2.0)}}));
  EXPECT_TRUE(contains(here_.read("p.json"), R"("x-unmatched": {"goal.written": 7, "gone.question": 1})"));
  EXPECT_EQ(saved().rubric.version, "1.0.0");
  const Finished again = ask("q\n");
  EXPECT_FALSE(contains(again.err, "[unknown-question]")) << "listed once";
}

TEST_F(Ask, FileOfAnotherRubricNeedsOneNamedByHand) {
  const std::string before = R"({"rubric": {"id": "orchard"}, "answers": {"a.b": 1}})";
  here_.write("p.json", before);
  const Finished finished = run({"ask", "p.json"}, "y\n");
  EXPECT_EQ(finished.status, 3);
  EXPECT_TRUE(contains(finished.err, "p.json:1:19: error: written for rubric \"orchard\"")) << finished.err;
  EXPECT_EQ(here_.read("p.json"), before);
  EXPECT_EQ(ask("y\n").status, 0);
  EXPECT_EQ(saved().rubric.id, "garden");
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}}));
  EXPECT_TRUE(contains(here_.read("p.json"), R"("x-unmatched": {"a.b": 1})"));
}

TEST_F(Ask, WhatWasSetAsideComesBackWhenItFitsAgain) {
  here_.write("p.json", R"({"answers": {"goal.exists": true},
                            "x-unmatched": {"goal.written": {"value": 2, "x-by": "R."}, "gone.question": 1}})");
  EXPECT_EQ(ask("\nq\n", {"--title", "Roof"}).status, 0);
  EXPECT_EQ(saved().answers, (Answers{{"goal.exists", stated(true)}, {"goal.written", stated(2.0)}}));
  EXPECT_TRUE(contains(here_.read("p.json"), R"("x-unmatched": {"gone.question": 1})"))
      << here_.read("p.json");
}

struct Damaged {
  const char* name;
  std::string text;
  const char* told;
};

TEST_F(Ask, DamagedFilesAreRefusedAndLeftAlone) {
  const Damaged kDamaged[] = {
      {"empty", "", "p.json:1:1: error:"},
      {"cut", "{\"answers\": {\"goal.exists\": tr", "p.json:1:"},
      {"not a proposal", "{\"format\": \"ibtikar-assessment/1\"}", "ibtikar-assessment/1"},
      {"a list", "[1, 2]", "expected a proposal object"},
      {"two documents", "{\"answers\": {}}\n{\"answers\": {}}\n",
       "`ibtikar batch --input-format ndjson` scores those"},
      {"given twice", "{\"answers\": {\"a.b\": 1, \"a.b\": 2}}", "p.json:1:24"},
      {"not UTF-8", "{\"answers\": {}, \"x-a\": \"\xFF\"}", "p.json:1:25"},
  };
  for (const Damaged& damaged : kDamaged) {
    here_.write("p.json", damaged.text);
    const Finished finished = ask("y\n");
    EXPECT_EQ(finished.status, 3) << damaged.name << finished.err;
    EXPECT_TRUE(contains(finished.err, damaged.told)) << damaged.name << ": " << finished.err;
    EXPECT_EQ(here_.read("p.json"), damaged.text) << damaged.name;
  }
}

TEST_F(Ask, PlacesThatCannotBeWrittenAreToldBeforeTheFirstQuestion) {
  fs::create_directory(here_.path() / "folder");
  for (const char* place : {"no/such/folder/p.json", "folder", "/dev/null/p.json"}) {
    const Finished finished = run({"ask", place, "-r", "garden.json"}, "y\n");
    EXPECT_EQ(finished.status, 4) << place << finished.err;
    EXPECT_FALSE(contains(finished.err, "Is there a goal?")) << place;
  }
}

/// A file below /dev is a file: written beside and renamed, like anywhere else.
TEST_F(Ask, AFileInSharedMemoryIsWrittenWhole) {
  if (!fs::is_directory("/dev/shm")) GTEST_SKIP() << "this machine has no /dev/shm";
  const fs::path folder = fs::path("/dev/shm") / here_.path().filename();
  fs::create_directory(folder);
  const std::string file = (folder / "p.json").string();
  std::ofstream(file) << "{\"answers\": {\"run.story\": \"" << std::string(3000, 'x') << "\"}}";
  const Finished finished = run({"ask", file, "-r", "garden.json"}, "y\n<8\nshort\n");
  EXPECT_EQ(finished.status, 0) << finished.err;
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  EXPECT_TRUE(text.str().ends_with("\"run.story\": \"short\",\n    \"goal.exists\": true\n  }\n}\n"))
      << text.str();
  EXPECT_FALSE(fs::exists(folder / ".p.json.lock"));
  fs::remove_all(folder);
}

TEST_F(Ask, LinksAreWrittenThrough) {
  here_.write("real/answers.json", "{\"answers\": {}}");
  fs::create_symlink("real/answers.json", here_.path() / "p.json");
  ASSERT_EQ(ask("y\n").status, 0);
  EXPECT_TRUE(fs::is_symlink(here_.path() / "p.json"));
  EXPECT_EQ(saved("real/answers.json").answers.size(), 1U);
}

}  // namespace
}  // namespace ibtikar::test
