// See view.h. Here: the head, the verdict, scores.
#include "report/view/view.h"

#include <algorithm>
#include <cmath>

#include "report/view/parts.h"

namespace ibtikar {
namespace {

/// Assessments may come from files: a bar must not leave its place.
double percent_of_bar(double score) { return std::isfinite(score) ? std::clamp(score, 0.0, 100.0) : 0; }

MeasureView measure_view(const Measure& measure, const std::optional<DisplayScale>& scale) {
  MeasureView view;
  if (measure.score && std::isfinite(*measure.score)) view.score = percent_of_bar(*measure.score);
  view.low = percent_of_bar(measure.low);
  view.high = std::max(view.low, percent_of_bar(measure.high));
  view.completeness = measure.completeness;
  view.score_text = score_text(measure.score);
  view.low_text = score_text(measure.low);
  view.high_text = score_text(measure.high);
  view.completeness_text = percent_text(measure.completeness);
  if (!scale || !measure.shown) return view;
  view.score_text = score_text(scale, measure.shown->score);
  view.low_text = score_text(scale, measure.shown->low);
  view.high_text = score_text(scale, measure.shown->high);
  view.whole_text = score_text(scale, scale->max);
  return view;
}

const Band* band_at(const Assessment& assessment, const Score& score) {
  return score ? band_of(assessment.rubric.bands, *score) : nullptr;
}

/// Where a band begins, as a number of the scale that the overall score is shown on.
std::string band_start(const Assessment& assessment, double from) {
  const std::optional<DisplayScale>& scale = assessment.overall.scale;
  return scale ? score_text(scale, placed_on(scale, from)) : stated_text(from);
}

std::vector<BandView> band_views(const Assessment& assessment, const Formatter& formatter) {
  const Band* reached = band_at(assessment, assessment.overall.measure.score);
  std::vector<BandView> views;
  for (const Band& band : assessment.rubric.bands)
    views.push_back({formatter.title(band.title, band.id), percent_of_bar(band.from),
                     band_start(assessment, band.from), &band == reached, formatter.standing(&band)});
  return views;
}

/// The verdicts from the lowest that is possible to the highest.
std::vector<std::string> bands_between(const Assessment& assessment, const Formatter& formatter) {
  const auto [lowest, highest] = possible_bands(assessment);
  std::vector<std::string> titles;
  bool inside = lowest == nullptr;
  for (const Band& band : assessment.rubric.bands) {
    inside = inside || &band == lowest;
    if (inside && highest != nullptr) titles.push_back(formatter.title(band.title, band.id));
    if (&band == highest) break;
  }
  return titles;
}

/// The direction of the dimensions that the criterion contributes to; higher if there are none.
Better better_of(const Assessment& assessment, const CriterionScore& criterion) {
  for (const Contribution& one : criterion.contributes)
    for (const DimensionScore& dimension : assessment.dimensions)
      if (dimension.id == one.dimension && one.weight > 0) return dimension.better;
  return Better::higher;
}

std::vector<ScoreView> dimension_views(const Assessment& assessment, const Formatter& formatter) {
  std::vector<ScoreView> views;
  for (const DimensionScore& dimension : assessment.dimensions)
    views.push_back(score_view(assessment, formatter, dimension));
  return views;
}

std::string title_and_version(const Formatter& formatter, const RubricSummary& rubric) {
  std::string title = formatter.title(rubric.title, rubric.id);
  return rubric.version.empty() ? title : title + " " + formatter.foreign(rubric.version);
}

}  // namespace

ScoreView score_view(const Assessment& assessment, const Formatter& formatter, const DimensionScore& score) {
  ScoreView view;
  view.title = formatter.dimension(score.id);
  view.applicable = score.applicable;
  view.measure = measure_view(score.measure, score.scale);
  view.scale = score.scale;
  view.is_adjusted = !score.adjusted_by.empty();
  if (!score.band.empty()) view.band = formatter.band(score.band);
  view.standing = formatter.standing(band_at(assessment, score.measure.score), score.better);
  if (!score.capped_by.empty() || view.is_adjusted)
    view.uncapped = score_text(score.scale, placed_on(score.scale, score.uncapped));
  view.asks = formatter.text(score.asks);
  return view;
}

ScoreView criterion_view(const Assessment& assessment, const Formatter& formatter,
                         const CriterionScore& criterion) {
  ScoreView view;
  view.title = formatter.title(criterion.title, criterion.id);
  view.applicable = criterion.applicable;
  view.measure = measure_view(criterion.measure, criterion.scale);
  view.scale = criterion.scale;
  view.standing =
      formatter.standing(band_at(assessment, criterion.measure.score), better_of(assessment, criterion));
  return view;
}

namespace {

/// A question group stands under its criterion.
ScoreView group_view(const Assessment& assessment, const Formatter& formatter,
                     const CriterionScore& criterion, const GroupScore& group) {
  ScoreView view;
  view.title = "· " + formatter.title(group.title, group.id);
  view.applicable = group.applicable;
  view.measure = measure_view(group.measure, {});
  view.standing =
      formatter.standing(band_at(assessment, group.measure.score), better_of(assessment, criterion));
  return view;
}

/// The conditions of bands that are not surely met, of those that the score may reach.
std::vector<RequirementView> requirement_views(const Assessment& assessment, const Formatter& formatter) {
  std::vector<RequirementView> views;
  for (const RequirementResult& one : assessment.requirements)
    if (one.state != RequirementResult::State::met || !one.certain)
      views.push_back({formatter.band(one.band), formatter.text(one.message), one.state});
  return views;
}

/// Whether the score alone says which band it is.
bool is_settled_by_score(const Assessment& assessment) {
  const std::vector<Band>& bands = assessment.rubric.bands;
  const Measure& overall = assessment.overall.measure;
  const Band* band = band_of(bands, overall.low);
  return band == band_of(bands, overall.high) && band == possible_bands(assessment).lowest;
}

}  // namespace

HeadView head_view(const Assessment& assessment, const Formatter& formatter) {
  const ProposalSummary& proposal = assessment.proposal;
  HeadView head;
  head.title = formatter.foreign(proposal.title);
  if (head.title.empty()) head.title = formatter.foreign(proposal.id);
  if (head.title.empty()) head.title = formatter.words()(Word::untitled);
  head.organization = formatter.foreign(proposal.organization);
  head.assessor = formatter.foreign(proposal.assessor);
  head.date = formatter.foreign(proposal.date);
  head.rubric = title_and_version(formatter, assessment.rubric);
  // A score that is better low measures an impact or a risk, not how ready a program is.
  const bool is_readiness = assessment.overall.better == Better::higher;
  head.note = formatter.words()(is_readiness ? Word::readiness : Word::as_described);
  return head;
}

VerdictView verdict_view(const Assessment& assessment, const Formatter& formatter) {
  const RubricSummary& rubric = assessment.rubric;
  VerdictView view;
  view.sufficient = assessment.verdict != kInsufficient;
  view.settled = assessment.settled;
  view.bands = band_views(assessment, formatter);
  view.possible = bands_between(assessment, formatter);
  view.is_by_score = is_settled_by_score(assessment);
  view.requirements = requirement_views(assessment, formatter);
  if (rubric.min_completeness > 0) view.needed = percent_text(rubric.min_completeness);
  view.title = view.sufficient ? formatter.band(assessment.verdict)
                               : std::string(formatter.words()(Word::insufficient));
  const auto band = std::ranges::find(rubric.bands, assessment.verdict, &Band::id);
  if (band != rubric.bands.end()) {
    view.meaning = formatter.text(band->meaning);
    view.standing = formatter.standing(&*band);
  }
  if (view.sufficient) return view;
  view.too_incomplete =
      assessment.overall.applicable && assessment.overall.measure.completeness < rubric.min_completeness;
  for (const DimensionScore& dimension : assessment.dimensions)
    if (dimension.applicable && dimension.weight > 0 && !dimension.measure.score)
      view.without_score.push_back(formatter.dimension(dimension.id));
  return view;
}

std::vector<SectionView> section_views(const Assessment& assessment, const Formatter& formatter) {
  std::vector<SectionTitle> titles = assessment.rubric.sections;
  std::vector<SectionView> sections;
  for (const SectionTitle& section : titles)
    sections.push_back({formatter.title(section.title, section.id), {}});
  for (const CriterionScore& criterion : assessment.criteria) {
    if (criterion.contributes.empty()) continue;  // context, never scored
    const auto place = static_cast<std::size_t>(
        std::ranges::find(titles, criterion.section, &SectionTitle::id) - titles.begin());
    if (place == titles.size()) {  // an assessment may come from a file
      titles.push_back({criterion.section, {}});
      sections.push_back({formatter.foreign(criterion.section), {}});
    }
    sections[place].criteria.push_back(criterion_view(assessment, formatter, criterion));
    for (const GroupScore& group : criterion.groups)
      sections[place].criteria.push_back(group_view(assessment, formatter, criterion, group));
  }
  std::erase_if(sections, [](const SectionView& section) { return section.criteria.empty(); });
  return sections;
}

namespace {

/// So many of each have room on a page or two.
constexpr std::size_t kShortList = 3;
constexpr std::size_t kShortOpen = 5;

void shorten(ReportView& view, std::size_t warnings) {
  view.is_short = true;
  view.sections.clear();
  view.answers.clear();
  view.warnings.clear();
  view.warnings_left_out = warnings;
  if (view.caps_pending.size() <= kShortList) return;
  view.caps_left_out = view.caps_pending.size() - kShortList;
  view.caps_pending.resize(kShortList);
}

}  // namespace

ReportView view_of(const Assessment& assessment, const ViewOptions& asked) {
  ViewOptions options = asked;
  if (asked.is_short) {
    options.losses = std::min(options.losses, kShortList);
    options.steps = std::min(options.steps, kShortList);
    options.open = std::min(options.open, kShortOpen);
  }
  const Formatter formatter(assessment, options.language, options.target);
  const QuestionIndex index(assessment);
  std::vector<WarningView> warnings = warning_views(assessment, formatter);
  const std::size_t left_out = assessment.warnings.size() - warnings.size() + assessment.warnings_left_out;
  ReportView view{.words = formatter.words(),
                  .language = formatter.language(),
                  .head = head_view(assessment, formatter),
                  .verdict = verdict_view(assessment, formatter),
                  .overall = score_view(assessment, formatter, assessment.overall),
                  .dimensions = dimension_views(assessment, formatter),
                  .caps_applied = gate_views(assessment, formatter, index, GateState::applies),
                  .caps_pending = gate_views(assessment, formatter, index, GateState::unknown),
                  .sections = section_views(assessment, formatter),
                  .has_answers = std::ranges::any_of(
                      assessment.questions, [](const QuestionResult& q) { return !q.points.empty(); }),
                  .answers = answer_views(assessment, formatter),
                  .losses = loss_views(assessment, formatter, options.losses),
                  .steps = step_views(assessment, formatter, index, options.steps),
                  .open = open_view(assessment, formatter, options.open),
                  .warnings = std::move(warnings),
                  .warnings_left_out = left_out,
                  .origin = origin_view(assessment, formatter)};
  view.has_adjustments =
      std::ranges::any_of(assessment.gates, [](const GateResult& gate) { return !gate.adjustments.empty(); });
  if (assessment.overall.better == Better::lower) view.better_lower.push_back(view.overall.title);
  for (const DimensionScore& dimension : assessment.dimensions)
    if (dimension.better == Better::lower) view.better_lower.push_back(formatter.dimension(dimension.id));
  if (asked.is_short) shorten(view, assessment.warnings.size() + assessment.warnings_left_out);
  return view;
}

}  // namespace ibtikar
