// The questions of a proposal that are worth asking its author: those that are open, and answers
// that little more than a claim shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ibtikar/scorer.h"

namespace ibtikar {

struct OpenQuestion {
  enum class Why {
    open,  ///< unanswered
    weak,  ///< its evidence is no better than that of a bare answer, or it lacks what it requires
  };
  std::size_t number = 0;
  Why why = Why::open;
  double worth = 0;                       ///< by how many points it can narrow the overall interval, at most
  bool may_not_apply = false;             ///< its condition is unknown
  std::vector<std::string> missing = {};  ///< of "note", "link", "evidence": what it needs for credit

  friend bool operator==(const OpenQuestion&, const OpenQuestion&) = default;
};

/// By worth, the greatest first; equal ones in the rubric's order, open ones first. `sheet` is of
/// `scorer`. Of the open ones, those that are not scored and that no condition names are worth 0.
[[nodiscard]] std::vector<OpenQuestion> questions_to_ask(const Scorer& scorer, const AnswerSheet& sheet);

}  // namespace ibtikar
