// Asks for judgements, line by line, at a terminal or from a pipe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/judgements.h"

namespace ibtikar::cli {

/// The parts as a reader knows them, by their number.
struct NamedParts {
  std::vector<WeighedPart> parts;
  std::vector<std::string> titles;
};

/// What was judged. Nothing, with what is wrong shown, if the input ended or a line of a pipe is no
/// judgement; at a terminal, such a line is asked for again. `q` stops.
[[nodiscard]] std::optional<Judgements> ask_judgements(const NamedParts& named, WeightMethod method,
                                                       const std::string& of, Environment& env);

}  // namespace ibtikar::cli
