// Which rubrics have codes for their answers.
#include "score/codebook.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

/// `count` times what `item` says of a number, as a JSON array.
template <class Item>
std::string array_of(std::size_t count, Item item) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + item(i);
  return "[" + text + "]";
}

/// A rubric of one scale, with so many levels and evidence levels.
Rubric scale_rubric(std::size_t levels, std::size_t evidence) {
  const auto evidence_level = [](std::size_t i) {
    return fmt::format(R"({{"id":"e{0}","margin":0.1,"title":"E{0}"}})", i);
  };
  const auto level = [](std::size_t i) { return fmt::format(R"({{"value":{0},"title":"L{0}"}})", i); };
  return rubric_of(R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],"evidence":{"default":"e0","levels":)" +
                   array_of(evidence, evidence_level) + R"(},"dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
            "questions":[{"id":"q","ask":"?","type":"scale","levels":)" +
                   array_of(levels, level) + "}]}]}]}");
}

TEST(Codebook, HasACodeForEachAnswerWithEachEvidence) {
  const Rubric rubric = scale_rubric(4, 3);
  const std::optional<Codebook> book = Codebook::of(rubric);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->count(0), 3U + 4U * 3U);
  EXPECT_EQ(book->cell(0, kAbsentCode, 0, 0).state, CellState::unanswered);
  EXPECT_EQ(book->cell(0, kNotApplicableCode, 0, 0).state, CellState::not_applicable);
  const Cell cell = book->cell(0, book->code(2, 1), 0, 0);
  EXPECT_EQ(cell.state, CellState::answered);
  EXPECT_EQ(cell.number, 2);
  EXPECT_EQ(cell.evidence, 1U);
}

TEST(Codebook, HasNoMoreCodesThanAByteHolds) {
  EXPECT_TRUE(Codebook::of(scale_rubric(23, 11)));   // 3 + 23 * 11 = 256
  EXPECT_FALSE(Codebook::of(scale_rubric(127, 2)));  // 257
}

TEST(Codebook, HasNoMoreOptionsThanASetHolds) {
  const auto rubric_with = [](std::size_t options) {
    const auto option = [](std::size_t i) {
      return fmt::format(R"({{"id":"o{0}","title":"O{0}","score":0.01}})", i);
    };
    return small_rubric(R"([{"id":"q","ask":"?","type":"choices","options":)" + array_of(options, option) +
                        "}]");
  };
  EXPECT_TRUE(Codebook::of(rubric_with(64)));
  EXPECT_FALSE(Codebook::of(rubric_with(65)));
}

TEST(Codebook, DoesNotTellWhetherThereAreWords) {
  const auto has_codes = [](const std::string& needs) {
    return Codebook::of(small_rubric(R"([{"id":"q","ask":"?","type":"yes_no","requires":)" + needs + "}]"))
        .has_value();
  };
  EXPECT_FALSE(has_codes(R"({"note":true,"otherwise":0.5})"));
  EXPECT_FALSE(has_codes(R"({"link":true,"otherwise":0.5})"));
  EXPECT_TRUE(has_codes(R"({"evidence":"shown","otherwise":0.5})"));
}

}  // namespace
}  // namespace ibtikar::test
