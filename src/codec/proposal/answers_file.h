// AnswersFile: an `ibtikar-proposal/1` document as it is on disk.
//
// A Proposal holds what we understand; a file may hold more, written by other
// programs or by hand: members we do not know, a context, answers to another
// version's questions, notes with their own spelling. Saving an interview must
// lose none of it. So the document is kept as the texts of its members, in
// their order; only what was set is written anew.
//
//   AnswersFile file(text);                       // decode_proposal() accepted `text`
//   file.set_answer("final-goal.written", answer);
//   write(file.text());                           // all else as it was, in value and order
//
// text() is indented by two spaces, one answer a line, and ends with a line end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/proposal.h"

namespace ibtikar {

/// A member of an object, its value as it was written.
struct RawMember {
  std::string name;       ///< what the name says
  std::string name_text;  ///< as it was written, with quotation marks
  std::string value_text;
};

class AnswersFile {
 public:
  /// A new document, without answers.
  AnswersFile();
  /// Requires: a text that decode_proposal() accepted.
  explicit AnswersFile(std::string_view text);

  /// Id and version; what else the member "rubric" holds stays. A document without "format" gets it.
  void set_rubric(const RubricReference& rubric);
  /// A text member of the document: "title", "date" and so on.
  void set_text(std::string_view member, std::string_view text);
  /// Value, "not applicable", evidence and note; what else the answer holds stays.
  void set_answer(std::string_view full_id, const Answer& answer);

  /// Questions marked for later, by full id: the member "x-marked"; none takes it away.
  void set_marks(const std::vector<std::string>& full_ids);
  [[nodiscard]] std::vector<std::string> marks() const;

  /// An answer that goes on under another id, or with another value.
  struct Heir {
    std::string from;
    std::string to;
    Answer answer;
  };
  /// The answers of `heirs` under their new ids, what else they hold as it was; all others are set aside.
  /// Requires: no two heirs with one `to`.
  void convert(const std::vector<Heir>& heirs);

  /// Moves the answer with this id, as it was written, from "answers" into the member "x-unmatched":
  /// this rubric has no such question, or the answer does not fit it.
  void set_aside(std::string_view full_id);
  /// The ids that are set aside.
  [[nodiscard]] std::vector<std::string> aside() const;
  /// Moves one back into "answers", unless that has an answer with this id.
  void bring_back(std::string_view full_id);

  [[nodiscard]] std::string text() const;

 private:
  std::vector<RawMember> members_;  ///< of the document; the text of "answers" is not used
  std::vector<RawMember> answers_;
};

}  // namespace ibtikar
