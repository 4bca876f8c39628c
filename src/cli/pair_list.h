// Pairs of an assessor and a program, as a user writes them: ASSESSOR:PROGRAM.
//
// A file has one pair per line. What follows " #" is a reason. Blank lines, and lines that begin
// with #, are skipped.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/result.h"

namespace ibtikar::cli {

struct AssessorProgram {
  std::string assessor;
  std::string program;
  std::string reason;  ///< may be empty
};

/// The pair that a text states, without a reason. Assessors have no colon in their name, programs
/// may have one. Empty if a part is missing.
[[nodiscard]] std::optional<AssessorProgram> pair_from(std::string_view text);

/// The pairs of a file ("-" is standard input). Fails with every line that is none.
[[nodiscard]] Checked<std::vector<AssessorProgram>> read_pairs(const std::string& path);

}  // namespace ibtikar::cli
