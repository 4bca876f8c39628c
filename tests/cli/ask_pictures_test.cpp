// Whole interviews on a terminal, as a person sees them: each screen is compared with a golden file.
//
// English and Arabic, narrow and wide, with a resize in the middle; Arabic also in visual order.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/ask_fixture.h"
#include "support/golden.h"
#include "support/screen_dialogue.h"
#include "support/terminal_view.h"

namespace ibtikar::test {
namespace {

struct Size {
  unsigned short columns;
  unsigned short rows;
};

struct Pictured {
  const char* name;
  const char* language;
  Size size;
  Size resized;
  std::vector<std::string> options;
};

/// Keys, the text that is to be seen then, in English and in Arabic, and what the picture is called.
struct Step {
  std::string keys;
  std::string english;
  std::string arabic;
  const char* picture = nullptr;  ///< none: no picture of it
};

const std::vector<Step> kSteps = {
    {"", "Is there a goal?", "هل هناك هدف؟", "the first question"},
    {"1", "›", "‹", "a line is chosen"},
    {"\r", "Is the goal written", "هل الهدف مكتوب؟", nullptr},
    {"?", "minutes", "محضر مجلس", "help"},
    {"?", "Fully", "كليًا", nullptr},
    {"@", "How is the answer", "ما الذي يُثبت", "evidence levels"},
    {"2", "Documented", "موثق", nullptr},
    {"\r", "Evidence: Documented", "الدليل: موثق", "evidence without an answer"},
    {"3\r", "Who digs?", "من يحفر؟", nullptr},
    {"/cl", "Found: 0", "عدد النتائج: 0", "nothing is found"},
    {"\x7f\x7fsoil", "Find: soil", "بحث: soil", nullptr},
    {std::string(4, '\x7f') + "سياج", "Found: 1", "عدد النتائج: 1", "found by an Arabic word"},
    {"\x1b", "Who digs?", "من يحفر؟", nullptr},
    {"2\r", "Which tools", "ما الأدوات", nullptr},
    {"13", "[x] A cart", "عربة", "two are ticked"},
    {"\r", "How many hours", "كم ساعة", nullptr},
    {"99\r", "out of range", "خارج النطاق", "a number out of range"},
    {"12", "> 12", "> 12", "a number is typed"},
    {"\r", "Is waste composted?", "هل تُحوَّل", nullptr},
    {"m", "Marked for later", "مؤجّل", "marked for later"},
    {"n\r", "Is there a fence?", "هل هناك سياج؟", nullptr},
    {"#", "Note:", "ملاحظة:", nullptr},
    {"خشب wood", "wood", "wood", "a note is written"},
    {"\r", "خشب wood", "خشب wood", "a note is kept"},
    {"2\r", "What is its story?", "ما قصتها؟", nullptr},
    {"A", "Text: A", "النص: A", "a text is written"},
    {" roof\r", "Every question was", "عُرضت كل الأسئلة", "all was shown"},
    {"r", "All answers", "كل الإجابات", "the review"},
    {"\x1b", "Every question was", "عُرضت كل الأسئلة", nullptr},
};

class AskPictures : public AskStage, public testing::WithParamInterface<Pictured> {};

/// The program, and what its terminal shows.
class Watched {
 public:
  Watched(const Dialogue::Start& start, Size size)
      : dialogue_(start, size.columns, size.rows), view_(size.columns, size.rows) {}

  /// Waits for a frame that shows `text`.
  [[nodiscard]] bool shows(const std::string& text) {
    if (view_.text().find(text) == std::string::npos) settles();
    return view_.text().find(text) != std::string::npos;
  }
  /// Everything that the last key brought is drawn.
  void settles() {
    dialogue_.rests(std::chrono::milliseconds(250));
    look();
  }
  void resizes(Size size) {
    dialogue_.resizes(size.columns, size.rows);
    view_.resize(size.columns, size.rows);
    ASSERT_TRUE(dialogue_.hears(kFrameEnds));
    settles();
  }
  void look() {
    view_.feed(std::string_view(dialogue_.heard()).substr(seen_));
    seen_ = dialogue_.heard().size();
  }
  [[nodiscard]] std::string picture() const { return view_.text(); }
  ScreenDialogue& dialogue() { return dialogue_; }

 private:
  ScreenDialogue dialogue_;
  TerminalView view_;
  std::size_t seen_ = 0;
};

std::string titled(const std::string& title, const std::string& picture) {
  return "== " + title + "\n" + picture;
}

TEST_P(AskPictures, AreThose) {
  const Pictured& sitting = GetParam();
  std::vector<std::string> more = about();
  more.insert(more.end(), {"-l", sitting.language});
  more.insert(more.end(), sitting.options.begin(), sitting.options.end());
  Watched ask({.arguments = arguments(more), .directory = here_.path(), .environment = screen_environment()},
              sitting.size);
  const bool is_visual = !sitting.options.empty();
  ASSERT_TRUE(ask.dialogue().hears(kFrameEnds)) << "keys pressed before that answer nothing";
  std::string pictures;
  for (const Step& step : kSteps) {
    ask.dialogue().says(step.keys);
    const std::string& wanted = std::string_view(sitting.language) == "ar" ? step.arabic : step.english;
    // Letters in visual order are other letters: then it has to be enough that the screen settles.
    ASSERT_TRUE(is_visual || ask.shows(wanted)) << wanted << "\n" << ask.picture();
    ask.settles();
    if (step.picture == nullptr) continue;
    pictures += titled(step.picture, ask.picture());
    if (step.picture == std::string_view("two are ticked")) {
      ask.resizes(sitting.resized);
      pictures += titled("resized", ask.picture());
      ask.resizes(sitting.size);
    }
  }
  ask.dialogue().says("\r");
  EXPECT_EQ(ask.dialogue().finish().status, 0);
  EXPECT_TRUE(ask.dialogue().modes_are_back());
  EXPECT_TRUE(ask.dialogue().screen_is_left());
  expect_golden(std::string("ask/screens/") + sitting.name + ".txt", pictures);
  EXPECT_EQ(saved().answers.size(), 8U);
}

const Pictured kSittings[] = {
    {"EnglishNarrow", "en", {40, 15}, {72, 20}, {}},
    {"EnglishWide", "en", {120, 40}, {40, 15}, {}},
    {"ArabicNarrow", "ar", {40, 15}, {72, 20}, {}},
    {"ArabicWide", "ar", {120, 40}, {40, 15}, {}},
    {"ArabicVisual", "ar", {80, 24}, {50, 18}, {"--bidi", "visual"}},
};

INSTANTIATE_TEST_SUITE_P(Ask, AskPictures, testing::ValuesIn(kSittings),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace ibtikar::test
