// The readings of a panel: from files, folders and streams of many proposals, each by an assessor.
//
// `panel`, `rank` and `draw` read the same way. The records are those of a batch (JSON, NDJSON, CSV,
// packed or not), and saved assessments. What cannot be used is reported; all else is kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "cli/environment.h"
#include "cli/output/places.h"
#include "cli/table_options.h"
#include "ibtikar/readings.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// What a command line says about readings.
struct ReadingsOptions {
  std::vector<std::string> paths;
  std::string input_format = "auto";
  TableOptions tables;
  std::string mapping;                ///< --map
  std::vector<std::string> excluded;  ///< --exclude ASSESSOR:PROGRAM
  std::string exclusions;             ///< --exclusions FILE
  std::vector<Conflict> conflicts;    ///< known from elsewhere than the command line
  bool lenient = false;
};

/// The options of the command line that fill it, PATH first.
[[nodiscard]] std::vector<CommandOption> readings_options(ReadingsOptions& options);
/// Those of them that leave out readings.
[[nodiscard]] std::vector<CommandOption> conflict_options(ReadingsOptions& options);

/// What a command needs of readings.
struct ReadingsNeeds {
  /// A reading without an assessor is refused; else its assessor has an empty name.
  bool assessor = true;
  /// Where a reading names no assessor, the folder that its file lies in does.
  bool assessor_from_folder = true;
  bool quiet = false;
  bool rubric_by_hand = false;  ///< --rubric was given
  std::vector<Wanted> outputs;  ///< none of them may be an input
};

/// The files that it names itself, for the check of outputs.
[[nodiscard]] std::vector<std::string> files_of(const ReadingsOptions& options);

/// Reads everything. What is wrong is shown and makes `status` worse. Nothing if no reading is left
/// or the command line is wrong. Memory: the answers of all readings.
[[nodiscard]] std::optional<Readings> read_readings(const Rubric& rubric, const ReadingsOptions& options,
                                                    const ReadingsNeeds& needs, Environment& env,
                                                    ExitStatus& status);

}  // namespace ibtikar::cli
