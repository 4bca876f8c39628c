// Plans and reasons as text, Markdown and pages.
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

ImprovedScores scores_in(const Assessment& assessment, double more) {
  ImprovedScores scores{assessment.overall.measure, {}, assessment.verdict};
  scores.overall.score = scores.overall.score.value_or(0) + more;
  for (const DimensionScore& dimension : assessment.dimensions)
    scores.dimensions.push_back(dimension.measure);
  return scores;
}

/// Two changes in two phases, with every kind of step.
Improvement plan_for(const Assessment& today) {
  Improvement found;
  found.today = today;
  found.now = scores_in(today, 0);
  found.options.targets = {{"ready", "", 0}, {"", today.dimensions.front().id, 70}};
  found.options.locked = {today.questions[3].id};
  found.options.budget = 12.5;
  ImprovePlan plan{3.5, 3, {}, {}, scores_in(today, 12)};
  plan.reached.verdict = "ready";
  plan.changes.push_back(
      {today.questions[2].id,
       2.5,
       {{AdviceKind::raise, 2, 1.5, 1.0, 3.0, today.questions[2].answer, today.questions[3].answer},
        {AdviceKind::document, 1, 1, std::string("claimed"), std::string("documented"),
         today.rubric.evidence.levels[0].title, today.rubric.evidence.levels[1].title}}});
  plan.changes.push_back(
      {today.questions[4].id,
       1,
       {{AdviceKind::supply, 1, 1, {}, std::vector<std::string>{"note", "link"}, {}, {}}}});
  plan.phases = {{{1}, 1, scores_in(today, 4)}, {{0}, 2.5, plan.reached}};
  found.plans = {plan, plan};
  found.plans.back().phases.clear();
  return found;
}

Improvement no_plan_for(const Assessment& today) {
  Improvement found = plan_for(today);
  ImprovePlan best = found.plans.back();
  found.plans.clear();
  found.proved = false;
  found.unreachable = {{{"ready", "", 0}, ImproveTarget{"promising", "", 0}, best},
                       {{"", "overall", 99}, {}, {}}};
  return found;
}

Because reasons_for(const Assessment& today, bool is_forced) {
  Because why;
  why.today = today;
  why.is_forced = is_forced;
  why.is_smallest = true;
  why.given = today.questions.size();
  for (const QuestionResult& question : today.questions)
    (is_forced ? why.answers : why.open).push_back(question.id);
  return why;
}

TEST(LetterReport, LooksAsApproved) {
  const Assessment today = sample_assessment();
  for (const std::string language : {"en", "ar"}) {
    for (const std::size_t columns : {40U, 80U}) {
      const LetterOptions look{language, columns, false};
      expect_golden(
          fmt::format("report/improve_{}_{}.approved.txt", language, columns),
          render_improvement_text(plan_for(today), look) + render_improvement_text(no_plan_for(today), look));
      expect_golden(fmt::format("report/because_{}_{}.approved.txt", language, columns),
                    render_reasons_text(reasons_for(today, true), look) +
                        render_reasons_text(reasons_for(today, false), look));
    }
    expect_golden(fmt::format("report/improve_{}.approved.md", language),
                  render_improvement_markdown(plan_for(today), {language}));
    expect_golden(fmt::format("report/because_{}.approved.md", language),
                  render_reasons_markdown(reasons_for(today, true), {language}));
    const std::string plan = render_improvement_html(plan_for(today), {language});
    const std::string reasons = render_reasons_html(reasons_for(today, true), {language});
    EXPECT_EQ(nesting_fault(tags_of(plan)), "");
    EXPECT_EQ(nesting_fault(tags_of(reasons)), "");
    expect_golden(fmt::format("report/improve_{}.approved.html", language), plan.substr(plan.find("<body>")));
    expect_golden(fmt::format("report/because_{}.approved.html", language),
                  reasons.substr(reasons.find("<body>")));
  }
}

TEST(LetterReport, FitsEveryWidthWithHostileTexts) {
  for (const std::string language : {"en", "ar"})
    for (std::size_t columns = 40; columns <= 120; columns += 8) {
      const LetterOptions look{language, columns, false};
      const std::string text = render_improvement_text(plan_for(hostile_assessment()), look) +
                               render_reasons_text(reasons_for(hostile_assessment(), true), look);
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        ASSERT_LE(display_width(line), columns) << line;
        ASSERT_FALSE(line.ends_with(' ')) << line;
        at = end + 1;
      }
    }
}

TEST(LetterReport, HasTheSameStructureWhateverTheTextsSay) {
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  for (const std::string language : {"en", "ar"}) {
    const auto pages = [&](const std::string& text) {
      const Assessment today = assessment_of_hostile(text);
      return tags_of(render_improvement_html(plan_for(today), {language}) +
                     render_reasons_html(reasons_for(today, true), {language}));
    };
    const auto markdown = [&](const std::string& text) {
      const Assessment today = assessment_of_hostile(text);
      return lines(render_improvement_markdown(plan_for(today), {language}) +
                   render_reasons_markdown(reasons_for(today, true), {language}));
    };
    const auto harmless = pages("harmless");
    for (const std::string& text : hostile_texts()) {
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      EXPECT_EQ(pages(text), harmless) << text;
      EXPECT_EQ(markdown(text), markdown("harmless")) << text;
    }
  }
}

}  // namespace
}  // namespace ibtikar::test
