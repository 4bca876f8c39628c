// See html_parts.h. Here: tables of scores with their bars.
#include <algorithm>

#include "report/html/charts.h"
#include "report/html/parts.h"

namespace ibtikar {
namespace {

void write_figure(HtmlWriter& html, const Words& words, const ScoreView& score) {
  html.in("td", {{"class", toned("figure", score.standing)}}, [&] {
    html.text(score.measure.score_text);
    if (!score.uncapped.empty())
      html.in("span", {{"class", "capped"}}, words.say(Word::score_before_caps, {score.uncapped}));
  });
}

void write_bar_cell(HtmlWriter& html, const HtmlReport& report, const ScoreView& score, std::size_t height) {
  html.in("td", {{"class", "bar-column"}},
          [&] { score_bar(html, report.words, score, report.view.verdict.bands, height); });
}

void write_column(HtmlWriter& html, std::string_view look, std::string_view title) {
  html.in("th", {{"scope", "col"}, {"class", look}}, title);
}

bool is_of_hundred(const ReportView& view) {
  const auto has_scale = [](const ScoreView& score) { return !score.measure.whole_text.empty(); };
  return !has_scale(view.overall) && std::ranges::none_of(view.dimensions, has_scale) &&
         std::ranges::all_of(view.sections, [&](const SectionView& section) {
           return std::ranges::none_of(section.criteria, has_scale);
         });
}

void write_columns(HtmlWriter& html, const HtmlReport& report, Word first, Word last) {
  const Words& words = report.words;
  html.in("thead", {}, [&] {
    html.in("tr", {}, [&] {
      write_column(html, {}, words(first));
      html.in("th", {{"scope", "col"}, {"class", "bar-column"}},
              [&] { score_axis(html, words, report.view.verdict.bands, is_of_hundred(report.view)); });
      write_column(html, "figure", words(Word::score));
      write_column(html, "range", words(Word::interval));
      write_column(html, "last", words(last));
    });
  });
}

void write_inapplicable(HtmlWriter& html, const Words& words) {
  html.in("td", {{"colspan", "4"}, {"class", "soft"}}, words(Word::does_not_apply));
}

void write_dimension(HtmlWriter& html, const HtmlReport& report, const ScoreView& score,
                     const std::string& asks) {
  html.in("tr", {}, [&] {
    html.in("th", {{"scope", "row"}}, [&] {
      html.in("span", {{"class", "name"}}, score.title);
      if (!asks.empty()) html.in("span", {{"class", "asks"}}, asks);
    });
    if (!score.applicable) return write_inapplicable(html, report.words);
    write_bar_cell(html, report, score, 26);
    write_figure(html, report.words, score);
    write_range(html, score.measure, "range");
    html.in("td", {{"class", "band last"}}, [&] {
      const std::string look = toned("tag", score.standing);
      if (score.band.empty() && !score.measure.score)
        html.in("span", {{"class", look}}, report.words(Word::no_score));
      else if (!score.band.empty())
        html.in("span", {{"class", look}}, score.band);
    });
  });
}

void write_criterion(HtmlWriter& html, const HtmlReport& report, const ScoreView& score) {
  html.in("tr", {}, [&] {
    html.in("th", {{"scope", "row"}}, score.title);
    if (!score.applicable) return write_inapplicable(html, report.words);
    write_bar_cell(html, report, score, 18);
    write_figure(html, report.words, score);
    write_range(html, score.measure, "range");
    html.in("td", {{"class", "range last"}}, std::string_view(score.measure.completeness_text));
  });
}

void write_mean(HtmlWriter& html, const HtmlReport& report, Word title, const std::string& number,
                Combine how) {
  const bool counts = report.details.means.counts == how;
  html.in("div", {{"class", counts ? "counts" : ""}}, [&] {
    html.in("dt", {}, [&] {
      html.text(report.words(title));
      if (counts) html.in("small", {}, report.words(Word::mean_counts));
    });
    html.in("dd", {}, std::string_view(number));
  });
}

}  // namespace

void write_html_dimensions(HtmlWriter& html, const HtmlReport& report) {
  html.in("table", {{"class", "scores large"}}, [&] {
    html.in("caption", {{"class", "unseen"}}, report.words(Word::dimensions));
    write_columns(html, report, Word::dimension, Word::band);
    html.in("tbody", {}, [&] {
      for (const ScoreView& score : report.view.dimensions) write_dimension(html, report, score, score.asks);
    });
  });
  bar_key(html, report.words);
}

void write_html_criteria(HtmlWriter& html, const HtmlReport& report) {
  html.in("table", {{"class", "scores"}}, [&] {
    html.in("caption", {{"class", "unseen"}}, report.words(Word::criteria));
    write_columns(html, report, Word::criterion, Word::completeness);
    for (const SectionView& section : report.view.sections)
      html.in("tbody", {}, [&] {
        html.in("tr", {{"class", "group"}}, [&] {
          html.in("th", {{"colspan", "5"}, {"scope", "rowgroup"}}, section.title);
        });
        for (const ScoreView& score : section.criteria) write_criterion(html, report, score);
      });
  });
  bar_key(html, report.words);
}

void write_html_means(HtmlWriter& html, const HtmlReport& report) {
  const MeansView& means = report.details.means;
  html.in("p", {{"class", "legend"}}, report.words(means.known ? Word::means_legend : Word::means_unknown));
  if (!means.known) return;
  html.in("dl", {{"class", "cards"}}, [&] {
    write_mean(html, report, Word::mean_arithmetic, means.arithmetic, Combine::arithmetic_mean);
    write_mean(html, report, Word::mean_geometric, means.geometric, Combine::geometric_mean);
    write_mean(html, report, Word::mean_lowest, means.minimum, Combine::minimum);
  });
}

}  // namespace ibtikar
