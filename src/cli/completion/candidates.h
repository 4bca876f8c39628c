// What may be typed next: the answers to the completion scripts of shells.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line/command.h"

namespace ibtikar::cli {

struct Candidate {
  std::string word;
  Message description;  ///< may be empty

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct Candidates {
  std::vector<Candidate> words;  ///< those that begin as the last word does
  bool files = false;            ///< names of files fit, too
};

/// What may stand in place of the last of `words`, the words of a command line without the program's
/// name. Shells that divide words at "=" pass it as a word of its own. `rubrics`: ids of built-in
/// rubrics, for options that take one.
[[nodiscard]] Candidates candidates(const Command& program, std::vector<std::string> words,
                                    const std::vector<std::string>& rubrics);

}  // namespace ibtikar::cli
