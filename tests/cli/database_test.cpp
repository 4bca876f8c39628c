// `batch -f sqlite` as the sqlite3 command reads it: the same rows as NDJSON, keys that hold, and the old
// database untouched when something fails.
#include <gtest/gtest.h>

#include <filesystem>

#include <fmt/format.h>

#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

class DatabaseProgram : public testing::Test {
 protected:
  DatabaseProgram() {
    const fs::path source = test::project_dir();
    fs::copy_file(source / "tests/data/valid/small.json", here_.path() / "r.json");
    here_.write(
        "in.ndjson",
        R"({"id": "one", "title": "o'ne; DROP TABLE", "answers": {"goal.exists": true, "goal.written": 1}})"
        "\n{\"id\": \"two\", \"answers\": {\"goal.written\": 7}}\n"
        R"({"id": "three", "title": "ثلاثة", "answers": {"goal.exists": false}})"
        "\n");
  }
  [[nodiscard]] Finished shell(const std::string& script) const {
    return run_process(
        {.program = "/bin/sh",
         .arguments = {"-c",
                       "command -v sqlite3 >/dev/null || { echo 'sqlite3 is missing' >&2; exit 9; }; "
                       "I='" +
                           test::program() + " batch -r r.json -q'; " + script},
         .directory = here_.path()});
  }
  [[nodiscard]] std::string query(const std::string& sql) const {
    const Finished finished = shell("sqlite3 out.db \"" + sql + "\"");
    EXPECT_EQ(finished.err, "") << sql;
    return finished.out;
  }

  const TempDir here_;
};

TEST_F(DatabaseProgram, HoldsProposalsScoresAnswersAndTheRubric) {
  ASSERT_EQ(shell("$I in.ndjson -l en -o out.db").status, 3) << "one record is bad, the others are there";
  EXPECT_EQ(query("PRAGMA user_version; PRAGMA integrity_check; PRAGMA foreign_key_check"), "1\nok\n");
  EXPECT_EQ(query("SELECT number, id, title, error IS NOT NULL FROM proposals"),
            "1|one|o'ne; DROP TABLE|0\n2|two||1\n3|three|ثلاثة|0\n");
  EXPECT_EQ(query("SELECT scored, rejected, rubric, language FROM run"), "2|1|small|en\n");
  EXPECT_EQ(query("SELECT count(*) FROM scores WHERE proposal = 1"),
            query("SELECT count(*) FROM dimensions"));
  EXPECT_EQ(query("SELECT q.id, a.state, a.value FROM answers a JOIN questions q ON q.number = a.question "
                  "WHERE a.proposal = 1 AND a.state = 'answered' ORDER BY q.number"),
            "goal.exists|answered|1.0\ngoal.written|answered|1.0\n");
  EXPECT_EQ(query("SELECT count(*) FROM rows"), "3\n");
}

TEST_F(DatabaseProgram, IsTheSameBytesWhateverTheThreads) {
  ASSERT_EQ(
      shell("for i in 1 2 3 4 5 6 7 8 9; do cat in.ndjson; done > many.ndjson; $I -j 1 many.ndjson -o a.db; "
            "$I -j 4 many.ndjson -o b.db; $I many.ndjson -f sqlite -o c; cmp a.db b.db && cmp a.db c")
          .status,
      0);
}

TEST_F(DatabaseProgram, HoldsOrderedRowsInTheirOrder) {
  ASSERT_EQ(shell("$I in.ndjson --sort id:desc -o out.db").status, 3);
  EXPECT_EQ(query("SELECT id FROM proposals ORDER BY number"), "three\none\n");
}

TEST_F(DatabaseProgram, OnAFullDiskLeavesTheOldOne) {
  ASSERT_EQ(shell("$I in.ndjson -o out.db; cp out.db before.db").status, 0);
  for (const int blocks : {0, 1, 8, 60, 120}) {
    const Finished full = shell(fmt::format("ulimit -f {}; $I in.ndjson -o out.db 2>&1 | tail -1", blocks));
    EXPECT_EQ(full.out, "out.db: writing the database: File too large\n") << blocks;
    EXPECT_EQ(shell("cmp out.db before.db; ls -A | grep -c tmp").out, "0\n");
  }
}

TEST_F(DatabaseProgram, ThatSomeoneElseWritesToIsNotReplaced) {
  here_.write("out.db", "old");
  here_.write("out.db-journal", "half a transaction");
  const Finished finished = shell("$I in.ndjson -o out.db");
  EXPECT_EQ(finished.status, 4);
  EXPECT_EQ(finished.err,
            "out.db: is in use: \"out.db-journal\" stands beside it; close what writes to it first\n");
  EXPECT_EQ(here_.read("out.db"), "old");
}

TEST_F(DatabaseProgram, NeedsAFile) {
  EXPECT_EQ(shell("$I in.ndjson -f sqlite").err,
            "ibtikar: sqlite needs a file to write to; name one with --output\n");
  const Finished fifo = shell("mkfifo f; $I in.ndjson -f sqlite -o f");
  EXPECT_EQ(fifo.status, 2);
  EXPECT_EQ(fifo.err, "ibtikar: sqlite needs a file to write to; \"f\" is none\n");
  EXPECT_EQ(shell("$I in.ndjson -o out.db --columns id").status, 2);
  EXPECT_EQ(shell("$I in.ndjson -o gone/out.db").err, "gone/out.db: creating: No such file or directory\n");
}

}  // namespace
}  // namespace ibtikar::test
