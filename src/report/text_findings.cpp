// See text_sections.h. Here: what stands after the scores.
#include <algorithm>

#include "base/utf8.h"
#include "report/text_sections.h"

namespace ibtikar {
namespace {

constexpr std::size_t kMargin = 2;
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrow = 60;  // under it, what stands beside a number goes below it
constexpr std::size_t kMostLines = 6;
constexpr std::size_t kWidestSign = 10;  // numbers may come from a file

/// "Sustainability −4.20"; a dimension and its number stay on one line.
Sentence amount_text(const Words& words, const AmountView& amount) {
  return words.joined({amount.title, amount.text}, "\u00A0");
}

/// "text (remark, remark)"
Sentence remarked(const Words& words, const std::string& text, const std::vector<Argument>& remarks) {
  if (remarks.empty()) return words.joined({text}, "");
  return words.say(Word::remarked, {text, words.joined(remarks, words(Word::list_comma))});
}

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

Sentence cap_text(const Words& words, const CapView& cap) {
  switch (cap.effect) {
    case CapView::Effect::decides:
      return words.say(Word::cap_decides, {cap.target, cap.before, cap.after});
    case CapView::Effect::beaten:
      return words.say(Word::cap_beaten, {cap.target, cap.limit});
    case CapView::Effect::idle:
      return words.say(Word::cap_idle, {cap.target, cap.limit});
    case CapView::Effect::possible:
      break;
  }
  return words.say(Word::cap_possible, {cap.target, cap.limit});
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

/// "Answer: They are asked (level 3 of 5, evidence: Claimed)"
std::string answer_text(const Words& words, const LossView& loss) {
  std::vector<Argument> remarks;
  if (!loss.level.empty()) remarks.emplace_back(words.say(Word::level_of, {loss.level, loss.levels}));
  if (!loss.evidence.empty()) remarks.emplace_back(words.say(Word::evidence_is, {loss.evidence}));
  return words.say(Word::answer_is, {remarked(words, loss.answer, remarks)}).text;
}

std::vector<Line> loss_lines(const Words& words, const LossView& loss) {
  std::vector<Argument> amounts;
  for (const AmountView& amount : loss.lost) amounts.emplace_back(amount_text(words, amount));
  return {{loss.question, kPlain},
          {answer_text(words, loss), kFaint},
          {words.joined(amounts, " · ").text, kPlain}};
}

/// What a document step asks for, or a raise step advises.
std::string step_text(const Words& words, const StepView& step) {
  if (step.kind == AdviceKind::raise)
    return step.text.empty() ? std::string(words(Word::raise_answer)) : step.text;
  return step.text.empty() ? std::string(words(Word::document_answer))
                           : words.say(Word::document_with, {step.text}).text;
}

std::vector<Line> step_lines(const Words& words, const StepView& step) {
  const Word target = step.kind == AdviceKind::raise ? Word::leads_to : Word::evidence_then;
  std::vector<Argument> worth;
  for (const AmountView& amount : step.gains) worth.emplace_back(amount_text(words, amount));
  worth.emplace_back(words.say(Word::effort_is, {step.effort}));
  return {{step_text(words, step), kPlain},
          {words.say(Word::question_is, {step.question}).text, kFaint},
          {step.target.empty() ? std::string() : words.say(target, {step.target}).text, kFaint},
          {words.joined(worth, " · ").text, kPlain}};
}

std::string open_text(const Words& words, const OpenQuestionView& question) {
  std::vector<Argument> remarks;
  if (question.decides_cap) remarks.emplace_back(words.say(Word::decides_cap));
  if (question.may_not_apply) remarks.emplace_back(words.say(Word::may_not_apply));
  return remarks.empty() ? question.question : remarked(words, question.question, remarks).text;
}

void write_left_out(Page& page, const Words& words, std::size_t count) {
  if (count > 0) page.paragraph(kMargin, words.say(Word::not_shown, {std::to_string(count)}).text, kFaint);
}

std::vector<Field> origin_fields(const Words& words, const OriginView& origin) {
  std::vector<Field> fields;
  const auto add = [&](std::string_view label, const Sentence& text) {
    fields.push_back({std::string(label), text.text, kPlain});
  };
  const auto with_digest = [&](const std::string& id, const std::string& digest) {
    std::vector<Argument> parts;
    if (!id.empty()) parts.emplace_back(id);
    if (!digest.empty()) parts.emplace_back(digest);
    return words.joined(parts, " · ");
  };
  add(words(Word::rubric), with_digest(origin.rubric, origin.rubric_digest));
  add(words(Word::proposal), with_digest(origin.proposal, origin.proposal_digest));
  add(words(Word::combined), {origin.combined});
  if (!origin.evidence_default.empty()) {
    add(words(Word::evidence), words.say(Word::evidence_default, {origin.evidence_default}));
    add({}, words.say(Word::evidence_counts, {origin.evidence_ceiling, origin.evidence_margin}));
  }
  add(words(Word::engine), words.joined({origin.engine}, ""));
  return fields;
}

}  // namespace

void write_caps_applied(Page& page, const ReportView& view) {
  write_gates(page, view, view.caps_applied, {"!", 1, {.tone = Standing::low, .bold = true}},
              Word::caps_applied);
}

void write_caps_pending(Page& page, const ReportView& view) {
  const Entry entry{
      std::string(view.words(Word::question_mark)), 1, {.tone = Standing::middle, .bold = true}};
  write_gates(page, view, view.caps_pending, entry, Word::caps_pending);
}

void write_losses(Page& page, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  page.heading(words(Word::losses));
  page.paragraph(kMargin, words(view.losses.empty() ? Word::no_losses : Word::losses_legend), kFaint);
  std::size_t width = 0;
  for (const LossView& loss : view.losses) width = std::max(width, display_width(loss.most));
  for (const LossView& loss : view.losses)
    write_amount_entry(page, loss.most, width, {.tone = Standing::low, .bold = true},
                       loss_lines(words, loss));
}

void write_steps(Page& page, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  const bool lifts_overall =
      std::ranges::any_of(view.steps, [](const StepView& step) { return !step.overall.empty(); });
  const Word legend = view.steps.empty() ? Word::no_steps
                      : lifts_overall    ? Word::steps_legend
                                         : Word::no_overall_step;
  page.heading(words(Word::steps));
  page.paragraph(kMargin, words(legend), kFaint);
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
                {{open_text(words, question), kPlain}});
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
  write_fields(page, origin_fields(view.words, view.origin));
}

}  // namespace ibtikar
