// Shards: the parts of one input that machines score without knowing of each other.
//
// All inputs, in their order, are one sequence of bytes. Shard I of N has the range [total*(I-1)/N,
// total*I/N) of it, and the records whose first byte lies there. docs/formats.md says so to users.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace ibtikar {

/// A part of a sequence of bytes: [from, until).
struct ByteRange {
  static constexpr std::uint64_t kEnd = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t from = 0;
  std::uint64_t until = kEnd;

  /// What it is of an input of `size` bytes that begins at `at`, counted from there. Empty if nothing
  /// of that input is in it. An input without a byte is where its first byte would be.
  [[nodiscard]] std::optional<ByteRange> within(std::uint64_t at, std::uint64_t size) const {
    const bool is_here =
        size == 0 ? at >= from && at < until : at < until && size > from - std::min(from, at);
    if (!is_here) return std::nullopt;
    return ByteRange{from > at ? from - at : 0, until == kEnd || until - at >= size ? kEnd : until - at};
  }
  /// Whether it is all of an input.
  [[nodiscard]] bool is_whole() const { return from == 0 && until == kEnd; }
};

/// More machines than anybody has; small enough for exact arithmetic.
inline constexpr std::uint64_t kMostShards = 1'000'000;

struct Shard {
  std::uint64_t number = 1;  ///< from 1 to `of`
  std::uint64_t of = 1;      ///< at most kMostShards

  /// Its part of `total` bytes. That of the last one has no end: inputs without a byte may follow.
  [[nodiscard]] ByteRange range(std::uint64_t total) const {
    // total * n / of without a product that wraps around.
    const auto place = [&](std::uint64_t n) { return total / of * n + total % of * n / of; };
    return {place(number - 1), number == of ? ByteRange::kEnd : place(number)};
  }

  friend bool operator==(const Shard&, const Shard&) = default;
};

/// One output of a shard, by which `merge` knows it again.
struct ShardOutput {
  std::string format;  ///< "csv", "ndjson", "rejects"
  std::uint64_t bytes = 0;
  std::uint64_t header = 0;  ///< of these; the others' headers are left out
  std::string digest;        ///< "sha256:..." of all of them

  friend bool operator==(const ShardOutput&, const ShardOutput&) = default;
};

/// What a shard says of itself in its summary: enough to see whether shards belong together.
struct ShardNote {
  Shard shard;
  std::uint64_t files = 0;  ///< of all inputs
  std::uint64_t bytes = 0;  ///< of all inputs
  std::string inputs;       ///< digest of the sizes of all inputs, in their order
  std::string options;      ///< digest of all else that the outputs depend on
  std::optional<ShardOutput> rows;
  std::optional<ShardOutput> answers;
  std::optional<ShardOutput> rejects;
};

}  // namespace ibtikar
