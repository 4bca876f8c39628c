// Help pages of every command, in both languages: the table is walked, so that none is forgotten.
#include "cli/command_line/help_page.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "cli/commands/program.h"
#include "support/arabic_prose.h"
#include "support/golden.h"

namespace ibtikar::cli {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  EXPECT_EQ(lines.back(), "") << "the last line does not end";
  lines.pop_back();
  return lines;
}

class HelpPages : public testing::Test {
 protected:
  ProgramOptions options_;
  Command program_ = program(options_);
  std::vector<CommandPath> all_ = all_paths(program_);

  const CommandPath& path_of(const std::string& name) const {
    for (const CommandPath& path : all_)
      if (full_name(path) == name) return path;
    throw std::runtime_error("no command " + name);
  }
};

TEST_F(HelpPages, FitTheirTerminal) {
  for (const CommandPath& path : all_)
    for (const char* language : {"en", "ar"})
      for (const std::size_t columns : {10U, 50U, 66U, 80U, 200U}) {
        const std::size_t most = std::min<std::size_t>(std::max<std::size_t>(columns, 50), 80);
        for (const std::string& line : lines_of(help_page(path, language, columns))) {
          EXPECT_LE(display_width(line), most) << full_name(path) << ": " << line;
          EXPECT_FALSE(line.ends_with(' ')) << full_name(path) << ": " << line;
        }
      }
}

TEST_F(HelpPages, NameEveryArgumentOptionAndCommand) {
  for (const CommandPath& path : all_)
    for (const char* language : {"en", "ar"}) {
      const std::string page = help_page(path, language, 80);
      const auto has = [&](const std::string& name) {
        EXPECT_NE(page.find(name), std::string::npos) << full_name(path) << " " << language << ": " << name;
      };
      for (const CommandOption& option : path.back()->options) has(option.names);
      for (const Command& command : path.back()->commands) has(command.name);
      has("-h,--help");
      has(full_name(path));
    }
}

TEST_F(HelpPages, AreInArabicButForNames) {
  for (const CommandPath& path : all_) {
    std::string prose = help_page(path, "ar", 80);
    const auto without = [&](const std::string& name) {
      if (const std::size_t at = prose.find(name); at != std::string::npos) prose.erase(at, name.size());
    };
    without(full_name(path) + " [OPTIONS]");
    for (const std::string& example : path.back()->examples) without(example);
    for (const Command& command : path.back()->commands) without(" " + command.name + "\n");
    EXPECT_EQ(test::latin_words_in(prose), std::vector<std::string>()) << full_name(path);
  }
}

TEST_F(HelpPages, SayEverythingInArabic) {
  const auto is_translated = [](const Message& text, const std::string& where) {
    EXPECT_TRUE(test::has_arabic(text.in("ar"))) << where << ": " << text.english();
  };
  for (const CommandPath& path : all_) {
    const Command& command = *path.back();
    is_translated(command.summary, full_name(path));
    for (const Message& note : command.notes) is_translated(note, full_name(path));
    for (const CommandOption& option : command.options)
      is_translated(option.description, full_name(path) + " " + option.names);
  }
}

TEST_F(HelpPages, HaveAnExampleThatNamesTheCommand) {
  for (const CommandPath& path : all_) {
    ASSERT_FALSE(path.back()->examples.empty()) << full_name(path);
    for (const std::string& example : path.back()->examples)
      EXPECT_TRUE(example.starts_with(full_name(path))) << example;
  }
}

TEST_F(HelpPages, OfferTheLanguageEverywhere) {
  for (const CommandPath& path : all_) {
    bool has_language = false;
    for (const CommandOption& option : path.back()->options) has_language |= option.names == "-l,--lang";
    EXPECT_TRUE(has_language) << full_name(path);
  }
}

TEST_F(HelpPages, LookAsApproved) {
  test::expect_golden("help/ibtikar.ar.approved.txt", help_page(path_of("ibtikar"), "ar", 80));
  test::expect_golden("help/score.ar.approved.txt", help_page(path_of("ibtikar score"), "ar", 80));
  test::expect_golden("help/batch.ar.approved.txt", help_page(path_of("ibtikar batch"), "ar", 80));
  test::expect_golden("help/batch.en.approved.txt", help_page(path_of("ibtikar batch"), "en", 80));
  test::expect_golden("help/rubric_show.ar_50.approved.txt",
                      help_page(path_of("ibtikar rubric show"), "ar", 50));
}

TEST_F(HelpPages, AreInEnglishWhereThereIsNoTranslation) {
  for (const CommandPath& path : all_)
    for (const char* language : {"", "he", "fr-CA"})
      EXPECT_EQ(help_page(path, language, 80), help_page(path, "en", 80));
}

/// Whoever makes manual pages or completions from the table relies on this.
TEST_F(HelpPages, TellOptionsApart) {
  for (const CommandPath& path : all_) {
    std::set<std::string> seen;
    for (const CommandOption& option : path.back()->options) {
      EXPECT_TRUE(seen.insert(option.names).second) << full_name(path) << ": " << option.names;
      EXPECT_EQ(option.takes_value() && !option.is_positional(), !option.value.empty())
          << full_name(path) << ": " << option.names;
      EXPECT_TRUE(option.is_positional() || option.long_name().starts_with("--")) << option.names;
      for (const std::string& other : option.not_with)
        EXPECT_TRUE(std::ranges::any_of(path.back()->options,
                                        [&](const CommandOption& one) { return one.long_name() == other; }))
            << full_name(path) << ": " << other;
    }
    EXPECT_EQ(path.back()->commands.empty(), path.back()->run || path.back()->name == "help");
  }
}

}  // namespace
}  // namespace ibtikar::cli
