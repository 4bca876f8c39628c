// Command lines, read by a table.
#include "cli/command_line/parse.h"

#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ibtikar::cli {
namespace {

class Parse : public testing::Test {
 protected:
  /// The sentences of the fault in one; empty when there is none.
  std::string fault_of(const std::vector<std::string>& arguments) {
    parsed_ = parse(program_, arguments);
    std::string all;
    for (const Message& sentence : parsed_.fault) all += (all.empty() ? "" : " ") + sentence.english();
    return all;
  }

  std::string path() const { return full_name(parsed_.path); }

  bool loud_ = false;
  bool soft_ = false;
  std::string name_;
  std::string format_;
  std::vector<std::string> files_;
  std::vector<std::string> outputs_;
  std::vector<std::string> ids_;
  std::uint64_t top_ = 0;
  std::uint64_t jobs_ = 0;
  Parsed parsed_;
  Command program_ = {
      .name = "prog",
      .commands = {
          {.name = "paint",
           .options = {{.names = "FILE", .target = &files_, .required = true},
                       {.names = "-n,--name",
                        .value = "TEXT",
                        .target = &name_,
                        .check = [](std::string& text) -> std::optional<Message> {
                          if (text == "bad") return message("expected a good name");
                          text += "!";
                          return std::nullopt;
                        }},
                       {.names = "-f,--format",
                        .value = "FORMAT",
                        .target = &format_,
                        .choices = {"text", "json"}},
                       {.names = "-o,--output", .value = "FILE", .target = &outputs_},
                       {.names = "--only", .value = "ID,...", .target = &ids_, .splits_at_commas = true},
                       {.names = "--top", .value = "N", .target = Count{.value = &top_, .least = 1}},
                       {.names = "-j,--jobs", .value = "N", .target = Count{.value = &jobs_, .most = 8}},
                       {.names = "--loud", .target = &loud_, .not_with = {"--soft"}},
                       {.names = "--soft", .target = &soft_},
                       {.names = "--no-input"}}},
          {.name = "wall", .commands = {{.name = "build"}, {.name = "break"}}}}};
};

TEST_F(Parse, PutsValuesWhereTheirTargetsAre) {
  EXPECT_EQ(fault_of({"paint", "a", "-n", "x", "--format=json", "-oone", "--output", "two", "--only", "p,q",
                      "--only", "r", "--top", "3", "-j8", "--loud", "--no-input", "b"}),
            "");
  EXPECT_EQ(path(), "prog paint");
  EXPECT_EQ(name_, "x!");
  EXPECT_EQ(format_, "json");
  EXPECT_EQ(files_, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(outputs_, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(ids_, (std::vector<std::string>{"p", "q", "r"}));
  EXPECT_EQ(top_, 3U);
  EXPECT_EQ(jobs_, 8U);
  EXPECT_TRUE(loud_);
  EXPECT_FALSE(soft_);
}

TEST_F(Parse, TakesNumbersInArabicDigitsAndInTheDecimalSystemOnly) {
  EXPECT_EQ(fault_of({"paint", "a", "--top", "١٢"}), "");
  EXPECT_EQ(top_, 12U);
  EXPECT_EQ(fault_of({"paint", "a", "--top", "010"}), "");
  EXPECT_EQ(top_, 10U);
  for (const char* text : {"0", "-1", "0x10", "1.0", "", "18446744073709551616"})
    EXPECT_EQ(fault_of({"paint", "a", "--top=" + std::string(text)}).find("--top"), 0U) << text;
  EXPECT_EQ(fault_of({"paint", "a", "-j", "9"}),
            "--jobs: expected a whole number from 0 to 8, not \"9\". See `prog paint --help`.");
}

TEST_F(Parse, TellsWhatIsWrongAndWhatMayBeMeant) {
  EXPECT_EQ(fault_of({"paint"}), "FILE is missing. See `prog paint --help`.");
  EXPECT_EQ(fault_of({"piant", "a"}),
            "There is no command \"piant\". Did you mean paint? See `prog --help`.");
  EXPECT_EQ(fault_of({"wall"}), "`prog wall` needs a command. See `prog wall --help`.");
  EXPECT_EQ(fault_of({"wall", "biuld"}),
            "There is no command \"biuld\". Did you mean build? See `prog wall --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "--lood=1"}),
            "There is no option --lood. Did you mean --loud? See `prog paint --help`.");
  EXPECT_EQ(fault_of({"wall", "build", "now"}),
            "There is one argument too many: \"now\". See `prog wall build --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "-f", "yaml"}),
            "--format: expected text or json, not \"yaml\". See `prog paint --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "--name", "bad"}),
            "--name: expected a good name. See `prog paint --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "--name"}), "--name needs a value. See `prog paint --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "-n", "x", "-n", "y"}),
            "--name is given more than once. See `prog paint --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "--loud", "--soft"}),
            "--loud cannot be used together with --soft. See `prog paint --help`.");
  EXPECT_EQ(fault_of({"paint", "a", "--loud=maybe"}),
            "--loud does not take the value maybe. See `prog paint --help`.");
}

TEST_F(Parse, GivesHelpWhateverElseIsWrong) {
  EXPECT_EQ(fault_of({"wall", "build", "--help"}), "");
  EXPECT_TRUE(parsed_.wants_help);
  EXPECT_EQ(path(), "prog wall build");
  EXPECT_EQ(fault_of({"paint", "-h", "--lood"}), "");
  EXPECT_TRUE(parsed_.wants_help);
}

TEST_F(Parse, TakesTheProgramAlone) {
  EXPECT_EQ(fault_of({}), "");
  EXPECT_FALSE(parsed_.wants_help);
  EXPECT_EQ(path(), "prog");
}

TEST_F(Parse, TakesNamesOfCommandsAndOptionsAsFiles) {
  EXPECT_EQ(fault_of({"paint", "wall", "-"}), "");
  EXPECT_EQ(files_, (std::vector<std::string>{"wall", "-"}));
  EXPECT_EQ(fault_of({"paint", "--", "--loud"}), "");
  EXPECT_EQ(files_, (std::vector<std::string>{"--loud"}));
  EXPECT_FALSE(loud_);
}

TEST_F(Parse, ForgetsNothingOfOneLineInTheNext) {
  EXPECT_NE(fault_of({"paint", "a", "-f", "yaml"}), "");
  EXPECT_EQ(fault_of({"paint", "a"}), "");
}

TEST(CommandTable, NamesTheWayToACommand) {
  const Command program = {.name = "prog",
                           .commands = {{.name = "a", .commands = {{.name = "b"}}}, {.name = "c"}}};
  std::vector<std::string> names;
  for (const CommandPath& path : all_paths(program)) names.push_back(full_name(path));
  EXPECT_EQ(names, (std::vector<std::string>{"prog", "prog a", "prog a b", "prog c"}));
}

}  // namespace
}  // namespace ibtikar::cli
