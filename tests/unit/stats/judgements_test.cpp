// What of a rubric can be weighed, and the weights that judgements give: every limit, every fault.
#include "ibtikar/judgements.h"

#include <gtest/gtest.h>

#include "support/assessment_builder.h"

namespace ibtikar {
namespace {

using Texts = std::vector<std::string>;

Question question_of(const std::string& id, QuestionType type, double weight, const std::string& group = {}) {
  Question question;
  question.id = id;
  question.ask = test::in_both("Ask " + id, id);
  question.type = type;
  question.weight = weight;
  question.group = group;
  return question;
}

/// Two dimensions. "plan" has a group of one question, two scored questions outside it and a text; "story"
/// has a text only.
RubricDraft small_draft() {
  RubricDraft draft;
  draft.dimensions.resize(2);
  draft.dimensions[0].id = "lasting";
  draft.dimensions[0].weight = 3;
  draft.dimensions[1].id = "shared";
  Criterion plan;
  plan.id = "plan";
  plan.title = test::in_both("Plan", "خطة");
  plan.contributes = {{"lasting", 2}, {"shared", 0.5}};
  plan.groups.resize(1);
  plan.groups[0].id = "money";
  plan.groups[0].weight = 4;
  plan.questions = {question_of("written", QuestionType::yes_no, 1),
                    question_of("budget", QuestionType::scale, 7, "money"),
                    question_of("why", QuestionType::text, 1), question_of("dated", QuestionType::yes_no, 2)};
  Criterion story;
  story.id = "story";
  story.contributes = {{"shared", 5}};
  story.questions = {question_of("told", QuestionType::text, 1)};
  draft.sections.resize(2);
  draft.sections[0].criteria = {plan};
  draft.sections[1].criteria = {story};
  return draft;
}

/// "id weight" of each part, with "group" for a group of questions.
Texts parts_named(std::string_view of) {
  Texts out;
  const auto parts = weighed_parts(small_draft(), of);
  if (!parts) return {"none"};
  for (const WeighedPart& part : *parts)
    out.push_back(part.id + " " + std::to_string(part.weight).substr(0, 3) + (part.is_group ? " group" : ""));
  return out;
}

TEST(WeighedParts, AreThoseThatTheirNameSays) {
  EXPECT_EQ(parts_named("dimensions"), (Texts{"lasting 3.0", "shared 1.0"}));
  EXPECT_EQ(parts_named("criteria:lasting"), Texts{"plan 2.0"});
  EXPECT_EQ(parts_named("criteria:shared"), (Texts{"plan 0.5", "story 5.0"}));
  EXPECT_EQ(parts_named("questions:plan"), (Texts{"money 4.0 group", "written 1.0", "dated 2.0"}));
  EXPECT_EQ(parts_named("questions:plan/money"), Texts{"budget 7.0"});
}

TEST(WeighedParts, AreNoneForANameThatTheRubricHasNot) {
  for (const char* of : {"", "dimension", "criteria:", "criteria:plan", "questions:", "questions:lasting",

                         "questions:story", "questions:plan/other", "questions:story/money"})
    EXPECT_EQ(parts_named(of), Texts{"none"}) << of;
}

TEST(WeighedParts, HaveTheTitlesOfTheRubric) {
  EXPECT_EQ((*weighed_parts(small_draft(), "criteria:lasting"))[0].title, test::in_both("Plan", "خطة"));
  EXPECT_EQ((*weighed_parts(small_draft(), "questions:plan"))[1].title,
            test::in_both("Ask written", "written"));
}

TEST(Weighable, NamesWhatHasPartsAndNothingElse) {
  EXPECT_EQ(weighable(small_draft()), (Texts{"dimensions", "criteria:lasting", "criteria:shared",
                                             "questions:plan", "questions:plan/money"}));
  EXPECT_EQ(weighable(RubricDraft()), Texts());
}

std::vector<WeighedPart> parts_of_weights(const std::vector<double>& weights) {
  std::vector<WeighedPart> parts;
  for (const double weight : weights)
    parts.push_back({std::string(1, static_cast<char>('a' + parts.size())), {}, weight, false});
  return parts;
}

Judgements pairs_judged(std::vector<NamedJudgement> pairs) {
  Judgements out;
  out.pairs = std::move(pairs);
  return out;
}

Judgements in_order(std::vector<Texts> order) {
  Judgements out;
  out.method = WeightMethod::rank_order_centroid;
  out.order = std::move(order);
  return out;
}

Judgements amounts_judged(WeightMethod method, std::vector<std::pair<std::string, double>> amounts) {
  Judgements out;
  out.method = method;
  out.amounts = std::move(amounts);
  return out;
}

Judgements points_judged(std::vector<std::pair<std::string, double>> amounts) {
  return amounts_judged(WeightMethod::points, std::move(amounts));
}

/// "code pointer" of each fault of judgements about three parts; none if they give weights.
Texts faults_in(const Judgements& judgements) {
  Texts out;
  const Checked<WeightTable> table = weigh(parts_of_weights({1, 1, 2}), judgements);
  if (!table)
    for (const Diagnostic& fault : table.error()) out.push_back(fault.code + " " + fault.pointer);
  return out;
}

std::vector<double> weights_in(const std::vector<double>& before, const Judgements& judgements) {
  std::vector<double> out;
  const Checked<WeightTable> table = weigh(parts_of_weights(before), judgements);
  EXPECT_TRUE(table);
  if (table)
    for (const WeightRow& row : table->rows) out.push_back(row.weight);
  return out;
}

TEST(Weigh, KeepsTheSumOfTheWeights) {
  EXPECT_EQ(weights_in({1, 1, 2}, points_judged({{"c", 1}, {"a", 5}, {"b", 2}})),
            (std::vector<double>{2.5, 1, 0.5}));
  EXPECT_EQ(weights_in({0.5, 0.5}, amounts_judged(WeightMethod::swing, {{"a", 100}, {"b", 60}})),
            (std::vector<double>{0.625, 0.375}));
}

TEST(Weigh, GivesOneForEachPartWhereAllWeightsWereZero) {
  const Checked<WeightTable> table =
      weigh(parts_of_weights({0, 0, 0}), points_judged({{"a", 3}, {"b", 2}, {"c", 1}}));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0].weight, 1.5);
  EXPECT_EQ(table->rows[1].weight, 1);
  EXPECT_EQ(table->rows[2].weight, 0.5);
  for (const WeightRow& row : table->rows) EXPECT_EQ(row.share_before, 0);
}

/// A rubric takes weights of 0, or of a millionth and more.
TEST(Weigh, RoundsToMillionthsAndNothingThatCountsToZero) {
  EXPECT_EQ(weights_in({1, 0}, points_judged({{"a", 1e9}, {"b", 1}})), (std::vector<double>{1, 0.000001}));
  EXPECT_EQ(weights_in({1, 0}, points_judged({{"a", 1}, {"b", 0}})), (std::vector<double>{1, 0}));
  EXPECT_EQ(weights_in({1, 1}, points_judged({{"a", 1}, {"b", 2}})),
            (std::vector<double>{0.666667, 1.333333}));
}

TEST(Weigh, NamesAmountsThatDoNotFit) {
  EXPECT_EQ(faults_in(points_judged({{"a", 0}, {"b", 1e9}, {"c", 1}})), Texts());
  EXPECT_EQ(faults_in(points_judged({{"a", 1}, {"b", 1.1e9}, {"c", 1}})), Texts{"out-of-range /points/b"});
  EXPECT_EQ(faults_in(points_judged({{"a", 1}, {"b", -0.1}, {"c", 1}})), Texts{"out-of-range /points/b"});
  EXPECT_EQ(faults_in(points_judged({{"a", 1}, {"x", 2}, {"b", 1}, {"c", 1}})),
            Texts{"unknown-part /points/x"});
  EXPECT_EQ(faults_in(amounts_judged(WeightMethod::swing, {{"b", 1}})),
            (Texts{"missing-judgement /swings", "missing-judgement /swings"}));
  EXPECT_EQ(faults_in(points_judged({{"a", 0}, {"b", 0}, {"c", 0}})), Texts{"zero-weights /points"});
}

TEST(Weigh, NamesAnOrderThatDoesNotFit) {
  EXPECT_EQ(faults_in(in_order({{"c"}, {"a"}, {"b"}})), Texts());
  EXPECT_EQ(faults_in(in_order({{"c"}, {"x"}, {"a", "b"}})), Texts{"unknown-part /order/1"});
  EXPECT_EQ(faults_in(in_order({{"a"}, {"b"}})), Texts{"missing-judgement /order"});
  EXPECT_EQ(faults_in(in_order({{"a"}, {"b", "c", "b"}})), Texts{"judged-twice /order/1"});
}

TEST(Weigh, TakesTheOrderAsItStands) {
  const std::vector<double> weights = weights_in({6, 6, 6}, in_order({{"c"}, {"a"}, {"b"}}));
  EXPECT_NEAR(weights[0], 5, 1e-6) << "5/18 of 18";
  EXPECT_NEAR(weights[1], 2, 1e-6);
  EXPECT_NEAR(weights[2], 11, 1e-6);
}

/// All three pairs, the first with this strength.
Judgements all_pairs(double times) { return pairs_judged({{"a", "b", times}, {"b", "c", 1}, {"a", "c", 1}}); }

TEST(Weigh, TakesJudgementsFromANinthToNine) {
  for (const double times : {1.0 / 9, 0.111111111, 1.0 / 9 - 1e-9, 0.5, 2.0, 9.0})
    EXPECT_EQ(faults_in(all_pairs(times)), Texts()) << times;
  for (const double times : {0.1111, 0.0, -1.0, 9.001})
    EXPECT_EQ(faults_in(all_pairs(times)), Texts{"out-of-range /pairs/0/times"}) << times;
}

TEST(Weigh, WantsEachPairOnce) {
  EXPECT_EQ(faults_in(pairs_judged({{"a", "b", 2}, {"c", "b", 2}, {"a", "c", 2}})), Texts());
  EXPECT_EQ(faults_in(pairs_judged({{"a", "b", 2}, {"c", "b", 2}})), Texts{"missing-judgement /pairs"});
  EXPECT_EQ(faults_in(pairs_judged({})),
            (Texts{"missing-judgement /pairs", "missing-judgement /pairs", "missing-judgement /pairs"}));
  EXPECT_EQ(faults_in(pairs_judged({{"a", "b", 2}, {"b", "a", 2}})), Texts{"judged-twice /pairs/1"});
  EXPECT_EQ(faults_in(pairs_judged({{"b", "b", 1}})), Texts{"judged-twice /pairs/0"});
}

TEST(Weigh, NamesPairsOfUnknownParts) {
  for (const char* known : {"a", "b", "c"}) {
    EXPECT_EQ(faults_in(pairs_judged({{"x", known, 2}})), Texts{"unknown-part /pairs/0/of"});
    EXPECT_EQ(faults_in(pairs_judged({{known, "x", 2}})), Texts{"unknown-part /pairs/0/over"});
  }
  EXPECT_EQ(faults_in(pairs_judged({{"x", "y", 2}})),
            (Texts{"unknown-part /pairs/0/of", "unknown-part /pairs/0/over"}));
}

TEST(Weigh, ComparesAtMostFifteenPartsByPairs) {
  for (const std::size_t count : {kMostJudged, kMostJudged + 1}) {
    const std::vector<WeighedPart> parts = parts_of_weights(std::vector<double>(count, 1));
    std::vector<NamedJudgement> pairs;
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = i + 1; j < count; ++j) pairs.push_back({parts[i].id, parts[j].id, 1});
    const Checked<WeightTable> table = weigh(parts, pairs_judged(pairs));
    EXPECT_EQ(table.has_value(), count == kMostJudged);
    if (table)
      EXPECT_NEAR(table->rows[14].weight, 1, 1e-6);
    else
      EXPECT_EQ(table.error().front().code, "too-many-parts");
  }
}

TEST(WeightMethods, AreFoundByTheirNames) {
  for (const WeightMethod method :
       {WeightMethod::ahp, WeightMethod::rank_order_centroid, WeightMethod::swing, WeightMethod::points})
    EXPECT_EQ(method_of(method_name(method)), method);
  EXPECT_EQ(method_name(WeightMethod::rank_order_centroid), "roc");
  EXPECT_EQ(method_of("guess"), std::nullopt);
}

}  // namespace
}  // namespace ibtikar
