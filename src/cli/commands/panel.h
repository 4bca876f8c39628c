// `ibtikar panel`: what several assessors say about several programs, put together.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/documents.h"
#include "cli/readings_input.h"

namespace ibtikar::cli {

struct PanelCommand {
  CommonOptions common;
  ReadingsOptions readings;
  DocumentOptions documents;
  std::string assigned;  ///< --assign FILE
  std::uint64_t talk = 3;
  std::uint64_t seed = 1;
  std::uint64_t replicates = 1000;  ///< of the bootstrap
  bool blind = false;
  bool status = false;
  bool next = false;          ///< --next: who reads what next
  std::uint64_t funded = 0;   ///< --fund K
  std::string risk = "0.05";  ///< --risk NUM
  bool byte_order_mark = false;
};

[[nodiscard]] Command panel_command(PanelCommand& options);
/// --assign
[[nodiscard]] CommandOption assign_option(std::string& assigned);
/// What cannot be used is reported, the rest is put together.
[[nodiscard]] ExitStatus run_panel(const PanelCommand& options, Environment& env);

}  // namespace ibtikar::cli
