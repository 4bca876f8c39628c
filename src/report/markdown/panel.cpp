// See panel.h.
#include "report/markdown/panel.h"

#include "report/markdown/writer.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

std::vector<MarkdownColumn> score_columns(const PanelView& view, std::string_view first) {
  const Words& words = view.words;
  return {{std::string(first)},
          {std::string(words(Word::score)), true},
          {std::string(words(Word::interval)), true},
          {std::string(words(Word::verdict))}};
}

std::vector<std::string> score_cells(const PanelView& view, const std::string& name,
                                     const PanelScoreView& score) {
  const MeasureView& measure = score.overall.measure;
  return {alone(view.words, name), measure.score_text,
          view.words.say(Word::low_to_high, {measure.low_text, measure.high_text}).text,
          alone(view.words, score.verdict)};
}

/// "**Spread:** 51.20–70.33"
std::string labelled(std::string_view label, const std::string& text) {
  return text.empty() ? std::string() : strong(std::string(label) + ":") + " " + text;
}

void write_talk(MarkdownWriter& out, const PanelView& view, const PanelProgramView& program) {
  if (program.readings.size() < 2) return;
  if (program.talk.empty() && program.talk_left_out == 0)
    return out.paragraph({std::string(view.labels->nothing_to_talk)});
  out.heading(3, view.labels->talk);
  for (const TalkView& item : program.talk) {
    out.item(0, {strong(item.width) + " " + alone(view.words, item.question)});
    for (const SaidView& said : item.said)
      out.item(1, {alone(view.words, said.who) + ": " + alone(view.words, said.answer)});
    std::string together = strong(view.labels->together) + ": " + alone(view.words, item.together);
    if (item.tie) together.append(" (").append(view.labels->tie).append(")");
    out.item(1, {together});
  }
  if (program.talk_left_out > 0)
    out.paragraph({labelled(view.labels->further_items, std::to_string(program.talk_left_out))});
}

void write_program(MarkdownWriter& out, const PanelView& view, const PanelProgramView& program) {
  out.heading(2, alone(view.words, program.title));
  if (program.id != program.title) out.paragraph({alone(view.words, program.id)});
  if (program.readings.empty()) {
    out.paragraph({std::string(view.labels->no_reading)});
  } else {
    std::vector<std::vector<std::string>> rows = {score_cells(view, program.together.name, program.together)};
    for (const PanelScoreView& reading : program.readings)
      rows.push_back(score_cells(view, reading.name, reading));
    out.table(score_columns(view, view.labels->assessor), rows);
  }
  out.paragraph({labelled(view.labels->spread, program.spread),
                 labelled(view.labels->deviation, program.deviation),
                 labelled(view.labels->missing, program.missing)});
  write_talk(out, view, program);
}

void write_table(MarkdownWriter& out, const PanelView& view, const PanelTableView& table) {
  out.heading(2, table.title);
  std::vector<MarkdownColumn> columns;
  for (std::size_t c = 0; c < table.head.size(); ++c) columns.push_back({table.head[c], c >= table.texts});
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const std::string& cell : row) rows.back().push_back(alone(view.words, cell));
  }
  out.table(columns, rows);
  for (const std::string& remark : table.remarks) out.paragraph({remark});
}

}  // namespace

std::string render_panel_markdown(const Panel& panel, const PanelLook& look) {
  const PanelView view = panel_view(panel, look, Target::markdown);
  MarkdownWriter out;
  const bool right_to_left = view.words.right_to_left();
  if (right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, view.labels->panel);
  out.paragraph({alone(view.words, view.rubric), view.counts,
                 view.is_blind ? std::string(view.labels->blind) : std::string()});
  if (view.programs.size() > 1) {
    std::vector<std::vector<std::string>> rows;
    for (const PanelProgramView& program : view.programs)
      rows.push_back(score_cells(view, program.title, program.together));
    out.table(score_columns(view, view.labels->program), rows);
  }
  for (const PanelProgramView& program : view.programs) write_program(out, view, program);
  for (const PanelTableView& table : view.tables) write_table(out, view, table);
  if (right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
