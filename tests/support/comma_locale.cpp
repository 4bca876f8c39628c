// See comma_locale.h.
#include "support/comma_locale.h"

#include <clocale>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace ibtikar::test {
namespace {

bool use(const std::string& name) {
  if (std::setlocale(LC_ALL, name.c_str()) == nullptr) return false;
  return std::string(std::localeconv()->decimal_point) == ",";
}

bool use_installed() {
  for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8", "it_IT.UTF-8", "de_DE", "fr_FR"})
    if (use(name)) return true;
  return false;
}

}  // namespace

CommaLocale::CommaLocale() {
  std::locale::global(std::locale(std::locale::classic(), &comma_point_));
  if (use_installed()) return;
  made_.emplace();
  const std::string folder = made_->path().string();
  const std::string command = "localedef -i de_DE -f UTF-8 '" + folder + "/de_DE.UTF-8'";
  const int status = std::system(command.c_str());
  setenv("LOCPATH", folder.c_str(), 1);
  const bool used = status == 0 && use("de_DE.UTF-8");
  unsetenv("LOCPATH");
  if (used) return;
  std::locale::global(before_);
  throw std::runtime_error("no locale with a decimal comma, and this failed: " + command);
}

CommaLocale::~CommaLocale() {
  std::setlocale(LC_ALL, "C");
  std::locale::global(before_);
}

}  // namespace ibtikar::test
