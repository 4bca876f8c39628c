// Because: the fewest answers that force a verdict, or a gate, whatever else is answered.
//
//   const Because why = because(scorer, proposal, sheet, {});
//   // with why.answers alone, and all else open, only why.today's verdict is possible
//
// That is what a letter of feedback may rest on: nobody can say that another answer would have
// changed the outcome. docs/scoring.md, "What forces a verdict", defines it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/scorer.h"

namespace ibtikar {

inline constexpr std::string_view kReasonsFormat = "ibtikar-reasons/1";

/// Up to so many answers, the smallest set is searched for; of larger ones none can be left out.
inline constexpr std::size_t kSmallestUpTo = 12;

struct BecauseOptions {
  std::string gate;               ///< what is to be forced: that this gate applies; empty: the verdict
  std::size_t nodes = 1'000'000;  ///< most sets of answers that are tried
};

struct Because {
  Assessment today;
  std::string gate;                  ///< as asked for
  bool is_forced = false;            ///< the answers given settle it
  std::vector<std::string> answers;  ///< full ids, in the rubric's order; empty unless forced
  std::size_t given = 0;             ///< answers that the proposal has and that count
  bool is_smallest = false;          ///< no smaller set forces it; else none of them can be left out
  std::vector<std::string> open;     ///< unless forced: open questions, the one that could tell most first
  std::size_t nodes = 0;             ///< sets of answers that were tried
};

/// Fails with code "usage" if the rubric has no such gate. Requires: `sheet` comes from
/// scorer.encode(proposal).
[[nodiscard]] Result<Because> because(const Scorer& scorer, const Proposal& proposal,
                                      const AnswerSheet& sheet, const BecauseOptions& options);

}  // namespace ibtikar
