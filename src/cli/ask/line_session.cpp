// See line_session.h. A message about a line stands under the question that is
// asked again, next to the prompt, where a small window still shows it.
#include "cli/ask/line_session.h"

#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "base/typed_text.h"
#include "cli/ask/overview_text.h"
#include "io/terminal/editor_program.h"

namespace ibtikar::cli {
namespace {

constexpr const char* kPrompt = "> ";

}  // namespace

LineSession::LineSession(const QuestionText& screen, const Rubric& rubric, const Scorer& scorer,
                         Interview& interview, Autosave& autosave, Environment& env, bool quiet)
    : screen_(screen),
      rubric_(rubric),
      interview_(interview),
      scorer_(scorer),
      autosave_(autosave),
      env_(env),
      quiet_(quiet),
      settled_was_told_(scorer.outlook(interview.sheet()).settled) {}

Ending LineSession::ask_title() {
  if (!is_typed()) return Ending::finished;
  for (;;) {
    prompt("\n" + screen_.lines(screen_.words().title_prompt));
    const Typed typed = read_line();
    if (typed.ending) return *typed.ending;
    const std::optional<ParseError> fault = fault_of_title(typed);
    if (fault) {
      notice(screen_.explain(*fault, 0));
      continue;
    }
    const std::string tidy = plain(typed.line);
    const std::string_view title = trimmed(tidy);
    if (title == "q" || title == "خروج") return Ending::stopped;
    if (title.empty()) return Ending::finished;
    if (!say(autosave_.keep_title(title))) return Ending::conflict;
    return autosave_.is_unsaved() ? Ending::place_failed : Ending::finished;
  }
}

/// A title may be anything that can be kept, "<" and "?" too.
std::optional<ParseError> LineSession::fault_of_title(const Typed& typed) {
  if (typed.too_long || typed.line.size() > kMaxReplyBytes) return ParseError{ParseError::Kind::too_long, {}};
  if (!is_readable(typed.line)) return ParseError{ParseError::Kind::unreadable, {}};
  return std::nullopt;
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
  const Typed typed = read_line();
  if (typed.ending) return typed.ending;
  const Reply reply = typed.too_long ? Reply(ParseError{ParseError::Kind::too_long, {}})
                                     : parse_reply(rubric_, number, typed.line);
  if (!std::holds_alternative<HelpReply>(reply)) help_was_last_ = false;
  switch (interview_.take(reply)) {
    case Effect::changed:
      return acknowledge(number);
    case Effect::marked:
      if (!say(autosave_.keep_marks())) return Ending::conflict;
      notice(
          std::string(interview_.is_marked(number) ? screen_.words().mark_set : screen_.words().mark_gone));
      break;
    case Effect::stopped:
      return Ending::stopped;
    case Effect::stayed:
    case Effect::refused:
      if (std::holds_alternative<EditReply>(reply)) return edit();
      explain_refusal(reply);
      break;
    case Effect::moved:
      break;
  }
  return std::nullopt;
}

/// No open question is left: a person may still go back, a pipe is done.
std::optional<Ending> LineSession::end_or_back() {
  if (!is_typed()) return Ending::finished;
  prompt("\n" + screen_.lines(screen_.words().nothing_open));
  const Typed typed = read_line();
  if (typed.ending) return *typed.ending == Ending::stopped ? Ending::finished : *typed.ending;
  if (typed.too_long) return std::nullopt;
  const Reply reply = parse_reply(rubric_, 0, typed.line);
  if (std::holds_alternative<SkipReply>(reply) || std::holds_alternative<StopReply>(reply))
    return Ending::finished;
  if (const auto* wanted = std::get_if<ShowReply>(&reply)) show_page(*wanted);
  if (std::holds_alternative<BackReply>(reply) && interview_.take(reply) == Effect::refused)
    explain_refusal(reply);
  return std::nullopt;
}

LineSession::Typed LineSession::read_line() {
  Result<std::optional<std::string>> line = env_.lines.next_line();
  ++line_number_;
  if (line && line->has_value()) return {**std::move(line), std::nullopt, false};
  if (line) return {{}, Ending::stopped, false};
  if (line.error().code == "interrupted") return {{}, Ending::interrupted, false};
  if (line.error().code == "line-too-long") return {{}, std::nullopt, true};
  show(format(line.error()) + "\n");
  return {{}, Ending::input_failed, false};
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
  if (!is_typed()) {
    notice(std::string(screen_.words().no_editor));
    return std::nullopt;
  }
  const Answer* answer = interview_.answer(number);
  const bool is_text = rubric_.question(number).type == QuestionType::text;
  const auto* present = answer != nullptr ? std::get_if<std::string>(&answer->value) : nullptr;
  std::string before = is_text ? (present != nullptr ? *present : std::string())
                               : (answer != nullptr ? answer->note : std::string());
  const Result<std::string> text = io::edit_in_program(before);
  if (!text) {
    notice(screen_.reader().sentence(screen_.words().editor_failed, {format(text.error())}));
    return std::nullopt;
  }
  std::string one_line = *text;
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  if (!is_readable(one_line)) {
    notice(screen_.explain({ParseError::Kind::unreadable, {}}, number));
    return std::nullopt;
  }
  if (*text == before) return std::nullopt;
  const Reply reply =
      is_text ? Reply(AnswerReply{*text, false, {}, {}}) : Reply(RemarkReply{std::nullopt, *text});
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

void LineSession::explain_refusal(const Reply& reply) {
  const AskWords& words = screen_.words();
  const std::size_t number = interview_.at_hand().value_or(0);
  if (const auto* wanted = std::get_if<ShowReply>(&reply))
    show_page(*wanted);
  else if (std::holds_alternative<ForwardReply>(reply))
    notice(std::string(words.last_question));
  else if (std::holds_alternative<HelpReply>(reply))
    show_help(number);
  else if (const auto* misreading = std::get_if<ParseError>(&reply))
    notice(screen_.explain(*misreading, number));
  else if (const auto* back = std::get_if<BackReply>(&reply); back != nullptr && back->position)
    notice(filled(words.no_such_question, {std::to_string(interview_.progress().total)}));
  else if (back != nullptr)
    notice(std::string(words.first_question));
}

/// The first ? explains the question, a second one in a row tells its rules.
void LineSession::show_help(std::size_t number) {
  const std::string rules = help_was_last_ ? screen_.rules(number) : std::string();
  show(rules.empty() ? screen_.help(number) : rules);
  help_was_last_ = rules.empty();
}

void LineSession::show_question() { prompt(quiet_ && !is_typed() ? "" : screen_.question(interview_)); }

/// Shows what is asked and the message that waits for it. What was typed before that is no answer to it.
void LineSession::prompt(const std::string& asked) {
  if (env_.lines.forget_typed_ahead()) notice_ += screen_.lines(screen_.words().lines_dropped);
  show(asked + std::exchange(notice_, {}) + (is_typed() ? kPrompt : ""));
}

/// Keeps a message for prompt(); from a pipe it says which line it is about.
void LineSession::notice(const std::string& sentence) {
  const std::string number = std::to_string(line_number_);
  notice_ = screen_.lines(is_typed() ? sentence : filled(screen_.words().at_line, {number, sentence}));
}

}  // namespace ibtikar::cli
