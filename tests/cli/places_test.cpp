// What a command reads is never what it writes, whatever the names are; and what it writes has one place
// each.
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class Places : public testing::Test {
 protected:
  Places() {
    for (const char* name : {"r.json", "base.json"})
      here_.write(name, read_file(fs::path(project_dir()) / "tests/data/valid/small.json"));
    here_.write("x.json", R"({"format": "ibtikar-rubric/1", "extends": "base.json", "id": "x"})");
    for (const char* name : {"a.json", "b.json", "all/c.json"})
      here_.write(name, R"({"title": "Garden", "answers": {"goal.exists": true}})");
    here_.write("page.txt.mustache", "{{title}}");
    shell("ibtikar score -r r.json a.json -o saved.json -o saved2.json -q");
    shell("ibtikar batch -r r.json a.json -o /dev/null -f ndjson --summary s1.json -q; cp s1.json s2.json");
    here_.write("table.csv", "id,goal.exists\np,yes\n");
    here_.write("map.json", R"({"format": "ibtikar-mapping/1", "columns": {"id": "id"}})");
    here_.write("list.txt", "all\n");
  }

  Finished shell(const std::string& script) const {
    return run_process({"sh", {"-c", script}, {}, plain_environment(), here_.path()});
  }

  const TempDir here_;
};

/// A command, with % where the output's name goes, and the input that it is to meet.
struct Meeting {
  const char* command;
  const char* input;
};

const Meeting kMeetings[] = {
    {"score -r r.json a.json -o %", "a.json"},
    {"score -r r.json a.json -o r.txt -f text -o %", "r.json"},
    {"score -r x.json a.json -o %", "base.json"},
    {"score -r r.json a.json --template page.txt.mustache -o %", "page.txt.mustache"},
    {"report saved.json -o %", "saved.json"},
    {"compare saved.json saved2.json -o %", "saved2.json"},
    {"compare -r r.json a.json b.json -o %", "r.json"},
    {"merge s1.json s2.json -o %", "s2.json"},
    {"batch -r r.json a.json -f ndjson -o %", "a.json"},
    {"batch -r r.json a.json --summary %", "r.json"},
    {"batch -r r.json a.json --rejects %", "a.json"},
    {"batch -r x.json a.json --rejects %", "base.json"},
    {"batch -r r.json table.csv --answers %", "table.csv"},
    {"batch -r r.json all -f ndjson -o %", "all/c.json"},
    {"batch -r r.json @list.txt --rejects %", "all/c.json"},
    {"batch -r r.json @list.txt --rejects %", "list.txt"},
    {"batch -r r.json table.csv --map map.json --rejects %", "map.json"},
    {"batch -r r.json - -f ndjson -o % < a.json", "a.json"},
    {"batch -r r.json a.json -f ndjson >> %", "a.json"},
    {"batch -r r.json all -f ndjson >> %", "all/c.json"},
};

TEST_F(Places, OfAnOutputAreNeverThoseOfAnInputByAnyName) {
  for (const Meeting& meeting : kMeetings) {
    const std::string input = meeting.input;
    fs::create_directories(here_.path() / "side");
    for (const std::string& name :
         std::vector<std::string>{input, "./" + input, "side/../" + input, "soft", "softer", "hard",
                                  (here_.path() / input).string()}) {
      shell("rm -f soft softer hard; ln -s " + input + " soft; ln -s ./soft softer; ln " + input + " hard");
      std::string command = meeting.command;
      // A name that is no path of a format: the place is what counts.
      const std::size_t at = command.find('%');
      command.replace(at, 1, name);
      if (name.find('.') != std::string::npos && command.find("-f ") == std::string::npos &&
          fs::path(name).extension() == ".mustache")
        continue;
      const std::string before = here_.read(input);
      const Finished finished = shell("ibtikar " + command);
      EXPECT_EQ(finished.status, 2) << command << "\n" << finished.err;
      EXPECT_EQ(here_.read(input), before) << command;
      EXPECT_EQ(shell("ls -A . all | grep tmp").out, "") << command;
    }
  }
}

TEST_F(Places, OfTwoOutputsAreTwo) {
  fs::create_symlink("gone.json", here_.path() / "dead");
  here_.write("there.json", "old");
  fs::create_hard_link(here_.path() / "there.json", here_.path() / "hard.json");
  for (const char* outputs : {"-o there.json --summary ./there.json", "-o dead --summary gone.json",
                              "-o ./gone.json --summary dead", "-o there.json --rejects hard.json",
                              "--rejects all/../gone.json --summary gone.json", "-o - --rejects /dev/stdout",
                              "--summary there.json >> there.json", "-o dead.csv --answers ./dead.csv",
                              "--answers hard.csv >> hard.csv"}) {
    const Finished finished = shell(std::string("ibtikar batch -f ndjson -r r.json a.json ") + outputs);
    EXPECT_EQ(finished.status, 2) << outputs << finished.err;
    EXPECT_EQ(here_.read("there.json"), "old") << outputs;
    EXPECT_FALSE(fs::exists(here_.path() / "gone.json")) << outputs;
  }
  for (const char* outputs :
       {"-o dead -o gone.json", "-o there.json -o ./hard.json", "-o a.txt -o ./a.txt"}) {
    EXPECT_EQ(shell(std::string("ibtikar score -r r.json a.json -f json ") + outputs).status, 2) << outputs;
    EXPECT_EQ(shell(std::string("ibtikar compare -r r.json a.json b.json -f json ") + outputs).status, 2);
  }
  EXPECT_EQ(shell("ibtikar batch -q -r r.json a.json -f ndjson --rejects /dev/null -o /dev/null").status, 0);
  EXPECT_EQ(shell("ibtikar batch -q -r r.json a.json -f ndjson --rejects /dev/stderr 2>&1 | cat").status, 0);
}

TEST_F(Places, OfPagesAreNotThoseOfOtherOutputs) {
  fs::create_directory(here_.path() / "d");
  for (const char* output : {"d/a.html", "./d/../d/A.html"}) {
    const Finished finished =
        shell(std::string("ibtikar batch -q -r r.json a.json --reports d -o ") + output);
    EXPECT_EQ(finished.status, 0) << finished.err;
    EXPECT_NE(here_.read(output).find("a-2.html"), std::string::npos)
        << "the portfolio, with a link to the page";
    EXPECT_NE(here_.read("d/a-2.html").find("Garden"), std::string::npos);
  }
}

TEST_F(Places, BelowDevAreWrittenWholeLikeEverywhere) {
  const std::string shared = "/dev/shm/" + here_.path().filename().string();
  fs::create_directory(shared);
  const std::string file = shared + "/rows.csv";
  write_file(file, std::string(100'000, 'x'));
  EXPECT_EQ(shell("ibtikar batch -q -r r.json a.json --columns id -o " + file).status, 0);
  EXPECT_EQ(read_file(file), "id\r\na\r\n") << "not the tail of what was there";
  write_file(file, "old");
  EXPECT_EQ(shell("ulimit -f 0; ibtikar batch -q -r r.json a.json -o " + file).status, 4);
  EXPECT_EQ(read_file(file), "old");
  EXPECT_EQ(shell("cp a.json " + shared + "; ibtikar score -r r.json " + shared + "/a.json -f json -o " +
                  shared + "/a.json")
                .status,
            2);
  const std::string answers = shared + "/n.json";
  write_file(answers,
             R"({"answers": {"goal.exists": true, "x-long-and-gone": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}})");
  EXPECT_EQ(shell("printf '\\n2\\nq\\n' | ibtikar ask -q -r r.json " + answers).status, 0);
  EXPECT_EQ(shell("ibtikar score -q -r r.json " + answers).status, 0) << read_file(answers);
  EXPECT_EQ(shell("ls -A " + shared + " | grep -e tmp -e lock").out, "");
  fs::remove_all(shared);
}

TEST_F(Places, OfStreamsAreTheStreamsThemselves) {
  for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "stdout"}) {
    fs::remove(here_.path() / "stdout");
    fs::create_symlink("/dev/stdout", here_.path() / "stdout");
    here_.write("log", "begun\n");
    EXPECT_EQ(
        shell(fmt::format("ibtikar batch -q -r r.json a.json -f ndjson --columns id -o {} >> log", name))
            .status,
        0);
    EXPECT_EQ(here_.read("log"), "begun\n{\"id\":\"a\"}\n") << name;
    here_.write("log", "");
    EXPECT_EQ(
        shell(fmt::format("{{ echo begun; ibtikar batch -q -r r.json a.json -f ndjson --columns id -o {}; "
                          "echo done; }} > log",
                          name))
            .status,
        0);
    EXPECT_EQ(here_.read("log"), "begun\n{\"id\":\"a\"}\ndone\n") << name;
  }
  EXPECT_EQ(shell("ibtikar score -r r.json a.json -o /dev/fd/3 3> third; head -c 6 third").out, "Garden");
  EXPECT_EQ(shell("ibtikar score -r r.json a.json -f xlsx -o /dev/stdout | head -c 2").out, "PK");
}

TEST_F(Places, OfNamesThatTheProgramMakesUpAreNeverLinksToElsewhere) {
  here_.write("precious", "precious");
  const auto is_unharmed = [&](const std::string& what) {
    EXPECT_EQ(here_.read("precious"), "precious") << what;
    here_.write("precious", "precious");
  };
  for (const char* kind : {"ln -s precious", "ln", "ln -s gone"}) {
    const std::string target = std::string(kind) == "ln" ? "precious " : "";
    for (const char* name : {".n.json.lock", "n.json.bak", "n.json.mine.json", "pages/a.html"}) {
      fs::remove_all(here_.path() / "pages");
      fs::create_directory(here_.path() / "pages");
      here_.write("n.json", R"({"answers": {"goal.exists": true}})");
      const std::string link =
          std::string(kind) == "ln -s precious" && std::string(name).starts_with("pages/")
              ? "ln -s ../precious"
              : kind;
      shell(link + " " + target + name);
      shell("printf '\\n2\\nq\\n' | ibtikar ask -q -r r.json n.json");
      shell("ibtikar batch -q -r r.json a.json -f html -o p.html --reports pages");
      is_unharmed(link + " " + name);
      EXPECT_FALSE(fs::exists(here_.path() / "gone")) << link << " " << name;
      fs::remove(here_.path() / name);
    }
  }
  EXPECT_FALSE(fs::exists(here_.path() / ".n.json.lock")) << "gone at the end";
}

}  // namespace
}  // namespace ibtikar::test
