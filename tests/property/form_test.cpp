// Forms that are handed out, filled in and read again say what the same answers say in a proposal.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/safe_targets.h"
#include "codec/proposal/answers_file.h"
#include "ibtikar/form.h"
#include "report/rows/form_table.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/csv_table.h"

namespace ibtikar::test {
namespace {

/// What a form can ask: no links, and no evidence of what is not answered or not scored.
Proposal askable(RandomCase& one, std::size_t number) {
  const Rubric& rubric = one.source.rubric;
  Proposal proposal = random_proposal(rubric, one.random);
  proposal.id = fmt::format("P-{}", number);
  proposal.title = "Evening school";
  std::erase_if(proposal.answers, [&](const auto& named) {
    const auto question = rubric.find(named.first);
    return !question ||
           (named.second.not_applicable && rubric.question(*question).type == QuestionType::text);
  });
  for (auto& [id, answer] : proposal.answers) {
    answer.links.clear();
    if (answer.note.find_first_not_of(" \t\n") == std::string::npos) answer.note.clear();
    if (!rubric.is_scored(*rubric.find(id)) || answer.not_applicable) answer.evidence.clear();
    if (const auto* text = std::get_if<std::string>(&answer.value); text != nullptr && *text == "n/a")
      answer.evidence.clear();
  }
  return proposal;
}

std::string as_line(const Proposal& proposal) {
  AnswersFile file;
  file.set_text("id", proposal.id);
  file.set_text("title", proposal.title);
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  std::string line = file.text();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line + "\n";
}

/// What a person writes or chooses in the cell that is asked for.
std::string entered(const FormEntry& entry, const Proposal& proposal, const RubricText& text) {
  if (entry.name == "id") return proposal.id;
  if (entry.name == "title") return proposal.title;
  if (!entry.question) return {};
  const Rubric& rubric = text.rubric();
  for (const auto& [id, answer] : proposal.answers) {
    if (id != rubric.full_id(*entry.question)) continue;
    if (entry.what == FormEntry::What::answer)
      return answer_cell(rubric.question(*entry.question), answer, text);
    if (entry.what == FormEntry::What::note) return answer.note;
    for (const FormChoice& level : evidence_choices(text))
      if (level.code == answer.evidence) return choice_text(level);
  }
  return {};
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += (line.empty() ? "" : ",") + quoted + "\"";
  }
  return line + "\r\n";
}

class FormAsRows : public testing::TestWithParam<const char*> {};

TEST_P(FormAsRows, ComesBackEqualWithoutAMapping) {
  std::size_t answers = 0;
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const RubricText text(rubric, GetParam());
    const Form form = blank_form(rubric);
    std::string table = render_form_csv(form, {.language = GetParam()});
    std::string lines;
    for (std::size_t i = 0; i < 6; ++i) {
      const Proposal proposal = askable(one, i);
      answers += proposal.answers.size();
      std::vector<std::string> cells;
      for (const FormEntry& entry : form_entries(form, text, FormLayout::rows))
        cells.push_back(entered(entry, proposal, text));
      table += line_of(cells);
      lines += as_line(proposal);
    }
    const Batched wanted = batched(rubric, lines, {.answers = true, .max_record = 1 << 20});
    const Batched got =
        batched(rubric, table,
                {.format = InputFormat::csv, .answers = true, .max_record = 1 << 20, .name = "in.csv"});
    ASSERT_EQ(got.warnings, "") << one.text();
    ASSERT_EQ(got.rows, wanted.rows) << one.text() << table;
    ASSERT_EQ(got.answers, wanted.answers) << one.text() << table;
  }
  EXPECT_GT(answers, 500U);
}

INSTANTIATE_TEST_SUITE_P(Languages, FormAsRows, testing::Values("en", "ar"),
                         [](const auto& info) { return std::string(info.param); });

class FormAsSheet : public testing::TestWithParam<const char*> {};

TEST_P(FormAsSheet, ComesBackEqualWithoutAMapping) {
  for (std::uint64_t seed = 0; seed < 80; ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const RubricText text(rubric, GetParam());
    const Form form = blank_form(rubric);
    const Proposal proposal = askable(one, 0);
    const std::string blank = render_form_csv(form, {.language = GetParam(), .layout = FormLayout::sheet});
    std::string sheet = blank.substr(0, blank.find('\n') + 1);
    const std::vector<FormEntry> entries = form_entries(form, text, FormLayout::sheet);
    for (const FormSheetRow& row : sheet_rows(entries, form, text)) {
      const auto cell = [&](const FormEntry* entry) {
        return entry == nullptr ? std::string() : entered(*entry, proposal, text);
      };
      sheet += line_of({row.question, row.answer->name == "rubric" ? row.answer->value : cell(row.answer),
                        cell(row.evidence), cell(row.note), row.possible, row.answer->name});
    }
    const Batched wanted = batched(rubric, as_line(proposal), {.answers = true, .max_record = 1 << 20});
    for (const std::size_t step : {std::size_t{7}, std::size_t{1} << 20}) {
      const Batched got = batched(rubric, sheet,
                                  {.block = 100,
                                   .step = step,
                                   .format = InputFormat::csv,
                                   .answers = true,
                                   .max_record = 1 << 20,
                                   .name = "in.csv"});
      ASSERT_EQ(got.warnings, "") << one.text();
      ASSERT_EQ(got.rows, wanted.rows) << one.text() << sheet;
      ASSERT_EQ(got.answers, wanted.answers) << one.text() << sheet;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, FormAsSheet, testing::Values("en", "ar"),
                         [](const auto& info) { return std::string(info.param); });

TEST(Form, AsksWhatIsOpenAndWhatIsWeakByWorth) {
  std::size_t weak = 0;
  std::size_t open = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const RandomCase one(seed);
    Diagnostics none;
    const Checked<AnswerSheet> sheet = one.scorer.encode(one.proposal, {}, none);
    ASSERT_TRUE(sheet);
    const Assessment today = one.scorer.assess(one.proposal, *sheet, none);
    const std::vector<OpenQuestion> asked = questions_to_ask(one.scorer, *sheet);
    std::size_t still_open = 0;
    for (const QuestionResult& question : today.questions)
      still_open += question.state == QuestionState::unanswered ? 1U : 0U;
    std::size_t asked_open = 0;
    double before = 1e9;
    for (const OpenQuestion& question : asked) {
      EXPECT_LE(question.worth, before) << one.text();
      before = question.worth;
      const QuestionResult& result = today.questions[question.number];
      if (question.why == OpenQuestion::Why::open) {
        ++asked_open;
        EXPECT_EQ(result.state, QuestionState::unanswered);
        EXPECT_EQ(question.may_not_apply, result.possibly_hidden);
      } else {
        ++weak;
        EXPECT_EQ(result.state, QuestionState::answered) << one.text();
        EXPECT_EQ(question.missing, result.missing);
      }
    }
    EXPECT_EQ(asked_open, still_open) << "every open question is asked" << one.text();
    open += asked_open;
  }
  EXPECT_GT(open, 100U);
  EXPECT_GT(weak, 100U);
}

}  // namespace
}  // namespace ibtikar::test
