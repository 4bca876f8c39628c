// What `ask` shows on demand, in plain lines and on a screen alike: where the score stands, the
// list of questions, sentences about what a change did. Pure text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/ask/question_text.h"
#include "ibtikar/interview.h"
#include "ibtikar/outlook.h"

namespace ibtikar::cli {

/// Overall and dimensions with their intervals, the verdict, and whether it is settled.
[[nodiscard]] std::string score_page(const QuestionText& screen, const Rubric& rubric, const Outlook& outlook,
                                     const Page::Options& look);

/// One row per question: position, state and text; with `answers`, the answer beneath. A screen
/// shows the same states: see state_of_question().
[[nodiscard]] std::string list_page(const QuestionText& screen, const Rubric& rubric,
                                    const Interview& interview, const Outlook& outlook,
                                    const std::vector<std::size_t>& numbers, bool with_answers,
                                    const Page::Options& look);

/// The glyph of a question's state: answered, urgent, marked, open.
[[nodiscard]] std::string_view state_glyph(const Interview& interview, const Outlook& outlook,
                                           std::size_t number);

/// "3 Fully · Evidence: Documented", or that the question is open.
[[nodiscard]] std::string answer_line(const QuestionText& screen, const Rubric& rubric,
                                      const Interview& interview, const Outlook& outlook, std::size_t number);

/// That the question has a mark now, or none any more.
[[nodiscard]] std::string mark_sentence(const QuestionText& screen, const Interview& interview,
                                        std::size_t number);

/// Which answered questions the last change hid.
[[nodiscard]] std::string kept_hidden(const QuestionText& screen, const Rubric& rubric,
                                      const Interview& interview);

/// That nothing open changes the band any more.
[[nodiscard]] std::string settled_sentence(const QuestionText& screen, const Rubric& rubric,
                                           const Outlook& outlook);

/// The step that the question at hand advises, or a sentence that there is none.
[[nodiscard]] std::string advice_sentence(const QuestionText& screen, const Rubric& rubric,
                                          std::optional<std::size_t> number);

}  // namespace ibtikar::cli
