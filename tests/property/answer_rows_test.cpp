// The long table of a batch's answers says of every question what the table of a report says.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ibtikar/report.h"
#include "report/rows/answer_rows.h"
#include "support/assessed.h"
#include "support/csv_table.h"

namespace ibtikar::test {
namespace {

using Named = std::map<std::string, std::string>;

std::vector<Named> named_rows(const std::string& csv) {
  const CsvRows rows = csv_rows(csv);
  std::vector<Named> all;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].size(), rows[0].size());
    Named& row = all.emplace_back();
    for (std::size_t c = 0; c < rows[0].size(); ++c) row[rows[0][c]] = rows[i][c];
  }
  return all;
}

/// Several options, in the rubric's order or as they were stated: the words of both.
std::vector<std::string> sorted_words(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ')
      word += c;
    else if (!word.empty())
      words.push_back(std::exchange(word, {}));
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

TEST(AnswerRows, SayWhatTheReportAsCsvSays) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const RandomCase one(seed);
    Diagnostics warnings;
    const Checked<AnswerSheet> sheet = one.scorer.encode(one.proposal, {}, warnings);
    ASSERT_TRUE(sheet);
    AnswerRows table(one.source.rubric, one.scorer, "");
    std::string text = AnswerRows::header();
    table.append(text, one.proposal.id, one.proposal, *sheet);
    const std::vector<Named> got = named_rows(text);
    std::vector<Named> wanted = named_rows(render_csv({assessed(one.scorer, one.proposal)}, {}));
    std::erase_if(wanted, [](const Named& row) { return row.at("kind") != "question"; });
    ASSERT_EQ(got.size(), wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i, ++compared) {
      const auto& row = got[i];
      EXPECT_EQ(row.at("id"), wanted[i].at("proposal")) << one.text();
      EXPECT_EQ(row.at("question"), wanted[i].at("id")) << one.text();
      EXPECT_EQ(row.at("criterion"), wanted[i].at("part_of")) << one.text();
      for (const char* same : {"assessor", "state", "evidence", "credited", "note", "links"})
        EXPECT_EQ(row.at(same), wanted[i].at(same)) << same << one.text();
      EXPECT_EQ(sorted_words(row.at("value")), sorted_words(wanted[i].at("value"))) << one.text();
    }
  }
  EXPECT_GT(compared, 1000U);
}

}  // namespace
}  // namespace ibtikar::test
