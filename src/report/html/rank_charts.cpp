// See rank_charts.h.
#include "report/html/rank_charts.h"

#include <algorithm>

#include "base/decimal.h"
#include "report/html/charts.h"

namespace ibtikar {
namespace {

constexpr std::string_view kTall = "18";

/// An SVG of one line's height with a name for those who do not see it.
template <class Body>
void line_chart(HtmlWriter& html, const std::string& title, const Body& body) {
  html.in("svg", {{"class", "accent"}, {"role", "img"}, {"height", kTall}}, [&] {
    html.in("title", {}, std::string_view(title));
    body();
  });
}

void piece(HtmlWriter& html, const HtmlScale& scale, std::string_view look, double from, double to,
           std::string_view opacity = {}) {
  if (to <= from) return;
  html.leaf("rect", {{"class", look},
                     {"x", scale.left(from, to)},
                     {"y", "3"},
                     {"width", HtmlScale::width(from, to)},
                     {"height", "12"},
                     {"fill-opacity", opacity}});
}

void mark(HtmlWriter& html, const HtmlScale& scale, double place) {
  const std::string x = scale.at(place);
  html.leaf("line", {{"class", "tick"}, {"x1", x}, {"x2", x}, {"y1", "1.5"}, {"y2", "16.5"}});
}

double within_line(double value) { return std::clamp(value, 0.0, 100.0); }

/// From full colour for the first rank to nearly none for the last.
std::string shade_of(std::size_t rank, std::size_t ranks) {
  constexpr double kLightest = 0.08;
  const double place = ranks > 1 ? static_cast<double>(rank) / static_cast<double>(ranks - 1) : 0;
  return shortest(rounded(1 - (1 - kLightest) * place));
}

}  // namespace

void score_span(HtmlWriter& html, const Words& words, const RankedProgram& ranked, const std::string& title) {
  const HtmlScale scale(words);
  line_chart(html, title, [&] {
    piece(html, scale, "track", 0, 100);
    if (ranked.low && ranked.high)
      piece(html, scale, "likely", within_line(*ranked.low), within_line(*ranked.high));
    if (ranked.score) mark(html, scale, within_line(*ranked.score));
  });
}

void rank_span(HtmlWriter& html, const Words& words, const RankEstimate& expected, std::size_t programs,
               const std::string& title) {
  const HtmlScale scale(words);
  // Rank r takes the stretch from r - 1/2 to r + 1/2, so that an interval of one rank is seen, too.
  const auto all = static_cast<double>(programs);
  const auto at = [&](double rank) { return 100 * (rank - 0.5) / all; };
  line_chart(html, title, [&] {
    piece(html, scale, "track", 0, 100);
    piece(html, scale, "possible", at(static_cast<double>(expected.ninety.low) - 0.5),
          at(static_cast<double>(expected.ninety.high) + 0.5));
    piece(html, scale, "likely", at(static_cast<double>(expected.half.low) - 0.5),
          at(static_cast<double>(expected.half.high) + 0.5));
    mark(html, scale, at(expected.expected_rank));
  });
}

void rank_shares(HtmlWriter& html, const Words& words, const std::vector<double>& shares,
                 const std::string& title) {
  const HtmlScale scale(words);
  line_chart(html, title, [&] {
    double from = 0;
    for (std::size_t rank = 0; rank < shares.size(); ++rank) {
      const double to = from + 100 * shares[rank];
      piece(html, scale, "sure", from, std::min(to, 100.0), shade_of(rank, shares.size()));
      from = to;
    }
  });
}

void rank_shades(HtmlWriter& html, const Words& words, std::size_t programs, const std::string& title) {
  const HtmlScale scale(words);
  constexpr std::size_t kMostShades = 20;
  const std::size_t shades = std::clamp<std::size_t>(programs, 1, kMostShades);
  line_chart(html, title, [&] {
    const double step = 100 / static_cast<double>(shades);
    for (std::size_t i = 0; i < shades; ++i)
      piece(html, scale, "sure", step * static_cast<double>(i), step * static_cast<double>(i + 1),
            shade_of(i, shades));
  });
}

}  // namespace ibtikar
