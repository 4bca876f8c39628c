// See line_session.h. A message about a line is shown under the question that is asked again, next
// to the prompt, where even a small window shows it.
//
// Nobody can correct a line from a pipe. A line that is not an answer leaves its question open, and
// the next line belongs to the next question. So no answer moves to another question.
#include "cli/ask/line_session.h"

#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "cli/ask/overview_text.h"
#include "cli/ask/text_field.h"
#include "io/terminal/editor_program.h"
#include "io/terminal/terminal.h"

namespace ibtikar::cli {
namespace {

constexpr const char* kPrompt = "> ";

/// A terminal in line mode cuts longer lines without a word.
constexpr std::size_t kTerminalLine = 4095;
/// Refused lines that are listed; the others are counted.
constexpr std::size_t kMostRefused = 100;
constexpr std::size_t kShownLine = 80;

}  // namespace

void fit_to_window(QuestionText& screen, Environment& env) {
  std::size_t& columns = env.surroundings.columns;
  if (env.surroundings.output_is_terminal) columns = io::error_columns(columns);
  if (!env.surroundings.error_is_terminal) return;
  screen.fit(io::error_columns(columns));
  env.err.fit(io::error_columns(columns));
}

LineSession::LineSession(QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
                         Interview& interview, Autosave& autosave, Environment& env, bool quiet)
    : screen_(screen),
      rubric_(rubric),
      interview_(interview),
      scorer_(scorer),
      autosave_(autosave),
      env_(env),
      quiet_(quiet),
      settled_was_told_(scorer.outlook(interview.sheet()).settled) {}

Ending LineSession::ask_details(const std::vector<Detail>& details) {
  if (!is_typed()) return Ending::finished;
  for (const Detail& detail : details)
    if (const std::optional<Ending> ending = ask_detail(detail)) return *ending;
  return Ending::finished;
}

/// A title may be anything that can be kept, "<" and "?" too.
std::optional<Ending> LineSession::ask_detail(const Detail& detail) {
  for (;;) {
    prompt("\n" + screen_.lines(detail.prompt));
    const Typed typed = read_line();
    if (typed.ending) return typed.ending;
    const auto read = typed.limit > 0 ? DetailFault::too_long : read_detail(detail, typed.line);
    if (const auto* fault = std::get_if<DetailFault>(&read)) {
      notice(explain(*fault, AnswerText::excerpt(typed.line), screen_.words()));
      continue;
    }
    const std::string& text = std::get<std::string>(read);
    if (text == "q" || text == "خروج") return Ending::stopped;
    if (text.empty()) return std::nullopt;
    if (!say(autosave_.keep_detail(detail.member, text))) return Ending::conflict;
    return autosave_.is_unsaved() ? std::optional(Ending::place_failed) : std::nullopt;
  }
}

Ending LineSession::ask_questions() {
  for (;;) {
    const std::optional<Ending> ending = interview_.at_hand() ? turn() : end_or_back();
    if (ending) return *ending;
  }
}

std::optional<Ending> LineSession::turn() {
  const std::size_t number = interview_.at_hand().value_or(0);
  show_question();
  Typed typed = read_line();
  if (typed.ending) return typed.ending;
  if (rubric_.question(number).type == QuestionType::text && typed.limit == 0)
    if (const std::string rest = env_.lines.take_typed_ahead(); !rest.empty())  // of what was pasted
      typed.line += " " + std::string(trimmed(on_one_line(rest)));
  const Reply reply = typed.limit > 0 ? Reply(ParseError{ParseError::Kind::too_long, {}})
                                      : parse_reply(rubric_, number, typed.line);
  if (!std::holds_alternative<HelpReply>(reply)) help_was_last_ = false;
  if (!is_out_of_place(reply)) return take(reply, typed);
  refuse(typed, std::string(screen_.words().place_is_lost));
  return std::nullopt;
}

std::optional<Ending> LineSession::take(const Reply& reply, const Typed& typed) {
  const std::size_t number = interview_.at_hand().value_or(0);
  const Effect effect = interview_.take(reply);
  if (const auto* back = std::get_if<BackReply>(&reply); back != nullptr && back->position) {
    place_is_lost_ = !is_typed() && effect == Effect::refused;
    if (effect == Effect::stayed) return std::nullopt;  // one is there already
  }
  switch (effect) {
    case Effect::changed:
      if (const auto* answer = std::get_if<AnswerReply>(&reply);
          answer != nullptr && answer->not_applicable && answer->evidence)
        notice(std::string(screen_.words().nothing_to_show));
      return acknowledge(number);
    case Effect::marked:
      if (!say(autosave_.keep_marks())) return Ending::conflict;
      notice(mark_sentence(screen_, interview_, number));
      break;
    case Effect::stopped:
      return Ending::stopped;
    case Effect::stayed:
    case Effect::refused:
      if (std::holds_alternative<EditReply>(reply) && is_typed()) return edit();
      explain_refusal(reply, typed);
      break;
    case Effect::moved:
      break;
  }
  return std::nullopt;
}

/// Set after a line that should have gone to a question and could not: an answer would land on
/// another question.
bool LineSession::is_out_of_place(const Reply& reply) const {
  return place_is_lost_ &&
         (std::holds_alternative<AnswerReply>(reply) || std::holds_alternative<RemarkReply>(reply) ||
          std::holds_alternative<ParseError>(reply) || std::holds_alternative<MarkReply>(reply) ||
          (std::holds_alternative<BackReply>(reply) && !std::get<BackReply>(reply).position) ||
          std::holds_alternative<ForwardReply>(reply));
}

/// No open question is left, but one may still go back. From a pipe, every further line that would
/// answer is reported: it shows that lines and questions do not match.
std::optional<Ending> LineSession::end_or_back() {
  if (is_typed()) prompt("\n" + screen_.lines(screen_.words().nothing_open));
  const Typed typed = read_line();
  if (typed.ending) return *typed.ending == Ending::stopped ? Ending::finished : *typed.ending;
  const Reply reply = typed.limit > 0 ? Reply(ParseError{}) : parse_reply(rubric_, 0, typed.line);
  if (std::holds_alternative<StopReply>(reply)) return Ending::finished;
  if (std::holds_alternative<SkipReply>(reply))
    return is_typed() ? std::optional(Ending::finished) : std::nullopt;
  if (std::holds_alternative<BackReply>(reply)) return take(reply, typed);
  if (std::holds_alternative<ShowReply>(reply))
    explain_refusal(reply, typed);
  else if (is_typed())
    notice(std::string(screen_.words().no_question_left));
  else
    refuse(typed, std::string(screen_.words().no_question_left));
  return std::nullopt;
}

LineSession::Typed LineSession::read_line() {
  Result<std::optional<std::string>> line = env_.lines.next_line();
  ++line_number_;
  if (line && line->has_value()) {
    const bool is_cut = is_typed() && (*line)->size() >= kTerminalLine;
    return {**std::move(line), std::nullopt, is_cut ? kTerminalLine - 1 : 0};
  }
  if (line) return {{}, Ending::stopped};
  if (line.error().is(Code::interrupted)) return {{}, Ending::interrupted};
  if (line.error().is(Code::line_too_long)) return {{}, std::nullopt, kMaxReplyBytes};
  show(screen_.reader().fault(line.error()) + "\n");
  return {{}, Ending::input_failed};
}

/// A line from a pipe that did nothing is reported now, under the next question, and once more at
/// the end.
void LineSession::refuse(const Typed& typed, const std::string& why) {
  if (is_typed() || !quiet_) notice(why);
  if (is_typed()) return;
  ++refused_count_;
  if (refused_.size() < kMostRefused)
    refused_.push_back({line_number_, visible(typed.line, kShownLine), why});
}

/// A line that was meant for this question is used up. Evidence or a note alone leaves the question
/// at hand, as it would have if it had been right.
void LineSession::leave_open(const Reply& reply) {
  const auto* misreading = std::get_if<ParseError>(&reply);
  if (!is_typed() && misreading != nullptr && !misreading->is_remark)
    static_cast<void>(interview_.take(SkipReply{}));
}

std::optional<Ending> LineSession::acknowledge(std::size_t number) {
  if (!say(autosave_.keep_answer(number))) return Ending::conflict;
  if (!autosave_.is_unsaved() && !quiet_) show(screen_.saved(interview_, number));
  if (!interview_.hidden_by_change().empty()) show(screen_.lines(kept_hidden(screen_, rubric_, interview_)));
  const Outlook outlook = scorer_.outlook(interview_.sheet());
  if (outlook.settled && !settled_was_told_ && !quiet_)
    show(screen_.lines(settled_sentence(screen_, rubric_, outlook)));
  settled_was_told_ = outlook.settled;
  return std::nullopt;
}

/// A longer text in the user's own editor: the answer of a text question, else the note.
std::optional<Ending> LineSession::edit() {
  const std::size_t number = interview_.at_hand().value_or(0);
  const bool is_text = rubric_.question(number).type == QuestionType::text;
  const std::string before = is_text ? interview_.text_answer(number) : interview_.note(number);
  const Result<std::string> text = io::edit_in_program(before);
  if (!text) {
    notice(screen_.reader().sentence(screen_.words().editor_failed, {screen_.reader().fault(text.error())}));
    return std::nullopt;
  }
  if (*text == before) return std::nullopt;
  const Reply reply = is_text ? read_text_answer(*text) : read_note(*text);
  if (const auto* fault = std::get_if<ParseError>(&reply)) notice(screen_.explain(*fault, number));
  return interview_.take(reply) == Effect::changed ? acknowledge(number) : std::nullopt;
}

/// Says what there is to say about saving. False when the sitting must end with Ending::conflict.
bool LineSession::say(const Autosave::Kept& kept) {
  for (const std::string& sentence : kept.sentences) show(screen_.lines(sentence));
  return kept.may_go_on;
}

void LineSession::show_page(const ShowReply& reply) {
  const Outlook outlook = scorer_.outlook(interview_.sheet());
  if (reply.what == ShowReply::What::score)
    return show("\n" + score_page(screen_, rubric_, outlook, screen_.look()));
  if (reply.what == ShowReply::What::advice)
    return show(screen_.lines(advice_sentence(screen_, rubric_, interview_.at_hand())));
  if (!finder_) finder_.emplace(rubric_);
  const std::vector<std::size_t> found = finder_->find(reply.words);
  const bool with_answers = reply.what == ShowReply::What::review;
  show("\n" + list_page(screen_, rubric_, interview_, outlook, found, with_answers, screen_.look()) +
       screen_.lines(found.empty() ? filled(screen_.words().count_found, {"0"})
                                   : std::string(screen_.words().go_by_number)));
}

void LineSession::review() { show_page({ShowReply::What::review, {}}); }

void LineSession::explain_refusal(const Reply& reply, const Typed& typed) {
  const AskWords& words = screen_.words();
  const std::size_t number = interview_.at_hand().value_or(0);
  if (const auto* wanted = std::get_if<ShowReply>(&reply))
    show_page(*wanted);
  else if (std::holds_alternative<ForwardReply>(reply))
    notice(std::string(words.last_question));
  else if (std::holds_alternative<HelpReply>(reply))
    show_help(number);
  else if (const auto* misreading = std::get_if<ParseError>(&reply))
    refuse(typed, explanation(*misreading, typed));
  else if (const auto* back = std::get_if<BackReply>(&reply); back != nullptr && back->position)
    refuse(typed, filled(words.no_such_question, {std::to_string(interview_.progress().total)}));
  else if (back != nullptr)
    notice(std::string(words.first_question));
  else if (std::holds_alternative<EditReply>(reply))
    refuse(typed, std::string(words.no_editor));
  else if (std::holds_alternative<RemarkReply>(reply))
    refuse(typed, std::string(words.nothing_to_show));
  leave_open(reply);
}

std::string LineSession::explanation(const ParseError& misreading, const Typed& typed) const {
  if (typed.limit > 0) return filled(screen_.words().too_long, {std::to_string(typed.limit)});
  return screen_.explain(misreading, interview_.at_hand().value_or(0));
}

void LineSession::show_question() {
  if (is_typed()) fit_to_window(screen_, env_);
  prompt(quiet_ && !is_typed() ? "" : screen_.question(interview_));
}
/// The first ? explains the question, a second one in a row shows its rules.
void LineSession::show_help(std::size_t number) {
  const std::string rules = help_was_last_ ? screen_.rules(number) : std::string();
  show(rules.empty() ? screen_.help(number) : rules);
  help_was_last_ = rules.empty();
}

/// Shows the question and the message that waits for it. What was typed before does not answer it.
void LineSession::prompt(const std::string& asked) {
  if (!env_.lines.take_typed_ahead().empty()) notice_ += screen_.lines(screen_.words().lines_dropped);
  show(asked + std::exchange(notice_, {}) + (is_typed() ? kPrompt : ""));
}

/// Keeps a message for prompt(); from a pipe it says which line it is about.
void LineSession::notice(const std::string& sentence) {
  const std::string number = std::to_string(line_number_);
  notice_ = screen_.lines(is_typed() ? sentence : filled(screen_.words().at_line, {number, sentence}));
}

}  // namespace ibtikar::cli
