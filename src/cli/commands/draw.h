// `ibtikar draw`: a funding line with a lottery for what the evidence cannot separate.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line/command.h"
#include "cli/output/documents.h"
#include "cli/readings_input.h"

namespace ibtikar::cli {

struct DrawOptions {
  CommonOptions common;
  ReadingsOptions readings;  ///< or one saved ranking
  DocumentOptions documents;
  std::string by = "overall";
  std::uint64_t fund = 0;
  std::string rule = "snsf";
  std::string weight;
  std::string seed;
  std::string verified;  ///< --verify
};

[[nodiscard]] Command draw_command(DrawOptions& options);
/// All or nothing: an input that cannot be used stops a draw.
[[nodiscard]] ExitStatus run_draw(const DrawOptions& options, Environment& env);

}  // namespace ibtikar::cli
