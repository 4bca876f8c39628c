// Assessment: everything that a report may show. The format `ibtikar-assessment/1`.
//
// Every report is a view of this value and renders it without the rubric: it carries the words,
// too. Numbers are final: scores from 0 to 100 and completeness from 0 to 1 are rounded to the two
// decimals that are printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

inline constexpr std::string_view kAssessmentFormat = "ibtikar-assessment/1";

/// The verdict if too little was answered, or if a dimension has no score.
inline constexpr std::string_view kInsufficient = "insufficient-information";

/// A score in [0, 100], rounded to two decimals, or no score at all.
using Score = std::optional<double>;

/// A score and its bounds in the numbers of a scale of its own, rounded to its decimals.
struct ScaledScore {
  Score score;
  double low = 0;
  double high = 0;

  friend bool operator==(const ScaledScore&, const ScaledScore&) = default;
};

/// A score, and the range within which it can still move.
struct Measure {
  Score score;                            ///< over what was answered; none if nothing was
  double low = 0;                         ///< least that any further answers can give, in [0, 100]
  double high = 100;                      ///< most
  double completeness = 0;                ///< weight answered / weight applicable, in [0, 1]
  std::optional<ScaledScore> shown = {};  ///< on the scale that the rubric shows it on; none: 0 to 100

  friend bool operator==(const Measure&, const Measure&) = default;
};

/// The overall score or a dimension's.
struct DimensionScore {
  std::string id;  ///< "overall", or the dimension's
  Measure measure;
  std::string band;                    ///< a band's id; empty without a score
  std::vector<std::string> capped_by;  ///< gates that apply and whose cap is under the uncapped score, by id
  Score uncapped;                      ///< the score before gates
  bool applicable = true;              ///< false: nothing in it applies, and it left the overall
  double weight = 1;
  LocalizedText title;
  LocalizedText asks;
  std::vector<std::string> adjusted_by = {};  ///< gates that apply and multiply, add to or raise it, by id
  std::optional<DisplayScale> scale = {};
  Better better = Better::higher;
  Combination combination = {};

  friend bool operator==(const DimensionScore&, const DimensionScore&) = default;
};

/// A question group's value, as a criterion's.
struct GroupScore {
  std::string id;
  Measure measure;
  bool applicable = true;
  double weight = 1;
  LocalizedText title;
  Combination combination = {};

  friend bool operator==(const GroupScore&, const GroupScore&) = default;
};

struct CriterionScore {
  std::string id;
  Measure measure;
  bool applicable = true;
  std::string section;
  LocalizedText title;
  LocalizedText why;
  std::vector<Citation> sources;
  std::vector<Contribution> contributes;
  std::optional<DisplayScale> scale = {};
  Combination combination = {};
  std::vector<GroupScore> groups = {};

  friend bool operator==(const CriterionScore&, const CriterionScore&) = default;
};

enum class QuestionState { hidden, not_applicable, answered, unanswered };

/// An amount for each dimension, in the rubric's order, by id.
using PerDimension = std::vector<std::pair<std::string, double>>;

struct QuestionResult {
  std::string id;  ///< full id
  QuestionState state = QuestionState::unanswered;
  bool possibly_hidden = false;    ///< its condition is unknown: it counts, and may not apply
  AnswerValue value;               ///< as stated; kept for hidden questions too
  std::string evidence;            ///< level that counted; empty when not answered or there is no table
  std::optional<double> utility;   ///< u in [0, 1]
  std::optional<double> credited;  ///< v = min(u, ceiling)
  PerDimension points;             ///< share of the dimension's score before caps, in score points
  PerDimension lost;               ///< what a full answer would have added
  bool scored = false;
  std::string criterion;
  QuestionType type = QuestionType::scale;
  double weight = 1;
  LocalizedText ask;
  LocalizedText answer;  ///< the answer in words: a level's or option's title; empty where the value says it
  LocalizedText unit;
  std::optional<std::size_t> level;  ///< scale: which of `level_count` it is, from 1
  std::size_t level_count = 0;
  std::string note;
  std::vector<std::string> links;
  std::string group = {};
  std::vector<std::string> missing = {};  ///< of "note", "link", "evidence": what it needs for more credit

  friend bool operator==(const QuestionResult&, const QuestionResult&) = default;
};

enum class GateState { applies, unknown, clear };

struct GateResult {
  std::string id;
  GateState state = GateState::clear;
  std::vector<Cap> caps;
  LocalizedText message;
  std::vector<std::string> questions;  ///< full ids that its condition names
  std::vector<std::string> scores;     ///< criteria, dimensions or "overall" that its condition names
  std::string verdict;                 ///< the best band that the verdict may have; empty: any
  bool certain = true;                 ///< applies: by the score's whole interval, not by the score alone
  std::vector<Adjustment> adjustments = {};

  friend bool operator==(const GateResult&, const GateResult&) = default;
};

/// What a band with a condition asks besides the score.
struct RequirementResult {
  enum class State { met, unmet, unknown };

  std::string band;
  State state = State::unmet;
  LocalizedText message;
  std::vector<std::string> questions;  ///< full ids that its condition names
  std::vector<std::string> scores;     ///< criteria, dimensions or "overall" that its condition names
  bool certain = true;                 ///< met: by the scores' whole intervals, not by the scores alone

  friend bool operator==(const RequirementResult&, const RequirementResult&) = default;
};

/// Another answer; better evidence for it; the note or link that it needs for credit.
enum class AdviceKind { raise, document, supply };

/// One step that could raise the score, and by how much.
struct Advice {
  std::string question;
  AdviceKind kind = AdviceKind::raise;
  Score overall_gain;  ///< may be 0 or negative; none when the overall is undefined before or after
  std::vector<std::pair<std::string, Score>> dimension_gains;
  LocalizedText text;
  AnswerValue to;  ///< raise: the answer it leads to, as a proposal states it; document: the evidence level's
                   ///< id; supply: a list of "note", "link" and perhaps an evidence level's id
  LocalizedText target;  ///< the same in words; empty where `to` says it (yes or no, no option)
  double effort = 1;

  friend bool operator==(const Advice&, const Advice&) = default;
};

/// Whether taking the step betters the overall score as shown or, where that stays, a dimension's.
/// `dimensions`: in the order of the advice's gains; those that it lacks are better higher.
[[nodiscard]] bool raises_a_score(const Advice& advice, Better overall = Better::higher,
                                  const std::vector<Better>& dimensions = {});

/// Something the reader should know about the input; `code` as in Diagnostic.
struct Warning {
  std::string code;
  std::string at;  ///< JSON pointer into the proposal
  std::string message;

  friend bool operator==(const Warning&, const Warning&) = default;
};

struct SectionTitle {
  std::string id;
  LocalizedText title;

  friend bool operator==(const SectionTitle&, const SectionTitle&) = default;
};

/// What a report says about the rubric that was used.
struct RubricSummary {
  std::string id;
  std::string version;
  std::string digest;
  LocalizedText title;
  std::vector<std::string> languages;
  Combine combine = Combine::arithmetic_mean;
  double min_completeness = 0;
  std::vector<Band> bands;
  Evidence evidence;
  std::vector<SectionTitle> sections;

  friend bool operator==(const RubricSummary&, const RubricSummary&) = default;
};

struct ProposalSummary {
  std::string id;
  std::string title;
  std::string digest;
  std::string organization;
  std::string assessor;
  std::string date;
  std::string language;

  friend bool operator==(const ProposalSummary&, const ProposalSummary&) = default;
};

struct Assessment {
  ProposalSummary proposal;
  RubricSummary rubric;
  std::string engine_version;
  std::string verdict;   ///< a band's id, or kInsufficient
  bool settled = false;  ///< one band only is possible as a verdict, by bounds, gates and conditions of bands
  DimensionScore overall;
  std::vector<DimensionScore> dimensions;
  std::vector<CriterionScore> criteria;
  std::vector<QuestionResult> questions;
  std::vector<GateResult> gates;
  std::vector<RequirementResult> requirements = {};  ///< of the bands that have a condition
  std::vector<Advice> advice;                        ///< by overall gain, the greatest first
  std::vector<Warning> warnings;
  std::size_t warnings_left_out = 0;  ///< further ones of a record with very many, which nobody kept

  friend bool operator==(const Assessment&, const Assessment&) = default;
};

[[nodiscard]] bool raises_a_score(const Assessment& assessment, const Advice& advice);

/// The proposal that was assessed, as far as the assessment tells it: what was stated for each
/// question, with evidence, note and links.
[[nodiscard]] Proposal proposal_of(const Assessment& assessment);

/// The verdicts that low and high still leave possible, by gates and conditions of bands too, in the order
/// of the bands; nullptr without bands.
struct PossibleBands {
  const Band* lowest = nullptr;
  const Band* highest = nullptr;
};
[[nodiscard]] PossibleBands possible_bands(const Assessment& assessment);

/// The last band whose `from` is not above `score`; nullptr if there is none.
[[nodiscard]] const Band* band_of(const std::vector<Band>& bands, double score);

}  // namespace ibtikar
