// docs/scoring.md worked out by hand, with paper and a pocket calculator: what
// no program computed tells whether the scorers read the page as we meant it.
#include <gtest/gtest.h>

#include "support/assessed.h"
#include "support/plain_facts.h"
#include "support/plain_scorer.h"

namespace ibtikar::test {
namespace {

LocalizedText words(const char* text) { return {{{"", text}}}; }

Question question(const char* id, QuestionType type, double weight) {
  Question q;
  q.id = id;
  q.type = type;
  q.weight = weight;
  q.ask = words(id);
  return q;
}

Condition atom(const char* question, Test test, std::vector<Operand> operands) {
  Condition condition;
  condition.atom = {.question = question, .test = test, .operands = std::move(operands)};
  return condition;
}

Criterion criterion(const char* id, std::vector<Contribution> contributes, std::vector<Question> questions) {
  return {id, words(id), {}, {}, std::move(contributes), std::move(questions)};
}

Gate gate(const char* id, Condition when, Cap cap) {
  return {id, std::move(when), {std::move(cap)}, words(id)};
}

Proposal answers(std::vector<std::pair<std::string, Answer>> given) {
  Proposal proposal;
  proposal.id = "by-hand";
  proposal.answers = std::move(given);
  return proposal;
}

/// Both scorers say exactly this.
void expect_facts(const RubricDraft& draft, const Proposal& proposal, const std::string& expected) {
  const Rubric rubric = checked(draft);
  EXPECT_EQ(facts_of(assessed(Scorer(rubric), proposal)), expected);
  EXPECT_EQ(facts_of(score_plainly(rubric, proposal)), expected);
}

RubricDraft frame(Combine combine) {
  RubricDraft draft;
  draft.id = "by-hand";
  draft.version = "1.0.0";
  draft.title = words("By hand");
  draft.languages = {"en"};
  draft.combine = combine;
  draft.bands = {{"rethink", 0, words("Rethink"), {}},
                 {"promising", 50, words("Promising"), {}},
                 {"ready", 75, words("Ready"), {}}};
  return draft;
}

Criterion goal() {
  Question written = question("written", QuestionType::scale, 3);
  for (int value = 0; value <= 4; ++value)
    written.levels.push_back({static_cast<double>(value), {}, words("level")});
  return criterion("goal", {{"lasting", 2}}, {written, question("known", QuestionType::yes_no, 1)});
}

Criterion money() {
  Question funders = question("funders", QuestionType::number, 2);
  funders.points = {{0, 0}, {4, 1}};
  return criterion("money", {{"lasting", 1}, {"shared", 1}},
                   {funders, question("reserve", QuestionType::yes_no, 2)});
}

Criterion users() {
  Question asked = question("asked", QuestionType::choice, 1);
  asked.options = {
      {"never", 0.0, words("Never")}, {"once", 0.4, words("Once")}, {"often", 1.0, words("Often")}};
  Question board = question("board", QuestionType::yes_no, 1);
  board.when = atom("money.reserve", Test::is, {true});
  Question pay = question("pay", QuestionType::yes_no, 2);
  pay.when = atom("users.asked", Test::is, {std::string("never")});
  return criterion("users", {{"shared", 2}}, {asked, board, pay});
}

RubricDraft garden() {
  RubricDraft draft = frame(Combine::geometric_mean);
  draft.min_completeness = 0.5;
  draft.evidence.default_level = "claimed";
  draft.evidence.levels = {{"claimed", 0.25, 0.75, words("Claimed"), {}},
                           {"shown", 0.1, 0.9, words("Shown"), {}},
                           {"measured", 0, 1, words("Measured"), {}}};
  draft.dimensions = {{"lasting", 1, words("Lasting"), {}}, {"shared", 3, words("Shared"), {}}};
  draft.sections = {{"all", words("All"), {goal(), money(), users()}}};
  draft.gates = {
      gate("no-reserve", atom("money.reserve", Test::is, {false}), {"lasting", 40}),
      gate("asked-once", atom("users.asked", Test::one_of, {std::string("never"), std::string("once")}),
           {"shared", 60}),
      gate("no-goal", atom("goal.written", Test::at_most, {0.0}), {"overall", 10})};
  return draft;
}

// Questions: u, v = min(u, ceiling), [max(0, v - m), min(1, u + m)]
//   goal.written   level 4 of 0..4, claimed    u 1     v 0.75   [0.50, 1.00]   w 3
//   goal.known     yes, measured               u 1     v 1      [1.00, 1.00]   w 1
//   money.funders  3 between (0,0) and (4,1), shown: u 0.75, under the ceiling of 0.9: v 0.75  [0.65, 0.85]
//   w 2 money.reserve  unanswered                                   [0, 1]         w 2 users.asked    once,
//   measured              u 0.4   v 0.4    [0.40, 0.40]   w 1 users.board    its `when` asks money.reserve:
//   unknown, so possibly hidden;
//                  yes, claimed                u 1     v 0.75   [0, 1] all the same   w 1
//   users.pay      asked only if users.asked is "never": hidden
// Criteria
//   goal   (3*0.75 + 1)/4 = 0.8125    [(3*0.5 + 1)/4, (3*1 + 1)/4] = [0.625, 1]             complete 1
//   money  0.75                       [(2*0.65 + 0)/4, (2*0.85 + 2)/4] = [0.325, 0.925]     complete 2/4
//   users  (0.4 + 0.75)/2 = 0.575     [(0.4 + 0)/2, (0.4 + 1)/2] = [0.2, 0.7]               complete 1
// Dimensions before gates
//   lasting  (2*0.8125 + 0.75)/3 = 0.791667   [(1.25 + 0.325)/3, (2 + 0.925)/3] = [0.525, 0.975]       2.5/3
//   shared   (0.75 + 2*0.575)/3 = 0.633333    [(0.325 + 0.4)/3, (0.925 + 1.4)/3] = [0.241667, 0.775]   2.5/3
// Gates
//   no-reserve is unknown: caps lasting's low alone, 0.525 -> 0.4
//   asked-once is true: shared becomes 0.6 [0.241667, 0.6]
//   no-goal is false
// Overall, W 1 and 3, geometric
//   (0.791667 * 0.6^3)^(1/4)      = 0.171^(1/4)      = 0.643056
//   (0.4 * 0.241667^3)^(1/4)      = 0.0056456^(1/4)  = 0.274112   "rethink"
//   (0.975 * 0.6^3)^(1/4)         = 0.2106^(1/4)     = 0.677430   "promising": not settled
// Shares in lasting: written 2/3*3/4 = 1/2, known 2/3*1/4 = 1/6, funders 1/3 (alone in its criterion's point)
//   points 50*0.75, 16.67*1, 33.33*0.75; together 37.5 + 16.67 + 25 = 79.17
// Shares in shared: funders 1/3, asked 2/3*1/2, board 2/3*1/2: 25 + 13.33 + 25 = 63.33
// Gains
//   asked -> often     asked-once no longer holds: shared = (0.75 + 2*(1 + 0.75)/2)/3 = 0.833333, so +23.33
//   from 0.6;
//                      overall (0.791667 * 0.578704)^(1/4) = 0.458140^(1/4) = 0.822715: +17.97
//   written, shown     v 0.9: goal 0.925, lasting = (2*0.925 + 0.75)/3 = 0.866667: +7.50; overall
//                      0.1872^(1/4) = 0.657777: +1.47
//   funders -> 4       u 1, shown v 0.9: lasting = (1.625 + 0.9)/3 = 0.841667: +5.00; shared stays at
//                      its cap; overall 0.1818^(1/4) = 0.652978: +0.99
//   funders, measured  v stays 0.75: nothing. board, shown: shared stays at its cap. Both 0, in the
//                      rubric's order. written and known are at their best, known and asked are measured
//                      already.
TEST(WorkedExample, EvidenceGatesAPossiblyHiddenQuestionAndAGeometricMean) {
  const Proposal proposal = answers({{"goal.written", {4.0, false, "", "", {}}},
                                     {"goal.known", {true, false, "measured", "", {}}},
                                     {"money.funders", {3.0, false, "shown", "", {}}},
                                     {"users.asked", {"once", false, "measured", "", {}}},
                                     {"users.board", {true, false, "claimed", "", {}}},
                                     {"users.pay", {true, false, "measured", "", {}}}});
  expect_facts(
      garden(), proposal,
      "verdict promising\n"
      "overall score 64.31 low 27.41 high 67.74 completeness 0.83 band promising uncapped 64.31 capped by "
      "[]\n"
      "lasting score 79.17 low 40.00 high 97.50 completeness 0.83 band ready uncapped 79.17 capped by []\n"
      "shared score 60.00 low 24.17 high 60.00 completeness 0.83 band promising uncapped 63.33 "
      "capped by [\"asked-once\"]\n"
      "criterion goal score 81.25 low 62.50 high 100.00 completeness 1.00\n"
      "criterion money score 75.00 low 32.50 high 92.50 completeness 0.50\n"
      "criterion users score 57.50 low 20.00 high 70.00 completeness 1.00\n"
      "question goal.written answered utility 1.00 credited 0.75 points lasting=37.50 lost lasting=12.50\n"
      "question goal.known answered utility 1.00 credited 1.00 points lasting=16.67 lost lasting=0.00\n"
      "question money.funders answered utility 0.75 credited 0.75 points lasting=25.00 shared=25.00 "
      "lost lasting=8.33 shared=8.33\n"
      "question money.reserve unanswered utility none credited none points lost\n"
      "question users.asked answered utility 0.40 credited 0.40 points shared=13.33 lost shared=20.00\n"
      "question users.board answered possibly hidden utility 1.00 credited 0.75 points shared=25.00 lost "
      "shared=8.33\n"
      "question users.pay hidden utility none credited none points lost\n"
      "gate no-reserve unknown\n"
      "gate asked-once applies\n"
      "gate no-goal clear\n"
      "advice raise users.asked to often overall 17.97 dimensions lasting=0.00 shared=23.33\n"
      "advice document goal.written to shown overall 1.47 dimensions lasting=7.50 shared=0.00\n"
      "advice raise money.funders to 4 overall 0.99 dimensions lasting=5.00 shared=0.00\n"
      "advice document money.funders to measured overall 0.00 dimensions lasting=0.00 shared=0.00\n"
      "advice document users.board to shown overall 0.00 dimensions lasting=0.00 shared=0.00\n");
}

/// Two criteria of one dimension each; the second may be called not applicable as a whole.
RubricDraft two_halves() {
  RubricDraft draft = frame(Combine::arithmetic_mean);
  draft.min_completeness = 0.75;
  Question kind = question("kind", QuestionType::choice, 1);
  kind.options = {{"small", 0.5, words("Small")}, {"large", 1.0, words("Large")}};
  Question open = question("open", QuestionType::yes_no, 1);
  open.not_applicable = true;
  draft.dimensions = {{"first", 1, words("First"), {}}, {"second", 1, words("Second"), {}}};
  draft.sections = {{"all",
                     words("All"),
                     {criterion("a", {{"first", 1}}, {kind}), criterion("b", {{"second", 1}}, {open})}}};
  draft.gates = {gate("small", atom("a.kind", Test::is, {std::string("small")}), {"second", 20})};
  return draft;
}

// first = 0.5. second is open and capped: no point, [0, 0.2].
// Overall: undefined. Low (0.5 + 0)/2 = 0.25. High: second may still leave, and its cap with it, so it counts
// 1: (0.5 + 1)/2 = 0.75, not (0.5 + 0.2)/2 = 0.35. Completeness (1 + 0)/2. Raising kind lifts the cap: first
// +50; the overall stays undefined.
TEST(WorkedExample, ADimensionThatMayStillLeaveCountsInFullInTheUpperBound) {
  expect_facts(
      two_halves(), answers({{"a.kind", {"small", false, "", "", {}}}}),
      "verdict insufficient-information\n"
      "overall score none low 25.00 high 75.00 completeness 0.50 band  uncapped none capped by []\n"
      "first score 50.00 low 50.00 high 50.00 completeness 1.00 band promising uncapped 50.00 capped by []\n"
      "second score none low 0.00 high 20.00 completeness 0.00 band  uncapped none capped by []\n"
      "criterion a score 50.00 low 50.00 high 50.00 completeness 1.00\n"
      "criterion b score none low 0.00 high 100.00 completeness 0.00\n"
      "question a.kind answered utility 0.50 credited 0.50 points first=50.00 lost first=50.00\n"
      "question b.open unanswered utility none credited none points lost\n"
      "gate small applies\n"
      "advice raise a.kind to large overall none dimensions first=50.00 second=none\n");
}

// Now second leaves: the overall is first alone, 50, over the 35 that its cap alone would have promised.
TEST(WorkedExample, AndWhenItLeavesTheOverallLiesInsideThatBound) {
  expect_facts(
      two_halves(), answers({{"a.kind", {"small", false, "", "", {}}}, {"b.open", {{}, true, "", "", {}}}}),
      "verdict promising settled\n"
      "overall score 50.00 low 50.00 high 50.00 completeness 1.00 band promising uncapped 50.00 capped by "
      "[]\n"
      "first score 50.00 low 50.00 high 50.00 completeness 1.00 band promising uncapped 50.00 capped by []\n"
      "second score none low 0.00 high 20.00 completeness 0.00 not applicable band  uncapped none "
      "capped by []\n"
      "criterion a score 50.00 low 50.00 high 50.00 completeness 1.00\n"
      "criterion b score none low 0.00 high 100.00 completeness 0.00 not applicable\n"
      "question a.kind answered utility 0.50 credited 0.50 points first=50.00 lost first=50.00\n"
      "question b.open not applicable utility none credited none points lost\n"
      "gate small applies\n"
      "advice raise a.kind to large overall 50.00 dimensions first=50.00 second=none\n");
}

}  // namespace
}  // namespace ibtikar::test
