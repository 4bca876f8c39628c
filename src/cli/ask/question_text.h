// What `ask` shows, as text: the question at hand, help, what was wrong with a line.
//
// Pure: the same interview gives the same text. Words come from words/interview_words.h, the
// layout from report/text/page.h; who writes it to a stream is line_session.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/ask/answer_text.h"
#include "ibtikar/interview.h"
#include "report/text/page.h"

namespace ibtikar::cli {

/// The keys of a question's list, from the first to the last: "1-5".
[[nodiscard]] std::string keys_text(const Question& question);

class QuestionText {
 public:
  /// `rubric` must outlive the screen. A width that is out of reason is taken for the nearest one that is
  /// not.
  QuestionText(const Rubric& rubric, std::string_view language, std::size_t columns, bool color);

  /// For another width of the window.
  void fit(std::size_t columns);

  /// A new file, or one that is gone on with.
  [[nodiscard]] std::string opening(std::string_view path, bool is_new, const Progress& progress) const;
  /// The question at hand, which there must be: place, text, what to type, the answer so far, keys.
  [[nodiscard]] std::string question(const Interview& interview) const;
  /// "Section: Criterion"; one name when both have the same.
  [[nodiscard]] std::string place_of(std::size_t number) const;
  /// What question `number` is about, and how a line for it is typed.
  [[nodiscard]] std::string help(std::size_t number) const;
  /// What question `number` is about: why it is asked, what counts, what would show it.
  [[nodiscard]] std::string explanation(std::size_t number, std::size_t columns) const;
  /// How to decide in doubt, behind a second `?`; empty when the question has no rules.
  [[nodiscard]] std::string rules(std::size_t number, std::size_t columns) const;
  [[nodiscard]] std::string rules(std::size_t number) const;
  /// "Saved: ...", after a change to question `number`.
  [[nodiscard]] std::string saved(const Interview& interview, std::size_t number) const;
  /// What is wrong with a line for question `number`, and what would be right: one sentence or two, not yet a
  /// page.
  [[nodiscard]] std::string explain(const ParseError& misreading, std::size_t number) const;
  /// A sentence as lines of the page.
  [[nodiscard]] std::string lines(std::string_view sentence) const;

  /// What an answer to a question that has no list looks like; empty where the list says it.
  [[nodiscard]] std::string what_to_type(const Question& question) const;
  /// The answer that question `number` has, its evidence and note; empty without any.
  [[nodiscard]] std::string present_answer(const Interview& interview, std::size_t number) const;

  [[nodiscard]] const AnswerText& reader() const { return reader_; }
  [[nodiscard]] Page::Options look() const { return {columns_, reader_.right_to_left(), color_}; }
  [[nodiscard]] bool color() const { return color_; }
  [[nodiscard]] const AskWords& words() const { return words_; }

 private:
  [[nodiscard]] std::string needs_list(const CreditNeeds& needs) const;
  [[nodiscard]] Page page() const { return Page(look()); }
  [[nodiscard]] std::string keys(std::size_t number, bool is_answered) const;
  [[nodiscard]] std::string number_words(const Question& question) const;
  [[nodiscard]] std::string would_be_right(const Question& question) const;
  [[nodiscard]] std::string example(const Question& question) const;
  void add_evidence_levels(Page& page) const;
  void add_choices(Page& page, const Question& question) const;

  const Rubric& rubric_;
  AnswerText reader_;
  const AskWords& words_;
  std::size_t columns_ = 80;
  bool color_;
};

}  // namespace ibtikar::cli
