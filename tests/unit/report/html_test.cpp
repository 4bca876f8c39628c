// Pages about assessments: whole, harmless whatever the texts, in both directions.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "ibtikar/report.h"
#include "support/assessment_builder.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"

namespace ibtikar::test {
namespace {

struct Sample {
  const char* name;
  Assessment (*assessment)();
  friend void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }
};

constexpr Sample kSamples[] = {{"sample", sample_assessment},
                               {"nothing_answered", nothing_answered},
                               {"nothing_applies", nothing_applies},
                               {"capped", capped_by_two_gates}};

class HtmlReportOf : public testing::TestWithParam<Sample> {};

TEST_P(HtmlReportOf, ReadsAsApproved) {
  const Assessment assessment = GetParam().assessment();
  for (const std::string language : {"en", "ar"})
    expect_golden(std::string("report/html_") + GetParam().name + "." + language + ".approved.html",
                  body_of(render_html(assessment, {.language = language})));
}

TEST_P(HtmlReportOf, IsWhole) {
  const Assessment assessment = GetParam().assessment();
  for (const std::string language : {"en", "ar"})
    EXPECT_EQ(nesting_fault(tags_of(render_html(assessment, {.language = language}))), "") << language;
}

INSTANTIATE_TEST_SUITE_P(Html, HtmlReportOf, testing::ValuesIn(kSamples),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(HtmlReport, HasTheSameTagsWhateverTheTextsSay) {
  for (const std::string language : {"en", "ar"}) {
    const auto harmless = tags_of(render_html(assessment_of_hostile("harmless"), {.language = language}));
    for (const std::string& text : hostile_texts())
      EXPECT_EQ(tags_of(render_html(assessment_of_hostile(text), {.language = language})), harmless) << text;
  }
}

TEST(HtmlReport, HasNothingThatRunsOrIsFetched) {
  const auto tags = tags_of(render_html(hostile_assessment(), {}));
  for (const char* name : {"src", "style", "srcset", "action", "onload", "onclick"})
    EXPECT_TRUE(attribute_values(tags, name).empty()) << name;
  for (const std::string& target : attribute_values(tags, "href"))
    EXPECT_TRUE(target.starts_with("#")) << target;
  EXPECT_EQ(std::ranges::count_if(tags, [](const std::string& tag) { return tag.starts_with("<script"); }),
            0);
}

TEST(HtmlReport, SaysItsEncodingAndPolicyFirst) {
  const std::string page = render_html(hostile_assessment(), {});
  EXPECT_LT(page.find("<meta charset=\"utf-8\">"), 1024U);
  EXPECT_LT(page.find("Content-Security-Policy"), page.find("<title>"));
}

TEST(HtmlReport, FillsEveryNameOfItsSkeletonAndNoneInItsTexts) {
  EXPECT_EQ(render_html(sample_assessment(), {}).find("{{"), std::string::npos);
  const std::string page = render_html(assessment_of_hostile("{{style}}"), {});
  EXPECT_NE(page.find("<title>{{style}}</title>"), std::string::npos);
}

TEST(HtmlReport, RunsFromTheRightInArabic) {
  EXPECT_NE(render_html(sample_assessment(), {.language = "ar-EG"}).find("<html lang=\"ar-EG\" dir=\"rtl\">"),
            std::string::npos);
  EXPECT_NE(render_html(sample_assessment(), {.language = "fr"}).find("<html lang=\"en\" dir=\"ltr\">"),
            std::string::npos);
}

TEST(HtmlReport, MirrorsItsBars) {
  // The score 68.2 of sustainability: its tick stands at 68.2 % from where reading starts.
  EXPECT_NE(render_html(sample_assessment(), {.language = "en"}).find("x1=\"68.2%\""), std::string::npos);
  EXPECT_NE(render_html(sample_assessment(), {.language = "ar"}).find("x1=\"31.8%\""), std::string::npos);
}

TEST(HtmlReport, EndsItsBandsWhereTheScaleOfTheRubricEnds) {
  Assessment assessment = sample_assessment();
  const auto texts = [&] { return body_of(render_html(assessment, {})); };
  EXPECT_NE(texts().find(">100</text>"), std::string::npos);
  EXPECT_NE(texts().find("Scale from 0 to 100"), std::string::npos);
  assessment.overall.scale = DisplayScale{.min = 0, .max = 50};
  assessment.overall.measure.shown = ScaledScore{32, 24, 40};
  EXPECT_NE(texts().find(">50</text>"), std::string::npos);
  EXPECT_EQ(texts().find(">100</text>"), std::string::npos);
  EXPECT_EQ(texts().find("Scale from 0 to 100"), std::string::npos) << "bars without numbers in common";
}

TEST(HtmlReport, OfSeveralIsOnePage) {
  const std::string page =
      render_html(std::vector{sample_assessment(), capped_by_two_gates()}, {.language = "en"});
  const auto tags = tags_of(page);
  EXPECT_EQ(nesting_fault(tags), "");
  const auto ids = attribute_values(tags, "id");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << "an id is used twice";
  EXPECT_EQ(std::ranges::count_if(tags, [](const std::string& tag) { return tag.starts_with("<h1"); }), 1);
  for (const std::string& target : attribute_values(tags, "href"))
    EXPECT_NE(std::ranges::find(ids, target.substr(1)), ids.end()) << target;
}

TEST(HtmlReport, OfOneIsItsOwnPage) {
  EXPECT_EQ(render_html(std::vector{sample_assessment()}, {}), render_html(sample_assessment(), {}));
}

}  // namespace
}  // namespace ibtikar::test
