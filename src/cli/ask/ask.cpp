// See ask.h. In order: the file is locked and read, the rubric it was written
// for is loaded, what does not fit is listed, and only then is anything asked.
#include "cli/ask/ask.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/bidi.h"
#include "base/safe_text.h"
#include "base/suggest.h"
#include "cli/ask/answers_store.h"
#include "cli/ask/autosave.h"
#include "cli/ask/choose_file.h"
#include "cli/ask/closing.h"
#include "cli/ask/line_session.h"
#include "cli/ask/question_text.h"
#include "cli/ask/resume.h"
#include "cli/ask/save_prompts.h"
#include "cli/ask/screen_session.h"
#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"
#include "io/files/files.h"
#include "io/interrupts.h"

namespace ibtikar::cli {
namespace {

/// A file that cannot be read as answers, and the copy of it from before the last sitting, if there
/// is one.
ExitStatus refuse_damaged(const Diagnostics& diagnostics, const std::string& path, Environment& env) {
  const ExitStatus status = env.report(diagnostics);
  const std::string backup = backup_of(path);
  if (io::read_regular(backup, kMaxDocumentBytes))
    env.err.say(message("{0} is what the file held before the last sitting that saved an answer.",
                        ibtikar::quoted(backup)));
  return status;
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

/// Which questions `--only` names; nothing, with the fault shown, when it names something that is
/// not there.
std::optional<std::vector<bool>> wanted_questions(const Rubric& rubric, const AskOptions& options,
                                                  Environment& env) {
  std::vector<bool> wanted(rubric.question_count(), options.only.empty());
  std::vector<std::string> known;
  for (const std::string& id : options.only) {
    bool found = false;
    for (std::size_t q = 0; q < wanted.size(); ++q) {
      const bool is_named =
          rubric.section_of(q).id == id || rubric.criterion_of(q).id == id || rubric.full_id(q) == id;
      if (is_named) wanted[q] = found = true;
    }
    if (found) continue;
    for (std::size_t q = 0; q < wanted.size(); ++q)
      for (const std::string& name : {rubric.section_of(q).id, rubric.criterion_of(q).id, rubric.full_id(q)})
        known.push_back(name);
    static_cast<void>(refuse_usage(message("--only: the rubric has no section, criterion or question {0}{1}",
                                           ibtikar::quoted(id), suggestion(id, known)),
                                   env));
    return std::nullopt;
  }
  return wanted;
}

/// Whether right-to-left text is put in order by us: see docs/commands/ask.md.
Bidi bidi_for(const AskOptions& options, const Environment& env) {
  if (options.bidi == "visual") return Bidi::visual;
  if (options.bidi == "logical" || !env.surroundings.error_is_terminal) return Bidi::logical;
  return env.surroundings.orders_right_to_left ? Bidi::logical : Bidi::visual;
}

/// A stream with each line put in visual order, as wide as the window is then.
class VisualSink final : public ByteSink {
 public:
  VisualSink(ByteSink& sink, std::function<std::size_t()> columns)
      : sink_(sink), columns_(std::move(columns)) {}
  Result<void> write(std::string_view bytes) override { return sink_.write(visual_text(bytes, columns_())); }

 private:
  ByteSink& sink_;
  std::function<std::size_t()> columns_;
};

/// What a sitting leaves to be said.
struct Aftermath {
  std::vector<std::string> last_words;
  std::vector<RefusedLine> refused;  ///< the first of them
  std::size_t refused_count = 0;
};

/// Everything that one sitting needs.
struct Table {
  const AskOptions& options;
  const Rubric& rubric;
  const Scorer& scorer;
  QuestionText& screen;
  Interview& interview;
  AnswersStore& store;
  Autosave& autosave;
  Environment& env;
  bool has_news;  ///< the command line brought something to save
};

/// A new file is asked about once.
std::vector<Detail> details_of(const Table& at) {
  if (at.store.text_at_open()) return {};
  return details_to_ask(at.options, at.screen.words());
}

Ending ask_in_lines(Table& at, Aftermath& after) {
  LineSession sitting(at.screen, at.rubric, at.scorer, at.interview, at.autosave, at.env,
                      at.options.common.quiet);
  if (at.options.review) sitting.review();
  if (const Ending ending = sitting.ask_details(details_of(at)); ending != Ending::finished) return ending;
  const Ending ending = sitting.ask_questions();
  after.refused = sitting.refused();
  after.refused_count = sitting.refused_count();
  return ending;
}

Ending ask_on_screen(Table& at, Aftermath& after) {
  Result<io::ScreenTerminal> terminal = io::ScreenTerminal::open();
  if (!terminal) return ask_in_lines(at, after);
  const QuestionFinder finder(at.rubric);
  ScreenModel model(at.screen, at.rubric, at.scorer, finder, at.interview);
  if (at.options.review) model.open_review();
  if (std::vector<Detail> details = details_of(at); !details.empty()) model.ask_details(std::move(details));
  ScreenSession sitting(at.screen, at.interview, model, at.autosave, *terminal, bidi_for(at.options, at.env));
  const Ending ending = sitting.run();
  after.last_words = sitting.last_words();
  return ending;
}

Ending ask(Table& at, Aftermath& after) {
  if (at.has_news) {
    const Autosave::Kept kept = at.autosave.save();
    for (const std::string& sentence : kept.sentences) at.env.err.show(at.screen.lines(sentence));
    if (!kept.may_go_on) return Ending::conflict;
    if (at.autosave.is_unsaved()) return Ending::place_failed;
  }
  if (at.options.no_input) return Ending::stopped;
  const io::Surroundings& around = at.env.surroundings;
  const bool has_screen = !at.options.plain && !at.options.common.quiet && around.input_is_terminal &&
                          around.error_is_terminal && around.has_screen;
  return has_screen ? ask_on_screen(at, after) : ask_in_lines(at, after);
}

/// The lines that were not taken, with their numbers and why.
void show_refused(const Aftermath& after, const QuestionText& screen, Environment& env) {
  const AskWords& words = screen.words();
  if (after.refused_count == 0) return;
  std::string out = screen.lines(words.refused_lines);
  for (const RefusedLine& line : after.refused) {
    const std::string number = std::to_string(line.number);
    const bool is_quoted = line.why.find(line.text) != std::string::npos;
    out += screen.lines(is_quoted ? filled(words.at_line, {number, line.why})
                                  : filled(words.refused_line,
                                           {number, screen.reader().sentence("{0}", {line.text}), line.why}));
  }
  if (after.refused_count > after.refused.size())
    out += screen.lines(
        filled(words.more_refused, {std::to_string(after.refused_count - after.refused.size())}));
  env.err.show(out);
}

/// How a sitting ended; no status: the file is to be read again.
using Outcome = std::optional<ExitStatus>;

Outcome sit(AskOptions options, const Rubric& rubric, AnswersStore& store, Proposal proposal,
            Environment& env) {
  const bool quiet = options.common.quiet;
  const std::string language = reading_language(options.common, rubric, env);
  const TextOptions look = text_options(options.common, env);
  const bool color = options.common.color == "always" || (look.color && env.surroundings.error_is_terminal);
  QuestionText screen(rubric, language, look.columns, color);
  fit_to_window(screen, env);
  const Scorer scorer(rubric);
  const std::optional<std::vector<bool>> wanted = wanted_questions(rubric, options, env);
  if (!wanted) return ExitStatus::usage;
  if (!set_aside_what_does_not_fit(scorer, proposal, options, store, screen, env))
    return ExitStatus::invalid_input;
  store.document().set_rubric({rubric.id(), rubric.version()});
  const bool has_news = set_members(store.document(), options, proposal);
  Interview interview(rubric, std::move(proposal));
  Autosave autosave(screen, rubric, interview, store);
  interview.ask_only(*wanted);
  if (options.order == "value")
    interview.choose_by([&](const std::vector<std::size_t>& open) {
      const std::vector<double> narrowing = scorer.narrowing(interview.sheet());
      return *std::max_element(open.begin(), open.end(),
                               [&](std::size_t a, std::size_t b) { return narrowing[a] < narrowing[b]; });
    });
  if (!quiet) env.err.show(screen.opening(store.path(), !store.text_at_open(), interview.progress()));

  Table table{options, rubric, scorer, screen, interview, store, autosave, env, has_news};
  Aftermath after;
  const Ending ending = ask(table, after);
  fit_to_window(screen, env);
  for (const std::string& sentence : after.last_words) env.err.show(screen.lines(sentence));
  if (ending == Ending::conflict && wants_to_read_again(screen, env)) return std::nullopt;
  if (ending == Ending::conflict || ending == Ending::place_failed) return ExitStatus::io_failure;
  for (const std::string& sentence : autosave.save_the_rest().sentences) env.err.show(screen.lines(sentence));
  if (ending != Ending::interrupted) offer_another_file(screen, autosave, env);
  options.file = store.path();
  ExitStatus status =
      autosave.is_unsaved() || ending == Ending::input_failed ? ExitStatus::io_failure : ExitStatus::done;
  show_refused(after, screen, env);
  if (after.refused_count > 0) status = worse(status, ExitStatus::invalid_input);
  const bool has_report = ending == Ending::finished && !quiet;
  if (has_report) status = worse(status, show_report(scorer, store, options, language, env));
  if (!quiet || ending == Ending::interrupted)
    show_closing(autosave, interview, store, screen, options, has_report, env);
  return status;
}

/// From the existing answers file to the end of the sitting.
Outcome open_and_sit(const AskOptions& options, Environment& env) {
  Result<AnswersStore> store = AnswersStore::open(options.file);
  if (!store) return env.report(store.error());
  Checked<Proposal> proposal = read_proposal(*store, options.common.quiet, env);
  if (!proposal) return refuse_damaged(proposal.error(), store->path(), env);
  const Checked<std::string> name = rubric_name(options, *proposal, *store);
  if (!name) return env.report(name.error());
  ExitStatus status = ExitStatus::done;
  const std::optional<Rubric> rubric = load_rubric(*name, options.common.quiet, env, status);
  if (!rubric) return status;
  if (const auto fault = language_fault(options.common, rubric->parts().languages))
    return refuse_usage(*fault, env);
  store->begin();
  if (bring_back_what_fits(*store, *rubric)) {
    Diagnostics unused;
    proposal = decode_proposal({store->path(), store->document().text()}, {.lenient = true}, unused);
    if (!proposal) return env.report(proposal.error());
  }
  return sit(options, *rubric, *store, *std::move(proposal), env);
}

}  // namespace

ExitStatus run_ask(const AskOptions& given, Environment& env) {
  if (given.file == "-")
    return refuse_usage(
        message("ask needs a file to keep the answers in; it reads lines from standard input"), env);
  const io::Surroundings& world = env.surroundings;
  const bool is_visual = bidi_for(given, env) == Bidi::visual;
  const bool is_report_visual = is_visual && (given.bidi == "visual" || world.output_is_terminal);
  VisualSink visual_out(
      env.out, [&] { return world.output_is_terminal ? io::error_columns(world.columns) : world.columns; });
  Environment around{is_report_visual ? visual_out : env.out, env.err, env.lines, world};
  if (is_visual) around.err = env.err.in_visual_order(io::error_columns(world.columns));
  if (given.list) return run_ask_list(given, around);
  AskOptions options = given;
  const io::Interrupts interrupts;
  if (options.file.empty() && !choose_file(options, around)) return ExitStatus::done;
  for (;;)
    if (const Outcome outcome = open_and_sit(options, around)) return *outcome;
}

}  // namespace ibtikar::cli
