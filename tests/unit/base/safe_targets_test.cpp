// Foreign text for every target: what it may not be able to do there.
#include "base/safe_targets.h"

#include <gtest/gtest.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "support/hostile.h"

namespace ibtikar {
namespace {

using test::hostile_texts;

TEST(SafeTargets, GiveOneLineWithoutControlsOrTurnsEverywhere) {
  for (const std::string& text : hostile_texts())
    for (const Target target :
         {Target::terminal, Target::html, Target::markdown, Target::csv, Target::sheet}) {
      const std::string safe = safe_for(target, text);
      EXPECT_EQ(first_invalid_utf8(safe), std::nullopt) << visible(text);
      EXPECT_EQ(plain(safe), safe) << visible(text);
    }
}

TEST(SafeTargets, LeaveNoMarkupInHtml) {
  for (const std::string& text : hostile_texts())
    EXPECT_EQ(safe_for(Target::html, text).find_first_of("<>\"'"), std::string::npos) << visible(text);
  EXPECT_EQ(safe_for(Target::html, "a < b & \"c\" > 'd'"), "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
}

TEST(SafeTargets, LeaveNoStructureInMarkdown) {
  EXPECT_EQ(safe_for(Target::markdown, "# [a](b) | *c* <d> &amp; `e` 1. f"),
            "\\# \\[a](b) \\| \\*c\\* &lt;d> &amp;amp; \\`e\\` 1. f");
  for (const auto& [text, safe] : std::initializer_list<std::pair<const char*, const char*>>{
           {"1. one", "1\\. one"},
           {"iv) four", "iv\\) four"},
           {"- item", "\\- item"},
           {"---", "\\---"},
           {"> quote", "&gt; quote"},
           {"(a) first", "\\(a) first"},
           {"Table: one", "Table\\: one"},
           {"https://a.example", "https\\://a.example"},
           {"www.a.example", "www\\.a.example"},
           {"a@b.example", "a\\@b.example"},
           {":smile:", "\\:smile:"},
           {"_a_", "\\_a\\_"},
           {"Title #", "Title \\#"},
           {"a\\", "a\\\\"}})
    EXPECT_EQ(safe_for(Target::markdown, text), safe);
  EXPECT_EQ(safe_for(Target::markdown, "    code  "), "code");
}

TEST(SafeTargets, LeaveMarkdownAsItIsWhereNothingBegins) {
  for (const char* text :
       {"معيار", "1.2.0", "version 2.", "10:30, 1:2", "R&D (a, b) - c: d", "it's 5 < 6 > 4!", "a_b-c.pdf",
        "\"50 %\" = half + more", "Who decides? Users; staff.", "-5 degrees", "+3.10", "No. 5", "#12"})
    EXPECT_EQ(safe_for(Target::markdown, text), text);
}

TEST(SafeTargets, LetNoCellOfACsvBeAFormulaWhateverItIsSplitAt) {
  EXPECT_EQ(safe_for(Target::csv, "=1+1"), "'=1+1");
  EXPECT_EQ(safe_for(Target::csv, " =1+1"), "' =1+1");
  EXPECT_EQ(safe_for(Target::csv, "a;=1,-2|@b"), "\"a;'=1,'-2|'@b\"");
  EXPECT_EQ(safe_for(Target::csv, "\t\uFF1D1"), "' \uFF1D1");
  EXPECT_EQ(safe_for(Target::csv, "say \"=1\""), "\"say \"\"'=1\"\"\"");
  EXPECT_EQ(safe_for(Target::csv, "a=b -c"), "a=b -c");
  for (const std::string& text : hostile_texts()) {
    const std::string cell = safe_for(Target::csv, text);
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const bool is_start = i == 0 || std::string_view(",;|\"").find(cell[i - 1]) != std::string_view::npos;
      const bool is_sign = std::string_view("=+-@").find(cell[i]) != std::string_view::npos;
      EXPECT_FALSE(is_start && is_sign) << visible(text);
    }
  }
}

TEST(SafeTargets, CutWhatIsTooLongForASheet) {
  const std::string fits(kMaxSheetText, 'x');
  EXPECT_EQ(safe_for(Target::sheet, fits), fits);
  EXPECT_EQ(safe_for(Target::sheet, fits + "x"), std::string(kMaxSheetText - 1, 'x') + "…");
  std::string wide;
  for (std::size_t i = 0; i < kMaxSheetText; ++i) wide += "\U0001F600";
  const std::string cut = safe_for(Target::sheet, wide);
  EXPECT_EQ(cut.size(), 4 * (kMaxSheetText / 2) + std::string("…").size());
}

}  // namespace
}  // namespace ibtikar
