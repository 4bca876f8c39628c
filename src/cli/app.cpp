// See app.h.
#include "cli/app.h"

#include <algorithm>
#include <exception>

#include "base/catalogue.h"
#include "cli/command_line/help_page.h"
#include "cli/command_line/language.h"
#include "cli/command_line/man_page.h"
#include "cli/command_line/parse.h"
#include "cli/commands/program.h"
#include "io/interrupts.h"
#include "io/streams.h"

namespace ibtikar::cli {
namespace {

ExitStatus refuse(const std::vector<Message>& sentences, Environment& env) {
  env.err.say(sentences);
  return ExitStatus::usage;
}

std::string page_of(const CommandPath& path, const Environment& env) {
  return help_page(path, env.err.language(), env.surroundings.columns);
}

/// `ibtikar help rubric check`
ExitStatus show_help(const Command& root, const ProgramOptions& options, Environment& env) {
  if (options.names) {
    std::string names;
    for (const CommandPath& path : all_paths(root)) names += full_name(path) + "\n";
    return env.print(names);
  }
  CommandPath path = {&root};
  for (const std::string& word : options.helped) {
    const Command* next = path.back()->find(word);
    if (next == nullptr) return refuse(no_such_command(path, word), env);
    path.push_back(next);
  }
  return env.print(options.man ? man_page(path, env.err.language()) : page_of(path, env));
}

/// Standard output must have taken everything; a reader that left early had what it wanted, and the
/// run ends quietly with the status that it has by then.
ExitStatus finish(ExitStatus status, const io::DescriptorSink& out, Environment& env) {
  if (!out.failure() || out.failure()->is(Code::closed_pipe)) return status;
  env.err.report(*out.failure());
  return worse(status == ExitStatus::usage ? ExitStatus::done : status, ExitStatus::io_failure);
}

/// Where no handler is: before main(), and in what may not throw.
[[noreturn]] void end_as_defect() {
  io::end_at_once("ibtikar: a defect of this program: it cannot go on\n",
                  static_cast<int>(ExitStatus::defect));
}

/// Before anything else of the program: what libraries make before main() takes memory too.
[[gnu::constructor(101)]] void set_ending() {
  std::set_terminate(end_as_defect);
  std::set_new_handler(end_without_memory);
}

ExitStatus run_guarded(const std::vector<std::string>& arguments, Environment& env) {
  try {
    return run(arguments, env);
  } catch (const std::exception& error) {
    env.err.say(message("a defect of this program: {0}", error.what()));
    return ExitStatus::defect;
  }
}

}  // namespace

void end_without_memory() {
  io::end_at_once("ibtikar: not enough memory\n", static_cast<int>(ExitStatus::defect));
}

ExitStatus run(const std::vector<std::string>& arguments, Environment& env) {
  const std::string typed = typed_language(arguments);
  env.err.speak(is_spoken(typed) ? typed : env.surroundings.language);
  ProgramOptions options;
  const Command root = program(options);
  if (!arguments.empty() && arguments.front() == kCompleteRequest)
    return print_candidates(root, {arguments.begin() + 1, arguments.end()}, env);
  const Parsed parsed = parse(root, arguments);
  if (parsed.wants_help) return env.print(page_of(parsed.path, env));
  if (!parsed.fault.empty()) return refuse(parsed.fault, env);
  const Command& command = *parsed.path.back();
  if (&command == &root) {
    if (options.version) return print_version(env);
    env.err.show(page_of(parsed.path, env));
    return ExitStatus::usage;
  }
  if (!command.run) return show_help(root, options, env);
  options.batch.typed = arguments;
  pass_language_on(options);
  return command.run(env);
}

int run_program(int argc, const char* const* argv) {
  io::guard_standard_streams();
  io::ignore_output_signals();
  io::watch_signals();
  io::DescriptorSink out(1, kStandardOutput);
  io::DescriptorSink err(2, "standard error");
  io::DescriptorLines lines(0, "standard input");
  Environment env{out, Messages(err), lines, io::look_around()};
  env.err.speak(env.surroundings.language);
  const ExitStatus status = run_guarded(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), env);
  if (const auto signal = io::pending_signal()) io::end_by_signal(*signal);
  return static_cast<int>(finish(status, out, env));
}

}  // namespace ibtikar::cli
