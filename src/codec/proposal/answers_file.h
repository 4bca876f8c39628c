// AnswersFile: an `ibtikar-proposal/1` document as it is on disk.
//
// A Proposal holds what we understand. A file may hold more, written by other programs or by hand:
// unknown members, a context, answers to questions of another version, notes with their own
// spelling. Saving an interview must lose none of it. So the document is kept as the texts of its
// members, in their order, and only what was set is written again.
//
//   AnswersFile file(text);                       // decode_proposal() accepted `text`
//   file.set_answer("final-goal.written", answer);
//   write(file.text());                           // everything else keeps its value and order
//
// text() is indented by two spaces, has one answer per line, and ends with a line end.
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

  /// Sets id and version. Other members of "rubric" stay. A document without "format" gets it.
  void set_rubric(const RubricReference& rubric);
  /// Sets a text member of the document: "title", "date" and so on.
  void set_text(std::string_view member, std::string_view text);
  /// Sets value, "not applicable", evidence and note. Other members of the answer stay.
  void set_answer(std::string_view full_id, const Answer& answer);

  /// Sets the questions marked for later, by full id, in the member "x-marked". An empty list
  /// removes it.
  void set_marks(const std::vector<std::string>& full_ids);
  [[nodiscard]] std::vector<std::string> marks() const;

  /// An answer that continues under another id or with another value.
  struct Heir {
    std::string from;
    std::string to;
    Answer answer;
  };
  /// Moves the answers of `heirs` to their new ids; other members of these answers stay. All other
  /// answers are set aside. Requires: no two heirs have the same `to`.
  void convert(const std::vector<Heir>& heirs);

  /// Moves the answer with this id, unchanged, from "answers" to the member "x-unmatched": the
  /// rubric has no such question, or the answer does not fit it.
  void set_aside(std::string_view full_id);
  /// The ids that are set aside.
  [[nodiscard]] std::vector<std::string> aside() const;
  /// Moves one back to "answers", unless there is an answer with this id already.
  void bring_back(std::string_view full_id);

  [[nodiscard]] std::string text() const;

 private:
  std::vector<RawMember> members_;  ///< of the document; the text of "answers" is not used
  std::vector<RawMember> answers_;
};

}  // namespace ibtikar
