// The short way of a batch and the ordinary way say the same, of records valid and damaged: rows, rejected
// records, faults and summaries, to the byte. `./dev fuzz` runs this for as long as it is told to.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "codec/results/summary_json.h"
#include "support/assessed.h"
#include "support/both_ways.h"
#include "support/random.h"
#include "support/spelled.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kSources = 500;
constexpr std::size_t kRecordsEach = 20;

Block block_of_records(std::string text, Block::Part::Kind kind) {
  Block::Part part;
  part.kind = kind;
  part.name = "in";
  if (kind == Block::Part::Kind::documents)
    for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      part.documents.push_back({begin, end, line, 1, false, false});
      begin = end + 1;
    }
  return block_of(std::move(part), std::move(text));
}

/// A rubric's scorers for both ways, with rejected records kept.
struct Ways {
  explicit Ways(std::uint64_t seed) : rubric(rubric_of_seed(seed)) {}
  Ways(const Ways&) = delete;

  [[nodiscard]] BlockScorer quick() const { return {rubric, scorer, rows, options, plan.get()}; }
  [[nodiscard]] BlockScorer ordinary() const { return {rubric, scorer, rows, options, nullptr}; }

  Rubric rubric;
  Scorer scorer{rubric};
  BatchOptions options{.keep_rejects = true};
  RowText rows{rubric, options.format, {}};
  std::unique_ptr<const PlainPlan> plan = plain_plan(scorer, options);
};

/// Records of one source: most as they are, some damaged.
std::string records_of(const Rubric& rubric, std::size_t damaged_percent, Random& random) {
  const Spelling how = random_spelling(random);
  std::string text;
  for (std::size_t i = 0; i < kRecordsEach; ++i) {
    std::string record = spelled(rubric, random_proposal(rubric, random), how, i, random);
    while (random.chance(damaged_percent) && !record.empty()) record = damaged(record, rubric, random);
    std::erase(record, '\n');
    text += record + "\n";
  }
  return text;
}

TEST(PlainRecords, AreWhatTheOrdinaryWayMakesOfThem) {
  std::size_t plain_sources = 0;
  const std::uint64_t first = first_seed();
  for (std::uint64_t seed = first; seed < first + cases(kSources); ++seed) {
    Random random(seed);
    const Rubric rubric = rubric_of_seed(seed);
    const Scorer scorer(rubric);
    BatchOptions options;
    options.format = random.chance(50) ? RowFormat::ndjson : RowFormat::csv;
    options.keep_rejects = true;
    options.keep_ranked = random.chance(20);
    options.encode.lenient = random.chance(20);
    const RowText rows(rubric, options.format, {});
    const auto plan = plain_plan(scorer, options);
    if (plan == nullptr) continue;
    ++plain_sources;
    BlockScorer quick(rubric, scorer, rows, options, plan.get());
    BlockScorer ordinary(rubric, scorer, rows, options, nullptr);
    for (const std::size_t percent : {0U, 40U}) {
      const auto kind = random.chance(70) ? Block::Part::Kind::lines : Block::Part::Kind::documents;
      const Block block = block_of_records(records_of(rubric, percent, random), kind);
      ASSERT_EQ(said_by(quick, block), said_by(ordinary, block)) << seed;
      for (std::size_t i = 0; i < quick.result().ranked.size(); ++i) {
        const RankedRow& got = quick.result().ranked[i];
        const RankedRow& expected = ordinary.result().ranked[i];
        ASSERT_EQ(got.text, expected.text);
        ASSERT_EQ(got.overall, expected.overall) << got.text;
        ASSERT_EQ(got.dimensions, expected.dimensions) << got.text;
        ASSERT_EQ(got.gates, expected.gates) << got.text;
        ASSERT_EQ(got.band, expected.band) << got.text;
      }
    }
    ASSERT_EQ(encode_summary(quick.summary()), encode_summary(ordinary.summary())) << seed;
  }
  EXPECT_GT(plain_sources, cases(kSources) / 2);
}

TEST(PlainRecords, HaveTheAnswersOfTheOrdinaryWay) {
  // By how they are written: with blanks, escaped, shuffled.
  std::map<std::string, std::array<std::size_t, 2>> valid;
  const std::uint64_t first = first_seed();
  for (std::uint64_t seed = first; seed < first + cases(kSources); ++seed) {
    Random random(seed);
    const Rubric rubric = rubric_of_seed(seed);
    const Scorer scorer(rubric);
    const auto book = Codebook::of(rubric);
    if (!book) continue;
    RecordWalker walker(*book);
    RecordDecoder decoder(rubric, scorer, {});
    const Spelling how = random_spelling(random);
    for (std::size_t i = 0; i < kRecordsEach; ++i) {
      std::string text = spelled(rubric, random_proposal(rubric, random), how, i, random);
      const bool is_valid = i % 2 == 0;
      if (!is_valid) text = damaged(text, rubric, random);
      const std::string padded = text + std::string(kRecordPadding, '\0');
      const std::string_view record = std::string_view(padded).substr(0, text.size());
      const bool is_text = !first_invalid_utf8(text);
      const bool is_walked = is_text && walker.walk(record);
      if (is_valid)
        ++valid[fmt::format("{}, escaped {}, shuffled {}", visible(how.comma + how.colon), how.is_ascii,
                            how.is_shuffled)][is_walked ? 1 : 0];
      if (!is_walked) continue;
      const Record expected = decoder.decode(record, {"r", 1, 1});
      ASSERT_NE(expected.sheet, nullptr) << visible(text);
      EXPECT_TRUE(expected.warnings.empty()) << visible(text);
      EXPECT_EQ(walker.id(), expected.id) << visible(text);
      EXPECT_EQ(walker.title(), expected.title) << visible(text);
      for (std::size_t q = 0; q < rubric.question_count(); ++q) {
        const CodedAnswers& answers = walker.answers();
        Cell cell = book->cell(q, answers.codes[q], answers.numbers[q], answers.sets[q]);
        cell.has_note = expected.sheet->cells[q].has_note;
        cell.has_link = expected.sheet->cells[q].has_link;
        ASSERT_EQ(cell, expected.sheet->cells[q]) << rubric.full_id(q) << visible(text);
      }
    }
  }
  // Else little was compared. Only spellings that are rare are declined: "yes" for true, long numbers.
  // Where few sources are written in a way, one that is rare decides, so they are not judged.
  constexpr std::size_t kEnough = 5 * kRecordsEach;
  for (const auto& [how, counts] : valid) {
    if (counts[0] + counts[1] < kEnough) continue;
    EXPECT_GE(3 * counts[1], counts[0])
        << how << ": " << counts[1] << " walked, " << counts[0] << " declined";
  }
}

/// Members of "answers", by question.
using Members = std::vector<std::pair<std::string, std::string>>;

std::string written_record(const Members& members) {
  std::string text;
  for (const auto& [name, answer] : members)
    text += fmt::format("{}\"{}\":{}", text.empty() ? "" : ",", name, answer);
  return fmt::format(R"({{"id":"a","answers":{{{}}},"title":"t"}})", text) + "\n";
}

/// Every way in which one answer of a record may differ from what was learned, faults included.
std::vector<Members> variants_of(const Members& members, std::size_t which, const std::string& value,
                                 const std::vector<std::string>& levels) {
  std::vector<Members> variants;
  const auto add = [&](const std::string& answer) {
    variants.push_back(members);
    variants.back()[which].second = answer;
  };
  for (const std::string& answer : {value, " " + value + " ", std::string("null"), std::string("\"n/a\""),
                                    std::string("9"), value + value, std::string("{}"), std::string(":")})
    add(answer);
  for (const std::string& level : levels) {
    add(fmt::format(R"({{"value":{},"evidence":"{}"}})", value, level));
    add(fmt::format(R"({{"value":{},"note":"n","evidence":"{}"}})", value, level));
    add(fmt::format(R"({{"evidence":"{}","value":{}}})", level, value));
    add(fmt::format(R"({{"value":null,"evidence":"{}"}})", level));
    add(fmt::format(R"({{"value":{},"evidence":"{}","note":"n"}})", value, level));
  }
  variants.push_back(members);
  variants.back().erase(variants.back().begin() + static_cast<std::ptrdiff_t>(which));
  for (const bool is_first : {true, false}) {
    variants.push_back(members);
    Members& twice = variants.back();
    twice.insert(is_first ? twice.begin() : twice.end(), members[which]);
  }
  variants.push_back(members);
  std::swap(variants.back()[which], variants.back().front());
  return variants;
}

TEST(PlainRecords, MayDifferFromWhatWasLearned) {
  const Ways ways(0);
  ASSERT_NE(ways.plan, nullptr);
  const Rubric& rubric = ways.rubric;
  std::vector<std::string> levels;
  for (const EvidenceLevel& level : rubric.parts().evidence.levels) levels.push_back(level.id);
  ASSERT_GE(levels.size(), 2U);
  // Short, one level of evidence, several, notes before evidence, some answers empty.
  constexpr std::size_t kStyles = 5;
  for (std::size_t style = 0; style < kStyles; ++style) {
    Members members;
    std::vector<std::string> values;
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      const Question& question = rubric.question(q);
      if (question.type != QuestionType::scale) continue;
      values.push_back(fmt::format("{}", question.levels.back().value));
      const std::string& level = levels[style == 2 ? q % levels.size() : 1];
      members.emplace_back(
          rubric.full_id(q),
          style == 0   ? values.back()
          : style == 4 ? (q % 3 == 0 ? std::string("{}") : values.back())
          : style == 3 ? fmt::format(R"({{"value":{},"note":"n","evidence":"{}"}})", values.back(), level)
                       : fmt::format(R"({{"value":{},"evidence":"{}"}})", values.back(), level));
    }
    BlockScorer quick = ways.quick();
    BlockScorer ordinary = ways.ordinary();
    const std::string learned = written_record(members);
    for (std::size_t which = style; which < members.size(); which += kStyles) {
      std::string text;
      for (const Members& variant : variants_of(members, which, values[which], levels))
        text += learned + written_record(variant) + learned;
      const Block block = block_of_records(std::move(text), Block::Part::Kind::lines);
      ASSERT_EQ(said_by(quick, block), said_by(ordinary, block)) << style << " " << members[which].first;
    }
    EXPECT_EQ(encode_summary(quick.summary()), encode_summary(ordinary.summary())) << style;
  }
}

TEST(PlainRecords, MayBeCutOffAnywhere) {
  const Ways ways(2);
  ASSERT_NE(ways.plan, nullptr);
  const Rubric& rubric = ways.rubric;
  BlockScorer quick = ways.quick();
  BlockScorer ordinary = ways.ordinary();
  Random random(1);
  Spelling how;
  for (const bool is_shuffled : {false, true}) {
    how.is_shuffled = is_shuffled;
    const std::string whole = spelled(rubric, random_proposal(rubric, random), how, 1, random);
    std::string text;
    for (std::size_t size = 1; size <= whole.size(); ++size) text += whole.substr(0, size) + "\n";
    const Block block = block_of_records(std::move(text), Block::Part::Kind::lines);
    EXPECT_EQ(said_by(quick, block), said_by(ordinary, block));
    EXPECT_EQ(quick.result().rejected, whole.size() - 1);
  }
}

}  // namespace
}  // namespace ibtikar::test
