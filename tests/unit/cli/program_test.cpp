// The table of all commands, and the language that stands before one of them.
#include "cli/commands/program.h"

#include <stdexcept>
#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

/// The place of a command's --lang.
std::string& language_of(const Command& command) {
  for (const CommandOption& option : command.options)
    if (option.long_name() == "--lang") return *std::get<std::string*>(option.target);
  throw std::runtime_error(command.name + " has no --lang");
}

/// Those that are done without options of their own.
bool is_general(const CommandPath& path) {
  const std::string& name = path.back()->name;
  return path.size() == 1 || name == "help" || name == "version";
}

TEST(Program, GivesTheLanguageBeforeACommandToIt) {
  ProgramOptions options;
  const Command root = program(options);
  options.language = "ar";
  pass_language_on(options);
  for (const CommandPath& path : all_paths(root)) {
    if (is_general(path)) continue;
    EXPECT_EQ(language_of(*path.back()), "ar") << full_name(path);
  }
}

TEST(Program, LetsACommandHaveItsOwnLanguage) {
  ProgramOptions options;
  const Command root = program(options);
  for (const CommandPath& path : all_paths(root)) language_of(*path.back()) = "en";
  options.language = "ar";
  pass_language_on(options);
  for (const CommandPath& path : all_paths(root)) {
    if (is_general(path)) continue;
    EXPECT_EQ(language_of(*path.back()), "en") << full_name(path);
  }
}

}  // namespace
}  // namespace ibtikar::cli
