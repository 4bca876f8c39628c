// See details.h.
#include "report/view/details.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "report/view/parts.h"
#include "score/means.h"

namespace ibtikar {
namespace {

constexpr std::size_t kFewestRows = 3;
/// More levels than a reader can tell apart in a row of cells.
constexpr std::size_t kMostLevels = 10;

using Questions = std::vector<const QuestionResult*>;

std::unordered_map<std::string_view, Questions> questions_by_criterion(const Assessment& assessment) {
  std::unordered_map<std::string_view, Questions> groups;
  for (const CriterionScore& criterion : assessment.criteria) groups[criterion.id];
  for (const QuestionResult& question : assessment.questions)
    if (const auto group = groups.find(question.criterion); group != groups.end())
      group->second.push_back(&question);
  return groups;
}

double greatest_weight(const CriterionScore& criterion) {
  double greatest = 0;
  for (const Contribution& part : criterion.contributes) greatest = std::max(greatest, part.weight);
  return greatest;
}

bool can_be_grid(const CriterionScore& criterion, const Questions& questions) {
  if (!criterion.applicable || greatest_weight(criterion) <= 0 || questions.size() < kFewestRows)
    return false;
  const std::size_t levels = questions.front()->level_count;
  return levels >= 2 && levels <= kMostLevels && std::ranges::all_of(questions, [&](const QuestionResult* q) {
           return q->type == QuestionType::scale && q->level_count == levels;
         });
}

void mark_weakest(std::vector<GridView::Row>& rows) {
  std::size_t lowest = kMostLevels + 1;
  std::size_t highest = 0;
  for (const GridView::Row& row : rows)
    if (row.level) {
      lowest = std::min(lowest, *row.level);
      highest = std::max(highest, *row.level);
    }
  for (GridView::Row& row : rows) row.weakest = lowest < highest && row.level == lowest;
}

GridView grid_of(const Formatter& formatter, const CriterionScore& criterion, const Questions& questions) {
  GridView grid{formatter.title(criterion.title, criterion.id),
                formatter.text(criterion.why),
                questions.front()->level_count,
                {}};
  for (const QuestionResult* question : questions) {
    GridView::Row row{answer_view(formatter, *question), {}, false};
    const bool counts = question->state == QuestionState::answered;
    if (counts && question->level && *question->level <= grid.levels) row.level = question->level;
    grid.rows.push_back(std::move(row));
  }
  mark_weakest(grid.rows);
  return grid;
}

std::optional<GridView> grid_view(const Assessment& assessment, const Formatter& formatter) {
  const auto groups = questions_by_criterion(assessment);
  const CriterionScore* chosen = nullptr;
  std::tuple<double, std::size_t> most;
  for (const CriterionScore& criterion : assessment.criteria) {
    const Questions& questions = groups.at(criterion.id);
    const std::tuple<double, std::size_t> counts = {greatest_weight(criterion), questions.size()};
    if (!can_be_grid(criterion, questions) || (chosen != nullptr && counts <= most)) continue;
    chosen = &criterion;
    most = counts;
  }
  if (chosen == nullptr) return std::nullopt;
  return grid_of(formatter, *chosen, groups.at(chosen->id));
}

MeansView means_view(const Assessment& assessment) {
  const Means means = means_of(assessment);
  const std::optional<DisplayScale>& scale = assessment.overall.scale;
  const auto text = [&](const Score& mean) { return score_text(scale, placed_on(scale, mean)); };
  return {means.arithmetic.has_value(), text(means.arithmetic), text(means.geometric), text(means.minimum),
          assessment.rubric.combine};
}

}  // namespace

DetailsView details_of(const Assessment& assessment, const ViewOptions& options) {
  const Formatter formatter(assessment, options.language, options.target);
  return {means_view(assessment), grid_view(assessment, formatter),
          formatter.foreign(assessment.proposal.language)};
}

}  // namespace ibtikar
