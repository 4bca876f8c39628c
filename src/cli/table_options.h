// Options that say how tables are read: for every command that reads records.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command_line/command.h"
#include "ibtikar/mapping.h"
#include "io/files/input_blocks.h"

namespace ibtikar::cli {

/// Empty: the mapping says it, else the table itself.
struct TableOptions {
  std::string delimiter;  ///< ",", ";" or "tab"
  std::string encoding;   ///< a name that the system knows
  std::string decimal;    ///< "." or ","
  std::string sheet;      ///< of workbooks: a name or a number
};

/// --delimiter, --encoding, --decimal and --sheet.
[[nodiscard]] std::vector<CommandOption> table_options(TableOptions& options);

/// Has `input` read tables so. `mapping` may be null; the options count more than it.
void read_tables_as(const TableOptions& options, const Mapping* mapping, io::InputOptions& input);

/// A remark on each such option that was given, and on --map: among the input was no table, and it may have
/// been meant for something else.
[[nodiscard]] std::vector<Message> unused_for_want_of_tables(const TableOptions& options,
                                                             const std::string& mapping);

/// The same of --sheet, where no workbook was among the input.
[[nodiscard]] std::optional<Message> unused_for_want_of_workbooks(const TableOptions& options,
                                                                  const io::InputBlocks& input);

}  // namespace ibtikar::cli
