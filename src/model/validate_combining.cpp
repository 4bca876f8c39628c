// How parts become scores, as which numbers these are shown, and what answers need. See validate_parts.h.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "model/answer_check.h"
#include "model/limits.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

constexpr double kLeastLimit = 1e-6;

bool is_scored(const Question& question) { return question.weight > 0 && gives_utility(question); }

/// `weights`: of all parts together.
void check_combination(const Combination& combination, double weights, const std::string& pointer,
                       Findings& findings) {
  if (combination.limit)
    check_range(*combination.limit, kLeastLimit, kMostCombinedPoints, pointer + "/limit", findings);
  if (combination.start)
    check_range(*combination.start, -kMostCombinedPoints, kMostCombinedPoints, pointer + "/start", findings);
  if (!(combination.reached_at > 0 && combination.reached_at <= 1))
    findings.error(pointer + "/reached_at", "out-of-range",
                   message("{0} is out of range; expected a number over 0, and at most 1",
                           shortest(combination.reached_at)));
  const double limit = combination.limit.value_or(weights);
  if (combination.how == Joining::sum && combination.start.value_or(0) + weights < limit)
    findings.warning(pointer + "/limit", "limit-out-of-reach",
                     message("no answers reach the limit of {0}: all points together are {1}",
                             shortest(limit), shortest(combination.start.value_or(0) + weights)));
  if (combination.how == Joining::sum && combination.start.value_or(0) >= limit)
    findings.error(pointer + "/start", "never-differs",
                   message("the sum begins at its limit: every answer scores the same; expected less"));
  if (combination.how != Joining::deductions) return;
  const double start = combination.start.value_or(limit);
  if (start <= 0 || start - weights >= limit)
    findings.error(pointer + "/start", "never-differs",
                   message("with {0} points to begin with, no deduction changes the score; expected more "
                           "than 0, and less than the limit and all deductions together",
                           shortest(start)));
}

void check_display_scale(const std::optional<DisplayScale>& scale, const std::string& pointer, bool may_round,
                         Findings& findings) {
  if (!scale) return;
  check_range(scale->min, -kFarthestScaleEnd, kFarthestScaleEnd, pointer + "/min", findings);
  check_range(scale->max, -kFarthestScaleEnd, kFarthestScaleEnd, pointer + "/max", findings);
  if (scale->max <= scale->min)
    findings.error(
        pointer + "/max", "empty-range",
        message("max {0} is not over min {1}; expected a range", shortest(scale->max), shortest(scale->min)));
  if (scale->rounded && !may_round)
    findings.error(
        pointer + "/rounded", "idle-member",
        message("the score of a criterion is not rounded; expected this in a dimension or in overall"));
}

void check_groups(const Criterion& criterion, const std::string& pointer, Findings& findings) {
  for (std::size_t g = 0; g < criterion.groups.size(); ++g) {
    const QuestionGroup& group = criterion.groups[g];
    const std::string at = fmt::format("{}/groups/{}", pointer, g);
    double weights = 0;
    for (const Question& question : criterion.questions)
      if (question.group == group.id && is_scored(question)) weights += question.weight;
    if (group.weight == 0)
      findings.warning(at + "/weight", Code::never_counts,
                       message("a question group of weight 0 never counts"));
    if (weights == 0)
      findings.error(
          at, "zero-weights",
          message("none of the group's questions is scored with a weight over 0; expected one that names "
                  "the group"));
    else
      check_combination(group.combination, weights, at, findings);
  }
}

/// Of a criterion's groups and of its questions in none.
double part_weights(const Criterion& criterion) {
  double weights = 0;
  for (const QuestionGroup& group : criterion.groups) weights += group.weight;
  for (const Question& question : criterion.questions)
    if (question.group.empty() && is_scored(question)) weights += question.weight;
  return weights;
}

/// One of the dimensions that a criterion gives to, of either direction.
struct Directions {
  const Dimension* higher = nullptr;
  const Dimension* lower = nullptr;

  void see(const Dimension& dimension) { (dimension.better == Better::lower ? lower : higher) = &dimension; }
  [[nodiscard]] bool are_mixed() const { return higher != nullptr && lower != nullptr; }
};

void check_directions(const RubricDraft& draft, const Criterion& criterion, const std::string& pointer,
                      Findings& findings) {
  Directions directions;
  for (const Contribution& one : criterion.contributes)
    for (const Dimension& dimension : draft.dimensions)
      if (dimension.id == one.dimension && one.weight > 0) directions.see(dimension);
  if (directions.are_mixed())
    findings.error(
        pointer + "/contributes", "mixed-directions",
        message("lower is better in \"{0}\", higher in \"{1}\"; expected dimensions of one direction",
                directions.lower->id, directions.higher->id));
}

void check_overall(const RubricDraft& draft, Findings& findings) {
  check_display_scale(draft.overall_scale, "/overall/scale", true, findings);
  for (std::size_t d = 0; d < draft.dimensions.size(); ++d) {
    const Dimension& dimension = draft.dimensions[d];
    const std::string pointer = fmt::format("/dimensions/{}", d);
    check_display_scale(dimension.scale, pointer + "/scale", true, findings);
    if (dimension.weight > 0 && dimension.better != draft.overall_better)
      findings.error(pointer + "/better", "mixed-directions",
                     message("\"{0}\" and the overall score that it enters are better at different ends; "
                             "expected one direction, or the weight 0",
                             dimension.id));
    double weights = 0;
    for (const Section& section : draft.sections)
      for (const Criterion& criterion : section.criteria)
        for (const Contribution& one : criterion.contributes)
          if (one.dimension == dimension.id) weights += one.weight;
    if (weights > 0) check_combination(dimension.combination, weights, pointer, findings);
  }
}

void check_needs(const Evidence& evidence, const Question& question, const std::string& pointer,
                 Findings& findings) {
  const CreditNeeds& needs = *question.needs;
  if (!needs.note && !needs.link && needs.evidence.empty())
    findings.error(pointer, "requires-nothing",
                   message("nothing is required; expected \"note\", \"link\" or \"evidence\""));
  if (!(needs.otherwise >= 0 && needs.otherwise < 1))
    findings.error(
        pointer + "/otherwise", "out-of-range",
        message("{0} is out of range; expected a number from 0, and less than 1", shortest(needs.otherwise)));
  if (!is_scored(question))
    findings.warning(pointer, Code::never_counts,
                     message("the question is never scored: there is no credit to require for"));
  if (needs.evidence.empty()) return;
  std::vector<std::string> known;
  for (const EvidenceLevel& level : evidence.levels) known.push_back(level.id);
  const auto level = find_evidence(evidence, needs.evidence);
  if (!level) {
    findings.unknown_name(pointer + "/evidence", "unknown-evidence", phrase("evidence level"), needs.evidence,
                          known, "/evidence/levels/" + pointer_token(needs.evidence));
    return;
  }
  const EvidenceLevel& wanted = evidence.levels[*level];
  if (std::ranges::none_of(evidence.levels, [&](const EvidenceLevel& other) {
        return other.ceiling != wanted.ceiling ? other.ceiling < wanted.ceiling
                                               : other.margin > wanted.margin;
      }))
    findings.warning(pointer + "/evidence", "requires-nothing",
                     message("\"{0}\" is the lowest evidence level: every answer has it", wanted.id));
}

}  // namespace

void validate_combining(const RubricDraft& draft, Findings& findings) {
  check_overall(draft, findings);
  for (std::size_t s = 0; s < draft.sections.size(); ++s)
    for (std::size_t c = 0; c < draft.sections[s].criteria.size(); ++c) {
      const Criterion& criterion = draft.sections[s].criteria[c];
      const std::string pointer = criterion_pointer(s, c);
      check_groups(criterion, pointer, findings);
      check_directions(draft, criterion, pointer, findings);
      check_display_scale(criterion.scale, pointer + "/scale", false, findings);
      const double weights = part_weights(criterion);
      if (weights > 0) check_combination(criterion.combination, weights, pointer, findings);
    }
  for_each_question(draft, [&](const Criterion&, const Question& question, const std::string& pointer) {
    if (question.needs) check_needs(draft.evidence, question, pointer + "/requires", findings);
  });
}

}  // namespace ibtikar
