// ibtikar batch: folders and streams of proposals, scored to rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/checks/proposal_checks.h"
#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/table_options.h"

namespace ibtikar::cli {

struct BatchCommand {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string input_format = "auto";
  TableOptions tables;
  std::string mapping;             ///< a file; empty: the columns' names tell
  std::string output;              ///< empty or "-": standard output
  bool resume = false;             ///< --continue: go on where an interrupted run stopped
  bool no_header = false;          ///< of CSV
  std::vector<std::string> typed;  ///< the command line, to say how to go on
  bool byte_order_mark = false;    ///< --bom
  std::string format;  ///< empty: by the output's extension, else table on a terminal and ndjson elsewhere
  std::uint64_t jobs = 0;  ///< 0: as many as the machine has processors
  bool lenient = false;
  bool verbose = false;  ///< tell how tables are read
  std::string sort;      ///< KEY, KEY:asc or KEY:desc
  std::uint64_t top = 0;
  std::string columns;  ///< names with commas between
  std::string summary;
  std::string reports;  ///< a folder for a page on each proposal; empty: none
  std::string rejects;
  std::string answers;  ///< a file of CSV: a line an answer
  std::uint64_t skip = 0;
  std::string shard;  ///< "I/N", "auto" or "auto/N"; empty: all of the input
  CheckOptions checks;
};

[[nodiscard]] Command batch_command(BatchCommand& options);
[[nodiscard]] ExitStatus run_batch_command(const BatchCommand& options, Environment& env);

struct MergeOptions {
  CommonOptions common;
  std::vector<std::string> files;
  std::string output;
  std::string summary;
  std::string answers;
  std::string rejects;
};

[[nodiscard]] Command merge_command(MergeOptions& options);
/// Summaries of parts of a portfolio, and the rows of shards, as one.
[[nodiscard]] ExitStatus run_merge(const MergeOptions& options, Environment& env);

}  // namespace ibtikar::cli
