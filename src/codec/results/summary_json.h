// Summaries as JSON: the format `ibtikar-summary/1`, described in docs/formats.md.
#pragma once

#include <optional>
#include <string>

#include "ibtikar/codec.h"
#include "ibtikar/result.h"
#include "ibtikar/summary.h"
#include "stats/shard.h"

namespace ibtikar {

/// Indented, with a line end at the end. Equal counts give equal bytes. `note`: what a shard says of
/// itself; null: the counts are of a whole run.
[[nodiscard]] std::string encode_summary(const Summary& summary, const ShardNote* note = nullptr);

/// Reads the counts. The numbers computed from them are ignored.
[[nodiscard]] Checked<Summary> decode_summary(const NamedText& source);

/// A summary of a whole run or of a shard.
struct NotedSummary {
  Summary summary;
  std::optional<ShardNote> note;
};
[[nodiscard]] Checked<NotedSummary> decode_noted_summary(const NamedText& source);

}  // namespace ibtikar
