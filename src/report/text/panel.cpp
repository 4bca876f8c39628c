// See panel.h.
#include "report/text/panel.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/text/page.h"
#include "report/text/scores.h"

namespace ibtikar {
namespace {

constexpr std::size_t kScoreDigits = 6;
constexpr std::size_t kIntervalWidth = 13;
constexpr std::size_t kLongestName = 18;
constexpr std::size_t kHeadingWidth = 8;
/// A text narrower than this cannot be read.
constexpr std::size_t kNarrowColumn = 8;

/// Columns for the names of assessors: what they need, as far as bars have room.
std::size_t name_width(const PanelView& view, const Page& page) {
  std::size_t width = display_width(view.labels->together);
  for (const PanelProgramView& program : view.programs)
    for (const PanelScoreView& reading : program.readings)
      width = std::max(width, display_width(reading.name));
  return std::min({width, kLongestName, page.columns() / 4});
}

void write_panel_score(Page& page, const PanelScoreView& score, std::size_t names, const Style& style) {
  const std::size_t fixed = kMargin + names + 3 * kGap + kScoreDigits + kIntervalWidth;
  const std::size_t room = page.columns() - std::min(fixed, page.columns());
  const std::size_t bar = room / 2;
  std::vector<PageCell> cells = {gap(kMargin), {score.name, names, style}, gap(kGap)};
  if (bar >= 5)
    for (PageCell& cell : bar_of(score.overall, bar)) cells.push_back(std::move(cell));
  else
    cells.push_back(gap(bar));
  cells.push_back({score.overall.measure.score_text, kGap + kScoreDigits, kBold, Align::right});
  cells.push_back(gap(1));
  for (PageCell& cell : page.interval(score.overall.measure.low_text, 6, score.overall.measure.high_text, 6))
    cells.push_back(std::move(cell));
  cells.push_back(gap(1));
  cells.push_back({score.verdict, room - bar, {.tone = score.standing}, Align::start, 3});
  page.row(cells);
}

/// A label and what it is.
void write_fact(Page& page, std::string_view label, const std::string& text) {
  const std::size_t width = std::min(display_width(label), page.columns() / 3);
  page.row({gap(kMargin),
            {std::string(label), width, kFaint},
            gap(kGap),
            {text, page.columns() - kMargin - width - kGap, kPlain, Align::start, kMostLines}});
}

void write_talk(Page& page, const PanelView& view, const PanelProgramView& program) {
  if (program.talk.empty() && program.talk_left_out == 0) {
    if (program.readings.size() > 1) page.paragraph(kMargin, view.labels->nothing_to_talk, kFaint);
    return;
  }
  constexpr std::size_t kWidth = 6;
  const std::size_t body = page.columns() - kMargin - kWidth - kGap;
  const std::size_t half = (body - kGap) / 2;
  page.blank();
  page.paragraph(kMargin, view.labels->talk, kBold);
  const auto line = [&](const std::string& words, const std::string& who, const Style& style) {
    page.row({gap(kMargin + kWidth + kGap),
              {words, half, style, Align::start, kMostLines},
              gap(kGap),
              {who, body - half - kGap, kFaint, Align::start, kMostLines}});
  };
  for (const TalkView& item : program.talk) {
    page.row({gap(kMargin),
              {item.width, kWidth, kBold, Align::right},
              gap(kGap),
              {item.question, body, kPlain, Align::start, kMostLines}});
    for (const SaidView& said : item.said) line(said.answer, said.who, kPlain);
    const std::string_view together = view.labels->together;
    line(item.together,
         item.tie ? view.words.say(Word::remarked, {together, view.labels->tie}).text : std::string(together),
         kBold);
  }
  if (program.talk_left_out > 0)
    page.row({gap(kMargin),
              {std::to_string(program.talk_left_out), kWidth, kFaint, Align::right},
              gap(kGap),
              {std::string(view.labels->further_items), body, kFaint, Align::start, kMostLines}});
}

void write_program(Page& page, const PanelView& view, const PanelProgramView& program, std::size_t names) {
  page.heading(program.title);
  if (program.id != program.title) page.paragraph(kMargin, program.id, kFaint, 2);
  if (program.readings.empty()) {
    page.paragraph(kMargin, view.labels->no_reading);
  } else {
    write_panel_score(page, program.together, names, kBold);
    for (const PanelScoreView& reading : program.readings) write_panel_score(page, reading, names, kPlain);
  }
  if (!program.spread.empty()) {
    write_fact(page, view.labels->spread, program.spread);
    write_fact(page, view.labels->deviation, program.deviation);
  }
  if (!program.missing.empty()) write_fact(page, view.labels->missing, program.missing);
  write_talk(page, view, program);
}

/// The width of each column: numbers what they need, texts an equal part of the rest.
std::vector<std::size_t> column_widths(const Page& page, const PanelTableView& table) {
  std::vector<std::size_t> widths(table.head.size(), 0);
  for (std::size_t c = 0; c < widths.size(); ++c) {
    // A heading may take several lines, a number may not.
    widths[c] = std::min(display_width(table.head[c]), c < table.texts ? page.columns() : kHeadingWidth);
    for (const auto& row : table.rows) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::size_t numbers = 0;
  for (std::size_t c = table.texts; c < widths.size(); ++c) numbers += widths[c] + kGap;
  const std::size_t rest = page.columns() - std::min(page.columns() - 2, kMargin + numbers);
  const std::size_t each = std::max<std::size_t>(rest / table.texts, kGap + 1) - kGap;
  std::size_t spare = 0;
  for (std::size_t c = 0; c < table.texts; ++c) spare += each - std::min(each, widths[c]);
  // What one text leaves, those that need more take.
  for (std::size_t c = 0; c < table.texts; ++c) {
    const std::size_t more = widths[c] > each ? std::min(widths[c] - each, spare) : 0;
    widths[c] = std::min(widths[c], each + more);
    spare -= more;
  }
  return widths;
}

/// Where columns have no room beside each other: a paragraph for each row.
void write_table_stacked(Page& page, const PanelTableView& table) {
  for (const auto& row : table.rows) {
    page.paragraph(kMargin, row.front(), kBold, kMostLines);
    for (std::size_t c = 1; c < row.size(); ++c)
      if (!row[c].empty()) write_fact(page, table.head[c], row[c]);
  }
}

bool fits(const Page& page, const PanelTableView& table, const std::vector<std::size_t>& widths) {
  std::size_t needed = kMargin + table.texts * (kNarrowColumn + kGap);
  for (std::size_t c = table.texts; c < widths.size(); ++c) needed += widths[c] + kGap;
  return needed <= page.columns() + kGap;
}

void write_table(Page& page, const PanelTableView& table) {
  page.heading(table.title);
  // A table without columns only says why there is none.
  const std::vector<std::size_t> widths =
      table.head.empty() ? std::vector<std::size_t>() : column_widths(page, table);
  const auto write = [&](const std::vector<std::string>& texts, const Style& style) {
    std::vector<PageCell> cells = {gap(kMargin)};
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (c > 0) cells.push_back(gap(kGap));
      cells.push_back(
          {texts[c], widths[c], style, c < table.texts ? Align::start : Align::right, kManyLines});
    }
    page.row(cells);
  };
  if (!fits(page, table, widths)) {
    write_table_stacked(page, table);
  } else {
    if (!table.head.empty()) write(table.head, kFaint);
    for (const auto& row : table.rows) write(row, kPlain);
  }
  for (const std::string& remark : table.remarks) page.paragraph(kMargin, remark, kFaint);
}

}  // namespace

std::string render_panel_text(const Panel& panel, const PanelLook& look) {
  const PanelView view = panel_view(panel, look, Target::terminal);
  Page page({.columns = std::clamp<std::size_t>(look.columns, 40, 120),
             .mirrored = view.words.right_to_left(),
             .color = look.color});
  page.paragraph(0, view.labels->panel, kBold);
  page.paragraph(0, view.rubric, kFaint, 3);
  page.paragraph(0, view.counts, kFaint, 3);
  if (view.is_blind) page.paragraph(0, view.labels->blind, kFaint, 3);
  const std::size_t names = name_width(view, page);
  bool has_talk = false;
  bool has_tie = false;
  for (const PanelProgramView& program : view.programs) {
    write_program(page, view, program, names);
    for (const TalkView& item : program.talk) has_tie = has_tie || item.tie;
    has_talk = has_talk || !program.talk.empty();
  }
  if (has_talk) {
    page.blank();
    page.paragraph(0, view.labels->talk_legend, kFaint);
    if (has_tie) page.paragraph(0, view.labels->tie_legend, kFaint);
  }
  for (const PanelTableView& table : view.tables) write_table(page, table);
  return page.text();
}

}  // namespace ibtikar
