// The catalogues of words: that they say all that the sources say, and how a message becomes words.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/direction.h"
#include "ibtikar/message.h"
#include "support/arabic_prose.h"
#include "support/house_rules.h"
#include "support/places.h"
#include "support/process.h"

namespace ibtikar {
namespace {

TEST(Catalogues, SayWhatTheSourcesSay) {
  test::Command check{"bash", {test::project_dir() + "/src/words/update.sh", "--check"}};
  const test::Finished finished = test::run_process(check);
  EXPECT_EQ(finished.status, 0) << finished.out << finished.err << "\nRun ./dev words, then translate.";
}

/// The translations of src/words/ar.po, each as it stands there.
std::vector<std::string> translations() {
  std::ifstream file(std::filesystem::path(test::project_dir()) / "src/words/ar.po");
  std::vector<std::string> texts;
  bool is_header = true;  // the first entry
  bool is_translation = false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) is_header = false;
    const std::size_t open = line.find('"');
    if (is_header || open == std::string::npos || line.starts_with("#")) continue;
    const std::string text = line.substr(open + 1, line.size() - open - 2);
    if (line.starts_with("msg")) is_translation = line.starts_with("msgstr");
    if (!is_translation) continue;
    if (line.starts_with("msgstr"))
      texts.push_back(text);
    else
      texts.back() += text;
  }
  return texts;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

TEST(Catalogues, AreArabicWithoutLatinProse) {
  const std::vector<std::string> texts = translations();
  EXPECT_GT(texts.size(), 300u);
  for (const std::string& text : texts) {
    const std::string plain = replaced(replaced(text, "\\\"", "\""), "\\n", " ");
    EXPECT_EQ(test::latin_words_in(plain), std::vector<std::string>()) << text;
  }
}

/// xgettext finds a phrase in a table of words even where nothing shows it.
TEST(Catalogues, HaveNoWordOfReportsThatNothingShows) {
  const std::string kept = "words/report_words.";
  std::set<std::string> named;
  std::set<std::string> shown;
  const std::regex word("Word::(\\w+)");
  for (const test::SourceFile& file : test::read_sources(test::project_dir())) {
    if (!file.path.starts_with("src/")) continue;
    std::set<std::string>& words = file.path.find(kept) == std::string::npos ? shown : named;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), word), end; at != end; ++at)
      words.insert((*at)[1]);
  }
  named.erase("count");  // how many there are
  EXPECT_GT(named.size(), 100u);
  for (const std::string& name : named) EXPECT_TRUE(shown.contains(name)) << name;
}

TEST(Catalogues, AreEnglishAndArabic) {
  EXPECT_EQ(spoken_languages(), (std::vector<std::string>{"en", "ar"}));
  EXPECT_EQ(catalogue_for("en"), nullptr);
  EXPECT_EQ(catalogue_for("fr"), nullptr);
  EXPECT_NE(catalogue_for("ar"), nullptr);
  EXPECT_EQ(catalogue_for("ar-EG"), catalogue_for("ar"));
  EXPECT_TRUE(speaks_right_to_left("ar-EG"));
  EXPECT_FALSE(speaks_right_to_left("he")) << "it is answered in English";
}

TEST(PluralForm, IsThatOfTheExpression) {
  constexpr std::string_view kArabic =
      "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5";
  const auto arabic = [](std::uint64_t n) {
    if (n <= 2) return n;
    if (n % 100 >= 3 && n % 100 <= 10) return std::uint64_t{3};
    return n % 100 >= 11 ? std::uint64_t{4} : std::uint64_t{5};
  };
  for (std::uint64_t n = 0; n < 1000; ++n) EXPECT_EQ(plural_form(kArabic, n), arabic(n)) << n;
  constexpr std::string_view kPolish = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)";
  EXPECT_EQ(plural_form(kPolish, 1), 0u);
  EXPECT_EQ(plural_form(kPolish, 22), 1u);
  EXPECT_EQ(plural_form(kPolish, 12), 2u);
  EXPECT_EQ(plural_form("n != 1", 1), 0u);
  EXPECT_EQ(plural_form("n > 1", 2), 1u);
  EXPECT_EQ(plural_form("0", 7), 0u);
  EXPECT_EQ(plural_form("!(n - 1)", 1), 1u);
  EXPECT_EQ(plural_form("n % 0", 1), 0u);
}

TEST(Messages, HaveTheFormOfTheirCount) {
  const auto more = [](std::uint64_t n) { return counted("and {0} more", "and {0} more", n); };
  EXPECT_EQ(more(1).english(), "and 1 more");
  EXPECT_EQ(more(1).in("ar"), "وواحد آخر");
  EXPECT_EQ(more(2).in("ar"), "واثنان آخران");
  EXPECT_EQ(more(7).in("ar"), "و7 أخرى");
  const auto options = [](std::uint64_t n) {
    return counted("too little to choose from; expected at least {0} option",
                   "too little to choose from; expected at least {0} options", n);
  };
  EXPECT_EQ(options(1).english(), "too little to choose from; expected at least 1 option");
  EXPECT_EQ(options(12).english(), "too little to choose from; expected at least 12 options");
  EXPECT_EQ(options(12).in("ar-SA"), "لا يكفي للاختيار؛ المتوقع 12 خيارًا على الأقل");
  EXPECT_EQ(options(12).in("fr"), options(12).english());
}

TEST(Messages, ArePutIntoWordsWhereTheyAreShown) {
  const Message inner = message("the text {0}", "\"x\"");
  const Message outer = message("expected {0}, found {1}", message("a number"), inner);
  EXPECT_EQ(outer.english(), "expected a number, found the text \"x\"");
  EXPECT_EQ(outer.in("ar"), "المتوقع عدد، والموجود النص \u2068\"x\"\u2069");
  EXPECT_EQ(Message().english(), "");
  EXPECT_TRUE(Message().empty());
  EXPECT_TRUE(Message::verbatim("").empty());
  EXPECT_FALSE(outer.empty());
  EXPECT_EQ(outer, message("expected {0}, found {1}", message("a number"), inner));
  EXPECT_NE(outer, message("expected {0}, found {1}", message("a text"), inner));
  EXPECT_EQ(Message(phrase("a number")), message("a number"));
}

TEST(Messages, KeepBracesAndCode) {
  const Message braces = message("this is not closed; expected }}}} behind it");
  EXPECT_EQ(braces.english(), "this is not closed; expected }} behind it");
  EXPECT_EQ(braces.in("ar"), "هذا غير مغلق؛ المتوقع وراءه \u2066`}}`\u2069");
}

TEST(Messages, TakeTheHarmOutOfWhatTheyQuote) {
  for (const std::string_view language : {"en", "ar"}) {
    const std::string shown =
        message("cannot read {0}: {1}", "a\x1b[31m\nb", "\u202Ec\u2069d\xFF").in(language);
    EXPECT_EQ(shown.find('\x1b'), std::string::npos) << shown;
    EXPECT_EQ(shown.find('\n'), std::string::npos) << shown;
    EXPECT_EQ(shown.find("\u202E"), std::string::npos) << shown;
    EXPECT_NE(shown.find("c<U+2069>d<FF>"), std::string::npos) << shown;
    EXPECT_NE(Message::verbatim("\u2069\x07").in(language).find("<U+2069><U+0007>"), std::string::npos);
  }
  const std::string endless(100'000, 'x');
  EXPECT_LT(message("the text {0}", endless).english().size(), 9'000u);
}

TEST(Messages, ListWithTheCommaOfTheLanguage) {
  EXPECT_EQ(comma_separated({}).english(), "");
  const std::vector<MessageArgument> one = {"a"};
  EXPECT_EQ(comma_separated(one).english(), "a");
  const std::vector<MessageArgument> three = {"a", message("a number"), 7};
  EXPECT_EQ(comma_separated(three).english(), "a, a number, 7");
  EXPECT_EQ(comma_separated(three).in("ar"), "\u2068a\u2069، عدد، 7");
  const std::vector<MessageArgument> many(10'000, MessageArgument("b"));
  EXPECT_EQ(comma_separated(many).english().size(), 10'000u * 3 - 2);
}

TEST(Phrases, AreFoundByTextAndContext) {
  EXPECT_EQ(translated(phrase("question"), "ar"), "سؤال");
  EXPECT_EQ(translated(phrase_in("how many", "questions"), "ar"), "الأسئلة");
  EXPECT_EQ(translated(phrase_in("how many", "questions"), "en"), "questions");
  EXPECT_EQ(translated(phrase_in("nowhere", "no such text"), "ar"), "no such text");
}

}  // namespace
}  // namespace ibtikar
