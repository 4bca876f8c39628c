// The short way of a batch and the ordinary way say the same, of records valid and damaged: rows, rejected
// records, faults and summaries, to the byte. tests/fuzz/records_both_ways.cpp looks for more of them.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "codec/proposal/record_decoder.h"
#include "support/assessed.h"
#include "support/both_ways.h"
#include "support/random.h"
#include "support/spelled.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kSources = 500;
constexpr std::size_t kRecordsEach = 20;
const BatchOptions kKeepingRejects{.keep_rejects = true};

TEST(PlainRecords, AreWhatTheOrdinaryWayMakesOfThem) {
  std::size_t plain_sources = 0;
  const std::uint64_t first = first_seed();
  for (std::uint64_t seed = first; seed < first + cases(kSources); ++seed) {
    Random random(seed);
    const Rubric rubric = rubric_of_seed(seed);
    BatchOptions options;
    options.format = random.chance(50) ? RowFormat::ndjson : RowFormat::csv;
    options.keep_rejects = true;
    options.keep_ranked = random.chance(20);
    options.encode.lenient = random.chance(20);
    BothWays ways(rubric, options);
    if (!ways.are_two()) continue;
    ++plain_sources;
    for (const std::size_t percent : {0U, 40U}) {
      const auto kind = random.chance(70) ? Block::Part::Kind::lines : Block::Part::Kind::documents;
      ASSERT_EQ(
          ways.difference_on(block_of_records(random_records(rubric, kRecordsEach, percent, random), kind)),
          "")
          << seed;
    }
    ASSERT_EQ(ways.difference_of_summaries(), "") << seed;
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
  const Rubric rubric = rubric_of_seed(0);
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
    BothWays ways(rubric, kKeepingRejects);
    ASSERT_TRUE(ways.are_two());
    const std::string learned = written_record(members);
    for (std::size_t which = style; which < members.size(); which += kStyles) {
      std::string text;
      for (const Members& variant : variants_of(members, which, values[which], levels))
        text += learned + written_record(variant) + learned;
      ASSERT_EQ(ways.difference_on(block_of_records(std::move(text), Block::Part::Kind::lines)), "")
          << style << " " << members[which].first;
    }
    EXPECT_EQ(ways.difference_of_summaries(), "") << style;
  }
}

TEST(PlainRecords, MayBeCutOffAnywhere) {
  const Rubric rubric = rubric_of_seed(2);
  BothWays ways(rubric, kKeepingRejects);
  ASSERT_TRUE(ways.are_two());
  Random random(1);
  Spelling how;
  for (const bool is_shuffled : {false, true}) {
    how.is_shuffled = is_shuffled;
    const std::string whole = spelled(rubric, random_proposal(rubric, random), how, 1, random);
    std::string text;
    for (std::size_t size = 1; size <= whole.size(); ++size) text += whole.substr(0, size) + "\n";
    EXPECT_EQ(ways.difference_on(block_of_records(std::move(text), Block::Part::Kind::lines)), "");
    EXPECT_EQ(ways.rejected(), whole.size() - 1);
  }
}

}  // namespace
}  // namespace ibtikar::test
