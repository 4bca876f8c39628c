// run_batch(): see ibtikar/batch.h.
//
// A window of slots. Each slot has a block, a scorer and the task of scoring it. The caller fills
// the next slot with a block, wakes its thread, and takes the result of the oldest slot first.
// Order, back pressure and bounded memory follow from this, without a lock of our own. Threads live
// as long as the batch and have fixed slots: starting a thread for every block costs a tenth of
// scoring it.
#include <algorithm>
#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <semaphore>
#include <thread>

#include "batch/block_scorer.h"

namespace ibtikar {
namespace {

struct Slot {
  explicit Slot(BlockScorer with) : scorer(std::move(with)) {}
  BlockScorer scorer;
  Block block;
  std::uint64_t skip = 0;
  bool is_busy = false;  ///< given, and not yet taken
  bool is_end = false;   ///< its thread is to end
  std::binary_semaphore given{0};
  std::binary_semaphore done{0};
  std::future<void> outcome;  ///< nothing, or an exception (no memory)
};

class Window {
 public:
  Window(const Rubric& rubric, const BatchOptions& options)
      : options_(options),
        scorer_(rubric),
        rows_(rubric, options.format, options.columns),
        plain_(plain_plan(scorer_, options)),
        rejects_(options.has_rejects) {
    const unsigned jobs =
        options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    // Two per thread: one is read or written while the other is scored.
    const std::size_t count = jobs > 1 ? 2 * std::size_t{jobs} : 1;
    for (std::size_t i = 0; i < count; ++i)
      slots_.emplace_back(BlockScorer(rubric, scorer_, rows_, options, plain_.get()));
    if (jobs > 1) start_threads(jobs);
  }

  ~Window() {
    for (Slot& slot : slots_) {
      // A failure ended run() early, and a thread may still be scoring: it uses the slot until it
      // is done.
      if (slot.is_busy && !threads_.empty()) slot.done.acquire();
      slot.is_end = true;
      slot.given.release();
    }
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  Result<void> run(const BlockInput& input, const TakeBlockResult& take,
                   const std::function<bool()>& should_stop, BatchOutcome& outcome) {
    for (;; ++next_) {
      Slot& slot = slots_[next_ % slots_.size()];
      if (slot.is_busy)
        if (Result<void> taken = finish(slot, take, outcome); !taken) return taken;
      // The input is a slow pipe. Finish everything now, so that its writer sees the rows so far.
      if (input.would_wait())
        if (Result<void> taken = finish_all(take, outcome); !taken) return taken;
      outcome.stopped = should_stop();
      if (outcome.stopped) break;
      slot.block.parts.clear();
      if (!input.next(slot.block)) {
        outcome.stopped = should_stop();  // while it waited for more
        break;
      }
      start(slot);
      // Which records are skipped depends on how many came before, so until then there is one block
      // at a time.
      if (outcome.records < options_.skip)
        if (Result<void> taken = finish(slot, take, outcome); !taken) return taken;
    }
    if (Result<void> taken = finish_all(take, outcome); !taken) return taken;
    // Summaries hold counts only, so the order of merging does not matter. All are of one rubric,
    // so merging cannot fail.
    for (Slot& slot : slots_) static_cast<void>(merge(outcome.summary, slot.scorer.summary()));
    tell_unseen(outcome);
    return {};
  }

 private:
  /// A path is mistyped if no thread has seen it.
  void tell_unseen(BatchOutcome& outcome) const {
    if (slots_.front().scorer.forms() == nullptr) return;
    JsonRecords all = *slots_.front().scorer.forms();
    for (const Slot& slot : slots_) all.join(*slot.scorer.forms());
    outcome.unseen = all.unseen();
  }

  /// Starts as many threads as the system allows. If it allows none, the caller does the work
  /// itself.
  void start_threads(unsigned jobs) {
    for (unsigned number = 0; number < jobs; ++number) {
      auto thread = std::async(std::launch::async | std::launch::deferred, [this, number] { work(number); });
      if (thread.wait_for(std::chrono::seconds(0)) == std::future_status::deferred) break;
      threads_.push_back(std::move(thread));
    }
    thread_count_ = threads_.size();
  }

  /// Thread `number` works on the slots that it shares its number with, in turn. thread_count_ is
  /// final before the thread is given its first slot.
  void work(std::size_t number) {
    for (std::size_t next = number;; next += thread_count_) {
      Slot& slot = slots_[next % slots_.size()];
      slot.given.acquire();
      if (slot.is_end) return;
      // The task carries an exception (out of memory) to the thread of the caller.
      std::packaged_task<void()> task([&slot] { slot.scorer.score(slot.block, slot.skip); });
      slot.outcome = task.get_future();
      task();
      slot.done.release();
    }
  }

  /// The block and the scorer belong to the thread from here until finish(); the semaphores order
  /// their accesses.
  void start(Slot& slot) {
    slot.skip = options_.skip > records_ ? options_.skip - records_ : 0;
    if (!slot.block.parts.empty()) {
      // Readers of JSON look beyond the end of a record: the bytes there must exist, and a NUL ends
      // their search.
      const std::size_t end = slot.block.parts.back().end;
      if (slot.block.bytes.size() < end + kRecordPadding + 1)
        slot.block.bytes.resize(end + kRecordPadding + 1);
      slot.block.bytes[end] = '\0';
    }
    slot.is_busy = true;
    if (threads_.empty())
      slot.scorer.score(slot.block, slot.skip);
    else
      slot.given.release();
  }

  Result<void> finish(Slot& slot, const TakeBlockResult& take, BatchOutcome& outcome) {
    if (!threads_.empty()) slot.done.acquire();
    slot.is_busy = false;
    if (!threads_.empty()) slot.outcome.get();
    BlockResult& result = slot.scorer.result();
    seen_.add(slot.scorer.ids(), records_ + 1, result.repeated);
    rejects_.append(result.rejects, slot.scorer.rejects());
    records_ += result.records;
    outcome.records = records_;
    return take(result);
  }

  /// Finishes all busy slots, the oldest first.
  Result<void> finish_all(const TakeBlockResult& take, BatchOutcome& outcome) {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      Slot& slot = slots_[(next_ + i) % slots_.size()];
      if (!slot.is_busy) continue;
      if (Result<void> taken = finish(slot, take, outcome); !taken) return taken;
    }
    return {};
  }

  const BatchOptions& options_;
  Scorer scorer_;
  RowText rows_;
  std::unique_ptr<const PlainPlan> plain_;  ///< null: every record goes the ordinary way
  std::deque<Slot> slots_;
  std::size_t thread_count_ = 1;
  std::vector<std::future<void>> threads_;
  SeenIds seen_;
  RejectsWriter rejects_;
  std::size_t next_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace

Result<BatchOutcome> run_batch(const Rubric& rubric, const BatchOptions& options, const BlockInput& input,
                               const TakeBlockResult& take, const std::function<bool()>& should_stop) {
  BatchOutcome outcome{empty_summary(rubric), 0, {}, false};
  Window window(rubric, options);
  if (Result<void> ran = window.run(input, take, should_stop, outcome); !ran) return fail(ran.error());
  return outcome;
}

}  // namespace ibtikar
