// The command line of `ask`. See ask.h.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "cli/ask/ask.h"
#include "cli/ask/day.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

/// For CLI11: empty when `text` is one line of UTF-8 that says something, else what is wrong.
std::string check_line(const std::string& text) {
  if (!is_readable(text) || trimmed(plain(text)).empty()) return "expected a text on one line";
  return {};
}

/// For CLI11: empty when `text` is a day of the calendar, which is then written as YYYY-MM-DD.
std::string check_date(std::string& text) {
  const Day day = read_day(text);
  if (day.kind == Day::Kind::hijri)
    return fmt::format("{} looks like a Hijri date; expected a Gregorian day as YYYY-MM-DD",
                       ibtikar::quoted(text));
  if (day.kind == Day::Kind::none) return "expected a day as YYYY-MM-DD, for example 2026-11-01, or today";
  text = day.text;
  return {};
}

}  // namespace

CLI::App* add_ask(CLI::App& app, AskOptions& options) {
  CLI::App* ask =
      app.add_subcommand("ask", "ask the questions one by one; every answer is saved as it comes");
  ask->add_option("FILE", options.file,
                  "answers file; one that is there is gone on with (default: named after the title)")
      ->option_text("");
  add_rubric_option(*ask, options.common);
  add_language_option(*ask, options.common);
  const auto add_text = [&](const char* name, std::string& text, const char* description) {
    ask->add_option(name, text, description)->option_text("TEXT")->check(CLI::Validator(check_line, ""));
  };
  add_text("--title", options.title, "title of the program");
  add_text("--id", options.id, "id of the proposal");
  add_text("--organization", options.organization, "who runs the program");
  add_text("--assessor", options.assessor, "who answers");
  ask->add_option("--date", options.date, "day of the assessment: YYYY-MM-DD, or today")
      ->option_text("DAY")
      ->transform(CLI::Validator(check_date, ""));
  ask->add_flag("--list", options.list, "list the proposals in this folder and how far each is");
  ask->add_option("--only", options.only, "ask only these sections, criteria or questions")
      ->delimiter(',')
      ->allow_extra_args(false)  // what stands behind is FILE
      ->option_text("ID,...");
  ask->add_option("--order", options.order, "rubric, or value: next what narrows the score's interval most")
      ->check(CLI::IsMember({"rubric", "value"}))
      ->option_text("ORDER");
  ask->add_flag("--review", options.review, "begin with the page of all answers");
  ask->add_flag("--plain", options.plain, "numbered lines instead of a screen, for screen readers too");
  ask->add_option("--bidi", options.bidi,
                  "auto, visual or logical: whether right-to-left text is put in order here")
      ->check(CLI::IsMember({"auto", "visual", "logical"}))
      ->option_text("WHO");
  add_color_option(*ask, options.common);
  add_quiet_option(*ask, options.common);
  ask->add_flag("--no-input", options.no_input, "never ask anything: only keep what the other options say");
  ask->footer(
      "Example:\n"
      "  ibtikar ask garden.json --title \"Garden on the roof\"\n"
      "A question is answered by a number or a few words; ? shows help, < goes back,\n"
      "/ finds, q stops.\n"
      "From a pipe every line answers one question; an empty line skips it, and a line that\n"
      "is no answer leaves its question open (exit status 3).");
  return ask;
}

}  // namespace ibtikar::cli
