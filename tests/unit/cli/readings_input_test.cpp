// The readings of a panel, from files as assessors hand them in: who says what about which program.
#include "cli/readings_input.h"

#include <gtest/gtest.h>

#include "ibtikar/codec.h"
#include "ibtikar/scorer.h"
#include "support/fixtures.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

class TextSink final : public ByteSink {
 public:
  Result<void> write(std::string_view bytes) override {
    text += bytes;
    return {};
  }
  std::string text;
};

class NoLines final : public LineSource {
 public:
  Result<std::optional<std::string>> next_line() override { return std::optional<std::string>(); }
};

class ReadingsInput : public testing::Test {
 protected:
  std::optional<Readings> read(cli::ReadingsNeeds needs = {}) {
    options_.paths = {folder_.path().string()};
    cli::Environment env{out_, cli::Messages(errors_), lines_, {}};
    std::optional<Readings> readings = cli::read_readings(rubric_, options_, needs, env, status_);
    // Messages name files by where they lie; tests name them by their place in the folder.
    const std::string prefix = folder_.path().string() + "/";
    for (std::size_t at = 0; (at = errors_.text.find(prefix)) != std::string::npos;)
      errors_.text.erase(at, prefix.size());
    return readings;
  }

  /// "1:A 1:B 2:A": programs and assessors of the readings, by id and name.
  static std::string pairs(const Readings& readings) {
    std::string text;
    for (const Reading& one : readings.all)
      text += (text.empty() ? "" : " ") + readings.programs[one.program].id + ":" +
              readings.assessors[one.assessor];
    return text;
  }

  const Rubric rubric_ = valid_rubric("valid/small.json");
  TempDir folder_;
  cli::ReadingsOptions options_;
  TextSink out_;
  TextSink errors_;
  NoLines lines_;
  cli::ExitStatus status_ = cli::ExitStatus::done;
};

TEST_F(ReadingsInput, TakesTheAssessorFromTheRecordElseFromTheFolder) {
  folder_.write("Amal/1.json", R"({"id": "1", "title": "Garden", "answers": {"goal.exists": true}})");
  folder_.write("Badr/1.json", R"({"id": "1", "answers": {"goal.exists": false}})");
  folder_.write("Badr/2.json", R"({"id": "2", "assessor": " Chen ", "answers": {"goal.exists": true}})");
  folder_.write("table.csv", "id,assessor,goal.exists\n1,Dina,yes\n2,Dina,no\n");
  const std::optional<Readings> readings = read();
  ASSERT_TRUE(readings);
  EXPECT_EQ(pairs(*readings), "1:Amal 1:Badr 2:Chen 1:Dina 2:Dina");
  EXPECT_EQ(readings->programs.front(), (Program{"1", "Garden"}));
  EXPECT_EQ(errors_.text, "");
  EXPECT_EQ(status_, cli::ExitStatus::done);
}

TEST_F(ReadingsInput, KeepsTheOthersWhereOneCannotBeUsed) {
  folder_.write("all.ndjson",
                "{\"id\": \"1\", \"assessor\": \"Amal\", \"answers\": {\"goal.exists\": true}}\n"
                "{\"id\": \"1\", \"assessor\": \"Amal\", \"answers\": {\"goal.exists\": false}}\n"
                "{\"id\": \"1\", \"assessor\": \"Badr\", \"answers\": {\"goal.written\": 7}}\n"
                "{\"id\": \"1\", \"assessor\": \"Chen\", \"rubric\": {\"id\": \"other\"}, \"answers\": {}}\n"
                "{\"id\": \"1\", \"assessor\": \"Dina\", \"answers\": {\"goal.exists\": true}}\n");
  const std::optional<Readings> readings = read();
  ASSERT_TRUE(readings);
  EXPECT_EQ(pairs(*readings), "1:Amal 1:Dina");
  EXPECT_EQ(readings->all.front().sheet.cells.front().number, 1);
  EXPECT_EQ(status_, cli::ExitStatus::invalid_input);
  for (const char* part : {"all.ndjson:2:1: error: a second reading of \"1\" by \"Amal\"; the first, in "
                           "all.ndjson:1, is used [second-reading]",
                           "all.ndjson:3:", "all.ndjson:4:"})
    EXPECT_NE(errors_.text.find(part), std::string::npos) << part << "\n" << errors_.text;
}

TEST_F(ReadingsInput, WantsAnAssessorUnlessNobodyAsks) {
  folder_.write("1.csv", "title,goal.exists\nGarden,yes\n");
  cli::ReadingsNeeds needs;
  needs.assessor_from_folder = false;
  EXPECT_FALSE(read(needs));
  EXPECT_NE(errors_.text.find("[no-assessor]"), std::string::npos);
  needs.assessor = false;
  status_ = cli::ExitStatus::done;
  const std::optional<Readings> readings = read(needs);
  ASSERT_TRUE(readings);
  EXPECT_EQ(pairs(*readings), "Garden:");
  EXPECT_NE(errors_.text.find("1 reading has no id: its title says which program it is about"),
            std::string::npos);
}

TEST_F(ReadingsInput, LeavesOutConflictsAndWarnsOfThoseOfNobody) {
  folder_.write("a.csv", "id,assessor,goal.exists\n1,Amal,yes\n1,Badr,no\n2,Amal,yes\n");
  folder_.write("conflicts.txt", "# of interest\nAmal:1 # sits on its board\n");
  options_.exclusions = (folder_.path() / "conflicts.txt").string();
  options_.excluded = {"Bdar:1"};
  const std::optional<Readings> readings = read();
  ASSERT_TRUE(readings);
  EXPECT_EQ(pairs(*readings), "1:Badr 2:Amal");
  EXPECT_EQ(readings->conflicts,
            (std::vector<Conflict>{{"Amal", "1", "sits on its board", true}, {"Bdar", "1", "", false}}));
  EXPECT_NE(errors_.text.find("there is no reading by \"Bdar\"; did you mean \"Badr\"?"), std::string::npos)
      << errors_.text;
}

TEST_F(ReadingsInput, ReadsSavedAssessmentsAsTheProposalsThatTheyAreOf) {
  Diagnostics warnings;
  const std::string text = R"({"id": "1", "title": "Garden", "assessor": "Amal", "answers": {
      "goal.exists": true, "goal.written": {"value": 2, "evidence": "measured", "note": "Minutes"},
      "people.who": ["users"], "people.seats": "n/a", "people.story": "Once"}})";
  const Checked<Proposal> proposal = decode_proposal({"p.json", text}, {}, warnings);
  ASSERT_TRUE(proposal);
  const Scorer scorer(rubric_);
  const Checked<AnswerSheet> sheet = scorer.encode(*proposal, {}, warnings);
  ASSERT_TRUE(sheet);
  const Assessment assessment = scorer.assess(*proposal, *sheet, {});
  folder_.write("saved.json", "[" + encode_assessment(assessment, JsonStyle::indented) + "]");
  const std::optional<Readings> readings = read();
  ASSERT_TRUE(readings) << errors_.text;
  EXPECT_EQ(pairs(*readings), "1:Amal");
  EXPECT_EQ(readings->all.front().sheet, *sheet);
  EXPECT_EQ(readings->all.front().digest, proposal->digest);
}

TEST_F(ReadingsInput, SaysSoWhereNothingIsLeft) {
  EXPECT_FALSE(read());
  EXPECT_EQ(status_, cli::ExitStatus::invalid_input);
  EXPECT_NE(errors_.text.find("there is no reading that could be used"), std::string::npos);
}

}  // namespace
}  // namespace ibtikar::test
