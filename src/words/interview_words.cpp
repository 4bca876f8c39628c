// See interview_words.h. In src/words/ar.po, keys stand between LRI and PDI (U+2066, U+2069), so that "<" is
// not mirrored into ">".
#include "words/interview_words.h"

#include "words/in_languages.h"

namespace ibtikar::cli {

const AskWords& ask_words(std::string_view language) {
  static const InLanguages<AskTexts> kAll;
  return kAll.of(language);
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      out += pattern[at];
      continue;
    }
    const std::size_t index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < arguments.size()) out += arguments.begin()[index];
    at += 2;
  }
  return out;
}

}  // namespace ibtikar::cli
