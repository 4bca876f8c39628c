// Shards: whatever the input and wherever it is cut, what the parts come to is what the whole comes to, to
// the byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "codec/proposal/answers_file.h"
#include "codec/results/summary_json.h"
#include "io/files/input_blocks.h"
#include "stats/shard.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/random.h"
#include "support/tabled.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

constexpr std::size_t kMostRecordBytes = 4096;

std::string record_text(RandomCase& one) {
  one.proposal = random_proposal(one.source.rubric, one.random);
  AnswersFile file;
  file.set_rubric({one.source.rubric.id(), one.source.rubric.version()});
  for (const auto& [id, answer] : one.proposal.answers) file.set_answer(id, answer);
  std::string text = file.text();
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

/// Records good and bad, with and without ids, blank lines, remarks, one that is too long.
std::string lines_text(RandomCase& one, std::size_t count) {
  Random& random = one.random;
  std::string text = random.chance(30) ? "\xEF\xBB\xBF" : "";
  for (std::size_t i = 0; i < count; ++i) {
    std::string line = record_text(one);
    std::replace(line.begin(), line.end(), '\n', ' ');
    if (random.chance(60)) line.insert(1, fmt::format("\"id\": \"P-{}\", ", random.below(30)));
    switch (random.below(14)) {
      case 0:
        line.resize(line.size() / 2);
        break;
      case 1:
        line = random.pick<std::string>({"", " ", "\r", "# a remark", "17", "[1]"});
        break;
      case 2:
        line += "\r";
        break;
      case 3:
        line.insert(1, "\"title\": \"" + std::string(kMostRecordBytes + random.below(9000), 'x') + "\", ");
        break;
      case 4:
        line.insert(1, "\"title\": \"a \\\" b\", ");
        break;
      default:
        break;
    }
    text += line + (i + 1 < count || random.chance(50) ? "\n" : "");
  }
  return text;
}

/// Rows good and torn, cells with line ends, one too long, in the many ways in which tables are written.
std::string rows_text(RandomCase& one, std::size_t count) {
  Random& random = one.random;
  const TableWay way = random_table_way(one.source.rubric, random);
  std::string text = random.chance(30) ? "\xEF\xBB\xBF" : "";
  if (random.chance(20)) text += fmt::format("sep={}{}", way.delimiter, way.line_end);
  if (random.chance(10)) text += way.line_end;
  std::string header = header_of(way);
  if (random.chance(10)) header.insert(0, "\"of no\nuse\"" + std::string(1, way.delimiter));
  if (random.chance(5)) header.insert(0, "\"");
  text += header + way.line_end;
  for (std::size_t i = 0; i < count; ++i) {
    std::string row = row_of(one.source.rubric, way, random.below(30), random);
    if (random.chance(30)) row = torn_row(row, random);
    if (random.chance(8)) row += "\"" + std::string(random.below(3), '\n') + "\n\"";
    if (random.chance(3)) row += std::string(kMostRecordBytes, 'y');
    if (random.chance(3)) row += way.delimiter + ("\"" + std::string(kMostRecordBytes, '\n') + "\"");
    text += row + (i + 1 < count || random.chance(50) ? way.line_end : "");
  }
  return text;
}

/// What the parts of a run come to, as `merge` joins them.
struct Joined {
  std::string rows;
  std::string rejects;
  std::string answers;
  std::optional<Summary> summary;

  void add(const Batched& part) {
    rows += part.rows;
    answers += part.answers;
    const std::size_t header = rejects.empty() || part.rejects.empty() ? 0 : part.rejects.find('\n') + 1;
    rejects += part.rejects.substr(header);
    Checked<Summary> counted = decode_summary({"s", part.summary});
    ASSERT_TRUE(counted);
    if (!summary)
      summary = *std::move(counted);
    else
      ASSERT_TRUE(merge(*summary, *counted));
  }
};

void expect_the_whole(const Joined& joined, const Batched& whole, const std::string& what) {
  ASSERT_EQ(joined.rows, whole.rows) << what;
  ASSERT_EQ(joined.rejects, whole.rejects) << what;
  ASSERT_EQ(joined.answers, whole.answers) << what;
  ASSERT_EQ(encode_summary(*joined.summary), whole.summary) << what;
}

/// Cuts a text at random places, and at those where a mistake of one would show.
void expect_cuts_to_lose_nothing(RandomCase& one, const std::string& text, BatchedWith with) {
  with.answers = true;
  with.max_record = kMostRecordBytes;
  with.block = 700;  // blocks are shorter than the longest record, as in the program
  const Batched whole = batched(one.source.rubric, text, with);
  for (int round = 0; round < 6; ++round) {
    std::vector<std::uint64_t> cuts = {0};
    for (std::size_t i = one.random.below(7); i > 0; --i) {
      std::size_t at = one.random.below(text.size() + 2);
      if (one.random.chance(60)) at = std::min(text.find('\n', at), text.size()) + one.random.below(3);
      if (one.random.chance(10)) at = one.random.below(5);
      cuts.push_back(at);
    }
    std::ranges::sort(cuts);
    // No range of nothing before the first byte: inputs are never asked for one.
    cuts.erase(cuts.begin(), std::ranges::upper_bound(cuts, 0U));
    cuts.insert(cuts.begin(), 0);
    Joined joined;
    BatchedWith part = with;
    part.block = one.random.pick<std::size_t>({1, 50, 700, 4000});
    part.step = one.random.pick<std::size_t>({3, 512, 1 << 20});
    part.jobs = static_cast<unsigned>(one.random.between(1, 3));
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      part.range = {cuts[i], i + 1 < cuts.size() ? cuts[i + 1] : ByteRange::kEnd};
      joined.add(batched(one.source.rubric, text, part));
    }
    expect_the_whole(joined, whole,
                     fmt::format("cut at {} with blocks of {}, seed {}:\n{}", fmt::join(cuts, " "),
                                 part.block, one.source.seed, text));
    if (::testing::Test::HasFatalFailure()) return;
  }
}

TEST(Shards, OfLinesLoseNothingWhereverTheyAreCut) {
  for (std::uint64_t seed = 0; seed < cases(60); ++seed) {
    RandomCase one(seed);
    expect_cuts_to_lose_nothing(one, lines_text(one, one.random.below(14)),
                                {.format = InputFormat::automatic, .name = "in"});
    if (HasFatalFailure()) return;
  }
}

TEST(Shards, OfTablesLoseNothingWhereverTheyAreCut) {
  for (std::uint64_t seed = 0; seed < cases(120); ++seed) {
    RandomCase one(seed);
    expect_cuts_to_lose_nothing(one, rows_text(one, one.random.below(14)),
                                {.format = InputFormat::csv, .name = "in.csv"});
    if (HasFatalFailure()) return;
  }
}

TEST(Shards, OfATableReadNumbersByItsBeginning) {
  RandomCase one(2);
  std::string text = "id;note;more\n";
  for (int i = 0; i < 200; ++i) text += fmt::format("P-{};{};\"1\n2\"\n", i, i == 3 ? "1,5" : "1,250");
  expect_cuts_to_lose_nothing(one, text, {.format = InputFormat::csv, .name = "in.csv"});
}

/// Files of many kinds, of which some can be cut and some cannot.
std::vector<std::string> random_files(RandomCase& one, const TempDir& here) {
  Random& random = one.random;
  std::vector<std::string> paths;
  for (std::size_t i = 1 + random.below(5); i > 0; --i) {
    std::string name = fmt::format("f{}", i);
    std::string text;
    switch (random.below(9)) {
      case 0:
        name += ".csv";
        text = rows_text(one, random.below(9));
        break;
      case 1:
        name += ".json";
        text = record_text(one);
        break;
      case 2:
        name += ".json";
        text = fmt::format("[{},\n{}\n]", record_text(one), record_text(one));
        break;
      case 3:
        name += random.pick<std::string>({".json", ".ndjson", ".csv", ""});
        break;
      case 4:
        name += ".csv";
        text = "\xFF\xFE";
        for (const char c : std::string("id,title\na,b\nc,d\n")) text += {c, '\0'};
        break;
      case 5:
        name += ".txt";
        text = "# ibtikar-rejects/1: correct\n# x\n#<< json a\n{\"a\"\n}\n#>>\n" + lines_text(one, 2);
        break;
      default:
        name += random.pick<std::string>({".ndjson", ".jsonl", ".txt"});
        text = lines_text(one, random.below(9));
        break;
    }
    const bool is_inside = random.chance(40);
    if (is_inside) name = "folder/" + name;
    here.write(name, text);
    if (!is_inside) paths.push_back((here.path() / name).string());
  }
  here.write("folder/.hidden", "");
  paths.push_back((here.path() / "folder").string());
  if (random.chance(30)) paths.push_back((here.path() / "gone.ndjson").string());
  here.write("list", "@" + (here.path() / "list").string() + "\n" + paths.front() + "\n");
  if (random.chance(30)) paths.push_back("@" + (here.path() / "list").string());
  random.shuffle(paths);
  return paths;
}

Batched run_files(const RandomCase& one, const std::vector<std::string>& paths,
                  const io::InputOptions& input) {
  io::InputBlocks blocks(paths, input);
  BatchOptions options;
  options.keep_rejects = true;
  options.keep_answer_rows = true;
  options.max_record = kMostRecordBytes;
  Batched out;
  const auto take = [&](BlockResult& result) {
    out.rows += result.rows;
    out.rejects += result.rejects;
    out.answers += result.answers;
    return Result<void>();
  };
  const auto outcome = run_batch(one.source.rubric, options, {[&](Block& b) { return blocks.next(b); }}, take,
                                 [] { return false; });
  EXPECT_TRUE(outcome);
  EXPECT_TRUE(blocks.failures().empty());
  out.summary = encode_summary(outcome->summary);
  return out;
}

TEST(Shards, OfAllKindsOfFilesAreTheWhole) {
  for (std::uint64_t seed = 0; seed < cases(60); ++seed) {
    RandomCase one(seed);
    const TempDir here;
    const std::vector<std::string> paths = random_files(one, here);
    io::InputOptions input;
    input.sizes = {one.random.pick<std::size_t>({1, 100, 3000, 1 << 18}), kMostRecordBytes};
    const Batched whole = run_files(one, paths, input);
    const io::InputExtent extent = io::InputBlocks(paths, input).measure();
    ASSERT_FALSE(extent.unsized);
    for (const std::uint64_t of : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 1000U}) {
      if (of == 1000 && seed % 8 != 0) continue;
      Joined joined;
      for (std::uint64_t number = 1; number <= of; ++number) {
        input.range = Shard{number, of}.range(extent.bytes);
        joined.add(run_files(one, paths, input));
      }
      expect_the_whole(joined, whole, fmt::format("seed {}, {} shards: {}", seed, of, fmt::join(paths, " ")));
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Shards, HaveRangesThatFollowEachOtherFromTheFirstByteToTheLast) {
  for (const std::uint64_t total : {0ULL, 1ULL, 2ULL, 6ULL, 7ULL, 1000ULL, 9'007'199'254'740'992ULL})
    for (const std::uint64_t of : {1ULL, 2ULL, 7ULL, 999ULL, 1'000'000ULL}) {
      std::uint64_t next = 0;
      for (std::uint64_t number = 1; number <= of; ++number) {
        const ByteRange range = Shard{number, of}.range(total);
        ASSERT_EQ(range.from, next);
        ASSERT_GE(range.until, range.from);
        ASSERT_TRUE(number == of || range.until - range.from <= total / of + 1);
        next = range.until;
      }
      ASSERT_EQ(next, ByteRange::kEnd);
    }
}

}  // namespace
}  // namespace ibtikar::test
