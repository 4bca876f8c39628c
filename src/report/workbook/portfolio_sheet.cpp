// fill_portfolio_sheet(): see portfolio.h. Rows come from the top down, as a streaming workbook
// wants them.
#include <algorithm>
#include <array>
#include <utility>

#include "report/workbook/portfolio.h"
#include "words/portfolio_words.h"

namespace ibtikar {
namespace {

/// So many questions are named that are open most often, or cost most.
constexpr std::size_t kNamed = 10;

class PortfolioSheet {
 public:
  PortfolioSheet(Sheet& sheet, const RubricText& text)
      : sheet_(sheet),
        text_(text),
        words_(portfolio_words(text.language())),
        names_(sheet_words(text.language())) {}

  void fill(const Summary& summary) {
    sheet_.landscape();
    for (const auto& [column, width] :
         {std::pair<std::uint16_t, double>{0, 44}, {1, 13}, {2, 13}, {3, 13}, {4, 13}, {5, 13}, {6, 13}})
      sheet_.width(column, width);
    sheet_.text(row_, 0, words_.portfolio, Look::title);
    sheet_.height(row_++, 2);
    count(words_.scored, summary.scored);
    count(words_.rejected, summary.rejected);
    if (summary.left_out > 0) count(words_.rows_left_out, summary.left_out);
    counts(words_.verdicts, summary.verdicts, [&](const std::string& id) { return band(id); });
    statistics(summary);
    histogram(summary);
    counts(words_.gates, summary.gates, [](const std::string& id) { return id; });
    questions(words_.most_open, summary, most_open(summary, kNamed), Look::count,
              [](const QuestionCounts& q) { return std::optional<double>(static_cast<double>(q.open)); });
    questions(words_.most_lost, summary, most_points_lost(summary, kNamed), Look::score, points_lost);
    counts(words_.reasons, list_of(summary.rejects), [](const std::string& code) { return code; });
    counts(words_.warnings, list_of(summary.warnings.named()), [](const std::string& text) { return text; });
  }

 private:
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  static Counts list_of(const std::map<std::string, std::uint64_t>& counts) {
    return {counts.begin(), counts.end()};
  }

  [[nodiscard]] std::string band(const std::string& id) const {
    const std::vector<Band>& bands = text_.rubric().parts().bands;
    const auto found = std::ranges::find(bands, id, &Band::id);
    if (found == bands.end()) return text_.verdict({});
    return text_.verdict(static_cast<std::size_t>(found - bands.begin()));
  }

  void number(std::uint16_t column, const std::optional<double>& number, Look look) {
    if (number) sheet_.number(row_, column, *number, look);
  }
  void count(std::string_view name, std::uint64_t count) {
    sheet_.text(row_, 0, name, Look::label);
    sheet_.number(row_++, 1, static_cast<double>(count), Look::count);
  }
  void headings(const std::vector<std::string_view>& texts) {
    ++row_;
    for (std::size_t i = 0; i < texts.size(); ++i)
      sheet_.text(row_, static_cast<std::uint16_t>(i), texts[i], Look::heading);
    sheet_.height(row_++, 2);
  }

  template <class Name>
  void counts(std::string_view heading, const Counts& counts, const Name& name) {
    if (counts.empty()) return;
    headings({heading, names_.count});
    for (const auto& [id, times] : counts) {
      sheet_.text(row_, 0, name(id));
      sheet_.number(row_++, 1, static_cast<double>(times), Look::count);
    }
  }

  void statistics(const Summary& summary) {
    headings({words_.scores, names_.count, words_.mean, words_.deviation, names_.lowest_quarter,
              words_.middle, names_.highest_quarter});
    spread(words_.overall, summary.overall, Look::score);
    for (std::size_t d = 0; d < summary.dimensions.size(); ++d)
      spread(text_.dimension(d), summary.dimensions[d].second, Look::score);
    spread(words_.completeness, summary.completeness, Look::percent);
  }

  void spread(std::string_view name, const Distribution& spread, Look look) {
    sheet_.text(row_, 0, name);
    sheet_.number(row_, 1, static_cast<double>(spread.count()), Look::count);
    number(2, spread.mean(), look);
    number(3, spread.standard_deviation(), look);
    number(4, spread.quantile(0.25), look);
    number(5, spread.quantile(0.5), look);
    number(6, spread.quantile(0.75), look);
    ++row_;
  }

  void histogram(const Summary& summary) {
    headings({names_.histogram_chart, names_.count});
    const std::uint32_t first = row_;
    const std::array<std::uint64_t, 10> bars = summary.overall.histogram();
    for (std::size_t i = 0; i < bars.size(); ++i) {
      sheet_.text(row_, 0, std::to_string(10 * i) + "–" + std::to_string(10 * i + 10));
      sheet_.number(row_++, 1, static_cast<double>(bars[i]), Look::count);
    }
    sheet_.chart({.title = std::string(names_.histogram_chart),
                  .name_row = first - 1,
                  .first_row = first,
                  .last_row = row_ - 1,
                  .category_column = 0,
                  .series = {{1, 1, kChartMain}},
                  .is_upright = true,
                  .to_hundred = false,
                  .at_row = 1,
                  .at_column = 8});
  }

  template <class Value>
  void questions(std::string_view heading, const Summary& summary, const std::vector<std::string>& ids,
                 Look look, const Value& value) {
    if (ids.empty()) return;
    headings({heading});
    for (const std::string& id : ids) {
      const auto found = std::ranges::find(summary.questions, id, &QuestionCounts::id);
      sheet_.text(row_, 0, text_.question(id));
      number(1, value(*found), look);
      ++row_;
    }
  }

  Sheet& sheet_;
  const RubricText& text_;
  const PortfolioWords& words_;
  const SheetWords& names_;
  std::uint32_t row_ = 0;
};

}  // namespace

void fill_portfolio_sheet(Sheet& sheet, const RubricText& text, const Summary& summary) {
  PortfolioSheet(sheet, text).fill(summary);
}

}  // namespace ibtikar
