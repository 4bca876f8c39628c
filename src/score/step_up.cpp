// The steps from an answer. See explain.h. The order is that of docs/scoring.md, "Steps".
//
// Ranking costs no scoring: it uses utilities alone. Scoring tells afterwards which of the ranked
// steps raises a score, and the first one wins, so most steps are never scored.
#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "model/answer_check.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

/// Steps of a number that gain less utility than this come after those that gain more: "raise the
/// share from 20 % to 20.4 %" is no advice.
constexpr double kWorthAStep = 0.05;
/// The stretch between two points of a number is divided into so many steps.
constexpr int kParts = 10;
/// An option with this id excludes all others.
constexpr std::string_view kNone = "none";

/// Smaller ranks come first. Equal ones keep the order of the rubric.
struct Ranked {
  Step step;
  int group = 0;        ///< 0: better, 1: better by too little, 2: not better
  double order = 0;     ///< within the group
  double distance = 0;  ///< from today's value

  friend bool operator<(const Ranked& a, const Ranked& b) {
    if (a.group != b.group) return a.group < b.group;
    if (a.order != b.order) return a.order < b.order;
    return a.distance < b.distance;
  }
};

/// The smallest better answer comes first. Answers that are not better follow, the least loss
/// first: they matter only if they lift a cap. `sign` is -1 if lower is better, else 1.
Ranked ranked(Step step, double utility, const Cell& today, double sign) {
  const bool better = sign * utility > sign * today.utility;
  return {step, better ? 0 : 2, sign * (better ? utility : -utility), std::abs(step.number - today.number)};
}

std::vector<Ranked> level_steps(const Question& question, const Cell& today, double sign) {
  std::vector<Ranked> steps;
  for (std::size_t i = 0; i < question.levels.size(); ++i)
    if (i != today.index)
      steps.push_back(
          ranked({i, question.levels[i].value}, utility_of_level(question.levels, i), today, sign));
  return steps;
}

/// Options have no distance from one another: among equals the first counts.
std::vector<Ranked> option_steps(const Question& question, const Cell& today, double sign) {
  std::vector<Ranked> steps;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (i == today.index) continue;
    Ranked one = ranked({i, static_cast<double>(i)}, question.options[i].score.value_or(0), today, sign);
    one.distance = 0;
    steps.push_back(one);
  }
  return steps;
}

/// The flags after option number `option` was ticked or unticked. "None of these" excludes all
/// others.
std::vector<bool> toggled(const Question& question, std::vector<bool> chosen, std::size_t option) {
  chosen[option] = !chosen[option];
  if (!chosen[option]) return chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (i != option && (question.options[option].id == kNone || question.options[i].id == kNone))
      chosen[i] = false;
  return chosen;
}

/// Ranks options by what toggling each one adds to the sum of scores. One pass computes the sums
/// that ticking takes away, so the time is linear in the number of options.
std::vector<Ranked> toggle_steps(const Question& question, const Cell& today, double sign) {
  const auto score = [&](std::size_t i) { return question.options[i].score.value_or(0); };
  double others = 0;  // what ticking "none" takes away
  double none = 0;    // what ticking another takes away
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (!today.chosen[i]) continue;
    (question.options[i].id == kNone ? none : others) += score(i);
  }
  std::vector<Ranked> steps;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const double unticked = question.options[i].id == kNone ? others : none;
    const double change = sign * (today.chosen[i] ? -score(i) : score(i) - unticked);
    steps.push_back({{i, 0}, change > 0 ? 0 : 2, -change, 0});
  }
  return steps;
}

/// The values to try for a number, rising: its points, marks between them, and the ends of the
/// accepted range.
std::vector<double> marks(const Question& question) {
  const std::vector<Point>& points = question.points;
  std::vector<double> all;
  // If all points are whole, the number probably counts things, and 12.5 people help nobody.
  const bool whole = std::ranges::all_of(points, [](const Point& p) { return p.x == std::round(p.x); });
  for (std::size_t i = 0; i < points.size(); ++i) {
    all.push_back(points[i].x);
    for (int k = 1; i + 1 < points.size() && k < kParts; ++k) {
      const double exact = points[i].x + (points[i + 1].x - points[i].x) * k / kParts;
      const double mark = whole ? std::round(exact) : rounded(exact);
      if (mark > points[i].x && mark < points[i + 1].x) all.push_back(mark);
    }
  }
  for (const auto& end : {question.min, question.max})
    if (end && !all.empty()) all.push_back(*end);
  std::erase_if(all, [&](double x) {
    return (question.min && x < *question.min) || (question.max && x > *question.max);
  });
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::vector<Ranked> number_steps(const Question& question, const Cell& today, double sign) {
  std::vector<Ranked> steps;
  for (const double x : marks(question)) {
    if (x == today.number) continue;
    const double utility = utility_of_number(question.points, x);
    Ranked one = ranked({0, x}, utility, today, sign);
    if (one.group == 0 && sign * (utility - today.utility) < kWorthAStep) {
      one.group = 1;
      one.order = sign * -utility;
    }
    steps.push_back(one);
  }
  return steps;
}

std::vector<Ranked> ranked_steps(const Question& question, const Cell& today, double sign) {
  switch (question.type) {
    case QuestionType::scale:
      return level_steps(question, today, sign);
    case QuestionType::yes_no: {  // the other answer is the only step
      const double other = 1 - today.number;
      return {ranked({0, other}, (other == 1) == question.good ? 1 : 0, today, sign)};
    }
    case QuestionType::choice:
      return option_steps(question, today, sign);
    case QuestionType::choices:
      return toggle_steps(question, today, sign);
    case QuestionType::number:
      return number_steps(question, today, sign);
    case QuestionType::text:
      break;
  }
  return {};
}

}  // namespace

Steps steps_from(const Question& question, const Cell& today, Better better) {
  std::vector<Ranked> all = ranked_steps(question, today, better == Better::lower ? -1 : 1);
  std::ranges::stable_sort(all, std::less());
  Steps steps;
  for (const Ranked& one : all) {
    // In the first group, levels, options and numbers rise, so the last one is the best. Ticked
    // options fall, so the first one is.
    if (one.group == 0 && question.type != QuestionType::choices) steps.best = steps.all.size();
    steps.all.push_back(one.step);
  }
  return steps;
}

Cell after(const Question& question, Cell today, const Step& step) {
  if (question.type == QuestionType::choices) {
    today.chosen = toggled(question, std::move(today.chosen), step.index);
  } else {
    today.index = static_cast<std::uint32_t>(step.index);
    today.number = step.number;
  }
  today.utility = utility_of(question, today);
  return today;
}

}  // namespace ibtikar
