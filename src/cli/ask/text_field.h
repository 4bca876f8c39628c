// TextField: a text being written on the screen: letters, cursor keys, pastes.
//
// Pure, as the screen is: keys go in, the text with its cursor comes out. What is pasted becomes
// one line; line breaks in it are blanks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "io/terminal/keys.h"

namespace ibtikar::cli {

class TextField {
 public:
  /// The bar that shown() has where the cursor is.
  static constexpr std::string_view kCursor = "▏";

  /// The cursor is after `text`.
  explicit TextField(std::string text = {});

  [[nodiscard]] const std::string& text() const { return text_; }
  void set(std::string text);
  /// Whether the key means something here: letters, pastes, moving, deleting. Enter and Escape do
  /// not.
  bool press(const io::Key& key);
  /// The text with a bar where the cursor is; of a long one what stands around it.
  [[nodiscard]] std::string shown() const;

 private:
  void insert(std::string_view text);
  bool press_control(std::string_view letter);
  [[nodiscard]] std::size_t before(std::size_t at) const;
  [[nodiscard]] std::size_t behind(std::size_t at) const;
  [[nodiscard]] std::size_t word_before(std::size_t at) const;
  void cut(std::size_t begin, std::size_t end);

  std::string text_;
  std::size_t cursor_ = 0;
};

/// `text` on one line: line breaks and tabs are blanks.
[[nodiscard]] std::string on_one_line(std::string_view text);

}  // namespace ibtikar::cli
