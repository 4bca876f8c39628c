// What the parts of a portfolio's page share. See portfolio_html.h for the page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ibtikar/row.h"
#include "ibtikar/rubric.h"
#include "ibtikar/summary.h"
#include "report/html/writer.h"
#include "report/view/view.h"
#include "words/portfolio_words.h"
#include "words/rubric_text.h"

namespace ibtikar {

/// A portfolio in one reader's language. All that it is made of must outlive it.
class PortfolioPage {
 public:
  PortfolioPage(const Rubric& rubric, const Summary& summary, std::string_view language);

  [[nodiscard]] const Rubric& rubric() const { return text_.rubric(); }
  [[nodiscard]] const Summary& summary() const { return summary_; }
  [[nodiscard]] const std::string& language() const { return text_.language(); }
  [[nodiscard]] const RubricText& text() const { return text_; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const PortfolioWords& phrases() const { return phrases_; }

  [[nodiscard]] std::string dimension(std::size_t number) const { return text_.dimension(number); }
  [[nodiscard]] std::string verdict(const std::optional<std::size_t>& band) const {
    return text_.verdict(band);
  }
  [[nodiscard]] Standing standing(const std::optional<std::size_t>& band) const;
  /// Of the band that a score is in.
  [[nodiscard]] Standing standing_of(const Score& score, Better better) const;
  /// The title, or the id, or a dash.
  [[nodiscard]] static std::string name_of(const RankedRow& row);

 private:
  RubricText text_;
  const Summary& summary_;
  Words words_;
  const PortfolioWords& phrases_;
};

void write_portfolio_head(HtmlWriter& html, const PortfolioPage& page);
/// Each writes a part with its heading, or nothing if there is nothing to say.
void write_portfolio_verdicts(HtmlWriter& html, const PortfolioPage& page);
void write_portfolio_spread(HtmlWriter& html, const PortfolioPage& page);
void write_portfolio_map(HtmlWriter& html, const PortfolioPage& page, const std::vector<RankedRow>& rows);
void write_portfolio_table(HtmlWriter& html, const PortfolioPage& page, const std::vector<RankedRow>& rows);
void write_portfolio_findings(HtmlWriter& html, const PortfolioPage& page);

}  // namespace ibtikar
