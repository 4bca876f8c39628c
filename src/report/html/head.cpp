// See html_parts.h. Here: what a reader sees first.
#include <array>

#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/parts.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

void write_paragraph(HtmlWriter& html, std::string_view look, const std::string& foreign,
                     std::string_view language = {}) {
  if (!foreign.empty()) html.in("p", {{"class", look}, {"lang", language}}, foreign);
}

void write_bands(HtmlWriter& html, const HtmlReport& report) {
  const std::vector<BandView>& bands = report.view.verdict.bands;
  if (bands.empty()) return;
  html.in("ul", {{"class", "bands"}, {"aria-label", report.words(Word::bands)}}, [&] {
    for (std::size_t i = 0; i < bands.size(); ++i) {
      std::string look(tone_class(bands[i].standing));
      if (bands[i].reached && report.view.verdict.sufficient) look += " reached";
      html.in("li", {{"class", look}},
              report.words.say(Word::band_from, {bands[i].title, bands[i].from_text}));
    }
  });
}

}  // namespace

std::string_view heading_element(std::size_t level) {
  constexpr std::array<std::string_view, 6> kElements = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return kElements[std::min<std::size_t>(level, kElements.size()) - 1];
}

void write_html_facts(HtmlWriter& html, const std::vector<Fact>& facts) {
  if (facts.empty()) return;
  html.in("dl", {{"class", "facts"}}, [&] {
    for (std::size_t i = 0; i < facts.size();) {
      html.open("div");
      html.in("dt", {}, std::string_view(facts[i].label));
      do {
        html.in("dd", {}, facts[i].text);
        ++i;
      } while (i < facts.size() && facts[i].label.empty());
      html.close();
    }
  });
}

void write_html_head(HtmlWriter& html, const HtmlReport& report) {
  const HeadView& head = report.view.head;
  const std::string language = language_tag(report.details.language);
  html.in("header", {{"class", "head"}}, [&] {
    write_paragraph(html, "organization", head.organization, language);
    html.in(heading_element(report.level),
            {{"class", "title"}, {"id", report.id("title")}, {"lang", language}}, head.title);
    if (const Sentence by = by_line(report.words, head); !by.text.empty())
      html.in("p", {{"class", "by"}}, by);
    html.in("p", {{"class", "by"}}, [&] {
      html.foreign(head.rubric);
      html.text(" · ");
      html.text(head.note);
    });
  });
}

void write_html_verdict(HtmlWriter& html, const HtmlReport& report) {
  const ReportView& view = report.view;
  html.in("div", {{"class", "result"}}, [&] {
    html.in("p", {{"class", "name"}}, view.verdict.title);
    // Without a verdict the score so far is a fact among others, not a result.
    if (view.verdict.sufficient)
      html.in("p", {{"class", "number"}}, of_whole(report.words, view.overall.measure));
  });
  write_paragraph(html, "meaning", view.verdict.meaning);
  if (view.overall.applicable) {
    band_scale(html, report.words, view.overall.measure, view.verdict);
    write_bands(html, report);
  }
  write_html_facts(html, verdict_facts(view));
}

}  // namespace ibtikar
