// See ibtikar/assessment.h.
#include "ibtikar/assessment.h"

#include <algorithm>

#include "model/verdict_rule.h"

namespace ibtikar {
namespace {

bool limits(const GateResult& gate, Side side) {
  return side == Side::best ? gate.state == GateState::applies && gate.certain
                            : gate.state != GateState::clear;
}

bool is_met(const RequirementResult& one, Side side) {
  using State = RequirementResult::State;
  return side == Side::best ? one.state != State::unmet : one.state == State::met && one.certain;
}

bool betters(const Score& gain, Better better) {
  return gain && (better == Better::higher ? *gain > 0 : *gain < 0);
}

}  // namespace

const Band* band_of(const std::vector<Band>& bands, double score) {
  const Band* found = nullptr;
  for (const Band& band : bands)
    if (band.from <= score) found = &band;
  return found;
}

PossibleBands possible_bands(const Assessment& assessment) {
  const std::vector<Band>& bands = assessment.rubric.bands;
  const Better better = assessment.overall.better;
  const auto at = [&](double score, Side side) -> const Band* {
    const auto limit_of = [&](std::size_t g) -> std::optional<std::size_t> {
      const GateResult& gate = assessment.gates[g];
      const auto limit = std::ranges::find(bands, gate.verdict, &Band::id);
      if (limit == bands.end() || !limits(gate, side)) return std::nullopt;
      return static_cast<std::size_t>(limit - bands.begin());
    };
    const auto holds = [&](std::size_t band) {
      const auto one = std::ranges::find(assessment.requirements, bands[band].id, &RequirementResult::band);
      return one == assessment.requirements.end() || is_met(*one, side);
    };
    const auto band = verdict_for(bands, better, score, assessment.gates.size(), limit_of, holds);
    return band ? &bands[*band] : nullptr;
  };
  const auto [lowest, highest] = verdicts_between(assessment.overall.measure, better, at);
  return {lowest, highest};
}

bool raises_a_score(const Advice& advice, Better overall, const std::vector<Better>& dimensions) {
  if (advice.overall_gain && *advice.overall_gain != 0) return betters(advice.overall_gain, overall);
  for (std::size_t d = 0; d < advice.dimension_gains.size(); ++d)
    if (betters(advice.dimension_gains[d].second, d < dimensions.size() ? dimensions[d] : Better::higher))
      return true;
  return false;
}

bool raises_a_score(const Assessment& assessment, const Advice& advice) {
  std::vector<Better> dimensions;
  for (const DimensionScore& dimension : assessment.dimensions) dimensions.push_back(dimension.better);
  return raises_a_score(advice, assessment.overall.better, dimensions);
}

Proposal proposal_of(const Assessment& assessment) {
  const ProposalSummary& from = assessment.proposal;
  Proposal proposal;
  proposal.rubric = {assessment.rubric.id, assessment.rubric.version};
  proposal.id = from.id;
  proposal.title = from.title;
  proposal.organization = from.organization;
  proposal.assessor = from.assessor;
  proposal.date = from.date;
  proposal.language = from.language;
  proposal.digest = from.digest;
  for (const QuestionResult& question : assessment.questions) {
    Answer answer{question.value, question.state == QuestionState::not_applicable, question.evidence,
                  question.note, question.links};
    if (answer != Answer{}) proposal.answers.emplace_back(question.id, std::move(answer));
  }
  return proposal;
}

}  // namespace ibtikar
