// --baseline: what is worse than before, against a comparison that shares nothing with it.
#include "cli/checks/baseline.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "cli/checks/worsening.h"
#include "ibtikar/codec.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/random.h"
#include "support/random_proposal.h"
#include "support/temp_dir.h"

namespace ibtikar::cli {
namespace {

using test::Random;

constexpr std::uint64_t kMeasures = 2000;
constexpr std::uint64_t kPairs = 150;

/// So many hundredths, and as many more as an interval needs: small enough to try every pair.
struct Few {
  int low = 0;
  int high = 0;
  int score = 0;  ///< -1: none
};

Few few(Random& random) {
  const int low = static_cast<int>(random.below(12));
  const int high = low + static_cast<int>(random.below(6));
  return {low, high, random.chance(10) ? -1 : low + static_cast<int>(random.below(6)) % (high - low + 1)};
}

Measure measure_of(const Few& few) {
  const auto number = [](int hundredths) { return static_cast<double>(hundredths) / 100; };
  return {few.score < 0 ? Score() : Score(number(few.score)), number(few.low), number(few.high), 1};
}

/// By the words of docs/scoring.md: each that is possible now against each that was possible then.
Worsening tried(const Few& before, const Few& now, bool is_turned) {
  if (before.score < 0) return Worsening::none;
  if (now.score < 0) return Worsening::possible;
  bool each = true;
  for (int then = before.low; then <= before.high; ++then)
    for (int at = now.low; at <= now.high; ++at)
      if (is_turned ? at <= then : at >= then) each = false;
  if (each) return Worsening::certain;
  return (is_turned ? now.score > before.score : now.score < before.score) ? Worsening::possible
                                                                           : Worsening::none;
}

TEST(Worsening, IsCertainWhereEveryPairOfPossibleScoresSaysSo) {
  Random random(20261130);
  for (std::uint64_t i = 0; i < test::cases(kMeasures); ++i) {
    const Few before = few(random);
    const Few now = few(random);
    for (const bool is_turned : {false, true})
      EXPECT_EQ(worsening(measure_of(before), measure_of(now), is_turned ? Better::lower : Better::higher),
                tried(before, now, is_turned))
          << before.low << ' ' << before.score << ' ' << before.high << " and " << now.low << ' ' << now.score
          << ' ' << now.high << (is_turned ? " turned" : "");
  }
}

/// What is worse, by name, straight from the two assessments.
std::set<std::string> expected(const Assessment& before, const Assessment& now, bool any) {
  std::set<std::string> worse;
  const auto look = [&](const DimensionScore& was, const DimensionScore& is) {
    if (!was.measure.score) return;
    const double sign = was.better == Better::lower ? -1 : 1;
    const double best_now = is.better == Better::lower ? -is.measure.low : is.measure.high;
    const double worst_then = was.better == Better::lower ? -was.measure.high : was.measure.low;
    const bool is_lost = !is.measure.score;
    if (!is_lost && best_now < worst_then - 0.001) worse.insert(was.id);
    if (any && (is_lost || sign * *is.measure.score < sign * *was.measure.score - 0.001))
      worse.insert(was.id);
  };
  look(before.overall, now.overall);
  for (std::size_t d = 0; d < before.dimensions.size(); ++d) look(before.dimensions[d], now.dimensions[d]);
  const auto rank = [&](const Assessment& of) {
    double place = 1;
    for (const Band& band : before.rubric.bands) {
      if (band.id == of.verdict) return before.overall.better == Better::lower ? -place : place;
      ++place;
    }
    return std::nan("");
  };
  const bool is_lower = rank(now) < rank(before);  // false for what is no band
  if (is_lower && before.settled && now.settled) worse.insert("verdict");
  if (any && (is_lower || (!std::isnan(rank(before)) && std::isnan(rank(now))))) worse.insert("verdict");
  for (std::size_t g = 0; any && g < now.gates.size(); ++g)
    if (now.gates[g].state == GateState::applies && before.gates[g].state != GateState::applies)
      worse.insert("gate " + now.gates[g].id);
  return worse;
}

std::set<std::string> found(Baseline& baseline, const Assessment& now) {
  const OutcomeNames names = outcome_names(now);
  const Result<std::vector<Message>> worse = baseline.worse(names, outcome_of(now, names));
  std::set<std::string> told;
  if (!worse) told.insert(worse.error().message.english());
  for (std::size_t i = 0; worse && i < worse->size(); ++i) {
    const std::string text = (*worse)[i].english();
    if (text.starts_with("the verdict "))
      told.insert("verdict");
    else if (text.starts_with("gate "))
      told.insert(text.substr(0, text.find(" applies")));
    else
      told.insert(text.substr(0, text.find(" was ")));
  }
  return told;
}

TEST(Baseline, FindsWhatTheAssessmentsSayIsWorse) {
  std::uint64_t worse = 0;
  const test::TempDir here;
  for (std::uint64_t seed = 0; seed < test::cases(kPairs); ++seed) {
    test::RandomCase one(seed);
    one.proposal.id = "p";
    const Assessment before = test::assessed(one.scorer, one.proposal);
    Proposal other = test::random_proposal(one.source.rubric, one.random);
    other.id = "p";
    const Assessment now = test::assessed(one.scorer, other);
    here.write("before.json", encode_assessment(before, JsonStyle::indented));
    for (const bool any : {false, true}) {
      Checked<Baseline> baseline = Baseline::read((here.path() / "before.json").string(), any);
      ASSERT_TRUE(baseline) << baseline.error().front().message.english() << one.text();
      EXPECT_EQ(found(*baseline, now), expected(before, now, any)) << one.text() << test::text_of(other);
      worse += expected(before, now, any).empty() ? 0U : 1U;
      EXPECT_EQ(found(*baseline, before), std::set<std::string>());
    }
  }
  EXPECT_GE(worse, test::cases(kPairs) / 4);
}

}  // namespace
}  // namespace ibtikar::cli
