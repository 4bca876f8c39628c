// The line on a terminal that says how far a batch is.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "cli/environment.h"
#include "ibtikar/batch.h"

namespace ibtikar::cli {

class BatchProgress {
 public:
  /// `size`: bytes of input in all, when that is known. Without a terminal nothing is ever shown.
  BatchProgress(Environment& env, bool quiet, std::optional<std::uint64_t> size);

  void add(const BlockResult& result);
  /// Takes the line away: others write there now.
  void clear();

 private:
  void show();

  using Clock = std::chrono::steady_clock;
  Environment& env_;
  bool is_shown_;
  std::optional<std::uint64_t> size_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_at_ = began_;
  bool is_there_ = false;
  std::uint64_t records_ = 0;
  std::uint64_t rejected_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace ibtikar::cli
