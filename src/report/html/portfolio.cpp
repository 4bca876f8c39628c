// See portfolio.h. Here: the order of its parts, the table of all proposals.
#include "report/html/portfolio.h"

#include <fmt/format.h>

#include "base/safe_text.h"
#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/portfolio_page.h"
#include "report/html/portfolio_script.h"

namespace ibtikar {
namespace {

/// The key that the script sorts by: a number, or a mark that there is none.
std::string sort_value(const Score& score) { return score ? score_text(score) : "none"; }

std::string verdict_value(const std::optional<std::size_t>& band) {
  return band ? std::to_string(*band + 1) : "0";
}

void write_number(HtmlWriter& html, const PortfolioPage& page, const Measure& measure,
                  const Dimension& dimension) {
  const std::string look = toned("number", page.standing_of(measure.score, dimension.better));
  html.in("td", {{"class", look}, {"data-value", sort_value(measure.score)}},
          std::string_view(shown_texts(measure, dimension.scale).score));
}

void write_name(HtmlWriter& html, const RankedRow& row) {
  html.in("th", {{"scope", "row"}}, [&] {
    const std::string name = PortfolioPage::name_of(row);
    if (row.report.empty())
      html.foreign(name);
    else
      html.in("a", {{"href", row.report}}, name);
    if (const std::string id = plain(row.id); !id.empty() && id != name)
      html.in("span", {{"class", "id"}}, id);
  });
}

void write_row(HtmlWriter& html, const PortfolioPage& page, const RankedRow& row, std::size_t place) {
  html.in("tr", {}, [&] {
    const std::string number = std::to_string(place);
    html.in("td", {{"class", "place"}, {"data-value", number}}, std::string_view(number));
    write_name(html, row);
    html.in("td", {{"data-value", verdict_value(row.band)}}, [&] {
      html.in("span", {{"class", toned("tag", page.standing(row.band))}}, page.verdict(row.band));
    });
    const RubricDraft& parts = page.rubric().parts();
    const ShownTexts overall = shown_texts(row.overall, parts.overall_scale);
    const std::string look = toned("number total", page.standing_of(row.overall.score, parts.overall_better));
    html.in("td", {{"class", look}, {"data-value", sort_value(row.overall.score)}}, [&] {
      html.text(overall.score);
      if (row.overall.score)
        small_bar(html, page.words(), *row.overall.score,
                  page.standing_of(row.overall.score, parts.overall_better));
    });
    html.in("td", {{"class", "soft number"}, {"data-value", score_text(row.overall.low)}}, [&] {
      html.in("bdi", {{"dir", "ltr"}}, std::string_view(overall.low + "–" + overall.high));
    });
    for (std::size_t d = 0; d < row.dimensions.size(); ++d)
      write_number(html, page, row.dimensions[d], parts.dimensions[d]);
    html.in("td", {{"class", "soft number"}, {"data-value", score_text(row.overall.completeness)}},
            std::string_view(percent_text(row.overall.completeness)));
  });
}

void write_head_row(HtmlWriter& html, const PortfolioPage& page) {
  const Words& words = page.words();
  const auto column = [&](std::string_view look, std::string_view sort, const auto& title) {
    html.in("th", {{"scope", "col"}, {"class", look}, {"data-sort", sort}}, title);
  };
  html.in("thead", {}, [&] {
    html.in("tr", {}, [&] {
      column("place", "up", std::string_view("#"));
      column("", "up", page.phrases().program);
      column("", "down", words(Word::verdict));
      column("number", "down", words(Word::overall));
      column("number", "down", words(Word::interval));
      for (std::size_t d = 0; d < page.rubric().dimensions().size(); ++d)
        column("number", "down", page.dimension(d));
      column("number", "down", words(Word::completeness));
    });
  });
}

/// Hidden until the script, which alone can use them, shows them.
void write_controls(HtmlWriter& html, const PortfolioPage& page) {
  const PortfolioWords& phrases = page.phrases();
  html.in("div", {{"class", "controls"}, {"hidden", "hidden"}}, [&] {
    html.in("label", {}, [&] {
      html.text(phrases.filter);
      html.leaf("input", {{"type", "search"}, {"autocomplete", "off"}});
    });
    html.in("label", {}, [&] {
      html.text(page.words()(Word::verdict));
      html.open("select");
      html.in("option", {{"value", "all"}}, phrases.every_verdict);
      for (std::size_t i = page.rubric().parts().bands.size(); i > 0; --i)
        html.in("option", {{"value", verdict_value(i - 1)}}, std::string_view(page.verdict(i - 1)));
      html.in("option", {{"value", verdict_value({})}}, std::string_view(page.verdict({})));
      html.close();
    });
    html.in("p", {{"class", "soft"}}, [&] {
      html.text(phrases.shown);
      html.text(": ");
      html.in("output", {}, std::string_view("–"));
    });
  });
}

}  // namespace

void write_portfolio_table(HtmlWriter& html, const PortfolioPage& page, const std::vector<RankedRow>& rows) {
  if (rows.empty()) return;
  write_section(html, "proposals", page.phrases().proposals, [&] {
    write_controls(html, page);
    // What is wider than a screen scrolls by itself, with the keyboard too.
    html.in(
        "div",
        {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", page.phrases().proposals}},
        [&] {
          html.in("table", {{"class", "portfolio"}}, [&] {
            html.in("caption", {{"class", "unseen"}}, page.phrases().proposals);
            write_head_row(html, page);
            html.in("tbody", {}, [&] {
              for (std::size_t i = 0; i < rows.size(); ++i) write_row(html, page, rows[i], i + 1);
            });
          });
        });
  });
}

std::string portfolio_html(const Rubric& rubric, const std::vector<RankedRow>& rows, const Summary& summary,
                           std::string_view language) {
  const PortfolioPage page(rubric, summary, language);
  HtmlWriter html;
  html.in("a", {{"class", "skip"}, {"href", "#report"}}, page.words()(Word::skip_to_report));
  html.in("div", {{"class", "wrap wide"}}, [&] {
    write_portfolio_head(html, page);
    html.in("main", {{"id", "report"}}, [&] {
      write_portfolio_verdicts(html, page);
      write_portfolio_table(html, page, rows);
      write_portfolio_map(html, page, rows);
      write_portfolio_spread(html, page);
      write_portfolio_findings(html, page);
    });
  });
  const std::string title(page.phrases().portfolio);
  return html_document({page.language(), title, portfolio_script()}, std::move(html).take());
}

}  // namespace ibtikar
