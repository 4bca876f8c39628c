// A portfolio as one page: whole, harmless whatever the texts, in both directions.
#include "report/html/portfolio.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/builtin_rubric.h"
#include "support/fixtures.h"
#include "support/garden_rubric.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"
#include "support/portfolio_rows.h"

namespace ibtikar::test {
namespace {

const Rubric& rubric() {
  static const Rubric kRubric = builtin_rubric();
  return kRubric;
}

std::string sample_page(std::size_t count, const std::string& language, const std::string& text = {}) {
  const SamplePortfolio sample = sample_portfolio(rubric(), count, text);
  return portfolio_html(rubric(), sample.rows, sample.summary, language);
}

TEST(PortfolioHtml, ReadsAsApproved) {
  for (const std::string language : {"en", "ar"}) {
    const Rubric small = valid_rubric("valid/small.json");
    const SamplePortfolio sample = sample_portfolio(small, 9);
    const std::string page = portfolio_html(small, sample.rows, sample.summary, language);
    const std::size_t body = page.find("<body>");
    expect_golden("report/portfolio." + language + ".approved.html",
                  page.substr(body, page.find("<script>") - body));
  }
}

TEST(PortfolioHtml, IsWholeWithNoneOneOrMany) {
  for (const std::size_t count : {0U, 1U, 40U})
    EXPECT_EQ(nesting_fault(tags_of(sample_page(count, "en"))), "") << count;
}

TEST(PortfolioHtml, HasTheSameTagsWhateverTheTextsSay) {
  const auto harmless = tags_of(sample_page(9, "ar", "harmless"));
  for (const std::string& text : hostile_texts()) {
    if (text.find_first_not_of(' ') == std::string::npos) continue;  // no name at all is another row
    EXPECT_EQ(tags_of(sample_page(9, "ar", text)), harmless) << text;
  }
}

TEST(PortfolioHtml, AllowsItsOwnScriptAndNothingElse) {
  const std::string page = sample_page(3, "en");
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  EXPECT_NE(page.find("script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(page.find("unsafe"), std::string::npos);
  const auto tags = tags_of(page.substr(0, page.find("<script>")));
  for (const std::string& target : attribute_values(tags, "href"))
    EXPECT_TRUE(target.starts_with("#") || target.starts_with("reports/P-")) << target;
}

/// Places of the marks along the line.
std::vector<std::string> centres(const std::string& page) {
  std::vector<std::string> marks;
  for (const std::string& tag : tags_of(page))
    if (tag.starts_with("<svg") && tag.find(" x=") != std::string::npos) marks.push_back(tag);
  return attribute_values(marks, "x");
}

TEST(PortfolioHtml, HasAMapOfThoseWithScoresInItsDimensions) {
  const SamplePortfolio sample = sample_portfolio(rubric(), 9);
  const auto placed = std::ranges::count_if(sample.rows, [](const RankedRow& row) {
    return std::ranges::all_of(row.dimensions, [](const Measure& d) { return d.score.has_value(); });
  });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(centres(sample_page(9, "en")).size()), placed);
}

TEST(PortfolioHtml, HasNoMapOfOneDimension) {
  const SamplePortfolio sample = sample_portfolio(garden_rubric(), 9);
  EXPECT_TRUE(centres(portfolio_html(garden_rubric(), sample.rows, sample.summary, "en")).empty());
}

TEST(PortfolioHtml, MirrorsItsMap) {
  const auto english = centres(sample_page(9, "en"));
  const auto arabic = centres(sample_page(9, "ar"));
  ASSERT_EQ(english.size(), arabic.size());
  for (std::size_t i = 0; i < english.size(); ++i)
    EXPECT_NEAR(std::stof(english[i]) + std::stof(arabic[i]), 100, 0.01);
}

}  // namespace
}  // namespace ibtikar::test
