// The command line of ask. See ask.h.
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "cli/ask/ask.h"
#include "cli/ask/day.h"
#include "cli/shared_options.h"

namespace ibtikar::cli {
namespace {

std::optional<Message> check_line(std::string& text) {
  if (!is_readable(text) || trimmed(plain(text)).empty()) return message("expected a text on one line");
  return std::nullopt;
}

/// A day of the calendar, which is then written as YYYY-MM-DD.
std::optional<Message> check_date(std::string& text) {
  const Day day = read_day(text);
  if (day.kind == Day::Kind::hijri)
    return message("{0} looks like a Hijri date; expected a Gregorian day as YYYY-MM-DD",
                   ibtikar::quoted(text));
  if (day.kind == Day::Kind::none)
    return message("expected a day as YYYY-MM-DD, for example 2026-11-01, or today");
  text = day.text;
  return std::nullopt;
}

CommandOption about_proposal(const char* names, std::string& text, Message description) {
  return {.names = names,
          .value = "TEXT",
          .description = std::move(description),
          .target = &text,
          .group = Group::proposal,
          .check = check_line};
}

}  // namespace

Command ask_command(AskOptions& options) {
  return {
      .name = "ask",
      .summary = message("answer the questions of a rubric one by one; every answer is saved at once"),
      .options = {{.names = "FILE",
                   .description =
                       message("the answers file; an existing one is continued (default: named after the "
                               "title)"),
                   .target = &options.file},
                  about_proposal("--title", options.title, message("title of the program")),
                  about_proposal("--id", options.id, message("id of the proposal")),
                  about_proposal("--organization", options.organization,
                                 message("the organization that runs the program")),
                  about_proposal("--assessor", options.assessor, message("the person who answers")),
                  {.names = "--date",
                   .value = "DAY",
                   .description = message("day of the assessment: YYYY-MM-DD, or today"),
                   .target = &options.date,
                   .group = Group::proposal,
                   .check = check_date},
                  rubric_option(options.common),
                  {.names = "--only",
                   .value = "ID,...",
                   .description = message("ask only these sections, criteria or questions"),
                   .target = &options.only,
                   .group = Group::assessment,
                   .splits_at_commas = true},
                  {.names = "--order",
                   .value = "ORDER",
                   .description = message("rubric (the rubric's order), or value (first the question that "
                                          "narrows the score's interval most)"),
                   .target = &options.order,
                   .group = Group::assessment,
                   .choices = {"rubric", "value"}},
                  {.names = "--review",
                   .description = message("start with the review of all answers"),
                   .target = &options.review,
                   .group = Group::behavior},
                  {.names = "--list",
                   .description = message("list the proposals in this folder and the progress of each"),
                   .target = &options.list,
                   .group = Group::behavior},
                  {.names = "--plain",
                   .description =
                       message("numbered lines instead of full screens; works with screen readers"),
                   .target = &options.plain,
                   .group = Group::display},
                  {.names = "--bidi",
                   .value = "WHO",
                   .description = message("auto, visual or logical: who orders right-to-left text, this "
                                          "program (visual) or the terminal (logical)"),
                   .target = &options.bidi,
                   .group = Group::display,
                   .choices = {"auto", "visual", "logical"}},
                  language_option(options.common.language),
                  color_option(options.common),
                  quiet_option(options.common),
                  {.names = "--no-input",
                   .description = message("never prompt: only save what the other options say"),
                   .target = &options.no_input,
                   .group = Group::behavior}},
      .examples = {"ibtikar ask garden.json --title \"Garden on the roof\""},
      .notes = {message("Answer with a number or a few words; ? shows help, < goes back, / searches, q "
                        "stops. From a pipe, each line answers one question, and an empty line skips it. A "
                        "line that is not a valid answer leaves its question open (exit status 3).")},
      .run = [&options](Environment& env) { return run_ask(options, env); }};
}

}  // namespace ibtikar::cli
