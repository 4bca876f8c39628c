// run_batch(): see ibtikar/batch.h.
//
// Threads take turns: each reads a block, scores it and puts what it came to into its slot, so that
// a block stays in the caches of one processor. The thread of the caller does the same and besides
// takes the results, the oldest first: nothing else calls `take`. Order, back pressure and bounded
// memory follow from the slots: there are a few, and block number n has slot n modulo their number.
//
// Only the caller's thread waits for a slow writer of the input, and only when it has taken
// everything: the writer sees the rows so far, and a batch that fails need not wait for a thread
// that waits for more.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "batch/block_scorer.h"

namespace ibtikar {
namespace {

using Lock = std::unique_lock<std::mutex>;

/// What belongs to one thread.
struct Hand {
  explicit Hand(BlockScorer with) : scorer(std::move(with)) {}
  BlockScorer scorer;
  Block block;
};

struct Slot {
  ScoredBlock scored;
  bool is_ready = false;
};

class Turns {
 public:
  Turns(const Rubric& rubric, const BatchOptions& options, const BlockInput& input,
        const std::function<bool()>& should_stop)
      : options_(options),
        input_(input),
        should_stop_(should_stop),
        scorer_(rubric),
        rows_(rubric, options.format, options.columns),
        plain_(plain_plan(scorer_, options)),
        rejects_(options.has_rejects) {
    const std::size_t jobs =
        options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 0; i < jobs; ++i)
      hands_.emplace_back(BlockScorer(rubric, scorer_, rows_, options, plain_.get()));
    // While the oldest block is being scored, a thread may do so many others.
    constexpr std::size_t kSlotsEach = 4;
    slots_.resize(jobs > 1 ? kSlotsEach * jobs : 1);
    start_threads();
  }

  ~Turns() {
    {
      const Lock lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_all();
    for (std::future<void>& thread : threads_)
      if (thread.valid()) thread.wait();
  }
  Turns(const Turns&) = delete;
  Turns& operator=(const Turns&) = delete;

  Result<void> run(const TakeBlockResult& take, BatchOutcome& outcome) {
    Lock lock(mutex_);
    for (;;) {
      if (has_failed_) break;
      if (slot(taken_).is_ready) {
        if (Result<void> taken = finish(lock, take, outcome); !taken) return taken;
      } else if (is_over_ && is_idle()) {
        break;
      } else if (may_read() && (!is_slow_ || is_idle())) {
        do_turn(hands_.front(), lock, true);
      } else {
        changed_.wait(lock);
      }
    }
    const bool has_failed = has_failed_;
    lock.unlock();
    // One of them ended with an exception (no memory): here it comes out.
    if (has_failed)
      for (std::future<void>& thread : threads_) thread.get();
    outcome.stopped = has_stopped_;
    // Summaries hold counts only, so the order of merging does not matter. All are of one rubric,
    // so merging cannot fail.
    for (Hand& hand : hands_) static_cast<void>(merge(outcome.summary, hand.scorer.summary()));
    tell_unseen(outcome);
    return {};
  }

 private:
  /// A path is mistyped if no thread has seen it.
  void tell_unseen(BatchOutcome& outcome) const {
    if (hands_.front().scorer.forms() == nullptr) return;
    JsonRecords all = *hands_.front().scorer.forms();
    for (const Hand& hand : hands_) all.join(*hand.scorer.forms());
    outcome.unseen = all.unseen();
  }

  /// Starts as many threads as the system allows. The thread of the caller has the first hand.
  void start_threads() {
    for (std::size_t number = 1; number < hands_.size(); ++number) {
      auto thread =
          std::async(std::launch::async | std::launch::deferred, [this, number] { help(hands_[number]); });
      if (thread.wait_for(std::chrono::seconds(0)) == std::future_status::deferred) break;
      threads_.push_back(std::move(thread));
    }
  }

  /// Wakes the others when a thread ends with an exception. Else they would wait for its block.
  class Alarm {
   public:
    explicit Alarm(Turns& turns) : turns_(turns) {}
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;
    ~Alarm() {
      if (is_done) return;
      {
        const Lock lock(turns_.mutex_);
        turns_.is_over_ = turns_.has_failed_ = true;
      }
      turns_.changed_.notify_all();
    }
    bool is_done = false;

   private:
    Turns& turns_;
  };

  void help(Hand& hand) {
    Alarm alarm(*this);
    {
      Lock lock(mutex_);
      while (!is_over_) {
        if (may_read() && !is_slow_)
          do_turn(hand, lock, false);
        else
          changed_.wait(lock);
      }
    }
    alarm.is_done = true;
  }

  [[nodiscard]] Slot& slot(std::uint64_t block) { return slots_[block % slots_.size()]; }
  /// Every block that was read is taken.
  [[nodiscard]] bool is_idle() const { return taken_ == read_ && !is_reading_; }
  [[nodiscard]] bool may_read() const {
    if (is_reading_ || is_over_) return false;
    // Which records are skipped depends on how many came before, so until then there is one block at
    // a time.
    return read_ - taken_ < (records_ < options_.skip ? 1 : slots_.size());
  }

  /// Reads a block, scores it and gives it away. Holds the lock when it returns, as before, and
  /// while it changes what others see.
  void do_turn(Hand& hand, Lock& lock, bool may_wait) {
    is_reading_ = true;
    const std::uint64_t skip = options_.skip > records_ ? options_.skip - records_ : 0;
    const bool is_last = taken_ == read_;
    lock.unlock();
    const bool is_slow = !(may_wait && is_last) && input_.would_wait();
    const bool is_read = !is_slow && !should_stop_() && read(hand.block);
    const bool has_stopped = !is_slow && !is_read && should_stop_();
    lock.lock();
    is_reading_ = false;
    is_slow_ = is_slow;
    if (!is_slow && !is_read) is_over_ = true;
    has_stopped_ = has_stopped_ || has_stopped;
    const std::uint64_t number = read_;
    if (is_read) ++read_;
    changed_.notify_all();
    if (!is_read) return;
    lock.unlock();
    hand.scorer.score(hand.block, skip);
    lock.lock();
    hand.scorer.swap(slot(number).scored);
    slot(number).is_ready = true;
    if (number == taken_) changed_.notify_all();
  }

  [[nodiscard]] bool read(Block& block) const {
    block.parts.clear();
    if (!input_.next(block)) return false;
    if (block.parts.empty()) return true;
    // Readers of JSON look beyond the end of a record: the bytes there must exist, and a NUL ends
    // their search.
    const std::size_t end = block.parts.back().end;
    if (block.bytes.size() < end + kRecordPadding + 1) block.bytes.resize(end + kRecordPadding + 1);
    block.bytes[end] = '\0';
    return true;
  }

  /// Takes the oldest block.
  Result<void> finish(Lock& lock, const TakeBlockResult& take, BatchOutcome& outcome) {
    ScoredBlock& scored = slot(taken_).scored;
    lock.unlock();
    BlockResult& result = scored.result;
    seen_.add(scored.ids, records_ + 1, result.repeated);
    rejects_.append(result.rejects, scored.rejects);
    const std::uint64_t records = records_ + result.records;
    outcome.records = records;
    Result<void> taken = take(result);
    lock.lock();
    records_ = records;
    slot(taken_).is_ready = false;
    ++taken_;
    changed_.notify_all();
    return taken;
  }

  const BatchOptions& options_;
  const BlockInput& input_;
  const std::function<bool()>& should_stop_;
  Scorer scorer_;
  RowText rows_;
  std::unique_ptr<const PlainPlan> plain_;  ///< null: every record goes the ordinary way
  std::deque<Hand> hands_;
  SeenIds seen_;
  RejectsWriter rejects_;

  std::mutex mutex_;  ///< of all that follows, but for a slot that is ready and `input_`'s reader
  std::condition_variable changed_;
  std::deque<Slot> slots_;
  std::uint64_t read_ = 0;     ///< blocks
  std::uint64_t taken_ = 0;    ///< of these
  std::uint64_t records_ = 0;  ///< in these
  bool is_reading_ = false;    ///< one thread at a time
  bool is_slow_ = false;       ///< the input's writer is
  bool is_over_ = false;       ///< nothing more is to be read
  bool has_stopped_ = false;
  bool has_failed_ = false;
  std::vector<std::future<void>> threads_;
};

}  // namespace

Result<BatchOutcome> run_batch(const Rubric& rubric, const BatchOptions& options, const BlockInput& input,
                               const TakeBlockResult& take, const std::function<bool()>& should_stop) {
  BatchOutcome outcome{empty_summary(rubric), 0, {}, false};
  Turns turns(rubric, options, input, should_stop);
  if (Result<void> ran = turns.run(take, outcome); !ran) return fail(ran.error());
  return outcome;
}

}  // namespace ibtikar
