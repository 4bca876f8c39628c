// See terminal.h.
#include "io/terminal/terminal.h"

#include <cstdlib>

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/decimal.h"

namespace ibtikar::io {
namespace {

constexpr std::size_t kUsualColumns = 80;

bool is_set(const char* name) {
  const auto value = environment_variable(name);
  return value && !value->empty();
}

/// COLUMNS when it is a sane width; shells and scripts set it, and some set nonsense.
std::optional<std::size_t> columns_from_environment() {
  const auto value = environment_variable("COLUMNS");
  const auto number = value ? parse_decimal(*value) : std::nullopt;
  constexpr double kWidest = 10'000;
  if (!number || *number < 1 || *number > kWidest) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

std::size_t columns_of_terminal() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return columns_from_environment().value_or(kUsualColumns);
}

bool wants_color(bool output_is_terminal) {
  if (is_set("NO_COLOR")) return false;
  const auto forced = environment_variable("CLICOLOR_FORCE");
  if (forced && !forced->empty() && *forced != "0") return true;
  return output_is_terminal && environment_variable("TERM").value_or("dumb") != "dumb";
}

/// "ar" of ar_EG.UTF-8, "pt-BR" of pt_BR; empty for C and POSIX.
std::string language_from_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment_variable(name);
    if (!value || value->empty()) continue;
    std::string tag = value->substr(0, value->find_first_of(".@"));
    if (tag == "C" || tag == "POSIX") return {};
    for (char& c : tag)
      if (c == '_') c = '-';
    return tag;
  }
  return {};
}

/// Terminals that are known to show right-to-left text in stored order. All others are trusted to
/// order it.
bool leaves_order_to_us() {
  if (is_set("VTE_VERSION") || is_set("KONSOLE_VERSION")) return false;
  if (is_set("WT_SESSION") || is_set("KITTY_WINDOW_ID") || is_set("ALACRITTY_WINDOW_ID") ||
      is_set("XTERM_VERSION"))
    return true;
  const std::string term = environment_variable("TERM").value_or("");
  return term == "linux" || term == "foot" || term == "xterm-kitty" || term == "alacritty";
}

}  // namespace

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr) return std::nullopt;
  return std::string(value);
}

std::string read_typed_ahead(int descriptor) {
  constexpr int kPause = 100;      // milliseconds: the parts of a paste come faster, on a busy machine too
  constexpr int kMostParts = 500;  // and then the question shows, whatever still comes
  constexpr std::size_t kMostBytes = std::size_t{4} << 20;
  std::string typed;
  termios found{};
  if (::tcgetattr(descriptor, &found) != 0) return typed;
  termios at_once = found;
  at_once.c_lflag &= ~static_cast<tcflag_t>(ICANON);  // a line without its end can be read too
  at_once.c_cc[VMIN] = 0;
  at_once.c_cc[VTIME] = 0;
  ::tcsetattr(descriptor, TCSANOW, &at_once);
  for (int part = 0; part < kMostParts; ++part) {
    pollfd input{descriptor, POLLIN, 0};
    char bytes[4096];
    if (::poll(&input, 1, part == 0 ? 0 : kPause) <= 0 || (input.revents & POLLIN) == 0) break;
    const ssize_t size = ::read(descriptor, bytes, sizeof bytes);
    if (size <= 0) break;
    if (typed.size() < kMostBytes) typed.append(bytes, static_cast<std::size_t>(size));
  }
  ::tcsetattr(descriptor, TCSANOW, &found);
  return typed;
}

std::size_t error_columns(std::size_t otherwise) {
  winsize size{};
  const bool is_terminal = ::isatty(STDERR_FILENO) == 1;
  return is_terminal && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                                          : otherwise;
}

Surroundings look_around() {
  Surroundings surroundings;
  surroundings.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
  surroundings.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  surroundings.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
  surroundings.columns = columns_of_terminal();
  surroundings.color_wanted = wants_color(surroundings.output_is_terminal);
  const std::string term = environment_variable("TERM").value_or("dumb");
  surroundings.has_screen = !term.empty() && term != "dumb" && term != "unknown";
  surroundings.orders_right_to_left = !leaves_order_to_us();
  surroundings.language = language_from_environment();
  return surroundings;
}

}  // namespace ibtikar::io
