// Templates: what they may say, what is refused and where, and that nothing foreign gets out of its place.
#include "report/template/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/decimal.h"
#include "report/template/names.h"
#include "support/assessment_builder.h"
#include "support/golden.h"
#include "support/hostile.h"
#include "support/places.h"

namespace ibtikar::test {
namespace {

std::string filled(const std::string& text, const Assessment& assessment = sample_assessment(),
                   const std::string& name = "t.html.mustache", const std::string& language = "en") {
  const Checked<Template> read = Template::read({name, text});
  if (!read) return format(read.error());
  const Result<std::string> page = read->render({assessment}, language);
  return page ? *page : format(page.error()) + "\n";
}

TEST(Template, FillsValuesListsAndTheirOpposites) {
  EXPECT_EQ(filled("{{title}}: {{score}} ({{low}}-{{high}}), {{verdict}}"),
            "Peer visitors: 63.41 (48.20-80.95), Promising");
  std::string expected;
  for (const DimensionScore& dimension : sample_assessment().dimensions)
    expected += (expected.empty() ? "" : "; ") + std::string(dimension.title.in("en")) + " " +
                two_decimals(*dimension.measure.score);
  EXPECT_EQ(filled("{{#dimensions}}{{title}} {{score}}{{^is_last}}; {{/is_last}}{{/dimensions}}"), expected);
  EXPECT_EQ(filled("{{#is_settled}}yes{{/is_settled}}{{^is_settled}}no{{/is_settled}}"), "no");
  EXPECT_EQ(filled("{{! a remark }}x"), "x");
}

TEST(Template, SpeaksTheReadersLanguage) {
  EXPECT_EQ(filled("{{language}} {{direction}} {{verdict}}", sample_assessment(), "t.mustache", "ar"),
            "ar rtl واعد");
  EXPECT_EQ(filled("{{direction}}"), "ltr");
}

TEST(Template, AnEmptyTextDoesNotFallBackToTheSameNameOutside) {
  Assessment assessment = sample_assessment();
  assessment.overall.uncapped = 70;
  assessment.overall.capped_by = {"gate"};
  for (DimensionScore& dimension : assessment.dimensions) dimension.capped_by.clear();
  EXPECT_EQ(
      filled("{{before_caps}}|{{#dimensions}}[{{before_caps}}]{{/dimensions}}", assessment).substr(0, 8),
      "70.00|[]");
}

struct Fault {
  const char* name;
  std::string text;
  std::string expected;
  friend void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }
};

class FaultyTemplate : public testing::TestWithParam<Fault> {};

TEST_P(FaultyTemplate, IsToldWithItsPlace) { EXPECT_EQ(filled(GetParam().text), GetParam().expected); }

const Fault kFaults[] = {
    {"UnknownName", "a\nb {{titel}}",
     "t.html.mustache:2:3: error: there is no \"titel\"; did you mean \"title\"? [bad-template]\n"},
    {"NoName", "{{ }}",
     "t.html.mustache:1:1: error: there is no name in it; expected one of docs/templates.md "
     "[bad-template]\n"},
    {"NotClosed", "سطر {{title",
     "t.html.mustache:1:5: error: this is not closed; expected }} behind it [bad-template]\n"},
    {"SectionNotClosed", "\n{{#caps}}",
     "t.html.mustache:2:1: error: section \"caps\" is not closed; expected {{/caps}} [bad-template]\n"},
    {"SectionNotOpened", "{{/caps}}",
     "t.html.mustache:1:1: error: section \"caps\" was not opened [bad-template]\n"},
    {"SectionsCrossed", "{{#caps}}{{/steps}}",
     "t.html.mustache:1:10: error: section \"caps\" is open; expected {{/caps}} [bad-template]\n"},
    {"Raw", "{{{title}}}",
     "t.html.mustache:1:1: error: every value is made harmless for the page; write {{name}} "
     "[bad-template]\n"},
    {"RawByAmpersand", "{{&title}}",
     "t.html.mustache:1:1: error: every value is made harmless for the page; write {{name}} "
     "[bad-template]\n"},
    {"Include", "{{> /etc/passwd}}",
     "t.html.mustache:1:1: error: a template includes no other [bad-template]\n"},
    {"Braces", "{{=<% %>=}}", "t.html.mustache:1:1: error: the braces cannot be changed [bad-template]\n"},
    {"NotUtf8", "a\n\xFF", "t.html.mustache:2:1: error: this is not UTF-8 [bad-template]\n"},
};

INSTANTIATE_TEST_SUITE_P(Faults, FaultyTemplate, testing::ValuesIn(kFaults),
                         [](const testing::TestParamInfo<Fault>& info) { return info.param.name; });

TEST(Template, TellsAllFaultsAtOnce) {
  EXPECT_EQ(filled("{{a1}}{{>b}}").find("1:7: error: a template includes no other") != std::string::npos,
            true);
}

TEST(Template, IsRefusedBeforeItTakesForever) {
  std::string nested = "x";
  for (int i = 0; i < 10; ++i) nested = "{{#answers}}" + nested + "{{/answers}}";
  EXPECT_NE(filled(nested).find("would make more than 67108864 bytes"), std::string::npos);
  std::string empty;
  for (int i = 0; i < 10; ++i) empty = "{{#answers}}" + empty + "{{/answers}}";
  EXPECT_NE(filled(empty).find("would make more than"), std::string::npos) << "work counts, not only bytes";
  std::string deep;
  for (int i = 0; i < 17; ++i) deep = "{{#is_settled}}" + deep + "{{/is_settled}}";
  EXPECT_NE(filled(deep).find("more than 16 deep"), std::string::npos);
}

TEST(Template, ForSeveralProposalsNeedsItsSection) {
  const Checked<Template> one = Template::read({"t.txt.mustache", "{{title}}"});
  const std::vector<Assessment> two = {sample_assessment(), capped_by_two_gates()};
  const Result<std::string> refused = one->render(two, "en");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.english().find("{{#proposals}}"), std::string::npos);
  const Checked<Template> many =
      Template::read({"t.txt.mustache", "{{#proposals}}{{title}}{{^is_last}} | {{/is_last}}{{/proposals}}"});
  EXPECT_EQ(*many->render(two, "en"), two[0].proposal.title + " | " + two[1].proposal.title);
  EXPECT_EQ(*many->render({two[0]}, "en"), two[0].proposal.title);
}

/// A page that shows everything.
const char* const kEverything =
    "{{title}}|{{#answers}}{{note}}|{{answer}}|{{#links}}{{link}}{{/links}}{{/answers}}"
    "{{#dimensions}}{{title}}{{asks}}{{/dimensions}}{{#caps}}{{message}}{{/caps}}"
    "{{#all_steps}}{{advice}}{{question}}{{leads_to}}{{/all_steps}}{{#warnings}}{{subject}}{{text}}{{/"
    "warnings}}";

TEST(Template, LetsNoForeignTextBecomeHtml) {
  for (const std::string& text : hostile_texts()) {
    const std::string page = filled(kEverything, assessment_of_hostile(text));
    EXPECT_EQ(page.find_first_of("<>\"'\n\r\x1B"), std::string::npos) << page.substr(0, 200);
  }
}

TEST(Template, NeverReadsAValueAsATemplate) {
  Assessment assessment = sample_assessment();
  assessment.proposal.title = "{{score}} {{#caps}} {{> x}}";
  EXPECT_EQ(filled("{{title}}", assessment, "t.txt.mustache"), "{{score}} {{#caps}} {{> x}}");
}

TEST(Template, MakesValuesHarmlessForWhatItsNameSays) {
  Assessment assessment = sample_assessment();
  assessment.proposal.title = "<b> *x*";
  EXPECT_EQ(filled("{{title}}", assessment, "a.html.mustache"), "&lt;b&gt; *x*");
  EXPECT_EQ(filled("{{title}}", assessment, "a.md.mustache"), "&lt;b> \\*x\\*");
  EXPECT_EQ(filled("{{title}}", assessment, "a.txt.mustache"), "<b> *x*");
  EXPECT_EQ(filled("{{title}}", assessment, "a"), "&lt;b&gt; *x*");
}

TEST(Template, NamesAreThoseOfTheManual) {
  std::string table = "\n| name | inside | what it is |\n| --- | --- | --- |\n";
  for (const TemplateName& name : template_names())
    table += fmt::format("| `{}` | {} | {} |\n", name.name,
                         name.within.empty()           ? ""
                         : name.within == "every list" ? "every list"
                                                       : fmt::format("`{}`", name.within),
                         name.meaning);
  expect_block(std::string(test::project_dir()) + "/docs/templates.md", "names", table + "\n");
}

TEST(Template, NamesOfTheManualAreThoseThatHaveValues) {
  std::set<std::string, std::less<>> valued = {"is_first", "is_last"};
  std::set<std::string, std::less<>> flags;
  for (const auto& assessment :
       {sample_assessment(), capped_by_two_gates(), nothing_answered(), assessment_of_hostile("x")}) {
    const TemplateValues values = template_values({assessment}, "en");
    for (const auto& [name, size] : values.longest) valued.insert(name);
    for (const auto& [name, size] : values.most) valued.insert(name);
  }
  for (const TemplateName& name : template_names()) {
    const bool is_flag = name.name.starts_with("is_") || name.name == "applies" ||
                         name.name == "decides_cap" || name.name == "may_not_apply";
    EXPECT_TRUE(is_flag || valued.contains(name.name)) << name.name;
  }
  for (const std::string& name : valued)
    EXPECT_TRUE(std::ranges::any_of(template_names(), [&](const TemplateName& known) {
      return known.name == name;
    })) << name;
}

}  // namespace
}  // namespace ibtikar::test
