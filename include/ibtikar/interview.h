// Interview: which question is at hand, and what a reply does. A state machine that never prints
// and never touches a file.
//
//   Interview interview(rubric, std::move(proposal));      // continues with the answers there are
//   while (const auto number = interview.at_hand()) {
//     ... show rubric.question(*number), read a line ...
//     const Reply reply = parse_reply(rubric, *number, line);
//     const Effect effect = interview.take(reply);
//     if (effect == Effect::changed) save(*number, *interview.answer(*number));
//     if (const auto* misread = std::get_if<ParseError>(&reply)) ... say what would be right ...
//   }
//
// Only open questions are asked: those that are unanswered and not hidden by their `when`. A
// question whose `when` is unknown is asked, too; see may_not_apply(). Going back shows answered
// questions again. A skipped question stays open and is not asked again in this sitting. Answers to
// questions that a change hides are kept.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ibtikar/answer_sheet.h"
#include "ibtikar/condition.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

class ConditionPlan;

/// An answer, with evidence and note if the line had them; otherwise the previous ones stay.
struct AnswerReply {
  AnswerValue value;
  bool not_applicable = false;
  std::optional<std::string> evidence;
  std::optional<std::string> note;  ///< empty: deletes the note

  friend bool operator==(const AnswerReply&, const AnswerReply&) = default;
};
/// "@documented" or "# note" alone: stored with the question at hand, answered or not.
struct RemarkReply {
  std::optional<std::string> evidence;
  std::optional<std::string> note;

  friend bool operator==(const RemarkReply&, const RemarkReply&) = default;
};
/// Deletes the answer at hand. Its note and links stay, and the question is open again.
struct ClearReply {
  friend bool operator==(const ClearReply&, const ClearReply&) = default;
};
struct SkipReply {
  friend bool operator==(const SkipReply&, const SkipReply&) = default;
};
/// Goes to the previous question, or to the one with this position (as Progress counts).
struct BackReply {
  std::optional<std::size_t> position;

  friend bool operator==(const BackReply&, const BackReply&) = default;
};
/// Goes to the next question that is not hidden. The one at hand stays as it is.
struct ForwardReply {
  friend bool operator==(const ForwardReply&, const ForwardReply&) = default;
};
/// Marks the question at hand for later, or removes its mark.
struct MarkReply {
  friend bool operator==(const MarkReply&, const MarkReply&) = default;
};
/// Asks to be shown something; nothing changes.
struct ShowReply {
  enum class What {
    list,    ///< the questions, or those that hold every word of `words`
    review,  ///< all answers, and what is open
    score,   ///< where the score stands
    advice,  ///< the next step that this question advises
  };
  What what = What::list;
  std::string words;  ///< list: as QuestionFinder takes them

  friend bool operator==(const ShowReply&, const ShowReply&) = default;
};
/// Asks for an editor: for the answer to a text question, otherwise for the note.
struct EditReply {
  friend bool operator==(const EditReply&, const EditReply&) = default;
};
struct HelpReply {
  friend bool operator==(const HelpReply&, const HelpReply&) = default;
};
struct StopReply {
  friend bool operator==(const StopReply&, const StopReply&) = default;
};

/// A line that is not a valid reply. The caller finds the words for it, in the reader's language.
struct ParseError {
  enum class Kind {
    unreadable,        ///< bytes that are not UTF-8, or control characters
    too_long,          ///< over kMaxReplyBytes
    not_an_answer,     ///< not in the form that the question's type takes
    not_in_list,       ///< a number that no level or option has
    given_twice,       ///< an option named twice
    out_of_range,      ///< a number under `min` or over `max`
    two_meanings,      ///< "1,250": a thousand, or a little over one; `typed` is the number alone
    not_whole,         ///< "1.5" where things are counted
    always_applies,    ///< "does not apply" where the rubric forbids it
    no_evidence,       ///< "@" in a rubric without evidence levels
    unknown_evidence,  ///< "@" and what no level, or more than one, begins with
    nothing_ticked,    ///< of several options, after the last tick was removed
  };
  Kind kind = Kind::not_an_answer;
  std::string typed;       ///< the part that is wrong; untrusted
  bool is_remark = false;  ///< the line held evidence or a note and no answer

  friend bool operator==(const ParseError&, const ParseError&) = default;
};

using Reply = std::variant<AnswerReply, RemarkReply, ClearReply, SkipReply, BackReply, ForwardReply,
                           MarkReply, ShowReply, EditReply, HelpReply, StopReply, ParseError>;

/// Longest line that is accepted as a reply, and longest text or note, however it was entered: as
/// long as a text in a proposal may be.
inline constexpr std::size_t kMaxReplyBytes = std::size_t{1} << 20;

/// What is wrong with a text that a person wrote or pasted as an answer or a note. It may contain
/// line breaks.
[[nodiscard]] std::optional<ParseError> fault_of_text(std::string_view text);
/// Such a text as it is stored: without direction controls, and without blanks at its ends.
[[nodiscard]] std::string kept_text(std::string_view text);
/// Such a text as a reply: an answer, or nothing where it is empty (ClearReply); or a note, which may be
/// empty. ParseError where it cannot be kept.
[[nodiscard]] Reply read_text_answer(std::string_view text);
[[nodiscard]] Reply read_note(std::string_view text);

/// Understands one typed line for question `number`. Grammar (spaces and case do
/// not matter; Arabic-Indic, extended and full-width digits are digits):
///
///   scale, choice   the number in the list, from 1, or an option's id
///   choices         numbers or ids, separated by spaces, commas or ،   0 for none of them
///   yes_no          1, y, yes, نعم, ن  or  2, no, لا
///   number          a number, its unit behind it or not; digits may stand in groups of three. What can be
///                   two numbers ("1,250") is asked back, unless only whole ones are possible
///   text            anything else than the commands below
///   n   n/a   لا ينطبق     does not apply (for yes_no not n: there it is no)
///   (empty)                skip: the question stays open; an answered one stays as it is
///   <   رجوع   <12         back; to question 12
///   >   تقدم               forward, leaving the question as it is
///   m   علامة              mark for later, or take the mark away
///   /WORDS   قائمة         the questions that hold these words; all without words
///   r   مراجعة             all answers and what is open
///   s   الدرجة             where the score stands
///   a   الخطوة   نصيحة     the advised next step
///   e   محرر               an editor, for a longer text
///   ?   ؟   مساعدة         help
///   q   خروج               save and stop
///
/// A letter that is an option's id is an answer, not a command. An answer may be followed by
/// "@LEVEL" (an evidence level's id or title, its beginning, or its number from 1) and by "# NOTE"
/// (in text answers both need a space before them); both may also stand alone. "#" without a note
/// takes the note away. Evidence of what does not apply is not kept. Invisible direction marks are
/// dropped.
[[nodiscard]] Reply parse_reply(const Rubric& rubric, std::size_t number, std::string_view line);

/// What a reply did.
enum class Effect {
  changed,  ///< the proposal has a new answer, evidence or note on the question that was at hand: save it
  marked,   ///< the question at hand has a mark, or no longer: save that
  moved,    ///< another question is at hand, or none; nothing to save
  stayed,   ///< the same question is at hand (help, a line that was not understood, back at the start)
  refused,  ///< there is no such question to go to, or the answer does not fit; nothing happened
  stopped,  ///< the user asked to stop
};

struct Progress {
  std::size_t position =
      0;                  ///< of the question at hand among those that are not hidden, from 1; 0 without one
  std::size_t total = 0;  ///< questions that are not hidden
  std::size_t answered = 0;  ///< of these, answered or called not applicable
};

class Interview {
 public:
  /// Continues with `proposal`. Answers that fit the rubric count; others are kept in the proposal,
  /// and the question is asked again. `rubric` must outlive the interview.
  Interview(const Rubric& rubric, Proposal proposal);
  Interview(Interview&&) noexcept;
  Interview& operator=(Interview&&) = delete;
  ~Interview();

  /// The number of the question at hand. Empty if no open question is left; even then take()
  /// understands "back".
  [[nodiscard]] std::optional<std::size_t> at_hand() const { return at_hand_; }
  /// Whether `number`'s condition is neither true nor false: it may not apply.
  [[nodiscard]] bool may_not_apply(std::size_t number) const { return visible_[number] == Truth::unknown; }
  /// Whether `number` has an answer that counts ("does not apply" is one).
  [[nodiscard]] bool is_answered(std::size_t number) const;
  /// What the proposal says about a question, or nullptr. It may be only a note, or an answer that
  /// does not fit.
  [[nodiscard]] const Answer* answer(std::size_t number) const;
  /// The text that a question was answered with, and its note; empty without.
  [[nodiscard]] std::string text_answer(std::size_t number) const;
  [[nodiscard]] std::string note(std::size_t number) const;
  [[nodiscard]] Progress progress() const;
  /// How many questions are still to come: wanted, visible, unanswered and not skipped.
  [[nodiscard]] std::size_t open_count() const;
  [[nodiscard]] const Proposal& proposal() const { return proposal_; }
  /// The answers that count so far, for a Scorer of the same rubric.
  [[nodiscard]] const AnswerSheet& sheet() const { return sheet_; }
  /// Whether its condition hides `number`.
  [[nodiscard]] bool is_hidden(std::size_t number) const { return visible_[number] == Truth::no; }
  /// Whether `number` was marked for later.
  [[nodiscard]] bool is_marked(std::size_t number) const { return marked_[number]; }
  /// Questions that the last change hid although they have answers. The answers are kept.
  [[nodiscard]] const std::vector<std::size_t>& hidden_by_change() const { return hidden_by_change_; }

  Effect take(const Reply& reply);
  /// Goes to question `number`. Refused if it is hidden or does not exist.
  Effect go_to(std::size_t number);
  void set_mark(std::size_t number, bool marked) { marked_[number] = marked; }

  /// Picks the next question among the open ones, which are in the rubric's order and at least one.
  using Chooser = std::function<std::size_t(const std::vector<std::size_t>& open)>;
  /// From now on `chooser` picks; without one, the next question in the rubric's order. Picks again
  /// at once.
  void choose_by(Chooser chooser);
  /// Only these questions are asked from now on. The user can still go to the others.
  void ask_only(std::vector<bool> wanted);

 private:
  Effect give(const AnswerReply& reply);
  Effect remark(const RemarkReply& reply);
  Effect clear();
  Effect skip();
  Effect back(const BackReply& reply);
  Effect forward();
  Effect mark();
  [[nodiscard]] Answer answer_before(std::size_t number) const;
  void keep(std::size_t number, Answer answer, Cell cell);
  [[nodiscard]] bool is_open(std::size_t number) const;
  void note_what_is_hidden(const std::vector<Truth>& before);
  void go_to_open_from(std::size_t number);

  const Rubric& rubric_;
  std::unique_ptr<const ConditionPlan> conditions_;
  Proposal proposal_;
  std::vector<std::optional<std::size_t>> slots_;  ///< by question: where in proposal_.answers
  AnswerSheet sheet_;
  std::vector<Truth> visible_;  ///< each question's `when`
  std::vector<bool> skipped_;   ///< in this sitting
  std::vector<bool> marked_;
  std::vector<bool> wanted_;  ///< ask_only()
  std::vector<std::size_t> hidden_by_change_;
  Chooser chooser_;
  std::optional<std::size_t> at_hand_;
};

/// Finds questions by words that a person remembers.
class QuestionFinder {
 public:
  /// Takes a pass over all texts of the rubric. The rubric need not outlive this.
  explicit QuestionFinder(const Rubric& rubric);

  /// The questions whose id, text, help, levels or criterion contain every one of `words`
  /// (separated by blanks) in any language, regardless of case and Arabic spelling. All questions
  /// if there are no words.
  [[nodiscard]] std::vector<std::size_t> find(std::string_view words) const;

 private:
  std::vector<std::string> keys_;  ///< by question, as search_key() makes them
};

}  // namespace ibtikar
