// PlainSums: from what answers add up to, to the dimensions, where all of them are weighted means.
//
// The same additions in the same order as evaluate()'s, four numbers at a time. What does not apply
// adds 0, which changes no bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/wide.h"
#include "score/evaluate.h"

namespace ibtikar {

/// What an answer adds to its criterion. A question that does not apply adds 0 to all.
struct AnswerTerm {
  Four sums{};     ///< low, high, answered weight, points; each times the weight
  Pair weights{};  ///< of the question; the same if it is sure to stay, else 0
};

class PlainSums {
 public:
  explicit PlainSums(const ScorerPlan& plan);

  /// Fills `dimensions`, before gates. `places`: by question, where `terms` has its answer.
  void add_up(const std::vector<AnswerTerm>& terms, const std::vector<std::uint32_t>& places,
              std::vector<Outcome>& dimensions);

 private:
  /// A criterion. All is 0 where nothing applies.
  struct Mean {
    Four values{};  ///< low, high, completeness, point
    Pair counts{};  ///< 1 if it applies, 1 if it has a point
    double stays = 0;
  };
  struct Sums {
    Four values{};
    Pair weights{};
    double stays = 0;
  };
  template <class Self>
  static void add_up_in(Self& self, const AnswerTerm* terms, const std::uint32_t* places);
  static void add_up_any(PlainSums& self, const AnswerTerm* terms, const std::uint32_t* places);
  static void add_up_wide(PlainSums& self, const AnswerTerm* terms, const std::uint32_t* places);

  std::vector<std::uint32_t> questions_;  ///< that are scored, criterion by criterion
  std::vector<std::size_t> last_;         ///< by criterion that some dimension is made of: in questions_
  std::vector<std::pair<std::size_t, double>> parts_;  ///< of dimensions: which criterion, and its share
  std::vector<std::size_t> last_part_;                 ///< by dimension: in parts_
  std::vector<Mean> means_;                            ///< by criterion, as last_
  std::vector<Sums> sums_;                             ///< by dimension
};

}  // namespace ibtikar
