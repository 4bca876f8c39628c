// WorldSearch: the cheapest choice of one option of each criterion's front. One part of cheapest.h.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "analysis/cheapest.h"
#include "analysis/relaxation.h"

namespace ibtikar {

/// Whether enough is answered for a verdict.
[[nodiscard]] bool is_complete_enough(const ScorerPlan& plan, const Outcome& overall);

class WorldSearch {
 public:
  /// All must outlive this.
  WorldSearch(const Problem& problem, const World& world, const std::vector<const Front*>& fronts,
              const std::vector<std::optional<Truth>>& assumed, const Fronts& trails);

  /// No plan here has a smaller key; kNoLimit if none has a key below `below`.
  [[nodiscard]] Key bound(Key below);

  /// Puts a cheaper plan into `best`, if there is one, and counts branches in `nodes`.
  void run(CheapestPlan& best, std::size_t& nodes, const SearchLimits& limits);

 private:
  /// For one row: the most that the criteria from number c on can add within a budget.
  struct Table {
    NeedRow row;
    std::vector<std::vector<double>> most;  ///< [c][budget / quantum]
    std::vector<double> least_key;          ///< [c]: what their cheapest options add
  };

  void build_tables(const std::vector<NeedRow>& rows, Key budget, Key cells);
  [[nodiscard]] Table table_of(const NeedRow& row, Key budget) const;
  void add_tangents(Key budget);
  [[nodiscard]] Key least_budget() const;
  [[nodiscard]] std::vector<double> cheapest_for(const Table& table, std::size_t cell) const;
  void descend(std::size_t c, Key spent);
  [[nodiscard]] bool can_reach(std::size_t c, Key spent);
  [[nodiscard]] bool rows_reach_with_rest(std::size_t c) const;
  void try_with_rest(Key key);
  [[nodiscard]] double best_within(std::size_t c, Key budget) const;

  const Problem& problem_;
  const World& world_;
  const std::vector<const Front*>& fronts_;
  const Fronts& trails_;
  Relaxation relaxation_;
  std::vector<std::vector<double>> best_prefix_;  ///< [c][option]: the best value so far
  std::vector<bool> matters_;                     ///< [c]: whether its value enters the goal
  Key greatest_ = 0;                              ///< all dearest options, over the cheapest ones
  std::vector<Key> rest_;                         ///< [c]: the cheapest options from c on
  std::vector<Table> tables_;
  Key quantum_ = 1;
  std::vector<std::size_t> chosen_;        ///< by criterion; 0 from the current one on
  std::vector<std::vector<double>> sums_;  ///< [c][row]: what the criteria before c add
  std::vector<double> values_;             ///< a buffer
  Outcomes outcomes_;                      ///< a buffer
  CheapestPlan* best_ = nullptr;
  std::size_t* nodes_ = nullptr;
  SearchLimits limits_;
};

}  // namespace ibtikar
