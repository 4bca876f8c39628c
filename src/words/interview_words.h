// Every word that `ask` shows.
//
// A phrase that is missing in the English table does not compile; the translations are in
// src/words/LANGUAGE.po. "{0}" and "{1}" are places for filled(). Counts stand apart from what they
// count, so no plural forms are needed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace ibtikar::cli {

/// What ask says: `Text` is a phrase in English, or a text in some language.
template <class Text>
struct AskTexts {
  // Before the first question
  Text new_file;      ///< {0} path
  Text resumed_file;  ///< {0} path, {1} answered, {2} questions
  Text rubric_is;     ///< {0} title, {1} id and version
  Text saved_as_you_go;
  Text title_prompt;
  Text organization_prompt;
  Text assessor_prompt;
  Text date_prompt;
  Text not_a_day;  ///< {0} typed
  Text hijri_day;  ///< {0} typed
  Text about_program;
  Text file_prompt;  ///< {0} suggested name
  Text none_here;
  Text kept_unread;  ///< under the list of answers that do not fit

  // The question
  Text progress;  ///< {0} section, {1} sections, {2} question, {3} questions
  Text may_not_apply;
  Text present_answer;  ///< {0} answer
  Text evidence_is;     ///< {0} level
  Text note_is;         ///< {0} note
  Text unfitting_answer;
  Text yes;
  Text no;
  Text none_of_them;
  Text does_not_apply;

  // What may be typed
  Text several_numbers;
  Text some_words;
  Text number_any;       ///< this and the next three go on with the unit, and end with a full stop
  Text number_between;   ///< {0} least, {1} greatest
  Text number_at_least;  ///< {0}
  Text number_at_most;   ///< {0}
  Text key_skip;
  Text key_keep;
  Text key_back;
  Text key_help;
  Text key_evidence;
  Text key_note;
  Text key_not_applicable;         ///< typed n
  Text key_not_applicable_yes_no;  ///< typed n/a: n is no
  Text key_stop;

  // More keys, on a screen and in plain lines
  Text key_choose;
  Text key_tick;
  Text key_number;
  Text key_write;
  Text key_letters;   ///< while a text is written
  Text key_commands;  ///< likewise: leaves the text, for the other keys
  Text key_enter_next;
  Text key_back_forward;
  Text key_list;
  Text key_review;
  Text key_score;
  Text key_mark;
  Text key_advice;
  Text key_editor;
  Text key_close;
  Text key_leave_out;  ///< of what is asked about the program
  Text key_go;
  Text key_find;
  Text key_finish;

  // The screen
  Text place;         ///< {0} question, {1} questions
  Text minutes_left;  ///< {0} minutes
  Text soon_done;
  Text unsaved;  ///< a sign on the screen
  Text marked_for_later;
  Text urgent;  ///< of an open question that a gate names
  Text more_below;
  Text all_shown;
  Text note_prompt;
  Text text_prompt;
  Text choose_evidence;
  Text not_taken;  ///< {0} what was chosen or written

  // Pages
  Text list_title;
  Text review_title;
  Text find;         ///< {0} words
  Text count_found;  ///< {0} questions
  Text is_open;
  Text score_title;
  Text overall;
  Text no_score_yet;
  Text interval;      ///< {0} low, {1} high
  Text completeness;  ///< {0} percent
  Text settled;       ///< {0} band
  Text verdict_is;    ///< {0} band, or that it is open
  Text insufficient;
  Text next_step;  ///< {0} advice
  Text no_advice;
  Text mark_set;  ///< of an open question
  Text mark_set_on_answer;
  Text mark_gone;
  Text kept_hidden;    ///< {0} questions
  Text editor_failed;  ///< {0} why
  Text last_question;
  Text no_editor;
  Text go_by_number;

  // Help
  Text evidence_hint;  ///< {0} hint
  Text credit_needs;   ///< {0} what
  Text needs_note;
  Text needs_link;
  Text needs_evidence;  ///< {0} level
  Text rules;           ///< over the rules of a question
  Text more_rules;      ///< under a help that has rules behind a second ?
  Text evidence_levels;
  Text example;  ///< {0} a typed line, or the rubric's example
  Text example_note;
  Text back_far;

  // After a line
  Text saved;  ///< {0} answer
  Text saved_remark;
  Text at_line;  ///< {0} line number, {1} message
  Text unreadable;
  Text too_long;       ///< {0} bytes
  Text not_an_answer;  ///< {0} typed
  Text not_in_list;    ///< {0} typed
  Text given_twice;    ///< {0} typed
  Text out_of_range;   ///< {0} typed
  Text two_meanings;   ///< {0} typed, {1} as thousands, {2} as a decimal
  Text not_whole;      ///< {0} typed
  Text nothing_ticked;
  Text nothing_to_show;
  Text always_applies;
  Text no_evidence;
  Text unknown_evidence;  ///< {0} typed, {1} levels
  Text no_such_question;  ///< {0} questions
  Text first_question;
  Text type_level;        ///< {0} least, {1} greatest
  Text type_list_number;  ///< {0} greatest
  Text type_several;      ///< {0} greatest
  Text type_yes_no;
  Text lines_dropped;
  Text no_question_left;
  Text place_is_lost;
  Text refused_lines;
  Text refused_line;  ///< {0} line number, {1} the line, {2} why
  Text more_refused;  ///< {0} how many

  // Saving
  Text not_saved;  ///< {0} why
  Text kept_in_memory;
  Text saved_after_all;
  Text changed_by_other;  ///< {0} path
  Text saved_beside;      ///< {0} path
  Text read_again;        ///< a prompt; "r" reads
  Text save_elsewhere;    ///< a prompt; "q" leaves

  // The end
  Text nothing_open;    ///< the prompt on a terminal
  Text count_answered;  ///< {0} answered, {1} questions
  Text saved_in;        ///< {0} path
  Text nothing_written;
  Text lost_at_end;        ///< {0} path
  Text go_on_with;         ///< a command follows
  Text score_with;         ///< likewise; behind a report
  Text score_so_far_with;  ///< likewise; without one
  Text save_report_with;   ///< likewise
  Text review_with;        ///< likewise
};

using AskWords = AskTexts<std::string_view>;

/// The table for a language tag; English if there is no catalogue.
[[nodiscard]] const AskWords& ask_words(std::string_view language);

/// `pattern` with its places filled. A place without an argument becomes empty.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace ibtikar::cli
