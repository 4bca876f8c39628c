// The words of panels, in every language.
#pragma once

#include <string_view>

#include "ibtikar/message.h"
#include "words/in_languages.h"

namespace ibtikar {

template <class Text>
struct PanelTexts {
  Text panel = phrase("Panel");
  Text programs = phrase("Programs");
  Text program = phrase("Program");
  Text together = phrase("Together");
  Text assessor = phrase("Assessor");
  Text talk = phrase("To talk about");
  Text talk_legend = phrase(
      "The number: by how many points of the overall score settling the question can "
      "move the program, all other answers as the assessors give them together.");
  Text nothing_to_talk = phrase("The assessors differ on no question.");
  Text further_items = phrase("more questions on which they differ");
  Text spread = phrase("Spread");
  Text lowest = phrase("Lowest");
  Text highest = phrase("Highest");
  Text deviation = phrase("Standard deviation");
  Text points = phrase("Points");
  Text tie = phrase("tie");
  Text tie_legend = phrase("Tie: as many said one thing as another; the lower answer counts.");
  Text not_applicable = phrase("Does not apply");
  Text open = phrase("Open");
  Text said = phrase("Answers");
  Text conflicts = phrase("Conflicts of interest");
  Text missing = phrase("Still to read");
  Text nothing_missing = phrase("Nothing is missing.");
  Text status = phrase("Who still has to read what");
  Text read = phrase("Read");
  Text scores = phrase("Scores");
  Text answers = phrase("Answers by question and assessor");
  Text heat_legend =
      phrase("The darker, the better the answer. A dashed frame: not what the assessors say together.");
  Text no_reading = phrase("No assessor has read it yet.");
  Text blind = phrase("Blind: letters stand for the assessors.");
  Text severity = phrase("Severity of the assessors");
  Text severity_legend = phrase(
      "How many points more an assessor gives than the others for the same programs: as the "
      "readings show it, and shrunk towards zero, as chance lets one expect. With few "
      "readings most of the first is chance: never correct scores by it.");
  Text readings = phrase("Readings");
  Text raw = phrase("Raw");
  Text shrunk = phrase("Shrunk");
  Text plus_minus = phrase("Standard error");
  Text next = phrase("Who reads next");
  Text next_legend = phrase(
      "What one more reading is expected to do: how many fewer programs are wrongly funded, and "
      "how likely it changes which are funded.");
  Text fewer_wrong = phrase("Fewer wrong");
  Text changes = phrase("Change");
  Text funded = phrase("Funded as it stands");
  Text settled = phrase("Settled: no further reading is likely enough to change which programs are funded.");
  Text nobody_left =
      phrase("Everyone has read everything that they may read. Ask further assessors (`--assign`).");
  Text reason = phrase("Reason");
  Text all_questions = phrase("All questions");
  Text alphas = phrase("Agreement on the answers: alpha");
  Text ordinal = phrase_in("scale of measurement", "Ordinal");
  Text nominal = phrase_in("scale of measurement", "Nominal");
  Text interval = phrase_in("scale of measurement", "Interval");
  Text ratio = phrase_in("scale of measurement", "Ratio");
  Text interval_95 = phrase("95 % interval");
  Text alpha_legend = phrase(
      "Krippendorff's alpha: 1 is full agreement, 0 what chance gives. Answers are compared by what "
      "they earn; the interval of the ordinal alpha comes from programs drawn anew.");
  Text other_agreement = phrase("Agreement on the answers: other measures");
  Text same = phrase("Same answer");
  Text kappa = phrase("Kappa");
  Text answered_at_all = phrase("Answered at all");
  Text score_agreement = phrase("Agreement on the scores");
  Text coefficient = phrase("Measure");
  Text value = phrase_in("coefficient", "Value");
  Text icc_legend = phrase(
      "ICC: 1: each program has assessors of its own; 2: the same assessors, severity counts as "
      "disagreement; 3: severity does not count; k: of the mean of all assessors.");
  Text by_likelihood = phrase("Readings are missing: estimated by restricted maximum likelihood, without F.");
};

using PanelWords = PanelTexts<std::string_view>;

/// Of a language (BCP 47), else English.
[[nodiscard]] inline const PanelWords& panel_words(std::string_view language) {
  static const InLanguages<PanelTexts> kAll;
  return kAll.of(language);
}

}  // namespace ibtikar
