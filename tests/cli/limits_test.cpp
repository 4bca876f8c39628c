// Inputs that are as large and as awkward as they may be: each is done, or refused with its limit, in time
// that grows with its size. No test asserts a time; quadratic work on these would take hours.
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

/// `piece(0), piece(1), ...`
std::string many(int count, const std::function<std::string(int)>& piece, std::string_view between = ",") {
  std::string out;
  for (int i = 0; i < count; ++i) {
    if (i > 0) out += between;
    out += piece(i);
  }
  return out;
}

/// A rubric whose questions and more members are these.
std::string rubric_of(const std::string& questions, const std::string& more = "",
                      const std::string& languages = "\"en\"") {
  return R"({"format": "ibtikar-rubric/1", "id": "r", "version": "1", "title": "R", "languages": [)" +
         languages +
         R"(], "sources": [{"id": "a", "citation": "A"}], "overall": {"combine": "arithmetic_mean"},
 "min_completeness": 0.5, "bands": [{"id": "low", "from": 0, "title": "L"}],
 "dimensions": [{"id": "d", "weight": 1, "title": "D"}],)" +
         more + R"( "sections": [{"id": "s", "title": "S", "criteria": [{"id": "c", "title": "C",
 "source": {"ref": "a"}, "contributes": {"d": 1}, "questions": [)" +
         questions + "]}]}]}";
}

std::string question(int number, const std::string& more = "") {
  return fmt::format(R"({{"id": "q{}", "ask": "a", "type": "yes_no"{}}})", number, more);
}

std::string asked_after(int number, int other) {
  return question(number, fmt::format(R"(, "when": {{"question": "c.q{}", "is": true}})", other));
}

class Limits : public testing::Test {
 protected:
  Finished run(const std::vector<std::string>& arguments) {
    Command command{program(), arguments};
    command.directory = here_.path();
    command.timeout = std::chrono::minutes(10);
    return run_process(command);
  }
  void expect_check(const std::string& rubric, int status, const std::string& told) {
    here_.write("r.json", rubric);
    const Finished checked = run({"rubric", "check", "r.json"});
    EXPECT_EQ(checked.status, status) << checked.err.substr(0, 1000);
    EXPECT_NE((checked.err + checked.out).find(told), std::string::npos) << checked.err.substr(0, 1000);
  }
  void use_small_rubric() {
    here_.write("r.json", read_file(project_dir() + "/tests/data/valid/small.json"));
  }

  const TempDir here_;
};

TEST_F(Limits, OfUnknownReferences) {
  expect_check(
      rubric_of(many(8000,
                     [](int i) {
                       return i < 4000
                                  ? question(i)
                                  : question(
                                        i, fmt::format(
                                               R"(, "when": {{"question": "c.nowhere{}", "is": true}})", i));
                     })),
      3, "and 3900 more\n");
}

TEST_F(Limits, CapsAndBandsThatLookLikeSharesAreWarnedAbout) {
  std::string rubric = read_file(project_dir() + "/tests/data/valid/small.json");
  const std::size_t at = rubric.find("\"from\": 60");
  ASSERT_NE(at, std::string::npos);
  here_.write("r.json", rubric.replace(at, 10, "\"from\": 0.6"));
  const Finished checked = run({"rubric", "check", "--strict", "r.json"});
  EXPECT_EQ(checked.status, 3);
  EXPECT_NE(checked.err.find("0.6 is of 100 here; was 60 meant? [looks-like-share]"), std::string::npos)
      << checked.err;
}

TEST_F(Limits, OfChainsOfConditions) {
  expect_check(rubric_of(many(10'000, [](int i) { return i == 0 ? question(i) : asked_after(i, i - 1); })), 0,
               "ok, 10000 questions");
}

TEST_F(Limits, OfCirclesOfConditions) {
  expect_check(rubric_of(many(5000, [](int i) { return asked_after(i, (i + 1) % 5000); })), 3,
               "(4990 more) -> c.q0");
}

TEST_F(Limits, OfOneConditionOnVeryMuch) {
  const std::string parts =
      many(100'000, [](int i) { return fmt::format(R"({{"question": "c.q{}", "is": true}})", i % 3000); });
  expect_check(rubric_of(many(3000, [](int i) { return question(i); }) + "," +
                         question(3000, R"(, "when": {"any": [)" + parts + "]}")),
               0, "ok, 3001 questions");
}

TEST_F(Limits, OfLanguages) {
  const std::string languages = many(15'000, [](int i) { return fmt::format("\"l{}\"", i); });
  expect_check(rubric_of(question(0), "", languages), 3,
               "15000 languages; expected at most 100 [too-many-languages]");
  expect_check(
      rubric_of(question(0), R"("description": {)" +
                                 many(15'000, [](int i) { return fmt::format("\"l{}\": \"x\"", i); }) + "},"),
      3, "a text in 15000 languages; expected at most 100 [too-many-languages]");
}

TEST_F(Limits, OfLevelsAndOtherLists) {
  const auto level = [](int i) { return fmt::format(R"({{"value": {}, "title": "t"}})", i); };
  expect_check(rubric_of(question(0), R"("scales": {"e": {"levels": [)" + many(60'000, level) + "]}},"), 3,
               "60000 levels; expected at most 250 [too-many-levels] (at /scales/e/levels)");
  expect_check(
      rubric_of(question(0),
                R"("scales": {)" +
                    many(60'000, [](int i) { return fmt::format(R"("e{}": {{"levels": []}})", i); }) + "},"),
      3, "60000 scales; expected at most 1000 [too-many-scales]");
}

TEST_F(Limits, OfUnknownMembers) {
  expect_check(R"({"format": "ibtikar-rubric/1",)" +
                   many(200'000, [](int i) { return fmt::format("\"m{}\": 1", i); }) + "}",
               3, "and 199907 more\n");
}

TEST_F(Limits, OfWarningsOfARecordWhichAreAllCounted) {
  use_small_rubric();
  const std::string record = R"({"id": "p", "answers": {"goal.exists": true},)" +
                             many(12'000, [](int i) { return fmt::format("\"m{}\":1", i); }) + "}\n";
  here_.write("p.ndjson", record);
  EXPECT_EQ(run({"batch", "-q", "-r", "r.json", "p.ndjson", "--summary", "s.json"}).status, 0);
  // 200 places are named, once each.
  EXPECT_NE(here_.read("s.json").find("\"unknown-member at other places\": 11800"), std::string::npos);
  here_.write("p.json", record);
  const Finished scored = run({"score", "-r", "r.json", "p.json", "-f", "json"});
  EXPECT_NE(scored.err.find("and 11900 more\n"), std::string::npos) << scored.err.substr(0, 500);
  EXPECT_NE(scored.out.find("\"warnings_left_out\": 2000"), std::string::npos);
  here_.write("a.json", scored.out);
  EXPECT_EQ(run({"report", "a.json", "-f", "json"}).out, scored.out);
}

/// Whatever stands behind ten thousand faults that are forgiven, it is not.
TEST_F(Limits, OfForgivenFaultsHideNoOtherFault) {
  use_small_rubric();
  const std::string twice = many(12'000, [](int) { return "\"goal.exists\":true"; });
  here_.write("p.json", R"({"answers": {)" + twice + R"(}, "title": "a", "title": "b"})");
  EXPECT_EQ(run({"score", "-q", "--lenient", "-r", "r.json", "p.json"}).status, 3);
}

TEST_F(Limits, OfAnswers) {
  use_small_rubric();
  const auto with = [&](int count) {
    here_.write("p.json",
                R"({"answers": {)" + many(count, [](int i) { return fmt::format("\"q.n{}\":1", i); }) + "}}");
    return run({"score", "-q", "-r", "r.json", "p.json"});
  };
  EXPECT_EQ(with(20'000).status, 0);
  const Finished refused = with(20'001);
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("20001 answers; expected at most 20000 [too-many-answers]"), std::string::npos)
      << refused.err;
}

TEST_F(Limits, OfValues) {
  use_small_rubric();
  here_.write("p.json", R"({"answers": {}, "context": [)" + many(600'000, [](int) { return "0"; }) + "]}");
  const Finished refused = run({"score", "-q", "-r", "r.json", "p.json"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("values; expected fewer in a document of 1200029 bytes [too-many-values]"),
            std::string::npos)
      << refused.err;
}

TEST_F(Limits, OfCellsInARow) {
  use_small_rubric();
  here_.write("t.csv", "id,goal.exists\np,yes" + std::string(2'000'000, ',') + "\nq,yes\n");
  const Finished finished = run({"batch", "-r", "r.json", "t.csv", "--columns", "id,error"});
  EXPECT_EQ(finished.status, 3);
  EXPECT_NE(finished.err.find("more than 40000 cells; expected 2"), std::string::npos) << finished.err;
  EXPECT_NE(finished.out.find(R"({"id":"q","error":null})"), std::string::npos) << finished.out;
}

TEST_F(Limits, OfPanels) {
  use_small_rubric();
  const auto rows = [](int count) {
    return "id,assessor,goal.exists\n" +
           many(
               count, [](int i) { return fmt::format("p{},a{},yes", i, i); }, "\n") +
           "\n";
  };
  here_.write("t.csv", rows(1000));
  const Finished refused = run({"panel", "-r", "r.json", "t.csv", "-o", "p.json"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("1000 programs and 1000 assessors are too many"), std::string::npos)
      << refused.err;
  here_.write("who.txt", many(
                             1000, [](int i) { return fmt::format("a{}:p{}", i, i); }, "\n"));
  EXPECT_EQ(run({"panel", "-q", "-r", "r.json", "t.csv", "--assign", "who.txt", "-o", "p.json"}).status, 0);
}

TEST_F(Limits, OfObjectsLaidOverEachOther) {
  const std::string free = many(100'000, [](int i) { return fmt::format("\"k{}\": 1", i); });
  here_.write("base.json", rubric_of(question(0), "\"x-a\": {" + free + "},"));
  expect_check(R"({"format": "ibtikar-rubric/1", "extends": "base.json", "x-a": {)" + free + "}}", 0,
               "ok, 1 question");
}

TEST_F(Limits, OfEqualMembersInARecord) {
  use_small_rubric();
  const std::string record = R"({"answers": {},)" + many(400'000, [](int) { return "\"a\":1"; }) + "}\n";
  here_.write("p.json", record);
  here_.write("p.ndjson", record);
  for (const auto& arguments : {std::vector<std::string>{"score", "-r", "r.json", "p.json"},
                                {"batch", "-q", "-r", "r.json", "p.ndjson"}}) {
    const Finished finished = run(arguments);
    EXPECT_EQ(finished.status, 3);
    EXPECT_NE(finished.err.find("member \"a\" is given twice"), std::string::npos);
  }
}

TEST_F(Limits, OfHeadings) {
  use_small_rubric();
  const auto table = [&](const std::function<std::string(int)>& name, const std::string& more) {
    here_.write("t.csv", "goal.exists," + many(39'990, name) + "\n" + more);
    return run({"batch", "-r", "r.json", "t.csv", "-o", "out.csv"});
  };
  const Finished unknown = table([](int i) { return fmt::format("goal.exist{}x", i); }, "");
  EXPECT_EQ(unknown.status, 0);
  EXPECT_NE(unknown.err.find("did you mean \"goal.exists\"?"), std::string::npos)
      << unknown.err.substr(0, 500);
  const Finished twice = table([](int) { return "goal.exists"; }, "yes\n");
  EXPECT_EQ(twice.status, 3);
  here_.write("m.json", R"({"format": "ibtikar-mapping/1", "columns": {"goal.exists": "goal.exists",)" +
                            many(39'990, [](int i) { return fmt::format("\"none{}\": \"title\"", i); }) +
                            "}}");
  EXPECT_EQ(run({"batch", "-r", "r.json", "--map", "m.json", "t.csv", "-q"}).status, 3);
}

TEST_F(Limits, OfPagesWithOneName) {
  use_small_rubric();
  here_.write(
      "p.ndjson",
      many(
          8000, [](int i) { return fmt::format(R"({{"id": "مشروع {}", "answers": {{}}}})", i % 3); }, "\n"));
  EXPECT_EQ(run({"batch", "-q", "-r", "r.json", "p.ndjson", "-o", "rows.csv", "--reports", "pages"}).status,
            0);
}

TEST_F(Limits, OfTemplates) {
  use_small_rubric();
  here_.write("p.json",
              R"({"id": "p", "title": ")" + std::string(1'000'000, '"' - 1) + R"(", "answers": {}})");
  here_.write("t.mustache", many(
                                200, [](int) { return "{{title}}"; }, ""));
  const Finished refused =
      run({"score", "-r", "r.json", "p.json", "--template", "t.mustache", "-o", "x.html"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("it would make more than 67108864 bytes"), std::string::npos)
      << refused.err.substr(0, 500);
}

class DamagedAssessment : public Limits {
 protected:
  /// An assessment in which `old` is replaced once.
  void expect_refused(const std::string& old, const std::string& by, const std::string& told) {
    std::string text = whole_;
    ASSERT_NE(text.find(old), std::string::npos) << old;
    here_.write("a.json", text.replace(text.find(old), old.size(), by));
    const Finished refused = run({"report", "a.json", "-o", "x.html"});
    EXPECT_EQ(refused.status, 3) << by.substr(0, 100);
    EXPECT_NE(refused.err.find(told), std::string::npos) << refused.err.substr(0, 500);
  }

  DamagedAssessment() {
    use_small_rubric();
    here_.write("p.json", R"({"id": "p", "answers": {"goal.exists": true, "goal.written": 2}})");
    whole_ = run({"score", "-r", "r.json", "p.json", "-f", "json"}).out;
  }
  std::string whole_;
};

TEST_F(DamagedAssessment, NumbersThatNothingCanBeAreFaultsWithTheirPlace) {
  expect_refused("\"level_count\": 3", "\"level_count\": 1e300", "/level_count");
  expect_refused("\"level_count\": 3", "\"level\": 1e300, \"level_count\": 3", "/level");
  expect_refused("\"level_count\": 3", "\"level\": -1, \"level_count\": 3", "/level");
  expect_refused("\"low\": ", "\"low\": 1e300, \"x\": ", "/overall/low");
  expect_refused("\"completeness\": ", "\"completeness\": -5, \"x\": ", "/completeness");
  expect_refused("\"from\": 60", "\"from\": 6e9", "/from");
}

TEST_F(DamagedAssessment, ListsHaveTheLimitsOfRubrics) {
  expect_refused(
      "\"bands\": [",
      "\"bands\": [" +
          many(200'000, [](int i) { return fmt::format(R"({{"id": "b{}", "from": 0, "title": "t"}})", i); }) +
          ",",
      "expected at most 100");
}

}  // namespace
}  // namespace ibtikar::test
