// See interview_words.h. In src/words/ar.po, keys stand between LRI and PDI (U+2066, U+2069), so that "<" is
// not mirrored into ">".
#include "words/interview_words.h"

#include "words/in_languages.h"

namespace ibtikar::cli {
namespace {

constexpr AskTexts<RequiredPhrase> kEnglishInterview{
    .new_file = phrase("New answers file: {0}"),
    .resumed_file = phrase("Going on with {0}. Answered: {1} of {2}."),
    .rubric_is = phrase("Rubric: {0} ({1})"),
    .saved_as_you_go =
        phrase("Every answer is saved at once. Stop with q whenever you like, and go on later."),
    .title_prompt = phrase("Title of the program (Enter leaves it out):"),
    .organization_prompt = phrase("Who runs the program (Enter leaves it out):"),
    .assessor_prompt = phrase("Who answers the questions (Enter leaves it out):"),
    .date_prompt = phrase("Day of the assessment, for example 2026-11-30, or today (Enter leaves it out):"),
    .not_a_day = phrase("\"{0}\" is not a day. Type it as 2026-11-30, or today."),
    .hijri_day =
        phrase("\"{0}\" looks like a Hijri date. Type the Gregorian day, for example 2026-11-30, or today."),
    .about_program = phrase("About the program"),
    .file_prompt = phrase("File for the answers (Enter takes {0}):"),
    .none_here = phrase("There is no proposal in this folder."),
    .kept_unread = phrase(
        "What does not fit this rubric is kept in the file under x-unmatched, as it was; questions that "
        "still exist are asked again."),

    .progress = phrase("Section {0} of {1}, question {2} of {3}"),
    .may_not_apply = phrase("This question may not apply: it depends on one that is still open."),
    .present_answer = phrase("Answer so far: {0}"),
    .evidence_is = phrase("Evidence: {0}"),
    .note_is = phrase("Note: {0}"),
    .unfitting_answer =
        phrase("The file has an answer that does not fit this question; it stays until you give another."),
    .yes = phrase("Yes"),
    .no = phrase("No"),
    .none_of_them = phrase("None of them"),
    .does_not_apply = phrase("Does not apply"),

    .several_numbers = phrase("Type one number or several, for example: 1 3"),
    .some_words = phrase("Type a few words, on one line."),
    .number_any = phrase("Type a number"),
    .number_between = phrase("Type a number from {0} to {1}"),
    .number_at_least = phrase("Type a number, {0} or more"),
    .number_at_most = phrase("Type a number, {0} or less"),
    .key_skip = phrase("Enter skips"),
    .key_keep = phrase("Enter keeps"),
    .key_back = phrase("< back"),
    .key_help = phrase("? help"),
    .key_evidence = phrase("@ evidence"),
    .key_note = phrase("# note"),
    .key_not_applicable = phrase("n does not apply"),
    .key_not_applicable_yes_no = phrase("n/a does not apply"),
    .key_stop = phrase("q stops"),

    .key_choose = phrase("↑↓ or {0} choose"),
    .key_tick = phrase("{0} or Space tick"),
    .key_number = phrase("digits"),
    .key_write = phrase("Enter writes"),
    .key_letters = phrase("type the text"),
    .key_commands = phrase("Esc other keys"),
    .key_enter_next = phrase("Enter takes it"),
    .key_back_forward = phrase("←→ back, on"),
    .key_list = phrase("/ find"),
    .key_review = phrase("r review"),
    .key_score = phrase("s score"),
    .key_mark = phrase("m later"),
    .key_advice = phrase("a advice"),
    .key_editor = phrase("e editor"),
    .key_close = phrase("Esc closes"),
    .key_leave_out = phrase("Esc leaves the rest out"),
    .key_go = phrase("Enter goes there"),
    .key_find = phrase("type to find"),
    .key_finish = phrase("Enter shows the report"),

    .place = phrase("{0} of {1}"),
    .minutes_left = phrase("about {0} min left"),
    .soon_done = phrase("nearly done"),
    .unsaved = phrase("NOT SAVED"),
    .marked_for_later = phrase("Marked for later"),
    .urgent = phrase("A cap hangs on this question: while it is open, the lower bound stays under the cap."),
    .more_below = phrase("more: PgDn"),
    .all_shown = phrase("Every question was shown."),
    .note_prompt = phrase("Note: "),
    .text_prompt = phrase("Text: "),
    .choose_evidence = phrase("How is the answer shown?"),
    .not_taken = phrase("Not taken, because Enter was not pressed: {0}"),

    .list_title = phrase("Questions"),
    .review_title = phrase("All answers"),
    .find = phrase("Find: {0}"),
    .count_found = phrase("Found: {0}"),
    .is_open = phrase("open"),
    .score_title = phrase("The score so far"),
    .overall = phrase("Overall"),
    .no_score_yet = phrase("no score yet"),
    .interval = phrase("{0} to {1}"),
    .completeness = phrase("Completeness: {0}"),
    .settled = phrase(
        "Whatever the open answers are, the overall score stays in \"{0}\". q stops; going on is welcome "
        "too."),
    .verdict_is = phrase("Verdict so far: {0}"),
    .insufficient = phrase("Not enough information"),
    .next_step = phrase("Next step: {0}"),
    .no_advice = phrase("This question has no advised step."),
    .mark_set = phrase("Marked for later; it stays open."),
    .mark_set_on_answer = phrase("Marked for later."),
    .mark_gone = phrase("No longer marked."),
    .kept_hidden = phrase("No longer asked after this answer, and kept in the file: {0}"),
    .editor_failed = phrase("The editor could not be used: {0}"),
    .last_question = phrase("This is the last question."),
    .no_editor = phrase("An editor needs a terminal. Type the note behind #."),
    .go_by_number = phrase("<12 goes to question 12."),

    .evidence_hint = phrase("What would show it: {0}"),
    .credit_needs = phrase("For full credit the answer needs: {0}"),
    .needs_note = phrase("a note"),
    .needs_link = phrase("a link"),
    .needs_evidence = phrase("evidence: {0}"),
    .rules = phrase("In doubt:"),
    .more_rules = phrase("? once more shows the rules for doubtful cases."),
    .evidence_levels = phrase("Evidence levels, typed behind the answer:"),
    .example = phrase("Example: {0}"),
    .example_note = phrase("Board minutes of 3 May"),
    .back_far = phrase("< goes one question back, <12 to question 12."),

    .saved = phrase("Saved: {0}"),
    .saved_remark = phrase("Saved. The question itself is still open."),
    .at_line = phrase("line {0}: {1}"),
    .unreadable = phrase("That line holds characters that cannot be kept. Please type it again."),
    .too_long = phrase("That line is too long: at most {0} bytes fit."),
    .not_an_answer = phrase("\"{0}\" is not an answer to this question."),
    .not_in_list = phrase("\"{0}\" is not in the list."),
    .given_twice = phrase("\"{0}\" is named twice."),
    .out_of_range = phrase("\"{0}\" is out of range."),
    .two_meanings = phrase("\"{0}\" can be read in two ways. Type {1} or {2}."),
    .not_whole = phrase("\"{0}\" is not a whole number."),
    .nothing_ticked = phrase("Nothing is ticked. A digit or Space ticks; 0 is for none of them."),
    .nothing_to_show = phrase("What does not apply has no evidence; none is kept. A note (#) can say why."),
    .always_applies =
        phrase("This question always applies. Type an answer, or press Enter to leave it open."),
    .no_evidence = phrase("This rubric has no evidence levels; leave out the @."),
    .unknown_evidence = phrase("\"@{0}\" is not one evidence level. Type @ and one of: {1}."),
    .no_such_question = phrase("There is no such question; they are numbered 1 to {0}."),
    .first_question = phrase("This is the first question."),
    .type_level = phrase("Type a number from {0} to {1}."),
    .type_list_number = phrase("Type a number from 1 to {0}."),
    .type_several = phrase("Type numbers from 1 to {0} with spaces between, or 0 for none of them."),
    .type_yes_no = phrase("Type 1 or yes, 2 or no."),
    .lines_dropped =
        phrase("What was typed or pasted ahead, before this question showed, is not taken as its answer."),
    .no_question_left = phrase("No question is open any more; this answers none."),
    .place_is_lost = phrase(
        "It is not known which question this answers: a line before it, to go to a question, was not taken."),
    .refused_lines = phrase("These lines were not taken:"),
    .refused_line = phrase("line {0}: \"{1}\": {2}"),
    .more_refused = phrase_in("refused lines", "and {0} more"),

    .not_saved = phrase("NOT SAVED: {0}."),
    .kept_in_memory = phrase("The answer is kept in memory; saving is tried again with the next one."),
    .saved_after_all = phrase("Saved now, with all that was not saved before."),
    .changed_by_other =
        phrase("{0} was changed by another program since it was last saved. It is left as it is."),
    .saved_beside = phrase("Your answers are in {0}"),
    .read_again = phrase("r reads the file as it is now and goes on with it; Enter stops here."),
    .save_elsewhere =
        phrase("Enter tries again, the name of another file saves there, q leaves without saving."),

    .nothing_open = phrase("Every question was shown. Enter shows the report, < goes back."),
    .count_answered = phrase("Answered: {0} of {1}."),
    .saved_in = phrase("Your answers are in {0}"),
    .nothing_written = phrase("Nothing was answered; no file was written."),
    .lost_at_end = phrase("NOT SAVED: the last answers are not in {0}"),
    .go_on_with = phrase("Go on with:"),
    .score_with = phrase("The report again:"),
    .score_so_far_with = phrase("A report so far:"),
    .save_report_with = phrase("The report as a file:"),
    .review_with = phrase("All answers once more:"),
};

}  // namespace

const AskWords& ask_words(std::string_view language) {
  static const InLanguages<AskTexts> kAll(kEnglishInterview);
  return kAll.of(language);
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      out += pattern[at];
      continue;
    }
    const std::size_t index = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (index < arguments.size()) out += arguments.begin()[index];
    at += 2;
  }
  return out;
}

}  // namespace ibtikar::cli
