// The temporary files that exist now, for the signal handler.
//
// A process that is ended by a signal runs no destructors, so the handler removes these files. A
// handler may do little more than that. The names therefore have a fixed place in memory, and only
// the main thread changes them.
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
