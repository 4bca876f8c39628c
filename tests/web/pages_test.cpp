// Pages in a browser: valid, usable by everyone, and harmless whatever the texts in them say. pages.cjs looks
// at them in Chromium; this renders them and tells it what to look for.
#include <algorithm>
#include <filesystem>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ibtikar/report.h"
#include "report/html/portfolio.h"
#include "support/assessment_builder.h"
#include "support/builtin_rubric.h"
#include "support/hostile.h"
#include "support/places.h"
#include "support/portfolio_rows.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

/// What is wrong with the pages in a folder; empty when nothing is.
std::string complaints(const std::filesystem::path& folder, const std::vector<std::string>& modes) {
  const auto modules = std::filesystem::path(IBTIKAR_WEB_MODULES);
  if (!std::filesystem::exists(modules / "node_modules"))
    return "what tests/web/package.json names is not installed in " + modules.string() +
           "; ./dev test does it";
  const TempDir home;
  Command command{"node", {test::project_dir() + "/tests/web/pages.cjs", modules.string(), folder.string()}};
  command.arguments.insert(command.arguments.end(), modes.begin(), modes.end());
  command.environment["HOME"] = home.path().string();
  const Finished finished = run_process(command);
  if (finished.status == 0) return finished.out;
  return fmt::format("status {}\n{}{}", finished.status, finished.out, finished.err);
}

/// Every hostile text in every field, beside "harmless" in every field; some texts a case.
class HostilePages : public testing::TestWithParam<std::tuple<const char*, std::size_t>> {};

constexpr std::size_t kSlices = 4;

TEST_P(HostilePages, AreHarmless) {
  const auto& [language, slice] = GetParam();
  const HtmlOptions options{.language = language};
  const TempDir folder;
  folder.write("harmless.html", render_html(assessment_of_hostile("harmless"), options));
  const std::vector<std::string> texts = hostile_texts();
  for (std::size_t i = slice; i < texts.size(); i += kSlices)
    folder.write(fmt::format("hostile-{:03}.html", i), render_html(assessment_of_hostile(texts[i]), options));
  EXPECT_EQ(complaints(folder.path(), {"safe"}), "");
}

INSTANTIATE_TEST_SUITE_P(
    Web, HostilePages, testing::Combine(testing::Values("en", "ar"), testing::Range(std::size_t{0}, kSlices)),
    [](const auto& info) { return fmt::format("{}_{}", std::get<0>(info.param), std::get<1>(info.param)); });

std::vector<std::filesystem::path> example_pages() {
  std::vector<std::filesystem::path> pages;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(project_dir()) / "examples" / "reports"))
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  std::ranges::sort(pages);
  return pages;
}

class ExamplePages : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(ExamplePages, AreValidAndUsable) {
  const TempDir folder;
  std::filesystem::copy_file(GetParam(), folder.path() / GetParam().filename());
  EXPECT_EQ(complaints(folder.path(), {"valid", "usable"}), "");
}

INSTANTIATE_TEST_SUITE_P(Web, ExamplePages, testing::ValuesIn(example_pages()), [](const auto& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace_if(
      name, [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

TEST(Pages, OfEveryOutcomeAreValidAndUsable) {
  const TempDir folder;
  folder.write("nothing-answered.html", render_html(nothing_answered(), {.language = "en"}));
  folder.write("nothing-applies.html", render_html(nothing_applies(), {.language = "ar"}));
  folder.write("capped.html", render_html(capped_by_two_gates(), {.language = "en"}));
  folder.write("hostile.html", render_html(hostile_assessment(), {.language = "ar"}));
  folder.write("long.html", render_html(assessment_of_hostile(std::string(500, 'x')), {.language = "en"}));
  folder.write("several.html",
               render_html(std::vector{sample_assessment(), capped_by_two_gates()}, {.language = "ar"}));
  folder.write(
      "comparison.html",
      render_comparison_html(compare({sample_assessment(), capped_by_two_gates(), nothing_applies()}),
                             {.language = "ar", .all = true}));
  EXPECT_EQ(complaints(folder.path(), {"valid", "usable"}), "");
}

/// A page that a command writes of examples, in both languages.
struct WrittenPage {
  const char* name;
  std::vector<std::string> arguments;
};

const std::string kVotes = "votes";

/// What three assessors of the example say of the first three programs: checking a page of all takes minutes.
void write_few_votes(const TempDir& folder) {
  constexpr std::size_t kLines = 4;
  for (const std::string assessor : {"amal", "badr", "dina"}) {
    const std::string votes = read_file(project_dir() + "/examples/panel/" + assessor + ".csv");
    std::size_t end = 0;
    for (std::size_t line = 0; line < kLines; ++line) end = votes.find('\n', end) + 1;
    folder.write("votes/" + assessor + ".csv", votes.substr(0, end));
  }
}

class WrittenPages : public testing::TestWithParam<WrittenPage> {};

TEST_P(WrittenPages, AreValidAndUsable) {
  const TempDir folder;
  const TempDir inputs;
  write_few_votes(inputs);
  for (const char* language : {"en", "ar"}) {
    Command command{program(), GetParam().arguments};
    for (std::string& argument : command.arguments) {
      if (argument.starts_with("examples/")) argument.insert(0, project_dir() + "/");
      if (argument == kVotes) argument = (inputs.path() / kVotes).string();
    }
    command.arguments.insert(command.arguments.end(),
                             {"-q", "-l", language, "-o", (folder.path() / language).string() + ".html"});
    const Finished finished = run_process(command);
    ASSERT_EQ(finished.status, 0) << finished.err;
  }
  EXPECT_EQ(complaints(folder.path(), {"valid", "usable"}), "");
}

const std::string kProposal = "examples/proposals/fountain-house.json";

INSTANTIATE_TEST_SUITE_P(
    Web, WrittenPages,
    testing::Values(WrittenPage{"panel", {"panel", kVotes, "--exclude", "Dina:P-02", "--replicates", "20"}},
                    WrittenPage{"panel_status", {"panel", kVotes, "--status", "--replicates", "20"}},
                    WrittenPage{"panel_next",
                                {"panel", kVotes, "--next", "--fund", "1", "--replicates", "20"}},
                    WrittenPage{"panel_blind", {"panel", kVotes, "--blind", "--replicates", "20"}},
                    WrittenPage{"rank", {"rank", kVotes, "--robust", "--draws", "200"}},
                    WrittenPage{"draw", {"draw", kVotes, "--fund", "1", "--seed", "3 8 20"}},
                    WrittenPage{"draw_linear",
                                {"draw", kVotes, "--fund", "1", "--seed", "3 8 20", "--rule", "linear",
                                 "--weight", "0.02"}},
                    WrittenPage{"improve", {"improve", kProposal, "--to", "overall=70"}},
                    WrittenPage{"because", {"because", "examples/proposals/scared-straight.json"}},
                    WrittenPage{"sensitivity", {"sensitivity", kProposal}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Skeleton, IsValidAsItStands) {
  const TempDir folder;
  folder.write("skeleton.html", read_file(project_dir() + "/src/report/html/skeleton.html"));
  EXPECT_EQ(complaints(folder.path(), {"valid"}), "");
}

std::string portfolio_of(std::size_t count, const std::string& language, const std::string& text = {}) {
  const SamplePortfolio sample = sample_portfolio(builtin_rubric(), count, text);
  return portfolio_html(builtin_rubric(), sample.rows, sample.summary, language);
}

TEST(PortfolioPages, AreValidUsableAndSort) {
  const TempDir folder;
  folder.write("english.html", portfolio_of(40, "en"));
  folder.write("arabic.html", portfolio_of(40, "ar"));
  folder.write("hostile.html", portfolio_of(9, "en", std::string(300, 'x') + "<script>"));
  EXPECT_EQ(complaints(folder.path(), {"valid", "usable"}), "");
  std::filesystem::remove(folder.path() / "hostile.html");
  EXPECT_EQ(complaints(folder.path(), {"sorts"}), "");
}

TEST(PortfolioPages, AreHarmlessWhateverTheTextsSay) {
  const TempDir folder;
  folder.write("harmless.html", portfolio_of(3, "ar", "harmless"));
  std::size_t number = 0;
  for (const std::string& text : hostile_texts())
    if (text.find_first_not_of(' ') != std::string::npos)
      folder.write(fmt::format("hostile-{:03}.html", ++number), portfolio_of(3, "ar", text));
  EXPECT_EQ(complaints(folder.path(), {"safe"}), "");
}

/// The other tests here hold only if this one does: what is wrong is seen.
TEST(Pages, ThatAreWrongAreComplainedAbout) {
  const std::string page = render_html(sample_assessment(), {.language = "en"});
  const auto spoiled = [&](const std::string& mode, const std::string& what, const std::string& with) {
    std::string text = page;
    text.replace(text.find(what), what.size(), with);
    const TempDir folder;
    if (mode == "safe") folder.write("harmless.html", page);
    folder.write("spoiled.html", text);
    return complaints(folder.path(), {mode});
  };
  const auto holds = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  const std::string meaning = "<p class=\"meaning\">";
  EXPECT_TRUE(holds(spoiled("safe", meaning, meaning + "<img src=\"http://evil.example/\">"),
                    "asked for http://evil.example/"));
  const std::string policy = "content=\"default-src 'none'; style-src 'unsafe-inline'\"";
  EXPECT_TRUE(holds(spoiled("safe", policy, "content=\"\""), "element"));
  EXPECT_TRUE(holds(spoiled("usable", "--soft:#525d6b", "--soft:#c0c5cb"), "(light): color-contrast"));
  EXPECT_TRUE(holds(spoiled("valid", "</h1>", "</h1></p>"), "close-order"));
}

}  // namespace
}  // namespace ibtikar::test
