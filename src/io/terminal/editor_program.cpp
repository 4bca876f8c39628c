// See editor_program.h. The variable is split at blanks, as a command with options is; no shell
// sees it.
#include "io/terminal/editor_program.h"
#include "base/errno_words.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" {  // glibc 2.36 does not say so itself
#include <sys/pidfd.h>
}

#include "base/words.h"
#include "ibtikar/codec.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"
#include "io/interrupts.h"
#include "io/terminal/terminal.h"

extern char** environ;

namespace ibtikar::io {
namespace {

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"})
    if (const auto value = environment_variable(name); value && !value->empty()) return *value;
  return "vi";
}

/// Goes with the text, whatever happens.
struct TemporaryFile {
  std::string path;
  explicit TemporaryFile(std::string name) : path(std::move(name)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { ::unlink(path.c_str()); }
};

/// While one lives, Ctrl-C and the quit key are the editor's: we go on, and it gets them as usual.
class KeysAreTheEditors {
 public:
  KeysAreTheEditors() {
    struct sigaction ignored {};
    ignored.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < kKeys.size(); ++i) ::sigaction(kKeys[i], &ignored, &before_[i]);
  }
  KeysAreTheEditors(const KeysAreTheEditors&) = delete;
  KeysAreTheEditors& operator=(const KeysAreTheEditors&) = delete;
  ~KeysAreTheEditors() {
    for (std::size_t i = 0; i < kKeys.size(); ++i) ::sigaction(kKeys[i], &before_[i], nullptr);
  }

  /// 0 or an error number.
  [[nodiscard]] int spawn(pid_t& child, std::vector<char*>& arguments) const {
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t keys;
    ::sigemptyset(&keys);
    for (std::size_t i = 0; i < kKeys.size(); ++i)
      if (before_[i].sa_handler != SIG_IGN) ::sigaddset(&keys, kKeys[i]);
    ::posix_spawnattr_setsigdefault(&attributes, &keys);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int fault = ::posix_spawnp(&child, arguments[0], nullptr, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    return fault;
  }

 private:
  static constexpr std::array<int, 2> kKeys = {SIGINT, SIGQUIT};
  std::array<struct sigaction, 2> before_{};
};

/// The status with which `child` ended. Who asks us to end, asks it too.
Result<int> wait_for_end(pid_t child, const std::string& name) {
  const FileHandle ended(::pidfd_open(child, 0));
  for (bool was_told = false; ended.get() >= 0 && !was_told;) {
    pollfd both[2] = {{ended.get(), POLLIN, 0}, {interrupt_descriptor(), POLLIN, 0}};
    if (::poll(both, 2, -1) < 0 && errno != EINTR) break;
    if (both[0].revents != 0) break;
    if (const std::optional<int> signal = pending_signal()) was_told = ::kill(child, *signal) == 0;
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return fail_io(name, message("waiting: {0}", words_of_errno(errno)));
  return status;
}

Result<void> run(std::vector<std::string> words) {
  const std::string name = words.front();
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const KeysAreTheEditors guard;
  if (const int fault = guard.spawn(child, arguments); fault != 0)
    return fail_io(name, message("starting: {0}", words_of_errno(fault)));
  const Result<int> ended = wait_for_end(child, name);
  if (!ended) return fail(ended.error());
  const int status = *ended;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return fail_io(name, message("ended with a failure; the text is left as it was"));
}

}  // namespace

Result<std::string> edit_in_program(const std::string& text) {
  std::string path = environment_variable("TMPDIR").value_or("/tmp") + "/ibtikar-XXXXXX.txt";
  const int descriptor = ::mkostemps(path.data(), 4, O_CLOEXEC);
  if (descriptor < 0) return fail_io(path, message("creating: {0}", words_of_errno(errno)));
  ::close(descriptor);
  const TemporaryFile file(path);
  if (const Result<void> written = write_whole(path, text + "\n", Durability::report); !written)
    return fail(written.error());
  std::vector<std::string> words = words_of(editor_command());
  if (words.empty()) words = {"vi"};
  words.push_back(path);
  if (const Result<void> ran = run(std::move(words)); !ran) return fail(ran.error());
  Result<std::string> edited = read_whole(path, kMaxTextBytes);
  if (!edited) return fail(edited.error());
  while (!edited->empty() && (edited->back() == '\n' || edited->back() == '\r')) edited->pop_back();
  return edited;
}

}  // namespace ibtikar::io
