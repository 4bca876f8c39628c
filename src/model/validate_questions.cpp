// What a question of each type must have. See validate_parts.h.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "model/answer_check.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

void check_unit_interval(double value, double least, const std::string& pointer, Findings& findings) {
  if (value >= least && value <= 1) return;
  findings.error(
      pointer, "out-of-range",
      message("{0} is out of range; expected a number from {1} to 1", shortest(value), shortest(least)));
}

void check_levels(const std::vector<Level>& levels, const std::string& pointer, Findings& findings) {
  if (levels.size() < 2) {
    findings.error(pointer, "too-few-levels",
                   message("a scale must leave a choice; expected at least two levels"));
    return;
  }
  bool rising = true;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string at = fmt::format("{}/{}", pointer, i);
    if (levels[i].score) check_unit_interval(*levels[i].score, 0, at + "/score", findings);
    const auto same = std::find_if(levels.begin(), levels.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const Level& other) { return other.value == levels[i].value; });
    if (same != levels.begin() + static_cast<std::ptrdiff_t>(i)) {
      findings.error(
          at + "/value", "equal-values",
          message("two levels have the value {0}; expected values that differ", shortest(levels[i].value)));
      return;
    }
    rising = rising && (i == 0 || levels[i].value > levels[i - 1].value);
  }
  bool differ = false;
  for (std::size_t i = 1; i < levels.size(); ++i)
    differ = differ || utility_of_level(levels, i) != utility_of_level(levels, 0);
  if (!differ)
    findings.error(pointer, "never-differs",
                   message("every level scores the same; expected scores that differ"));
  if (!rising)
    findings.warning(pointer, "levels-out-of-order",
                     message("the levels' values do not rise in the order shown"));
}

void check_scale_or_levels(const Question& question, const std::string& pointer, Findings& findings) {
  if (question.scale.empty() == question.levels.empty()) {
    findings.error(pointer, "scale-or-levels",
                   question.scale.empty()
                       ? message("a scale question needs levels; expected \"scale\" or \"levels\"")
                       : message("both \"scale\" and \"levels\" are given; expected one of the two"));
    return;
  }
  if (!question.levels.empty()) check_levels(question.levels, pointer + "/levels", findings);
}

/// Whether some set of options scores more than another.
bool options_differ(const Question& question) {
  const auto score = [](const Option& option) { return option.score.value_or(0); };
  if (question.type == QuestionType::choices)
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const Option& o) { return score(o) > 0; });
  return std::any_of(question.options.begin(), question.options.end(),
                     [&](const Option& o) { return score(o) != score(question.options.front()); });
}

void check_options(const Question& question, const std::string& pointer, Findings& findings) {
  const std::size_t least = question.type == QuestionType::choice ? 2 : 1;
  if (question.options.size() < least) {
    findings.error(pointer + "/options", "too-few-options",
                   counted("too little to choose from; expected at least {0} option",
                           "too little to choose from; expected at least {0} options", least));
    return;
  }
  const double lowest = question.type == QuestionType::choices ? -1 : 0;
  std::size_t scored = 0;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (!question.options[i].score) continue;
    ++scored;
    check_unit_interval(*question.options[i].score, lowest, fmt::format("{}/options/{}/score", pointer, i),
                        findings);
  }
  if (scored == 0) return;  // context: asked, never scored
  if (scored < question.options.size())
    findings.error(
        pointer + "/options", "mixed-scores",
        counted("{0} of {1} options have a score; expected all or none",
                "{0} of {1} options have a score; expected all or none", scored, question.options.size()));
  else if (!options_differ(question))
    findings.error(pointer + "/options", "never-differs",
                   message("every choice scores the same; expected scores that differ"));
}

void check_points(const Question& question, const std::string& pointer, Findings& findings) {
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const Point& point = question.points[i];
    const std::string at = fmt::format("{}/points/{}", pointer, i);
    check_unit_interval(point.utility, 0, at + "/1", findings);
    if (i > 0 && point.x <= question.points[i - 1].x)
      findings.error(at + "/0", "points-not-rising",
                     message("{0} does not rise; expected more than {1}", shortest(point.x),
                             shortest(question.points[i - 1].x)));
    if ((question.min && point.x < *question.min) || (question.max && point.x > *question.max))
      findings.warning(at + "/0", "point-out-of-range",
                       message("no answer reaches this point: it lies outside min and max"));
  }
  const bool differ = std::any_of(question.points.begin(), question.points.end(), [&](const Point& p) {
    return p.utility != question.points.front().utility;
  });
  if (!question.points.empty() && !differ)
    findings.error(pointer + "/points", "never-differs",
                   message("every number scores the same; expected utilities that differ"));
}

void check_number_range(const Question& question, const std::string& pointer, Findings& findings) {
  if (question.min && question.max && *question.min >= *question.max)
    findings.error(pointer + "/max", "empty-range",
                   message("max {0} is not over min {1}; expected a range", shortest(*question.max),
                           shortest(*question.min)));
  check_points(question, pointer, findings);
}

}  // namespace

void validate_questions(const RubricDraft& draft, Findings& findings) {
  for (const Scale& scale : draft.scales)
    check_levels(scale.levels, "/scales/" + pointer_token(scale.id) + "/levels", findings);
  for_each_question(draft, [&](const Criterion&, const Question& question, const std::string& pointer) {
    switch (question.type) {
      case QuestionType::scale:
        return check_scale_or_levels(question, pointer, findings);
      case QuestionType::choice:
      case QuestionType::choices:
        return check_options(question, pointer, findings);
      case QuestionType::number:
        return check_number_range(question, pointer, findings);
      case QuestionType::yes_no:
      case QuestionType::text:
        return;
    }
  });
}

}  // namespace ibtikar
