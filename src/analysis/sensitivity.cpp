// See ibtikar/sensitivity.h.
#include "ibtikar/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/switching.h"
#include "analysis/tornado.h"
#include "base/decimal.h"
#include "score/verdict.h"

namespace ibtikar {
namespace {

/// Scores closer than this, in [0, 1], are one: what rounding leaves.
constexpr double kSameScore = 1e-9;

ScoreTarget target_of(const Rubric& rubric, const std::string& id) {
  for (std::size_t d = 0; d < rubric.dimensions().size(); ++d)
    if (rubric.dimensions()[d].id == id) return d;
  return kOverall;
}

/// Names a weight by what the rubric calls it.
void name_weight(const ScorerPlan& plan, const WeightPlace& place, WeightSensitivity& weight) {
  weight.kind = place.kind;
  weight.weight = place.weight;
  const Criterion& criterion = *plan.criterion_parts[place.criterion];
  const std::vector<Dimension>& dimensions = plan.rubric.dimensions();
  switch (place.kind) {
    case WeightKind::question:
      weight.id = plan.rubric.full_id(place.question);
      weight.title = plan.rubric.question(place.question).ask;
      break;
    case WeightKind::group: {
      const QuestionGroup& group = criterion.groups[place.group - plan.criteria[place.criterion].first_group];
      weight.id = criterion.id + "/" + group.id;
      weight.title = group.title;
      break;
    }
    case WeightKind::contribution:
      weight.id = criterion.id;
      weight.title = criterion.title;
      weight.dimension = dimensions[place.dimension].id;
      weight.dimension_title = dimensions[place.dimension].title;
      break;
    case WeightKind::dimension:
      weight.id = dimensions[place.dimension].id;
      weight.title = dimensions[place.dimension].title;
  }
}

/// The rubric with another weight, as a draft. Levels of a shared scale are taken out again:
/// validate() fills them in.
RubricDraft with_weight(const Rubric& rubric, const WeightPlace& place, double weight) {
  RubricDraft draft = rubric.parts();
  for (Section& section : draft.sections)
    for (Criterion& criterion : section.criteria)
      for (Question& question : criterion.questions)
        if (!question.scale.empty()) question.levels.clear();
  if (place.kind == WeightKind::dimension) {
    draft.dimensions[place.dimension].weight = weight;
    return draft;
  }
  const QuestionPlace& at = rubric.place(place.question);
  Criterion& criterion = draft.sections[at.section].criteria[at.criterion];
  if (place.kind == WeightKind::question) criterion.questions[at.question].weight = weight;
  if (place.kind == WeightKind::contribution)
    for (Contribution& one : criterion.contributes)
      if (one.dimension == rubric.dimensions()[place.dimension].id) one.weight = weight;
  return draft;
}

/// Whether a weight beyond the switching value is one that the rubric may have. Sums with a limit
/// of their own, for example, need weights that reach it.
bool is_allowed(const Rubric& rubric, const WeightPlace& place, const std::optional<SwitchingValue>& value) {
  if (!value || place.kind == WeightKind::group) return true;
  const double beyond = value->weight < place.weight ? 1 - kSwitchTolerance : 1 + kSwitchTolerance;
  Diagnostics warnings;
  return validate(with_weight(rubric, place, value->weight * beyond), warnings).has_value();
}

/// Everything about one weight.
class WeightAnalysis {
 public:
  WeightAnalysis(const Rubric& rubric, const AnswerSheet& sheet, ScoreTarget target,
                 const std::optional<DisplayScale>& scale)
      : rubric_(rubric),
        dial_(rubric, sheet),
        watcher_(dial_.plan(), target),
        target_(target),
        scale_(scale),
        today_(outcome_of(dial_.outcomes(), target).point),
        has_verdict_(verdict_of(dial_.plan(), dial_.outcomes(), target).has_value()) {}

  [[nodiscard]] std::vector<WeightSensitivity> all() {
    std::vector<WeightSensitivity> weights;
    for (const WeightPlace& place : weight_places(dial_.plan())) weights.push_back(one(place));
    return weights;
  }

 private:
  WeightSensitivity one(const WeightPlace& place) {
    WeightSensitivity weight;
    name_weight(dial_.plan(), place, weight);
    const Rivals rivals = dial_.rivals(place);
    // A part that does not apply may still matter: the limit of a sum counts it.
    weight.share = rivals.applicable ? place.weight / (place.weight + rivals.applying) : 0;
    weight.half = with(place, place.weight / 2, weight.matters);
    weight.doubled = with(place, place.weight * 2, weight.matters);
    with(place, kLeastSearched, weight.matters);
    with(place, kGreatestSearched, weight.matters);
    if (weight.half.score && weight.doubled.score)
      weight.swing = rounded(std::abs(*weight.half.score - *weight.doubled.score));
    dial_.back(place);
    if (has_verdict_) search(place, weight);
    dial_.back(place);
    return weight;
  }

  void search(const WeightPlace& place, WeightSensitivity& weight) {
    SwitchSearch search(dial_, watcher_, place, target_);
    weight.up = search.up();
    weight.down = search.down();
    weight.matters = weight.matters || weight.up || weight.down;
    if (!weight.down) weight.down = search.left_out();
    if (!is_allowed(rubric_, place, weight.up)) weight.up.reset();
    if (!is_allowed(rubric_, place, weight.down)) weight.down.reset();
  }

  /// The score at another weight. Notes in `matters` if it is another score.
  Measure with(const WeightPlace& place, double weight, bool& matters) {
    dial_.turn(place, std::clamp(weight, kLeastSearched, kGreatestSearched));
    const Outcome& outcome = outcome_of(dial_.outcomes(), target_);
    matters = matters || (outcome.point && today_ && std::abs(*outcome.point - *today_) > kSameScore);
    return measure_of(outcome, scale_);
  }

  const Rubric& rubric_;
  WeightDial dial_;
  Watcher watcher_;
  ScoreTarget target_;
  std::optional<DisplayScale> scale_;
  std::optional<double> today_;
  bool has_verdict_;
};

double factor_to(const std::optional<SwitchingValue>& value, double weight) {
  if (!value || value->weight <= 0) return std::numeric_limits<double>::infinity();
  return std::max(value->weight / weight, weight / value->weight);
}

/// Switching values first, then changes that only leaving the part out brings, then none.
int class_of(const WeightSensitivity& weight) {
  if (std::isfinite(nearest_factor(weight))) return 0;
  return weight.down ? 1 : 2;
}

bool comes_before(const WeightSensitivity& a, const WeightSensitivity& b) {
  if (class_of(a) != class_of(b)) return class_of(a) < class_of(b);
  if (class_of(a) == 0 && nearest_factor(a) != nearest_factor(b))
    return nearest_factor(a) < nearest_factor(b);
  return a.swing > b.swing;
}

}  // namespace

const DimensionScore& score_of(const Sensitivity& sensitivity) {
  for (const DimensionScore& dimension : sensitivity.assessment.dimensions)
    if (dimension.id == sensitivity.of) return dimension;
  return sensitivity.assessment.overall;
}

bool has_bands(const Assessment& assessment, std::string_view score) {
  if (score == "overall") return true;
  return std::ranges::any_of(assessment.dimensions, [&](const DimensionScore& dimension) {
    return dimension.id == score && dimension.better == assessment.overall.better;
  });
}

double nearest_factor(const WeightSensitivity& weight) {
  return std::min(factor_to(weight.up, weight.weight), factor_to(weight.down, weight.weight));
}

Sensitivity sensitivity_of(const Scorer& scorer, const Assessment& assessment, const AnswerSheet& sheet,
                           const SensitivityOptions& options) {
  const Rubric& rubric = scorer.plan().rubric;
  const ScoreTarget target = target_of(rubric, options.of);
  const DimensionScore& score = target == kOverall ? assessment.overall : assessment.dimensions[target];
  Sensitivity found;
  found.assessment = assessment;
  found.of = options.of;
  found.verdict = target == kOverall ? assessment.verdict : score.band;
  found.weights = WeightAnalysis(rubric, sheet, target, score.scale).all();
  std::ranges::stable_sort(found.weights, comes_before);
  found.answers = tornado(rubric, assessment, sheet, target);
  return found;
}

}  // namespace ibtikar
