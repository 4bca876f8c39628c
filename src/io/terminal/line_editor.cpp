// See line_editor.h. libedit does the editing; it needs a UTF-8 LC_CTYPE, else it loses every letter.
#include "io/terminal/line_editor.h"

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cwchar>
#include <memory>
#include <string_view>

#include <histedit.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include "io/files/file_handle.h"
#include "io/interrupts.h"
#include "io/terminal/screen_terminal.h"

namespace ibtikar::io {
namespace {

/// What libedit's callbacks reach through EL_CLIENTDATA.
struct Session {
  std::string prompt;
  bool is_cancelled = false;
  bool is_interrupted = false;
};

Session& session_of(EditLine* editor) {
  Session* session = nullptr;
  ::el_get(editor, EL_CLIENTDATA, &session);
  return *session;
}

char* show_prompt(EditLine* editor) { return session_of(editor).prompt.data(); }

/// After a stop or another window size the line is not where libedit left it.
void show_again(EditLine* editor) {
  static_cast<void>(write_all(STDERR_FILENO, "\r\x1b[J"));
  ::el_set(editor, EL_REFRESH);
}

/// One byte of input, or nothing when it ended or a signal came.
bool read_byte(char& byte, EditLine* editor) {
  Session& session = session_of(editor);
  for (;;) {
    pollfd all[3] = {
        {STDIN_FILENO, POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}, {redraw_descriptor(), POLLIN, 0}};
    const bool is_ready = ::poll(all, 3, -1) > 0;
    if (pending_signal()) {
      session.is_interrupted = true;
      return false;
    }
    if (!is_ready) continue;  // a signal: the descriptors tell which
    if ((all[2].revents & POLLIN) != 0) {
      take_redraw();
      show_again(editor);
    }
    if (all[0].revents == 0) continue;
    const ssize_t size = ::read(STDIN_FILENO, &byte, 1);
    if (size == 1) return true;
    if (size < 0 && errno == EINTR) continue;
    session.is_interrupted = true;  // the terminal is gone
    return false;
  }
}

/// Ctrl-G leaves the text as it was. Not a function of libedit's own: it loses the memory for the names.
constexpr char kCancel = '\x07';

/// The next letter for libedit: it wants wide characters.
int read_letter(EditLine* editor, wchar_t* letter) {
  std::mbstate_t state{};
  for (;;) {
    char byte = 0;
    if (!read_byte(byte, editor)) return 0;
    if (byte == kCancel) {
      session_of(editor).is_cancelled = true;
      return 0;
    }
    const std::size_t used = std::mbrtowc(letter, &byte, 1, &state);
    if (used == 1 || used == 0) return 1;
    if (used == static_cast<std::size_t>(-1)) state = {};  // not UTF-8: dropped
  }
}

void want_utf8() {
  std::setlocale(LC_CTYPE, "");
  if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") std::setlocale(LC_CTYPE, "C.UTF-8");
}

}  // namespace

EditedLine edit_line(const std::string& prompt, const std::string& initial,
                     const std::vector<std::string>& history) {
  want_utf8();
  Session session{prompt, false, false};
  const std::unique_ptr<EditLine, decltype(&::el_end)> editor(::el_init("ibtikar", stdin, stderr, stderr),
                                                              &::el_end);
  const std::unique_ptr<History, decltype(&::history_end)> past(::history_init(), &::history_end);
  if (!editor || !past) return {EditedLine::Kind::cancelled, {}};
  HistEvent event{};
  ::history(past.get(), &event, H_SETSIZE, 100);
  for (const std::string& line : history) ::history(past.get(), &event, H_ENTER, line.c_str());
  ::el_set(editor.get(), EL_CLIENTDATA, &session);
  ::el_set(editor.get(), EL_PROMPT, &show_prompt);
  ::el_set(editor.get(), EL_EDITOR, "emacs");
  ::el_set(editor.get(), EL_HIST, &::history, past.get());
  ::el_set(editor.get(), EL_GETCFN, &read_letter);
  if (!initial.empty()) ::el_push(editor.get(), initial.c_str());
  // Before the prompt shows: libedit by itself does it after, and what is typed meanwhile is echoed twice,
  // and lost when Ctrl-Z comes at once behind it.
  ::el_set(editor.get(), EL_PREP_TERM, 1);
  int count = 0;
  const char* line = ::el_gets(editor.get(), &count);
  if (session.is_interrupted) return {EditedLine::Kind::interrupted, {}};
  if (session.is_cancelled || line == nullptr || count <= 0) return {EditedLine::Kind::cancelled, {}};
  std::string text(line, static_cast<std::size_t>(count));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return {EditedLine::Kind::taken, std::move(text)};
}

}  // namespace ibtikar::io
