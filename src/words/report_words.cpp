// See report_words.h.
#include "words/report_words.h"

#include <iterator>

#include "base/catalogue.h"
#include "base/direction.h"

namespace ibtikar {
namespace {

struct Entry {
  Word word;
  Phrase phrase;
};

constexpr Entry kPhrases[] = {
    {Word::untitled, phrase("Untitled program")},
    {Word::assessor_is, phrase("Assessed by {0}")},
    {Word::readiness, phrase("Readiness as described, not a prediction")},
    {Word::as_described, phrase("As described, not a prediction")},
    {Word::list_comma, phrase(", ")},
    {Word::remarked, phrase("{0} ({1})")},

    {Word::insufficient, phrase("Not enough information")},
    {Word::of_hundred, phrase("{0} of 100")},
    {Word::of_whole, phrase("{0} of {1}")},
    {Word::no_score, phrase("no score yet")},
    {Word::interval, phrase("Interval")},
    {Word::from_to, phrase("from {0} to {1}")},
    {Word::completeness, phrase("Completeness")},
    {Word::completeness_of, phrase("{0}; a verdict needs {1}")},
    {Word::verdict, phrase("Verdict")},
    {Word::settled, phrase("settled: the whole interval lies in one band")},
    {Word::settled_otherwise, phrase("settled: by gates and conditions, no other band is possible")},
    {Word::unsettled, phrase("not settled; still possible: {0}")},
    {Word::settled_so_far, phrase("none yet; whatever the open answers are, it can only be: {0}")},
    {Word::score_so_far, phrase("Score so far")},
    {Word::why, phrase("Why")},
    {Word::too_incomplete, phrase("completeness is {0}, under the {1} that a verdict needs")},
    {Word::without_score, phrase("without a score: {0}")},
    {Word::nothing_applies, phrase("nothing that this rubric scores applies")},
    {Word::ask_for_rest, phrase("To ask the applicant for what is missing: {0}")},
    {Word::requirement, phrase("Condition of a band")},
    {Word::band_needs, phrase("{0}: {1}")},
    {Word::requirement_unmet, phrase("not met")},
    {Word::requirement_open, phrase("not certain yet")},
    {Word::lower_is_better, phrase("Lower is better")},

    {Word::overall, phrase("Overall")},
    {Word::dimensions, phrase("Dimensions")},
    {Word::criteria, phrase("Criteria")},
    {Word::legend_low, phrase("to the low end")},
    {Word::legend_score, phrase("to the score")},
    {Word::legend_high, phrase("to the high end")},
    {Word::legend_all, phrase("all answered")},
    {Word::legend_part, phrase("in part")},
    {Word::legend_none, phrase("nothing yet")},
    {Word::does_not_apply, phrase("does not apply")},
    {Word::before_caps, phrase("Before caps")},
    {Word::score_before_caps, phrase("before caps: {0}")},
    {Word::before_gates, phrase("Before gates")},
    {Word::on_its_scale, phrase("On its own scale")},

    {Word::caps_applied, phrase("What was capped, and why")},
    {Word::cap_decides, phrase("{0}: from {1} to {2}")},
    {Word::cap_beaten, phrase("{0}: at most {1}, and another cap is lower")},
    {Word::cap_idle, phrase("{0}: at most {1}, which took nothing away")},
    {Word::caps_pending, phrase("What may still be capped")},
    {Word::question_mark, phrase("?")},
    {Word::cap_possible, phrase("{0}: at most {1}")},
    {Word::cap_settled_by, phrase("Answers that would settle it:")},
    {Word::gates_applied, phrase("What gates changed, and why")},
    {Word::gates_pending, phrase("What gates may still change")},
    {Word::gate_multiplies, phrase("{0}: multiplied by {1}")},
    {Word::gate_adds, phrase("{0}: points added: {1}")},
    {Word::gate_raises, phrase("{0}: at least {1}")},

    {Word::losses, phrase("Where points were lost")},
    {Word::losses_legend, phrase("The number: points lost in the dimension that lost most.")},
    {Word::no_losses, phrase("No points were lost in what was answered.")},
    {Word::costs, phrase("What makes scores worse")},
    {Word::costs_legend, phrase("The number: points in the dimension where the answer costs most.")},
    {Word::no_costs, phrase("Nothing that was answered makes a score worse.")},
    {Word::answer_is, phrase("Answer: {0}")},
    {Word::level_of, phrase("level {0} of {1}")},
    {Word::evidence_is, phrase("evidence: {0}")},
    {Word::credit_needs, phrase("for more credit: {0}")},
    {Word::a_note, phrase("a note")},
    {Word::a_link, phrase("a link")},
    {Word::better_evidence, phrase("better evidence")},
    {Word::yes, phrase("Yes")},
    {Word::no, phrase("No")},
    {Word::none_of_them, phrase("None of them")},

    {Word::steps, phrase("Best next steps")},
    {Word::steps_legend, phrase("The number: the gain in the overall score.")},
    {Word::no_steps,
     phrase(
         "No single step raises a score: no better answer to one question, and no better evidence for it.")},
    {Word::no_overall_step, phrase("No single step raises the overall score. These raise a dimension:")},
    {Word::better_steps_legend, phrase("The number: the change of the overall score.")},
    {Word::no_better_steps,
     phrase(
         "No single step betters a score: no better answer to one question, and no better evidence for it.")},
    {Word::no_better_overall_step,
     phrase("No single step betters the overall score. These better a dimension:")},
    {Word::raise_answer, phrase("Improve the answer to this question")},
    {Word::document_answer, phrase("Show the answer by better evidence")},
    {Word::document_with, phrase("Show it: {0}")},
    {Word::supply_answer, phrase("Add what this answer needs for credit")},
    {Word::supplies, phrase("To add: {0}")},
    {Word::question_is, phrase("Question: {0}")},
    {Word::leads_to, phrase("If the answer becomes: {0}")},
    {Word::evidence_then, phrase("If the evidence becomes: {0}")},
    {Word::effort_is, phrase("effort: {0}")},

    {Word::still_open, phrase("Still open: {0}")},
    {Word::nothing_open, phrase("No question that counts is open.")},
    {Word::open_unscored, phrase("Open and not scored: {0}")},
    {Word::decides_cap, phrase("decides a cap")},
    {Word::may_not_apply, phrase("may not apply")},
    {Word::not_shown, phrase("Not shown here: {0}")},

    {Word::warnings, phrase("Warnings")},
    {Word::warn_other_rubric, phrase("The proposal was written for another rubric.")},
    {Word::warn_rubric_version, phrase("The proposal was written for another version of the rubric.")},
    {Word::warn_unknown_question, phrase("The rubric has no such question.")},
    {Word::warn_hidden_answer,
     phrase("This question does not apply given the other answers; its answer does not count.")},
    {Word::warn_unknown_member, phrase("There is no member of this name.")},
    {Word::warn_misfit, phrase("The answer does not fit its question; it counts as open.")},
    {Word::warn_given_twice, phrase("The answer is given twice; it counts as open.")},

    {Word::warnings_are, phrase("Warnings: {0}")},
    {Word::short_form, phrase("Short form. The full report has the criteria, every answer with its evidence, "
                              "and how it was scored.")},
    {Word::origin, phrase("How this was scored")},
    {Word::rubric, phrase("Rubric")},
    {Word::proposal, phrase("Proposal")},
    {Word::combined, phrase("Overall by")},
    {Word::arithmetic_mean, phrase("arithmetic mean of the dimensions")},
    {Word::geometric_mean, phrase("geometric mean: a dimension that fails is not bought back by another")},
    {Word::minimum, phrase("the lowest dimension")},
    {Word::evidence, phrase("Evidence")},
    {Word::evidence_default, phrase("an answer that names none counts as: {0}")},
    {Word::evidence_counts, phrase("it earns at most {0} of its points; margin {1}")},
    {Word::engine, phrase("Engine")},

    {Word::contents, phrase("Contents")},
    {Word::skip_to_report, phrase("Skip to the report")},
    {Word::bands, phrase("Bands")},
    {Word::band_from, phrase("{0} from {1}")},
    {Word::score, phrase("Score")},
    {Word::band, phrase("Band")},
    {Word::criterion, phrase("Criterion")},
    {Word::dimension, phrase("Dimension")},
    {Word::scale_is, phrase("Scale from 0 to 100")},
    {Word::bar_says, phrase("Score {0} of 100, interval from {1} to {2}")},
    {Word::bar_says_of, phrase("Score {0} of {3}, interval from {1} to {2}")},
    {Word::bar_says_unknown, phrase("No score yet, interval from {0} to {1}")},
    {Word::means, phrase("The dimensions as one number")},
    {Word::means_legend, phrase("The further apart these numbers are, the more a mean hides.")},
    {Word::mean_arithmetic, phrase("Arithmetic mean")},
    {Word::mean_geometric, phrase("Geometric mean")},
    {Word::mean_lowest, phrase("Lowest dimension")},
    {Word::mean_counts, phrase("the overall score, before its caps")},
    {Word::means_unknown, phrase("A dimension has no score yet, and so there is no mean.")},
    {Word::grid_legend, phrase("One row a question, from the lowest level to the highest.")},
    {Word::weakest, phrase("Weakest")},
    {Word::question, phrase("Question")},
    {Word::level, phrase("Level")},
    {Word::lowest_level, phrase("lowest")},
    {Word::highest_level, phrase("highest")},
    {Word::answers, phrase("Every answer and its evidence")},
    {Word::other_questions, phrase("Other questions")},
    {Word::state_open, phrase("Open: not answered yet")},
    {Word::state_hidden, phrase("Does not apply, given other answers")},
    {Word::note_is, phrase("Note: {0}")},
    {Word::links_are, phrase("Shown by: {0}")},
    {Word::points_missed, phrase("Lost: {0}")},
    {Word::repeat_by,
     phrase("The same answers, scored by the same rubric and engine, give the same numbers. The digests tell "
            "whether "
            "they are the same.")},
    {Word::reports_of, phrase("Reports: {0}")},

    {Word::low_to_high, phrase("{0}–{1}")},
    {Word::not_scored, phrase("not scored")},

    {Word::comparison, phrase("Comparison")},
    {Word::change_is, phrase("From {0} to {1}: {2}")},
    {Word::spread_is, phrase("Highest less lowest: {0}")},
    {Word::apart, phrase("settled: the intervals lie apart")},
    {Word::overlapping, phrase("not settled: the intervals overlap")},
    {Word::gates, phrase("Caps")},
    {Word::gate_applies, phrase("applies")},
    {Word::gate_unknown, phrase("may apply")},
    {Word::same_in_all, phrase("The same in all, and not shown: {0}")},
    {Word::nothing_differs, phrase("Nothing differs.")},

    {Word::improvement, phrase("The cheapest way to improve")},
    {Word::now_is, phrase("Today: {0}, {1}")},
    {Word::to_reach, phrase("To reach: {0}")},
    {Word::target_band, phrase("the verdict {0} or a better one")},
    {Word::target_at_least, phrase("{0} at {1} or more")},
    {Word::target_at_most, phrase("{0} at {1} or less")},
    {Word::budget_is, phrase("The cost may be at most: {0}")},
    {Word::locked_are, phrase("Stays as it is: {0}")},
    {Word::reached_today, phrase("That is reached today. Nothing needs to change.")},
    {Word::unreachable, phrase("No changes of today's answers lead there.")},
    {Word::unreachable_in_budget, phrase("No changes of today's answers lead there at that cost.")},
    {Word::unreachable_unproved,
     phrase("The search found no plan and ended before it knew whether there is one.")},
    {Word::plan_unproved, phrase("The search ended before it knew whether there are cheaper plans.")},
    {Word::open_may_change, phrase("Open questions stay open here; to answer them may lead further: {0}")},
    {Word::best_reachable, phrase("The best that changes lead to: {0}")},
    {Word::nothing_reachable, phrase("Whatever changes, too little is answered for that.")},
    {Word::cheapest_plan, phrase("The cheapest plan")},
    {Word::plan_found, phrase("The cheapest plan that was found")},
    {Word::another_plan, phrase("Plan {0}: the cheapest that leaves something of each before it")},
    {Word::plan_costs, phrase("Cost: {0} · steps: {1}")},
    {Word::cost_is, phrase("cost: {0}")},
    {Word::today, phrase("Today")},
    {Word::with_plan, phrase("With this plan")},
    {Word::phase_is, phrase("Phase {0}")},
    {Word::phase_leads_to, phrase("Cost: {0}. Then: {1}, {2}")},
    {Word::answer_from_to, phrase("Answer: from “{0}” to “{1}”")},
    {Word::evidence_from_to, phrase("Evidence: from “{0}” to “{1}”")},
    {Word::reasons, phrase("The answers that decide")},
    {Word::verdict_is, phrase("Verdict: {0}, {1}")},
    {Word::reasons_for_verdict,
     phrase("The verdict follows from the answers below alone. Whatever else is answered, it stays.")},
    {Word::reasons_for_gate,
     phrase("This follows from the answers below alone. Whatever else is answered, it stays.")},
    {Word::reasons_count, phrase("Answers that decide: {0} of {1}")},
    {Word::reasons_none_needed, phrase("It would be so without any answer.")},
    {Word::reasons_smallest, phrase("No smaller number of answers is enough.")},
    {Word::reasons_minimal,
     phrase("None of them can be left out; other answers may do with a smaller number.")},
    {Word::reasons_appeal, phrase("Whoever objects would have to show that one of these answers is wrong.")},
    {Word::deciding_answers, phrase("On what it rests")},
    {Word::verdict_not_forced,
     phrase("The answers do not settle the verdict: further answers or better evidence could change it.")},
    {Word::gate_not_forced, phrase("It is not certain that this applies.")},
    {Word::nothing_open_forces, phrase("No open question could settle it.")},
    {Word::open_could_settle, phrase("Open questions that could settle it: {0}")},
};

constexpr bool is_complete() {
  if (std::size(kPhrases) != kWordCount) return false;
  for (std::size_t i = 0; i < kWordCount; ++i)
    if (kPhrases[i].word != static_cast<Word>(i)) return false;
  return true;
}
static_assert(is_complete(), "every Word has its phrase, in the order of the Words");

}  // namespace

Words::Words(std::string_view language, Isolation isolation)
    : catalogue_(catalogue_for(language)),
      right_to_left_(speaks_right_to_left(language)),
      isolates_all_(right_to_left_ || isolation == Isolation::always),
      by_marks_(isolation == Isolation::by_marks) {}

std::string_view Words::operator()(Word word) const {
  return translated(kPhrases[static_cast<std::size_t>(word)].phrase, catalogue_);
}

Sentence Words::say(Word word, std::initializer_list<Argument> arguments) const {
  return fill((*this)(word), arguments);
}

Sentence Words::fill(std::string_view pattern, std::initializer_list<Argument> arguments) const {
  Sentence sentence;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      sentence.text += pattern[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < arguments.size()) sentence.text += embedded(arguments.begin()[index]);
    at += 2;
  }
  return sentence;
}

Sentence Words::joined(const std::vector<Argument>& parts, std::string_view separator) const {
  Sentence sentence;
  for (const Argument& part : parts) {
    if (!sentence.text.empty()) sentence.text += separator;
    sentence.text += embedded(part);
  }
  return sentence;
}

std::string Words::embedded(const Argument& argument) const {
  if (!argument.is_ours() && by_marks_)
    return marked_in(right_to_left_ ? Direction::right_to_left : Direction::left_to_right, argument.text());
  if (argument.is_ours() || (!isolates_all_ && !may_turn(argument.text()))) return argument.text();
  return std::string(kFirstStrongIsolate).append(argument.text()).append(kPopIsolate);
}

}  // namespace ibtikar
