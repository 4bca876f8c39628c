// Comparisons as text, Markdown and pages.
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"

namespace ibtikar::test {
namespace {

std::vector<Assessment> two_dates() {
  Assessment later = capped_by_two_gates();
  later.proposal.date = "2027-05-02";
  later.gates = sample_assessment().gates;
  later.gates[0].state = GateState::applies;
  later.questions[2].evidence = "verified";
  later.questions[2].note = "Council minutes";
  later.criteria[1].measure = {95, 94, 97, 1};
  return {sample_assessment(), later};
}

TEST(CompareReport, LooksAsApproved) {
  for (const char* language : {"en", "ar"})
    for (const std::size_t columns : {40u, 80u})
      expect_golden(fmt::format("report/compare_{}_{}.approved.txt", language, columns),
                    render_comparison_text(compare(two_dates()), {.language = language, .columns = columns}));
  for (const char* language : {"en", "ar"})
    expect_golden(fmt::format("report/compare_{}.approved.md", language),
                  render_comparison_markdown(compare(two_dates()), {.language = language}));
}

TEST(CompareReport, FitsEveryWidthWithSixHostileProposals) {
  const std::vector<Assessment> six(6, hostile_assessment());
  for (const char* language : {"en", "ar"})
    for (std::size_t columns = 40; columns <= 120; columns += 8) {
      const std::string text =
          render_comparison_text(compare(six), {.language = language, .columns = columns, .all = true});
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        ASSERT_LE(display_width(line), columns) << line;
        ASSERT_FALSE(line.ends_with(' ')) << line;
        at = end + 1;
      }
    }
}

TEST(CompareReport, LooksAsApprovedAsAPage) {
  for (const char* language : {"en", "ar"}) {
    const std::string page = render_comparison_html(compare(two_dates()), {.language = language});
    EXPECT_EQ(nesting_fault(tags_of(page)), "");
    expect_golden(fmt::format("report/compare_{}.approved.html", language), page.substr(page.find("<body>")));
  }
}

/// Two proposals with this text in every field, which differ in some.
std::vector<Assessment> two_hostile(const std::string& text) {
  std::vector<Assessment> two(2, assessment_of_hostile(text));
  two[1].questions[2].evidence = "verified";
  two[1].criteria[1].measure = {95, 94, 97, 1};
  two[1].gates[0].state = GateState::unknown;
  return two;
}

TEST(CompareReport, HasTheSameStructureWhateverTheTextsSay) {
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  for (const char* language : {"en", "ar"}) {
    const ComparisonOptions options{.language = language, .all = true};
    const auto tags = tags_of(render_comparison_html(compare(two_hostile("harmless")), options));
    const auto markdown = lines(render_comparison_markdown(compare(two_hostile("harmless")), options));
    for (const std::string& text : hostile_texts()) {
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      EXPECT_EQ(tags_of(render_comparison_html(compare(two_hostile(text)), options)), tags) << text;
      EXPECT_EQ(lines(render_comparison_markdown(compare(two_hostile(text)), options)), markdown) << text;
    }
  }
}

TEST(CompareReport, SaysThatNothingDiffers) {
  const Comparison same = compare({sample_assessment(), sample_assessment()});
  EXPECT_NE(render_comparison_text(same, {.language = "en"}).find("Nothing differs."), std::string::npos);
  EXPECT_EQ(render_comparison_text(same, {.language = "en", .all = true}).find("not shown"),
            std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
