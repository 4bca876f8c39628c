// See batch_input.h.
#include "cli/commands/batch_input.h"

#include "cli/commands/batch_plan.h"
#include "cli/output/places.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {

io::InputOptions input_options(const BatchCommand& options, const Mapping* mapping, const ByteRange& range) {
  io::InputOptions input;
  input.range = range;
  read_tables_as(options.tables, mapping, input);
  for (const Wanted& output : outputs_of(options))
    if (const io::Place place = place_of(output); place.is_file()) input.outputs.push_back(place);
  input.format = input_format_named(options.input_format);
  // Pages are long: what waits to be written stays small when blocks are.
  if (!options.reports.empty()) input.sizes.block = std::size_t{1} << 16;
  return input;
}

}  // namespace ibtikar::cli
