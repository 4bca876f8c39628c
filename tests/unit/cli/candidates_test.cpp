// What a shell may complete: every command, option and value of the table, and nothing else.
#include "cli/completion/candidates.h"

#include <gtest/gtest.h>

#include "cli/commands/program.h"
#include "support/random.h"

namespace ibtikar::cli {
namespace {

std::vector<std::string> words_of(const Candidates& found) {
  std::vector<std::string> words;
  for (const Candidate& candidate : found.words) words.push_back(candidate.word);
  return words;
}

bool offers(const Candidates& found, std::string_view word) {
  const std::vector<std::string> words = words_of(found);
  return std::ranges::find(words, word) != words.end();
}

class Completion : public testing::Test {
 protected:
  [[nodiscard]] Candidates complete(std::vector<std::string> words) const {
    return candidates(root_, std::move(words), {"social-innovation", "social-innovation-quick"});
  }

  /// The words that lead to a command.
  [[nodiscard]] static std::vector<std::string> leading_to(const CommandPath& path) {
    std::vector<std::string> words;
    for (std::size_t i = 1; i < path.size(); ++i) words.push_back(path[i]->name);
    return words;
  }

  ProgramOptions options_;
  Command root_ = program(options_);
};

TEST_F(Completion, KnowsEveryCommandOptionAndValue) {
  for (const CommandPath& path : all_paths(root_)) {
    std::vector<std::string> words = leading_to(path);
    for (const Command& command : path.back()->commands) {
      std::vector<std::string> typed = words;
      typed.push_back(command.name.substr(0, 1));
      EXPECT_TRUE(offers(complete(typed), command.name)) << full_name(path) << ' ' << command.name;
    }
    for (const CommandOption& option : path.back()->options) {
      if (option.is_positional()) continue;
      const std::string name(option.long_name());
      std::vector<std::string> typed = words;
      typed.push_back(name.substr(0, 4));
      EXPECT_TRUE(offers(complete(typed), name)) << full_name(path) << ' ' << name;
      if (!option.takes_value()) continue;
      typed.back() = name;
      typed.emplace_back();
      const Candidates values = complete(typed);
      typed.insert(typed.end() - 1, "=");  // as bash divides --format=j
      EXPECT_EQ(complete(typed).words, values.words) << full_name(path) << ' ' << name;
      for (const std::string& choice : option.choices) EXPECT_TRUE(offers(values, choice)) << choice;
      EXPECT_FALSE(offers(values, "--help"));
    }
  }
}

TEST_F(Completion, OffersFilesAndRubricsWhereTheyFit) {
  EXPECT_TRUE(complete({"score", ""}).files);
  EXPECT_TRUE(complete({"score", "a.json", ""}).files);
  EXPECT_TRUE(complete({"score", "-o", ""}).files);
  EXPECT_FALSE(complete({"score", "--color", ""}).files);
  EXPECT_FALSE(complete({"batch", "--top", ""}).files);
  EXPECT_EQ(words_of(complete({"score", "-r", "social-innovation-"})),
            std::vector<std::string>{"social-innovation-quick"});
  EXPECT_TRUE(complete({"rubric", "check", ""}).files);
  EXPECT_TRUE(offers(complete({"rubric", "check", "so"}), "social-innovation"));
}

TEST_F(Completion, TakesWhatFollowsTwoDashesForArguments) {
  EXPECT_TRUE(complete({"score", "--", "--f"}).words.empty());
  EXPECT_TRUE(complete({"score", "--", ""}).files);
}

TEST_F(Completion, TakesAnyWords) {
  test::Random random(7);
  const std::vector<std::string> some = {"score", "rubric", "check", "--format", "-o",   "=",
                                         "--",    "",       "-",     "x",        "\xff", "\n"};
  for (int i = 0; i < 2000; ++i) {
    std::vector<std::string> words;
    for (std::uint64_t n = random.below(6); n > 0; --n) words.push_back(some[random.below(some.size())]);
    const std::string last = words.empty() ? std::string() : words.back();
    for (const Candidate& candidate : complete(words).words)
      EXPECT_TRUE(last == "=" || candidate.word.starts_with(last));
  }
}

}  // namespace
}  // namespace ibtikar::cli
