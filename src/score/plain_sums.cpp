// See plain_sums.h.
#include "score/plain_sums.h"

#include <algorithm>

namespace ibtikar {

PlainSums::PlainSums(const ScorerPlan& plan) {
  std::vector<std::size_t> numbers(plan.criteria.size());
  for (std::size_t c = 0; c < plan.criteria.size(); ++c) {
    const bool is_needed = std::ranges::any_of(plan.dimensions, [&](const DimensionPlan& dimension) {
      return std::ranges::any_of(dimension.criteria, [&](const auto& part) { return part.first == c; });
    });
    if (!is_needed) continue;
    numbers[c] = last_.size();
    for (std::size_t q = plan.criteria[c].first; q < plan.criteria[c].last; ++q)
      if (plan.questions[q].scored) questions_.push_back(static_cast<std::uint32_t>(q));
    last_.push_back(questions_.size());
  }
  for (const DimensionPlan& dimension : plan.dimensions) {
    for (const auto& [criterion, k] : dimension.criteria) parts_.emplace_back(numbers[criterion], k);
    last_part_.push_back(parts_.size());
  }
  means_.resize(last_.size());
  sums_.resize(last_part_.size());
}

template <class Self>
[[gnu::always_inline]] inline void PlainSums::add_up_in(Self& self, const AnswerTerm* terms,
                                                        const std::uint32_t* places) {
  const std::uint32_t* question = self.questions_.data();
  Mean* const means = self.means_.data();
  for (std::size_t c = 0; c < self.last_.size(); ++c) {
    Four sums{};
    Pair weights{};
    for (const std::uint32_t* const last = self.questions_.data() + self.last_[c]; question < last;
         ++question) {
      const AnswerTerm& term = terms[places[*question]];
      sums += term.sums;
      weights += term.weights;
    }
    // A question that is scored weighs more than 0. Where none applies, or none is answered, what
    // is divided is 0.
    const double weight = weights[0];
    const double answered = sums[2];
    const double by = weight > 0 ? weight : 1;
    means[c].values = sums / Four{by, by, by, answered > 0 ? answered : 1};
    means[c].counts = Pair{weight > 0 ? 1.0 : 0.0, answered > 0 ? 1.0 : 0.0};
    means[c].stays = weights[1];
  }
  const std::pair<std::size_t, double>* part = self.parts_.data();
  for (std::size_t d = 0; d < self.last_part_.size(); ++d) {
    Sums sums;
    for (const auto* const last = self.parts_.data() + self.last_part_[d]; part < last; ++part) {
      const Mean& mean = means[part->first];
      const double k = part->second;
      sums.values += Four{k, k, k, k} * mean.values;
      sums.weights += Pair{k, k} * mean.counts;
      sums.stays += mean.stays;
    }
    self.sums_[d] = sums;
  }
}

void PlainSums::add_up_any(PlainSums& self, const AnswerTerm* terms, const std::uint32_t* places) {
  add_up_in(self, terms, places);
}

IBTIKAR_WIDE void PlainSums::add_up_wide(PlainSums& self, const AnswerTerm* terms,
                                         const std::uint32_t* places) {
  add_up_in(self, terms, places);
}

void PlainSums::add_up(const std::vector<AnswerTerm>& terms, const std::vector<std::uint32_t>& places,
                       std::vector<Outcome>& dimensions) {
  (has_wide_steps() ? add_up_wide : add_up_any)(*this, terms.data(), places.data());
  for (std::size_t d = 0; d < sums_.size(); ++d) {
    const Sums& sums = sums_[d];
    Outcome& out = dimensions[d];
    out = {};
    out.may_leave = sums.stays == 0;
    out.applicable = sums.weights[0] > 0;
    if (!out.applicable) continue;
    out.low = sums.values[0] / sums.weights[0];
    out.high = sums.values[1] / sums.weights[0];
    out.completeness = sums.values[2] / sums.weights[0];
    if (sums.weights[1] > 0) out.point = sums.values[3] / sums.weights[1];
  }
}

}  // namespace ibtikar
