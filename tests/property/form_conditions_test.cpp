// What a form tool shows is what we do not hide, whatever is answered and whatever is missing.
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "base/decimal.h"
#include "codec/form_names.h"
#include "report/view/form_conditions.h"
#include "support/assessed.h"
#include "support/xpath_subset.h"

namespace ibtikar::test {
namespace {

/// A form as a tool computes it: what is not relevant has no value.
class Tool {
 public:
  Tool(const Rubric& rubric, const Proposal& proposal) : rubric_(rubric) {
    for (const auto& [id, answer] : proposal.answers)
      if (const auto number = rubric.find(id)) given_[form_name(id)] = {*number, text_of(answer)};
  }

  [[nodiscard]] bool asks(std::size_t question) const {
    const std::string expression = asked_expression(rubric_, question, FormDialect::xpath);
    return expression.empty() || value(expression) == "true";
  }

 private:
  static std::string text_of(const Answer& answer) {
    if (answer.not_applicable) return "n/a";
    if (const bool* truth = std::get_if<bool>(&answer.value)) return *truth ? "yes" : "no";
    if (const double* number = std::get_if<double>(&answer.value)) return shortest(*number);
    if (const auto* text = std::get_if<std::string>(&answer.value)) return *text;
    const auto* ids = std::get_if<std::vector<std::string>>(&answer.value);
    if (ids == nullptr) return "";
    std::string all;
    for (const std::string& id : *ids) all += (all.empty() ? "" : " ") + id;
    return all.empty() ? "|" : all;
  }
  [[nodiscard]] std::string value(const std::string& expression) const {
    return xpath_value(expression, [&](const std::string& name) { return variable(name); });
  }
  [[nodiscard]] std::string variable(const std::string& name) const {
    if (name.starts_with("shown_")) {
      const auto column = column_of_form_name(name.substr(6));
      return value(shown_expression(rubric_, *rubric_.find(*column), FormDialect::xpath));
    }
    const auto found = given_.find(name);
    return found != given_.end() && asks(found->second.first) ? found->second.second : "";
  }

  const Rubric& rubric_;
  std::map<std::string, std::pair<std::size_t, std::string>> given_;
};

TEST(FormConditions, AskWhatIsNotCertainlyHidden) {
  std::size_t hidden = 0;
  std::size_t perhaps = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    for (int i = 0; i < 4; ++i) {
      const Proposal proposal = random_proposal(rubric, one.random);
      Diagnostics none;
      const Checked<AnswerSheet> sheet = one.scorer.encode(proposal, {}, none);
      ASSERT_TRUE(sheet);
      const Assessment assessment = one.scorer.assess(proposal, *sheet, none);
      const Tool tool(rubric, proposal);
      for (std::size_t q = 0; q < rubric.question_count(); ++q) {
        const QuestionResult& question = assessment.questions[q];
        const bool is_hidden = question.state == QuestionState::hidden;
        ASSERT_EQ(tool.asks(q), !is_hidden) << rubric.full_id(q) << "\n"
                                            << shown_expression(rubric, q, FormDialect::xpath) << "\n"
                                            << text_of(proposal) << one.text();
        hidden += is_hidden ? 1U : 0U;
        perhaps += question.possibly_hidden ? 1U : 0U;
      }
    }
  }
  EXPECT_GT(hidden, 100U);
  EXPECT_GT(perhaps, 100U);
}

}  // namespace
}  // namespace ibtikar::test
