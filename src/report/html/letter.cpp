// Plans and reasons as a page: see report/view/letter.h.
#include "report/view/letter.h"
#include "ibtikar/report.h"
#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/writer.h"

namespace ibtikar {
namespace {

class LetterPage {
 public:
  explicit LetterPage(const LetterView& letter) : letter_(letter) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      write_head();
      html_.in("main", {{"id", "report"}}, [&] {
        std::string look = "part verdict ";
        look += tone_class(letter_.standing);
        html_.in("section", {{"class", look}}, [&] {
          html_.in("div", {{"class", "result"}}, [&] {
            html_.in("h2", {{"class", "name"}}, letter_.opening);
          });
          for (const Sentence& text : letter_.texts) html_.in("p", {}, text);
        });
        for (const LetterPart& part : letter_.parts) write_part(part);
      });
    });
    return std::move(html_).take();
  }

 private:
  void write_head() {
    html_.in("header", {{"class", "head"}}, [&] {
      html_.in("h1", {{"class", "title"}}, std::string_view(letter_.title));
      html_.in("p", {{"class", "organization"}}, letter_.head.title);
      if (!letter_.head.organization.empty()) html_.in("p", {}, letter_.head.organization);
      if (const Sentence by = by_line(letter_.words, letter_.head); !by.text.empty())
        html_.in("p", {{"class", "by"}}, by);
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(letter_.head.rubric); });
    });
  }

  void write_part(const LetterPart& part) {
    html_.in("section", {{"class", "part answers"}}, [&] {
      html_.in("h2", {{"class", "heading"}}, part.heading);
      for (const Sentence& text : part.texts) html_.in("p", {{"class", "legend"}}, text);
      if (!part.table.rows.empty()) write_table(part.table);
      for (const LetterGroup& group : part.groups) write_group(group);
    });
  }

  void write_table(const LetterTable& table) {
    html_.in("table", {{"class", "scores"}}, [&] {
      html_.in("thead", {}, [&] {
        html_.in("tr", {}, [&] {
          html_.in("th", {{"scope", "col"}}, std::string_view(table.title));
          for (const std::string& column : table.columns)
            html_.in("th", {{"scope", "col"}, {"class", "figure"}}, std::string_view(column));
        });
      });
      html_.in("tbody", {}, [&] {
        for (const LetterTable::Row& row : table.rows)
          html_.in("tr", {}, [&] {
            html_.in("th", {{"scope", "row"}}, row.title);
            for (const Sentence& cell : row.cells) html_.in("td", {{"class", "figure"}}, cell);
          });
      });
    });
  }

  void write_group(const LetterGroup& group) {
    if (!group.title.text.empty())
      html_.in("div", {{"class", "group-head"}}, [&] {
        html_.in("h3", {{"class", "criterion"}}, group.title);
      });
    for (const Sentence& text : group.texts) html_.in("p", {{"class", "why"}}, text);
    if (group.entries.empty()) return;
    html_.in("ul", {{"class", "list"}}, [&] {
      for (const LetterEntry& entry : group.entries)
        html_.in("li", {}, [&] {
          html_.in("p", {{"class", "asked"}}, entry.title);
          for (const Sentence& line : entry.lines) html_.in("p", {}, line);
          if (!entry.side.empty())
            html_.in("p", {{"class", "meta"}}, letter_.words.say(Word::cost_is, {entry.side}));
        });
    });
  }

  const LetterView& letter_;
  HtmlWriter html_;
};

std::string letter_html(const LetterView& letter) {
  return html_document({letter.language, letter.head.title, {}}, LetterPage(letter).body());
}

}  // namespace

std::string render_improvement_html(const Improvement& found, const LetterOptions& options) {
  return letter_html(improvement_letter(found, options.language, Target::html));
}

std::string render_reasons_html(const Because& why, const LetterOptions& options) {
  return letter_html(reasons_letter(why, options.language, Target::html));
}

}  // namespace ibtikar
