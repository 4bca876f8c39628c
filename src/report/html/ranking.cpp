// render_ranking_html(): the order as a chart, the expected ranks, the simulation.
#include "report/view/ranking.h"

#include <fmt/format.h>

#include "ibtikar/ranking_report.h"
#include "report/html/page.h"
#include "report/html/rank_charts.h"

namespace ibtikar {
namespace {

class RankingPage {
 public:
  RankingPage(const PanelRanking& ranking, const RankingView& view)
      : ranking_(ranking), view_(view), words_(html_words(view.language)) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      html_.in("header", {{"class", "head"}}, [&] {
        html_.in("h1", {{"class", "title"}}, std::string_view(view_.words.title));
        html_.in("p", {{"class", "by"}}, [&] { sentence(rubric_name()); });
      });
      html_.in("main", {{"id", "report"}}, [&] {
        part("order", view_.words.title, view_.about, [&] { write_order(); });
        if (!view_.expected_heading.empty())
          part("expected", view_.expected_heading, {view_.expected_legend}, [&] { write_expected(); });
        else if (!view_.expected_legend.empty())
          html_.in("p", {{"class", "soft"}}, [&] { sentence(view_.expected_legend); });
        if (!view_.robust_heading.empty())
          part("robust", view_.robust_heading, view_.robust_legend, [&] { write_simulation(); });
      });
    });
    return std::move(html_).take();
  }

 private:
  [[nodiscard]] std::string rubric_name() const {
    return message("Rubric: {0}", ranking_.rubric.id() + " " + ranking_.rubric.version()).in(view_.language);
  }
  /// A message; its isolates become elements.
  void sentence(const std::string& text) { html_.say(Sentence{text}); }

  template <class Body>
  void part(std::string_view id, const std::string& title, const std::vector<std::string>& legend,
            const Body& body) {
    html_.in("section", {{"class", "part"}, {"aria-labelledby", id}}, [&] {
      html_.in("h2", {{"class", "heading"}, {"id", id}}, std::string_view(title));
      html_.in("p", {{"class", "legend"}}, [&] {
        for (const std::string& text : legend) sentence(&text == &legend.front() ? text : " " + text);
      });
      body();
    });
  }

  void column(const std::string& title, std::string_view look) {
    html_.in("th", {{"scope", "col"}, {"class", look}}, std::string_view(title));
  }

  /// A table with a bar in each row. `head` writes the columns, `row` the cells after the name.
  template <class Head, class Row>
  void table(const std::string& caption, const Head& head, const Row& row) {
    html_.in("div", {{"class", "scroll"}}, [&] {
      html_.in("table", {{"class", "scores ranks"}}, [&] {
        html_.in("caption", {{"class", "unseen"}}, std::string_view(caption));
        html_.in("thead", {}, [&] { html_.in("tr", {}, head); });
        html_.in("tbody", {}, [&] {
          for (const RankingRowView& one : view_.rows) row(one);
        });
      });
    });
  }

  void name(const RankingRowView& row) {
    html_.in("th", {{"scope", "row"}}, [&] {
      html_.in("span", {{"class", "name"}}, row.name);
      if (row.on_front) {
        html_.text(" ");
        html_.in("span", {{"class", "tag none"}}, std::string_view("◆"));
      }
      if (!row.id.empty()) html_.in("small", {{"class", "capped"}}, row.id);
    });
  }
  void number(const std::string& text, std::string_view look = "figure") {
    html_.in("td", {{"class", look}}, [&] { html_.in("bdi", {{"dir", "ltr"}}, std::string_view(text)); });
  }

  void write_order() {
    const RankingWords& words = view_.words;
    table(
        words.title,
        [&] {
          column(words.rank, "figure");
          column(words.program, "");
          html_.in("th", {{"scope", "col"}, {"class", "bar-column"}}, [&] {
            html_.in("span", {{"class", "ends"}}, [&] { ends("0", "100"); });
          });
          column(words.score, "figure");
          column(words.interval, "range last");
        },
        [&](const RankingRowView& row) {
          html_.in("tr", {}, [&] {
            number(row.rank);
            name(row);
            html_.in("td", {{"class", "bar-column"}}, [&] {
              score_span(html_, words_, row.program->ranked,
                         fmt::format("{} ({}–{})", row.score, row.low, row.high));
            });
            number(row.score);
            number(row.low + "–" + row.high, "range last");
          });
        });
  }

  void ends(const std::string& first, const std::string& last) {
    html_.in("span", {}, std::string_view(first));
    html_.in("span", {}, std::string_view(last));
  }

  void write_expected() {
    const RankingWords& words = view_.words;
    table(
        view_.expected_heading,
        [&] {
          column(words.program, "");
          html_.in("th", {{"scope", "col"}, {"class", "bar-column"}}, [&] {
            html_.in("span", {{"class", "ends"}},
                     [&] { ends("1", std::to_string(ranking_.programs.size())); });
          });
          column(words.expected, "figure");
          column(words.half, "range");
          column(words.ninety, "range");
          column(words.sucra, "range last");
        },
        [&](const RankingRowView& row) {
          if (row.expected.empty()) return;
          html_.in("tr", {}, [&] {
            name(row);
            html_.in("td", {{"class", "bar-column"}}, [&] {
              rank_span(html_, words_, *row.program->expected, ranking_.programs.size(),
                        fmt::format("{} ({}; {})", row.expected, row.half, row.ninety));
            });
            number(row.expected);
            number(row.half, "range");
            number(row.ninety, "range");
            number(row.sucra, "range last");
          });
        });
  }

  void write_simulation() {
    const RankingWords& words = view_.words;
    std::size_t place = 0;
    table(
        view_.robust_heading,
        [&] {
          column(words.program, "");
          html_.in("th", {{"scope", "col"}, {"class", "bar-column"}}, [&] {
            html_.in("span", {{"class", "ends"}},
                     [&] { ends("1", std::to_string(ranking_.programs.size())); });
            rank_shades(html_, words_, ranking_.programs.size(), words.rank);
          });
          column(words.first, "figure");
          column(words.usual, "range");
          column(words.confidence, "range last");
        },
        [&](const RankingRowView& row) {
          const std::vector<double>& shares = ranking_.smaa.acceptability[place++];
          html_.in("tr", {}, [&] {
            name(row);
            html_.in("td", {{"class", "bar-column"}}, [&] {
              rank_shares(html_, words_, shares, fmt::format("{} ({})", row.first, row.usual));
            });
            number(row.first);
            number(row.usual, "range");
            number(row.confidence, "range last");
          });
        });
    write_weights();
  }

  void write_weights() {
    html_.in("h3", {}, std::string_view(view_.words.weights));
    table(
        view_.words.weights,
        [&] {
          column(view_.words.program, "");
          for (const std::string& dimension : view_.dimensions)
            html_.in("th", {{"scope", "col"}, {"class", "range"}}, dimension);
        },
        [&](const RankingRowView& row) {
          if (row.central.empty()) return;
          html_.in("tr", {}, [&] {
            name(row);
            for (const std::string& weight : row.central) number(weight, "range");
          });
        });
  }

  const PanelRanking& ranking_;
  const RankingView& view_;
  Words words_;
  HtmlWriter html_;
};

}  // namespace

std::string render_ranking_html(const PanelRanking& ranking, const RankingOutput& options) {
  const RankingView view = ranking_view(ranking, options.language, Target::terminal);
  return html_document({view.language, view.words.title, {}}, RankingPage(ranking, view).body());
}

}  // namespace ibtikar
