// See screen_session.h.
#include "cli/ask/screen_session.h"

#include <algorithm>
#include <cmath>

#include "base/bidi.h"
#include "io/interrupts.h"
#include "io/terminal/editor_program.h"

namespace ibtikar::cli {
namespace {

using RequestKind = ScreenModel::Request::Kind;
using Event = io::ScreenEvent::Kind;

/// The pace is known after this many answers.
constexpr std::size_t kAnswersForPace = 3;

bool is_end_of_input(const io::Key& key) {
  return key.kind == io::Key::Kind::control && key.text == "d";  // Ctrl-D
}

std::string joined_sentences(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) out += (out.empty() ? "" : " ") + sentence;
  return out;
}

}  // namespace

ScreenSession::ScreenSession(const QuestionText& screen, Interview& interview, ScreenModel& model,
                             Autosave& autosave, io::ScreenTerminal& terminal, Bidi bidi)
    : screen_(screen),
      interview_(interview),
      model_(model),
      autosave_(autosave),
      terminal_(terminal),
      bidi_(bidi),
      began_(std::chrono::steady_clock::now()),
      answered_before_(interview.progress().answered) {}

Ending ScreenSession::run() {
  const Ending ending = run_until_end();
  if (const std::string left = model_.untaken(); !left.empty()) last_words_.push_back(left);
  return ending;
}

Ending ScreenSession::run_until_end() {
  forget_typed_ahead();
  for (;;) {
    if (terminal_.bytes_at_once() == 0) draw();  // else the picture would be old before it is seen
    const io::ScreenEvent event = terminal_.next_event();
    if (event.kind == Event::interrupted) return Ending::interrupted;
    if (event.kind == Event::ended) return io::pending_signal() ? Ending::interrupted : Ending::stopped;
    if (event.kind == Event::resized) continue;
    if (is_end_of_input(event.key) && !model_.has_text_at_hand()) return Ending::stopped;
    const std::optional<std::size_t> shown = interview_.at_hand();
    const bool was_detail = model_.asks_details();
    const bool is_enter = event.key.kind == io::Key::Kind::enter;
    // Terminals that do not mark pastes send their line ends as Enter. One more key may follow.
    const bool is_pasted_line_end = is_enter && model_.is_writing() && terminal_.bytes_at_once() > 1;
    const io::Key key = is_pasted_line_end ? io::Key{io::Key::Kind::paste, "\n"} : event.key;
    if (const auto ending = serve(model_.press(key))) return *ending;
    const bool is_elsewhere = interview_.at_hand() != shown || was_detail != model_.asks_details();
    // Keys that go back and forward count as often as they are pressed. After Enter they would
    // answer.
    if (is_enter && is_elsewhere) forget_typed_ahead();
  }
}

/// Text that was typed before a question showed does not answer it.
void ScreenSession::forget_typed_ahead() {
  if (terminal_.forget_typed_ahead()) model_.add_notice(screen_.words().lines_dropped);
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
    case RequestKind::save_detail:
      return keep(autosave_.keep_detail(request.member, request.text));
    case RequestKind::edit:
      return edit();
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
  return std::nullopt;
}

std::optional<Ending> ScreenSession::edit() {
  terminal_.pause();
  const Result<std::string> text = io::edit_in_program(model_.text_to_edit());
  terminal_.resume();
  if (text) return serve(model_.take_edited(*text));
  model_.notice(
      screen_.reader().sentence(screen_.words().editor_failed, {screen_.reader().fault(text.error())}));
  return std::nullopt;
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
