// render_sensitivity_html(): weights and answers as tables of bars, the widest swing first: a
// tornado.
#include "report/view/sensitivity.h"

#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/parts.h"
#include "report/html/writer.h"

namespace ibtikar {
namespace {

class SensitivityPage {
 public:
  explicit SensitivityPage(const SensitivityView& view)
      : view_(view), words_(view.words), phrases_(*view.phrases) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      write_head();
      html_.in("main", {{"id", "report"}}, [&] {
        part("today", words_(Word::verdict), [&] { write_today(); });
        part("weights", phrases_.weights, [&] { write_weights(); });
        part("answers", phrases_.answers, [&] { write_answers(); });
      });
    });
    return std::move(html_).take();
  }

 private:
  template <class Body>
  void part(std::string_view id, std::string_view title, const Body& body) {
    write_section(html_, id, title, body);
  }

  void write_head() {
    html_.in("header", {{"class", "head"}}, [&] {
      html_.in("h1", {{"class", "title"}}, phrases_.sensitivity);
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(view_.head.title); });
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(view_.head.rubric); });
    });
  }

  void write_today() {
    html_.in("p", {{"class", "title"}}, [&] {
      html_.foreign(view_.score.title);
      html_.text(" ");
      html_.in("bdi", {}, [&] { html_.in("strong", {}, std::string_view(view_.score.measure.score_text)); });
      html_.text(" ");
      html_.in("span", {{"class", toned("tag", view_.standing)}}, view_.verdict);
    });
    score_bar(html_, words_, view_.score, {}, 22);
    html_.in("p", {{"class", "soft"}}, phrases_.intro);
  }

  /// The columns are those of a table of scores: name, bar, swing, the two ends.
  void write_columns(std::string_view of_what) {
    html_.in("thead", {}, [&] {
      html_.in("tr", {}, [&] {
        html_.in("th", {{"scope", "col"}}, of_what);
        html_.in("td", {{"class", "bar-column"}}, std::string_view());
        html_.in("th", {{"scope", "col"}, {"class", "figure"}}, phrases_.swing);
        html_.in("th", {{"scope", "col"}, {"class", "range last"}}, words_(Word::score));
      });
    });
  }

  void write_bar(const SwingView& swing, const SwingAxis& axis) {
    html_.in("td", {{"class", "bar-column"}}, [&] {
      if (!swing.is_known || !axis.is_known) return;
      swing_bar(html_, words_, swing.from, swing.to, axis.today,
                words_.say(Word::from_to, {swing.from_text, swing.to_text}), view_.standing);
    });
    html_.in("td", {{"class", "figure"}}, std::string_view(swing.is_known ? swing.amount : kNoNumber));
    html_.in("td", {{"class", "range last"}}, [&] {
      if (!swing.is_known) return;
      html_.in("bdi", {{"dir", "ltr"}}, std::string_view(swing.from_text + "–" + swing.to_text));
    });
  }

  void line(const Sentence& sentence, std::string_view look = "asks") {
    if (!sentence.text.empty()) html_.in("span", {{"class", look}}, sentence);
  }

  void count(std::string_view phrase, std::size_t number) {
    if (number > 0) html_.in("p", {{"class", "soft"}}, words_.fill(phrase, {std::to_string(number)}));
  }

  void write_weights() {
    html_.in("p", {}, view_.summary);
    if (!view_.weights.empty())
      html_.in("table", {{"class", "scores large tornado"}}, [&] {
        html_.in("caption", {{"class", "soft"}}, [&] { html_.say(view_.weight_axis.legend); });
        write_columns(phrases_.weight);
        html_.in("tbody", {}, [&] {
          for (const SensitiveWeightView& weight : view_.weights)
            html_.in("tr", {}, [&] {
              html_.in("th", {{"scope", "row"}}, [&] {
                html_.in("span", {{"class", "name"}}, weight.name);
                line(words_.joined({weight.kind, weight.now}, " · "));
                line(weight.below, "change");
                line(weight.above, "change");
              });
              write_bar(weight.swing, view_.weight_axis);
            });
        });
      });
    count(phrases_.more_weights, view_.more_weights);
    count(phrases_.idle_weights, view_.idle_weights);
  }

  void write_answers() {
    if (!view_.answers.empty())
      html_.in("table", {{"class", "scores large tornado"}}, [&] {
        html_.in("caption", {{"class", "soft"}}, [&] { html_.say(view_.answer_axis.legend); });
        write_columns(words_(Word::question));
        html_.in("tbody", {}, [&] {
          for (const SensitiveAnswerView& answer : view_.answers)
            html_.in("tr", {}, [&] {
              html_.in("th", {{"scope", "row"}}, [&] { write_answer(answer); });
              write_bar(answer.swing, view_.answer_axis);
            });
        });
      });
    count(phrases_.more_answers, view_.more_answers);
    count(phrases_.idle_answers, view_.idle_answers);
  }

  void write_answer(const SensitiveAnswerView& answer) {
    html_.in("span", {{"class", "name"}}, answer.question);
    line(answer.answer);
    line(answer.lowest);
    line(answer.highest);
    for (const Sentence& change : answer.changes) line(change, "change");
    line(answer.evidence);
  }

  const SensitivityView& view_;
  const Words& words_;
  const SensitivityWords& phrases_;
  HtmlWriter html_;
};

}  // namespace

std::string render_sensitivity_html(const Sensitivity& sensitivity, const SensitivityReportOptions& options) {
  const SensitivityView view = sensitivity_view(sensitivity, options, Target::terminal);
  return html_document({view.language, std::string(view.phrases->sensitivity), {}},
                       SensitivityPage(view).body());
}

}  // namespace ibtikar
