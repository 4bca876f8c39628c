// See ranking.h.
#include "report/workbook/ranking.h"

#include <fmt/format.h>

#include "ibtikar/message.h"
#include "report/view/ranking.h"
#include "report/workbook/sheet_table.h"

namespace ibtikar {
namespace {

constexpr double kNameWidth = 40;
/// More columns of ranks than this help nobody.
constexpr std::size_t kMostRankColumns = 250;

void fill_order(Sheet& sheet, const PanelRanking& ranking, const RankingView& view) {
  const RankingWords& words = view.words;
  const auto in = [&](const Phrase& text) { return Message(text).in(view.language); };
  std::vector<TableColumn> columns = {{words.rank, 8, Look::count},
                                      {in(phrase("Id")), 16, Look::plain},
                                      {words.program, kNameWidth, Look::wrapped},
                                      {in(phrase("Readings")), 10, Look::count},
                                      {words.score, 10, Look::score},
                                      {in(phrase("Low")), 10, Look::score},
                                      {in(phrase("High")), 10, Look::score}};
  for (const std::string& dimension : view.dimensions) columns.push_back({dimension, 14, Look::score});
  columns.push_back({words.front, 12, Look::plain});
  if (ranking.model) {
    columns.push_back({words.expected, 10, Look::score});
    for (const std::string& heading : {words.half, words.ninety})
      columns.push_back({heading, 10, Look::plain});
    columns.push_back({words.sucra, 10, Look::score});
  }
  if (ranking.robust) {
    columns.push_back({words.first, 10, Look::percent});
    columns.push_back({words.usual, 10, Look::plain});
    columns.push_back({words.confidence, 10, Look::percent});
  }
  SheetTable table(sheet, 0, std::move(columns));
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const RankingRowView& row = view.rows[i];
    const ProgramRank& one = *row.program;
    table.next_row();
    table.number(one.ranked.rank ? std::optional(static_cast<double>(*one.ranked.rank)) : std::nullopt);
    table.text(one.program.id);
    table.text(row.name);
    table.number(static_cast<double>(one.digests.size()));
    table.number(one.ranked.score);
    table.number(one.ranked.low);
    table.number(one.ranked.high);
    for (const Score& dimension : one.ranked.dimensions) table.number(dimension);
    table.text(row.on_front ? words.on_front : std::string());
    if (ranking.model) {
      table.number(one.expected ? std::optional(one.expected->expected_rank) : std::nullopt);
      table.text(row.half);
      table.text(row.ninety);
      table.number(one.expected ? std::optional(one.expected->sucra) : std::nullopt);
    }
    if (ranking.robust) {
      table.number(ranking.smaa.acceptability[i].front());
      table.text(row.usual);
      table.number(ranking.smaa.confidence[i]);
    }
  }
  table.finish();
  sheet.freeze(1, 3);
  sheet.landscape();
}

/// Programs in rows, ranks in columns, or programs in both.
void fill_shares(Sheet& sheet, const RankingView& view, const std::vector<std::string>& headings,
                 const std::vector<std::vector<double>>& shares) {
  std::vector<TableColumn> columns = {{view.words.program, kNameWidth, Look::wrapped}};
  for (const std::string& heading : headings) columns.push_back({heading, 8, Look::percent});
  SheetTable table(sheet, 0, std::move(columns));
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    table.next_row();
    table.text(view.rows[i].name);
    for (const double share : shares[i]) table.number(share);
  }
  table.end();
  sheet.freeze(1, 1);
  sheet.landscape();
}

}  // namespace

void fill_ranking(Workbook& book, const PanelRanking& ranking, const std::string& language) {
  const RankingView view = ranking_view(ranking, language, Target::sheet);
  const auto in = [&](const Phrase& text) { return Message(text).in(view.language); };
  fill_order(book.add(view.words.title), ranking, view);
  const std::size_t programs = ranking.programs.size();
  if (!ranking.robust || programs > kMostRankColumns) return;
  std::vector<std::string> ranks;
  for (std::size_t rank = 1; rank <= programs; ++rank) ranks.push_back(fmt::format("{}", rank));
  fill_shares(book.add(in(phrase("Ranks"))), view, ranks, ranking.smaa.acceptability);
  if (ranking.smaa.wins.empty()) return;
  std::vector<std::string> names;
  for (const RankingRowView& row : view.rows) names.push_back(row.program->program.id);
  fill_shares(book.add(in(phrase("Better than"))), view, names, ranking.smaa.wins);
}

}  // namespace ibtikar
