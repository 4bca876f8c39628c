// See score_bounds.h.
#include "model/score_bounds.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "model/answer_check.h"
#include "model/display_scale.h"
#include "model/joining.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

double best_ceiling(const Evidence& evidence) {
  double best = evidence.levels.empty() ? 1 : 0;
  for (const EvidenceLevel& level : evidence.levels) best = std::max(best, level.ceiling);
  return best;
}

/// What is known of a part without any answer.
struct Bounded {
  double weight = 0;
  double low = 0;
  double high = 1;
  bool may_leave = false;
};

double within_unit(double value) { return std::clamp(value, 0.0, 1.0); }

Bounded of_points(const Joint& joint, const std::vector<Bounded>& parts) {
  double least = 0, most = 0;  // points that are earned, or taken off
  for (const Bounded& part : parts) {
    const double low = part.may_leave ? 0 : part.low;
    const double high = part.may_leave ? 1 : part.high;
    least += part.weight * (joint.how == Joining::sum ? low : 1 - high);
    most += part.weight * (joint.how == Joining::sum ? part.high : 1 - part.low);
  }
  if (joint.how == Joining::sum)
    return {0, within_unit((joint.start + least) / joint.limit),
            within_unit((joint.start + most) / joint.limit)};
  return {0, within_unit((joint.start - most) / joint.limit),
          within_unit((joint.start - least) / joint.limit)};
}

/// Up to the first step that stays and that no answer reaches; those that may leave are not counted.
double highest_climb(const Joint& joint, const std::vector<Bounded>& parts) {
  double climbed = 0;
  double staying = 0;
  bool is_ended = false;
  for (const Bounded& part : parts) {
    is_ended = is_ended || (!part.may_leave && !reaches(joint, part.high));
    if (!is_ended) climbed += part.weight;
    if (!is_ended || !part.may_leave) staying += part.weight;
  }
  return staying > 0 ? climbed / staying : 1;
}

Bounded of_parts(const Joint& joint, const std::vector<Bounded>& parts) {
  Bounded whole{0, 1, 0, true};
  double least_of_staying = 1, most_of_staying = 0;
  bool some_stay = false;
  for (const Bounded& part : parts) {
    whole.low = std::min(whole.low, part.low);
    whole.high = std::max(whole.high, part.high);
    if (part.may_leave) continue;
    some_stay = true;
    least_of_staying = std::min(least_of_staying, part.high);
    most_of_staying = std::max(most_of_staying, part.low);
  }
  whole.may_leave = !some_stay;
  switch (joint.how) {
    case Joining::mean:
      break;
    case Joining::minimum:
      if (some_stay) whole.high = least_of_staying;
      break;
    case Joining::maximum:
      if (some_stay) whole.low = most_of_staying;
      break;
    case Joining::in_order:
      whole.low = 0;
      whole.high = highest_climb(joint, parts);
      break;
    case Joining::sum:
    case Joining::deductions: {
      const bool may_leave = whole.may_leave;
      whole = of_points(joint, parts);
      whole.may_leave = may_leave;
      break;
    }
  }
  return whole;
}

class Bounds {
 public:
  Bounds(const Rubric& rubric, Findings& findings)
      : rubric_(rubric), findings_(findings), ceiling_(best_ceiling(rubric.parts().evidence)) {}

  ScoreBounds find() {
    std::size_t number = 0;
    for (std::size_t s = 0; s < rubric_.sections().size(); ++s)
      for (std::size_t c = 0; c < rubric_.sections()[s].criteria.size(); ++c)
        criteria_.push_back(of_criterion(s, c, number));
    std::vector<Bounded> dimensions;
    for (const Dimension& dimension : rubric_.dimensions()) dimensions.push_back(of_dimension(dimension));
    ScoreBounds bounds;
    bounds.before = ranges(dimensions, of_overall(dimensions));
    for (std::size_t d = 0; d < dimensions.size(); ++d)
      change(rubric_.dimensions()[d].id, rubric_.dimensions()[d].scale, dimensions[d]);
    Bounded overall = of_overall(dimensions);
    change("overall", rubric_.parts().overall_scale, overall);
    bounds.after = ranges(dimensions, overall);
    return bounds;
  }

 private:
  Bounded of_question(std::size_t number) const {
    const Question& question = rubric_.question(number);
    Bounded one{question.weight, 0, std::min(greatest_utility(question), ceiling_),
                question.not_applicable || !rubric_.conditions_of(number).empty()};
    for (const Contribution& to : rubric_.criterion_of(number).contributes)
      for (const Dimension& dimension : rubric_.dimensions())
        if (dimension.id == to.dimension && dimension.better == Better::lower) one.high = 1;
    return one;
  }

  /// `number`: of its first question; afterwards of the next criterion's.
  Bounded of_criterion(std::size_t section, std::size_t place, std::size_t& number) {
    const Criterion& criterion = rubric_.sections()[section].criteria[place];
    const std::string pointer = criterion_pointer(section, place);
    std::vector<std::vector<Bounded>> grouped(criterion.groups.size());
    std::vector<Bounded> loose;
    for (const Question& question : criterion.questions) {
      const std::size_t q = number++;
      if (!rubric_.is_scored(q)) continue;
      std::vector<Bounded>* home = &loose;
      for (std::size_t g = 0; g < criterion.groups.size(); ++g)
        if (criterion.groups[g].id == question.group) home = &grouped[g];
      home->push_back(of_question(q));
    }
    std::vector<Bounded> parts;
    for (std::size_t g = 0; g < grouped.size(); ++g) {
      if (grouped[g].empty() || criterion.groups[g].weight == 0) continue;
      parts.push_back(
          whole(criterion.groups[g].combination, grouped[g], fmt::format("{}/groups/{}", pointer, g)));
      parts.back().weight = criterion.groups[g].weight;
    }
    parts.insert(parts.end(), loose.begin(), loose.end());
    return whole(criterion.combination, parts, pointer);
  }

  Bounded of_dimension(const Dimension& dimension) {
    std::vector<Bounded> parts;
    std::size_t number = 0;
    for (const Section& section : rubric_.sections())
      for (const Criterion& criterion : section.criteria) {
        Bounded part = criteria_[number++];
        part.weight = 0;
        for (const Contribution& one : criterion.contributes)
          if (one.dimension == dimension.id) part.weight += one.weight;
        if (part.weight > 0) parts.push_back(part);
      }
    const auto place = &dimension - rubric_.dimensions().data();
    return whole(dimension.combination, parts, fmt::format("/dimensions/{}", place));
  }

  /// No mean is over the greatest of its parts, or under the least.
  [[nodiscard]] Bounded of_overall(const std::vector<Bounded>& dimensions) const {
    std::vector<Bounded> parts;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
      if (rubric_.dimensions()[d].weight > 0) parts.push_back(dimensions[d]);
    return of_parts(Joint{}, parts);
  }

  Bounded whole(const Combination& combination, const std::vector<Bounded>& parts,
                const std::string& pointer) {
    if (parts.empty()) return {0, 0, 1, true};
    double weights = 0;
    double lowest = 1;  // the best of the step that is hardest to reach
    for (const Bounded& part : parts) {
      weights += part.weight;
      lowest = std::min(lowest, part.high);
    }
    const Joint joint = joint_of(combination, weights);
    if (joint.how == Joining::in_order && !reaches(joint, lowest))
      findings_.warning(pointer + "/reached_at", "step-out-of-reach",
                        message("no answers reach one of the steps: its best possible value is {0}, and {1} "
                                "is asked for",
                                two_decimals(lowest), shortest(combination.reached_at)));
    return of_parts(joint, parts);
  }

  /// What gates may do to a score.
  void change(const std::string& id, const std::optional<DisplayScale>& scale, Bounded& score) const {
    const auto reach = [&](double low, double high) {
      score.low = std::min(score.low, within_unit(low));
      score.high = std::max(score.high, within_unit(high));
    };
    for (const Gate& gate : rubric_.parts().gates) {
      for (const Adjustment& one : gate.adjustments) {
        if (one.target != id) continue;
        if (one.kind == Adjustment::Kind::multiply) reach(score.low * one.amount, score.high * one.amount);
        if (one.kind == Adjustment::Kind::add)
          reach(score.low + one.amount / 100, score.high + one.amount / 100);
        if (one.kind == Adjustment::Kind::floor) reach(score.low, one.amount / 100);
      }
      for (const Cap& cap : gate.caps)
        if (cap.target == id) reach(cap.limit / 100, score.high);
    }
    if (!scale || !scale->rounded) return;
    const auto nearest = [&](double value) {
      return within_unit((on_scale(*scale, value) - scale->min) / (scale->max - scale->min));
    };
    score.low = nearest(score.low);
    score.high = nearest(score.high);
  }

  [[nodiscard]] std::vector<ScoreRange> ranges(const std::vector<Bounded>& dimensions,
                                               const Bounded& overall) const {
    std::vector<ScoreRange> all;
    const auto add = [&](const Bounded& one) {
      all.push_back({rounded(100 * one.low), rounded(100 * one.high), true, one.may_leave});
    };
    for (const Bounded& criterion : criteria_) add(criterion);
    for (const Bounded& dimension : dimensions) add(dimension);
    add(overall);
    return all;
  }

  const Rubric& rubric_;  // both outlive the search
  Findings& findings_;
  double ceiling_;
  std::vector<Bounded> criteria_;
};

}  // namespace

double greatest_utility(const Question& question) {
  double best = 0;
  for (std::size_t i = 0; i < question.levels.size(); ++i)
    best = std::max(best, utility_of_level(question.levels, i));
  double sum = 0;
  for (const Option& option : question.options) {
    best = std::max(best, option.score.value_or(0));
    sum += std::max(0.0, option.score.value_or(0));
  }
  if (question.type == QuestionType::choices) best = std::min(1.0, sum);
  if (question.type == QuestionType::yes_no) best = 1;
  const auto at = [&](const std::optional<double>& end, double other) {
    return utility_of_number(question.points, end.value_or(other));
  };
  if (question.type == QuestionType::number && !question.points.empty()) {
    for (const Point& point : question.points) {
      const bool outside =
          (question.min && point.x < *question.min) || (question.max && point.x > *question.max);
      if (!outside) best = std::max(best, point.utility);
    }
    best = std::max(
        {best, at(question.min, question.points.front().x), at(question.max, question.points.back().x)});
  }
  return best;
}

ScoreBounds score_bounds(const Rubric& rubric, Findings& findings) { return Bounds(rubric, findings).find(); }

}  // namespace ibtikar
