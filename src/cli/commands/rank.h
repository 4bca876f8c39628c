// `ibtikar rank`: many programs in an order, with what is sure about it and what is not.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line/command.h"
#include "cli/output/documents.h"
#include "cli/readings_input.h"

namespace ibtikar::cli {

struct RankOptions {
  CommonOptions common;
  ReadingsOptions readings;
  DocumentOptions documents;
  std::string by = "overall";
  bool robust = false;
  std::uint64_t draws = 10'000;
  std::string within;  ///< per cent; empty: any weights
  std::string seed = "ibtikar";
  std::uint64_t jobs = 0;
  bool byte_order_mark = false;
};

[[nodiscard]] Command rank_command(RankOptions& options);
/// What can be used is ranked, and what cannot is reported.
[[nodiscard]] ExitStatus run_rank(const RankOptions& options, Environment& env);

}  // namespace ibtikar::cli
