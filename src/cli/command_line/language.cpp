// See language.h.
#include "cli/command_line/language.h"

namespace ibtikar::cli {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

// RFC 5646, 2.1.1: after the first part, a part of two letters names a region, one of four letters
// a script.
std::string usual_tag(std::string_view tag) {
  std::string usual;
  bool is_private = false;  // behind a single letter (x-...) there is neither a region nor a script
  while (!tag.empty()) {
    const std::string_view part = tag.substr(0, tag.find_first_of("-_"));
    const bool is_first = usual.empty();
    is_private = is_private || part.size() == 1;
    if (!is_first) usual += '-';
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool is_capital = !is_first && !is_private && (part.size() == 2 || (part.size() == 4 && i == 0));
      usual += is_capital ? upper(part[i]) : lower(part[i]);
    }
    tag.remove_prefix(part.size() < tag.size() ? part.size() + 1 : part.size());
  }
  return usual;
}

std::string typed_language(const std::vector<std::string>& arguments) {
  std::string_view found;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view word = arguments[i];
    if (word == "--lang" || word == "-l") {
      if (i + 1 < arguments.size()) found = arguments[++i];
    } else if (word.starts_with("--lang=")) {
      found = word.substr(7);
    } else if (word.starts_with("-l") && !word.starts_with("--")) {
      found = word.substr(2);
    }
  }
  return usual_tag(found);
}

}  // namespace ibtikar::cli
