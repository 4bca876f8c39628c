// Plans and reasons as Markdown: see report/view/letter.h.
#include "report/view/letter.h"
#include "ibtikar/report.h"
#include "report/markdown/writer.h"

namespace ibtikar {
namespace {

void write_letter_table(MarkdownWriter& out, const LetterTable& table) {
  std::vector<MarkdownColumn> columns = {{table.title}};
  for (const std::string& column : table.columns) columns.push_back({column, true});
  std::vector<std::vector<std::string>> rows;
  for (const LetterTable::Row& row : table.rows) {
    std::vector<std::string>& cells = rows.emplace_back();
    cells.push_back(row.title.text);
    for (const Sentence& cell : row.cells) cells.push_back(cell.text);
  }
  out.table(columns, rows);
}

void write_letter_group(MarkdownWriter& out, const LetterView& letter, const LetterGroup& group) {
  if (!group.title.text.empty()) out.heading(3, group.title.text);
  for (const Sentence& text : group.texts) out.paragraph({text.text});
  for (const LetterEntry& entry : group.entries) {
    std::vector<std::string> lines;
    const Sentence title{strong(entry.title.text)};
    lines.push_back(
        entry.side.empty()
            ? title.text
            : letter.words.say(Word::remarked, {title, letter.words.say(Word::cost_is, {entry.side})}).text);
    for (const Sentence& line : entry.lines) lines.push_back(line.text);
    out.item(0, lines);
  }
}

std::string letter_markdown(const LetterView& letter) {
  const bool right_to_left = letter.words.right_to_left();
  MarkdownWriter out;
  if (right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  out.heading(1, letter.title);
  out.paragraph({strong(alone(letter.words, letter.head.title)),
                 alone(letter.words, letter.head.organization), by_line(letter.words, letter.head).text,
                 alone(letter.words, letter.head.rubric)});
  out.paragraph({strong(letter.opening.text)});
  for (const Sentence& text : letter.texts) out.paragraph({text.text});
  for (const LetterPart& part : letter.parts) {
    out.heading(2, part.heading.text);
    for (const Sentence& text : part.texts) out.paragraph({text.text});
    write_letter_table(out, part.table);
    for (const LetterGroup& group : part.groups) write_letter_group(out, letter, group);
  }
  if (right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace

std::string render_improvement_markdown(const Improvement& found, const LetterOptions& options) {
  return letter_markdown(improvement_letter(found, options.language, Target::markdown));
}

std::string render_reasons_markdown(const Because& why, const LetterOptions& options) {
  return letter_markdown(reasons_letter(why, options.language, Target::markdown));
}

}  // namespace ibtikar
