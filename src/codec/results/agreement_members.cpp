// See agreement_members.h. Coefficients have the decimals that tell them apart: four.
#include "codec/results/agreement_members.h"

#include <cmath>

#include "codec/results/number_members.h"

namespace ibtikar {
namespace {

void write_coefficient(JsonWriter& json, std::string_view name, const std::optional<double>& value) {
  // Trailing zeros are not written: coefficients are read by programs, not lined up in columns.
  constexpr double kPlaces = 10'000;
  write_or_null(json, name, value,
                [&](const auto& given) { json.number(std::round(given * kPlaces) / kPlaces); });
}

/// Both ends or neither: an interval is missing where it was not asked for, or where the
/// coefficient itself is undefined. `undefined` then says why, by a code that does not change.
void write_estimate_members(JsonWriter& json, const Estimate& estimate,
                            const std::optional<Interval>& interval) {
  write_coefficient(json, "value", estimate.value);
  write_coefficient(json, "low", interval ? std::optional(interval->low) : std::nullopt);
  write_coefficient(json, "high", interval ? std::optional(interval->high) : std::nullopt);
  write_or_null(json, "undefined", estimate.undefined,
                [&](const auto& given) { json.string(code_of(given)); });
}

void write_estimate(JsonWriter& json, std::string_view name, const Estimate& estimate,
                    const std::optional<Interval>& interval = {}) {
  json.member(name);
  json.begin_object();
  json.inline_from_here();
  write_estimate_members(json, estimate, interval);
  json.end_object();
}

/// All coefficients for all types of questions. Those that make no sense for a type are undefined,
/// so that each entry has the same members and a table can be made of the list.
void write_answers(JsonWriter& json, const AnswerAgreement& answers) {
  json.begin_object();
  write_text_or_null(json, "criterion", answers.criterion);
  for (const auto& [name, alpha] : {std::pair{"alpha_ordinal", &answers.ordinal},
                                    {"alpha_nominal", &answers.nominal},
                                    {"alpha_interval", &answers.interval},
                                    {"alpha_ratio", &answers.ratio}})
    write_estimate(json, name, alpha->alpha, alpha->interval);
  // The plain share first, then what is corrected for chance. `answered` asks something else:
  // whether anything was stated at all.
  write_estimate(json, "same", answers.same);
  write_estimate(json, "kappa", answers.kappa);
  write_estimate(json, "ac1", answers.ac1);
  write_estimate(json, "ac2", answers.ac2);
  write_estimate(json, "answered", answers.answered);
  json.end_object();
}

/// The six forms share what makes them undefined, such as too few programs, so it is kept once for
/// all and written with each.
void write_intraclass(JsonWriter& json, std::string_view name, const IntraclassCorrelations& all,
                      const Intraclass& one) {
  json.member(name);
  json.begin_object();
  json.inline_from_here();
  const Estimate estimate = all.undefined ? Estimate{std::nullopt, all.undefined} : one.estimate;
  write_estimate_members(json, estimate, one.interval);
  // Without all readings there is no F test. Its members are then null, and stay.
  write_coefficient(json, "f", one.test ? std::optional(one.test->f) : std::nullopt);
  write_coefficient(json, "df1", one.test ? std::optional(one.test->df1) : std::nullopt);
  write_coefficient(json, "df2", one.test ? std::optional(one.test->df2) : std::nullopt);
  write_coefficient(json, "p", one.test ? std::optional(one.test->p) : std::nullopt);
  json.end_object();
}

void write_scores(JsonWriter& json, const ScoreAgreement& scores) {
  json.begin_object();
  json.text("id", scores.id);
  write_estimate(json, "alpha_interval", scores.alpha.alpha, scores.alpha.interval);
  const IntraclassCorrelations& icc = scores.icc;
  // With readings missing, variances are estimated by likelihood. That changes what the figures
  // mean, so it is said beside them.
  write_flag(json, "by_likelihood", icc.by_likelihood);
  write_coefficient(json, "k", icc.undefined ? std::nullopt : std::optional(icc.k));
  write_intraclass(json, "icc1", icc, icc.icc1);
  write_intraclass(json, "icc2", icc, icc.icc2);
  write_intraclass(json, "icc3", icc, icc.icc3);
  write_intraclass(json, "icc1k", icc, icc.icc1k);
  write_intraclass(json, "icc2k", icc, icc.icc2k);
  write_intraclass(json, "icc3k", icc, icc.icc3k);
  json.end_object();
}

}  // namespace

void write_agreement(JsonWriter& json, const PanelAgreement& agreement) {
  json.member("agreement");
  json.begin_object();
  json.list("answers", agreement.answers, [&](const AnswerAgreement& one) { write_answers(json, one); });
  json.list("scores", agreement.scores, [&](const ScoreAgreement& one) { write_scores(json, one); });
  json.end_object();
}

}  // namespace ibtikar
