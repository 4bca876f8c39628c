// Panels as text, Markdown, pages and tables: whatever names and titles say, the structure is ours.
#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "codec/results/panel_json.h"
#include "report/html/panel.h"
#include "report/markdown/panel.h"
#include "report/rows/panel_rows.h"
#include "report/text/panel.h"
#include "support/fixtures.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/html_tags.h"

namespace ibtikar::test {
namespace {

const Rubric& small_rubric() {
  static const Rubric rubric = valid_rubric("valid/small.json");
  return rubric;
}

AnswerSheet panel_sheet(std::uint32_t level) {
  AnswerSheet sheet;
  sheet.cells.resize(small_rubric().question_count());
  sheet.cells[0] = {CellState::answered, false, false, 0, 1, 1, 1, {}};
  sheet.cells[1] = {CellState::answered, false, false, 1, level, double(level), level / 2.0, {}};
  sheet.cells[2] = {CellState::answered, false, false, 0, 0, 2.5 * level, level / 4.0, {}};
  sheet.cells[3] = {CellState::answered, false, false, 0, 0, 0, 0.6, {true, level > 1}};
  sheet.cells[4].state = level == 0 ? CellState::not_applicable : CellState::unanswered;
  return sheet;
}

Panel three_by_three() {
  Readings readings;
  for (const char* number : {"1", "2", "3"}) {
    readings.programs.push_back({number, ""});
    readings.assessors.emplace_back(number);
  }
  for (std::size_t p = 0; p < 3; ++p)
    for (std::uint32_t a = 0; a < 3; ++a)
      if (p + a != 4)
        readings.all.push_back({p, a, panel_sheet((a + static_cast<std::uint32_t>(p)) % 3), "", "", 1});
  readings.conflicts = {{"1", "1", "", false}};
  return panel_of(small_rubric(), std::move(readings), {});
}

/// Three programs and assessors, whose names, ids, titles and reasons are this text.
Panel panel_of_text(const std::string& text) {
  static const Panel numbered = three_by_three();
  Panel panel = numbered;
  for (PanelProgram& program : panel.programs) program.program = {text + program.program.id, text};
  for (std::string& assessor : panel.assessors) assessor = text + assessor;
  panel.conflicts = {{text + "1", text + "1", text, false}};
  return panel;
}

Panel titled_panel() {
  Readings readings;
  readings.programs = {{"P-1", "Night school"}, {"P-2", "حديقة الحي"}, {"P-3", ""}};
  readings.assessors = {"Amal", "Badr", "Chen"};
  for (std::size_t p = 0; p < 3; ++p)
    for (std::uint32_t a = 0; a < 3; ++a)
      if (p + a != 4)
        readings.all.push_back(
            {p, a, panel_sheet((a + static_cast<std::uint32_t>(p)) % 3), "sha256:1", "", 1});
  readings.conflicts = {{"Chen", "P-3", "her sister runs it", true}};
  return panel_of(small_rubric(), std::move(readings), {.funded = 1, .bootstrap = {.replicates = 50}});
}

TEST(PanelReport, IsApprovedInEveryFormat) {
  const Panel panel = titled_panel();
  for (const char* language : {"en", "ar"}) {
    for (const std::size_t columns : {40u, 80u})
      expect_golden(fmt::format("report/panel_{}_{}.approved.txt", language, columns),
                    render_panel_text(panel, {.language = language, .columns = columns}));
    const PanelLook look{.language = language};
    expect_golden(fmt::format("report/panel_{}.approved.md", language), render_panel_markdown(panel, look));
    const std::string page = render_panel_html(panel, look);
    expect_golden(fmt::format("report/panel_{}.approved.html", language), page.substr(page.find("<body>")));
    expect_golden(fmt::format("report/panel_status_{}.approved.txt", language),
                  render_panel_text(panel, {.language = language, .status = true}));
    expect_golden(fmt::format("report/panel_next_{}.approved.txt", language),
                  render_panel_text(panel, {.language = language, .next = true}));
  }
  expect_golden("report/panel.approved.csv", render_panel_csv(panel, false));
  expect_golden("report/panel.approved.json", encode_panel(panel, JsonStyle::indented) + "\n");
}

TEST(PanelReport, FitsEveryWidth) {
  for (const std::string& name : {std::string("Amal"), std::string(60, 'x'), std::string("لجنة التقييم ")})
    for (const char* language : {"en", "ar"})
      for (const bool status : {false, true})
        for (std::size_t columns = 40; columns <= 120; columns += 8) {
          const std::string text = render_panel_text(
              panel_of_text(name), {.language = language, .columns = columns, .status = status});
          for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            const std::string line = text.substr(at, end - at);
            ASSERT_LE(display_width(line), columns) << line;
            ASSERT_FALSE(line.ends_with(' ')) << line;
            at = end + 1;
          }
        }
}

TEST(PanelReport, HasTheSameStructureWhateverTheTextsSay) {
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  for (const char* language : {"en", "ar"}) {
    const PanelLook look{.language = language};
    const Panel harmless = panel_of_text("harmless");
    const auto tags = tags_of(render_panel_html(harmless, look));
    EXPECT_EQ(nesting_fault(tags), "");
    for (const std::string& text : hostile_texts()) {
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      const Panel panel = panel_of_text(text);
      EXPECT_EQ(tags_of(render_panel_html(panel, look)), tags) << text;
      EXPECT_EQ(lines(render_panel_markdown(panel, look)), lines(render_panel_markdown(harmless, look)))
          << text;
      EXPECT_EQ(lines(render_panel_csv(panel, false)), lines(render_panel_csv(harmless, false))) << text;
    }
  }
}

TEST(PanelReport, NamesNobodyInABlindPanel) {
  PanelOptions options;
  options.blind_seed = 3;
  Readings readings;
  readings.programs = {{"1", "Garden"}, {"2", "Roof"}};
  readings.assessors = {"Secret-one", "Secret-two", "Secret-three"};
  for (std::uint32_t a = 0; a < 3; ++a) readings.all.push_back({0, a, panel_sheet(a), "Secret", "Secret", 1});
  readings.conflicts = {{"Secret-one", "2", "Secret reason", false}};
  const Panel panel = panel_of(small_rubric(), std::move(readings), options);
  for (const PanelLook& look : {PanelLook{.language = "en"}, PanelLook{.language = "en", .status = true}})
    for (const std::string& text :
         {render_panel_text(panel, look), render_panel_html(panel, look), render_panel_markdown(panel, look),
          render_panel_csv(panel, false), encode_panel(panel, JsonStyle::indented)})
      EXPECT_EQ(text.find("Secret"), std::string::npos);
}

TEST(PanelReport, SaysWhySeverityIsUndefined) {
  Readings readings;
  readings.programs = {{"1", "Garden"}};
  readings.assessors = {"Amal"};
  readings.all.push_back({0, 0, panel_sheet(1), "", "", 1});
  const Panel panel = panel_of(small_rubric(), std::move(readings), {});
  EXPECT_TRUE(panel.model.undefined);
  EXPECT_NE(render_panel_text(panel, {.language = "en"}).find("Not defined: "), std::string::npos);
  EXPECT_EQ(nesting_fault(tags_of(render_panel_html(panel, {.language = "ar"}))), "");
}

}  // namespace
}  // namespace ibtikar::test
