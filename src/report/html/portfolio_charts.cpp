// See portfolio_charts.h.
#include "report/html/portfolio_charts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "report/html/charts.h"

namespace ibtikar {
namespace {

constexpr double kTenth = 10;

/// "0–10: 3, 10–20: 5": the numbers behind the bars.
Sentence histogram_words(const Words& words, const std::string& title,
                         const std::array<std::uint64_t, 10>& counts) {
  std::vector<Argument> parts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    parts.emplace_back(fmt::format("{}–{}: {}", 10 * i, 10 * (i + 1), counts[i]));
  return words.say(Word::remarked, {title, words.joined(parts, words(Word::list_comma))});
}

/// A closed line through points of the unit circle (or of another radius), drawn at `radius`.
std::string polygon(std::initializer_list<std::pair<double, double>> points, double radius) {
  std::string path;
  for (const auto& [x, y] : points)
    path += (path.empty() ? "M" : "L") + shortest(rounded(x * radius)) + "," + shortest(rounded(y * radius));
  return path + "Z";
}

std::string circle(double radius) {
  const std::string r = shortest(rounded(radius));
  const std::string d = shortest(rounded(2 * radius));
  return fmt::format("M-{0},0a{0},{0} 0 1,0 {1},0a{0},{0} 0 1,0 -{1},0Z", r, d);
}

}  // namespace

std::string mark_path(Standing standing, double radius) {
  switch (standing) {
    case Standing::low:
      return polygon({{-1, -0.7}, {1, -0.7}, {0, 1}}, radius);
    case Standing::lower:
      return polygon({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}}, radius);
    case Standing::middle:
      return polygon({{0, -1.1}, {1.1, 0}, {0, 1.1}, {-1.1, 0}}, radius);
    case Standing::central:
      return polygon({{-0.35, -1},
                      {0.35, -1},
                      {0.35, -0.35},
                      {1, -0.35},
                      {1, 0.35},
                      {0.35, 0.35},
                      {0.35, 1},
                      {-0.35, 1},
                      {-0.35, 0.35},
                      {-1, 0.35},
                      {-1, -0.35},
                      {-0.35, -0.35}},
                     radius);
    case Standing::upper:
      return polygon({{-1, 0}, {-0.5, -0.87}, {0.5, -0.87}, {1, 0}, {0.5, 0.87}, {-0.5, 0.87}}, radius);
    case Standing::near_top:
      return polygon({{0, -1.15},
                      {0.29, -0.4},
                      {1.1, -0.36},
                      {0.47, 0.15},
                      {0.68, 0.93},
                      {0, 0.5},
                      {-0.68, 0.93},
                      {-0.47, 0.15},
                      {-1.1, -0.36},
                      {-0.29, -0.4}},
                     radius);
    case Standing::high:
      return polygon({{-1, 0.7}, {1, 0.7}, {0, -1}}, radius);
    case Standing::none:
    case Standing::higher:
      break;
  }
  return circle(radius);
}

void histogram(HtmlWriter& html, const Words& words, const std::string& title,
               const std::array<std::uint64_t, 10>& counts) {
  constexpr double kTall = 96;
  constexpr double kFloor = 112;  // bars stand on it; numbers have room above
  const HtmlScale scale(words);
  const std::uint64_t most = std::max<std::uint64_t>(1, *std::ranges::max_element(counts));
  html.in("svg", {{"class", "accent"}, {"role", "img"}, {"height", "132"}}, [&] {
    html.open("title");
    html.say_bare(histogram_words(words, title, counts));
    html.close();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const double from = kTenth * static_cast<double>(i);
      const double tall = std::max(2.0, kTall * static_cast<double>(counts[i]) / static_cast<double>(most));
      html.leaf("rect", {{"class", "sure"},
                         {"x", scale.left(from + 0.5, from + kTenth - 0.5)},
                         {"y", shortest(rounded(kFloor - tall))},
                         {"width", HtmlScale::width(0.5, kTenth - 0.5)},
                         {"height", shortest(rounded(tall))}});
      html.in("text",
              {{"x", scale.at(from + kTenth / 2)},
               {"y", shortest(rounded(kFloor - tall - 4))},
               {"text-anchor", "middle"}},
              std::string_view(std::to_string(counts[i])));
    }
    html.leaf("line", {{"class", "axis"}, {"x1", "0"}, {"x2", "100%"}, {"y1", "112.5"}, {"y2", "112.5"}});
    html.in("text", {{"x", scale.at(0)}, {"y", "127"}, {"text-anchor", "start"}}, std::string_view("0"));
    html.in("text", {{"x", scale.at(50)}, {"y", "127"}, {"text-anchor", "middle"}}, std::string_view("50"));
    html.in("text", {{"x", scale.at(100)}, {"y", "127"}, {"text-anchor", "end"}}, std::string_view("100"));
  });
}

void portfolio_map(HtmlWriter& html, const Words& words, const MapTitles& titles, const Sentence& title,
                   const std::vector<MapPoint>& points) {
  constexpr double kTall = 380;
  const HtmlScale scale(words);
  const auto height = [](double upward) { return shortest(rounded(10 + kTall * (100 - upward) / 100)); };
  html.in("svg", {{"class", "map"}, {"role", "img"}, {"height", "420"}}, [&] {
    html.open("title");
    html.say_bare(title);
    html.close();
    html.leaf("rect", {{"class", "field"}, {"x", "0"}, {"y", "10"}, {"width", "100%"}, {"height", "380"}});
    for (int at = 25; at <= 75; at += 25) {
      const std::string x = scale.at(at);
      const std::string y = height(at);
      html.leaf("line", {{"class", "axis"}, {"x1", x}, {"x2", x}, {"y1", "10"}, {"y2", "390"}});
      html.leaf("line", {{"class", "axis"}, {"x1", "0"}, {"x2", "100%"}, {"y1", y}, {"y2", y}});
      html.in("text", {{"x", x}, {"y", "406"}, {"text-anchor", "middle"}},
              std::string_view(std::to_string(at)));
      html.in("text", {{"x", scale.at(0.6)}, {"y", y}, {"dy", "-3"}, {"text-anchor", "start"}},
              std::string_view(std::to_string(at)));
    }
    for (const MapPoint& point : points)
      html.in(
          "svg",
          {{"class", tone_class(point.standing)}, {"x", scale.at(point.across)}, {"y", height(point.upward)}},
          [&] {
            html.open("title");
            html.text(point.name);
            html.close();
            html.leaf("path", {{"d", mark_path(point.standing, 4 + point.size / 10)}});
          });
    html.in("text", {{"class", "name"}, {"x", scale.at(99)}, {"y", "384"}, {"text-anchor", "end"}},
            std::string_view(titles.across + (words.right_to_left() ? " ←" : " →")));
    html.in("text", {{"class", "name"}, {"x", scale.at(1)}, {"y", "27"}, {"text-anchor", "start"}},
            std::string_view("↑ " + titles.upward));
  });
}

}  // namespace ibtikar
