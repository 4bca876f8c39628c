// SensitivityView: what a sensitivity report says, in the reader's language, before a format lays
// it out.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/report.h"
#include "report/view/sentences.h"
#include "words/sensitivity_words.h"

namespace ibtikar {

/// The stretch that a score moves over, as a bar. Places run from 0 to 100 along a list's bars.
struct SwingView {
  double from = 0;
  double to = 0;
  std::string from_text;
  std::string to_text;
  std::string amount;
  bool is_known = false;  ///< there is a score at both ends
};

struct SensitiveWeightView {
  std::string name;
  Sentence kind;  ///< what it is a weight of, and in what
  Sentence now;
  Sentence below;  ///< the switching values; empty: none
  Sentence above;
  SwingView swing;
};

struct SensitiveAnswerView {
  std::string question;
  Sentence answer;
  Sentence lowest;  ///< the answers at both ends, with their verdict if it is another one
  Sentence highest;
  std::vector<Sentence> changes;
  Sentence evidence;  ///< empty: it does not matter, or there is none
  SwingView swing;
};

/// What the bars of a list have in common.
struct SwingAxis {
  double today = 0;  ///< a place from 0 to 100; below 0 without a score
  Sentence legend;
  bool is_known = false;
};

struct SensitivityView {
  Words words;
  const SensitivityWords* phrases = nullptr;
  std::string language;
  HeadView head;
  ScoreView score;
  std::string verdict;
  Standing standing = Standing::none;
  Sentence summary;  ///< the smallest change of a weight, or why there is none
  std::vector<SensitiveWeightView> weights;
  SwingAxis weight_axis;
  std::size_t more_weights = 0;
  std::size_t idle_weights = 0;
  std::vector<SensitiveAnswerView> answers;
  SwingAxis answer_axis;
  std::size_t more_answers = 0;
  std::size_t idle_answers = 0;
};

[[nodiscard]] SensitivityView sensitivity_view(const Sensitivity& sensitivity,
                                               const SensitivityReportOptions& options, Target target);

}  // namespace ibtikar
