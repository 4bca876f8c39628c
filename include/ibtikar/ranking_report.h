// Rankings and draws for people and for programs that read tables. Renderers are pure, as those of
// report.h: the same value and options give the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/panel_ranking.h"
#include "ibtikar/report.h"

namespace ibtikar {

struct RankingOutput {
  std::string language;      ///< BCP 47; empty: the rubric's first language
  std::size_t columns = 80;  ///< of the text, clamped to [40, 120]
  bool color = false;        ///< of the text
};

[[nodiscard]] std::string render_ranking_text(const PanelRanking& ranking, const RankingOutput& options);
[[nodiscard]] std::string render_ranking_markdown(const PanelRanking& ranking, const RankingOutput& options);
/// With charts: the scores with their intervals, the expected ranks, and how often each rank occurs.
[[nodiscard]] std::string render_ranking_html(const PanelRanking& ranking, const RankingOutput& options);
/// A row for each program (RFC 4180 with a header row and CRLF); docs/formats.md has the columns.
[[nodiscard]] std::string render_ranking_csv(const PanelRanking& ranking, bool byte_order_mark);

[[nodiscard]] std::string render_draw_text(const DrawRecord& record, const RankingOutput& options);
[[nodiscard]] std::string render_draw_markdown(const DrawRecord& record, const RankingOutput& options);
/// The page says step by step how to draw again by hand.
[[nodiscard]] std::string render_draw_html(const DrawRecord& record, const RankingOutput& options);

}  // namespace ibtikar
