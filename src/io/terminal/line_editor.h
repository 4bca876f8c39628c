// One line of text, edited on a terminal: cursor keys, history, UTF-8.
#pragma once

#include <string>
#include <vector>

namespace ibtikar::io {

struct EditedLine {
  enum class Kind {
    taken,
    cancelled,  ///< Ctrl-G, or Ctrl-D on an empty line
    interrupted,
  };
  Kind kind = Kind::taken;
  std::string text;  ///< as typed; may hold what is not UTF-8
};

/// Asks with `prompt`, the text being `initial` at first; the up key goes through `history`, the newest last.
/// Requires: standard input and standard error are a terminal, in the mode in which it was found.
[[nodiscard]] EditedLine edit_line(const std::string& prompt, const std::string& initial,
                                   const std::vector<std::string>& history);

}  // namespace ibtikar::io
