// Keys: what a terminal sends, byte by byte, as key presses.
//
// Pure: bytes go in, keys come out; who reads the bytes is screen_terminal.h. The
// sequences are those of ECMA-48 and xterm, which every terminal in use sends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ibtikar::io {

struct Key {
  enum class Kind : std::uint8_t {
    text,   ///< one code point, in `text`
    paste,  ///< pasted text, whole
    enter,
    escape,
    tab,
    back_tab,
    backspace,
    erase,  ///< the Delete key
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    control,  ///< Ctrl and the small letter in `text`
    unknown,  ///< a sequence that means nothing here
  };
  Kind kind = Kind::unknown;
  std::string text;  ///< valid UTF-8 without control characters (a paste may hold line ends and tabs)

  friend bool operator==(const Key&, const Key&) = default;
};

class KeyDecoder {
 public:
  /// What was read. Bytes that are not UTF-8 are dropped.
  void feed(std::string_view bytes) { bytes_ += bytes; }

  /// The next key. Empty if more bytes are needed to decide. `is_quiet`: nothing came for a moment,
  /// so an ESC alone is the Escape key and half a sequence is no key.
  [[nodiscard]] std::optional<Key> next(bool is_quiet);

  /// Whether an unfinished sequence waits for its end.
  [[nodiscard]] bool is_waiting() const { return !bytes_.empty(); }
  /// Whether it is a marked paste, whose end comes for certain.
  [[nodiscard]] bool is_in_paste() const;
  [[nodiscard]] std::size_t waiting_bytes() const { return bytes_.size(); }

 private:
  [[nodiscard]] std::optional<Key> sequence(bool is_quiet);
  [[nodiscard]] std::optional<Key> pasted(bool is_quiet);
  Key take(std::size_t bytes, Key key);

  std::string bytes_;
  std::size_t paste_searched_ = 0;  ///< bytes of an unfinished paste in which its end is not
};

}  // namespace ibtikar::io
