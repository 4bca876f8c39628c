// See panel_rows.h.
#include "report/rows/panel_rows.h"

#include <array>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "base/utf8.h"
#include "report/view/value_text.h"
#include "score/explain.h"

namespace ibtikar {
namespace {

enum class PanelColumn : std::size_t {
  program,
  title,
  assessor,  ///< empty: all together
  kind,
  id,
  state,
  value,
  evidence,
  tie,
  score,
  low,
  high,
  completeness,
  verdict,
  width,
  count
};
constexpr std::size_t kPanelColumns = static_cast<std::size_t>(PanelColumn::count);
constexpr std::array<std::string_view, kPanelColumns> kPanelColumnNames = {
    "program", "title", "assessor", "kind", "id",           "state",   "value", "evidence",
    "tie",     "score", "low",      "high", "completeness", "verdict", "width"};

class PanelTable {
 public:
  PanelTable(const Panel& panel, bool byte_order_mark) : panel_(panel) {
    if (byte_order_mark) out_ = kByteOrderMark;
    for (std::size_t i = 0; i < kPanelColumns; ++i)
      out_.append(i > 0 ? "," : "").append(kPanelColumnNames[i]);
    out_ += "\r\n";
  }

  [[nodiscard]] std::string text() && {
    for (const PanelProgram& program : panel_.programs) {
      if (!program.readings.empty()) write_sheet(program, {}, program.score, program.consensus.sheet, true);
      for (const PanelReading& reading : program.readings)
        write_sheet(program, panel_.assessors[reading.assessor], reading.score, reading.sheet, false);
      for (const std::size_t assessor : program.missing) {
        begin(program, panel_.assessors[assessor], "missing");
        end();
      }
      for (const TalkItem& item : program.talk) {
        begin(program, {}, "talk");
        set(PanelColumn::id, panel_.rubric.full_id(item.question));
        set(PanelColumn::low, item.lowest);
        set(PanelColumn::high, item.highest);
        set(PanelColumn::width, item.width);
        end();
      }
    }
    return std::move(out_);
  }

 private:
  void begin(const PanelProgram& program, std::string_view assessor, std::string_view kind) {
    cells_ = {};
    set(PanelColumn::program, program.program.id);
    set(PanelColumn::title, program.program.title);
    set(PanelColumn::assessor, assessor);
    set(PanelColumn::kind, kind);
  }

  void end() {
    for (std::size_t i = 0; i < kPanelColumns; ++i) out_.append(i > 0 ? "," : "").append(cells_[i]);
    out_ += "\r\n";
  }

  void set(PanelColumn column, std::string_view text) {
    cells_[static_cast<std::size_t>(column)] = safe_for(Target::csv, text);
  }
  void set(PanelColumn column, const Score& number) {
    if (number) append_two_decimals(cells_[static_cast<std::size_t>(column)], *number);
  }

  void set(const Measure& measure) {
    set(PanelColumn::score, measure.score);
    set(PanelColumn::low, Score(measure.low));
    set(PanelColumn::high, Score(measure.high));
    set(PanelColumn::completeness, Score(measure.completeness));
  }

  void write_sheet(const PanelProgram& program, std::string_view assessor, const PanelScore& score,
                   const AnswerSheet& sheet, bool is_together) {
    begin(program, assessor, "overall");
    set(PanelColumn::id, "overall");
    set(score.overall);
    set(PanelColumn::verdict, score.verdict);
    end();
    for (std::size_t d = 0; d < score.dimensions.size(); ++d) {
      begin(program, assessor, "dimension");
      set(PanelColumn::id, panel_.rubric.dimensions()[d].id);
      set(score.dimensions[d]);
      end();
    }
    for (std::size_t q = 0; q < sheet.cells.size(); ++q) {
      begin(program, assessor, "question");
      set(PanelColumn::id, panel_.rubric.full_id(q));
      write_cell(q, sheet.cells[q]);
      if (is_together) set(PanelColumn::tie, program.consensus.ties[q] ? "true" : "false");
      end();
    }
  }

  void write_cell(std::size_t question, const Cell& cell) {
    const auto& levels = panel_.rubric.parts().evidence.levels;
    set(PanelColumn::state, cell.state == CellState::answered         ? "answered"
                            : cell.state == CellState::not_applicable ? "not_applicable"
                                                                      : "unanswered");
    if (cell.state != CellState::answered) return;
    set(PanelColumn::value, value_text(stated(panel_.rubric.question(question), cell)));
    if (!levels.empty()) set(PanelColumn::evidence, levels[cell.evidence].id);
  }

  const Panel& panel_;
  std::array<std::string, kPanelColumns> cells_;
  std::string out_;
};

}  // namespace

std::string render_panel_csv(const Panel& panel, bool byte_order_mark) {
  return PanelTable(panel, byte_order_mark).text();
}

}  // namespace ibtikar
