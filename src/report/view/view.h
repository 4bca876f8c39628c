// ReportView: what every report says about one assessment, in the reader's
// language, before any format lays it out.
//
// Foreign texts are one line, harmless for the target; numbers are formatted. Nothing
// is computed here: numbers are those of the assessment; the view sorts and
// picks. Renderers put the parts together with `words`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/assessment.h"
#include "report/view/formatter.h"
#include "words/report_words.h"

namespace ibtikar {

struct ViewOptions {
  std::string language;              ///< BCP 47; empty: the rubric's first language
  std::size_t losses = 5;            ///< most losses to list
  std::size_t steps = 5;             ///< most next steps
  std::size_t open = 10;             ///< most open questions
  Target target = Target::terminal;  ///< foreign texts are safe for it
  bool is_short = false;             ///< fewer of each, and only what decides
};

/// Most warnings that a report lists.
inline constexpr std::size_t kMaxWarningsShown = 20;

/// A score for bars, and the same in text.
struct MeasureView {
  Score score;
  double low = 0;     ///< in [0, 100]
  double high = 100;  ///< in [0, 100], not under `low`
  double completeness = 0;
  std::string score_text;
  std::string low_text;
  std::string high_text;
  std::string completeness_text;
  std::string whole_text = {};  ///< the end of its own scale; empty: 100
};

/// The overall score, a dimension or a criterion.
struct ScoreView {
  std::string title;
  bool applicable = true;
  MeasureView measure;
  std::string band;  ///< its title; empty without a score, and for a criterion
  Standing standing = Standing::none;
  std::string uncapped;                    ///< the score before caps; empty when nothing was capped
  std::string asks;                        ///< what a dimension asks; empty for others
  bool is_adjusted = false;                ///< by gates that do something else than cap
  std::optional<DisplayScale> scale = {};  ///< of its own
};

struct BandView {
  std::string title;
  double from = 0;
  std::string from_text;
  bool reached = false;  ///< the overall score is in it
  Standing standing = Standing::none;
};

/// What a band needs besides the score, where that is not surely so.
struct RequirementView {
  std::string band;
  std::string message;
  RequirementResult::State state = RequirementResult::State::unmet;
};

struct HeadView {
  std::string title;  ///< the program's, or its id
  std::string organization;
  std::string assessor;
  std::string date;
  std::string rubric;  ///< title and version
  std::string note;    ///< what the score is, and that it predicts nothing
};

struct VerdictView {
  std::string title;
  std::string meaning;
  bool sufficient = true;
  Standing standing = Standing::none;
  bool settled = false;
  std::vector<std::string> possible;  ///< bands that the interval touches, from the lowest
  bool too_incomplete = false;
  std::string needed;  ///< completeness that a verdict needs; empty when none is asked for
  std::vector<std::string> without_score;  ///< dimensions that count, apply and have no score
  std::vector<BandView> bands;
  bool is_by_score = true;  ///< settled: the score's whole interval lies in the verdict's band
  std::vector<RequirementView> requirements = {};
};

/// What a gate does to one dimension, or to the overall score.
struct CapView {
  enum class Effect { decides, beaten, idle, possible, multiplies, adds, raises };
  Effect effect = Effect::possible;
  std::string target;
  std::string limit;
  std::string before;  ///< decides: the score before caps
  std::string after;   ///< decides: the score
};

struct GateView {
  std::string message;
  std::vector<CapView> caps;
  std::vector<std::string> questions;  ///< still unknown: the open ones that would settle it
};

struct SectionView {
  std::string title;
  std::vector<ScoreView> criteria;
};

struct AmountView {
  std::string title;  ///< a dimension's
  std::string text;   ///< "−4.20", "+3.10"
};

/// One question, what was answered, and what it cost.
struct AnswerView {
  std::string question;
  QuestionState state = QuestionState::unanswered;
  bool may_not_apply = false;
  bool scored = true;
  std::string answer;
  std::string level;   ///< scale: which one, from 1; empty for other questions
  std::string levels;  ///< scale: of how many
  std::string evidence;
  std::string note;
  std::vector<std::string> links;
  std::vector<std::string> missing = {};  ///< what it needs for more credit
  std::vector<AmountView> lost;  ///< dimensions that lost points; or gained them where lower is better
  std::string most;              ///< the greatest of them; empty when nothing was lost
};

/// The answers of one criterion, hidden and not applicable ones too; open questions are elsewhere.
struct CriterionAnswersView {
  std::string title;
  std::vector<AnswerView> answers;
  std::string section;  ///< its title
  std::string why;
  std::optional<ScoreView> score;  ///< none: context, never scored
};

struct StepView {
  AdviceKind kind = AdviceKind::raise;
  std::string text;  ///< the advice, or what would show the answer; may be empty
  std::string question;
  std::string target;             ///< the answer, or the evidence level, that it leads to
  std::string overall;            ///< "+3.10"; empty when the overall score does not rise
  std::vector<AmountView> gains;  ///< dimensions that rise
  std::string effort;
};

struct OpenQuestionView {
  std::string question;
  bool decides_cap = false;
  bool may_not_apply = false;
};

struct OpenView {
  std::size_t count = 0;     ///< open questions that scores wait for
  std::size_t unscored = 0;  ///< open questions beside these
  std::vector<OpenQuestionView>
      questions;  ///< the first of `count`: what decides a cap, then the rubric's order
};

struct WarningView {
  std::string subject;  ///< what it is about: a question's id, a place in the proposal
  std::string text;
};

struct OriginView {
  std::string rubric;         ///< id and version
  std::string rubric_digest;  ///< short form
  std::string rubric_digest_whole;
  std::string proposal;         ///< id
  std::string proposal_digest;  ///< short form
  std::string proposal_digest_whole;
  std::string combined;
  std::string evidence_default;  ///< a level's title; empty when the rubric has no levels
  std::string evidence_ceiling;
  std::string evidence_margin;
  std::string engine;
};

struct ReportView {
  Words words;
  std::string language;
  HeadView head;
  VerdictView verdict;
  ScoreView overall;
  std::vector<ScoreView> dimensions;
  std::vector<GateView> caps_applied;
  std::vector<GateView> caps_pending;
  std::size_t caps_left_out = 0;               ///< pending ones, in the short form
  bool has_adjustments = false;                ///< some gate does something else than cap
  std::vector<std::string> better_lower = {};  ///< titles of scores that are
  std::vector<SectionView> sections;
  bool has_answers = false;                   ///< some answer counts
  std::vector<CriterionAnswersView> answers;  ///< in the rubric's order
  std::vector<AnswerView> losses;             ///< the greatest first, by what one dimension lost
  std::vector<StepView> steps;                ///< as the assessment has them; only those that raise something
  OpenView open;
  std::vector<WarningView> warnings;
  std::size_t warnings_left_out = 0;
  OriginView origin;
  /// The short form: criteria, answers and warnings are left out, and how it was scored. All that
  /// decides the verdict stays.
  bool is_short = false;
};

[[nodiscard]] ReportView view_of(const Assessment& assessment, const ViewOptions& options);

}  // namespace ibtikar
