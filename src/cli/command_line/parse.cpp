// See parse.h. The only file that knows CLI11.
#include "cli/command_line/parse.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/command_line/library_faults.h"

namespace ibtikar::cli {
namespace {

std::optional<std::uint64_t> whole_number(const std::string& text) {
  const std::string digits = western_digits(text);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<Message> fault_of(const Count& count, const std::string& text) {
  const std::optional<std::uint64_t> number = whole_number(text);
  if (number && *number >= count.least && *number <= count.most) return std::nullopt;
  if (count.most == Count().most)
    return message("expected a whole number from {0} up, not {1}", count.least, ibtikar::quoted(text));
  return message("expected a whole number from {0} to {1}, not {2}", count.least, count.most,
                 ibtikar::quoted(text));
}

bool is_word(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::optional<Message> fault_of(const std::vector<std::string>& choices, const std::string& text) {
  if (choices.empty() || std::ranges::find(choices, text) != choices.end()) return std::nullopt;
  const bool are_words = std::ranges::all_of(choices, is_word);
  std::vector<std::string> shown;
  for (const std::string& choice : choices) shown.push_back(are_words ? choice : ibtikar::quoted(choice));
  return message("expected {0}, not {1}", alternatives(shown), ibtikar::quoted(text));
}

/// What is wrong with a value; it may come out in its usual form.
std::optional<Message> fault_of(const CommandOption& option, std::string& value) {
  if (auto fault = fault_of(option.choices, value)) return fault;
  if (const Count* count = std::get_if<Count>(&option.target))
    if (auto fault = fault_of(*count, value)) return fault;
  return option.check ? option.check(value) : std::nullopt;
}

/// Puts values, which are right, where they go.
struct Store {
  const CLI::results_t& values;

  void operator()(Ignored) const {}
  void operator()(bool*) const {}
  void operator()(std::string* text) const { *text = values.front(); }
  void operator()(std::vector<std::string>* list) const { *list = values; }
  void operator()(const Count& count) const { *count.value = whole_number(values.front()).value_or(0); }
};

/// The table as CLI11 takes it.
class Parser {
 public:
  /// CLI11 learns of the commands that are named only: to tell it of all takes longer than most of them run.
  Parser(const Command& program, std::vector<std::string> arguments)
      : program_(program), arguments_(std::move(arguments)), app_("", program.name) {
    add(app_, program);
  }

  Parsed parse() && {
    std::vector<std::string> arguments = std::move(arguments_);
    std::ranges::reverse(arguments);  // as CLI11 takes them
    Parsed parsed;
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      parsed.wants_help = true;
    } catch (const CLI::ParseError& error) {
      parsed.fault = told(error);
    }
    parsed.path = path();
    const Command& command = *parsed.path.back();
    if (!parsed.wants_help && parsed.fault.empty() && !command.commands.empty() && parsed.path.size() > 1)
      parsed.fault = complaint(message("`{0}` needs a command.", full_name(parsed.path)), parsed.path, {});
    return parsed;
  }

 private:
  void add(CLI::App& app, const Command& command) {
    for (const CommandOption& option : command.options) add(app, option);
    for (const CommandOption& option : command.options)
      for (const std::string& other : option.not_with)
        app.get_option(std::string(option.long_name()))->excludes(app.get_option(other));
    // At most one: what follows is an argument of its own.
    if (!command.commands.empty()) app.require_subcommand(0, 1);
    for (const Command& sub : command.commands)
      if (std::ranges::find(arguments_, sub.name) != arguments_.end())
        add(*app.add_subcommand(sub.name), sub);
  }

  void add(CLI::App& app, const CommandOption& option) {
    if (bool* const* flag = std::get_if<bool*>(&option.target)) {
      app.add_flag(option.names, **flag);
      return;
    }
    if (!option.takes_value()) {
      app.add_flag(option.names);
      return;
    }
    CLI::Option* added = app.add_option(option.names, [&option](const CLI::results_t& values) {
      std::visit(Store{values}, option.target);
      return true;
    });
    added->required(option.required);
    if (option.takes_many()) added->expected(CLI::detail::expected_max_vector_size);
    // What follows the one value of an option is an argument of its own.
    if (option.takes_many() && !option.is_positional()) added->allow_extra_args(false);
    if (option.splits_at_commas) added->delimiter(',');
    added->transform(
        CLI::Validator([this, &option](std::string& value) { return refusal(option, value); }, ""));
  }

  /// For CLI11: empty when the value is right. What is wrong is kept, for CLI11 has only texts.
  std::string refusal(const CommandOption& option, std::string& value) {
    const std::optional<Message> fault = fault_of(option, value);
    if (!fault) return {};
    refused_ = message("{0}: {1}.", option.long_name(), *fault);
    return "refused";
  }

  [[nodiscard]] CommandPath path() const {
    CommandPath path = {&program_};
    for (const CLI::App* at = &app_; !at->get_subcommands().empty();) {
      at = at->get_subcommands().front();
      path.push_back(path.back()->find(at->get_name()));
    }
    return path;
  }

  [[nodiscard]] std::vector<Message> told(const CLI::ParseError& error) const {
    if (refused_) return complaint(*refused_, path(), {});
    // What is left over is a word mistyped, more often than one too many.
    const std::vector<std::string> extras = app_.remaining(true);
    if (extras.empty()) return complaint(library_fault(error.what()), path(), {});
    const std::string& extra = extras.front();
    if (extra.starts_with('-') && extra.size() > 1)
      return complaint(message("There is no option {0}.", extra.substr(0, extra.find('='))), path(), extra);
    if (!path().back()->commands.empty()) return no_such_command(path(), extra);
    return complaint(message("There is one argument too many: {0}.", ibtikar::quoted(extra)), path(), extra);
  }

  const Command& program_;
  std::vector<std::string> arguments_;
  CLI::App app_;
  std::optional<Message> refused_;
};

}  // namespace

Parsed parse(const Command& program, std::vector<std::string> arguments) {
  return Parser(program, std::move(arguments)).parse();
}

std::vector<Message> complaint(Message fault, const CommandPath& path, std::string_view typed) {
  std::vector<Message> sentences = {std::move(fault)};
  const auto meant = typed.empty() ? std::nullopt : nearest_word(*path.back(), typed);
  if (meant) sentences.push_back(message("Did you mean {0}?", *meant));
  sentences.push_back(message("See `{0} --help`.", full_name(path)));
  return sentences;
}

std::vector<Message> no_such_command(const CommandPath& path, std::string_view typed) {
  return complaint(message("There is no command {0}.", ibtikar::quoted(typed)), path, typed);
}

}  // namespace ibtikar::cli
