// See command.h.
#include "cli/command_line/command.h"

#include <algorithm>
#include <iterator>

#include "base/suggest.h"

namespace ibtikar::cli {
namespace {

void collect(const CommandPath& path, std::vector<CommandPath>& all) {
  all.push_back(path);
  for (const Command& command : path.back()->commands) {
    CommandPath longer = path;
    longer.push_back(&command);
    collect(longer, all);
  }
}

}  // namespace

bool CommandOption::takes_value() const {
  return !std::holds_alternative<Ignored>(target) && !std::holds_alternative<bool*>(target);
}

std::string_view CommandOption::long_name() const {
  const std::string_view all = names;
  const std::size_t last = all.rfind(',');
  return last == std::string_view::npos ? all : all.substr(last + 1);
}

const Command* Command::find(std::string_view called) const {
  const auto found = std::ranges::find(commands, called, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

void Command::add(std::vector<CommandOption> more) {
  options.insert(options.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string full_name(const CommandPath& path) {
  std::string name;
  for (const Command* command : path) name += (name.empty() ? "" : " ") + command->name;
  return name;
}

std::vector<CommandPath> all_paths(const Command& program) {
  std::vector<CommandPath> all;
  collect({&program}, all);
  return all;
}

std::optional<std::string> nearest_word(const Command& command, std::string_view typed) {
  std::vector<std::string> known;
  for (const Command& sub : command.commands) known.push_back(sub.name);
  for (const CommandOption& option : command.options)
    if (!option.is_positional()) known.emplace_back(option.long_name());
  known.emplace_back("--help");
  return nearest_name(typed.substr(0, typed.find('=')), known);
}

}  // namespace ibtikar::cli
