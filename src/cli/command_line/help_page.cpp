// See help_page.h.
#include "cli/command_line/help_page.h"

#include <algorithm>
#include <iterator>

#include "base/catalogue.h"
#include "base/utf8.h"
#include "cli/command_line/option_groups.h"
#include "report/text/page.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kNameColumns = 28;

/// "-o,--output FILE"; "FILE ..." of a list of arguments.
std::string shown_name(const CommandOption& option) {
  if (option.is_positional()) return option.names + (option.takes_many() ? " ..." : "");
  return option.value.empty() ? option.names : option.names + " " + option.value;
}

/// "[FILE]", "FILE..."
std::string in_usage(const CommandOption& positional) {
  const std::string name = positional.names + (positional.takes_many() ? "..." : "");
  return positional.required ? name : "[" + name + "]";
}

class HelpPage {
 public:
  HelpPage(const CommandPath& path, std::string_view language, std::size_t columns)
      : path_(path),
        command_(*path.back()),
        language_(language),
        page_({.columns = std::clamp<std::size_t>(columns, 50, 80),
               .mirrored = speaks_right_to_left(language)}) {
    std::ranges::copy_if(command_.options, std::back_inserter(arguments_), &CommandOption::is_positional);
  }

  std::string text() {
    page_.paragraph(0, command_.summary.in(language_));
    write_usage();
    write(message("Arguments:"), arguments_);
    write_options();
    write_commands();
    write_examples();
    for (const Message& note : command_.notes) {
      page_.blank();
      page_.paragraph(0, note.in(language_));
    }
    return page_.text();
  }

 private:
  void heading(const Message& text) {
    page_.blank();
    page_.paragraph(0, text.in(language_));
  }

  void write_usage() {
    std::string usage = full_name(path_) + " [OPTIONS]";
    for (const CommandOption& argument : arguments_) usage += " " + in_usage(argument);
    if (!command_.commands.empty()) usage += " COMMAND";
    page_.paragraph(0, message("Usage: {0}", usage).in(language_));
  }

  void item(const std::string& name, const Message& description) {
    const std::size_t beside = kIndent + kNameColumns;
    const PageCell text{
        .text = description.in(language_), .width = page_.columns() - beside, .max_lines = kManyLines};
    if (display_width(name) < kNameColumns) {
      page_.row({gap(kIndent), {.text = name, .width = kNameColumns}, text});
      return;
    }
    page_.paragraph(kIndent, name);
    page_.row({gap(beside), text});
  }

  void write(const Message& title, const std::vector<CommandOption>& options) {
    if (options.empty()) return;
    heading(title);
    for (const CommandOption& option : options) item(shown_name(option), described(option));
  }

  void write_options() {
    for (const OptionGroup& group : grouped_options(command_))
      write(group.title.value_or(message("Options:")), group.options);
  }

  void write_commands() {
    if (command_.commands.empty()) return;
    heading(message("Commands:"));
    for (const Command& command : command_.commands) item(command.name, command.summary);
  }

  void write_examples() {
    if (command_.examples.empty()) return;
    heading(message("Example:"));
    for (const std::string& example : command_.examples) page_.paragraph(kIndent, example);
  }

  const CommandPath& path_;
  const Command& command_;
  std::string_view language_;
  Page page_;
  std::vector<CommandOption> arguments_;
};

}  // namespace

std::string help_page(const CommandPath& path, std::string_view language, std::size_t columns) {
  return HelpPage(path, language, columns).text();
}

}  // namespace ibtikar::cli
