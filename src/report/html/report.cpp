// HTML reports: which parts a page has, in which order. See report.h, html_parts.h.
#include <functional>

#include "ibtikar/report.h"
#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/parts.h"
#include "report/view/sentences.h"

namespace ibtikar {
namespace {

struct Part {
  std::string_view id;
  bool (*is_there)(const HtmlReport&);
  Sentence (*title)(const HtmlReport&);
  void (*write)(HtmlWriter&, const HtmlReport&);
};

template <Word word>
Sentence titled(const HtmlReport& report) {
  return report.words.say(word);
}

Sentence titled_caps(const HtmlReport& report) { return report.words.say(caps_heading(report.view, true)); }
Sentence titled_possible_caps(const HtmlReport& report) {
  return report.words.say(caps_heading(report.view, false));
}
Sentence titled_losses(const HtmlReport& report) { return report.words.say(losses_heading(report.view)); }

bool always(const HtmlReport&) { return true; }
bool has_answers(const HtmlReport& report) { return report.view.has_answers; }

// What matters most comes first.
constexpr Part kParts[] = {
    {"verdict", always, titled<Word::verdict>, write_html_verdict},
    {"dimensions", [](const HtmlReport& r) { return !r.view.dimensions.empty(); }, titled<Word::dimensions>,
     write_html_dimensions},
    {"criteria", [](const HtmlReport& r) { return !r.view.sections.empty(); }, titled<Word::criteria>,
     write_html_criteria},
    {"grid", [](const HtmlReport& r) { return !r.view.is_short && r.details.grid.has_value(); },
     [](const HtmlReport& r) { return r.words.joined({r.details.grid->title}, ""); }, write_html_grid},
    {"means", [](const HtmlReport& r) { return !r.view.is_short && r.view.dimensions.size() > 1; },
     titled<Word::means>, write_html_means},
    {"caps", [](const HtmlReport& r) { return !r.view.caps_applied.empty(); }, titled_caps,
     write_html_caps_applied},
    {"possible-caps", [](const HtmlReport& r) { return !r.view.caps_pending.empty(); }, titled_possible_caps,
     write_html_caps_pending},
    {"losses", has_answers, titled_losses, write_html_losses},
    {"steps", has_answers, titled<Word::steps>, write_html_steps},
    {"answers", [](const HtmlReport& r) { return !r.view.answers.empty(); }, titled<Word::answers>,
     write_html_answers},
    {"open", always,
     [](const HtmlReport& r) { return r.words.say(Word::still_open, {std::to_string(r.view.open.count)}); },
     write_html_open},
    {"warnings", [](const HtmlReport& r) { return !r.view.warnings.empty(); }, titled<Word::warnings>,
     write_html_warnings},
    {"origin", [](const HtmlReport& r) { return !r.view.is_short; }, titled<Word::origin>, write_html_origin},
};

void write_contents(HtmlWriter& html, const HtmlReport& report) {
  html.in("nav", {{"class", "contents"}, {"aria-label", report.words(Word::contents)}}, [&] {
    html.in("ul", {}, [&] {
      for (const Part& part : kParts)
        if (part.is_there(report))
          html.in("li", {}, [&] { html.in("a", {{"href", "#" + report.id(part.id)}}, part.title(report)); });
    });
  });
}

void write_part(HtmlWriter& html, const HtmlReport& report, const Part& part) {
  std::string look = "part " + std::string(part.id);
  if (part.id == "verdict") look = toned(look, report.view.verdict.standing);
  const std::string id = report.id(part.id);
  // Landmarks have names of their own: where several reports share a page, each is one, and not its
  // parts.
  const bool alone = report.prefix.empty();
  html.in(alone ? "section" : "div", {{"class", look}, {"aria-labelledby", alone ? id : ""}}, [&] {
    html.in(heading_element(report.level + 1), {{"class", "heading"}, {"id", id}}, part.title(report));
    part.write(html, report);
  });
}

void write_parts(HtmlWriter& html, const HtmlReport& report) {
  for (const Part& part : kParts)
    if (part.is_there(report)) write_part(html, report, part);
  if (!report.view.is_short) return;
  html.in("footer", {{"class", "report-footer"}}, [&] {
    for (const Sentence& line : short_form_ending(report.view)) html.in("p", {}, line);
  });
}

void write_skip_link(HtmlWriter& html, const Words& words) {
  html.in("a", {{"class", "skip"}, {"href", "#report"}}, words(Word::skip_to_report));
}

ViewOptions view_options(const HtmlOptions& options) {
  return {.language = options.language,
          .losses = options.losses,
          .steps = options.steps,
          .open = options.open,
          .is_short = options.is_short};
}

/// One line of the list of reports: whose it is, and what came of it.
void write_contents_entry(HtmlWriter& html, const HtmlReport& report) {
  html.in("li", {}, [&] {
    html.in("a", {{"href", "#" + report.id("title")}}, report.view.head.title);
    html.in("span", {{"class", toned("tag", report.view.verdict.standing)}}, report.view.verdict.title);
    if (report.view.verdict.sufficient)
      html.in("span", {{"class", "soft"}}, std::string_view(report.view.overall.measure.score_text));
  });
}

/// One page has one language: the asked-for one, else that of the first rubric.
std::string language_of_all(const std::vector<Assessment>& assessments, const HtmlOptions& options) {
  if (!options.language.empty() || assessments.empty()) return options.language;
  return Formatter(assessments.front(), {}).language();
}

/// The report as everything here needs it; calls `use` with it.
template <class Use>
void with_report(const Assessment& assessment, const HtmlOptions& options, std::string prefix,
                 std::size_t level, const Use& use) {
  ReportView view = view_of(assessment, view_options(options));
  view.words = html_words(view.language);
  const DetailsView details = details_of(assessment, view_options(options));
  use(HtmlReport{view, details, view.words, std::move(prefix), level});
}

}  // namespace

std::string render_html(const Assessment& assessment, const HtmlOptions& options) {
  HtmlWriter html;
  HtmlPage page;
  with_report(assessment, options, "", 1, [&](const HtmlReport& report) {
    page = {report.view.language, report.view.head.title, {}};
    write_skip_link(html, report.words);
    html.in("div", {{"class", report.view.is_short ? "wrap short" : "wrap"}}, [&] {
      write_html_head(html, report);
      if (!report.view.is_short) write_contents(html, report);
      html.in("main", {{"id", "report"}}, [&] { write_parts(html, report); });
    });
  });
  return html_document(page, std::move(html).take());
}

std::string render_html(const std::vector<Assessment>& assessments, const HtmlOptions& options) {
  if (assessments.size() == 1) return render_html(assessments.front(), options);
  const std::string language = language_of_all(assessments, options);
  const Words words = html_words(language);
  const Sentence title = words.say(Word::reports_of, {std::to_string(assessments.size())});
  HtmlWriter html;
  write_skip_link(html, words);
  const auto each = [&](const auto& use) {
    for (std::size_t i = 0; i < assessments.size(); ++i)
      with_report(assessments[i], {language, options.losses, options.steps, options.open, options.is_short},
                  "r" + std::to_string(i + 1) + "-", 2, use);
  };
  html.in("div", {{"class", options.is_short ? "wrap short" : "wrap"}}, [&] {
    html.in("header", {{"class", "head"}}, [&] { html.in("h1", {{"class", "title"}}, title); });
    html.in("nav", {{"class", "part"}, {"aria-label", words(Word::contents)}}, [&] {
      html.in("ol", {{"class", "reports"}},
              [&] { each([&](const HtmlReport& r) { write_contents_entry(html, r); }); });
    });
    html.in("main", {{"id", "report"}}, [&] {
      each([&](const HtmlReport& report) {
        html.in("article", {{"aria-labelledby", report.id("title")}}, [&] {
          write_html_head(html, report);
          write_parts(html, report);
        });
      });
    });
  });
  return html_document({language, title.text, {}}, std::move(html).take());
}

}  // namespace ibtikar
