// See ibtikar/compare.h.
#include "ibtikar/compare.h"

#include <algorithm>

#include "base/decimal.h"

namespace ibtikar {
namespace {

/// One part's score in one assessment.
struct Standing {
  const Measure* measure;
  bool applicable;
  const std::string* band;

  [[nodiscard]] bool same_as(const Standing& other) const {
    return *measure == *other.measure && applicable == other.applicable && *band == *other.band;
  }
};

Score less(const Score& a, const Score& b) { return a && b ? Score(rounded(*a - *b)) : std::nullopt; }

ScoreDifference difference_of(const std::string& id, const std::vector<Standing>& standings) {
  ScoreDifference out;
  out.id = id;
  const Measure* lowest = nullptr;
  const Measure* highest = nullptr;
  std::size_t scores = 0;
  for (const Standing& standing : standings) {
    const Measure& measure = *standing.measure;
    out.differs = out.differs || !standing.same_as(standings.front());
    out.changes.push_back(less(measure.score, standings.front().measure->score));
    if (!measure.score) continue;
    ++scores;
    if (lowest == nullptr || *measure.score < *lowest->score) lowest = &measure;
    if (highest == nullptr || *measure.score > *highest->score) highest = &measure;
  }
  if (scores < 2) return out;
  out.spread = less(highest->score, lowest->score);
  if (*out.spread > 0)
    out.certainty = highest->low > lowest->high ? Certainty::settled : Certainty::not_settled;
  return out;
}

/// The difference of one part, which `part` finds in an assessment.
template <class Part>
ScoreDifference difference_in(const std::vector<Assessment>& all, const std::string& id, const Part& part) {
  static const std::string kNoBand;
  std::vector<Standing> standings;
  for (const Assessment& assessment : all) {
    const auto& score = part(assessment);
    if constexpr (requires { score.band; })
      standings.push_back({&score.measure, score.applicable, &score.band});
    else
      standings.push_back({&score.measure, score.applicable, &kNoBand});
  }
  return difference_of(id, standings);
}

AnswerDifference answers_of(const std::vector<Assessment>& all, std::size_t number) {
  const QuestionResult& first = all.front().questions[number];
  AnswerDifference out;
  out.question = first.id;
  for (const Assessment& assessment : all) {
    const QuestionResult& here = assessment.questions[number];
    out.answer = out.answer || here.state != first.state || here.value != first.value;
    out.evidence = out.evidence || here.evidence != first.evidence;
    out.note = out.note || here.note != first.note || here.links != first.links;
  }
  return out;
}

template <class Part>
bool same_ids(const std::vector<Part>& a, const std::vector<Part>& b) {
  return std::ranges::equal(a, b, {}, &Part::id, &Part::id);
}

bool same_parts(const Assessment& a, const Assessment& b) {
  const auto place = [](const CriterionScore& c) { return std::pair(c.section, c.contributes); };
  return a.rubric == b.rubric && same_ids(a.dimensions, b.dimensions) && same_ids(a.criteria, b.criteria) &&
         std::ranges::equal(a.criteria, b.criteria, {}, place, place) && same_ids(a.questions, b.questions) &&
         same_ids(a.gates, b.gates) &&
         std::ranges::equal(a.questions, b.questions, {}, &QuestionResult::criterion,
                            &QuestionResult::criterion);
}

bool same_rubric(const RubricSummary& a, const RubricSummary& b) {
  return a.id == b.id && a.version == b.version && a.digest == b.digest;
}

}  // namespace

std::optional<Incomparable> incomparable(const std::vector<Assessment>& assessments) {
  for (std::size_t i = 1; i < assessments.size(); ++i) {
    if (!same_rubric(assessments.front().rubric, assessments[i].rubric))
      return Incomparable{Incomparable::Why::rubric, i};
    if (!same_parts(assessments.front(), assessments[i])) return Incomparable{Incomparable::Why::parts, i};
  }
  return std::nullopt;
}

Comparison compare(std::vector<Assessment> assessments) {
  Comparison out;
  const std::vector<Assessment>& all = assessments;
  const Assessment& first = all.front();
  out.one_program = std::ranges::all_of(
      all, [&](const Assessment& a) { return !a.proposal.id.empty() && a.proposal.id == first.proposal.id; });
  out.verdict_differs = std::ranges::any_of(
      all, [&](const Assessment& a) { return a.verdict != first.verdict || a.settled != first.settled; });
  out.overall =
      difference_in(all, "overall", [](const Assessment& a) -> const DimensionScore& { return a.overall; });
  for (std::size_t i = 0; i < first.dimensions.size(); ++i)
    out.dimensions.push_back(
        difference_in(all, first.dimensions[i].id,
                      [i](const Assessment& a) -> const DimensionScore& { return a.dimensions[i]; }));
  for (std::size_t i = 0; i < first.criteria.size(); ++i)
    out.criteria.push_back(
        difference_in(all, first.criteria[i].id,
                      [i](const Assessment& a) -> const CriterionScore& { return a.criteria[i]; }));
  for (std::size_t i = 0; i < first.gates.size(); ++i)
    out.gates.push_back({first.gates[i].id, std::ranges::any_of(all, [&](const Assessment& a) {
                           return a.gates[i].state != first.gates[i].state;
                         })});
  for (std::size_t i = 0; i < first.questions.size(); ++i) out.questions.push_back(answers_of(all, i));
  out.assessments = std::move(assessments);
  return out;
}

}  // namespace ibtikar
