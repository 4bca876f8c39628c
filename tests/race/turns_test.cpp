// The threads of a batch take turns: whatever there is of threads, blocks and slow inputs, the same bytes
// come out, in order, and nobody waits for ever. `./dev tsan` runs these under ThreadSanitizer.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "codec/proposal/answers_file.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

/// Records as JSON, each on its line; every fifth is damaged.
std::vector<std::string> some_records(RandomCase& one, std::size_t count) {
  std::vector<std::string> records;
  for (std::size_t i = 0; i < count; ++i) {
    AnswersFile file;
    file.set_rubric({one.source.rubric.id(), one.source.rubric.version()});
    file.set_text("id", fmt::format("p-{}", one.random.below(count)));
    const Proposal proposal = random_proposal(one.source.rubric, one.random);
    for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
    std::string record = file.text();
    std::erase(record, '\n');
    if (i % 5 == 4) record.resize(record.size() / 2);
    records.push_back(std::move(record));
  }
  return records;
}

std::string lines_of(const std::vector<std::string>& records) {
  std::string text;
  for (const std::string& record : records) text += record + "\n";
  return text;
}

std::string array_of_records(const std::vector<std::string>& records) {
  std::string text = "[";
  for (std::size_t i = 0; i < records.size(); ++i)
    if (i % 5 != 4) text += (i > 0 ? ",\n" : "") + records[i];
  return text + "]";
}

/// Numbers that fit most questions, and some that fit none.
std::string table_of_records(const Rubric& rubric, std::size_t count, Random& random) {
  std::string text = "id,title";
  for (std::size_t q = 0; q < rubric.question_count(); ++q) text += "," + rubric.full_id(q);
  text += "\n";
  for (std::size_t i = 0; i < count; ++i) {
    text += fmt::format("p-{},\"of a\ntable\"", random.below(count));
    for (std::size_t q = 0; q < rubric.question_count(); ++q)
      text += random.chance(20) ? "," : fmt::format(",{}", random.below(5));
    text += "\n";
  }
  return text;
}

TEST(Turns, GiveTheSameBytesWhateverTheThreadsAndTheBlocks) {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    RandomCase one(seed);
    const std::vector<std::string> records = some_records(one, 60);
    const std::array<std::pair<InputFormat, std::string>, 3> inputs = {
        std::pair{InputFormat::ndjson, lines_of(records)},
        std::pair{InputFormat::json, array_of_records(records)},
        std::pair{InputFormat::csv, table_of_records(one.source.rubric, 60, one.random)}};
    for (const auto& [format, text] : inputs) {
      const Batched expected = batched(one.source.rubric, text, {.format = format});
      EXPECT_GE(expected.records, 48U);
      for (const unsigned jobs : {2U, 4U, 9U})
        for (const std::size_t block : {std::size_t{1}, std::size_t{900}, std::size_t{20'000}})
          for (const bool waits : {false, true}) {
            const Batched got =
                batched(one.source.rubric, text,
                        {.jobs = jobs, .block = block, .step = 700, .format = format, .waits = waits});
            ASSERT_EQ(got.rows, expected.rows) << jobs << " " << block << " " << waits;
            ASSERT_EQ(got.rejects, expected.rejects);
            ASSERT_EQ(got.summary, expected.summary);
          }
    }
  }
}

/// Gives blocks of one record each, and what goes wrong at one of them.
class Records {
 public:
  Records(RandomCase& one, std::size_t count) : records_(some_records(one, count)) {}

  [[nodiscard]] BlockInput input() {
    return {[this](Block& block) {
              const bool was_alone = !is_in_use_.exchange(true);
              EXPECT_TRUE(was_alone) << "two threads read";
              const bool is_given = give(block);
              is_in_use_ = false;
              return is_given;
            },
            [this] { return is_slow; }};
  }
  std::size_t broken = SIZE_MAX;  ///< the block that cannot be scored
  std::size_t empty = SIZE_MAX;   ///< the one for which there is no memory
  bool is_slow = false;
  [[nodiscard]] std::size_t given() const { return given_; }

 private:
  bool give(Block& block) {
    if (given_ == records_.size()) return false;
    if (given_ == empty) throw std::bad_alloc();
    const std::string& text = records_[given_];
    block.bytes = text;
    // A document beyond the block's end: whoever looks at it fails.
    const std::size_t begin = given_ == broken ? std::size_t{1} << 20 : 0;
    block.parts = {{.kind = Block::Part::Kind::documents,
                    .name = "in",
                    .end = text.size(),
                    .documents = {{begin, begin + text.size(), ++given_, 1, false, false}}}};
    return true;
  }

  std::vector<std::string> records_;
  std::size_t given_ = 0;
  std::atomic<bool> is_in_use_ = false;
};

BatchOptions with_jobs(unsigned jobs) {
  BatchOptions options;
  options.jobs = jobs;
  return options;
}

TEST(Turns, BringOutWhatEndsAThread) {
  RandomCase one(1);
  for (const unsigned jobs : {1U, 2U, 5U})
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{30}}) {
      const auto take = [](BlockResult&) { return Result<void>(); };
      Records records(one, 60);
      records.broken = at;
      EXPECT_THROW(static_cast<void>(run_batch(one.source.rubric, with_jobs(jobs), records.input(), take,
                                               [] { return false; })),
                   std::out_of_range);
      Records others(one, 60);
      others.empty = at;
      EXPECT_THROW(static_cast<void>(run_batch(one.source.rubric, with_jobs(jobs), others.input(), take,
                                               [] { return false; })),
                   std::bad_alloc);
    }
}

TEST(Turns, EndWhenResultsAreNotTaken) {
  RandomCase one(2);
  for (const unsigned jobs : {1U, 2U, 5U})
    for (const bool is_slow : {false, true}) {
      Records records(one, 300);
      records.is_slow = is_slow;
      std::size_t taken = 0;
      const auto take = [&](BlockResult&) -> Result<void> {
        if (++taken == 7) return fail(error_at("", Code::io, message("no room")));
        return {};
      };
      const auto outcome =
          run_batch(one.source.rubric, with_jobs(jobs), records.input(), take, [] { return false; });
      ASSERT_FALSE(outcome);
      EXPECT_TRUE(outcome.error().is(Code::io));
      EXPECT_EQ(taken, 7U);
      EXPECT_LT(records.given(), 300U) << "read without need";
      if (is_slow) {
        EXPECT_EQ(records.given(), 7U) << "waited for more before what was there was taken";
      }
    }
}

TEST(Turns, AreTakenInOrderByTheThreadThatAsked) {
  RandomCase one(3);
  for (const unsigned jobs : {1U, 2U, 5U}) {
    Records records(one, 60);
    const std::thread::id caller = std::this_thread::get_id();
    std::uint64_t expected = 0;
    const auto take = [&](BlockResult& result) -> Result<void> {
      EXPECT_EQ(std::this_thread::get_id(), caller);
      EXPECT_EQ(result.records, 1U);
      ++expected;
      return {};
    };
    // A signal comes while the thirtieth is taken.
    std::atomic<bool> is_stopped = false;
    const auto take_and_stop = [&](BlockResult& result) {
      if (expected == 29) is_stopped = true;
      return take(result);
    };
    const auto outcome = run_batch(one.source.rubric, with_jobs(jobs), records.input(), take_and_stop,
                                   [&] { return is_stopped.load(); });
    ASSERT_TRUE(outcome);
    EXPECT_TRUE(outcome->stopped);
    EXPECT_EQ(outcome->records, expected);
    EXPECT_EQ(expected, records.given()) << "what was read is given";
    EXPECT_LT(expected, 60U);
  }
}

}  // namespace
}  // namespace ibtikar::test
