// A table whose headings and cells are the texts of its rubric, in either language and with what form
// tools put around them: the mapping that is proposed for it reads it as the same answers.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include "codec/table/draft.h"
#include "ibtikar/codec.h"
#include "support/batched.h"
#include "support/fixtures.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

std::string csv_cell(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

/// A heading as a form tool may write it.
std::string dressed(const std::string& ask, const std::string& id, std::size_t way) {
  switch (way) {
    case 0:
      return ask;
    case 1:
      return "Q7. " + ask;
    case 2:
      return " " + ask + "\n(choose one)";
    default:
      return id;
  }
}

class Map : public testing::Test {
 protected:
  Rubric rubric_ = valid_rubric("exports/rubric.json");
};

TEST_F(Map, OfATableInTheTextsOfItsRubricReadsItsAnswers) {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const std::string language = random.below(2) == 0 ? "en" : "ar";
    std::string table = "record_id";
    std::string proposals;
    std::vector<std::size_t> asked;
    for (std::size_t q = 0; q < rubric_.question_count(); ++q)
      if (random.below(4) > 0) asked.push_back(q);
    if (asked.empty()) continue;
    for (const std::size_t q : asked)
      table += "," + csv_cell(dressed(std::string(rubric_.question(q).ask.in(language)), rubric_.full_id(q),
                                      random.below(4)));
    table += "\n";
    for (int row = 0; row < 6; ++row) {
      table += fmt::format("R-{}", row);
      std::string answers;
      for (const std::size_t q : asked) {
        const Question& question = rubric_.question(q);
        std::string cell;
        std::string json;
        if (random.below(5) == 0) {
          // open
        } else if (question.type == QuestionType::yes_no) {
          const bool yes = random.below(2) == 0;
          cell = language == "ar" ? (yes ? "نعم" : "لا") : (yes ? "Yes" : "No");
          json = yes ? "true" : "false";
        } else if (question.type == QuestionType::scale) {
          const Level& level = question.levels[random.below(question.levels.size())];
          cell = level.title.in(language);
          json = fmt::format("{}", level.value);
        } else if (question.type == QuestionType::number) {
          json = cell = fmt::format("{}", random.below(20));
        } else if (question.type == QuestionType::text) {
          cell = "a story";
          json = "\"a story\"";
        } else {
          for (const Option& option : question.options) {
            if (random.below(2) == 0 || (question.type == QuestionType::choice && !cell.empty())) continue;
            cell += (cell.empty() ? "" : "; ") + std::string(option.title.in(language));
            json += (json.empty() ? "\"" : ", \"") + option.id + "\"";
          }
          if (question.type == QuestionType::choices && !json.empty()) json = "[" + json + "]";
        }
        table += "," + csv_cell(cell);
        if (!json.empty())
          answers += fmt::format("{}\"{}\": {}", answers.empty() ? "" : ", ", rubric_.full_id(q), json);
      }
      table += "\n";
      proposals += fmt::format("{{\"id\": \"R-{}\", \"answers\": {{{}}}}}\n", row, answers);
    }
    const std::size_t header = table.find("R-0");
    const TableSample sample{"t.csv", table.substr(0, header), table.substr(header), ',', 1};
    const MappingDraft draft = draft_mapping(rubric_, sample);
    const std::string text = encode_mapping(draft, sample, rubric_);
    const auto mapping = decode_mapping({"m.json", text}, rubric_);
    ASSERT_TRUE(mapping) << format(mapping.error()) << text << table;
    const Batched got = batched(rubric_, table, {.format = InputFormat::csv, .mapping = &*mapping});
    EXPECT_EQ(got.rows, batched(rubric_, proposals, {}).rows) << text << table << got.rejects;
  }
}

TEST_F(Map, OfAnyTableIsOneThatIsTakenOrSaysNothing) {
  Random random(11);
  const std::vector<std::string> pieces = {"",    "*",  "who", "Users", "نعم", "\"\"", "goal.written", "Goal",
                                           "-99", "; ", "id",  "#x",    "\n",  "___1", "x*",           "Yes"};
  for (int round = 0; round < 300; ++round) {
    std::string table;
    const std::size_t columns = 1 + random.below(6);
    for (std::size_t row = 0; row < 1 + random.below(6); ++row) {
      for (std::size_t c = 0; c < columns; ++c) {
        std::string cell;
        for (std::size_t n = random.below(3); n > 0; --n) cell += pieces[random.below(pieces.size())];
        table += (c > 0 ? "," : "") + ("\"" + cell + "\"");
      }
      table += "\n";
    }
    const std::size_t end = table.find("\"\n") + 2;
    const TableSample sample{"t.csv", table.substr(0, end), table.substr(end), ',', 1};
    const std::string text = encode_mapping(draft_mapping(rubric_, sample), sample, rubric_);
    const auto mapping = decode_mapping({"m.json", text}, rubric_);
    if (mapping) continue;
    for (const Diagnostic& fault : mapping.error()) {
      EXPECT_EQ(fault.code, "no-answers") << text << table;
    }
  }
}

}  // namespace
}  // namespace ibtikar::test
