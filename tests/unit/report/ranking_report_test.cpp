// Rankings and draws in every format and both languages.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "codec/results/draw_json.h"
#include "codec/results/ranking_json.h"
#include "ibtikar/ranking_report.h"
#include "ibtikar/scorer.h"
#include "support/fixtures.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"
#include "support/random_proposal.h"

namespace ibtikar::test {
namespace {

/// Five programs of a small rubric, three assessors, one reading missing; the first title is as given.
PanelRanking sample(const std::string& title = "Night school", const std::string& by = "overall") {
  const Rubric rubric = valid_rubric("valid/small.json");
  const Scorer scorer(rubric);
  Readings readings;
  readings.programs = {
      {"p-1", title}, {"p-2", "حديقة الحي"}, {"p-3", ""}, {"p-4", "Garden"}, {"p-5", "Empty"}};
  readings.assessors = {"Amal", "Badr", "Chen"};
  for (std::size_t i = 0; i < readings.programs.size(); ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      if (i == 2 && j == 1) continue;
      Diagnostics warnings;
      Proposal proposal;
      if (i < 4) {
        proposal.answers.emplace_back("goal.exists", Answer{i < 3 || j == 0});
        proposal.answers.emplace_back("goal.written", Answer{static_cast<double>((i + j) % 3)});
        proposal.answers.emplace_back("goal.years", Answer{static_cast<double>(5 - i - j % 2)});
        proposal.answers.emplace_back("people.who",
                                      Answer{std::vector<std::string>{i % 2 == 0 ? "users" : "staff"}});
      }
      const auto sheet = scorer.encode(proposal, {}, warnings);
      if (!sheet) ADD_FAILURE() << format(sheet.error());
      readings.all.push_back({i, j, *sheet, fmt::format("sha256:{}{}", i, j), "file", 1});
    }
  return rank_readings(rubric, readings, *RankExpression::parse(by, rubric),
                       SmaaOptions{.draws = 400, .within = {}, .seed = "seed", .jobs = 1});
}

DrawRecord drawn(DrawRule rule, const PanelRanking& ranking) {
  const DrawField field = draw_field(ranking.programs, Better::higher, rule);
  const auto draw =
      draw_lots(field.entries, {rule, 2, rule == DrawRule::linear ? 0.02 : 0, "6 of 49: 3 8 20"});
  if (!draw) ADD_FAILURE() << format(draw.error());
  return {*draw, "small 1.0.0", "sha256:1", "overall", field.left_out};
}

TEST(RankingReport, IsApprovedInEveryFormat) {
  const PanelRanking ranking = sample();
  for (const char* language : {"en", "ar"}) {
    for (const std::size_t columns : {40u, 80u})
      expect_golden(fmt::format("report/ranking_{}_{}.approved.txt", language, columns),
                    render_ranking_text(ranking, {language, columns}));
    expect_golden(fmt::format("report/ranking_{}.approved.md", language),
                  render_ranking_markdown(ranking, {language}));
    expect_golden(fmt::format("report/ranking_{}.approved.html", language),
                  body_of(render_ranking_html(ranking, {language})));
  }
  expect_golden("report/ranking.approved.csv", render_ranking_csv(ranking, false));
  expect_golden("report/ranking.approved.json", encode_ranking(ranking, JsonStyle::indented) + "\n");
}

TEST(DrawReport, IsApprovedInEveryFormat) {
  const PanelRanking ranking = sample();
  for (const auto& [rule, name] :
       {std::pair{DrawRule::snsf, "snsf"}, std::pair{DrawRule::linear, "linear"}}) {
    const DrawRecord record = drawn(rule, ranking);
    for (const char* language : {"en", "ar"}) {
      expect_golden(fmt::format("report/draw_{}_{}.approved.txt", name, language),
                    render_draw_text(record, {language, 80}));
      expect_golden(fmt::format("report/draw_{}_{}.approved.md", name, language),
                    render_draw_markdown(record, {language}));
      expect_golden(fmt::format("report/draw_{}_{}.approved.html", name, language),
                    body_of(render_draw_html(record, {language})));
    }
    const std::string json = encode_draw(record, JsonStyle::indented) + "\n";
    expect_golden(fmt::format("report/draw_{}.approved.json", name), json);
    const auto read = decode_draw({"draw.json", json});
    ASSERT_TRUE(read) << format(read.error());
    EXPECT_EQ(encode_draw(*read, JsonStyle::indented) + "\n", json);
    EXPECT_TRUE(replay(read->draw).empty());
  }
}

TEST(DrawReport, OfASavedRankingIsThatOfTheReadings) {
  const PanelRanking ranking = sample();
  const auto saved = decode_ranking({"r.json", encode_ranking(ranking, JsonStyle::compact)});
  ASSERT_TRUE(saved) << format(saved.error());
  for (const DrawRule rule : {DrawRule::snsf, DrawRule::linear}) {
    const DrawField a = draw_field(ranking.programs, Better::higher, rule);
    const DrawField b = draw_field(saved->programs, saved->better, rule);
    ASSERT_EQ(a.entries.size(), b.entries.size());
    EXPECT_EQ(a.left_out, b.left_out);
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
      EXPECT_EQ(a.entries[i].score, b.entries[i].score);
      EXPECT_EQ(a.entries[i].rank, b.entries[i].rank);
      EXPECT_EQ(a.entries[i].worst, b.entries[i].worst);
      EXPECT_EQ(a.entries[i].digests, b.entries[i].digests);
    }
  }
}

void expect_width(const std::string& text, std::size_t columns) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    EXPECT_LE(display_width(line), columns) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
    at = end + 1;
  }
}

TEST(RankingReport, FitsEveryWidth) {
  const PanelRanking ranking = sample(std::string(200, 'x') + " \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A");
  for (const char* language : {"en", "ar"})
    for (std::size_t columns = 40; columns <= 120; columns += 8) {
      expect_width(render_ranking_text(ranking, {language, columns}), columns);
      for (const DrawRule rule : {DrawRule::snsf, DrawRule::linear})
        expect_width(render_draw_text(drawn(rule, ranking), {language, columns}), columns);
    }
}

TEST(RankingReport, KeepsHostileTitlesHarmless) {
  for (const std::string& text : hostile_texts()) {
    const PanelRanking ranking = sample(text);
    const std::string plain = render_ranking_text(ranking, {"en", 80});
    EXPECT_EQ(plain.find('\x1B'), std::string::npos);
    const std::string page = render_ranking_html(ranking, {"ar"});
    EXPECT_EQ(nesting_fault(tags_of(page)), "");
    EXPECT_EQ(nesting_fault(tags_of(render_draw_html(drawn(DrawRule::linear, ranking), {"ar"}))), "");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<img"), std::string::npos);
  }
}

}  // namespace
}  // namespace ibtikar::test
