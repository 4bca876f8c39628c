// Talks with a program line by line, where run_process() gives it everything at once.
//
//   Dialogue ask({.arguments = {"ask", "p.json"}, .directory = here.path()});
//   ASSERT_TRUE(ask.hears("question 1 of 8"));
//   ask.says("y\n");
//   ask.signals(SIGKILL);
//   const Finished finished = ask.finish();
//
// Through pipes, or at a terminal of its own (80 by 24): there standard error
// and output are one. A program still running at the end is killed.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "support/process.h"

namespace ibtikar::test {

class Dialogue {
 public:
  struct Start {
    std::vector<std::string> arguments = {};
    std::filesystem::path directory = "/";
    Environment environment = plain_environment();
    bool at_terminal = false;
    std::optional<uid_t> user = {};  ///< to become before starting; needs root
  };

  /// Starts ibtikar. Throws std::system_error when no process can be made.
  explicit Dialogue(const Start& start);
  ~Dialogue();
  Dialogue(const Dialogue&) = delete;
  Dialogue& operator=(const Dialogue&) = delete;

  void says(std::string_view bytes);
  /// Ends its standard input; at a terminal types Ctrl-D.
  void ends_input();
  /// Reads until `text` was heard behind what was asked for last time. False when the program ended, or
  /// said nothing more for a minute.
  [[nodiscard]] bool hears(std::string_view text);
  void signals(int signal) const;
  /// Waits for its end. `err` is all that was heard.
  [[nodiscard]] Finished finish();

  [[nodiscard]] const std::string& heard() const { return heard_; }

 private:
  void start_with_pipes(const Start& start);
  void start_at_terminal(const Start& start);
  [[nodiscard]] bool read_some();
  void read_from(int& descriptor, std::string& into);

  pid_t child_ = -1;
  int input_ = -1;
  int out_ = -1;
  int err_ = -1;
  bool at_terminal_ = false;
  std::string out_text_;
  std::string heard_;
  std::size_t heard_until_ = 0;
};

}  // namespace ibtikar::test
