// See batch_input.h.
#include "cli/commands/batch_input.h"

#include <utility>

#include "cli/commands/batch_plan.h"
#include "cli/output/places.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {

io::InputOptions input_options(const BatchCommand& options, const Mapping* mapping) {
  io::InputOptions input;
  input.delimiter = delimiter_named(options.delimiter);
  if (!input.delimiter && mapping != nullptr) input.delimiter = mapping->delimiter;
  input.encoding = options.encoding;
  if (input.encoding.empty() && mapping != nullptr) input.encoding = mapping->encoding;
  if (mapping != nullptr) input.shape = mapping->header;
  for (const Wanted& output : outputs_of(options))
    if (const io::Place place = place_of(output); place.is_file()) input.outputs.push_back(place);
  if (const auto mark = decimal_mark_named(options.decimal)) input.decimal = *mark;
  input.format = input_format_named(options.input_format);
  // Pages are long: what waits to be written stays small when blocks are.
  if (!options.reports.empty()) input.sizes.block = std::size_t{1} << 16;
  return input;
}

std::vector<Message> unused_for_want_of_tables(const BatchCommand& options) {
  std::vector<Message> remarks;
  for (const auto& [option, value] : {std::pair{"--map", &options.mapping},
                                      {"--delimiter", &options.delimiter},
                                      {"--encoding", &options.encoding},
                                      {"--decimal", &options.decimal}})
    if (!value->empty())
      remarks.push_back(
          message("{0} was not used: it is for tables (CSV), and none was among the input", option));
  return remarks;
}

}  // namespace ibtikar::cli
