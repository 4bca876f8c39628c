// run_batch(): see ibtikar/batch.h.
//
// A window of slots: each has a block, a scorer and a future. The caller fills the next slot with a block,
// starts it, and takes the result of the oldest first. Order, back pressure and bounded memory follow from
// that, without a lock of ours.
#include <algorithm>
#include <future>
#include <thread>

#include "batch/block_scorer.h"

namespace ibtikar {
namespace {

struct Slot {
  explicit Slot(BlockScorer with) : scorer(std::move(with)) {}
  BlockScorer scorer;
  Block block;
  std::future<void> done;
};

class Window {
 public:
  Window(const Rubric& rubric, const BatchOptions& options)
      : options_(options),
        jobs_(options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency())),
        scorer_(rubric),
        rows_(rubric, options.format, options.columns) {
    // One more than there are threads: it is read and written while the others work.
    const std::size_t count = jobs_ > 1 ? jobs_ + 1 : 1;
    for (std::size_t i = 0; i < count; ++i) slots_.emplace_back(BlockScorer(rubric, scorer_, rows_, options));
  }

  Result<void> run(const BlockInput& input, const TakePortion& take, const std::function<bool()>& should_stop,
                   BatchOutcome& outcome) {
    for (;; ++next_) {
      Slot& slot = slots_[next_ % slots_.size()];
      if (slot.done.valid())
        if (Result<void> taken = finish(slot, take, outcome); !taken) return abandon(std::move(taken));
      if (input.would_wait())
        if (Result<void> taken = finish_all(take, outcome); !taken) return abandon(std::move(taken));
      outcome.stopped = should_stop();
      if (outcome.stopped) break;
      slot.block.parts.clear();
      if (!input.next(slot.block)) {
        outcome.stopped = should_stop();  // while it waited for more
        break;
      }
      start(slot);
      // Which records are passed over depends on how many came before: until then one block at a time.
      if (outcome.records < options_.skip)
        if (Result<void> taken = finish(slot, take, outcome); !taken) return abandon(std::move(taken));
    }
    if (Result<void> taken = finish_all(take, outcome); !taken) return abandon(std::move(taken));
    for (const Slot& slot : slots_) static_cast<void>(merge(outcome.summary, slot.scorer.summary()));
    return {};
  }

 private:
  void start(Slot& slot) {
    const std::uint64_t skip = options_.skip > records_ ? options_.skip - records_ : 0;
    if (!slot.block.parts.empty()) {
      const std::size_t needed = slot.block.parts.back().end + kRecordPadding;
      if (slot.block.bytes.size() < needed) slot.block.bytes.resize(needed);
    }
    const auto work = [&slot, skip] { slot.scorer.score(slot.block, skip); };
    // Where no thread is to be had, the library does the work when it is asked for.
    const auto policy = jobs_ > 1 ? std::launch::async | std::launch::deferred : std::launch::deferred;
    slot.done = std::async(policy, work);
  }

  Result<void> finish(Slot& slot, const TakePortion& take, BatchOutcome& outcome) {
    slot.done.get();
    records_ += slot.scorer.portion().records;
    outcome.records = records_;
    return take(slot.scorer.portion());
  }

  /// The oldest first.
  Result<void> finish_all(const TakePortion& take, BatchOutcome& outcome) {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      Slot& slot = slots_[(next_ + i) % slots_.size()];
      if (!slot.done.valid()) continue;
      if (Result<void> taken = finish(slot, take, outcome); !taken) return taken;
    }
    return {};
  }

  /// Nobody may be at work on a slot when it goes.
  Result<void> abandon(Result<void> why) {
    for (Slot& slot : slots_)
      if (slot.done.valid()) slot.done.wait();
    return why;
  }

  const BatchOptions& options_;
  unsigned jobs_;
  Scorer scorer_;
  RowText rows_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0;
  std::uint64_t records_ = 0;
};

}  // namespace

Result<BatchOutcome> run_batch(const Rubric& rubric, const BatchOptions& options, const BlockInput& input,
                               const TakePortion& take, const std::function<bool()>& should_stop) {
  BatchOutcome outcome{empty_summary(rubric), 0, false};
  Window window(rubric, options);
  if (Result<void> ran = window.run(input, take, should_stop, outcome); !ran) return fail(ran.error());
  return outcome;
}

}  // namespace ibtikar
