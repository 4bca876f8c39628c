// Panel: what several assessors say about several programs, put together.
//
// For each program the scores of all assessors, the answers that they give together (the
// consensus), how far the scores spread, and the talk list: the questions on which assessors
// differ, those first that move the overall score most. docs/scoring.md, "Panels", defines them.
// Every output of `ibtikar panel` is a view of this value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ibtikar/agreement.h"
#include "ibtikar/assessment.h"
#include "ibtikar/intraclass.h"
#include "ibtikar/next_reading.h"
#include "ibtikar/readings.h"
#include "ibtikar/rubric.h"
#include "ibtikar/severity.h"

namespace ibtikar {

inline constexpr std::string_view kPanelFormat = "ibtikar-panel/1";

/// The answers that several assessors give together, as a sheet of their rubric.
struct Consensus {
  AnswerSheet sheet;
  std::vector<bool> ties;  ///< by question: as many said one thing as another, and the lower was taken

  friend bool operator==(const Consensus&, const Consensus&) = default;
};

/// The consensus of one assessor or more. A question does not apply, or is open, when more than half
/// of them say so. Else its answer is the median of those stated, in the order of levels or numbers;
/// of an even number the lower of the two in the middle (a tie if they differ). Of a choice, it is
/// the option that most have chosen; of choices, each option that more than half of those who
/// answered have chosen. Evidence is the median level. A note or a link is there if more than half
/// of those who answered gave one. Requires: all sheets fit the rubric.
[[nodiscard]] Consensus consensus_of(const Rubric& rubric, const std::vector<const AnswerSheet*>& sheets);

/// The numbers of one sheet, rounded as in an Assessment.
struct PanelScore {
  Measure overall;
  std::vector<Measure> dimensions;  ///< in the rubric's order
  std::string verdict;              ///< a band's id, or kInsufficient
  bool settled = false;

  friend bool operator==(const PanelScore&, const PanelScore&) = default;
};

/// A question on which assessors differ.
struct TalkItem {
  std::size_t question = 0;  ///< by number
  double width = 0;          ///< highest - lowest: what settling it may move, in points of the overall score
  Score lowest;              ///< least overall score with one of the stated answers, all else at consensus
  Score highest;             ///< and the greatest; none if no stated answer gives a score

  friend bool operator==(const TalkItem&, const TalkItem&) = default;
};

/// The talk list of a program: each question for which assessors state two or more different things
/// (answers, or that it does not apply), by falling width. Of equal widths, the rubric's order
/// counts. Requires: as consensus_of(). Cost: a score for each stated answer.
[[nodiscard]] std::vector<TalkItem> talk_list(const Rubric& rubric,
                                              const std::vector<const AnswerSheet*>& sheets,
                                              const Consensus& consensus);

/// How far the overall scores of a program lie apart.
struct Spread {
  std::size_t count = 0;  ///< of scores, at least one
  double lowest = 0;
  double highest = 0;
  double mean = 0;
  std::optional<double> standard_deviation;  ///< of the sample (divided by count - 1); none of one score

  friend bool operator==(const Spread&, const Spread&) = default;
};

struct PanelReading {
  std::size_t assessor = 0;  ///< of Panel::assessors
  PanelScore score;
  AnswerSheet sheet;
  std::string digest;  ///< of the proposal's content; empty in a blind panel

  friend bool operator==(const PanelReading&, const PanelReading&) = default;
};

struct PanelProgram {
  Program program;
  std::vector<PanelReading> readings;  ///< by assessor; may be empty
  Consensus consensus;                 ///< without readings: nothing
  PanelScore score;                    ///< of the consensus
  std::optional<Spread> spread;        ///< none without a score
  std::vector<TalkItem> talk;
  std::vector<std::size_t> missing;  ///< assessors who still have to read it

  friend bool operator==(const PanelProgram&, const PanelProgram&) = default;
};

/// How far the assessors agree on the answers to some questions. Answers are compared by what they
/// earn (their utility); those that earn nothing by their nature, such as texts, are left out.
struct AnswerAgreement {
  std::string criterion;  ///< its id; empty: all scored questions
  AlphaEstimate ordinal;  ///< Krippendorff's alpha, drawn anew by programs
  AlphaEstimate nominal;
  AlphaEstimate interval;
  AlphaEstimate ratio;
  Estimate same;      ///< the share of pairs that gave the same answer
  Estimate kappa;     ///< Fleiss
  Estimate ac1;       ///< Gwet
  Estimate ac2;       ///< Gwet, ordinal weights
  Estimate answered;  ///< nominal alpha of whether anything was stated at all

  friend bool operator==(const AnswerAgreement&, const AnswerAgreement&) = default;
};

/// How far the assessors agree on a score.
struct ScoreAgreement {
  std::string id;       ///< "overall", or a dimension's
  AlphaEstimate alpha;  ///< Krippendorff's, interval
  IntraclassCorrelations icc;

  friend bool operator==(const ScoreAgreement&, const ScoreAgreement&) = default;
};

struct PanelAgreement {
  std::vector<AnswerAgreement> answers;  ///< all questions, then each criterion that has scored ones
  std::vector<ScoreAgreement> scores;    ///< the overall score, then each dimension

  friend bool operator==(const PanelAgreement&, const PanelAgreement&) = default;
};

/// How a panel was computed, apart from its readings and rubric: with all three it can be repeated.
struct PanelRun {
  std::uint64_t seed = 0;  ///< of the bootstrap, and of the letters of a blind panel
  std::size_t replicates = 0;
  std::optional<std::size_t> funded;  ///< asked for, whether or not `next` could be found
  double risk = 0;                    ///< means nothing without `funded`

  friend bool operator==(const PanelRun&, const PanelRun&) = default;
};

struct Panel {
  Rubric rubric;
  Assessment frame;  ///< of no answers at all: the words for dimensions, criteria, questions
  std::vector<std::string> assessors;  ///< names, or letters in a blind panel
  std::vector<PanelProgram> programs;
  std::vector<Conflict> conflicts;  ///< they have left all sums
  bool is_blind = false;
  PanelRun run;
  PanelAgreement agreement;
  RankingModel model;               ///< of the overall scores: who is severe
  std::optional<NextReading> next;  ///< if PanelOptions ask for it, and the model is defined
};

struct PanelOptions {
  /// Who is to read what, by name and id; those in conflict leave it. None: everyone everything.
  std::optional<std::vector<std::pair<std::string, std::string>>> assigned = {};
  /// Assessors become A, B, C, in an order drawn by this seed. Reasons of conflicts and digests,
  /// which could tell who is who, are left out.
  std::optional<std::uint64_t> blind_seed = {};
  /// How many programs are funded: which reading settles them, and with which risk of NextReadingOptions.
  std::optional<std::size_t> funded = {};
  double risk = 0.05;
  BootstrapOptions bootstrap = {};  ///< of alphas
};

/// The panel of all readings. Cost: a score for each reading and for each line of a talk list.
[[nodiscard]] Panel panel_of(const Rubric& rubric, Readings readings, const PanelOptions& options);

}  // namespace ibtikar
