// Plans and reasons as text: see report/view/letter.h.
#include <algorithm>

#include "base/utf8.h"
#include "ibtikar/report.h"
#include "report/text/page.h"
#include "report/view/letter.h"

namespace ibtikar {
namespace {

constexpr std::size_t kFewestColumns = 40;
constexpr std::size_t kMostColumns = 120;
/// Columns for what stands beside an entry.
constexpr std::size_t kSide = 5;

void write_letter_table(Page& page, const LetterTable& table) {
  if (table.rows.empty()) return;
  // Verdicts are words: they get what the titles leave.
  const std::size_t room = page.columns() - kMargin;
  const std::size_t width = (room / 2) / table.columns.size() - kGap;
  const std::size_t title = room - table.columns.size() * (width + kGap);
  const auto line = [&](const std::string& first, const std::vector<std::string>& cells, const Style& style) {
    std::vector<PageCell> row = {gap(kMargin), {first, title, style, Align::start, 3}};
    for (const std::string& cell : cells) {
      row.push_back(gap(kGap));
      row.push_back({cell, width, style, Align::end, 3});
    }
    page.row(row);
  };
  line(table.title, table.columns, kFaint);
  for (const LetterTable::Row& row : table.rows) {
    std::vector<std::string> cells;
    for (const Sentence& cell : row.cells) cells.push_back(cell.text);
    line(row.title.text, cells, kPlain);
  }
}

void write_letter_entry(Page& page, const LetterEntry& entry, std::size_t side) {
  const std::size_t gap_after = side > 0 ? kGap : 0;
  const std::size_t width = page.columns() - kMargin - side - gap_after;
  const auto line = [&](const std::string& beside, const std::string& text, const Style& style) {
    std::vector<PageCell> row = {gap(kMargin)};
    if (side > 0) {
      row.push_back({beside, side, kPlain, Align::right});
      row.push_back(gap(kGap));
    }
    row.push_back({text, width, style, Align::start, kMostLines});
    page.row(row);
  };
  line(entry.side, entry.title.text, kBold);
  for (const Sentence& one : entry.lines) line({}, one.text, kPlain);
}

void write_letter_group(Page& page, const LetterGroup& group) {
  if (!group.title.text.empty()) {
    page.blank();
    page.paragraph(0, group.title.text, kBold, 3);
  }
  for (const Sentence& text : group.texts) page.paragraph(kMargin, text.text, kFaint, kMostLines);
  std::size_t side = 0;
  for (const LetterEntry& entry : group.entries)
    if (!entry.side.empty()) side = std::max({side, kSide, display_width(entry.side)});
  for (const LetterEntry& entry : group.entries) write_letter_entry(page, entry, side);
}

std::string letter_text(const LetterView& letter, const LetterOptions& options) {
  Page page({.columns = std::clamp(options.columns, kFewestColumns, kMostColumns),
             .mirrored = letter.words.right_to_left(),
             .color = options.color});
  const auto faint = [&](const std::string& text) {
    if (!text.empty()) page.paragraph(0, text, kFaint, 3);
  };
  page.paragraph(0, letter.title, kBold);
  page.paragraph(0, letter.head.title, kPlain, 3);
  faint(letter.head.organization);
  faint(by_line(letter.words, letter.head).text);
  faint(letter.head.rubric);
  page.rule("━");
  page.paragraph(kMargin, letter.opening.text, {.tone = letter.standing, .bold = true}, kMostLines);
  for (const Sentence& text : letter.texts) page.paragraph(kMargin, text.text);
  for (const LetterPart& part : letter.parts) {
    page.heading(part.heading.text);
    for (const Sentence& text : part.texts) page.paragraph(kMargin, text.text);
    write_letter_table(page, part.table);
    for (const LetterGroup& group : part.groups) write_letter_group(page, group);
  }
  return page.text();
}

}  // namespace

std::string render_improvement_text(const Improvement& found, const LetterOptions& options) {
  return letter_text(improvement_letter(found, options.language, Target::terminal), options);
}

std::string render_reasons_text(const Because& why, const LetterOptions& options) {
  return letter_text(reasons_letter(why, options.language, Target::terminal), options);
}

}  // namespace ibtikar
