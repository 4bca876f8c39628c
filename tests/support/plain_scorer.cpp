// See plain_scorer.h: rounding, names, and what each answer brought and could bring.
#include "support/plain_scorer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "support/plain_advice.h"
#include "support/plain_joining.h"
#include "support/plain_weighing.h"

namespace ibtikar::test {
namespace {

std::optional<double> shown_score(const std::optional<double>& value) {
  if (!value) return std::nullopt;
  return shown(100 * *value);
}

std::string band_id(const Rubric& rubric, double score) {
  std::string id;
  for (const Band& band : rubric.parts().bands)
    if (band.from <= score) id = band.id;
  return id;
}

std::string number_on_scale(const std::optional<DisplayScale>& scale, const std::optional<double>& score) {
  if (!scale) return {};
  if (!score) return "none";
  const double unit = std::pow(10, scale->decimals);
  const double number =
      std::floor((scale->min + *score * (scale->max - scale->min)) * unit + 0.5 + 1e-9) / unit;
  return fmt::format("{:.{}f}", number == 0 ? 0.0 : number, scale->decimals);
}

PlainScore named(const std::string& id, const Weighed& weighed,
                 const std::optional<DisplayScale>& scale = {}) {
  PlainScore score;
  score.id = id;
  score.applicable = weighed.applicable;
  score.score = shown_score(weighed.point);
  score.low = shown(100 * weighed.low);
  score.high = shown(100 * weighed.high);
  score.completeness = shown(weighed.completeness);
  if (scale)
    score.shown = fmt::format("{} {} {}", number_on_scale(scale, weighed.point),
                              number_on_scale(scale, weighed.low), number_on_scale(scale, weighed.high));
  return score;
}

bool adjusts_shown(const Adjustment& how, double uncapped) {
  double then = uncapped;
  if (how.kind == Adjustment::Kind::multiply) then *= how.amount;
  if (how.kind == Adjustment::Kind::add) then += how.amount / 100;
  if (how.kind == Adjustment::Kind::floor) then = std::max(then, how.amount / 100);
  return shown(100 * std::min(1.0, std::max(0.0, then))) != shown(100 * uncapped);
}

/// A dimension or the overall: with its band and the gates that cap it. A cap is named where two shown
/// numbers differ, so that no report says "capped" beside a score that is the same before and after.
PlainScore named_and_capped(const std::string& id, const Weighed& weighed, const Rubric& rubric,
                            const Weighing& weighing, const std::optional<DisplayScale>& scale) {
  PlainScore score = named(id, weighed, scale);
  score.uncapped = shown_score(weighing.uncapped.at(id));
  if (!score.score) return score;
  Better better = rubric.parts().overall_better;
  for (const Dimension& dimension : rubric.dimensions())
    if (dimension.id == id) better = dimension.better;
  if (better == rubric.parts().overall_better) score.band = band_id(rubric, *score.score);
  for (std::size_t g = 0; g < weighing.gates.size(); ++g)
    for (const Cap& cap : rubric.parts().gates[g].caps)
      if (weighing.gates[g] == Truth::yes && cap.target == id && shown(cap.limit) < *score.uncapped)
        score.capped_by.push_back(rubric.parts().gates[g].id);
  for (std::size_t g = 0; g < weighing.gates.size(); ++g) {
    bool adjusts = false;
    for (const Adjustment& one : rubric.parts().gates[g].adjustments)
      adjusts = adjusts || (one.target == id && adjusts_shown(one, *weighing.uncapped.at(id)));
    if (adjusts && weighing.gates[g] == Truth::yes) score.adjusted_by.push_back(rubric.parts().gates[g].id);
  }
  return score;
}

// --- Where points came from ---

bool is_scored_at_all(const Standing& q) { return q.question->weight > 0; }

/// `place`: of the criterion among all.
void break_down(const Standing& q, const Rubric& rubric, const Criterion& criterion, std::size_t place,
                const Weighing& weighing, PlainQuestion& result) {
  const auto number = static_cast<std::size_t>(q.question - criterion.questions.data());
  const PlainShare within = shares_in(criterion, weighing)[number];
  for (const Dimension& dimension : rubric.dimensions()) {
    if (contribution(criterion, dimension.id) == 0) continue;
    const PlainShare above = shares_in(rubric, dimension, weighing)[place];
    result.points.emplace_back(dimension.id, shown(100 * (above.points * within.points) * q.v));
    result.lost.emplace_back(dimension.id, shown(100 * (above.lost * within.lost) * (1 - q.v)));
  }
}

PlainQuestion explain(const Standing& q, const Rubric& rubric, const Weighing& weighing) {
  PlainQuestion result;
  result.id = q.id;
  result.state = q.state;
  result.possibly_hidden = q.visible == Truth::unknown;
  if (!q.u) return result;
  result.utility = shown(*q.u);
  result.credited = shown(q.v);
  if (is_scored_at_all(q)) result.missing = missing(q, rubric.parts().evidence);
  if (!q.applicable) return result;
  std::size_t place = 0;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      if (&criterion == q.criterion) break_down(q, rubric, criterion, place, weighing, result);
      ++place;
    }
  return result;
}

GateState gate_state(Truth by_point, Truth certain) {
  if (by_point == Truth::yes) return GateState::applies;
  return certain == Truth::no ? GateState::clear : GateState::unknown;
}

RequirementResult::State requirement_state(Truth by_point, Truth certain) {
  using State = RequirementResult::State;
  if (by_point == Truth::yes) return State::met;
  return certain == Truth::no ? State::unmet : State::unknown;
}

/// The score's band, or a worse one: the best that the gates in force leave the verdict, and whose condition
/// is met.
std::string verdict(const Rubric& rubric, double score, const std::vector<bool>& in_force,
                    const std::vector<bool>& met) {
  std::vector<Band> bands = rubric.parts().bands;
  std::vector<bool> is_met = met;
  const bool turned = rubric.parts().overall_better == Better::lower;
  std::size_t at = 0;
  for (std::size_t b = 0; b < bands.size(); ++b)
    if (bands[b].from <= score) at = b;
  if (turned) {  // from here on the best is the last
    std::reverse(bands.begin(), bands.end());
    std::reverse(is_met.begin(), is_met.end());
    at = bands.size() - 1 - at;
  }
  for (std::size_t g = 0; g < in_force.size(); ++g)
    for (std::size_t b = 0; b < bands.size(); ++b)
      if (in_force[g] && bands[b].id == rubric.parts().gates[g].verdict) at = std::min(at, b);
  while (at > 0 && !is_met[at]) --at;
  return bands[at].id;
}

void judge(const Rubric& rubric, const Weighing& weighing, PlainResult& result) {
  std::vector<bool> at_point, surely, perhaps;
  for (std::size_t g = 0; g < weighing.gates.size(); ++g) {
    at_point.push_back(weighing.gates[g] == Truth::yes);
    perhaps.push_back(weighing.certain_gates[g] != Truth::no);
    surely.push_back(weighing.certain_gates[g] == Truth::yes);
  }
  std::vector<bool> met, surely_met, perhaps_met;
  for (std::size_t b = 0; b < weighing.bands.size(); ++b) {
    met.push_back(weighing.bands[b] == Truth::yes);
    surely_met.push_back(weighing.certain_bands[b] == Truth::yes);
    perhaps_met.push_back(weighing.certain_bands[b] != Truth::no);
  }
  const bool turned = rubric.parts().overall_better == Better::lower;
  const double bad = turned ? result.overall.high : result.overall.low;
  const double good = turned ? result.overall.low : result.overall.high;
  result.settled = verdict(rubric, bad, perhaps, surely_met) == verdict(rubric, good, surely, perhaps_met);
  const bool enough = result.overall.score && result.overall.completeness >= rubric.parts().min_completeness;
  result.verdict =
      enough ? verdict(rubric, *result.overall.score, at_point, met) : "insufficient-information";
}

}  // namespace

double shown(double value) {
  const std::string text = fmt::format("{:.2f}", value);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number == 0 ? 0 : number;
}

PlainResult score_plainly(const Rubric& rubric, const Proposal& proposal) {
  const AnswersById answers(proposal.answers.begin(), proposal.answers.end());
  const Weighing weighing = weigh(rubric, answers);
  PlainResult result;
  result.overall =
      named_and_capped("overall", weighing.overall, rubric, weighing, rubric.parts().overall_scale);
  for (const Dimension& dimension : rubric.dimensions())
    result.dimensions.push_back(named_and_capped(dimension.id, weighing.dimensions.at(dimension.id), rubric,
                                                 weighing, dimension.scale));
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria) {
      result.criteria.push_back(named(criterion.id, weighing.criteria.at(criterion.id), criterion.scale));
      for (std::size_t g = 0; g < criterion.groups.size(); ++g)
        result.groups.push_back(
            named(criterion.id + "/" + criterion.groups[g].id, weighing.groups.at(criterion.id)[g]));
    }
  for (const Standing& q : weighing.questions) result.questions.push_back(explain(q, rubric, weighing));
  for (std::size_t g = 0; g < weighing.gates.size(); ++g)
    result.gates.emplace_back(rubric.parts().gates[g].id,
                              gate_state(weighing.gates[g], weighing.certain_gates[g]));
  for (std::size_t b = 0; b < weighing.bands.size(); ++b)
    if (rubric.parts().bands[b].when)
      result.requirements.emplace_back(rubric.parts().bands[b].id,
                                       requirement_state(weighing.bands[b], weighing.certain_bands[b]));
  judge(rubric, weighing, result);
  result.advice = all_advice(rubric, answers, weighing);
  return result;
}

}  // namespace ibtikar::test
