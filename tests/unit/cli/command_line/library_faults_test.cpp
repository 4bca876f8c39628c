// What CLI11 can say is said in our words: every error that CLI/Error.hpp can make.
#include "cli/command_line/library_faults.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <CLI/Error.hpp>

#include "support/arabic_prose.h"

namespace ibtikar::cli {
namespace {

struct Case {
  CLI::ParseError error;
  std::string ours;
};

std::vector<Case> cases() {
  using namespace CLI;  // thirty names of it
  return {
      {FileError::Missing("--config"), "--config cannot be read."},
      {ConversionError("x", "--top"), "--top does not take the value x."},
      {ConversionError("--top", std::vector<std::string>{"x"}), "--top does not take the value x."},
      {ConversionError::TooManyInputsFlag("--quiet"), "--quiet takes no value."},
      {ConversionError::TrueFalse("--quiet"), "--quiet takes no value."},
      {ValidationError("--top", "x not in {1,2}"), "--top has a value that it does not take."},
      {RequiredError("FILE"), "FILE is missing."},
      {RequiredError::Subcommand(1), "A command is missing."},
      {RequiredError::Subcommand(2), "A command is missing."},
      {RequiredError::Option(1, 1, 0, "--a,--b"), "Exactly one of these options must be given: --a,--b."},
      {RequiredError::Option(1, 1, 2, "--a,--b"), "Exactly one of these options must be given: --a,--b."},
      {RequiredError::Option(1, 2, 0, "--a,--b"), "At least one of these options must be given: --a,--b."},
      {RequiredError::Option(2, 3, 1, "--a,--b"), "Too few of these options are given: --a,--b."},
      {RequiredError::Option(0, 1, 2, "--a,--b"), "At most one of these options may be given: --a,--b."},
      {RequiredError::Option(0, 2, 3, "--a,--b"), "Too many of these options are given: --a,--b."},
      {ArgumentMismatch("--at", 2, 1), "--at has the wrong number of values."},
      {ArgumentMismatch("--at", -2, 1), "--at has too few values."},
      {ArgumentMismatch::AtLeast("--at", 2, 1), "--at has too few values."},
      {ArgumentMismatch::AtMost("--lang", 1, 2), "--lang is given more than once."},
      {ArgumentMismatch::AtMost("--at", 2, 3), "--at has too many values."},
      {ArgumentMismatch::TypedAtLeast("--lang", 1, "TEXT"), "--lang needs a value."},
      {ArgumentMismatch::TypedAtLeast("--lang", 1, ""), "--lang needs a value."},
      {ArgumentMismatch::FlagOverride("--quiet"), "--quiet takes no value."},
      {RequiresError("--a", "--b"), "--a needs --b."},
      {ExcludesError("--lenient", "--strict"), "--lenient cannot be used together with --strict."},
      {ExtrasError({"b"}), "There is one argument too many: b."},
      {ExtrasError({"b", "a"}), "There are arguments too many: a b."},
      {ExtrasError("score", {"b"}), "There is one argument too many: b."},
      {ExtrasError("score", {"b", "a"}), "There are arguments too many: a b."},
      {ConfigError::Extras("key"), "key cannot be read."},
      {ConfigError::NotConfigurable("--help"), "--help is only for the command line."},
      {InvalidError("score"), "score has too many values."},
      {HorribleError("parsing got called with invalid option! You should not see this"),
       "The command line cannot be understood."},
      {RuntimeError(1), "The command line cannot be understood."},
  };
}

TEST(LibraryFaults, AreAllSaidInOurWords) {
  for (const Case& one : cases()) EXPECT_EQ(library_fault(one.error.what()).english(), one.ours);
}

TEST(LibraryFaults, AreAllSaidInArabic) {
  for (const Case& one : cases()) {
    const std::string told = library_fault(one.error.what()).in("ar");
    EXPECT_EQ(test::latin_words_in(told), std::vector<std::string>()) << told;
  }
}

TEST(LibraryFaults, LetNoValuePassForAnotherFault) {
  const CLI::ConversionError error("--title", std::vector<std::string>{"a requires b: At Most 1 required"});
  EXPECT_EQ(library_fault(error.what()).english(),
            "--title does not take the value a requires b: At Most 1 required.");
}

}  // namespace
}  // namespace ibtikar::cli
