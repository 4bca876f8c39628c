// Result and Checked: a value, or the reason why there is none.
//
//   Result<T>   a T, or the one Diagnostic that stopped us
//   Checked<T>  a T, or every Diagnostic found, at least one of them an error
//
// Errors are values up to the edge of the program: nothing below the command line throws at its
// caller. Only this file names tl::expected, so that std::expected can replace it (g++ 12 has none
// in C++20).
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "ibtikar/diagnostic.h"

namespace ibtikar {

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Diagnostic> {
 public:
  using tl::expected<T, Diagnostic>::expected;
};

template <class T>
class [[nodiscard]] Checked : public tl::expected<T, Diagnostics> {
 public:
  using tl::expected<T, Diagnostics>::expected;
};

/// `return fail(error)` from a function that returns a Result or a Checked.
[[nodiscard]] inline tl::unexpected<Diagnostic> fail(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}
[[nodiscard]] inline tl::unexpected<Diagnostics> fail(Diagnostics diagnostics) {
  return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

/// An error of the outside world ("NAME: what it was doing: why"), without a place in a text.
[[nodiscard]] inline tl::unexpected<Diagnostic> fail_io(std::string file, Message message) {
  Diagnostic diagnostic;
  diagnostic.code = code_name(Code::io);
  diagnostic.file = std::move(file);
  diagnostic.message = std::move(message);
  return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

}  // namespace ibtikar
