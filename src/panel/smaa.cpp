// simulate_ranks(): see ibtikar/smaa.h.
//
// Draws are worked off in blocks, so that a sheet is readied once a block. Every number of a draw is
// a function of the seed and the draw, and everything that is summed is whole: so neither the number
// of threads nor their order matters. Central weights are known only at the end; how often they make
// their program the first is counted in a second pass over the same draws, which are made again,
// because keeping all of them would take gigabytes.
#include "ibtikar/smaa.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/public_seed.h"
#include "model/nearly.h"
#include "panel/in_parallel.h"
#include "panel/sampled_sheet.h"
#include "panel/weight_draw.h"

namespace ibtikar {
namespace {

constexpr std::uint64_t kBlock = 32;  ///< draws

/// Weights are summed as whole multiples of this: whole sums do not depend on their order.
constexpr double kWeightUnit = 0x1.0p-40;

/// What is counted in the first pass.
struct Tally {
  std::vector<std::uint32_t> ranks;          ///< by program and rank
  std::vector<std::uint32_t> wins;           ///< by program and program; empty: not counted
  std::vector<std::uint64_t> first_weights;  ///< by program and dimension, in kWeightUnit
};

/// The drawn scores of all sheets in the draws of one block, and the memory that drawing takes.
struct Block {
  std::uint64_t first = 0;
  std::size_t draws = 0;
  std::vector<double> dimensions;            ///< by draw, sheet and dimension
  std::vector<EffectPlan> effects;           ///< by draw and sheet
  std::vector<std::vector<double>> weights;  ///< by draw
  Outcomes work;
};

class Simulation {
 public:
  Simulation(const ScorerPlan& plan, const RankExpression& by,
             const std::vector<std::vector<AnswerSheet>>& programs, const SmaaOptions& options)
      : plan_(plan),
        by_(by),
        options_(options),
        seed_(seed_of(options.seed)),
        weights_(weights_of(plan), options.within),
        dimensions_(plan.dimensions.size()),
        programs_(programs.size()) {
    for (const std::vector<AnswerSheet>& sheets : programs) {
      begins_.push_back(sheets_.size());
      for (const AnswerSheet& sheet : sheets) {
        positions_.push_back(positions_.empty() ? 0 : positions_.back() + sheets_.back().uncertain());
        sheets_.emplace_back(plan, sheet);
      }
    }
    begins_.push_back(sheets_.size());
  }

  Smaa run() {
    Smaa out;
    const Tally tally = count_ranks();
    const double draws = static_cast<double>(options_.draws);
    const auto share = [&](std::uint32_t count) { return static_cast<double>(count) / draws; };
    for (std::size_t i = 0; i < programs_; ++i) {
      std::vector<double>& row = out.acceptability.emplace_back();
      for (std::size_t r = 0; r < programs_; ++r) row.push_back(share(tally.ranks[i * programs_ + r]));
      if (!tally.wins.empty()) {
        std::vector<double>& wins = out.wins.emplace_back();
        for (std::size_t j = 0; j < programs_; ++j) wins.push_back(share(tally.wins[i * programs_ + j]));
      }
      out.central.push_back(central_of(tally, i));
    }
    out.confidence = confidence_of(out);
    return out;
  }

 private:
  static std::vector<double> weights_of(const ScorerPlan& plan) {
    std::vector<double> weights;
    for (const DimensionPlan& dimension : plan.dimensions) weights.push_back(dimension.weight);
    return weights;
  }

  /// Calls use(part, block) for all draws, the blocks shared out to `jobs` threads.
  template <class Use>
  void for_all_draws(std::size_t jobs, const Use& use) const {
    in_parallel(jobs, [&](std::size_t part) {
      Block block;
      const std::uint64_t stride = kBlock * jobs;
      for (block.first = part * kBlock; block.first < options_.draws; block.first += stride) {
        draw(block);
        use(part, block);
      }
    });
  }

  void draw(Block& block) const {
    block.draws = std::min(kBlock, options_.draws - block.first);
    block.weights.resize(block.draws);
    block.dimensions.resize(block.draws * sheets_.size() * dimensions_);
    block.effects.resize(block.draws * sheets_.size());
    for (std::size_t t = 0; t < block.draws; ++t)
      weights_.draw(CounterRandom(seed_, 2 * (block.first + t)), block.weights[t]);
    for (std::size_t s = 0; s < sheets_.size(); ++s) {
      sheets_[s].begin(block.work);
      for (std::size_t t = 0; t < block.draws; ++t) {
        const std::size_t cell = t * sheets_.size() + s;
        sheets_[s].draw(
            CounterRandom(seed_, 2 * (block.first + t) + 1), positions_[s], block.work,
            {std::span(block.dimensions).subspan(cell * dimensions_, dimensions_), &block.effects[cell]});
      }
    }
  }

  /// The value of one sheet in one draw, with these weights, the greater the better.
  double sheet_value(const Block& block, std::size_t cell, std::span<const double> weights,
                     std::vector<double>& scores) const {
    const auto dimensions = std::span(block.dimensions).subspan(cell * dimensions_, dimensions_);
    const double overall = overall_with(plan_, dimensions, block.effects[cell], weights);
    double value = 100 * overall;
    if (!by_.is_overall()) {
      scores.clear();
      for (const double dimension : dimensions) scores.push_back(100 * dimension);
      scores.push_back(100 * overall);
      value = by_.value(scores);
    }
    return by_.better() == Better::lower ? -value : value;
  }

  /// The mean over the sheets of a program. Nothing at all is worse than everything.
  double value(const Block& block, std::size_t t, std::size_t program, std::span<const double> weights,
               std::vector<double>& scores) const {
    double sum = 0;
    for (std::size_t s = begins_[program]; s < begins_[program + 1]; ++s)
      sum += sheet_value(block, t * sheets_.size() + s, weights, scores);
    if (std::isnan(sum) || begins_[program] == begins_[program + 1])
      return -std::numeric_limits<double>::infinity();
    return sum / static_cast<double>(begins_[program + 1] - begins_[program]);
  }

  [[nodiscard]] Tally empty_tally() const {
    Tally tally;
    tally.ranks.resize(programs_ * programs_);
    if (programs_ <= kMostPaired) tally.wins.resize(programs_ * programs_);
    tally.first_weights.resize(programs_ * dimensions_);
    return tally;
  }

  [[nodiscard]] Tally count_ranks() const {
    const std::size_t jobs = jobs_for(options_.jobs, (options_.draws + kBlock - 1) / kBlock);
    std::vector<Tally> tallies(jobs, empty_tally());
    for_all_draws(jobs, [&](std::size_t part, const Block& block) { count(block, tallies[part]); });
    Tally& all = tallies.front();
    const auto add = [](auto& to, const auto& from) {
      for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    };
    for (std::size_t part = 1; part < jobs; ++part) {
      add(all.ranks, tallies[part].ranks);
      add(all.wins, tallies[part].wins);
      add(all.first_weights, tallies[part].first_weights);
    }
    return std::move(all);
  }

  void count(const Block& block, Tally& tally) const {
    std::vector<double> scores, values(programs_);
    std::vector<std::size_t> order(programs_);
    for (std::size_t t = 0; t < block.draws; ++t) {
      const std::vector<double>& weights = block.weights[t];
      for (std::size_t i = 0; i < programs_; ++i) values[i] = value(block, t, i, weights, scores);
      std::iota(order.begin(), order.end(), 0);
      std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
      std::size_t rank = 0;
      for (std::size_t place = 0; place < programs_; ++place) {
        const std::size_t i = order[place];
        if (!are_tied(values[order[rank]], values[i])) rank = place;
        ++tally.ranks[i * programs_ + rank];
        if (rank > 0) continue;
        for (std::size_t d = 0; d < dimensions_; ++d)
          tally.first_weights[i * dimensions_ + d] +=
              static_cast<std::uint64_t>(std::llround(weights[d] / kWeightUnit));
      }
      count_wins(values, tally);
    }
  }

  void count_wins(const std::vector<double>& values, Tally& tally) const {
    if (tally.wins.empty()) return;
    for (std::size_t i = 0; i < programs_; ++i)
      for (std::size_t j = 0; j < programs_; ++j)
        tally.wins[i * programs_ + j] += values[i] > values[j] + kTied ? 1U : 0U;
  }

  std::vector<double> central_of(const Tally& tally, std::size_t program) const {
    const std::uint32_t firsts = tally.ranks[program * programs_];
    std::vector<double> central;
    if (firsts == 0) return central;
    for (std::size_t d = 0; d < dimensions_; ++d)
      central.push_back(static_cast<double>(tally.first_weights[program * dimensions_ + d]) * kWeightUnit /
                        firsts);
    return central;
  }

  std::vector<std::optional<double>> confidence_of(const Smaa& counted) const {
    std::vector<std::size_t> rivals(programs_);
    std::iota(rivals.begin(), rivals.end(), 0);
    // Those that come first most often, first: nearly always one of them decides at once.
    std::ranges::stable_sort(rivals, [&](std::size_t a, std::size_t b) {
      return counted.acceptability[a][0] > counted.acceptability[b][0];
    });
    const std::size_t jobs = jobs_for(options_.jobs, (options_.draws + kBlock - 1) / kBlock);
    std::vector<std::vector<std::uint32_t>> firsts(jobs, std::vector<std::uint32_t>(programs_));
    for_all_draws(jobs, [&](std::size_t part, const Block& block) {
      std::vector<double> scores;
      for (std::size_t t = 0; t < block.draws; ++t)
        for (std::size_t i = 0; i < programs_; ++i) {
          const std::vector<double>& weights = counted.central[i];
          if (weights.empty()) continue;
          const double own = value(block, t, i, weights, scores);
          const bool is_first = std::ranges::none_of(rivals, [&](std::size_t rival) {
            return rival != i && value(block, t, rival, weights, scores) > own + kTied;
          });
          firsts[part][i] += is_first ? 1U : 0U;
        }
    });
    std::vector<std::optional<double>> confidence(programs_);
    for (std::size_t i = 0; i < programs_; ++i) {
      if (counted.central[i].empty()) continue;
      std::uint64_t all = 0;
      for (const std::vector<std::uint32_t>& part : firsts) all += part[i];
      confidence[i] = static_cast<double>(all) / static_cast<double>(options_.draws);
    }
    return confidence;
  }

  static constexpr double kTied = 100 * kNearly;
  static bool are_tied(double first, double second) { return !(first > second + kTied); }

  const ScorerPlan& plan_;
  const RankExpression& by_;
  const SmaaOptions& options_;
  std::uint64_t seed_;
  WeightDraw weights_;
  std::size_t dimensions_;
  std::size_t programs_;
  std::vector<SampledSheet> sheets_;
  std::vector<std::uint64_t> positions_;  ///< by sheet: its first random number in a draw
  std::vector<std::size_t> begins_;       ///< by program: its first sheet; then the end
};

}  // namespace

Smaa simulate_ranks(const Scorer& scorer, const RankExpression& by,
                    const std::vector<std::vector<AnswerSheet>>& programs, const SmaaOptions& options) {
  return Simulation(scorer.plan(), by, programs, options).run();
}

}  // namespace ibtikar
