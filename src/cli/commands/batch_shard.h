// A batch of one shard of its input: what is wrong with asking for it, and what it says of itself in
// its summary, so that `merge` can see whether the shards belong together and are whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "cli/commands/batch.h"
#include "cli/commands/batch_plan.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"
#include "stats/shard.h"

namespace ibtikar::cli {

/// Why these options do not go with --shard, if they do not.
[[nodiscard]] std::optional<Message> fault_of_shard(const BatchCommand& options, BatchForm form);

/// What goes into one output.
class ShardTally {
 public:
  explicit ShardTally(std::string format) { output_.format = std::move(format); }

  void add(std::string_view bytes) {
    output_.bytes += bytes.size();
    digest_.add(bytes);
  }
  /// What was added so far is what the output begins with.
  void end_header() { output_.header = output_.bytes; }
  /// Rejected records have their header before the first of them.
  void add_rejects(std::string_view bytes);
  [[nodiscard]] ShardOutput finish();

 private:
  ShardOutput output_;
  Sha256 digest_;
};

class BatchShard {
 public:
  /// Reads the sizes of all inputs. Fails (code "usage") if there is no such shard, or an input has no
  /// size. `mapping` may be null.
  [[nodiscard]] static Result<BatchShard> make(const BatchCommand& options, const Rubric& rubric,
                                               const Mapping* mapping, BatchForm form);

  [[nodiscard]] const ByteRange& range() const { return range_; }
  /// Bytes in it.
  [[nodiscard]] std::uint64_t size() const;

  ShardTally rows;
  ShardTally answers{"csv"};
  ShardTally rejects{"rejects"};

  /// At most once, when all is written.
  [[nodiscard]] ShardNote note(const BatchCommand& options);

 private:
  explicit BatchShard(BatchForm form) : rows(form == BatchForm::csv ? "csv" : "ndjson") {}

  ShardNote note_;
  ByteRange range_;
};

}  // namespace ibtikar::cli
