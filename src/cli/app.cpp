// See app.h. Which commands there are, and what a command line that is wrong gets.
#include "cli/app.h"

#include <algorithm>
#include <exception>
#include <functional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/ask/ask.h"
#include "cli/commands/batch.h"
#include "cli/commands/compare.h"
#include "cli/commands/report.h"
#include "cli/commands/rubric.h"
#include "cli/commands/rubric_convert.h"
#include "cli/commands/rubric_new.h"
#include "cli/commands/score.h"
#include "cli/help_pages.h"
#include "ibtikar/version.h"
#include "io/interrupts.h"
#include "io/streams.h"

namespace ibtikar::cli {
namespace {

/// Everything that can be typed, and what it runs.
class CommandLine {
 public:
  CommandLine() {
    wrap_help_pages(app_);
    app_.require_subcommand(1);
    app_.failure_message(nullptr);
    app_.footer("Example:\n  ibtikar score proposal.json\n\n`ibtikar COMMAND --help` tells more.");
    app_.add_flag("--version", version_, "the program's version");
    offer(add_ask(app_, ask_), [this](Environment& env) { return run_ask(ask_, env); });
    offer(add_score(app_, score_), [this](Environment& env) { return run_score(score_, env); });
    offer(add_report(app_, report_), [this](Environment& env) { return run_report(report_, env); });
    offer(add_batch(app_, batch_), [this](Environment& env) { return run_batch_command(batch_, env); });
    offer(add_compare(app_, compare_), [this](Environment& env) { return run_compare(compare_, env); });
    offer(add_merge(app_, merge_), [this](Environment& env) { return run_merge(merge_, env); });
    const RubricCommands rubric = add_rubric(app_, rubric_);
    offer(rubric.list, [this](Environment& env) { return run_rubric_list(rubric_, env); });
    offer(rubric.show, [this](Environment& env) { return run_rubric_show(rubric_, env); });
    offer(rubric.check, [this](Environment& env) { return run_rubric_check(rubric_, env); });
    offer(rubric.schema, [this](Environment& env) { return run_rubric_schema(rubric_, env); });
    offer(add_rubric_new(*rubric.rubric, rubric_new_),
          [this](Environment& env) { return run_rubric_new(rubric_new_, env); });
    offer(add_rubric_convert(*rubric.rubric, rubric_convert_),
          [this](Environment& env) { return run_rubric_convert(rubric_convert_, env); });
    CLI::App* version = app_.add_subcommand("version", "the program's version");
    version->footer("Example:\n  ibtikar version");
    offer(version, print_version);
    CLI::App* help = app_.add_subcommand("help", "what a command is for and takes");
    help->add_option("COMMAND", helped_, "as it is typed: rubric check")->option_text("...");
    help->footer("Example:\n  ibtikar help rubric check");
  }

  ExitStatus run(std::vector<std::string> arguments, Environment& env) {
    if (arguments == std::vector<std::string>{"--version"}) return print_version(env);
    if (arguments.size() > 1 && arguments.front() == "help") {
      arguments.erase(arguments.begin());
      const auto is_named = [&](const CLI::App* command) { return command->get_name() == arguments.front(); };
      if (!app_.get_subcommands(is_named).empty()) arguments.push_back("--help");
    }
    if (arguments == std::vector<std::string>{"help"}) return env.print(app_.help());
    if (arguments.empty()) {
      env.err.show(app_.help());
      return ExitStatus::usage;
    }
    batch_.typed = arguments;
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    try {
      app_.parse(arguments);
    } catch (const CLI::CallForHelp&) {
      return env.print(innermost().help(name_before(innermost())));
    } catch (const CLI::ParseError& error) {
      std::reverse(arguments.begin(), arguments.end());
      env.err.say(complaint(error));
      return ExitStatus::usage;
    }
    for (const auto& [command, run_it] : commands_)
      if (command->parsed()) return run_it(env);
    return ExitStatus::defect;
  }

 private:
  using Run = std::function<ExitStatus(Environment&)>;

  void offer(CLI::App* command, Run run_it) { commands_.emplace_back(command, std::move(run_it)); }

  static ExitStatus print_version(Environment& env) {
    return env.print(fmt::format("{} {}\n", kEngineName, version()));
  }

  /// The command that was being typed: rubric check of `ibtikar rubric check ...`.
  CLI::App& innermost() {
    CLI::App* at = &app_;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    return *at;
  }

  /// What is wrong with the command line, with the nearest thing that is right.
  std::string complaint(const CLI::ParseError& error) {
    CLI::App& command = innermost();
    std::string message = error.what();
    constexpr std::string_view kTooOften = ": At Most 1 required but received ";
    if (const std::size_t at = message.find(kTooOften); at != std::string::npos)
      message = fmt::format("{} is given {} times; it can be given once", message.substr(0, at),
                            message.substr(at + kTooOften.size()));
    // CLI11 says only that a subcommand is required where one was mistyped.
    if (const auto extras = app_.remaining(true); error.get_name() == "RequiredError" && !extras.empty())
      message = fmt::format("There is no command {}", ibtikar::quoted(extras.front()));
    if (message.empty() || message.back() != '.') message += ".";
    const std::string before = name_before(command);
    return fmt::format("{}{} See `{}{}{} --help`.", message, suggestion(command), before,
                       before.empty() ? "" : " ", command.get_name());
  }

  /// The words before a command's own: "ibtikar rubric" of `ibtikar rubric check`; none of `ibtikar`.
  std::string name_before(const CLI::App& command) {
    std::string name;
    for (const CLI::App* at = &app_; at != &command; at = at->get_subcommands().front())
      name += (name.empty() ? "" : " ") + at->get_name();
    return name;
  }

  std::string suggestion(CLI::App& command) {
    std::vector<std::string> known;
    for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(sub->get_name());
    for (const CLI::Option* option : command.get_options())
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    for (const std::string& extra : app_.remaining(true)) {
      const auto nearest = nearest_name(extra.substr(0, extra.find('=')), known);
      if (nearest) return fmt::format(" Did you mean {}?", *nearest);
    }
    return {};
  }

  CLI::App app_{"ibtikar: how ready is a social-innovation program, as described?", "ibtikar"};
  bool version_ = false;
  std::vector<std::string> helped_;  ///< `help` becomes --help before options are read
  AskOptions ask_;
  ScoreOptions score_;
  ReportOptions report_;
  BatchCommand batch_;
  CompareOptions compare_;
  MergeOptions merge_;
  RubricOptions rubric_;
  RubricNewOptions rubric_new_;
  RubricConvertOptions rubric_convert_;
  std::vector<std::pair<CLI::App*, Run>> commands_;
};

constexpr std::string_view kNoMemory = "ibtikar: not enough memory\n";

/// Standard output must have taken everything; a reader that left early had what it wanted, and the run ends
/// quietly with the status that it has by then.
ExitStatus finish(ExitStatus status, const io::DescriptorSink& out, Environment& env) {
  if (!out.failure()) return status;
  if (out.failure()->code == "closed-pipe") return status;
  env.err.report(*out.failure());
  return worse(status == ExitStatus::usage ? ExitStatus::done : status, ExitStatus::io_failure);
}

/// Where no handler is: before main(), and in what may not throw. There may be no memory left to say it with.
[[noreturn]] void end_as_defect() {
  std::string_view told = "ibtikar: a defect of this program: it cannot go on\n";
  if (const std::exception_ptr fault = std::current_exception()) try {
      std::rethrow_exception(fault);
    } catch (const std::bad_alloc&) {
      told = kNoMemory;
    } catch (...) {
    }
  io::end_at_once(told, static_cast<int>(ExitStatus::defect));
}

/// Before anything else of the program: what libraries make before main() takes memory too.
[[gnu::constructor(101)]] void set_ending() { std::set_terminate(end_as_defect); }

ExitStatus run_guarded(const std::vector<std::string>& arguments, Environment& env) {
  try {
    return run(arguments, env);
  } catch (const std::bad_alloc&) {
    io::end_at_once(kNoMemory, static_cast<int>(ExitStatus::defect));
  } catch (const std::exception& error) {
    env.err.say(fmt::format("a defect of this program: {}", error.what()));
    return ExitStatus::defect;
  }
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments, Environment& env) {
  return CommandLine().run(arguments, env);
}

int run_program(int argc, const char* const* argv) {
  io::guard_standard_streams();
  io::ignore_output_signals();
  io::watch_signals();
  io::DescriptorSink out(1, "standard output");
  io::DescriptorSink err(2, "standard error");
  io::DescriptorLines lines(0, "standard input");
  Environment env{out, Messages(err), lines, io::look_around()};
  env.err.speak(env.surroundings.language);
  const ExitStatus status = run_guarded(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), env);
  if (const auto signal = io::pending_signal()) io::end_by_signal(*signal);
  return static_cast<int>(finish(status, out, env));
}

}  // namespace ibtikar::cli
