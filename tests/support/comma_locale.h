// CommaLocale: while it lives, this process writes 1,5 for one and a half.
//
// For tests that nothing we compute or print depends on the locale. Takes an
// installed locale, or compiles one with localedef into a folder of its own.
#pragma once

#include <locale>
#include <optional>

#include "support/temp_dir.h"

namespace ibtikar::test {

class CommaLocale {
 public:
  /// Throws std::runtime_error when there is no such locale and none can be
  /// made (on Debian the packages libc-bin and locales are needed).
  CommaLocale();
  ~CommaLocale();
  CommaLocale(const CommaLocale&) = delete;
  CommaLocale& operator=(const CommaLocale&) = delete;

 private:
  /// For C++ streams. Our own facet: glibc's newlocale(), behind std::locale("de_DE.UTF-8"), loses memory
  /// when LOCPATH is set, and the leak checker stops the tests.
  class CommaPoint final : public std::numpunct<char> {
   public:
    CommaPoint() : std::numpunct<char>(1) {}  // not deleted with the last locale: it is a member
    ~CommaPoint() override = default;

   private:
    [[nodiscard]] char do_decimal_point() const override { return ','; }
  };

  CommaPoint comma_point_;
  std::locale before_;
  std::optional<TempDir> made_;  ///< where the compiled locale is, when none was installed
};

}  // namespace ibtikar::test
