// The temporary files that are there just now, known to the handler of signals.
//
// A process that is ended by a signal runs no destructors: the handler removes these files. It may do little
// more than that, so the names stand in fixed room, and only the main thread changes them.
#pragma once

#include <string>

namespace ibtikar::io {

/// Remembers a file for as long as it lives. Does not remove it by itself.
class Temporary {
 public:
  Temporary() = default;
  /// To be made while SignalsHeld lives, together with the file.
  explicit Temporary(const std::string& path);
  Temporary(Temporary&& other) noexcept;
  Temporary& operator=(Temporary&& other) noexcept;
  ~Temporary();

 private:
  int slot_ = -1;  ///< none: no room was left, or the name is too long
};

/// Removes them all. For a handler of signals: calls nothing but unlink().
void remove_temporaries();

}  // namespace ibtikar::io
