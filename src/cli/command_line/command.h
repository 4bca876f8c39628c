// Commands as data: what can be typed, what it means, and what it runs.
//
// One table has every command (see cli/commands/program.h). The parser, the help pages and the
// suggestions read it, and so does any code that needs a list of all commands and options.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/message.h"

namespace ibtikar::cli {

/// Accepted, and without effect.
struct Ignored {};

/// A whole number within a range.
struct Count {
  std::uint64_t* value = nullptr;
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
};

/// Where a value goes; what it points to outlives the table. A switch has a bool or Ignored, every
/// other option takes one value each time that it is given. Only a list may be given several times.
using Target = std::variant<Ignored, bool*, std::string*, std::vector<std::string>*, Count>;

/// What is wrong with a value; empty if it is right. The check may rewrite the value in its usual
/// form.
using Check = std::function<std::optional<Message>(std::string& value)>;

/// The heading of an option on a long help page.
enum class Group { general, input, proposal, assessment, output, display, behavior };

/// An option of a command, or a positional argument.
struct CommandOption {
  std::string names;  ///< "-o,--output"; a positional argument's has no dashes: "FILE"
  std::string value;  ///< what stands for its value: "FILE"; empty for switches and positional arguments
  Message description;
  Target target;
  Group group = Group::general;
  bool required = false;
  bool splits_at_commas = false;      ///< "a,b" is two values of a list
  std::vector<std::string> choices;   ///< all that is allowed; empty: everything
  std::vector<std::string> not_with;  ///< long names of options that exclude it: "--format"
  Check check = {};

  [[nodiscard]] bool is_positional() const { return !names.starts_with('-'); }
  [[nodiscard]] bool takes_value() const;
  [[nodiscard]] bool takes_many() const { return std::holds_alternative<std::vector<std::string>*>(target); }
  /// "--output" of "-o,--output": what messages call it.
  [[nodiscard]] std::string_view long_name() const;
};

struct Command {
  std::string name;
  Message summary;
  std::vector<CommandOption> options;  ///< in the order of the help page
  std::vector<std::string> examples;   ///< as they are typed
  std::vector<Message> notes;          ///< paragraphs at the end of the help page
  std::vector<Command> commands;       ///< where there are some, one of them must follow
  std::function<ExitStatus(Environment&)> run = {};

  /// One of `commands` by its name; null when there is none.
  [[nodiscard]] const Command* find(std::string_view called) const;

  /// Puts `more` behind the options that are there.
  void add(std::vector<CommandOption> more);
};

/// From the program to one of its commands: `ibtikar`, `rubric`, `check`. Never empty.
using CommandPath = std::vector<const Command*>;

/// "ibtikar rubric check"
[[nodiscard]] std::string full_name(const CommandPath& path);

/// The program and every command below it, each once, a command before those below it.
[[nodiscard]] std::vector<CommandPath> all_paths(const Command& program);

/// The command or the long option of `command` that is meant by a mistyped word, if one is near.
[[nodiscard]] std::optional<std::string> nearest_word(const Command& command, std::string_view typed);

}  // namespace ibtikar::cli
