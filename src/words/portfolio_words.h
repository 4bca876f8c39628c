// The words about a whole portfolio, in every format.
#pragma once

#include <string>
#include <string_view>

#include "ibtikar/rubric.h"

namespace ibtikar {

template <class Text>
struct PortfolioTexts {
  Text best;
  Text last;
  Text portfolio;
  Text scored;
  Text rejected;
  Text reasons;
  Text warnings;
  Text verdicts;
  Text insufficient;
  Text scores;
  Text overall;
  Text completeness;
  Text mean;
  Text deviation;
  Text middle;
  Text quarters;
  Text gates;
  Text most_open;
  Text most_lost;
  // Pages
  Text proposals;
  Text count;
  Text share;
  Text spread;
  Text map;
  Text upward;
  Text across;
  Text size;
  Text no_map;
  Text program;
  Text filter;
  Text every_verdict;
  Text shown;
  Text left_out;
};

using PortfolioWords = PortfolioTexts<std::string_view>;

/// English where there is no catalogue of the language.
[[nodiscard]] const PortfolioWords& portfolio_words(std::string_view language);

}  // namespace ibtikar
