// See terminal_view.h.
#include "support/terminal_view.h"

#include <array>

#include <vterm.h>

#include "base/utf8.h"

namespace ibtikar::test {
namespace {

constexpr std::array<std::string_view, 4> kIsolates = {"\u2066", "\u2067", "\u2068", "\u2069"};

void append_point(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xc0 | (point >> 6U));
    out += static_cast<char>(0x80 | (point & 0x3fU));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xe0 | (point >> 12U));
    out += static_cast<char>(0x80 | ((point >> 6U) & 0x3fU));
    out += static_cast<char>(0x80 | (point & 0x3fU));
  } else {
    out += static_cast<char>(0xf0 | (point >> 18U));
    out += static_cast<char>(0x80 | ((point >> 12U) & 0x3fU));
    out += static_cast<char>(0x80 | ((point >> 6U) & 0x3fU));
    out += static_cast<char>(0x80 | (point & 0x3fU));
  }
}

}  // namespace

TerminalView::TerminalView(int columns, int rows)
    : terminal_(::vterm_new(rows, columns)), columns_(columns), rows_(rows) {
  ::vterm_set_utf8(terminal_, 1);
  ::vterm_screen_enable_altscreen(::vterm_obtain_screen(terminal_), 1);
  ::vterm_screen_reset(::vterm_obtain_screen(terminal_), 1);
}

TerminalView::~TerminalView() { ::vterm_free(terminal_); }

void TerminalView::feed(std::string_view bytes) {
  std::string text = std::move(held_back_) + std::string(bytes);
  held_back_.clear();
  // A character may come in two pieces; an isolate has to be seen whole to be left out.
  if (const auto bad = first_invalid_utf8(text); bad && text.size() - *bad < 4) {
    held_back_ = text.substr(*bad);
    text.resize(*bad);
  }
  for (const std::string_view isolate : kIsolates)
    for (auto at = text.find(isolate); at != std::string::npos; at = text.find(isolate, at))
      text.erase(at, isolate.size());
  ::vterm_input_write(terminal_, text.data(), text.size());
}

void TerminalView::resize(int columns, int rows) {
  columns_ = columns;
  rows_ = rows;
  ::vterm_set_size(terminal_, rows, columns);
}

std::string TerminalView::text() const {
  std::string all;
  for (int row = 0; row < rows_; ++row) {
    std::string line;
    for (int column = 0; column < columns_;) {
      VTermScreenCell cell{};
      ::vterm_screen_get_cell(::vterm_obtain_screen(terminal_), VTermPos{row, column}, &cell);
      if (cell.chars[0] == 0) line += ' ';
      for (const std::uint32_t point : cell.chars) {
        if (point == 0) break;
        append_point(line, point);
      }
      column += cell.width > 0 ? cell.width : 1;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    all += line + "\n";
  }
  return all;
}

}  // namespace ibtikar::test
