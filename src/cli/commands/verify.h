// `ibtikar verify`: a saved result, recomputed from its inputs, and what differs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/commands/batch.h"
#include "cli/output/documents.h"
#include "cli/readings_input.h"

namespace ibtikar::cli {

struct VerifyOptions {
  CommonOptions common;
  DocumentOptions documents;
  std::string result;               ///< the saved file; "-" is standard input
  std::vector<std::string> inputs;  ///< what it was computed from
  BatchCommand run;                 ///< how that run read and sorted, as it was told then
  ReadingsOptions readings;         ///< which readings that panel, ranking or draw left out
  std::string assigned;             ///< --assign of that panel
  std::uint64_t seed = 1;           ///< --seed of a blind panel, which does not tell it
};

[[nodiscard]] Command verify_command(VerifyOptions& options);
[[nodiscard]] ExitStatus run_verify(const VerifyOptions& options, Environment& env);

}  // namespace ibtikar::cli
