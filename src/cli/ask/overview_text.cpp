// See overview_text.h.
#include "cli/ask/overview_text.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "report/view/formatter.h"

namespace ibtikar::cli {
namespace {

constexpr std::string_view kAnswered = "✓";
constexpr std::string_view kUrgent = "!";
constexpr std::string_view kMarked = "⚑";
constexpr std::string_view kOpen = "·";

std::string band_title(const QuestionText& screen, const Rubric& rubric, const std::string& id) {
  for (const Band& band : rubric.parts().bands)
    if (band.id == id) return screen.reader().text(band.title);
  return std::string(screen.words().insufficient);
}

/// The interval on a line from 0 to 100, and the score on it; in Arabic 0 stands on the right.
std::string picture(const Measure& measure, std::size_t width, bool right_to_left) {
  const auto place = [&](double score) {
    return std::min(static_cast<std::size_t>(score / 100 * static_cast<double>(width)), width - 1);
  };
  std::string out;
  for (std::size_t at = 0; at < width; ++at) {
    const std::size_t i = right_to_left ? width - 1 - at : at;
    const bool is_inside = i >= place(measure.low) && i <= place(measure.high);
    const bool is_score = measure.score && i == place(*measure.score);
    out += is_score ? "●" : is_inside ? "━" : "·";
  }
  return out;
}

void add_measure(Page& page, const QuestionText& screen, const std::string& title, const Measure& measure,
                 const std::optional<DisplayScale>& scale, const Style& style) {
  const AskWords& words = screen.words();
  const ShownTexts texts = shown_texts(measure, scale);
  const std::string score = measure.score ? texts.score : std::string(words.no_score_yet);
  constexpr std::size_t kPicture = 24;
  const std::string interval = filled(words.interval, {texts.low, texts.high});
  if (page.columns() >= 72) {
    page.row({{title, page.columns() - kPicture - 36, style},
              {score, 14, style, Align::end},
              gap(1),
              {interval, 20, kFaint, Align::end},
              gap(1),
              {picture(measure, kPicture, screen.reader().right_to_left()), kPicture, kPlain}});
    return;
  }
  page.row({{title, page.columns() - 15, style}, gap(1), {score, 14, style, Align::end}});
  page.row({{interval, page.columns(), kFaint}});
}

std::string separated(const std::vector<std::string>& parts, bool right_to_left) {
  return joined(parts, right_to_left ? "، " : ", ");
}

}  // namespace

std::string score_page(const QuestionText& screen, const Rubric& rubric, const Outlook& outlook,
                       const Page::Options& look) {
  const AskWords& words = screen.words();
  Page page(look);
  add_measure(page, screen, std::string(words.overall), outlook.overall, rubric.parts().overall_scale, kBold);
  for (std::size_t d = 0; d < outlook.dimensions.size(); ++d)
    add_measure(page, screen, screen.reader().text(rubric.dimensions()[d].title), outlook.dimensions[d],
                rubric.dimensions()[d].scale, kPlain);
  page.blank();
  page.paragraph(0, filled(words.completeness, {percent_text(outlook.overall.completeness)}));
  page.paragraph(0,
                 screen.reader().sentence(words.verdict_is, {band_title(screen, rubric, outlook.verdict)}));
  if (outlook.settled) page.paragraph(0, settled_sentence(screen, rubric, outlook));
  return page.text();
}

std::string_view state_glyph(const Interview& interview, const Outlook& outlook, std::size_t number) {
  if (interview.is_answered(number)) return kAnswered;
  if (outlook.urgent[number]) return kUrgent;
  return interview.is_marked(number) ? kMarked : kOpen;
}

std::string answer_line(const QuestionText& screen, const Rubric& rubric, const Interview& interview,
                        const Outlook& outlook, std::size_t number) {
  const AskWords& words = screen.words();
  std::vector<std::string> parts;
  const Answer* answer = interview.answer(number);
  if (answer != nullptr && interview.is_answered(number))
    parts.push_back(screen.reader().answer(rubric.question(number), *answer));
  else
    parts.emplace_back(words.is_open);
  if (answer != nullptr)
    for (std::string& remark : screen.reader().remarks(*answer)) parts.push_back(std::move(remark));
  if (interview.is_marked(number)) parts.emplace_back(words.marked_for_later);
  if (outlook.urgent[number]) parts.emplace_back(words.urgent);
  return joined(parts, " · ");
}

std::string list_page(const QuestionText& screen, const Rubric& rubric, const Interview& interview,
                      const Outlook& outlook, const std::vector<std::size_t>& numbers, bool with_answers,
                      const Page::Options& look) {
  Page page(look);
  std::size_t position = 0;
  std::size_t next = 0;
  const std::string* section = nullptr;
  for (std::size_t number = 0; number < rubric.question_count(); ++number) {
    if (interview.is_hidden(number)) continue;
    ++position;
    while (next < numbers.size() && numbers[next] < number) ++next;
    if (next == numbers.size() || numbers[next] != number) continue;
    if (with_answers && section != &rubric.section_of(number).id) {
      section = &rubric.section_of(number).id;
      page.heading(screen.reader().text(rubric.section_of(number).title));
    }
    page.row({{std::to_string(position), 4, kPlain, Align::right},
              gap(1),
              {std::string(state_glyph(interview, outlook, number)), 2, kPlain},
              {screen.reader().text(rubric.question(number).ask), page.columns() - 7,
               with_answers ? kBold : kPlain, Align::start, with_answers ? 5U : 1U}});
    if (with_answers) page.paragraph(7, answer_line(screen, rubric, interview, outlook, number));
  }
  return page.text();
}

std::string mark_sentence(const QuestionText& screen, const Interview& interview, std::size_t number) {
  const AskWords& words = screen.words();
  if (!interview.is_marked(number)) return std::string(words.mark_gone);
  return std::string(interview.is_answered(number) ? words.mark_set_on_answer : words.mark_set);
}

std::string kept_hidden(const QuestionText& screen, const Rubric& rubric, const Interview& interview) {
  std::vector<std::string> titles;
  for (const std::size_t number : interview.hidden_by_change())
    titles.push_back(screen.reader().text(rubric.question(number).ask));
  return screen.reader().sentence(screen.words().kept_hidden,
                                  {separated(titles, screen.reader().right_to_left())});
}

std::string settled_sentence(const QuestionText& screen, const Rubric& rubric, const Outlook& outlook) {
  return screen.reader().sentence(screen.words().settled, {band_title(screen, rubric, outlook.settled_band)});
}

std::string advice_sentence(const QuestionText& screen, const Rubric& rubric,
                            std::optional<std::size_t> number) {
  if (!number || rubric.question(*number).advice.empty()) return std::string(screen.words().no_advice);
  return screen.reader().sentence(screen.words().next_step,
                                  {screen.reader().text(rubric.question(*number).advice)});
}

}  // namespace ibtikar::cli
