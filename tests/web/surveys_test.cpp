// Forms for SurveyJS, filled in by survey-core: it asks what we do not hide, and what it gives back is scored
// as the same answers in a proposal are.
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "codec/form_names.h"
#include "codec/json/writer.h"
#include "codec/proposal/answers_file.h"
#include "ibtikar/form.h"
#include "model/condition_plan.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/places.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

constexpr std::size_t kProposals = 3;

/// A proposal with what a survey can say: no links, and evidence of what is scored and answered alone.
Proposal sayable(RandomCase& one, std::size_t number) {
  const Rubric& rubric = one.source.rubric;
  Proposal proposal = random_proposal(rubric, one.random);
  proposal.id = fmt::format("S-{}", number);
  std::erase_if(proposal.answers, [&](const auto& named) {
    const auto number = rubric.find(named.first);
    if (!number) return true;
    const Question& question = rubric.question(*number);
    const auto* ids = std::get_if<std::vector<std::string>>(&named.second.value);
    // Where an option is called "none", forms offer no other way to say so.
    const bool is_none = ids != nullptr && ids->empty() &&
                         std::ranges::find(question.options, "none", &Option::id) != question.options.end();
    return is_none || (named.second.not_applicable && question.type == QuestionType::text);
  });
  for (auto& [id, answer] : proposal.answers) {
    answer.links.clear();
    if (std::holds_alternative<std::monostate>(answer.value) || answer.not_applicable)
      answer.evidence.clear();
    if (!rubric.is_scored(*rubric.find(id))) answer.evidence.clear();
  }
  return proposal;
}

void write_value(JsonWriter& json, const Answer& answer) {
  const auto* ids = std::get_if<std::vector<std::string>>(&answer.value);
  if (answer.not_applicable) return json.string("n/a");
  if (const bool* truth = std::get_if<bool>(&answer.value)) return json.string(*truth ? "yes" : "no");
  json.answer(ids != nullptr && ids->empty() ? AnswerValue(std::vector<std::string>{std::string(kNoneOfForm)})
                                             : answer.value);
}

/// What a person enters, and what the survey has to ask then.
void write_case(JsonWriter& json, const RandomCase& one, const Proposal& proposal) {
  const Rubric& rubric = one.source.rubric;
  Diagnostics none;
  const Checked<AnswerSheet> sheet = one.scorer.encode(proposal, {}, none);
  ASSERT_TRUE(sheet);
  std::vector<Truth> visible;
  ConditionPlan(rubric).settle(*sheet, visible);
  json.object([&] {
    json.object("data", [&] {
      json.text("id", proposal.id);
      for (const auto& [id, answer] : proposal.answers) {
        const std::string name = form_name(id);
        if (!std::holds_alternative<std::monostate>(answer.value) || answer.not_applicable) {
          json.member(name);
          write_value(json, answer);
        }
        if (!answer.evidence.empty()) json.text(name + "__evidence", answer.evidence);
        if (!answer.note.empty()) json.text(name + "__note", answer.note);
      }
    });
    json.member("asked");
    json.begin_array();
    for (std::size_t q = 0; q < rubric.question_count(); ++q)
      if (visible[q] != Truth::no) json.string(form_name(rubric.full_id(q)));
    json.end_array();
  });
}

std::string line_of(const Proposal& proposal) {
  AnswersFile file;
  file.set_text("id", proposal.id);
  for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
  std::string line = file.text();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line + "\n";
}

TEST(Surveys, AskWhatIsNotHiddenAndComeBackEqual) {
  const auto modules = std::filesystem::path(IBTIKAR_WEB_MODULES);
  ASSERT_TRUE(std::filesystem::exists(modules / "node_modules/survey-core"))
      << "what tests/web/package.json names is not installed; ./dev test does it";
  const TempDir folder;
  std::vector<std::string> lines;
  std::vector<RandomCase> all;
  for (std::uint64_t seed = 0; seed < cases(120); ++seed) {
    RandomCase& one = all.emplace_back(seed);
    folder.write(fmt::format("{:03}.survey.json", seed),
                 render_form_surveyjs(blank_form(one.source.rubric), "en"));
    JsonWriter json(JsonStyle::compact);
    json.begin_array();
    std::string& text = lines.emplace_back();
    for (std::size_t i = 0; i < kProposals; ++i) {
      const Proposal proposal = sayable(one, i);
      write_case(json, one, proposal);
      text += line_of(proposal);
    }
    json.end_array();
    folder.write(fmt::format("{:03}.data.json", seed), std::move(json).take());
  }
  const Finished finished = run_process(
      {"node", {test::project_dir() + "/tests/web/surveys.cjs", modules.string(), folder.path().string()}});
  EXPECT_EQ(finished.out, "") << finished.err;
  ASSERT_EQ(finished.status, 0) << finished.err;
  for (std::size_t seed = 0; seed < all.size(); ++seed) {
    const std::string results = folder.read(fmt::format("{:03}.results.ndjson", seed));
    const Rubric& rubric = all[seed].source.rubric;
    const Batched wanted = batched(rubric, lines[seed], {.max_record = 1 << 20});
    const Batched got = batched(rubric, results, {.max_record = 1 << 20});
    EXPECT_EQ(got.rows, wanted.rows) << all[seed].text() << results;
  }
}

}  // namespace
}  // namespace ibtikar::test
