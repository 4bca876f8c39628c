// Which rubrics have a table of what answers add, and that it gives what the ordinary scorer gives: for small
// rubrics, of every record there can be.
#include "score/answer_table.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "support/small_rubric.h"

namespace ibtikar::test {
namespace {

bool has_score_table(const Rubric& rubric) { return ScoreTable::of(Scorer(rubric)) != nullptr; }

bool is_plain_table(const Rubric& rubric) {
  const Scorer scorer(rubric);
  const std::unique_ptr<const ScoreTable> table = ScoreTable::of(scorer);
  if (!table) throw std::logic_error("no table");
  return table->is_plain();
}

/// A rubric without evidence, with these members besides its name.
Rubric rubric_with_members(const std::string& members) {
  return rubric_of(R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],)" +
                   members + "}");
}

const std::string kBands =
    R"("bands":[{"id":"low","from":0,"title":"Low"},{"id":"high","from":70,"title":"High"}],)";
const std::string kOneDimension = R"("dimensions":[{"id":"d","title":"D"}],)";
const std::string kOneQuestion =
    R"("sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
        "questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}])";

TEST(ScoreTable, IsNotForScoresOnScalesOfTheirOwn) {
  EXPECT_TRUE(has_score_table(rubric_with_members(kBands + kOneDimension + kOneQuestion)));
  EXPECT_FALSE(has_score_table(
      rubric_with_members(R"("overall":{"combine":"arithmetic_mean","scale":{"min":0,"max":20}},)" + kBands +
                          kOneDimension + kOneQuestion)));
  EXPECT_FALSE(has_score_table(rubric_with_members(
      kBands + R"("dimensions":[{"id":"d","title":"D","scale":{"min":0,"max":20}}],)" + kOneQuestion)));
}

/// A question of yes or no without evidence has 5 codes, shown, hidden or perhaps: 15 places.
TEST(ScoreTable, HasSoManyPlaces) {
  const auto rubric_with = [](std::size_t questions) {
    std::string text;
    for (std::size_t i = 0; i < questions; ++i)
      text += fmt::format(R"({}{{"id":"q{}","ask":"?","type":"yes_no"}})", i == 0 ? "" : ",", i);
    return rubric_with_members(kBands + kOneDimension +
                               R"("sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C",
                                   "contributes":{"d":1},"questions":[)" +
                               text + "]}]}]");
  };
  EXPECT_TRUE(has_score_table(rubric_with(4369)));  // 65,535
  EXPECT_FALSE(has_score_table(rubric_with(4370)));
}

TEST(ScoreTable, IsPlainIfAllAreMeansAndNothingLimitsTheVerdict) {
  EXPECT_TRUE(is_plain_table(rubric_with_members(kBands + kOneDimension + kOneQuestion)));
  EXPECT_FALSE(is_plain_table(rubric_with_members(
      kBands + R"("dimensions":[{"id":"d","title":"D","combine":"minimum"}],)" + kOneQuestion)));
  EXPECT_FALSE(is_plain_table(rubric_with_members(
      kBands + kOneDimension +
      R"("sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
          "combine":"minimum","questions":[{"id":"q","ask":"?","type":"yes_no"}]}]}])")));
  const auto gated = [](const std::string& effect) {
    return rubric_with_members(kBands + kOneDimension + kOneQuestion +
                               R"(,"gates":[{"id":"g","when":{"question":"c.q","is":false},"message":"M",)" +
                               effect + "}]");
  };
  EXPECT_TRUE(is_plain_table(gated(R"("cap":{"d":20})")));
  EXPECT_FALSE(is_plain_table(gated(R"("verdict":"low")")));
}

TEST(ScoreTable, IsPlainWithACapWhereLowerIsBetter) {
  EXPECT_TRUE(is_plain_table(rubric_with_members(
      kBands +
      R"("overall":{"combine":"arithmetic_mean","better":"lower"},"dimensions":[{"id":"d","title":"D","better":"lower"}],)" +
      kOneQuestion +
      R"(,"gates":[{"id":"g","when":{"question":"c.q","is":false},"message":"M","floor":{"d":20}}])")));
}

/// Numbers that stand beside a code, and sets.
constexpr double kNumbers[] = {-1, 0, 5, 7, 10, 12};

/// Calls `use` with every record: each code of each question, and with each number or set.
template <class Use>
void for_each_record(const Codebook& book, CodedAnswers& answers, std::size_t question, const Use& use) {
  if (question == answers.codes.size()) return use();
  for (std::size_t code = 0; code < book.count(question); ++code) {
    answers.codes[question] = static_cast<AnswerCode>(code);
    const QuestionType type = book.rubric().question(question).type;
    const bool is_answer = code >= kAnswerCodes;
    for (std::size_t i = 0; i < (is_answer && type == QuestionType::number ? std::size(kNumbers) : 1); ++i)
      for (std::uint64_t set = 0; set < (is_answer && type == QuestionType::choices ? 4U : 1U); ++set) {
        answers.numbers[question] = type == QuestionType::number ? kNumbers[i] : 0;
        answers.sets[question] = set;
        for_each_record(book, answers, question + 1, use);
      }
  }
}

void expect_measure(const ShortRow& row, std::size_t number, const Measure& measure) {
  const auto part = [&](ShortRow::Part which) { return row.number(number, which) / 100.0; };
  EXPECT_EQ(row.number(number, ShortRow::kScore) == ShortRow::kNoScore, !measure.score);
  if (measure.score) {
    EXPECT_EQ(part(ShortRow::kScore), *measure.score);
  }
  EXPECT_EQ(part(ShortRow::kLow), measure.low);
  EXPECT_EQ(part(ShortRow::kHigh), measure.high);
  EXPECT_EQ(part(ShortRow::kCompleteness), measure.completeness);
}

void expect_same_row(const ShortRow& row, const Row& plain, std::size_t bands) {
  expect_measure(row, 0, plain.overall);
  for (std::size_t d = 0; d < plain.dimensions.size(); ++d) expect_measure(row, d + 1, plain.dimensions[d]);
  EXPECT_EQ(row.band, plain.band.value_or(bands));
  EXPECT_EQ(row.settled, plain.settled);
  for (std::size_t g = 0; g < plain.gates.size(); ++g) EXPECT_EQ(row.gates[g] != 0, plain.gates[g]) << g;
}

/// Of every record, up to the first that differs.
void expect_ordinary_rows(const Rubric& rubric) {
  const Scorer scorer(rubric);
  const std::unique_ptr<const ScoreTable> table = ScoreTable::of(scorer);
  ASSERT_TRUE(table);
  TableScorer by_table(*table);
  RowScorer ordinary(scorer);
  CodedAnswers answers = table->book().no_answers();
  AnswerSheet sheet;
  sheet.cells.resize(rubric.question_count());
  for_each_record(table->book(), answers, 0, [&] {
    if (testing::Test::HasFailure()) return;
    for (std::size_t q = 0; q < rubric.question_count(); ++q)
      sheet.cells[q] = table->book().cell(q, answers.codes[q], answers.numbers[q], answers.sets[q]);
    expect_same_row(by_table.score(answers), ordinary.score(sheet), rubric.parts().bands.size());
    if (testing::Test::HasFailure())
      for (std::size_t q = 0; q < rubric.question_count(); ++q)
        ADD_FAILURE() << rubric.full_id(q) << ": code " << int{answers.codes[q]} << ", number "
                      << answers.numbers[q] << ", set " << answers.sets[q];
  });
}

/// Two numbers, so that the second has a place of its own behind the table, and gates that compare one of
/// them with numbers in no order.
std::string numbers_and_gates(const std::string& combination) {
  return kBands + kOneDimension + R"("min_completeness":0.5,
      "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},)" +
         combination + R"("questions":[
          {"id":"n","ask":"?","type":"number","points":[[0,0],[10,1]],"not_applicable":true},
          {"id":"m","ask":"?","type":"number","points":[[0,1],[10,0]]},
          {"id":"q","ask":"?","type":"yes_no","not_applicable":true,"when":{"question":"c.n","above":5}}]}]}],
      "gates":[{"id":"much","when":{"question":"c.n","at_least":10},"cap":{"d":60},"message":"M"},
               {"id":"little","when":{"question":"c.n","at_most":0},"cap":{"d":20},"message":"L"}])";
}

TEST(TableScorer, SaysOfNumbersWhatTheOrdinaryScorerSays) {
  expect_ordinary_rows(rubric_with_members(numbers_and_gates("")));
}

TEST(TableScorer, SaysOfTheLeastWhatTheOrdinaryScorerSays) {
  expect_ordinary_rows(rubric_with_members(numbers_and_gates(R"("combine":"minimum",)")));
}

TEST(TableScorer, SaysOfGroupsAndSetsWhatTheOrdinaryScorerSays) {
  expect_ordinary_rows(
      rubric_with_members(kBands + R"("dimensions":[{"id":"d","title":"D"},{"id":"e","title":"E"}],
      "sections":[{"id":"s","title":"S","criteria":[
        {"id":"c","title":"C","contributes":{"d":1},
         "groups":[{"id":"g","title":"G","combine":"maximum"},{"id":"idle","title":"I","weight":0}],"questions":[
          {"id":"a","ask":"?","type":"yes_no","group":"g","not_applicable":true},
          {"id":"b","ask":"?","type":"yes_no","group":"g","when":{"question":"c.a","is":true}},
          {"id":"i","ask":"?","type":"yes_no","group":"idle"}]},
        {"id":"x","title":"X","contributes":{"e":1,"d":2},"questions":[
          {"id":"t","ask":"?","type":"choices","not_applicable":true,"options":[
            {"id":"one","title":"1","score":0.6},{"id":"two","title":"2","score":0.4}]}]}]}],
      "gates":[{"id":"two","when":{"question":"x.t","includes":"two"},"verdict":"low","message":"T"}])"));
}

TEST(TableScorer, SaysOfTwoDimensionsWhatTheOrdinaryScorerSays) {
  expect_ordinary_rows(rubric_with_members(kBands + R"("overall":{"combine":"geometric_mean"},
      "dimensions":[{"id":"d","title":"D"},{"id":"e","title":"E","weight":2}],
      "sections":[{"id":"s","title":"S","criteria":[
        {"id":"c","title":"C","contributes":{"d":1,"e":0},"questions":[
          {"id":"a","ask":"?","type":"yes_no","not_applicable":true},
          {"id":"b","ask":"?","type":"yes_no","not_applicable":true,"when":{"question":"c.a","is":true}}]},
        {"id":"x","title":"X","contributes":{"e":1},"questions":[
          {"id":"l","ask":"?","type":"yes_no","not_applicable":true},
          {"id":"m","ask":"?","type":"yes_no","weight":0}]}]}],
      "gates":[{"id":"g","when":{"question":"c.a","is":true},"cap":{"e":40},"message":"E"}])"));
}

}  // namespace
}  // namespace ibtikar::test
