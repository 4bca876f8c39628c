// Millions and one: what a batch says of a record is what `score` says of it, whatever the threads and
// blocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/proposal/answers_file.h"
#include "codec/proposal/record_decoder.h"
#include "codec/results/summary_json.h"
#include "ibtikar/batch.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kBatchedRubrics = 400;

std::string json_of(const Rubric& rubric, const Proposal& proposal) {
  AnswersFile file;
  file.set_rubric({rubric.id(), rubric.version()});
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  return file.text();
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

TEST(Rows, AreTheNumbersOfTheAssessment) {
  for (std::uint64_t seed = 0; seed < cases(kBatchedRubrics); ++seed) {
    RandomCase one(seed);
    RowScorer rows(one.scorer);
    for (int i = 0; i < 3; ++i) {
      Diagnostics warnings;
      const auto sheet = one.scorer.encode(one.proposal, {}, warnings);
      ASSERT_TRUE(sheet);
      const Assessment expected = one.scorer.assess(one.proposal, *sheet, warnings);
      const Row& row = rows.score(*sheet);
      const std::string verdict =
          row.band ? one.source.rubric.parts().bands[*row.band].id : std::string(kInsufficient);
      EXPECT_EQ(row.overall, expected.overall.measure) << one.text();
      EXPECT_EQ(verdict, expected.verdict) << one.text();
      EXPECT_EQ(row.settled, expected.settled) << one.text();
      for (std::size_t d = 0; d < row.dimensions.size(); ++d)
        EXPECT_EQ(row.dimensions[d], expected.dimensions[d].measure) << one.text();
      for (std::size_t g = 0; g < row.gates.size(); ++g)
        EXPECT_EQ(row.gates[g], expected.gates[g].state == GateState::applies) << one.text();
      for (std::size_t q = 0; q < row.questions.size(); ++q) {
        const QuestionResult& question = expected.questions[q];
        EXPECT_EQ(row.questions[q].state == RowQuestion::State::answered,
                  question.state == QuestionState::answered && question.scored)
            << question.id << one.text();
      }
      one.proposal = random_proposal(one.source.rubric, one.random);
    }
  }
}

/// How decode_proposal() and encode() take a record: its sheet, or the code of the first fault.
struct Careful {
  std::optional<AnswerSheet> sheet;
  std::string fault;
};

Careful carefully(const Scorer& scorer, const std::string& text) {
  Diagnostics warnings;
  const auto proposal = decode_proposal({"r", text}, {}, warnings);
  if (!proposal) return {std::nullopt, proposal.error().front().code};
  auto sheet = scorer.encode(*proposal, {}, warnings);
  if (!sheet) return {std::nullopt, sheet.error().front().code};
  return {*std::move(sheet), {}};
}

void expect_alike(const RandomCase& one, RecordDecoder& decoder, const std::string& text) {
  const Careful expected = carefully(one.scorer, text);
  const std::string padded = text + std::string(kRecordPadding, '\0');
  const Record record = decoder.decode(std::string_view(padded).substr(0, text.size()), {"r", 1, 1});
  ASSERT_EQ(record.sheet != nullptr, expected.sheet.has_value()) << visible(text) << expected.fault;
  if (record.sheet != nullptr)
    EXPECT_EQ(*record.sheet, *expected.sheet) << visible(text);
  else
    EXPECT_EQ(record.faults.front().code, expected.fault) << visible(text);
}

TEST(QuickDecoding, FindsWhatTheCarefulWayFinds) {
  for (std::uint64_t seed = 0; seed < cases(kBatchedRubrics); ++seed) {
    RandomCase one(seed);
    RecordDecoder decoder(one.source.rubric, one.scorer, {});
    for (int i = 0; i < 3; ++i) {
      const std::string text = json_of(one.source.rubric, one.proposal);
      ASSERT_TRUE(carefully(one.scorer, text).sheet) << text;
      expect_alike(one, decoder, text);
      one.proposal = random_proposal(one.source.rubric, one.random);
    }
  }
}

TEST(QuickDecoding, TakesNothingThatTheCarefulWayRefuses) {
  constexpr std::string_view kPieces[] = {"\"",      "{",
                                          "}",       "[",
                                          "]",       ",",
                                          ":",       "0",
                                          "-0",      "1e400",
                                          "true",    "null",
                                          "\\u0000", "\x80",
                                          "\xFF",    "\"x\":1,",
                                          "\"a\"",   "9e9",
                                          "\"n/a\"", " ",
                                          "\n",      "18446744073709551616"};
  for (std::uint64_t seed = 0; seed < cases(kBatchedRubrics); ++seed) {
    RandomCase one(seed);
    RecordDecoder decoder(one.source.rubric, one.scorer, {});
    const std::string text = json_of(one.source.rubric, one.proposal);
    for (int i = 0; i < 40; ++i) {
      std::string damaged = text;
      const std::size_t at = one.random.below(damaged.size());
      const std::string_view piece = kPieces[one.random.below(std::size(kPieces))];
      const std::size_t gone = one.random.below(3);
      damaged.replace(at, std::min(gone, damaged.size() - at), piece);
      if (i % 8 == 0) {  // an answer twice
        const std::size_t answers = damaged.find("\"answers\": {") + 12;
        const std::size_t end = damaged.find(',', answers);
        if (end != std::string::npos) damaged.insert(answers, damaged.substr(answers, end + 1 - answers));
      }
      expect_alike(one, decoder, damaged);
    }
  }
}

/// Records good and bad, blank lines, comments, CRLF, one that is too long, none at the end.
std::string stream_of(RandomCase& one, std::size_t count) {
  std::string text = "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < count; ++i) {
    one.proposal = random_proposal(one.source.rubric, one.random);
    std::string line = one_line(json_of(one.source.rubric, one.proposal));
    switch (one.random.below(12)) {
      case 0:
        line.resize(line.size() / 2);
        break;
      case 1:
        line = "";
        break;
      case 2:
        line += "\r";
        break;
      case 3:
        line = "# " + line;
        break;
      case 4:
        line += line;
        break;
      case 5:
        line.insert(1, "\"title\": \"" + std::string(5000, 'x') + "\", ");
        break;
      default:
        break;
    }
    text += line + (i + 1 < count ? "\n" : "");
  }
  return text;
}

TEST(Batch, IsTheSameWhateverTheThreadsAndTheBlocks) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    RandomCase one(seed);
    const std::string text = stream_of(one, 60);
    const Batched expected =
        batched(one.source.rubric, text, {.jobs = 1, .block = 1 << 20, .step = 1 << 20, .answers = true});
    EXPECT_NE(expected.rejects, "");
    EXPECT_NE(expected.answers, "");
    for (const unsigned jobs : {1U, 2U, 3U, 8U})
      for (const std::size_t block :
           {std::size_t{1}, std::size_t{100}, std::size_t{3000}, std::size_t{20'000}})
        for (const std::size_t step : {std::size_t{7}, std::size_t{4096}}) {
          const Batched got =
              batched(one.source.rubric, text, {.jobs = jobs, .block = block, .step = step, .answers = true});
          ASSERT_EQ(got.rows, expected.rows) << one.text() << jobs << " " << block << " " << step;
          ASSERT_EQ(got.rejects, expected.rejects);
          ASSERT_EQ(got.answers, expected.answers);
          ASSERT_EQ(got.summary, expected.summary);
        }
  }
}

/// An array of proposals, on one line or on many, with faults in some elements.
std::string array_of(RandomCase& one, std::size_t count) {
  const std::vector<std::string> between = {",", ",\n", " ,\r\n  ", "\n,\t"};
  std::string text = one.random.chance(30) ? "\xEF\xBB\xBF [" : "[\n";
  for (std::size_t i = 0; i < count; ++i) {
    one.proposal = random_proposal(one.source.rubric, one.random);
    std::string element = json_of(one.source.rubric, one.proposal);
    while (element.ends_with('\n')) element.pop_back();
    if (one.random.chance(50)) element = one_line(element);
    switch (one.random.below(10)) {
      case 0:
        element.replace(element.find("\"answers\""), 9, "\"answer\"");
        break;
      case 1:
        element.insert(1, "\"title\": tru, ");
        break;
      case 2:
        element.insert(1, "\"title\": \"a \\\" b \\\\\\\\\", \"x-y\": \"]},[{\", ");
        break;
      case 3:
        element = one.random.pick<std::string>({"null", "17", "\"text\"", "[1, [2]]", "#x", "{}"});
        break;
      case 4:
        element.insert(1, "\"title\": \"raw\nline end\", ");
        break;
      case 5:
        element.insert(1, "\"title\": \"" + std::string(5000, 'x') + "\", ");
        break;
      default:
        break;
    }
    text += (i > 0 ? one.random.pick(between) : "") + element;
  }
  return text + "\n]\n";
}

/// What a batch says whatever the threads, the blocks and the reads.
void expect_the_same(const Rubric& rubric, const std::string& text, BatchedWith with) {
  const Batched expected = batched(rubric, text, with);
  for (const unsigned jobs : {1U, 2U, 3U})
    for (const std::size_t block : {std::size_t{1}, std::size_t{100}, std::size_t{3000}})
      for (const std::size_t step : {std::size_t{7}, std::size_t{4096}}) {
        with.jobs = jobs;
        with.block = block;
        with.step = step;
        const Batched got = batched(rubric, text, with);
        ASSERT_EQ(got.rows, expected.rows) << jobs << " " << block << " " << step << "\n" << text;
        ASSERT_EQ(got.rejects, expected.rejects) << jobs << " " << block << " " << step;
        ASSERT_EQ(got.summary, expected.summary);
      }
}

TEST(Arrays, AreTheSameWhateverTheThreadsAndTheBlocks) {
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    RandomCase one(seed);
    std::string text = array_of(one, 40);
    if (seed % 4 == 1) text.resize(text.size() - text.size() / 3);  // cut off
    if (seed % 4 == 2) text.insert(text.find('\n', text.size() / 2), "}");
    expect_the_same(one.source.rubric, text, {.format = InputFormat::automatic, .name = "in.json"});
  }
}

TEST(Arrays, SayWhatTheirElementsSayLineByLine) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    RandomCase one(seed);
    std::string lines;
    std::string array = "[";
    for (int i = 0; i < 10; ++i) {
      one.proposal = random_proposal(one.source.rubric, one.random);
      std::string line = one_line(json_of(one.source.rubric, one.proposal));
      line.insert(1, fmt::format("\"id\": {}, ", i + 1));
      lines += line + "\n";
      array += (i > 0 ? "," : "") + line;
    }
    const Batched expected = batched(one.source.rubric, lines, {});
    const Batched got = batched(one.source.rubric, array + "]", {.format = InputFormat::json});
    EXPECT_EQ(got.rows, expected.rows);
    EXPECT_EQ(got.summary, expected.summary);
  }
}

/// The codes of the rejected records, in order.
std::vector<std::string> codes_in(const std::string& rows) {
  std::vector<std::string> codes;
  for (std::size_t begin = 0; begin < rows.size();) {
    const std::size_t end = rows.find('\n', begin);
    const std::string row = rows.substr(begin, end - begin);
    begin = end + 1;
    if (row.ends_with("\"error\":null}")) continue;
    std::size_t close = row.rfind("] (at /");
    if (close == std::string::npos) close = row.rfind(']');
    const std::size_t open = row.rfind('[', close);
    codes.push_back(row.substr(open + 1, close - open - 1));
  }
  return codes;
}

/// Without what tells where the records were found.
std::string without_reasons(const std::string& rejects) {
  std::string out;
  for (std::size_t begin = 0; begin < rejects.size();) {
    const std::size_t end = std::min(rejects.find('\n', begin), rejects.size() - 1) + 1;
    const std::string line = rejects.substr(begin, end - begin);
    if (!line.starts_with("# ") && !line.starts_with("#<< header")) out += line;
    begin = end;
  }
  return out;
}

TEST(Rejects, AreRejectedAgainForTheSameReasonsAndKeptAsTheyAre) {
  std::size_t count = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    RandomCase one(seed);
    const bool is_array = seed % 2 == 0;
    const std::string text = is_array ? array_of(one, 40) : stream_of(one, 40);
    const Batched first = batched(one.source.rubric, text, {.format = InputFormat::automatic, .name = "in"});
    const Batched again =
        batched(one.source.rubric, first.rejects, {.format = InputFormat::automatic, .name = "rejects"});
    ASSERT_EQ(codes_in(again.rows), codes_in(first.rows)) << first.rejects;
    ASSERT_EQ(again.rows.find("\"error\":null"), std::string::npos) << first.rejects;
    ASSERT_EQ(without_reasons(again.rejects), without_reasons(first.rejects));
    count += codes_in(first.rows).size();
    if (seed % 6 == 0)
      expect_the_same(one.source.rubric, first.rejects,
                      {.format = InputFormat::automatic, .name = "rejects"});
  }
  EXPECT_GT(count, cases(200U));
}

TEST(Rejects, ReadWhatLooksLikeTheirOwnMarksAsRecords) {
  RandomCase one(1);
  for (const std::string text :
       {"# no comment", "#>>", "{\n#>>\n#>>1\n}", "#<< row x", "", " \n ", "\r\n", "#! io x",
        "{\"id\": \"a\r\"}\r", "\xEF\xBB\xBF{", "[1", "{\"a\": \"\n#>>\n\"}\n#>>2"}) {
    // A document of its own, whatever it begins with.
    Block block;
    bool is_read = false;
    const BlockInput input{[&](Block& into) {
      if (std::exchange(is_read, true)) return false;
      into.bytes = text;
      into.parts = {{.kind = Block::Part::Kind::documents,
                     .name = "in.json",
                     .end = text.size(),
                     .stand_in = "in",
                     .documents = {{0, text.size(), 1, 1, false, false}}}};
      return true;
    }};
    BatchOptions options;
    options.keep_rejects = true;
    std::string rejects;
    std::string rows;
    const auto take = [&](BlockResult& result) -> Result<void> {
      rejects += result.rejects;
      rows += result.rows;
      return {};
    };
    ASSERT_TRUE(run_batch(one.source.rubric, options, input, take, [] { return false; }));
    const Batched again = batched(one.source.rubric, rejects, {.format = InputFormat::automatic});
    EXPECT_EQ(codes_in(again.rows), codes_in(rows)) << visible(rejects);
    EXPECT_EQ(codes_in(rows).size(), 1U) << visible(text);
    EXPECT_EQ(without_reasons(again.rejects), without_reasons(rejects));
    EXPECT_NE(rejects.find(text), std::string::npos) << "byte for byte";
  }
}

TEST(Batch, GoesOnWhereItWasToldTo) {
  RandomCase one(3);
  const std::string text = stream_of(one, 40);
  const Batched whole = batched(one.source.rubric, text, {.jobs = 2, .block = 1000, .step = 4096});
  for (const std::uint64_t skip : {1U, 7U, 25U, 1000U}) {
    const Batched rest =
        batched(one.source.rubric, text, {.jobs = 2, .block = 1000, .step = 4096, .skip = skip});
    EXPECT_EQ(rest.records, whole.records);
    EXPECT_TRUE(whole.rows.ends_with(rest.rows));
    const auto rows = static_cast<std::uint64_t>(std::count(rest.rows.begin(), rest.rows.end(), '\n'));
    EXPECT_EQ(rows, whole.records - std::min(skip, whole.records));
  }
}

TEST(Summaries, OfTwoHalvesAreThatOfTheWholeToTheByte) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    RandomCase one(seed);
    const std::string first = stream_of(one, 30) + "\n";
    const std::string second = stream_of(one, 17).substr(3);  // without its byte order mark
    const std::string whole =
        batched(one.source.rubric, first + second, {.jobs = 2, .block = 1000, .step = 4096}).summary;
    auto a = decode_summary(
        {"a", batched(one.source.rubric, first, {.jobs = 1, .block = 5000, .step = 4096}).summary});
    const auto b = decode_summary(
        {"b", batched(one.source.rubric, second, {.jobs = 3, .block = 100, .step = 4096}).summary});
    ASSERT_TRUE(a && b);
    auto backwards = *b;
    ASSERT_TRUE(merge(*a, *b));
    EXPECT_EQ(encode_summary(*a), whole);
    ASSERT_TRUE(merge(
        backwards,
        *decode_summary(
            {"a", batched(one.source.rubric, first, {.jobs = 1, .block = 5000, .step = 4096}).summary})));
    EXPECT_EQ(encode_summary(backwards), whole);
  }
}

}  // namespace
}  // namespace ibtikar::test
