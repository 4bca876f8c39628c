// Charts of a portfolio: how one score is spread, and where each program stands. See html_charts.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "report/html/writer.h"
#include "report/view/view.h"

namespace ibtikar {

/// Ten bars, each a tenth of the scale; `title` is a foreign text.
void histogram(HtmlWriter& html, const Words& words, const std::string& title,
               const std::array<std::uint64_t, 10>& counts);

/// A program on the map; places in [0, 100].
struct MapPoint {
  std::string name;
  double across = 0;
  double upward = 0;
  double size = 0;
  Standing standing = Standing::none;
};

struct MapTitles {
  std::string across;
  std::string upward;
};

/// The outline that a standing has on the map, so that nothing hangs on its colour; around 0,0.
[[nodiscard]] std::string mark_path(Standing standing, double radius);

void portfolio_map(HtmlWriter& html, const Words& words, const MapTitles& titles, const Sentence& title,
                   const std::vector<MapPoint>& points);

}  // namespace ibtikar
