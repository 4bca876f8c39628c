// QuestionList: the questions that hold the words being typed, and the one that is chosen among them.
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

  /// Those that hold `words`; the question at hand is chosen where it is among them.
  void open(std::string words);
  /// Moves, pages and letters; Enter and Escape are for whoever opened the list. `page`: rows in sight.
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
