// The built-in rubric says what its brief asks: criteria, weights, anchored levels, gates, two languages.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include <fmt/format.h>

#include "ibtikar/codec.h"
#include "builtin/files.h"

namespace ibtikar {
namespace {

Rubric social_innovation() {
  Diagnostics warnings;
  const NamedText source{"social-innovation", std::string(*builtin_text("social-innovation.json"))};
  auto rubric = decode_rubric(
      source,
      [](auto, auto) -> Result<NamedText> { return fail_io("", Message::verbatim("extends nothing")); },
      warnings);
  EXPECT_EQ(format(warnings), "");
  return std::move(*rubric);
}

class SocialInnovation : public testing::Test {
 protected:
  const Rubric rubric_ = social_innovation();

  template <class Visit>
  void for_each_scored(const Visit& visit) const {
    for (std::size_t q = 0; q < rubric_.question_count(); ++q)
      if (rubric_.is_scored(q)) visit(rubric_.full_id(q), rubric_.question(q));
  }
};

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

/// "S1 F3": what a criterion contributes to (S)ustainability, (U)ser involvement, (F)easibility.
std::string weights_of(const Criterion& criterion) {
  const std::map<std::string, std::string> letters = {
      {"sustainability", "S"}, {"user-involvement", "U"}, {"feasibility", "F"}};
  std::string out;
  for (const Contribution& part : criterion.contributes)
    out += fmt::format("{}{}{:.0f}", out.empty() ? "" : " ", letters.at(part.dimension), part.weight);
  return out;
}

TEST_F(SocialInnovation, HasTheCriteriaWeightsAndSourcesOfItsBrief) {
  std::string found;
  for (const Section& section : rubric_.sections())
    for (const Criterion& criterion : section.criteria) {
      std::string marks;
      for (const Citation& citation : criterion.sources) marks += " " + citation.at;
      if (!criterion.contributes.empty())
        found += fmt::format("{}: {} |{} | {}\n", criterion.id, weights_of(criterion), marks,
                             criterion.questions.size());
    }
  EXPECT_EQ(found,
            "competence: S1 F3 | F1 H1 | 6\n"
            "youth: S1 U3 F1 | F2 | 3\n"
            "groundwork: S1 F3 | F3 | 5\n"
            "social-change: S3 U3 F1 | F4 | 5\n"
            "orientation: S1 U1 F1 | P1 | 3\n"
            "final-goal: S3 F1 | P2 | 3\n"
            "pulse: U1 F1 | P3 | 3\n"
            "cumulative-motivation: S3 F1 | P4 | 4\n"
            "integrative-programming: S1 F3 | P5 | 3\n"
            "staff-driven: S3 U1 F1 | P6 | 2\n"
            "stages: S1 U4 | U1 U2 U4 | 5\n"
            "conditions: U3 F1 | U1 U3 | 2\n"
            "more-with-less: S3 F1 | C1 C2 | 3\n"
            "enterprise: S1 F1 | C3 H2 | 4\n"
            "safeguards: S3 | P7 C6 | 5\n");
}

TEST_F(SocialInnovation, GivesEveryScoredQuestionHelpAHintAtEvidenceAndANextStep) {
  for_each_scored([](const std::string& id, const Question& question) {
    for (const char* language : {"en", "ar"})
      for (const LocalizedText* text :
           {&question.ask, &question.help, &question.evidence_hint, &question.advice})
        EXPECT_TRUE(text->has(language) && !text->in(language).empty()) << id << " " << language;
  });
}

TEST_F(SocialInnovation, AsksInAtMost25WordsWithAQuestionMark) {
  for (std::size_t q = 0; q < rubric_.question_count(); ++q)
    for (const char* language : {"en", "ar"}) {
      const std::string_view ask = rubric_.question(q).ask.in(language);
      EXPECT_LE(count_words(ask), 25u) << rubric_.full_id(q) << ": " << ask;
      EXPECT_TRUE(ask.ends_with(language == std::string_view("ar") ? "؟" : "?"))
          << rubric_.full_id(q) << ": " << ask;
    }
}

TEST_F(SocialInnovation, AnchorsFiveLevelsFrom1To5EachInItsOwnWords) {
  for_each_scored([](const std::string& id, const Question& question) {
    if (question.type != QuestionType::scale) return;
    ASSERT_EQ(question.levels.size(), 5u) << id;
    for (const char* language : {"en", "ar"}) {
      std::set<std::string_view> titles;
      for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(question.levels[i].value, static_cast<double>(i + 1)) << id;
        titles.insert(question.levels[i].title.in(language));
        EXPECT_LE(count_words(question.levels[i].title.in(language)), 18u) << id;
      }
      EXPECT_EQ(titles.size(), 5u) << id << " says the same twice in " << language;
    }
  });
}

TEST_F(SocialInnovation, HasTheGatesOfItsBrief) {
  std::string found;
  for (const Gate& gate : rubric_.parts().gates) {
    found += gate.id + ":";
    for (const Cap& cap : gate.caps) found += fmt::format(" {} {:.0f}", cap.target, cap.limit);
    found += "\n";
  }
  EXPECT_EQ(found,
            "no-users: user-involvement 25 overall 40\n"
            "legal-bar: feasibility 35\n"
            "unfunded: feasibility 50\n"
            "one-payer: sustainability 60\n"
            "known-harm: overall 25\n"
            "no-goal: sustainability 40\n");
}

TEST_F(SocialInnovation, HasTheBandsEvidenceAndOverallOfItsBrief) {
  const RubricDraft& parts = rubric_.parts();
  EXPECT_EQ(parts.combine, Combine::geometric_mean);
  EXPECT_EQ(parts.min_completeness, 0.8);
  std::string found;
  for (const Band& band : parts.bands) found += fmt::format("{} {:.0f}, ", band.id, band.from);
  for (const EvidenceLevel& level : parts.evidence.levels)
    found += fmt::format("{} {:.2f} {:.2f}, ", level.id, level.margin, level.ceiling);
  EXPECT_EQ(found,
            "rethink 0, develop 40, promising 60, ready 75, "
            "claimed 0.25 0.75, documented 0.10 1.00, measured 0.05 1.00, verified 0.00 1.00, ");
  EXPECT_EQ(parts.evidence.default_level, "claimed");
}

TEST_F(SocialInnovation, NeverScoresItsProfile) {
  for (std::size_t q = 0; q < rubric_.question_count(); ++q) {
    const bool is_profile = rubric_.criterion_of(q).id == "profile";
    EXPECT_EQ(rubric_.is_scored(q), !is_profile) << rubric_.full_id(q);
  }
}

}  // namespace
}  // namespace ibtikar
