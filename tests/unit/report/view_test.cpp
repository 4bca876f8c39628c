// What a report says, before a format lays it out: what is picked, sorted, left out, said in words.
#include "report/view/view.h"
#include "report/view/sentences.h"

#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include <gtest/gtest.h>

#include "support/assessment_builder.h"

namespace ibtikar::test {
namespace {

using Lines = std::vector<std::string>;

Lines loss_lines(const ReportView& view) {
  Lines lines;
  for (const AnswerView& loss : view.losses) {
    std::string line = fmt::format("{} {}: {}", loss.most, loss.question, loss.answer);
    if (!loss.level.empty()) line += fmt::format(" ({}/{})", loss.level, loss.levels);
    for (const AmountView& amount : loss.lost) line += fmt::format("; {} {}", amount.title, amount.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

Lines step_lines(const ReportView& view) {
  Lines lines;
  for (const StepView& step : view.steps) {
    std::string line = fmt::format("[{}] {} -> {}", step.overall, step.text, step.target);
    for (const AmountView& gain : step.gains) line += fmt::format("; {} {}", gain.title, gain.text);
    lines.push_back(line + "; effort " + step.effort);
  }
  return lines;
}

Lines open_lines(const ReportView& view) {
  Lines lines;
  for (const OpenQuestionView& question : view.open.questions)
    lines.push_back(question.question + (question.decides_cap ? " [cap]" : "") +
                    (question.may_not_apply ? " [maybe]" : ""));
  return lines;
}

Lines cap_lines(const std::vector<GateView>& gates) {
  constexpr const char* kEffects[] = {"decides", "beaten", "idle", "possible"};
  Lines lines;
  for (const GateView& gate : gates)
    for (const CapView& cap : gate.caps)
      lines.push_back(fmt::format("{} {} {} {}>{}", kEffects[static_cast<std::size_t>(cap.effect)],
                                  cap.target, cap.limit, cap.before, cap.after));
  return lines;
}

TEST(View, SortsLossesByWhatOneDimensionLost) {
  EXPECT_EQ(
      loss_lines(view_of(sample_assessment(), {.language = "en", .losses = 2})),
      (Lines{
          "−5.33 What part do service users have in the design?: They are asked, and the answers are on file "
          "(3/5); User involvement −5.33; Sustainability −0.72",
          "−4.20 What say do young people have over decisions and money?: They are told what was decided "
          "(2/5); Sustainability −1.05; User involvement −4.20"}));
}

TEST(View, LeavesOutWhatLostNothing) {
  Assessment a = sample_assessment();
  for (QuestionResult& question : a.questions)
    for (auto& [dimension, lost] : question.lost) lost = 0;
  EXPECT_EQ(loss_lines(view_of(a, {})), Lines{});
}

TEST(View, SaysAnswersInTheReadersLanguage) {
  Assessment a = sample_assessment();
  const auto answer_of = [&a](AnswerValue value) {
    a.questions[6].value = std::move(value);
    const ReportView view = view_of(a, {.language = "ar", .losses = 9});
    return view.losses.back().answer;
  };
  EXPECT_EQ(answer_of(true), "نعم");
  EXPECT_EQ(answer_of(std::string("no")), "لا");
  a.questions[6].type = QuestionType::number;
  EXPECT_EQ(answer_of(12.5), "12.5");
  a.questions[6].type = QuestionType::choices;
  EXPECT_EQ(answer_of(std::vector<std::string>{"a", "b"}), "a، b");
  EXPECT_EQ(answer_of(std::vector<std::string>{}), "لا شيء منها");
}

TEST(View, ListsOnlyStepsThatRaiseSomething) {
  EXPECT_EQ(
      step_lines(view_of(sample_assessment(), {.language = "en"})),
      (Lines{"[+3.10] Hold two design meetings in which service users choose between drafts, and keep the "
             "minutes. -> They work on drafts together with staff; Sustainability +0.72; User involvement "
             "+5.33; effort 2",
             "[+0.85] Minutes of the youth council with its decisions on money. -> Documented; "
             "Sustainability +0.35; User involvement +1.40; effort 1"}));
}

TEST(View, ListsNoStepThatLowersTheOverallScore) {
  Assessment a = sample_assessment();
  a.advice.resize(1);
  a.advice[0].overall_gain = -0.5;
  EXPECT_EQ(step_lines(view_of(a, {})), Lines{});
}

TEST(View, KeepsStepsThatRaiseADimensionWhereTheOverallScoreIsUndefined) {
  Assessment a = sample_assessment();
  a.advice.resize(1);
  a.advice[0].overall_gain.reset();
  EXPECT_EQ(view_of(a, {}).steps.size(), 1u);
  EXPECT_EQ(view_of(a, {}).steps[0].overall, "");
}

TEST(View, PutsOpenQuestionsThatDecideACapFirst) {
  EXPECT_EQ(open_lines(view_of(sample_assessment(), {.language = "en", .open = 2})),
            (Lines{"Which permissions does the program need, and where does each stand? [cap]",
                   "Which seats do service users hold on the board? [maybe]"}));
  Assessment a = sample_assessment();
  a.gates[0].questions = {"more-with-less.mix"};
  EXPECT_EQ(open_lines(view_of(a, {.language = "en", .open = 2})),
            (Lines{"On how many independent sources of income does it live? [cap]",
                   "Which permissions does the program need, and where does each stand?"}));
}

TEST(View, CountsOpenQuestionsApartFromUnscoredOnes) {
  const OpenView open = view_of(sample_assessment(), {.language = "en", .open = 1}).open;
  EXPECT_EQ(open.count, 4u);
  EXPECT_EQ(open.unscored, 1u);
  EXPECT_EQ(open.questions.size(), 1u);
}

TEST(View, CountsAnUnscoredQuestionThatDecidesACap) {
  Assessment a = sample_assessment();
  a.gates[0].questions = {"form.summary"};
  const OpenView open = view_of(a, {.language = "en"}).open;
  EXPECT_EQ(open.count, 5u);
  EXPECT_EQ(open.unscored, 0u);
  EXPECT_EQ(open.questions.front().question, "What does the program do?");
}

TEST(View, SaysWhatEachCapDid) {
  const ReportView view = view_of(capped_by_two_gates(), {.language = "en"});
  EXPECT_EQ(cap_lines(view.caps_applied),
            (Lines{"decides Feasibility 35 72.10>35.00", "beaten Feasibility 50 72.10>35.00",
                   "decides Overall 25 50.42>25.00", "idle Sustainability 90 >"}));
  EXPECT_EQ(view.caps_pending.size(), 0u);
  EXPECT_EQ(view.dimensions[2].uncapped, "72.10");
  EXPECT_EQ(view.dimensions[0].uncapped, "");
}

TEST(View, NamesTheOpenQuestionsThatWouldSettleAGate) {
  Assessment a = sample_assessment();
  a.gates[0].questions = {"groundwork.legal", "youth.power", "stages.governance"};
  const ReportView view = view_of(a, {.language = "en"});
  EXPECT_EQ(cap_lines(view.caps_pending), Lines{"possible Feasibility 35 >"});
  EXPECT_EQ(view.caps_pending[0].questions,
            (Lines{"Which permissions does the program need, and where does each stand?",
                   "Which seats do service users hold on the board?"}));
}

TEST(View, NamesTheBandsThatAreStillPossible) {
  Assessment a = sample_assessment();
  EXPECT_EQ(view_of(a, {.language = "en"}).verdict.possible, (Lines{"Develop", "Promising", "Ready"}));
  a.overall.measure.low = 60;
  a.overall.measure.high = 74.99;
  EXPECT_EQ(view_of(a, {.language = "ar"}).verdict.possible, Lines{"واعد"});
}

TEST(View, SaysWhyThereIsNoVerdict) {
  Assessment a = nothing_answered();
  a.dimensions[0].applicable = false;
  a.dimensions[1].weight = 0;
  const VerdictView verdict = view_of(a, {.language = "en"}).verdict;
  EXPECT_EQ(verdict.title, "Not enough information");
  EXPECT_FALSE(verdict.sufficient);
  EXPECT_TRUE(verdict.too_incomplete);
  EXPECT_EQ(verdict.without_score, Lines{"Feasibility"});
}

TEST(View, CallsARubricOfOneBandNeitherGoodNorBad) {
  Assessment a = sample_assessment();
  a.rubric.bands = {{"any", 0, in_both("Any", "أي"), {}}};
  a.overall.band = a.verdict = "any";
  const ReportView view = view_of(a, {.language = "en"});
  EXPECT_EQ(view.verdict.standing, Standing::none);
  EXPECT_EQ(view.verdict.title, "Any");
}

TEST(View, StandsInForTextsThatAreMissing) {
  Assessment a = sample_assessment();
  a.proposal.title.clear();
  a.dimensions[0].title = {};
  a.rubric.title = {{{"fr", "Innovation sociale"}}};
  const ReportView view = view_of(a, {.language = "ar"});
  EXPECT_EQ(view.head.title, "P-0012");
  EXPECT_EQ(view.dimensions[0].title, "sustainability");
  EXPECT_EQ(view.head.rubric, "Innovation sociale 1.0.0");
  a.proposal.id.clear();
  EXPECT_EQ(view_of(a, {.language = "ar"}).head.title, "برنامج بلا عنوان");
}

TEST(View, TakesTheRubricsFirstLanguageWhenNoneIsAskedFor) {
  Assessment a = sample_assessment();
  a.rubric.languages = {"ar", "en"};
  EXPECT_EQ(view_of(a, {}).verdict.title, "واعد");
}

TEST(View, TranslatesWarningsByTheirCode) {
  Assessment a = sample_assessment();
  a.warnings = {{"hidden-answer", "/answers/youth.power", "this question does not apply"},
                {"brand-new", "/x", "something\nelse"}};
  const std::vector<WarningView> arabic = view_of(a, {.language = "ar"}).warnings;
  EXPECT_EQ(arabic[0].subject, "youth.power");
  EXPECT_EQ(arabic[0].text, "لا ينطبق هذا السؤال بحسب الإجابات الأخرى، فلا تُحسب إجابته.");
  EXPECT_EQ(arabic[1].subject, "/x");
  EXPECT_EQ(arabic[1].text, "something else");
  EXPECT_EQ(view_of(a, {.language = "en"}).warnings[0].text, "this question does not apply");
}

TEST(View, ListsOnlySoManyWarnings) {
  Assessment a = sample_assessment();
  a.warnings.assign(kMaxWarningsShown + 3, {"brand-new", "/x", "message"});
  const ReportView view = view_of(a, {});
  EXPECT_EQ(view.warnings.size(), kMaxWarningsShown);
  EXPECT_EQ(view.warnings_left_out, 3u);
}

TEST(View, ShowsNumbersThatAreNoneAsADash) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  Assessment a = sample_assessment();
  a.overall.measure = {nan, nan, std::numeric_limits<double>::infinity(), nan};
  const MeasureView measure = view_of(a, {}).overall.measure;
  EXPECT_EQ(Lines({measure.score_text, measure.low_text, measure.high_text, measure.completeness_text}),
            (Lines{"–", "–", "–", "–"}));
  EXPECT_FALSE(measure.score.has_value());
  EXPECT_EQ(measure.low, 0);
  EXPECT_EQ(measure.high, 0);
}

TEST(View, GroupsCriteriaBySectionAndLeavesContextOut) {
  Lines titles;
  for (const SectionView& section : view_of(sample_assessment(), {.language = "en"}).sections) {
    titles.push_back(section.title + ":");
    for (const ScoreView& criterion : section.criteria) titles.push_back(criterion.title);
  }
  EXPECT_EQ(titles, (Lines{"Factors:", "Competence", "Youth", "Groundwork", "Users:", "Users at every stage",
                           "Conditions of taking part", "Lasting value:", "More with less", "Safeguards"}));
}

TEST(View, KeepsACriterionWhoseSectionIsNotThere) {
  Assessment a = sample_assessment();
  a.rubric.sections.clear();
  const std::vector<SectionView> sections = view_of(a, {}).sections;
  ASSERT_EQ(sections.size(), 3u);
  EXPECT_EQ(sections[0].title, "factors");
  EXPECT_EQ(sections[0].criteria.size(), 3u);
}

TEST(View, ShortensDigests) {
  const OriginView origin = view_of(sample_assessment(), {.language = "en"}).origin;
  EXPECT_EQ(origin.rubric_digest, "sha256:4bd1c0ffee12…");
  EXPECT_EQ(origin.evidence_default, "Claimed");
  EXPECT_EQ(origin.evidence_ceiling, "75%");
  EXPECT_EQ(origin.evidence_margin, "±25%");
}

TEST(View, TellsUpToEightBandsApart) {
  for (std::size_t count = 2; count <= 8; ++count) {
    std::set<Standing> all;
    for (std::size_t i = 0; i < count; ++i) all.insert(band_standing(i, count));
    EXPECT_EQ(all.size(), count);
    EXPECT_EQ(*all.begin(), Standing::low);
    EXPECT_EQ(*all.rbegin(), Standing::high);
  }
  EXPECT_EQ(band_standing(0, 1), Standing::none);
}

TEST(View, ShowsNoEvidenceOfWhatIsNotScored) {
  Assessment a = sample_assessment();
  const auto shown = [&a] {
    std::size_t with_evidence = 0;
    for (const CriterionAnswersView& criterion : view_of(a, {.language = "en"}).answers)
      for (const AnswerView& answer : criterion.answers) with_evidence += answer.evidence.empty() ? 0U : 1U;
    return with_evidence;
  };
  EXPECT_GT(shown(), 0U);
  for (QuestionResult& question : a.questions) question.scored = false;
  EXPECT_EQ(shown(), 0U);
}

TEST(View, SaysWhatIsSettledWhereThereIsNoVerdict) {
  Assessment a = sample_assessment();
  a.verdict = kInsufficient;
  a.settled = true;
  a.overall.measure.low = a.overall.measure.high = *a.overall.measure.score;
  for (const auto& [language, said] :
       {std::pair("en", "none yet; whatever the open answers are"), std::pair("ar", "لم يصدر بعد")}) {
    bool found = false;
    for (const Fact& fact : verdict_facts(view_of(a, {.language = language})))
      found = found || fact.text.text.find(said) != std::string::npos;
    EXPECT_TRUE(found) << language;
  }
}

}  // namespace
}  // namespace ibtikar::test
