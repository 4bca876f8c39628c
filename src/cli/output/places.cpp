// See places.h.
#include "cli/output/places.h"

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar::cli {
namespace {

Message shown(const Wanted& output) {
  if (io::is_standard_output(output.path)) return message("standard output");
  return Message::verbatim(fmt::format("{} {}", output.option, ibtikar::quoted(output.path)));
}

/// Whether what is written there could meet something: terminals and /dev/null are shared by
/// everyone, and what comes out of a socket is not what goes into it.
bool can_clash(const io::Place& place) { return !place.exists || place.is_file() || place.is_pipe(); }

}  // namespace

io::Place place_of(const Wanted& output) {
  return io::is_standard_output(output.path) ? io::standard_output_place() : io::place_of(output.path);
}

Message is_also_input(const Wanted& output, const std::string& input) {
  const Message read = input == "-" ? message("standard input") : Message::verbatim(ibtikar::quoted(input));
  if (io::is_standard_output(output.path))
    return message("standard output goes into {0}, which is read as input", read);
  if (output.path == input) return message("{0} is also read as input", shown(output));
  return message("{0} is also read as input ({1})", shown(output), read);
}

std::optional<Message> clash(const std::vector<Wanted>& outputs, const std::vector<std::string>& inputs) {
  std::vector<io::Place> places;
  for (const Wanted& output : outputs) places.push_back(place_of(output));
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!can_clash(places[i])) continue;
    for (std::size_t j = 0; j < i; ++j) {
      if (places[i] != places[j]) continue;
      // One pipe under two numbers (2>&1) is somebody's choice.
      if (places[i].is_pipe() && places[i].descriptor != places[j].descriptor) continue;
      if (outputs[i].path == outputs[j].path && outputs[i].option == outputs[j].option)
        return message("{0} is given twice", shown(outputs[i]));
      return message("{0} and {1} are one file", shown(outputs[j]), shown(outputs[i]));
    }
    for (const std::string& input : inputs) {
      const io::Place read = input == "-" ? io::standard_input_place() : io::place_of(input);
      if (read.exists && read == places[i] && (read.is_file() || read.is_pipe()))
        return is_also_input(outputs[i], input);
    }
  }
  return std::nullopt;
}

}  // namespace ibtikar::cli
