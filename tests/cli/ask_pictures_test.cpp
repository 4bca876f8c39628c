// Whole interviews on a terminal, as a person sees them: each screen is compared with a golden file.
//
// English and Arabic, narrow and wide, with a resize in the middle; Arabic also in visual order.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/bidi.h"
#include "base/direction.h"
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

/// What tells that the last key of a step was drawn: a text that appears with that frame and not before,
/// or one that goes with it. Time tells nothing: a busy machine may take seconds for a frame.
enum class Sign { appears, goes };

/// Keys, their sign in English and in Arabic, and what the picture is called.
struct Step {
  std::string keys;
  std::string english;
  std::string arabic;
  const char* picture = nullptr;  ///< none: no picture of it
  Sign sign = Sign::appears;
};

const std::vector<Step> kSteps = {
    {"", "Is there a goal?", "هل هناك هدف؟", "the first question"},
    {"1", "›", "‹", "a line is chosen"},
    {"\r", "Is the goal written", "هل الهدف مكتوب؟", nullptr},
    {"?", "minutes", "محضر مجلس", "help"},
    {"?", "minutes", "محضر مجلس", nullptr, Sign::goes},
    {"@", "How is the answer", "ما الذي يُثبت", "evidence levels"},
    {"2", "›  2", "2 ‹", nullptr},
    {"\r", "Evidence: Documented", "الدليل: موثق", "evidence without an answer"},
    {"3\r", "Who digs?", "من يحفر؟", nullptr},
    {"/cl", "Found: 0", "عدد النتائج: 0", "nothing is found"},
    {"\x7f\x7fsoil", "soil▏", "soil▏", nullptr},
    {std::string(4, '\x7f') + "سياج", "سياج▏", "سياج▏", "found by an Arabic word"},
    {"\x1b", "Who digs?", "من يحفر؟", nullptr},
    {"2\r", "Which tools", "ما الأدوات", nullptr},
    {"13", "[x] A cart", "[x]   3", "two are ticked"},
    {"\r", "How many hours", "كم ساعة", nullptr},
    {"99\r", "out of range", "خارج النطاق", "a number out of range"},
    {"12", "12▏", "12▏", "a number is typed"},
    {"\r", "Is waste composted?", "هل تُحوَّل", nullptr},
    {"m", "Marked for later", "مؤجّل", "marked for later"},
    {"n\r", "Is there a fence?", "هل هناك سياج؟", nullptr},
    {"#", "Note:", "ملاحظة:", nullptr},
    {"خشب wood", "wood▏", "wood▏", "a note is written"},
    {"\r", "▏", "▏", "a note is kept", Sign::goes},
    {"2\r", "What is its story?", "ما قصتها؟", nullptr},
    {"A", "A▏", "A▏", "a text is written"},
    {" roof\r", "Every question was", "عُرضت كل الأسئلة", "all was shown"},
    {"r", "All answers", "كل الإجابات", "the review"},
    {"\x1b", "Every question was", "عُرضت كل الأسئلة", nullptr},
};

class AskPictures : public AskStage, public testing::WithParamInterface<Pictured> {};

/// The program, and what its terminal shows: always a whole frame.
class Watched {
 public:
  Watched(const Dialogue::Start& start, Size size)
      : dialogue_(start, size.columns, size.rows), view_(size.columns, size.rows) {}

  /// Whether it has `text`, in logical order or in visual order.
  [[nodiscard]] bool has(const std::string& text) const {
    const std::string visual = visual_line(isolated_as(Direction::right_to_left, text));
    return contains(picture(), text) || contains(picture(), visual);
  }
  /// Waits for the first frame that has `text`, or that has it no longer.
  [[nodiscard]] bool shows(const std::string& text, Sign sign) {
    while (has(text) != (sign == Sign::appears))
      if (!next_frame()) return false;
    return true;
  }
  /// Waits for the first frame of another height: the sizes differ in their rows.
  [[nodiscard]] bool resizes(Size size) {
    dialogue_.resizes(size.columns, size.rows);
    view_.resize(size.columns, size.rows);
    do {
      if (!next_frame()) return false;
    } while (rows_of_frame_ != size.rows);
    return true;
  }
  [[nodiscard]] std::string picture() const { return view_.text(); }
  ScreenDialogue& dialogue() { return dialogue_; }

 private:
  /// False when the program ended, or hangs.
  bool next_frame() {
    if (!dialogue_.hears(kFrameEnds)) return false;
    const std::size_t end = dialogue_.heard().find(kFrameEnds, seen_) + kFrameEnds.size();
    const std::string frame = dialogue_.heard().substr(seen_, end - seen_);
    view_.feed(frame);
    rows_of_frame_ = 1 + std::count(frame.begin(), frame.end(), '\n');
    seen_ = end;
    return true;
  }

  ScreenDialogue dialogue_;
  TerminalView view_;
  std::ptrdiff_t rows_of_frame_ = 0;
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
  std::string pictures;
  for (const Step& step : kSteps) {
    const std::string& sign = std::string_view(sitting.language) == "ar" ? step.arabic : step.english;
    ASSERT_NE(ask.has(sign), step.sign == Sign::appears) << sign << " is no sign of its own";
    ask.dialogue().says(step.keys);
    ASSERT_TRUE(ask.shows(sign, step.sign)) << sign << "\n" << ask.picture();
    if (step.picture == nullptr) continue;
    pictures += titled(step.picture, ask.picture());
    if (step.picture == std::string_view("two are ticked")) {
      ASSERT_TRUE(ask.resizes(sitting.resized));
      pictures += titled("resized", ask.picture());
      ASSERT_TRUE(ask.resizes(sitting.size));
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
