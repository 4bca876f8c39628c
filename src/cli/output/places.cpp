// See places.h.
#include "cli/output/places.h"

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar::cli {
namespace {

bool is_standard_output(const Wanted& output) { return output.path.empty() || output.path == "-"; }

std::string shown(const Wanted& output) {
  if (is_standard_output(output)) return "standard output";
  return fmt::format("{} {}", output.option, ibtikar::quoted(output.path));
}

/// Whether what is written there could meet something: terminals and /dev/null are shared by everyone, and
/// what comes out of a socket is not what goes into it.
bool can_clash(const io::Place& place) { return !place.exists || place.is_file() || place.is_pipe(); }

}  // namespace

io::Place place_of(const Wanted& output) {
  return is_standard_output(output) ? io::standard_output_place() : io::place_of(output.path);
}

std::string is_also_input(const Wanted& output, const std::string& input) {
  if (is_standard_output(output))
    return fmt::format("standard output goes into {}, which is read as input", ibtikar::quoted(input));
  if (output.path == input) return shown(output) + " is also read as input";
  return fmt::format("{} is also read as input ({})", shown(output), ibtikar::quoted(input));
}

std::optional<std::string> clash(const std::vector<Wanted>& outputs, const std::vector<std::string>& inputs) {
  std::vector<io::Place> places;
  for (const Wanted& output : outputs) places.push_back(place_of(output));
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!can_clash(places[i])) continue;
    for (std::size_t j = 0; j < i; ++j) {
      if (places[i] != places[j]) continue;
      // One pipe under two numbers (2>&1) is somebody's choice.
      if (places[i].is_pipe() && places[i].descriptor != places[j].descriptor) continue;
      if (outputs[i].path == outputs[j].path && outputs[i].option == outputs[j].option)
        return shown(outputs[i]) + " is given twice";
      return fmt::format("{} and {} are one file", shown(outputs[j]), shown(outputs[i]));
    }
    for (const std::string& input : inputs) {
      const io::Place read = input == "-" ? io::standard_input_place() : io::place_of(input);
      if (read.exists && read == places[i] && (read.is_file() || read.is_pipe()))
        return is_also_input(outputs[i], input == "-" ? "standard input" : input);
    }
  }
  return std::nullopt;
}

}  // namespace ibtikar::cli
