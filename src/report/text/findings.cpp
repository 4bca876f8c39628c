// See text_sections.h. Here: what stands after the scores.
#include <algorithm>

#include "base/utf8.h"
#include "report/text/sections.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

constexpr std::size_t kNarrow = 60;      // under it, what stands beside a number goes below it
constexpr std::size_t kWidestSign = 10;  // numbers may come from a file

/// One thing under a sign that stands before it: a number, a bullet.
struct Entry {
  std::string sign;
  std::size_t sign_width = 1;
  Style sign_style;
  std::size_t indent = kMargin;

  [[nodiscard]] std::size_t body() const { return indent + sign_width + kGap; }
};

struct Line {
  std::string text;
  Style style;
};

void write_entry(Page& page, const Entry& entry, const std::vector<Line>& lines) {
  const std::size_t width = page.columns() - entry.body();
  std::string sign = entry.sign;
  for (const Line& line : lines) {
    if (line.text.empty()) continue;
    page.row({gap(entry.indent),
              {std::move(sign), entry.sign_width, entry.sign_style, Align::right},
              gap(kGap),
              {line.text, width, line.style, Align::start, kMostLines}});
    sign.clear();
  }
}

/// An entry with an amount before it, or over it where the page is narrow.
void write_amount_entry(Page& page, const std::string& amount, std::size_t amount_width, const Style& style,
                        const std::vector<Line>& lines) {
  if (page.columns() >= kNarrow)
    return write_entry(page, {amount, std::min(amount_width, kWidestSign), style}, lines);
  page.paragraph(kMargin, amount, style, 1);
  for (const Line& line : lines) page.paragraph(kMargin + kGap, line.text, line.style, kMostLines);
}

void write_gates(Page& page, const ReportView& view, const std::vector<GateView>& gates, const Entry& entry,
                 Word heading) {
  if (gates.empty()) return;
  page.heading(view.words(heading));
  for (const GateView& gate : gates) {
    std::vector<Line> lines = {{gate.message, kPlain}};
    for (const CapView& cap : gate.caps) lines.push_back({cap_text(view.words, cap).text, kBold});
    if (!gate.questions.empty()) lines.push_back({std::string(view.words(Word::cap_settled_by)), kFaint});
    write_entry(page, entry, lines);
    for (const std::string& question : gate.questions)
      write_entry(page, {"•", 1, kFaint, entry.body()}, {{question, kFaint}});
  }
}

std::vector<Line> loss_lines(const Words& words, const AnswerView& loss) {
  return {{loss.question, kPlain},
          {answer_text(words, loss).text, kFaint},
          {amounts_text(words, loss.lost).text, kPlain}};
}

std::vector<Line> step_lines(const Words& words, const StepView& step) {
  return {{step_text(words, step), kPlain},
          {words.say(Word::question_is, {step.question}).text, kFaint},
          {step_target(words, step).text, kFaint},
          {step_worth(words, step).text, kPlain}};
}

void write_left_out(Page& page, const Words& words, std::size_t count) {
  if (count > 0) page.paragraph(kMargin, words.say(Word::not_shown, {std::to_string(count)}).text, kFaint);
}

}  // namespace

void write_caps_applied(Page& page, const ReportView& view) {
  write_gates(page, view, view.caps_applied, {"!", 1, {.tone = Standing::low, .bold = true}},
              caps_heading(view, true));
}

void write_caps_pending(Page& page, const ReportView& view) {
  const Entry entry{
      std::string(view.words(Word::question_mark)), 1, {.tone = Standing::middle, .bold = true}};
  write_gates(page, view, view.caps_pending, entry, caps_heading(view, false));
  write_left_out(page, view.words, view.caps_left_out);
}

void write_losses(Page& page, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  page.heading(words(losses_heading(view)));
  page.paragraph(kMargin, words(losses_legend(view)), kFaint);
  std::size_t width = 0;
  for (const AnswerView& loss : view.losses) width = std::max(width, display_width(loss.most));
  for (const AnswerView& loss : view.losses)
    write_amount_entry(page, loss.most, width, {.tone = Standing::low, .bold = true},
                       loss_lines(words, loss));
}

void write_steps(Page& page, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  page.heading(words(Word::steps));
  page.paragraph(kMargin, words(steps_legend(view)), kFaint);
  std::size_t width = 1;
  for (const StepView& step : view.steps) width = std::max(width, display_width(step.overall));
  for (const StepView& step : view.steps)
    write_amount_entry(page, step.overall.empty() ? "•" : step.overall, width,
                       {.tone = Standing::high, .bold = true}, step_lines(words, step));
}

void write_open(Page& page, const ReportView& view) {
  const Words& words = view.words;
  page.heading(words.say(Word::still_open, {std::to_string(view.open.count)}).text);
  if (view.open.count == 0) page.paragraph(kMargin, words(Word::nothing_open));
  for (const OpenQuestionView& question : view.open.questions) {
    const std::string_view sign = question.decides_cap ? words(Word::question_mark) : "•";
    write_entry(page, {std::string(sign), 1, question.decides_cap ? kBold : kFaint},
                {{open_text(words, question).text, kPlain}});
  }
  write_left_out(page, words, view.open.count - view.open.questions.size());
  if (view.open.unscored > 0)
    page.paragraph(kMargin, words.say(Word::open_unscored, {std::to_string(view.open.unscored)}).text,
                   kFaint);
}

void write_warnings(Page& page, const ReportView& view) {
  if (view.warnings.empty()) return;
  page.heading(view.words(Word::warnings));
  for (const WarningView& warning : view.warnings)
    write_entry(page, {"!", 1, {.tone = Standing::middle}},
                {{warning.text, kPlain}, {warning.subject, kFaint}});
  write_left_out(page, view.words, view.warnings_left_out);
}

void write_origin(Page& page, const ReportView& view) {
  page.heading(view.words(Word::origin));
  std::vector<Field> fields;
  for (Fact& fact : origin_facts(view.words, view.origin, Digests::shortened))
    fields.push_back({std::move(fact.label), std::move(fact.text.text), kPlain});
  write_fields(page, fields);
}

}  // namespace ibtikar
