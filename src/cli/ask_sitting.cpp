// See ask_sitting.h. A message about a line stands under the question that is
// asked again, next to the prompt, where a small window still shows it.
#include "cli/ask_sitting.h"

#include <utility>

#include "base/safe_text.h"
#include "interview/typed_text.h"

namespace ibtikar::cli {
namespace {

constexpr const char* kPrompt = "> ";

}  // namespace

AskSitting::AskSitting(const AskScreen& screen, const Rubric& rubric, Interview& interview,
                       AnswersStore& store, Environment& env, bool quiet)
    : screen_(screen), rubric_(rubric), interview_(interview), store_(store), env_(env), quiet_(quiet) {}

Ending AskSitting::ask_title() {
  if (!is_typed()) return Ending::finished;
  for (;;) {
    prompt("\n" + screen_.lines(screen_.words().title_prompt));
    const Typed typed = read_line();
    if (typed.ending) return *typed.ending;
    const std::optional<Misreading> fault = fault_of_title(typed);
    if (fault) {
      notice(screen_.explain(*fault, 0));
      continue;
    }
    const std::string tidy = plain(typed.line);
    const std::string_view title = trimmed(tidy);
    if (title == "q" || title == "خروج") return Ending::stopped;
    if (title.empty()) return Ending::finished;
    store_.document().set_text("title", title);
    if (!save()) return Ending::conflict;
    return unsaved_ ? Ending::place_failed : Ending::finished;
  }
}

/// A title may be anything that can be kept, "<" and "?" too.
std::optional<Misreading> AskSitting::fault_of_title(const Typed& typed) {
  if (typed.too_long || typed.line.size() > kMaxReplyBytes) return Misreading{Misreading::Kind::too_long, {}};
  if (!is_readable(typed.line)) return Misreading{Misreading::Kind::unreadable, {}};
  return std::nullopt;
}

Ending AskSitting::ask_questions() {
  for (;;) {
    const std::optional<Ending> ending = interview_.at_hand() ? turn() : end_or_back();
    if (ending) return *ending;
  }
}

std::optional<Ending> AskSitting::turn() {
  const std::size_t number = interview_.at_hand().value_or(0);
  show_question();
  const Typed typed = read_line();
  if (typed.ending) return typed.ending;
  const Reply reply = typed.too_long ? Reply(Misreading{Misreading::Kind::too_long, {}})
                                     : parse_reply(rubric_, number, typed.line);
  switch (interview_.take(reply)) {
    case Effect::changed:
      return acknowledge(number);
    case Effect::stopped:
      return Ending::stopped;
    case Effect::stayed:
    case Effect::refused:
      explain_refusal(reply);
      break;
    case Effect::moved:
      break;
  }
  return std::nullopt;
}

/// No open question is left: a person may still go back, a pipe is done.
std::optional<Ending> AskSitting::end_or_back() {
  if (!is_typed()) return Ending::finished;
  prompt("\n" + screen_.lines(screen_.words().nothing_open));
  const Typed typed = read_line();
  if (typed.ending) return *typed.ending == Ending::stopped ? Ending::finished : *typed.ending;
  if (typed.too_long) return std::nullopt;
  const Reply reply = parse_reply(rubric_, 0, typed.line);
  if (std::holds_alternative<SkipReply>(reply) || std::holds_alternative<StopReply>(reply))
    return Ending::finished;
  if (std::holds_alternative<BackReply>(reply) && interview_.take(reply) == Effect::refused)
    explain_refusal(reply);
  return std::nullopt;
}

AskSitting::Typed AskSitting::read_line() {
  Result<std::optional<std::string>> line = env_.lines.next_line();
  ++line_number_;
  if (line && line->has_value()) return {**std::move(line), std::nullopt, false};
  if (line) return {{}, Ending::stopped, false};
  if (line.error().code == "interrupted") return {{}, Ending::interrupted, false};
  if (line.error().code == "line-too-long") return {{}, std::nullopt, true};
  show(format(line.error()) + "\n");
  return {{}, Ending::input_failed, false};
}

std::optional<Ending> AskSitting::acknowledge(std::size_t number) {
  const Answer* answer = interview_.answer(number);
  if (answer != nullptr) store_.document().set_answer(rubric_.full_id(number), *answer);
  if (!save()) return Ending::conflict;
  if (unsaved_)
    show(screen_.lines(screen_.words().kept_in_memory));
  else if (!quiet_)
    show(screen_.saved(interview_, number));
  return std::nullopt;
}

bool AskSitting::save() {
  const AskWords& words = screen_.words();
  switch (store_.save()) {
    case AnswersStore::Saving::done:
      if (unsaved_) show(screen_.lines(words.saved_after_all));
      unsaved_ = false;
      return true;
    case AnswersStore::Saving::failed:
      unsaved_ = true;
      show(screen_.lines(screen_.reader().sentence(words.not_saved, {format(store_.failure())})));
      return true;
    case AnswersStore::Saving::changed_by_other:
      break;
  }
  show(screen_.lines(screen_.reader().sentence(words.changed_by_other, {store_.path()})));
  const Result<std::string> beside = store_.save_beside();
  unsaved_ = !beside;
  if (beside)
    show(screen_.lines(screen_.reader().sentence(words.saved_beside, {*beside})));
  else
    show(screen_.lines(screen_.reader().sentence(words.not_saved, {format(beside.error())})));
  return false;
}

void AskSitting::save_the_rest() {
  if (!unsaved_) return;
  if (store_.save() == AnswersStore::Saving::done) {
    unsaved_ = false;
    show(screen_.lines(screen_.words().saved_after_all));
    return;
  }
  show(screen_.lines(screen_.reader().sentence(screen_.words().lost_at_end, {store_.path()})));
}

void AskSitting::explain_refusal(const Reply& reply) {
  const AskWords& words = screen_.words();
  const std::size_t number = interview_.at_hand().value_or(0);
  if (std::holds_alternative<HelpReply>(reply))
    show(screen_.help(number));
  else if (const auto* misreading = std::get_if<Misreading>(&reply))
    notice(screen_.explain(*misreading, number));
  else if (const auto* back = std::get_if<BackReply>(&reply); back != nullptr && back->position)
    notice(filled(words.no_such_question, {std::to_string(interview_.progress().total)}));
  else if (back != nullptr)
    notice(std::string(words.first_question));
}

void AskSitting::show_question() { prompt(quiet_ && !is_typed() ? "" : screen_.question(interview_)); }

/// Shows what is asked and the message that waits for it. What was typed before that is no answer to it.
void AskSitting::prompt(const std::string& asked) {
  if (env_.lines.forget_typed_ahead()) notice_ += screen_.lines(screen_.words().lines_dropped);
  show(asked + std::exchange(notice_, {}) + (is_typed() ? kPrompt : ""));
}

/// Keeps a message for prompt(); from a pipe it says which line it is about.
void AskSitting::notice(const std::string& sentence) {
  const std::string number = std::to_string(line_number_);
  notice_ = screen_.lines(is_typed() ? sentence : filled(screen_.words().at_line, {number, sentence}));
}

}  // namespace ibtikar::cli
