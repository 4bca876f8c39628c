// What a shard says of itself, as the member `shard` of its summary.
#pragma once

#include <optional>

#include "codec/json/document.h"
#include "codec/json/writer.h"
#include "stats/shard.h"

namespace ibtikar {

/// The member, into the object that is open.
void write_shard(JsonWriter& json, const ShardNote& note);

/// Of a summary; empty if it is of a whole run. Notes what does not fit.
[[nodiscard]] std::optional<ShardNote> read_shard(const Json& summary, Diagnostics& faults);

}  // namespace ibtikar
