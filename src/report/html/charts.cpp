// See charts.h.
#include "report/html/charts.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"

namespace ibtikar {
namespace {

std::string pixels(double number) { return shortest(rounded(number)); }

Sentence bar_words(const Words& words, const MeasureView& measure) {
  if (!measure.score) return words.say(Word::bar_says_unknown, {measure.low_text, measure.high_text});
  if (!measure.whole_text.empty())
    return words.say(Word::bar_says_of,
                     {measure.score_text, measure.low_text, measure.high_text, measure.whole_text});
  return words.say(Word::bar_says, {measure.score_text, measure.low_text, measure.high_text});
}

/// The name of a chart, for those who do not see it and for those who point at it.
void chart_title(HtmlWriter& html, const Sentence& title) {
  html.open("title");
  html.say_bare(title);
  html.close();
}

void stretch(HtmlWriter& html, const HtmlScale& scale, std::string_view look, double from, double to,
             std::string_view y, std::string_view height) {
  if (to <= from) return;
  html.leaf("rect", {{"class", look},
                     {"x", scale.left(from, to)},
                     {"y", y},
                     {"width", HtmlScale::width(from, to)},
                     {"height", height}});
}

void upright(HtmlWriter& html, const HtmlScale& scale, std::string_view look, double place,
             std::string_view from, std::string_view to) {
  const std::string x = scale.at(place);
  html.leaf("line", {{"class", look}, {"x1", x}, {"x2", x}, {"y1", from}, {"y2", to}});
}

/// A number under or over a place; at both ends it stays inside the line.
void place_number(HtmlWriter& html, const HtmlScale& scale, double place, const std::string& number,
                  std::string_view y) {
  const std::string_view anchor = place <= 0 ? "start" : place >= 100 ? "end" : "middle";
  html.in("text", {{"x", scale.at(place)}, {"y", y}, {"text-anchor", anchor}}, std::string_view(number));
}

/// `whole` is the end of the scale; its beginning is where the first band begins.
void place_numbers(HtmlWriter& html, const HtmlScale& scale, const std::vector<BandView>& bands,
                   const std::string& whole, std::string_view y) {
  constexpr double kNearest = 6;  // closer numbers would touch
  double last = -kNearest;
  const auto place = [&](double at, const std::string& number) {
    if (at - last < kNearest) return;
    place_number(html, scale, at, number, y);
    last = at;
  };
  place(0, bands.empty() ? "0" : bands.front().from_text);
  for (const BandView& band : bands)
    if (band.from <= 100 - kNearest) place(band.from, band.from_text);
  place(100, whole);
}

/// A zone narrower than this has no room for its number.
constexpr double kWideEnough = 3;

/// The number that a band has in the list beneath: colours alone tell nothing on paper or to
/// everyone's eye.
void zone_number(HtmlWriter& html, const HtmlScale& scale, const BandView& band, double place,
                 std::size_t number, bool sufficient) {
  html.in("text",
          {{"class", band.reached && sufficient ? "rank reached" : "rank"},
           {"x", scale.at(place)},
           {"y", "34"},
           {"text-anchor", "middle"}},
          std::string_view(std::to_string(number)));
}

}  // namespace

std::string HtmlScale::at(double place) const { return pixels(mirrored_ ? 100 - place : place) + "%"; }

std::string HtmlScale::width(double from, double to) { return pixels(to - from) + "%"; }

std::string_view tone_class(Standing standing) {
  constexpr std::array<std::string_view, 9> kClasses = {"none",  "low",    "lower",    "middle", "central",
                                                        "upper", "higher", "near-top", "high"};
  return kClasses[static_cast<std::size_t>(standing)];
}

std::string toned(std::string_view look, Standing standing) {
  return std::string(look).append(" ").append(tone_class(standing));
}

void write_range(HtmlWriter& html, const MeasureView& measure, std::string_view look) {
  html.in("td", {{"class", look}}, [&] {
    html.in("bdi", {{"dir", "ltr"}}, std::string_view(measure.low_text + "–" + measure.high_text));
  });
}

void score_bar(HtmlWriter& html, const Words& words, const ScoreView& score,
               const std::vector<BandView>& bands, std::size_t height) {
  const HtmlScale scale(words);
  const MeasureView& measure = score.measure;
  const std::string y = "3";
  const std::string tall = std::to_string(height - 6);
  const std::string whole = std::to_string(height);
  const double point = std::clamp(measure.score.value_or(measure.low), measure.low, measure.high);
  html.in("svg", {{"class", tone_class(score.standing)}, {"role", "img"}, {"height", whole}}, [&] {
    chart_title(html, bar_words(words, measure));
    stretch(html, scale, "track", 0, 100, y, tall);
    stretch(html, scale, "sure", 0, measure.low, y, tall);
    stretch(html, scale, "likely", measure.low, point, y, tall);
    stretch(html, scale, "possible", point, measure.high, y, tall);
    for (const BandView& band : bands)
      if (band.from > 0 && band.from < 100)
        upright(html, scale, "border", band.from, y, std::to_string(height - 3));
    if (measure.score)
      upright(html, scale, "tick", *measure.score, "1.5", pixels(static_cast<double>(height) - 1.5));
  });
}

void small_bar(HtmlWriter& html, const Words& words, double score, Standing standing) {
  const HtmlScale scale(words);
  html.in("svg", {{"class", tone_class(standing)}, {"height", "6"}, {"aria-hidden", "true"}}, [&] {
    stretch(html, scale, "track", 0, 100, "0", "6");
    stretch(html, scale, "sure", 0, score, "0", "6");
  });
}

void swing_bar(HtmlWriter& html, const Words& words, double from, double to, double today,
               const Sentence& title, Standing standing) {
  const HtmlScale scale(words);
  constexpr double kNarrowest = 0.6;  // of a bar that is still to be seen
  html.in("svg", {{"class", tone_class(standing)}, {"role", "img"}, {"height", "22"}}, [&] {
    chart_title(html, title);
    stretch(html, scale, "track", 0, 100, "9", "4");
    stretch(html, scale, "sure", from, std::max(to, from + kNarrowest), "3", "16");
    if (today >= 0) upright(html, scale, "tick", today, "1.5", "20.5");
  });
}

void score_axis(HtmlWriter& html, const Words& words, const std::vector<BandView>& bands, bool of_hundred) {
  if (!of_hundred) return html.in("span", {{"class", "unseen"}}, words(Word::score));
  html.in("svg", {{"role", "img"}, {"height", "14"}}, [&] {
    chart_title(html, words.say(Word::scale_is));
    place_numbers(html, HtmlScale(words), bands, "100", "11");
  });
}

void band_scale(HtmlWriter& html, const Words& words, const MeasureView& measure,
                const VerdictView& verdict) {
  const HtmlScale scale(words);
  const std::vector<BandView>& bands = verdict.bands;
  html.in("svg", {{"class", "none"}, {"role", "img"}, {"height", "58"}}, [&] {
    chart_title(html, bar_words(words, measure));
    if (bands.empty()) stretch(html, scale, "track", 0, 100, "22", "16");
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const double to = i + 1 < bands.size() ? bands[i + 1].from : 100;
      std::string look = "zone ";
      look.append(bands[i].reached && verdict.sufficient ? "reached " : "")
          .append(tone_class(bands[i].standing));
      stretch(html, scale, look, bands[i].from, to, "22", "16");
      if (i > 0) upright(html, scale, "border", bands[i].from, "22", "38");
      if (to - bands[i].from >= kWideEnough)
        zone_number(html, scale, bands[i], (bands[i].from + to) / 2, i + 1, verdict.sufficient);
    }
    html.leaf("line", {{"class", "span"},
                       {"x1", scale.at(measure.low)},
                       {"x2", scale.at(measure.high)},
                       {"y1", "10"},
                       {"y2", "10"}});
    upright(html, scale, "span", measure.low, "5", "15");
    upright(html, scale, "span", measure.high, "5", "15");
    if (measure.score)
      html.leaf("circle", {{"class", "dot"}, {"cx", scale.at(*measure.score)}, {"cy", "10"}, {"r", "8"}});
    place_numbers(html, scale, bands, measure.whole_text.empty() ? "100" : measure.whole_text, "54");
  });
}

void level_cells(HtmlWriter& html, const Words& words, std::optional<std::size_t> level, std::size_t levels,
                 std::string_view state, std::size_t height) {
  const HtmlScale scale(words);
  const double step = 100 / static_cast<double>(std::max<std::size_t>(levels, 1));
  const std::string tall = std::to_string(height - 2);
  html.in("svg", {{"role", "img"}, {"height", std::to_string(height)}}, [&] {
    if (level)
      chart_title(html, words.say(Word::level_of, {std::to_string(*level), std::to_string(levels)}));
    else
      html.in("title", {}, state);
    for (std::size_t i = 1; i <= levels; ++i) {
      const double from = step * static_cast<double>(i - 1) + 1;
      const std::string_view look = !level        ? "cell void"
                                    : i < *level  ? "cell filled"
                                    : i == *level ? "cell at"
                                                  : "cell";
      stretch(html, scale, look, from, from + step - 2, "1", tall);
    }
  });
}

void bar_key(HtmlWriter& html, const Words& words) {
  constexpr std::pair<std::string_view, Word> kParts[] = {
      {"sure", Word::legend_low}, {"likely", Word::legend_score}, {"possible", Word::legend_high}};
  html.in("ul", {{"class", "key none"}}, [&] {
    for (const auto& [look, meaning] : kParts)
      html.in("li", {}, [&] {
        html.in("svg", {{"height", "10"}, {"aria-hidden", "true"}}, [&] {
          html.leaf("rect", {{"class", look}, {"width", "100%"}, {"height", "10"}});
        });
        html.text(words(meaning));
      });
    html.in("li", {}, [&] {
      html.in("svg", {{"height", "14"}, {"aria-hidden", "true"}}, [&] {
        html.leaf("line", {{"class", "tick"}, {"x1", "50%"}, {"x2", "50%"}, {"y1", "1"}, {"y2", "13"}});
      });
      html.text(words(Word::score));
    });
  });
}

}  // namespace ibtikar
