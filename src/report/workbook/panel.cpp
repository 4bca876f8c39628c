// See panel.h.
#include "report/workbook/panel.h"

#include <algorithm>

#include "report/workbook/sheet_table.h"
#include "words/workbook_words.h"

namespace ibtikar {
namespace {

constexpr double kNames = 28;
constexpr double kTexts = 44;

class PanelSheets {
 public:
  PanelSheets(Workbook& book, const Panel& panel, const PanelLook& look)
      : book_(book),
        panel_(panel),
        view_(panel_view(panel, all_of(look), Target::sheet)),
        words_(view_.words),
        labels_(*view_.labels),
        names_(sheet_words(view_.language)) {
    for (const Band& band : panel.rubric.parts().bands) bands_.push_back(band.from);
  }

  void fill() {
    if (!view_.programs.empty()) {
      add_programs();
      add_scores();
      add_answers();
      add_talk();
    }
    for (const PanelTableView& table : view_.tables)
      if (!table.head.empty() || !table.remarks.empty()) add_table(table);
  }

 private:
  /// A workbook has room for whole talk lists.
  static PanelLook all_of(PanelLook look) {
    look.talk = static_cast<std::size_t>(-1);
    return look;
  }

  Sheet& begin(std::string_view name) {
    Sheet& sheet = book_.add(std::string(name));
    sheet.landscape();
    sheet.freeze(1, 1);
    return sheet;
  }

  [[nodiscard]] std::string text(std::string_view ours) const { return std::string(ours); }

  void end_scores(Sheet& sheet, SheetTable& table, std::size_t score_column) {
    table.finish();
    sheet.color_by_band(table.cells(score_column), bands_,
                        panel_.rubric.parts().overall_better == Better::lower);
  }

  void write_measure(SheetTable& table, const Measure& measure) {
    table.number(measure.score);
    table.number(measure.low);
    table.number(measure.high);
  }

  [[nodiscard]] std::vector<TableColumn> measure_columns() const {
    return {{text(words_(Word::score)), 10, Look::score},
            {text(names_.low), 10, Look::score},
            {text(names_.high), 10, Look::score}};
  }

  void add_programs() {
    Sheet& sheet = begin(labels_.programs);
    std::vector<TableColumn> columns = {{text(names_.id), 14, Look::plain},
                                        {text(names_.title), kTexts, Look::wrapped}};
    for (TableColumn& column : measure_columns()) columns.push_back(std::move(column));
    columns.push_back({text(words_(Word::completeness)), 13, Look::percent});
    columns.push_back({text(words_(Word::verdict)), 24, Look::plain});
    columns.push_back({text(labels_.read), 10, Look::count});
    columns.push_back({text(labels_.lowest), 10, Look::score});
    columns.push_back({text(labels_.highest), 10, Look::score});
    columns.push_back({text(labels_.deviation), 12, Look::score});
    columns.push_back({text(labels_.missing), kNames, Look::wrapped});
    SheetTable table(sheet, 0, columns);
    for (std::size_t p = 0; p < panel_.programs.size(); ++p) {
      const PanelProgram& program = panel_.programs[p];
      table.next_row();
      table.text(program.program.id);
      table.text(program.program.title);
      write_measure(table, program.score.overall);
      table.number(program.score.overall.completeness);
      table.text(view_.programs[p].together.verdict);
      table.number(static_cast<double>(program.readings.size()));
      if (program.spread) {
        table.number(program.spread->lowest);
        table.number(program.spread->highest);
        table.number(program.spread->standard_deviation);
      } else {
        for (int i = 0; i < 3; ++i) table.skip();
      }
      table.text(view_.programs[p].missing);
    }
    end_scores(sheet, table, 2);
  }

  void add_scores() {
    Sheet& sheet = begin(labels_.scores);
    std::vector<TableColumn> columns = {{text(labels_.program), 14, Look::plain},
                                        {text(labels_.assessor), kNames, Look::plain}};
    for (TableColumn& column : measure_columns()) columns.push_back(std::move(column));
    columns.push_back({text(words_(Word::verdict)), 24, Look::plain});
    const std::vector<ScoreView>& dimensions = view_.programs.front().together.dimensions;
    for (const ScoreView& dimension : dimensions) columns.push_back({dimension.title, 16, Look::score});
    SheetTable table(sheet, 0, columns);
    const auto write = [&](const Program& program, const PanelScoreView& shown, const PanelScore& score) {
      table.next_row();
      table.text(program.id);
      table.text(shown.name);
      write_measure(table, score.overall);
      table.text(shown.verdict);
      for (const Measure& dimension : score.dimensions) table.number(dimension.score);
    };
    for (std::size_t p = 0; p < panel_.programs.size(); ++p) {
      const PanelProgram& program = panel_.programs[p];
      write(program.program, view_.programs[p].together, program.score);
      for (std::size_t r = 0; r < program.readings.size(); ++r)
        write(program.program, view_.programs[p].readings[r], program.readings[r].score);
    }
    end_scores(sheet, table, 2);
  }

  void add_answers() {
    Sheet& sheet = begin(names_.answers);
    std::vector<TableColumn> columns = {{text(labels_.program), 14, Look::plain},
                                        {text(names_.question), kTexts, Look::wrapped},
                                        {text(labels_.together), kNames, Look::wrapped},
                                        {text(labels_.tie), 8, Look::plain}};
    for (const std::string& assessor : panel_.assessors) columns.push_back({assessor, kNames, Look::wrapped});
    SheetTable table(sheet, 0, columns);
    for (std::size_t p = 0; p < panel_.programs.size(); ++p)
      for (const PanelCriterionView& criterion : view_.programs[p].answers)
        for (const PanelQuestionView& question : criterion.questions) {
          if (table.row() + 1 >= kMaxSheetRows) break;
          table.next_row();
          table.text(panel_.programs[p].program.id);
          table.text(question.question);
          table.text(question.together.words);
          table.text(question.tie ? words_(Word::yes) : std::string_view());
          write_answers(table, panel_.programs[p], question);
        }
    table.finish();
  }

  void write_answers(SheetTable& table, const PanelProgram& program, const PanelQuestionView& question) {
    std::size_t reading = 0;
    for (std::size_t a = 0; a < panel_.assessors.size(); ++a) {
      const bool has_read = reading < program.readings.size() && program.readings[reading].assessor == a;
      if (has_read)
        table.text(question.answers[reading++].words);
      else
        table.skip();
    }
  }

  void add_talk() {
    Sheet& sheet = begin(labels_.talk);
    SheetTable table(sheet, 0,
                     {{text(labels_.program), 14, Look::plain},
                      {text(labels_.points), 10, Look::score},
                      {text(names_.question), kTexts, Look::wrapped},
                      {text(labels_.together), kNames, Look::wrapped},
                      {text(labels_.said), 60, Look::wrapped}});
    for (std::size_t p = 0; p < panel_.programs.size(); ++p)
      for (std::size_t i = 0; i < view_.programs[p].talk.size(); ++i) {
        if (table.row() + 1 >= kMaxSheetRows) break;
        const TalkView& item = view_.programs[p].talk[i];
        std::string said;
        for (const SaidView& one : item.said)
          said += (said.empty() ? "" : "; ") + one.who + ": " + one.answer;
        table.next_row();
        table.text(panel_.programs[p].program.id);
        table.number(panel_.programs[p].talk[i].width);
        table.text(item.question);
        table.text(item.together);
        table.text(said);
      }
    table.finish();
  }

  void add_table(const PanelTableView& shown) {
    Sheet& sheet = begin(shown.title);
    std::vector<TableColumn> columns;
    for (std::size_t c = 0; c < shown.head.size(); ++c)
      columns.push_back({shown.head[c], c < shown.texts ? kTexts : 14, Look::wrapped});
    std::uint32_t row = 0;  // of the remarks, which are all that there is where nobody needs to read
    if (!columns.empty()) {
      SheetTable table(sheet, 0, columns);
      for (const auto& cells : shown.rows) {
        table.next_row();
        for (const std::string& cell : cells) table.text(cell);
      }
      table.finish();
      row = table.row() + 2;
    }
    for (const std::string& remark : shown.remarks)
      sheet.text_over(row++, 0, static_cast<std::uint16_t>(std::max<std::size_t>(columns.size(), 2) - 1),
                      remark, 80);
  }

  Workbook& book_;
  const Panel& panel_;
  PanelView view_;
  const Words& words_;
  const PanelWords& labels_;
  const SheetWords& names_;
  std::vector<double> bands_;
};

}  // namespace

void fill_panel_workbook(Workbook& book, const Panel& panel, const PanelLook& look) {
  PanelSheets(book, panel, look).fill();
}

}  // namespace ibtikar
