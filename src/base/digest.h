// SHA-256 (FIPS 180-4), by libmd; only this module names it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ibtikar {

/// "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The digest of a text that comes in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&& other) noexcept;
  Sha256& operator=(Sha256&& other) noexcept;
  ~Sha256();

  void add(std::string_view bytes);
  /// As sha256() has it. At most once, and nothing is added after it.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ibtikar
