// --shard of batch: which part of the input this run is, as typed or as a scheduler says.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "ibtikar/result.h"
#include "stats/shard.h"

namespace ibtikar::cli {

/// The value of an environment variable, by its name; empty if it is not set.
using Variables = std::function<std::optional<std::string>(const char*)>;

/// What "I/N", "auto" or "auto/N" stands for. `auto` asks the variables of Slurm, AWS Batch, Cloud Run,
/// Kubernetes, Grid Engine and PBS. Fails (code "usage") if it is none of these, or the variables
/// do not say one shard.
[[nodiscard]] Result<Shard> shard_named(const std::string& text, const Variables& variables);

}  // namespace ibtikar::cli
