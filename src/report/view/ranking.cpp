// See ranking.h.
#include "report/view/ranking.h"

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "ibtikar/message.h"
#include "model/nearly.h"
#include "report/view/formatter.h"

namespace ibtikar {
namespace {

RankingWords ranking_words(const std::string& language) {
  const auto in = [&](const Phrase& text) { return Message(text).in(language); };
  return {.title = in(phrase("Ranking")),
          .rank = in(phrase("Rank")),
          .program = in(phrase("Program")),
          .score = in(phrase("Score")),
          .interval = in(phrase("Interval")),
          .front = in(phrase("Pareto front")),
          .on_front = in(phrase("on the front")),
          .expected = in(phrase("Expected rank")),
          .half = in(phrase("50% of ranks")),
          .ninety = in(phrase("90% of ranks")),
          .sucra = "SUCRA",
          .first = in(phrase_in("ranking", "First")),
          .usual = in(phrase("Usual ranks")),
          .confidence = in(phrase("Confidence")),
          .weights = in(phrase("Weights that favor it"))};
}

/// A score from 0 to 1, with two decimals.
std::string unit_text(double number) { return two_decimals(number); }

class RankingBuilder {
 public:
  RankingBuilder(const PanelRanking& ranking, const std::string& language, Target target)
      : ranking_(ranking),
        rubric_(ranking.rubric),
        language_(language.empty() ? std::string(rubric_.fallback_language()) : language),
        target_(target) {}

  [[nodiscard]] RankingView view() const {
    RankingView out{.isolating = Words(language_)};
    out.language = language_;
    out.right_to_left = out.isolating.right_to_left();
    out.words = ranking_words(language_);
    add_about(out);
    for (const Dimension& dimension : rubric_.dimensions()) {
      const std::string title(dimension.title.in(language_, rubric_.fallback_language()));
      out.dimensions.push_back(safe_for(target_, title.empty() ? dimension.id : title));
    }
    for (std::size_t i = 0; i < ranking_.programs.size(); ++i) out.rows.push_back(row(i));
    add_expected(out);
    add_robust(out);
    return out;
  }

 private:
  [[nodiscard]] std::string say(const Message& text) const { return text.in(language_); }

  void add_about(RankingView& out) const {
    const RankExpression& by = ranking_.by;
    out.about.push_back(say(by.better() == Better::higher
                                ? message("Ranked by {0}; higher is better.", foreign(by.text()))
                                : message("Ranked by {0}; lower is better.", foreign(by.text()))));
    out.about.push_back(
        say(message("Programs: {0}. Assessors: {1}.", ranking_.programs.size(), ranking_.assessors)));
    if (ranking_.is_panel)
      out.about.push_back(say(message("A program's score is the mean of its assessors' scores.")));
    out.about.push_back(
        say(message("◆ Pareto front: no other program is at least as good in every dimension "
                    "and better in one.")));
  }

  [[nodiscard]] std::string foreign(std::string_view text) const { return safe_for(target_, text); }

  [[nodiscard]] RankingRowView row(std::size_t number) const {
    const ProgramRank& one = ranking_.programs[number];
    const RankedProgram& ranked = one.ranked;
    RankingRowView out;
    out.program = &one;
    out.rank = ranked.rank ? fmt::format("{}", *ranked.rank) : std::string(kNoNumber);
    const std::string title = plain(one.program.title);
    out.name = foreign(title.empty() ? one.program.id : title);
    if (!title.empty() && title != one.program.id) out.id = foreign(one.program.id);
    out.score = score_text(ranked.score);
    out.low = score_text(ranked.low);
    out.high = score_text(ranked.high);
    out.on_front = ranked.on_front.value_or(false);
    for (const Score& dimension : ranked.dimensions) out.dimensions.push_back(score_text(dimension));
    if (one.expected) {
      out.expected = two_decimals(one.expected->expected_rank);
      out.half = ranks_text(one.expected->half.low, one.expected->half.high);
      out.ninety = ranks_text(one.expected->ninety.low, one.expected->ninety.high);
      out.sucra = unit_text(one.expected->sucra);
    }
    if (ranking_.robust) add_simulated(number, out);
    return out;
  }

  void add_simulated(std::size_t number, RankingRowView& out) const {
    const std::vector<double>& shares = ranking_.smaa.acceptability[number];
    const RankInterval usual = usual_ranks(shares);
    out.first = percent_text(shares.front());
    out.usual = ranks_text(usual.low, usual.high);
    const std::optional<double>& confidence = ranking_.smaa.confidence[number];
    out.confidence = confidence ? percent_text(*confidence) : std::string(kNoNumber);
    for (const double weight : ranking_.smaa.central[number]) out.central.push_back(unit_text(weight));
  }

  void add_expected(RankingView& out) const {
    if (ranking_.without_model)
      out.expected_legend =
          say(message("There are no expected ranks: {0}.", reason_of(*ranking_.without_model)));
    if (!ranking_.model) return;
    out.expected_heading = say(phrase("Expected ranks"));
    out.expected_legend = say(
        message("The mean of all ranks that are possible, once severe and lenient assessors, gaps and chance "
                "are taken into account, and ranges that hold 50% and 90% of them. SUCRA is 1 for a "
                "program that is surely first, 0 for one that is surely last."));
  }

  void add_robust(RankingView& out) const {
    if (!ranking_.robust) return;
    const SmaaOptions& how = *ranking_.robust;
    out.robust_heading = say(phrase("Other weights and answers"));
    const std::string seed = foreign(how.seed);
    out.robust_legend.push_back(
        how.within ? say(counted("{0} draw of weights at most {1}% from the rubric's, and of answers within "
                                 "their intervals; seed {2}.",
                                 "{0} draws of weights at most {1}% from the rubric's, and of answers within "
                                 "their intervals; seed {2}.",
                                 how.draws, shortest(100 * *how.within), seed))
                   : say(counted("{0} draw of any weights, and of answers within their intervals; seed {1}.",
                                 "{0} draws of any weights, and of answers within their intervals; seed {1}.",
                                 how.draws, seed)));
    out.robust_legend.push_back(say(
        message("First: how often the program comes first. Usual ranks: those of 90% of the draws. "
                "Confidence: how often it comes first with the weights that favor it, the mean of those with "
                "which it did.")));
  }

  const PanelRanking& ranking_;
  const Rubric& rubric_;
  std::string language_;
  Target target_;
};

}  // namespace

RankingView ranking_view(const PanelRanking& ranking, const std::string& language, Target target) {
  return RankingBuilder(ranking, language, target).view();
}

std::string ranks_text(std::size_t best, std::size_t worst) {
  return best == worst ? fmt::format("{}", best) : fmt::format("{}–{}", best, worst);
}

RankInterval usual_ranks(const std::vector<double>& row) {
  constexpr double kTail = 0.05 + kNearly;
  RankInterval usual{1, row.size()};
  double before = 0;
  while (usual.low < row.size() && before + row[usual.low - 1] <= kTail) before += row[usual.low++ - 1];
  double after = 0;
  while (usual.high > usual.low && after + row[usual.high - 1] <= kTail) after += row[usual.high-- - 1];
  return usual;
}

}  // namespace ibtikar
