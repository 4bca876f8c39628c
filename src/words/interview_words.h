// Every word that `ask` shows.
//
// The translations are in src/words/LANGUAGE.po. "{0}" and "{1}" are places for filled(). Counts stand
// apart from what they count, so no plural forms are needed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "ibtikar/message.h"

namespace ibtikar::cli {

/// What ask says: `Text` is a phrase in English, or a text in some language.
template <class Text>
struct AskTexts {
  // Before the first question
  Text new_file = phrase("New answers file: {0}");
  Text resumed_file = phrase("Going on with {0}. Answered: {1} of {2}.");
  Text rubric_is = phrase("Rubric: {0} ({1})");
  Text saved_as_you_go =
      phrase("Every answer is saved at once. Stop with q whenever you like, and go on later.");
  Text title_prompt = phrase("Title of the program (Enter leaves it out):");
  Text organization_prompt = phrase("Who runs the program (Enter leaves it out):");
  Text assessor_prompt = phrase("Who answers the questions (Enter leaves it out):");
  Text date_prompt = phrase("Day of the assessment, for example 2026-11-30, or today (Enter leaves it out):");
  Text not_a_day = phrase("\"{0}\" is not a day. Type it as 2026-11-30, or today.");
  Text hijri_day =
      phrase("\"{0}\" looks like a Hijri date. Type the Gregorian day, for example 2026-11-30, or today.");
  Text about_program = phrase("About the program");
  Text file_prompt = phrase("File for the answers (Enter takes {0}):");
  Text none_here = phrase("There is no proposal in this folder.");
  /// Under the list of answers that do not fit.
  Text kept_unread = phrase(
      "What does not fit this rubric is kept in the file under x-unmatched, as it was; questions that "
      "still exist are asked again.");

  // The question
  Text progress = phrase("Section {0} of {1}, question {2} of {3}");
  Text may_not_apply = phrase("This question may not apply: it depends on one that is still open.");
  Text present_answer = phrase("Answer so far: {0}");
  Text evidence_is = phrase("Evidence: {0}");
  Text note_is = phrase("Note: {0}");
  Text unfitting_answer =
      phrase("The file has an answer that does not fit this question; it stays until you give another.");
  Text yes = phrase("Yes");
  Text no = phrase("No");
  Text none_of_them = phrase("None of them");
  Text does_not_apply = phrase("Does not apply");

  // What may be typed
  Text several_numbers = phrase("Type one number or several, for example: 1 3");
  Text some_words = phrase("Type a few words, on one line.");
  /// This and the next three go on with the unit, and end with a full stop.
  Text number_any = phrase("Type a number");
  Text number_between = phrase("Type a number from {0} to {1}");
  Text number_at_least = phrase("Type a number, {0} or more");
  Text number_at_most = phrase("Type a number, {0} or less");
  Text key_skip = phrase("Enter skips");
  Text key_keep = phrase("Enter keeps");
  Text key_back = phrase("< back");
  Text key_help = phrase("? help");
  Text key_evidence = phrase("@ evidence");
  Text key_note = phrase("# note");
  /// Typed n.
  Text key_not_applicable = phrase("n does not apply");
  /// Typed n/a: n is no.
  Text key_not_applicable_yes_no = phrase("n/a does not apply");
  Text key_stop = phrase("q stops");

  // More keys, on a screen and in plain lines
  Text key_choose = phrase("↑↓ or {0} choose");
  Text key_tick = phrase("{0} or Space tick");
  Text key_number = phrase("digits");
  Text key_write = phrase("Enter writes");
  /// While a text is written.
  Text key_letters = phrase("type the text");
  /// Likewise: leaves the text, for the other keys.
  Text key_commands = phrase("Esc other keys");
  Text key_enter_next = phrase("Enter takes it");
  Text key_back_forward = phrase("←→ back, on");
  Text key_list = phrase("/ find");
  Text key_review = phrase("r review");
  Text key_score = phrase("s score");
  Text key_mark = phrase("m later");
  Text key_advice = phrase("a advice");
  Text key_editor = phrase("e editor");
  Text key_close = phrase("Esc closes");
  /// Of what is asked about the program.
  Text key_leave_out = phrase("Esc leaves the rest out");
  Text key_go = phrase("Enter goes there");
  Text key_find = phrase("type to find");
  Text key_finish = phrase("Enter shows the report");

  // The screen
  Text place = phrase("{0} of {1}");
  Text minutes_left = phrase("about {0} min left");
  Text soon_done = phrase("nearly done");
  /// A sign on the screen.
  Text unsaved = phrase("NOT SAVED");
  Text marked_for_later = phrase("Marked for later");
  /// Of an open question that a gate names.
  Text urgent =
      phrase("A cap hangs on this question: while it is open, the lower bound stays under the cap.");
  Text more_below = phrase("more: PgDn");
  Text all_shown = phrase("Every question was shown.");
  Text note_prompt = phrase("Note: ");
  Text text_prompt = phrase("Text: ");
  Text choose_evidence = phrase("How is the answer shown?");
  Text not_taken = phrase("Not taken, because Enter was not pressed: {0}");

  // Pages
  Text list_title = phrase("Questions");
  Text review_title = phrase("All answers");
  Text find = phrase("Find: {0}");
  Text count_found = phrase("Found: {0}");
  Text is_open = phrase("open");
  Text score_title = phrase("The score so far");
  Text overall = phrase("Overall");
  Text no_score_yet = phrase("no score yet");
  Text interval = phrase("{0} to {1}");
  Text completeness = phrase("Completeness: {0}");
  Text settled = phrase(
      "Whatever the open answers are, the overall score stays in \"{0}\". q stops; going on is welcome "
      "too.");
  Text verdict_is = phrase("Verdict so far: {0}");
  Text insufficient = phrase("Not enough information");
  Text next_step = phrase("Next step: {0}");
  Text no_advice = phrase("This question has no advised step.");
  /// Of an open question.
  Text mark_set = phrase("Marked for later; it stays open.");
  Text mark_set_on_answer = phrase("Marked for later.");
  Text mark_gone = phrase("No longer marked.");
  Text kept_hidden = phrase("No longer asked after this answer, and kept in the file: {0}");
  Text editor_failed = phrase("The editor could not be used: {0}");
  Text last_question = phrase("This is the last question.");
  Text no_editor = phrase("An editor needs a terminal. Type the note behind #.");
  Text go_by_number = phrase("<12 goes to question 12.");

  // Help
  Text evidence_hint = phrase("What would show it: {0}");
  Text credit_needs = phrase("For full credit the answer needs: {0}");
  Text needs_note = phrase("a note");
  Text needs_link = phrase("a link");
  Text needs_evidence = phrase("evidence: {0}");
  /// Over the rules of a question.
  Text rules = phrase("In doubt:");
  /// Under a help that has rules behind a second ?.
  Text more_rules = phrase("? once more shows the rules for doubtful cases.");
  Text evidence_levels = phrase("Evidence levels, typed behind the answer:");
  Text example = phrase("Example: {0}");
  Text example_note = phrase("Board minutes of 3 May");
  Text back_far = phrase("< goes one question back, <12 to question 12.");

  // After a line
  Text saved = phrase("Saved: {0}");
  Text saved_remark = phrase("Saved. The question itself is still open.");
  Text at_line = phrase("line {0}: {1}");
  Text unreadable = phrase("That line holds characters that cannot be kept. Please type it again.");
  Text too_long = phrase("That line is too long: at most {0} bytes fit.");
  Text not_an_answer = phrase("\"{0}\" is not an answer to this question.");
  Text not_in_list = phrase("\"{0}\" is not in the list.");
  Text given_twice = phrase("\"{0}\" is named twice.");
  Text out_of_range = phrase("\"{0}\" is out of range.");
  Text two_meanings = phrase("\"{0}\" can be read in two ways. Type {1} or {2}.");
  Text not_whole = phrase("\"{0}\" is not a whole number.");
  Text nothing_ticked = phrase("Nothing is ticked. A digit or Space ticks; 0 is for none of them.");
  Text nothing_to_show = phrase("What does not apply has no evidence; none is kept. A note (#) can say why.");
  Text always_applies =
      phrase("This question always applies. Type an answer, or press Enter to leave it open.");
  Text no_evidence = phrase("This rubric has no evidence levels; leave out the @.");
  Text unknown_evidence = phrase("\"@{0}\" is not one evidence level. Type @ and one of: {1}.");
  Text no_such_question = phrase("There is no such question; they are numbered 1 to {0}.");
  Text first_question = phrase("This is the first question.");
  Text type_level = phrase("Type a number from {0} to {1}.");
  Text type_list_number = phrase("Type a number from 1 to {0}.");
  Text type_several = phrase("Type numbers from 1 to {0} with spaces between, or 0 for none of them.");
  Text type_yes_no = phrase("Type 1 or yes, 2 or no.");
  Text lines_dropped =
      phrase("What was typed or pasted ahead, before this question showed, is not taken as its answer.");
  Text no_question_left = phrase("No question is open any more; this answers none.");
  Text place_is_lost = phrase(
      "It is not known which question this answers: a line before it, to go to a question, was not taken.");
  Text refused_lines = phrase("These lines were not taken:");
  Text refused_line = phrase("line {0}: \"{1}\": {2}");
  Text more_refused = phrase_in("refused lines", "and {0} more");

  // Saving
  Text not_saved = phrase("NOT SAVED: {0}.");
  Text kept_in_memory = phrase("The answer is kept in memory; saving is tried again with the next one.");
  Text saved_after_all = phrase("Saved now, with all that was not saved before.");
  Text changed_by_other =
      phrase("{0} was changed by another program since it was last saved. It is left as it is.");
  Text saved_beside = phrase("Your answers are in {0}");
  /// A prompt; "r" reads.
  Text read_again = phrase("r reads the file as it is now and goes on with it; Enter stops here.");
  /// A prompt; "q" leaves.
  Text save_elsewhere =
      phrase("Enter tries again, the name of another file saves there, q leaves without saving.");

  // The end
  /// The prompt on a terminal.
  Text nothing_open = phrase("Every question was shown. Enter shows the report, < goes back.");
  Text count_answered = phrase("Answered: {0} of {1}.");
  Text saved_in = phrase("Your answers are in {0}");
  Text nothing_written = phrase("Nothing was answered; no file was written.");
  Text lost_at_end = phrase("NOT SAVED: the last answers are not in {0}");
  /// A command follows.
  Text go_on_with = phrase("Go on with:");
  /// Likewise; behind a report.
  Text score_with = phrase("The report again:");
  /// Likewise; without one.
  Text score_so_far_with = phrase("A report so far:");
  /// Likewise.
  Text save_report_with = phrase("The report as a file:");
  /// Likewise.
  Text review_with = phrase("All answers once more:");
};

using AskWords = AskTexts<std::string_view>;

/// The table for a language tag; English if there is no catalogue.
[[nodiscard]] const AskWords& ask_words(std::string_view language);

/// `pattern` with its places filled. A place without an argument becomes empty.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace ibtikar::cli
