// See world_search.h.
//
// At each criterion two bounds are asked: for every row, the most that the rest can still add to it
// within what the best plan leaves (exact for the row, from a table); and may_reach() with each
// other criterion at the best that it alone could have for the whole rest. A choice is tried with
// everything else at its cheapest as soon as the bounds allow it: no plan below it is cheaper.
#include "analysis/world_search.h"

#include <algorithm>

#include "base/decimal.h"
#include "model/nearly.h"

namespace ibtikar {
namespace {

/// Cells of a table's budget: of those that decide whether a world is searched at all, and of those
/// that bound the search. What rounding loses in a cell is lost for each criterion.
constexpr Key kRoughCells = 512;
constexpr Key kFineCells = 4096;
constexpr int kMostTangents = 8;
constexpr double kNever = -1e300;

/// Whether each criterion's value enters the goal, or a condition may see it there.
std::vector<bool> criteria_that_matter(const Problem& problem) {
  const ScorerPlan& plan = problem.plan;
  std::vector<bool> matter(plan.criteria.size(),
                           plan.conditions.gates_ask_scores() || plan.conditions.has_bands());
  for (const Want& want : problem.goal)
    for (std::size_t d = 0; d < plan.dimensions.size(); ++d) {
      if (want.dimension == kOverall ? plan.dimensions[d].weight <= 0 : want.dimension != d) continue;
      for (const auto& [criterion, k] : plan.dimensions[d].criteria) matter[criterion] = true;
    }
  return matter;
}

}  // namespace

bool is_complete_enough(const ScorerPlan& plan, const Outcome& overall) {
  return rounded(overall.completeness) >= plan.rubric.parts().min_completeness;
}

WorldSearch::WorldSearch(const Problem& problem, const World& world, const std::vector<const Front*>& fronts,
                         const std::vector<std::optional<Truth>>& assumed, const Fronts& trails)
    : problem_(problem),
      world_(world),
      fronts_(fronts),
      trails_(trails),
      relaxation_(problem, world, fronts, assumed),
      matters_(criteria_that_matter(problem)) {
  rest_.assign(fronts.size() + 1, 0);
  for (std::size_t c = fronts.size(); c-- > 0;) rest_[c] = rest_[c + 1] + fronts[c]->options.front().key;
  for (const Front* front : fronts) {
    std::vector<double>& best = best_prefix_.emplace_back();
    for (const FrontOption& option : front->options) {
      const double value = best.empty()   ? option.value
                           : front->lower ? std::min(best.back(), option.value)
                                          : std::max(best.back(), option.value);
      best.push_back(value);
    }
  }
  for (const Front* front : fronts) greatest_ += front->options.back().key - front->options.front().key;
  chosen_.assign(fronts.size(), 0);
  values_.resize(fronts.size());
}

WorldSearch::Table WorldSearch::table_of(const NeedRow& row, Key budget) const {
  const auto cells = static_cast<std::size_t>(budget / quantum_) + 1;
  Table table{row, std::vector<std::vector<double>>(fronts_.size() + 1, std::vector<double>(cells, 0)), {}};
  table.least_key.assign(fronts_.size() + 1, 0);
  for (std::size_t c = fronts_.size(); c-- > 0;) {
    const double coefficient = row.coefficients[c];
    const std::vector<FrontOption>& options = fronts_[c]->options;
    table.least_key[c] = table.least_key[c + 1] + coefficient * options.front().value;
    std::vector<double>& most = table.most[c];
    const std::vector<double>& after = table.most[c + 1];
    std::fill(most.begin(), most.end(), kNever);
    for (const FrontOption& option : options) {
      // Rounded down, as budgets are: the bound stays a bound.
      const auto cost = static_cast<std::size_t>((option.key - options.front().key) / quantum_);
      const double gain = coefficient * option.value;
      for (std::size_t b = cost; b < cells; ++b) most[b] = std::max(most[b], gain + after[b - cost]);
      if (coefficient == 0) break;
    }
  }
  return table;
}

void WorldSearch::build_tables(const std::vector<NeedRow>& rows, Key budget, Key cells) {
  quantum_ = budget / cells + 1;
  tables_.clear();
  for (const NeedRow& row : rows) tables_.push_back(table_of(row, budget));
  sums_.assign(fronts_.size() + 1, std::vector<double>(tables_.size(), 0));
}

/// The values with which a row reaches the most that it can within a budget.
std::vector<double> WorldSearch::cheapest_for(const Table& table, std::size_t cell) const {
  std::vector<double> values;
  for (std::size_t c = 0; c < fronts_.size(); ++c) {
    const std::vector<FrontOption>& options = fronts_[c]->options;
    double value = options.front().value;
    std::size_t taken = 0;
    for (const FrontOption& option : options) {
      const auto cost = static_cast<std::size_t>((option.key - options.front().key) / quantum_);
      if (cost > cell) break;
      if (table.row.coefficients[c] * option.value + table.most[c + 1][cell - cost] < table.most[c][cell])
        continue;
      value = option.value;
      taken = cost;
      break;
    }
    values.push_back(value);
    cell -= taken;
  }
  return values;
}

/// What the strictest row asks for at least, over the cheapest options.
Key WorldSearch::least_budget() const {
  Key least = 0;
  for (const Table& table : tables_) {
    const std::vector<double>& most = table.most.front();
    const auto cell = std::lower_bound(most.begin(), most.end(), table.row.need - kNearly) - most.begin();
    least = std::max(least, static_cast<Key>(cell) * quantum_);
  }
  return least;
}

/// Adds the tangents that cut off what the rows so far still take for reachable at the least cost.
void WorldSearch::add_tangents(Key budget) {
  for (int round = 0; round < kMostTangents; ++round) {
    // The row that asks for most.
    const Table* strictest = nullptr;
    std::size_t least = 0;
    for (const Table& table : tables_) {
      const std::vector<double>& most = table.most.front();
      const auto cell = static_cast<std::size_t>(
          std::lower_bound(most.begin(), most.end(), table.row.need - kNearly) - most.begin());
      if (cell == most.size()) return;  // out of reach already
      if (strictest != nullptr && cell <= least) continue;
      strictest = &table;
      least = cell;
    }
    if (strictest == nullptr) return;
    const std::optional<NeedRow> tangent = relaxation_.tangent_at(cheapest_for(*strictest, least));
    if (!tangent) return;
    tables_.push_back(table_of(*tangent, budget));
  }
}

/// The best value of a criterion within a budget over its cheapest option.
double WorldSearch::best_within(std::size_t c, Key budget) const {
  const std::vector<FrontOption>& options = fronts_[c]->options;
  const Key most = options.front().key + budget;
  const auto end = std::upper_bound(options.begin(), options.end(), most,
                                    [](Key key, const FrontOption& option) { return key < option.key; });
  return best_prefix_[c][static_cast<std::size_t>(end - options.begin()) - 1];
}

/// Whether criteria from c on can still lead to a plan that costs less than the best one.
bool WorldSearch::can_reach(std::size_t c, Key spent) {
  const Key budget = best_->key - 1 - spent - rest_[c];
  if (budget < 0) return false;
  for (std::size_t r = 0; r < tables_.size(); ++r) {
    const std::vector<double>& most = tables_[r].most[c];
    const auto cell = std::min(static_cast<std::size_t>(budget / quantum_), most.size() - 1);
    if (sums_[c][r] + most[cell] < tables_[r].row.need - kNearly) return false;
  }
  for (std::size_t i = 0; i < fronts_.size(); ++i)
    values_[i] = i < c ? fronts_[i]->options[chosen_[i]].value : best_within(i, budget);
  return relaxation_.may_reach(values_);
}

bool WorldSearch::rows_reach_with_rest(std::size_t c) const {
  for (std::size_t r = 0; r < tables_.size(); ++r)
    if (sums_[c][r] + tables_[r].least_key[c] < tables_[r].row.need - kNearly) return false;
  return true;
}

/// Scores the chosen options, the rest at their cheapest.
void WorldSearch::try_with_rest(Key key) {
  std::vector<std::size_t> moves(problem_.keys.size(), 0);
  std::vector<ChosenMove> chosen;
  for (std::size_t c = 0; c < fronts_.size(); ++c)
    trails_.collect(fronts_[c]->options[chosen_[c]].trail, chosen);
  for (const auto& [q, m] : chosen) moves[q] = m;
  ++*nodes_;
  evaluate(problem_.plan, sheet_after(problem_, moves), outcomes_);
  if (meets(problem_.plan, problem_.goal, outcomes_)) *best_ = {key, std::move(moves)};
}

void WorldSearch::descend(std::size_t c, Key spent) {
  ++*nodes_;
  if (c == fronts_.size() || *nodes_ > limits_.nodes) return;
  if (limits_.any && !best_->moves.empty()) return;
  if (!can_reach(c, spent)) return;
  const std::vector<FrontOption>& options = fronts_[c]->options;
  const std::size_t count = matters_[c] ? options.size() : 1;
  for (std::size_t o = 0; o < count; ++o) {
    const Key key = spent + options[o].key;
    if (key + rest_[c + 1] >= best_->key) break;
    chosen_[c] = o;
    for (std::size_t r = 0; r < tables_.size(); ++r)
      sums_[c + 1][r] = sums_[c][r] + tables_[r].row.coefficients[c] * options[o].value;
    // The cheapest option has been tried with the choices before it.
    if (o > 0 && rows_reach_with_rest(c + 1)) {
      try_with_rest(key + rest_[c + 1]);
      if (best_->key == key + rest_[c + 1]) break;  // dearer options are no better
    }
    descend(c + 1, key);
  }
  chosen_[c] = 0;
}

Key WorldSearch::bound(Key below) {
  CheapestPlan none{below, {}};
  best_ = &none;
  tables_.clear();
  if (rest_[0] >= below || !can_reach(0, 0)) return kNoLimit;
  const Key budget = std::min(greatest_, below - 1 - rest_[0]);
  build_tables(relaxation_.rows(), budget, kRoughCells);
  add_tangents(budget);
  sums_.assign(fronts_.size() + 1, std::vector<double>(tables_.size(), 0));
  if (!can_reach(0, 0)) return kNoLimit;
  return rest_[0] + least_budget();
}

void WorldSearch::run(CheapestPlan& best, std::size_t& nodes, const SearchLimits& limits) {
  nodes_ = &nodes;
  limits_ = limits;
  if (bound(best.key) >= best.key) return;
  best_ = &best;
  if (rows_reach_with_rest(0)) try_with_rest(rest_[0]);
  if (best.key <= rest_[0]) return;
  std::vector<NeedRow> rows;
  for (const Table& table : tables_) rows.push_back(table.row);
  build_tables(rows, std::min(greatest_, best.key - 1 - rest_[0]), kFineCells);
  descend(0, 0);
}

}  // namespace ibtikar
