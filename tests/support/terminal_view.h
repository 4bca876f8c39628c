// TerminalView: what a terminal shows after all that was written to it, by libvterm.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct VTerm;

namespace ibtikar::test {

class TerminalView {
 public:
  TerminalView(int columns, int rows);
  TerminalView(const TerminalView&) = delete;
  TerminalView& operator=(const TerminalView&) = delete;
  ~TerminalView();

  void feed(std::string_view bytes);
  void resize(int columns, int rows);

  /// The rows, each ended by a line end and without blanks at its end. Direction isolates are left out,
  /// which libvterm takes for letters.
  [[nodiscard]] std::string text() const;

 private:
  VTerm* terminal_;
  int columns_;
  int rows_;
  std::string held_back_;  ///< the start of a character whose end has not come yet
};

}  // namespace ibtikar::test
