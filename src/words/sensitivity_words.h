// The words about what would change a verdict, in every format.
#pragma once

#include <string_view>

#include "ibtikar/message.h"
#include "words/in_languages.h"

namespace ibtikar {

template <class Text>
struct SensitivityTexts {
  Text sensitivity = phrase("Sensitivity");
  Text intro = phrase("What would happen if one weight or one answer were another, and all else stayed.");
  Text no_verdict = phrase("There is no verdict yet, so nothing can change it.");
  Text weights = phrase("Weights that would change the verdict");
  Text smallest =
      phrase("The smallest change that does: {0}, now {1}; {2}");  ///< {0} part, {1} weight, {2} change
  Text no_weight = phrase("No weight, whatever it is, would change the verdict.");
  Text dimension = phrase("dimension in the overall score");
  Text criterion = phrase("criterion in {0}");   ///< {0} dimension
  Text group = phrase("question group in {0}");  ///< {0} criterion
  Text question = phrase("question in {0}");     ///< {0} criterion
  Text weight_is = phrase("weight {0} ({1})");   ///< {0} weight, {1} share
  Text under = phrase("under {0} ({1}): {2}");   ///< {0} weight, {1} share, {2} verdict
  Text over = phrase("over {0} ({1}): {2}");     ///< likewise
  Text left_out = phrase("left out: {0}");       ///< {0} verdict
  Text more_weights = phrase("Further weights that would change it: {0}");  ///< {0} how many
  Text idle_weights = phrase("Weights that change no score: {0}");          ///< {0} how many
  Text answers = phrase("How far each answer moves the score");
  Text weight_bars = phrase(
      "Bars: the score from half to twice the weight. They reach from {0} to {1}; the line is today, "
      "{2}.");  ///< as bars
  Text bars = phrase(
      "Bars: the score from the lowest to the highest answer. They reach from {0} to {1}; the "
      "line is today, {2}.");                          ///< {0} and {1} ends of the bars, {2} today's score
  Text lowest = phrase("lowest with: {0}");            ///< {0} answer
  Text highest = phrase("highest with: {0}");          ///< {0} answer
  Text changes = phrase("{1} if the answer is: {0}");  ///< {0} answer, {1} verdict
  Text as_today = phrase("the answer as it is");
  Text by_evidence = phrase(
      "with the worst to the best evidence: {0} to {1}");  ///< {0} score with the worst, {1} with the best
  Text more_answers = phrase("Further answers that move it: {0}");  ///< {0} how many
  Text idle_answers = phrase("Answers that move nothing: {0}");     ///< {0} how many
  Text swing = phrase("Swing");
  Text below = phrase("Below");
  Text above = phrase("Above");
  Text weight = phrase("Weight");
  Text today = phrase("Today");
  Text tried = phrase("Answers tried");
  Text no_band = phrase("no score");
};

using SensitivityWords = SensitivityTexts<std::string_view>;

/// Of a language (BCP 47), else English.
[[nodiscard]] inline const SensitivityWords& sensitivity_words(std::string_view language) {
  static const InLanguages<SensitivityTexts> kAll;
  return kAll.of(language);
}

}  // namespace ibtikar
