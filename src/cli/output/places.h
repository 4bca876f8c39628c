// Whether what a run writes would meet what it reads, or something else that it writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/message.h"
#include "io/files/place.h"

namespace ibtikar::cli {

/// An output as requested.
struct Wanted {
  std::string_view option;  ///< "--output"
  std::string path;         ///< empty or "-": standard output
};

/// Where it goes.
[[nodiscard]] io::Place place_of(const Wanted& output);

/// What is wrong with the command line: two outputs in one place, or an output that is an input,
/// whatever they are called. Standard output counts when it was redirected into a file. Inputs
/// inside folders and lists are for io::InputBlocks to find.
[[nodiscard]] std::optional<Message> clash(const std::vector<Wanted>& outputs,
                                           const std::vector<std::string>& inputs);

/// The sentence about an output that is an input.
[[nodiscard]] Message is_also_input(const Wanted& output, const std::string& input);

}  // namespace ibtikar::cli
