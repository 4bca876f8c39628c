// render_comparison_html(): proposals side by side on one page, each score as bars that stand below
// one another.
#include "report/view/comparison.h"

#include <algorithm>

#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/writer.h"

namespace ibtikar {
namespace {

class ComparisonPage {
 public:
  explicit ComparisonPage(const ComparisonView& view) : view_(view), words_(view.words) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      write_head();
      html_.in("main", {{"id", "report"}}, [&] {
        part("proposals", words_(Word::verdict), [&] { write_proposals(); });
        if (!view_.dimensions.empty() || !view_.overall.difference.text.empty())
          part("dimensions", words_(Word::dimensions), [&] {
            std::vector<ComparedScoreView> scores = {view_.overall};
            scores.insert(scores.end(), view_.dimensions.begin(), view_.dimensions.end());
            write_scores(scores, Word::dimensions, 26);
          });
        if (!view_.criteria.empty())
          part("criteria", words_(Word::criteria), [&] { write_scores(view_.criteria, Word::criteria, 18); });
        if (!view_.gates.empty()) part("caps", words_(Word::gates), [&] { write_gates(); });
        if (!view_.answers.empty()) part("answers", words_(Word::answers), [&] { write_answers(); });
        write_left_out();
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
      html_.in("h1", {{"class", "title"}}, words_(Word::comparison));
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(view_.rubric); });
    });
  }

  void write_letter(std::string_view element, std::size_t proposal) {
    html_.in(element, {{"class", "name"}, {"scope", element == "th" ? "row" : ""}},
             std::string_view(view_.proposals[proposal].letter));
  }

  void write_proposals() {
    html_.in("ul", {{"class", "entries"}}, [&] {
      for (const ComparedProposalView& one : view_.proposals)
        html_.in("li", {}, [&] {
          html_.in("p", {{"class", "title"}}, [&] {
            html_.text(one.letter + " · ");
            html_.foreign(one.head.title);
            html_.text(" ");
            html_.in("span", {{"class", toned("tag", one.standing)}}, one.verdict);
          });
          if (!one.head.organization.empty()) html_.in("p", {}, one.head.organization);
          if (const Sentence by = by_line(words_, one.head); !by.text.empty()) html_.in("p", {}, by);
        });
    });
  }

  /// All proposals' bars of one score, and how far it differs above them.
  void write_score(const ComparedScoreView& score, std::size_t height) {
    html_.in("tbody", {}, [&] {
      html_.in("tr", {{"class", "group"}}, [&] {
        html_.in("th", {{"colspan", "4"}, {"scope", "rowgroup"}}, [&] {
          html_.in("span", {{"class", "name"}}, score.title);
          if (score.difference.text.empty()) return;
          html_.text(" · ");
          html_.say(score.difference);
        });
      });
      for (std::size_t i = 0; i < score.scores.size(); ++i)
        html_.in("tr", {}, [&] {
          write_letter("th", i);
          write_numbers(score.scores[i], height);
        });
    });
  }

  void write_numbers(const ScoreView& score, std::size_t height) {
    if (!score.applicable) {
      html_.in("td", {{"colspan", "3"}, {"class", "soft"}}, words_(Word::does_not_apply));
      return;
    }
    html_.in("td", {{"class", "bar-column"}}, [&] { score_bar(html_, words_, score, view_.bands, height); });
    html_.in("td", {{"class", toned("figure", score.standing)}}, std::string_view(score.measure.score_text));
    write_range(html_, score.measure, "range last");
  }

  [[nodiscard]] bool is_of_hundred() const {
    const auto has_scale = [](const ComparedScoreView& compared) {
      return std::ranges::any_of(compared.scores,
                                 [](const ScoreView& score) { return !score.measure.whole_text.empty(); });
    };
    return !has_scale(view_.overall) && std::ranges::none_of(view_.dimensions, has_scale) &&
           std::ranges::none_of(view_.criteria, has_scale);
  }

  void write_scores(const std::vector<ComparedScoreView>& scores, Word caption, std::size_t height) {
    html_.in("table", {{"class", "scores"}}, [&] {
      html_.in("caption", {{"class", "unseen"}}, words_(caption));
      html_.in("thead", {}, [&] {
        html_.in("tr", {}, [&] {
          html_.in("th", {{"scope", "col"}}, words_(Word::proposal));
          html_.in("th", {{"scope", "col"}, {"class", "bar-column"}},
                   [&] { score_axis(html_, words_, view_.bands, is_of_hundred()); });
          html_.in("th", {{"scope", "col"}, {"class", "figure"}}, words_(Word::score));
          html_.in("th", {{"scope", "col"}, {"class", "range last"}}, words_(Word::interval));
        });
      });
      for (const ComparedScoreView& score : scores) write_score(score, height);
    });
    bar_key(html_, words_);
  }

  void write_gates() {
    html_.in("ul", {{"class", "entries"}}, [&] {
      for (const ComparedGateView& gate : view_.gates)
        html_.in("li", {}, [&] {
          html_.in("p", {{"class", "title"}}, gate.message);
          for (std::size_t i = 0; i < gate.states.size(); ++i)
            html_.in("p", {}, [&] {
              html_.text(view_.proposals[i].letter + ": ");
              html_.text(words_(gate.states[i]));
            });
        });
    });
  }

  void write_answers() {
    for (const ComparedCriterionView& criterion : view_.answers) {
      if (criterion.title.empty())
        html_.in("h3", {{"class", "criterion"}}, words_(Word::other_questions));
      else
        html_.in("h3", {{"class", "criterion"}}, criterion.title);
      html_.in("ul", {{"class", "entries"}}, [&] {
        for (const ComparedAnswersView& question : criterion.questions)
          html_.in("li", {}, [&] { write_question(question); });
      });
    }
  }

  void write_question(const ComparedAnswersView& question) {
    html_.in("p", {{"class", "title"}}, question.question);
    for (std::size_t i = 0; i < question.lines.size(); ++i)
      for (std::size_t line = 0; line < question.lines[i].size(); ++line)
        html_.in("p", {{"class", line > 0 ? "note" : ""}}, [&] {
          if (line == 0) html_.text(view_.proposals[i].letter + ": ");
          html_.foreign(question.lines[i][line]);
        });
  }

  void write_left_out() {
    if (view_.nothing_differs) html_.in("p", {{"class", "soft"}}, words_(Word::nothing_differs));
    if (view_.left_out > 0)
      html_.in("p", {{"class", "soft"}}, words_.say(Word::same_in_all, {std::to_string(view_.left_out)}));
  }

  const ComparisonView& view_;
  const Words& words_;
  HtmlWriter html_;
};

}  // namespace

std::string render_comparison_html(const Comparison& comparison, const ComparisonOptions& options) {
  const ComparisonView view = comparison_view(comparison, options, Target::terminal);
  const std::string language =
      options.language.empty() ? Formatter(comparison.assessments.front(), {}).language() : options.language;
  return html_document({language, std::string(view.words(Word::comparison)), {}},
                       ComparisonPage(view).body());
}

}  // namespace ibtikar
