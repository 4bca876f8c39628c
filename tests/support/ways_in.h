// The same proposals in every way that batch reads them: for tests that hold one way in against another.
//
// They have answers of every type, evidence, notes, "n/a", Arabic, a number as an id; one is faulty, one has
// no id.
#pragma once

#include <string>
#include <vector>

#include "support/temp_dir.h"

namespace ibtikar::test {

/// What a way in wrote, and how batch is told of it.
struct GivenInput {
  std::vector<std::string> arguments;  ///< the paths, and options that belong to them
  std::string input;                   ///< of standard input
  std::string nameless;                ///< what stands for the id of the proposal without one
};

struct WayIn {
  const char* name;
  GivenInput (*write)(const TempDir& here);
};

/// All of them. A new format joins with a line.
[[nodiscard]] const std::vector<WayIn>& ways_in();

/// The rubric that the proposals are for.
[[nodiscard]] std::string matrix_rubric();

/// What is wrong in the faulty proposal, and what would not be.
inline constexpr const char* kFaultyNumber = "700";
inline constexpr const char* kCorrectNumber = "7";

}  // namespace ibtikar::test
