// See closing.h.
#include "cli/ask/closing.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "cli/ask/resume.h"
#include "cli/load.h"
#include "cli/shared_options.h"
#include "cli/shell_word.h"
#include "ibtikar/codec.h"
#include "ibtikar/report.h"

namespace ibtikar::cli {
namespace {

/// A line to copy: not wrapped, and left to right in every language.
std::string command(const char* name, const AskOptions& options, const std::string& more) {
  std::string out = fmt::format("  ibtikar {} {}", name, shell_word(options.file));
  if (is_by_hand(options)) out += " -r " + shell_word(options.common.rubric);
  if (!options.common.language.empty()) out += " -l " + shell_word(options.common.language);
  return visible(out + more) + "\n";
}

}  // namespace

ExitStatus show_report(const Scorer& scorer, AnswersStore& store, const AskOptions& options,
                       const std::string& language, Environment& env) {
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal({store.path(), store.document().text()}, {}, warnings);
  if (!proposal) return env.report(proposal.error());
  if (proposal->id.empty()) proposal->id = io::stem_of(store.path());
  const Checked<AnswerSheet> sheet =
      scorer.encode(*proposal, {.lenient = true, .rubric_by_hand = is_by_hand(options)}, warnings);
  if (!sheet) return env.report(sheet.error());
  TextOptions text = text_options(options.common, env);
  text.language = language;
  return env.print(render_text(scorer.assess(*proposal, *sheet, warnings), text));
}

void show_closing(const Autosave& autosave, const Interview& interview, const AnswersStore& store,
                  const QuestionText& screen, const AskOptions& options, bool has_report, Environment& env) {
  const AskWords& words = screen.words();
  const Progress progress = interview.progress();
  const bool has_open = progress.answered < progress.total;
  std::string out = "\n";
  out += screen.lines(
      filled(words.count_answered, {std::to_string(progress.answered), std::to_string(progress.total)}));
  if (!store.is_on_disk() && !autosave.is_unsaved())
    out += screen.lines(words.nothing_written);
  else if (!autosave.is_unsaved())
    out += screen.lines(screen.reader().sentence(words.saved_in, {store.path()}));
  if (has_open) out += screen.lines(words.go_on_with) + command("ask", options, "");
  if (store.is_on_disk()) {
    out += screen.lines(has_report ? words.score_with : words.score_so_far_with);
    out += command("score", options, "");
    const std::string report = io::stem_of(store.path()) + ".html";
    out += screen.lines(words.save_report_with) + command("score", options, " -o " + shell_word(report));
    if (!has_open) out += screen.lines(words.review_with) + command("ask", options, " --review");
  }
  env.err.show(out);
}

}  // namespace ibtikar::cli
