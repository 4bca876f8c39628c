// See editor_program.h. The variable is split at blanks, as a command with options is; no shell sees it.
#include "io/editor_program.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/words.h"
#include "ibtikar/codec.h"
#include "io/files.h"
#include "io/terminal.h"

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

Result<void> run(std::vector<std::string> words) {
  const std::string name = words.front();
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  if (const int fault = ::posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ);
      fault != 0)
    return fail_io(name, fmt::format("starting: {}", std::strerror(fault)));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return fail_io(name, fmt::format("waiting: {}", std::strerror(errno)));
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return fail_io(name, "ended with a failure; the text is left as it was");
}

}  // namespace

Result<std::string> edit_in_program(const std::string& text) {
  std::string path = environment_variable("TMPDIR").value_or("/tmp") + "/ibtikar-XXXXXX.txt";
  const int descriptor = ::mkostemps(path.data(), 4, O_CLOEXEC);
  if (descriptor < 0) return fail_io(path, fmt::format("creating: {}", std::strerror(errno)));
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
