// C++ source as text, for checks that read sources: what is comment and literal blanked out.
//
// Line breaks stay, so that a place in the result is the same place in the source. No preprocessor
// and no line continuations: our sources need neither here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ibtikar::test {

/// Comments become spaces.
[[nodiscard]] std::string without_comments(std::string_view source);

/// Comments and the insides of string and character literals become spaces: what is left is code.
[[nodiscard]] std::string only_code(std::string_view source);

/// An #include: what stands between the quotes or angle brackets, and which of them.
struct Include {
  std::string path;
  bool angled = false;
  std::size_t line = 0;  ///< from 1
};
[[nodiscard]] std::vector<Include> includes_of(std::string_view source);

/// The lines (from 1) on which `word` stands in `code` as a word of its own: "new" is not in "renew".
[[nodiscard]] std::vector<std::size_t> lines_with_word(std::string_view code, std::string_view word);

}  // namespace ibtikar::test
