// render_markdown(): see ibtikar/report.h. What the report says is view.h and sentences.h, how a
// block is written is markdown_writer.h; here is the order of its parts.
#include <algorithm>

#include "ibtikar/report.h"
#include "report/markdown/writer.h"
#include "report/view/sentences.h"
#include "report/view/view.h"

namespace ibtikar {
namespace {

void write_head(MarkdownWriter& out, const ReportView& view) {
  const Words& words = view.words;
  const HeadView& head = view.head;
  out.heading(1, alone(words, head.title));
  out.paragraph({alone(words, head.organization), by_line(words, head).text, alone(words, head.rubric),
                 "*" + head.note + "*"});
}

void write_facts(MarkdownWriter& out, const std::vector<Fact>& facts) {
  for (auto fact = facts.begin(); fact != facts.end();) {
    std::vector<std::string> lines = {strong(fact->label + ":") + " " + fact->text.text};
    for (++fact; fact != facts.end() && fact->label.empty(); ++fact) lines.push_back(fact->text.text);
    out.item(0, lines);
  }
}

void write_verdict(MarkdownWriter& out, const ReportView& view) {
  out.heading(2, view.words(Word::verdict));
  out.paragraph({strong(alone(view.words, view.verdict.title)) + " · " + score_of_hundred(view)});
  out.paragraph({alone(view.words, view.verdict.meaning)});
  write_facts(out, verdict_facts(view));
}

std::string interval(const Words& words, const MeasureView& measure) {
  return words.say(Word::low_to_high, {measure.low_text, measure.high_text}).text;
}

/// Score, interval, completeness; or that it does not apply.
void add_numbers(const Words& words, const ScoreView& score, std::vector<std::string>& row) {
  if (score.applicable)
    row.insert(row.end(),
               {score.measure.score_text, interval(words, score.measure), score.measure.completeness_text});
  else
    row.insert(row.end(), {std::string(kNoNumber), std::string(words(Word::does_not_apply)), {}});
}

std::vector<MarkdownColumn> number_columns(const Words& words, Word first) {
  const auto title = [&](Word word) { return std::string(words(word)); };
  return {{title(first)},
          {title(Word::score), true},
          {title(Word::interval), true},
          {title(Word::completeness), true}};
}

void write_dimensions(MarkdownWriter& out, const ReportView& view) {
  if (view.dimensions.empty()) return;
  const Words& words = view.words;
  out.heading(2, words(Word::dimensions));
  const bool some_capped =
      std::ranges::any_of(view.dimensions, [](const ScoreView& score) { return !score.uncapped.empty(); });
  std::vector<MarkdownColumn> columns = number_columns(words, Word::dimension);
  columns.push_back({std::string(words(Word::band))});
  if (some_capped) columns.push_back({std::string(words(Word::before_caps)), true});
  std::vector<std::vector<std::string>> rows;
  for (const ScoreView& score : view.dimensions) {
    std::vector<std::string> row = {alone(words, score.title)};
    add_numbers(words, score, row);
    const bool unknown = score.applicable && score.band.empty() && !score.measure.score;
    row.push_back(unknown ? std::string(words(Word::no_score)) : alone(words, score.band));
    if (some_capped) row.push_back(score.uncapped);
    rows.push_back(std::move(row));
  }
  out.table(columns, rows);
}

void write_gates(MarkdownWriter& out, const Words& words, const std::vector<GateView>& gates, Word heading) {
  if (gates.empty()) return;
  out.heading(2, words(heading));
  for (const GateView& gate : gates) {
    std::vector<std::string> lines = {alone(words, gate.message)};
    for (const CapView& cap : gate.caps) lines.push_back(strong(cap_text(words, cap).text));
    if (!gate.questions.empty()) lines.emplace_back(words(Word::cap_settled_by));
    out.item(0, lines);
    for (const std::string& question : gate.questions) out.item(1, {alone(words, question)});
  }
}

void write_criteria(MarkdownWriter& out, const ReportView& view) {
  if (view.sections.empty()) return;
  out.heading(2, view.words(Word::criteria));
  for (const SectionView& section : view.sections) {
    out.heading(3, alone(view.words, section.title));
    std::vector<std::vector<std::string>> rows;
    for (const ScoreView& score : section.criteria) {
      std::vector<std::string> row = {alone(view.words, score.title)};
      add_numbers(view.words, score, row);
      rows.push_back(std::move(row));
    }
    out.table(number_columns(view.words, Word::criterion), rows);
  }
}

void write_losses(MarkdownWriter& out, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  out.heading(2, words(losses_heading(view)));
  out.paragraph({std::string(words(losses_legend(view)))});
  for (const AnswerView& loss : view.losses)
    out.item(0, {strong(alone(words, loss.most)) + " " + alone(words, loss.question),
                 answer_text(words, loss).text, amounts_text(words, loss.lost).text});
}

/// The advice is foreign text. Without one, a phrase of ours takes its place.
std::string step_line(const Words& words, const StepView& step) {
  const bool is_foreign = step.kind == AdviceKind::raise && !step.text.empty();
  return is_foreign ? alone(words, step.text) : step_text(words, step);
}

void write_steps(MarkdownWriter& out, const ReportView& view) {
  if (!view.has_answers) return;
  const Words& words = view.words;
  out.heading(2, words(Word::steps));
  out.paragraph({std::string(words(steps_legend(view)))});
  for (const StepView& step : view.steps) {
    const std::string gain = step.overall.empty() ? "" : strong(alone(words, step.overall)) + " ";
    out.item(0, {gain + step_line(words, step), words.say(Word::question_is, {step.question}).text,
                 step_target(words, step).text, step_worth(words, step).text});
  }
}

void write_left_out(MarkdownWriter& out, const Words& words, std::size_t count) {
  if (count > 0) out.paragraph({words.say(Word::not_shown, {std::to_string(count)}).text});
}

void write_open(MarkdownWriter& out, const ReportView& view) {
  const Words& words = view.words;
  out.heading(2, words.say(Word::still_open, {std::to_string(view.open.count)}).text);
  if (view.open.count == 0) out.paragraph({std::string(words(Word::nothing_open))});
  for (const OpenQuestionView& question : view.open.questions)
    out.item(0, {question.decides_cap || question.may_not_apply ? open_text(words, question).text
                                                                : alone(words, question.question)});
  write_left_out(out, words, view.open.count - view.open.questions.size());
  if (view.open.unscored > 0)
    out.paragraph({words.say(Word::open_unscored, {std::to_string(view.open.unscored)}).text});
}

/// The state of a question without an answer that counts.
std::string state_text(const Words& words, const AnswerView& answer) {
  if (answer.state == QuestionState::hidden) return std::string(words(Word::state_hidden));
  if (answer.state == QuestionState::not_applicable) return std::string(words(Word::does_not_apply));
  if (!answer.scored) return std::string(words(Word::not_scored));
  return answer.may_not_apply ? std::string(words(Word::may_not_apply)) : std::string();
}

void write_answers(MarkdownWriter& out, const ReportView& view) {
  if (view.answers.empty()) return;
  const Words& words = view.words;
  out.heading(2, words(Word::answers));
  for (const CriterionAnswersView& criterion : view.answers) {
    out.heading(3, criterion.title.empty() ? words(Word::other_questions) : alone(words, criterion.title));
    for (const AnswerView& answer : criterion.answers) {
      std::vector<std::string> lines = {strong(alone(words, answer.question))};
      if (!answer.answer.empty()) lines.push_back(answer_text(words, answer).text);
      lines.push_back(state_text(words, answer));
      if (!answer.note.empty()) lines.push_back(words.say(Word::note_is, {answer.note}).text);
      if (!answer.links.empty())
        lines.push_back(words
                            .say(Word::links_are, {words.joined({answer.links.begin(), answer.links.end()},
                                                                words(Word::list_comma))})
                            .text);
      lines.push_back(amounts_text(words, answer.lost).text);
      out.item(0, lines);
    }
  }
}

void write_warnings(MarkdownWriter& out, const ReportView& view) {
  if (view.warnings.empty()) return;
  out.heading(2, view.words(Word::warnings));
  for (const WarningView& warning : view.warnings)
    out.item(0, {alone(view.words, warning.text), alone(view.words, warning.subject)});
  write_left_out(out, view.words, view.warnings_left_out);
}

}  // namespace

std::string render_markdown(const Assessment& assessment, const MarkdownOptions& options) {
  const ReportView view = view_of(assessment, {options.language, options.losses, options.steps, options.open,
                                               Target::markdown, options.is_short});
  MarkdownWriter out;
  const bool right_to_left = view.words.right_to_left();
  if (right_to_left) out.html("<div dir=\"rtl\" lang=\"ar\">");
  write_head(out, view);
  write_verdict(out, view);
  write_dimensions(out, view);
  write_gates(out, view.words, view.caps_applied, caps_heading(view, true));
  write_gates(out, view.words, view.caps_pending, caps_heading(view, false));
  write_left_out(out, view.words, view.caps_left_out);
  write_criteria(out, view);
  write_losses(out, view);
  write_steps(out, view);
  write_open(out, view);
  write_answers(out, view);
  write_warnings(out, view);
  if (view.is_short) {
    for (const Sentence& line : short_form_ending(view)) out.paragraph({line.text});
  } else {
    out.heading(2, view.words(Word::origin));
    write_facts(out, origin_facts(view.words, view.origin, Digests::whole));
  }
  if (right_to_left) out.html("</div>");
  return std::move(out).take();
}

}  // namespace ibtikar
