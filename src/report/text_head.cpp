// See text_sections.h. Here: what the first screen says.
#include <algorithm>

#include "base/utf8.h"
#include "report/text_scores.h"
#include "report/text_sections.h"

namespace ibtikar {
namespace {

constexpr std::size_t kMargin = 2;
constexpr std::size_t kGap = 2;

std::string score_of_hundred(const ReportView& view) {
  if (!view.overall.measure.score) return std::string(view.words(Word::no_score));
  return view.words.say(Word::of_hundred, {view.overall.measure.score_text}).text;
}

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

Sentence listed(const Words& words, const std::vector<std::string>& titles) {
  return words.joined({titles.begin(), titles.end()}, words(Word::list_comma));
}

/// Why there is no verdict; the label stands before the first reason only.
void add_reasons(const ReportView& view, std::vector<Field>& fields) {
  const Words& words = view.words;
  const VerdictView& verdict = view.verdict;
  const auto add = [&](const Sentence& reason) {
    fields.push_back({fields.empty() ? std::string(words(Word::why)) : std::string(), reason.text, kBold});
  };
  if (!view.overall.applicable) add(words.say(Word::nothing_applies));
  if (verdict.too_incomplete)
    add(words.say(Word::too_incomplete, {view.overall.measure.completeness_text, verdict.needed}));
  if (!verdict.without_score.empty())
    add(words.say(Word::without_score, {listed(words, verdict.without_score)}));
}

std::vector<Field> verdict_fields(const ReportView& view) {
  const Words& words = view.words;
  const VerdictView& verdict = view.verdict;
  const MeasureView& overall = view.overall.measure;
  std::vector<Field> fields;
  const auto add = [&](Word label, const Sentence& text) {
    fields.push_back({std::string(words(label)), text.text, kPlain});
  };
  if (!verdict.sufficient) add_reasons(view, fields);
  if (!view.overall.applicable) return fields;
  if (!verdict.sufficient && !view.overall.band.empty())
    add(Word::score_so_far, words.say(Word::remarked, {overall.score_text, view.overall.band}));
  add(Word::verdict, verdict.settled ? words.say(Word::settled)
                                     : words.say(Word::unsettled, {listed(words, verdict.possible)}));
  if (!view.overall.uncapped.empty()) add(Word::before_caps, words.joined({view.overall.uncapped}, ""));
  add(Word::interval, words.say(Word::from_to, {overall.low_text, overall.high_text}));
  const bool is_enough = verdict.sufficient && !verdict.needed.empty();
  add(Word::completeness, is_enough
                              ? words.say(Word::completeness_of, {overall.completeness_text, verdict.needed})
                              : words.joined({overall.completeness_text}, ""));
  return fields;
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
  constexpr std::size_t kMostLines = 3;
  page.paragraph(0, head.title, kBold, kMostLines);
  page.paragraph(0, head.organization, kPlain, kMostLines);
  std::vector<Argument> by;
  if (!head.assessor.empty()) by.emplace_back(words.say(Word::assessor_is, {head.assessor}));
  if (!head.date.empty()) by.emplace_back(head.date);
  page.paragraph(0, words.joined(by, " · ").text, kPlain, kMostLines);
  page.paragraph(0, head.rubric, kFaint, kMostLines);
  page.paragraph(0, words(Word::readiness), kFaint);
}

void write_verdict(Page& page, const ReportView& view) {
  page.rule("━");
  write_result(page, view);
  page.paragraph(kMargin, view.verdict.meaning);
  if (view.overall.applicable) write_overall_bar(page, view);
  page.rule("━");
  write_fields(page, verdict_fields(view));
}

}  // namespace ibtikar
