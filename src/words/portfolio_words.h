// The words about a whole portfolio, in every format.
#pragma once

#include <string_view>

#include "ibtikar/message.h"
#include "words/in_languages.h"

namespace ibtikar {

template <class Text>
struct PortfolioTexts {
  Text best = phrase("First");
  Text last = phrase("Last");
  Text portfolio = phrase("Portfolio");
  Text scored = phrase("Scored");
  Text rejected = phrase("Rejected");
  Text rows_left_out = phrase("Left out");
  Text reasons = phrase("Rejected, by reason");
  Text warnings = phrase("Warnings");
  Text verdicts = phrase("Verdicts");
  Text insufficient = phrase("Not enough information");
  Text scores = phrase("Scores");
  Text overall = phrase("Overall");
  Text completeness = phrase("Completeness");
  Text mean = phrase("mean");
  Text deviation = phrase("s.d.");
  Text middle = phrase("median");
  Text quarters = phrase("middle half");
  Text gates = phrase("Caps applied");
  Text most_open = phrase("Most often open");
  Text most_lost = phrase("Where most points are lost");
  // Pages
  Text proposals = phrase("Proposals");
  Text count = phrase("Number");
  Text share = phrase("Share");
  Text spread = phrase("How the scores are spread");
  Text map = phrase("Where each program stands");
  Text upward = phrase("Upward");
  Text across = phrase("Across");
  Text size = phrase("Size");
  Text no_map = phrase("without a score in one of these");
  Text program = phrase("Program");
  Text filter = phrase("Name or id contains");
  Text every_verdict = phrase("Every verdict");
  Text shown = phrase("Shown");
  Text left_out = phrase("More");
};

using PortfolioWords = PortfolioTexts<std::string_view>;

/// English where there is no catalogue of the language.
[[nodiscard]] inline const PortfolioWords& portfolio_words(std::string_view language) {
  static const InLanguages<PortfolioTexts> kWords;
  return kWords.of(language);
}

}  // namespace ibtikar
