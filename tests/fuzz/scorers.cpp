// A rubric and proposals made by the input's choices: the compiled scorer says what the plain one says, and
// the rows of a batch what assessments say.
#include "fuzz/both_scorers.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/codec.h"
#include "support/assessed.h"
#include "support/random_rubric.h"

namespace ibtikar::fuzz {
namespace {

constexpr int kProposals = 3;

}  // namespace

void try_scorers(std::string_view input) {
  test::Random random(input);
  Diagnostics warnings;
  const Checked<Rubric> rubric = validate(test::random_draft(random), warnings);
  if (!rubric) {
    require(has_errors(rubric.error()), "what is refused has an error");
    return;
  }
  const Scorer scorer(*rubric);
  RowScorer rows(scorer);
  for (int i = 0; i < kProposals; ++i) {
    const Proposal proposal = test::random_proposal(*rubric, random);
    const Assessment assessment = test::assessed(scorer, proposal);
    require_measures(assessment);
    require_plain_scores(*rubric, proposal, assessment);
    Diagnostics told;
    const Checked<AnswerSheet> sheet = scorer.encode(proposal, {}, told);
    const Row& row = rows.score(*sheet);
    require_measures(row);
    require(row.overall == assessment.overall.measure, "a row has the overall score of the assessment");
    for (std::size_t d = 0; d < row.dimensions.size(); ++d)
      require(row.dimensions[d] == assessment.dimensions[d].measure, "and those of its dimensions");
    const std::string json = encode_assessment(assessment, JsonStyle::compact);
    const Checked<Assessment> again = decode_assessment({"a.json", json});
    require(again.has_value(), "an assessment that was written can be read",
            again ? "" : format(again.error()));
    require_equal(encode_assessment(*again, JsonStyle::compact), json,
                  "an assessment is written as it was read");
  }
}

}  // namespace ibtikar::fuzz
