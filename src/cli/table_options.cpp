// See table_options.h.
#include "cli/table_options.h"

#include <utility>

#include "base/safe_text.h"
#include "io/files/encoded_source.h"

namespace ibtikar::cli {
namespace {

std::optional<Message> fault_of_encoding(std::string& name) {
  if (io::is_known_encoding(name)) return std::nullopt;
  return message(
      "{0} is no encoding that this system knows; expected a name such as windows-1256 "
      "(`iconv -l` lists them)",
      quoted(name));
}

}  // namespace

std::vector<CommandOption> table_options(TableOptions& options) {
  return {
      {.names = "--delimiter",
       .value = "CHARACTER",
       .description =
           message("\",\" \";\" or tab: separates the cells of tables (default: found in the header "
                   "row)"),
       .target = &options.delimiter,
       .group = Group::input,
       .choices = {",", ";", "tab"}},
      {.names = "--encoding",
       .value = "NAME",
       .description = message("the encoding of tables, such as windows-1256 (default: UTF-8; UTF-16 is "
                              "recognized)"),
       .target = &options.encoding,
       .group = Group::input,
       .check = fault_of_encoding},
      {.names = "--decimal",
       .value = "MARK",
       .description =
           message("\".\" or \",\": the decimal mark in tables, for numbers such as 1,250 (default: "
                   "found in the column's other cells)"),
       .target = &options.decimal,
       .group = Group::input,
       .choices = {".", ","}},
      {.names = "--sheet",
       .value = "NAME|N",
       .description = message("the sheet to read from workbooks (.xlsx, .ods) (default: the only "
                              "visible one)"),
       .target = &options.sheet,
       .group = Group::input},
  };
}

void read_tables_as(const TableOptions& options, const Mapping* mapping, io::InputOptions& input) {
  input.delimiter = delimiter_named(options.delimiter);
  if (!input.delimiter && mapping != nullptr) input.delimiter = mapping->delimiter;
  input.encoding = options.encoding;
  if (input.encoding.empty() && mapping != nullptr) input.encoding = mapping->encoding;
  input.sheet = options.sheet;
  if (input.sheet.empty() && mapping != nullptr) input.sheet = mapping->sheet;
  if (mapping != nullptr) input.records = mapping->records;
  if (mapping != nullptr) input.shape = mapping->header;
  // The mapping's own mark is not taken here: it may differ from column to column.
  if (const auto mark = decimal_mark_named(options.decimal)) input.decimal = *mark;
}

std::vector<Message> unused_for_want_of_tables(const TableOptions& options, const std::string& mapping) {
  std::vector<Message> remarks;
  for (const auto& [option, value] : {std::pair{"--map", &mapping},
                                      {"--delimiter", &options.delimiter},
                                      {"--encoding", &options.encoding},
                                      {"--decimal", &options.decimal}})
    if (!value->empty())
      remarks.push_back(
          message("{0} was not used: it is for tables (CSV), and none was among the input", option));
  return remarks;
}

std::optional<Message> unused_for_want_of_workbooks(const TableOptions& options,
                                                    const io::InputBlocks& input) {
  if (options.sheet.empty() || input.had_workbooks()) return std::nullopt;
  return message("--sheet was not used: it is for workbooks, and none was among the input");
}

}  // namespace ibtikar::cli
