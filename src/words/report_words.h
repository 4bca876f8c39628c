// Every word of our own that a report shows.
//
// A Word names a phrase; "{0}" and "{1}" in it are places for say(). Counts stand apart from what
// they count ("Still open: 4"), so no plural is needed in any language. A word without its English
// phrase does not compile; the translations are in src/words/LANGUAGE.po.
//
//   const Words words("ar-EG");
//   words(Word::overall)                             // "الإجمالي"
//   words.say(Word::from_to, {"48.20", "80.95"})     // its places filled
//   words.say(Word::answer_is, {words.joined(...)})  // a sentence in a sentence
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ibtikar {

class Catalogue;

enum class Word : std::size_t {
  // The head
  untitled,
  assessor_is,  ///< {0} who
  readiness,
  as_described,  ///< in place of readiness, where the score measures something else
  list_comma,
  remarked,  ///< {0} text, {1} remarks on it
  // The verdict
  insufficient,
  of_hundred,  ///< {0} score
  of_whole,    ///< {0} score, {1} the most that it can be
  no_score,
  interval,
  from_to,  ///< {0} low, {1} high
  completeness,
  completeness_of,  ///< {0} answered, {1} needed
  verdict,
  settled,
  settled_otherwise,
  unsettled,       ///< {0} bands that are possible
  settled_so_far,  ///< {0} band; where too little is known for a verdict
  score_so_far,
  why,
  too_incomplete,  ///< {0} answered, {1} needed
  without_score,   ///< {0} dimensions
  nothing_applies,
  ask_for_rest,  ///< {0} the command that does
  requirement,
  band_needs,  ///< {0} band, {1} what it needs
  requirement_unmet,
  requirement_open,
  lower_is_better,
  // Scores
  overall,
  dimensions,
  criteria,
  legend_low,
  legend_score,
  legend_high,
  legend_all,
  legend_part,
  legend_none,
  does_not_apply,
  before_caps,
  score_before_caps,  ///< {0} score
  before_gates,
  on_its_scale,
  // Gates
  caps_applied,
  cap_decides,  ///< {0} dimension, {1} before, {2} after
  cap_beaten,   ///< {0} dimension, {1} limit
  cap_idle,     ///< {0} dimension, {1} limit
  caps_pending,
  question_mark,
  cap_possible,  ///< {0} dimension, {1} limit
  cap_settled_by,
  gates_applied,
  gates_pending,
  gate_multiplies,  ///< {0} dimension, {1} factor
  gate_adds,        ///< {0} dimension, {1} points with their sign
  gate_raises,      ///< {0} dimension, {1} limit
  // Losses
  losses,
  losses_legend,
  no_losses,
  costs,
  costs_legend,
  no_costs,
  answer_is,     ///< {0} answer
  level_of,      ///< {0} level, {1} levels
  evidence_is,   ///< {0} level
  credit_needs,  ///< {0} what
  a_note,
  a_link,
  better_evidence,
  yes,
  no,
  none_of_them,
  // Steps
  steps,
  steps_legend,
  no_steps,
  no_overall_step,
  better_steps_legend,
  no_better_steps,
  no_better_overall_step,
  raise_answer,
  document_answer,
  document_with,  ///< {0} what would show it
  supply_answer,
  supplies,       ///< {0} what
  question_is,    ///< {0} question
  leads_to,       ///< {0} answer
  evidence_then,  ///< {0} level
  effort_is,      ///< {0} effort
  // Open questions
  still_open,  ///< {0} how many
  nothing_open,
  open_unscored,  ///< {0} how many
  decides_cap,
  may_not_apply,
  not_shown,  ///< {0} how many
  // Warnings, by code
  warnings,
  warn_other_rubric,
  warn_rubric_version,
  warn_unknown_question,
  warn_hidden_answer,
  warn_unknown_member,
  warn_misfit,
  warn_given_twice,
  // How it was scored
  warnings_are,  ///< {0} how many; in the short form
  short_form,
  origin,
  rubric,
  proposal,
  combined,
  arithmetic_mean,
  geometric_mean,
  minimum,
  evidence,
  evidence_default,  ///< {0} level
  evidence_counts,   ///< {0} ceiling, {1} margin
  engine,
  // Pages
  contents,
  skip_to_report,
  bands,
  band_from,  ///< {0} band, {1} score at which it begins
  score,
  band,
  criterion,
  dimension,
  scale_is,
  bar_says,          ///< {0} score, {1} low, {2} high
  bar_says_of,       ///< {0} score, {1} low, {2} high, {3} the most that it can be
  bar_says_unknown,  ///< {0} low, {1} high
  means,
  means_legend,
  mean_arithmetic,
  mean_geometric,
  mean_lowest,
  mean_counts,
  means_unknown,
  grid_legend,
  weakest,
  question,
  level,
  lowest_level,
  highest_level,
  answers,
  other_questions,
  state_open,
  state_hidden,
  note_is,        ///< {0} note
  links_are,      ///< {0} links
  points_missed,  ///< {0} dimensions and points
  repeat_by,
  reports_of,  ///< {0} how many
  // Markdown
  low_to_high,  ///< {0} low, {1} high
  not_scored,
  // Comparisons
  comparison,
  change_is,  ///< {0} and {1} letters of proposals, {2} difference
  spread_is,  ///< {0} difference
  apart,
  overlapping,
  gates,
  gate_applies,
  gate_unknown,
  same_in_all,  ///< {0} how many
  nothing_differs,
  // Plans and reasons
  improvement,
  now_is,           ///< {0} verdict, {1} score
  to_reach,         ///< {0} targets
  target_band,      ///< {0} band
  target_at_least,  ///< {0} dimension, {1} score
  target_at_most,   ///< {0} dimension, {1} score
  budget_is,
  locked_are,  ///< {0} questions
  reached_today,
  unreachable,
  unreachable_in_budget,
  unreachable_unproved,
  plan_unproved,
  open_may_change,  ///< {0} how many
  best_reachable,   ///< {0} target
  nothing_reachable,
  cheapest_plan,
  plan_found,
  another_plan,  ///< {0} number
  plan_costs,    ///< {0} cost, {1} how many
  cost_is,
  today,
  with_plan,
  phase_is,        ///< {0} number
  phase_leads_to,  ///< {0} cost, {1} verdict, {2} score
  answer_from_to,
  evidence_from_to,
  reasons,
  verdict_is,  ///< {0} verdict, {1} score
  reasons_for_verdict,
  reasons_for_gate,
  reasons_count,  ///< {0} how many, {1} of all
  reasons_none_needed,
  reasons_smallest,
  reasons_minimal,
  reasons_appeal,
  deciding_answers,
  verdict_not_forced,
  gate_not_forced,
  nothing_open_forces,
  open_could_settle,  ///< {0} how many
  count,              ///< not a word: how many there are
};

inline constexpr std::size_t kWordCount = static_cast<std::size_t>(Word::count);

/// Text in the direction of the words: our own, and foreign parts each in an isolate (UAX #9).
struct Sentence {
  std::string text;
};

/// The argument for a place: a foreign text or a number, which may have a direction of its own, or
/// one of our own sentences. Foreign text must be plain().
class Argument {
 public:
  Argument(const char* foreign) : text_(foreign) {}
  Argument(std::string_view foreign) : text_(foreign) {}
  Argument(const std::string& foreign) : text_(foreign) {}
  Argument(Sentence ours) : text_(std::move(ours.text)), is_ours_(true) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_ours() const { return is_ours_; }

 private:
  std::string text_;
  bool is_ours_ = false;
};

/// Which foreign parts of a sentence are isolated: those that could reorder their neighbors, or
/// all. Or none: marks separate them, for programs that draw isolates badly.
enum class Isolation { as_needed, always, by_marks };

class Words {
 public:
  /// English where there is no catalogue of the language.
  explicit Words(std::string_view language, Isolation isolation = Isolation::as_needed);

  [[nodiscard]] std::string_view operator()(Word word) const;
  [[nodiscard]] Sentence say(Word word) const { return {std::string((*this)(word))}; }
  [[nodiscard]] Sentence say(Word word, std::initializer_list<Argument> arguments) const;
  /// The same for a text of another table of words.
  [[nodiscard]] Sentence fill(std::string_view pattern, std::initializer_list<Argument> arguments) const;
  [[nodiscard]] Sentence joined(const std::vector<Argument>& parts, std::string_view separator) const;

  [[nodiscard]] bool right_to_left() const { return right_to_left_; }

 private:
  [[nodiscard]] std::string embedded(const Argument& argument) const;

  const Catalogue* catalogue_;  ///< null: English
  bool right_to_left_;
  bool isolates_all_;
  bool by_marks_;
};

}  // namespace ibtikar
