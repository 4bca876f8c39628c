// Which conditions a table can hold, and where its limits are. That it says what the conditions say is
// answer_table_test.cpp.
#include "score/condition_table.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "ibtikar/scorer.h"
#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

bool has_condition_table(const Rubric& rubric) {
  const Scorer scorer(rubric);
  const std::optional<Codebook> book = Codebook::of(scorer.plan().rubric);
  if (!book) throw std::logic_error("no codes");
  return ConditionTable::of(scorer.plan(), *book).has_value();
}

/// `count` texts with commas between them.
template <class Item>
std::string listed(std::size_t count, Item item) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + item(i);
  return text;
}

const std::string kIsYes = R"({"question":"c.q","is":true})";
const std::string kYesNo = R"({"id":"q","ask":"?","type":"yes_no"})";

std::string gate_on(const std::string& when, std::size_t number = 0) {
  return fmt::format(R"({{"id":"g{}","when":{},"cap":{{"d":20}},"message":"M"}})", number, when);
}

/// A condition of so many parts, itself included.
std::string parts(std::size_t count) {
  return R"({"any":[)" + listed(count - 1, [](std::size_t) { return kIsYes; }) + "]}";
}

TEST(ConditionTable, HoldsSoManyGates) {
  const auto rubric_with = [](std::size_t gates) {
    return small_rubric("[" + kYesNo + "]",
                        "[" + listed(gates, [](std::size_t i) { return gate_on(kIsYes, i); }) + "]");
  };
  EXPECT_TRUE(has_condition_table(rubric_with(256)));
  EXPECT_FALSE(has_condition_table(rubric_with(257)));
}

TEST(ConditionTable, HoldsSoManyConditionalQuestions) {
  const auto rubric_with = [](std::size_t questions) {
    return small_rubric("[" + kYesNo + "," +
                        listed(questions,
                               [](std::size_t i) {
                                 return fmt::format(R"({{"id":"x{}","ask":"?","type":"yes_no","when":{}}})",
                                                    i, kIsYes);
                               }) +
                        "]");
  };
  EXPECT_TRUE(has_condition_table(rubric_with(256)));
  EXPECT_FALSE(has_condition_table(rubric_with(257)));
}

TEST(ConditionTable, HoldsSoManyPartsOfGates) {
  EXPECT_TRUE(has_condition_table(small_rubric("[" + kYesNo + "]", "[" + gate_on(parts(1000)) + "]")));
  EXPECT_FALSE(has_condition_table(small_rubric("[" + kYesNo + "]", "[" + gate_on(parts(1001)) + "]")));
}

TEST(ConditionTable, HoldsSoManyPartsOfQuestions) {
  const auto rubric_with = [](std::size_t count) {
    return small_rubric("[" + kYesNo + R"(,{"id":"x","ask":"?","type":"yes_no","when":)" + parts(count) +
                        "}]");
  };
  EXPECT_TRUE(has_condition_table(rubric_with(1000)));
  EXPECT_FALSE(has_condition_table(rubric_with(1001)));
}

/// A question whose options, or a scale whose levels, one gate asks.
Rubric rubric_asked(const std::string& type, std::size_t options, const std::string& test) {
  const auto option = [](std::size_t i) {
    return fmt::format(R"({{"id":"o{0}","title":"O{0}","score":{1}}})", i, i == 0 ? 0.02 : 0.01);
  };
  return small_rubric(
      R"([{"id":"q","ask":"?","type":")" + type + R"(","options":[)" + listed(options, option) + "]}]",
      "[" + gate_on(R"({"question":"c.q",)" + test + "}") + "]");
}

TEST(ConditionTable, HoldsTheSetsOfTenOptions) {
  EXPECT_TRUE(has_condition_table(rubric_asked("choices", 3, R"("includes":"o0")")));
  EXPECT_TRUE(has_condition_table(rubric_asked("choices", 10, R"("includes":"o0")")));
  EXPECT_FALSE(has_condition_table(rubric_asked("choices", 11, R"("includes":"o0")")));
  EXPECT_TRUE(has_condition_table(rubric_asked("choice", 11, R"("is":"o0")"))) << "one of them is no set";
}

/// "any" of each level of the scales q0, q1 ..., so that a condition tells all their answers apart.
std::string asks_levels(const std::vector<std::size_t>& levels) {
  std::string text;
  for (std::size_t q = 0; q < levels.size(); ++q)
    for (std::size_t level = 0; level < levels[q]; ++level)
      text += fmt::format(R"({}{{"question":"a.q{}","is":{}}})", text.empty() ? "" : ",", q, level);
  return R"({"any":[)" + text + "]}";
}

/// Such scales, and a criterion after them with these members.
Rubric rubric_of_scales(const std::vector<std::size_t>& levels, const std::string& members) {
  const auto scale = [&](std::size_t q) {
    return fmt::format(
        R"({{"id":"q{}","ask":"?","type":"scale","levels":[{}]}})", q,
        listed(levels[q], [](std::size_t i) { return fmt::format(R"({{"value":{0},"title":"L{0}"}})", i); }));
  };
  return rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"}],"dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"a","title":"A","contributes":{"d":1},"questions":[)" +
      listed(levels.size(), scale) + R"(]},{"id":"b","title":"B","contributes":{"d":1},)" + members +
      "}]}]}");
}

/// A scale of 6 levels, each of which is asked, has 16 classes: 6 answers and one sample of what is none,
/// each shown or perhaps hidden; open; and never. Of three there are 4,096 combinations.
TEST(ConditionTable, HoldsSoManyCombinations) {
  const auto rubric_with = [](const std::vector<std::size_t>& levels) {
    return rubric_of_scales(
        levels, R"("questions":[{"id":"x","ask":"?","type":"yes_no","when":)" + asks_levels(levels) + "}]");
  };
  EXPECT_TRUE(has_condition_table(rubric_with({6, 6, 6})));
  EXPECT_FALSE(has_condition_table(rubric_with({6, 6, 7})));
}

/// Two options, both asked, have 4 sets and so 10 classes; the scales have 18 and 20.
TEST(ConditionTable, CombinesSetsOfOptions) {
  std::string asked = asks_levels({7, 8});
  asked.insert(asked.size() - 2,
               R"(,{"question":"b.t","includes":"one"},{"question":"b.t","includes":"two"})");
  EXPECT_TRUE(has_condition_table(
      rubric_of_scales({7, 8}, R"("questions":[{"id":"t","ask":"?","type":"choices","options":[
          {"id":"one","title":"1","score":0.5},{"id":"two","title":"2","score":0.5}]},
          {"id":"x","ask":"?","type":"yes_no","when":)" +
                                   asked + "}]")));
}

TEST(ConditionTable, CombinesAQuestionOnceThatTwoConditionsName) {
  EXPECT_TRUE(has_condition_table(rubric_of_scales(
      {6, 6, 6},
      R"("when":)" + asks_levels({6, 6, 6}) +
          R"(,"questions":[{"id":"x","ask":"?","type":"yes_no","when":{"question":"a.q0","is":0}}])")));
}

}  // namespace
}  // namespace ibtikar::test
