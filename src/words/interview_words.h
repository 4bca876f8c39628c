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
struct Phrase {
  constexpr Phrase(const char* phrase) : text(phrase) {}
  constexpr operator std::string_view() const { return text; }

  std::string_view text;
};

struct AskWords {
  // Before the first question
  Phrase new_file;      ///< {0} path
  Phrase resumed_file;  ///< {0} path, {1} answered, {2} questions
  Phrase rubric_is;     ///< {0} title, {1} id and version
  Phrase saved_as_you_go;
  Phrase title_prompt;
  Phrase organization_prompt;
  Phrase assessor_prompt;
  Phrase date_prompt;
  Phrase not_a_day;  ///< {0} typed
  Phrase hijri_day;  ///< {0} typed
  Phrase about_program;
  Phrase file_prompt;  ///< {0} suggested name
  Phrase none_here;
  Phrase kept_unread;  ///< under the list of answers that do not fit

  // The question
  Phrase progress;  ///< {0} section, {1} sections, {2} question, {3} questions
  Phrase may_not_apply;
  Phrase present_answer;  ///< {0} answer
  Phrase evidence_is;     ///< {0} level
  Phrase note_is;         ///< {0} note
  Phrase unfitting_answer;
  Phrase yes;
  Phrase no;
  Phrase none_of_them;
  Phrase does_not_apply;

  // What may be typed
  Phrase several_numbers;
  Phrase some_words;
  Phrase number_any;       ///< this and the next three go on with the unit, and end with a full stop
  Phrase number_between;   ///< {0} least, {1} greatest
  Phrase number_at_least;  ///< {0}
  Phrase number_at_most;   ///< {0}
  Phrase key_skip;
  Phrase key_keep;
  Phrase key_back;
  Phrase key_help;
  Phrase key_evidence;
  Phrase key_note;
  Phrase key_not_applicable;         ///< typed n
  Phrase key_not_applicable_yes_no;  ///< typed n/a: n is no
  Phrase key_stop;

  // More keys, on a screen and in plain lines
  Phrase key_choose;
  Phrase key_tick;
  Phrase key_number;
  Phrase key_write;
  Phrase key_letters;   ///< while a text is written
  Phrase key_commands;  ///< likewise: leaves the text, for the other keys
  Phrase key_enter_next;
  Phrase key_back_forward;
  Phrase key_list;
  Phrase key_review;
  Phrase key_score;
  Phrase key_mark;
  Phrase key_advice;
  Phrase key_editor;
  Phrase key_close;
  Phrase key_leave_out;  ///< of what is asked about the program
  Phrase key_go;
  Phrase key_find;
  Phrase key_finish;

  // The screen
  Phrase place;         ///< {0} question, {1} questions
  Phrase minutes_left;  ///< {0} minutes
  Phrase soon_done;
  Phrase unsaved;  ///< a sign on the screen
  Phrase marked_for_later;
  Phrase urgent;  ///< of an open question that a gate names
  Phrase more_below;
  Phrase all_shown;
  Phrase note_prompt;
  Phrase text_prompt;
  Phrase choose_evidence;
  Phrase not_taken;  ///< {0} what was chosen or written

  // Pages
  Phrase list_title;
  Phrase review_title;
  Phrase find;         ///< {0} words
  Phrase count_found;  ///< {0} questions
  Phrase is_open;
  Phrase score_title;
  Phrase overall;
  Phrase no_score_yet;
  Phrase interval;      ///< {0} low, {1} high
  Phrase completeness;  ///< {0} percent
  Phrase settled;       ///< {0} band
  Phrase verdict_is;    ///< {0} band, or that it is open
  Phrase insufficient;
  Phrase next_step;  ///< {0} advice
  Phrase no_advice;
  Phrase mark_set;  ///< of an open question
  Phrase mark_set_on_answer;
  Phrase mark_gone;
  Phrase kept_hidden;    ///< {0} questions
  Phrase editor_failed;  ///< {0} why
  Phrase last_question;
  Phrase no_editor;
  Phrase go_by_number;

  // Help
  Phrase evidence_hint;  ///< {0} hint
  Phrase credit_needs;   ///< {0} what
  Phrase needs_note;
  Phrase needs_link;
  Phrase needs_evidence;  ///< {0} level
  Phrase rules;          ///< over the rules of a question
  Phrase more_rules;     ///< under a help that has rules behind a second ?
  Phrase evidence_levels;
  Phrase example;  ///< {0} a typed line, or the rubric's example
  Phrase example_note;
  Phrase back_far;

  // After a line
  Phrase saved;  ///< {0} answer
  Phrase saved_remark;
  Phrase at_line;  ///< {0} line number, {1} message
  Phrase unreadable;
  Phrase too_long;       ///< {0} bytes
  Phrase not_an_answer;  ///< {0} typed
  Phrase not_in_list;    ///< {0} typed
  Phrase given_twice;    ///< {0} typed
  Phrase out_of_range;   ///< {0} typed
  Phrase two_meanings;   ///< {0} typed, {1} as thousands, {2} as a decimal
  Phrase not_whole;      ///< {0} typed
  Phrase nothing_ticked;
  Phrase nothing_to_show;
  Phrase always_applies;
  Phrase no_evidence;
  Phrase unknown_evidence;  ///< {0} typed, {1} levels
  Phrase no_such_question;  ///< {0} questions
  Phrase first_question;
  Phrase type_level;        ///< {0} least, {1} greatest
  Phrase type_list_number;  ///< {0} greatest
  Phrase type_several;      ///< {0} greatest
  Phrase type_yes_no;
  Phrase lines_dropped;
  Phrase no_question_left;
  Phrase place_is_lost;
  Phrase refused_lines;
  Phrase refused_line;  ///< {0} line number, {1} the line, {2} why
  Phrase more_refused;  ///< {0} how many

  // Saving
  Phrase not_saved;  ///< {0} why
  Phrase kept_in_memory;
  Phrase saved_after_all;
  Phrase changed_by_other;  ///< {0} path
  Phrase saved_beside;      ///< {0} path
  Phrase read_again;        ///< a prompt; "r" reads
  Phrase save_elsewhere;    ///< a prompt; "q" leaves

  // The end
  Phrase nothing_open;    ///< the prompt on a terminal
  Phrase count_answered;  ///< {0} answered, {1} questions
  Phrase saved_in;        ///< {0} path
  Phrase nothing_written;
  Phrase lost_at_end;        ///< {0} path
  Phrase go_on_with;         ///< a command follows
  Phrase score_with;         ///< likewise; behind a report
  Phrase score_so_far_with;  ///< likewise; without one
  Phrase save_report_with;   ///< likewise
  Phrase review_with;        ///< likewise
};

/// The table for a language tag: Arabic for "ar" and its regions, English for every other.
[[nodiscard]] const AskWords& ask_words(std::string_view language);

/// `pattern` with its places filled; a place without an argument stays empty.
[[nodiscard]] std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments);

}  // namespace ibtikar::cli
