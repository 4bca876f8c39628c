// Fronts: what each criterion's value can become at what cost.
//
// A score sees a criterion only through its value. So of all combinations of moves within one
// criterion only those count that no cheaper one equals: its front. That makes a few dozen choices
// of a criterion's thousands, and the search goes over criteria instead of questions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "analysis/problem.h"

namespace ibtikar {

/// What is fixed while criteria are chosen: the answers that conditions ask about, as far as the
/// conditions can tell them apart, and so which questions are shown.
struct World {
  AnswerSheet sheet;                              ///< each question at the cheapest of its moves
  Outcomes outcomes;                              ///< of that sheet
  std::vector<std::uint32_t> classes;             ///< by question
  std::vector<std::vector<std::size_t>> allowed;  ///< by question: moves, the cheapest first
  bool keep_all = false;                          ///< no combination may be left out
};

struct FrontOption {
  Key key = 0;
  double value = 0;
  std::uint32_t trail = 0;  ///< which moves it consists of: Fronts::apply()
};

struct Front {
  bool has_value = false;            ///< otherwise the criterion has no point, and one option
  bool lower = false;                ///< is better
  bool is_complete = true;           ///< false: options were left out to bound the work
  std::vector<FrontOption> options;  ///< keys rise; values get better unless all are kept
};

/// A move of one question, or nothing to do.
using ChosenMove = std::pair<std::size_t, std::size_t>;

class Fronts {
 public:
  explicit Fronts(const Problem& problem) : problem_(problem), trails_(1) {}

  [[nodiscard]] const Front& of(std::size_t criterion, const World& world);
  /// Adds the moves of an option to `chosen`.
  void collect(std::uint32_t trail, std::vector<ChosenMove>& chosen) const;

 private:
  /// A tree of moves; number 0 is empty.
  struct Trail {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    ChosenMove move;
    bool is_move = false;
  };
  /// What enters a group or a criterion.
  struct Member {
    double weight = 0;
    bool has_value = false;
    std::vector<FrontOption> options;
  };

  [[nodiscard]] Front front_of(std::size_t criterion, const World& world);
  [[nodiscard]] Member question(std::size_t q, const World& world);
  [[nodiscard]] Member joined_members(const Joint& joint, const std::vector<Member>& members, bool lower,
                                      bool keep_all, bool& is_complete);
  std::uint32_t both_trails(std::uint32_t left, std::uint32_t right);

  const Problem& problem_;
  std::vector<Trail> trails_;
  std::map<std::vector<std::uint32_t>, Front> known_;
};

/// The value of joined parts, given Σ w·s (or the extreme, or the weight reached) over those with a
/// value, their weight, and that of all that apply.
[[nodiscard]] double joined_value(const Joint& joint, double total, double with_value, double weight);

}  // namespace ibtikar
