// A summary is the same bytes whatever the threads and blocks, and the merge of parts is the whole, however
// many kinds of warnings there are.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include "codec/results/summary_json.h"
#include "support/batched.h"
#include "support/fixtures.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

/// Records with answers to questions that nobody knows, of so many names.
std::vector<std::string> foreign_records(std::size_t count, std::size_t names, Random& random) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) {
    std::string line = fmt::format(R"({{"id":"P-{}","answers":{{"goal.written":{})", i, random.below(3));
    for (std::size_t more = random.below(4); more > 0; --more)
      line += fmt::format(R"(,"{}.q{}-{}":1)", random.pick<std::string>({"goal", "zeal", "هدف", "a/b~"}),
                          random.below(names), more);
    if (random.chance(3)) line += fmt::format(R"(,"{}{}":1)", std::string(300, 'x'), random.below(5));
    if (random.chance(10)) line += R"(,"goal.years":"never")";
    line += random.chance(10) ? fmt::format(R"(}},"m{}":1}})", random.below(names)) : "}}";
    lines.push_back(line + "\n");
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += lines[i];
  return text;
}

Summary read_back(const std::string& json) {
  auto summary = decode_summary({"summary.json", json});
  EXPECT_TRUE(summary) << format(summary.error());
  return *std::move(summary);
}

TEST(Summaries, AreTheSameWhateverTheThreadsAndTheBlocks) {
  const Rubric rubric = valid_rubric("valid/small.json");
  Random random(3);
  const std::vector<std::string> lines = foreign_records(6000, 900, random);
  const std::string text = joined(lines, 0, lines.size());
  const std::string expected = batched(rubric, text, {}).summary;
  EXPECT_NE(expected.find("unknown-question at other places"), std::string::npos);
  for (const unsigned jobs : {1U, 2U, 3U})
    for (const std::size_t block : {std::size_t{500}, std::size_t{20'000}})
      EXPECT_EQ(batched(rubric, text, {.jobs = jobs, .block = block}).summary, expected)
          << jobs << " " << block;
}

TEST(Summaries, OfPartsMergeToThatOfTheWholeInAnyOrder) {
  const Rubric rubric = valid_rubric("valid/small.json");
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Random random(seed);
    const std::vector<std::string> lines =
        foreign_records(60 + random.below(800), random.chance(30) ? 20 : 700, random);
    const std::string whole = batched(rubric, joined(lines, 0, lines.size()), {}).summary;
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = std::min(lines.size(), begin + 1 + random.below(lines.size()));
      parts.push_back(batched(rubric, joined(lines, begin, end), {}).summary);
      begin = end;
    }
    random.shuffle(parts);
    Summary merged = read_back(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) ASSERT_TRUE(merge(merged, read_back(parts[i])));
    ASSERT_EQ(encode_summary(merged), whole) << seed;
  }
}

TEST(WarningCounts, NameTheFirstPlacesOfEachCodeAndCountTheOthersTogether) {
  WarningCounts counts;
  for (int i = 999; i >= 0; --i) counts.add("unknown-question", fmt::format("/answers/q{:03}", i), 2);
  counts.add("unknown-question", "/answers/q000");
  counts.add("unknown-column", {});
  counts.add("hidden-answer", "/answers/z");
  const auto named = counts.named();
  EXPECT_EQ(named.size(), WarningCounts::kMostPlaces + 3);
  EXPECT_EQ(named.at("unknown-question at /answers/q000"), 3U);
  EXPECT_EQ(named.at("unknown-question at /answers/q199"), 2U);
  EXPECT_EQ(named.at("unknown-question at other places"), 1600U);
  EXPECT_EQ(named.at("unknown-column"), 1U);
  EXPECT_EQ(named.at("hidden-answer at /answers/z"), 1U);
  WarningCounts again;
  for (const auto& [name, times] : named) again.add_named(name, times);
  EXPECT_EQ(again, counts);
}

}  // namespace
}  // namespace ibtikar::test
