// Autosave: what was answered, kept: on disk before anything else is asked, and said when it is
// not.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/ask/answers_store.h"
#include "cli/ask/question_text.h"
#include "ibtikar/interview.h"

namespace ibtikar::cli {

class Autosave {
 public:
  /// All must outlive the autosave. Marks that the file has are set in the interview.
  Autosave(const QuestionText& screen, const Rubric& rubric, Interview& interview, AnswersStore& store);

  struct Kept {
    bool may_go_on = true;               ///< false: another program changed the file; ours is beside it
    std::vector<std::string> sentences;  ///< what has to be said; none when all is well
  };
  /// What the interview has on question `number` goes into the file.
  [[nodiscard]] Kept keep_answer(std::size_t number);
  [[nodiscard]] Kept keep_marks();
  [[nodiscard]] Kept keep_detail(std::string_view member, std::string_view text);
  /// The current document.
  [[nodiscard]] Kept save();
  /// At the end: what is not saved yet is tried once more.
  [[nodiscard]] Kept save_the_rest();
  /// Into another file, which is not there yet.
  [[nodiscard]] Kept save_as(const std::string& path);

  /// Whether something is in memory only.
  [[nodiscard]] bool is_unsaved() const { return unsaved_; }

 private:
  void set_marks();

  const QuestionText& screen_;
  const Rubric& rubric_;
  Interview& interview_;
  AnswersStore& store_;
  bool unsaved_ = false;
};

}  // namespace ibtikar::cli
