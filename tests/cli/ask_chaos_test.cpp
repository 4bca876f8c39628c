// `ibtikar ask` killed at random moments, some 500 times: while starting, while saving, between two keys,
// by a kill -9 or by a signal that it may answer; in plain lines and on a screen.
//
// What must hold after each: every answer whose next question was shown, or that a "Saved" line
// acknowledged, is in the file; the one under way is there whole or not at all; nothing else is; and the
// next start is not kept from going on by what the last one left behind.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ibtikar/codec.h"
#include "support/ask_fixture.h"
#include "support/dialogue.h"
#include "support/random.h"
#include "support/screen_dialogue.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::microseconds;

constexpr std::size_t kQuestions = 40;
constexpr int kShards = 13;  ///< of each mode: what ctest runs side by side
constexpr int kKillsPerShard = 20;
static_assert(2 * kShards * kKillsPerShard >= 500);

/// In microseconds: where a start is slow, under sanitizers on a machine that does more.
constexpr std::size_t kLongestStart = 60'000;

/// What a question is, by its number: every fifth is the same.
enum class Kind { yes_no, scale, number, choice, text };
Kind kind_of(std::size_t question) { return static_cast<Kind>(question % 5); }

std::string ask_of(std::size_t question) { return fmt::format("thing {:02}", question); }

std::string question_json(std::size_t number) {
  const std::string head =
      fmt::format(R"({{"id": "t{:02}", "ask": "About {}.", "type": )", number, ask_of(number));
  switch (kind_of(number)) {
    case Kind::yes_no:
      return head + R"("yes_no"})";
    case Kind::scale:
      return head + R"("scale", "scale": "extent"})";
    case Kind::number:
      return head + R"("number", "min": 0, "max": 9, "points": [[0, 0], [9, 1]]})";
    case Kind::choice:
      return head + R"("choice", "options": [{"id": "a", "title": "A", "score": 0},
        {"id": "b", "title": "B", "score": 1}]})";
    case Kind::text:
      break;
  }
  return head + R"("text"})";
}

std::string rubric_json() {
  std::string questions;
  for (std::size_t i = 0; i < kQuestions; ++i) questions += (i == 0 ? "" : ",\n") + question_json(i);
  return R"({"format": "ibtikar-rubric/1", "id": "chaos", "version": "1.0.0", "title": "Chaos", "languages": ["en"],
    "bands": [{"id": "all", "from": 0, "title": "All"}],
    "scales": {"extent": {"levels": [{"value": 0, "title": "No"}, {"value": 1, "title": "Some"}, {"value": 2, "title": "All"}]}},
    "dimensions": [{"id": "d", "title": "D"}],
    "sections": [{"id": "s", "title": "S", "criteria": [{"id": "c", "title": "C", "contributes": {"d": 1},
    "questions": [)" +
         questions + "]}]}]}";
}

/// What is typed for an answer, and the answer that it is.
struct Typing {
  std::string digit;  ///< of a text: the whole of it
  AnswerValue value;
};

Typing typing_for(std::size_t question, Random& random) {
  switch (kind_of(question)) {
    case Kind::yes_no: {
      const bool is_no = random.chance(50);
      return {is_no ? "2" : "1", !is_no};
    }
    case Kind::scale: {
      const std::size_t level = random.below(3);
      return {std::to_string(level), static_cast<double>(level)};
    }
    case Kind::number: {
      const std::size_t number = random.below(10);
      return {std::to_string(number), static_cast<double>(number)};
    }
    case Kind::choice: {
      const bool is_b = random.chance(50);
      return {is_b ? "2" : "1", std::string(is_b ? "b" : "a")};
    }
    case Kind::text:
      break;
  }
  const std::string text = fmt::format("It grew by {}.", random.below(1'000'000));
  return {text, text};
}

/// The program in either mode: what it is told, and what of it was heard.
class Victim {
 public:
  virtual ~Victim() = default;
  virtual bool hears(std::string_view text) = 0;
  virtual void answers(std::size_t question, const std::string& typed, bool with_enter) = 0;
  virtual void signals(int signal) = 0;
  virtual Finished finish() = 0;
  /// Passes this much time.
  virtual void wait(microseconds time) = 0;
  /// What is wrong with the terminal after an end in order.
  virtual std::string faults() const { return {}; }
};

class InLines final : public Victim {
 public:
  explicit InLines(const Dialogue::Start& start) : dialogue_(start) {}
  bool hears(std::string_view text) override { return dialogue_.hears(text); }
  void answers(std::size_t, const std::string& typed, bool with_enter) override {
    dialogue_.says(typed + (with_enter ? "\n" : ""));
  }
  void signals(int signal) override { dialogue_.signals(signal); }
  Finished finish() override { return dialogue_.finish(); }
  void wait(microseconds time) override {
    std::this_thread::sleep_for(time);  // the moment of a kill; what is said meanwhile fits into the pipe
  }

 private:
  Dialogue dialogue_;
};

class OnScreen final : public Victim {
 public:
  explicit OnScreen(const Dialogue::Start& start) : dialogue_(start) {}
  bool hears(std::string_view text) override { return dialogue_.hears(text); }
  void answers(std::size_t, const std::string& typed, bool with_enter) override {
    dialogue_.says(typed + (with_enter ? "\r" : ""));
  }
  void signals(int signal) override { dialogue_.signals(signal); }
  Finished finish() override { return dialogue_.finish(); }
  void wait(microseconds time) override { dialogue_.listens(time); }
  std::string faults() const override {
    std::string out;
    if (!dialogue_.modes_are_back()) out += "the terminal's modes are not back\n";
    if (!dialogue_.screen_is_left()) out += "the screen was not left\n";
    return out;
  }

 private:
  ScreenDialogue dialogue_;
};

using Values = std::map<std::string, AnswerValue>;

/// One file, one sitting after the other, each killed.
class AskChaos : public testing::TestWithParam<int> {
 protected:
  AskChaos() { here_.write("chaos.json", rubric_json()); }

  void kill_again_and_again(bool on_screen) {
    Random random(static_cast<std::uint64_t>(GetParam()) * 2 + (on_screen ? 1 : 0) + 20261123);
    for (int kill = 0; kill < kKillsPerShard; ++kill) {
      SCOPED_TRACE(fmt::format("kill {}", kill));
      if (expected_.size() + 6 > kQuestions) begin_anew();
      leave_litter(random);
      kill_once(on_screen, random);
      if (HasFatalFailure()) return;
    }
    std::printf(
        "%d kills %s: %zu KILL, %zu TERM, %zu HUP, %zu INT; %zu before the first question; %zu answers "
        "kept\n",
        kKillsPerShard, on_screen ? "on the screen" : "in lines", count_[SIGKILL], count_[SIGTERM],
        count_[SIGHUP], count_[SIGINT], early_, kept_);
  }

 private:
  void begin_anew() {
    fs::remove(here_.path() / "p.json");
    expected_.clear();
  }

  /// As a killed run leaves it, and as an answers file would look: to be passed over.
  void leave_litter(Random& random) {
    const std::string litter =
        random.chance(50) ? R"({"answers": {"c.t00": true, "c.t39": "litter"}})" : R"({"answers": {"c.t)";
    here_.write(fmt::format(".p.json.{:06}.tmp", random.below(1'000'000)), litter);
  }

  [[nodiscard]] std::unique_ptr<Victim> start(bool on_screen) const {
    Dialogue::Start start{.arguments = {"ask", "p.json", "-r", "chaos.json"}, .directory = here_.path()};
    if (!on_screen) return std::make_unique<InLines>(start);
    start.environment = screen_environment();
    start.arguments.insert(start.arguments.end(), {"--title", "Chaos", "--organization", "C.", "--assessor",
                                                   "A.", "--date", "2026-11-01"});
    return std::make_unique<OnScreen>(start);
  }

  [[nodiscard]] std::optional<std::size_t> next_open(std::size_t from) const {
    for (std::size_t q = from; q < kQuestions; ++q)
      if (!expected_.contains(id_of(q))) return q;
    return std::nullopt;
  }

  static std::string id_of(std::size_t question) { return fmt::format("c.t{:02}", question); }

  void kill_once(bool on_screen, Random& random) {
    const std::vector<int> signals = {SIGKILL, SIGKILL, SIGTERM, SIGHUP, SIGINT};
    const int signal = random.pick(signals);
    ++count_[signal];
    const std::unique_ptr<Victim> victim = start(on_screen);
    Values under_way;  // said, and perhaps saved
    std::size_t shown = 0;
    if (random.chance(25)) {                                                      // while it starts
      victim->wait(microseconds(random.below(random.below(kLongestStart) + 1)));  // rather early than late
    } else {
      const std::size_t answers = random.below(5);
      std::size_t question = next_open(0).value_or(0);
      for (; shown <= answers; ++shown) {
        ASSERT_TRUE(victim->hears(ask_of(question))) << "question " << question << " is not shown\n"
                                                     << victim->finish().err;
        acknowledge(under_way);
        if (shown == answers) break;
        const Typing typing = typing_for(question, random);
        const bool with_enter = shown + 1 < answers || random.chance(75);
        victim->answers(question, typing.digit, with_enter);
        // Without its line end a line from a pipe is none, but an answer when the pipe ends.
        if (with_enter) under_way[id_of(question)] = typing.value;
        if (shown + 1 == answers) break;  // the kill comes before, while or after it is saved
        question = next_open(question + 1).value_or(0);
      }
      victim->wait(microseconds(random.below(random.chance(50) ? 500 : 8'000)));
    }
    victim->signals(signal);
    const Finished finished = victim->finish();
    for (const auto& [id, value] : under_way)
      if (was_acknowledged(finished.err, id)) expected_[id] = value;
    check_end(signal, finished, *victim);
    check_file(under_way, finished);
  }

  void acknowledge(Values& under_way) {
    for (const auto& [id, value] : under_way) expected_[id] = value;
    under_way.clear();
  }

  /// Whether a later question was shown, in what was heard before it died.
  [[nodiscard]] static bool was_acknowledged(const std::string& heard, const std::string& id) {
    const std::size_t question = static_cast<std::size_t>(std::stoul(id.substr(3)));
    const std::size_t at = heard.rfind(ask_of(question));
    if (at == std::string::npos) return false;
    const std::string_view after = std::string_view(heard).substr(at + ask_of(question).size());
    return after.find("About thing ") != std::string_view::npos ||
           after.find("Saved: ") != std::string_view::npos;
  }

  void check_end(int signal, const Finished& finished, const Victim& victim) {
    EXPECT_FALSE(finished.timed_out) << finished.err;
    EXPECT_EQ(finished.signal, signal) << finished.err;
    const bool had_begun = contains(finished.err, "About thing ");
    if (!had_begun) ++early_;
    if (signal == SIGKILL) return;
    EXPECT_EQ(victim.faults(), "") << finished.err;
    if (!had_begun) return;
    const bool has_file = exists("p.json");
    EXPECT_EQ(contains(finished.err, "Your answers are in p.json"), has_file) << finished.err;
    EXPECT_EQ(contains(finished.err, "no file was written"), !has_file) << finished.err;
  }

  /// The file is what was acknowledged, with or without what was under way.
  void check_file(const Values& under_way, const Finished& finished) {
    Values with_it = expected_;
    with_it.insert(under_way.begin(), under_way.end());
    Values found;
    if (exists("p.json"))
      for (const auto& [id, answer] : saved().answers) found[id] = answer.value;
    ASSERT_TRUE(found == expected_ || found == with_it)
        << found.size() << " answers in the file, " << expected_.size() << " acknowledged\n"
        << (exists("p.json") ? here_.read("p.json") : "no file") << "\n"
        << finished.err;
    expected_ = std::move(found);
    kept_ = expected_.size();
  }

  [[nodiscard]] bool exists(const std::string& name) const { return fs::exists(here_.path() / name); }

  [[nodiscard]] Proposal saved() const {
    Diagnostics warnings;
    Checked<Proposal> proposal = decode_proposal({"p.json", here_.read("p.json")}, {}, warnings);
    EXPECT_TRUE(proposal) << format(proposal.error());
    return proposal ? *std::move(proposal) : Proposal{};
  }

  const TempDir here_;
  Values expected_;
  std::map<int, std::size_t> count_;
  std::size_t early_ = 0;
  std::size_t kept_ = 0;
};

TEST_P(AskChaos, InLines) { kill_again_and_again(false); }

TEST_P(AskChaos, OnTheScreen) { kill_again_and_again(true); }

INSTANTIATE_TEST_SUITE_P(Seed, AskChaos, testing::Range(0, kShards));

}  // namespace
}  // namespace ibtikar::test
