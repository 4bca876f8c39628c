// One proposal as JSON in the many ways in which programs write it, and valid records damaged.
#pragma once

#include <string>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"
#include "support/random.h"

namespace ibtikar::test {

/// How a source writes its records. Records of one source look alike.
struct Spelling {
  std::string comma = ",";
  std::string colon = ":";
  std::string open = "{";
  std::string close = "}";
  bool is_ascii = false;     ///< everything else is escaped, as json.dumps() does
  bool is_shuffled = false;  ///< members in any order
  bool has_notes = false;
  bool has_reference = true;
  bool has_long_answers = false;  ///< each an object
};

[[nodiscard]] Spelling random_spelling(Random& random);

/// The proposal on one line. `number` makes its id.
[[nodiscard]] std::string spelled(const Rubric& rubric, const Proposal& proposal, const Spelling& how,
                                  std::size_t number, Random& random);

/// The record with one change that may make it wrong, or unusual.
[[nodiscard]] std::string damaged(std::string record, const Rubric& rubric, Random& random);

}  // namespace ibtikar::test
