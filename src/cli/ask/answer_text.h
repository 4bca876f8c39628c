// AnswerText: a rubric's texts and a person's answers in the reader's words.
//
// Texts come out harmless (plain()). In a sentence they are isolated if their direction could
// reorder their neighbors.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"
#include "words/interview_words.h"
#include "words/rubric_text.h"

namespace ibtikar::cli {

/// What a person types for an item of a question's list. It is shown in front of the item.
[[nodiscard]] std::string key_text(const Question& question, std::size_t item);

class AnswerText {
 public:
  /// `rubric` must outlive the reader.
  AnswerText(const Rubric& rubric, std::string_view language);

  [[nodiscard]] const AskWords& words() const { return words_; }
  [[nodiscard]] bool right_to_left() const { return right_to_left_; }

  [[nodiscard]] std::string text(const LocalizedText& text) const { return text_.text(text); }
  /// `pattern` with foreign texts in its places.
  [[nodiscard]] std::string sentence(std::string_view pattern,
                                     std::initializer_list<std::string_view> foreign_texts) const;
  /// An error of the outside world, as a line.
  [[nodiscard]] std::string fault(const Diagnostic& diagnostic) const {
    return format(diagnostic, text_.language());
  }
  /// "3 Fully", "Yes", "12.5 hours": the answer's value. Requires: it fits the question.
  [[nodiscard]] std::string answer(const Question& question, const Answer& answer) const;
  /// What a text or a note says, cut where it would fill the screen.
  [[nodiscard]] static std::string excerpt(std::string_view text);
  /// "Evidence: Documented" and "Note: ...", as far as there are any.
  [[nodiscard]] std::vector<std::string> remarks(const Answer& answer) const;
  [[nodiscard]] std::string evidence(const std::string& id) const;
  /// "1 Claimed, 2 Documented"
  [[nodiscard]] std::string evidence_list() const;

 private:
  [[nodiscard]] std::string yes_or_no(bool truth) const;
  [[nodiscard]] std::string listed(const Question& question, const AnswerValue& value) const;
  [[nodiscard]] std::string stated_text(const Question& question, const std::string& text) const;
  [[nodiscard]] std::string stated_number(const Question& question, double number) const;
  [[nodiscard]] std::string stated_list(const Question& question, const std::vector<std::string>& ids) const;

  RubricText text_;
  const AskWords& words_;
  bool right_to_left_;
};

/// Titles of the levels or options, in the order in which they are numbered.
[[nodiscard]] std::vector<const LocalizedText*> list_of(const Question& question);

[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace ibtikar::cli
