// Joins one output of all shards of a run.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/merge_shards.h"
#include "io/files/output.h"

namespace ibtikar::cli {

/// Sees all rows without their header.
using SeeRows = std::function<void(std::string_view bytes)>;

/// The header of that output, from the first shard that has one. Fails if another shard has another.
[[nodiscard]] Result<std::string> common_header(const std::vector<GivenSummary>& given, ShardKind kind,
                                                const std::vector<std::string>& files);

/// Writes the common header and what is behind it of each shard, in order. Fails if a file is not as its
/// shard says any more.
[[nodiscard]] Result<void> join_output(
    const std::vector<GivenSummary>& given, ShardKind kind, const std::vector<std::string>& files,
    std::string_view header, io::Output& into, const SeeRows& see = [](std::string_view) {});

}  // namespace ibtikar::cli
