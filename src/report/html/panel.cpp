// See panel.h.
#include "report/html/panel.h"

#include <algorithm>
#include <array>

#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/writer.h"

namespace ibtikar {
namespace {

/// Shades of a map, from the worst answer to the best.
constexpr std::array<std::string_view, 5> kShades = {"track", "possible", "cell filled", "likely", "sure"};

class PanelPage {
 public:
  explicit PanelPage(const PanelView& view) : view_(view), words_(view.words), labels_(*view.labels) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap wide"}}, [&] {
      write_head();
      html_.in("main", {{"id", "report"}}, [&] {
        if (!view_.programs.empty()) part("scores", labels_.scores, [&] { write_overview(); });
        for (std::size_t i = 0; i < view_.programs.size(); ++i) write_program(view_.programs[i], i);
        for (std::size_t i = 0; i < view_.tables.size(); ++i) write_table(view_.tables[i], i);
      });
    });
    return std::move(html_).take();
  }

 private:
  template <class Body>
  void part(const std::string& id, std::string_view title, const Body& body) {
    html_.in("section", {{"class", "part"}, {"aria-labelledby", id}}, [&] {
      html_.in("h2", {{"class", "heading"}, {"id", id}}, title);
      body();
    });
  }

  void write_head() {
    html_.in("header", {{"class", "head"}}, [&] {
      html_.in("h1", {{"class", "title"}}, labels_.panel);
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(view_.rubric); });
      html_.in("p", {{"class", "by"}}, std::string_view(view_.counts));
      if (view_.is_blind) html_.in("p", {{"class", "by"}}, labels_.blind);
    });
  }

  void heading(std::string_view title) {
    html_.in("div", {{"class", "group-head"}}, [&] { html_.in("h3", {}, title); });
  }

  static std::string anchor(std::size_t program) { return "program-" + std::to_string(program + 1); }

  [[nodiscard]] bool is_of_hundred() const {
    return view_.programs.empty() || view_.programs.front().together.overall.measure.whole_text.empty();
  }

  template <class Rows>
  void write_scores(std::string_view caption, std::string_view first, const Rows& rows) {
    html_.in("table", {{"class", "scores"}}, [&] {
      html_.in("caption", {{"class", "unseen"}}, caption);
      html_.in("thead", {}, [&] {
        html_.in("tr", {}, [&] {
          html_.in("th", {{"scope", "col"}}, first);
          html_.in("th", {{"scope", "col"}, {"class", "bar-column"}},
                   [&] { score_axis(html_, words_, view_.bands, is_of_hundred()); });
          html_.in("th", {{"scope", "col"}, {"class", "figure"}}, words_(Word::score));
          html_.in("th", {{"scope", "col"}, {"class", "range"}}, words_(Word::interval));
          html_.in("th", {{"scope", "col"}, {"class", "last"}}, words_(Word::verdict));
        });
      });
      html_.in("tbody", {}, rows);
    });
  }

  void write_numbers(const PanelScoreView& score, std::size_t height) {
    html_.in("td", {{"class", "bar-column"}},
             [&] { score_bar(html_, words_, score.overall, view_.bands, height); });
    std::string look = "figure ";
    look += tone_class(score.overall.standing);
    html_.in("td", {{"class", look}}, std::string_view(score.overall.measure.score_text));
    html_.in("td", {{"class", "range"}}, [&] {
      html_.in("bdi", {{"dir", "ltr"}},
               std::string_view(score.overall.measure.low_text + "–" + score.overall.measure.high_text));
    });
    std::string tag = "tag ";
    tag += tone_class(score.standing);
    html_.in("td", {{"class", "last"}}, [&] { html_.in("span", {{"class", tag}}, score.verdict); });
  }

  void write_overview() {
    write_scores(labels_.scores, labels_.program, [&] {
      for (std::size_t i = 0; i < view_.programs.size(); ++i) {
        const PanelProgramView& program = view_.programs[i];
        html_.in("tr", {}, [&] {
          html_.in("th", {{"scope", "row"}}, [&] {
            html_.in("a", {{"href", "#" + anchor(i)}}, [&] { html_.foreign(program.title); });
          });
          write_numbers(program.together, 22);
        });
      }
    });
    bar_key(html_, words_);
  }

  void write_program(const PanelProgramView& program, std::size_t number) {
    html_.in("section", {{"class", "part"}, {"aria-labelledby", anchor(number)}}, [&] {
      html_.in("h2", {{"class", "heading"}, {"id", anchor(number)}}, program.title);
      if (program.id != program.title)
        html_.in("p", {{"class", "legend"}}, [&] { html_.foreign(program.id); });
      if (program.readings.empty()) {
        html_.in("p", {{"class", "soft"}}, labels_.no_reading);
      } else {
        write_scores(program.title, labels_.assessor, [&] {
          write_row(program.together, 26);
          for (const PanelScoreView& reading : program.readings) write_row(reading, 18);
        });
      }
      write_facts(program);
      if (program.readings.size() > 1) write_talk(program);
      if (!program.readings.empty() && view_.programs.size() <= kMostMaps) write_map(program);
    });
  }

  void write_row(const PanelScoreView& score, std::size_t height) {
    html_.in("tr", {}, [&] {
      html_.in("th", {{"scope", "row"}, {"class", "name"}}, score.name);
      write_numbers(score, height);
    });
  }

  void write_facts(const PanelProgramView& program) {
    if (program.spread.empty() && program.missing.empty()) return;
    html_.in("dl", {{"class", "facts"}}, [&] {
      const auto fact = [&](std::string_view label, const std::string& text) {
        if (text.empty()) return;
        html_.in("div", {}, [&] {
          html_.in("dt", {}, label);
          html_.in("dd", {}, text);
        });
      };
      fact(labels_.spread, program.spread);
      fact(labels_.deviation, program.deviation);
      fact(labels_.missing, program.missing);
    });
  }

  void write_talk(const PanelProgramView& program) {
    heading(labels_.talk);
    if (program.talk.empty() && program.talk_left_out == 0)
      return html_.in("p", {{"class", "soft"}}, labels_.nothing_to_talk);
    html_.in("p", {{"class", "soft"}}, labels_.talk_legend);
    html_.in("ul", {{"class", "entries"}}, [&] {
      for (const TalkView& item : program.talk)
        html_.in("li", {{"class", "accent"}}, [&] {
          html_.in("p", {{"class", "amount"}}, std::string_view(item.width));
          html_.in("div", {}, [&] {
            html_.in("p", {{"class", "title"}}, item.question);
            for (const SaidView& said : item.said) write_said(said.answer, said.who);
            write_said(item.together, std::string(labels_.together), item.tie);
          });
        });
    });
    if (program.talk_left_out > 0)
      html_.in("p", {{"class", "soft"}}, [&] {
        html_.text(labels_.further_items);
        html_.text(": " + std::to_string(program.talk_left_out));
      });
  }

  void write_said(const std::string& answer, const std::string& who, bool is_tie = false) {
    html_.in("p", {}, [&] {
      html_.foreign(who);
      html_.text(": ");
      html_.foreign(answer);
      if (!is_tie) return;
      html_.text(" · ");
      html_.text(labels_.tie);
    });
  }

  void write_map(const PanelProgramView& program) {
    heading(labels_.answers);
    html_.in("p", {{"class", "soft"}}, labels_.heat_legend);
    html_.in("div",
             {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", labels_.answers}},
             [&] {
               html_.in("table", {{"class", "portfolio"}}, [&] {
                 html_.in("caption", {{"class", "unseen"}}, labels_.answers);
                 html_.in("thead", {}, [&] {
                   html_.in("tr", {}, [&] {
                     html_.in("th", {{"scope", "col"}}, words_(Word::question));
                     html_.in("th", {{"scope", "col"}}, labels_.together);
                     for (const PanelScoreView& reading : program.readings)
                       html_.in("th", {{"scope", "col"}}, reading.name);
                   });
                 });
                 for (const PanelCriterionView& criterion : program.answers) write_criterion(criterion);
               });
             });
  }

  void write_criterion(const PanelCriterionView& criterion) {
    html_.in("tbody", {}, [&] {
      html_.in("tr", {{"class", "group"}}, [&] {
        html_.in("th",
                 {{"scope", "rowgroup"},
                  {"colspan", std::to_string(2 + criterion.questions.front().answers.size())}},
                 [&] { html_.in("strong", {}, criterion.title); });
      });
      for (const PanelQuestionView& question : criterion.questions)
        html_.in("tr", {}, [&] {
          html_.in("th", {{"scope", "row"}}, question.question);
          html_.in("td", {}, [&] { write_answer(question.together); });
          for (const PanelAnswerView& answer : question.answers)
            html_.in("td", {}, [&] { write_answer(answer); });
        });
    });
  }

  void write_answer(const PanelAnswerView& answer) {
    html_.in("svg", {{"class", "accent"}, {"role", "img"}, {"height", "22"}}, [&] {
      html_.in("title", {}, std::string_view(answer.words));
      const std::size_t shade =
          answer.share ? static_cast<std::size_t>(std::clamp(*answer.share, 0.0, 1.0) * 4 + 0.5) : 0;
      if (answer.share) html_.leaf("rect", {{"class", kShades[shade]}, {"width", "100%"}, {"height", "22"}});
      if (answer.is_apart) html_.leaf("rect", {{"class", "cell void"}, {"width", "100%"}, {"height", "22"}});
      if (!answer.sign.empty())
        html_.in("text",
                 {{"class", shade + 1 == kShades.size() ? "rank reached" : "rank"},
                  {"x", "50%"},
                  {"y", "16"},
                  {"text-anchor", "middle"}},
                 std::string_view(answer.sign));
    });
  }

  void write_cells(const PanelTableView& table) {
    html_.in("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", table.title}},
             [&] {
               html_.in("table", {{"class", "portfolio"}}, [&] {
                 html_.in("caption", {{"class", "unseen"}}, std::string_view(table.title));
                 html_.in("thead", {}, [&] {
                   html_.in("tr", {}, [&] {
                     for (std::size_t c = 0; c < table.head.size(); ++c)
                       html_.in("th", {{"scope", "col"}, {"class", c < table.texts ? "" : "number"}},
                                std::string_view(table.head[c]));
                   });
                 });
                 html_.in("tbody", {}, [&] {
                   for (const auto& row : table.rows)
                     html_.in("tr", {}, [&] {
                       html_.in("th", {{"scope", "row"}}, row.front());
                       for (std::size_t c = 1; c < row.size(); ++c)
                         html_.in("td", {{"class", c < table.texts ? "" : "number"}}, row[c]);
                     });
                 });
               });
             });
  }

  void write_table(const PanelTableView& table, std::size_t number) {
    part("table-" + std::to_string(number + 1), table.title, [&] {
      // A table without columns only says why there is none.
      if (!table.head.empty()) write_cells(table);
      for (const std::string& remark : table.remarks)
        html_.in("p", {{"class", "soft"}}, std::string_view(remark));
    });
  }

  const PanelView& view_;
  const Words& words_;
  const PanelWords& labels_;
  HtmlWriter html_;
};

}  // namespace

std::string render_panel_html(const Panel& panel, const PanelLook& look) {
  const PanelView view = panel_view(panel, look, Target::terminal);
  return html_document({view.language, std::string(view.labels->panel), {}}, PanelPage(view).body());
}

}  // namespace ibtikar
