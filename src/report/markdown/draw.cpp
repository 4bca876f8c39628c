// render_draw_markdown(): who is funded, the lots, and how to draw again.
#include "report/view/draw.h"

#include "ibtikar/ranking_report.h"
#include "report/markdown/writer.h"
#include "report/view/sentences.h"

namespace ibtikar {

std::string render_draw_markdown(const DrawRecord& record, const RankingOutput& options) {
  const DrawView view = draw_view(record, options.language, Target::markdown);
  MarkdownWriter out;
  if (view.right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, view.title);
  out.paragraph(view.about);
  std::vector<std::vector<std::string>> rows;
  for (const DrawRowView& row : view.rows)
    rows.push_back({alone(view.isolating, row.name), alone(view.isolating, row.id), row.ground, row.group,
                    row.chance, row.wins ? strong(row.outcome) : row.outcome});
  out.table({{view.program_heading},
             {view.id_heading},
             {view.ground_heading, true},
             {view.group_heading},
             {view.chance_heading, true},
             {view.outcome_heading}},
            rows);
  if (!view.drawn.empty()) {
    out.heading(2, view.lots_heading);
    rows.clear();
    std::vector<MarkdownColumn> columns = {
        {view.place_heading, true}, {view.ticket_heading}, {view.id_heading}};
    if (view.is_linear) {
      columns.push_back({view.stretch_heading, true});
      columns.push_back({view.mark_heading, true});
    }
    for (const DrawRowView& row : view.drawn) {
      rows.push_back({row.place, "`" + row.ticket + "`", alone(view.isolating, row.id)});
      if (!view.is_linear) continue;
      rows.back().push_back(row.stretch);
      rows.back().push_back(row.mark);
    }
    out.table(columns, rows);
    out.heading(2, view.replay_heading);
    for (const DrawStepView& step : view.steps) out.item(0, {step.text, step.command});
  }
  if (view.right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
