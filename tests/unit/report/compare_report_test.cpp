// Comparisons as text and Markdown.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/golden.h"

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

TEST(CompareReport, SaysThatNothingDiffers) {
  const Comparison same = compare({sample_assessment(), sample_assessment()});
  EXPECT_NE(render_comparison_text(same, {.language = "en"}).find("Nothing differs."), std::string::npos);
  EXPECT_EQ(render_comparison_text(same, {.language = "en", .all = true}).find("not shown"),
            std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
