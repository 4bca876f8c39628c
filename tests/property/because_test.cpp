// The fewest answers that force a verdict, or a gate, against every set of answers.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdlib>

#include <fmt/format.h>

#include "ibtikar/because.h"
#include "support/assessed.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr std::size_t kMostAnswers = 11;  // every set of them is tried

/// The proposal with some of its answers alone.
Proposal with_only(const Proposal& proposal, const std::vector<std::string>& kept) {
  Proposal only = proposal;
  std::erase_if(only.answers,
                [&](const auto& one) { return std::ranges::find(kept, one.first) == kept.end(); });
  return only;
}

/// Whether the verdict is certain and that of `today`, or the gate applies for certain.
bool forces(const RandomCase& one, const Assessment& today, const std::string& gate,
            const std::vector<std::string>& kept) {
  const Assessment alone = assessed(one.scorer, with_only(one.proposal, kept));
  if (gate.empty()) {
    const PossibleBands bands = possible_bands(alone);
    return bands.lowest != nullptr && bands.lowest == bands.highest && bands.lowest->id == today.verdict;
  }
  return std::ranges::any_of(alone.gates, [&](const GateResult& result) {
    return result.id == gate && result.state == GateState::applies && result.certain;
  });
}

/// Answers that count: given, and not to a hidden question.
std::vector<std::string> counting(const Assessment& today) {
  std::vector<std::string> ids;
  for (const QuestionResult& question : today.questions)
    if (question.state == QuestionState::answered || question.state == QuestionState::not_applicable)
      ids.push_back(question.id);
  return ids;
}

std::vector<std::string> chosen_from(const std::vector<std::string>& ids, std::size_t set) {
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if ((set >> i & 1U) != 0) chosen.push_back(ids[i]);
  return chosen;
}

void expect_fewest(const RandomCase& one, const std::string& gate, std::size_t& forced) {
  const Assessment today = assessed(one.scorer, one.proposal);
  Diagnostics warnings;
  const AnswerSheet sheet = *one.scorer.encode(one.proposal, {}, warnings);
  const Result<Because> why = because(one.scorer, one.proposal, sheet, {gate, 1'000'000});
  ASSERT_TRUE(why);
  const std::vector<std::string> ids = counting(today);
  EXPECT_EQ(why->is_forced, forces(one, today, gate, ids));
  if (!why->is_forced) {
    EXPECT_TRUE(why->answers.empty());
    return;
  }
  ++forced;
  EXPECT_TRUE(forces(one, today, gate, why->answers));
  for (const std::string& left_out : why->answers) {
    std::vector<std::string> fewer = why->answers;
    std::erase(fewer, left_out);
    EXPECT_FALSE(forces(one, today, gate, fewer)) << left_out;
  }
  if (ids.size() > kMostAnswers) return;
  EXPECT_TRUE(why->is_smallest);
  for (std::size_t set = 0; set < std::size_t{1} << ids.size(); ++set) {
    if (static_cast<std::size_t>(std::popcount(set)) >= why->answers.size()) continue;
    EXPECT_FALSE(forces(one, today, gate, chosen_from(ids, set))) << set;
  }
}

TEST(Because, GivesTheFewestAnswersThatForceIt) {
  const char* more = std::getenv("IBTIKAR_IMPROVE_CASES");
  const std::uint64_t count = more == nullptr ? cases(250) : std::stoul(more);
  std::size_t verdicts = 0;
  std::size_t gates = 0;
  for (std::uint64_t seed = 0; seed < count && !testing::Test::HasFailure(); ++seed) {
    const RandomCase one(seed);
    SCOPED_TRACE(one.text());
    expect_fewest(one, "", verdicts);
    if (!one.source.rubric.parts().gates.empty())
      expect_fewest(one, one.source.rubric.parts().gates.front().id, gates);
  }
  EXPECT_GT(verdicts, count / 20);
  EXPECT_GT(gates, count / 20);
}

}  // namespace
}  // namespace ibtikar::test
