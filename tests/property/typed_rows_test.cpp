// Rows are the same numbers in every format: a database's and a workbook's are those of NDJSON.
#include <gtest/gtest.h>

#include <algorithm>

#include <fmt/format.h>

#include "codec/proposal/answers_file.h"
#include "ibtikar/batch.h"
#include "io/sqlite/portfolio_database.h"
#include "report/rows/row_text.h"
#include "report/workbook/portfolio.h"
#include "support/assessed.h"
#include "support/process.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kTypedRubrics = 40;
constexpr int kRecords = 8;

std::string record_of(const Rubric& rubric, const Proposal& proposal) {
  AnswersFile file;
  file.set_rubric({rubric.id(), rubric.version()});
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  std::string text = file.text();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text + "\n";
}

/// All records of `text`, as the batch gives them.
struct Batch {
  std::string ndjson;
  std::vector<RankedRow> rows;
  Summary summary;
};

Batch batch_of(const Rubric& rubric, const std::string& text) {
  BatchOptions options;
  options.keep_ranked = options.keep_rejected = options.keep_answers = true;
  Batch batch{.summary = empty_summary(rubric)};
  bool is_read = false;
  const BlockInput input{[&](Block& block) {
    if (std::exchange(is_read, true)) return false;
    block.bytes = text;
    block.parts = {{.name = "in", .begin = 0, .end = text.size()}};
    return true;
  }};
  const auto take = [&](BlockResult& result) -> Result<void> {
    batch.ndjson += result.rows;
    for (RankedRow& row : result.ranked) batch.rows.push_back(std::move(row));
    return {};
  };
  batch.summary = run_batch(rubric, options, input, take, [] { return false; })->summary;
  return batch;
}

/// Scores have two decimals, except on a scale of their own.
int decimals_of(const Rubric& rubric, const std::string& column) {
  if (column == "overall_shown" && rubric.parts().overall_scale)
    return rubric.parts().overall_scale->decimals;
  for (const Dimension& dimension : rubric.dimensions())
    if (dimension.scale && column == dimension.id + "_shown") return dimension.scale->decimals;
  return 2;
}

/// The rows of the database as NDJSON: a query that writes what RowText writes.
std::string as_ndjson_query(const Rubric& rubric) {
  std::string sql = "SELECT '{' || ";
  bool is_first = true;
  for (const std::string& name : row_columns(rubric)) {
    const std::string column = "\"" + name + "\"";
    std::string value = "coalesce(printf('%.2f', " + column + "), 'null')";
    if (name == "id" || name == "title" || name == "verdict" || name == "error")
      value = "coalesce(json_quote(" + column + "), 'null')";
    if (name == "settled") value = "CASE settled WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END";
    if (name == "gates")
      value = "'[' || coalesce('\"' || replace(gates, ' ', '\",\"') || '\"', '') || ']'";
    else if (value.starts_with("coalesce(printf"))
      value = fmt::format("CASE WHEN {0} IS NULL THEN 'null' ELSE printf('%.{1}f', {0}) END", column,
                          decimals_of(rubric, name));
    sql += std::string(is_first ? "" : "|| ',' || ") + "'\"" + name + "\":' || " + value + " ";
    is_first = false;
  }
  return sql + "|| '}' FROM rows ORDER BY number";
}

TEST(DatabaseRows, AreThoseOfNdjson) {
  const TempDir here;
  for (std::uint64_t seed = 0; seed < cases(kTypedRubrics); ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    std::string text;
    for (int i = 0; i < kRecords; ++i) {
      text += record_of(rubric, one.proposal);
      one.proposal = random_proposal(rubric, one.random);
    }
    text += "{bad}\n";
    const Batch batch = batch_of(rubric, text);
    ASSERT_EQ(batch.rows.size(), kRecords + 1u);
    here.write("rows.db", "");
    io::PortfolioDatabase database((here.path() / "rows.db").string(), "rows.db", rubric, "en");
    for (const RankedRow& row : batch.rows) database.add(row);
    const Result<void> written = database.finish(batch.summary);
    ASSERT_TRUE(written) << written.error().message.english();
    const Finished queried =
        run_process({.program = "sqlite3",
                     .arguments = {"rows.db", "PRAGMA foreign_key_check", as_ndjson_query(rubric)},
                     .directory = here.path()});
    EXPECT_EQ(queried.out, batch.ndjson) << queried.err << one.text();
  }
}

TEST(DatabaseAnswers, AreThoseThatCount) {
  const TempDir here;
  RandomCase one(3);
  const Rubric& rubric = one.source.rubric;
  const Batch batch = batch_of(rubric, record_of(rubric, one.proposal));
  here.write("rows.db", "");
  io::PortfolioDatabase database((here.path() / "rows.db").string(), "rows.db", rubric, "en");
  database.add(batch.rows.front());
  ASSERT_TRUE(database.finish(batch.summary));
  const Finished counted =
      run_process({.program = "sqlite3",
                   .arguments = {"rows.db", "SELECT count(*) FROM answers WHERE state = 'answered'"},
                   .directory = here.path()});
  const auto answered =
      std::ranges::count(batch.rows.front().questions, RowQuestion::State::answered, &RowQuestion::state);
  EXPECT_EQ(counted.out, std::to_string(answered) + "\n") << counted.err;
}

TEST(WorkbookRows, GoOnOnAFurtherSheet) {
  const TempDir here;
  RandomCase one(1);
  const Rubric& rubric = one.source.rubric;
  std::string text;
  for (int i = 0; i < 7; ++i) text += record_of(rubric, one.proposal);
  const Batch batch = batch_of(rubric, text);
  PortfolioWorkbook book(rubric, {.workbook = {.path = (here.path() / "rows.xlsx").string(),
                                               .scratch = here.path().string(),
                                               .shown = "rows.xlsx"},
                                  .language = "en",
                                  .rows_on_sheet = 3});
  for (const RankedRow& row : batch.rows) book.add(row);
  book.finish(batch.summary);
  ASSERT_TRUE(book.workbook().close());
  const Finished sheets = run_process(
      {.program = "python3",
       .arguments = {"-c",
                     "import re, zipfile\n"
                     "p = zipfile.ZipFile('rows.xlsx')\n"
                     "names = re.findall('sheet name=\"([^\"]*)\"', p.read('xl/workbook.xml').decode())\n"
                     "for i, name in enumerate(names, 1):\n"
                     "  print(name, p.read(f'xl/worksheets/sheet{i}.xml').count(b'<row '))\n"},
       .directory = here.path()});
  EXPECT_TRUE(sheets.out.starts_with("Scores 4\nPortfolio ")) << sheets.out << sheets.err;
  EXPECT_TRUE(sheets.out.ends_with("\nScores 2 4\nScores 3 2\n")) << sheets.out;
}

}  // namespace
}  // namespace ibtikar::test
