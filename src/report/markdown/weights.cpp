// render_weights_markdown(): a table of the new weights beside the old ones.
#include "report/view/weights.h"

#include "report/markdown/writer.h"

namespace ibtikar {

std::string render_weights_markdown(const WeightTable& table, const WeightsReportOptions& options) {
  const WeightsView view = weights_view(table, options, Target::markdown);
  MarkdownWriter out;
  if (view.right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, view.title);
  std::vector<std::vector<std::string>> rows;
  for (const WeightRowView& row : view.rows) rows.push_back({row.name, row.before, row.now});
  out.table({{view.part}, {view.before, true}, {view.now, true}}, rows);
  for (const std::string& remark : view.remarks) out.item(0, {remark});
  if (view.right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
