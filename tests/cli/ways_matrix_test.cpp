// Every way in against every way out: equal content gives equal output, cell by cell.
//
// Each case holds one way in, with one set of options, against files of one proposal each. A new way in joins
// in ways_in.cpp, a new way out in kWaysOut, a new set of options in kOptions: a line each.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/output/page_folder.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "support/ways_in.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;

/// A way in, written, with what is run on it.
class Trial {
 public:
  explicit Trial(const WayIn& way) {
    here_.write("r.json", matrix_rubric());
    given_ = way.write(here_);
  }

  Finished batch(const Arguments& more, const Arguments& paths) const {
    Command command{test::program(), {"batch", "-r", "r.json", "-l", "en", "-q"}};
    command.arguments.insert(command.arguments.end(), paths.begin(), paths.end());
    command.arguments.insert(command.arguments.end(), more.begin(), more.end());
    command.directory = here_.path();
    command.input = given_.input;
    return run_process(command);
  }
  Finished batch(const Arguments& more) const { return batch(more, given_.arguments); }
  /// The same of other paths: with the options that belong to the way in.
  Finished again(const Arguments& more, const std::string& path) const {
    Arguments paths = given_.arguments;
    std::erase_if(paths, [&](const std::string& one) {
      return one == "-" || fs::is_directory(here_.path() / one) ||
             (fs::exists(here_.path() / one) && one != "map.json");
    });
    paths.push_back(path);
    return batch(more, paths);
  }

  [[nodiscard]] const TempDir& here() const { return here_; }
  [[nodiscard]] const std::string& nameless() const { return given_.nameless; }

 private:
  TempDir here_;
  GivenInput given_;
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// Where a fault was found differs from way to way: "FILE:LINE:COLUMN: error" becomes "PLACE: error".
std::string without_places(std::string text) {
  const std::string mark = ": error: ";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const std::size_t begin = text.find_last_of("\"'>,|\n", at) + 1;
    const std::string place = "PLACE";
    text.replace(begin, at - begin, place);
    at = begin + place.size();
  }
  return text;
}

/// Columns of text are as wide as the longest name is.
std::string comparable(const Trial& run, const std::string& text) {
  std::string out = without_places(replaced(text, run.nameless(), "NAMELESS"));
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
            out.end());
  return replaced(out, cli::page_stem(run.nameless()), "NAMELESS");
}

std::string command_output(const Trial& run, const char* program, const Arguments& arguments) {
  const Finished finished =
      run_process({.program = program, .arguments = arguments, .directory = run.here().path()});
  EXPECT_EQ(finished.status, 0) << program << finished.err;
  return finished.out;
}

std::string pages(const Trial& run) {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(run.here().path() / "pages"))
    all.push_back(comparable(run, read_file(entry.path())));
  std::sort(all.begin(), all.end());
  std::string text;
  for (const std::string& page : all) text += page + "\n";
  return text;
}

constexpr const char* kPrintWorkbook =
    "import sys, zipfile\n"
    "p = zipfile.ZipFile('out.xlsx')\n"
    "for n in sorted(p.namelist()): print(n, p.read(n).decode('utf-8', 'replace'))\n";

/// What is rejected stays so: fed again, the same records are rejected for the same reasons.
std::string fed_again(const Trial& run) {
  return run.again({"-f", "csv", "--columns", "id,title,error"}, "rejects.ndjson").out;
}

struct WayOut {
  const char* name;
  Arguments arguments;
  std::string (*read)(const Trial& run, const Finished& finished);
};

const std::vector<WayOut> kWaysOut = {
    {"rows as NDJSON", {"-f", "ndjson"}, [](const Trial&, const Finished& f) { return f.out; }},
    {"rows as CSV", {"-f", "csv"}, [](const Trial&, const Finished& f) { return f.out; }},
    {"a table", {"-f", "table"}, [](const Trial&, const Finished& f) { return f.out; }},
    {"a database",
     {"-o", "out.db", "--reports", "pages"},
     [](const Trial& run, const Finished&) {
       return command_output(run, "sqlite3", {"out.db", ".dump"});
     }},
    {"a workbook",
     {"-o", "out.xlsx"},
     [](const Trial& run, const Finished&) {
       return command_output(run, "python3", {"-c", kPrintWorkbook});
     }},
    {"a page on all",
     {"-o", "out.html", "--reports", "pages"},
     [](const Trial& run, const Finished&) { return run.here().read("out.html"); }},
    {"pages",
     {"-f", "csv", "--reports", "pages"},
     [](const Trial& run, const Finished&) { return pages(run); }},
    {"the summary",
     {"--summary", "summary.json"},
     [](const Trial& run, const Finished&) { return run.here().read("summary.json"); }},
    {"answers",
     {"-f", "csv", "--answers", "answers.csv"},
     [](const Trial& run, const Finished&) { return run.here().read("answers.csv"); }},
    {"rejects",
     {"--rejects", "rejects.ndjson"},
     [](const Trial& run, const Finished&) { return fed_again(run); }},
};

struct Options {
  const char* name;
  Arguments arguments;
};

const std::vector<Options> kOptions = {
    {"Plain", {"-j", "1"}},
    {"Sorted", {"--sort", "overall", "-j", "2"}},
    {"Top", {"--top", "3", "-j", "3"}},
    {"Skip", {"--skip", "2", "-j", "2"}},
    {"Lenient", {"--lenient", "-j", "3"}},
};

class WaysMatrix : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {};

/// What a way out gives, made comparable.
struct Given {
  int status;
  std::string out;
  std::string err;

  friend bool operator==(const Given&, const Given&) = default;
  friend void PrintTo(const Given& given, std::ostream* to) {
    *to << given.status << "\n" << given.out << "\n" << given.err;
  }
};

std::vector<Given> through_every_way_out(const WayIn& way, const Options& options) {
  const Trial run(way);
  std::vector<Given> all;
  for (const WayOut& out : kWaysOut) {
    Arguments arguments = options.arguments;
    arguments.insert(arguments.end(), out.arguments.begin(), out.arguments.end());
    const Finished finished = run.batch(arguments);
    const std::string text = out.read(run, finished);
    all.push_back({finished.status, comparable(run, text), comparable(run, finished.err)});
  }
  return all;
}

/// Those of the first way in, which all others are compared with: made once for each set of options.
const std::vector<Given>& wanted_with(std::size_t options) {
  static std::map<std::size_t, std::vector<Given>> known;
  std::vector<Given>& wanted = known[options];
  if (wanted.empty()) wanted = through_every_way_out(ways_in().front(), kOptions[options]);
  return wanted;
}

TEST_P(WaysMatrix, EqualContentGivesEqualOutput) {
  const auto [way, options] = GetParam();
  const std::vector<Given> got = through_every_way_out(ways_in()[way], kOptions[options]);
  const std::vector<Given>& wanted = wanted_with(options);
  for (std::size_t i = 0; i < kWaysOut.size(); ++i) {
    EXPECT_NE(wanted[i].out, "") << kWaysOut[i].name << wanted[i].err;
    EXPECT_EQ(got[i], wanted[i]) << kWaysOut[i].name;
  }
}

TEST_P(WaysMatrix, WhatIsCorrectedAmongTheRejectsIsScored) {
  const Trial run(ways_in()[std::get<0>(GetParam())]);
  Arguments arguments = kOptions[std::get<1>(GetParam())].arguments;
  arguments.insert(arguments.end(), {"--rejects", "rejects.ndjson"});
  const bool is_any = run.batch(arguments).status == 3;
  const std::string rejects = run.here().read("rejects.ndjson");
  EXPECT_EQ(is_any, !rejects.empty());
  run.here().write("corrected.txt", replaced(rejects, kFaultyNumber, kCorrectNumber));
  const Finished again = run.again({"-f", "csv", "--columns", "id,title,overall,error"}, "corrected.txt");
  EXPECT_EQ(again.status, 0) << again.err << rejects;
  EXPECT_EQ(again.out, std::string("id,title,overall,error\r\n") +
                           (is_any ? "F-4,\"Faulty, and told\",60.00,\r\n" : ""));
}

std::string name_of(const testing::TestParamInfo<WaysMatrix::ParamType>& info) {
  return std::string(ways_in()[std::get<0>(info.param)].name) + kOptions[std::get<1>(info.param)].name;
}

INSTANTIATE_TEST_SUITE_P(Batch, WaysMatrix,
                         testing::Combine(testing::Range(std::size_t{0}, ways_in().size()),
                                          testing::Range(std::size_t{0}, kOptions.size())),
                         name_of);

}  // namespace
}  // namespace ibtikar::test
