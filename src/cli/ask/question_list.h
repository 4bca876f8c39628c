// QuestionList: the questions that hold the words being typed, and the one that is chosen among
// them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ibtikar/interview.h"
#include "io/terminal/keys.h"

namespace ibtikar::cli {

class QuestionList {
 public:
  /// Both must outlive the list.
  QuestionList(const QuestionFinder& finder, const Interview& interview);

  /// The questions that contain `words`. The question at hand is selected if it is among them.
  void open(std::string words);
  /// Handles moves, pages and letters. Enter and Escape are for the code that opened the list.
  /// `page`: rows in sight.
  void press(const io::Key& key, std::size_t page);

  [[nodiscard]] const std::string& words() const { return words_; }
  /// Question numbers.
  [[nodiscard]] const std::vector<std::size_t>& questions() const { return questions_; }
  /// Which of questions(), where there are any.
  [[nodiscard]] std::size_t chosen() const { return chosen_; }
  [[nodiscard]] std::optional<std::size_t> chosen_question() const;

 private:
  void find();

  const QuestionFinder& finder_;
  const Interview& interview_;
  std::string words_;
  std::vector<std::size_t> questions_;
  std::size_t chosen_ = 0;
};

}  // namespace ibtikar::cli
