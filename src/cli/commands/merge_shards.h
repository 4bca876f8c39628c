// The summaries of shards: whether they are all of one run, and which files go with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "codec/results/summary_json.h"
#include "ibtikar/result.h"

namespace ibtikar::cli {

/// A summary that was given.
struct GivenSummary {
  std::string file;
  NotedSummary noted;
};

/// What is wrong with summaries of which at least one is of a shard: they are not all the shards of one
/// run, each once. Sorts them by their numbers.
[[nodiscard]] Diagnostics faults_of_shards(std::vector<GivenSummary>& given);

/// An output of shards.
enum class ShardKind { rows, answers, rejects };

/// What a shard says of that output; empty if it did not write it.
[[nodiscard]] const std::optional<ShardOutput>& output_of(const GivenSummary& given, ShardKind kind);

/// A file as it is, to be found among what shards wrote.
struct GivenPart {
  std::string file;
  std::uint64_t bytes = 0;
  std::string digest;
};

/// Reads the file.
[[nodiscard]] Result<GivenPart> read_part(const std::string& file);

/// For each kind and shard, the file with that output; empty if none was given, and for outputs without
/// a byte.
class ShardFiles {
 public:
  /// `given`: all shards of a run, in order.
  ShardFiles(const std::vector<GivenSummary>& given, std::vector<GivenPart> parts);

  [[nodiscard]] const std::vector<std::string>& of(ShardKind kind) const {
    return files_[static_cast<std::size_t>(kind)];
  }
  /// Why an output cannot be made of the shards: one of them did not write it, or its file is missing.
  [[nodiscard]] Diagnostics faults_of(ShardKind kind) const;
  /// Files that no shard wrote so.
  [[nodiscard]] Diagnostics unknown_files() const;

 private:
  const std::vector<GivenSummary>& given_;
  std::vector<GivenPart> unknown_;
  std::vector<std::string> files_[3];
};

}  // namespace ibtikar::cli
