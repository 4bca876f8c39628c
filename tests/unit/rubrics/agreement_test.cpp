// How far independent assessors agree with the built-in rubric, what they say together of ten real programs,
// and whether the quick rubric points the same way. The tables of rubrics/README.md come from here.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "codec/proposal/answers_file.h"
#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"
#include "support/builtin_rubric.h"
#include "support/codings.h"
#include "support/golden.h"
#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

const fs::path kProject = test::project_dir();
const fs::path kPage = kProject / "rubrics/README.md";

const Rubric& full() {
  static const Rubric rubric = builtin_rubric();
  return rubric;
}

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.2f}", *value) : std::string("–");
}

std::string title_of(const std::string& criterion) {
  for (const Section& section : full().sections())
    for (const Criterion& one : section.criteria)
      if (one.id == criterion) return std::string(one.title.in("en"));
  return "**all**";
}

TEST(Agreement, IsHighEnoughAndPublished) {
  const std::vector<Coding> codings = read_codings();
  ASSERT_GE(codings.size(), 3u);
  const Agreement found = agreement_of(full(), codings);
  std::string table =
      "| criterion | alpha | pairs | answered at all: alpha | answered |\n| --- | --: | --: | --: | --: |\n";
  for (const AlphaOf& one : found.criteria) {
    table += fmt::format("| {} | {} | {} | {} | {:.0f} % |\n", title_of(one.criterion), number(one.alpha),
                         one.units, number(one.answered_alpha), 100 * one.answered);
    ASSERT_TRUE(one.alpha) << one.criterion;
    EXPECT_GE(*one.alpha, one.criterion.empty() ? 0.90 : 0.60) << one.criterion;
  }
  EXPECT_GE(found.criteria.back().answered_alpha.value_or(0), 0.88);
  table += fmt::format("| all: 95 % of samples of programs | {:.2f}–{:.2f} | | | |\n", found.low, found.high);
  for (const auto& [dimension, correlation] : found.scores)
    table += fmt::format("| score of {}: ICC(2,1) | {} | {} | | |\n", dimension, number(correlation),
                         found.scored_programs);
  expect_block(kPage, "agreement", "\n" + table + "\n");
}

struct Program {
  const char* id;
  const char* title;
  const char* organization;
};

constexpr Program kPrograms[] = {
    {"buurtzorg", "Buurtzorg in Tower Hamlets (2017)", "East London NHS Foundation Trust"},
    {"communities-that-care", "Communities That Care in 24 towns (2003)", "University of Washington"},
    {"family-nurse-partnership", "Family Nurse Partnership in England (2006)",
     "Department of Health, England"},
    {"fountain-house", "Fountain House: the clubhouse model (1989-1992)",
     "Clubhouses after Fountain House, New York"},
    {"friendship-bench", "The Friendship Bench in 60 clinics (2016)", "Friendship Bench, Zimbabwe"},
    {"graduation", "BRAC's graduation program, second phase (2007)", "BRAC, Bangladesh"},
    {"housing-first", "Housing First: At Home / Chez Soi (2009)", "Mental Health Commission of Canada"},
    {"playpump", "PlayPump in ten countries (2006)", "PlayPumps International"},
    {"questscope", "Questscope non-formal education (2016)", "Questscope, Jordan"},
    {"scared-straight", "Scared Straight: prison tours for Chicago students (2003)", "State of Illinois"},
};

/// Without answers to questions that the other answers hide: what most say of each may not fit together.
std::vector<std::pair<std::string, Answer>> applicable(std::vector<std::pair<std::string, Answer>> answers) {
  Proposal proposal;
  proposal.answers = answers;
  Diagnostics warnings;
  const auto sheet = Scorer(full()).encode(proposal, {}, warnings);
  EXPECT_TRUE(sheet);
  for (const Diagnostic& warning : warnings)
    std::erase_if(answers, [&](const auto& one) { return warning.pointer == "/answers/" + one.first; });
  return answers;
}

TEST(CodedExamples, AreWhatTheAssessorsSayTogether) {
  const std::vector<Coding> codings = read_codings();
  ASSERT_EQ(codings.size(), 3u);
  for (const Program& program : kPrograms) {
    AnswersFile file;
    file.set_rubric({full().id(), full().version()});
    file.set_text("id", program.id);
    file.set_text("title", program.title);
    file.set_text("organization", program.organization);
    file.set_text("assessor", "three independent assessors, from the fact sheet alone");
    file.set_text("date", "2026-11-30");
    file.set_text("language", "en");
    file.set_text("x-facts", fmt::format("examples/programs/{}.md", program.id));
    for (const auto& [id, answer] : applicable(consensus(full(), codings, program.id)))
      file.set_answer(id, answer);
    expect_file(kProject / "examples/proposals" / (std::string(program.id) + ".json"), file.text());
  }
}

struct Scored {
  std::string name;
  std::string title;
  Assessment full;
  Assessment quick;
};

/// Every example, by both rubrics.
std::vector<Scored> scored_examples() {
  const Rubric quick = builtin_rubric("social-innovation-quick");
  const Scorer by_full(full());
  const Scorer by_quick(quick);
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kProject / "examples/proposals"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Scored> out;
  for (const fs::path& path : paths) {
    Diagnostics ignored;
    const auto proposal = decode_proposal({path.string(), read_file(path)}, {}, ignored);
    if (!proposal) throw std::runtime_error(format(proposal.error()));
    const auto assess = [&](const Scorer& scorer) {
      const auto sheet = scorer.encode(*proposal, {.rubric_by_hand = true}, ignored);
      if (!sheet) throw std::runtime_error(format(sheet.error()));
      return scorer.assess(*proposal, *sheet, {});
    };
    out.push_back({path.stem().string(), proposal->title, assess(by_full), assess(by_quick)});
  }
  return out;
}

std::string with_interval(const Measure& measure) {
  return fmt::format("{} ({:.0f}–{:.0f})", measure.score ? fmt::format("{:.0f}", *measure.score) : "–",
                     measure.low, measure.high);
}

TEST(CodedExamples, AreListedWithTheirVerdicts) {
  std::vector<Scored> scored = scored_examples();
  std::stable_sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
    return a.full.overall.measure.score > b.full.overall.measure.score;
  });
  std::string table =
      "| proposal | overall | sustainability | user involvement | feasibility | answered | verdict | caps "
      "that apply |\n"
      "| --- | --: | --: | --: | --: | --: | --- | --- |\n";
  for (const Scored& one : scored) {
    std::string caps;
    for (const GateResult& gate : one.full.gates)
      if (gate.state == GateState::applies) caps += (caps.empty() ? "" : ", ") + gate.id;
    table += fmt::format("| {} | {} |", one.title, with_interval(one.full.overall.measure));
    for (const DimensionScore& dimension : one.full.dimensions)
      table += " " + with_interval(dimension.measure) + " |";
    table += fmt::format(" {:.0f} % | {}{} | {} |\n", 100 * one.full.overall.measure.completeness,
                         one.full.verdict == kInsufficient ? "not enough information" : one.full.verdict,
                         one.full.settled ? ", settled" : "", caps);
  }
  expect_block(kPage, "examples", "\n" + table + "\n");
}

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> ranks;
  for (const double value : values) {
    const auto below =
        std::count_if(values.begin(), values.end(), [&](double other) { return other < value; });
    const auto equal = std::count(values.begin(), values.end(), value);
    ranks.push_back(static_cast<double>(below) + static_cast<double>(equal + 1) / 2);
  }
  return ranks;
}

/// Spearman's rank correlation, ties at their mean rank.
double rank_correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const std::vector<double> x = ranks_of(a);
  const std::vector<double> y = ranks_of(b);
  const double middle = static_cast<double>(x.size() + 1) / 2;
  double together = 0, of_x = 0, of_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    together += (x[i] - middle) * (y[i] - middle);
    of_x += (x[i] - middle) * (x[i] - middle);
    of_y += (y[i] - middle) * (y[i] - middle);
  }
  return together / std::sqrt(of_x * of_y);
}

TEST(QuickRubric, AsksOneQuestionOfEachCriterionOfTheFullOne) {
  const Rubric quick = builtin_rubric("social-innovation-quick");
  EXPECT_EQ(quick.question_count(), 15u);
  std::vector<std::string> criteria;
  for (std::size_t q = 0; q < quick.question_count(); ++q) {
    criteria.push_back(quick.criterion_of(q).id);
    const auto number = full().find(quick.full_id(q));
    ASSERT_TRUE(number) << quick.full_id(q);
    EXPECT_EQ(quick.question(q), full().question(*number)) << "answers carry over: " << quick.full_id(q);
  }
  std::vector<std::string> expected;
  for (const Section& section : full().sections())
    for (const Criterion& criterion : section.criteria)
      if (!criterion.contributes.empty()) expected.push_back(criterion.id);
  EXPECT_EQ(criteria, expected);
}

TEST(QuickRubric, PointsWhereTheFullOnePoints) {
  const std::vector<Scored> scored = scored_examples();
  std::string table =
      "| score | proposals | rank correlation of the quick with the full rubric |\n| --- | --: | --: |\n";
  for (std::size_t d = 0; d <= full().dimensions().size(); ++d) {
    std::vector<double> by_full, by_quick;
    for (const Scored& one : scored) {
      const auto& a = d == 0 ? one.full.overall : one.full.dimensions[d - 1];
      const auto& b = d == 0 ? one.quick.overall : one.quick.dimensions[d - 1];
      if (!a.measure.score || !b.measure.score) continue;
      by_full.push_back(*a.measure.score);
      by_quick.push_back(*b.measure.score);
    }
    const double rho = rank_correlation(by_full, by_quick);
    EXPECT_GT(rho, 0) << d;
    table += fmt::format("| {} | {} | {:.2f} |\n", d == 0 ? "overall" : full().dimensions()[d - 1].id,
                         by_full.size(), rho);
  }
  expect_block(kPage, "quick", "\n" + table + "\n");
}

}  // namespace
}  // namespace ibtikar::test
