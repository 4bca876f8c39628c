// See report.h and report_sheets.h. Here: what the sheets share, the summary, the criteria.
#include "report/workbook/report.h"

#include <algorithm>

#include "report/view/sentences.h"
#include "report/view/view.h"
#include "report/workbook/report_sheets.h"

namespace ibtikar {
namespace {

constexpr double kTextWidth = 44;
/// Charts of more bars cannot be read, and take more than a page.
constexpr std::uint32_t kMostBars = 40;
constexpr std::uint32_t kMostGroups = 16;

std::string proposal_name(const Assessment& assessment) {
  return assessment.proposal.id.empty() ? assessment.proposal.title : assessment.proposal.id;
}

/// Label and value, line after line.
class Lines {
 public:
  Lines(Sheet& sheet, std::uint32_t row) : sheet_(sheet), row_(row) {}

  void add(std::string_view label, std::string_view value) {
    if (value.empty()) return;
    constexpr std::uint16_t kLast = 6;
    constexpr double kWidth = 92;  // of the columns from 1 to there
    sheet_.text(row_, 0, label, Look::label);
    sheet_.text_over(row_++, 1, kLast, value, kWidth);
  }
  [[nodiscard]] std::uint32_t row() const { return row_; }

 private:
  Sheet& sheet_;
  std::uint32_t row_;
};

void add_measure(SheetTable& table, const Measure& measure) {
  table.number(measure.score);
  table.number(measure.low);
  table.number(measure.high);
}

/// What the score columns at `first` have in common: three numbers, coloured.
std::vector<BarChart::Series> interval_series(std::uint16_t first) {
  const auto at = [&](int by) { return static_cast<std::uint16_t>(first + by); };
  return {{at(1), at(1), kChartLow}, {first, first, kChartMain}, {at(2), at(2), kChartHigh}};
}

/// Whether some score is shown on a scale of its own.
bool has_scales(const Assessment& assessment) {
  return assessment.overall.scale ||
         std::ranges::any_of(assessment.dimensions, [](const auto& one) { return one.scale.has_value(); });
}

/// Rubrics of several assessments have their bands in common, or no colours.
bool is_better_lower(const std::vector<Assessment>& all) {
  return !all.empty() && all.front().overall.better == Better::lower;
}

/// One proposal: who and what, the verdict, and a table of its scores.
void add_one_summary(Sheet& sheet, const ReportSheets& sheets) {
  const Assessment& assessment = sheets.all.front();
  const SheetWords& names = sheets.names;
  const ReportView view = view_of(assessment, {.language = sheets.language});
  sheet.text(0, 0, view.head.title, Look::title);
  sheet.height(0, 2);
  Lines lines(sheet, 1);
  lines.add(names.id, assessment.proposal.id);
  lines.add(names.organization, view.head.organization);
  lines.add(names.assessor, view.head.assessor);
  lines.add(names.date, view.head.date);
  lines.add(view.words(Word::rubric), view.head.rubric);
  lines.add(view.words(Word::verdict), view.verdict.title);
  lines.add(names.meaning, view.verdict.meaning);
  lines.add(names.settled, settled_text(view.words, view.verdict).text);
  std::vector<TableColumn> columns = {{std::string(names.dimension), 30, Look::label},
                                      {std::string(names.score), 12, Look::score},
                                      {std::string(names.low), 12, Look::score},
                                      {std::string(names.high), 12, Look::score},
                                      {std::string(view.words(Word::completeness)), 14, Look::percent},
                                      {std::string(names.band), 28},
                                      {std::string(view.words(Word::before_caps)), 14, Look::score}};
  if (has_scales(assessment)) columns.push_back({std::string(view.words(Word::on_its_scale)), 18});
  SheetTable table(sheet, lines.row() + 1, std::move(columns));
  const auto add = [&](const DimensionScore& score, const ScoreView& words) {
    table.next_row();
    table.text(words.title);
    add_measure(table, score.measure);
    table.number(score.measure.completeness);
    table.text(words.band);
    table.number(score.uncapped);
    if (has_scales(assessment)) table.text(score.scale ? of_whole(view.words, words.measure).text : "");
  };
  add(assessment.overall, view.overall);
  for (std::size_t d = 0; d < assessment.dimensions.size(); ++d)
    add(assessment.dimensions[d], view.dimensions[d]);
  table.end();
  sheet.color_by_band(table.cells(1), common_bands(sheets.all), is_better_lower(sheets.all));
  if (table.rows() > kMostBars) return;
  sheet.one_page(true);
  sheet.chart({.title = std::string(names.scores_chart),
               .name_row = table.heading_row(),
               .first_row = table.first_row(),
               .last_row = table.row(),
               .category_column = 0,
               .series = interval_series(1),
               .at_row = table.row() + 2,
               .height = 120 + 60.0 * table.rows()});
}

/// For several proposals: one row each.
void add_many_summary(Sheet& sheet, const ReportSheets& sheets) {
  const SheetWords& names = sheets.names;
  std::vector<TableColumn> columns = {{std::string(names.id), 18, Look::label},
                                      {std::string(names.title), 36, Look::wrapped},
                                      {std::string(names.organization), 24, Look::wrapped},
                                      {std::string(sheets.words(Word::verdict)), 22},
                                      {std::string(names.settled), 10},
                                      {std::string(sheets.words(Word::completeness)), 12, Look::percent}};
  const std::size_t first = columns.size();
  const auto add_columns = [&](std::string_view title) {
    columns.push_back({std::string(title), 12, Look::score});
    columns.push_back({filled(names.low_of, title), 12, Look::score});
    columns.push_back({filled(names.high_of, title), 12, Look::score});
  };
  add_columns(sheets.words(Word::overall));
  for (const auto& [id, title] : sheets.dimensions) add_columns(title);
  const std::size_t count = columns.size();
  SheetTable table(sheet, 0, std::move(columns));
  for (const Assessment& assessment : sheets.all) {
    const ReportView view = view_of(assessment, {.language = sheets.language});
    table.next_row();
    table.text(proposal_name(assessment));
    table.text(assessment.proposal.title);
    table.text(view.head.organization);
    table.text(view.verdict.title);
    table.text(sheets.words(assessment.settled ? Word::yes : Word::no));
    table.number(assessment.overall.measure.completeness);
    add_measure(table, assessment.overall.measure);
    for (const auto& [id, title] : sheets.dimensions) {
      const auto found = std::ranges::find(assessment.dimensions, id, &DimensionScore::id);
      if (found != assessment.dimensions.end())
        add_measure(table, found->measure);
      else
        for (int i = 0; i < 3; ++i) table.skip();
    }
  }
  table.finish();
  sheet.freeze(1, 1);
  const std::vector<double> bands = common_bands(sheets.all);
  for (std::size_t column = first; column < count; column += 3)
    sheet.color_by_band(table.cells(column), bands, is_better_lower(sheets.all));
  if (table.rows() > kMostGroups) return;
  sheet.one_page(false);
  sheet.chart({.title = std::string(names.scores_chart),
               .name_row = 0,
               .first_row = table.first_row(),
               .last_row = table.row(),
               .category_column = 0,
               .series = interval_series(static_cast<std::uint16_t>(first)),
               .at_row = table.row() + 2,
               .height = 160 + 40.0 * table.rows()});
}

std::string section_title(const Formatter& formatter, const Assessment& assessment, const std::string& id) {
  const auto found = std::ranges::find(assessment.rubric.sections, id, &SectionTitle::id);
  return found == assessment.rubric.sections.end() ? id : formatter.title(found->title, id);
}

}  // namespace

ReportSheets::ReportSheets(const std::vector<Assessment>& assessments, const std::string& wanted)
    : all(assessments), language(wanted), words(wanted), names(sheet_words(wanted)) {
  for (const Assessment& assessment : all) {
    const Formatter formatter(assessment, language);
    for (const DimensionScore& dimension : assessment.dimensions) {
      const auto known =
          std::ranges::find(dimensions, dimension.id, &std::pair<std::string, std::string>::first);
      if (known == dimensions.end()) dimensions.emplace_back(dimension.id, formatter.dimension(dimension.id));
    }
  }
}

std::vector<TableColumn> ReportSheets::columns(std::vector<TableColumn> columns) const {
  if (are_several()) columns.insert(columns.begin(), {std::string(words(Word::proposal)), 18, Look::label});
  return columns;
}

void ReportSheets::begin_row(SheetTable& table, const Assessment& assessment) const {
  table.next_row();
  if (are_several()) table.text(proposal_name(assessment));
}

std::string filled(std::string_view pattern, std::string_view title) {
  std::string text(pattern);
  return text.replace(text.find("{0}"), 3, title);
}

std::vector<double> common_bands(const std::vector<Assessment>& assessments) {
  const std::vector<Band>& bands = assessments.front().rubric.bands;
  for (const Assessment& assessment : assessments)
    if (assessment.rubric.bands != bands) return {};
  std::vector<double> from;
  for (const Band& band : bands) from.push_back(band.from);
  return from;
}

void add_summary_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.names.summary));
  sheet.landscape();
  if (sheets.are_several())
    add_many_summary(sheet, sheets);
  else
    add_one_summary(sheet, sheets);
}

void add_criteria_sheet(Workbook& book, const ReportSheets& sheets) {
  Sheet& sheet = book.add(std::string(sheets.words(Word::criteria)));
  sheet.landscape();
  const SheetWords& names = sheets.names;
  SheetTable table(sheet, 0,
                   sheets.columns({{std::string(names.section), 26, Look::wrapped},
                                   {std::string(names.criterion), kTextWidth, Look::wrapped},
                                   {std::string(names.score), 12, Look::score},
                                   {std::string(names.low), 12, Look::score},
                                   {std::string(names.high), 12, Look::score},
                                   {std::string(sheets.words(Word::completeness)), 12, Look::percent},
                                   {std::string(names.band), 22},
                                   {std::string(names.state), 16}}));
  for (const Assessment& assessment : sheets.all) {
    const Formatter formatter(assessment, sheets.language);
    for (const CriterionScore& criterion : assessment.criteria) {
      if (criterion.contributes.empty()) continue;  // context, never scored
      sheets.begin_row(table, assessment);
      table.text(section_title(formatter, assessment, criterion.section));
      table.text(formatter.title(criterion.title, criterion.id));
      add_measure(table, criterion.measure);
      table.number(criterion.measure.completeness);
      const Band* band =
          criterion.measure.score ? band_of(assessment.rubric.bands, *criterion.measure.score) : nullptr;
      table.text(band == nullptr ? "" : formatter.title(band->title, band->id));
      table.text(criterion.applicable ? "" : names.not_applicable);
      for (const GroupScore& group : criterion.groups) {
        sheets.begin_row(table, assessment);
        table.text(section_title(formatter, assessment, criterion.section));
        table.text("· " + formatter.title(group.title, group.id));
        add_measure(table, group.measure);
        table.number(group.measure.completeness);
        table.text("");
        table.text(group.applicable ? "" : names.not_applicable);
      }
    }
  }
  table.finish();
  sheet.freeze(1);
  const std::uint16_t by = sheets.are_several() ? 1 : 0;
  sheet.color_by_band(table.cells(2U + by), common_bands(sheets.all), is_better_lower(sheets.all));
  if (sheets.are_several() || table.rows() == 0 || table.rows() > kMostBars) return;
  sheet.one_page(true);
  sheet.chart({.title = std::string(names.criteria_chart),
               .name_row = 0,
               .first_row = table.first_row(),
               .last_row = table.row(),
               .category_column = 1,
               .series = {{2, 2, kChartMain}},
               .at_row = table.row() + 2,
               .height = 120 + 26.0 * table.rows()});
}

std::string workbook_language(const std::vector<Assessment>& assessments, const std::string& wanted) {
  return Formatter(assessments.front(), wanted).language();
}

void add_report_sheets(Workbook& book, const std::vector<Assessment>& assessments,
                       const std::string& language) {
  const ReportSheets sheets(assessments, language);
  add_summary_sheet(book, sheets);
  add_criteria_sheet(book, sheets);
  add_answers_sheet(book, sheets);
  add_steps_sheet(book, sheets);
  add_open_sheet(book, sheets);
  add_origin_sheet(book, sheets);
}

}  // namespace ibtikar
