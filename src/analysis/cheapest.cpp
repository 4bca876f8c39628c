// See cheapest.h.
//
// The search has two levels. The outer one fixes what conditions can tell apart in the answers that
// they ask about, and so which questions are shown and which gates of answers apply. Within such a
// world, better answers give better scores, so the inner one chooses one option of each criterion's
// front (WorldSearch). A first plan comes from taking everything and giving back what is not
// needed.
#include "analysis/cheapest.h"

#include <algorithm>
#include <map>

#include "analysis/world_search.h"

namespace ibtikar {
namespace {

/// Gates that ask about scores and are assumed to apply or not, one after the other, so that what
/// they need is a bound. Two worlds for each.
constexpr std::size_t kMostAssumed = 4;

/// The moves of a question that all conditions see alike.
struct AnswerClass {
  std::vector<std::size_t> moves;  ///< the cheapest first
  Key least = 0;
};

/// A world that may hold a plan.
struct KnownWorld {
  std::vector<std::size_t> numbers;           ///< classes of the questions that branch
  std::vector<std::optional<Truth>> assumed;  ///< by gate
  Key bound = 0;
};

class Search {
 public:
  Search(const Problem& problem, const SearchLimits& limits)
      : problem_(problem), limits_(limits), fronts_(problem) {
    result_.proved = problem.all.is_complete;
    // No plan is dearer than all the dearest moves together.
    Key most = 1;
    for (const std::vector<Key>& keys : problem.keys) most += *std::ranges::max_element(keys);
    best_ = {std::min(limits.below, most), {}};
  }

  SearchResult run() {
    find_classes();
    world_.sheet = problem_.today;
    world_.classes.assign(problem_.today.cells.size(), 0);
    world_.allowed.resize(problem_.today.cells.size());
    for (std::size_t q = 0; q < classes_.size(); ++q) choose(q, 0);
    take_first_plan();
    if (!is_done()) each_world(0, 0);
    if (!is_done()) search_worlds();
    if (!best_.moves.empty()) result_.plan = best_;
    return std::move(result_);
  }

 private:
  void find_classes() {
    const auto& conditions = problem_.plan.conditions;
    for (std::size_t q = 0; q < problem_.today.cells.size(); ++q) {
      std::vector<std::size_t> order(problem_.keys[q].size());
      for (std::size_t m = 0; m < order.size(); ++m) order[m] = m;
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return problem_.keys[q][a] < problem_.keys[q][b];
      });
      std::map<std::vector<bool>, std::size_t> known;
      std::vector<AnswerClass>& of_question = classes_.emplace_back();
      for (const std::size_t m : order) {
        std::vector<bool> tests;
        if (order.size() > 1 && conditions.is_named(q))
          tests = conditions.tests_on(q, problem_.all.moves[q][m].cell);
        const auto [at, is_new] = known.emplace(std::move(tests), of_question.size());
        if (is_new) of_question.push_back({{}, problem_.keys[q][m]});
        of_question[at->second].moves.push_back(m);
      }
      if (of_question.size() > 1) branching_.push_back(q);
    }
  }

  void choose(std::size_t q, std::size_t number) {
    world_.classes[q] = static_cast<std::uint32_t>(number);
    world_.allowed[q] = classes_[q][number].moves;
    world_.sheet.cells[q] = problem_.all.moves[q][world_.allowed[q].front()].cell;
  }

  [[nodiscard]] bool is_done() {
    if (result_.nodes > limits_.nodes) result_.proved = false;
    return result_.nodes > limits_.nodes || (limits_.any && !best_.moves.empty());
  }

  /// Every combination of classes that costs less than the best plan.
  void each_world(std::size_t depth, Key spent) {
    ++result_.nodes;
    if (spent >= best_.key || is_done()) return;
    if (depth == branching_.size()) return add_world();
    const std::size_t q = branching_[depth];
    for (std::size_t number = 0; number < classes_[q].size(); ++number) {
      choose(q, number);
      each_world(depth + 1, spent + classes_[q][number].least);
    }
    choose(q, 0);
  }

  /// Whether some score that a condition asks about has no point here: the condition then goes by
  /// the interval, in which better evidence can make a low bound and a high bound pass or fail.
  [[nodiscard]] bool asks_without_point() const {
    const Rubric& rubric = problem_.plan.rubric;
    std::vector<std::string> asked;
    const auto add = [&](const Condition& condition) {
      for (std::string& name : scores_named(condition)) asked.push_back(std::move(name));
    };
    for (const Gate& gate : rubric.parts().gates) add(gate.when);
    for (const Band& band : rubric.parts().bands)
      if (band.when) add(*band.when);
    return std::ranges::any_of(asked, [&](const std::string& id) {
      const std::size_t number = score_number(rubric, id);
      const std::size_t criteria = world_.outcomes.criteria.size();
      const Outcome& outcome = number < criteria ? world_.outcomes.criteria[number]
                               : number - criteria < world_.outcomes.dimensions.size()
                                   ? world_.outcomes.dimensions[number - criteria]
                                   : world_.outcomes.overall;
      return outcome.applicable && !outcome.point;
    });
  }

  /// Nothing better could give an overall score or a verdict: what is answered is the same all over
  /// the world.
  [[nodiscard]] bool lacks_answers() const {
    const Outcome& overall = world_.outcomes.overall;
    return std::ranges::any_of(problem_.goal, [&](const Want& want) {
      if (want.dimension != kOverall) return !world_.outcomes.dimensions[want.dimension].point;
      return !overall.point || (want.band && !is_complete_enough(problem_.plan, overall));
    });
  }

  /// Evaluates the world, and finds its fronts.
  std::vector<const Front*> settle_world() {
    evaluate(problem_.plan, world_.sheet, world_.outcomes);
    world_.keep_all = problem_.may_backfire || asks_without_point();
    std::vector<const Front*> fronts;
    if (lacks_answers()) return fronts;
    for (std::size_t c = 0; c < problem_.plan.criteria.size(); ++c) {
      fronts.push_back(&fronts_.of(c, world_));
      if (!fronts.back()->is_complete) result_.proved = false;
    }
    return fronts;
  }

  void add_world() {
    ++result_.nodes;
    const std::vector<const Front*> fronts = settle_world();
    if (fronts.empty()) return;
    std::vector<std::size_t> asking;
    for (std::size_t g = 0; g < problem_.plan.gates.size() && asking.size() < kMostAssumed; ++g)
      if (!scores_named(problem_.plan.rubric.parts().gates[g].when).empty()) asking.push_back(g);
    KnownWorld known;
    for (const std::size_t q : branching_) known.numbers.push_back(world_.classes[q]);
    known.assumed.resize(problem_.plan.gates.size());
    add_assumptions(fronts, asking, 0, known);
  }

  void add_assumptions(const std::vector<const Front*>& fronts, const std::vector<std::size_t>& asking,
                       std::size_t depth, KnownWorld& known) {
    if (depth < asking.size()) {
      for (const Truth truth : {Truth::no, Truth::yes}) {
        known.assumed[asking[depth]] = truth;
        add_assumptions(fronts, asking, depth + 1, known);
      }
      return;
    }
    known.bound = WorldSearch(problem_, world_, fronts, known.assumed, fronts_).bound(best_.key);
    if (known.bound < best_.key) worlds_.push_back(known);
  }

  /// The worlds with the least bounds first, and first only for plans that are hardly above the
  /// least of all: those are found fast, and limits below the best plan are searched fast, too.
  void search_worlds() {
    std::stable_sort(worlds_.begin(), worlds_.end(),
                     [](const KnownWorld& a, const KnownWorld& b) { return a.bound < b.bound; });
    const Key base = problem_.steps_base;
    for (Key step = base; !worlds_.empty(); step += std::max(base, step / 4)) {
      const Key limit = worlds_.front().bound + step;
      CheapestPlan within{std::min(best_.key, limit), {}};
      for (const KnownWorld& known : worlds_) {
        if (known.bound >= within.key || is_done()) break;
        for (std::size_t i = 0; i < branching_.size(); ++i) choose(branching_[i], known.numbers[i]);
        const std::vector<const Front*> fronts = settle_world();
        WorldSearch(problem_, world_, fronts, known.assumed, fronts_).run(within, result_.nodes, limits_);
        if (limits_.any && !within.moves.empty()) break;
      }
      if (!within.moves.empty()) best_ = std::move(within);
      if (best_.key <= limit || is_done()) return;
    }
  }

  /// Takes the best move of each question, and gives back what the goal does not need.
  void take_first_plan() {
    std::vector<std::size_t> moves(problem_.keys.size(), 0);
    AnswerSheet sheet = problem_.today;
    Outcomes outcomes;
    const auto reaches_goal = [&] {
      ++result_.nodes;
      evaluate(problem_.plan, sheet, outcomes);
      return meets(problem_.plan, problem_.goal, outcomes);
    };
    const auto set = [&](std::size_t q, std::size_t m) {
      moves[q] = m;
      sheet.cells[q] = problem_.all.moves[q][m].cell;
    };
    std::vector<std::size_t> movable;
    for (std::size_t q = 0; q < moves.size(); ++q)
      if (problem_.keys[q].size() > 1) {
        movable.push_back(q);
        const bool lower = problem_.plan.questions[q].lower_is_better;
        std::size_t best = 0;
        for (std::size_t m = 1; m < problem_.keys[q].size(); ++m) {
          const double gain = credited(problem_.plan, q, problem_.all.moves[q][m].cell) -
                              credited(problem_.plan, q, problem_.all.moves[q][best].cell);
          if (lower ? gain < 0 : gain > 0) best = m;
        }
        set(q, best);
      }
    if (!reaches_goal()) return;
    // The dearest first.
    std::stable_sort(movable.begin(), movable.end(), [&](std::size_t a, std::size_t b) {
      return problem_.keys[a][moves[a]] > problem_.keys[b][moves[b]];
    });
    for (const std::size_t q : movable) {
      const std::size_t taken = moves[q];
      for (std::size_t m = 0; m < problem_.keys[q].size(); ++m) {
        if (problem_.keys[q][m] >= problem_.keys[q][taken]) continue;
        set(q, m);
        if (reaches_goal()) break;
        set(q, taken);
      }
    }
    Key key = 0;
    for (std::size_t q = 0; q < moves.size(); ++q) key += problem_.keys[q][moves[q]];
    if (key < best_.key) best_ = {key, moves};
  }

  const Problem& problem_;
  SearchLimits limits_;
  Fronts fronts_;
  std::vector<std::vector<AnswerClass>> classes_;  ///< by question
  std::vector<std::size_t> branching_;             ///< questions with more than one class
  World world_;
  std::vector<KnownWorld> worlds_;
  CheapestPlan best_;
  SearchResult result_;
};

}  // namespace

AnswerSheet sheet_after(const Problem& problem, const std::vector<std::size_t>& moves) {
  AnswerSheet sheet = problem.today;
  for (std::size_t q = 0; q < moves.size(); ++q)
    if (moves[q] > 0) sheet.cells[q] = problem.all.moves[q][moves[q]].cell;
  return sheet;
}

SearchResult cheapest_plan(const Problem& problem, const SearchLimits& limits) {
  return Search(problem, limits).run();
}

}  // namespace ibtikar
