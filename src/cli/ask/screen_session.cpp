// See screen_session.h.
#include "cli/ask/screen_session.h"

#include <algorithm>
#include <cmath>

#include "base/bidi.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "io/interrupts.h"
#include "io/terminal/editor_program.h"
#include "io/terminal/line_editor.h"

namespace ibtikar::cli {
namespace {

using RequestKind = ScreenModel::Request::Kind;
using Event = io::ScreenEvent::Kind;

/// A pace is known after so many answers.
constexpr std::size_t kAnswersForPace = 3;

bool is_end_of_input(const io::Key& key) {
  return key.kind == io::Key::Kind::control && key.text == "d";  // Ctrl-D
}

std::string joined_sentences(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += (out.empty() ? "" : " ") + sentence;
  return out;
}

/// Text of several lines may be kept; what else is no text may not.
bool can_be_kept(const std::string& text) {
  std::string one_line = text;
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  return is_readable(one_line);
}

}  // namespace

ScreenSession::ScreenSession(const QuestionText& screen, const Rubric& rubric, Interview& interview,
                             ScreenModel& model, Autosave& autosave, io::ScreenTerminal& terminal, Bidi bidi)
    : screen_(screen),
      rubric_(rubric),
      interview_(interview),
      model_(model),
      autosave_(autosave),
      terminal_(terminal),
      bidi_(bidi),
      began_(std::chrono::steady_clock::now()),
      answered_before_(interview.progress().answered) {}

Ending ScreenSession::run() {
  terminal_.forget_typed_ahead();  // what was typed before a question showed does not answer it
  for (;;) {
    draw();
    const io::ScreenEvent event = terminal_.next_event();
    if (event.kind == Event::interrupted) return Ending::interrupted;
    if (event.kind == Event::ended) return io::pending_signal() ? Ending::interrupted : Ending::stopped;
    if (event.kind == Event::resized) continue;
    if (is_end_of_input(event.key)) return Ending::stopped;
    const std::optional<std::size_t> shown = interview_.at_hand();
    if (const auto ending = serve(model_.press(event.key))) return *ending;
    if (interview_.at_hand() != shown) terminal_.forget_typed_ahead();
  }
}

void ScreenSession::draw() {
  const io::ScreenSize size = terminal_.size();
  std::string frame = model_.frame(size, minutes_left());
  if (bidi_ == Bidi::visual) frame = visual_text(frame, std::min<std::size_t>(size.columns, 100));
  static_cast<void>(terminal_.draw(frame));
}

std::optional<Ending> ScreenSession::serve(const ScreenModel::Request& request) {
  switch (request.kind) {
    case RequestKind::none:
      return std::nullopt;
    case RequestKind::save:
      return keep(autosave_.keep_answer(request.number));
    case RequestKind::save_mark:
      return keep(autosave_.keep_marks());
    case RequestKind::write:
    case RequestKind::write_note:
      return write(request);
    case RequestKind::edit:
      return edit(request);
    case RequestKind::stop:
      return Ending::stopped;
    case RequestKind::finish:
      return Ending::finished;
  }
  return std::nullopt;
}

std::optional<Ending> ScreenSession::keep(const Autosave::Kept& kept) {
  if (!kept.may_go_on) {
    last_words_ = kept.sentences;
    return Ending::conflict;
  }
  model_.set_unsaved(autosave_.is_unsaved());
  if (!kept.sentences.empty()) model_.notice(joined_sentences(kept.sentences));
  terminal_.forget_typed_ahead();
  return std::nullopt;
}

/// A line at the bottom of the screen, with the terminal's own modes while it is edited.
std::optional<Ending> ScreenSession::write(const ScreenModel::Request& request) {
  const bool is_note =
      request.kind == RequestKind::write_note || rubric_.question(request.number).type != QuestionType::text;
  const std::string_view prompt = is_note ? screen_.words().note_prompt : screen_.words().text_prompt;
  std::string initial = model_.present_text(request);
  std::replace(initial.begin(), initial.end(), '\n', ' ');
  terminal_.begin_line();
  const io::EditedLine line = io::edit_line(std::string(prompt), initial, written_);
  terminal_.end_line();
  terminal_.forget_typed_ahead();  // further lines of what was pasted
  if (line.kind == io::EditedLine::Kind::interrupted) return Ending::interrupted;
  if (line.kind == io::EditedLine::Kind::cancelled) return std::nullopt;
  return take(request, line.text);
}

std::optional<Ending> ScreenSession::edit(const ScreenModel::Request& request) {
  terminal_.pause();
  const Result<std::string> text = io::edit_in_program(model_.present_text(request));
  terminal_.resume();
  if (text) return take(request, *text);
  model_.notice(screen_.reader().sentence(screen_.words().editor_failed, {format(text.error())}));
  return std::nullopt;
}

std::optional<Ending> ScreenSession::take(const ScreenModel::Request& request, const std::string& typed) {
  if (typed.size() > kMaxReplyBytes || !can_be_kept(typed)) {
    const auto kind =
        typed.size() > kMaxReplyBytes ? ParseError::Kind::too_long : ParseError::Kind::unreadable;
    model_.notice(screen_.explain({kind, {}}, request.number));
    return std::nullopt;
  }
  if (!typed.empty()) written_.push_back(typed);
  return serve(model_.take_text(request, std::string(trimmed(typed))));
}

/// By this person's pace in this sitting; nothing before there is one.
std::optional<std::size_t> ScreenSession::minutes_left() const {
  const std::size_t answered = interview_.progress().answered;  // notes and second thoughts are no progress
  if (answered < answered_before_ + kAnswersForPace) return std::nullopt;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - began_;
  const double left = spent.count() / static_cast<double>(answered - answered_before_) *
                      static_cast<double>(interview_.open_count());
  return static_cast<std::size_t>(std::lround(left / 60));
}

}  // namespace ibtikar::cli
