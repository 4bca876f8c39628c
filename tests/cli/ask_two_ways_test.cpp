// One table of answers, given on the screen, in lines at a terminal and in lines from a pipe: the file says
// the same each time. A new case is one line of the table.
#include <gtest/gtest.h>

#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include "support/ask_fixture.h"
#include "support/dialogue.h"
#include "support/screen_dialogue.h"

namespace ibtikar::test {
namespace {

constexpr const char* kPasted = "\x1b[200~first line\nsecond\tline\r\x1b[201~";

/// Numbers of three kinds, a text, a scale and choices; the second scale may not apply.
constexpr const char* kRubric = R"json({
  "format": "ibtikar-rubric/1", "id": "ways", "version": "1.0.0", "title": {"en": "Ways", "ar": "طرق"},
  "languages": ["en", "ar"],
  "bands": [{"id": "low", "from": 0, "title": {"en": "Low", "ar": "منخفض"}},
            {"id": "high", "from": 60, "title": {"en": "High", "ar": "مرتفع"}}],
  "evidence": {"default": "claimed", "levels": [
    {"id": "claimed", "margin": 0.2, "ceiling": 0.8, "title": {"en": "Claimed", "ar": "قول"}},
    {"id": "documented", "margin": 0, "title": {"en": "Documented", "ar": "موثق"}}]},
  "scales": {"extent": {"levels": [
    {"value": 1, "title": {"en": "None", "ar": "لا"}}, {"value": 2, "title": {"en": "Little", "ar": "قليل"}},
    {"value": 3, "title": {"en": "Half", "ar": "نصف"}}, {"value": 4, "title": {"en": "Much", "ar": "كثير"}},
    {"value": 5, "title": {"en": "All", "ar": "كل"}}]}},
  "dimensions": [{"id": "d", "title": {"en": "Lasting", "ar": "البقاء"}}],
  "sections": [{"id": "s", "title": {"en": "Program", "ar": "البرنامج"}, "criteria": [
    {"id": "c", "title": {"en": "Program", "ar": "البرنامج"}, "contributes": {"d": 1}, "questions": [
      {"id": "scale", "type": "scale", "scale": "extent", "not_applicable": true, "ask": {"en": "How far?", "ar": "إلى أي حد؟"}},
      {"id": "yes", "type": "yes_no", "ask": {"en": "Is it so?", "ar": "هل هو كذلك؟"}},
      {"id": "who", "type": "choice", "ask": {"en": "Who?", "ar": "من؟"}, "options": [
        {"id": "us", "score": 1, "title": {"en": "Us", "ar": "نحن"}},
        {"id": "q", "score": 0, "title": {"en": "Quite others", "ar": "غيرنا"}}]},
      {"id": "some", "type": "choices", "ask": {"en": "Which?", "ar": "أيها؟"}, "options": [
        {"id": "one", "score": 0.5, "title": {"en": "One", "ar": "واحد"}},
        {"id": "two", "score": 0.3, "title": {"en": "Two", "ar": "اثنان"}},
        {"id": "three", "score": 0.2, "title": {"en": "Three", "ar": "ثلاثة"}}]},
      {"id": "people", "type": "number", "unit": {"en": "people a year", "ar": "شخص في السنة"}, "min": 0, "whole": true,
       "ask": {"en": "How many?", "ar": "كم؟"}},
      {"id": "share", "type": "number", "unit": {"en": "%", "ar": "%"}, "min": 0, "max": 100,
       "ask": {"en": "What share?", "ar": "ما النسبة؟"}},
      {"id": "hours", "type": "number", "unit": {"en": "hours", "ar": "ساعة"}, "not_applicable": true,
       "ask": {"en": "How long?", "ar": "كم المدة؟"}},
      {"id": "story", "type": "text", "ask": {"en": "What is its story?", "ar": "ما قصته؟"}}
    ]}]}]
})json";

Answer with(AnswerValue value, std::string evidence, std::string note = {}) {
  return {std::move(value), false, std::move(evidence), std::move(note), {}};
}
const Answer kOut{std::monostate{}, true, {}, {}, {}};
const std::string kRubricText = kRubric;

struct Case {
  std::string name;
  std::string question;  ///< the one that is answered; its full id begins with "c."
  std::string keys;
  std::optional<std::vector<std::string>> lines;  ///< none: lines have no way to say this
  std::optional<Answer> saved;                    ///< none: nothing
  std::string before = {};                        ///< the answer that the file has, as JSON

  friend void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }
};

using Lines = std::vector<std::string>;
using Ids = std::vector<std::string>;

const Case kCases[] = {
    {"ADigit", "scale", "3\r", Lines{"3"}, stated(3.0)},
    {"AnArabicDigit", "scale", "٣\r", Lines{"٣"}, stated(3.0)},
    {"Arrows", "scale", "\x1b[B\x1b[B\x1b[B\x1b[A\r", Lines{"2"}, stated(2.0)},
    {"ASpaceAnswersNothing", "scale", "  3 \r", Lines{" 3 "}, stated(3.0)},
    {"ASpaceOnAFreshQuestion", "yes", "   ", Lines{}, std::nullopt},
    {"DoesNotApply", "scale", "n\r", Lines{"n"}, kOut},
    {"EvidenceGoesWithWhatIsChosen", "scale", "5@2\r", Lines{"5 @2"}, with(5.0, "documented"), "3"},
    {"EvidenceGoesWithTheArrowsRow", "scale", "\x1b[B@2\r", Lines{"4 @2"}, with(4.0, "documented"), "3"},
    {"EvidenceThenEnter", "scale", "5@2\r\r", Lines{"5 @2"}, with(5.0, "documented"), "3"},
    {"EvidenceAlone", "scale", "@2\r", Lines{"@2"}, with(3.0, "documented"), "3"},
    {"EvidenceOfNothingYet", "scale", "@2\r", Lines{"@2"}, with(std::monostate{}, "documented")},
    {"ANoteGoesWithWhatIsChosen", "scale", "5#seen\r", Lines{"5 # seen"}, with(5.0, {}, "seen"), "3"},
    {"ANoteAlone", "scale", "#seen\r", Lines{"# seen"}, with(3.0, {}, "seen"), "3"},
    {"ANoteTakenAway", "scale", "#\x15\r", Lines{"#"}, stated(3.0), R"({"value": 3, "note": "old"})"},
    {"ANewAnswerKeepsTheNote", "scale", "2\r", Lines{"2"}, with(2.0, {}, "old"),
     R"({"value": 3, "note": "old"})"},
    {"TheScoreInBetween", "scale", "5s\x1b\r", Lines{"s", "5"}, stated(5.0), "3"},
    {"TheListInBetween", "scale", "5/zz\x1b\r", Lines{"/zz", "5"}, stated(5.0), "3"},
    {"HelpInBetween", "scale", "5??\r", Lines{"?", "5"}, stated(5.0), "3"},
    {"AMarkInBetween", "scale", "5m\r", Lines{"m", "5"}, stated(5.0), "3"},
    {"NoEvidenceForWhatDoesNotApply", "scale", "n@2\r\r", Lines{"n"}, kOut},
    {"Yes", "yes", "y\r", Lines{"y"}, stated(true)},
    {"NoInArabic", "yes", "2\r", Lines{"لا"}, stated(false)},
    {"AnOption", "who", "1\r", Lines{"1"}, stated("us")},
    {"AnOptionWhoseIdIsACommand", "who", "q\r", Lines{"q"}, stated("q")},
    {"Ticks", "some", "13\r", Lines{"1 3"}, stated(Ids{"one", "three"})},
    {"TicksBySpace", "some", "\x1b[B \x1b[B\x1b[B \r", Lines{"one, three"}, stated(Ids{"one", "three"})},
    {"TheRowOfTheArrowsWithoutATick", "some", "\x1b[B\r", Lines{"1"}, stated(Ids{"one"})},
    {"NoneOfThem", "some", "0\r", Lines{"0"}, stated(Ids{})},
    {"NoneOfThemByArrows", "some", "\x1b[A\r", Lines{"0"}, stated(Ids{}), R"(["one"])"},
    {"TheLastTickTakenAwayIsAskedBack", "some", "1\r", Lines{}, stated(Ids{"one"}), R"(["one"])"},
    {"EvidenceGoesWithTicks", "some", "2@2\r", Lines{"1 2 @2"}, with(Ids{"one", "two"}, "documented"),
     R"(["one"])"},
    {"ANumber", "hours", "12\r", Lines{"12"}, stated(12.0)},
    {"ANumberWithItsUnit", "hours", "12 hours\r", Lines{"12 hours"}, stated(12.0)},
    {"ANumberWithItsUnitAtOnce", "hours", "12hours\r", Lines{"12hours"}, stated(12.0)},
    {"ANumberBehindGoingWhereOneIs", "hours", "12\r", Lines{"<7", "12"}, stated(12.0)},
    {"ADecimal", "hours", "1,5\r", Lines{"1,5"}, stated(1.5)},
    {"AnArabicDecimal", "hours", "١٫٢٥٠\r", Lines{"١٫٢٥٠"}, stated(1.25)},
    {"TypedThenDoesNotApply", "hours", "12\x1bn\r", Lines{"n"}, kOut},
    {"DoesNotApplyThenTyped", "hours", "n12\r", Lines{"12"}, stated(12.0)},
    {"TheScoreThenTyped", "hours", "s12\r", Lines{"s", "12"}, stated(12.0)},
    {"LettersBehindDigitsAreNoCommands", "hours", "12q\r12s\r12r\r12/3\r12m\r12n\r12?\r", std::nullopt,
     std::nullopt},
    {"APowerOfTen", "hours", "1e3\r", Lines{"1e3"}, stated(1000.0)},
    {"ArabicLettersBehindDigitsAreNoCommands", "hours", "12ق\r12ض\r12؟\r", std::nullopt, std::nullopt},
    {"AnotherUnitAtOnceIsAskedBack", "hours", "12months\r3\r", std::nullopt, stated(3.0)},
    {"ANumberLeftWithEscape", "hours",
     "12m\x1b"
     "3\r",
     std::nullopt, stated(3.0)},
    {"ANumberErased", "hours",
     "12m\x15"
     "3\r",
     std::nullopt, stated(3.0)},
    {"ANumberEmptiedHasCommandsAgain", "hours", "1\x7fn\r", std::nullopt, kOut},
    {"WordsBeforeANumberAreAskedBack", "hours", "about 100\r", std::nullopt, std::nullopt},
    {"AWordForANumberIsAskedBack", "hours", "many\r", std::nullopt, std::nullopt},
    {"EvidenceAndANoteGoWithWhatIsTyped", "hours", "12 @2 # a question\r", Lines{"12 @2 # a question"},
     with(12.0, "documented", "a question")},
    {"EvidenceGoesWithWhatIsTyped", "hours", "12@2\r", Lines{"12 @2"}, with(12.0, "documented"), "7"},
    {"ANoteGoesWithWhatIsTyped", "hours", "12#seen\r", Lines{"12 # seen"}, with(12.0, {}, "seen")},
    {"APastedNumber", "hours", "\x1b[200~12 hours\n\x1b[201~\r", Lines{"12 hours"}, stated(12.0)},
    {"TwoReadingsAreAskedBack", "hours", "1,250\r12\r", std::nullopt, stated(12.0)},
    {"AnotherUnitIsAskedBack", "hours", "12 minutes\r3\r", std::nullopt, stated(3.0)},
    {"AThousandOfWhatIsCounted", "people", "1,250\r", Lines{"1,250"}, stated(1250.0)},
    {"AThousandWithAPoint", "people", "1.250\r", Lines{"1.250"}, stated(1250.0)},
    {"AnArabicThousand", "people", "1٬200\r", Lines{"1٬200"}, stated(1200.0)},
    {"PeopleAreNamed", "people", "1200 people\r", Lines{"1200 people"}, stated(1200.0)},
    {"PeopleAYear", "people", "1200 people per year\r", Lines{"1200 people per year"}, stated(1200.0)},
    {"PeopleInArabic", "people", "١٢٠٠ شخص\r", Lines{"١٢٠٠ شخص"}, stated(1200.0)},
    {"PeopleInArabicAtOnce", "people", "1200شخص\r", Lines{"1200شخص"}, stated(1200.0)},
    {"PeopleInTheArabicPlural", "people", "١٠ أشخاص\r", Lines{"١٠ أشخاص"}, stated(10.0)},
    {"GroupsOfThree", "people", "1 250 000\r", Lines{"1 250 000"}, stated(1250000.0)},
    {"HalfAPersonIsAskedBack", "people", "1.5\r", Lines{}, std::nullopt},
    {"PerCent", "share", "23 %\r", Lines{"23 %"}, stated(23.0)},
    {"PerCentInWords", "share", "23 per cent\r", Lines{"23 per cent"}, stated(23.0)},
    {"PerCentInArabic", "share", "٪٢٣\r", Lines{"٪٢٣"}, stated(23.0)},
    {"ATextThatBeginsWithACommand", "story", "quick\r", Lines{"quick"}, stated("quick")},
    {"ATextWithSpaces", "story", "a small club\r", Lines{"a small club"}, stated("a small club")},
    {"ATextAboutReading", "story", "reading\r", Lines{"reading"}, stated("reading")},
    {"ATextInArabic", "story", "سنة أولى\r", Lines{"سنة أولى"}, stated("سنة أولى")},
    {"ATextOfDigits", "story", "12\r", Lines{"12"}, stated("12")},
    {"APastedText", "story", std::string(kPasted) + "\r", Lines{"first line second line"},
     stated("first line second line")},
    {"ATextMended", "story", "clab\x1b[D\x7fu\r", Lines{"club"}, stated("club")},
    {"ATextGoneOnWith", "story", " and more\r", Lines{"old and more"}, stated("old and more"), R"("old")"},
    {"ATextLeftAsItIs", "story", "\r", Lines{""}, stated("old"), R"("old")"},
    {"ATextEmptied", "story", "\x15\r", std::nullopt, stated(std::monostate{}), R"("old")"},
    {"EvidenceGoesWithAText", "story", "club\x1b@2\r", Lines{"club @2"}, with("club", "documented")},
    {"ANoteGoesWithAText", "story", "club\x1b#seen\r", Lines{"club # seen"}, with("club", {}, "seen")},
    {"DirectionMarksAreDropped", "story", "\u202Eclub\u202C\r", Lines{"\u202Eclub\u202C"}, stated("club")},
};

/// One key: a letter, a sequence, a marked paste.
std::string first_key(std::string_view keys) {
  std::size_t size = 1;
  if (keys.starts_with("\x1b[200~")) {
    size = keys.find("\x1b[201~") + 6;
  } else if (keys.starts_with("\x1b[")) {
    size = 3;
  } else {
    while (size < keys.size() && (static_cast<unsigned char>(keys[size]) & 0xc0U) == 0x80U) ++size;
  }
  return std::string(keys.substr(0, size));
}

class AskTwoWays : public AskStage, public testing::WithParamInterface<Case> {
 protected:
  AskTwoWays() {
    here_.write("ways.json", kRubricText);
    const std::string& before = GetParam().before;
    const std::string answers = before.empty() ? "" : "\"" + id() + "\": " + before;
    here_.write("p.json", "{\"answers\": {" + answers + "}}");
  }

  [[nodiscard]] static std::string id() { return "c." + GetParam().question; }
  [[nodiscard]] static std::vector<std::string> command() {
    return {"ask", "p.json", "-r", "ways.json", "-l", "en", "--only", id()};
  }
  /// What an answered question needs: to go there.
  [[nodiscard]] static std::string position() {
    const std::vector<std::string> order = {"scale",  "yes",   "who",   "some",
                                            "people", "share", "hours", "story"};
    for (std::size_t i = 0; i < order.size(); ++i)
      if (order[i] == GetParam().question) return std::to_string(i + 1);
    return {};
  }
  void expect_saved() const {
    const Answers expected = GetParam().saved ? Answers{{id(), *GetParam().saved}} : Answers{};
    EXPECT_EQ(saved().answers, expected) << here_.read("p.json");
  }
};

TEST_P(AskTwoWays, OnTheScreen) {
  ScreenDialogue dialogue(
      {.arguments = command(), .directory = here_.path(), .environment = screen_environment()});
  ASSERT_TRUE(dialogue.hears(kFrameEnds)) << dialogue.heard();
  std::string keys = GetParam().keys;
  if (!GetParam().before.empty()) keys.insert(0, "/" + id() + "\r");
  while (!keys.empty()) {
    const std::string key = first_key(keys);
    keys.erase(0, key.size());
    dialogue.says(key);
    ASSERT_TRUE(dialogue.hears(kFrameEnds)) << dialogue.heard();
  }
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  EXPECT_TRUE(dialogue.modes_are_back());
  expect_saved();
}

TEST_P(AskTwoWays, InLinesFromAPipe) {
  if (!GetParam().lines) GTEST_SKIP() << "lines have no way to say this";
  std::string input = GetParam().before.empty() ? "" : "<" + position() + "\n";
  for (const std::string& line : *GetParam().lines) input += line + "\n";
  const Finished finished = run(command(), input);
  EXPECT_EQ(finished.status, 0) << finished.err;
  expect_saved();
}

TEST_P(AskTwoWays, InLinesAtATerminal) {
  if (!GetParam().lines) GTEST_SKIP() << "lines have no way to say this";
  std::vector<std::string> arguments = command();
  arguments.emplace_back("--plain");
  Dialogue dialogue({.arguments = arguments, .directory = here_.path(), .at_terminal = true});
  std::vector<std::string> lines = *GetParam().lines;
  if (!GetParam().before.empty()) lines.insert(lines.begin(), "<" + position());
  for (const std::string& line : lines) {
    ASSERT_TRUE(dialogue.hears("> ")) << dialogue.heard();
    dialogue.says(line + "\n");
  }
  ASSERT_TRUE(dialogue.hears("> ")) << dialogue.heard();
  dialogue.signals(SIGTERM);
  EXPECT_EQ(dialogue.finish().signal, SIGTERM);
  expect_saved();
}

INSTANTIATE_TEST_SUITE_P(Answer, AskTwoWays, testing::ValuesIn(kCases),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace ibtikar::test
