// Two scorers, one page: the compiled Scorer and the plain one of
// tests/support, each written from docs/scoring.md, print the same digits.
#include <gtest/gtest.h>

#include <map>

#include "support/assessed.h"
#include "support/plain_facts.h"
#include "support/plain_scorer.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kScoredRubrics = 3000;
constexpr int kProposalsEach = 4;

TEST(TwoScorers, PrintTheSameDigitsForTwelveThousandRandomProposals) {
  int wrong = 0;
  for (std::uint64_t seed = 0; seed < cases(kScoredRubrics) && wrong < 5; ++seed) {
    RandomCase one(seed);
    for (int i = 0; i < kProposalsEach; ++i) {
      const std::string expected = facts_of(score_plainly(one.source.rubric, one.proposal));
      const std::string got = facts_of(assessed(one.scorer, one.proposal));
      if (expected != got) {
        ++wrong;
        ADD_FAILURE() << one.text() << differences(expected, got);
      }
      one.proposal = random_proposal(one.source.rubric, one.random);
    }
  }
}

TEST(RandomRubrics, AreMostlyValidAtTheFirstTry) {
  std::size_t refused = 0;
  for (std::uint64_t seed = 0; seed < cases(kScoredRubrics); ++seed) refused += random_rubric(seed).refused;
  EXPECT_LT(refused, cases(kScoredRubrics) / 2) << "refused, for " << cases(kScoredRubrics) << " taken";
}

/// How often something was seen among random cases.
class Tally {
 public:
  void see(const std::string& what, bool seen) { counts_[what] += seen ? 1 : 0; }
  [[nodiscard]] const std::map<std::string, int>& counts() const { return counts_; }

 private:
  std::map<std::string, int> counts_;
};

void see_combination(const Combination& how, Tally& tally) {
  tally.see("part minimum", how.how == Joining::minimum);
  tally.see("part maximum", how.how == Joining::maximum);
  tally.see("sum", how.how == Joining::sum);
  tally.see("deductions", how.how == Joining::deductions);
  tally.see("in order", how.how == Joining::in_order);
  tally.see("limit", how.limit.has_value());
  tally.see("start", how.start.has_value());
}

/// What enrich() adds.
void see_language(const RubricDraft& draft, const Assessment& a, Tally& tally) {
  for (const CriterionScore& criterion : a.criteria) {
    see_combination(criterion.combination, tally);
    for (const GroupScore& group : criterion.groups) see_combination(group.combination, tally);
    tally.see("groups", !criterion.groups.empty());
  }
  for (const DimensionScore& dimension : a.dimensions) {
    tally.see("dimension not by mean", dimension.combination.how != Joining::mean);
    tally.see("dimension rounded", dimension.scale && dimension.scale->rounded);
    tally.see("dimension adjusted", !dimension.adjusted_by.empty());
  }
  tally.see("overall rounded", a.overall.scale && a.overall.scale->rounded);
  tally.see("lower is better", draft.overall_better == Better::lower);
  for (const RequirementResult& one : a.requirements) {
    tally.see("condition of a band met", one.state == RequirementResult::State::met);
    tally.see("condition of a band unmet", one.state == RequirementResult::State::unmet);
    tally.see("condition of a band unknown", one.state == RequirementResult::State::unknown);
    tally.see("condition of a band met by the point alone", !one.certain);
  }
  for (const QuestionResult& q : a.questions) tally.see("something missing for credit", !q.missing.empty());
}

void see(const RandomCase& one, const Assessment& a, Tally& tally) {
  tally.see("undefined overall", !a.overall.measure.score);
  tally.see("settled", a.settled);
  tally.see("insufficient information", a.verdict == kInsufficient);
  tally.see("no evidence table", a.rubric.evidence.levels.empty());
  tally.see("overall capped", !a.overall.capped_by.empty());
  tally.see("verdict under the score's band", a.verdict != kInsufficient && a.verdict != a.overall.band);
  for (const DimensionScore& d : a.dimensions) {
    tally.see("dimension capped", !d.capped_by.empty());
    tally.see("dimension not applicable", !d.applicable);
    tally.see("dimension without weight", d.weight == 0);
  }
  for (const CriterionScore& c : a.criteria) {
    tally.see("criterion not applicable", !c.applicable);
    tally.see("criterion without contribution", c.contributes.empty());
  }
  for (const QuestionResult& q : a.questions) {
    tally.see("hidden", q.state == QuestionState::hidden);
    tally.see("possibly hidden and answered", q.possibly_hidden && q.state == QuestionState::answered);
    tally.see("possibly hidden and not applicable",
              q.possibly_hidden && q.state == QuestionState::not_applicable);
    tally.see("possibly hidden and unanswered", q.possibly_hidden && q.state == QuestionState::unanswered);
    tally.see("credited less than its utility", q.credited && *q.credited < *q.utility);
    tally.see("answered, not scored", q.state == QuestionState::answered && !q.scored);
  }
  for (const GateResult& g : a.gates) {
    tally.see("gate applies", g.state == GateState::applies);
    tally.see("gate unknown", g.state == GateState::unknown);
    tally.see("gate on a score", !g.scores.empty() && g.state != GateState::clear);
    tally.see("gate that applies by the point alone", !g.certain);
  }
  see_language(one.source.draft, a, tally);
  for (const Advice& advice : a.advice) {
    tally.see("raise", advice.kind == AdviceKind::raise);
    tally.see("document", advice.kind == AdviceKind::document);
    tally.see("supply", advice.kind == AdviceKind::supply);
    tally.see("gain undefined", !advice.overall_gain);
    tally.see("gain negative", advice.overall_gain && *advice.overall_gain < 0);
    tally.see("gain positive", advice.overall_gain && *advice.overall_gain > 0);
  }
  tally.see("geometric mean", one.source.draft.combine == Combine::geometric_mean);
  tally.see("minimum", one.source.draft.combine == Combine::minimum);
}

TEST(RandomCases, ReachEveryCornerOfThePage) {
  Tally tally;
  for (std::uint64_t seed = 0; seed < cases(1000); ++seed) {
    const RandomCase one(seed);
    see(one, assessed(one.scorer, one.proposal), tally);
  }
  for (const auto& [what, count] : tally.counts()) EXPECT_GE(count, cases(20)) << what;
}

}  // namespace
}  // namespace ibtikar::test
