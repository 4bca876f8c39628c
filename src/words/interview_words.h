// Every word that `ask` shows, in English and in Arabic.
//
// One table a language; a phrase that is left out of one does not compile.
// "{0}", "{1}" are places for filled(). Counts stand apart from what they count,
// so that no language's plurals are needed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace ibtikar::cli {

/// A text that cannot be left out: it has no default.
struct AskPhrase {
  constexpr AskPhrase(const char* phrase) : text(phrase) {}
  constexpr operator std::string_view() const { return text; }

  std::string_view text;
};

struct AskWords {
  // Before the first question
  AskPhrase new_file;      ///< {0} path
  AskPhrase resumed_file;  ///< {0} path, {1} answered, {2} questions
  AskPhrase rubric_is;     ///< {0} title, {1} id and version
  AskPhrase saved_as_you_go;
  AskPhrase title_prompt;
  AskPhrase organization_prompt;
  AskPhrase assessor_prompt;
  AskPhrase date_prompt;
  AskPhrase not_a_day;  ///< {0} typed
  AskPhrase hijri_day;  ///< {0} typed
  AskPhrase about_program;
  AskPhrase file_prompt;  ///< {0} suggested name
  AskPhrase none_here;
  AskPhrase kept_unread;  ///< under the list of answers that do not fit

  // The question
  AskPhrase progress;  ///< {0} section, {1} sections, {2} question, {3} questions
  AskPhrase may_not_apply;
  AskPhrase present_answer;  ///< {0} answer
  AskPhrase evidence_is;     ///< {0} level
  AskPhrase note_is;         ///< {0} note
  AskPhrase unfitting_answer;
  AskPhrase yes;
  AskPhrase no;
  AskPhrase none_of_them;
  AskPhrase does_not_apply;

  // What may be typed
  AskPhrase several_numbers;
  AskPhrase some_words;
  AskPhrase number_any;       ///< this and the next three go on with the unit, and end with a full stop
  AskPhrase number_between;   ///< {0} least, {1} greatest
  AskPhrase number_at_least;  ///< {0}
  AskPhrase number_at_most;   ///< {0}
  AskPhrase key_skip;
  AskPhrase key_keep;
  AskPhrase key_back;
  AskPhrase key_help;
  AskPhrase key_evidence;
  AskPhrase key_note;
  AskPhrase key_not_applicable;         ///< typed n
  AskPhrase key_not_applicable_yes_no;  ///< typed n/a: n is no
  AskPhrase key_stop;

  // More keys, on a screen and in plain lines
  AskPhrase key_choose;
  AskPhrase key_tick;
  AskPhrase key_number;
  AskPhrase key_write;
  AskPhrase key_letters;   ///< while a text is written
  AskPhrase key_commands;  ///< likewise: leaves the text, for the other keys
  AskPhrase key_enter_next;
  AskPhrase key_back_forward;
  AskPhrase key_list;
  AskPhrase key_review;
  AskPhrase key_score;
  AskPhrase key_mark;
  AskPhrase key_advice;
  AskPhrase key_editor;
  AskPhrase key_close;
  AskPhrase key_leave_out;  ///< of what is asked about the program
  AskPhrase key_go;
  AskPhrase key_find;
  AskPhrase key_finish;

  // The screen
  AskPhrase place;         ///< {0} question, {1} questions
  AskPhrase minutes_left;  ///< {0} minutes
  AskPhrase soon_done;
  AskPhrase unsaved;  ///< a sign on the screen
  AskPhrase marked_for_later;
  AskPhrase urgent;  ///< of an open question that a gate names
  AskPhrase more_below;
  AskPhrase all_shown;
  AskPhrase note_prompt;
  AskPhrase text_prompt;
  AskPhrase choose_evidence;
  AskPhrase not_taken;  ///< {0} what was chosen or written

  // Pages
  AskPhrase list_title;
  AskPhrase review_title;
  AskPhrase find;         ///< {0} words
  AskPhrase count_found;  ///< {0} questions
  AskPhrase is_open;
  AskPhrase score_title;
  AskPhrase overall;
  AskPhrase no_score_yet;
  AskPhrase interval;      ///< {0} low, {1} high
  AskPhrase completeness;  ///< {0} percent
  AskPhrase settled;       ///< {0} band
  AskPhrase verdict_is;    ///< {0} band, or that it is open
  AskPhrase insufficient;
  AskPhrase next_step;  ///< {0} advice
  AskPhrase no_advice;
  AskPhrase mark_set;  ///< of an open question
  AskPhrase mark_set_on_answer;
  AskPhrase mark_gone;
  AskPhrase kept_hidden;    ///< {0} questions
  AskPhrase editor_failed;  ///< {0} why
  AskPhrase last_question;
  AskPhrase no_editor;
  AskPhrase go_by_number;

  // Help
  AskPhrase evidence_hint;  ///< {0} hint
  AskPhrase credit_needs;   ///< {0} what
  AskPhrase needs_note;
  AskPhrase needs_link;
  AskPhrase needs_evidence;  ///< {0} level
  AskPhrase rules;          ///< over the rules of a question
  AskPhrase more_rules;     ///< under a help that has rules behind a second ?
  AskPhrase evidence_levels;
  AskPhrase example;  ///< {0} a typed line, or the rubric's example
  AskPhrase example_note;
  AskPhrase back_far;

  // After a line
  AskPhrase saved;  ///< {0} answer
  AskPhrase saved_remark;
  AskPhrase at_line;  ///< {0} line number, {1} message
  AskPhrase unreadable;
  AskPhrase too_long;       ///< {0} bytes
  AskPhrase not_an_answer;  ///< {0} typed
  AskPhrase not_in_list;    ///< {0} typed
  AskPhrase given_twice;    ///< {0} typed
  AskPhrase out_of_range;   ///< {0} typed
  AskPhrase two_meanings;   ///< {0} typed, {1} as thousands, {2} as a decimal
  AskPhrase not_whole;      ///< {0} typed
  AskPhrase nothing_ticked;
  AskPhrase nothing_to_show;
  AskPhrase always_applies;
  AskPhrase no_evidence;
  AskPhrase unknown_evidence;  ///< {0} typed, {1} levels
  AskPhrase no_such_question;  ///< {0} questions
  AskPhrase first_question;
  AskPhrase type_level;        ///< {0} least, {1} greatest
  AskPhrase type_list_number;  ///< {0} greatest
  AskPhrase type_several;      ///< {0} greatest
  AskPhrase type_yes_no;
  AskPhrase lines_dropped;
  AskPhrase no_question_left;
  AskPhrase place_is_lost;
  AskPhrase refused_lines;
  AskPhrase refused_line;  ///< {0} line number, {1} the line, {2} why
  AskPhrase more_refused;  ///< {0} how many

  // Saving
  AskPhrase not_saved;  ///< {0} why
  AskPhrase kept_in_memory;
  AskPhrase saved_after_all;
  AskPhrase changed_by_other;  ///< {0} path
  AskPhrase saved_beside;      ///< {0} path
  AskPhrase read_again;        ///< a prompt; "r" reads
  AskPhrase save_elsewhere;    ///< a prompt; "q" leaves

  // The end
  AskPhrase nothing_open;    ///< the prompt on a terminal
  AskPhrase count_answered;  ///< {0} answered, {1} questions
  AskPhrase saved_in;        ///< {0} path
  AskPhrase nothing_written;
  AskPhrase lost_at_end;        ///< {0} path
  AskPhrase go_on_with;         ///< a command follows
  AskPhrase score_with;         ///< likewise; behind a report
  AskPhrase score_so_far_with;  ///< likewise; without one
  AskPhrase save_report_with;   ///< likewise
  AskPhrase review_with;        ///< likewise
};

/// The table for a language tag: Arabic for "ar" and its regions, English for every other.
[[nodiscard]] const AskWords& ask_words(std::string_view language);

/// `pattern` with its places filled; a place without an argument stays empty.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace ibtikar::cli
