// See html_parts.h. Here: what stands after the scores.
#include "report/html/parts.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

/// An entry of a list: a sign or an amount, and beside it what it is about.
template <class Body>
void write_entry(HtmlWriter& html, std::string_view tone, std::string_view look, std::string_view sign,
                 const Body& body) {
  html.in("li", {{"class", tone}}, [&] {
    html.in("span", {{"class", look}}, sign);
    html.in("div", {}, body);
  });
}

void write_line(HtmlWriter& html, std::string_view look, const Sentence& sentence) {
  if (!sentence.text.empty()) html.in("p", {{"class", look}}, sentence);
}

void write_gates(HtmlWriter& html, const HtmlReport& report, const std::vector<GateView>& gates,
                 std::string_view tone, std::string_view sign) {
  html.in("ul", {{"class", "entries"}}, [&] {
    for (const GateView& gate : gates)
      write_entry(html, tone, "sign", sign, [&] {
        html.in("p", {{"class", "title"}}, gate.message);
        for (const CapView& cap : gate.caps) write_line(html, "effect", cap_text(report.words, cap));
        if (gate.questions.empty()) return;
        html.in("p", {}, report.words(Word::cap_settled_by));
        html.in("ul", {}, [&] {
          for (const std::string& question : gate.questions) html.in("li", {}, question);
        });
      });
  });
}

void write_left_out(HtmlWriter& html, const Words& words, std::size_t count) {
  if (count > 0) html.in("p", {{"class", "soft"}}, words.say(Word::not_shown, {std::to_string(count)}));
}

void write_step(HtmlWriter& html, const Words& words, const StepView& step) {
  const bool lifts_overall = !step.overall.empty();
  const std::string_view amount = lifts_overall ? std::string_view(step.overall) : "•";
  write_entry(html, "high", "amount", amount, [&] {
    html.in("p", {{"class", "title"}}, step_text(words, step));
    write_line(html, {}, words.say(Word::question_is, {step.question}));
    write_line(html, {}, step_target(words, step));
    write_line(html, "effect", step_worth(words, step));
  });
}

}  // namespace

void write_html_caps_applied(HtmlWriter& html, const HtmlReport& report) {
  write_gates(html, report, report.view.caps_applied, "low", "!");
}

void write_html_caps_pending(HtmlWriter& html, const HtmlReport& report) {
  write_gates(html, report, report.view.caps_pending, "middle", report.words(Word::question_mark));
  write_left_out(html, report.words, report.view.caps_left_out);
}

void write_html_losses(HtmlWriter& html, const HtmlReport& report) {
  const Words& words = report.words;
  const auto& losses = report.view.losses;
  html.in("p", {{"class", "legend"}}, words(losses_legend(report.view)));
  if (losses.empty()) return;
  html.in("ol", {{"class", "entries"}}, [&] {
    for (const AnswerView& loss : losses)
      write_entry(html, "low", "amount", loss.most, [&] {
        html.in("p", {{"class", "title"}}, loss.question);
        write_line(html, {}, answer_text(words, loss));
        write_line(html, "effect", amounts_text(words, loss.lost));
      });
  });
}

void write_html_steps(HtmlWriter& html, const HtmlReport& report) {
  html.in("p", {{"class", "legend"}}, report.words(steps_legend(report.view)));
  if (report.view.steps.empty()) return;
  html.in("ol", {{"class", "entries"}}, [&] {
    for (const StepView& step : report.view.steps) write_step(html, report.words, step);
  });
}

void write_html_open(HtmlWriter& html, const HtmlReport& report) {
  const Words& words = report.words;
  const OpenView& open = report.view.open;
  if (open.count == 0) html.in("p", {}, words(Word::nothing_open));
  if (!open.questions.empty())
    html.in("ul", {{"class", "plain"}}, [&] {
      for (const OpenQuestionView& question : open.questions) {
        const bool remarked = question.decides_cap || question.may_not_apply;
        if (remarked)
          html.in("li", {}, open_text(words, question));
        else
          html.in("li", {}, question.question);
      }
    });
  write_left_out(html, words, open.count - open.questions.size());
  if (open.unscored > 0)
    html.in("p", {{"class", "soft"}}, words.say(Word::open_unscored, {std::to_string(open.unscored)}));
}

void write_html_warnings(HtmlWriter& html, const HtmlReport& report) {
  html.in("ul", {{"class", "entries"}}, [&] {
    for (const WarningView& warning : report.view.warnings)
      write_entry(html, "middle", "sign", "!", [&] {
        html.in("p", {{"class", "title"}}, warning.text);
        if (!warning.subject.empty()) html.in("p", {}, warning.subject);
      });
  });
  write_left_out(html, report.words, report.view.warnings_left_out);
}

void write_html_origin(HtmlWriter& html, const HtmlReport& report) {
  html.in("p", {{"class", "legend"}}, report.words(Word::repeat_by));
  write_html_facts(html, origin_facts(report.words, report.view.origin, Digests::whole));
}

}  // namespace ibtikar
