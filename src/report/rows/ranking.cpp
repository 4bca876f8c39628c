// render_ranking_csv(): see ibtikar/ranking_report.h. docs/formats.md names the columns.
#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_targets.h"
#include "base/utf8.h"
#include "ibtikar/ranking_report.h"

namespace ibtikar {
namespace {

class RankingCsv {
 public:
  RankingCsv(const PanelRanking& ranking, std::string& out) : ranking_(ranking), out_(out) {}

  void header() {
    for (const char* name : {"rank", "id", "title", "readings", "score", "low", "high"}) cell(name);
    for (const Dimension& dimension : ranking_.rubric.dimensions()) text(dimension.id);
    cell("on_front");
    if (ranking_.model)
      for (const char* name :
           {"expected_rank", "half_low", "half_high", "ninety_low", "ninety_high", "sucra"})
        cell(name);
    if (ranking_.robust) {
      for (const char* name : {"first", "confidence"}) cell(name);
      for (const Dimension& dimension : ranking_.rubric.dimensions()) text("weight:" + dimension.id);
    }
    end();
  }

  void row(std::size_t number) {
    const ProgramRank& one = ranking_.programs[number];
    cell(one.ranked.rank ? fmt::format("{}", *one.ranked.rank) : std::string());
    text(one.program.id);
    text(one.program.title);
    cell(fmt::format("{}", one.digests.size()));
    this->number(one.ranked.score);
    this->number(one.ranked.low);
    this->number(one.ranked.high);
    for (const Score& dimension : one.ranked.dimensions) this->number(dimension);
    cell(!one.ranked.on_front ? "" : *one.ranked.on_front ? "true" : "false");
    if (ranking_.model) expected(one.expected);
    if (ranking_.robust) simulated(number);
    end();
  }

 private:
  void cell(std::string_view text) {
    out_.append(is_first_ ? "" : ",").append(text);
    is_first_ = false;
  }
  void text(std::string_view foreign) { cell(safe_for(Target::csv, foreign)); }
  void number(const std::optional<double>& value) { cell(value ? two_decimals(*value) : std::string()); }
  void share(double value) { cell(fmt::format("{:.4f}", value)); }
  void end() {
    out_ += "\r\n";
    is_first_ = true;
  }

  void expected(const std::optional<RankEstimate>& estimate) {
    if (!estimate) {
      for (int i = 0; i < 6; ++i) cell({});
      return;
    }
    number(estimate->expected_rank);
    for (const std::size_t rank :
         {estimate->half.low, estimate->half.high, estimate->ninety.low, estimate->ninety.high})
      cell(fmt::format("{}", rank));
    number(estimate->sucra);
  }

  void simulated(std::size_t number) {
    const Smaa& smaa = ranking_.smaa;
    share(smaa.acceptability[number].front());
    if (smaa.confidence[number])
      share(*smaa.confidence[number]);
    else
      cell({});
    for (std::size_t d = 0; d < ranking_.rubric.dimensions().size(); ++d) {
      if (smaa.central[number].empty())
        cell({});
      else
        share(smaa.central[number][d]);
    }
  }

  const PanelRanking& ranking_;
  std::string& out_;
  bool is_first_ = true;
};

}  // namespace

std::string render_ranking_csv(const PanelRanking& ranking, bool byte_order_mark) {
  std::string out(byte_order_mark ? kByteOrderMark : std::string_view());
  RankingCsv table(ranking, out);
  table.header();
  for (std::size_t i = 0; i < ranking.programs.size(); ++i) table.row(i);
  return out;
}

}  // namespace ibtikar
