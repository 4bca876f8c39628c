// render_ranking_markdown(): a table of the order, one of expected ranks, one of the simulation.
#include "report/view/ranking.h"

#include "ibtikar/ranking_report.h"
#include "report/markdown/writer.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

using Cells = std::vector<std::string>;

/// The name with its direction its own; the id after it.
std::string named_in_markdown(const RankingView& view, const RankingRowView& row) {
  const std::string name = alone(view.isolating, row.name);
  return row.id.empty() ? name : name + " · " + alone(view.isolating, row.id);
}

void write_order(MarkdownWriter& out, const RankingView& view) {
  const RankingWords& words = view.words;
  std::vector<MarkdownColumn> columns = {
      {words.rank, true}, {words.program}, {words.score, true}, {words.interval, true}, {words.front}};
  for (const std::string& dimension : view.dimensions) columns.push_back({dimension, true});
  std::vector<Cells> rows;
  for (const RankingRowView& row : view.rows) {
    Cells cells = {row.rank, named_in_markdown(view, row), row.score,
                   view.isolating.say(Word::low_to_high, {row.low, row.high}).text, row.on_front ? "◆" : ""};
    cells.insert(cells.end(), row.dimensions.begin(), row.dimensions.end());
    rows.push_back(std::move(cells));
  }
  out.table(columns, rows);
}

void write_expected(MarkdownWriter& out, const RankingView& view) {
  if (!view.expected_heading.empty()) out.heading(2, view.expected_heading);
  out.paragraph({view.expected_legend});
  if (view.expected_heading.empty()) return;
  const RankingWords& words = view.words;
  std::vector<Cells> rows;
  for (const RankingRowView& row : view.rows)
    if (!row.expected.empty())
      rows.push_back({named_in_markdown(view, row), row.expected, row.half, row.ninety, row.sucra});
  out.table({{words.program},
             {words.expected, true},
             {words.half, true},
             {words.ninety, true},
             {words.sucra, true}},
            rows);
}

void write_simulation(MarkdownWriter& out, const RankingView& view) {
  if (view.robust_heading.empty()) return;
  const RankingWords& words = view.words;
  out.heading(2, view.robust_heading);
  out.paragraph(view.robust_legend);
  std::vector<Cells> rows;
  for (const RankingRowView& row : view.rows)
    rows.push_back({named_in_markdown(view, row), row.first, row.usual, row.confidence});
  out.table({{words.program}, {words.first, true}, {words.usual, true}, {words.confidence, true}}, rows);
  out.heading(3, words.weights);
  std::vector<MarkdownColumn> columns = {{words.program}};
  for (const std::string& dimension : view.dimensions) columns.push_back({dimension, true});
  rows.clear();
  for (const RankingRowView& row : view.rows) {
    if (row.central.empty()) continue;
    Cells cells = {named_in_markdown(view, row)};
    cells.insert(cells.end(), row.central.begin(), row.central.end());
    rows.push_back(std::move(cells));
  }
  out.table(columns, rows);
}

}  // namespace

std::string render_ranking_markdown(const PanelRanking& ranking, const RankingOutput& options) {
  const RankingView view = ranking_view(ranking, options.language, Target::markdown);
  MarkdownWriter out;
  if (view.right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, view.words.title);
  out.paragraph(view.about);
  write_order(out, view);
  write_expected(out, view);
  write_simulation(out, view);
  if (view.right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
