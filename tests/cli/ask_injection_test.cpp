// `ibtikar ask` when one system call on the folder of its answers fails: every one, in turn, each in the
// ways in which disks and networks fail.
//
// After each answer the file is the old one or the new one, whole; "Saved" is said only of the new one,
// NOT SAVED of the rest; an answer that was not saved goes with the next; what is not on disk at the end
// makes the exit status 4. The calls fail by a library that is preloaded: tests/support/failing_calls.cpp.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ibtikar/codec.h"
#include "support/ask_fixture.h"
#include "support/dialogue.h"
#include "support/garden_rubric.h"
#include "support/places.h"
#include "support/screen_dialogue.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

constexpr int kShortWrite = 0;
constexpr std::size_t kAnswers = 3;
/// More calls than any sitting here makes: a loop that does not end is a fault of the test.
constexpr int kMostCalls = 200;

/// Which call fails, and how.
struct Fault {
  const char* call;
  int error;
  bool lasts = false;   ///< all later ones of its name too
  bool is_new = false;  ///< there is no file before

  [[nodiscard]] std::string name() const {
    std::string error_name = error == kShortWrite ? "ShortWrite" : ::strerrorname_np(error);
    return fmt::format("{}{}{}{}", call, error_name, lasts ? "Lasting" : "", is_new ? "NewFile" : "");
  }
  friend void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name(); }
};

const std::vector<Fault> kFaults = {{"write", ENOSPC},
                                    {"write", EIO},
                                    {"write", EDQUOT},
                                    {"write", EINTR},
                                    {"write", kShortWrite},
                                    {"write", ENOSPC, true},
                                    {"write", ENOSPC, false, true},
                                    {"fsync", EIO},
                                    {"fsync", ENOSPC},
                                    {"fsync", EDQUOT},
                                    {"fsync", EROFS},
                                    {"fsync", EINTR},
                                    {"fsync", EIO, true},
                                    {"fsync", EIO, false, true},
                                    {"rename", EIO},
                                    {"rename", ENOSPC},
                                    {"rename", EROFS},
                                    {"rename", EDQUOT},
                                    {"rename", EROFS, true},
                                    {"rename", EIO, false, true},
                                    {"close", EIO},
                                    {"close", ENOSPC},
                                    {"close", EDQUOT},
                                    {"close", EINTR},
                                    {"close", EDQUOT, true},
                                    {"close", EIO, false, true},
                                    {"open", EIO},
                                    {"open", ENOSPC},
                                    {"open", EROFS},
                                    {"open", EDQUOT},
                                    {"open", EINTR},
                                    {"open", EMFILE},
                                    {"open", EROFS, true},
                                    {"open", EIO, false, true},
                                    {"read", EIO},
                                    {"read", EINTR},
                                    {"read", EIO, true},
                                    {"read", EIO, false, true},
                                    {"fchmod", EPERM},
                                    {"fchmod", EROFS, true}};

class AskInjection : public testing::TestWithParam<Fault> {
 protected:
  AskInjection() {
    here_.write("rubric/garden.json", kGardenRubric);
    fs::create_directory(folder());
  }

  [[nodiscard]] fs::path folder() const { return here_.path() / "answers"; }
  [[nodiscard]] fs::path mark() const { return here_.path() / "came"; }

  void begin_anew(bool is_new) const {
    fs::remove_all(folder());
    fs::remove(mark());
    fs::create_directory(folder());
    if (!is_new) here_.write("answers/p.json", R"({"x-other": [1.50], "title": "Old", "answers": {}})");
  }

  /// `fault` may be none.
  [[nodiscard]] Dialogue::Start start(const Fault* fault, int nth, Environment environment) const {
    if (fault != nullptr) {
      environment["LD_PRELOAD"] = failing_calls();
      environment["ASAN_OPTIONS"] += ":verify_asan_link_order=0";
      environment["FAIL_CALL"] = fault->call;
      environment["FAIL_NTH"] = std::to_string(nth);
      environment["FAIL_ERRNO"] = std::to_string(fault->error);
      environment["FAIL_LASTS"] = fault->lasts ? "1" : "0";
      environment["FAIL_FOLDER"] = folder().string();
      environment["FAIL_MARK"] = mark().string();
    }
    return {.arguments = {"ask", (folder() / "p.json").string(), "-r", "rubric/garden.json", "-l", "en"},
            .directory = here_.path(),
            .environment = std::move(environment)};
  }

  /// The file's bytes; nothing without a file. What is there must be a whole proposal.
  [[nodiscard]] std::optional<std::string> bytes() const {
    if (!fs::exists(folder() / "p.json")) return std::nullopt;
    std::string text = here_.read("answers/p.json");
    Diagnostics warnings;
    const Checked<Proposal> proposal = decode_proposal({"p.json", text}, {}, warnings);
    EXPECT_TRUE(proposal) << format(proposal.error()) << text;
    return text;
  }

  /// What the file is before the first answer and after each, when nothing fails.
  [[nodiscard]] std::vector<std::optional<std::string>> states(bool is_new) const {
    begin_anew(is_new);
    std::vector<std::optional<std::string>> all = {bytes()};
    Dialogue dialogue(start(nullptr, 0, plain_environment()));
    EXPECT_TRUE(dialogue.hears("question 1 of 8")) << dialogue.heard();
    for (std::size_t i = 0; i < kAnswers; ++i) {
      dialogue.says(garden_lines()[i] + "\n");
      EXPECT_TRUE(dialogue.hears(fmt::format("question {} of 8", i + 2))) << dialogue.heard();
      all.push_back(bytes());
    }
    return all;
  }

  void expect_no_litter() const {
    for (const auto& entry : fs::directory_iterator(folder())) {
      const std::string name = entry.path().filename().string();
      EXPECT_TRUE(name == "p.json" || name == "p.json.bak") << name << " is left";
    }
  }

  const TempDir here_;
};

/// A sentence that was broken into lines, in one.
std::string unwrapped(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// One sitting in which a call fails: what is on disk, and what is said of it.
class Sitting {
 public:
  using States = std::vector<std::optional<std::string>>;
  Sitting(const Fault& fault, const States& states) : fault_(fault), states_(states), on_disk_(states[0]) {}

  /// After answer number `count`, from 1: `said` is what was heard since it was typed.
  void check_answer(std::size_t count, const std::string& said, const std::optional<std::string>& bytes) {
    const bool is_refused = contains(said, "NOT SAVED: ");
    EXPECT_NE(contains(said, "Saved: "), is_refused) << said;
    if (is_refused) {
      EXPECT_TRUE(contains(said, std::strerror(fault_.error))) << said;
      EXPECT_TRUE(contains(said, "The answer is kept in memory")) << said;
      EXPECT_TRUE(bytes == on_disk_ || bytes == states_[count]) << bytes.value_or("no file") << said;
    } else {
      EXPECT_EQ(bytes, states_[count]) << said;
      EXPECT_EQ(contains(said, "Saved now, with all that was not saved before."), was_refused_) << said;
    }
    on_disk_ = bytes;
    was_refused_ = is_refused;
  }

  void check_end(const Finished& finished, const std::optional<std::string>& bytes) const {
    const bool is_lost = contains(unwrapped(finished.err), "NOT SAVED: the last answers are not in");
    EXPECT_EQ(finished.status, is_lost ? 4 : 0) << finished.err;
    EXPECT_EQ(contains(unwrapped(finished.err), "Your answers are in"), !is_lost) << finished.err;
    EXPECT_TRUE(is_lost || bytes == states_.back()) << bytes.value_or("no file") << finished.err;
    EXPECT_TRUE(fault_.lasts || !is_lost) << "trying again at the end helps\n" << finished.err;
    EXPECT_TRUE(!is_lost || was_refused_) << finished.err;
    EXPECT_TRUE(bytes == on_disk_ || bytes == states_.back()) << bytes.value_or("no file");
  }

 private:
  const Fault& fault_;
  const States& states_;
  std::optional<std::string> on_disk_;
  bool was_refused_ = false;
};

TEST_P(AskInjection, InLines) {
  const Fault& fault = GetParam();
  const auto states = this->states(fault.is_new);
  int told_before = 0;
  int nth = 1;
  for (; nth < kMostCalls; ++nth) {
    SCOPED_TRACE(fmt::format("call {} of {}", nth, fault.call));
    begin_anew(fault.is_new);
    Dialogue dialogue(start(&fault, nth, plain_environment()));
    if (!dialogue.hears("question 1 of 8")) {
      const Finished finished = dialogue.finish();
      EXPECT_EQ(finished.status, 4) << finished.err;
      EXPECT_TRUE(contains(unwrapped(finished.err), std::strerror(fault.error))) << finished.err;
      EXPECT_EQ(bytes(), states[0]);
      expect_no_litter();
      ++told_before;
      continue;
    }
    Sitting sitting(fault, states);
    for (std::size_t i = 1; i <= kAnswers; ++i) {
      const std::size_t from = dialogue.heard().size();
      dialogue.says(garden_lines()[i - 1] + "\n");
      ASSERT_TRUE(dialogue.hears(fmt::format("question {} of 8", i + 1))) << dialogue.heard();
      sitting.check_answer(i, unwrapped(dialogue.heard().substr(from)), bytes());
    }
    dialogue.ends_input();
    const Finished finished = dialogue.finish();
    sitting.check_end(finished, bytes());
    expect_no_litter();
    if (!fs::exists(mark())) break;
  }
  EXPECT_GT(nth, 1) << "no call failed";
  EXPECT_LT(nth, kMostCalls) << "the calls do not end";
  std::printf("%d calls failed, %d of them before the first question\n", nth - 1, told_before);
}

INSTANTIATE_TEST_SUITE_P(Fault, AskInjection, testing::ValuesIn(kFaults),
                         [](const auto& info) { return info.param.name(); });

class AskInjectionOnScreen : public AskInjection {};

TEST_P(AskInjectionOnScreen, SaysItAndTriesAgain) {
  const Fault& fault = GetParam();
  const auto states = this->states(fault.is_new);
  int nth = 1;
  for (; nth < kMostCalls; ++nth) {
    SCOPED_TRACE(fmt::format("call {} of {}", nth, fault.call));
    begin_anew(fault.is_new);
    ScreenDialogue dialogue(start(&fault, nth, screen_environment()));
    if (fault.is_new && dialogue.hears("Title of the program")) dialogue.says("\x1b");  // leaves all out
    if (!dialogue.hears("Is there a goal?")) {
      EXPECT_EQ(dialogue.finish().status, 4) << dialogue.heard();
      EXPECT_EQ(bytes(), states[0]);
      continue;
    }
    ASSERT_TRUE(dialogue.hears("\x1b[?2026l"));
    dialogue.says("1\r");
    const std::size_t from = dialogue.heard().size();
    ASSERT_TRUE(dialogue.hears("Is the goal written down?")) << dialogue.heard();
    ASSERT_TRUE(dialogue.hears("\x1b[?2026l")) << "the whole frame";
    const bool is_refused = contains(dialogue.heard().substr(from), "NOT SAVED: ");
    const auto now = bytes();
    EXPECT_TRUE(now == states[1] || (is_refused && now == states[0])) << now.value_or("no file");
    dialogue.says("q");
    if (is_refused && fault.lasts) {
      ASSERT_TRUE(dialogue.hears("the name of another file saves there")) << dialogue.heard();
      dialogue.says("q\n");
    }
    const Finished finished = dialogue.finish();
    const bool is_lost = contains(unwrapped(finished.err), "NOT SAVED: the last answers are not in");
    EXPECT_EQ(finished.status, is_lost ? 4 : 0) << finished.err;
    EXPECT_EQ(is_lost, is_refused && fault.lasts) << finished.err;
    EXPECT_EQ(contains(finished.err, "Your answers are in"), !is_lost) << finished.err;
    EXPECT_TRUE(is_lost || bytes() == states[1]) << finished.err;
    EXPECT_TRUE(dialogue.modes_are_back());
    EXPECT_TRUE(dialogue.screen_is_left());
    expect_no_litter();
    if (!fs::exists(mark())) break;
  }
  EXPECT_GT(nth, 1) << "no call failed";
  EXPECT_LT(nth, kMostCalls) << "the calls do not end";
}

INSTANTIATE_TEST_SUITE_P(Fault, AskInjectionOnScreen,
                         testing::Values(Fault{"write", ENOSPC}, Fault{"read", EIO, false, true},
                                         Fault{"fsync", EIO}, Fault{"rename", EROFS}, Fault{"close", EDQUOT},
                                         Fault{"open", EIO}, Fault{"open", EROFS, true},
                                         Fault{"fsync", EIO, true}),
                         [](const auto& info) { return info.param.name(); });

}  // namespace
}  // namespace ibtikar::test
