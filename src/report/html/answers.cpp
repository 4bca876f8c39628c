// See html_parts.h. Here: what was answered.
#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/parts.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

/// Why a question has no answer that counts. Empty if it has one.
std::optional<Word> absence(QuestionState state) {
  switch (state) {
    case QuestionState::hidden:
      return Word::state_hidden;
    case QuestionState::not_applicable:
      return Word::does_not_apply;
    case QuestionState::unanswered:
      return Word::state_open;
    case QuestionState::answered:
      break;
  }
  return std::nullopt;
}

void write_grid_row(HtmlWriter& html, const HtmlReport& report, const GridView::Row& row,
                    std::size_t levels) {
  const Words& words = report.words;
  const Word state = absence(row.answer.state).value_or(Word::state_open);
  html.in("tr", {{"class", row.weakest ? "middle" : "accent"}}, [&] {
    html.in("th", {{"scope", "row"}}, [&] {
      html.in("span", {{"class", "name"}}, row.answer.question);
      if (row.level && !row.answer.answer.empty()) html.in("span", {{"class", "answer"}}, row.answer.answer);
    });
    html.in("td", {{"class", "bar-column"}},
            [&] { level_cells(html, words, row.level, levels, words(state), 22); });
    html.in("td", {{"class", "figure"}}, [&] {
      if (!row.level)
        html.in("span", {{"class", "soft"}}, words(state));
      else
        html.in("span", {}, words.say(Word::level_of, {row.answer.level, row.answer.levels}));
      if (row.weakest) html.in("span", {{"class", "tag"}}, words(Word::weakest));
    });
  });
}

void write_level_numbers(HtmlWriter& html, const Words& words) {
  html.in("span", {{"class", "ends"}}, [&] {
    html.in("span", {}, words(Word::lowest_level));
    html.text(" ");
    html.in("span", {}, words(Word::highest_level));
  });
}

void write_links(HtmlWriter& html, const HtmlReport& report, const std::vector<std::string>& links) {
  if (links.empty()) return;
  const std::vector<Argument> shown(links.begin(), links.end());
  html.in("p", {{"class", "links"}}, report.words.say(Word::links_are, {report.words.joined(shown, " · ")}));
}

void write_meta(HtmlWriter& html, const HtmlReport& report, const AnswerView& answer) {
  const Words& words = report.words;
  std::vector<Argument> parts;
  if (!answer.level.empty()) parts.emplace_back(words.say(Word::level_of, {answer.level, answer.levels}));
  if (!answer.evidence.empty()) parts.emplace_back(words.say(Word::evidence_is, {answer.evidence}));
  if (!answer.lost.empty())
    parts.emplace_back(words.say(Word::points_missed, {amounts_text(words, answer.lost)}));
  if (answer.may_not_apply) parts.emplace_back(words.say(Word::may_not_apply));
  if (!parts.empty()) html.in("p", {{"class", "meta"}}, words.joined(parts, " · "));
}

void write_answer(HtmlWriter& html, const HtmlReport& report, const AnswerView& answer) {
  html.in("li", {}, [&] {
    html.in("p", {{"class", "asked"}}, answer.question);
    if (const std::optional<Word> why = absence(answer.state))
      html.in("p", {{"class", "open"}}, report.words(*why));
    if (!answer.answer.empty()) html.in("p", {{"class", "given"}}, answer.answer);
    write_meta(html, report, answer);
    if (!answer.note.empty())
      html.in("p", {{"class", "note"}, {"lang", language_tag(report.details.language)}},
              report.words.say(Word::note_is, {answer.note}));
    write_links(html, report, answer.links);
  });
}

/// Assessments may come from files: a criterion or section may have no name.
void write_heading(HtmlWriter& html, const HtmlReport& report, std::size_t level, std::string_view look,
                   const std::string& title) {
  if (title.empty())
    html.in(heading_element(level), {{"class", look}}, report.words(Word::other_questions));
  else
    html.in(heading_element(level), {{"class", look}}, title);
}

void write_group_head(HtmlWriter& html, const HtmlReport& report, const CriterionAnswersView& group,
                      std::size_t level) {
  html.in("div", {{"class", "group-head"}}, [&] {
    write_heading(html, report, level, "criterion", group.title);
    if (group.score && group.score->applicable && group.score->measure.score)
      html.in("p", {{"class", "soft"}}, of_whole(report.words, group.score->measure));
  });
  if (!group.why.empty()) html.in("p", {{"class", "why"}}, group.why);
}

}  // namespace

void write_html_grid(HtmlWriter& html, const HtmlReport& report) {
  const Words& words = report.words;
  const GridView& grid = *report.details.grid;
  if (!grid.why.empty()) html.in("p", {{"class", "legend"}}, grid.why);
  html.in("table", {{"class", "grid"}}, [&] {
    html.in("caption", {{"class", "soft"}}, words(Word::grid_legend));
    html.in("thead", {}, [&] {
      html.in("tr", {}, [&] {
        html.in("th", {{"scope", "col"}}, words(Word::question));
        html.in("th", {{"scope", "col"}, {"class", "bar-column"}}, [&] { write_level_numbers(html, words); });
        html.in("th", {{"scope", "col"}, {"class", "figure"}}, words(Word::level));
      });
    });
    html.in("tbody", {}, [&] {
      for (const GridView::Row& row : grid.rows) write_grid_row(html, report, row, grid.levels);
    });
  });
}

void write_html_answers(HtmlWriter& html, const HtmlReport& report) {
  const std::string* section = nullptr;
  for (const CriterionAnswersView& group : report.view.answers) {
    if (section == nullptr || *section != group.section) {
      section = &group.section;
      write_heading(html, report, report.level + 2, "section", group.section);
    }
    write_group_head(html, report, group, report.level + 3);
    html.in("ol", {{"class", "list"}}, [&] {
      for (const AnswerView& answer : group.answers) write_answer(html, report, answer);
    });
  }
}

}  // namespace ibtikar
