// The interview's screen without a terminal: what keys do, and what stands where.
#include "cli/ask/screen_model.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/utf8.h"
#include "support/garden_rubric.h"

namespace ibtikar::cli {
namespace {

using io::Key;
using Kind = Key::Kind;
using RequestKind = ScreenModel::Request::Kind;

constexpr io::ScreenSize kUsual{80, 24};

class Board : public testing::Test {
 protected:
  explicit Board(const char* language = "en", Proposal proposal = {})
      : screen_(rubric_, language, 80, false),
        interview_(rubric_, std::move(proposal)),
        model_(screen_, rubric_, scorer_, finder_, interview_) {}

  /// The request of the last key of `keys`: each letter is one; ^ up, v down, { left, } right, _ page
  /// down, \r Enter, ~ Escape.
  RequestKind press(std::string_view keys) {
    RequestKind last = RequestKind::none;
    for (std::size_t at = 0; at < keys.size();) {
      const std::size_t next = code_point_at(keys, at)->next;
      const std::string text(keys.substr(at, next - at));
      Key key{Kind::text, text};
      if (text == "^") key = {Kind::up, {}};
      if (text == "v") key = {Kind::down, {}};
      if (text == "\r") key = {Kind::enter, {}};
      if (text == "~") key = {Kind::escape, {}};
      if (text == "\t") key = {Kind::tab, {}};
      if (text == "\b") key = {Kind::backspace, {}};
      if (text == "{") key = {Kind::left, {}};
      if (text == "}") key = {Kind::right, {}};
      if (text == "_") key = {Kind::page_down, {}};
      if (text == "\x15") key = {Kind::control, "u"};
      request_ = model_.press(key);
      last = request_.kind;
      at = next;
    }
    return last;
  }
  std::string frame(io::ScreenSize size = kUsual) { return model_.frame(size, std::nullopt); }
  bool shows(std::string_view text) { return frame().find(text) != std::string::npos; }
  std::string at_hand() const { return interview_.at_hand() ? rubric_.full_id(*interview_.at_hand()) : ""; }
  AnswerValue value_of(const std::string& id) const {
    const Answer* answer = interview_.answer(*rubric_.find(id));
    return answer == nullptr ? AnswerValue() : answer->value;
  }

  const Rubric rubric_ = test::garden_rubric();
  const Scorer scorer_{rubric_};
  const QuestionFinder finder_{rubric_};
  QuestionText screen_;
  Interview interview_;
  ScreenModel model_;
  ScreenModel::Request request_;
};

TEST_F(Board, ShowsOneQuestionWithItsKeys) {
  EXPECT_EQ(frame({60, 15}), R"(Ground: Goal                                          1 of 8
────────────────────────────────────────────────────────────
Is there a goal?
    1   ○ Yes
    2   ○ No









↑↓ or 1-2 choose · Enter skips · ? help · q stops · # note
)");
}

TEST(BoardWithRules, ASecondQuestionMarkShowsTheRules) {
  const Rubric rubric = test::garden_rubric_with_rules();
  for (const auto& [language, help, example, rule] :
       {std::array<const char*, 4>{"en", "A goal says", "Example: Ten families", "-  A wish is no goal."},
        {"ar", "الهدف يقول", "تأكل منه عشر", "الأمنية ليست هدفًا."}}) {
    const Scorer scorer(rubric);
    const QuestionFinder finder(rubric);
    const QuestionText screen(rubric, language, 80, false);
    Interview interview(rubric, {});
    ScreenModel model(screen, rubric, scorer, finder, interview);
    const auto shows = [&](std::string_view text) {
      return model.frame({80, 40}, std::nullopt).find(text) != std::string::npos;
    };
    const auto press = [&] { static_cast<void>(model.press({Kind::text, "?"})); };
    EXPECT_FALSE(shows(help)) << language;
    press();
    EXPECT_TRUE(shows(help) && shows(example) && !shows(rule) && shows(screen.words().more_rules));
    press();
    EXPECT_TRUE(shows(help) && shows(example) && shows(rule) && !shows(screen.words().more_rules));
    press();
    EXPECT_FALSE(shows(help) || shows(example) || shows(rule)) << language;
  }
}

TEST_F(Board, ADigitPointsAndEnterTakes) {
  EXPECT_EQ(press("2"), RequestKind::none);
  EXPECT_EQ(value_of("goal.exists"), AnswerValue());
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_EQ(request_.number, 0u);
  EXPECT_EQ(value_of("goal.exists"), AnswerValue(false));
  EXPECT_EQ(at_hand(), "people.who") << "the question that it hides is not asked";
}

TEST_F(Board, ArrowsWrapAround) {
  press("v\r");
  EXPECT_EQ(value_of("goal.exists"), AnswerValue(true));
  press("^\r");
  EXPECT_EQ(value_of("goal.written"), AnswerValue(3.0)) << "up from nothing is the last";
  press("vvvv\r");
  EXPECT_EQ(value_of("people.who"), AnswerValue(std::string("neighbours")));
}

TEST_F(Board, EnterOnNothingLeavesTheQuestionOpen) {
  EXPECT_EQ(press("\r"), RequestKind::none);
  EXPECT_EQ(value_of("goal.exists"), AnswerValue());
  EXPECT_EQ(at_hand(), "goal.written");
}

TEST_F(Board, TicksSeveralAndNone) {
  interview_.go_to(*rubric_.find("people.tools"));
  press("~13");
  EXPECT_TRUE(shows("1 [x] Spades")) << frame();
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_EQ(value_of("people.tools"), AnswerValue(std::vector<std::string>{"spade", "cart"}));
  interview_.go_to(*rubric_.find("people.tools"));
  press("~0\r");
  EXPECT_EQ(value_of("people.tools"), AnswerValue(std::vector<std::string>{}));
}

TEST_F(Board, NumbersAreTypedAndCheckedWithEnter) {
  interview_.go_to(*rubric_.find("run.hours"));
  press("~99");
  EXPECT_TRUE(shows("> 99")) << frame();
  EXPECT_EQ(press("\r"), RequestKind::none);
  EXPECT_TRUE(shows("out of range")) << frame();
  EXPECT_EQ(press("١٢\r"), RequestKind::save) << "Arabic digits";
  EXPECT_EQ(value_of("run.hours"), AnswerValue(12.0));
}

TEST_F(Board, OnceANumberIsBegunEveryLetterIsTextOfItsLine) {
  interview_.go_to(*rubric_.find("run.hours"));
  press("~");
  for (const std::string line : {"12q", "1e3", "12s", "12r", "12/3", "12months", "12 @9", "12#?", "12شخص",
                                 "12ق", "bout 100", "-a", "12Minutes a day", "1m@2"}) {
    EXPECT_EQ(press(line), RequestKind::none) << line;
    EXPECT_TRUE(shows("> " + line)) << line << frame();
    EXPECT_TRUE(shows("Esc other keys")) << frame();
    press("\x15");
    EXPECT_FALSE(shows("> ")) << frame();
  }
  for (const std::string line : {"12q", "1e3", "12Minutes", "99 hours", "1m@2"}) {
    EXPECT_EQ(press(line + "\r"), RequestKind::none) << line;
    EXPECT_TRUE(shows("\"" + line + "\" is")) << line << frame();
  }
  EXPECT_EQ(at_hand(), "run.hours");
  EXPECT_EQ(press("1\bq"), RequestKind::stop) << "an emptied line has the commands again";
}

TEST_F(Board, DoesNotApplyIsALineOfItsOwn) {
  interview_.go_to(*rubric_.find("run.waste"));
  press("~n");
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_TRUE(interview_.answer(*rubric_.find("run.waste"))->not_applicable);
}

TEST_F(Board, ATextIsWrittenAtOnceAndEveryLetterIsText) {
  interview_.go_to(*rubric_.find("run.story"));
  press("q it grew?");
  EXPECT_TRUE(shows("Text: q it grew?")) << frame();
  EXPECT_EQ(value_of("run.story"), AnswerValue());
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_EQ(value_of("run.story"), AnswerValue(std::string("q it grew?")));
}

TEST_F(Board, EscapeLeavesATextAndLosesNothing) {
  interview_.go_to(*rubric_.find("run.story"));
  press("half~");
  EXPECT_TRUE(shows("Not taken, because Enter was not pressed: half")) << frame();
  press("s~");
  EXPECT_TRUE(shows("Text: half")) << frame();
  press("\r and half\r");
  EXPECT_EQ(value_of("run.story"), AnswerValue(std::string("half and half")));
}

TEST_F(Board, NotesGoBesideTheAnswer) {
  press("#minutes");
  EXPECT_TRUE(shows("Note: minutes")) << frame();
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_EQ(interview_.answer(0)->note, "minutes");
  EXPECT_EQ(at_hand(), "goal.exists");
  EXPECT_TRUE(shows("Note: minutes"));
}

TEST_F(Board, ATextOfAnEditorIsTakenLikeAWrittenOne) {
  EXPECT_EQ(press("2e"), RequestKind::edit);
  EXPECT_EQ(model_.take_edited("first\nsecond\n").kind, RequestKind::save);
  EXPECT_EQ(interview_.answer(0)->note, "first\nsecond");
  EXPECT_EQ(value_of("goal.exists"), AnswerValue(false)) << "it goes with what was chosen";
  press("#\r");
  EXPECT_EQ(interview_.answer(0)->note, "first\nsecond") << "looked at, its lines stay";
}

TEST_F(Board, WhatIsLeftWithoutEnterIsNamed) {
  interview_.go_to(*rubric_.find("people.who"));
  press("~2\t");
  EXPECT_EQ(at_hand(), "people.tools");
  EXPECT_TRUE(shows("Not taken, because Enter was not pressed: 2 A school")) << frame();
  press("1{");
  EXPECT_TRUE(shows("Not taken, because Enter was not pressed: 1 Spades")) << frame();
  press("~}");
  EXPECT_FALSE(shows("Not taken")) << frame();
  interview_.go_to(*rubric_.find("run.hours"));
  press("~12");
  EXPECT_NE(model_.untaken(), "");
  press("\r");
  EXPECT_EQ(model_.untaken(), "");
}

TEST_F(Board, PageKeysTurnPages) {
  press("?");
  const io::ScreenSize small{40, 9};
  frame(small);
  const std::string first = frame(small);
  press("_");
  const std::string second = frame(small);
  EXPECT_NE(first, second);
  EXPECT_EQ(second.find("Is there a goal?"), std::string::npos) << second;
  press("v");
  EXPECT_NE(frame(small).find("›"), std::string::npos) << "an arrow comes back to its line\n" << frame(small);
}

TEST_F(Board, BehindEveryPageTheQuestionBeginsAtItsBeginning) {
  interview_.go_to(*rubric_.find("people.who"));
  press("~");
  const io::ScreenSize small{24, 7};
  const std::string before = frame(small);
  ASSERT_NE(before.find("Who digs?"), std::string::npos) << before;
  for (const std::string keys : {"@__~", "#_~", "#~", "#\r", "?__~", "?__?", "s__~", "/_~", "r_~", "__~"}) {
    for (const char key : keys) {
      press({&key, 1});
      frame(small);
    }
    EXPECT_EQ(frame(small), before) << keys;
  }
}

TEST_F(Board, UnderHelpTheKeysStandOnce) {
  press("?");
  const std::string drawn = frame();
  const std::size_t first = drawn.find("q stops");
  ASSERT_NE(first, std::string::npos) << drawn;
  EXPECT_EQ(drawn.find("q stops", first + 1), std::string::npos) << drawn;
}

TEST_F(Board, WhatTheProgramIsIsAskedFirst) {
  model_.ask_details({{"title", "Title?"}, {"organization", "Who runs it?"}, {"date", "Which day?", true}});
  EXPECT_TRUE(shows("Title?")) << frame();
  EXPECT_EQ(press("quiet roof\r"), RequestKind::save_detail);
  EXPECT_EQ(request_.member + "=" + request_.text, "title=quiet roof");
  EXPECT_EQ(press("\r"), RequestKind::none) << "left out";
  EXPECT_EQ(press("1447-05-12\r"), RequestKind::none);
  EXPECT_TRUE(shows("looks like a Hijri date")) << frame();
  press(std::string(10, '\b'));
  EXPECT_TRUE(shows("Which day?"));
  press("~");
  EXPECT_TRUE(shows("Is there a goal?")) << frame();
}

TEST_F(Board, EvidenceIsChosenFromItsOwnList) {
  press("1\r");
  press("<");
  press("@");
  EXPECT_TRUE(shows("Documented")) << frame();
  EXPECT_EQ(press("3"), RequestKind::none) << "a digit goes there, as it does among answers";
  EXPECT_EQ(press("\r"), RequestKind::save);
  EXPECT_EQ(interview_.answer(0)->evidence, "measured");
  EXPECT_EQ(at_hand(), "goal.exists");
}

TEST_F(Board, HelpNamesEveryKeyAndNothingThatIsTypedInLines) {
  press("?");
  for (const char* key : {"# note", "s score", "/ find", "r review", "m later", "a advice", "e editor"})
    EXPECT_TRUE(shows(key)) << key << frame();
  EXPECT_FALSE(shows("typed behind the answer")) << frame();
  EXPECT_FALSE(shows("Example:")) << frame();
}

TEST_F(Board, TellsThatSomethingIsNotSavedUntilItIs) {
  model_.set_unsaved(true);
  press("v^");
  EXPECT_TRUE(shows("NOT SAVED")) << frame();
  model_.set_unsaved(false);
  EXPECT_FALSE(shows("NOT SAVED"));
}

TEST_F(Board, MarksForLaterAndTellsSo) {
  EXPECT_EQ(press("m"), RequestKind::save_mark);
  EXPECT_TRUE(interview_.is_marked(0));
  EXPECT_TRUE(shows("Marked for later; it stays open.")) << frame();
  press("1\r{m");
  EXPECT_TRUE(interview_.is_marked(0));
  EXPECT_TRUE(shows("Marked for later.")) << frame();
  EXPECT_FALSE(shows("open")) << "it is answered\n" << frame();
}

TEST_F(Board, FindsByWordsOfEitherLanguageAndGoesThere) {
  press("/سياج");
  EXPECT_TRUE(shows("Found: 1")) << frame();
  EXPECT_TRUE(shows("Is there a fence?"));
  press("\r");
  EXPECT_EQ(at_hand(), "run.fence");
}

TEST_F(Board, ReviewShowsAnswersAndWhatIsOpen) {
  press("1\rr");
  EXPECT_TRUE(shows("All answers"));
  EXPECT_TRUE(shows("✓ Is there a goal?")) << frame();
  EXPECT_TRUE(shows("open"));
  press("~");
  EXPECT_EQ(at_hand(), "goal.written");
}

TEST_F(Board, TellsWhichAnswersAChangeHidesAndKeepsThem) {
  press("1\r2\r<<");
  EXPECT_EQ(at_hand(), "goal.exists");
  press("2\r");
  EXPECT_TRUE(shows("No longer asked after this answer, and kept in the file: Is the goal written\ndown?"))
      << frame();
  EXPECT_EQ(value_of("goal.written"), AnswerValue(2.0));
}

TEST_F(Board, ShowsTheScoreSoFarAndHelp) {
  press("1\rs");
  EXPECT_TRUE(shows("The score so far"));
  EXPECT_TRUE(shows("Lasting"));
  press("~?");
  EXPECT_TRUE(shows("The board's minutes."));
}

TEST_F(Board, AsksForTheReportWhenNothingIsOpen) {
  press(std::string(8, '\t'));
  EXPECT_EQ(at_hand(), "");
  EXPECT_TRUE(shows("Every question was shown."));
  EXPECT_EQ(press("\r"), RequestKind::finish);
  EXPECT_EQ(press("q"), RequestKind::stop);
}

TEST_F(Board, TheLineOfTheArrowsIsInSightOnASmallScreen) {
  interview_.go_to(*rubric_.find("people.who"));
  press("~vvv");
  const std::string small = model_.frame({24, 7}, std::nullopt);
  EXPECT_NE(small.find("› "), std::string::npos) << small;
}

TEST_F(Board, FillsTheScreenAndNoMore) {
  for (const std::size_t columns : {1u, 20u, 40u, 80u, 1000u})
    for (const std::size_t rows : {1u, 2u, 5u, 15u, 24u, 200u})
      for (const char* keys : {"", "?", "r", "/x", "s", "@"}) {
        press(keys);
        const std::string drawn = model_.frame({columns, rows}, 12);
        EXPECT_EQ(static_cast<std::size_t>(std::count(drawn.begin(), drawn.end(), '\n')), rows) << keys;
        press("~");
      }
}

class ArabicBoard : public Board {
 protected:
  ArabicBoard() : Board("ar") {}
};

TEST_F(ArabicBoard, TakesTheKeysOfAnArabicKeyboard) {
  press("س");
  EXPECT_TRUE(shows("الدرجة حتى الآن")) << frame();
  press("~٢\r");
  EXPECT_EQ(value_of("goal.exists"), AnswerValue(false));
  EXPECT_EQ(press("ض"), RequestKind::stop);
}

}  // namespace
}  // namespace ibtikar::cli
