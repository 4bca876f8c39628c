// See ask.h. In order: the file is locked and read, the rubric it was written
// for is loaded, what does not fit is listed, and only then is anything asked.
#include "cli/ask.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "cli/answers_store.h"
#include "cli/ask_screen.h"
#include "cli/ask_sitting.h"
#include "cli/load.h"
#include "cli/report_outputs.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"
#include "ibtikar/scorer.h"
#include "interview/typed_text.h"
#include "io/interrupts.h"

namespace ibtikar::cli {
namespace {

void show(const Diagnostics& diagnostics, Environment& env) {
  static_cast<void>(env.err.write(format(diagnostics)));
}

ExitStatus refuse(const Diagnostics& diagnostics, Environment& env) {
  show(diagnostics, env);
  return status_of(diagnostics);
}

/// Of texts and words: as asked for, else as the surroundings say, if the rubric
/// speaks that language, else the rubric's first.
std::string reading_language(const CommonOptions& common, const Rubric& rubric, const Environment& env) {
  const std::string wanted = wanted_language(common, env);
  const std::vector<std::string>& known = rubric.parts().languages;
  const bool is_known = std::any_of(known.begin(), known.end(), [&](const std::string& tag) {
    return primary_language(tag) == primary_language(wanted);
  });
  if (!common.language.empty() || is_known) return wanted;
  return std::string(rubric.fallback_language());
}

/// Whether the user named a rubric, rather than the file.
bool is_by_hand(const AskOptions& options) { return !options.common.rubric.empty(); }

/// What the file held, or an empty proposal for a new file.
Checked<Proposal> read_proposal(const AnswersStore& store, bool quiet, Environment& env) {
  if (!store.text_at_open()) return Proposal{};
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal({store.path(), *store.text_at_open()}, {}, warnings);
  if (proposal && !quiet) show(warnings, env);
  return proposal;
}

/// The rubric to ask by: named by hand, by the file, or the default.
Checked<std::string> rubric_name(const AskOptions& options, const Proposal& proposal,
                                 const AnswersStore& store) {
  if (is_by_hand(options)) return options.common.rubric;
  if (proposal.rubric.id.empty()) return std::string(kDefaultRubric);
  if (is_builtin_rubric(proposal.rubric.id)) return proposal.rubric.id;
  Diagnostics errors = {
      error_at("/rubric/id", "unknown-rubric",
               fmt::format("written for rubric {}, which is not built in; name its file with --rubric",
                           ibtikar::quoted(proposal.rubric.id)))};
  locate({store.path(), store.text_at_open().value_or("")}, errors);
  return fail(std::move(errors));
}

/// Lists once what the file has that this rubric does not. An answer to a hidden
/// question is nothing to list: that is how interviews go.
Result<void> list_what_does_not_fit(const Scorer& scorer, const Proposal& proposal, const AskOptions& options,
                                    const AnswersStore& store, const AskScreen& screen, Environment& env) {
  Diagnostics warnings;
  const NamedText source{store.path(), store.text_at_open().value_or("{}")};
  Checked<AnswerSheet> sheet =
      scorer.encode(proposal, {.lenient = true, .rubric_by_hand = is_by_hand(options)}, warnings);
  if (!sheet) {
    Diagnostics errors = sheet.error();
    locate(source, errors);
    show(errors, env);
    return fail(errors.front());
  }
  std::erase_if(warnings, [](const Diagnostic& d) { return d.code == "hidden-answer"; });
  if (warnings.empty() || options.common.quiet) return {};
  locate(source, warnings);
  show(warnings, env);
  static_cast<void>(env.err.write(screen.lines(screen.words().kept_unread)));
  return {};
}

/// What was given on the command line goes into the document. Whether that changed it.
bool set_members(AnswersFile& document, const AskOptions& options, const Proposal& proposal) {
  struct Member {
    const char* name;
    const std::string& wanted;
    const std::string& present;
  };
  const std::array<Member, 5> members = {{{"id", options.id, proposal.id},
                                          {"title", options.title, proposal.title},
                                          {"organization", options.organization, proposal.organization},
                                          {"assessor", options.assessor, proposal.assessor},
                                          {"date", options.date, proposal.date}}};
  bool changed = false;
  for (const Member& member : members) {
    if (member.wanted.empty() || member.wanted == member.present) continue;
    document.set_text(member.name, member.wanted);
    changed = true;
  }
  return changed;
}

/// A word for the shell: in quotation marks where it needs them.
std::string shell_word(const std::string& text) {
  constexpr std::string_view kSpecial = " \t\n\"'\\$`!*?[]{}()<>|&;#~";
  const std::string word = text.starts_with('-') ? "./" + text : text;
  if (word.find_first_of(kSpecial) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// A line to copy: not wrapped, and left to right in every language.
std::string command(const char* name, const AskOptions& options) {
  std::string out = fmt::format("  ibtikar {} {}", name, shell_word(options.file));
  if (is_by_hand(options)) out += " -r " + shell_word(options.common.rubric);
  if (!options.common.language.empty()) out += " -l " + shell_word(options.common.language);
  return visible(out) + "\n";
}

/// The report on what is in the document now, to standard output.
ExitStatus report(const Scorer& scorer, AnswersStore& store, const AskOptions& options,
                  const std::string& language, Environment& env) {
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal({store.path(), store.document().text()}, {}, warnings);
  if (!proposal) return refuse(proposal.error(), env);
  if (proposal->id.empty()) proposal->id = io::stem_of(store.path());
  const Checked<AnswerSheet> sheet =
      scorer.encode(*proposal, {.lenient = true, .rubric_by_hand = is_by_hand(options)}, warnings);
  if (!sheet) return refuse(sheet.error(), env);
  TextOptions text = text_options(options.common, env);
  text.language = language;
  const Result<void> written = env.out.write(render_text(scorer.assess(*proposal, *sheet, warnings), text));
  return written || written.error().code == "closed-pipe" ? ExitStatus::done : ExitStatus::io_failure;
}

/// Where the answers are, and how to go on.
void show_closing(const AskSitting& sitting, const Interview& interview, const AnswersStore& store,
                  const AskScreen& screen, const AskOptions& options, Environment& env) {
  const AskWords& words = screen.words();
  const Progress progress = interview.progress();
  const bool has_open = progress.answered < progress.total;
  std::string out = "\n";
  out += screen.lines(
      filled(words.count_answered, {std::to_string(progress.answered), std::to_string(progress.total)}));
  if (!store.is_on_disk() && !sitting.is_unsaved())
    out += screen.lines(words.nothing_written);
  else if (!sitting.is_unsaved())
    out += screen.lines(screen.reader().sentence(words.saved_in, {store.path()}));
  if (has_open) out += screen.lines(words.go_on_with) + command("ask", options);
  if (store.is_on_disk()) out += screen.lines(words.score_with) + command("score", options);
  static_cast<void>(env.err.write(out));
}

Ending ask(AskSitting& sitting, AnswersStore& store, bool has_news, const AskOptions& options) {
  if (has_news && !sitting.save()) return Ending::conflict;
  if (has_news && sitting.is_unsaved()) return Ending::place_failed;
  if (options.no_input) return Ending::stopped;
  if (!store.text_at_open() && options.title.empty())
    if (const Ending ending = sitting.ask_title(); ending != Ending::finished) return ending;
  return sitting.ask_questions();
}

ExitStatus sit(const AskOptions& options, const Rubric& rubric, AnswersStore& store, Proposal proposal,
               Environment& env) {
  const bool quiet = options.common.quiet;
  const std::string language = reading_language(options.common, rubric, env);
  const TextOptions look = text_options(options.common, env);
  const bool color = options.common.color == "always" || (look.color && env.surroundings.error_is_terminal);
  const AskScreen screen(rubric, language, look.columns, color);
  const Scorer scorer(rubric);
  if (!list_what_does_not_fit(scorer, proposal, options, store, screen, env))
    return ExitStatus::invalid_input;
  store.document().set_rubric({rubric.id(), rubric.version()});
  const bool has_news = set_members(store.document(), options, proposal);
  Interview interview(rubric, std::move(proposal));
  AskSitting sitting(screen, rubric, interview, store, env, quiet);
  if (!quiet)
    static_cast<void>(
        env.err.write(screen.opening(store.path(), !store.text_at_open(), interview.progress())));

  const Ending ending = ask(sitting, store, has_news, options);
  if (ending == Ending::conflict || ending == Ending::place_failed) return ExitStatus::io_failure;
  sitting.save_the_rest();
  ExitStatus status =
      sitting.is_unsaved() || ending == Ending::input_failed ? ExitStatus::io_failure : ExitStatus::done;
  if (ending == Ending::finished) status = worse(status, report(scorer, store, options, language, env));
  if (!quiet || ending == Ending::interrupted) show_closing(sitting, interview, store, screen, options, env);
  return status;
}

/// For CLI11: empty when `text` is one line of UTF-8 that says something, else what is wrong.
std::string check_line(const std::string& text) {
  if (!is_readable(text) || trimmed(plain(text)).empty()) return "expected a text on one line";
  return {};
}

/// For CLI11: empty when `text` is a day of the calendar.
std::string check_date(const std::string& text) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return static_cast<int>(parse_count(std::string_view(text).substr(at, size)).value_or(0));
  };
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const std::chrono::year_month_day day(std::chrono::year(part(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(part(8, 2))));
    if (day.ok()) return {};
  }
  return "expected a day as YYYY-MM-DD, for example 2026-11-01";
}

}  // namespace

CLI::App* add_ask(CLI::App& app, AskOptions& options) {
  CLI::App* ask =
      app.add_subcommand("ask", "Ask the questions one by one; every answer is saved as it comes");
  ask->add_option("FILE", options.file, "Answers file; one that is there is gone on with")
      ->capture_default_str();
  add_rubric_option(*ask, options.common);
  add_language_option(*ask, options.common);
  const auto add_text = [&](const char* name, std::string& text, const char* description) {
    ask->add_option(name, text, description)->type_name("TEXT")->check(CLI::Validator(check_line, ""));
  };
  add_text("--title", options.title, "Title of the program");
  add_text("--id", options.id, "Id of the proposal");
  add_text("--organization", options.organization, "Who runs the program");
  add_text("--assessor", options.assessor, "Who answers");
  ask->add_option("--date", options.date, "Day of the assessment")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(check_date, ""));
  add_color_option(*ask, options.common);
  add_quiet_option(*ask, options.common);
  ask->add_flag("--no-input", options.no_input, "never ask anything: only keep what the other options say");
  ask->footer(
      "Example:\n"
      "  ibtikar ask garden.json --title \"Garden on the roof\"\n"
      "A question is answered by a number or a few words; ? shows help, < goes back, q stops.\n"
      "From a pipe every line answers one question; an empty line skips it.");
  return ask;
}

ExitStatus run_ask(const AskOptions& options, Environment& env) {
  if (options.file == "-")
    return refuse_usage("ask needs a file to keep the answers in; it reads lines from standard input", env);
  const io::Interrupts interrupts;
  Result<AnswersStore> store = AnswersStore::open(options.file);
  if (!store) return refuse({store.error()}, env);
  Checked<Proposal> proposal = read_proposal(*store, options.common.quiet, env);
  if (!proposal) return refuse(proposal.error(), env);
  const Checked<std::string> name = rubric_name(options, *proposal, *store);
  if (!name) return refuse(name.error(), env);
  ExitStatus status = ExitStatus::done;
  const std::optional<Rubric> rubric = load_rubric(*name, options.common.quiet, env, status);
  if (!rubric) return status;
  store->begin();
  return sit(options, *rubric, *store, *std::move(proposal), env);
}

}  // namespace ibtikar::cli
