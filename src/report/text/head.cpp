// See text_sections.h. Here: what the first screen says.
#include <algorithm>

#include "base/utf8.h"
#include "report/text/scores.h"
#include "report/text/sections.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

/// Band and score: on one line where both fit, else the score below.
void write_result(Page& page, const ReportView& view) {
  const Style style{.tone = view.verdict.standing, .bold = true};
  const std::string score = score_of_hundred(view);
  const std::size_t score_width = display_width(score);
  const std::size_t room = page.columns() - 2 * kMargin;
  if (display_width(view.verdict.title) + kGap + score_width <= room) {
    const std::size_t title_width = room - kGap - score_width;
    page.row({gap(kMargin),
              {view.verdict.title, title_width, style},
              gap(kGap),
              {score, score_width, style, Align::end}});
    return;
  }
  page.paragraph(kMargin, view.verdict.title, style, 3);
  page.paragraph(kMargin, score, style, 1);
}

}  // namespace

void write_fields(Page& page, const std::vector<Field>& fields) {
  std::size_t label = 0;
  for (const Field& field : fields) label = std::max(label, display_width(field.label));
  label = std::min(label, page.columns() / 3);
  const std::size_t text = page.columns() - kMargin - label - kGap;
  for (const Field& field : fields)
    page.row({gap(kMargin),
              {field.label, label, kFaint, Align::start, 2},
              gap(kGap),
              {field.text, text, field.style, Align::start, kManyLines}});
}

void write_head(Page& page, const HeadView& head, const Words& words) {
  constexpr std::size_t kMostTitleLines = 3;
  page.paragraph(0, head.title, kBold, kMostTitleLines);
  page.paragraph(0, head.organization, kPlain, kMostTitleLines);
  page.paragraph(0, by_line(words, head).text, kPlain, kMostTitleLines);
  page.paragraph(0, head.rubric, kFaint, kMostTitleLines);
  page.paragraph(0, head.note, kFaint);
}

void write_verdict(Page& page, const ReportView& view) {
  page.rule("━");
  write_result(page, view);
  page.paragraph(kMargin, view.verdict.meaning);
  if (view.overall.applicable) write_overall_bar(page, view);
  page.rule("━");
  std::vector<Field> fields;
  for (Fact& fact : verdict_facts(view))
    fields.push_back({std::move(fact.label), std::move(fact.text.text), fact.stands_out ? kBold : kPlain});
  write_fields(page, fields);
}

}  // namespace ibtikar
