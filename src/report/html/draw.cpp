// render_draw_html(): who is funded, the lots, and step by step how anyone can draw again by hand.
#include "report/view/draw.h"

#include "ibtikar/ranking_report.h"
#include "report/html/page.h"
#include "report/html/writer.h"

namespace ibtikar {
namespace {

class DrawPage {
 public:
  DrawPage(const DrawRecord& record, const DrawView& view) : record_(record), view_(view) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      html_.in("header", {{"class", "head"}}, [&] {
        html_.in("h1", {{"class", "title"}}, std::string_view(view_.title));
        html_.in("p", {{"class", "by"}}, [&] { html_.foreign(record_.rubric); });
      });
      html_.in("main", {{"id", "report"}}, [&] {
        part("outcome", view_.outcome_heading, [&] {
          for (const std::string& sentence : view_.about)
            html_.in("p", {}, [&] { html_.say(Sentence{sentence}); });
          write_outcomes();
        });
        if (view_.drawn.empty()) return;
        part("lots", view_.lots_heading, [&] { write_lots(); });
        part("again", view_.replay_heading, [&] { write_steps(); });
      });
    });
    return std::move(html_).take();
  }

 private:
  template <class Body>
  void part(std::string_view id, const std::string& title, const Body& body) {
    html_.in("section", {{"class", "part"}, {"aria-labelledby", id}}, [&] {
      html_.in("h2", {{"class", "heading"}, {"id", id}}, std::string_view(title));
      body();
    });
  }

  void columns(std::initializer_list<std::pair<const std::string*, std::string_view>> headings) {
    html_.in("thead", {}, [&] {
      html_.in("tr", {}, [&] {
        for (const auto& [heading, look] : headings)
          html_.in("th", {{"scope", "col"}, {"class", look}}, std::string_view(*heading));
      });
    });
  }
  void numbers(const std::string& text) {
    html_.in("td", {{"class", "range"}}, [&] { html_.in("bdi", {{"dir", "ltr"}}, std::string_view(text)); });
  }

  void write_outcomes() {
    html_.in("div", {{"class", "scroll"}}, [&] {
      html_.in("table", {{"class", "scores ranks"}}, [&] {
        html_.in("caption", {{"class", "unseen"}}, std::string_view(view_.outcome_heading));
        columns({{&view_.program_heading, ""},
                 {&view_.ground_heading, "range"},
                 {&view_.group_heading, ""},
                 {&view_.chance_heading, "range"},
                 {&view_.outcome_heading, "last"}});
        html_.in("tbody", {}, [&] {
          for (const DrawRowView& row : view_.rows) write_outcome(row);
        });
      });
    });
  }

  void write_outcome(const DrawRowView& row) {
    html_.in("tr", {}, [&] {
      html_.in("th", {{"scope", "row"}}, [&] {
        html_.in("span", {{"class", "name"}}, row.name);
        if (row.id != row.name) html_.in("small", {{"class", "capped"}}, row.id);
      });
      numbers(row.ground);
      html_.in("td", {}, std::string_view(row.group));
      numbers(row.chance);
      html_.in("td", {{"class", "last"}}, [&] {
        html_.in("span", {{"class", row.wins ? "tag high" : "tag none"}}, std::string_view(row.outcome));
      });
    });
  }

  void write_lots() {
    html_.in("div", {{"class", "scroll"}}, [&] {
      html_.in("table", {{"class", "scores"}}, [&] {
        html_.in("caption", {{"class", "unseen"}}, std::string_view(view_.lots_heading));
        if (view_.is_linear)
          columns({{&view_.place_heading, "figure"},
                   {&view_.id_heading, ""},
                   {&view_.ticket_heading, ""},
                   {&view_.stretch_heading, "range"},
                   {&view_.mark_heading, "range"}});
        else
          columns({{&view_.place_heading, "figure"}, {&view_.id_heading, ""}, {&view_.ticket_heading, ""}});
        html_.in("tbody", {}, [&] {
          for (const DrawRowView& row : view_.drawn) write_lot(row);
        });
      });
    });
  }

  void write_lot(const DrawRowView& row) {
    html_.in("tr", {}, [&] {
      html_.in("td", {{"class", "figure"}}, std::string_view(row.place));
      html_.in("th", {{"scope", "row"}}, [&] {
        html_.in("span", {{"class", "name"}}, row.id);
        if (!row.wins) return;
        html_.text(" ");
        html_.in("span", {{"class", "tag high"}}, std::string_view(row.outcome));
      });
      html_.in("td", {}, [&] { html_.in("code", {}, std::string_view(row.ticket)); });
      if (!view_.is_linear) return;
      numbers(row.stretch);
      numbers(row.mark);
    });
  }

  void write_steps() {
    html_.in("ol", {{"class", "steps"}}, [&] {
      for (const DrawStepView& step : view_.steps)
        html_.in("li", {}, [&] {
          html_.in("p", {}, [&] { html_.say(Sentence{step.text}); });
          if (!step.command.empty())
            html_.in("p", {}, [&] { html_.in("code", {}, std::string_view(step.command)); });
        });
    });
  }

  const DrawRecord& record_;
  const DrawView& view_;
  HtmlWriter html_;
};

}  // namespace

std::string render_draw_html(const DrawRecord& record, const RankingOutput& options) {
  const DrawView view = draw_view(record, options.language, Target::terminal);
  return html_document({view.language, view.title, {}}, DrawPage(record, view).body());
}

}  // namespace ibtikar
