// See portfolio.h.
#include "report/text/portfolio.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "report/text/page.h"
#include "report/view/formatter.h"
#include "words/portfolio_words.h"
#include "words/rubric_text.h"

namespace ibtikar {
namespace {

constexpr std::size_t kNumber = 6;
constexpr std::size_t kNamed = 5;

std::string number_text(const std::optional<double>& value) {
  return value ? two_decimals(*value) : std::string(kNoNumber);
}

/// One page in one reader's language.
class Portfolio {
 public:
  Portfolio(const Rubric& rubric, const TextOptions& options)
      : text_(rubric, options.language),
        words_(portfolio_words(text_.language())),
        page_({std::clamp<std::size_t>(options.columns, 40, 120), is_right_to_left(text_.language()),
               options.color}) {}

  void rank(std::string_view heading, const std::vector<RankedRow>& rows, std::uint64_t first_place) {
    if (rows.empty()) return;
    page_.heading(heading);
    const std::size_t place = fmt::format("{}", first_place + rows.size()).size();
    const std::size_t interval = 2 * kNumber + 1;
    const std::size_t taken = kMargin + place + kGap + kGap + kNumber + kGap + interval;
    const std::size_t left = page_.columns() - taken;
    const std::size_t band = left > 40 ? std::min<std::size_t>(left / 3, 24) : 0;
    for (const RankedRow& row : rows) {
      std::vector<PageCell> cells = {
          gap(kMargin), {fmt::format("{}", first_place++), place, kFaint, Align::right},
          gap(kGap),    {name_of(row), left - band, kPlain, Align::start, 1},
          gap(kGap),    {number_text(row.overall.score), kNumber, kBold, Align::right},
          gap(kGap)};
      for (PageCell& cell :
           page_.interval(number_text(row.overall.low), kNumber, number_text(row.overall.high), kNumber))
        cells.push_back(std::move(cell));
      if (band > kGap) {
        cells.push_back(gap(kGap));
        cells.push_back({text_.verdict(row.band), band - kGap, kPlain, Align::start, 1});
      }
      page_.row(cells);
    }
    page_.blank();
  }

  void summary(const Summary& summary) {
    page_.heading(words_.portfolio);
    line(words_.scored, fmt::format("{}", summary.scored));
    line(words_.rejected, fmt::format("{}", summary.rejected));
    if (summary.left_out > 0) line(words_.rows_left_out, fmt::format("{}", summary.left_out));
    page_.blank();
    counts(words_.reasons, {summary.rejects.begin(), summary.rejects.end()}, summary.rejected);
    const auto warnings = summary.warnings.named();
    counts(words_.warnings, {warnings.begin(), warnings.end()}, 0);
    if (summary.scored == 0) return;
    verdicts(summary);
    scores(summary);
    gates(summary);
    questions(words_.most_open, summary, most_open(summary, kNamed),
              [&](const QuestionCounts& q) { return fmt::format("{}", q.open); });
    questions(words_.most_lost, summary, most_points_lost(summary, kNamed),
              [](const QuestionCounts& q) { return number_text(points_lost(q)); });
  }

  [[nodiscard]] const PortfolioWords& words() const { return words_; }
  [[nodiscard]] std::string text() const { return page_.text(); }

 private:
  static std::string name_of(const RankedRow& row) {
    std::string name = plain(row.title);
    const std::string id = plain(row.id);
    if (name.empty()) return id.empty() ? std::string(kNoNumber) : id;
    return id.empty() ? name : name + " · " + id;
  }
  void line(std::string_view name, std::string_view value) {
    const std::size_t width = std::min<std::size_t>(16, page_.columns() / 2);
    page_.row({gap(kMargin),
               {std::string(name), width, kPlain, Align::start, 2},
               gap(kGap),
               {std::string(value), page_.columns() - kMargin - width - kGap, kBold, Align::start, 2}});
  }

  /// A name, a count, and a bar of its share when there is a whole.
  void bar(std::string_view name, std::uint64_t count, std::uint64_t whole) {
    const std::size_t digits = 12;
    const std::size_t title = std::min<std::size_t>(40, page_.columns() - kMargin - digits - 2 * kGap - 8);
    const std::size_t room = std::min<std::size_t>(40, page_.columns() - kMargin - title - digits - 2 * kGap);
    std::string filled;
    if (whole > 0) {
      const double share = static_cast<double>(count) / static_cast<double>(whole);
      filled = repeated("█", static_cast<std::size_t>(share * static_cast<double>(room) + 0.5));
    }
    page_.row({gap(kMargin),
               {std::string(name), title, kPlain, Align::start, 2},
               gap(kGap),
               {fmt::format("{}", count), digits, kBold, Align::right},
               gap(kGap),
               {filled, room, kPlain, Align::start}});
  }

  void counts(std::string_view heading, const std::vector<std::pair<std::string, std::uint64_t>>& all,
              std::uint64_t whole) {
    if (all.empty()) return;
    std::vector<std::pair<std::string, std::uint64_t>> sorted = all;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    page_.heading(heading);
    constexpr std::size_t kMost = 12;
    for (std::size_t i = 0; i < std::min(kMost, sorted.size()); ++i)
      bar(plain(sorted[i].first), sorted[i].second, whole);
    if (sorted.size() > kMost) page_.paragraph(kMargin, fmt::format("+{}", sorted.size() - kMost), kFaint);
    page_.blank();
  }

  void verdicts(const Summary& summary) {
    page_.heading(words_.verdicts);
    for (std::size_t i = 0; i < summary.verdicts.size(); ++i) {
      const bool is_band = i + 1 < summary.verdicts.size();
      bar(text_.verdict(is_band ? std::optional<std::size_t>(i) : std::nullopt), summary.verdicts[i].second,
          summary.scored);
    }
    page_.blank();
  }

  void scores(const Summary& summary) {
    page_.heading(words_.scores);
    const bool is_wide = page_.columns() >= 70;
    score_row("",
              {std::string(words_.mean), std::string(words_.deviation), std::string(words_.middle),
               std::string(words_.quarters)},
              is_wide, kFaint);
    const auto one = [&](std::string_view name, const Distribution& spread, double scale) {
      const auto at = [&](const std::optional<double>& value) {
        return number_text(value ? std::optional<double>(*value * scale) : std::nullopt);
      };
      score_row(name,
                {at(spread.mean()), at(spread.standard_deviation()), at(spread.quantile(0.5)),
                 at(spread.quantile(0.25)) + "–" + at(spread.quantile(0.75))},
                is_wide, kPlain);
    };
    one(words_.overall, summary.overall, 1);
    for (std::size_t d = 0; d < summary.dimensions.size(); ++d)
      one(text_.dimension(d), summary.dimensions[d].second, 1);
    one(words_.completeness, summary.completeness, 100);
    page_.blank();
  }

  void score_row(std::string_view name, const std::array<std::string, 4>& numbers, bool is_wide,
                 const Style& style) {
    const std::size_t number = 8;
    const std::size_t last = 14;
    const std::size_t columns = is_wide ? 3 : 1;
    const std::size_t title = page_.columns() - kMargin - columns * (number + kGap) - last - kGap;
    std::vector<PageCell> cells = {gap(kMargin), {std::string(name), title, style, Align::start, 2}};
    for (std::size_t i = 0; i < columns; ++i) {
      cells.push_back(gap(kGap));
      cells.push_back({numbers[is_wide ? i : 2], number, style, Align::right});
    }
    cells.push_back(gap(kGap));
    cells.push_back({numbers[3], last, style, Align::right});
    page_.row(cells);
  }

  void gates(const Summary& summary) {
    const bool has_any = std::any_of(summary.gates.begin(), summary.gates.end(),
                                     [](const auto& gate) { return gate.second > 0; });
    if (!has_any) return;
    page_.heading(words_.gates);
    for (const auto& [id, count] : summary.gates)
      if (count > 0) bar(plain(id), count, summary.scored);
    page_.blank();
  }

  template <class Value>
  void questions(std::string_view heading, const Summary& summary, const std::vector<std::string>& ids,
                 Value value) {
    if (ids.empty()) return;
    page_.heading(heading);
    for (const std::string& id : ids) {
      const auto found = std::find_if(summary.questions.begin(), summary.questions.end(),
                                      [&](const QuestionCounts& q) { return q.id == id; });
      const std::size_t width = 10;
      page_.row({gap(kMargin),
                 {value(*found), width, kBold, Align::right},
                 gap(kGap),
                 {text_.question(id), page_.columns() - kMargin - width - kGap, kPlain, Align::start, 3}});
    }
    page_.blank();
  }

  RubricText text_;
  const PortfolioWords& words_;
  Page page_;
};

}  // namespace

std::string ranking_text(const Rubric& rubric, const std::vector<RankedRow>& best,
                         const std::vector<RankedRow>& last, std::uint64_t total,
                         const TextOptions& options) {
  Portfolio portfolio(rubric, options);
  portfolio.rank(portfolio.words().best, best, 1);
  portfolio.rank(portfolio.words().last, last, total - last.size() + 1);
  return portfolio.text();
}

std::string summary_text(const Rubric& rubric, const Summary& summary, const TextOptions& options) {
  Portfolio portfolio(rubric, options);
  portfolio.summary(summary);
  return portfolio.text();
}

}  // namespace ibtikar
