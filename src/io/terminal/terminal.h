// What the surroundings say about how to show things: terminal, width, colour, language.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ibtikar::io {

/// The value of an environment variable. Empty if unset.
[[nodiscard]] std::optional<std::string> environment_variable(const char* name);

struct Surroundings {
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  bool error_is_terminal = false;
  std::size_t columns = 80;  ///< of the terminal, else of a sane COLUMNS, else 80
  bool color_wanted =
      false;  ///< for --color auto: a terminal that is not dumb, NO_COLOR and CLICOLOR_FORCE heard
  bool has_screen = false;           ///< TERM names a terminal on which a cursor can be placed
  bool orders_right_to_left = true;  ///< as far as the environment tells: see docs/commands/ask.md
  std::string
      language;  ///< BCP 47 from LC_ALL, LC_MESSAGES, LANG ("ar" of ar_EG.UTF-8); empty for C and POSIX
};

/// Removes and returns what was typed or pasted on the terminal `descriptor` and not read yet,
/// including an incomplete line. If there was something, it also takes what follows at once,
/// because a long paste arrives in parts. At most a few mebibytes are kept; the rest is dropped.
std::string read_typed_ahead(int descriptor);

/// The columns that the terminal of standard error has now; without one, those of `otherwise`.
[[nodiscard]] std::size_t error_columns(std::size_t otherwise);

/// Asks the environment and the terminal, once.
[[nodiscard]] Surroundings look_around();

}  // namespace ibtikar::io
